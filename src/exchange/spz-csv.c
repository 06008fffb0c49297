/* spz-csv.c: tables as comma-separated values
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-csv.h"

#include "spz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 4180, and what spreadsheets make of it: the separator may be a semicolon
 * (Excel with German settings) or a tab, lines may end in any way. */

typedef struct
{
  const char *p;
  char        separator;
  guint       line;
  GString    *cell;
  GPtrArray  *cells;
} Parser;

static void
row_free (SpzCsvRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

/* The separator that occurs most in the first line, outside of quotes. */
static char
guess_separator (const char *text)
{
  guint commas = 0, semicolons = 0, tabs = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      if (*text == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      commas += *text == ',';
      semicolons += *text == ';';
      tabs += *text == '\t';
    }

  if (semicolons > commas && semicolons >= tabs)
    return ';';

  return tabs > commas ? '\t' : ',';
}

/* Takes a line's end, as one of "\n", "\r\n", "\r". */
static gboolean
take_line_end (Parser *self)
{
  if (*self->p != '\n' && *self->p != '\r')
    return FALSE;

  if (self->p[0] == '\r' && self->p[1] == '\n')
    self->p++;
  self->p++;
  self->line++;

  return TRUE;
}

static gboolean
take_quoted (Parser  *self,
             GError **error)
{
  guint begin = self->line;

  self->p++;
  for (;;)
    {
      if (*self->p == '\0')
        {
          g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("Line %u: a quotation mark is opened and never closed."), begin);
          return FALSE;
        }
      if (*self->p == '"')
        {
          self->p++;
          if (*self->p != '"')
            return TRUE;
          g_string_append_c (self->cell, '"');
          self->p++;
        }
      else if (take_line_end (self))
        g_string_append_c (self->cell, '\n');
      else
        g_string_append_c (self->cell, *self->p++);
    }
}

static gboolean
take_cell (Parser  *self,
           GError **error)
{
  g_string_truncate (self->cell, 0);
  if (*self->p == '"' && !take_quoted (self, error))
    return FALSE;

  while (*self->p != '\0' && *self->p != self->separator && *self->p != '\n' && *self->p != '\r')
    g_string_append_c (self->cell, *self->p++);
  g_ptr_array_add (self->cells, g_strstrip (g_strdup (self->cell->str)));

  return TRUE;
}

static SpzCsvRow *
take_row (Parser  *self,
          GError **error)
{
  SpzCsvRow *row = g_new0 (SpzCsvRow, 1);

  row->line = self->line;
  self->cells = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      if (!take_cell (self, error))
        {
          g_ptr_array_unref (self->cells);
          g_free (row);
          return NULL;
        }
      if (*self->p != self->separator)
        break;
      self->p++;
    }
  take_line_end (self);

  row->n_cells = self->cells->len;
  g_ptr_array_add (self->cells, NULL);
  g_ptr_array_set_free_func (self->cells, NULL);
  row->cells = (char **) g_ptr_array_free (self->cells, FALSE);

  return row;
}

static gboolean
is_empty (const SpzCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return FALSE;

  return TRUE;
}

/**
 * spz_csv_parse:
 * @text: the table, valid UTF-8
 * @error: return location for an error
 *
 * Takes a table apart. The separator is a comma, a semicolon or a tab,
 * whatever the first line has most of. Empty rows are left out; white space
 * around a cell is, too.
 *
 * Returns: (transfer full) (element-type SpzCsvRow): the rows, or %NULL
 */
GPtrArray *
spz_csv_parse (const char  *text,
               GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  Parser parser = { text, guess_separator (text), 1, cell, NULL };

  while (*parser.p != '\0')
    {
      SpzCsvRow *row = take_row (&parser, error);

      if (row == NULL)
        return NULL;
      if (is_empty (row))
        row_free (row);
      else
        g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}
