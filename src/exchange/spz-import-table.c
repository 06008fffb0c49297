/* spz-import-table.c: a timeline and milestones from tables
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-outline-private.h"

#include "spz-csv.h"
#include "spz-error.h"
#include "spz-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A year beyond is a slip of the pen, and a plan of thousands of years */
#define FIRST_YEAR 1900
#define LAST_YEAR 2200

typedef enum
{
  COLUMN_MEASURE,
  COLUMN_PHASE,
  COLUMN_START,
  COLUMN_END,
  COLUMN_MILESTONE,
  COLUMN_DATE,
  COLUMN_CERTAINTY,
  N_COLUMNS
} Column;

/* What a column may be called, folded; the first two are this program's. */
static const struct
{
  Column      column;
  const char *name;
} column_names[] = {
  { COLUMN_MEASURE, "measure" },           { COLUMN_MEASURE, "massnahme" },
  { COLUMN_PHASE, "phase" },               { COLUMN_START, "start_quarter" },
  { COLUMN_START, "start" },               { COLUMN_START, "beginn" },
  { COLUMN_START, "von" },                 { COLUMN_END, "end_quarter" },
  { COLUMN_END, "end" },                   { COLUMN_END, "ende" },
  { COLUMN_END, "bis" },                   { COLUMN_MILESTONE, "milestone" },
  { COLUMN_MILESTONE, "meilenstein" },     { COLUMN_DATE, "date" },
  { COLUMN_DATE, "datum" },                { COLUMN_DATE, "termin" },
  { COLUMN_CERTAINTY, "date_certainty" },  { COLUMN_CERTAINTY, "certainty" },
  { COLUMN_CERTAINTY, "sicherheit" },      { COLUMN_CERTAINTY, "verbindlichkeit" },
};

typedef struct
{
  SpzImport *import;
  int        columns[N_COLUMNS];
} Table;

static gboolean
read_head (Table            *self,
           const SpzCsvRow  *head,
           GError          **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i] = -1;

  for (guint i = 0; i < head->n_cells; i++)
    {
      g_autofree char *folded = spz_text_fold (head->cells[i]);
      gboolean known = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (column_names); j++)
        if (g_str_equal (folded, column_names[j].name))
          {
            if (self->columns[column_names[j].column] >= 0)
              {
                g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                             /* Translators: %s is a column's name */
                             _("Line 1: there are two columns for “%s”. Please keep one of them."),
                             head->cells[i]);
                return FALSE;
              }
            self->columns[column_names[j].column] = (int) i;
            known = TRUE;
          }
      if (!known && *folded != '\0')
        spz_import_add_message (self->import, head->line, _("Column “%s” is not known and was left out."),
                                head->cells[i]);
    }

  return TRUE;
}

static const char *
get_cell (Table           *self,
          const SpzCsvRow *row,
          Column           column)
{
  int index = self->columns[column];

  return index >= 0 && (guint) index < row->n_cells ? row->cells[index] : "";
}

static gboolean
need_columns (Table        *self,
              const Column *needed,
              const char   *names,
              GError      **error)
{
  for (; *needed != N_COLUMNS; needed++)
    if (self->columns[*needed] < 0)
      {
        g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                     _("Line 1: the table needs the columns %s."), names);
        return FALSE;
      }

  return TRUE;
}

static gboolean
need_text (const char  *text,
           guint        line,
           const char  *column,
           GError     **error)
{
  if (*text != '\0')
    return TRUE;

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("Line %u: “%s” is empty."), line, column);

  return FALSE;
}

static gboolean
read_period (const char    *text,
             guint          line,
             SpzDate       *start,
             SpzDate       *end,
             SpzPrecision  *precision,
             GError       **error)
{
  SpzDate first, last;
  int year, last_year;

  if (spz_period_parse (text, &first, &last, precision))
    {
      spz_date_get (first, &year, NULL, NULL);
      spz_date_get (last, &last_year, NULL, NULL);
      if (year >= FIRST_YEAR && last_year <= LAST_YEAR)
        {
          if (start != NULL)
            *start = first;
          if (end != NULL)
            *end = last;
          return TRUE;
        }

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: “%s” is not in the years %d to %d."), line, text, FIRST_YEAR, LAST_YEAR);
      return FALSE;
    }

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               _("Line %u: “%s” is neither a quarter like 2021-Q3 nor a date like 2021-07-01."),
               line, text);

  return FALSE;
}

static gboolean
read_phase (Table            *self,
            const SpzCsvRow  *row,
            GError          **error)
{
  const char *measure = get_cell (self, row, COLUMN_MEASURE);
  const char *title = get_cell (self, row, COLUMN_PHASE);
  SpzImportPhase *phase;
  SpzPrecision start_precision, end_precision;
  SpzDate start, end;

  if (!need_text (measure, row->line, "measure", error) ||
      !need_text (title, row->line, "phase", error) ||
      !read_period (get_cell (self, row, COLUMN_START), row->line, &start, NULL,
                    &start_precision, error) ||
      !read_period (get_cell (self, row, COLUMN_END), row->line, NULL, &end, &end_precision, error))
    return FALSE;

  if (end < start)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: phase “%s” ends before it starts."), row->line, title);
      return FALSE;
    }

  phase = spz_import_add_phase (self->import, measure, title, row->line);
  phase->start = start;
  phase->end = end;
  phase->precision = MIN (start_precision, end_precision);
  phase->certainty = spz_import_guess_certainty (title);

  return TRUE;
}

/* "voraussichtlich (Ostern 2021)": the word in front, the wording in brackets. */
static void
read_certainty (SpzImportMilestone *milestone,
                const char         *text)
{
  g_autofree char *folded = spz_text_fold (text);
  const char *open = strchr (text, '(');
  const char *close = strrchr (text, ')');

  if (strstr (folded, "gesetzlich") != NULL || strstr (folded, "frist") != NULL)
    milestone->kind = SPZ_MILESTONE_DEADLINE;
  if (strstr (folded, "voraussichtlich") != NULL || strstr (folded, "expected") != NULL)
    milestone->certainty = SPZ_CERTAINTY_EXPECTED;
  else if (strstr (folded, "geplant") != NULL || strstr (folded, "planned") != NULL)
    milestone->certainty = SPZ_CERTAINTY_PLANNED;

  if (open != NULL && close != NULL && close > open + 1)
    {
      g_autofree char *word = g_strstrip (g_strndup (text, open - text));
      g_autofree char *when = g_strndup (open + 1, close - open - 1);
      SpzPrecision precision;

      g_free (milestone->wording);
      milestone->wording = *word != '\0' ? g_strdup_printf ("%s %s", word, when) : g_strdup (when);
      if (spz_import_parse_when (when, NULL, NULL, &precision))
        milestone->precision = precision;
    }
}

static gboolean
read_milestone (Table            *self,
                const SpzCsvRow  *row,
                GError          **error)
{
  const char *title = get_cell (self, row, COLUMN_MILESTONE);
  SpzImportMilestone *milestone;
  SpzPrecision precision;
  SpzDate date;

  if (!need_text (title, row->line, "milestone", error) ||
      !read_period (get_cell (self, row, COLUMN_DATE), row->line, &date, NULL, &precision, error))
    return FALSE;

  milestone = spz_import_add_milestone (self->import, title, row->line);
  milestone->date = date;
  milestone->precision = precision;
  milestone->kind = g_str_has_prefix (title, "Start") ? SPZ_MILESTONE_START : SPZ_MILESTONE_DECISION;
  g_free (milestone->measure);
  milestone->measure = g_strdup (get_cell (self, row, COLUMN_MEASURE));
  read_certainty (milestone, get_cell (self, row, COLUMN_CERTAINTY));

  return TRUE;
}

/**
 * spz_import_read_table:
 * @import: the result; its kind may be guessed from the table's head
 * @text: a table, valid UTF-8
 * @error: return location for an error, which names the line
 *
 * Reads measures with their phases, or milestones. A row that can't be right
 * is an error: half a plan is worse than none.
 *
 * Returns: whether all rows were read
 */
gboolean
spz_import_read_table (SpzImport   *import,
                       const char  *text,
                       GError     **error)
{
  static const Column timeline_columns[] = {
    COLUMN_MEASURE, COLUMN_PHASE, COLUMN_START, COLUMN_END, N_COLUMNS
  };
  static const Column milestone_columns[] = { COLUMN_MILESTONE, COLUMN_DATE, N_COLUMNS };
  g_autoptr (GPtrArray) rows = spz_csv_parse (text, error);
  Table self = { import };

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("The table is empty."));
      return FALSE;
    }

  if (!read_head (&self, g_ptr_array_index (rows, 0), error))
    return FALSE;
  if (import->kind == SPZ_IMPORT_ANY)
    import->kind = self.columns[COLUMN_MILESTONE] >= 0 ? SPZ_IMPORT_MILESTONES : SPZ_IMPORT_TIMELINE;

  if (import->kind == SPZ_IMPORT_MILESTONES)
    {
      if (!need_columns (&self, milestone_columns, "milestone, date", error))
        return FALSE;
    }
  else if (!need_columns (&self, timeline_columns, "measure, phase, start_quarter, end_quarter", error))
    return FALSE;

  for (guint i = 1; i < rows->len; i++)
    {
      const SpzCsvRow *row = g_ptr_array_index (rows, i);

      if (!(import->kind == SPZ_IMPORT_MILESTONES ? read_milestone (&self, row, error)
                                                  : read_phase (&self, row, error)))
        return FALSE;
    }

  return TRUE;
}
