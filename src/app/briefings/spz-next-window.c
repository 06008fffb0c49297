/* spz-next-window.c: asks for which meeting the next briefing is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-briefings.h"
#include "spz-date-row.h"
#include "spz-feedback.h"
#include "spz-next-window.h"

struct _SpzNextWindow
{
  AdwWindow            parent_instance;

  /* Owned */
  SpzProgramme        *programme;
  SpzBriefing         *predecessor;
  GArray              *meeting_ids; /* gint64, of what "meeting" offers; 0 for a new one */

  /* Template */
  AdwToastOverlay     *toasts;
  AdwPreferencesGroup *group;
  AdwComboRow         *meeting;
  SpzDateRow          *date_row;
  GtkWidget           *make_button;
};

G_DEFINE_FINAL_TYPE (SpzNextWindow, spz_next_window, ADW_TYPE_WINDOW)

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_meeting_id (SpzNextWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->meeting);

  return selected < self->meeting_ids->len ? g_array_index (self->meeting_ids, gint64, selected) : 0;
}

static void
update_cb (SpzNextWindow *self)
{
  /* The rows tell of changes until they are gone */
  if (self->meeting != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->date_row), get_meeting_id (self) == 0);
}

static gint64
make (SpzNextWindow  *self,
      GError        **error)
{
  gint64 id = get_meeting_id (self);

  if (id != 0)
    return spz_briefing_create_next (self->programme, self->predecessor,
                                     spz_programme_lookup (self->programme, SPZ_TYPE_MEETING, id), NULL, error);

  return spz_briefing_create_next_on (self->programme, self->predecessor, spz_date_row_get_date (self->date_row),
                                      SPZ_PRECISION_DAY, error);
}

static void
make_cb (SpzNextWindow *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  /* A date that was typed is taken when its row is left. */
  gtk_widget_grab_focus (self->make_button);
  if (get_meeting_id (self) == 0 &&
      (spz_date_row_get_date (self->date_row) == SPZ_DATE_NONE ||
       gtk_widget_has_css_class (GTK_WIDGET (self->date_row), "error")))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
      return;
    }

  id = make (self, &error);
  if (id == 0)
    {
      spz_feedback_toast_on (self->toasts, error->message);
      return;
    }

  g_signal_emit (self, signals[MADE], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static char *
describe (SpzNextWindow *self,
          SpzMeeting    *meeting)
{
  g_autofree char *title = spz_meeting_dup_title (self->programme, meeting);
  g_autofree char *date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_SHORT);

  /* Translators: a meeting's date and its title */
  return g_strdup_printf (_("%s, %s"), date, title);
}

/* Those ahead of the last one, but what has a briefing already; the first of
 * the same body is the likely one */
static void
fill_meetings (SpzNextWindow *self)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  SpzMeeting *last = spz_briefing_get_meeting (self->programme, self->predecessor);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  guint selected = G_MAXUINT;
  SpzDate nearest = G_MAXINT;

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (meeting));
      gboolean same_body = last == NULL || last->body == meeting->body;

      if (meeting == last || meeting->state == SPZ_MEETING_CANCELLED ||
          (last != NULL && meeting->date != SPZ_DATE_NONE && meeting->date <= last->date) ||
          spz_meeting_is_past (meeting, spz_programme_get_reference_date (self->programme)) ||
          spz_meeting_get_briefing (self->programme, meeting) != NULL)
        continue;

      if (same_body && meeting->date != SPZ_DATE_NONE && meeting->date < nearest)
        {
          nearest = meeting->date;
          selected = self->meeting_ids->len;
        }
      g_array_append_val (self->meeting_ids, id);
      gtk_string_list_take (choices, describe (self, meeting));
    }

  g_array_append_val (self->meeting_ids, (gint64) { 0 });
  gtk_string_list_append (choices, _("New Meeting"));
  adw_combo_row_set_model (self->meeting, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->meeting, MIN (selected, self->meeting_ids->len - 1));
}

static void
describe_predecessor (SpzNextWindow *self)
{
  SpzMeeting *last = spz_briefing_get_meeting (self->programme, self->predecessor);
  g_autofree char *date = last != NULL ? spz_meeting_dup_date (last, SPZ_DATE_STYLE_LONG) : NULL;
  g_autofree char *text = NULL;

  if (date == NULL)
    return;

  /* Translators: %s is the date of the meeting the last briefing was for */
  text = g_strdup_printf (_("It begins with what was written for %s: what has changed since is marked, and what "
                            "is still to be done comes first."), date);
  adw_preferences_group_set_description (self->group, text);
}

static void
spz_next_window_dispose (GObject *object)
{
  SpzNextWindow *self = SPZ_NEXT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_NEXT_WINDOW);
  g_clear_object (&self->predecessor);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_next_window_parent_class)->dispose (object);
}

static void
spz_next_window_finalize (GObject *object)
{
  g_array_unref (SPZ_NEXT_WINDOW (object)->meeting_ids);

  G_OBJECT_CLASS (spz_next_window_parent_class)->finalize (object);
}

static void
spz_next_window_class_init (SpzNextWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_next_window_dispose;
  object_class->finalize = spz_next_window_finalize;

  /**
   * SpzNextWindow::made:
   * @self: the window
   * @id: the id of a briefing
   *
   * The next briefing was made.
   */
  signals[MADE] =
    g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (SPZ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-next-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzNextWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzNextWindow, group);
  gtk_widget_class_bind_template_child (widget_class, SpzNextWindow, meeting);
  gtk_widget_class_bind_template_child (widget_class, SpzNextWindow, date_row);
  gtk_widget_class_bind_template_child (widget_class, SpzNextWindow, make_button);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_next_window_init (SpzNextWindow *self)
{
  self->meeting_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_next_window_new:
 * @parent: (nullable): the window it belongs to
 * @programme: a programme
 * @predecessor: the briefing to begin from
 *
 * Makes a window that asks for which meeting the next briefing is, and makes
 * it, with the meeting if that is a new one, in one step.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_next_window_new (GtkWindow    *parent,
                     SpzProgramme *programme,
                     SpzBriefing  *predecessor)
{
  SpzNextWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_BRIEFING (predecessor), NULL);

  self = g_object_new (SPZ_TYPE_NEXT_WINDOW, "transient-for", parent, NULL);
  self->programme = g_object_ref (programme);
  self->predecessor = g_object_ref (predecessor);
  fill_meetings (self);
  describe_predecessor (self);
  update_cb (self);
  /* Where there is a meeting it is likely the one: Return is enough */
  gtk_widget_grab_focus (get_meeting_id (self) != 0 ? self->make_button : GTK_WIDGET (self->date_row));

  return GTK_WINDOW (self);
}
