/* spz-rehearsals.c: how fast a speaker speaks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spz-rehearsals.h"

/* A rehearsal shorter than this tells nothing of the pace */
#define MIN_WORDS 20
#define MIN_SECONDS 10

/* Nobody speaks slower or faster; the programme's own pace has the same bounds */
#define MIN_PACE 40.0
#define MAX_PACE 300.0

/**
 * spz_rehearsal_add:
 * @programme: a programme
 * @briefing: the briefing that was spoken
 * @words: how many words were said, as spz_document_get_words() counts them
 * @seconds: how long it took
 * @error: return location for an #SPZ_ERROR
 *
 * Notes how long a briefing took to say, for the pace of its speaker.
 *
 * Returns: the rehearsal's id, or 0 with @error set
 */
gint64
spz_rehearsal_add (SpzProgramme  *programme,
                   SpzBriefing   *briefing,
                   guint          words,
                   guint          seconds,
                   GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format_iso8601 (now);
  gint64 id;

  if (!spz_programme_begin (programme, _("Rehearsal noted"), error))
    return 0;

  id = spz_programme_add (programme, SPZ_TYPE_REHEARSAL, error,
                          "briefing", spz_record_get_id (SPZ_RECORD (briefing)),
                          "speaker", briefing->speaker,
                          "at", at,
                          "words", (gint64) words,
                          "seconds", (gint64) seconds,
                          NULL);
  if (id == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? id : 0;
}

static int
compare_paces (gconstpointer a,
               gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static double
get_median (GArray *paces)
{
  const guint half = paces->len / 2;

  g_array_sort (paces, compare_paces);
  if (paces->len % 2 == 1)
    return g_array_index (paces, double, half);

  return (g_array_index (paces, double, half - 1) + g_array_index (paces, double, half)) / 2;
}

/**
 * spz_speaker_get_pace:
 * @programme: a programme
 * @speaker: who speaks, as briefings name them
 * @learnt: (out) (optional): whether it is known from rehearsals
 *
 * Gets the pace of a speaker: the median of their rehearsals, or else what the
 * programme assumes.
 *
 * Returns: words a minute, 40 to 300
 */
double
spz_speaker_get_pace (SpzProgramme *programme,
                      const char   *speaker,
                      gboolean     *learnt)
{
  SpzRecordList *rehearsals = spz_programme_get_list (programme, SPZ_TYPE_REHEARSAL);
  g_autoptr (GArray) paces = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < spz_record_list_get_size (rehearsals); i++)
    {
      SpzRehearsal *rehearsal = spz_record_list_get (rehearsals, i);

      if (rehearsal->words >= MIN_WORDS && rehearsal->seconds >= MIN_SECONDS &&
          g_str_equal (rehearsal->speaker, speaker))
        {
          double pace = 60.0 * (double) rehearsal->words / (double) rehearsal->seconds;

          g_array_append_val (paces, pace);
        }
    }

  if (learnt != NULL)
    *learnt = paces->len > 0;

  return CLAMP (paces->len > 0 ? get_median (paces)
                               : (double) spz_programme_get_info (programme)->words_per_minute,
                MIN_PACE, MAX_PACE);
}

/**
 * spz_speaking_time:
 * @programme: a programme
 * @speaker: who speaks
 * @words: how many words, as spz_document_get_words() counts them
 *
 * Returns: how long they take to say, in seconds
 */
guint
spz_speaking_time (SpzProgramme *programme,
                   const char   *speaker,
                   guint         words)
{
  return (guint) lround (60.0 * words / spz_speaker_get_pace (programme, speaker, NULL));
}

/**
 * spz_speaking_time_format:
 * @seconds: a time
 *
 * Returns: (transfer full): the time in whole minutes, upwards: "about 7 minutes"
 */
char *
spz_speaking_time_format (guint seconds)
{
  guint minutes = (seconds + 59) / 60;

  /* Translators: how long a text takes to say */
  return g_strdup_printf (ngettext ("about %u minute", "about %u minutes", minutes), minutes);
}
