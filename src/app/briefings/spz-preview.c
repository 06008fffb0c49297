/* spz-preview.c: the pages of a paper on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "spz-preview.h"

#include "spz-page-images.h"
#include "spz-sheet.h"

/* Around and between pages, in pixels */
#define GAP 12
/* Narrower than this nobody can read a page */
#define MIN_WIDTH 180
#define NATURAL_WIDTH 520

struct _SpzPreview
{
  GtkWidget      parent_instance;

  /* Owned */
  SpzPages      *pages;
  GPtrArray     *nodes;        /* a page: GskRenderNode, or NULL until it is seen */
  SpzPageImages *images;       /* of pages that were seen when they were laid out */
  GArray        *highlights;   /* SpzPageArea */
  GCancellable  *cancellable;  /* of the layout under way, NULL if there is none */
  GTask         *next;         /* the layout that follows it */
  char          *table;        /* of the record to highlight */
  gint64         id;

  /* Borrowed */
  GtkAdjustment *adjustment;   /* while mapped, what scrolls us */
};

G_DEFINE_FINAL_TYPE (SpzPreview, spz_preview, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  LAID_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_pages (SpzPreview *self)
{
  return self->pages ? spz_pages_get_n_pages (self->pages) : 0;
}

/* Where a page stands when the preview is @width wide */
static void
get_page_box (SpzPreview      *self,
              guint            page,
              int              width,
              double          *y,
              graphene_rect_t *box,
              double          *scale)
{
  double page_width, page_height;

  /* In whole pixels: an image of a page is neither blurred nor scaled then */
  spz_pages_get_size (self->pages, page, &page_width, &page_height);
  *scale = MAX (width - 2 * GAP, 1) / page_width;
  graphene_rect_init (box, GAP, *y, page_width * *scale, ceil (page_height * *scale));
  *y += box->size.height + GAP;
}

static double
get_total_height (SpzPreview *self,
                  int         width)
{
  double y = GAP;

  for (guint i = 0; i < get_n_pages (self); i++)
    {
      graphene_rect_t box;
      double scale;

      get_page_box (self, i, width, &y, &box, &scale);
    }

  return y;
}

static GskRenderNode *
ensure_node (SpzPreview *self,
             guint       page)
{
  GskRenderNode *node = g_ptr_array_index (self->nodes, page);

  if (node == NULL)
    {
      double width, height;
      cairo_t *cr;

      spz_pages_get_size (self->pages, page, &width, &height);
      node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
      cr = gsk_cairo_node_get_draw_context (node);
      spz_pages_draw (self->pages, page, cr);
      cairo_destroy (cr);
      g_ptr_array_index (self->nodes, page) = node;
    }

  return node;
}

/* The image made with the layout, where it still has the right size; else the
 * page is drawn here */
static void
snapshot_page (SpzPreview            *self,
               GtkSnapshot           *snapshot,
               guint                  page,
               const graphene_size_t *size,
               double                 scale)
{
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GskRenderNode *image = spz_page_images_get (self->images, page, (int) size->width * factor);

  gtk_snapshot_save (snapshot);
  if (image != NULL)
    scale = 1.0 / factor;
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gtk_snapshot_append_node (snapshot, image != NULL ? image : ensure_node (self, page));
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_highlights (SpzPreview  *self,
                     GtkSnapshot *snapshot,
                     guint        page)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &colour))
    return;

  colour.alpha = 0.18f;
  for (guint i = 0; i < self->highlights->len; i++)
    {
      const SpzPageArea *area = &g_array_index (self->highlights, SpzPageArea, i);

      if (area->page == page)
        gtk_snapshot_append_color (snapshot, &colour,
                                   &GRAPHENE_RECT_INIT (area->x - 2, area->y - 1, area->width + 4, area->height + 2));
    }
}

/* What of us can be seen, from top to bottom */
static void
get_visible_range (SpzPreview *self,
                   double     *top,
                   double     *bottom)
{
  *top = 0;
  *bottom = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->adjustment)
    {
      *top = gtk_adjustment_get_value (self->adjustment);
      *bottom = *top + gtk_adjustment_get_page_size (self->adjustment);
    }
}

static void
spz_preview_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  SpzPreview *self = SPZ_PREVIEW (widget);
  double y = GAP, top, bottom;

  get_visible_range (self, &top, &bottom);

  for (guint i = 0; i < get_n_pages (self); i++)
    {
      graphene_rect_t box;
      double scale;

      get_page_box (self, i, gtk_widget_get_width (widget), &y, &box, &scale);
      if (box.origin.y > bottom || box.origin.y + box.size.height < top)
        continue;

      spz_sheet_snapshot (snapshot, &box);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &box.origin);
      snapshot_page (self, snapshot, i, &box.size, scale);
      gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
      snapshot_highlights (self, snapshot, i);
      gtk_snapshot_restore (snapshot);
    }
}

static GtkSizeRequestMode
spz_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
spz_preview_measure (GtkWidget      *widget,
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
      *minimum = *natural =
        (int) get_total_height (SPZ_PREVIEW (widget), for_size < 0 ? NATURAL_WIDTH : for_size);
    }
}

static void
spz_preview_map (GtkWidget *widget)
{
  SpzPreview *self = SPZ_PREVIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (spz_preview_parent_class)->map (widget);

  if (scroller)
    {
      self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
      g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
    }
}

static void
spz_preview_unmap (GtkWidget *widget)
{
  SpzPreview *self = SPZ_PREVIEW (widget);

  if (self->adjustment)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  self->adjustment = NULL;

  GTK_WIDGET_CLASS (spz_preview_parent_class)->unmap (widget);
}

static void
pressed_cb (SpzPreview *self,
            int         n_press,
            double      x,
            double      y)
{
  double page_y = GAP;

  for (guint i = 0; i < get_n_pages (self); i++)
    {
      graphene_rect_t box;
      double scale;
      const SpzNode *node;

      get_page_box (self, i, gtk_widget_get_width (GTK_WIDGET (self)), &page_y, &box, &scale);
      if (!graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        continue;

      node = spz_pages_find (self->pages, i, (x - box.origin.x) / scale, (y - box.origin.y) / scale);
      if (node && (node->table || node->block))
        g_signal_emit (self, signals[PICKED], 0, node->table, node->id, node->block);
      return;
    }
}

static void
forget_nodes (SpzPreview *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    g_clear_pointer (&g_ptr_array_index (self->nodes, i), gsk_render_node_unref);
  g_ptr_array_set_size (self->nodes, 0);
}

static void
find_highlights (SpzPreview *self)
{
  g_array_set_size (self->highlights, 0);

  if (self->pages && self->table)
    {
      g_autoptr (GArray) areas = spz_pages_get_areas (self->pages, self->table, self->id);

      if (areas && areas->len > 0)
        g_array_append_vals (self->highlights, areas->data, areas->len);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
free_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Freeing many pages takes as long as half a frame: not while somebody types */
static void
free_in_thread (SpzPages *pages)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, free_in_thread);
  g_task_set_task_data (task, pages, (GDestroyNotify) spz_pages_unref);
  g_task_run_in_thread (task, free_thread);
}

static void
set_pages (SpzPreview    *self,
           SpzPages      *pages,
           SpzPageImages *images)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = get_total_height (self, width);

  forget_nodes (self);
  g_clear_pointer (&self->pages, free_in_thread);
  g_clear_pointer (&self->images, spz_page_images_unref);
  self->pages = pages;
  self->images = images;
  g_ptr_array_set_size (self->nodes, (int) get_n_pages (self));
  find_highlights (self);

  /* All of the window would be placed anew */
  if (width == 0 || fabs (get_total_height (self, width) - height) > 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What is laid out, and how; which of it is seen, and how large */
typedef struct
{
  SpzDocument   *document;
  SpzPageSetup   setup;
  guint          first;
  guint          n_seen;
  int            width;      /* of a page, in the display's pixels */
  SpzPageImages *images;     /* those shown now */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  spz_document_unref (request->document);
  g_clear_pointer (&request->images, spz_page_images_unref);
  g_free (request);
}

typedef struct
{
  SpzPages      *pages;
  SpzPageImages *images;
} Result;

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->pages, spz_pages_unref);
  g_clear_pointer (&result->images, spz_page_images_unref);
  g_free (result);
}

static void
layout_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (PangoFontMap) fonts = NULL;
  Result *result;

  if (g_task_return_error_if_cancelled (task))
    return;

  /* Pages use the fonts of the thread that makes them. These go to the main
   * thread, so they get fonts that no other work of this one shares. */
  fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (fonts));
  result = g_new0 (Result, 1);
  result->pages = spz_pages_new (request->document, &request->setup);
  result->images = spz_page_images_new (result->pages, request->first, request->n_seen, request->width,
                                        request->images);
  pango_cairo_font_map_set_default (NULL);

  g_task_return_pointer (task, result, result_free);
}

static void
ask_for_images (SpzPreview *self,
                Request    *request)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  double y = GAP, top, bottom;

  get_visible_range (self, &top, &bottom);
  request->width = MAX (width - 2 * GAP, 1) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  request->images = self->images != NULL ? spz_page_images_ref (self->images) : NULL;

  for (guint i = 0; i < get_n_pages (self); i++)
    {
      graphene_rect_t box;
      double scale;

      get_page_box (self, i, width, &y, &box, &scale);
      if (box.origin.y > bottom || box.origin.y + box.size.height < top)
        continue;
      if (request->n_seen++ == 0)
        request->first = i;
    }
}

static void
run_next (SpzPreview *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->next);

  if (task == NULL)
    return;

  ask_for_images (self, g_task_get_task_data (task));
  self->cancellable = g_object_ref (g_task_get_cancellable (task));
  g_task_run_in_thread (task, layout_thread);
}

/* Also where a later document waits: who types on and on sees the pages follow */
static void
layout_done_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  SpzPreview *self = SPZ_PREVIEW (object);
  Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Result *laid_out = g_task_propagate_pointer (G_TASK (result), &error);

  /* The task may be freed in its thread, which is no place to let go of
   * what is painted */
  g_clear_pointer (&request->images, spz_page_images_unref);

  /* Cancelled: nothing of that document is to be seen any more */
  if (laid_out == NULL)
    return;
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      result_free (laid_out);
      return;
    }

  g_clear_object (&self->cancellable);
  set_pages (self, g_steal_pointer (&laid_out->pages), g_steal_pointer (&laid_out->images));
  result_free (laid_out);
  run_next (self);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static void
cancel_layout (SpzPreview *self)
{
  g_clear_object (&self->next);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
spz_preview_dispose (GObject *object)
{
  SpzPreview *self = SPZ_PREVIEW (object);

  cancel_layout (self);
  forget_nodes (self);
  g_clear_pointer (&self->pages, spz_pages_unref);
  g_clear_pointer (&self->images, spz_page_images_unref);

  G_OBJECT_CLASS (spz_preview_parent_class)->dispose (object);
}

static void
spz_preview_finalize (GObject *object)
{
  SpzPreview *self = SPZ_PREVIEW (object);

  g_ptr_array_unref (self->nodes);
  g_array_unref (self->highlights);
  g_free (self->table);

  G_OBJECT_CLASS (spz_preview_parent_class)->finalize (object);
}

static void
spz_preview_class_init (SpzPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_preview_dispose;
  object_class->finalize = spz_preview_finalize;

  widget_class->snapshot = spz_preview_snapshot;
  widget_class->measure = spz_preview_measure;
  widget_class->get_request_mode = spz_preview_get_request_mode;
  widget_class->map = spz_preview_map;
  widget_class->unmap = spz_preview_unmap;

  /**
   * SpzPreview::picked:
   * @self: the preview
   * @table: (nullable): the table of the record what was clicked came from
   * @id: its id
   * @block: the id of the block that put it there, or 0
   *
   * The user clicked a piece of a page.
   */
  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);

  /**
   * SpzPreview::laid-out:
   * @self: the preview
   *
   * Pages were laid out, and will be seen with the next frame.
   */
  signals[LAID_OUT] =
    g_signal_new ("laid-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "spzpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
spz_preview_init (SpzPreview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->nodes = g_ptr_array_new ();
  self->highlights = g_array_new (FALSE, FALSE, sizeof (SpzPageArea));

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview of the printed pages"),
                                  -1);
}

/**
 * spz_preview_set_document:
 * @self: a preview
 * @document: (nullable): what to show
 * @setup: (nullable): the paper, and how text is set on it; not %NULL for a document
 *
 * Lays @document out in a worker thread and shows it; until then the pages
 * before stay. Of documents set while one is laid out the last one follows.
 */
void
spz_preview_set_document (SpzPreview         *self,
                          SpzDocument        *document,
                          const SpzPageSetup *setup)
{
  g_autoptr (GCancellable) cancellable = NULL;
  Request *request;

  g_return_if_fail (SPZ_IS_PREVIEW (self));

  if (document == NULL)
    {
      cancel_layout (self);
      set_pages (self, NULL, NULL);
      return;
    }

  cancellable = g_cancellable_new ();
  g_clear_object (&self->next);
  self->next = g_task_new (self, cancellable, layout_done_cb, NULL);
  g_task_set_source_tag (self->next, spz_preview_set_document);
  /* What was laid out is let go of in layout_done_cb() */
  g_task_set_check_cancellable (self->next, FALSE);
  request = g_new0 (Request, 1);
  request->document = spz_document_ref (document);
  request->setup = *setup;
  g_task_set_task_data (self->next, request, request_free);
  if (self->cancellable == NULL)
    run_next (self);
}

/**
 * spz_preview_highlight:
 * @self: a preview
 * @table: (nullable): the table of a record, %NULL for none
 * @id: its id
 *
 * Marks what came from that record.
 */
void
spz_preview_highlight (SpzPreview *self,
                       const char *table,
                       gint64      id)
{
  g_return_if_fail (SPZ_IS_PREVIEW (self));

  if (self->id == id && g_strcmp0 (self->table, table) == 0)
    return;

  g_free (self->table);
  self->table = g_strdup (table);
  self->id = id;
  find_highlights (self);
}

/* The first of what is marked, from top to bottom of the preview */
static gboolean
get_highlight_range (SpzPreview *self,
                     double     *top,
                     double     *bottom)
{
  const SpzPageArea *area;
  double y = GAP;

  if (self->highlights->len == 0)
    return FALSE;

  area = &g_array_index (self->highlights, SpzPageArea, 0);
  for (guint i = 0; i < get_n_pages (self); i++)
    {
      graphene_rect_t box;
      double scale;

      get_page_box (self, i, gtk_widget_get_width (GTK_WIDGET (self)), &y, &box, &scale);
      if (i != area->page)
        continue;

      *top = box.origin.y + area->y * scale;
      *bottom = *top + area->height * scale;
      return TRUE;
    }

  return FALSE;
}

/**
 * spz_preview_show:
 * @self: a preview
 * @table: the table of a record
 * @id: its id
 *
 * Marks what came from that record and scrolls to where it begins, unless that
 * is seen already.
 */
void
spz_preview_show (SpzPreview *self,
                  const char *table,
                  gint64      id)
{
  double top, bottom, seen_top, seen_bottom;

  spz_preview_highlight (self, table, id);
  if (self->adjustment == NULL || !get_highlight_range (self, &top, &bottom))
    return;

  get_visible_range (self, &seen_top, &seen_bottom);
  if (top < seen_top || top > seen_bottom - GAP || (bottom > seen_bottom && top > seen_top + GAP))
    gtk_adjustment_set_value (self->adjustment, top - GAP);
}
