/* spz-composer-tables.c: roles, key figures and dates on a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-composer-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spz-audience.h"
#include "spz-briefings.h"
#include "spz-deliveries.h"
#include "spz-document-notes.h"
#include "spz-figures.h"
#include "spz-labels.h"
#include "spz-plan.h"

/* How far ahead meetings are listed, in months; milestones and work orders
 * are listed without an end */
#define MEETINGS_AHEAD 3

/* Roles */

/* Private: the table of all roles with their tasks */
gboolean
spz_composer_add_roles (SpzComposer *self,
                        const char  *heading)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);
  SpzNode *table;

  if (spz_record_list_get_size (roles) == 0)
    return FALSE;

  spz_composer_add_heading (self, heading, NULL, 0);
  table = spz_document_builder_add_table (self->builder, SPZ_NODE_ROLES);

  for (guint i = 0; i < spz_record_list_get_size (roles); i++)
    {
      SpzRole *role = spz_record_list_get (roles, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (role));
      SpzRecordList *tasks = spz_programme_get_children (self->programme, SPZ_TYPE_TASK, "role", id);
      SpzNode *row = spz_node_add_row (table);

      spz_node_set_record (row, "role", id);
      spz_node_set_cell (row, SPZ_CELL_TITLE, role->title);
      spz_node_set_cell (row, SPZ_CELL_HOLDER, role->holder);
      spz_node_set_cell (row, SPZ_CELL_UNIT, role->unit);

      for (guint j = 0; j < spz_record_list_get_size (tasks); j++)
        {
          SpzTask *task = spz_record_list_get (tasks, j);

          spz_node_set_record (spz_node_add_task (row, task->title),
                               "task", spz_record_get_id (SPZ_RECORD (task)));
        }
    }

  return TRUE;
}

/* Key figures */

/* A sum shows the values of its parts: it is shown only to those who may see
 * each of them. */
static gboolean
admits_arithmetic (SpzComposer *self,
                   SpzFigure   *figure)
{
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *part = spz_record_list_get (figures, i);

      if (!spz_composer_admits (self, part->audience) && spz_figure_is_computed_from (figure, part))
        return FALSE;
    }

  return TRUE;
}

/* Since the last delivered briefing, or else since the value before */
static char *
format_change (SpzComposer *self,
               SpzFigure   *figure)
{
  g_autofree char *amount = NULL;
  double change;
  SpzDate since;

  if (self->last != NULL
      ? !spz_figure_get_change_since (self->programme, figure, self->as_of,
                                      spz_delivery_get_date (self->last), &change)
      : !spz_figure_get_change (self->programme, figure, self->as_of, &change, &since))
    return NULL;

  amount = spz_figure_format_number (figure, fabs (change));

  return g_strconcat (change > 0 ? "+" : change < 0 ? "−" : "±", amount, NULL);
}

/* Private: where the value of a figure is from, in a paper for the office:
 * sources are its own, as in the copies it passes on (see spz-shared-copy.c);
 * %NULL where there is nothing to say. */
char *
spz_composer_cite (SpzComposer *self,
                   SpzFigure   *figure)
{
  SpzFigureValue *value = spz_figure_get_value (self->programme, figure, self->as_of);
  g_autofree char *source = NULL;
  g_autofree char *date = NULL;

  if (self->audience != SPZ_AUDIENCE_INTERNAL || value == NULL)
    return NULL;

  source = g_strdelimit (g_strstrip (g_strdup (value->source)), "\n\r\t", ' ');
  if (*source == '\0')
    return NULL;
  if (value->date == SPZ_DATE_NONE)
    return g_strconcat (SPZ_NOTE_SOURCE, source, NULL);

  date = spz_date_format (value->date, SPZ_DATE_STYLE_SHORT);

  return g_strdup_printf (SPZ_NOTE_SOURCE "%s, %s %s", source, _("as of"), date);
}

static void
add_figure (SpzComposer *self,
            SpzNode     *table,
            SpzFigure   *figure)
{
  SpzFigureValue *value = spz_figure_get_value (self->programme, figure, self->as_of);
  SpzNode *row = spz_node_add_row (table);
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;
  g_autofree char *change = format_change (self, figure);
  g_autofree char *arithmetic = NULL;
  g_autofree char *source = spz_composer_cite (self, figure);
  double amount;

  if (spz_figure_get_number (self->programme, figure, self->as_of, &amount, NULL))
    number = spz_figure_format_number (figure, amount);
  if (value != NULL && value->date != SPZ_DATE_NONE)
    date = spz_date_format (value->date, SPZ_DATE_STYLE_SHORT);
  if (admits_arithmetic (self, figure))
    arithmetic = spz_figure_format_arithmetic (self->programme, figure, self->as_of);

  spz_node_set_record (row, "figure", spz_record_get_id (SPZ_RECORD (figure)));
  spz_node_set_audience (row, figure->audience);
  spz_node_set_cell (row, SPZ_CELL_TITLE, figure->title);
  spz_node_set_cell (row, SPZ_CELL_VALUE, number != NULL ? number : "–");
  spz_node_set_cell (row, SPZ_CELL_DATE, date);
  spz_node_set_cell (row, SPZ_CELL_CHANGE, change);
  spz_node_set_cell (row, SPZ_CELL_ARITHMETIC, arithmetic);
  if (source != NULL)
    spz_document_builder_add_note (self->builder, row, 0, source);
}

/* Private: the key figures of an action field, or of all (0) */
gboolean
spz_composer_add_figures (SpzComposer *self,
                          const char  *heading,
                          gint64       action_field)
{
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);
  SpzNode *table = NULL;

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);

      if (!spz_composer_admits (self, figure->audience) ||
          (action_field != 0 && figure->action_field != action_field))
        continue;

      if (table == NULL)
        {
          spz_composer_add_heading (self, heading, NULL, 0);
          table = spz_document_builder_add_table (self->builder, SPZ_NODE_FIGURES);
        }
      add_figure (self, table, figure);
    }

  return table != NULL;
}

/* Next dates */

typedef struct
{
  SpzDate      date;
  SpzAudience  audience;
  const char  *table;
  gint64       id;
  char        *when;
  char        *title;
  char        *detail;
} Event;

static void
event_clear (gpointer data)
{
  Event *self = data;

  g_free (self->when);
  g_free (self->title);
  g_free (self->detail);
}

static int
event_compare (gconstpointer a,
               gconstpointer b)
{
  const Event *first = a, *second = b;

  if (first->date != second->date)
    return first->date < second->date ? -1 : 1;

  return g_strcmp0 (first->title, second->title);
}

static void
collect_milestones (SpzComposer *self,
                    GArray      *events)
{
  SpzRecordList *milestones = spz_programme_get_list (self->programme, SPZ_TYPE_MILESTONE);

  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);
      SpzMeasure *measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, milestone->measure);
      Event event = { milestone->date, spz_record_get_audience (self->programme, milestone), "milestone" };

      if (milestone->date < self->as_of ||
          !spz_composer_admits (self, event.audience))
        continue;

      event.id = spz_record_get_id (SPZ_RECORD (milestone));
      event.when = spz_milestone_dup_date (milestone);
      event.title = g_strdup (milestone->title);
      event.detail = g_strdup (measure != NULL ? measure->title : NULL);
      g_array_append_val (events, event);
    }
}

static char *
get_place (SpzMeeting *meeting)
{
  g_autofree char *time = NULL;

  if (*meeting->time != '\0')
    /* Translators: %s is a time of day: "17:00 Uhr" */
    time = g_strdup_printf (_("%s h"), meeting->time);

  if (time == NULL || *meeting->place == '\0')
    return time != NULL ? g_steal_pointer (&time) : g_strdup (meeting->place);

  return g_strdup_printf ("%s, %s", time, meeting->place);
}

static void
collect_meetings (SpzComposer *self,
                  GArray      *events,
                  SpzMeeting  *except)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  SpzDate last = spz_date_add_months (self->as_of, MEETINGS_AHEAD);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);
      Event event = { meeting->date, SPZ_AUDIENCE_PUBLIC, "meeting" };

      if (meeting == except || meeting->state == SPZ_MEETING_CANCELLED ||
          meeting->date < self->as_of || meeting->date > last)
        continue;

      event.id = spz_record_get_id (SPZ_RECORD (meeting));
      event.when = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_SHORT);
      event.title = spz_meeting_dup_title (self->programme, meeting);
      event.detail = get_place (meeting);
      g_array_append_val (events, event);
    }
}

/* The office's own deadlines before a meeting: nobody else's business */
static void
add_deadline (SpzComposer *self,
              GArray      *events,
              SpzMeeting  *meeting,
              SpzDate      date,
              const char  *title)
{
  Event event = { date, SPZ_AUDIENCE_INTERNAL, "meeting" };

  if (date == SPZ_DATE_NONE || date < self->as_of || !spz_composer_admits (self, event.audience))
    return;

  event.id = spz_record_get_id (SPZ_RECORD (meeting));
  event.when = spz_date_format (date, SPZ_DATE_STYLE_SHORT);
  event.title = g_strdup (title);
  event.detail = spz_meeting_dup_title (self->programme, meeting);
  g_array_append_val (events, event);
}

static void
collect_deadlines (SpzComposer *self,
                   GArray      *events)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);

      if (meeting->state != SPZ_MEETING_PLANNED)
        continue;

      add_deadline (self, events, meeting, spz_meeting_get_submission (self->programme, meeting),
                    _("Submission deadline"));
      add_deadline (self, events, meeting, spz_meeting_get_invitation (self->programme, meeting),
                    _("Invitation"));
    }
}

static void
collect_assignments (SpzComposer *self,
                     GArray      *events)
{
  SpzRecordList *assignments = spz_programme_get_list (self->programme, SPZ_TYPE_ASSIGNMENT);

  for (guint i = 0; i < spz_record_list_get_size (assignments); i++)
    {
      SpzAssignment *assignment = spz_record_list_get (assignments, i);
      SpzRole *to = spz_programme_lookup (self->programme, SPZ_TYPE_ROLE, assignment->to_role);
      Event event = { assignment->due, assignment->audience, "assignment" };

      if (assignment->state != SPZ_ASSIGNMENT_OPEN || assignment->due < self->as_of ||
          !spz_composer_admits (self, assignment->audience))
        continue;

      event.id = spz_record_get_id (SPZ_RECORD (assignment));
      event.when = spz_date_format (assignment->due, SPZ_DATE_STYLE_SHORT);
      event.title = spz_inline_to_plain (assignment->title);
      event.detail = to == NULL ? NULL
                   : g_strdup_printf ("%s: %s", spz_record_type_get_label (SPZ_TYPE_ASSIGNMENT), to->title);
      g_array_append_val (events, event);
    }
}

/* Private: what is ahead, as seen from the reference date, but @except */
gboolean
spz_composer_add_dates (SpzComposer *self,
                        const char  *heading,
                        SpzMeeting  *except)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
  SpzNode *table;

  g_array_set_clear_func (events, event_clear);
  collect_milestones (self, events);
  collect_meetings (self, events, except);
  collect_deadlines (self, events);
  collect_assignments (self, events);
  g_array_sort (events, event_compare);
  if (events->len == 0)
    return FALSE;

  spz_composer_add_heading (self, heading, NULL, 0);
  table = spz_document_builder_add_table (self->builder, SPZ_NODE_DATES);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      SpzNode *row = spz_node_add_row (table);

      spz_node_set_record (row, event->table, event->id);
      spz_node_set_audience (row, event->audience);
      spz_node_set_cell (row, SPZ_CELL_DATE, event->when);
      spz_node_set_cell (row, SPZ_CELL_TITLE, event->title);
      spz_node_set_cell (row, SPZ_CELL_DETAIL, event->detail);
    }

  return TRUE;
}
