/* spz-timeline-plan.h: the plan as plain data
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzTimelinePlan:
 *
 * An immutable snapshot of what the timeline shows: action fields, their
 * measures, phases and milestones, for one audience. Its texts and arrays
 * belong to it. As nothing in it changes, it may be read and released in any
 * thread; it refers to the programme by ids only.
 */
typedef struct _SpzTimelinePlan SpzTimelinePlan;

/* In place of an index: a bar without a kind, a milestone without a measure */
#define SPZ_TIMELINE_NONE G_MAXUINT

/**
 * SpzTimelineKind:
 * @id: the phase kind's id
 * @title: its name, as the legend shows it
 * @short_label: its short label, "" if none
 * @colour: its hue
 * @hatch: the pattern of its band
 * @used: whether any bar of the plan is of this kind
 */
typedef struct
{
  gint64      id;
  const char *title;
  const char *short_label;
  SpzColour   colour;
  SpzHatch    hatch;
  gboolean    used;
} SpzTimelineKind;

/**
 * SpzTimelineGroup:
 * @id: the action field's id; 0 for the measures without one
 * @title: its title
 * @first_measure: index of its first measure
 * @n_measures: how many measures it has
 */
typedef struct
{
  gint64      id;
  const char *title;
  guint       first_measure;
  guint       n_measures;
} SpzTimelineGroup;

/**
 * SpzTimelineMeasure:
 * @id: the measure's id
 * @title: its title
 * @footnote: its footnote, "" if none
 * @group: index of its group
 * @first_bar: index of its first bar; its bars are in order of start
 * @n_bars: how many bars it has
 * @first_milestone: index of its first milestone, in order of date
 * @n_milestones: how many milestones it has
 * @first_ghost: index of its first ghost, in order of start
 * @n_ghosts: how many ghosts it has
 * @n_lanes: how many lanes its overlapping bars need, at least 1
 */
typedef struct
{
  gint64      id;
  const char *title;
  const char *footnote;
  guint       group;
  guint       first_bar;
  guint       n_bars;
  guint       first_milestone;
  guint       n_milestones;
  guint       first_ghost;
  guint       n_ghosts;
  guint       n_lanes;
} SpzTimelineMeasure;

/**
 * SpzTimelineBar:
 * @id: the phase's id
 * @title: its label
 * @short_label: its own short label, "" if none
 * @measure: index of its measure
 * @kind: index of its kind, or %SPZ_TIMELINE_NONE
 * @start: its first day
 * @end: its last day
 * @precision: how exactly they are known
 * @certainty: how certain it is
 * @progress: in per cent
 * @lane: the lane in its measure's row, from the top
 * @overdue: whether it should have ended by the reference date but hasn't
 * @label_placement: where its label is to stand, as far as there is room
 * @conflict: what it violates, in sentences: a dependency, a legal deadline; "" if
 *   nothing
 * @audience: whom it is for
 */
typedef struct
{
  gint64             id;
  const char        *title;
  const char        *short_label;
  guint              measure;
  guint              kind;
  SpzDate            start;
  SpzDate            end;
  SpzPrecision       precision;
  SpzCertainty       certainty;
  guint              progress;
  guint              lane;
  gboolean           overdue;
  SpzLabelPlacement  label_placement;
  const char        *conflict;
  SpzAudience        audience;
} SpzTimelineBar;

/**
 * SpzTimelineMilestone:
 * @id: the milestone's id
 * @title: its title
 * @when: its date as it is to be read: "31.12.2022", "voraussichtlich Ostern 2021"
 * @measure: index of its measure, or %SPZ_TIMELINE_NONE
 * @date: its date
 * @precision: how exactly it is known
 * @certainty: how certain it is
 * @kind: what happens then
 * @audience: whom it is for
 */
typedef struct
{
  gint64            id;
  const char       *title;
  const char       *when;
  guint             measure;
  SpzDate           date;
  SpzPrecision      precision;
  SpzCertainty      certainty;
  SpzMilestoneKind  kind;
  SpzAudience       audience;
} SpzTimelineMilestone;

/**
 * SpzTimelineGhost:
 * @id: the phase's or the milestone's id, also where it is gone
 * @title: what it was called, and where it isn't in its measure's row, of which
 *   measure it was
 * @when: its former date or period, as it is to be read
 * @measure: index of the measure it was a part of, or %SPZ_TIMELINE_NONE
 * @start: its first day
 * @end: its last day
 * @is_milestone: whether it is a milestone
 * @milestone_kind: of a milestone, what was to happen then
 * @dropped: whether it is gone
 *
 * Where something was in the version of the plan it is compared with.
 */
typedef struct
{
  gint64            id;
  const char       *title;
  const char       *when;
  guint             measure;
  SpzDate           start;
  SpzDate           end;
  gboolean          is_milestone;
  SpzMilestoneKind  milestone_kind;
  gboolean          dropped;
} SpzTimelineGhost;

/* In place of an id or an audience: whichever */
#define SPZ_TIMELINE_ANY (-1)

/**
 * SpzTimelineFilter:
 * @text: (nullable): words that all occur in a title or its measure's
 * @action_field: an action field's id, 0 for none, or %SPZ_TIMELINE_ANY
 * @kind: a phase kind's id, 0 for none, or %SPZ_TIMELINE_ANY
 * @audience: an #SpzAudience, or %SPZ_TIMELINE_ANY
 * @role: a responsible role's id, 0 for none, or %SPZ_TIMELINE_ANY
 *
 * What of a plan is to be seen. A milestone is of no kind, and nobody is
 * responsible for it.
 */
typedef struct
{
  const char *text;
  gint64      action_field;
  gint64      kind;
  int         audience;
  gint64      role;
} SpzTimelineFilter;

#define SPZ_TYPE_TIMELINE_PLAN (spz_timeline_plan_get_type ())
GType                       spz_timeline_plan_get_type           (void);

SpzTimelinePlan            *spz_timeline_plan_new                (SpzProgramme    *programme,
                                                                  SpzAudience      audience);
SpzTimelinePlan            *spz_timeline_plan_new_filtered       (SpzProgramme    *programme,
                                                                  SpzAudience      audience,
                                                                  const SpzTimelineFilter *filter);
SpzTimelinePlan            *spz_timeline_plan_new_compared       (SpzProgramme    *programme,
                                                                  SpzAudience      audience,
                                                                  const SpzTimelineFilter *filter,
                                                                  SpzPlanVersion  *version);
SpzTimelinePlan            *spz_timeline_plan_new_of_version     (SpzProgramme    *programme,
                                                                  SpzPlanVersion  *version,
                                                                  SpzAudience      audience);
SpzTimelinePlan            *spz_timeline_plan_new_for_group      (SpzTimelinePlan *plan,
                                                                  guint            group);
SpzTimelinePlan            *spz_timeline_plan_ref                (SpzTimelinePlan *self);
void                        spz_timeline_plan_unref              (SpzTimelinePlan *self);

const char                 *spz_timeline_plan_get_title          (SpzTimelinePlan *self);
const char                 *spz_timeline_plan_get_note           (SpzTimelinePlan *self);
const char                 *spz_timeline_plan_get_compared       (SpzTimelinePlan *self);
int                         spz_timeline_plan_get_fiscal_start   (SpzTimelinePlan *self);
SpzDate                     spz_timeline_plan_get_reference_date (SpzTimelinePlan *self);
void                        spz_timeline_plan_get_span           (SpzTimelinePlan *self,
                                                                  SpzDate         *start,
                                                                  SpzDate         *end);

const SpzTimelineKind      *spz_timeline_plan_get_kinds          (SpzTimelinePlan *self,
                                                                  guint           *n_kinds);
const SpzTimelineGroup     *spz_timeline_plan_get_groups         (SpzTimelinePlan *self,
                                                                  guint           *n_groups);
const SpzTimelineMeasure   *spz_timeline_plan_get_measures       (SpzTimelinePlan *self,
                                                                  guint           *n_measures);
const SpzTimelineBar       *spz_timeline_plan_get_bars           (SpzTimelinePlan *self,
                                                                  guint           *n_bars);
const SpzTimelineMilestone *spz_timeline_plan_get_milestones     (SpzTimelinePlan *self,
                                                                  guint           *n_milestones);
const SpzTimelineGhost     *spz_timeline_plan_get_ghosts         (SpzTimelinePlan *self,
                                                                  guint           *n_ghosts);
guint                       spz_timeline_plan_find_bar           (SpzTimelinePlan *self,
                                                                  gint64           phase_id);
guint                       spz_timeline_plan_find_milestone     (SpzTimelinePlan *self,
                                                                  gint64           milestone_id);
char                       *spz_timeline_plan_describe_bar       (SpzTimelinePlan *self,
                                                                  guint            bar);
char                       *spz_timeline_plan_describe_phase     (SpzTimelinePlan *self,
                                                                  guint            bar);
char                       *spz_timeline_plan_describe_milestone (SpzTimelinePlan *self,
                                                                  guint            milestone);
char                       *spz_timeline_plan_describe_ghost     (SpzTimelinePlan *self,
                                                                  guint            ghost);
char                       *spz_timeline_plan_describe           (SpzTimelinePlan *self);
char                       *spz_timeline_plan_to_csv             (SpzTimelinePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzTimelinePlan, spz_timeline_plan_unref)

G_END_DECLS
