/* spz-audience.c: who may see what
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-audience.h"

#include "spz-blocks.h"
#include "spz-promises.h"

/* Points that stand under each other deeper than this do so in a circle */
#define MAX_DEPTH 1000

static SpzAudience
get_audience_by_id (SpzProgramme *programme,
                    GType         type,
                    gint64        id)
{
  gpointer record = id != 0 ? spz_programme_lookup (programme, type, id) : NULL;

  return record != NULL ? spz_record_get_audience (programme, record) : SPZ_AUDIENCE_PUBLIC;
}

/* The widest audience of the rows that refer to @id; the public if none does.
 * It is that of what has no audience of its own, but is told with its parts:
 * whoever may see none of them does not hear of it, either. */
static SpzAudience
get_widest (SpzProgramme *programme,
            GType         type,
            const char   *reference,
            gint64        id,
            SpzAudience   widest,
            gboolean     *any)
{
  SpzRecordList *records = spz_programme_get_children (programme, type, reference, id);

  for (guint i = 0; i < spz_record_list_get_size (records); i++)
    {
      SpzAudience audience = spz_record_get_audience (programme, spz_record_list_get (records, i));

      widest = *any ? MIN (widest, audience) : audience;
      *any = TRUE;
    }

  return widest;
}

static SpzAudience
get_field_audience (SpzProgramme *programme,
                    gint64        id)
{
  SpzAudience audience = SPZ_AUDIENCE_PUBLIC;
  gboolean any = FALSE;

  audience = get_widest (programme, SPZ_TYPE_POINT, "action_field", id, audience, &any);
  audience = get_widest (programme, SPZ_TYPE_FIGURE, "action_field", id, audience, &any);

  return get_widest (programme, SPZ_TYPE_MEASURE, "action_field", id, audience, &any);
}

static SpzAudience
get_phase_kind_audience (SpzProgramme *programme,
                         gint64        id)
{
  gboolean any = FALSE;

  return get_widest (programme, SPZ_TYPE_PHASE, "kind", id, SPZ_AUDIENCE_PUBLIC, &any);
}

static SpzAudience
get_version_audience (SpzProgramme *programme,
                      gint64        id)
{
  SpzAudience audience = SPZ_AUDIENCE_PUBLIC;
  gboolean any = FALSE;

  audience = get_widest (programme, SPZ_TYPE_VERSION_PHASE, "plan_version", id, audience, &any);

  return get_widest (programme, SPZ_TYPE_VERSION_MILESTONE, "plan_version", id, audience, &any);
}

/* Of a measure that a version kept by its number, or of old by its title alone */
static SpzAudience
get_former_measure_audience (SpzProgramme *programme,
                             gint64        id,
                             const char   *title)
{
  SpzRecordList *measures = spz_programme_get_list (programme, SPZ_TYPE_MEASURE);
  SpzAudience audience = get_audience_by_id (programme, SPZ_TYPE_MEASURE, id);

  if (*title == '\0')
    return audience;

  for (guint i = 0; i < spz_record_list_get_size (measures); i++)
    {
      SpzMeasure *measure = spz_record_list_get (measures, i);

      if (g_str_equal (measure->title, title))
        audience = MAX (audience, (SpzAudience) measure->audience);
    }

  return audience;
}

/* What was kept of the plan is for whom it was then, unless it is for fewer now */
static SpzAudience
get_version_phase_audience (SpzProgramme    *programme,
                            SpzVersionPhase *phase)
{
  SpzAudience audience = MAX ((SpzAudience) phase->audience,
                              get_audience_by_id (programme, SPZ_TYPE_PHASE, phase->phase));

  return MAX (audience, get_former_measure_audience (programme, phase->measure, phase->measure_title));
}

static SpzAudience
get_version_milestone_audience (SpzProgramme        *programme,
                                SpzVersionMilestone *milestone)
{
  SpzAudience audience = MAX ((SpzAudience) milestone->audience,
                              get_audience_by_id (programme, SPZ_TYPE_MILESTONE, milestone->milestone));

  return MAX (audience, get_former_measure_audience (programme, milestone->measure, milestone->measure_title));
}

/* A briefing is for nobody who must not know of the agenda's item, and for
 * nobody who may see none of its blocks. */
static SpzAudience
get_briefing_audience (SpzProgramme *programme,
                       SpzBriefing  *briefing)
{
  SpzRecordList *blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));
  SpzAudience widest = spz_record_list_get_size (blocks) > 0 ? SPZ_AUDIENCE_INTERNAL : SPZ_AUDIENCE_PUBLIC;

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    widest = MIN (widest, (SpzAudience) SPZ_BLOCK (spz_record_list_get (blocks, i))->audience);

  return MAX (widest, get_audience_by_id (programme, SPZ_TYPE_AGENDA_ITEM, briefing->agenda_item));
}

/* A block that has points is for who may see one of them */
static SpzAudience
get_filled_block_audience (SpzProgramme *programme,
                           SpzBlock     *block)
{
  SpzAudience audience = spz_block_get_audience (programme, block);
  g_autoptr (GArray) points = spz_block_get_points (programme, block);
  SpzAudience widest = points->len > 0 ? SPZ_AUDIENCE_INTERNAL : SPZ_AUDIENCE_PUBLIC;

  for (guint i = 0; i < points->len; i++)
    widest = MIN (widest, g_array_index (points, SpzBlockPoint, i).audience);

  return MAX (audience, MAX (widest, get_audience_by_id (programme, SPZ_TYPE_ACTION_FIELD, block->action_field)));
}

static SpzAudience
get_point_audience (SpzProgramme *programme,
                    SpzPoint     *point)
{
  SpzBlock *block = spz_programme_lookup (programme, SPZ_TYPE_BLOCK, point->block);
  SpzAudience audience = block != NULL ? spz_block_get_audience (programme, block) : SPZ_AUDIENCE_PUBLIC;

  for (guint i = 0; point != NULL && i < MAX_DEPTH; i++)
    {
      audience = MAX (audience, (SpzAudience) point->audience);
      point = spz_programme_lookup (programme, SPZ_TYPE_POINT, point->parent);
    }

  return audience;
}

/* What was delivered is for whom it was made, but for no more than may see all
 * of what it says now. */
static SpzAudience
get_delivery_audience (SpzProgramme *programme,
                       SpzDelivery  *delivery)
{
  SpzRecordList *lines = spz_programme_get_children (programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                                     spz_record_get_id (SPZ_RECORD (delivery)));
  SpzAudience audience = MAX ((SpzAudience) delivery->audience,
                              get_audience_by_id (programme, SPZ_TYPE_BRIEFING, delivery->briefing));

  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);

      audience = MAX (audience, (SpzAudience) line->audience);
      audience = MAX (audience, get_audience_by_id (programme, SPZ_TYPE_POINT, line->point));
    }

  return audience;
}

/**
 * spz_block_get_audience:
 * @programme: a programme
 * @block: a block
 *
 * Returns: whom it is for by itself, whatever it holds: nobody who must not
 *   know of the agenda's item its briefing is for
 */
SpzAudience
spz_block_get_audience (SpzProgramme *programme,
                        SpzBlock     *block)
{
  SpzBriefing *briefing = spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, block->briefing);
  SpzAudience audience = (SpzAudience) block->audience;

  if (briefing != NULL)
    audience = MAX (audience, get_audience_by_id (programme, SPZ_TYPE_AGENDA_ITEM, briefing->agenda_item));

  return audience;
}

/**
 * spz_record_get_audience:
 * @programme: a programme
 * @record: (type SpzRecord): one of its records
 *
 * Gets who may see a record: who may see it, and all it is part of or refers
 * to. What has no audience of its own but is told with its parts, an action
 * field say, is for whoever may see one of them; without any it is public.
 *
 * Returns: the widest audience that may see it
 */
SpzAudience
spz_record_get_audience (SpzProgramme *programme,
                         gpointer      record)
{
  gint64 id = spz_record_get_id (record);

  if (SPZ_IS_POINT (record))
    return get_point_audience (programme, record);
  if (SPZ_IS_PHASE (record))
    return MAX ((SpzAudience) SPZ_PHASE (record)->audience,
                get_audience_by_id (programme, SPZ_TYPE_MEASURE, SPZ_PHASE (record)->measure));
  if (SPZ_IS_MILESTONE (record))
    return MAX ((SpzAudience) SPZ_MILESTONE (record)->audience,
                get_audience_by_id (programme, SPZ_TYPE_MEASURE, SPZ_MILESTONE (record)->measure));
  if (SPZ_IS_MEASURE (record))
    return (SpzAudience) SPZ_MEASURE (record)->audience;
  if (SPZ_IS_FIGURE (record))
    return (SpzAudience) SPZ_FIGURE (record)->audience;
  if (SPZ_IS_ASSIGNMENT (record))
    return (SpzAudience) SPZ_ASSIGNMENT (record)->audience;
  if (SPZ_IS_FIGURE_VALUE (record))
    return get_audience_by_id (programme, SPZ_TYPE_FIGURE, SPZ_FIGURE_VALUE (record)->figure);
  if (SPZ_IS_DEPENDENCY (record))
    return MAX (get_audience_by_id (programme, SPZ_TYPE_PHASE, SPZ_DEPENDENCY (record)->predecessor),
                get_audience_by_id (programme, SPZ_TYPE_PHASE, SPZ_DEPENDENCY (record)->successor));
  if (SPZ_IS_AGENDA_ITEM (record))
    return SPZ_AGENDA_ITEM (record)->is_public ? SPZ_AUDIENCE_PUBLIC : SPZ_AUDIENCE_COMMITTEE;
  if (SPZ_IS_BRIEFING (record))
    return get_briefing_audience (programme, record);
  if (SPZ_IS_BLOCK (record))
    return get_filled_block_audience (programme, record);
  if (SPZ_IS_OMISSION (record))
    return MAX (get_audience_by_id (programme, SPZ_TYPE_BLOCK, SPZ_OMISSION (record)->block),
                get_audience_by_id (programme, SPZ_TYPE_POINT, SPZ_OMISSION (record)->point));
  if (SPZ_IS_PROMISE (record))
    return spz_promise_get_audience (programme, record);
  if (SPZ_IS_ACTION_FIELD (record))
    return get_field_audience (programme, id);
  if (SPZ_IS_PHASE_KIND (record))
    return get_phase_kind_audience (programme, id);
  if (SPZ_IS_PLAN_VERSION (record))
    return get_version_audience (programme, id);
  if (SPZ_IS_VERSION_PHASE (record))
    return get_version_phase_audience (programme, record);
  if (SPZ_IS_VERSION_MILESTONE (record))
    return get_version_milestone_audience (programme, record);
  if (SPZ_IS_DELIVERY (record))
    return get_delivery_audience (programme, record);
  if (SPZ_IS_DELIVERY_LINE (record))
    return get_audience_by_id (programme, SPZ_TYPE_DELIVERY, SPZ_DELIVERY_LINE (record)->delivery);
  /* How long somebody takes to speak is nobody else's business */
  if (SPZ_IS_REHEARSAL (record))
    return SPZ_AUDIENCE_INTERNAL;

  /* The organisation, its committees and when they meet are public */
  return SPZ_AUDIENCE_PUBLIC;
}
