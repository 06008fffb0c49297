/* spz-deliver-window.c: checks a briefing and delivers it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-deliver-window.h"

#include <glib/gi18n.h>

#include "spz-briefing-review.h"
#include "spz-briefings.h"
#include "spz-date-row.h"
#include "spz-delivery.h"
#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-text.h"
#include "spz-window.h"

struct _SpzDeliverWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  SpzProgramme    *programme;
  SpzBriefing     *briefing;
  GPtrArray       *deliveries;   /* SpzDelivery: what it may supersede */
  GPtrArray       *items;        /* SpzReviewItem, in the order of the rows */
  GCancellable    *cancellable;  /* while the PDF is made */

  /* Template */
  AdwToastOverlay *toasts;
  GtkWidget       *deliver_button;
  GtkProgressBar  *progress;
  GtkWidget       *form;
  GtkEditable     *recipient;
  AdwComboRow     *audience;
  SpzDateRow      *date;
  AdwComboRow     *supersedes;
  GtkListBox      *review;
};

G_DEFINE_FINAL_TYPE (SpzDeliverWindow, spz_deliver_window, ADW_TYPE_WINDOW)

/* What to look at */

static GtkWidget *
make_item_row (const SpzReviewItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  const gboolean is_hint = item->kind == SPZ_REVIEW_HIDDEN;
  GtkWidget *icon = gtk_image_new_from_icon_name (is_hint ? "dialog-information-symbolic"
                                                          : "dialog-warning-symbolic");

  if (!is_hint)
    gtk_widget_add_css_class (icon, "warning");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static GtkWidget *
make_nothing_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_add_css_class (icon, "success");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing Found"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Promises fit the plan, sums hold, nothing is left to be filled in."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static SpzAudience
get_audience (SpzDeliverWindow *self)
{
  return (SpzAudience) adw_combo_row_get_selected (self->audience);
}

static void
update_review (SpzDeliverWindow *self)
{
  GtkListBoxRow *row;

  if (self->programme == NULL)
    return;

  while ((row = gtk_list_box_get_row_at_index (self->review, 0)) != NULL)
    gtk_list_box_remove (self->review, GTK_WIDGET (row));

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = spz_briefing_review (self->programme, self->briefing, get_audience (self));
  for (guint i = 0; i < self->items->len; i++)
    gtk_list_box_append (self->review, make_item_row (g_ptr_array_index (self->items, i)));
  if (self->items->len == 0)
    gtk_list_box_append (self->review, make_nothing_row ());
}

static void
row_activated_cb (SpzDeliverWindow *self,
                  GtkListBoxRow    *row)
{
  const SpzReviewItem *item = g_ptr_array_index (self->items, gtk_list_box_row_get_index (row));
  g_autoptr (SpzRecord) record = g_object_ref (item->record);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  if (SPZ_IS_WINDOW (parent))
    spz_window_go_to (SPZ_WINDOW (parent), record);
}

/* Delivering */

static void
update_sensitivity (SpzDeliverWindow *self)
{
  g_autofree char *recipient = spz_text_squeeze (gtk_editable_get_text (self->recipient));
  const gboolean busy = self->cancellable != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->deliver_button, !busy && *recipient != '\0');
}

static void
recipient_changed_cb (SpzDeliverWindow *self)
{
  update_sensitivity (self);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  SpzDeliverWindow *self = user_data;

  /* Closed by now */
  if (self->programme != NULL)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
delivered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SpzDeliverWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = spz_briefing_deliver_finish (SPZ_PROGRAMME (source), result, &error);

  g_clear_object (&self->cancellable);
  if (self->programme == NULL)
    return;

  update_sensitivity (self);
  if (id != 0)
    {
      spz_feedback_undo (GTK_WIDGET (self));
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      spz_feedback_toast_on (self->toasts, error->message);
      update_review (self);
    }
}

static SpzDelivery *
get_superseded (SpzDeliverWindow *self)
{
  const guint selected = adw_combo_row_get_selected (self->supersedes);

  /* The first choice is none */
  return selected > 0 && selected <= self->deliveries->len ? g_ptr_array_index (self->deliveries, selected - 1) : NULL;
}

static void
deliver_cb (SpzDeliverWindow *self)
{
  g_autofree char *recipient = spz_text_squeeze (gtk_editable_get_text (self->recipient));
  SpzDeliveryTerms terms;

  /* A date that was typed is taken when its row is left. */
  gtk_widget_grab_focus (self->deliver_button);
  if (gtk_widget_has_css_class (GTK_WIDGET (self->date), "error"))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return;
    }

  terms = (SpzDeliveryTerms) {
    .recipient = recipient,
    .audience = get_audience (self),
    .date = spz_date_row_get_date (self->date),
    .supersedes = get_superseded (self),
  };
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  update_sensitivity (self);
  spz_briefing_deliver_async (self->programme, self->briefing, &terms, progress_cb, self,
                              self->cancellable, delivered_cb, g_object_ref (self));
}

static gboolean
spz_deliver_window_close_request (GtkWindow *window)
{
  SpzDeliverWindow *self = SPZ_DELIVER_WINDOW (window);

  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (spz_deliver_window_parent_class)->close_request (window);
}

/* Choices */

static void
fill_audiences (SpzDeliverWindow *self,
                SpzAudience       audience)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  for (int i = SPZ_AUDIENCE_PUBLIC; i <= SPZ_AUDIENCE_INTERNAL; i++)
    gtk_string_list_append (choices, spz_enum_get_label (SPZ_TYPE_AUDIENCE, i));
  adw_combo_row_set_model (self->audience, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->audience, audience);
}

static char *
describe_delivery (SpzDelivery *delivery)
{
  g_autofree char *date = spz_date_format (spz_delivery_get_date (delivery), SPZ_DATE_STYLE_SHORT);

  /* Translators: a former delivery: its date, to whom, for which audience */
  return g_strdup_printf (_("%s, %s, %s"), date, delivery->recipient,
                          spz_enum_get_label (SPZ_TYPE_AUDIENCE, (int) delivery->audience));
}

/* What was delivered for others may go on counting beside this one. */
static void
fill_deliveries (SpzDeliverWindow *self)
{
  SpzRecordList *deliveries = spz_programme_get_children (self->programme, SPZ_TYPE_DELIVERY, "briefing",
                                                          spz_record_get_id (SPZ_RECORD (self->briefing)));
  SpzDelivery *last = spz_briefing_get_delivery (self->programme, self->briefing);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (choices, _("None"));
  for (guint i = 0; i < spz_record_list_get_size (deliveries); i++)
    {
      SpzDelivery *delivery = spz_record_list_get (deliveries, i);

      if (spz_delivery_is_superseded (self->programme, delivery))
        continue;
      gtk_string_list_take (choices, describe_delivery (delivery));
      g_ptr_array_add (self->deliveries, g_object_ref (delivery));
      if (delivery == last)
        selected = self->deliveries->len;
    }

  adw_combo_row_set_model (self->supersedes, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->supersedes, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->supersedes), self->deliveries->len > 0);
}

static void
fill (SpzDeliverWindow *self,
      SpzAudience       audience)
{
  SpzMeeting *meeting = spz_briefing_get_meeting (self->programme, self->briefing);
  g_autofree char *recipient = meeting != NULL ? spz_meeting_dup_title (self->programme, meeting) : g_strdup ("");
  SpzDate date = meeting != NULL ? meeting->date : SPZ_DATE_NONE;

  gtk_editable_set_text (self->recipient, recipient);
  spz_date_row_set_date (self->date,
                         date != SPZ_DATE_NONE ? date : spz_programme_get_reference_date (self->programme),
                         SPZ_PRECISION_DAY);
  fill_audiences (self, audience);
  fill_deliveries (self);
  update_review (self);
  update_sensitivity (self);
}

static void
spz_deliver_window_dispose (GObject *object)
{
  SpzDeliverWindow *self = SPZ_DELIVER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->programme);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_DELIVER_WINDOW);

  G_OBJECT_CLASS (spz_deliver_window_parent_class)->dispose (object);
}

static void
spz_deliver_window_finalize (GObject *object)
{
  SpzDeliverWindow *self = SPZ_DELIVER_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_ptr_array_unref (self->deliveries);

  G_OBJECT_CLASS (spz_deliver_window_parent_class)->finalize (object);
}

static void
spz_deliver_window_class_init (SpzDeliverWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_deliver_window_dispose;
  object_class->finalize = spz_deliver_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = spz_deliver_window_close_request;

  g_type_ensure (SPZ_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-deliver-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, deliver_button);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, form);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, recipient);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, date);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, supersedes);
  gtk_widget_class_bind_template_child (widget_class, SpzDeliverWindow, review);
  gtk_widget_class_bind_template_callback (widget_class, deliver_cb);
  gtk_widget_class_bind_template_callback (widget_class, recipient_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_review);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_deliver_window_init (SpzDeliverWindow *self)
{
  self->deliveries = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_deliver_window_new:
 * @parent: the window it belongs to
 * @programme: a programme
 * @briefing: one of its briefings
 * @audience: for whom it is composed, unless the user chooses another
 *
 * Makes a window that tells what to look at, asks for whom and when, and
 * delivers the briefing.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_deliver_window_new (GtkWindow    *parent,
                        SpzProgramme *programme,
                        SpzBriefing  *briefing,
                        SpzAudience   audience)
{
  SpzDeliverWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_BRIEFING (briefing), NULL);

  self = g_object_new (SPZ_TYPE_DELIVER_WINDOW, "transient-for", parent, NULL);
  self->programme = g_object_ref (programme);
  self->briefing = g_object_ref (briefing);
  fill (self, audience);
  gtk_widget_grab_focus (GTK_WIDGET (self->recipient));

  return GTK_WINDOW (self);
}
