/* spz-import-mspdi.c: plans of Microsoft Project and ProjectLibre
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-project-private.h"

#include <glib/gi18n-lib.h>

#include "spz-import-meetings-private.h"
#include "spz-package-reader.h"

/* Microsoft Project Data Interchange: what Project writes when a plan is saved
 * as XML, and ProjectLibre too. See "Project XML Data Interchange Schema
 * Reference" at learn.microsoft.com (Task, PredecessorLink, Assignment). */

/* Of somebody who is not known yet */
#define NOBODY "-65535"

#define DEFAULT_MINUTES 480

typedef struct
{
  SpzProject *project;
  GHashTable *resources;  /* names by their UID */
  GPtrArray  *assigned;   /* pairs of a task's and a resource's UID */
  char       *guid;
  char       *title;
  char       *file;
  double      minutes;    /* of a working day */
  guint       n_inactive;
  guint       n_baselines;
} Reader;

/* Members of an element */

static char *
get_text (xmlNodePtr node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = g_strdup (content != NULL ? (const char *) content : "");

  if (content != NULL)
    xmlFree (content);

  return text;
}

static char *
get_member (xmlNodePtr  node,
            const char *name)
{
  xmlNodePtr child = spz_xml_child (node, name);
  char *text = child != NULL ? get_text (child) : g_strdup ("");

  return g_strstrip (text);
}

static gboolean
get_flag (xmlNodePtr  node,
          const char *name)
{
  g_autofree char *text = get_member (node, name);

  return g_str_equal (text, "1") || g_ascii_strcasecmp (text, "true") == 0;
}

static gint64
get_number (xmlNodePtr  node,
            const char *name,
            gint64      otherwise)
{
  g_autofree char *text = get_member (node, name);
  gint64 number;

  return g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL) ? number : otherwise;
}

/* What ends at midnight has ended the day before. */
static SpzDate
get_end (xmlNodePtr node,
         SpzDate    start)
{
  g_autofree char *text = get_member (node, "Finish");
  SpzDate end = spz_project_parse_day (text);

  return end > start && g_str_has_suffix (text, "T00:00:00") ? end - 1 : end;
}

static SpzDate
get_day (xmlNodePtr  node,
         const char *name)
{
  g_autofree char *text = get_member (node, name);

  return spz_project_parse_day (text);
}

/* Tasks */

static void
add_links (Reader     *self,
           xmlNodePtr  node,
           const char *id,
           guint       line)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (spz_xml_is (child, "PredecessorLink"))
      {
        g_autofree char *predecessor = get_member (child, "PredecessorUID");
        gint64 type = get_number (child, "Type", SPZ_PROJECT_FINISH_START);
        double lag = (double) get_number (child, "LinkLag", 0) / 10;

        spz_project_add_link (self->project, predecessor, id,
                              type >= SPZ_PROJECT_FINISH_FINISH && type <= SPZ_PROJECT_START_START
                                ? (SpzProjectLinkType) type : SPZ_PROJECT_FINISH_START,
                              lag / self->minutes, line);
      }
}

static gboolean
add_task (Reader      *self,
          xmlNodePtr   node,
          guint        line,
          GError     **error)
{
  g_autofree char *id = get_member (node, "UID");
  g_autofree char *title = get_member (node, "Name");
  gint64 level = get_number (node, "OutlineLevel", 1);
  SpzProjectTask *task;

  /* An empty line, a task of another project's plan, or the summary of all */
  if (get_flag (node, "IsNull") || get_flag (node, "ExternalTask") || level == 0 ||
      (g_str_equal (id, "0") && spz_xml_child (node, "OutlineLevel") == NULL))
    return TRUE;
  if (spz_xml_child (node, "Active") != NULL && !get_flag (node, "Active"))
    {
      self->n_inactive++;
      return TRUE;
    }

  task = spz_project_add_task (self->project, id, title, (guint) CLAMP (level, 1, 1000), line, error);
  if (task == NULL)
    return FALSE;

  task->milestone = get_flag (node, "Milestone");
  task->start = get_day (node, "Start");
  task->end = get_end (node, task->start);
  task->deadline = get_day (node, "Deadline");
  task->progress = (int) CLAMP (get_number (node, "PercentComplete", 0), 0, 100);
  if (spz_xml_child (node, "Notes") != NULL)
    {
      g_autofree char *note = get_member (node, "Notes");

      task->note = spz_import_dup_limited (note, SPZ_IMPORT_MAX_NOTE);
    }
  self->n_baselines += spz_xml_child (node, "Baseline") != NULL;
  add_links (self, node, id, line);

  return TRUE;
}

/* People */

static void
add_resource (Reader     *self,
              xmlNodePtr  node)
{
  char *id = get_member (node, "UID");
  char *name = get_member (node, "Name");

  if (*id != '\0' && *name != '\0')
    g_hash_table_insert (self->resources, id, name);
  else
    {
      g_free (id);
      g_free (name);
    }
}

static void
add_assignment (Reader     *self,
                xmlNodePtr  node)
{
  g_ptr_array_add (self->assigned, get_member (node, "TaskUID"));
  g_ptr_array_add (self->assigned, get_member (node, "ResourceUID"));
}

/* Nobody of those assigned is more responsible than another; somebody alone is. */
static void
assign (Reader *self)
{
  for (guint i = 0; i + 1 < self->assigned->len; i += 2)
    {
      const char *id = g_ptr_array_index (self->assigned, i + 1);
      SpzProjectTask *task = g_hash_table_lookup (self->project->by_id, g_ptr_array_index (self->assigned, i));
      const char *name = g_str_equal (id, NOBODY) ? NULL : g_hash_table_lookup (self->resources, id);

      if (task == NULL || name == NULL || (task->people != NULL && task->people->len >= 100))
        continue;
      spz_project_task_add_person (task, name, task->people == NULL);
      if (task->people->len > 1)
        g_clear_pointer (&task->responsible, g_free);
    }
}

/* The file */

static gboolean
take_element (Reader            *self,
              xmlTextReaderPtr   reader,
              const char        *group,
              GError           **error)
{
  guint line = spz_xml_reader_get_line (reader);
  xmlNodePtr node = xmlTextReaderExpand (reader);

  /* The next step says what is wrong with it */
  if (node == NULL)
    return TRUE;

  if (g_str_equal (group, "Tasks") && spz_xml_reader_is (reader, "Task"))
    return add_task (self, node, line, error);
  if (g_str_equal (group, "Resources") && spz_xml_reader_is (reader, "Resource"))
    add_resource (self, node);
  else if (g_str_equal (group, "Assignments") && spz_xml_reader_is (reader, "Assignment"))
    add_assignment (self, node);

  return TRUE;
}

static void
take_head (Reader           *self,
           xmlTextReaderPtr  reader)
{
  char **place = spz_xml_reader_is (reader, "GUID") ? &self->guid
               : spz_xml_reader_is (reader, "Title") ? &self->title
               : spz_xml_reader_is (reader, "Name") ? &self->file
                                                    : NULL;
  xmlNodePtr node;

  if (place == NULL && !spz_xml_reader_is (reader, "MinutesPerDay"))
    return;

  node = xmlTextReaderExpand (reader);
  if (node != NULL && place != NULL && *place == NULL)
    *place = g_strstrip (get_text (node));
  else if (node != NULL && place == NULL)
    {
      g_autofree char *text = get_text (node);

      self->minutes = CLAMP (g_ascii_strtod (text, NULL), 1, 1440);
    }
}

static gboolean
read_all (Reader            *self,
          xmlTextReaderPtr   reader,
          char             **message,
          GError           **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *group = g_strdup ("");

  while (spz_xml_reader_next (reader, message, &failure))
    {
      if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT)
        continue;

      if (xmlTextReaderDepth (reader) == 1)
        {
          g_free (group);
          group = g_strdup ((const char *) xmlTextReaderConstLocalName (reader));
          take_head (self, reader);
        }
      else if (xmlTextReaderDepth (reader) == 2 && !take_element (self, reader, group, error))
        return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

static void
report (Reader *self)
{
  if (self->n_inactive > 0)
    spz_import_add_message (self->project->import, 0,
                            ngettext ("%u inactive task was left out.", "%u inactive tasks were left out.",
                                      self->n_inactive), self->n_inactive);
  if (self->n_baselines > 0)
    spz_import_add_message (self->project->import, 0,
                            _("The baseline was left out. Freeze a version of the plan to compare with it later."));
}

/**
 * spz_project_read_mspdi:
 * @self: a project to fill
 * @reader: stands at the root element
 * @message: what spz_xml_reader_new() was given
 * @error: return location for an #SPZ_ERROR that names the line
 *
 * Reads a plan that Microsoft Project saved as XML.
 *
 * Returns: whether it was read
 */
gboolean
spz_project_read_mspdi (SpzProject        *self,
                        xmlTextReaderPtr   reader,
                        char             **message,
                        GError           **error)
{
  Reader state = { self, .minutes = DEFAULT_MINUTES };
  gboolean done;

  self->program = "msproject";
  state.resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  state.assigned = g_ptr_array_new_with_free_func (g_free);

  done = read_all (&state, reader, message, error);
  if (done)
    {
      assign (&state);
      report (&state);
      /* The file's name may change from one export to the next */
      self->name = g_strdup (state.guid != NULL && *state.guid != '\0' ? state.guid
                             : state.title != NULL && *state.title != '\0' ? state.title : state.file);
    }

  g_ptr_array_unref (state.assigned);
  g_hash_table_unref (state.resources);
  g_free (state.guid);
  g_free (state.title);
  g_free (state.file);

  return done;
}
