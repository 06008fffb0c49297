/* spz-timeline-view-keys.c: the plan by keyboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include "spz-feedback.h"

/* Left and right walk in reading order: a row's title, its bars and milestones
 * by date, then the next row. Up and down go to what is nearest in the row
 * above or below. */

typedef struct
{
  SpzTimelineKey key;
  guint          row;
  double         x; /* its middle */
} Stop;

static void
add_boxes (GArray               *stops,
           SpzTimelinePlan      *plan,
           const SpzTimelineBox *boxes,
           guint                 n_boxes,
           SpzTimelineItemKind   kind,
           guint                 row)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      gint64 id = kind == SPZ_TIMELINE_ITEM_PHASE
                  ? spz_timeline_plan_get_bars (plan, NULL)[boxes[i].index].id
                  : spz_timeline_plan_get_milestones (plan, NULL)[boxes[i].index].id;
      Stop stop = { spz_timeline_key (kind, id), row, boxes[i].bar.x + boxes[i].bar.width / 2 };

      g_array_append_val (stops, stop);
    }
}

static int
compare_stops (gconstpointer a,
               gconstpointer b,
               gpointer      rtl)
{
  double difference = ((const Stop *) a)->x - ((const Stop *) b)->x;

  if (GPOINTER_TO_INT (rtl))
    difference = -difference;

  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/* What there is in a row, in reading order */
static GArray *
list_stops (SpzTimelineView *self,
            guint            row)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gboolean rtl = spz_timeline_layout_get_scale (self->layout)->rtl;
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  const SpzTimelineBox *boxes;
  double height;
  guint n_boxes, index;
  Stop title = { 0, row, 0 };

  spz_timeline_layout_get_row_extents (self->layout, row, NULL, &height);
  if (height <= 0)
    return stops;

  boxes = spz_timeline_layout_get_bars (self->layout, row, &n_boxes);
  add_boxes (stops, plan, boxes, n_boxes, SPZ_TIMELINE_ITEM_PHASE, row);
  boxes = spz_timeline_layout_get_milestones (self->layout, row, &n_boxes);
  add_boxes (stops, plan, boxes, n_boxes, SPZ_TIMELINE_ITEM_MILESTONE, row);
  g_array_sort_with_data (stops, compare_stops, GINT_TO_POINTER (rtl));

  switch (spz_timeline_layout_get_row_type (self->layout, row, &index))
    {
    case SPZ_TIMELINE_ROW_GROUP:
      title.key = spz_timeline_key (SPZ_TIMELINE_ITEM_GROUP,
                                    spz_timeline_plan_get_groups (plan, NULL)[index].id);
      break;

    case SPZ_TIMELINE_ROW_MEASURE:
      title.key = spz_timeline_key (SPZ_TIMELINE_ITEM_MEASURE,
                                    spz_timeline_plan_get_measures (plan, NULL)[index].id);
      break;

    case SPZ_TIMELINE_ROW_MILESTONES:
    default:
      break;
    }
  if (title.key != 0)
    g_array_prepend_val (stops, title);

  return stops;
}

/* The next row in a direction that has anything in it */
static GArray *
list_next_row (SpzTimelineView *self,
               guint            row,
               int              step)
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);

  for (guint next = row + step; next < n_rows; next += step)
    {
      GArray *stops = list_stops (self, next);

      if (stops->len > 0)
        return stops;
      g_array_unref (stops);
    }

  return NULL;
}

static guint
get_cursor_row (SpzTimelineView *self)
{
  gboolean in_column;
  SpzRect rect;

  if (self->cursor != 0 &&
      spz_timeline_view_get_key_rect (self, self->cursor, &rect, &in_column))
    return spz_timeline_layout_get_row_at (self->layout, rect.y + rect.height / 2);

  return SPZ_TIMELINE_NONE;
}

static void
go_to (SpzTimelineView *self,
       SpzTimelineKey   key,
       gboolean         extend)
{
  spz_timeline_view_set_cursor (self, key, extend);
  spz_timeline_view_focus_key (self, key);
}

static guint
find_stop (GArray         *stops,
           SpzTimelineKey  key)
{
  for (guint i = 0; i < stops->len; i++)
    {
      if (g_array_index (stops, Stop, i).key == key)
        return i;
    }

  return G_MAXUINT;
}

static gboolean
go_first (SpzTimelineView *self)
{
  g_autoptr (GArray) stops = list_next_row (self, -1, 1);

  if (stops == NULL)
    return FALSE;

  go_to (self, g_array_index (stops, Stop, 0).key, FALSE);

  return TRUE;
}

static gboolean
go_along (SpzTimelineView *self,
          int              step,
          gboolean         extend)
{
  guint row = get_cursor_row (self);
  g_autoptr (GArray) stops = NULL;
  g_autoptr (GArray) next = NULL;
  guint i;

  if (row == SPZ_TIMELINE_NONE)
    return go_first (self);

  stops = list_stops (self, row);
  i = find_stop (stops, self->cursor) + step;
  if (i < stops->len)
    {
      go_to (self, g_array_index (stops, Stop, i).key, extend);
      return TRUE;
    }

  next = list_next_row (self, row, step);
  if (next != NULL)
    go_to (self, g_array_index (next, Stop, step > 0 ? 0 : next->len - 1).key, extend);

  return TRUE;
}

/* From a title to a title; from a bar to the one that is nearest */
static SpzTimelineKey
find_nearest (GArray     *stops,
              const Stop *from)
{
  const Stop *best = &g_array_index (stops, Stop, 0);

  if (spz_timeline_key_get_kind (from->key) <= SPZ_TIMELINE_ITEM_MEASURE)
    return best->key;

  for (guint i = 1; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);

      if (spz_timeline_key_get_kind (best->key) <= SPZ_TIMELINE_ITEM_MEASURE ||
          ABS (stop->x - from->x) < ABS (best->x - from->x))
        best = stop;
    }

  return best->key;
}

static gboolean
go_from_row (SpzTimelineView *self,
             guint            row,
             GArray          *target,
             gboolean         extend)
{
  g_autoptr (GArray) stops = list_stops (self, row);
  guint i = find_stop (stops, self->cursor);

  if (target != NULL && i < stops->len)
    go_to (self, find_nearest (target, &g_array_index (stops, Stop, i)), extend);

  return TRUE;
}

static gboolean
go_across (SpzTimelineView *self,
           int              step,
           gboolean         extend)
{
  guint row = get_cursor_row (self);
  g_autoptr (GArray) next = NULL;

  if (row == SPZ_TIMELINE_NONE)
    return go_first (self);

  next = list_next_row (self, row, step);

  return go_from_row (self, row, next, extend);
}

/* As far as what is seen is high; at the end to the last row */
static gboolean
go_page (SpzTimelineView *self,
         int              step,
         gboolean         extend)
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  guint row = get_cursor_row (self);
  g_autoptr (GArray) next = NULL;
  guint target;
  double y;

  if (row == SPZ_TIMELINE_NONE)
    return go_first (self);

  spz_timeline_layout_get_row_extents (self->layout, row, &y, NULL);
  y += step * self->geometry.chart.size.height;
  target = y <= 0 ? 0 : spz_timeline_layout_get_row_at (self->layout, y);
  if (target == SPZ_TIMELINE_NONE || target >= n_rows)
    target = n_rows - 1;
  if (target == row)
    return TRUE;

  next = list_stops (self, target);
  if (next->len == 0)
    {
      g_array_unref (next);
      next = list_next_row (self, target, -step);
    }

  return go_from_row (self, row, next, extend);
}

static gboolean
go_to_end (SpzTimelineView *self,
           gboolean         last)
{
  guint row = get_cursor_row (self);
  g_autoptr (GArray) stops = NULL;

  if (row == SPZ_TIMELINE_NONE)
    return go_first (self);

  stops = list_stops (self, row);
  if (stops->len > 0)
    go_to (self, g_array_index (stops, Stop, last ? stops->len - 1 : 0).key, FALSE);

  return TRUE;
}

/* The first title of the plan, or the last thing in it */
static gboolean
go_to_limit (SpzTimelineView *self,
             gboolean         last)
{
  g_autoptr (GArray) stops = NULL;

  if (!last)
    return go_first (self);

  stops = list_next_row (self, spz_timeline_layout_get_n_rows (self->layout), -1);
  if (stops == NULL)
    return FALSE;

  go_to (self, g_array_index (stops, Stop, stops->len - 1).key, FALSE);

  return TRUE;
}

/* Editing */

/* What was selected last, alone or with the rest of the selection, moves one
 * step, and pushes as when it is dragged; a step is never shorter than what the
 * axis shows allows to see */
static gboolean
step_selection (SpzTimelineView *self,
                SpzPlanGrip      grip,
                int              n_units)
{
  SpzTimelineSnap snap = spz_timeline_view_get_snap (self, FALSE);
  g_autoptr (GPtrArray) records = spz_timeline_view_dup_selection (self);
  g_autofree SpzPlanEdit *edits = g_new0 (SpzPlanEdit, MAX (records->len, 1));
  GError *error = NULL;
  guint n_edits = 0;

  if (!spz_timeline_view_can_edit (self))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      SpzRecord *record = g_ptr_array_index (records, i);
      SpzPlanSpan origin;

      if (SPZ_IS_PHASE (record))
        origin = (SpzPlanSpan) { SPZ_PHASE (record)->start, SPZ_PHASE (record)->end,
                                     SPZ_PHASE (record)->precision };
      else if (SPZ_IS_MILESTONE (record) && grip == SPZ_PLAN_GRIP_WHOLE)
        origin = (SpzPlanSpan) { SPZ_MILESTONE (record)->date, SPZ_MILESTONE (record)->date,
                                     SPZ_MILESTONE (record)->precision };
      else
        continue;

      edits[n_edits].record = record;
      edits[n_edits].measure = SPZ_IS_PHASE (record) ? SPZ_PHASE (record)->measure : SPZ_MILESTONE (record)->measure;
      edits[n_edits].span = spz_timeline_span_step (&origin, grip, n_units, &snap);
      n_edits++;
    }

  if (n_edits == 0)
    return FALSE;

  if (!spz_plan_move_with_followers (self->programme, edits, n_edits, grip, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
  else if (self->cursor != 0)
    spz_timeline_view_scroll_to (self, self->cursor);

  return TRUE;
}

static gboolean
toggle_cursor_group (SpzTimelineView *self)
{
  guint row = get_cursor_row (self);
  guint group;

  if (row == SPZ_TIMELINE_NONE ||
      spz_timeline_layout_get_row_type (self->layout, row, &group) != SPZ_TIMELINE_ROW_GROUP)
    return FALSE;

  spz_timeline_view_toggle_group (self, group);

  return TRUE;
}

static gboolean
activate_cursor (SpzTimelineView *self)
{
  if (self->cursor == 0)
    return FALSE;

  if (spz_timeline_key_get_kind (self->cursor) == SPZ_TIMELINE_ITEM_GROUP)
    return toggle_cursor_group (self);

  return spz_timeline_view_rename (self);
}

static gboolean
popup_cursor_menu (SpzTimelineView *self)
{
  const graphene_rect_t *chart = &self->geometry.chart;
  gboolean in_column;
  SpzRect rect;
  double x;

  if (self->cursor == 0 ||
      !spz_timeline_view_get_key_rect (self, self->cursor, &rect, &in_column))
    return FALSE;

  x = in_column ? self->geometry.column.origin.x + 24 : chart->origin.x + rect.x - self->geometry.x;
  spz_timeline_view_popup_menu (self, MAX (x, 0),
                                chart->origin.y + rect.y + rect.height - self->geometry.y);

  return TRUE;
}

/* Alt alone moves, with Shift the end, with Ctrl the start */
static gboolean
handle_alt_arrow (SpzTimelineView *self,
                  int              step,
                  GdkModifierType  state)
{
  if (state & GDK_CONTROL_MASK)
    return step_selection (self, SPZ_PLAN_GRIP_START, step);
  if (state & GDK_SHIFT_MASK)
    return step_selection (self, SPZ_PLAN_GRIP_END, step);

  return step_selection (self, SPZ_PLAN_GRIP_WHOLE, step);
}

static gboolean
handle_arrow (SpzTimelineView *self,
              int              step,
              GdkModifierType  state)
{
  if (spz_timeline_layout_get_scale (self->layout)->rtl)
    step = -step;

  if (state & GDK_ALT_MASK)
    return handle_alt_arrow (self, step, state);

  return go_along (self, step, (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
handle_control_key (SpzTimelineView *self,
                    guint            keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      spz_timeline_view_zoom (self, 1.25);
      return TRUE;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      spz_timeline_view_zoom (self, 1 / 1.25);
      return TRUE;

    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      spz_timeline_view_fit (self);
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return go_to_limit (self, FALSE);

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go_to_limit (self, TRUE);

    default:
      return FALSE;
    }
}

/*
 * spz_timeline_view_handle_key:
 * @self: a view
 * @keyval: a key
 * @state: the modifiers held
 *
 * Does what a key stands for.
 *
 * Returns: whether it stands for anything here
 */
gboolean
spz_timeline_view_handle_key (SpzTimelineView *self,
                              guint            keyval,
                              GdkModifierType  state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;

  /* What is written while renaming is none of the plan's business, nor is what
   * is chosen in the menu */
  if (self->layout == NULL || self->entry != NULL ||
      (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return FALSE;

  if (keyval == GDK_KEY_Escape)
    return spz_timeline_view_cancel_drag (self);
  if ((state & GDK_CONTROL_MASK) && !(state & GDK_ALT_MASK))
    return handle_control_key (self, keyval);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return handle_arrow (self, -1, state);

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return handle_arrow (self, 1, state);

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return (state & GDK_ALT_MASK) ? spz_timeline_view_step_row (self, -1) : go_across (self, -1, extend);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return (state & GDK_ALT_MASK) ? spz_timeline_view_step_row (self, 1) : go_across (self, 1, extend);

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return go_to_end (self, FALSE);

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go_to_end (self, TRUE);

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return go_page (self, -1, extend);

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return go_page (self, 1, extend);

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      if (!(state & GDK_ALT_MASK))
        return activate_cursor (self);
      spz_timeline_view_activate (self);
      return TRUE;

    case GDK_KEY_space:
      return toggle_cursor_group (self);

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      spz_timeline_view_delete (self);
      return TRUE;

    case GDK_KEY_Menu:
      return popup_cursor_menu (self);

    case GDK_KEY_F10:
      return extend && popup_cursor_menu (self);

    default:
      return FALSE;
    }
}
