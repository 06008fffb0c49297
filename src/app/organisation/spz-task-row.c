/* spz-task-row.c: a task of a role
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-task-row.h"

#include "spz-delete.h"
#include "spz-feedback.h"
#include "spz-line-binding.h"
#include "spz-rank.h"
#include "spz-reorder.h"

struct _SpzTaskRow
{
  GtkListBoxRow  parent_instance;

  /* Owned */
  SpzProgramme  *programme;
  SpzTask       *task;

  /* Template */
  SpzLineText   *text;
  GtkWidget     *handle;
  GtkWidget     *delete_button;
};

G_DEFINE_FINAL_TYPE (SpzTaskRow, spz_task_row, GTK_TYPE_LIST_BOX_ROW)

static SpzRecordList *
get_siblings (SpzTaskRow *self)
{
  return spz_programme_get_children (self->programme, SPZ_TYPE_TASK, "role", self->task->role);
}

static void
focus_task (GtkWidget *list,
            gint64     id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list);
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (SPZ_IS_TASK_ROW (row) && spz_record_get_id (SPZ_RECORD (SPZ_TASK_ROW (row)->task)) == id)
        {
          spz_task_row_focus (SPZ_TASK_ROW (row), 0);
          return;
        }
    }
}

/* Enter: what stands after the cursor becomes the next task */
static gint64
split (SpzTaskRow  *self,
       GError     **error)
{
  SpzRecordList *siblings = get_siblings (self);
  int index = spz_record_list_index_of (siblings, SPZ_RECORD (self->task));
  SpzTask *next = spz_record_list_get (siblings, (guint) index + 1);
  g_autofree char *rank = NULL;
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  gint64 id;

  /* Equal ranks come from files of others */
  if (next != NULL && strcmp (self->task->position, next->position) >= 0)
    next = NULL;

  rank = spz_rank_between (self->task->position, next != NULL ? next->position : NULL);
  spz_line_text_split (self->text, &head, &tail);

  if (!spz_programme_begin (self->programme, _("Task added"), error))
    return 0;

  id = spz_programme_add (self->programme, SPZ_TYPE_TASK, error,
                          "role", self->task->role,
                          "position", rank,
                          "title", tail,
                          NULL);

  if (id == 0 ||
      (*tail != '\0' && !spz_programme_set (self->programme, self->task, error, "title", head, NULL)))
    {
      spz_programme_rollback (self->programme);
      return 0;
    }

  return spz_programme_commit (self->programme, error) ? id : 0;
}

static void
add_after (SpzTaskRow *self)
{
  g_autoptr(GtkWidget) list = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));
  GError *error = NULL;
  gint64 id = split (self, &error);

  if (id != 0)
    focus_task (list, id);
  else
    spz_feedback_report (list, error);
}

static void
leave (SpzTaskRow *self,
       int         direction)
{
  GtkWidget *neighbour = direction < 0 ? gtk_widget_get_prev_sibling (GTK_WIDGET (self))
                                       : gtk_widget_get_next_sibling (GTK_WIDGET (self));

  if (SPZ_IS_TASK_ROW (neighbour))
    spz_task_row_focus (SPZ_TASK_ROW (neighbour), direction < 0 ? -1 : 0);
}

static void
erase (SpzTaskRow *self)
{
  g_autoptr(SpzTaskRow) kept = g_object_ref (self);
  GError *error = NULL;

  leave (self, gtk_widget_get_prev_sibling (GTK_WIDGET (self)) != NULL ? -1 : 1);

  if (!spz_programme_remove (self->programme, self->task, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
delete_cb (SpzTaskRow *self)
{
  spz_delete_record (GTK_WIDGET (self), self->programme, self->task);
}

static gboolean
spz_task_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SPZ_TASK_ROW (widget)->text));
}

static void
spz_task_row_dispose (GObject *object)
{
  SpzTaskRow *self = SPZ_TASK_ROW (object);

  if (self->text != NULL)
    spz_line_text_bind (self->text, NULL, NULL, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_TASK_ROW);
  g_clear_object (&self->task);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_task_row_parent_class)->dispose (object);
}

static void
spz_task_row_class_init (SpzTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_task_row_dispose;
  widget_class->grab_focus = spz_task_row_grab_focus;

  g_type_ensure (SPZ_TYPE_LINE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzTaskRow, text);
  gtk_widget_class_bind_template_child (widget_class, SpzTaskRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SpzTaskRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, add_after);
  gtk_widget_class_bind_template_callback (widget_class, erase);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
spz_task_row_init (SpzTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_task_row_new:
 * @programme: the programme
 * @task: one of its tasks
 *
 * Creates a row in which the task is edited.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_task_row_new (SpzProgramme *programme,
                  SpzTask      *task)
{
  SpzTaskRow *self = g_object_new (SPZ_TYPE_TASK_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->task = g_object_ref (task);

  spz_line_text_bind (self->text, programme, task, "title");
  gtk_widget_set_visible (self->delete_button, !spz_programme_get_read_only (programme));
  spz_reorder_attach (GTK_LIST_BOX_ROW (self), self->handle, programme, get_siblings (self), task);

  return GTK_WIDGET (self);
}

/**
 * spz_task_row_get_task:
 * @self: a row
 *
 * Gets the task the row shows.
 *
 * Returns: (transfer none): the task
 */
SpzTask *
spz_task_row_get_task (SpzTaskRow *self)
{
  g_return_val_if_fail (SPZ_IS_TASK_ROW (self), NULL);

  return self->task;
}

/**
 * spz_task_row_focus:
 * @self: a row
 * @offset: where the cursor is placed, in characters; -1: at the end
 *
 * Focuses the row's text.
 */
void
spz_task_row_focus (SpzTaskRow *self,
                    int         offset)
{
  g_return_if_fail (SPZ_IS_TASK_ROW (self));

  spz_line_text_place_cursor (self->text, offset);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
