/* spz-timeline-view-private.h: what the parts of the timeline share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-plan-edit.h"
#include "spz-timeline-cache.h"
#include "spz-timeline-item.h"
#include "spz-timeline-pen.h"
#include "spz-timeline-span.h"
#include "spz-timeline-tip.h"
#include "spz-timeline-view.h"

G_BEGIN_DECLS

/**
 * SpzTimelineGeometry:
 * @column: the frozen column, below the axis
 * @axis: the frozen axis, above the chart
 * @chart: what is scrolled, in the widget's coordinates
 * @x: the left edge of what is seen of the chart, in the scale's x
 * @y: the top of what is seen, from the top of the plan
 *
 * The one place that knows where the parts are; measuring, painting, hit
 * testing and the items all use it.
 */
typedef struct
{
  graphene_rect_t column;
  graphene_rect_t axis;
  graphene_rect_t chart;
  double          x;
  double          y;
} SpzTimelineGeometry;

typedef enum
{
  SPZ_TIMELINE_DRAG_NONE,
  SPZ_TIMELINE_DRAG_EDIT,
  SPZ_TIMELINE_DRAG_CREATE,
  SPZ_TIMELINE_DRAG_BAND,
  SPZ_TIMELINE_DRAG_LINK,
  SPZ_TIMELINE_DRAG_ROW,
} SpzTimelineDragType;

/* Where a row would go */
typedef struct
{
  gint64    action_field; /* a measure's */
  gpointer  before;       /* the measure or action field; NULL to be the last one */
  double    y;            /* from the plan's top */
} SpzTimelineDrop;

/* Where a bar was: rows above may grow or shrink while it is dragged */
typedef struct
{
  guint   row;
  SpzRect rect; /* from the row's top; without a size if it wasn't shown */
} SpzTimelineOutline;

typedef struct
{
  SpzTimelineDragType  type;
  SpzTimelineHit       hit;        /* what was pressed */
  double               press_x;    /* in the widget's coordinates */
  double               press_y;
  double               x;          /* where the pointer is now */
  double               y;
  gboolean             free;       /* Alt: to the day */
  gboolean             copy;       /* Shift at the start: what is dragged stays */
  gboolean             alone;      /* Control: what waits for it stays */
  SpzPlanGrip          grip;
  SpzPlanEdit         *edits;      /* the first one is what is dragged */
  SpzPlanSpan         *origins;
  gboolean             is_shown;   /* whether the layout has them where they would be… */
  gboolean             is_shown_alone; /* …and what waits for them where it is */
  SpzTimelineOutline  *ghosts;     /* where the bars were */
  guint                n_edits;
  SpzPlanSpan          created;
  graphene_rect_t      band;       /* in the scale's x, from the plan's top */
  double               origin_x;   /* where it was begun, alike */
  double               origin_y;
  SpzTimelineKey       link;       /* whose connector was pressed, or 0 */
  SpzTimelineKey       target;     /* what would wait for it, or 0 */
  SpzTimelineKey       row;        /* whose handle was pressed, or 0 */
  SpzTimelineDrop      drop;
  GArray              *former;     /* SpzTimelineKey: what was selected before */
  guint                scroll_source;
} SpzTimelineDrag;

/* The arrows that begin in a row */
typedef struct
{
  GskRenderNode *node;      /* NULL: there are none in sight */
  guint         *targets;   /* the rows they lead to, be these in sight or not */
  guint          n_targets;
  guint64        stamp;     /* of these rows as they were; 0: it was never drawn */
} SpzTimelineArrows;

struct _SpzTimelineView
{
  GtkWidget            parent_instance;

  /* Owned */
  SpzProgramme        *programme;
  SpzTimelineLayout   *layout;     /* NULL without a programme */
  GtkAdjustment       *hadjustment;
  GtkAdjustment       *vadjustment;
  GHashTable          *items;      /* SpzTimelineKey → SpzTimelineItem */
  GPtrArray           *spares;     /* SpzTimelineItem, of nothing now */
  GHashTable          *selection;  /* set of SpzTimelineKey */
  GMenuModel          *menu_model;
  GtkWidget           *menu;
  GtkWidget           *tip;
  GtkWidget           *entry;      /* over what is being renamed, or NULL */
  GtkGesture          *drag_gesture;

  GArray              *rows;       /* SpzTimelineCache, the chart's */
  GArray              *titles;     /* SpzTimelineCache, the column's */
  GArray              *arrows;     /* SpzTimelineArrows, by row */
  SpzTimelinePen       plain_pen;
  SpzTimelinePen       heavy_pen;
  SpzTimelineCache     axis;
  SpzTimelineCache     grid;
  graphene_point_t     painted;    /* which part of the plan was, last time */
  guint                first_row;  /* the rows that were, up to the one before */
  guint                end_row;

  SpzTimelineFilter    filter;     /* its text is owned */
  gboolean             filtered;
  gint64               version;    /* what it is compared with, or 0 */
  GtkScrollablePolicy  hscroll_policy;
  GtkScrollablePolicy  vscroll_policy;
  SpzTimelineGeometry  geometry;
  SpzTimelineKey       cursor;     /* what was selected last, or 0 */
  SpzTimelineKey       renamed;    /* what the entry is for */
  SpzTimelineDrag      drag;
  double               per_day;    /* 0: as large as fits */
  double               zoom_start; /* of a pinch */
  double               zoom_anchor; /* what was between the fingers, of the plan's width */
  double               pointer_x;  /* for zooming about it */
  guint                hover_row;  /* the row below the pointer */
  SpzTimelineKey       hover_title; /* whose handle is shown, or 0 */
  SpzTimelineKey       hover_phase; /* whose connector is shown, or 0 */
  guint                look;       /* grows when all has to be painted anew */
  gboolean             relabel;    /* the items may stand for other words */
  gboolean             needs_today;
};

/* spz-timeline-view.c */
gboolean         spz_timeline_view_can_edit          (SpzTimelineView       *self);
void             spz_timeline_view_activate          (SpzTimelineView       *self);

/* spz-timeline-view-geometry.c */
void             spz_timeline_view_lay_out           (SpzTimelineView       *self);
void             spz_timeline_view_update            (SpzTimelineView       *self);
void             spz_timeline_view_update_scale      (SpzTimelineView       *self,
                                                      double                 per_day,
                                                      double                 x);
void             spz_timeline_view_begin_pinch       (SpzTimelineView       *self,
                                                      double                 x);
void             spz_timeline_view_pinch             (SpzTimelineView       *self,
                                                      double                 factor,
                                                      double                 x);
void             spz_timeline_view_hit_test          (SpzTimelineView       *self,
                                                      double                 x,
                                                      double                 y,
                                                      SpzTimelineHit        *hit);
SpzTimelineKey   spz_timeline_view_get_hit_key       (SpzTimelineView       *self,
                                                      const SpzTimelineHit  *hit);
double           spz_timeline_view_get_content_x     (SpzTimelineView       *self,
                                                      double                 x);
SpzTimelineSnap  spz_timeline_view_get_snap          (SpzTimelineView       *self,
                                                      gboolean               free);

/* spz-timeline-view-selection.c */
void             spz_timeline_view_set_cursor        (SpzTimelineView       *self,
                                                      SpzTimelineKey         key,
                                                      gboolean               extend);
SpzRecord       *spz_timeline_view_lookup            (SpzTimelineView       *self,
                                                      SpzTimelineKey         key);
void             spz_timeline_view_prune_selection   (SpzTimelineView       *self);
GArray          *spz_timeline_view_dup_keys          (SpzTimelineView       *self);
void             spz_timeline_view_select_keys       (SpzTimelineView       *self,
                                                      GArray                *keys);

/* spz-timeline-view-band.c */
void             spz_timeline_view_begin_band        (SpzTimelineView       *self);
void             spz_timeline_view_follow_band       (SpzTimelineView       *self);
void             spz_timeline_view_end_band          (SpzTimelineView       *self);
void             spz_timeline_view_append_band       (SpzTimelineView       *self,
                                                      GtkSnapshot           *snapshot,
                                                      const GdkRGBA         *colour);

/* spz-timeline-view-pointer.c */
void             spz_timeline_view_init_pointer      (SpzTimelineView       *self);
void             spz_timeline_view_toggle_group      (SpzTimelineView       *self,
                                                      guint                  group);
void             spz_timeline_view_popup_menu        (SpzTimelineView       *self,
                                                      double                 x,
                                                      double                 y);

/* spz-timeline-view-rows.c */
SpzTimelineKey   spz_timeline_view_find_handle       (SpzTimelineView       *self,
                                                      double                 x,
                                                      double                 y);
void             spz_timeline_view_follow_row        (SpzTimelineView       *self);
void             spz_timeline_view_drop_row          (SpzTimelineView       *self,
                                                      SpzTimelineKey         key,
                                                      const SpzTimelineDrop *drop);
gboolean         spz_timeline_view_step_row          (SpzTimelineView       *self,
                                                      int                    step);
void             spz_timeline_view_append_handles    (SpzTimelineView       *self,
                                                      GtkSnapshot           *snapshot);
void             spz_timeline_view_append_row_drag   (SpzTimelineView       *self,
                                                      GtkSnapshot           *snapshot);

/* spz-timeline-view-snapshot.c */
GdkRGBA          spz_timeline_view_get_colour        (SpzTimelineView       *self,
                                                      SpzTimelineColour      colour);
void             spz_timeline_view_snapshot          (GtkWidget             *widget,
                                                      GtkSnapshot           *snapshot);
void             spz_timeline_view_init_caches       (SpzTimelineView       *self);
void             spz_timeline_view_clear_caches      (SpzTimelineView       *self);
void             spz_timeline_view_free_caches       (SpzTimelineView       *self);

/* spz-timeline-view-items.c */
SpzTimelineKey   spz_timeline_view_get_focused       (SpzTimelineView       *self);
void             spz_timeline_view_update_items      (SpzTimelineView       *self);
void             spz_timeline_view_clear_items       (SpzTimelineView       *self);
void             spz_timeline_view_update_selection  (SpzTimelineView       *self);
gboolean         spz_timeline_view_get_key_rect      (SpzTimelineView       *self,
                                                      SpzTimelineKey         key,
                                                      SpzRect               *rect,
                                                      gboolean              *in_column);
void             spz_timeline_view_scroll_to         (SpzTimelineView       *self,
                                                      SpzTimelineKey         key);
void             spz_timeline_view_focus_key         (SpzTimelineView       *self,
                                                      SpzTimelineKey         key);

/* spz-timeline-view-keys.c */
gboolean         spz_timeline_view_handle_key        (SpzTimelineView       *self,
                                                      guint                  keyval,
                                                      GdkModifierType        state);

/* spz-timeline-view-labels.c */
const char      *spz_timeline_view_get_label_placement (SpzTimelineView     *self);
void             spz_timeline_view_set_label_placement (SpzTimelineView     *self,
                                                      const char            *nick);

/* spz-timeline-view-arrows.c */
gboolean         spz_timeline_view_find_visible      (SpzTimelineView       *self,
                                                      gint64                 phase,
                                                      SpzRect               *rect);
void             spz_timeline_view_init_arrows       (SpzTimelineView       *self);
void             spz_timeline_view_clear_arrows      (SpzTimelineView       *self,
                                                      guint                  n_rows);
void             spz_timeline_view_forget_arrows     (SpzTimelineView       *self,
                                                      guint                  row);
void             spz_timeline_view_append_arrows     (SpzTimelineView       *self,
                                                      GtkSnapshot           *snapshot);

/* spz-timeline-view-links.c */
void             spz_timeline_view_append_links      (SpzTimelineView       *self,
                                                      GtkSnapshot           *snapshot);
SpzTimelineKey   spz_timeline_view_find_connector    (SpzTimelineView       *self,
                                                      double                 x,
                                                      double                 y);
void             spz_timeline_view_follow_link       (SpzTimelineView       *self);
void             spz_timeline_view_drop_link         (SpzTimelineView       *self,
                                                      SpzTimelineKey         from,
                                                      SpzTimelineKey         to);
GMenuModel      *spz_timeline_view_create_menu       (SpzTimelineView       *self);
void             spz_timeline_view_link_cb           (GtkWidget             *widget,
                                                      const char            *name,
                                                      GVariant              *parameter);
void             spz_timeline_view_unlink_cb         (GtkWidget             *widget,
                                                      const char            *name,
                                                      GVariant              *parameter);

/* spz-timeline-view-title.c */
gboolean         spz_timeline_view_rename            (SpzTimelineView       *self);
void             spz_timeline_view_end_rename        (SpzTimelineView       *self,
                                                      gboolean               write);
void             spz_timeline_view_allocate_entry    (SpzTimelineView       *self);

/* spz-timeline-view-edit.c */
gboolean         spz_timeline_view_begin_edit        (SpzTimelineView       *self);
gboolean         spz_timeline_view_follow_edit       (SpzTimelineView       *self,
                                                      const SpzTimelineSnap *snap);
void             spz_timeline_view_drop_edit         (SpzTimelineView       *self);
void             spz_timeline_view_end_edit          (SpzTimelineView       *self);

/* spz-timeline-view-drag.c */
SpzDate          spz_timeline_view_get_pointer_date  (SpzTimelineView       *self);
void             spz_timeline_view_show_tip          (SpzTimelineView       *self,
                                                      const SpzPlanSpan     *origin,
                                                      const SpzPlanSpan     *span,
                                                      const char            *conflict);
void             spz_timeline_view_end_drag          (SpzTimelineView       *self);
void             spz_timeline_view_init_drag         (SpzTimelineView       *self);
gboolean         spz_timeline_view_cancel_drag       (SpzTimelineView       *self);
gboolean         spz_timeline_view_modify_drag       (SpzTimelineView       *self,
                                                      guint                  keyval,
                                                      gboolean               held);
void             spz_timeline_view_allocate_tip      (SpzTimelineView       *self);

G_END_DECLS
