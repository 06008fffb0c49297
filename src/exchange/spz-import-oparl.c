/* spz-import-oparl.c: meetings from a council's information system (OParl)
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-meetings-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "spz-calendar-time-private.h"
#include "spz-error.h"

/* See https://oparl.org/spezifikation/ (1.0 and 1.1). References between
 * objects are addresses; they are looked up among what the file holds, one
 * step deep, and never fetched: circles of them are harmless. */

#define MAX_DEPTH 32

typedef struct
{
  SpzImport  *import;
  GHashTable *objects;    /* by id: JsonObject, of the tree */
  GPtrArray  *meetings;   /* JsonObject, of the tree */
  GPtrArray  *items;      /* Item */
  GPtrArray  *bodies;     /* JsonObject */
  GHashTable *papers;     /* by the address of an agenda item or a consultation: the paper's JsonObject */
  guint       n_others;   /* persons, memberships, files */
  guint       n_strays;   /* agenda items without a meeting */
} Reader;

typedef struct
{
  JsonObject *object;
  const char *meeting;    /* the id of the meeting it stands in, or NULL */
} Item;

/**
 * spz_import_is_json:
 * @text: a text
 *
 * Returns: whether it begins as JSON does
 */
gboolean
spz_import_is_json (const char *text)
{
  text += strspn (text, " \t\r\n");
  if (*text == '[')
    {
      text++;
      text += strspn (text, " \t\r\n");
      return *text == '{' || *text == ']';
    }

  return *text == '{';
}

/* Reading goes as deep as the brackets do. */
static gboolean
check_depth (const char  *text,
             GError     **error)
{
  guint depth = 0, line = 1;
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '\n')
        line++;
      else if (quoted && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        quoted = !quoted;
      else if (!quoted && (*text == '[' || *text == '{'))
        depth++;
      else if (!quoted && (*text == ']' || *text == '}') && depth > 0)
        depth--;

      if (depth > MAX_DEPTH)
        {
          g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("Line %u: brackets are nested too deeply for OParl."), line);
          return FALSE;
        }
    }

  return TRUE;
}

/* Members. A hostile file may give any of them a value of any type. */

static const char *
node_get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
    ? json_node_get_string (node)
    : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  return node_get_string (json_object_get_member (object, name));
}

static gboolean
get_boolean (JsonObject *object,
             const char *name,
             gboolean    otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
    ? json_node_get_boolean (node)
    : otherwise;
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* "https://schema.oparl.org/1.1/Meeting" */
static const char *
get_type (JsonObject *object)
{
  const char *type = get_string (object, "type");
  const char *slash = type != NULL && strstr (type, "oparl.org/") != NULL ? strrchr (type, '/') : NULL;

  return slash != NULL ? slash + 1 : "";
}

static void
replace (char       **text,
         const char  *other,
         guint        max)
{
  g_free (*text);
  *text = g_strdelimit (spz_import_dup_limited (other, max), "\r\n\t", ' ');
}

/* Collecting */

static void collect (Reader     *self,
                     JsonNode   *node,
                     const char *meeting);

/* A paper's consultations say which agenda items deal with it. */
static void
collect_paper (Reader     *self,
               JsonObject *paper)
{
  JsonArray *consultations = get_array (paper, "consultation");

  for (guint i = 0; consultations != NULL && i < json_array_get_length (consultations); i++)
    {
      JsonNode *node = json_array_get_element (consultations, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *id = object != NULL ? get_string (object, "id") : node_get_string (node);
      const char *item = object != NULL ? get_string (object, "agendaItem") : NULL;

      if (id != NULL)
        g_hash_table_insert (self->papers, (gpointer) id, paper);
      if (item != NULL)
        g_hash_table_insert (self->papers, (gpointer) item, paper);
    }
}

static void
collect_object (Reader     *self,
                JsonObject *object,
                const char *meeting)
{
  const char *type = get_type (object);
  const char *id = get_string (object, "id");
  g_autoptr (GList) members = json_object_get_values (object);

  if (id != NULL && *type != '\0')
    g_hash_table_insert (self->objects, (gpointer) id, object);

  if (g_str_equal (type, "Meeting"))
    {
      g_ptr_array_add (self->meetings, object);
      meeting = id;
    }
  else if (g_str_equal (type, "AgendaItem"))
    {
      Item *item = g_new (Item, 1);

      *item = (Item) { object, get_string (object, "meeting") };
      if (item->meeting == NULL)
        item->meeting = meeting;
      g_ptr_array_add (self->items, item);
    }
  else if (g_str_equal (type, "Organization"))
    g_ptr_array_add (self->bodies, object);
  else if (g_str_equal (type, "Paper"))
    collect_paper (self, object);
  else if (g_str_equal (type, "Person") || g_str_equal (type, "Membership") || g_str_equal (type, "File"))
    self->n_others++;

  for (GList *l = members; l != NULL; l = l->next)
    collect (self, l->data, meeting);
}

static void
collect (Reader     *self,
         JsonNode   *node,
         const char *meeting)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    collect_object (self, json_node_get_object (node), meeting);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect (self, json_array_get_element (array, i), meeting);
    }
}

/* Making sense of it */

static void
add_body (Reader     *self,
          JsonObject *object)
{
  SpzImportBody *body = spz_import_add_body (self->import, "");

  replace (&body->uid, get_string (object, "id"), SPZ_IMPORT_MAX_TITLE);
  replace (&body->title, get_string (object, "name"), SPZ_IMPORT_MAX_TITLE);
  replace (&body->short_title, get_string (object, "shortName"), SPZ_IMPORT_MAX_TITLE);
  body->deleted = get_boolean (object, "deleted", FALSE);
}

/* The object itself, or the one of its address */
static JsonObject *
look_up (Reader   *self,
         JsonNode *node)
{
  const char *address = node_get_string (node);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  return address != NULL ? g_hash_table_lookup (self->objects, address) : NULL;
}

static const char *
get_body (Reader     *self,
          JsonObject *meeting)
{
  JsonArray *organizations = get_array (meeting, "organization");
  JsonObject *organization = organizations != NULL && json_array_get_length (organizations) > 0
    ? look_up (self, json_array_get_element (organizations, 0))
    : NULL;

  return organization != NULL ? get_string (organization, "name") : NULL;
}

static char *
dup_place (Reader     *self,
           JsonObject *meeting)
{
  static const char *const parts[] = { "room", "streetAddress", "locality" };
  JsonObject *location = get_object (meeting, "location");
  g_autoptr (GString) place = g_string_new (NULL);
  const char *description;

  if (location == NULL && get_string (meeting, "location") != NULL)
    location = g_hash_table_lookup (self->objects, get_string (meeting, "location"));
  if (location == NULL)
    return g_strdup ("");

  description = get_string (location, "description");
  if (description != NULL && *description != '\0')
    return g_strdup (description);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = get_string (location, parts[i]);

      if (part != NULL && *part != '\0')
        g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", part);
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

static gboolean
is_cancelled (JsonObject *object)
{
  const char *state = get_string (object, "meetingState");
  g_autofree char *folded = state != NULL ? g_utf8_casefold (state, -1) : NULL;

  return get_boolean (object, "cancelled", FALSE) ||
         (folded != NULL && (strstr (folded, "abgesagt") != NULL || strstr (folded, "entfällt") != NULL ||
                             strstr (folded, "cancelled") != NULL));
}

static void
add_meeting (Reader     *self,
             JsonObject *object,
             GHashTable *meetings)
{
  const char *id = get_string (object, "id");
  const char *start = get_string (object, "start");
  gboolean deleted = get_boolean (object, "deleted", FALSE);
  g_autofree char *place = NULL;
  g_autofree char *time = NULL;
  SpzImportMeeting *meeting;
  SpzDate date = SPZ_DATE_NONE;

  if (id == NULL || (start == NULL && !deleted) ||
      (start != NULL && !spz_calendar_time_parse_iso (start, &date, &time)))
    {
      g_autofree char *name = spz_import_dup_limited (get_string (object, "name"), 80);

      spz_import_add_message (self->import, 0,
                              _("The meeting “%s” has no identifier or no date and was left out."), name);
      return;
    }
  if (g_hash_table_contains (meetings, id))
    return;

  meeting = spz_import_add_meeting (self->import, "", 0);
  place = dup_place (self, object);
  replace (&meeting->uid, id, SPZ_IMPORT_MAX_TITLE);
  replace (&meeting->title, get_string (object, "name"), SPZ_IMPORT_MAX_TITLE);
  replace (&meeting->body, get_body (self, object), SPZ_IMPORT_MAX_TITLE);
  replace (&meeting->place, place, SPZ_IMPORT_MAX_TITLE);
  replace (&meeting->time, time, 5);
  meeting->date = date;
  meeting->deleted = deleted;
  meeting->cancelled = is_cancelled (object);
  g_hash_table_insert (meetings, (gpointer) id, meeting);
}

static void
add_paper (Reader              *self,
           SpzImportAgendaItem *item,
           JsonObject          *object)
{
  const char *id = get_string (object, "id");
  const char *consultation = get_string (object, "consultation");
  JsonObject *paper = NULL;
  const char *reference;

  if (consultation != NULL)
    paper = g_hash_table_lookup (self->papers, consultation);
  if (paper == NULL && id != NULL)
    paper = g_hash_table_lookup (self->papers, id);
  if (paper == NULL || get_boolean (paper, "deleted", FALSE))
    return;

  reference = get_string (paper, "reference");
  replace (&item->paper, reference != NULL ? reference : get_string (paper, "name"), SPZ_IMPORT_MAX_TITLE);
}

static gboolean
has_item (SpzImportMeeting *meeting,
          const char       *uid)
{
  for (guint i = 0; i < meeting->items->len; i++)
    if (g_str_equal (((SpzImportAgendaItem *) g_ptr_array_index (meeting->items, i))->uid, uid))
      return TRUE;

  return FALSE;
}

static void
add_item (Reader     *self,
          const Item *data,
          GHashTable *meetings)
{
  const char *id = get_string (data->object, "id");
  SpzImportMeeting *meeting = data->meeting != NULL ? g_hash_table_lookup (meetings, data->meeting) : NULL;
  SpzImportAgendaItem *item;

  if (meeting == NULL || id == NULL || meeting->items->len >= SPZ_IMPORT_MAX_ITEMS || has_item (meeting, id))
    {
      self->n_strays += meeting == NULL || id == NULL;
      return;
    }

  item = spz_import_meeting_add (meeting, "");
  replace (&item->uid, id, SPZ_IMPORT_MAX_TITLE);
  replace (&item->number, get_string (data->object, "number"), 40);
  replace (&item->title, get_string (data->object, "name"), SPZ_IMPORT_MAX_TITLE);
  /* What isn't said to be public is not */
  item->is_public = get_boolean (data->object, "public", FALSE);
  item->deleted = get_boolean (data->object, "deleted", FALSE);
  add_paper (self, item, data->object);
}

static gboolean
make_import (Reader  *self,
             GError **error)
{
  g_autoptr (GHashTable) meetings = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->meetings->len == 0 && self->bodies->len == 0)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("This is JSON, but no meeting or organisation of OParl is in it."));
      return FALSE;
    }
  if (self->meetings->len + self->bodies->len > SPZ_IMPORT_MAX_MEETINGS)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("There are more than %u meetings. Export a shorter period, or fewer committees."),
                   (guint) SPZ_IMPORT_MAX_MEETINGS);
      return FALSE;
    }

  for (guint i = 0; i < self->bodies->len; i++)
    add_body (self, g_ptr_array_index (self->bodies, i));
  for (guint i = 0; i < self->meetings->len; i++)
    add_meeting (self, g_ptr_array_index (self->meetings, i), meetings);
  for (guint i = 0; i < self->items->len; i++)
    add_item (self, g_ptr_array_index (self->items, i), meetings);
  if (self->n_strays > 0)
    spz_import_add_message (self->import, 0,
                            ngettext ("%u agenda item belongs to no meeting of the file and was left out.",
                                      "%u agenda items belong to no meeting of the file and were left out.",
                                      self->n_strays),
                            self->n_strays);
  if (self->n_others > 0)
    spz_import_add_message (self->import, 0,
                            ngettext ("%u person, membership or file was left out.",
                                      "%u persons, memberships and files were left out.", self->n_others),
                            self->n_others);

  return TRUE;
}

/* The parser forgets where it stopped, but for what it says: "<data>:7:3: …" */
static guint
get_line (const GError *failure)
{
  const char *colon = failure != NULL ? strchr (failure->message, ':') : NULL;

  return colon != NULL ? MAX (1, (guint) g_ascii_strtoull (colon + 1, NULL, 10)) : 1;
}

/**
 * spz_import_read_oparl:
 * @import: gets committees, meetings and their agendas
 * @text: one object, several, or a page of a list, in UTF-8
 * @error: return location for an #SPZ_ERROR that names the line
 *
 * Reads Meeting, AgendaItem, Organization and Paper as OParl writes them.
 *
 * Returns: whether it was read
 */
gboolean
spz_import_read_oparl (SpzImport   *import,
                       const char  *text,
                       GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) objects = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) papers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  Reader self = { import, objects, meetings, items, bodies, papers, 0, 0 };

  if (!check_depth (text, error))
    return FALSE;

  if (!json_parser_load_from_data (parser, text, -1, &failure) || json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: this is not valid JSON. Was it copied completely?"), get_line (failure));
      return FALSE;
    }

  collect (&self, json_parser_get_root (parser), NULL);

  return make_import (&self, error);
}
