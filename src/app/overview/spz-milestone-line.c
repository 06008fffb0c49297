/* spz-milestone-line.c: milestones ahead on a thin line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-milestone-line.h"

#include <math.h>

/* In pixels, from the top: the line, and the marks on it */
#define LINE_Y 12
#define MARK_SIZE 6
#define TODAY_SIZE 4
#define LABEL_Y 24

/* Labels that don't fit side by side at this width are left to the plan. */
#define LABEL_WIDTH 150

typedef struct
{
  /* Borrowed: a child */
  GtkWidget *button;

  SpzDate    date;
  double     x;
} Mark;

struct _SpzMilestoneLine
{
  GtkWidget  parent_instance;

  /* Owned */
  GArray    *marks;

  SpzDate    today;
};

G_DEFINE_FINAL_TYPE (SpzMilestoneLine, spz_milestone_line, GTK_TYPE_WIDGET)

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_fitting (SpzMilestoneLine *self,
               int               width)
{
  return MIN (self->marks->len, (guint) MAX (1, width / LABEL_WIDTH));
}

/* Places the first marks by their dates, then pushes them apart, from the
 * left and back from the right, until their labels don't overlap. */
static void
place (SpzMilestoneLine *self,
       guint             n,
       int               width)
{
  double half = LABEL_WIDTH / 2.0;
  Mark *marks = (Mark *) self->marks->data;
  double span = MAX (1, marks[n - 1].date - self->today);

  for (guint i = 0; i < n; i++)
    {
      double left = i == 0 ? half : marks[i - 1].x + LABEL_WIDTH;

      marks[i].x = MAX (left, (marks[i].date - self->today) / span * (width - half));
    }

  for (guint i = n; i-- > 0;)
    marks[i].x = MIN (marks[i].x, width - half - (n - 1 - i) * LABEL_WIDTH);
}

static void
spz_milestone_line_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  SpzMilestoneLine *self = SPZ_MILESTONE_LINE (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LABEL_WIDTH;
      *natural = LABEL_WIDTH * (int) MAX (1, self->marks->len);
      return;
    }

  for (guint i = 0; i < self->marks->len; i++)
    {
      int child_natural;

      gtk_widget_measure (g_array_index (self->marks, Mark, i).button, orientation,
                          LABEL_WIDTH, NULL, &child_natural, NULL, NULL);
      height = MAX (height, child_natural);
    }

  *minimum = *natural = LABEL_Y + height;
}

static void
spz_milestone_line_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  SpzMilestoneLine *self = SPZ_MILESTONE_LINE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n;

  if (self->marks->len == 0)
    return;

  n = count_fitting (self, width);
  place (self, n, width);

  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);
      double x = rtl ? width - mark->x : mark->x;
      GtkAllocation allocation = {
        (int) round (x - LABEL_WIDTH / 2.0), LABEL_Y, LABEL_WIDTH, height - LABEL_Y
      };

      gtk_widget_set_child_visible (mark->button, i < n);
      if (i < n)
        gtk_widget_size_allocate (mark->button, &allocation, -1);
    }
}

static void
draw_diamond (cairo_t *cr,
              double   x,
              double   y,
              double   radius)
{
  cairo_move_to (cr, x - radius, y);
  cairo_line_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
spz_milestone_line_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  SpzMilestoneLine *self = SPZ_MILESTONE_LINE (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, LABEL_Y));
  GdkRGBA color, accent;

  gtk_style_context_get_color (style, &color);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = color;

  color.alpha *= 0.3f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_rectangle (cr, 0, LINE_Y - 0.5, width, 1);
  cairo_fill (cr);

  /* Today is where the line starts. */
  cairo_arc (cr, rtl ? width - TODAY_SIZE : TODAY_SIZE, LINE_Y, TODAY_SIZE, 0, 2 * G_PI);
  color.alpha = 1;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (cr, &accent);
  for (guint i = 0; i < count_fitting (self, width); i++)
    {
      double x = g_array_index (self->marks, Mark, i).x;

      draw_diamond (cr, rtl ? width - x : x, LINE_Y, MARK_SIZE);
    }
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (spz_milestone_line_parent_class)->snapshot (widget, snapshot);
}

static void
clear (SpzMilestoneLine *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_array_index (self->marks, Mark, i).button);
  g_array_set_size (self->marks, 0);
}

static void
spz_milestone_line_dispose (GObject *object)
{
  clear (SPZ_MILESTONE_LINE (object));

  G_OBJECT_CLASS (spz_milestone_line_parent_class)->dispose (object);
}

static void
spz_milestone_line_finalize (GObject *object)
{
  g_array_unref (SPZ_MILESTONE_LINE (object)->marks);

  G_OBJECT_CLASS (spz_milestone_line_parent_class)->finalize (object);
}

static GtkSizeRequestMode
spz_milestone_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
spz_milestone_line_class_init (SpzMilestoneLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_milestone_line_dispose;
  object_class->finalize = spz_milestone_line_finalize;

  widget_class->get_request_mode = spz_milestone_line_get_request_mode;
  widget_class->measure = spz_milestone_line_measure;
  widget_class->size_allocate = spz_milestone_line_size_allocate;
  widget_class->snapshot = spz_milestone_line_snapshot;

  /**
   * SpzMilestoneLine::activated:
   * @self: the line
   * @milestone: an #SpzMilestone
   *
   * The user chose a milestone.
   */
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_RECORD);

  gtk_widget_class_set_css_name (widget_class, "milestone-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
spz_milestone_line_init (SpzMilestoneLine *self)
{
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
}

static void
clicked_cb (SpzMilestoneLine *self,
            GtkWidget        *button)
{
  g_autoptr(SpzRecord) record = g_object_ref (g_object_get_data (G_OBJECT (button), "spz-record"));

  g_signal_emit (self, signals[ACTIVATED], 0, record);
}

static GtkWidget *
make_label (const char *text,
            int         lines,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_button (SpzMilestoneLine     *self,
             const SpzOutlookItem *item)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = g_strdup_printf ("%s, %s", item->title, item->detail);

  gtk_box_append (GTK_BOX (box), make_label (item->detail, 2, "caption"));
  gtk_box_append (GTK_BOX (box), make_label (item->title, 3, "body"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, item->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "spz-record",
                          g_object_ref (item->record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/**
 * spz_milestone_line_new:
 *
 * Makes a line without milestones.
 *
 * Returns: (transfer none): a line
 */
GtkWidget *
spz_milestone_line_new (void)
{
  return g_object_new (SPZ_TYPE_MILESTONE_LINE, NULL);
}

/**
 * spz_milestone_line_set_items:
 * @self: a line
 * @items: (element-type SpzOutlookItem): milestones, in their order
 * @today: the day the line starts
 *
 * Shows @items along the line, as many as have room.
 */
void
spz_milestone_line_set_items (SpzMilestoneLine *self,
                              GPtrArray        *items,
                              SpzDate           today)
{
  g_return_if_fail (SPZ_IS_MILESTONE_LINE (self));

  clear (self);
  self->today = today;

  for (guint i = 0; i < items->len; i++)
    {
      const SpzOutlookItem *item = g_ptr_array_index (items, i);
      Mark mark = { make_button (self, item), item->sort_date, 0 };

      gtk_widget_set_parent (mark.button, GTK_WIDGET (self));
      g_array_append_val (self->marks, mark);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
