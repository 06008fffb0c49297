/* spz-import-apply-briefing.c: a briefing into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-inline.h"
#include "spz-rank.h"

/* The committee, its meeting and the agenda item */

/**
 * spz_apply_need_body:
 * @self: a step under way
 * @title: a committee
 * @error: return location for an #SPZ_ERROR
 *
 * Finds a committee by its title, or adds it.
 *
 * Returns: its id, or 0
 */
gint64
spz_apply_need_body (SpzApply    *self,
                     const char  *title,
                     GError     **error)
{
  gint64 id = spz_apply_find (self, SPZ_TYPE_BODY, title);

  if (id != 0)
    return id;

  id = spz_programme_add (self->programme, SPZ_TYPE_BODY, error, "title", title, NULL);
  if (id != 0)
    {
      spz_apply_remember (self, SPZ_TYPE_BODY, title, id);
      self->added[SPZ_APPLY_BODIES]++;
    }

  return id;
}

/**
 * spz_apply_get_state:
 * @self: a step under way
 * @date: the day of a meeting
 *
 * Returns: whether it was held, as seen from the reference date
 */
SpzMeetingState
spz_apply_get_state (SpzApply *self,
                     SpzDate   date)
{
  return date < spz_programme_get_reference_date (self->programme) ? SPZ_MEETING_HELD
                                                                    : SPZ_MEETING_PLANNED;
}

static gint64
need_meeting (SpzApply    *self,
              gint64       body,
              GError     **error)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  SpzDate date = self->import->date;
  gint64 id;

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);

      if (meeting->date == date && meeting->body == body)
        return spz_record_get_id (SPZ_RECORD (meeting));
    }

  id = spz_programme_add (self->programme, SPZ_TYPE_MEETING, error,
                          "body", body,
                          "date", date,
                          "precision", SPZ_PRECISION_DAY,
                          "state", spz_apply_get_state (self, date),
                          NULL);
  if (id != 0)
    self->added[SPZ_APPLY_MEETINGS]++;

  return id;
}

/* What the briefing is about: its first heading. */
static const char *
get_subject (const SpzImport *import)
{
  for (guint i = 0; i < import->sections->len; i++)
    {
      const SpzImportSection *section = g_ptr_array_index (import->sections, i);

      if (section->kind != SPZ_IMPORT_SECTION_TEXT && *section->title != '\0')
        return section->title;
    }

  return import->title;
}

static gint64
need_agenda_item (SpzApply    *self,
                  gint64       meeting,
                  GError     **error)
{
  SpzRecordList *items = spz_programme_get_children (self->programme, SPZ_TYPE_AGENDA_ITEM,
                                                     "meeting", meeting);
  const char *subject = get_subject (self->import);

  for (guint i = 0; i < spz_record_list_get_size (items); i++)
    {
      SpzAgendaItem *item = spz_record_list_get (items, i);

      if (spz_apply_same_title (item->title, subject))
        return spz_record_get_id (SPZ_RECORD (item));
    }

  return spz_programme_add (self->programme, SPZ_TYPE_AGENDA_ITEM, error,
                            "meeting", meeting, "title", subject, NULL);
}

/* The briefing */

static SpzBriefing *
find_briefing (SpzApply   *self,
               gint64      item,
               const char *title)
{
  SpzRecordList *briefings = spz_programme_get_list (self->programme, SPZ_TYPE_BRIEFING);
  SpzBriefing *own = spz_apply_is_own (self)
                     ? spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, self->import->briefing)
                     : NULL;

  if (own != NULL && own->state != SPZ_BRIEFING_DELIVERED)
    return own;

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    {
      SpzBriefing *briefing = spz_record_list_get (briefings, i);

      if (briefing->agenda_item == item && briefing->state != SPZ_BRIEFING_DELIVERED &&
          spz_apply_same_title (briefing->title, title))
        return briefing;
    }

  return NULL;
}

static gint64
need_briefing (SpzApply    *self,
               gint64       item,
               GError     **error)
{
  const SpzImport *import = self->import;
  const char *title = *import->title != '\0' ? import->title : get_subject (import);
  SpzBriefing *old = find_briefing (self, item, title);
  gint64 id;

  if (old == NULL)
    {
      id = spz_programme_add (self->programme, SPZ_TYPE_BRIEFING, error,
                              "agenda-item", item,
                              "title", title,
                              "speaker", import->speaker,
                              "function", import->function,
                              NULL);
      if (id != 0)
        self->added[SPZ_APPLY_BRIEFINGS]++;
      return id;
    }

  id = spz_record_get_id (SPZ_RECORD (old));
  if ((*import->speaker == '\0' || g_str_equal (old->speaker, import->speaker)) &&
      (*import->function == '\0' || g_str_equal (old->function, import->function)))
    return id;

  self->updated[SPZ_APPLY_BRIEFINGS]++;

  return spz_programme_set (self->programme, old, error,
                            "speaker", import->speaker, "function", import->function, NULL) ? id : 0;
}

/* Its blocks */

static gint64
need_field (SpzApply                *self,
            const SpzImportSection  *section,
            GError                 **error)
{
  gint64 id = spz_apply_find (self, SPZ_TYPE_ACTION_FIELD, section->title);

  if (spz_apply_is_own (self) && spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, section->id) != NULL)
    return section->id;
  if (id != 0)
    return id;

  id = spz_programme_add (self->programme, SPZ_TYPE_ACTION_FIELD, error,
                          "title", section->title, NULL);
  if (id != 0)
    {
      spz_apply_remember (self, SPZ_TYPE_ACTION_FIELD, section->title, id);
      self->added[SPZ_APPLY_FIELDS]++;
    }

  return id;
}

/* The position after the block that came last, before the next there is. */
static char *
make_block_rank (SpzApply      *self,
                 SpzRecordList *blocks)
{
  for (guint i = 0; self->block_rank != NULL && i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      if (strcmp (block->position, self->block_rank) > 0)
        return spz_rank_between (self->block_rank, block->position);
    }

  return spz_rank_between (self->block_rank, NULL);
}

/* Whether a block that is there is the one of a section. What a table is headed
 * with where its block says nothing is no title of its own. */
static gboolean
is_same_block (SpzBlock     *block,
               SpzBlockKind  kind,
               const char   *title,
               gint64        field)
{
  if ((SpzBlockKind) block->kind != kind)
    return FALSE;
  if (field != 0)
    return block->action_field == field;
  if ((kind == SPZ_BLOCK_FIGURES || kind == SPZ_BLOCK_DATES) && *block->title == '\0')
    return TRUE;

  return spz_apply_same_title (block->title, title);
}

/* Finds or adds a block: an action field's by the field, others by their title. */
static gint64
need_block (SpzApply      *self,
            gint64         briefing,
            SpzBlockKind   kind,
            const char    *title,
            gint64         field,
            SpzAudience    audience,
            GError       **error)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK,
                                                      "briefing", briefing);
  char *rank;

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      /* Of two sections with one heading each has a block */
      if (!g_hash_table_contains (self->claimed, block) && is_same_block (block, kind, title, field))
        {
          spz_apply_claim (self, block);
          g_free (self->block_rank);
          self->block_rank = g_strdup (block->position);
          return spz_record_get_id (SPZ_RECORD (block));
        }
    }

  rank = make_block_rank (self, blocks);
  g_free (self->block_rank);
  self->block_rank = rank;

  return spz_programme_add (self->programme, SPZ_TYPE_BLOCK, error,
                            "briefing", briefing,
                            "position", rank,
                            "kind", kind,
                            "title", title,
                            "action-field", field,
                            "audience", audience,
                            NULL);
}

/* The plan's texts that have no place in the plan, for the office alone. */
static gboolean
apply_unplaced (SpzApply   *self,
                gint64      briefing,
                GPtrArray  *unplaced,
                GError    **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  if (unplaced->len == 0)
    return TRUE;

  for (guint i = 0; i < unplaced->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            (char *) g_ptr_array_index (unplaced, i));
  escaped = spz_inline_escape (text->str);
  g_string_printf (text, _("From the timeline, without a place in it: %s"), escaped);

  return need_block (self, briefing, SPZ_BLOCK_TEXT, text->str, 0, SPZ_AUDIENCE_INTERNAL, error) != 0;
}

/* The title and the note of the plan, unless it has some. */
static gboolean
apply_plan_title (SpzApply    *self,
                  const char  *title,
                  GError     **error)
{
  SpzProgrammeInfo *info = spz_programme_get_info (self->programme);

  if (*info->plan_title == '\0' &&
      !spz_programme_set (self->programme, info, error, "plan-title", title, NULL))
    return FALSE;

  return *info->plan_note != '\0' || *self->import->plan_note == '\0' ||
         spz_programme_set (self->programme, info, error,
                            "plan-note", self->import->plan_note, NULL);
}

static gboolean
apply_section (SpzApply                *self,
               gint64                   briefing,
               const SpzImportSection  *section,
               GPtrArray               *unplaced,
               GError                 **error)
{
  const char *title = section->title;
  SpzBlockKind kind = SPZ_BLOCK_POINTS;
  gint64 field = 0;
  gint64 block;

  switch (section->kind)
    {
    case SPZ_IMPORT_SECTION_TEXT:
      kind = SPZ_BLOCK_TEXT;
      break;

    case SPZ_IMPORT_SECTION_ROLES:
      kind = SPZ_BLOCK_ROLES;
      break;

    case SPZ_IMPORT_SECTION_FIGURES:
      kind = SPZ_BLOCK_FIGURES;
      break;

    case SPZ_IMPORT_SECTION_DATES:
      kind = SPZ_BLOCK_DATES;
      break;

    case SPZ_IMPORT_SECTION_PLAN:
      if (!apply_unplaced (self, briefing, unplaced, error) || !apply_plan_title (self, title, error))
        return FALSE;
      kind = SPZ_BLOCK_TIMELINE;
      break;

    case SPZ_IMPORT_SECTION_ACTION_FIELD:
      field = need_field (self, section, error);
      if (field == 0)
        return FALSE;
      kind = SPZ_BLOCK_ACTION_FIELD;
      title = section->heading;
      break;

    case SPZ_IMPORT_SECTION_POINTS:
    default:
      if (section->points->len == 0)
        kind = SPZ_BLOCK_HEADING;
      break;
    }

  block = need_block (self, briefing, kind, title, field, section->audience, error);
  if (block == 0)
    return FALSE;

  return field != 0
         ? spz_apply_points (self, SPZ_TYPE_ACTION_FIELD, field, section->points, error)
         : spz_apply_points (self, SPZ_TYPE_BLOCK, block, section->points, error);
}

/**
 * spz_apply_briefing:
 * @self: a step under way
 * @unplaced: (element-type utf8): texts of the plan that have no place in it
 * @error: return location for an #SPZ_ERROR
 *
 * Adds or updates the committee, its meeting, the agenda item, the briefing
 * with its blocks, action fields and points, and the meetings it names.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_briefing (SpzApply   *self,
                    GPtrArray  *unplaced,
                    GError    **error)
{
  gint64 body = 0;
  gint64 item = 0;
  gint64 briefing;

  if (*self->import->body != '\0')
    {
      body = spz_apply_need_body (self, self->import->body, error);
      if (body == 0)
        return FALSE;
    }

  if (self->import->date != SPZ_DATE_NONE)
    {
      gint64 meeting = need_meeting (self, body, error);

      item = meeting != 0 ? need_agenda_item (self, meeting, error) : 0;
      if (item == 0)
        return FALSE;
    }

  briefing = need_briefing (self, item, error);
  if (briefing == 0)
    return FALSE;

  for (guint i = 0; i < self->import->sections->len; i++)
    if (!apply_section (self, briefing, g_ptr_array_index (self->import->sections, i),
                        unplaced, error))
      return FALSE;

  return spz_apply_meetings (self, error);
}

/* The meetings it names */

/* A meeting of the same day whose title, or whose body's name, is a part of
 * what the text says, or the other way round. */
static gboolean
is_same_meeting (SpzApply            *self,
                 SpzMeeting          *meeting,
                 const SpzImportDate *date,
                 const char          *title)
{
  SpzBody *body = spz_programme_lookup (self->programme, SPZ_TYPE_BODY, meeting->body);
  const char *const names[] = { meeting->title, body != NULL ? body->title : "",
                                body != NULL ? body->short_title : "" };
  g_autofree char *padded = g_strdup_printf (" %s ", title);

  if (meeting->date != date->date)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf (" %s ", names[i]);

      if (*names[i] != '\0' && (strstr (padded, name) != NULL || strstr (name, padded) != NULL))
        return TRUE;
    }

  return FALSE;
}

/* "Auftakt" alone says too little: the action field it is named under says
 * what of. A body's name says it all. */
static char *
make_meeting_title (const SpzImportDate *date)
{
  gboolean body = g_regex_match_simple ("\\b(Rat|VV|Verwaltungsvorstand|\\pL*[Aa]usschuss)$",
                                        date->title, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);

  if (body || *date->section == '\0')
    return g_strdup (date->title);

  return g_strdup_printf ("%s: %s", date->section, date->title);
}

static gboolean
apply_meeting (SpzApply             *self,
               const SpzImportDate  *date,
               GError              **error)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  g_autofree char *title = make_meeting_title (date);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    if (is_same_meeting (self, spz_record_list_get (meetings, i), date, title))
      return TRUE;

  if (spz_programme_add (self->programme, SPZ_TYPE_MEETING, error,
                         "title", title,
                         "date", date->date,
                         "precision", date->precision,
                         "state", spz_apply_get_state (self, date->date),
                         NULL) == 0)
    return FALSE;
  self->added[SPZ_APPLY_MEETINGS]++;

  return TRUE;
}

/**
 * spz_apply_meetings:
 * @self: a step under way
 * @error: return location for an #SPZ_ERROR
 *
 * Adds the meetings the text names, unless they are there.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_meetings (SpzApply  *self,
                    GError   **error)
{
  for (guint i = 0; i < self->import->dates->len; i++)
    if (!apply_meeting (self, g_ptr_array_index (self->import->dates, i), error))
      return FALSE;

  return TRUE;
}
