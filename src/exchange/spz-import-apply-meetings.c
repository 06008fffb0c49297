/* spz-import-apply-meetings.c: meetings and their agendas into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include <string.h>

#include "spz-briefings.h"
#include "spz-exchange-uid.h"

/* What was imported before is known by its identifier, and brought up to
 * date. What was entered by hand gets the identifier when it is recognised by
 * its day and name. */

/* Committees */

static SpzBody *
find_body_by_uid (SpzApply   *self,
                  const char *uid)
{
  SpzRecordList *bodies = spz_programme_get_list (self->programme, SPZ_TYPE_BODY);

  for (guint i = 0; i < spz_record_list_get_size (bodies); i++)
    {
      SpzBody *body = spz_record_list_get (bodies, i);

      if (*uid != '\0' && g_str_equal (body->uid, uid))
        return body;
    }

  return NULL;
}

static gboolean
has_meetings (SpzApply *self,
              SpzBody  *body)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    if (SPZ_MEETING (spz_record_list_get (meetings, i))->body == spz_record_get_id (SPZ_RECORD (body)))
      return TRUE;

  return FALSE;
}

/* A council has many organisations; of interest are those that meet. */
static gboolean
is_wanted (SpzApply            *self,
           const SpzImportBody *body)
{
  const GPtrArray *meetings = self->import->meetings;

  for (guint i = 0; i < meetings->len; i++)
    if (g_str_equal (((SpzImportMeeting *) g_ptr_array_index (meetings, i))->body, body->title))
      return TRUE;

  return meetings->len == 0;
}

static gboolean
update_body (SpzApply             *self,
             SpzBody              *old,
             const SpzImportBody  *body,
             GError              **error)
{
  const char *short_title = *body->short_title != '\0' ? body->short_title : old->short_title;

  if (g_str_equal (old->title, body->title) && g_str_equal (old->short_title, short_title) &&
      g_str_equal (old->uid, body->uid))
    return TRUE;

  self->updated[SPZ_APPLY_BODIES]++;

  return spz_programme_set (self->programme, old, error,
                            "title", body->title, "short-title", short_title, "uid", body->uid, NULL);
}

static gboolean
remove_body (SpzApply  *self,
             SpzBody   *body,
             GError   **error)
{
  if (body == NULL || has_meetings (self, body))
    return TRUE;

  self->removed[SPZ_APPLY_BODIES]++;

  return spz_programme_remove (self->programme, body, error);
}

static gboolean
apply_body (SpzApply             *self,
            const SpzImportBody  *body,
            GError              **error)
{
  SpzBody *old = find_body_by_uid (self, body->uid);
  gint64 id;

  if (body->deleted)
    return remove_body (self, old, error);
  if (*body->title == '\0')
    return TRUE;

  id = old != NULL ? spz_record_get_id (SPZ_RECORD (old)) : spz_apply_find (self, SPZ_TYPE_BODY, body->title);
  if (id != 0)
    {
      spz_apply_remember (self, SPZ_TYPE_BODY, body->title, id);
      old = spz_programme_lookup (self->programme, SPZ_TYPE_BODY, id);
      return old == NULL || update_body (self, old, body, error);
    }
  if (!is_wanted (self, body))
    return TRUE;

  id = spz_apply_need_body (self, body->title, error);

  return id != 0 && spz_programme_set_by_id (self->programme, SPZ_TYPE_BODY, id, error,
                                             "short-title", body->short_title, "uid", body->uid, NULL);
}

/* A committee's names, folded; the whole one between spaces */
typedef struct
{
  char   *title;
  char   *short_title;
  gint64  id;
} Name;

static void
name_free (Name *name)
{
  g_free (name->title);
  g_free (name->short_title);
  g_free (name);
}

static void
add_name (GPtrArray  *names,
          const char *title,
          const char *short_title,
          gint64      id)
{
  g_autofree char *folded = spz_apply_fold_title (title);
  Name *name;

  if (*folded == '\0')
    return;

  name = g_new0 (Name, 1);
  name->title = g_strdup_printf (" %s ", folded);
  name->short_title = spz_apply_fold_title (short_title);
  name->id = id;
  g_ptr_array_add (names, name);
}

/* The committees there are and those the source names, as they are before any
 * meeting is entered: else it would matter which comes first. */
static GPtrArray *
list_bodies (SpzApply  *self,
             GError   **error)
{
  SpzRecordList *bodies = spz_programme_get_list (self->programme, SPZ_TYPE_BODY);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < spz_record_list_get_size (bodies); i++)
    {
      SpzBody *body = spz_record_list_get (bodies, i);

      add_name (names, body->title, body->short_title, spz_record_get_id (SPZ_RECORD (body)));
    }

  for (guint i = 0; i < self->import->meetings->len; i++)
    {
      const SpzImportMeeting *meeting = g_ptr_array_index (self->import->meetings, i);
      gint64 id;

      if (meeting->deleted || *meeting->body == '\0' || !g_hash_table_add (seen, meeting->body))
        continue;
      id = spz_apply_need_body (self, meeting->body, error);
      if (id == 0)
        return NULL;
      add_name (names, meeting->body, "", id);
    }

  return g_steal_pointer (&names);
}

/* A calendar's title names the committee, more or less: "Sitzung des
 * Hauptausschusses" doesn't, "Hauptausschuss (Sondersitzung)" does. */
static gint64
guess_body (GPtrArray  *names,
            const char *title)
{
  g_autofree char *folded = spz_apply_fold_title (title);
  g_autofree char *padded = g_strdup_printf (" %s ", folded);

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = g_ptr_array_index (names, i);

      if (strstr (padded, name->title) != NULL ||
          (*folded != '\0' && g_str_equal (folded, name->short_title)))
        return name->id;
    }

  return 0;
}

/* Agendas */

static gboolean
has_briefing (SpzApply      *self,
              SpzAgendaItem *item)
{
  SpzRecordList *briefings = spz_programme_get_list (self->programme, SPZ_TYPE_BRIEFING);

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    if (SPZ_BRIEFING (spz_record_list_get (briefings, i))->agenda_item == spz_record_get_id (SPZ_RECORD (item)))
      return TRUE;

  return FALSE;
}

static SpzAgendaItem *
find_item (SpzApply                  *self,
           gint64                     meeting,
           const SpzImportAgendaItem *item)
{
  SpzRecordList *items = spz_programme_get_children (self->programme, SPZ_TYPE_AGENDA_ITEM, "meeting", meeting);
  SpzAgendaItem *same = NULL;

  for (guint i = 0; i < spz_record_list_get_size (items); i++)
    {
      SpzAgendaItem *other = spz_record_list_get (items, i);

      if (g_str_equal (other->uid, item->uid))
        return other;
      if (same == NULL && *other->uid == '\0' && spz_apply_same_title (other->title, item->title))
        same = other;
    }

  return same;
}

static gboolean
update_item (SpzApply                   *self,
             SpzAgendaItem              *old,
             const SpzImportAgendaItem  *item,
             GError                    **error)
{
  const char *paper = *item->paper != '\0' ? item->paper : old->paper;

  if (g_str_equal (old->number, item->number) && g_str_equal (old->title, item->title) &&
      g_str_equal (old->paper, paper) && g_str_equal (old->uid, item->uid) && old->is_public == item->is_public)
    return TRUE;

  self->updated[SPZ_APPLY_AGENDA_ITEMS]++;

  return spz_programme_set (self->programme, old, error,
                            "number", item->number, "title", item->title, "paper", paper,
                            "is-public", item->is_public, "uid", item->uid, NULL);
}

static gboolean
apply_item (SpzApply                   *self,
            gint64                      meeting,
            const SpzImportAgendaItem  *item,
            GError                    **error)
{
  SpzAgendaItem *old = find_item (self, meeting, item);

  if (item->deleted)
    {
      /* What somebody prepared to say stays where it is. */
      if (old == NULL || has_briefing (self, old))
        return TRUE;
      self->removed[SPZ_APPLY_AGENDA_ITEMS]++;
      return spz_programme_remove (self->programme, old, error);
    }
  if (old != NULL)
    return update_item (self, old, item, error);

  self->added[SPZ_APPLY_AGENDA_ITEMS]++;

  return spz_programme_add (self->programme, SPZ_TYPE_AGENDA_ITEM, error,
                            "meeting", meeting, "number", item->number, "title", item->title,
                            "paper", item->paper, "is-public", item->is_public, "uid", item->uid, NULL) != 0;
}

/* Meetings */

static SpzMeeting *
find_meeting (SpzApply               *self,
              const SpzImportMeeting *meeting,
              gint64                  body)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  SpzMeeting *known = spz_apply_find_uid (self, SPZ_TYPE_MEETING, meeting->uid);

  for (guint i = 0; known == NULL && i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *other = spz_record_list_get (meetings, i);
      g_autofree char *title = NULL;

      /* Of two on one day each is one */
      if (other->date != meeting->date || other->date == SPZ_DATE_NONE ||
          *other->uid != '\0' ||
          g_hash_table_contains (self->claimed, other))
        continue;

      title = spz_meeting_dup_title (self->programme, other);
      if ((body != 0 && other->body == body) || spz_apply_same_title (title, meeting->title) ||
          spz_apply_same_title (other->title, meeting->title))
        known = other;
    }
  if (known != NULL)
    spz_apply_claim (self, known);

  return known;
}

static gboolean
has_briefings (SpzApply   *self,
               SpzMeeting *meeting)
{
  return spz_meeting_get_briefing (self->programme, meeting) != NULL;
}

/* What was prepared for a meeting outlives it: then it is only cancelled. */
static gboolean
remove_meeting (SpzApply    *self,
                SpzMeeting  *meeting,
                GError     **error)
{
  if (meeting == NULL)
    return TRUE;

  if (!has_briefings (self, meeting))
    {
      self->removed[SPZ_APPLY_MEETINGS]++;
      return spz_programme_remove (self->programme, meeting, error);
    }
  if (meeting->state == SPZ_MEETING_CANCELLED)
    return TRUE;

  self->updated[SPZ_APPLY_MEETINGS]++;

  return spz_programme_set (self->programme, meeting, error, "state", SPZ_MEETING_CANCELLED, NULL);
}

static SpzMeetingState
get_state (SpzApply               *self,
           SpzMeeting             *old,
           const SpzImportMeeting *meeting)
{
  if (meeting->cancelled)
    return SPZ_MEETING_CANCELLED;
  if (old != NULL && old->state != SPZ_MEETING_CANCELLED && old->date == meeting->date)
    return (SpzMeetingState) old->state;

  return spz_apply_get_state (self, meeting->date);
}

/* A body's name alone is not repeated as the meeting's title. */
static const char *
get_title (SpzApply               *self,
           const SpzImportMeeting *meeting,
           gint64                  body)
{
  SpzBody *record = body != 0 ? spz_programme_lookup (self->programme, SPZ_TYPE_BODY, body) : NULL;
  const char *name = record != NULL ? record->title : meeting->body;

  return body != 0 && spz_apply_same_title (name, meeting->title) ? "" : meeting->title;
}

static const char *
either (const char *first,
        const char *second)
{
  return *first != '\0' ? first : second;
}

/* A deadline that follows from the body's rule is not written down as an exception. */
static SpzDate
get_deadline (SpzDate given,
              SpzDate own,
              SpzDate effective)
{
  return given == SPZ_DATE_NONE || given == effective ? own : given;
}

static gboolean
update_meeting (SpzApply                *self,
                SpzMeeting              *old,
                const SpzImportMeeting  *meeting,
                gint64                   body,
                GError                 **error)
{
  const char *title = get_title (self, meeting, body != 0 ? body : old->body);
  const char *time = old->date == meeting->date ? either (meeting->time, old->time) : meeting->time;
  const char *place = either (meeting->place, old->place);
  const char *note = either (meeting->note, old->note);
  g_autofree char *own_uid = spz_exchange_uid_of_record (self->programme, old);
  const char *uid = g_str_equal (own_uid, meeting->uid) ? old->uid : either (meeting->uid, old->uid);
  SpzMeetingState state = get_state (self, old, meeting);
  SpzDate submission = get_deadline (meeting->submission, old->submission,
                                     spz_meeting_get_submission (self->programme, old));
  SpzDate invitation = get_deadline (meeting->invitation, old->invitation,
                                     spz_meeting_get_invitation (self->programme, old));

  if (body == 0)
    body = old->body;
  if (old->body == body && g_str_equal (old->title, title) && old->date == meeting->date &&
      (SpzPrecision) old->precision == meeting->precision && g_str_equal (old->time, time) &&
      g_str_equal (old->place, place) && g_str_equal (old->note, note) && g_str_equal (old->uid, uid) &&
      (SpzMeetingState) old->state == state && old->submission == submission && old->invitation == invitation)
    return TRUE;

  self->updated[SPZ_APPLY_MEETINGS]++;

  return spz_programme_set (self->programme, old, error,
                            "body", body, "title", title, "date", meeting->date,
                            "precision", meeting->precision, "time", time, "place", place, "note", note,
                            "state", state, "uid", uid, "submission", submission, "invitation", invitation,
                            NULL);
}

static gint64
add_meeting (SpzApply                *self,
             const SpzImportMeeting  *meeting,
             gint64                   body,
             GError                 **error)
{
  self->added[SPZ_APPLY_MEETINGS]++;

  return spz_programme_add (self->programme, SPZ_TYPE_MEETING, error,
                            "body", body, "title", get_title (self, meeting, body), "date", meeting->date,
                            "precision", meeting->precision, "time", meeting->time, "place", meeting->place,
                            "note", meeting->note, "state", get_state (self, NULL, meeting),
                            "uid", meeting->uid, "submission", meeting->submission,
                            "invitation", meeting->invitation, NULL);
}

static gboolean
apply_meeting (SpzApply                *self,
               const SpzImportMeeting  *meeting,
               GPtrArray               *bodies,
               GError                 **error)
{
  gint64 body = 0, id;
  SpzMeeting *old;

  if (meeting->deleted)
    return remove_meeting (self, spz_apply_find_uid (self, SPZ_TYPE_MEETING, meeting->uid), error);

  if (*meeting->body != '\0')
    {
      body = spz_apply_need_body (self, meeting->body, error);
      if (body == 0)
        return FALSE;
    }
  else
    body = guess_body (bodies, meeting->title);

  old = find_meeting (self, meeting, body);
  if (old != NULL && !update_meeting (self, old, meeting, body, error))
    return FALSE;

  id = old != NULL ? spz_record_get_id (SPZ_RECORD (old)) : add_meeting (self, meeting, body, error);
  if (id == 0)
    return FALSE;

  for (guint i = 0; i < meeting->items->len; i++)
    if (!apply_item (self, id, g_ptr_array_index (meeting->items, i), error))
      return FALSE;

  return TRUE;
}

/**
 * spz_apply_calendar:
 * @self: a step under way
 * @error: return location for an #SPZ_ERROR
 *
 * Adds committees, meetings and agenda items or brings them up to date, and
 * takes away what its source has deleted, unless a briefing depends on it.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_calendar (SpzApply  *self,
                    GError   **error)
{
  g_autoptr (GPtrArray) bodies = NULL;

  for (guint i = 0; i < self->import->bodies->len; i++)
    if (!apply_body (self, g_ptr_array_index (self->import->bodies, i), error))
      return FALSE;

  bodies = list_bodies (self, error);
  if (bodies == NULL)
    return FALSE;
  for (guint i = 0; i < self->import->meetings->len; i++)
    if (!apply_meeting (self, g_ptr_array_index (self->import->meetings, i), bodies, error) ||
        !spz_apply_step (self, error))
      return FALSE;

  return TRUE;
}
