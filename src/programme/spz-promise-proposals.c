/* spz-promise-proposals.c: promises that a text seems to make
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-inline.h"
#include "spz-promises.h"
#include "spz-text.h"

/* Words shorter than this tell nothing of what is meant, but for abbreviations */
#define MIN_WORD 5
#define MIN_ABBREVIATION 3

/* How many letters of two long words have to agree from the start: "Pilotphase"
 * and "Pilotbereiche" are both of the pilot */
#define STEM 5

typedef struct
{
  SpzProgramme *programme;
  GPtrArray    *words;    /* of the text, folded */
  SpzRecord    *best;
  guint         score;
} Search;

/**
 * spz_promise_proposal_free:
 * @self: (transfer full): a proposal
 */
void
spz_promise_proposal_free (SpzPromiseProposal *self)
{
  g_free (self->words);
  g_free (self);
}

static gboolean
is_abbreviation (const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;

  return length >= MIN_ABBREVIATION;
}

/* The words that say what a text is about, folded */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      const gboolean inside = *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_autofree char *word = g_strndup (start, p - start);

          if (is_abbreviation (word) || g_utf8_strlen (word, -1) >= MIN_WORD)
            g_ptr_array_add (words, spz_text_fold (word));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static gboolean
is_related (const char *a,
            const char *b)
{
  if (strlen (a) < STEM || strlen (b) < STEM)
    return g_str_equal (a, b);

  return strncmp (a, b, STEM) == 0;
}

/* How many words of @title the text has */
static guint
count_related (Search     *self,
               const char *title)
{
  g_autofree char *plain = spz_inline_to_plain (title);
  g_autoptr (GPtrArray) words = split_words (plain);
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; j < self->words->len; j++)
      if (is_related (g_ptr_array_index (words, i), g_ptr_array_index (self->words, j)))
        {
          n++;
          break;
        }

  return n;
}

/* Only what fits the period; of that what has most words in common, its own
 * title's before its measure's */
static void
consider (Search     *self,
          gpointer    record,
          const char *context,
          gboolean    fits)
{
  guint own, score;

  if (!fits)
    return;

  own = count_related (self, spz_record_get_title (record));
  score = 2 * own + count_related (self, context);
  if (own > 0 && score > self->score)
    {
      self->best = record;
      self->score = score;
    }
}

static gboolean
is_within (const SpzPromiseProposal *proposal,
           SpzDate                   first,
           SpzDate                   last)
{
  return (proposal->earliest == SPZ_DATE_NONE || last >= proposal->earliest) &&
         (proposal->latest == SPZ_DATE_NONE || first <= proposal->latest);
}

static void
find_subject (Search             *self,
              SpzPromiseProposal *proposal)
{
  SpzRecordList *phases = spz_programme_get_list (self->programme, SPZ_TYPE_PHASE);
  SpzRecordList *milestones = spz_programme_get_list (self->programme, SPZ_TYPE_MILESTONE);
  SpzRecordList *assignments = spz_programme_get_list (self->programme, SPZ_TYPE_ASSIGNMENT);

  self->best = NULL;
  self->score = 0;

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);
      SpzMeasure *measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, phase->measure);
      SpzDate event = proposal->event == SPZ_PROMISE_END ? phase->end : phase->start;

      consider (self, phase, measure != NULL ? measure->title : "",
                is_within (proposal, event, spz_date_get_last_day (event, phase->precision)));
    }
  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);

      consider (self, milestone, "", is_within (proposal, milestone->date, milestone->date));
    }
  for (guint i = 0; i < spz_record_list_get_size (assignments); i++)
    {
      SpzAssignment *assignment = spz_record_list_get (assignments, i);

      consider (self, assignment, "",
                assignment->due != SPZ_DATE_NONE && is_within (proposal, assignment->due, assignment->due));
    }

  proposal->subject = self->best;
}

/* "bis Ende 2021 abgeschlossen": what ends */
static SpzPromiseEvent
guess_event (const char           *text,
             const SpzPeriodMatch *match)
{
  static const char *const ends[] = { "abgeschlossen", "abschluss", "fertig", "beendet", "endet", "endfrist" };
  g_autofree char *folded = spz_text_fold (text);

  if (match->bound == SPZ_PERIOD_UNTIL)
    return SPZ_PROMISE_END;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (strstr (folded, ends[i]) != NULL)
      return SPZ_PROMISE_END;

  return SPZ_PROMISE_START;
}

/**
 * spz_point_propose_promises:
 * @programme: a programme
 * @point: a point
 *
 * Reads the periods a point names that have not passed, and guesses what of the
 * plan they are said of. Nothing is written: it is for somebody to agree with.
 *
 * Returns: (transfer full) (element-type SpzPromiseProposal): the proposals, in
 *   the order of the text
 */
GPtrArray *
spz_point_propose_promises (SpzProgramme *programme,
                            SpzPoint     *point)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_promise_proposal_free);
  SpzDate today = spz_programme_get_reference_date (programme);
  g_autofree char *text = spz_inline_to_plain (point->title);
  g_autoptr (GArray) matches = spz_period_find (text, point->since != SPZ_DATE_NONE ? point->since : today);
  g_autoptr (GPtrArray) words = split_words (text);
  Search search = { programme, words, NULL, 0 };

  for (guint i = 0; i < matches->len; i++)
    {
      const SpzPeriodMatch *match = &g_array_index (matches, SpzPeriodMatch, i);
      SpzPromiseProposal *proposal;

      if (match->end < today)
        continue;

      proposal = g_new0 (SpzPromiseProposal, 1);
      proposal->event = guess_event (text, match);
      proposal->earliest = match->bound == SPZ_PERIOD_UNTIL ? SPZ_DATE_NONE : match->start;
      proposal->latest = match->bound == SPZ_PERIOD_FROM ? SPZ_DATE_NONE : match->end;
      proposal->words = g_strndup (text + match->offset, match->length);
      find_subject (&search, proposal);
      g_ptr_array_add (proposals, proposal);
    }

  return proposals;
}
