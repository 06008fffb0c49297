/* spz-promise-edit.c: writing down what was said of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-figures.h"
#include "spz-promises.h"
#include "spz-text.h"

/* Reading a period */

/* What opens a period to one side, in both languages it is written in */
static const struct
{
  const char *word;
  gboolean    until;
} openings[] = {
  { "until ", TRUE }, { "by ", TRUE }, { "bis zum ", TRUE }, { "bis ", TRUE },
  { "from ", FALSE }, { "ab dem ", FALSE }, { "ab ", FALSE },
};

/* Whether there is nothing in @text but what was found, and what joins it:
 * a word that was not understood may change the meaning. */
static gboolean
covers (const char *text,
        GArray     *matches)
{
  g_autofree char *rest = g_strdup (text);

  for (guint i = 0; i < matches->len; i++)
    {
      const SpzPeriodMatch *match = &g_array_index (matches, SpzPeriodMatch, i);

      memset (rest + match->offset, ' ', match->length);
    }

  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;

  return matches->len > 0;
}

static gboolean
find_span (const char *text,
           SpzDate     near,
           SpzDate    *earliest,
           SpzDate    *latest)
{
  g_autoptr (GArray) matches = spz_period_find (text, near);
  const SpzPeriodMatch *first, *last;

  if (!covers (text, matches))
    return FALSE;

  first = &g_array_index (matches, SpzPeriodMatch, 0);
  last = &g_array_index (matches, SpzPeriodMatch, matches->len - 1);
  *earliest = first->bound == SPZ_PERIOD_UNTIL && matches->len == 1 ? SPZ_DATE_NONE : first->start;
  *latest = last->bound == SPZ_PERIOD_FROM ? SPZ_DATE_NONE : last->end;

  return TRUE;
}

/**
 * spz_promise_parse_period:
 * @text: a period as people write it: "2. Halbjahr 2021", "bis 31.12.2021"
 * @near: when it was said
 * @earliest: (out): its first day, or %SPZ_DATE_NONE where it is open
 * @latest: (out): its last day, or %SPZ_DATE_NONE where it is open
 *
 * Reads a period in which something was promised, such as
 * spz_promise_dup_said() writes.
 *
 * Returns: whether it is one, with nothing besides that is not understood
 */
gboolean
spz_promise_parse_period (const char *text,
                          SpzDate     near,
                          SpzDate    *earliest,
                          SpzDate    *latest)
{
  g_autofree char *squeezed = spz_text_squeeze (text);
  SpzDate start, end;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const char *word = openings[i].word;

      if (g_ascii_strncasecmp (squeezed, word, strlen (word)) != 0 ||
          !spz_period_parse (squeezed + strlen (word), &start, &end, NULL))
        continue;

      *earliest = openings[i].until ? SPZ_DATE_NONE : start;
      *latest = openings[i].until ? end : SPZ_DATE_NONE;
      return TRUE;
    }

  return spz_period_parse (squeezed, earliest, latest, NULL) ||
         find_span (squeezed, near, earliest, latest);
}

/* What breaks one */

/**
 * spz_promise_get_spoken:
 * @programme: a programme
 * @promise: a promise
 *
 * Returns: when it was said last, by a delivery; else since when its point is
 *   there; %SPZ_DATE_NONE if neither is known
 */
SpzDate
spz_promise_get_spoken (SpzProgramme *programme,
                        SpzPromise   *promise)
{
  SpzRecordList *lines = spz_programme_get_list (programme, SPZ_TYPE_DELIVERY_LINE);
  SpzPoint *point = spz_programme_lookup (programme, SPZ_TYPE_POINT, promise->point);
  SpzDate spoken = SPZ_DATE_NONE;

  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);
      SpzDelivery *delivery = line->point == promise->point
                              ? spz_programme_lookup (programme, SPZ_TYPE_DELIVERY, line->delivery) : NULL;

      if (delivery != NULL)
        spoken = MAX (spoken, delivery->meeting_date);
    }

  return spoken != SPZ_DATE_NONE || point == NULL ? spoken : point->since;
}

/**
 * spz_promises_describe_new_break:
 * @programme: a programme
 * @before: (element-type SpzPromise): what spz_promises_find_broken() returned
 *   before the plan was changed
 *
 * Returns: (transfer full) (nullable): the first promise that is broken since,
 *   in short; %NULL if none is
 */
char *
spz_promises_describe_new_break (SpzProgramme *programme,
                                 GPtrArray    *before)
{
  g_autoptr (GPtrArray) after = spz_promises_find_broken (programme);

  for (guint i = 0; i < after->len; i++)
    {
      SpzPromise *promise = g_ptr_array_index (after, i);
      g_autofree char *said = NULL;
      g_autofree char *date = NULL;

      if (g_ptr_array_find (before, promise, NULL))
        continue;

      said = spz_promise_dup_said (programme, promise);
      date = spz_date_format (spz_promise_get_spoken (programme, promise), SPZ_DATE_STYLE_LONG);
      if (*date == '\0')
        /* Translators: %s is the period that was said */
        return g_strdup_printf (_("Contradicts a promise: %s"), said);

      /* Translators: when something was promised, and the period that was said */
      return g_strdup_printf (_("Contradicts the promise of %s: %s"), date, said);
    }

  return NULL;
}

/* Operations */

/**
 * spz_promise_add_proposal:
 * @programme: a programme
 * @point: the point it was recognised in
 * @proposal: a proposal with a subject
 * @error: return location for an #SPZ_ERROR
 *
 * Agrees with what was recognised.
 *
 * Returns: the promise's id, or 0 with @error set
 */
gint64
spz_promise_add_proposal (SpzProgramme              *programme,
                          SpzPoint                  *point,
                          const SpzPromiseProposal  *proposal,
                          GError                   **error)
{
  g_return_val_if_fail (proposal->subject != NULL, 0);

  return spz_promise_add (programme, point, proposal->subject, proposal->event,
                          proposal->earliest, proposal->latest, error);
}

/**
 * spz_promise_add_as_planned:
 * @programme: a programme
 * @point: the point that says it
 * @subject: (type SpzRecord): a phase, a milestone, a figure or an assignment
 * @error: return location for an #SPZ_ERROR
 *
 * Links a point with what it speaks of, as that is now: when a phase starts,
 * when a milestone is, what a figure's value is, when a work order is due.
 *
 * Returns: the promise's id, or 0 with @error set
 */
gint64
spz_promise_add_as_planned (SpzProgramme  *programme,
                            SpzPoint      *point,
                            gpointer       subject,
                            GError       **error)
{
  if (SPZ_IS_FIGURE (subject))
    {
      double number = 0;

      if (!spz_figure_get_number (programme, subject, spz_programme_get_reference_date (programme), &number, error))
        return 0;

      return spz_promise_add_value (programme, point, subject, number, error);
    }

  if (SPZ_IS_PHASE (subject))
    {
      SpzPhase *phase = subject;

      return spz_promise_add (programme, point, phase, SPZ_PROMISE_START, phase->start,
                              spz_date_get_last_day (phase->start, phase->precision), error);
    }

  if (SPZ_IS_MILESTONE (subject))
    {
      SpzMilestone *milestone = subject;

      return spz_promise_add (programme, point, milestone, SPZ_PROMISE_START, milestone->date,
                              spz_date_get_last_day (milestone->date, milestone->precision), error);
    }

  g_return_val_if_fail (SPZ_IS_ASSIGNMENT (subject), 0);

  return spz_promise_add (programme, point, subject, SPZ_PROMISE_END, SPZ_DATE_NONE,
                          SPZ_ASSIGNMENT (subject)->due, error);
}

static gboolean
change_value (SpzProgramme  *programme,
              SpzPromise    *promise,
              const char    *said,
              GError       **error)
{
  SpzFigure *figure = spz_programme_lookup (programme, SPZ_TYPE_FIGURE, promise->figure);
  g_autoptr (GString) number_text = g_string_new (said);
  double number;

  /* "42,3 %", as it is shown */
  if (figure != NULL && *figure->unit != '\0')
    g_string_replace (number_text, figure->unit, "", 0);
  g_string_replace (number_text, "\302\240", " ", 0);

  if (!spz_text_parse_number (g_strstrip (number_text->str), &number))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("“%s” is no number. Please give the value as it was said."), said);
      return FALSE;
    }

  return number == promise->value || spz_programme_set (programme, promise, error, "value", number, NULL);
}

/**
 * spz_promise_change:
 * @programme: a programme
 * @promise: a promise
 * @event: what was said of its subject; nothing to a figure
 * @said: the period or the value that was said, as people write it
 * @error: return location for an #SPZ_ERROR
 *
 * Corrects what was said, in one step.
 *
 * Returns: whether it is so now
 */
gboolean
spz_promise_change (SpzProgramme     *programme,
                    SpzPromise       *promise,
                    SpzPromiseEvent   event,
                    const char       *said,
                    GError          **error)
{
  SpzDate earliest, latest;

  if (promise->figure != 0)
    return change_value (programme, promise, said, error);

  if (!spz_promise_parse_period (said, spz_programme_get_reference_date (programme), &earliest, &latest))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("“%s” is no period. Please write for instance “Q3 2021” or “bis 31.12.2021”."), said);
      return FALSE;
    }

  if (event == (SpzPromiseEvent) promise->event && earliest == promise->earliest && latest == promise->latest)
    return TRUE;

  return spz_programme_set (programme, promise, error,
                            "event", event, "earliest", earliest, "latest", latest, NULL);
}
