/* spz-point-changes.c: what became of what was said last time
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-audience.h"
#include "spz-blocks.h"
#include "spz-deliveries.h"
#include "spz-figure-texts.h"
#include "spz-inline.h"
#include "spz-point-changes.h"
#include "spz-text.h"

/* Points that carry each other forward longer than this do so in a circle */
#define MAX_CHAIN 1000

/* When a point was said, first and last */
typedef struct
{
  SpzDate first;
  SpzDate last;
} Spoken;

struct _SpzPointChanges
{
  /* Borrowed */
  SpzProgramme *programme;
  SpzDelivery  *delivery;   /* (nullable) */

  /* Owned */
  GPtrArray    *changes;
  GHashTable   *by_point;   /* id → SpzPointChange */
  GHashTable   *spoken;     /* id → Spoken */
  GHashTable   *lines;      /* id → SpzDeliveryLine, of the last delivery */
  GHashTable   *continued;  /* ids of lines that are still said */
};

static void
point_change_free (SpzPointChange *self)
{
  g_free (self->text);
  g_free (self->before);
  g_free (self->heading);
  g_free (self);
}

/**
 * spz_point_changes_free:
 * @self: (transfer full): changes
 */
void
spz_point_changes_free (SpzPointChanges *self)
{
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->by_point);
  g_hash_table_unref (self->spoken);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->continued);
  g_free (self);
}

static SpzRecordList *
get_lines (SpzProgramme *programme,
           SpzDelivery  *delivery)
{
  return spz_programme_get_children (programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                     spz_record_get_id (SPZ_RECORD (delivery)));
}

/* When each point was said, but in deliveries of the briefing itself */
static void
collect_spoken (SpzPointChanges *self,
                SpzBriefing     *briefing)
{
  SpzRecordList *deliveries = spz_programme_get_list (self->programme, SPZ_TYPE_DELIVERY);

  for (guint i = 0; i < spz_record_list_get_size (deliveries); i++)
    {
      SpzDelivery *delivery = spz_record_list_get (deliveries, i);
      SpzRecordList *lines = get_lines (self->programme, delivery);
      SpzDate date = spz_delivery_get_date (delivery);

      if (delivery->briefing == spz_record_get_id (SPZ_RECORD (briefing)) ||
          spz_delivery_is_superseded (self->programme, delivery))
        continue;

      for (guint j = 0; j < spz_record_list_get_size (lines); j++)
        {
          SpzDeliveryLine *line = spz_record_list_get (lines, j);
          Spoken *spoken = g_hash_table_lookup (self->spoken, &line->point);

          if (line->point == 0)
            continue;
          if (spoken == NULL)
            {
              spoken = g_new (Spoken, 1);
              *spoken = (Spoken) { date, date };
              g_hash_table_insert (self->spoken, &line->point, spoken);
            }
          spoken->first = MIN (spoken->first, date);
          spoken->last = MAX (spoken->last, date);
        }
    }
}

static void
collect_lines (SpzPointChanges *self)
{
  SpzRecordList *lines;

  if (self->delivery == NULL)
    return;

  lines = get_lines (self->programme, self->delivery);
  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);

      if (line->point != 0)
        g_hash_table_insert (self->lines, &line->point, line);
    }
}

static SpzDate
get_earlier (SpzDate a,
             SpzDate b)
{
  if (a == SPZ_DATE_NONE || b == SPZ_DATE_NONE)
    return MAX (a, b);

  return MIN (a, b);
}

/* Follows a point back through the briefings: what was said, and when */
static SpzDeliveryLine *
trace (SpzPointChanges *self,
       SpzPoint        *point,
       SpzPointChange  *change)
{
  SpzDeliveryLine *found = NULL;

  for (guint i = 0; point != NULL && i < MAX_CHAIN; i++)
    {
      gint64 id = spz_record_get_id (SPZ_RECORD (point));
      const Spoken *spoken = g_hash_table_lookup (self->spoken, &id);
      SpzDeliveryLine *line = g_hash_table_lookup (self->lines, &id);

      change->since = get_earlier (change->since, point->since);
      if (spoken != NULL)
        {
          change->since = get_earlier (change->since, spoken->first);
          change->last_spoken = MAX (change->last_spoken, spoken->last);
        }
      if (line != NULL)
        {
          g_hash_table_add (self->continued, line);
          found = found != NULL ? found : line;
        }

      point = spz_programme_lookup (self->programme, SPZ_TYPE_POINT, point->predecessor);
    }

  return found;
}

static char *
dup_heading (SpzPointChanges *self,
             SpzBlock        *block)
{
  SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, block->action_field);

  return g_strdup (*block->title == '\0' && field != NULL ? field->title : block->title);
}

/* What is said now, as the delivery's readers would read it */
static char *
dup_text (SpzPointChanges *self,
          SpzPoint        *point,
          SpzAudience      audience)
{
  g_autofree char *expanded = spz_figures_expand (self->programme, point->title,
                                                  spz_programme_get_reference_date (self->programme), audience);

  return spz_inline_to_plain (expanded);
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *first = spz_text_squeeze (a);
  g_autofree char *second = spz_text_squeeze (b);

  return g_str_equal (first, second);
}

/* A figure that was left out then is compared as left out, and shown as it is. */
static gboolean
is_said_as_before (SpzPointChanges *self,
                   SpzPoint        *point,
                   const char      *before)
{
  g_autofree char *text = dup_text (self, point, (SpzAudience) self->delivery->audience);

  return is_same_text (text, before);
}

static void
add_change (SpzPointChanges *self,
            SpzPointChange  *change)
{
  g_ptr_array_add (self->changes, change);
  if (!g_hash_table_contains (self->by_point, &change->point))
    g_hash_table_insert (self->by_point, &change->point, change);
}

static void
add_point (SpzPointChanges     *self,
           SpzBlock            *block,
           const SpzBlockPoint *item)
{
  SpzPointChange *change = g_new0 (SpzPointChange, 1);
  SpzDeliveryLine *line;

  change->point = spz_record_get_id (SPZ_RECORD (item->point));
  change->block = spz_record_get_id (SPZ_RECORD (block));
  change->heading = dup_heading (self, block);
  change->text = dup_text (self, item->point, SPZ_AUDIENCE_INTERNAL);
  change->audience = MAX (item->audience, spz_figures_get_audience (self->programme, item->point->title));

  line = trace (self, item->point, change);
  if (line != NULL)
    {
      change->before = spz_inline_to_plain (line->title);
      change->before_audience = (SpzAudience) line->audience;
      change->mark = is_said_as_before (self, item->point, change->before) ? SPZ_POINT_UNCHANGED : SPZ_POINT_CHANGED;
    }
  else
    {
      change->mark = SPZ_POINT_NEW;
    }

  add_change (self, change);
}

static void
add_present (SpzPointChanges *self,
             SpzBriefing     *briefing)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);
      g_autoptr (GArray) points = spz_block_get_points (self->programme, block);

      for (guint j = 0; j < points->len; j++)
        add_point (self, block, &g_array_index (points, SpzBlockPoint, j));
    }
}

static void
add_dropped (SpzPointChanges *self)
{
  SpzRecordList *lines;

  if (self->delivery == NULL)
    return;

  lines = get_lines (self->programme, self->delivery);
  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);
      SpzPoint *point = spz_programme_lookup (self->programme, SPZ_TYPE_POINT, line->point);
      SpzPointChange *change;

      if (line->point == 0 || g_hash_table_contains (self->continued, line))
        continue;

      change = g_new0 (SpzPointChange, 1);
      change->mark = SPZ_POINT_DROPPED;
      change->point = line->point;
      change->heading = g_strdup (line->heading);
      change->before = spz_inline_to_plain (line->title);
      change->audience = change->before_audience = (SpzAudience) line->audience;
      if (point != NULL)
        {
          trace (self, point, change);
          /* It was told, but whoever must not see it now is not reminded of it */
          change->audience = MAX (change->audience, spz_record_get_audience (self->programme, point));
        }
      change->last_spoken = MAX (change->last_spoken, spz_delivery_get_date (self->delivery));
      add_change (self, change);
    }
}

/**
 * spz_point_changes_new:
 * @programme: a programme
 * @briefing: one of its briefings
 *
 * Lays the points of a briefing beside those of the last delivery, that is
 * spz_briefing_get_last_delivery(). A point is the same as one that was said if
 * it is that point, or carries it forward. Without a delivery everything is
 * new; so is what the delivery's readers were not to see.
 *
 * Returns: (transfer full): the changes
 */
SpzPointChanges *
spz_point_changes_new (SpzProgramme *programme,
                       SpzBriefing  *briefing)
{
  SpzPointChanges *self = g_new0 (SpzPointChanges, 1);

  self->programme = programme;
  self->delivery = spz_briefing_get_last_delivery (programme, briefing);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) point_change_free);
  self->by_point = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->spoken = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->lines = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->continued = g_hash_table_new (NULL, NULL);

  collect_spoken (self, briefing);
  collect_lines (self);
  add_present (self, briefing);
  add_dropped (self);

  return self;
}

/**
 * spz_point_changes_get_delivery:
 * @self: changes
 *
 * Returns: (transfer none) (nullable): what was said last time, if anything
 */
SpzDelivery *
spz_point_changes_get_delivery (SpzPointChanges *self)
{
  return self->delivery;
}

/**
 * spz_point_changes_get_all:
 * @self: changes
 *
 * Returns: (transfer none) (element-type SpzPointChange): all points, in the
 *   briefing's order; then those it dropped, in the delivery's
 */
GPtrArray *
spz_point_changes_get_all (SpzPointChanges *self)
{
  return self->changes;
}

/**
 * spz_point_changes_lookup:
 * @self: changes
 * @point: the id of a point
 *
 * Returns: (nullable): what became of it; %NULL if it is in neither
 */
const SpzPointChange *
spz_point_changes_lookup (SpzPointChanges *self,
                          gint64           point)
{
  return g_hash_table_lookup (self->by_point, &point);
}

/**
 * spz_point_changes_count:
 * @self: changes
 * @mark: a mark
 *
 * Returns: how many points have it
 */
guint
spz_point_changes_count (SpzPointChanges *self,
                         SpzPointMark     mark)
{
  guint n = 0;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const SpzPointChange *change = g_ptr_array_index (self->changes, i);

      n += change->mark == mark;
    }

  return n;
}

/**
 * spz_point_mark_get_label:
 * @mark: a mark
 *
 * Returns: (transfer none): the word for it, in the user's language
 */
const char *
spz_point_mark_get_label (SpzPointMark mark)
{
  /* Translators: how a point stands to what was said last time */
  static const char *const labels[] = {
    NC_("point", "Unchanged"), NC_("point", "New"), NC_("point", "Changed"), NC_("point", "Dropped"),
  };

  g_return_val_if_fail (mark < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "point", labels[mark]);
}
