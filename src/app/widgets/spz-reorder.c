/* spz-reorder.c: reordering a list by dragging and by the keyboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-reorder.h"

#include "spz-feedback.h"

#include <glib/gi18n.h>

#define DATA_KEY "spz-reorder"

/* Shared by the row and its event controllers: moving may rebuild the rows,
 * and a drag ends after that. */
typedef struct
{
  /* Weak */
  GtkWidget     *row;

  /* Owned */
  SpzProgramme  *programme;
  SpzRecordList *siblings;
  SpzRecord     *record;
} Reorder;

static void
reorder_clear (gpointer data)
{
  Reorder *reorder = data;

  g_clear_weak_pointer (&reorder->row);
  g_object_unref (reorder->programme);
  g_object_unref (reorder->siblings);
  g_object_unref (reorder->record);
}

static void
reorder_unref (gpointer data)
{
  g_rc_box_release_full (data, reorder_clear);
}

static void
reorder_unref_closure (gpointer  data,
                       GClosure *closure)
{
  reorder_unref (data);
}

static void
connect (gpointer    controller,
         const char *signal_name,
         GCallback   callback,
         Reorder    *reorder)
{
  g_signal_connect_data (controller, signal_name, callback, g_rc_box_acquire (reorder),
                         reorder_unref_closure, G_CONNECT_SWAPPED);
}

static gboolean
move (Reorder   *reorder,
      SpzRecord *record,
      guint      index)
{
  g_autoptr(GtkWidget) root = NULL;
  g_autoptr(GError) error = NULL;

  /* Moving may rebuild the rows. */
  root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (reorder->row)));

  if (spz_programme_move (reorder->programme, record, reorder->siblings, index, &error))
    return TRUE;

  spz_feedback_report (root, g_steal_pointer (&error));

  return FALSE;
}

static void
mark (Reorder    *reorder,
      const char *css_class)
{
  if (reorder->row == NULL)
    return;

  gtk_widget_remove_css_class (reorder->row, "spz-drop-before");
  gtk_widget_remove_css_class (reorder->row, "spz-drop-after");
  if (css_class != NULL)
    gtk_widget_add_css_class (reorder->row, css_class);
}

static gboolean
is_below_middle (Reorder *reorder,
                 double   y)
{
  return y > gtk_widget_get_height (reorder->row) / 2.0;
}

static GdkContentProvider *
prepare_cb (Reorder *reorder)
{
  return gdk_content_provider_new_typed (SPZ_TYPE_RECORD, reorder->record);
}

static void
drag_begin_cb (Reorder       *reorder,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (reorder->row);

  gtk_drag_source_set_icon (source, picture, 24, gtk_widget_get_height (reorder->row) / 2);
  gtk_widget_add_css_class (reorder->row, "spz-dragged");
}

static void
drag_end_cb (Reorder *reorder)
{
  if (reorder->row != NULL)
    gtk_widget_remove_css_class (reorder->row, "spz-dragged");
}

static GdkDragAction
motion_cb (Reorder       *reorder,
           double         x,
           double         y,
           GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  SpzRecord *record = value != NULL ? g_value_get_object (value) : NULL;

  if (record != NULL && spz_record_list_index_of (reorder->siblings, record) < 0)
    {
      mark (reorder, NULL);
      return 0;
    }

  mark (reorder, is_below_middle (reorder, y) ? "spz-drop-after" : "spz-drop-before");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (Reorder *reorder)
{
  mark (reorder, NULL);
}

static gboolean
drop_cb (Reorder      *reorder,
         const GValue *value,
         double        x,
         double        y)
{
  SpzRecord *record = g_value_get_object (value);
  int from = spz_record_list_index_of (reorder->siblings, record);
  int to = spz_record_list_index_of (reorder->siblings, reorder->record);

  mark (reorder, NULL);

  if (from < 0 || to < 0)
    return FALSE;

  if (is_below_middle (reorder, y))
    to++;

  /* The index is the one after the record is taken out. */
  if (from < to)
    to--;

  return from == to || move (reorder, record, to);
}

/* The row that was moved may be a new one: the record's is found again */
static void
focus_record (GtkWidget *list,
              SpzRecord *record)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list);
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      Reorder *reorder = g_object_get_data (G_OBJECT (row), DATA_KEY);

      if (reorder != NULL && reorder->record == record)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}

static gboolean
step (Reorder *reorder,
      int      by)
{
  g_autoptr(GtkWidget) list = g_object_ref (gtk_widget_get_parent (reorder->row));
  g_autoptr(SpzRecord) record = g_object_ref (reorder->record);
  int index = spz_record_list_index_of (reorder->siblings, record);
  int to = index + by;

  if (index < 0 || to < 0 || to >= (int) spz_record_list_get_size (reorder->siblings))
    return FALSE;

  if (!move (reorder, record, to))
    return FALSE;

  focus_record (list, record);

  return TRUE;
}

/* A row may stand in a row that can be moved too: the inner one is meant */
static gboolean
is_innermost (Reorder *reorder)
{
  GtkWidget *widget = gtk_root_get_focus (gtk_widget_get_root (reorder->row));

  while (widget != NULL && g_object_get_data (G_OBJECT (widget), DATA_KEY) == NULL)
    widget = gtk_widget_get_parent (widget);

  return widget == reorder->row;
}

static gboolean
key_pressed_cb (Reorder         *reorder,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || !is_innermost (reorder))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return step (reorder, -1);
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return step (reorder, 1);

  return GDK_EVENT_PROPAGATE;
}

static void
add_drag_source (Reorder   *reorder,
                 GtkWidget *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  connect (source, "prepare", G_CALLBACK (prepare_cb), reorder);
  connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), reorder);
  connect (source, "drag-end", G_CALLBACK (drag_end_cb), reorder);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
}

static void
add_drop_target (Reorder *reorder)
{
  GtkDropTarget *target = gtk_drop_target_new (SPZ_TYPE_RECORD, GDK_ACTION_MOVE);

  /* To know what is dragged while it is over the row */
  gtk_drop_target_set_preload (target, TRUE);
  connect (target, "motion", G_CALLBACK (motion_cb), reorder);
  connect (target, "leave", G_CALLBACK (leave_cb), reorder);
  connect (target, "drop", G_CALLBACK (drop_cb), reorder);
  gtk_widget_add_controller (reorder->row, GTK_EVENT_CONTROLLER (target));
}

/**
 * spz_reorder_handle_new:
 *
 * Makes the dots by which a row is dragged, for a row's prefix.
 *
 * Returns: (transfer none): a handle
 */
GtkWidget *
spz_reorder_handle_new (void)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("spz-drag-handle-symbolic");

  gtk_widget_add_css_class (handle, "spz-drag-handle");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _("Drag to reorder, or press Alt+Up and Alt+Down"));

  return handle;
}

/**
 * spz_reorder_attach:
 * @row: the row that shows @record
 * @handle: (nullable): the part of @row to drag it by, or %NULL for all of it
 * @programme: the programme
 * @siblings: the list within which rows are reordered
 * @record: a record in @siblings
 *
 * Lets the user put @record elsewhere among @siblings: by dragging it onto
 * another such row, and by Alt+Up and Alt+Down. Each move is one undoable
 * step. Only rows attached with the same list take each other. To be called
 * once for a row; nothing can be moved in a programme that is read-only.
 */
void
spz_reorder_attach (GtkListBoxRow *row,
                    GtkWidget     *handle,
                    SpzProgramme  *programme,
                    SpzRecordList *siblings,
                    gpointer       record)
{
  Reorder *reorder;
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));
  g_return_if_fail (SPZ_IS_RECORD_LIST (siblings));
  g_return_if_fail (SPZ_IS_RECORD (record));
  g_return_if_fail (g_object_get_data (G_OBJECT (row), DATA_KEY) == NULL);

  if (spz_programme_get_read_only (programme))
    {
      if (handle != NULL)
        gtk_widget_hide (handle);
      return;
    }

  reorder = g_rc_box_new0 (Reorder);
  g_set_weak_pointer (&reorder->row, GTK_WIDGET (row));
  reorder->programme = g_object_ref (programme);
  reorder->siblings = g_object_ref (siblings);
  reorder->record = g_object_ref (record);
  g_object_set_data_full (G_OBJECT (row), DATA_KEY, reorder, reorder_unref);

  add_drag_source (reorder, handle != NULL ? handle : GTK_WIDGET (row));
  add_drop_target (reorder);

  /* A text in the row that has a use for these keys gets them first */
  keys = gtk_event_controller_key_new ();
  connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), reorder);
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
}
