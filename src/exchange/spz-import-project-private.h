/* spz-import-project-private.h: plans of project management programs
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <libxml/xmlreader.h>

#include "spz-import.h"

G_BEGIN_DECLS

/* More than any city's plan, and read within seconds */
#define SPZ_PROJECT_MAX_TASKS 50000

/* What these programs can write down; a year beyond is a mistake */
#define SPZ_PROJECT_FIRST_YEAR 1984
#define SPZ_PROJECT_LAST_YEAR  2149

/**
 * SpzProjectLinkType:
 *
 * What of a task waits for what of another; the numbers are those of
 * Microsoft Project.
 */
typedef enum
{
  SPZ_PROJECT_FINISH_FINISH,
  SPZ_PROJECT_FINISH_START,
  SPZ_PROJECT_START_FINISH,
  SPZ_PROJECT_START_START,
} SpzProjectLinkType;

/**
 * SpzProjectTask:
 * @id: (owned): how its file knows it
 * @title: (owned): what is done
 * @note: (owned) (nullable): what else is said of it
 * @level: how deep it stands, from 1; what stands below it follows it
 * @milestone: whether it is a point in time
 * @start: its first day, or %SPZ_DATE_NONE
 * @end: its last day, or %SPZ_DATE_NONE
 * @days: how many working days it lasts, where its file has no @end
 * @deadline: by when it has to be done, or %SPZ_DATE_NONE
 * @progress: how much of it is done, in per cent, or -1
 * @people: (owned) (nullable) (element-type utf8): who works on it
 * @responsible: (owned) (nullable): who of them is responsible
 * @line: where it begins in the source, from 1
 * @phase: (unowned) (nullable): what was made of it
 */
typedef struct
{
  char           *id;
  char           *title;
  char           *note;
  guint           level;
  gboolean        milestone;
  SpzDate         start;
  SpzDate         end;
  guint           days;
  SpzDate         deadline;
  int             progress;
  GPtrArray      *people;
  char           *responsible;
  guint           line;
  SpzImportPhase *phase;
} SpzProjectTask;

/**
 * SpzProject:
 * @import: the result
 * @program: which program wrote it, as the identifiers of its tasks begin
 * @name: (owned) (nullable): how the file knows the project
 * @tasks: (owned) (element-type SpzProjectTask): its tasks, in reading order
 * @by_id: (owned): the tasks by their identifiers
 * @links: (owned): what waits for what
 * @n_remarks: how many messages there would be
 *
 * A project as its file has it, before it is a plan.
 */
typedef struct
{
  SpzImport  *import;
  const char *program;
  char       *name;
  GPtrArray  *tasks;
  GHashTable *by_id;
  GArray     *links;
  guint       n_remarks;
} SpzProject;

/* Reading XML */

gboolean          spz_import_is_xml        (const char          *text);
gboolean          spz_import_read_project  (SpzImport           *import,
                                            const char          *text,
                                            GError             **error);
gboolean          spz_xml_check            (const char          *text,
                                            GError             **error);
xmlTextReaderPtr  spz_xml_reader_new       (const char          *text,
                                            char               **message);
gboolean          spz_xml_reader_next      (xmlTextReaderPtr     reader,
                                            char               **message,
                                            GError             **error);
gboolean          spz_xml_reader_is        (xmlTextReaderPtr     reader,
                                            const char          *name);
char             *spz_xml_reader_get       (xmlTextReaderPtr     reader,
                                            const char          *attribute);
guint             spz_xml_reader_get_line  (xmlTextReaderPtr     reader);

gboolean          spz_project_read_mspdi   (SpzProject          *self,
                                            xmlTextReaderPtr     reader,
                                            char               **message,
                                            GError             **error);
gboolean          spz_project_read_gantt   (SpzProject          *self,
                                            xmlTextReaderPtr     reader,
                                            char               **message,
                                            GError             **error);

/* Filling a project */

SpzProjectTask   *spz_project_add_task     (SpzProject          *self,
                                            const char          *id,
                                            const char          *title,
                                            guint                level,
                                            guint                line,
                                            GError             **error);
void              spz_project_add_link     (SpzProject          *self,
                                            const char          *predecessor,
                                            const char          *successor,
                                            SpzProjectLinkType   type,
                                            double               days,
                                            guint                line);
void              spz_project_task_add_person (SpzProjectTask   *task,
                                            const char          *name,
                                            gboolean             responsible);
void              spz_project_remark       (SpzProject          *self,
                                            guint                line,
                                            const char          *format,
                                            ...) G_GNUC_PRINTF (3, 4);
SpzDate           spz_project_parse_day    (const char          *text);
void              spz_project_make_plan    (SpzProject          *self);

G_END_DECLS
