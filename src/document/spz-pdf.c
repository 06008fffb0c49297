/* spz-pdf.c: a document as PDF
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spz-document-private.h"
#include "spz-error.h"
#include "spz-language.h"
#include "spz-pages-private.h"
#include "spz-pdf-private.h"

/**
 * Writer:
 * @open: (element-type SpzTag): the elements that are open, outermost first
 * @elements: (element-type SpzPdfElement): those that were opened, in order
 * @first: (element-type SpzTag guint): the index of the first element of each
 *
 * Draws pages onto a PDF surface and keeps its structure tree.
 */
typedef struct
{
  cairo_t         *cr;
  cairo_surface_t *surface;

  /* Owned */
  GByteArray      *bytes;
  GPtrArray       *open;
  GArray          *elements;
  GHashTable      *first;

  /* Borrowed */
  SpzPages        *pages;
} Writer;

static cairo_status_t
write_cb (gpointer             closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The structure tree */

static void
close_to (Writer *self,
          guint   depth)
{
  while (self->open->len > depth)
    {
      const SpzTag *tag = g_ptr_array_index (self->open, self->open->len - 1);

      cairo_tag_end (self->cr, tag->name);
      g_ptr_array_set_size (self->open, (int) self->open->len - 1);
    }
}

/* Notes what Cairo can't be told, for the file to be finished with. */
static void
record_tag (Writer *self,
            SpzTag *tag)
{
  SpzPdfElement element = { .tag = tag, .continues = SPZ_PDF_NONE };
  gpointer first;

  if (g_hash_table_lookup_extended (self->first, tag, NULL, &first))
    element.continues = GPOINTER_TO_UINT (first);
  else
    g_hash_table_insert (self->first, tag, GUINT_TO_POINTER (self->elements->len));

  g_array_append_val (self->elements, element);
}

static void
open_tag (Writer *self,
          SpzTag *tag)
{
  guint index;

  if (tag->parent != NULL)
    open_tag (self, tag->parent);
  else if (self->open->len > 0 && g_ptr_array_index (self->open, 0) != tag)
    close_to (self, 0);

  if (g_ptr_array_find (self->open, tag, &index))
    return;

  if (tag->parent != NULL && g_ptr_array_find (self->open, tag->parent, &index))
    close_to (self, index + 1);

  cairo_tag_begin (self->cr, tag->name, NULL);
  record_tag (self, tag);
  g_ptr_array_add (self->open, tag);
}

/* Where the leaf that was opened last is, for those that have to say it */
static void
record_box (Writer             *self,
            const SpzPiece     *piece,
            const SpzPaperPage *page)
{
  SpzPdfElement *element = &g_array_index (self->elements, SpzPdfElement, self->elements->len - 1);

  element->box[0] = piece->x;
  element->box[1] = page->height - piece->y - piece->height;
  element->box[2] = piece->x + piece->width;
  element->box[3] = page->height - piece->y;
}

/* Cairo can't draw text that isn't painted: the finishing takes the paint away. */
static void
draw_unseen (const SpzPiece *piece,
             cairo_t        *cr)
{
  cairo_move_to (cr, piece->x, piece->y);
  pango_cairo_show_layout (cr, piece->block->layout);
}

static void
draw_part (Writer         *self,
           const SpzPiece *piece,
           const char     *name,
           int             start,
           int             end)
{
  if (start >= end)
    return;

  open_tag (self, spz_flow_add_tag (self->pages->flow, piece->tag, name));
  spz_piece_draw_part (piece, self->cr, start, end);
  close_to (self, self->open->len - 1);
}

static gboolean
refers (const SpzPiece *piece)
{
  const GArray *references = piece->kind == SPZ_PIECE_TEXT ? piece->block->references : NULL;

  for (guint i = 0; references != NULL && i < references->len; i++)
    {
      guint line = g_array_index (references, SpzFlowReference, i).line;

      if (line >= piece->first_line && line < piece->first_line + piece->n_lines)
        return TRUE;
    }

  return FALSE;
}

/* Draws a text in which the numbers of notes are elements of their own. */
static void
draw_referring (Writer         *self,
                const SpzPiece *piece)
{
  const GArray *references = piece->block->references;
  PangoLayout *layout = piece->block->layout;
  PangoLayoutLine *last = pango_layout_get_line_readonly (layout, (int) (piece->first_line + piece->n_lines - 1));
  int at = pango_layout_get_line_readonly (layout, (int) piece->first_line)->start_index;
  int end = last->start_index + last->length;

  for (guint i = 0; i < references->len; i++)
    {
      const SpzFlowReference *reference = &g_array_index (references, SpzFlowReference, i);

      if (reference->start < at || reference->start >= end)
        continue;

      draw_part (self, piece, "Span", at, reference->start);
      draw_part (self, piece, "Reference", reference->start, reference->end);
      at = reference->end;
    }
  draw_part (self, piece, "Span", at, end);
}

/* Draws a piece as the content of its leaf. Elements above the leaf stay open,
 * across pages too, until one that isn't in them is begun. */
static void
draw_piece (Writer             *self,
            const SpzPiece     *piece,
            const SpzPaperPage *page)
{
  if (piece->tag == NULL)
    {
      spz_piece_draw (piece, self->cr);
      return;
    }

  if (refers (piece))
    {
      draw_referring (self, piece);
      return;
    }

  open_tag (self, piece->tag);
  record_box (self, piece, page);
  if (piece->kind == SPZ_PIECE_UNSEEN)
    draw_unseen (piece, self->cr);
  else
    spz_piece_draw (piece, self->cr);
  close_to (self, self->open->len - 1);
}

/* Outline */

static int
get_outline_level (const SpzPiece *piece)
{
  const char *name = piece->tag != NULL ? piece->tag->name : "";

  if (piece->kind == SPZ_PIECE_TEXT && piece->first_line == 0 &&
      name[0] == 'H' && g_ascii_isdigit (name[1]))
    return name[1] - '1';

  return -1;
}

/* Each heading is an entry; a deeper one stands under the one above it. */
static void
add_outline (Writer *self)
{
  int parents[7] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < spz_pages_get_n_pages (self->pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (self->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);
          int level = get_outline_level (piece);
          g_autofree char *target = NULL;
          int entry;

          if (level < 0)
            continue;

          /* Whole points: cairo 1.16 doesn't read its own fractions where the
           * locale writes them with a comma. */
          target = g_strdup_printf ("page=%u pos=[0 %d]", i + 1, (int) piece->y);
          entry = cairo_pdf_surface_add_outline (self->surface, parents[level],
                                                 pango_layout_get_text (piece->block->layout),
                                                 target, level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
          for (guint deeper = (guint) level + 1; deeper < G_N_ELEMENTS (parents); deeper++)
            parents[deeper] = entry;
        }
    }
}

/* A file has to have a title, even that of a paper on which nothing is said. */
static const char *
get_title (SpzDocument *document)
{
  g_auto (SpzLanguage) language = { 0 };
  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  const char *title = spz_document_get_title (document);

  return *title != '\0' ? title : _("Untitled");
}

/* The file */

static void
writer_init (Writer   *self,
             SpzPages *pages)
{
  double width, height;

  spz_pages_get_size (pages, 0, &width, &height);
  self->pages = pages;
  self->bytes = g_byte_array_new ();
  self->open = g_ptr_array_new ();
  self->elements = g_array_new (FALSE, FALSE, sizeof (SpzPdfElement));
  self->first = g_hash_table_new (NULL, NULL);
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes, width, height);
  /* A later version would have its objects in streams, see spz_pdf_file_new(). */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  self->cr = cairo_create (self->surface);
}

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->first, g_hash_table_unref);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
}

static void
draw_page (Writer *self,
           guint   number)
{
  const SpzPaperPage *page = spz_pages_get_page (self->pages, number);

  /* Later than this, changing the size would throw away what was drawn. */
  cairo_pdf_surface_set_size (self->surface, page->width, page->height);
  for (guint i = 0; i < page->pieces->len; i++)
    draw_piece (self, &g_array_index (page->pieces, SpzPiece, i), page);

  /* The last page's elements are closed before it is shown. */
  if (number + 1 == spz_pages_get_n_pages (self->pages))
    {
      if (self->elements->len == 0)
        open_tag (self, spz_flow_add_tag (self->pages->flow, self->pages->flow->root, "P"));
      close_to (self, 0);
    }
  cairo_show_page (self->cr);
}

static GBytes *
writer_finish (Writer  *self,
               GError **error)
{
  SpzDocument *document = spz_pages_get_document (self->pages);
  g_autofree char *producer = g_strdup_printf ("cairo %s", cairo_version_string ());
  g_autoptr (GDateTime) date = spz_date_new_timestamp ();
  const SpzPdfMetadata metadata =
    {
      .title = get_title (document),
      .author = spz_document_get_author (document),
      .subject = spz_document_get_subject (document),
      .keywords = spz_document_get_keywords (document),
      .producer = producer,
      .creator = "Sprechzettel " VERSION,
      .date = date,
    };
  g_autoptr (GBytes) drawn = NULL;
  cairo_status_t status;

  cairo_destroy (g_steal_pointer (&self->cr));
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   _("The PDF could not be made: %s"), cairo_status_to_string (status));
      return NULL;
    }

  drawn = g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));

  return spz_pdf_finish (drawn, spz_document_get_language (document), &metadata, self->elements, error);
}

static gboolean
check_characters (SpzPages  *pages,
                  GError   **error)
{
  const char *unknown = spz_pages_get_unknown (pages);

  if (*unknown == '\0')
    return TRUE;

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               /* Translators: %s are the characters */
               _("No font has these characters: %s. Please write them differently or install a font that has them."),
               unknown);

  return FALSE;
}

/* What was delivered is the file that was kept, where it is asked for as it went
 * out: in the layout for its audience and, if there is a plan, on its paper. */
static GBytes *
get_kept (SpzDocument        *document,
          const SpzPageSetup *setup)
{
  SpzPageSetup kept;

  spz_page_setup_init (&kept, spz_page_layout_for_audience (document->audience));

  return setup->layout == kept.layout &&
         (fabs (setup->sheet_width - kept.sheet_width) < 1 || spz_document_get_plan (document) == NULL)
         ? document->kept_pdf : NULL;
}

/**
 * spz_pdf_render:
 * @document: a document
 * @setup: the paper, and how text is set on it
 * @progress: (nullable) (scope call): is told how much is done
 * @progress_data: user data for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location for an error
 *
 * Makes a PDF that can be read aloud and archived: PDF/UA-1 and PDF/A-2a, with
 * an outline of the headings. What was delivered is the PDF that was kept then.
 * Can be called on any thread.
 *
 * Fails with %SPZ_ERROR_INVALID if a character cannot be printed, with
 * %G_IO_ERROR_CANCELLED if cancelled.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
spz_pdf_render (SpzDocument         *document,
                const SpzPageSetup  *setup,
                SpzProgressFunc      progress,
                gpointer             progress_data,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autoptr (SpzPages) pages = NULL;
  Writer writer = { 0 };
  GBytes *bytes = NULL;
  guint n_pages;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (setup != NULL, NULL);

  if (get_kept (document, setup) != NULL)
    return g_bytes_ref (get_kept (document, setup));

  pages = spz_pages_new (document, setup);
  if (!check_characters (pages, error))
    return NULL;

  n_pages = spz_pages_get_n_pages (pages);
  writer_init (&writer, pages);

  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          writer_clear (&writer);
          return NULL;
        }

      draw_page (&writer, i);
      if (progress != NULL)
        progress ((i + 1.0) / (n_pages + 1.0), progress_data);
    }

  add_outline (&writer);
  bytes = writer_finish (&writer, error);
  writer_clear (&writer);
  if (progress != NULL && bytes != NULL)
    progress (1.0, progress_data);

  return bytes;
}
