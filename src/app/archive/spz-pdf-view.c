/* spz-pdf-view.c: the pages of a PDF on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-view.h"

#include <glib/gi18n.h>
#include <poppler.h>

#include "spz-sheet.h"

/* Around and between pages, in pixels */
#define GAP 12
/* Narrower than this nobody can read a page; wider it is no page any more */
#define MIN_WIDTH 180
#define NATURAL_WIDTH 640

typedef struct
{
  double      width;     /* in points */
  double      height;
  GPtrArray  *marks;     /* graphene_rect_t, in points, from the upper left */
  GdkTexture *texture;   /* NULL until it is seen */
} Page;

struct _SpzPdfView
{
  GtkWidget        parent_instance;

  /* Owned */
  PopplerDocument *document;
  GPtrArray       *pages;       /* Page */

  int              scaled_width; /* for which the textures are, in device pixels */
  gboolean         unscrolled;   /* the first mark is to be shown, once there is a layout */
  guint            scroll_id;

  /* Borrowed */
  GtkAdjustment   *adjustment;  /* while mapped, what scrolls us */
};

G_DEFINE_FINAL_TYPE (SpzPdfView, spz_pdf_view, GTK_TYPE_WIDGET)

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->marks);
  g_clear_object (&page->texture);
  g_free (page);
}

/* Where a page stands when the view is @width wide; @y goes to the next one */
static void
get_page_box (const Page      *page,
              int              width,
              double          *y,
              graphene_rect_t *box)
{
  const double page_width = MAX (width - 2 * GAP, 1);
  const double page_height = page_width * page->height / page->width;

  graphene_rect_init (box, GAP, (float) *y, (float) page_width, (float) page_height);
  *y += page_height + GAP;
}

static double
get_total_height (SpzPdfView *self,
                  int         width)
{
  double y = GAP;

  for (guint i = 0; i < self->pages->len; i++)
    {
      graphene_rect_t box;

      get_page_box (g_ptr_array_index (self->pages, i), width, &y, &box);
    }

  return y;
}

static GdkTexture *
render (SpzPdfView *self,
        guint       index,
        int         width,
        int         height)
{
  const Page *page = g_ptr_array_index (self->pages, index);
  PopplerPage *source = poppler_document_get_page (self->document, (int) index);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page->width, height / page->height);
  poppler_page_render (source, cr);
  g_object_unref (source);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return texture;
}

static GdkTexture *
ensure_texture (SpzPdfView            *self,
                guint                  index,
                const graphene_rect_t *box)
{
  Page *page = g_ptr_array_index (self->pages, index);
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (page->texture == NULL)
    page->texture = render (self, index, MAX ((int) box->size.width * scale, 1), MAX ((int) box->size.height * scale, 1));

  return page->texture;
}

/* Textures for another width are blurred, those out of sight take memory. */
static void
forget_textures (SpzPdfView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self)) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->scaled_width == width)
    return;

  self->scaled_width = width;
  for (guint i = 0; i < self->pages->len; i++)
    g_clear_object (&((Page *) g_ptr_array_index (self->pages, i))->texture);
}

static void
snapshot_marks (SpzPdfView            *self,
                GtkSnapshot           *snapshot,
                const Page            *page,
                const graphene_rect_t *box)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  const float scale = box->size.width / (float) page->width;
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &colour))
    return;

  colour.alpha = 0.25f;
  for (guint i = 0; i < page->marks->len; i++)
    {
      const graphene_rect_t *mark = g_ptr_array_index (page->marks, i);

      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (box->origin.x + mark->origin.x * scale,
                                                      box->origin.y + mark->origin.y * scale,
                                                      mark->size.width * scale, mark->size.height * scale));
    }
}

static void
snapshot_page (SpzPdfView            *self,
               GtkSnapshot           *snapshot,
               guint                  index,
               const graphene_rect_t *box)
{
  spz_sheet_snapshot (snapshot, box);
  gtk_snapshot_append_texture (snapshot, ensure_texture (self, index, box), box);
  snapshot_marks (self, snapshot, g_ptr_array_index (self->pages, index), box);
}

/* The first mark, a little below the upper edge; else the first page */
static gboolean
scroll_cb (gpointer user_data)
{
  SpzPdfView *self = user_data;
  double y = GAP;

  self->scroll_id = 0;
  if (self->adjustment == NULL)
    return G_SOURCE_REMOVE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const Page *page = g_ptr_array_index (self->pages, i);
      const graphene_rect_t *first = page->marks->len > 0 ? g_ptr_array_index (page->marks, 0) : NULL;
      graphene_rect_t box;

      get_page_box (page, gtk_widget_get_width (GTK_WIDGET (self)), &y, &box);
      if (first == NULL)
        continue;

      gtk_adjustment_set_value (self->adjustment,
                                box.origin.y + first->origin.y * box.size.width / page->width -
                                gtk_adjustment_get_page_size (self->adjustment) / 3);
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (self->adjustment, 0);

  return G_SOURCE_REMOVE;
}

static void
spz_pdf_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  SpzPdfView *self = SPZ_PDF_VIEW (widget);
  double top = 0, bottom = gtk_widget_get_height (widget), y = GAP;

  if (self->adjustment != NULL)
    {
      top = gtk_adjustment_get_value (self->adjustment);
      bottom = top + gtk_adjustment_get_page_size (self->adjustment);
    }

  if (self->unscrolled && self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_cb, self);
  self->unscrolled = FALSE;

  forget_textures (self);
  for (guint i = 0; i < self->pages->len; i++)
    {
      graphene_rect_t box;

      get_page_box (g_ptr_array_index (self->pages, i), gtk_widget_get_width (widget), &y, &box);
      if (box.origin.y <= bottom && box.origin.y + box.size.height >= top)
        snapshot_page (self, snapshot, i, &box);
    }
}

static GtkSizeRequestMode
spz_pdf_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
spz_pdf_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = *natural = (int) get_total_height (SPZ_PDF_VIEW (widget), for_size < 0 ? NATURAL_WIDTH : for_size);
    }
}

static void
spz_pdf_view_map (GtkWidget *widget)
{
  SpzPdfView *self = SPZ_PDF_VIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (spz_pdf_view_parent_class)->map (widget);

  if (scroller != NULL)
    {
      self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
      g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
    }
}

static void
spz_pdf_view_unmap (GtkWidget *widget)
{
  SpzPdfView *self = SPZ_PDF_VIEW (widget);

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  self->adjustment = NULL;

  GTK_WIDGET_CLASS (spz_pdf_view_parent_class)->unmap (widget);
}

static void
spz_pdf_view_dispose (GObject *object)
{
  SpzPdfView *self = SPZ_PDF_VIEW (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (spz_pdf_view_parent_class)->dispose (object);
}

static void
spz_pdf_view_finalize (GObject *object)
{
  g_ptr_array_unref (SPZ_PDF_VIEW (object)->pages);

  G_OBJECT_CLASS (spz_pdf_view_parent_class)->finalize (object);
}

static void
spz_pdf_view_class_init (SpzPdfViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_pdf_view_dispose;
  object_class->finalize = spz_pdf_view_finalize;

  widget_class->snapshot = spz_pdf_view_snapshot;
  widget_class->measure = spz_pdf_view_measure;
  widget_class->get_request_mode = spz_pdf_view_get_request_mode;
  widget_class->map = spz_pdf_view_map;
  widget_class->unmap = spz_pdf_view_unmap;

  gtk_widget_class_set_css_name (widget_class, "spzpdfview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
spz_pdf_view_init (SpzPdfView *self)
{
  self->pages = g_ptr_array_new_with_free_func (page_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages as they were delivered"),
                                  -1);
}

/* Poppler counts from the lower left. */
static void
find_marks (Page        *page,
            PopplerPage *source,
            GStrv        words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      GList *found = *words[i] != '\0' ? poppler_page_find_text_with_options (source, words[i], POPPLER_FIND_IGNORE_DIACRITICS)
                                       : NULL;

      for (GList *link = found; link != NULL; link = link->next)
        {
          const PopplerRectangle *area = link->data;
          graphene_rect_t *mark = g_new (graphene_rect_t, 1);

          graphene_rect_init (mark, (float) area->x1, (float) (page->height - area->y2),
                              (float) (area->x2 - area->x1), (float) (area->y2 - area->y1));
          g_ptr_array_add (page->marks, mark);
        }
      g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
    }
}

static void
add_page (SpzPdfView *self,
          guint       index,
          GStrv       words)
{
  PopplerPage *source = poppler_document_get_page (self->document, (int) index);
  Page *page = g_new0 (Page, 1);

  poppler_page_get_size (source, &page->width, &page->height);
  page->marks = g_ptr_array_new_with_free_func (g_free);
  find_marks (page, source, words);
  g_object_unref (source);
  g_ptr_array_add (self->pages, page);
}

/**
 * spz_pdf_view_set_pdf:
 * @self: a view
 * @pdf: (nullable): a PDF, %NULL for none
 * @query: (nullable): words to mark in it
 * @error: return location for an error
 *
 * Shows a PDF, at the first place where one of the words is.
 *
 * Returns: whether it is one that can be shown
 */
gboolean
spz_pdf_view_set_pdf (SpzPdfView  *self,
                      GBytes      *pdf,
                      const char  *query,
                      GError     **error)
{
  g_auto (GStrv) words = g_strsplit_set (query != NULL ? query : "", " \t", -1);

  g_return_val_if_fail (SPZ_IS_PDF_VIEW (self), FALSE);

  g_ptr_array_set_size (self->pages, 0);
  g_clear_object (&self->document);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (pdf == NULL)
    return TRUE;

  self->document = poppler_document_new_from_bytes (pdf, NULL, error);
  if (self->document == NULL)
    return FALSE;

  for (int i = 0; i < poppler_document_get_n_pages (self->document); i++)
    add_page (self, (guint) i, words);
  self->unscrolled = TRUE;

  return TRUE;
}

/**
 * spz_pdf_view_get_n_pages:
 * @self: a view
 *
 * Returns: how many pages it shows
 */
guint
spz_pdf_view_get_n_pages (SpzPdfView *self)
{
  g_return_val_if_fail (SPZ_IS_PDF_VIEW (self), 0);

  return self->pages->len;
}

/**
 * spz_pdf_view_get_n_marks:
 * @self: a view
 *
 * Returns: how many places are marked on its pages
 */
guint
spz_pdf_view_get_n_marks (SpzPdfView *self)
{
  guint n = 0;

  g_return_val_if_fail (SPZ_IS_PDF_VIEW (self), 0);

  for (guint i = 0; i < self->pages->len; i++)
    n += ((const Page *) g_ptr_array_index (self->pages, i))->marks->len;

  return n;
}
