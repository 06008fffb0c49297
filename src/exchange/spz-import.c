/* spz-import.c: what was read from a foreign text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import.h"

#include <string.h>

#include "spz-text.h"

static void
point_free (SpzImportPoint *point)
{
  g_free (point->text);
  g_free (point);
}

static void
section_free (SpzImportSection *section)
{
  g_free (section->title);
  g_free (section->heading);
  g_ptr_array_unref (section->points);
  g_free (section);
}

static void
role_free (SpzImportRole *role)
{
  g_free (role->title);
  g_free (role->holder);
  g_free (role->unit);
  g_ptr_array_unref (role->tasks);
  g_free (role);
}

static void
figure_free (SpzImportFigure *figure)
{
  g_free (figure->title);
  g_free (figure->unit);
  g_free (figure);
}

static void
phase_free (SpzImportPhase *phase)
{
  g_free (phase->measure);
  g_free (phase->title);
  g_free (phase->field);
  g_free (phase->role);
  g_free (phase->note);
  g_free (phase->uid);
  g_free (phase->measure_uid);
  g_free (phase);
}

static void
link_free (SpzImportLink *link)
{
  g_free (link->predecessor);
  g_free (link->successor);
  g_free (link);
}

static void
milestone_free (SpzImportMilestone *milestone)
{
  g_free (milestone->title);
  g_free (milestone->wording);
  g_free (milestone->measure);
  g_free (milestone->measure_uid);
  g_free (milestone->field);
  g_free (milestone->note);
  g_free (milestone->uid);
  g_free (milestone);
}

static void
date_free (SpzImportDate *date)
{
  g_free (date->title);
  g_free (date->section);
  g_free (date);
}

static void
body_free (SpzImportBody *body)
{
  g_free (body->uid);
  g_free (body->title);
  g_free (body->short_title);
  g_free (body);
}

static void
agenda_item_free (SpzImportAgendaItem *item)
{
  g_free (item->uid);
  g_free (item->number);
  g_free (item->title);
  g_free (item->paper);
  g_free (item);
}

/**
 * spz_import_meeting_free:
 * @meeting: (transfer full): a meeting
 *
 * Frees a meeting that was taken out of a result.
 */
void
spz_import_meeting_free (SpzImportMeeting *meeting)
{
  g_free (meeting->uid);
  g_free (meeting->body);
  g_free (meeting->title);
  g_free (meeting->place);
  g_free (meeting->note);
  g_free (meeting->time);
  g_ptr_array_unref (meeting->items);
  g_free (meeting);
}

static void
message_free (SpzImportMessage *message)
{
  g_free (message->text);
  g_free (message);
}

/**
 * spz_import_new:
 * @kind: what is being read
 *
 * Makes an empty result for a reader to fill.
 *
 * Returns: (transfer full): the result
 */
SpzImport *
spz_import_new (SpzImportKind kind)
{
  SpzImport *self = g_new0 (SpzImport, 1);

  self->kind = kind;
  self->title = g_strdup ("");
  self->speaker = g_strdup ("");
  self->function = g_strdup ("");
  self->body = g_strdup ("");
  self->plan_note = g_strdup ("");
  self->source = g_strdup ("");
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) role_free);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) phase_free);
  self->milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) milestone_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) date_free);
  self->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) body_free);
  self->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_meeting_free);
  self->footnotes = g_ptr_array_new_with_free_func (g_free);
  self->unplaced = g_ptr_array_new_with_free_func (g_free);
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) message_free);

  return self;
}

/**
 * spz_import_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result and all it holds.
 */
void
spz_import_free (SpzImport *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->speaker);
  g_free (self->function);
  g_free (self->body);
  g_free (self->plan_note);
  g_free (self->source);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->milestones);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->dates);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->footnotes);
  g_ptr_array_unref (self->unplaced);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

/**
 * spz_import_count_points:
 * @self: a result
 *
 * Returns: how many points there are in all sections
 */
guint
spz_import_count_points (const SpzImport *self)
{
  guint count = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const SpzImportSection *section = g_ptr_array_index (self->sections, i);

      count += section->points->len;
    }

  return count;
}

/**
 * spz_import_count_tasks:
 * @self: a result
 *
 * Returns: how many tasks all roles have
 */
guint
spz_import_count_tasks (const SpzImport *self)
{
  guint count = 0;

  for (guint i = 0; i < self->roles->len; i++)
    {
      const SpzImportRole *role = g_ptr_array_index (self->roles, i);

      count += role->tasks->len;
    }

  return count;
}

/**
 * spz_import_add_section:
 * @self: a result
 * @kind: what stands under the heading
 * @title: the heading
 * @line: where it begins
 *
 * Appends a section without points.
 *
 * Returns: (transfer none): the section
 */
SpzImportSection *
spz_import_add_section (SpzImport            *self,
                        SpzImportSectionKind  kind,
                        const char           *title,
                        guint                 line)
{
  SpzImportSection *section = g_new0 (SpzImportSection, 1);

  section->kind = kind;
  section->title = g_strdup (title);
  section->heading = g_strdup ("");
  section->audience = SPZ_AUDIENCE_PUBLIC;
  section->line = line;
  section->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  g_ptr_array_add (self->sections, section);

  return section;
}

/**
 * spz_import_section_add:
 * @section: a section
 * @text: the point's whole text, with inline Markdown
 * @level: 1 to 3
 * @style: what it looks like
 * @line: where it begins
 *
 * Appends a public point.
 *
 * Returns: (transfer none): the point
 */
SpzImportPoint *
spz_import_section_add (SpzImportSection *section,
                        const char       *text,
                        int               level,
                        SpzPointStyle     style,
                        guint             line)
{
  SpzImportPoint *point = g_new0 (SpzImportPoint, 1);

  point->text = g_strdup (text);
  point->level = level;
  point->style = style;
  point->audience = SPZ_AUDIENCE_PUBLIC;
  point->line = line;
  g_ptr_array_add (section->points, point);

  return point;
}

/**
 * spz_import_add_figure:
 * @self: a result
 * @title: the key figure
 * @line: where it stands
 *
 * Appends a key figure without a value.
 *
 * Returns: (transfer none): the figure
 */
SpzImportFigure *
spz_import_add_figure (SpzImport  *self,
                       const char *title,
                       guint       line)
{
  SpzImportFigure *figure = g_new0 (SpzImportFigure, 1);

  figure->title = g_strdup (title);
  figure->unit = g_strdup ("");
  figure->date = SPZ_DATE_NONE;
  figure->audience = SPZ_AUDIENCE_PUBLIC;
  figure->line = line;
  g_ptr_array_add (self->figures, figure);

  return figure;
}

/**
 * spz_import_add_phase:
 * @self: a result
 * @measure: the measure's title
 * @title: the phase's title, or "" for a measure alone
 * @line: where it stands
 *
 * Appends a row of the plan without dates.
 *
 * Returns: (transfer none): the row
 */
SpzImportPhase *
spz_import_add_phase (SpzImport  *self,
                      const char *measure,
                      const char *title,
                      guint       line)
{
  SpzImportPhase *phase = g_new0 (SpzImportPhase, 1);

  phase->measure = g_strdup (measure);
  phase->title = g_strdup (title);
  phase->field = g_strdup ("");
  phase->role = g_strdup ("");
  phase->note = g_strdup ("");
  phase->uid = g_strdup ("");
  phase->measure_uid = g_strdup ("");
  phase->precision = SPZ_PRECISION_QUARTER;
  phase->progress = -1;
  phase->line = line;
  g_ptr_array_add (self->phases, phase);

  return phase;
}

/**
 * spz_import_add_milestone:
 * @self: a result
 * @title: what happens
 * @line: where it stands
 *
 * Appends a milestone without a date.
 *
 * Returns: (transfer none): the milestone
 */
SpzImportMilestone *
spz_import_add_milestone (SpzImport  *self,
                          const char *title,
                          guint       line)
{
  SpzImportMilestone *milestone = g_new0 (SpzImportMilestone, 1);

  milestone->title = g_strdup (title);
  milestone->wording = g_strdup ("");
  milestone->measure = g_strdup ("");
  milestone->measure_uid = g_strdup ("");
  milestone->field = g_strdup ("");
  milestone->note = g_strdup ("");
  milestone->uid = g_strdup ("");
  milestone->line = line;
  g_ptr_array_add (self->milestones, milestone);

  return milestone;
}

/**
 * spz_import_add_link:
 * @self: a result
 * @predecessor: the uid of a phase
 * @successor: that of the phase that begins after its end
 * @line: where that stands
 *
 * Lets a phase wait for another.
 */
void
spz_import_add_link (SpzImport  *self,
                     const char *predecessor,
                     const char *successor,
                     guint       line)
{
  SpzImportLink *link = g_new0 (SpzImportLink, 1);

  link->predecessor = g_strdup (predecessor);
  link->successor = g_strdup (successor);
  link->line = line;
  g_ptr_array_add (self->links, link);
}

/**
 * spz_import_guess_certainty:
 * @title: a phase's title
 *
 * Returns: how sure its dates are, by how it begins: "laufend" has no end
 */
SpzCertainty
spz_import_guess_certainty (const char *title)
{
  g_autofree char *folded = spz_text_fold (title);

  return g_str_has_prefix (folded, "laufend") ? SPZ_CERTAINTY_ONGOING : SPZ_CERTAINTY_FIRM;
}

/**
 * spz_import_guess_milestone_kind:
 * @title: a milestone's title
 *
 * Returns: what kind it is of, by its words
 */
SpzMilestoneKind
spz_import_guess_milestone_kind (const char *title)
{
  return g_str_has_prefix (title, "Start") ? SPZ_MILESTONE_START
       : strstr (title, "frist") != NULL ? SPZ_MILESTONE_DEADLINE
                                         : SPZ_MILESTONE_DECISION;
}

/**
 * spz_import_add_meeting:
 * @self: a result
 * @uid: how its source knows it, or ""
 * @line: where it begins, or 0
 *
 * Appends a meeting without a date.
 *
 * Returns: (transfer none): the meeting
 */
SpzImportMeeting *
spz_import_add_meeting (SpzImport  *self,
                        const char *uid,
                        guint       line)
{
  SpzImportMeeting *meeting = g_new0 (SpzImportMeeting, 1);

  meeting->uid = g_strdup (uid);
  meeting->body = g_strdup ("");
  meeting->title = g_strdup ("");
  meeting->place = g_strdup ("");
  meeting->note = g_strdup ("");
  meeting->time = g_strdup ("");
  meeting->items = g_ptr_array_new_with_free_func ((GDestroyNotify) agenda_item_free);
  meeting->line = line;
  g_ptr_array_add (self->meetings, meeting);

  return meeting;
}

/**
 * spz_import_meeting_add:
 * @meeting: a meeting
 * @uid: how its source knows it
 *
 * Appends a public item to the agenda.
 *
 * Returns: (transfer none): the item
 */
SpzImportAgendaItem *
spz_import_meeting_add (SpzImportMeeting *meeting,
                        const char       *uid)
{
  SpzImportAgendaItem *item = g_new0 (SpzImportAgendaItem, 1);

  item->uid = g_strdup (uid);
  item->number = g_strdup ("");
  item->title = g_strdup ("");
  item->paper = g_strdup ("");
  item->is_public = TRUE;
  g_ptr_array_add (meeting->items, item);

  return item;
}

/**
 * spz_import_add_body:
 * @self: a result
 * @uid: how its source knows it
 *
 * Appends a committee.
 *
 * Returns: (transfer none): the committee
 */
SpzImportBody *
spz_import_add_body (SpzImport  *self,
                     const char *uid)
{
  SpzImportBody *body = g_new0 (SpzImportBody, 1);

  body->uid = g_strdup (uid);
  body->title = g_strdup ("");
  body->short_title = g_strdup ("");
  g_ptr_array_add (self->bodies, body);

  return body;
}

/**
 * spz_import_add_message:
 * @self: a result
 * @line: the line it is about, or 0 for the whole
 * @format: what was made of it, for printf()
 * @...: its arguments
 *
 * Tells a person what the reader decided. Messages are kept in the order of
 * lines.
 */
void
spz_import_add_message (SpzImport  *self,
                        guint       line,
                        const char *format,
                        ...)
{
  SpzImportMessage *message = g_new0 (SpzImportMessage, 1);
  guint index = self->messages->len;
  va_list arguments;

  va_start (arguments, format);
  message->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  message->line = line;

  while (index > 0 &&
         ((SpzImportMessage *) g_ptr_array_index (self->messages, index - 1))->line > line)
    index--;
  g_ptr_array_insert (self->messages, index, message);
}
