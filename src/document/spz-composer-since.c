/* spz-composer-since.c: composing what is new since the last time, and what is still open
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-composer-private.h"

#include <glib/gi18n-lib.h>

#include "spz-deliveries.h"
#include "spz-plan-changes.h"
#include "spz-plan-versions.h"
#include "spz-point-changes.h"
#include "spz-promises.h"
#include "spz-text.h"

/* How much of a text the list of changes quotes: it is to be recognised, and
 * stands whole where it belongs */
#define MAX_QUOTE 200

/* A block that is being added: its heading is written with its first line */
typedef struct
{
  SpzComposer *composer;
  const char  *heading;
  gboolean     added;
} Section;

static SpzNode *
add_line (Section    *self,
          int         level,
          const char *plain)
{
  g_autofree char *escaped = spz_inline_escape (plain);

  if (!self->added)
    spz_composer_add_heading (self->composer, self->heading, NULL, 0);
  self->added = TRUE;

  return spz_document_builder_add_point (self->composer->builder, level, SPZ_POINT_BULLET, escaped);
}

/* What the document's readers may see of a change. What they could not see
 * then is new to them; what they can't see now is no business of theirs. */
static gboolean
get_visible_mark (SpzComposer          *self,
                  const SpzPointChange *change,
                  SpzPointMark         *mark)
{
  if (!spz_composer_admits (self, change->audience))
    return FALSE;

  *mark = change->mark;
  if (change->mark == SPZ_POINT_CHANGED && !spz_composer_admits (self, change->before_audience))
    *mark = SPZ_POINT_NEW;

  return TRUE;
}

static void
add_change (Section              *self,
            const SpzPointChange *change,
            SpzPointMark          mark)
{
  g_autofree char *text = spz_text_ellipsize (mark == SPZ_POINT_DROPPED ? change->before : change->text, MAX_QUOTE);
  g_autofree char *quote = NULL;
  g_autofree char *before = NULL;

  spz_node_set_audience (add_line (self, 2, text), change->audience);
  if (mark != SPZ_POINT_CHANGED)
    return;

  quote = spz_text_ellipsize (change->before, MAX_QUOTE);
  /* Translators: under a point, how it was said last time */
  before = g_strdup_printf (_("before: %s"), quote);
  spz_node_set_audience (add_line (self, 3, before), MAX (change->audience, change->before_audience));
}

static void
add_points_with (Section         *self,
                 SpzPointChanges *changes,
                 SpzPointMark     wanted)
{
  GPtrArray *all = spz_point_changes_get_all (changes);
  gboolean added = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      const SpzPointChange *change = g_ptr_array_index (all, i);
      SpzPointMark mark;

      if (!get_visible_mark (self->composer, change, &mark) || mark != wanted)
        continue;

      if (!added)
        add_line (self, 1, spz_point_mark_get_label (wanted));
      added = TRUE;

      add_change (self, change, mark);
    }
}

/* The version of the plan that was kept when the briefing was delivered */
static SpzPlanVersion *
find_version (SpzComposer *self,
              SpzBlock    *block)
{
  SpzRecordList *versions = spz_programme_get_list (self->programme, SPZ_TYPE_PLAN_VERSION);
  SpzPlanVersion *chosen = spz_programme_lookup (self->programme, SPZ_TYPE_PLAN_VERSION, block->plan_version);
  SpzPlanVersion *latest = NULL;

  if (chosen != NULL || self->last == NULL)
    return chosen;

  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      SpzPlanVersion *version = spz_record_list_get (versions, i);

      if (version->date <= spz_delivery_get_date (self->last) &&
          (latest == NULL || version->date >= latest->date))
        latest = version;
    }

  return latest;
}

static void
add_moved_dates (Section  *self,
                 SpzBlock *block)
{
  SpzPlanVersion *version = find_version (self->composer, block);
  g_autoptr (GPtrArray) changes = NULL;
  gboolean added = FALSE;

  if (version == NULL)
    return;

  changes = spz_plan_compare (self->composer->programme, version, self->composer->audience);
  for (guint i = 0; i < changes->len; i++)
    {
      const SpzPlanChange *change = g_ptr_array_index (changes, i);
      g_autofree char *sentence = NULL;

      if (!(change->flags & SPZ_PLAN_CHANGE_MOVED))
        continue;

      if (!added)
        add_line (self, 1, _("Moved dates"));
      added = TRUE;

      sentence = spz_plan_change_dup_sentence (change, TRUE);
      add_line (self, 2, sentence);
    }
}

/* Private: what is new, changed or dropped since the last delivered briefing,
 * and what moved in the plan since */
gboolean
spz_composer_add_changes (SpzComposer *self,
                          SpzBlock    *block)
{
  static const SpzPointMark marks[] = { SPZ_POINT_NEW, SPZ_POINT_CHANGED, SPZ_POINT_DROPPED };
  g_autoptr (SpzPointChanges) changes = NULL;
  g_autofree char *date = NULL;
  g_autofree char *heading = NULL;
  Section section = { self, NULL, FALSE };

  if (self->last == NULL)
    return FALSE;

  date = spz_date_format (spz_delivery_get_date (self->last), SPZ_DATE_STYLE_SHORT);
  heading = *block->title != '\0' ? g_strdup (block->title)
                                  /* Translators: heads a list of changes; %s is a date */
                                  : g_strdup_printf (_("Changes since %s"), date);
  section.heading = heading;
  changes = spz_point_changes_new (self->programme, self->briefing);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    add_points_with (&section, changes, marks[i]);
  add_moved_dates (&section, block);

  return section.added;
}

/* Open commitments */

static int
compare_assignments (gconstpointer a,
                     gconstpointer b)
{
  const SpzAssignment *first = *(SpzAssignment *const *) a, *second = *(SpzAssignment *const *) b;

  /* Those without a date last */
  if (first->due != second->due)
    return first->due == SPZ_DATE_NONE || (second->due != SPZ_DATE_NONE && first->due > second->due) ? 1 : -1;

  return g_strcmp0 (first->position, second->position);
}

static char *
describe_assignment (SpzComposer   *self,
                     SpzAssignment *assignment)
{
  g_autofree char *title = spz_inline_to_plain (assignment->title);
  g_autofree char *due = spz_date_format (assignment->due, SPZ_DATE_STYLE_SHORT);

  if (assignment->due == SPZ_DATE_NONE)
    return g_steal_pointer (&title);
  if (assignment->due < self->as_of)
    /* Translators: a work order, the day it was due */
    return g_strdup_printf (_("%s (overdue since %s)"), title, due);

  /* Translators: a work order, the day it is due */
  return g_strdup_printf (_("%s (due %s)"), title, due);
}

static void
add_assignments (Section *self)
{
  SpzRecordList *assignments = spz_programme_get_list (self->composer->programme, SPZ_TYPE_ASSIGNMENT);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < spz_record_list_get_size (assignments); i++)
    {
      SpzAssignment *assignment = spz_record_list_get (assignments, i);

      if (assignment->state == SPZ_ASSIGNMENT_OPEN && spz_composer_admits (self->composer, assignment->audience))
        g_ptr_array_add (open, assignment);
    }
  g_ptr_array_sort (open, compare_assignments);

  for (guint i = 0; i < open->len; i++)
    {
      SpzAssignment *assignment = g_ptr_array_index (open, i);
      g_autofree char *line = describe_assignment (self->composer, assignment);
      SpzNode *node = add_line (self, 1, line);

      spz_node_set_record (node, "assignment", spz_record_get_id (SPZ_RECORD (assignment)));
      spz_node_set_audience (node, assignment->audience);
    }
}

/* Private: what was promised or ordered, and is not done yet */
gboolean
spz_composer_add_commitments (SpzComposer *self,
                              const char  *heading)
{
  g_autoptr (GPtrArray) promises = spz_promises_find_open (self->programme, self->briefing);
  Section section = { self, heading, FALSE };

  for (guint i = 0; i < promises->len; i++)
    {
      SpzPromise *promise = g_ptr_array_index (promises, i);
      SpzAudience audience = spz_promise_get_audience (self->programme, promise);
      g_autofree char *line = NULL;

      if (!spz_composer_admits (self, audience))
        continue;

      line = spz_promise_describe (self->programme, promise);
      spz_node_set_audience (add_line (&section, 1, line), audience);
    }
  add_assignments (&section);

  return section.added;
}
