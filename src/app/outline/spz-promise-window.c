/* spz-promise-window.c: what a point promises
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-promise-window.h"

#include <glib/gi18n.h>

#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-plan.h"
#include "spz-promise-row.h"
#include "spz-promises.h"
#include "spz-text.h"

#define MAX_SUBJECTS 30

struct _SpzPromiseWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  SpzProgramme    *programme;
  SpzPoint        *point;
  GPtrArray       *found;      /* SpzPromiseProposal, in the order of the rows */
  GPtrArray       *offered;    /* SpzRecord: what the search found, in the order of the rows */

  /* Template */
  AdwToastOverlay *toasts;
  GtkLabel        *text;
  GtkWidget       *proposal_group;
  GtkListBox      *proposals;
  GtkWidget       *promise_group;
  GtkListBox      *promises;
  GtkEditable     *search;
  GtkListBox      *subjects;
};

G_DEFINE_FINAL_TYPE (SpzPromiseWindow, spz_promise_window, ADW_TYPE_WINDOW)

static SpzRecordList *
get_promises (SpzPromiseWindow *self)
{
  return spz_programme_get_children (self->programme, SPZ_TYPE_PROMISE, "point",
                                     spz_record_get_id (SPZ_RECORD (self->point)));
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *icon_name)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

/* What was linked, or why it wasn't */
static void
finish (SpzPromiseWindow *self,
        gint64            id,
        GError           *error)
{
  g_autoptr (GError) owned = error;
  SpzRecordList *promises = get_promises (self);

  if (id == 0)
    {
      spz_feedback_toast_on (self->toasts, error->message);
      return;
    }

  gtk_editable_set_text (self->search, "");
  spz_feedback_undo_on (self->toasts, self->programme, _("Promise linked"));

  for (guint i = 0; i < spz_record_list_get_size (promises); i++)
    if (spz_record_get_id (spz_record_list_get (promises, i)) == id)
      spz_promise_row_edit (SPZ_PROMISE_ROW (gtk_list_box_get_row_at_index (self->promises, (int) i)));
}

/* What the text says */

static gboolean
is_linked (SpzPromiseWindow *self,
           gpointer          subject)
{
  SpzRecordList *promises = get_promises (self);

  for (guint i = 0; i < spz_record_list_get_size (promises); i++)
    if (spz_promise_get_subject (self->programme, spz_record_list_get (promises, i)) == subject)
      return TRUE;

  return FALSE;
}

static void
update_proposals (SpzPromiseWindow *self)
{
  clear (self->proposals);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = spz_point_propose_promises (self->programme, self->point);

  for (guint i = self->found->len; i > 0; i--)
    {
      const SpzPromiseProposal *proposal = g_ptr_array_index (self->found, i - 1);

      if (proposal->subject == NULL || is_linked (self, proposal->subject))
        g_ptr_array_remove_index (self->found, i - 1);
    }

  for (guint i = 0; i < self->found->len; i++)
    {
      const SpzPromiseProposal *proposal = g_ptr_array_index (self->found, i);
      g_autofree char *title = spz_promise_subject_dup_title (self->programme, proposal->subject);
      /* Translators: words of a text, in quotes */
      g_autofree char *words = g_strdup_printf (_("“%s”"), proposal->words);

      gtk_list_box_append (self->proposals, make_row (title, words, "list-add-symbolic"));
    }

  gtk_widget_set_visible (self->proposal_group, self->found->len > 0);
}

static void
proposal_activated_cb (SpzPromiseWindow *self,
                       GtkListBoxRow    *row)
{
  const SpzPromiseProposal *proposal = g_ptr_array_index (self->found, gtk_list_box_row_get_index (row));
  GError *error = NULL;
  gint64 id = spz_promise_add_proposal (self->programme, self->point, proposal, &error);

  finish (self, id, error);
}

/* What else it may be */

static char *
describe_subject (gpointer subject)
{
  const char *kind = spz_record_type_get_label (G_OBJECT_TYPE (subject));
  g_autofree char *when = NULL;

  if (SPZ_IS_PHASE (subject))
    when = spz_phase_dup_period (subject);
  else if (SPZ_IS_MILESTONE (subject))
    when = spz_milestone_dup_date (subject);
  else if (SPZ_IS_ASSIGNMENT (subject) && SPZ_ASSIGNMENT (subject)->due != SPZ_DATE_NONE)
    when = spz_date_format (SPZ_ASSIGNMENT (subject)->due, SPZ_DATE_STYLE_SHORT);

  return when != NULL ? g_strdup_printf ("%s · %s", kind, when) : g_strdup (kind);
}

static void
append_subjects (SpzPromiseWindow *self,
                 GType             type,
                 const char       *query)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, type);

  for (guint i = 0; i < spz_record_list_get_size (list) && self->offered->len < MAX_SUBJECTS; i++)
    {
      SpzRecord *record = spz_record_list_get (list, i);
      g_autofree char *title = spz_promise_subject_dup_title (self->programme, record);
      g_autofree char *folded = spz_text_fold (title);
      g_autofree char *detail = NULL;

      if (!spz_text_matches (folded, query) || is_linked (self, record))
        continue;

      detail = describe_subject (record);
      gtk_list_box_append (self->subjects, make_row (title, detail, "list-add-symbolic"));
      g_ptr_array_add (self->offered, g_object_ref (record));
    }
}

static void
update_subjects (SpzPromiseWindow *self)
{
  g_autofree char *query = spz_text_fold (gtk_editable_get_text (self->search));

  clear (self->subjects);
  g_ptr_array_set_size (self->offered, 0);

  g_strstrip (query);
  if (*query != '\0')
    {
      append_subjects (self, SPZ_TYPE_PHASE, query);
      append_subjects (self, SPZ_TYPE_MILESTONE, query);
      append_subjects (self, SPZ_TYPE_FIGURE, query);
      append_subjects (self, SPZ_TYPE_ASSIGNMENT, query);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->subjects), *query != '\0');
}

static void
link_subject (SpzPromiseWindow *self,
              guint             index)
{
  GError *error = NULL;
  gint64 id = spz_promise_add_as_planned (self->programme, self->point,
                                          g_ptr_array_index (self->offered, index), &error);

  finish (self, id, error);
}

static void
subject_activated_cb (SpzPromiseWindow *self,
                      GtkListBoxRow    *row)
{
  link_subject (self, (guint) gtk_list_box_row_get_index (row));
}

/* Return in the entry takes the first; what was typed last may not be searched yet. */
static void
search_activated_cb (SpzPromiseWindow *self)
{
  update_subjects (self);
  if (self->offered->len > 0)
    link_subject (self, 0);
}

static void
search_stopped_cb (SpzPromiseWindow *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* The window */

static void
changed_cb (SpzPromiseWindow *self)
{
  g_autofree char *text = NULL;

  /* Deleted, or the adding of it undone */
  if (spz_programme_lookup (self->programme, SPZ_TYPE_POINT, spz_record_get_id (SPZ_RECORD (self->point))) !=
      self->point)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  text = spz_inline_to_plain (self->point->title);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  gtk_widget_set_visible (self->promise_group, spz_record_list_get_size (get_promises (self)) > 0);
  update_proposals (self);
  update_subjects (self);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  SpzPromiseWindow *self = user_data;

  return spz_promise_row_new (self->programme, item);
}

static void
spz_promise_window_dispose (GObject *object)
{
  SpzPromiseWindow *self = SPZ_PROMISE_WINDOW (object);

  if (self->programme != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->programme, self);
      gtk_list_box_bind_model (self->promises, NULL, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_PROMISE_WINDOW);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->point);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_promise_window_parent_class)->dispose (object);
}

static void
spz_promise_window_finalize (GObject *object)
{
  SpzPromiseWindow *self = SPZ_PROMISE_WINDOW (object);

  g_ptr_array_unref (self->offered);

  G_OBJECT_CLASS (spz_promise_window_parent_class)->finalize (object);
}

static void
spz_promise_window_class_init (SpzPromiseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_promise_window_dispose;
  object_class->finalize = spz_promise_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-promise-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, text);
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, proposal_group);
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, proposals);
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, promise_group);
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, promises);
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SpzPromiseWindow, subjects);
  gtk_widget_class_bind_template_callback (widget_class, proposal_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_subjects);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_promise_window_init (SpzPromiseWindow *self)
{
  self->offered = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_promise_window_new:
 * @parent: (nullable): the window it belongs to
 * @programme: a programme
 * @point: one of its points
 *
 * Makes a window that tells what @point promises of the plan and whether that
 * still holds, and in which it is linked with the plan.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_promise_window_new (GtkWindow    *parent,
                        SpzProgramme *programme,
                        SpzPoint     *point)
{
  SpzPromiseWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_POINT (point), NULL);

  self = g_object_new (SPZ_TYPE_PROMISE_WINDOW, "transient-for", parent, NULL);
  self->programme = g_object_ref (programme);
  self->point = g_object_ref (point);
  gtk_list_box_bind_model (self->promises, G_LIST_MODEL (get_promises (self)), create_row_cb, self, NULL);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->found->len > 0 ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->proposals, 0))
                                                           : GTK_WIDGET (self->search)));

  return GTK_WINDOW (self);
}
