/* spz-deliveries.c: briefings as they were spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-audience.h"
#include "spz-briefings.h"
#include "spz-deliveries.h"
#include "spz-inline.h"
#include "spz-plan-versions.h"
#include "spz-programme-private.h"
#include "spz-text.h"

/* Briefings that follow each other longer than this follow in a circle */
#define MAX_CHAIN 1000

void
spz_delivery_text_free (SpzDeliveryText *self)
{
  g_free (self->heading);
  g_free (self->title);
  g_free (self);
}

/* Digest: all that was kept, each text with its length before it, so that no
 * two deliveries have the same sequence of bytes */

static void
digest_bytes (GChecksum  *checksum,
              const void *data,
              gsize       length)
{
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT ":", length);

  g_checksum_update (checksum, (const guchar *) size, -1);
  g_checksum_update (checksum, data, (gssize) length);
}

static void
digest_text (GChecksum  *checksum,
             const char *text)
{
  digest_bytes (checksum, text, strlen (text));
}

static void
digest_number (GChecksum *checksum,
               gint64     number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  digest_text (checksum, text);
}

static void
digest_pdf (GChecksum *checksum,
            GBytes    *pdf)
{
  gsize length = 0;
  const void *data = pdf != NULL ? g_bytes_get_data (pdf, &length) : NULL;

  digest_bytes (checksum, data != NULL ? data : "", length);
}

static void
digest_line (GChecksum   *checksum,
             gint64       point,
             const char  *heading,
             int          level,
             int          style,
             const char  *title,
             SpzAudience  audience)
{
  digest_number (checksum, point);
  digest_text (checksum, heading);
  digest_number (checksum, level);
  digest_number (checksum, style);
  digest_text (checksum, title);
  digest_number (checksum, audience);
}

/* What the digest takes of a delivery besides its lines */
typedef struct
{
  const char  *at;
  const char  *recipient;
  const char  *title;
  const char  *body_title;
  SpzDate      meeting_date;
  const char  *speaker;
  SpzAudience  audience;
  const char  *document;
  GBytes      *pdf;
} Head;

static GChecksum *
digest_head (const Head *head)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_text (checksum, head->at);
  digest_text (checksum, head->recipient);
  digest_text (checksum, head->title);
  digest_text (checksum, head->body_title);
  digest_number (checksum, head->meeting_date);
  digest_text (checksum, head->speaker);
  digest_number (checksum, head->audience);
  digest_text (checksum, head->document);
  digest_pdf (checksum, head->pdf);

  return checksum;
}

static char *
digest_draft (const Head *head,
              GPtrArray  *texts)
{
  g_autoptr (GChecksum) checksum = digest_head (head);

  for (guint i = 0; i < texts->len; i++)
    {
      const SpzDeliveryText *text = g_ptr_array_index (texts, i);

      digest_line (checksum, text->point, text->heading, text->level, text->style, text->title, text->audience);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static SpzRecordList *
get_lines (SpzProgramme *programme,
           SpzDelivery  *delivery)
{
  return spz_programme_get_children (programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                     spz_record_get_id (SPZ_RECORD (delivery)));
}

static char *
digest_delivery (SpzProgramme *programme,
                 SpzDelivery  *delivery)
{
  SpzRecordList *lines = get_lines (programme, delivery);
  const Head head = {
    delivery->at, delivery->recipient, delivery->title, delivery->body_title, delivery->meeting_date,
    delivery->speaker, (SpzAudience) delivery->audience, delivery->document, delivery->pdf,
  };
  g_autoptr (GChecksum) checksum = digest_head (&head);

  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);

      digest_line (checksum, line->point, line->heading, (int) line->level, line->style, line->title,
                   (SpzAudience) line->audience);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * spz_delivery_check:
 * @programme: a programme
 * @delivery: a delivery
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether the delivery is what was kept, by its digest
 */
gboolean
spz_delivery_check (SpzProgramme  *programme,
                    SpzDelivery   *delivery,
                    GError       **error)
{
  g_autofree char *digest = digest_delivery (programme, delivery);
  g_autofree char *name = NULL;

  if (g_str_equal (digest, delivery->digest))
    return TRUE;

  name = spz_delivery_describe (delivery);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
               /* Translators: %s is a briefing that was delivered, and when */
               _("“%s” is not what was delivered: somebody changed it outside of this programme. Please take it from a backup copy."),
               name);
  return FALSE;
}

/* Delivering */

static gboolean
add_lines (SpzProgramme  *programme,
           gint64         delivery,
           GPtrArray     *texts,
           GError       **error)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const SpzDeliveryText *text = g_ptr_array_index (texts, i);

      if (!spz_programme_add (programme, SPZ_TYPE_DELIVERY_LINE, error,
                              "delivery", delivery,
                              "point", text->point,
                              "heading", text->heading,
                              "level", (gint64) text->level,
                              "style", text->style,
                              "title", text->title,
                              "audience", text->audience,
                              NULL))
        return FALSE;
    }

  return TRUE;
}

/* So that the next briefing can say what moved since: the plan as it is, unless
 * the latest version is the same. */
static gboolean
keep_plan (SpzProgramme  *programme,
           SpzBriefing   *briefing,
           const Head    *head,
           GError       **error)
{
  /* Comparisons name the version to everybody: not by a title that few may see. */
  const gboolean is_public = spz_record_get_audience (programme, briefing) == SPZ_AUDIENCE_PUBLIC;
  g_autofree char *date = spz_date_format (head->meeting_date, SPZ_DATE_STYLE_SHORT);
  g_autofree char *title = g_strdup_printf ("%s %s", is_public ? head->title : head->body_title, date);
  g_autofree char *free_title = g_strdup (title);

  if (spz_plan_version_is_current (programme, spz_plan_version_get_latest (programme)))
    return TRUE;

  for (guint n = 2; spz_plan_version_find (programme, free_title) != NULL; n++)
    {
      g_free (free_title);
      free_title = g_strdup_printf ("%s (%u)", title, n);
    }

  return spz_plan_version_freeze (programme, free_title, head->body_title, head->meeting_date, error) != 0;
}

/* The day a briefing is spoken on unless another one is given */
static SpzDate
get_day (SpzProgramme *programme,
         SpzMeeting   *meeting)
{
  return meeting != NULL && meeting->date != SPZ_DATE_NONE ? meeting->date
                                                           : spz_programme_get_reference_date (programme);
}

/* Past the checks of spz_programme_set(), which let nobody else say so */
static gboolean
set_delivered (SpzProgramme  *programme,
               SpzBriefing   *briefing,
               GError       **error)
{
  const char *const columns[] = { "state", NULL };
  g_auto (GValue) value = G_VALUE_INIT;

  if (briefing->state == SPZ_BRIEFING_DELIVERED)
    return TRUE;

  g_value_set_static_string (g_value_init (&value, G_TYPE_STRING), "delivered");

  return spz_store_update (spz_programme_get_store (programme), spz_record_get_table (SPZ_RECORD (briefing)),
                           spz_record_get_id (SPZ_RECORD (briefing)), columns, &value, error);
}

static gboolean
may_supersede (SpzBriefing  *briefing,
               SpzDelivery  *former,
               GError      **error)
{
  if (former == NULL || former->briefing == spz_record_get_id (SPZ_RECORD (briefing)))
    return TRUE;

  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("Only a delivery of the same briefing can be superseded. Please choose one of them."));
  return FALSE;
}

/**
 * spz_delivery_add:
 * @programme: a programme
 * @briefing: one of its briefings
 * @draft: what is to be kept
 * @error: return location for an #SPZ_ERROR
 *
 * Keeps a briefing as it was spoken, in one step: its lines, its papers and a
 * digest of them; the briefing is delivered then, and the plan is kept as it
 * was. Neither the delivery nor the briefing's own parts change any more.
 *
 * Returns: the delivery's id, or 0 with @error set
 */
gint64
spz_delivery_add (SpzProgramme            *programme,
                  SpzBriefing             *briefing,
                  const SpzDeliveryDraft  *draft,
                  GError                 **error)
{
  SpzMeeting *meeting = spz_briefing_get_meeting (programme, briefing);
  g_autofree char *body = meeting != NULL ? spz_meeting_dup_title (programme, meeting) : g_strdup ("");
  const Head head = {
    draft->at, draft->recipient, briefing->title, body,
    draft->date != SPZ_DATE_NONE ? draft->date : get_day (programme, meeting),
    briefing->speaker, draft->audience, draft->document, draft->pdf,
  };
  g_autofree char *digest = digest_draft (&head, draft->texts);
  gint64 id;

  if (!may_supersede (briefing, draft->supersedes, error) ||
      !spz_programme_begin (programme, _("Briefing delivered"), error))
    return 0;

  if (!set_delivered (programme, briefing, error) ||
      !keep_plan (programme, briefing, &head, error))
    goto failed;

  id = spz_programme_add (programme, SPZ_TYPE_DELIVERY, error,
                          "briefing", spz_record_get_id (SPZ_RECORD (briefing)),
                          "at", head.at,
                          "recipient", head.recipient,
                          "title", head.title,
                          "body-title", head.body_title,
                          "meeting-date", head.meeting_date,
                          "speaker", head.speaker,
                          "audience", head.audience,
                          "document", head.document,
                          "pdf", head.pdf,
                          "digest", digest,
                          "supersedes", draft->supersedes != NULL
                                        ? spz_record_get_id (SPZ_RECORD (draft->supersedes)) : (gint64) 0,
                          NULL);
  if (id == 0 || !add_lines (programme, id, draft->texts, error))
    goto failed;

  return spz_programme_commit (programme, error) ? id : 0;

failed:
  spz_programme_rollback (programme);
  return 0;
}

/* Reading */

static SpzRecordList *
get_deliveries (SpzProgramme *programme,
                SpzBriefing  *briefing)
{
  return spz_programme_get_children (programme, SPZ_TYPE_DELIVERY, "briefing",
                                     spz_record_get_id (SPZ_RECORD (briefing)));
}

/**
 * spz_briefing_is_delivered:
 * @programme: a programme
 * @briefing: a briefing
 *
 * Returns: whether it was delivered, and so can't be edited any more
 */
gboolean
spz_briefing_is_delivered (SpzProgramme *programme,
                           SpzBriefing  *briefing)
{
  return spz_record_list_get_size (get_deliveries (programme, briefing)) > 0;
}

/**
 * spz_delivery_is_superseded:
 * @programme: a programme
 * @delivery: a delivery
 *
 * Returns: whether another one supersedes it
 */
gboolean
spz_delivery_is_superseded (SpzProgramme *programme,
                            SpzDelivery  *delivery)
{
  return spz_record_list_get_size (spz_programme_get_children (programme, SPZ_TYPE_DELIVERY, "supersedes",
                                                               spz_record_get_id (SPZ_RECORD (delivery)))) > 0;
}

/**
 * spz_briefing_get_delivery:
 * @programme: a programme
 * @briefing: a briefing
 *
 * Gets the delivery that counts. Of several that are not superseded it is the
 * one that says most, which is the one for the narrowest audience; of these
 * the last.
 *
 * Returns: (transfer none) (nullable): the delivery
 */
SpzDelivery *
spz_briefing_get_delivery (SpzProgramme *programme,
                           SpzBriefing  *briefing)
{
  return spz_briefing_get_delivery_for (programme, briefing, SPZ_AUDIENCE_INTERNAL);
}

/**
 * spz_briefing_get_delivery_for:
 * @programme: a programme
 * @briefing: a briefing
 * @audience: who asks
 *
 * Gets what was delivered to an audience: the last of the deliveries that
 * are not superseded and were made for it, or else what
 * spz_briefing_get_delivery() gets, of which it may not see everything.
 *
 * Returns: (transfer none) (nullable): the delivery
 */
SpzDelivery *
spz_briefing_get_delivery_for (SpzProgramme *programme,
                               SpzBriefing  *briefing,
                               SpzAudience   audience)
{
  SpzRecordList *deliveries = get_deliveries (programme, briefing);
  SpzDelivery *best = NULL;
  SpzDelivery *own = NULL;

  for (guint i = 0; i < spz_record_list_get_size (deliveries); i++)
    {
      SpzDelivery *delivery = spz_record_list_get (deliveries, i);

      if (spz_delivery_is_superseded (programme, delivery))
        continue;

      if (best == NULL || delivery->audience >= best->audience)
        best = delivery;
      if ((SpzAudience) delivery->audience == audience)
        own = delivery;
    }

  return own != NULL ? own : best;
}

/* The last delivery to the same body before @date */
static SpzDelivery *
find_delivery_to_body (SpzProgramme *programme,
                       SpzBriefing  *briefing,
                       gint64        body,
                       SpzDate       date)
{
  SpzRecordList *briefings = spz_programme_get_list (programme, SPZ_TYPE_BRIEFING);
  SpzDelivery *last = NULL;

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    {
      SpzBriefing *other = spz_record_list_get (briefings, i);
      SpzMeeting *meeting = spz_briefing_get_meeting (programme, other);
      SpzDelivery *delivery;

      if (other == briefing || meeting == NULL || meeting->body != body)
        continue;

      delivery = spz_briefing_get_delivery (programme, other);
      if (delivery != NULL &&
          (date == SPZ_DATE_NONE || delivery->meeting_date < date) &&
          (last == NULL || delivery->meeting_date > last->meeting_date))
        last = delivery;
    }

  return last;
}

/**
 * spz_briefing_get_last_delivery:
 * @programme: a programme
 * @briefing: a briefing
 *
 * Gets what was said last time: the delivery of the nearest of its
 * predecessors that has one, else the last one to the same body.
 *
 * Returns: (transfer none) (nullable): the delivery, never of @briefing itself
 */
SpzDelivery *
spz_briefing_get_last_delivery (SpzProgramme *programme,
                                SpzBriefing  *briefing)
{
  SpzBriefing *predecessor = briefing;
  SpzMeeting *meeting = spz_briefing_get_meeting (programme, briefing);

  for (guint i = 0; i < MAX_CHAIN; i++)
    {
      SpzDelivery *delivery;

      predecessor = spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, predecessor->predecessor);
      if (predecessor == NULL || predecessor == briefing)
        break;

      delivery = spz_briefing_get_delivery (programme, predecessor);
      if (delivery != NULL)
        return delivery;
    }

  if (meeting == NULL || meeting->body == 0)
    return NULL;

  return find_delivery_to_body (programme, briefing, meeting->body, meeting->date);
}

/**
 * spz_deliveries_get_last:
 * @programme: a programme
 * @as_of: a date
 *
 * Returns: (transfer none) (nullable): what was spoken last before that date, to
 *   whomever
 */
SpzDelivery *
spz_deliveries_get_last (SpzProgramme *programme,
                         SpzDate       as_of)
{
  SpzRecordList *deliveries = spz_programme_get_list (programme, SPZ_TYPE_DELIVERY);
  SpzDelivery *last = NULL;

  for (guint i = 0; i < spz_record_list_get_size (deliveries); i++)
    {
      SpzDelivery *delivery = spz_record_list_get (deliveries, i);

      if (delivery->meeting_date != SPZ_DATE_NONE && delivery->meeting_date < as_of &&
          (last == NULL || delivery->meeting_date > last->meeting_date))
        last = delivery;
    }

  return last;
}

/**
 * spz_delivery_get_date:
 * @delivery: a delivery
 *
 * Returns: the day it was spoken on: the meeting's
 */
SpzDate
spz_delivery_get_date (SpzDelivery *delivery)
{
  return delivery->meeting_date;
}

/**
 * spz_delivery_describe:
 * @delivery: a delivery
 *
 * Returns: (transfer full): what, to whom and when: "Umsetzung
 *   E-Government-Strategie, Ausschuss für Finanzen und Digitalisierung, 08.02.2021"
 */
char *
spz_delivery_describe (SpzDelivery *delivery)
{
  g_autofree char *date = spz_date_format (delivery->meeting_date, SPZ_DATE_STYLE_SHORT);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (*delivery->title != '\0')
    parts[n++] = delivery->title;
  if (*delivery->body_title != '\0')
    parts[n++] = delivery->body_title;
  if (*date != '\0')
    parts[n++] = date;

  return g_strjoinv (", ", (char **) parts);
}

/* Searching */

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const SpzDeliveryHit *first = a, *second = b;

  if (first->delivery->meeting_date != second->delivery->meeting_date)
    return first->delivery->meeting_date > second->delivery->meeting_date ? -1 : 1;
  if (first->delivery != second->delivery)
    return spz_record_get_id (SPZ_RECORD (first->delivery)) > spz_record_get_id (SPZ_RECORD (second->delivery)) ? -1 : 1;

  return strcmp (first->line->position, second->line->position);
}

static void
search_delivery (SpzProgramme *programme,
                 SpzDelivery  *delivery,
                 const char   *query,
                 GArray       *hits)
{
  SpzRecordList *lines = get_lines (programme, delivery);
  const gboolean superseded = spz_delivery_is_superseded (programme, delivery);

  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);
      g_autofree char *plain = spz_inline_to_plain (line->title);
      g_autofree char *text = g_strconcat (line->heading, "\n", plain, NULL);
      g_autofree char *folded = spz_text_fold (text);
      const SpzDeliveryHit hit = { delivery, line, superseded };

      if (spz_text_matches (folded, query))
        g_array_append_val (hits, hit);
    }
}

/**
 * spz_deliveries_search:
 * @programme: a programme
 * @text: what to look for; all of its words must be in a line or its heading
 *
 * Finds what was said, to whom and when.
 *
 * Returns: (transfer full) (element-type SpzDeliveryHit): the lines, the latest
 *   delivery first; valid until deliveries change
 */
GArray *
spz_deliveries_search (SpzProgramme *programme,
                       const char   *text)
{
  SpzRecordList *deliveries = spz_programme_get_list (programme, SPZ_TYPE_DELIVERY);
  g_autofree char *query = spz_text_fold (text);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SpzDeliveryHit));

  if (*query == '\0')
    return hits;

  for (guint i = 0; i < spz_record_list_get_size (deliveries); i++)
    search_delivery (programme, spz_record_list_get (deliveries, i), query, hits);
  g_array_sort (hits, compare_hits);

  return hits;
}
