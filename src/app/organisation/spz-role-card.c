/* spz-role-card.c: a role and its tasks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-role-card.h"

#include "spz-combo-binding.h"
#include "spz-delete.h"
#include "spz-feedback.h"
#include "spz-line-binding.h"
#include "spz-reorder.h"
#include "spz-split-box.h"
#include "spz-task-row.h"

struct _SpzRoleCard
{
  GtkListBoxRow  parent_instance;

  /* Owned */
  SpzProgramme  *programme;
  SpzRole       *role;
  GListModel    *task_list;

  /* Template */
  GtkWidget     *handle;
  SpzLineText   *title;
  SpzLineText   *holder;
  SpzLineText   *unit;
  GtkWidget     *reports_to;
  GtkWidget     *menu_button;
  GtkListBox    *tasks;
  GtkWidget     *add_button;
};

G_DEFINE_FINAL_TYPE (SpzRoleCard, spz_role_card, GTK_TYPE_LIST_BOX_ROW)

static gint64
get_id (SpzRoleCard *self)
{
  return spz_record_get_id (SPZ_RECORD (self->role));
}

static SpzTaskRow *
find_task (SpzRoleCard *self,
           gint64       id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->tasks, i)) != NULL; i++)
    {
      if (spz_record_get_id (SPZ_RECORD (spz_task_row_get_task (SPZ_TASK_ROW (row)))) == id)
        return SPZ_TASK_ROW (row);
    }

  return NULL;
}

static GtkWidget *
create_task (gpointer item,
             gpointer user_data)
{
  SpzRoleCard *self = user_data;

  return spz_task_row_new (self->programme, item);
}

static void
add_task (SpzRoleCard *self)
{
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_TASK, &error,
                                 "role", get_id (self),
                                 NULL);

  if (id != 0)
    spz_task_row_focus (find_task (self, id), 0);
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
move (SpzRoleCard *self,
      int          direction)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);
  int index = spz_record_list_index_of (roles, SPZ_RECORD (self->role)) + direction;
  GError *error = NULL;

  if (index < 0 || index >= (int) spz_record_list_get_size (roles))
    return;

  if (!spz_programme_move (self->programme, self->role, roles, (guint) index, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SpzRoleCard *self = SPZ_ROLE_CARD (widget);

  if (g_str_equal (name, "role.add-task"))
    add_task (self);
  else if (g_str_equal (name, "role.move-up"))
    move (self, -1);
  else if (g_str_equal (name, "role.move-down"))
    move (self, 1);
  else if (g_str_equal (name, "role.delete"))
    spz_delete_record (widget, self->programme, self->role);
}

/* Nobody reports to themselves */
static gboolean
is_another_role (gpointer item,
                 gpointer user_data)
{
  return item != user_data;
}

static void
bind (SpzRoleCard *self)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_another_role,
                                                         g_object_ref (self->role),
                                                         g_object_unref));
  g_autoptr(GtkFilterListModel) others =
    gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (roles)), filter);

  spz_line_text_bind (self->title, self->programme, self->role, "title");
  spz_line_text_bind (self->holder, self->programme, self->role, "holder");
  spz_line_text_bind (self->unit, self->programme, self->role, "unit");
  spz_combo_bind_reference (self->reports_to, self->programme, self->role, "reports-to",
                            G_LIST_MODEL (others), _("Nobody"));

  self->task_list = g_object_ref (G_LIST_MODEL (spz_programme_get_children (self->programme, SPZ_TYPE_TASK,
                                                                            "role", get_id (self))));
  gtk_list_box_bind_model (self->tasks, self->task_list, create_task, self, NULL);
  spz_reorder_attach (GTK_LIST_BOX_ROW (self), self->handle, self->programme, roles, self->role);
}

static gboolean
spz_role_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SPZ_ROLE_CARD (widget)->title));
}

static void
spz_role_card_dispose (GObject *object)
{
  SpzRoleCard *self = SPZ_ROLE_CARD (object);

  if (self->title != NULL)
    {
      spz_line_text_bind (self->title, NULL, NULL, NULL);
      spz_line_text_bind (self->holder, NULL, NULL, NULL);
      spz_line_text_bind (self->unit, NULL, NULL, NULL);
      spz_combo_unbind (self->reports_to);
      gtk_list_box_bind_model (self->tasks, NULL, NULL, NULL, NULL);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_ROLE_CARD);
  g_clear_object (&self->task_list);
  g_clear_object (&self->role);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_role_card_parent_class)->dispose (object);
}

static void
spz_role_card_class_init (SpzRoleCardClass *klass)
{
  static const char *const actions[] = {
    "role.add-task", "role.move-up", "role.move-down", "role.delete",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_role_card_dispose;
  widget_class->grab_focus = spz_role_card_grab_focus;

  g_type_ensure (SPZ_TYPE_LINE_TEXT);
  g_type_ensure (SPZ_TYPE_SPLIT_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-role-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, handle);
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, title);
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, holder);
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, unit);
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, reports_to);
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, tasks);
  gtk_widget_class_bind_template_child (widget_class, SpzRoleCard, add_button);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
spz_role_card_init (SpzRoleCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_role_card_new:
 * @programme: the programme
 * @role: one of its roles
 *
 * Creates a row as in the table of the original: the role, its holder and unit
 * on the left, its tasks on the right, all edited in place.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_role_card_new (SpzProgramme *programme,
                   SpzRole      *role)
{
  SpzRoleCard *self = g_object_new (SPZ_TYPE_ROLE_CARD, NULL);
  gboolean editable = !spz_programme_get_read_only (programme);

  self->programme = g_object_ref (programme);
  self->role = g_object_ref (role);
  bind (self);
  gtk_widget_set_visible (self->menu_button, editable);
  gtk_widget_set_visible (self->add_button, editable);

  return GTK_WIDGET (self);
}

/**
 * spz_role_card_get_role:
 * @self: a card
 *
 * Gets the role the card shows.
 *
 * Returns: (transfer none): the role
 */
SpzRole *
spz_role_card_get_role (SpzRoleCard *self)
{
  g_return_val_if_fail (SPZ_IS_ROLE_CARD (self), NULL);

  return self->role;
}

/**
 * spz_role_card_focus_title:
 * @self: a card
 *
 * Focuses the title, all of it selected, so that typing replaces it.
 */
void
spz_role_card_focus_title (SpzRoleCard *self)
{
  g_return_if_fail (SPZ_IS_ROLE_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  spz_line_text_select_all (self->title);
}

/**
 * spz_role_card_focus_task:
 * @self: a card
 * @task: a task
 *
 * Focuses a task of the role.
 *
 * Returns: whether it is there
 */
gboolean
spz_role_card_focus_task (SpzRoleCard *self,
                          SpzTask     *task)
{
  SpzTaskRow *row;

  g_return_val_if_fail (SPZ_IS_ROLE_CARD (self), FALSE);

  row = find_task (self, spz_record_get_id (SPZ_RECORD (task)));
  if (row == NULL)
    return FALSE;

  spz_task_row_focus (row, 0);

  return TRUE;
}
