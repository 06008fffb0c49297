/* spz-pdf-check-table.c: whether a PDF's table is one for those who hear it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Wider or longer than any table that is read aloud */
#define MAX_SPAN 1000
#define MAX_AREA 4000000

/**
 * Cell:
 * @is_header: whether it is a header cell
 * @heads_column: whether it says that it heads its column
 * @heads_row: whether it says that it heads its row
 * @row: its first row
 * @column: its first column
 */
typedef struct
{
  gboolean  is_header;
  gboolean  heads_column;
  gboolean  heads_row;
  guint     row;
  guint     column;
  guint     n_rows;
  guint     n_columns;

  /* Owned */
  char     *id;
  GStrv     headers;
} Cell;

/**
 * Table:
 * @cells: (element-type Cell): in order
 * @grid: (element-type guint8): for each row the columns that are taken
 */
typedef struct
{
  SpzPdfChecker *checker;
  guint          n_rows;
  guint          area;     /* that cells take up */

  /* Owned */
  GPtrArray     *cells;
  GPtrArray     *grid;    /* GByteArray */
} Table;

static void
cell_free (gpointer data)
{
  Cell *self = data;

  g_free (self->id);
  g_strfreev (self->headers);
  g_free (self);
}

static guint
get_span (SpzPdfChecker      *checker,
          const SpzPdfObject *element,
          const char         *key)
{
  g_auto (SpzPdfObject) value = spz_pdf_get_attribute (checker, element, "/Table", key);
  gint64 span;

  return spz_pdf_object_to_int (&value, &span) ? (guint) CLAMP (span, 1, MAX_SPAN) : 1;
}

static GStrv
get_headers (SpzPdfChecker      *checker,
             const SpzPdfObject *element)
{
  g_auto (SpzPdfObject) headers = spz_pdf_get_attribute (checker, element, "/Table", "/Headers");
  guint n_headers = spz_pdf_object_get_length (&headers);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n_headers; i++)
    {
      g_auto (SpzPdfObject) item = spz_pdf_object_get_item (&headers, i);
      g_autofree char *id = spz_pdf_object_to_text (&item);

      if (id != NULL)
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/* The grid */

static GByteArray *
get_row (Table *self,
         guint  row)
{
  while (self->grid->len <= row)
    g_ptr_array_add (self->grid, g_byte_array_new ());

  return g_ptr_array_index (self->grid, row);
}

/* Whether a place was taken before */
static gboolean
take (Table *self,
      guint  row,
      guint  column)
{
  GByteArray *places = get_row (self, row);
  guint length = places->len;
  gboolean taken;

  if (length <= column)
    {
      g_byte_array_set_size (places, column + 1);
      memset (places->data + length, 0, column + 1 - length);
    }
  taken = places->data[column] != 0;
  places->data[column] = 1;

  return taken;
}

static gboolean
is_taken (Table *self,
          guint  row,
          guint  column)
{
  GByteArray *places = get_row (self, row);

  return column < places->len && places->data[column] != 0;
}

static void
place (Table *self,
       Cell  *cell)
{
  gboolean overlaps = FALSE;

  for (guint i = 0; i < cell->n_rows; i++)
    for (guint j = 0; j < cell->n_columns; j++)
      overlaps = take (self, cell->row + i, cell->column + j) || overlaps;

  if (overlaps)
    spz_pdf_checker_report (self->checker, "7.2", NULL, _("Cells of a table overlap"));
}

/* Reading */

static void
add_cell (Table              *self,
          const SpzPdfObject *element,
          const char         *role,
          guint              *column)
{
  g_auto (SpzPdfObject) scope = spz_pdf_get_attribute (self->checker, element, "/Table", "/Scope");
  Cell *cell = g_new0 (Cell, 1);

  while (is_taken (self, self->n_rows, *column))
    (*column)++;

  cell->is_header = g_str_equal (role, "TH");
  cell->heads_column = spz_pdf_object_is_name (&scope, "/Column") || spz_pdf_object_is_name (&scope, "/Both");
  cell->heads_row = spz_pdf_object_is_name (&scope, "/Row") || spz_pdf_object_is_name (&scope, "/Both");
  cell->row = self->n_rows;
  cell->column = *column;
  cell->n_rows = get_span (self->checker, element, "/RowSpan");
  cell->n_columns = get_span (self->checker, element, "/ColSpan");
  cell->id = spz_pdf_object_get_text (element, "/ID");
  cell->headers = get_headers (self->checker, element);
  g_ptr_array_add (self->cells, cell);
  self->area += cell->n_rows * cell->n_columns;

  place (self, cell);
  *column += cell->n_columns;
}

static void
add_cells (Table              *self,
           const SpzPdfObject *row)
{
  g_auto (SpzPdfObject) kids = spz_pdf_object_get (row, "/K");
  gboolean is_array = spz_pdf_object_is_array (&kids);
  guint n_kids = is_array ? spz_pdf_object_get_length (&kids) : 1;
  guint column = 0;

  for (guint i = 0; i < n_kids && self->area < MAX_AREA; i++)
    {
      g_auto (SpzPdfObject) kid = is_array ? spz_pdf_object_get_item (&kids, i) : spz_pdf_object_copy (&kids);
      g_autofree char *role = NULL;

      if (!spz_pdf_object_has (&kid, "/S"))
        continue;
      role = spz_pdf_get_role (self->checker, &kid);
      if (g_str_equal (role, "TH") || g_str_equal (role, "TD"))
        add_cell (self, &kid, role, &column);
    }
  get_row (self, self->n_rows);
  self->n_rows++;
}

static void
add_rows (Table              *self,
          const SpzPdfObject *parent,
          guint               depth)
{
  g_auto (SpzPdfObject) kids = spz_pdf_object_get (parent, "/K");
  gboolean is_array = spz_pdf_object_is_array (&kids);
  guint n_kids = is_array ? spz_pdf_object_get_length (&kids) : 1;

  for (guint i = 0; i < n_kids; i++)
    {
      g_auto (SpzPdfObject) kid = is_array ? spz_pdf_object_get_item (&kids, i) : spz_pdf_object_copy (&kids);
      g_autofree char *role = NULL;

      if (!spz_pdf_object_has (&kid, "/S"))
        continue;
      role = spz_pdf_get_role (self->checker, &kid);
      if (g_str_equal (role, "TR"))
        add_cells (self, &kid);
      else if (depth == 0 && (g_str_equal (role, "THead") || g_str_equal (role, "TBody") || g_str_equal (role, "TFoot")))
        add_rows (self, &kid, depth + 1);
    }
}

/* Checking */

static void
check_shape (Table *self)
{
  guint width = 0;

  if (self->grid->len > self->n_rows)
    {
      spz_pdf_checker_report (self->checker, "7.2", NULL, _("A cell of a table reaches below its last row"));
      return;
    }

  for (guint i = 0; i < self->grid->len; i++)
    {
      GByteArray *row = g_ptr_array_index (self->grid, i);
      gboolean has_gap = row->len > 0 && memchr (row->data, 0, row->len) != NULL;

      if (i == 0)
        width = row->len;
      if (row->len != width || has_gap)
        {
          spz_pdf_checker_report (self->checker, "7.2", NULL,
                                  _("The rows of a table do not all have the same number of columns"));
          return;
        }
    }
}

static gboolean
is_headed (Table       *self,
           const Cell  *cell,
           GHashTable  *ids)
{
  if (cell->headers[0] != NULL)
    {
      for (char **header = cell->headers; *header != NULL; header++)
        if (!g_hash_table_contains (ids, *header))
          return FALSE;
      return TRUE;
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *header = g_ptr_array_index (self->cells, i);

      if (header->is_header &&
          ((header->heads_column && header->column < cell->column + cell->n_columns && cell->column < header->column + header->n_columns) ||
           (header->heads_row && header->row < cell->row + cell->n_rows && cell->row < header->row + header->n_rows)))
        return TRUE;
    }

  return FALSE;
}

/* The cell in the corner of a table's heads heads nothing and has no header. */
static gboolean
is_corner (Table      *self,
           const Cell *cell)
{
  guint n_others = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *other = g_ptr_array_index (self->cells, i);

      if (other == cell || other->row != cell->row)
        continue;
      if (!other->is_header)
        return FALSE;
      n_others++;
    }

  return n_others > 0;
}

/* A header cell says what it heads, or is named by the cells that it heads. */
static void
check_headers (Table *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean all_name = TRUE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->cells, i);

      if (cell->id != NULL)
        g_hash_table_add (ids, cell->id);
      all_name = all_name && (cell->is_header || cell->headers[0] != NULL);
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->cells, i);

      if (cell->is_header && !cell->heads_column && !cell->heads_row && !all_name)
        spz_pdf_checker_report (self->checker, "7.5", NULL,
                                _("The header cell of a table does not say whether it heads a row or a column"));
      else if (!cell->is_header && !is_headed (self, cell, ids) && !is_corner (self, cell))
        spz_pdf_checker_report (self->checker, "7.5", NULL, _("A cell of a table has no header cell"));
    }
}

/* Private: checks the rows and cells of a table */
void
spz_pdf_check_table (SpzPdfChecker      *self,
                     const SpzPdfObject *element)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (cell_free);
  g_autoptr (GPtrArray) grid = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  Table table = { .checker = self, .cells = cells, .grid = grid };

  add_rows (&table, element, 0);
  check_shape (&table);
  check_headers (&table);
}
