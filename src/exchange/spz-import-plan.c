/* spz-import-plan.c: what is left of a timeline in a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-outline-private.h"

#include "spz-import-text-private.h"
#include "spz-inline.h"
#include "spz-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A PDF's text holds a timeline's words without their places: the measures
 * follow the axis, then come milestones and a footnote, then the labels of all
 * bars, of which nobody knows any more to which measure they belong. */

typedef enum
{
  PART_BEFORE,
  PART_MEASURES,
  PART_LABELS,
} Part;

typedef struct
{
  SpzImport *import;
  Part       part;
  gboolean   shows_breaks;
  GString   *measure;
  guint      measure_line;
} Plan;

static const char *const milestone_words[] = { "Milestone:", "Meilenstein:" };

static void
keep_unplaced (Plan       *self,
               const char *text,
               guint       line)
{
  g_ptr_array_add (self->import->unplaced, spz_text_squeeze (text));
  spz_import_add_message (self->import, line,
                          _("“%s” in the plan: the text doesn’t say where it belongs. "
                            "It was kept as text."),
                          text);
}

static void
finish_measure (Plan *self)
{
  g_autofree char *title = spz_text_squeeze (self->measure->str);

  if (*title != '\0')
    {
      spz_import_add_phase (self->import, title, "", self->measure_line);
      spz_import_add_message (self->import, self->measure_line,
                              _("Measure “%s” has no dates in the text."), title);
    }
  g_string_truncate (self->measure, 0);
}

static void
take_measure (Plan          *self,
              const SpzLine *line)
{
  if (self->measure->len == 0)
    self->measure_line = line->number;
  spz_import_text_append (self->measure, line->text);

  if (!(self->shows_breaks && line->open_end) &&
      !spz_import_text_is_unfinished (self->measure->str, TRUE))
    finish_measure (self);
}

static const char *
find_milestone_word (const char  *text,
                     const char **after)
{
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (milestone_words); i++)
    {
      const char *p = strstr (text, milestone_words[i]);

      if (p != NULL && (first == NULL || p < first))
        {
          first = p;
          *after = p + strlen (milestone_words[i]);
        }
    }

  return first;
}

/* "OZG-Endfrist 31.12.2022", "Start (voraussichtlich Ostern 2021)" */
static void
take_milestone (Plan       *self,
                const char *text,
                guint       line)
{
  g_autofree char *title = spz_text_squeeze (text);
  char *bracket = strrchr (title, '(');
  char *last = strrchr (title, ' ');
  g_autofree char *wording = NULL;
  SpzImportMilestone *milestone;
  SpzDate date = SPZ_DATE_NONE;
  SpzPrecision precision = SPZ_PRECISION_DAY;

  if (bracket != NULL && g_str_has_suffix (title, ")"))
    {
      wording = g_strndup (bracket + 1, strlen (bracket) - 2);
      if (spz_import_parse_when (wording, &date, NULL, &precision))
        *bracket = '\0';
    }
  else if (last != NULL && spz_import_parse_when (last + 1, &date, NULL, &precision))
    *last = '\0';

  if (date == SPZ_DATE_NONE)
    {
      g_autofree char *whole = g_strconcat ("Meilenstein: ", title, NULL);

      g_ptr_array_add (self->import->unplaced, g_steal_pointer (&whole));
      spz_import_add_message (self->import, line,
                              _("Milestone “%s” has no date. It was kept as text."), title);
      return;
    }

  milestone = spz_import_add_milestone (self->import, g_strchomp (title), line);
  milestone->date = date;
  milestone->precision = precision;
  milestone->kind = spz_import_guess_milestone_kind (title);
  if (wording != NULL && !g_ascii_isdigit (*wording))
    {
      milestone->certainty = g_str_has_prefix (wording, "geplant") ? SPZ_CERTAINTY_PLANNED
                                                                   : SPZ_CERTAINTY_EXPECTED;
      g_free (milestone->wording);
      milestone->wording = g_steal_pointer (&wording);
    }
}

static void
take_milestones (Plan       *self,
                 const char *text,
                 guint       line)
{
  const char *begin = NULL;
  const char *word = find_milestone_word (text, &begin);

  while (word != NULL)
    {
      const char *next_begin = NULL;
      const char *next = find_milestone_word (begin, &next_begin);
      g_autofree char *one = next != NULL ? g_strndup (begin, next - begin) : g_strdup (begin);

      take_milestone (self, one, line);
      word = next;
      begin = next_begin;
    }
}

/* "2020", "Q1": a part of the axis. */
static gboolean
is_axis_label (const char *text)
{
  return g_regex_match_simple ("^(Q[1-4]|\\d{4})$", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/* "Maßnahmen Q1 Q2 Q3 Q4 Q1 …": the axis. */
static gboolean
is_axis (const char *text)
{
  return g_regex_match_simple ("(\\bQ[1-4]\\b.*){4}", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static void
take_plan_line (Plan          *self,
                const SpzLine *line)
{
  const char *after;

  if (is_axis (line->text))
    {
      self->part = PART_MEASURES;
      return;
    }

  if (is_axis_label (line->text))
    return;

  if (line->glyph == '*')
    {
      finish_measure (self);
      g_ptr_array_add (self->import->footnotes, spz_text_squeeze (line->text));
      self->part = PART_LABELS;
    }
  else if (find_milestone_word (line->text, &after) != NULL)
    {
      finish_measure (self);
      take_milestones (self, line->text, line->number);
      self->part = PART_LABELS;
    }
  else if (self->part == PART_MEASURES)
    take_measure (self, line);
  else
    keep_unplaced (self, line->text, line->number);
}

/* Whether a space at the end of a line tells that its cell goes on. */
static gboolean
shows_breaks (SpzLines *lines,
              guint     index)
{
  guint n_open = 0;
  guint n_lines = 0;

  for (; index < lines->items->len; index++, n_lines++)
    n_open += spz_lines_get (lines, index)->open_end ? 1 : 0;

  return n_open * 2 < n_lines;
}

/* "Q1 bis Q4 2020", "Q3 2021 bis Q2 2022", "Q3 2021": what spz_period_format()
 * writes, and what others put for "bis". */
static gboolean
parse_span (const char   *text,
            SpzDate      *start,
            SpzDate      *end,
            SpzPrecision *precision)
{
  static const char *const separators[] = { " bis ", " \u2013 ", " - ", " to " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_auto (GStrv) ends = g_strsplit (text, separators[i], 2);
      g_autofree char *dated = NULL;
      const char *year;

      if (ends[0] == NULL || ends[1] == NULL)
        continue;

      year = strrchr (ends[1], ' ');
      dated = g_strconcat (ends[0], year, NULL);
      return (spz_period_parse (ends[0], start, NULL, precision) ||
              spz_period_parse (dated, start, NULL, precision)) &&
             spz_period_parse (ends[1], NULL, end, NULL) && *start <= *end;
    }

  return spz_period_parse (text, start, end, precision);
}

static gboolean
take_phase_row (SpzImport  *import,
                char      **cells,
                guint       line)
{
  g_autofree char *measure = spz_inline_to_plain (cells[0]);
  g_autofree char *title = spz_inline_to_plain (cells[1]);
  SpzImportPhase *phase;
  SpzPrecision precision;
  SpzDate start, end;

  if (!parse_span (cells[2], &start, &end, &precision))
    return FALSE;

  phase = spz_import_add_phase (import, measure, title, line);
  phase->start = start;
  phase->end = end;
  phase->precision = precision;
  phase->certainty = spz_import_guess_certainty (title);

  return TRUE;
}

static void
take_milestone_row (Plan   *self,
                    char  **cells,
                    guint   line)
{
  g_autofree char *whole = g_strdup_printf ("%s (%s)", cells[0], cells[1]);
  g_autofree char *plain = spz_inline_to_plain (whole);

  take_milestone (self, plain, line);
}

/**
 * spz_import_take_plan_cells:
 * @import: the result, which gets a phase or a milestone
 * @cells: a row of a plan's tables, inline Markdown: measure, phase and period,
 *   or milestone and date
 * @line: where it stands in the source
 *
 * Takes a row of a table under a plan's title. One that can't be read is kept
 * as text.
 */
void
spz_import_take_plan_cells (SpzImport  *import,
                            char      **cells,
                            guint       line)
{
  Plan self = { import };
  guint n = g_strv_length (cells);

  if (n == 2)
    {
      take_milestone_row (&self, cells, line);
    }
  else if (n != 3 || !take_phase_row (import, cells, line))
    {
      g_autofree char *whole = g_strjoinv (" · ", cells);
      g_autofree char *plain = spz_inline_to_plain (whole);

      keep_unplaced (&self, plain, line);
    }
}

/* The paragraph below the tables */
static guint
take_note (SpzImport *import,
           SpzLines  *lines,
           guint      index)
{
  g_autoptr (GString) note = g_string_new (NULL);
  const SpzLine *line;

  for (; (line = spz_lines_get (lines, index)) != NULL && line->mark == SPZ_LINE_PLAIN; index++)
    spz_import_text_append (note, line->text);

  g_free (import->plan_note);
  import->plan_note = spz_inline_to_plain (note->str);

  return index;
}

/* Tables of phases and of milestones, as the Markdown writer puts them under a
 * plan's title. */
static guint
take_table (SpzImport *import,
            SpzLines  *lines,
            guint      index)
{
  Plan self = { import };
  gboolean milestones = FALSE;
  const SpzLine *line;

  for (; (line = spz_lines_get (lines, index)) != NULL && line->mark == SPZ_LINE_ROW; index++)
    {
      g_auto (GStrv) cells = spz_line_split_row (line);
      guint n_cells = g_strv_length (cells);

      if (line->gap)
        {
          milestones = n_cells == 2;
          continue;
        }
      if (strspn (line->text, "|-: ") == strlen (line->text))
        continue;

      if (milestones && n_cells == 2)
        take_milestone_row (&self, cells, line->number);
      else if (milestones || n_cells != 3 || !take_phase_row (import, cells, line->number))
        keep_unplaced (&self, line->text, line->number);
    }

  return take_note (import, lines, index);
}

/**
 * spz_import_take_plan:
 * @import: the result, which gets measures, milestones and footnotes
 * @lines: the lines of a text
 * @index: the line after the plan's heading
 *
 * Takes what a text holds of a plan. Labels without a place are kept as text.
 *
 * Returns: the first line after the plan
 */
guint
spz_import_take_plan (SpzImport *import,
                      SpzLines  *lines,
                      guint      index)
{
  Plan self = { import, PART_BEFORE, shows_breaks (lines, index) };
  const SpzLine *line = spz_lines_get (lines, index);

  if (line != NULL && line->mark == SPZ_LINE_ROW)
    return take_table (import, lines, index);

  self.measure = g_string_new (NULL);
  while ((line = spz_lines_get (lines, index)) != NULL && line->mark != SPZ_LINE_HEADING)
    {
      take_plan_line (&self, line);
      index++;
    }
  finish_measure (&self);
  g_string_free (self.measure, TRUE);

  return index;
}
