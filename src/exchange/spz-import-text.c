/* spz-import-text.c: joining what a page's layout broke
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-text-private.h"

#include <string.h>

#include "spz-document-notes.h"

#define SOFT_HYPHEN "\u00AD"

/* Words no German clause ends with: a line that does goes on. */
static const char *const connectives[] = {
  "aber", "als", "am", "beim", "bzw.", "das", "dem", "den", "der", "des", "die", "eine", "einem",
  "einen", "einer", "eines", "für", "gegen", "im", "in", "ins", "oder", "ohne", "seit", "sowie",
  "und", "vom", "von", "wie", "zum", "zur", "zwischen",
};

/* Words a clause ends with only as a part of its verb: "strebt … an". */
static const char *const particles[] = {
  "an", "auf", "aus", "bei", "bis", "durch", "ein", "gegenüber", "mit", "nach", "über", "um",
  "unter", "vor", "zu",
};

/* "Schulungs- und Fortbildungskonzept": the hyphen stands for a word's rest. */
static const char *const suspending[] = { "und", "oder", "bzw.", "sowie", "als", "bis" };

static gboolean
is_listed (const char        *word,
           gsize              length,
           const char *const *list,
           gsize              n_list)
{
  for (gsize i = 0; i < n_list; i++)
    if (strlen (list[i]) == length && strncmp (word, list[i], length) == 0)
      return TRUE;

  return FALSE;
}

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, what)) != NULL; p += strlen (what))
    n++;

  return n;
}

/**
 * spz_import_text_is_unfinished:
 * @text: a text without white space around it
 * @surely: whether to take only what certainly goes on
 *
 * Whether a text can't end here: it breaks a word, leaves a bracket open, or
 * ends with a comma or a word that needs another.
 */
gboolean
spz_import_text_is_unfinished (const char *text,
                               gboolean    surely)
{
  gsize length = strlen (text);
  const char *word;

  if (length == 0)
    return FALSE;
  if (strchr ("-/,(", text[length - 1]) != NULL || g_str_has_suffix (text, SOFT_HYPHEN))
    return TRUE;
  if (count (text, "(") > count (text, ")"))
    return TRUE;

  word = strrchr (text, ' ');
  if (word == NULL)
    return FALSE;
  word++;

  return is_listed (word, strlen (word), connectives, G_N_ELEMENTS (connectives)) ||
         (!surely && is_listed (word, strlen (word), particles, G_N_ELEMENTS (particles)));
}

/**
 * spz_import_text_ends_sentence:
 * @text: a text without white space around it
 *
 * Whether a text ends with a mark that ends a sentence or opens a list.
 */
gboolean
spz_import_text_ends_sentence (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && (strchr ("*_)\"", end[-1]) != NULL))
    end--;

  return end > text && strchr (".:!?;", end[-1]) != NULL;
}

/**
 * spz_import_text_starts_lower:
 * @text: a text without white space before it
 *
 * Whether a text starts with a small letter, as the rest of a sentence does.
 */
gboolean
spz_import_text_starts_lower (const char *text)
{
  while (*text != '\0' && strchr ("*_(", *text) != NULL)
    text++;

  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
starts_with_suspending (const char *line)
{
  return is_listed (line, strcspn (line, " "), suspending, G_N_ELEMENTS (suspending));
}

/* What stands between the end of a line and the next: a hyphen at the end is
 * a broken word's if a small letter follows ("Maßnah-/men"), and part of the
 * word otherwise ("E-/Government", "Fraktions-//Ratsgruppe"). A slash joins as
 * it is spaced before: "Bürger-/Portal", but "Datenschutz / Datensicherheit". */
static const char *
joint (GString    *text,
       const char *line)
{
  gsize length = text->len;

  if (length == 0 || *line == '\0')
    return "";

  if (length >= strlen (SOFT_HYPHEN) &&
      g_str_equal (text->str + length - strlen (SOFT_HYPHEN), SOFT_HYPHEN))
    {
      g_string_truncate (text, length - strlen (SOFT_HYPHEN));
      return "";
    }

  if (text->str[length - 1] == '/')
    return length > 1 && text->str[length - 2] == ' ' ? " " : "";

  if (text->str[length - 1] != '-' || length < 2 || text->str[length - 2] == ' ')
    return " ";

  if (starts_with_suspending (line))
    return " ";
  if (g_unichar_islower (g_utf8_get_char (line)))
    g_string_truncate (text, length - 1);

  return "";
}

/**
 * spz_import_text_append:
 * @text: what was read before
 * @line: the next line, without white space around it
 *
 * Joins a line to the lines before it and undoes hyphenation.
 */
void
spz_import_text_append (GString    *text,
                        const char *line)
{
  g_string_append (text, joint (text, line));
  g_string_append (text, line);
}

/**
 * spz_import_text_repair:
 * @text: a text
 * @repaired: (out): whether something was repaired
 *
 * Repairs what extracting a text from a PDF spoils in the signs: a closing
 * quotation mark of another kind than its opening one, and a missing space
 * between a sentence and a bracket.
 *
 * Returns: (transfer full): the text
 */
char *
spz_import_text_repair (const char *text,
                        gboolean   *repaired)
{
  GString *result = g_string_new (NULL);
  gboolean straight = FALSE;
  guint typographic = 0;

  *repaired = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x201E)
        typographic++;
      else if (c == '"')
        straight = !straight;
      else if (c == 0x201C || c == 0x201D)
        {
          if (typographic > 0)
            typographic--;
          else if (straight)
            {
              c = '"';
              straight = FALSE;
              *repaired = TRUE;
            }
        }

      g_string_append_unichar (result, c);

      if (c == '.' && p[1] == '(' && g_unichar_isalpha (g_utf8_get_char (p + 2)))
        {
          g_string_append_c (result, ' ');
          *repaired = TRUE;
        }
    }

  return g_string_free (result, FALSE);
}

/**
 * spz_import_text_strip_tags:
 * @text: a text with crumbs of HTML
 * @separator: what tags that end or begin something become
 *
 * Replaces every tag by a separator, except those of emphasis, which become
 * Markdown.
 *
 * Returns: (transfer full): the text
 */
char *
spz_import_text_strip_tags (const char *text,
                            char        separator)
{
  static const struct
  {
    const char *tag;
    const char *markdown;
  } emphasis[] = {
    { "b", "**" }, { "strong", "**" }, { "i", "*" }, { "em", "*" },
  };
  GString *result = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '<' ? strchr (text, '>') : NULL;
      const char *name = text + 1;
      const char *markdown = NULL;
      gsize length;

      /* An escaped bracket is a bracket. */
      if (*text == '\\' && text[1] == '<')
        {
          g_string_append_len (result, text, 2);
          text += 2;
          continue;
        }
      if (end == NULL || (!g_ascii_isalpha (*name) && *name != '/'))
        {
          g_string_append_c (result, *text++);
          continue;
        }

      if (*name == '/')
        name++;
      length = strcspn (name, " />");
      for (guint i = 0; i < G_N_ELEMENTS (emphasis); i++)
        if (strlen (emphasis[i].tag) == length &&
            g_ascii_strncasecmp (name, emphasis[i].tag, length) == 0)
          markdown = emphasis[i].markdown;

      if (markdown != NULL)
        g_string_append (result, markdown);
      else
        g_string_append_c (result, separator);
      text = end + 1;
    }

  return g_string_free (result, FALSE);
}

static gboolean
drop_reference (const GMatchInfo *match,
                GString          *result,
                gpointer          sources)
{
  g_autofree char *number = g_match_info_fetch (match, 1);

  if (!g_hash_table_contains (sources, number))
    {
      g_autofree char *whole = g_match_info_fetch (match, 0);

      g_string_append (result, whole);
    }

  return FALSE;
}

static gboolean
drop_source (const GMatchInfo *match,
             GString          *result,
             gpointer          sources)
{
  g_hash_table_add (sources, g_match_info_fetch (match, 1));

  return FALSE;
}

/**
 * spz_import_text_drop_sources:
 * @text: a text that may be one of our own papers
 *
 * Leaves out the notes that say where figures are from, and the references to
 * them, as our papers in Markdown ("[^1]") and text ("[1]") have them. They are
 * made of the figures again. Other notes stay what they are.
 *
 * Returns: (transfer full): the text
 */
char *
spz_import_text_drop_sources (const char *text)
{
  g_autoptr (GHashTable) sources = NULL;
  g_autoptr (GRegex) notes = NULL;
  g_autoptr (GRegex) references = NULL;
  g_autofree char *without = NULL;
  char *clean;

  if (strstr (text, SPZ_NOTE_SOURCE) == NULL)
    return g_strdup (text);

  sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  notes = g_regex_new ("^\\[\\^?(\\d{1,6})\\]:? " SPZ_NOTE_SOURCE "[^\n]*\n?(?: {4}[^\n]*\n?)*+", G_REGEX_MULTILINE, 0,
                       NULL);
  without = g_regex_replace_eval (notes, text, -1, 0, 0, drop_source, sources, NULL);
  if (without == NULL || g_hash_table_size (sources) == 0)
    return g_strdup (text);

  references = g_regex_new ("\\x{00A0}?(?<!\\\\)\\[\\^?(\\d{1,6})\\]", 0, 0, NULL);
  clean = g_regex_replace_eval (references, without, -1, 0, 0, drop_reference, sources, NULL);

  return clean != NULL ? clean : g_strdup (text);
}
