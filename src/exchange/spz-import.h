/* spz-import.h: what was read from a foreign text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "spz-date.h"
#include "spz-types.h"

G_BEGIN_DECLS

/* Points nest at most this deep */
#define SPZ_IMPORT_MAX_LEVEL 3

/**
 * SpzImportKind:
 * @SPZ_IMPORT_ANY: to be guessed from the content
 * @SPZ_IMPORT_BRIEFING: a briefing as Markdown or as plain text
 * @SPZ_IMPORT_TIMELINE: measures and their phases: a table, or the plan of another program
 * @SPZ_IMPORT_MILESTONES: a table of milestones
 * @SPZ_IMPORT_MEETINGS: a calendar (iCalendar) or what a council publishes (OParl)
 */
typedef enum
{
  SPZ_IMPORT_ANY,
  SPZ_IMPORT_BRIEFING,
  SPZ_IMPORT_TIMELINE,
  SPZ_IMPORT_MILESTONES,
  SPZ_IMPORT_MEETINGS,
} SpzImportKind;

/**
 * SpzImportSectionKind:
 * @SPZ_IMPORT_SECTION_POINTS: points of the briefing's own
 * @SPZ_IMPORT_SECTION_TEXT: a paragraph that stands by itself
 * @SPZ_IMPORT_SECTION_ROLES: the table of roles and tasks
 * @SPZ_IMPORT_SECTION_ACTION_FIELD: an action field's points
 * @SPZ_IMPORT_SECTION_PLAN: the timeline
 * @SPZ_IMPORT_SECTION_FIGURES: the table of key figures
 * @SPZ_IMPORT_SECTION_DATES: the table of next dates
 */
typedef enum
{
  SPZ_IMPORT_SECTION_POINTS,
  SPZ_IMPORT_SECTION_TEXT,
  SPZ_IMPORT_SECTION_ROLES,
  SPZ_IMPORT_SECTION_ACTION_FIELD,
  SPZ_IMPORT_SECTION_PLAN,
  SPZ_IMPORT_SECTION_FIGURES,
  SPZ_IMPORT_SECTION_DATES,
} SpzImportSectionKind;

/**
 * SpzImportPoint:
 * @text: (owned): the whole text, with inline Markdown
 * @level: 1 to 3
 * @style: what it looks like
 * @audience: who may see it
 * @line: where it begins in the source, from 1
 * @id: the id of the point it was, in the programme of #SpzImport.source, or 0
 */
typedef struct
{
  char          *text;
  int            level;
  SpzPointStyle  style;
  SpzAudience    audience;
  guint          line;
  gint64         id;
} SpzImportPoint;

/**
 * SpzImportSection:
 * @kind: what stands under the heading
 * @title: (owned): the heading, an action field's title, or a text section's
 *   text; without markup
 * @heading: (owned): of an action field, the whole heading where it is more
 *   than the title, or ""
 * @audience: who may see it
 * @line: where it begins in the source, from 1
 * @points: (owned) (element-type SpzImportPoint): its points, in reading order
 * @id: the id of the action field or the block it was, in the programme of
 *   #SpzImport.source, or 0
 */
typedef struct
{
  SpzImportSectionKind  kind;
  char                 *title;
  char                 *heading;
  SpzAudience           audience;
  guint                 line;
  GPtrArray            *points;
  gint64                id;
} SpzImportSection;

/**
 * SpzImportRole:
 * @title: (owned): the role
 * @holder: (owned): who has it, or ""
 * @unit: (owned): where it belongs, or ""
 * @tasks: (owned) (element-type utf8): what it does
 * @line: where it begins in the source, from 1
 */
typedef struct
{
  char      *title;
  char      *holder;
  char      *unit;
  GPtrArray *tasks;
  guint      line;
} SpzImportRole;

/**
 * SpzImportFigure:
 * @title: (owned): the key figure
 * @unit: (owned): what it is counted in, or ""
 * @value: how much
 * @has_value: whether that is known
 * @decimals: how exactly
 * @date: as of when, or %SPZ_DATE_NONE
 * @computed: whether it is the result of others
 * @audience: who may see it
 * @line: where it stands in the source, from 1
 */
typedef struct
{
  char        *title;
  char        *unit;
  double       value;
  gboolean     has_value;
  int          decimals;
  SpzDate      date;
  gboolean     computed;
  SpzAudience  audience;
  guint        line;
} SpzImportFigure;

/**
 * SpzImportPhase:
 * @measure: (owned): the measure's title
 * @title: (owned): the phase's title, "" for a measure alone
 * @start: its first day, or %SPZ_DATE_NONE for a measure alone
 * @end: its last day
 * @precision: how exactly both are known
 * @certainty: how sure it is
 * @progress: how much of it is done, in per cent, or -1 where nothing is said
 * @field: (owned): the title of the measure's action field, or ""
 * @role: (owned): who is responsible, or ""
 * @note: (owned): what else is said of it, or ""
 * @uid: (owned): how its source knows it, or ""
 * @measure_uid: (owned): how its source knows the measure, or ""
 * @line: where it stands in the source, from 1
 */
typedef struct
{
  char         *measure;
  char         *title;
  SpzDate       start;
  SpzDate       end;
  SpzPrecision  precision;
  SpzCertainty  certainty;
  int           progress;
  char         *field;
  char         *role;
  char         *note;
  char         *uid;
  char         *measure_uid;
  guint         line;
} SpzImportPhase;

/**
 * SpzImportLink:
 * @predecessor: (owned): the uid of a phase
 * @successor: (owned): that of the phase which begins after its end
 * @line: where that stands in the source, from 1
 */
typedef struct
{
  char  *predecessor;
  char  *successor;
  guint  line;
} SpzImportLink;

/**
 * SpzImportMilestone:
 * @title: (owned): what happens
 * @date: when
 * @precision: how exactly that is known
 * @certainty: how sure it is
 * @kind: what it is
 * @wording: (owned): the date as it is to be said, or ""
 * @measure: (owned): the title of the measure it belongs to, or ""
 * @measure_uid: (owned): how its source knows the measure, or ""
 * @field: (owned): the title of the measure's action field, or ""
 * @note: (owned): what else is said of it, or ""
 * @uid: (owned): how its source knows it, or ""
 * @line: where it stands in the source, from 1
 */
typedef struct
{
  char             *title;
  SpzDate           date;
  SpzPrecision      precision;
  SpzCertainty      certainty;
  SpzMilestoneKind  kind;
  char             *wording;
  char             *measure;
  char             *measure_uid;
  char             *field;
  char             *note;
  char             *uid;
  guint             line;
} SpzImportMilestone;

/**
 * SpzImportDate:
 * @title: (owned): what takes place
 * @section: (owned): the heading it is named under, or ""
 * @date: its day, or the first day of the week
 * @precision: day or week
 * @line: where the point that names it begins in the source, from 1
 *
 * A meeting or another date that is named in the text.
 */
typedef struct
{
  char         *title;
  char         *section;
  SpzDate       date;
  SpzPrecision  precision;
  guint         line;
} SpzImportDate;

/**
 * SpzImportBody:
 * @uid: (owned): how its source knows it
 * @title: (owned): the committee
 * @short_title: (owned): its short name, or ""
 * @deleted: whether its source has deleted it
 */
typedef struct
{
  char     *uid;
  char     *title;
  char     *short_title;
  gboolean  deleted;
} SpzImportBody;

/**
 * SpzImportAgendaItem:
 * @uid: (owned): how its source knows it
 * @number: (owned): its number on the agenda, or ""
 * @title: (owned): what it is about
 * @paper: (owned): the paper's reference, or ""
 * @is_public: whether it is dealt with in public
 * @deleted: whether its source has deleted it
 */
typedef struct
{
  char     *uid;
  char     *number;
  char     *title;
  char     *paper;
  gboolean  is_public;
  gboolean  deleted;
} SpzImportAgendaItem;

/**
 * SpzImportMeeting:
 * @uid: (owned): how its source knows it, or ""
 * @body: (owned): the committee's title, or ""
 * @title: (owned): what it is called
 * @place: (owned): where it is, or ""
 * @note: (owned): what else is said of it, or ""
 * @time: (owned): when it begins, local time as "HH:MM", or ""
 * @date: its day, or %SPZ_DATE_NONE
 * @precision: how exactly that is known
 * @submission: by when papers are handed in, or %SPZ_DATE_NONE
 * @invitation: when the invitation goes out, or %SPZ_DATE_NONE
 * @cancelled: whether it doesn't take place
 * @deleted: whether its source has deleted it
 * @items: (owned) (element-type SpzImportAgendaItem): its agenda
 * @line: where it begins in the source, from 1, or 0
 *
 * A meeting of a calendar or of a council's information system.
 */
typedef struct
{
  char         *uid;
  char         *body;
  char         *title;
  char         *place;
  char         *note;
  char         *time;
  SpzDate       date;
  SpzPrecision  precision;
  SpzDate       submission;
  SpzDate       invitation;
  gboolean      cancelled;
  gboolean      deleted;
  GPtrArray    *items;
  guint         line;
} SpzImportMeeting;

/**
 * SpzImportMessage:
 * @line: the line in the source, from 1, or 0 for the whole
 * @text: (owned): what was made of it, in the user's language
 */
typedef struct
{
  guint  line;
  char  *text;
} SpzImportMessage;

/**
 * SpzImport:
 * @kind: what the source is
 * @title: (owned): the briefing's title
 * @speaker: (owned): who speaks
 * @function: (owned): in which function
 * @body: (owned): the committee
 * @date: the meeting's day
 * @sections: (owned) (element-type SpzImportSection): the parts, in order
 * @roles: (owned) (element-type SpzImportRole): all roles
 * @phases: (owned) (element-type SpzImportPhase): the plan's rows
 * @milestones: (owned) (element-type SpzImportMilestone): its milestones
 * @links: (owned) (element-type SpzImportLink): what waits for what, without circles
 * @dates: (owned) (element-type SpzImportDate): dates named in the text
 * @bodies: (owned) (element-type SpzImportBody): committees
 * @meetings: (owned) (element-type SpzImportMeeting): their meetings
 * @figures: (owned) (element-type SpzImportFigure): key figures
 * @source: (owned): the identifier of the programme that wrote it, or ""
 * @briefing: the id of the briefing it was in that programme, or 0
 * @has_emphasis: whether it says for certain what is bold and what isn't
 * @by_paragraph: whether its lines are the paragraphs of a document
 * @plan_note: (owned): what is said about the plan, or ""
 * @footnotes: (owned) (element-type utf8): the plan's footnotes
 * @unplaced: (owned) (element-type utf8): the plan's texts without a place
 * @messages: (owned) (element-type SpzImportMessage): what a person may want
 *   to check, by line
 *
 * The result of reading, before anything is written to a programme. Plain
 * data: it may be made in one thread and applied in another.
 */
typedef struct
{
  SpzImportKind  kind;
  char          *title;
  char          *speaker;
  char          *function;
  char          *body;
  SpzDate        date;
  char          *plan_note;
  char          *source;
  gint64         briefing;
  gboolean       has_emphasis;
  gboolean       by_paragraph;
  GPtrArray     *sections;
  GPtrArray     *roles;
  GPtrArray     *figures;
  GPtrArray     *phases;
  GPtrArray     *milestones;
  GPtrArray     *links;
  GPtrArray     *dates;
  GPtrArray     *bodies;
  GPtrArray     *meetings;
  GPtrArray     *footnotes;
  GPtrArray     *unplaced;
  GPtrArray     *messages;
} SpzImport;

SpzImport          *spz_import_new           (SpzImportKind         kind);
void                spz_import_free          (SpzImport            *self);
SpzImport          *spz_import_read          (GBytes               *bytes,
                                              const char           *name,
                                              SpzImportKind         kind,
                                              GError              **error);
SpzImport          *spz_import_read_file     (const char           *path,
                                              SpzImportKind         kind,
                                              GError              **error);

guint               spz_import_count_points  (const SpzImport      *self);
guint               spz_import_count_tasks   (const SpzImport      *self);

/* For the readers */

SpzImportSection   *spz_import_add_section   (SpzImport            *self,
                                              SpzImportSectionKind  kind,
                                              const char           *title,
                                              guint                 line);
SpzImportPoint     *spz_import_section_add   (SpzImportSection     *section,
                                              const char           *text,
                                              int                   level,
                                              SpzPointStyle         style,
                                              guint                 line);
SpzImportRole      *spz_import_add_role      (SpzImport            *self,
                                              const char           *cell,
                                              guint                 line);
SpzImportFigure    *spz_import_add_figure    (SpzImport            *self,
                                              const char           *title,
                                              guint                 line);
SpzImportPhase     *spz_import_add_phase     (SpzImport            *self,
                                              const char           *measure,
                                              const char           *title,
                                              guint                 line);
SpzImportMilestone *spz_import_add_milestone (SpzImport            *self,
                                              const char           *title,
                                              guint                 line);
void                spz_import_add_link      (SpzImport            *self,
                                              const char           *predecessor,
                                              const char           *successor,
                                              guint                 line);
SpzCertainty        spz_import_guess_certainty      (const char      *title);
SpzMilestoneKind    spz_import_guess_milestone_kind (const char      *title);
SpzImportMeeting   *spz_import_add_meeting   (SpzImport            *self,
                                              const char           *uid,
                                              guint                 line);
void                spz_import_meeting_free  (SpzImportMeeting     *meeting);
SpzImportBody      *spz_import_add_body      (SpzImport            *self,
                                              const char           *uid);
SpzImportAgendaItem *spz_import_meeting_add  (SpzImportMeeting     *meeting,
                                              const char           *uid);
void                spz_import_add_message   (SpzImport            *self,
                                              guint                 line,
                                              const char           *format,
                                              ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzImport, spz_import_free)

G_END_DECLS
