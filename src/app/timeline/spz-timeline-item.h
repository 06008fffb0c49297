/* spz-timeline-item.h: what can be focused in the timeline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A transparent widget over something painted: it takes the focus, tells
 * screen readers what is there, and shows hover, focus and selection. */

typedef enum
{
  SPZ_TIMELINE_ITEM_GROUP,
  SPZ_TIMELINE_ITEM_MEASURE,
  SPZ_TIMELINE_ITEM_PHASE,
  SPZ_TIMELINE_ITEM_MILESTONE,
} SpzTimelineItemKind;

/* A row's id and its kind in one number, for hash tables; 0 is none */
typedef gint64 SpzTimelineKey;

static inline SpzTimelineKey
spz_timeline_key (SpzTimelineItemKind kind,
                  gint64              id)
{
  /* The measures without an action field are a group as well, with the id 0 */
  return (id + 1) * 4 + kind;
}

static inline SpzTimelineItemKind
spz_timeline_key_get_kind (SpzTimelineKey key)
{
  return key % 4;
}

static inline gint64
spz_timeline_key_get_id (SpzTimelineKey key)
{
  return key / 4 - 1;
}

#define SPZ_TYPE_TIMELINE_ITEM (spz_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (SpzTimelineItem, spz_timeline_item, SPZ, TIMELINE_ITEM, GtkWidget)

GtkWidget            *spz_timeline_item_new          (void);
void                  spz_timeline_item_set_key      (SpzTimelineItem *self,
                                                      SpzTimelineKey   key);
const SpzTimelineKey *spz_timeline_item_get_key      (SpzTimelineItem *self);
void                  spz_timeline_item_set_label    (SpzTimelineItem *self,
                                                      const char      *label,
                                                      const char      *conflicts);
void                  spz_timeline_item_set_shown    (SpzTimelineItem *self,
                                                      gboolean         shown);
void                  spz_timeline_item_set_selected (SpzTimelineItem *self,
                                                      gboolean         selected);
void                  spz_timeline_item_set_expanded (SpzTimelineItem *self,
                                                      gboolean         expanded);

G_END_DECLS
