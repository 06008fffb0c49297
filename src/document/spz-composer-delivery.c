/* spz-composer-delivery.c: from what was delivered to a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-composer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-audience.h"
#include "spz-blocks.h"
#include "spz-briefings.h"
#include "spz-deliveries.h"
#include "spz-language.h"
#include "spz-plan-versions.h"
#include "spz-timeline-plan.h"

typedef struct
{
  SpzComposer     composer;
  gboolean        is_all;    /* whether all that was delivered is for the audience */

  /* Owned */
  GPtrArray      *lines;     /* SpzDeliveryLine that are admitted */

  /* Borrowed */
  SpzDelivery    *delivery;
  SpzRecordList  *blocks;
} Delivered;

/* It says for whom it was by itself; if its point is for fewer since, so is it */
static gboolean
is_admitted (Delivered       *self,
             SpzDeliveryLine *line)
{
  SpzPoint *point = spz_programme_lookup (self->composer.programme, SPZ_TYPE_POINT, line->point);

  return spz_composer_admits (&self->composer, (SpzAudience) line->audience) &&
         (point == NULL ||
          spz_composer_admits (&self->composer, spz_record_get_audience (self->composer.programme, point)));
}

/* The block a line came from, which can't change any more; 0 if it isn't known */
static gint64
find_block (Delivered       *self,
            SpzDeliveryLine *line)
{
  SpzPoint *point = spz_programme_lookup (self->composer.programme, SPZ_TYPE_POINT, line->point);

  if (point == NULL || point->block != 0)
    return point != NULL ? point->block : 0;

  for (guint i = 0; point->action_field != 0 && i < spz_record_list_get_size (self->blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (self->blocks, i);

      if (block->kind == SPZ_BLOCK_ACTION_FIELD && block->action_field == point->action_field)
        return spz_record_get_id (SPZ_RECORD (block));
    }

  return 0;
}

static SpzDeliveryLine *
get_line (Delivered *self,
          guint      index)
{
  return index < self->lines->len ? g_ptr_array_index (self->lines, index) : NULL;
}

/* A task stands below the row of its role; of both only the words were kept */
static gboolean
is_task (SpzDeliveryLine *line)
{
  return line != NULL && line->point == 0 && line->level > 1;
}

/* What was a row of a table has its cells in one line, and below it its tasks. A
 * list of what changed or is open has levels, too, but is a list. */
static gboolean
is_row (SpzDeliveryLine *line,
        SpzDeliveryLine *next)
{
  return line->point == 0 && line->level == 1 && line->style == SPZ_POINT_TEXT &&
         (strstr (line->title, " · ") != NULL || is_task (next));
}

static SpzNode *
add_row (SpzNode         *table,
         SpzDeliveryLine *line)
{
  SpzNode *row = spz_node_add_row (table);
  g_autofree char *text = spz_inline_to_plain (line->title);

  spz_node_set_cell (row, SPZ_CELL_TITLE, text);
  spz_node_set_record (row, "delivery_line", spz_record_get_id (SPZ_RECORD (line)));
  spz_node_set_audience (row, (SpzAudience) line->audience);

  return row;
}

/* How many lines from there on are the rows of one table, with their tasks */
static guint
count_rows (Delivered *self,
            guint      first,
            gboolean  *has_tasks)
{
  const char *heading = get_line (self, first)->heading;
  SpzDeliveryLine *line;
  guint n = 0;

  *has_tasks = FALSE;
  while ((line = get_line (self, first + n)) != NULL && g_str_equal (line->heading, heading) &&
         is_row (line, get_line (self, first + n + 1)))
    for (n++; is_task (get_line (self, first + n)); n++)
      *has_tasks = TRUE;

  return n;
}

/* Roles with their tasks, or else the rows of any other table. Returns how many
 * lines these are; 0 if none is one. */
static guint
add_rows (Delivered *self,
          guint      first)
{
  gboolean has_tasks;
  const guint n = count_rows (self, first, &has_tasks);
  SpzNode *table, *row = NULL;

  if (n == 0)
    return 0;

  table = spz_document_builder_add_table (self->composer.builder, has_tasks ? SPZ_NODE_ROLES : SPZ_NODE_DATES);
  spz_node_set_record (table, "delivery_line", spz_record_get_id (SPZ_RECORD (get_line (self, first))));
  for (guint i = first; i < first + n; i++)
    {
      SpzDeliveryLine *line = get_line (self, i);

      if (is_task (line))
        spz_node_set_audience (spz_node_add_task (row, line->title), (SpzAudience) line->audience);
      else
        row = add_row (table, line);
    }

  return n;
}

static void
add_line (Delivered       *self,
          SpzDeliveryLine *line)
{
  SpzNode *node = line->point != 0 || line->level > 1 || line->style != SPZ_POINT_TEXT
                  ? spz_document_builder_add_point (self->composer.builder, (int) line->level,
                                                    (SpzPointStyle) line->style, line->title)
                  : spz_document_builder_add_paragraph (self->composer.builder, line->title);

  if (line->point != 0)
    spz_node_set_record (node, "point", line->point);
  else
    spz_node_set_record (node, "delivery_line", spz_record_get_id (SPZ_RECORD (line)));
  spz_node_set_audience (node, (SpzAudience) line->audience);
}

/* The figures in it were filled in when it was delivered */
static void
add_heading (Delivered       *self,
             SpzDeliveryLine *line)
{
  g_autofree char *text = spz_inline_escape (line->heading);
  SpzNode *node = spz_document_builder_add_heading (self->composer.builder, 1, text);

  spz_node_set_record (node, "delivery_line", spz_record_get_id (SPZ_RECORD (line)));
  spz_node_set_audience (node, (SpzAudience) line->audience);
}

static void
add_lines (Delivered *self)
{
  const char *heading = "";

  for (guint i = 0; i < self->lines->len;)
    {
      SpzDeliveryLine *line = get_line (self, i);
      guint n_rows;

      spz_document_builder_set_block (self->composer.builder, find_block (self, line));
      if (*line->heading != '\0' && !g_str_equal (line->heading, heading))
        add_heading (self, line);
      heading = line->heading;

      n_rows = add_rows (self, i);
      if (n_rows == 0)
        add_line (self, line);
      i += MAX (n_rows, 1);
    }
}

/* The plan was kept when it was delivered: it is the version of that day */
static SpzPlanVersion *
find_version (Delivered *self)
{
  SpzRecordList *versions = spz_programme_get_list (self->composer.programme, SPZ_TYPE_PLAN_VERSION);
  SpzPlanVersion *found = NULL;

  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      SpzPlanVersion *version = spz_record_list_get (versions, i);

      if (version->date <= spz_delivery_get_date (self->delivery) &&
          (found == NULL || version->date >= found->date))
        found = version;
    }

  return found;
}

static void
add_plan (Delivered *self)
{
  SpzPlanVersion *version = find_version (self);

  for (guint i = 0; version != NULL && i < spz_record_list_get_size (self->blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (self->blocks, i);
      g_autoptr (SpzTimelinePlan) plan = NULL;

      if ((block->kind != SPZ_BLOCK_TIMELINE && block->kind != SPZ_BLOCK_COMPARISON) ||
          !spz_composer_admits (&self->composer, spz_block_get_audience (self->composer.programme, block)))
        continue;

      plan = spz_timeline_plan_new_of_version (self->composer.programme, version, self->composer.audience);
      spz_document_builder_set_block (self->composer.builder, spz_record_get_id (SPZ_RECORD (block)));
      spz_node_set_record (spz_document_builder_add_timeline (self->composer.builder, plan),
                           "block", spz_record_get_id (SPZ_RECORD (block)));
      return;
    }
}

/* The day is the one it was spoken on, and the meeting's title what it was then.
 * Whom that was not told to is told the meeting's, as it is. */
static char *
describe_occasion (Delivered   *self,
                   SpzBriefing *briefing)
{
  SpzMeeting *meeting = briefing != NULL ? spz_briefing_get_meeting (self->composer.programme, briefing) : NULL;
  g_autofree char *title = NULL;

  if (self->is_all)
    title = g_strdup (self->delivery->body_title);
  else if (meeting != NULL)
    title = spz_meeting_dup_title (self->composer.programme, meeting);

  return title != NULL && *title != '\0' && self->delivery->meeting_date != SPZ_DATE_NONE
    ? spz_composer_make_occasion (title, self->delivery->meeting_date) : g_steal_pointer (&title);
}

/* A briefing doesn't change any more; of one that was deleted, the title is known */
static void
add_head (Delivered   *self,
          SpzBriefing *briefing,
          const char  *occasion)
{
  const SpzDate day = spz_delivery_get_date (self->delivery);

  if (briefing != NULL)
    spz_composer_add_head (&self->composer, briefing, occasion, NULL, day);
  else
    spz_document_builder_set_title (self->composer.builder, self->is_all ? self->delivery->title : _("Briefing"),
                                    NULL, occasion, NULL);
}

static void
add_plan_alone (Delivered  *self,
                const char *occasion)
{
  SpzPlanVersion *version = find_version (self);
  g_autoptr (SpzTimelinePlan) plan = NULL;

  if (version == NULL)
    return;

  plan = spz_timeline_plan_new_of_version (self->composer.programme, version, self->composer.audience);
  spz_composer_add_plan_alone (&self->composer, plan, occasion, spz_delivery_get_date (self->delivery));
}

static void
add_text (Delivered *self)
{
  SpzRecordList *lines = spz_programme_get_children (self->composer.programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                                     spz_record_get_id (SPZ_RECORD (self->delivery)));

  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    if (is_admitted (self, spz_record_list_get (lines, i)))
      g_ptr_array_add (self->lines, spz_record_list_get (lines, i));

  add_lines (self);
}

/**
 * spz_compose_delivery:
 * @programme: a programme
 * @delivery: one of its deliveries
 * @audience: whom the document is for
 * @flags: what to leave out
 *
 * Composes what was delivered, word for word, whatever became of its points
 * since; its plan is the version that was kept with it. A line is kept if it
 * was, and its point still is, for that audience or a wider one. For the
 * audience it was delivered to, its PDF and Markdown are those that were kept,
 * unless something in them is for fewer since.
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_compose_delivery (SpzProgramme    *programme,
                      SpzDelivery     *delivery,
                      SpzAudience      audience,
                      SpzComposeFlags  flags)
{
  g_auto (SpzLanguage) language = { 0 };
  g_autoptr (GPtrArray) admitted = g_ptr_array_new ();
  g_autofree char *occasion = NULL;
  Delivered self = { .composer = { .audience = audience, .programme = programme },
                     .delivery = delivery, .lines = admitted };
  SpzBriefing *briefing;
  gboolean is_told;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_DELIVERY (delivery), NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  self.composer.builder = spz_document_builder_new (audience);
  self.blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing", delivery->briefing);
  self.is_all = spz_composer_admits (&self.composer, spz_record_get_audience (programme, SPZ_RECORD (delivery)));
  briefing = spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, delivery->briefing);
  is_told = briefing == NULL ||
            spz_composer_admits (&self.composer, spz_record_get_audience (programme, briefing));
  occasion = describe_occasion (&self, briefing);

  if (flags & SPZ_COMPOSE_NO_TEXT)
    {
      add_plan_alone (&self, occasion);
      return spz_document_builder_end (self.composer.builder);
    }

  add_head (&self, briefing, occasion);
  if (is_told)
    add_text (&self);
  if (is_told && !(flags & SPZ_COMPOSE_NO_TIMELINE))
    add_plan (&self);
  if (flags == SPZ_COMPOSE_DEFAULT && self.is_all && (SpzAudience) delivery->audience == audience &&
      delivery->pdf != NULL)
    spz_document_builder_set_kept (self.composer.builder, delivery->pdf, delivery->document);

  return spz_document_builder_end (self.composer.builder);
}

/**
 * spz_compose_paper:
 * @programme: a programme
 * @briefing: one of its briefings
 * @audience: whom the document is for
 * @flags: what to leave out
 *
 * Composes a briefing to be printed, exported or spoken: as it was delivered,
 * or, as long as it wasn't, as it is.
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_compose_paper (SpzProgramme    *programme,
                   SpzBriefing     *briefing,
                   SpzAudience      audience,
                   SpzComposeFlags  flags)
{
  SpzDelivery *delivery;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_BRIEFING (briefing), NULL);

  delivery = spz_briefing_get_delivery_for (programme, briefing, audience);

  return delivery != NULL ? spz_compose_delivery (programme, delivery, audience, flags)
                          : spz_compose_briefing (programme, briefing, audience, flags);
}
