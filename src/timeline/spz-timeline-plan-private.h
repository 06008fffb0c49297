/* spz-timeline-plan-private.h: what a plan consists of
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-plan.h"

G_BEGIN_DECLS

struct _SpzTimelinePlan
{
  gatomicrefcount  ref_count;

  /* Owned */
  GStringChunk    *texts;
  GArray          *kinds;
  GArray          *groups;
  GArray          *measures;
  GArray          *bars;
  GArray          *milestones;
  GArray          *deadlines;
  GArray          *ghosts;
  GHashTable      *bar_by_id;
  GHashTable      *milestone_by_id;

  /* Borrowed from texts */
  const char      *title;
  const char      *note;
  const char      *compared;

  int              first_year;
  int              last_year;
  int              fiscal_start;
  SpzDate          reference_date;

  /* From the first to the last thing in the plan */
  SpzDate          first;
  SpzDate          last;
};

const char *spz_timeline_audience_get_text (SpzAudience audience);

G_END_DECLS
