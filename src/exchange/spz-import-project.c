/* spz-import-project.c: a project's tasks as measures, phases and milestones
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-project-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spz-error.h"
#include "spz-import-meetings-private.h"
#include "spz-text.h"

/* Of a tree of tasks the plan has three levels: action fields, measures and
 * their phases. A task below which there is nothing is a phase (or a
 * milestone) of the measure it stands below; the topmost tasks are action
 * fields where there are measures below them; what is between is a part of the
 * measure's title. */

/* A person reads so many, and not one for each of thousands of tasks */
#define MAX_REMARKS 200

typedef struct
{
  char               *predecessor;
  char               *successor;
  SpzProjectLinkType  type;
  double              days;
  guint               line;
} Link;

/* The project while it is being read */

static void
link_clear (Link *link)
{
  g_free (link->predecessor);
  g_free (link->successor);
}

static void
task_free (SpzProjectTask *task)
{
  g_free (task->id);
  g_free (task->title);
  g_free (task->note);
  g_free (task->responsible);
  g_clear_pointer (&task->people, g_ptr_array_unref);
  g_free (task);
}

static void
project_init (SpzProject *self,
              SpzImport  *import)
{
  *self = (SpzProject) { import };
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) task_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (self->links, (GDestroyNotify) link_clear);
}

static void
project_clear (SpzProject *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpzProject, project_clear)

/**
 * spz_project_remark:
 * @self: a project
 * @line: the line in the source, from 1, or 0
 * @format: what a person may want to check
 * @...: what goes into it
 *
 * Adds a message, unless there are more than anybody reads: those are counted.
 */
void
spz_project_remark (SpzProject *self,
                    guint       line,
                    const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (self->n_remarks++ >= MAX_REMARKS)
    return;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  spz_import_add_message (self->import, line, "%s", text);
}

/**
 * spz_project_parse_day:
 * @text: (nullable): "2021-07-01", a time may follow
 *
 * Returns: the day, or %SPZ_DATE_NONE if there is none, or none of our times
 */
SpzDate
spz_project_parse_day (const char *text)
{
  g_autofree char *day = text != NULL ? g_strndup (text, strlen ("2021-07-01")) : NULL;
  SpzDate date = day != NULL ? spz_date_parse_iso (day) : SPZ_DATE_NONE;
  int year;

  spz_date_get (date, &year, NULL, NULL);

  return year >= SPZ_PROJECT_FIRST_YEAR && year <= SPZ_PROJECT_LAST_YEAR ? date : SPZ_DATE_NONE;
}

static char *
make_title (const char *text)
{
  g_autofree char *limited = spz_import_dup_limited (text != NULL ? text : "", SPZ_IMPORT_MAX_TITLE);

  return spz_text_squeeze (limited);
}

/**
 * spz_project_add_task:
 * @self: a project
 * @id: (nullable): how its file knows the task
 * @title: (nullable): what is done
 * @level: how deep it stands, from 1
 * @line: where it begins, from 1
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: (transfer none): the task, or %NULL if there are too many
 */
SpzProjectTask *
spz_project_add_task (SpzProject  *self,
                      const char  *id,
                      const char  *title,
                      guint        level,
                      guint        line,
                      GError     **error)
{
  SpzProjectTask *task;

  if (self->tasks->len >= SPZ_PROJECT_MAX_TASKS)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: there are more than %u tasks. Please export a part of the plan."),
                   line, (guint) SPZ_PROJECT_MAX_TASKS);
      return NULL;
    }

  task = g_new0 (SpzProjectTask, 1);
  task->id = spz_import_dup_limited (id != NULL ? id : "", 80);
  task->title = make_title (title);
  task->level = MAX (level, 1);
  task->progress = -1;
  task->line = line;
  if (*task->title == '\0')
    {
      g_free (task->title);
      task->title = g_strdup (_("Unnamed task"));
      spz_project_remark (self, line, _("This task has no name."));
    }
  if (*task->id != '\0' && !g_hash_table_insert (self->by_id, task->id, task))
    {
      /* Of two with one identifier none can be known by it again */
      spz_project_remark (self, line, _("“%s” has the same number as another task. It is known by its name only."),
                          task->title);
      *task->id = '\0';
    }
  g_ptr_array_add (self->tasks, task);

  return task;
}

/**
 * spz_project_task_add_person:
 * @task: a task
 * @name: who works on it
 * @responsible: whether this one is responsible for it
 */
void
spz_project_task_add_person (SpzProjectTask *task,
                             const char     *name,
                             gboolean        responsible)
{
  char *title = make_title (name);

  if (task->people == NULL)
    task->people = g_ptr_array_new_with_free_func (g_free);
  if (responsible && task->responsible == NULL)
    task->responsible = g_strdup (title);
  g_ptr_array_add (task->people, title);
}

/**
 * spz_project_add_link:
 * @self: a project
 * @predecessor: the identifier of the task that comes first
 * @successor: that of the one which waits for it
 * @type: what waits for what
 * @days: how many days are between
 * @line: where it stands, from 1
 */
void
spz_project_add_link (SpzProject         *self,
                      const char         *predecessor,
                      const char         *successor,
                      SpzProjectLinkType  type,
                      double              days,
                      guint               line)
{
  Link link = { g_strdup (predecessor), g_strdup (successor), type, days, line };

  g_array_append_val (self->links, link);
}

/* Making a plan of it */

/* The task that stands above, and those above that */
typedef struct
{
  SpzProject *project;
  GPtrArray  *above;      /* SpzProjectTask, the topmost first */
  GHashTable *grouping;   /* topmost tasks that are action fields */
  char       *source;     /* what all identifiers begin with */
} Planner;

static SpzProjectTask *
get_task (SpzProject *self,
          guint       index)
{
  return index < self->tasks->len ? g_ptr_array_index (self->tasks, index) : NULL;
}

static gboolean
is_summary (SpzProject *self,
            guint       index)
{
  SpzProjectTask *task = get_task (self, index);
  SpzProjectTask *next = get_task (self, index + 1);

  return next != NULL && next->level > task->level;
}

/* So that a task that stands alone on top stays a measure */
static void
find_groups (Planner *self)
{
  SpzProjectTask *top = NULL;
  guint level = 0;

  for (guint i = 0; i < self->project->tasks->len; i++)
    {
      SpzProjectTask *task = get_task (self->project, i);

      if (top == NULL || task->level <= level)
        {
          top = task;
          level = task->level;
        }
      else if (is_summary (self->project, i))
        g_hash_table_add (self->grouping, top);
    }
}

/* Identifiers are unique within a project; its name, which is nobody's
 * business, is not to be read from them. */
static char *
make_source (SpzProject *project)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                                        project->name != NULL ? project->name : "", -1);

  return g_strdup_printf ("%s/%.16s/", project->program, sum);
}

static char *
make_uid (Planner              *self,
          const SpzProjectTask *task,
          const char           *what)
{
  return *task->id != '\0' ? g_strconcat (self->source, task->id, what, NULL) : g_strdup ("");
}

static void
replace (char **text,
         char  *other)
{
  g_free (*text);
  *text = other;
}

static char *
make_note (const SpzProjectTask *task)
{
  g_autoptr (GString) note = g_string_new (task->note);

  if (task->people != NULL)
    {
      g_autofree char *people = NULL;

      g_ptr_array_add (task->people, NULL);
      people = g_strjoinv (", ", (char **) task->people->pdata);
      g_ptr_array_remove_index (task->people, task->people->len - 1);
      if (note->len > 0)
        g_string_append_c (note, '\n');
      /* Translators: %s is a list of people who work on a task */
      g_string_append_printf (note, _("Involved: %s"), people);
    }

  return g_string_free (g_steal_pointer (&note), FALSE);
}

/* "Portal / Formulare" of the tasks below the action field */
static char *
make_measure_title (Planner              *self,
                    const SpzProjectTask *task)
{
  g_autoptr (GString) title = g_string_new (NULL);

  if (self->above->len == 0)
    return g_strdup (task->title);

  for (guint i = self->above->len == 1 ? 0 : 1; i < self->above->len; i++)
    {
      if (title->len > 0)
        g_string_append (title, " / ");
      g_string_append (title, ((SpzProjectTask *) g_ptr_array_index (self->above, i))->title);
    }

  return g_string_free (g_steal_pointer (&title), FALSE);
}

static const char *
get_field (Planner *self)
{
  SpzProjectTask *top = self->above->len > 0 ? g_ptr_array_index (self->above, 0) : NULL;

  return top != NULL && g_hash_table_contains (self->grouping, top) ? top->title : "";
}

static void
add_phase (Planner        *self,
           SpzProjectTask *task)
{
  SpzProjectTask *parent = self->above->len > 0 ? g_ptr_array_index (self->above, self->above->len - 1) : task;
  g_autofree char *measure = make_measure_title (self, task);
  SpzImportPhase *phase;

  if (task->start == SPZ_DATE_NONE || task->end < task->start)
    {
      spz_project_remark (self->project, task->line,
                          _("“%s” has no dates between %d and %d and was left out."), task->title,
                          SPZ_PROJECT_FIRST_YEAR, SPZ_PROJECT_LAST_YEAR);
      return;
    }

  phase = spz_import_add_phase (self->project->import, measure, task->title, task->line);
  phase->start = task->start;
  phase->end = task->end;
  phase->precision = SPZ_PRECISION_DAY;
  phase->certainty = spz_import_guess_certainty (task->title);
  phase->progress = task->progress;
  replace (&phase->uid, make_uid (self, task, ""));
  replace (&phase->measure_uid, make_uid (self, parent, ""));
  replace (&phase->field, g_strdup (get_field (self)));
  replace (&phase->note, make_note (task));
  replace (&phase->role, g_strdup (task->responsible != NULL ? task->responsible : ""));
  task->phase = phase;
}

static SpzImportMilestone *
add_milestone (Planner              *self,
               const SpzProjectTask *task,
               SpzDate               date,
               const char           *what)
{
  SpzImportMilestone *milestone = spz_import_add_milestone (self->project->import, task->title, task->line);

  milestone->date = date;
  milestone->precision = SPZ_PRECISION_DAY;
  milestone->kind = spz_import_guess_milestone_kind (task->title);
  replace (&milestone->uid, make_uid (self, task, what));
  if (self->above->len > 0)
    {
      SpzProjectTask *parent = g_ptr_array_index (self->above, self->above->len - 1);

      replace (&milestone->measure, make_measure_title (self, task));
      replace (&milestone->measure_uid, make_uid (self, parent, ""));
      replace (&milestone->field, g_strdup (get_field (self)));
    }

  return milestone;
}

static void
add_summary (Planner        *self,
             SpzProjectTask *task)
{
  if (task->note != NULL && *task->note != '\0')
    {
      g_autofree char *shown = spz_text_ellipsize (task->note, 80);

      spz_project_remark (self->project, task->line,
                          /* Translators: a group of tasks, and what is noted about it */
                          _("The note of “%s” has no place in the plan: %s"), task->title, shown);
    }
  g_ptr_array_add (self->above, task);
}

static void
add_task (Planner *self,
          guint    index)
{
  SpzProjectTask *task = get_task (self->project, index);

  while (self->above->len > 0 &&
         ((SpzProjectTask *) g_ptr_array_index (self->above, self->above->len - 1))->level >= task->level)
    g_ptr_array_set_size (self->above, (int) self->above->len - 1);

  if (is_summary (self->project, index))
    add_summary (self, task);
  else if (!task->milestone)
    add_phase (self, task);
  else if (task->start != SPZ_DATE_NONE)
    replace (&add_milestone (self, task, task->start, "")->note, make_note (task));
  else
    spz_project_remark (self->project, task->line,
                        _("“%s” has no dates between %d and %d and was left out."), task->title,
                        SPZ_PROJECT_FIRST_YEAR, SPZ_PROJECT_LAST_YEAR);

  if (task->deadline != SPZ_DATE_NONE)
    add_milestone (self, task, task->deadline, "/deadline")->kind = SPZ_MILESTONE_DEADLINE;
}

/* Links */

/* What waits for a phase, as a list of the links that were taken */
typedef struct
{
  SpzProjectTask *task;
  GPtrArray      *links;
  guint           next;
} Step;

static void
enter (GArray         *path,
       GHashTable     *followers,
       GHashTable     *open,
       SpzProjectTask *task)
{
  Step step = { task, g_hash_table_lookup (followers, task), 0 };

  g_hash_table_insert (open, task, GINT_TO_POINTER (TRUE));
  g_array_append_val (path, step);
}

/* Depth first, with a path of its own: a link back to what is still open closes
 * a circle, and is cut. */
static void
take_links_from (SpzProject     *self,
                 Planner        *planner,
                 GHashTable     *followers,
                 GHashTable     *open,
                 SpzProjectTask *first)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (Step));

  if (g_hash_table_contains (open, first))
    return;

  enter (path, followers, open, first);
  while (path->len > 0)
    {
      Step *step = &g_array_index (path, Step, path->len - 1);
      const Link *link = step->links != NULL && step->next < step->links->len
                           ? g_ptr_array_index (step->links, step->next) : NULL;
      SpzProjectTask *follower;

      if (link == NULL)
        {
          g_hash_table_insert (open, step->task, GINT_TO_POINTER (FALSE));
          g_array_set_size (path, path->len - 1);
          continue;
        }

      step->next++;
      follower = g_hash_table_lookup (self->by_id, link->successor);
      if (g_hash_table_lookup (open, follower) == GINT_TO_POINTER (TRUE))
        {
          spz_project_remark (self, link->line,
                              /* Translators: two tasks */
                              _("“%1$s” waits for “%2$s”, which waits for it. The dependency was left out."),
                              follower->title, step->task->title);
          continue;
        }

      spz_import_add_link (self->import, step->task->phase->uid, follower->phase->uid, link->line);
      if (!g_hash_table_contains (open, follower))
        enter (path, followers, open, follower);
    }
}

/* Whether the plan can have it; says so if not */
static gboolean
check_link (SpzProject *self,
            const Link *link)
{
  const SpzProjectTask *before = g_hash_table_lookup (self->by_id, link->predecessor);
  const SpzProjectTask *after = g_hash_table_lookup (self->by_id, link->successor);

  if (before == NULL || after == NULL)
    {
      spz_project_remark (self, link->line,
                          _("“%s” is linked to a task that isn’t in the file. The dependency was left out."),
                          after != NULL ? after->title : before != NULL ? before->title : link->successor);
      return FALSE;
    }
  if (before->phase == NULL || after->phase == NULL)
    {
      spz_project_remark (self, link->line,
                          /* Translators: two tasks */
                          _("“%1$s” waits for “%2$s”. Only phases wait for each other here; the dependency was left out."),
                          after->title, before->title);
      return FALSE;
    }
  if (link->type != SPZ_PROJECT_FINISH_START)
    {
      spz_project_remark (self, link->line,
                          /* Translators: two tasks */
                          _("“%1$s” depends on “%2$s”, but not on its end. Only that can be entered here; the dependency was left out."),
                          after->title, before->title);
      return FALSE;
    }
  if (fabs (link->days) >= 0.5 && fabs (link->days) < 1e6)
    spz_project_remark (self, link->line,
                        /* Translators: two tasks, and a number of days, may be negative */
                        _("“%1$s” waits for “%2$s”. The distance of %3$d days was left out."),
                        after->title, before->title, (int) round (link->days));

  return TRUE;
}

static void
add_links (Planner *planner)
{
  SpzProject *self = planner->project;
  g_autoptr (GHashTable) followers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = &g_array_index (self->links, Link, i);
      SpzProjectTask *before = g_hash_table_lookup (self->by_id, link->predecessor);
      GPtrArray *links = before != NULL ? g_hash_table_lookup (followers, before) : NULL;

      if (!check_link (self, link))
        continue;
      if (links == NULL)
        {
          links = g_ptr_array_new ();
          g_hash_table_insert (followers, before, links);
        }
      g_ptr_array_add (links, link);
    }

  for (guint i = 0; i < self->tasks->len; i++)
    take_links_from (self, planner, followers, open, get_task (self, i));
}

/**
 * spz_project_make_plan:
 * @self: a project that was read
 *
 * Makes measures, phases, milestones and dependencies of its tasks.
 */
void
spz_project_make_plan (SpzProject *self)
{
  g_autoptr (GPtrArray) above = g_ptr_array_new ();
  g_autoptr (GHashTable) grouping = g_hash_table_new (NULL, NULL);
  g_autofree char *source = make_source (self);
  Planner planner = { self, above, grouping, source };

  find_groups (&planner);
  for (guint i = 0; i < self->tasks->len; i++)
    add_task (&planner, i);
  add_links (&planner);

  if (self->n_remarks > MAX_REMARKS)
    {
      guint n = self->n_remarks - MAX_REMARKS;

      spz_import_add_message (self->import, 0, ngettext ("There is %u remark more.", "There are %u remarks more.", n), n);
    }
}

/**
 * spz_import_read_project:
 * @import: the result
 * @text: XML, as UTF-8 whatever it says of itself
 * @error: return location for an #SPZ_ERROR
 *
 * Reads a plan of Microsoft Project (as XML), ProjectLibre or GanttProject.
 *
 * Returns: whether it was read
 */
gboolean
spz_import_read_project (SpzImport   *import,
                         const char  *text,
                         GError     **error)
{
  g_auto (SpzProject) project = { NULL };
  g_autofree char *message = NULL;
  xmlTextReaderPtr reader;
  gboolean done = FALSE;

  if (!spz_xml_check (text, error))
    return FALSE;

  reader = spz_xml_reader_new (text, &message);
  project_init (&project, import);
  while (spz_xml_reader_next (reader, &message, error))
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      break;

  if (spz_xml_reader_is (reader, "Project"))
    done = spz_project_read_mspdi (&project, reader, &message, error);
  else if (spz_xml_reader_is (reader, "project"))
    done = spz_project_read_gantt (&project, reader, &message, error);
  else if (error == NULL || *error == NULL)
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                         _("This XML is no plan. Plans are read from Microsoft Project (saved as XML) and GanttProject (.gan)."));
  xmlFreeTextReader (reader);

  if (!done)
    return FALSE;
  if (project.tasks->len == 0)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("There are no tasks in this plan."));
      return FALSE;
    }

  import->kind = SPZ_IMPORT_TIMELINE;
  spz_project_make_plan (&project);

  return TRUE;
}
