/* spz-import-mspdi.c: plans of Microsoft Project and ProjectLibre
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-project-private.h"

#include <glib/gi18n-lib.h>

#include "spz-import-meetings-private.h"

/* Microsoft Project Data Interchange: what Project writes when a plan is saved
 * as XML, and ProjectLibre too. See "Project XML Data Interchange Schema
 * Reference" at learn.microsoft.com (Task, PredecessorLink, Assignment). */

/* Of somebody who is not known yet */
#define NOBODY "-65535"

#define DEFAULT_MINUTES 480

/* More than any member of a task has, and less than would matter */
#define MAX_TEXT (256 * 1024)

/* The members of elements that are read; of those by the hundred that a task
 * has, the others are never kept. */
typedef enum
{
  UID, NAME, OUTLINE_LEVEL, IS_NULL, EXTERNAL, ACTIVE, MILESTONE, START, FINISH, DEADLINE, PROGRESS, NOTES, BASELINE,
  TASK_UID, RESOURCE_UID, PREDECESSOR_UID, LINK_TYPE, LINK_LAG, GUID, TITLE, MINUTES_PER_DAY,
  N_MEMBERS
} Member;

static const char *const member_names[N_MEMBERS] = {
  "UID", "Name", "OutlineLevel", "IsNull", "ExternalTask", "Active", "Milestone", "Start", "Finish", "Deadline",
  "PercentComplete", "Notes", "Baseline", "TaskUID", "ResourceUID", "PredecessorUID", "Type", "LinkLag", "GUID",
  "Title", "MinutesPerDay",
};

/* An element while it is read: the texts of its members, where there are any */
typedef struct
{
  GString *texts[N_MEMBERS];
  gboolean present[N_MEMBERS];
} Record;

typedef struct
{
  char               *predecessor;
  SpzProjectLinkType  type;
  double              lag;    /* in minutes */
} Link;

typedef struct
{
  SpzProject *project;
  GHashTable *resources;  /* names by their UID */
  GPtrArray  *assigned;   /* pairs of a task's and a resource's UID */
  GArray     *links;      /* of the task being read */
  Record      project_record;
  Record      element;
  Record      link;
  Record     *record;     /* the one whose member is read */
  int         member;     /* or -1 */
  guint       line;
  double      minutes;    /* of a working day */
  guint       n_inactive;
  guint       n_baselines;
} Reader;

/* Members of an element */

static void
record_init (Record *self)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    self->texts[i] = g_string_new (NULL);
}

static void
record_clear (Record *self)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    g_string_free (self->texts[i], TRUE);
}

static void
record_reset (Record *self)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_string_truncate (self->texts[i], 0);
      self->present[i] = FALSE;
    }
}

static char *
get_member (Record *self,
            Member  member)
{
  return g_strstrip (g_strdup (self->texts[member]->str));
}

static gboolean
get_flag (Record *self,
          Member  member)
{
  g_autofree char *text = get_member (self, member);

  return g_str_equal (text, "1") || g_ascii_strcasecmp (text, "true") == 0;
}

static gint64
get_number (Record *self,
            Member  member,
            gint64  otherwise)
{
  g_autofree char *text = get_member (self, member);
  gint64 number;

  return g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL) ? number : otherwise;
}

static SpzDate
get_day (Record *self,
         Member  member)
{
  g_autofree char *text = get_member (self, member);

  return spz_project_parse_day (text);
}

/* What ends at midnight has ended the day before. */
static SpzDate
get_end (Record  *self,
         SpzDate  start)
{
  g_autofree char *text = get_member (self, FINISH);
  SpzDate end = spz_project_parse_day (text);

  return end > start && g_str_has_suffix (text, "T00:00:00") ? end - 1 : end;
}

/* Tasks */

static void
link_clear (Link *link)
{
  g_free (link->predecessor);
}

static void
take_link (Reader *self)
{
  gint64 type = get_number (&self->link, LINK_TYPE, SPZ_PROJECT_FINISH_START);
  Link link = {
    get_member (&self->link, PREDECESSOR_UID),
    type >= SPZ_PROJECT_FINISH_FINISH && type <= SPZ_PROJECT_START_START ? (SpzProjectLinkType) type
                                                                         : SPZ_PROJECT_FINISH_START,
    (double) get_number (&self->link, LINK_LAG, 0) / 10,
  };

  g_array_append_val (self->links, link);
}

static void
add_links (Reader     *self,
           const char *id)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      spz_project_add_link (self->project, link->predecessor, id, link->type, link->lag / self->minutes, self->line);
    }
}

static gboolean
take_task (Reader  *self,
           GError **error)
{
  Record *record = &self->element;
  g_autofree char *id = get_member (record, UID);
  g_autofree char *title = get_member (record, NAME);
  gint64 level = get_number (record, OUTLINE_LEVEL, 1);
  SpzProjectTask *task;

  /* An empty line, a task of another project's plan, or the summary of all */
  if (get_flag (record, IS_NULL) || get_flag (record, EXTERNAL) || level == 0 ||
      (g_str_equal (id, "0") && !record->present[OUTLINE_LEVEL]))
    return TRUE;
  if (record->present[ACTIVE] && !get_flag (record, ACTIVE))
    {
      self->n_inactive++;
      return TRUE;
    }

  task = spz_project_add_task (self->project, id, title, (guint) CLAMP (level, 1, 1000), self->line, error);
  if (task == NULL)
    return FALSE;

  task->milestone = get_flag (record, MILESTONE);
  task->start = get_day (record, START);
  task->end = get_end (record, task->start);
  task->deadline = get_day (record, DEADLINE);
  task->progress = (int) CLAMP (get_number (record, PROGRESS, 0), 0, 100);
  if (record->present[NOTES])
    task->note = spz_import_dup_limited (record->texts[NOTES]->str, SPZ_IMPORT_MAX_NOTE);
  self->n_baselines += record->present[BASELINE];
  add_links (self, id);

  return TRUE;
}

/* People */

static void
take_resource (Reader *self)
{
  g_autofree char *id = get_member (&self->element, UID);
  g_autofree char *name = get_member (&self->element, NAME);

  if (*id != '\0' && *name != '\0')
    g_hash_table_insert (self->resources, g_steal_pointer (&id), g_steal_pointer (&name));
}

static void
take_assignment (Reader *self)
{
  g_ptr_array_add (self->assigned, get_member (&self->element, TASK_UID));
  g_ptr_array_add (self->assigned, get_member (&self->element, RESOURCE_UID));
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

/* The file: members of the project at depth 1, of its tasks, resources and
 * assignments at depth 3, of a task's links at depth 4 */

static void
begin_member (Reader     *self,
              Record     *record,
              const char *name)
{
  self->record = record;
  self->member = -1;
  for (guint i = 0; i < N_MEMBERS && self->member < 0; i++)
    if (g_str_equal (member_names[i], name) && !record->present[i])
      {
        record->present[i] = TRUE;
        self->member = (int) i;
      }
}

static void
begin_element (Reader           *self,
               xmlTextReaderPtr  reader,
               const char       *name,
               int               depth)
{
  self->member = -1;
  if (depth == 1)
    begin_member (self, &self->project_record, name);
  else if (depth == 2)
    {
      record_reset (&self->element);
      g_array_set_size (self->links, 0);
      self->line = spz_xml_reader_get_line (reader);
    }
  else if (depth == 3 && g_str_equal (name, "PredecessorLink"))
    {
      record_reset (&self->link);
      self->record = &self->link;
    }
  else if (depth == 3)
    begin_member (self, &self->element, name);
  else if (depth == 4 && self->record == &self->link)
    begin_member (self, &self->link, name);
}

static gboolean
end_element (Reader      *self,
             const char  *name,
             int          depth,
             GError     **error)
{
  self->member = -1;
  if (depth == 3 && self->record == &self->link)
    {
      take_link (self);
      self->record = NULL;
    }
  else if (depth == 2 && g_str_equal (name, "Task"))
    return take_task (self, error);
  else if (depth == 2 && g_str_equal (name, "Resource"))
    take_resource (self);
  else if (depth == 2 && g_str_equal (name, "Assignment"))
    take_assignment (self);

  return TRUE;
}

static void
take_text (Reader     *self,
           const char *text)
{
  GString *place = self->member >= 0 ? self->record->texts[self->member] : NULL;

  if (place != NULL && place->len < MAX_TEXT)
    g_string_append (place, text);
}

static gboolean
take_node (Reader            *self,
           xmlTextReaderPtr   reader,
           GError           **error)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);
  int depth = xmlTextReaderDepth (reader);

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT:
      begin_element (self, reader, name, depth);
      return !xmlTextReaderIsEmptyElement (reader) || end_element (self, name, depth, error);

    case XML_READER_TYPE_END_ELEMENT:
      return end_element (self, name, depth, error);

    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
      take_text (self, (const char *) xmlTextReaderConstValue (reader));
      return TRUE;

    default:
      return TRUE;
    }
}

static gboolean
read_all (Reader            *self,
          xmlTextReaderPtr   reader,
          char             **message,
          GError           **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 minutes;

  while (spz_xml_reader_next (reader, message, &failure))
    {
      if (!take_node (self, reader, error))
        return FALSE;
      if (xmlTextReaderDepth (reader) == 1 && self->project_record.present[MINUTES_PER_DAY])
        {
          minutes = get_number (&self->project_record, MINUTES_PER_DAY, DEFAULT_MINUTES);
          self->minutes = CLAMP ((double) minutes, 1, 1440);
        }
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

/* The file's name may change from one export to the next. */
static char *
get_name (Reader *self)
{
  Record *record = &self->project_record;

  return get_member (record, record->texts[GUID]->len > 0 ? GUID : record->texts[TITLE]->len > 0 ? TITLE : NAME);
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
  Reader state = { self, .member = -1, .minutes = DEFAULT_MINUTES };
  gboolean done;

  self->program = "msproject";
  state.resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  state.assigned = g_ptr_array_new_with_free_func (g_free);
  state.links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (state.links, (GDestroyNotify) link_clear);
  record_init (&state.project_record);
  record_init (&state.element);
  record_init (&state.link);

  done = read_all (&state, reader, message, error);
  if (done)
    {
      assign (&state);
      report (&state);
      self->name = get_name (&state);
    }

  record_clear (&state.project_record);
  record_clear (&state.element);
  record_clear (&state.link);
  g_array_unref (state.links);
  g_ptr_array_unref (state.assigned);
  g_hash_table_unref (state.resources);

  return done;
}
