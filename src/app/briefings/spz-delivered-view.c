/* spz-delivered-view.c: a briefing as it was spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-delivered-view.h"

#include "spz-archive-files.h"
#include "spz-audience-pill.h"
#include "spz-deliveries.h"
#include "spz-labels.h"
#include "spz-line-text.h"

/* How far a level stands in, in pixels */
#define INDENT 24

/**
 * SpzDeliveredView:
 *
 * What was said, word for word, when and to whom. The points of the programme
 * may have changed since; these lines have not.
 */
struct _SpzDeliveredView
{
  AdwBin        parent_instance;

  /* Owned */
  SpzDelivery  *delivery;

  /* Template */
  GtkLabel     *notice;
  GtkLabel     *recipient;
  GtkWidget    *next_button;
  GtkLabel     *title;
  GtkLabel     *speaker;
  GtkLabel     *occasion;
  GtkBox       *lines;
};

G_DEFINE_FINAL_TYPE (SpzDeliveredView, spz_delivered_view, ADW_TYPE_BIN)

/* The texts of an outline, not labels: those take seconds to find their size in
 * boxes within boxes, and can't be copied from by keyboard */
static GtkWidget *
create_text (const char *markdown)
{
  GtkWidget *text = spz_line_text_new ();

  spz_line_text_set_markdown (SPZ_LINE_TEXT (text), markdown);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_set_hexpand (text, TRUE);

  return text;
}

static GtkWidget *
create_line (SpzDeliveryLine *line)
{
  static const char *const bullets[] = { "•", "–", "◦" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = create_text (line->title);
  GtkWidget *pill = gtk_label_new (NULL);
  guint level = (guint) CLAMP (line->level, 1, (gint64) G_N_ELEMENTS (bullets));

  if (line->point != 0)
    {
      const char *bullet = line->style == SPZ_POINT_CONCLUSION ? "➔"
                           : line->style == SPZ_POINT_BULLET ? bullets[level - 1] : "";
      GtkWidget *mark = gtk_label_new (bullet);

      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_label_set_width_chars (GTK_LABEL (mark), 2);
      gtk_widget_add_css_class (mark, "dim-label");
      gtk_box_append (GTK_BOX (box), mark);
      gtk_widget_set_margin_start (box, (int) (level - 1) * INDENT);
    }

  gtk_box_append (GTK_BOX (box), text);
  spz_audience_pill_show (GTK_LABEL (pill), (SpzAudience) line->audience);
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), pill);

  return box;
}

static GtkWidget *
create_heading (const char *title)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", title,
                       "xalign", 0.0f,
                       "wrap", TRUE,
                       "margin-top", 12,
                       "css-classes", (const char *[]) { "heading", NULL },
                       NULL);
}

static void
view_cb (SpzDeliveredView *self)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  spz_archive_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), ADW_TOAST_OVERLAY (toasts), self->delivery);
}

static void
spz_delivered_view_dispose (GObject *object)
{
  SpzDeliveredView *self = SPZ_DELIVERED_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_DELIVERED_VIEW);
  g_clear_object (&self->delivery);

  G_OBJECT_CLASS (spz_delivered_view_parent_class)->dispose (object);
}

static void
spz_delivered_view_class_init (SpzDeliveredViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_delivered_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-delivered-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzDeliveredView, notice);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliveredView, recipient);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliveredView, next_button);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliveredView, title);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliveredView, speaker);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliveredView, occasion);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliveredView, lines);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
}

static void
spz_delivered_view_init (SpzDeliveredView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_occasion (SpzDelivery *delivery)
{
  g_autofree char *date = delivery->meeting_date != SPZ_DATE_NONE
                          ? spz_date_format (delivery->meeting_date, SPZ_DATE_STYLE_LONG) : NULL;

  if (date == NULL || *delivery->body_title == '\0')
    return g_strdup (date != NULL ? date : delivery->body_title);

  /* Translators: a meeting's title and its date */
  return g_strdup_printf (_("%s, %s"), delivery->body_title, date);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_head (SpzDeliveredView *self)
{
  g_autofree char *day = spz_date_format (spz_delivery_get_date (self->delivery), SPZ_DATE_STYLE_LONG);
  /* Translators: of a briefing; %s is a date */
  g_autofree char *notice = g_strdup_printf (_("Delivered on %s"), day);
  /* Translators: for whom a briefing was delivered, and in which version of it: "Public" */
  g_autofree char *recipient = g_strdup_printf (_("For: %s (%s). It stays as it was spoken; what comes next goes into "
                                                  "the next briefing."),
                                                self->delivery->recipient,
                                                spz_enum_get_label (SPZ_TYPE_AUDIENCE, self->delivery->audience));
  g_autofree char *occasion = dup_occasion (self->delivery);

  gtk_label_set_label (self->notice, notice);
  gtk_label_set_label (self->recipient, recipient);
  set_text (self->title, self->delivery->title);
  set_text (self->speaker, self->delivery->speaker);
  set_text (self->occasion, occasion);
}

static void
show (SpzDeliveredView *self,
      SpzProgramme     *programme)
{
  SpzRecordList *lines = spz_programme_get_children (programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                                     spz_record_get_id (SPZ_RECORD (self->delivery)));
  const char *heading = "";

  show_head (self);
  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);

      if (*line->heading != '\0' && !g_str_equal (line->heading, heading))
        gtk_box_append (self->lines, create_heading (line->heading));
      heading = line->heading;
      gtk_box_append (self->lines, create_line (line));
    }
}

/**
 * spz_delivered_view_set_delivery:
 * @self: a view
 * @programme: (nullable): the programme
 * @delivery: (nullable): what to show
 *
 * Shows another delivery, or none.
 */
void
spz_delivered_view_set_delivery (SpzDeliveredView *self,
                                 SpzProgramme     *programme,
                                 SpzDelivery      *delivery)
{
  GtkWidget *line;

  g_return_if_fail (SPZ_IS_DELIVERED_VIEW (self));

  if (!g_set_object (&self->delivery, delivery))
    return;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  if (delivery != NULL)
    show (self, programme);
}

/**
 * spz_delivered_view_start:
 * @self: a view
 *
 * Puts the keyboard on what is likely done next: the next briefing.
 */
void
spz_delivered_view_start (SpzDeliveredView *self)
{
  g_return_if_fail (SPZ_IS_DELIVERED_VIEW (self));

  gtk_widget_grab_focus (self->next_button);
}
