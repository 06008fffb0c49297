/* spz-import-levels.c: the levels a text means but its form has lost
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-outline-private.h"

#include "spz-inline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Converted and extracted texts flatten levels, each in its own way. What
 * stands in the text itself is the same in all of them:
 *
 * - A point that is nothing but a title in quotation marks is a topic. What
 *   follows is about it until a conclusion or the next heading.
 * - A point that begins with "davon" breaks down the number of the point
 *   before; so do those after it, while their numbers don't exceed it.
 * - A last point that begins with "Insgesamt" or the like, after the end of a
 *   paragraph, concludes its topic. */

#define MAX_TOPIC 80

static const char *const conclusion_words[] = {
  "Insgesamt ", "Insgesamt:", "Zusammenfassend ", "Fazit:", "Im Ergebnis ", "Ergebnis:", "In Summe ",
};

typedef struct
{
  SpzImport *import;
  gboolean   in_topic;
  gboolean   topic_begins;
  int        shift;

  /* A breakdown: the number broken down and what is left of it */
  gboolean   in_breakdown;
  int        breakdown_raw;
  int        breakdown_level;
  gint64     left;

  /* The point before */
  int        raw;
  int        level;
  gint64     number;
} Levels;

static gboolean
is_digit_group (const char *p)
{
  return *p == '.' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) &&
         !g_ascii_isdigit (p[4]);
}

/* The first number that counts something: no date, no part of a name ("FB 40",
 * "30-ZV"), no percentage. -1 if there is none. */
static gint64
find_number (const char *text)
{
  for (const char *p = text; *p != '\0'; )
    {
      const char *begin = p;
      gint64 number = 0;

      if (!g_ascii_isdigit (*p) || (p > text && p[-1] != ' ' && p[-1] != '('))
        {
          p++;
          continue;
        }

      for (; g_ascii_isdigit (*p) || is_digit_group (p); p++)
        if (*p != '.' && number < G_MAXINT32)
          number = number * 10 + g_ascii_digit_value (*p);

      if ((*p == ' ' && p[1] != '%' && g_unichar_isalpha (g_utf8_get_char (p + 1))) || *p == '\0' ||
          *p == ')')
        {
          /* "FB 40", "Q 1", "KW 7": a name of capitals before it */
          if (begin - text < 3 || !g_ascii_isupper (begin[-2]) || !g_ascii_isupper (begin[-3]))
            return number;
        }
    }

  return -1;
}

static gboolean
is_topic (const char *text)
{
  static const char *const marks[][2] = {
    { "\u201E", "\u201C" }, { "\u201E", "\u201D" }, { "\u201C", "\u201D" },
    { "\u00BB", "\u00AB" }, { "\u00AB", "\u00BB" }, { "\"", "\"" },
  };

  if (g_utf8_strlen (text, -1) > MAX_TOPIC)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize open = strlen (marks[i][0]);
      gsize close = strlen (marks[i][1]);
      gsize length = g_str_has_suffix (text, ":") ? strlen (text) - 1 : strlen (text);

      if (length > open + close && g_str_has_prefix (text, marks[i][0]) &&
          strncmp (text + length - close, marks[i][1], close) == 0 &&
          strstr (text + open, marks[i][1]) == text + length - close)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_conclusion (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (conclusion_words); i++)
    if (g_str_has_prefix (text, conclusion_words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_breakdown (const char *text)
{
  return g_str_has_prefix (text, "davon ") || g_str_has_prefix (text, "Davon ");
}

/* The level within the topic: its points stand at least one level below it,
 * however deep the source put the first of them. */
static int
place_in_topic (Levels *self,
                int     raw)
{
  if (!self->in_topic)
    return raw;

  if (self->topic_begins)
    self->shift = MAX (0, 2 - raw);
  self->topic_begins = FALSE;

  return MAX (2, raw + self->shift);
}

/* The level within a breakdown: one below the number that is broken down. */
static int
place_in_breakdown (Levels     *self,
                    const char *text,
                    int         raw,
                    int         level,
                    guint       line)
{
  gint64 number = find_number (text);

  if (!self->in_breakdown && is_breakdown (text) && raw == self->raw && self->number > 0)
    {
      self->in_breakdown = TRUE;
      self->breakdown_raw = raw;
      self->breakdown_level = self->level + 1;
      self->left = self->number;
      spz_import_add_message (self->import, line,
                              _("“davon” breaks down the point before: one level deeper."));
    }
  if (!self->in_breakdown)
    return level;

  if (raw != self->breakdown_raw || number < 0 || number > self->left)
    {
      self->in_breakdown = FALSE;
      return level;
    }

  self->left -= number;

  return self->breakdown_level;
}

static void
settle_bullet (Levels         *self,
               SpzImportItem *item)
{
  g_autofree char *text = spz_inline_to_plain (item->text);
  int raw = item->level;
  int level;

  if (item->gap && self->in_topic && is_conclusion (text))
    {
      item->kind = SPZ_IMPORT_ITEM_CONCLUSION;
      item->level = 1;
      self->in_topic = self->in_breakdown = FALSE;
      spz_import_add_message (self->import, item->line, _("Read as the conclusion of its topic."));
      return;
    }

  if (is_topic (text))
    {
      self->in_topic = self->topic_begins = TRUE;
      self->in_breakdown = FALSE;
      level = 1;
      spz_import_add_message (self->import, item->line,
                              _("A title in quotation marks: what follows is about it."));
    }
  else
    {
      level = place_in_topic (self, raw);
      level = place_in_breakdown (self, text, raw, level, item->line);
    }

  item->level = CLAMP (level, 1, MIN (self->level + 1, SPZ_IMPORT_MAX_LEVEL));
  if (level > SPZ_IMPORT_MAX_LEVEL)
    spz_import_add_message (self->import, item->line,
                            _("Deeper than three levels: put on the third."));

  self->raw = raw;
  self->level = item->level;
  self->number = find_number (text);
}

/**
 * spz_import_settle_levels:
 * @import: the result, which gets messages
 * @items: (element-type SpzImportItem): the items of a text
 *
 * Gives points the levels the text means, so that the same text comes out the
 * same whatever its form: see the head of this file.
 */
void
spz_import_settle_levels (SpzImport *import,
                          GPtrArray *items)
{
  Levels self = { import };

  for (guint i = 0; i < items->len; i++)
    {
      SpzImportItem *item = g_ptr_array_index (items, i);

      if (item->kind == SPZ_IMPORT_ITEM_BULLET)
        settle_bullet (&self, item);
      else if (item->kind == SPZ_IMPORT_ITEM_TEXT)
        item->level = CLAMP (item->level, 1, MAX (self.level, 1));
      else
        self = (Levels) { import };

      if (item->kind == SPZ_IMPORT_ITEM_CONCLUSION)
        item->level = 1;
    }
}
