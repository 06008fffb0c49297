/* spz-briefing-head.c: what a briefing is called, who speaks, and where
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-briefing-head.h"

#include "spz-briefings.h"
#include "spz-combo-binding.h"
#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-text-binding.h"

struct _SpzBriefingHead
{
  AdwBin        parent_instance;

  /* Owned */
  SpzProgramme *programme;
  SpzBriefing  *briefing;
  GArray       *meeting_ids; /* gint64, of what "meeting" offers; 0 for none */

  /* Template */
  AdwEntryRow  *title;
  AdwEntryRow  *speaker;
  AdwEntryRow  *function;
  AdwComboRow  *meeting;
  AdwComboRow  *state;

  gboolean      updating_meetings;
  gboolean      offers_delivered;
};

G_DEFINE_FINAL_TYPE (SpzBriefingHead, spz_briefing_head, ADW_TYPE_BIN)

static char *
describe_meeting (SpzBriefingHead *self,
                  SpzMeeting        *meeting)
{
  g_autofree char *title = spz_meeting_dup_title (self->programme, meeting);
  g_autofree char *date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_SHORT);

  /* Translators: a meeting's date and its title */
  return g_strdup_printf (_("%s, %s"), date, title);
}

/* The choice is a copy that is made anew here and nowhere else: were it the
 * live list, deleting a meeting would make the row choose another one. */
static void
update_meetings (SpzBriefingHead *self)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  SpzMeeting *chosen = spz_briefing_get_meeting (self->programme, self->briefing);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  guint selected = 0;

  self->updating_meetings = TRUE;

  g_array_set_size (self->meeting_ids, 0);
  g_array_append_val (self->meeting_ids, (gint64) { 0 });
  gtk_string_list_append (choices, _("None"));
  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (meeting));

      g_array_append_val (self->meeting_ids, id);
      gtk_string_list_take (choices, describe_meeting (self, meeting));
      if (meeting == chosen)
        selected = i + 1;
    }

  adw_combo_row_set_model (self->meeting, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->meeting, selected);

  self->updating_meetings = FALSE;
}

static void
meeting_selected_cb (SpzBriefingHead *self)
{
  guint selected = adw_combo_row_get_selected (self->meeting);
  g_autoptr (GError) error = NULL;
  SpzMeeting *meeting;

  if (self->updating_meetings || self->briefing == NULL || selected >= self->meeting_ids->len)
    return;

  meeting = spz_programme_lookup (self->programme, SPZ_TYPE_MEETING,
                                  g_array_index (self->meeting_ids, gint64, selected));
  if (meeting == spz_briefing_get_meeting (self->programme, self->briefing))
    return;

  if (!spz_briefing_set_meeting (self->programme, self->briefing, meeting, &error))
    {
      spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
      update_meetings (self);
    }
}

/* That it was delivered comes from its delivery alone, and stays. */
static void
update_state (SpzBriefingHead *self)
{
  const gboolean delivered = self->briefing->state == SPZ_BRIEFING_DELIVERED;

  if (self->offers_delivered != delivered)
    spz_combo_bind_first (GTK_WIDGET (self->state), self->programme, self->briefing, "state",
                          delivered ? G_MAXUINT : SPZ_BRIEFING_DELIVERED);
  self->offers_delivered = delivered;
  gtk_widget_set_sensitive (GTK_WIDGET (self->state),
                            !spz_programme_get_read_only (self->programme) &&
                            !spz_briefing_is_delivered (self->programme, self->briefing));
}

static void
show (SpzBriefingHead *self)
{
  update_state (self);
  update_meetings (self);
}

static void
programme_changed_cb (SpzBriefingHead  *self,
                      const SpzChanges *changes)
{
  static const char *const contents[] = { "block", "point", NULL };

  if (!spz_changes_are_within (changes, contents))
    show (self);
}

static void
detach (SpzBriefingHead *self)
{
  g_signal_handlers_disconnect_by_data (self->programme, self);
  spz_text_unbind (GTK_WIDGET (self->title));
  spz_text_unbind (GTK_WIDGET (self->speaker));
  spz_text_unbind (GTK_WIDGET (self->function));
  spz_combo_unbind (GTK_WIDGET (self->state));
  g_clear_object (&self->briefing);
  g_clear_object (&self->programme);
}

static void
attach (SpzBriefingHead *self)
{
  spz_text_bind (GTK_WIDGET (self->title), self->programme, self->briefing, "title");
  spz_text_bind (GTK_WIDGET (self->speaker), self->programme, self->briefing, "speaker");
  spz_text_bind (GTK_WIDGET (self->function), self->programme, self->briefing, "function");
  /* Something it isn't, so that it is bound */
  self->offers_delivered = self->briefing->state != SPZ_BRIEFING_DELIVERED;

  g_signal_connect_object (self->programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);
}

static void
spz_briefing_head_dispose (GObject *object)
{
  SpzBriefingHead *self = SPZ_BRIEFING_HEAD (object);

  if (self->programme != NULL)
    detach (self);
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_BRIEFING_HEAD);

  G_OBJECT_CLASS (spz_briefing_head_parent_class)->dispose (object);
}

static void
spz_briefing_head_finalize (GObject *object)
{
  g_array_unref (SPZ_BRIEFING_HEAD (object)->meeting_ids);

  G_OBJECT_CLASS (spz_briefing_head_parent_class)->finalize (object);
}

static void
spz_briefing_head_class_init (SpzBriefingHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_briefing_head_dispose;
  object_class->finalize = spz_briefing_head_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-briefing-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingHead, title);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingHead, speaker);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingHead, function);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingHead, meeting);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingHead, state);
  gtk_widget_class_bind_template_callback (widget_class, meeting_selected_cb);
}

static void
spz_briefing_head_init (SpzBriefingHead *self)
{
  self->meeting_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_briefing_head_set_briefing:
 * @self: a head
 * @programme: (nullable): the programme
 * @briefing: (nullable): one of its briefings
 *
 * Edits another briefing, or none.
 */
void
spz_briefing_head_set_briefing (SpzBriefingHead *self,
                                SpzProgramme    *programme,
                                SpzBriefing     *briefing)
{
  g_return_if_fail (SPZ_IS_BRIEFING_HEAD (self));

  if (self->briefing == briefing)
    return;

  if (self->programme != NULL)
    detach (self);

  if (briefing != NULL)
    {
      self->programme = g_object_ref (programme);
      self->briefing = g_object_ref (briefing);
      attach (self);
    }
}
