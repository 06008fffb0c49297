/* spz-point-drag.c: moving points by the pointer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-point-drag.h"

#include "spz-feedback.h"
#include "spz-outline-view.h"

/* Where a dragged point would go: how far down decides between which points,
 * how far in on which level */
typedef struct
{
  SpzPoint *point;
  SpzPoint *above;
  guint     level;
  gboolean  below;
} Place;

static gboolean
find_place (SpzPointRow   *row,
            GtkDropTarget *target,
            double         x,
            double         y,
            Place         *place)
{
  SpzProgramme *programme = g_object_get_data (G_OBJECT (target), "spz-programme");
  const GValue *value = gtk_drop_target_get_value (target);
  SpzOutlineView *view = SPZ_OUTLINE_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (row), SPZ_TYPE_OUTLINE_VIEW));
  SpzPointRow *before = spz_outline_view_get_neighbour (view, row, -1);
  SpzPoint *here = spz_point_row_get_point (row);
  int width = gtk_widget_get_width (GTK_WIDGET (row));
  guint least;
  guint most;

  if (value == NULL)
    return FALSE;

  place->point = g_value_get_object (value);
  if (place->point->block != here->block || place->point->action_field != here->action_field)
    return FALSE;

  if (gtk_widget_get_direction (GTK_WIDGET (row)) == GTK_TEXT_DIR_RTL)
    x = width - x;

  place->below = y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0;
  place->above = place->below ? here : before != NULL ? spz_point_row_get_point (before) : NULL;
  if (!spz_outline_get_levels (programme, place->point, place->above, &least, &most))
    return FALSE;

  place->level = CLAMP (1 + (guint) (MAX (x, 0) / SPZ_POINT_ROW_INDENT), least, most);

  return TRUE;
}

static GdkContentProvider *
prepare_cb (SpzPointRow *row)
{
  return gdk_content_provider_new_typed (SPZ_TYPE_POINT, spz_point_row_get_point (row));
}

static void
drag_begin_cb (SpzPointRow   *row,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, picture, 12, 12);
  gtk_widget_add_css_class (GTK_WIDGET (row), "spz-dragged");
}

static void
drag_end_cb (SpzPointRow *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "spz-dragged");
}

static GdkDragAction
motion_cb (SpzPointRow   *row,
           double         x,
           double         y,
           GtkDropTarget *target)
{
  Place place;

  if (!find_place (row, target, x, y, &place))
    {
      spz_point_row_mark_drop (row, 0, FALSE);
      return 0;
    }

  spz_point_row_mark_drop (row, place.level, place.below);

  return GDK_ACTION_MOVE;
}

static void
leave_cb (SpzPointRow *row)
{
  spz_point_row_mark_drop (row, 0, FALSE);
}

static gboolean
drop_cb (SpzPointRow   *row,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  SpzProgramme *programme = g_object_get_data (G_OBJECT (target), "spz-programme");
  GError *error = NULL;
  Place place;

  spz_point_row_mark_drop (row, 0, FALSE);
  if (!find_place (row, target, x, y, &place))
    return FALSE;

  if (spz_outline_place (programme, place.point, place.above, place.level, &error))
    return TRUE;

  spz_feedback_report (GTK_WIDGET (row), error);

  return FALSE;
}

/**
 * spz_point_drag_attach:
 * @row: a row of an outline
 * @handle: the part of it to drag it by
 * @programme: the programme
 *
 * Lets a point be dragged to another place in its outline, with all below it,
 * and onto another level by dragging it sideways. Each move is one undoable
 * step.
 */
void
spz_point_drag_attach (SpzPointRow  *row,
                       GtkWidget    *handle,
                       SpzProgramme *programme)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SPZ_TYPE_POINT, GDK_ACTION_MOVE);

  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _("Drag to move, also to another level"));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_end_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));

  /* To know what is dragged while it is over the row */
  gtk_drop_target_set_preload (target, TRUE);
  g_object_set_data_full (G_OBJECT (target), "spz-programme", g_object_ref (programme), g_object_unref);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
