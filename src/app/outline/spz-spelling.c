/* spz-spelling.c: which words are spelt as the dictionary has them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-spelling.h"

#include <enchant.h>
#include <string.h>

/* The programme's texts are German, whatever the desktop speaks that has no
 * dictionary */
#define FALLBACK "de_DE"

/* Words looked up are remembered, up to so many */
#define MAX_KNOWN 20000

#define SOFT_HYPHEN 0xAD

struct _SpzSpelling
{
  EnchantBroker *broker;
  EnchantDict   *dict;
  GHashTable    *known; /* word → whether it is right */
  GHashTable    *names; /* words of the names in the programme */
};

static EnchantDict *
request (EnchantBroker     *broker,
         const char *const *languages)
{
  for (; languages != NULL && *languages != NULL; languages++)
    {
      /* "de_DE.UTF-8" and "C" are locales, not languages */
      if (strpbrk (*languages, ".@") == NULL && strlen (*languages) >= 2 &&
          enchant_broker_dict_exists (broker, *languages))
        return enchant_broker_request_dict (broker, *languages);
    }

  return enchant_broker_dict_exists (broker, FALLBACK) ? enchant_broker_request_dict (broker, FALLBACK) : NULL;
}

/**
 * spz_spelling_new:
 * @languages: (nullable): the languages wanted, as by g_get_language_names();
 *   German where there is a dictionary of none
 *
 * Opens a dictionary.
 *
 * Returns: (transfer full) (nullable): the dictionary; %NULL where there is none
 */
SpzSpelling *
spz_spelling_new (const char *const *languages)
{
  EnchantBroker *broker = enchant_broker_init ();
  EnchantDict *dict = request (broker, languages);
  SpzSpelling *self;

  if (dict == NULL)
    {
      enchant_broker_free (broker);
      return NULL;
    }

  self = g_new0 (SpzSpelling, 1);
  self->broker = broker;
  self->dict = dict;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * spz_spelling_free:
 * @self: (nullable) (transfer full): a dictionary
 *
 * Closes a dictionary.
 */
void
spz_spelling_free (SpzSpelling *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->names);
  enchant_broker_free_dict (self->broker, self->dict);
  enchant_broker_free (self->broker);
  g_free (self);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Letters, with an apostrophe or a soft hyphen between them */
static gboolean
belongs_to_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isalpha (c) || g_unichar_ismark (c) || c == SOFT_HYPHEN)
    return TRUE;

  return is_apostrophe (c) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p)));
}

/* Neither names of files nor addresses, nor what has digits in it: taken as a
 * whole between two blanks */
static gboolean
is_no_prose (const char *from,
             const char *to)
{
  g_autofree char *chunk = g_strndup (from, (gsize) (to - from));
  const char *dot;

  if (strchr (chunk, '@') != NULL || strstr (chunk, "://") != NULL || g_str_has_prefix (chunk, "www."))
    return TRUE;

  dot = strchr (chunk, '.');

  return dot != NULL && g_ascii_isalpha (dot[1]) && dot > chunk && g_ascii_isalnum (dot[-1]);
}

/* "DMS", "OZG", "eAkte", "IT": named so by somebody, not spelt */
static gboolean
is_name (const char *word)
{
  guint n_upper = 0;
  guint n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (n > 0 && g_unichar_isupper (g_utf8_get_char (p)))
      n_upper++;

  return n < 2 || n_upper > 0;
}

static gboolean
is_right (SpzSpelling *self,
          const char  *word)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gpointer right;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != SOFT_HYPHEN)
        g_string_append_unichar (plain, is_apostrophe (c) ? '\'' : c);
    }

  /* "Geht’s" is "geht es" */
  if (g_str_has_suffix (plain->str, "'s"))
    g_string_truncate (plain, plain->len - strlen ("'s"));
  if (is_name (plain->str) || g_hash_table_contains (self->names, plain->str))
    return TRUE;
  if (g_hash_table_lookup_extended (self->known, plain->str, NULL, &right))
    return GPOINTER_TO_INT (right);

  if (g_hash_table_size (self->known) >= MAX_KNOWN)
    g_hash_table_remove_all (self->known);

  right = GINT_TO_POINTER (enchant_dict_check (self->dict, plain->str, (gssize) plain->len) <= 0);
  g_hash_table_insert (self->known, g_strdup (plain->str), right);

  return GPOINTER_TO_INT (right);
}

static void
check_word (SpzSpelling *self,
            const char  *text,
            const char  *from,
            const char  *to,
            GArray      *ranges)
{
  g_autofree char *word = g_strndup (from, (gsize) (to - from));
  SpzSpellingRange range;

  /* Part of "Q1" or "2021er" */
  if ((from > text && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (from)))) ||
      g_unichar_isdigit (g_utf8_get_char (to)))
    return;

  if (is_right (self, word))
    return;

  /* "bzw.": the dictionary has it with its full stop */
  if (*to == '.')
    {
      g_autofree char *abbreviation = g_strconcat (word, ".", NULL);

      if (enchant_dict_check (self->dict, abbreviation, (gssize) strlen (abbreviation)) <= 0)
        return;
    }

  /* "Schulungs- und": a part of a compound, which may need its joining s */
  if (*to == '-')
    {
      g_autofree char *stem = g_str_has_suffix (word, "s") ? g_strndup (word, strlen (word) - 1) : NULL;

      if (stem != NULL && is_right (self, stem))
        return;
    }

  range.start = (int) g_utf8_pointer_to_offset (text, from);
  range.end = (int) g_utf8_pointer_to_offset (text, to);
  g_array_append_val (ranges, range);
}

static const char *
skip_chunk (const char *p)
{
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/**
 * spz_spelling_check:
 * @self: a dictionary
 * @text: a text
 *
 * Looks for words the dictionary doesn't know. Abbreviations, names written in
 * capitals, addresses and what is half a number are left alone, and both parts
 * of "Bürger*innen" are words.
 *
 * Returns: (transfer full) (element-type SpzSpellingRange): where they are
 */
GArray *
spz_spelling_check (SpzSpelling *self,
                    const char  *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SpzSpellingRange));
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = skip_chunk (p);

      if (is_no_prose (p, end))
        p = end;

      while (p < end)
        {
          const char *start = p;

          while (p < end && belongs_to_word (p))
            p = g_utf8_next_char (p);
          if (p > start)
            check_word (self, text, start, p, ranges);
          else
            p = g_utf8_next_char (p);
        }

      if (*p != '\0')
        p = g_utf8_next_char (p);
    }

  return ranges;
}

/**
 * spz_spelling_suggest:
 * @self: a dictionary
 * @word: a word it doesn't know
 * @limit: at most how many
 *
 * Gets what was perhaps meant, the likeliest first.
 *
 * Returns: (transfer full): the words
 */
char **
spz_spelling_suggest (SpzSpelling *self,
                      const char  *word,
                      guint        limit)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  size_t n = 0;
  char **words = enchant_dict_suggest (self->dict, word, (gssize) strlen (word), &n);

  for (size_t i = 0; i < MIN (n, limit); i++)
    g_strv_builder_add (builder, words[i]);
  if (words != NULL)
    enchant_dict_free_string_list (self->dict, words);

  return g_strv_builder_end (builder);
}

/**
 * spz_spelling_learn:
 * @self: a dictionary
 * @word: a word
 *
 * Adds a word to the user's own, for good.
 */
void
spz_spelling_learn (SpzSpelling *self,
                    const char  *word)
{
  enchant_dict_add (self->dict, word, (gssize) strlen (word));
  g_hash_table_remove_all (self->known);
}

static void
add_words (GHashTable *words,
           const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && belongs_to_word (p))
        p = g_utf8_next_char (p);
      if (p > start)
        g_hash_table_add (words, g_strndup (start, (gsize) (p - start)));
      else
        p = g_utf8_next_char (p);
    }
}

static gboolean
same_words (GHashTable *a,
            GHashTable *b)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      if (!g_hash_table_contains (b, word))
        return FALSE;
    }

  return g_hash_table_size (a) == g_hash_table_size (b);
}

/**
 * spz_spelling_set_names:
 * @self: a dictionary
 * @names: (element-type utf8): what the programme calls its things
 *
 * Takes the words of these names for right, instead of those set before.
 *
 * Returns: whether others are right than before
 */
gboolean
spz_spelling_set_names (SpzSpelling *self,
                        GPtrArray   *names)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean same;

  for (guint i = 0; i < names->len; i++)
    add_words (words, g_ptr_array_index (names, i));

  same = same_words (words, self->names);
  g_hash_table_unref (self->names);
  self->names = words;

  return !same;
}

/**
 * spz_spelling_ignore:
 * @self: a dictionary
 * @word: a word
 *
 * Takes a word for right until the application ends.
 */
void
spz_spelling_ignore (SpzSpelling *self,
                     const char  *word)
{
  enchant_dict_add_to_session (self->dict, word, (gssize) strlen (word));
  g_hash_table_remove_all (self->known);
}
