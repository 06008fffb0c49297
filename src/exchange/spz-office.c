/* spz-office.c: what OpenDocument and Office Open XML have in common
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-office-private.h"

#include <glib/gi18n-lib.h>

#include "spz-logo.h"
#include "spz-marker.h"

#define MILLIMETRES_PER_POINT (25.4 / 72)

/* Below the logo and the letterhead, and a line of the letterhead, in millimetres */
#define LETTERHEAD_GAP 4.0
#define LETTERHEAD_LINE 5.0

/* Private: takes the page's number and the number of all pages apart */
void
spz_office_page_count_init (SpzOfficePageCount *self)
{
  g_auto (GStrv) parts = g_strsplit (_("Page %u of %u"), "%u", 3);

  g_assert (g_strv_length (parts) == 3);
  self->before = g_strdup (parts[0]);
  self->between = g_strdup (parts[1]);
  self->after = g_strdup (parts[2]);
}

/* Private: frees what it holds */
void
spz_office_page_count_clear (SpzOfficePageCount *self)
{
  g_free (self->before);
  g_free (self->between);
  g_free (self->after);
}

/* Private: what there is to know of a document's logo; whether it has one. To be
 * cleared then */
gboolean
spz_office_logo_init (SpzOfficeLogo *self,
                      SpzDocument   *document)
{
  GBytes *bytes = spz_document_get_logo (document);
  cairo_surface_t *picture = bytes != NULL ? spz_logo_decode (bytes) : NULL;
  g_auto (GStrv) lines = NULL;

  *self = (SpzOfficeLogo) { NULL };
  if (picture == NULL)
    return FALSE;

  spz_logo_get_size (picture, &self->width, &self->height);
  cairo_surface_destroy (picture);
  self->width *= MILLIMETRES_PER_POINT;
  self->height *= MILLIMETRES_PER_POINT;
  self->bytes = g_bytes_ref (bytes);
  self->description = spz_document_describe_logo (document);

  /* Without lines there is an empty one */
  lines = g_strsplit (spz_document_get_letterhead (document), "\n", -1);
  self->after = MAX (0, self->height - MAX (g_strv_length (lines), 1) * LETTERHEAD_LINE) + LETTERHEAD_GAP;

  return TRUE;
}

/* Private: frees what it holds */
void
spz_office_logo_clear (SpzOfficeLogo *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->description, g_free);
}

/* Private: the bullet of a level, from 1 */
const char *
spz_office_get_bullet (guint level)
{
  static const char *const bullets[SPZ_OFFICE_LEVELS] = { "•", "–", "◦" };

  return bullets[CLAMP (level, 1, SPZ_OFFICE_LEVELS) - 1];
}

/* What a node was made of, for a document that may come back; of headings, so
 * that each section is known as what it is */
static const char *
get_mark (const SpzNode *node)
{
  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      return g_strcmp0 (node->table, "action_field") == 0 ? "field"
           : g_strcmp0 (node->table, "block") == 0 ? "heading"
                                                   : "derived";

    case SPZ_NODE_PARAGRAPH:
      return g_strcmp0 (node->table, "block") == 0 ? "text" : "derived";

    case SPZ_NODE_TIMELINE:
      return "plan";

    case SPZ_NODE_POINT:
      return g_strcmp0 (node->table, "point") == 0 ? "point" : NULL;

    case SPZ_NODE_ROLES:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_DATES:
    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    default:
      return NULL;
    }
}

/* Private: the name of a bookmark: of the office's own papers with the number
 * of the record, "spz_point_r12", of others just with a number that tells
 * nothing, "spz_field_n3"; %NULL where none is needed. Word takes 40 letters,
 * digits and underscores. */
char *
spz_office_make_mark (SpzDocument   *document,
                      const SpzNode *node,
                      guint         *n_marks)
{
  const char *mark = get_mark (node);
  gboolean is_numbered = *spz_document_get_source (document) != '\0' && node->id != 0;

  if (mark == NULL || (node->kind == SPZ_NODE_POINT && !is_numbered))
    return NULL;

  return is_numbered ? g_strdup_printf (SPZ_OFFICE_MARK "%s_r%" G_GINT64_FORMAT, mark, node->id)
                     : g_strdup_printf (SPZ_OFFICE_MARK "%s_n%u", mark, ++*n_marks);
}

/* Private: the property by which the document is known again */
const char *
spz_office_get_source (SpzDocument *document)
{
  const char *source = spz_document_get_source (document);

  return *source != '\0' ? source : "-";
}

/* Private: a node's text with its marker, if it isn't for everybody, and a mark
 * for each note it refers to */
GPtrArray *
spz_office_get_runs (const SpzNode *node)
{
  g_autoptr (GPtrArray) runs = spz_node_get_marked_runs (node);
  g_autofree char *markdown = spz_inline_from_runs (runs);
  g_autofree char *marked = spz_marker_mark (node, markdown);

  return spz_inline_parse (marked);
}

static void
write_heads (const SpzDocumentTable    *table,
             const SpzOfficeTableFuncs *funcs,
             gpointer                   writer)
{
  funcs->begin_row (writer, TRUE);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *title = spz_inline_escape (table->titles[i]);

      funcs->write_cell (writer, &(SpzDocumentCell) { title, FALSE }, table->shares[i], TRUE);
    }
  funcs->end_row (writer, TRUE);
}

/* Private: writes the tables of a node that has some */
void
spz_office_write_tables (const SpzNode             *node,
                         const SpzOfficeTableFuncs *funcs,
                         gpointer                   writer)
{
  g_autoptr (GPtrArray) tables = spz_node_get_tables (node);

  for (guint i = 0; i < tables->len; i++)
    {
      const SpzDocumentTable *table = g_ptr_array_index (tables, i);

      funcs->begin_table (writer, table);
      write_heads (table, funcs, writer);
      for (guint row = 0; row < spz_document_table_get_rows (table); row++)
        {
          funcs->begin_row (writer, FALSE);
          for (guint column = 0; column < table->n_columns; column++)
            funcs->write_cell (writer, spz_document_table_get_cell (table, row, column), table->shares[column],
                               column == 0);
          funcs->end_row (writer, FALSE);
        }
      funcs->end_table (writer);
    }
}
