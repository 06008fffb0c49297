/* spz-import-gantt.c: plans of GanttProject
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-import-meetings-private.h"

/* The format is described by no one but the program (ganttproject.biz): tasks
 * nest, last a number of working days, and name those that wait for them. */

typedef struct
{
  SpzProject     *project;
  SpzProjectTask *task;       /* the one being read */
  guint           level;
  gboolean        in_tasks;
  gboolean        in_notes;
  GString        *note;
  gboolean        weekend[7]; /* Monday first */
  gboolean        works_always;
  GHashTable     *special;    /* days that are free, or not, against the rule */
  GHashTable     *resources;  /* names by their id */
  guint           n_baselines;
} Reader;

/* Working days */

#define FREE    GINT_TO_POINTER (1)
#define WORKING GINT_TO_POINTER (2)

static void
take_week (Reader           *self,
           xmlTextReaderPtr  reader)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *value = spz_xml_reader_get (reader, days[i]);

      if (*value != '\0')
        self->weekend[i] = g_str_equal (value, "1");
    }
}

/* Of the year 0 it is one of every year. */
static gpointer
make_day (int year,
          int month,
          int day)
{
  return GINT_TO_POINTER ((year * 12 + month) * 31 + day);
}

/* Without a year it returns every year. */
static void
take_date (Reader           *self,
           xmlTextReaderPtr  reader)
{
  g_autofree char *year_text = spz_xml_reader_get (reader, "year");
  g_autofree char *month_text = spz_xml_reader_get (reader, "month");
  g_autofree char *day_text = spz_xml_reader_get (reader, "date");
  g_autofree char *type = spz_xml_reader_get (reader, "type");
  gint64 year = 0, month, day;
  gboolean every = *g_strstrip (year_text) == '\0';

  if ((!every && !g_ascii_string_to_signed (year_text, 10, SPZ_PROJECT_FIRST_YEAR, SPZ_PROJECT_LAST_YEAR, &year, NULL)) ||
      !g_ascii_string_to_signed (month_text, 10, 1, 12, &month, NULL) ||
      !g_ascii_string_to_signed (day_text, 10, 1, 31, &day, NULL))
    return;

  if (every || spz_date_new ((int) year, (int) month, (int) day) != SPZ_DATE_NONE)
    g_hash_table_insert (self->special, make_day ((int) year, (int) month, (int) day),
                         strstr (type, "WORKING") != NULL ? WORKING : FREE);
}

static gboolean
is_working (Reader  *self,
            SpzDate  date)
{
  int year, month, day;
  gpointer special;

  spz_date_get (date, &year, &month, &day);
  special = g_hash_table_lookup (self->special, make_day (year, month, day));
  if (special == NULL)
    special = g_hash_table_lookup (self->special, make_day (0, month, day));
  if (special != NULL)
    return special == WORKING;

  return self->works_always || !self->weekend[spz_date_get_weekday (date) - 1];
}

/* All working days there are, so that each task is looked up and not counted */
static GArray *
list_working_days (Reader *self)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (SpzDate));
  SpzDate last = spz_date_new (SPZ_PROJECT_LAST_YEAR, 12, 31);

  for (SpzDate date = spz_date_new (SPZ_PROJECT_FIRST_YEAR, 1, 1); date <= last; date++)
    if (is_working (self, date))
      g_array_append_val (days, date);

  return days;
}

/* The first working day on @date or after */
static guint
find_day (GArray  *days,
          SpzDate  date)
{
  guint low = 0, high = days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (days, SpzDate, middle) < date)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
set_ends (Reader *self)
{
  g_autoptr (GArray) days = list_working_days (self);

  for (guint i = 0; i < self->project->tasks->len; i++)
    {
      SpzProjectTask *task = g_ptr_array_index (self->project->tasks, i);
      guint first = task->start != SPZ_DATE_NONE ? find_day (days, task->start) : days->len;

      if (first >= days->len || task->days > days->len - first)
        continue;
      task->end = g_array_index (days, SpzDate, first + MAX (task->days, 1) - 1);
    }
}

/* Tasks */

static int
get_number (xmlTextReaderPtr  reader,
            const char       *attribute,
            int               otherwise)
{
  g_autofree char *text = spz_xml_reader_get (reader, attribute);
  double number = g_ascii_strtod (text, NULL);

  return *text != '\0' && number > -1e6 && number < 1e6 ? (int) number : otherwise;
}

static gboolean
take_task (Reader            *self,
           xmlTextReaderPtr   reader,
           GError           **error)
{
  g_autofree char *id = spz_xml_reader_get (reader, "id");
  g_autofree char *title = spz_xml_reader_get (reader, "name");
  g_autofree char *start = spz_xml_reader_get (reader, "start");
  g_autofree char *meeting = spz_xml_reader_get (reader, "meeting");

  self->task = spz_project_add_task (self->project, id, title, self->level + 1,
                                     spz_xml_reader_get_line (reader), error);
  if (self->task == NULL)
    return FALSE;

  self->task->milestone = g_str_equal (meeting, "true");
  self->task->start = spz_project_parse_day (start);
  self->task->days = (guint) CLAMP (get_number (reader, "duration", 1), 0, 100000);
  self->task->progress = CLAMP (get_number (reader, "complete", 0), 0, 100);
  if (!xmlTextReaderIsEmptyElement (reader))
    self->level++;

  return TRUE;
}

/* Written at the task that comes first */
static void
take_link (Reader           *self,
           xmlTextReaderPtr  reader)
{
  static const SpzProjectLinkType types[] = {
    SPZ_PROJECT_FINISH_START, SPZ_PROJECT_START_START, SPZ_PROJECT_FINISH_START,
    SPZ_PROJECT_FINISH_FINISH, SPZ_PROJECT_START_FINISH,
  };
  g_autofree char *successor = spz_xml_reader_get (reader, "id");
  int type = get_number (reader, "type", 2);

  if (self->task != NULL)
    spz_project_add_link (self->project, self->task->id, successor,
                          types[type >= 0 && type < (int) G_N_ELEMENTS (types) ? type : 0],
                          get_number (reader, "difference", 0), spz_xml_reader_get_line (reader));
}

static void
take_notes (Reader *self)
{
  g_autofree char *stripped = g_strstrip (g_strdup (self->note->str));

  if (self->task != NULL && self->task->note == NULL && *stripped != '\0')
    self->task->note = spz_import_dup_limited (stripped, SPZ_IMPORT_MAX_NOTE);
  g_string_truncate (self->note, 0);
  self->in_notes = FALSE;
}

static void
take_allocation (Reader           *self,
                 xmlTextReaderPtr  reader)
{
  g_autofree char *task_id = spz_xml_reader_get (reader, "task-id");
  g_autofree char *resource = spz_xml_reader_get (reader, "resource-id");
  g_autofree char *responsible = spz_xml_reader_get (reader, "responsible");
  SpzProjectTask *task = g_hash_table_lookup (self->project->by_id, task_id);
  const char *name = g_hash_table_lookup (self->resources, resource);

  if (task != NULL && name != NULL && (task->people == NULL || task->people->len < 100))
    spz_project_task_add_person (task, name, g_str_equal (responsible, "true"));
}

/* The file */

static gboolean
take_element (Reader            *self,
              xmlTextReaderPtr   reader,
              GError           **error)
{
  gboolean empty = xmlTextReaderIsEmptyElement (reader);

  if (spz_xml_reader_is (reader, "tasks"))
    self->in_tasks = !empty;
  else if (self->in_tasks && spz_xml_reader_is (reader, "task"))
    return take_task (self, reader, error);
  else if (self->in_tasks && spz_xml_reader_is (reader, "depend"))
    take_link (self, reader);
  else if (self->in_tasks && spz_xml_reader_is (reader, "notes"))
    self->in_notes = !empty;
  else if (spz_xml_reader_is (reader, "default-week"))
    take_week (self, reader);
  else if (spz_xml_reader_is (reader, "only-show-weekends"))
    {
      g_autofree char *value = spz_xml_reader_get (reader, "value");

      self->works_always = g_str_equal (value, "true");
    }
  else if (spz_xml_reader_is (reader, "date"))
    take_date (self, reader);
  else if (spz_xml_reader_is (reader, "resource"))
    g_hash_table_insert (self->resources, spz_xml_reader_get (reader, "id"), spz_xml_reader_get (reader, "name"));
  else if (spz_xml_reader_is (reader, "allocation"))
    take_allocation (self, reader);
  else if (spz_xml_reader_is (reader, "previous-tasks"))
    self->n_baselines++;

  return TRUE;
}

static void
take_end (Reader     *self,
          const char *name)
{
  if (g_str_equal (name, "tasks"))
    self->in_tasks = FALSE;
  else if (self->in_tasks && g_str_equal (name, "task") && self->level > 0)
    self->level--;
  else if (self->in_notes && g_str_equal (name, "notes"))
    take_notes (self);
}

static gboolean
read_all (Reader            *self,
          xmlTextReaderPtr   reader,
          char             **message,
          GError           **error)
{
  g_autoptr (GError) failure = NULL;

  while (spz_xml_reader_next (reader, message, &failure))
    switch (xmlTextReaderNodeType (reader))
      {
      case XML_READER_TYPE_ELEMENT:
        if (!take_element (self, reader, error))
          return FALSE;
        break;

      case XML_READER_TYPE_END_ELEMENT:
        take_end (self, (const char *) xmlTextReaderConstLocalName (reader));
        break;

      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
        if (self->in_notes)
          g_string_append (self->note, (const char *) xmlTextReaderConstValue (reader));
        break;

      default:
        break;
      }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

/**
 * spz_project_read_gantt:
 * @self: a project to fill
 * @reader: stands at the root element
 * @message: what spz_xml_reader_new() was given
 * @error: return location for an #SPZ_ERROR that names the line
 *
 * Reads a plan of GanttProject.
 *
 * Returns: whether it was read
 */
gboolean
spz_project_read_gantt (SpzProject        *self,
                        xmlTextReaderPtr   reader,
                        char             **message,
                        GError           **error)
{
  Reader state = { self, .weekend = { [5] = TRUE, [6] = TRUE } };
  gboolean done;

  self->program = "ganttproject";
  self->name = spz_xml_reader_get (reader, "name");
  state.note = g_string_new (NULL);
  state.special = g_hash_table_new (NULL, NULL);
  state.resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  done = read_all (&state, reader, message, error);
  if (done)
    {
      set_ends (&state);
      if (state.n_baselines > 0)
        spz_import_add_message (self->import, 0,
                                _("The baseline was left out. Freeze a version of the plan to compare with it later."));
    }

  g_hash_table_unref (state.resources);
  g_hash_table_unref (state.special);
  g_string_free (state.note, TRUE);

  return done;
}
