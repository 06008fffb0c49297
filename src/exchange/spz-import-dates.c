/* spz-import-dates.c: meetings and other dates a text names
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-outline-private.h"

#include "spz-inline.h"
#include "spz-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* How far from a date what takes place may be named, in bytes */
#define MAX_CONTEXT 400

#define MONTHS "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

#define DATE_PATTERN                                                                \
  "\\b(?<day>\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|(?:" MONTHS "))\\s?\\d{4})\\b"            \
  "|\\bKW\\s?(?<week>\\d{1,2})\\b(?:\\s?/\\s?(?<year>\\d{4}))?"

/* What takes place on a day: a word that ends so, or is this. */
#define EVENT                                                                       \
  "(?:[\\pL-]*(?:[Tt]ermin|[Ww]orkshop|[Ss]itzung|[Aa]uftakt|[Kk]onferenz|[Kk]lausur" \
  "|[Bb]esprechung|[Vv]eranstaltung|[Bb]eratung|[Tt]reffen|[Aa]usschuss)"           \
  "|Rat|VV|Verwaltungsvorstand)\\b"

/* "Zweiter Workshop-Termin in" before a date, in the same clause; a few words
 * may stand between. */
#define BEFORE_PATTERN                                                              \
  "(?<event>(?:\\b\\p{Lu}\\p{Ll}+e[rs]?\\s+)?(?<![\\pL-])" EVENT                     \
  "(?:\\s+(?!am\\b|vom\\b|in\\b)[^\\s,;.:]+){0,4})\\s+(?:am|vom|in|in der)\\s+$"

/* "ein Abstimmungstermin stattgefunden" after it */
#define AFTER_PATTERN                                                               \
  "\\b(?:ein|eine|der|die|das)\\s+(?<event>(?<![\\pL-])" EVENT ")\\s+"               \
  "(?:stattgefunden|statt\\b|durchgeführt|stattfindet)"

typedef struct
{
  SpzImport *import;
  GRegex    *date;
  GRegex    *before;
  GRegex    *after;
} Finder;

/**
 * spz_import_parse_when:
 * @text: a text
 * @start: (out) (optional): its first day
 * @end: (out) (optional): its last day
 * @precision: (out) (optional): what was named
 *
 * Reads a period as spz_period_parse(), after words that say how sure it is:
 * "voraussichtlich Ostern 2021".
 *
 * Returns: whether it is a period; if not, nothing is set
 */
gboolean
spz_import_parse_when (const char   *text,
                       SpzDate      *start,
                       SpzDate      *end,
                       SpzPrecision *precision)
{
  g_autofree char *squeezed = spz_text_squeeze (text);
  const char *p = squeezed;

  while (*p != '\0')
    {
      if (spz_period_parse (p, start, end, precision))
        return TRUE;

      if (g_ascii_strncasecmp (p, "Ostern ", 7) == 0 && strlen (p) == 11 && atoi (p + 7) > 1900)
        {
          SpzDate easter = spz_date_easter (atoi (p + 7));

          if (start != NULL)
            *start = easter;
          if (end != NULL)
            *end = easter;
          if (precision != NULL)
            *precision = SPZ_PRECISION_MONTH;
          return TRUE;
        }

      /* Only small words may stand before it. */
      if (g_ascii_isdigit (*p))
        return FALSE;
      p = strchr (p, ' ');
      if (p == NULL)
        return FALSE;
      p++;
    }

  return FALSE;
}

static char *
find_event (Finder     *self,
            const char *before,
            const char *after)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *sentence = NULL;
  const char *end;

  if (g_regex_match (self->before, before, G_REGEX_MATCH_DEFAULT, &info))
    return g_match_info_fetch_named (info, "event");
  g_clear_pointer (&info, g_match_info_free);

  end = g_strstr_len (after, MAX_CONTEXT, ". ");
  sentence = g_utf8_substring (after, 0, MIN (end != NULL ? g_utf8_pointer_to_offset (after, end)
                                                          : MAX_CONTEXT,
                                              g_utf8_strlen (after, MAX_CONTEXT)));
  if (g_regex_match (self->after, sentence, G_REGEX_MATCH_DEFAULT, &info))
    return g_match_info_fetch_named (info, "event");

  return NULL;
}

/* What stands before a date in its sentence and clause. */
static char *
get_clause (const char *text,
            int         end)
{
  const char *start = end > MAX_CONTEXT ? g_utf8_find_next_char (text + end - MAX_CONTEXT, text + end)
                                        : text;
  g_autofree char *head = g_strndup (start, text + end - start);
  const char *begin = head;

  for (const char *p = head; *p != '\0'; p++)
    if ((*p == ',' || *p == ';' || *p == ':' || (*p == '.' && !g_ascii_isdigit (p[-(p > head)]))) &&
        p[1] == ' ')
      begin = p + 2;

  return g_strdup (begin);
}

static gboolean
get_date (GMatchInfo   *info,
          SpzDate       meeting,
          SpzDate      *date,
          SpzPrecision *precision)
{
  g_autofree char *day = g_match_info_fetch_named (info, "day");
  g_autofree char *week = g_match_info_fetch_named (info, "week");
  g_autofree char *year = g_match_info_fetch_named (info, "year");
  g_autofree char *text = NULL;
  int meeting_year = 0;

  if (day != NULL && *day != '\0')
    return spz_period_parse (day, date, NULL, precision);

  if (meeting != SPZ_DATE_NONE)
    spz_date_get (meeting, &meeting_year, NULL, NULL);
  text = g_strdup_printf ("%d-W%02d",
                          year != NULL && *year != '\0' ? atoi (year) : meeting_year,
                          atoi (week));

  return spz_period_parse (text, date, NULL, precision);
}

static void
add_date (SpzImport              *import,
          const SpzImportSection *section,
          const SpzImportPoint   *point,
          const char             *title,
          SpzDate                 date,
          SpzPrecision            precision)
{
  SpzImportDate *named = g_new0 (SpzImportDate, 1);

  named->title = g_strdup (title);
  named->section = g_strdup (section->kind == SPZ_IMPORT_SECTION_ACTION_FIELD ? section->title : "");
  named->date = date;
  named->precision = precision;
  named->line = point->line;
  g_ptr_array_add (import->dates, named);
}

static void
find_in_point (Finder                 *self,
               const SpzImportSection *section,
               const SpzImportPoint   *point)
{
  g_autofree char *text = spz_inline_to_plain (point->text);
  g_autoptr (GMatchInfo) info = NULL;

  for (g_regex_match (self->date, text, G_REGEX_MATCH_DEFAULT, &info);
       g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      SpzDate date;
      SpzPrecision precision;
      int begin, end;
      g_autofree char *clause = NULL;
      g_autofree char *event = NULL;

      if (!get_date (info, self->import->date, &date, &precision))
        continue;

      g_match_info_fetch_pos (info, 0, &begin, &end);
      clause = get_clause (text, begin);
      event = find_event (self, clause, text + end);
      if (event != NULL)
        add_date (self->import, section, point, event, date, precision);
      else
        {
          g_autofree char *words = g_strndup (text + begin, end - begin);

          spz_import_add_message (self->import, point->line,
                                  _("The date “%s” was left in the text alone."), words);
        }
    }
}

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * spz_import_find_dates:
 * @import: a result with its points
 *
 * Finds the meetings and other dates its points name: "Auftakttermin am
 * 25.01.2021", "Workshop in KW 7". Dates of which the text doesn't say so
 * clearly what takes place stay in the text alone.
 */
void
spz_import_find_dates (SpzImport *import)
{
  g_autoptr (GRegex) date = compile (DATE_PATTERN);
  g_autoptr (GRegex) before = compile (BEFORE_PATTERN);
  g_autoptr (GRegex) after = compile (AFTER_PATTERN);
  Finder self = { import, date, before, after };

  for (guint i = 0; i < import->sections->len; i++)
    {
      const SpzImportSection *section = g_ptr_array_index (import->sections, i);

      for (guint j = 0; j < section->points->len; j++)
        find_in_point (&self, section, g_ptr_array_index (section->points, j));
    }
}
