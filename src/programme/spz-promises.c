/* spz-promises.c: what was said of the plan, and whether it still holds
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spz-audience.h"
#include "spz-blocks.h"
#include "spz-figures.h"
#include "spz-inline.h"
#include "spz-plan.h"
#include "spz-promises.h"

/* Points that carry each other forward longer than this do so in a circle */
#define MAX_CHAIN 1000

/**
 * spz_promise_get_subject:
 * @programme: a programme
 * @promise: a promise
 *
 * Returns: (transfer none) (nullable) (type SpzRecord): the phase, milestone,
 *   figure or assignment it was said of; %NULL if that was deleted
 */
gpointer
spz_promise_get_subject (SpzProgramme *programme,
                         SpzPromise   *promise)
{
  if (promise->phase)
    return spz_programme_lookup (programme, SPZ_TYPE_PHASE, promise->phase);
  if (promise->milestone)
    return spz_programme_lookup (programme, SPZ_TYPE_MILESTONE, promise->milestone);
  if (promise->figure)
    return spz_programme_lookup (programme, SPZ_TYPE_FIGURE, promise->figure);
  if (promise->assignment)
    return spz_programme_lookup (programme, SPZ_TYPE_ASSIGNMENT, promise->assignment);

  return NULL;
}

/* Adding */

static const char *
get_property (gpointer subject)
{
  if (SPZ_IS_PHASE (subject))
    return "phase";
  if (SPZ_IS_MILESTONE (subject))
    return "milestone";
  if (SPZ_IS_ASSIGNMENT (subject))
    return "assignment";

  return SPZ_IS_FIGURE (subject) ? "figure" : NULL;
}

static gint64
add (SpzProgramme     *programme,
     SpzPoint         *point,
     gpointer          subject,
     SpzPromiseEvent   event,
     SpzDate           earliest,
     SpzDate           latest,
     double            value,
     GError          **error)
{
  gint64 id;

  if (!spz_programme_begin (programme, _("Promise linked"), error))
    return 0;

  id = spz_programme_add (programme, SPZ_TYPE_PROMISE, error,
                          "point", spz_record_get_id (SPZ_RECORD (point)),
                          get_property (subject), spz_record_get_id (subject),
                          "title", spz_record_get_title (subject),
                          "event", event,
                          "earliest", earliest,
                          "latest", latest,
                          "value", value,
                          NULL);
  if (id == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? id : 0;
}

/**
 * spz_promise_add:
 * @programme: a programme
 * @point: the point that promises it, which may have been delivered
 * @subject: (type SpzRecord): a phase, a milestone or an assignment
 * @event: what of it: that it starts or takes place, or that it ends or is due
 * @earliest: not before this day, or %SPZ_DATE_NONE
 * @latest: not after this day, or %SPZ_DATE_NONE; one of both is given
 * @error: return location for an #SPZ_ERROR
 *
 * Says what a point promises of the plan.
 *
 * Returns: the promise's id, or 0 with @error set
 */
gint64
spz_promise_add (SpzProgramme     *programme,
                 SpzPoint         *point,
                 gpointer          subject,
                 SpzPromiseEvent   event,
                 SpzDate           earliest,
                 SpzDate           latest,
                 GError          **error)
{
  g_return_val_if_fail (get_property (subject) != NULL && !SPZ_IS_FIGURE (subject), 0);

  if ((earliest == SPZ_DATE_NONE && latest == SPZ_DATE_NONE) ||
      (latest != SPZ_DATE_NONE && earliest > latest))
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("A promise needs a period: please give a first day, a last day, or both in this order."));
      return 0;
    }

  return add (programme, point, subject, event, earliest, latest, 0, error);
}

/**
 * spz_promise_add_value:
 * @programme: a programme
 * @point: the point that says it, which may have been delivered
 * @figure: a figure
 * @value: its value as it is said
 * @error: return location for an #SPZ_ERROR
 *
 * Says what a point tells of a figure.
 *
 * Returns: the promise's id, or 0 with @error set
 */
gint64
spz_promise_add_value (SpzProgramme  *programme,
                       SpzPoint      *point,
                       SpzFigure     *figure,
                       double         value,
                       GError       **error)
{
  return add (programme, point, figure, SPZ_PROMISE_START, SPZ_DATE_NONE, SPZ_DATE_NONE, value, error);
}

/* State */

/* The days on which the promised event may be by the plan; not where it has none */
static gboolean
get_planned (gpointer    subject,
             SpzPromise *promise,
             SpzDate    *first,
             SpzDate    *last)
{
  if (SPZ_IS_PHASE (subject))
    {
      SpzPhase *phase = subject;

      if (promise->event == SPZ_PROMISE_START)
        {
          *first = phase->start;
          *last = MIN (spz_date_get_last_day (phase->start, phase->precision), phase->end);
        }
      else
        {
          *first = *last = phase->end;
        }
      return promise->event == SPZ_PROMISE_START || phase->certainty != SPZ_CERTAINTY_ONGOING;
    }

  if (SPZ_IS_MILESTONE (subject))
    {
      SpzMilestone *milestone = subject;

      *first = milestone->date;
      *last = spz_date_get_last_day (milestone->date, milestone->precision);
      return TRUE;
    }

  *first = *last = SPZ_ASSIGNMENT (subject)->due;
  return *first != SPZ_DATE_NONE;
}

/* Whether what was promised is done, so that nobody can be late with it */
static gboolean
is_fulfilled (SpzPromise *promise,
              gpointer    subject,
              SpzDate     as_of)
{
  SpzDate first, last;

  if (SPZ_IS_ASSIGNMENT (subject))
    return SPZ_ASSIGNMENT (subject)->state == SPZ_ASSIGNMENT_DONE;
  if (SPZ_IS_PHASE (subject) && promise->event == SPZ_PROMISE_END)
    return SPZ_PHASE (subject)->progress >= 100;

  return get_planned (subject, promise, &first, &last) && last < as_of;
}

static gboolean
is_figure_kept (SpzProgramme *programme,
                SpzPromise   *promise,
                SpzFigure    *figure)
{
  double number;

  return spz_figure_get_number (programme, figure, spz_programme_get_reference_date (programme), &number, NULL) &&
         fabs (number - promise->value) <= 0.5 * pow (10, -(double) figure->decimals) + 1e-9;
}

static gboolean
is_kept (SpzProgramme *programme,
         SpzPromise   *promise,
         gpointer      subject)
{
  SpzDate today = spz_programme_get_reference_date (programme);
  const gboolean fulfilled = is_fulfilled (promise, subject, today);
  SpzDate first, last;

  /* A work order that is done was done; its date says nothing any more. */
  if (SPZ_IS_ASSIGNMENT (subject) && fulfilled)
    return TRUE;

  if (get_planned (subject, promise, &first, &last) &&
      ((promise->earliest != SPZ_DATE_NONE && last < promise->earliest) ||
       (promise->latest != SPZ_DATE_NONE && first > promise->latest)))
    return FALSE;

  return fulfilled || promise->latest == SPZ_DATE_NONE || promise->latest >= today;
}

/**
 * spz_promise_get_state:
 * @programme: a programme
 * @promise: a promise
 *
 * Says whether the plan still fits what was said, as seen from the reference
 * date. A date that is known to a quarter fits where any of its days does; what
 * has to be done by a day that has passed, and isn't, does not fit.
 *
 * Returns: the state
 */
SpzPromiseState
spz_promise_get_state (SpzProgramme *programme,
                       SpzPromise   *promise)
{
  gpointer subject = spz_promise_get_subject (programme, promise);

  if (subject == NULL)
    return SPZ_PROMISE_GONE;

  if (SPZ_IS_FIGURE (subject) ? is_figure_kept (programme, promise, subject)
                              : is_kept (programme, promise, subject))
    return SPZ_PROMISE_KEPT;

  return SPZ_PROMISE_CONTRADICTED;
}

static gboolean
has_same_subject (SpzPromise *a,
                  SpzPromise *b)
{
  return a->phase == b->phase && a->milestone == b->milestone &&
         a->figure == b->figure && a->assignment == b->assignment && a->event == b->event;
}

/* Whether the point, or one that carries it forward, says the same anew */
static gboolean
is_said_anew (SpzProgramme *programme,
              SpzPromise   *promise,
              gint64        point,
              guint         depth)
{
  SpzRecordList *followers = spz_programme_get_children (programme, SPZ_TYPE_POINT, "predecessor", point);

  for (guint i = 0; depth < MAX_CHAIN && i < spz_record_list_get_size (followers); i++)
    {
      gint64 follower = spz_record_get_id (spz_record_list_get (followers, i));
      SpzRecordList *promises = spz_programme_get_children (programme, SPZ_TYPE_PROMISE, "point", follower);

      for (guint j = 0; j < spz_record_list_get_size (promises); j++)
        if (has_same_subject (spz_record_list_get (promises, j), promise))
          return TRUE;

      if (follower != point && is_said_anew (programme, promise, follower, depth + 1))
        return TRUE;
    }

  return FALSE;
}

/**
 * spz_promise_is_renewed:
 * @programme: a programme
 * @promise: a promise
 *
 * Returns: whether a point that carries this one's forward promises something
 *   of the same subject, so that this promise is a thing of the past
 */
gboolean
spz_promise_is_renewed (SpzProgramme *programme,
                        SpzPromise   *promise)
{
  return is_said_anew (programme, promise, promise->point, 0);
}

/**
 * spz_promise_is_open:
 * @programme: a programme
 * @promise: a promise
 *
 * Returns: whether it is still to be fulfilled; what was said of a figure was
 *   a statement, and is open only where it doesn't hold
 */
gboolean
spz_promise_is_open (SpzProgramme *programme,
                     SpzPromise   *promise)
{
  gpointer subject = spz_promise_get_subject (programme, promise);

  if (spz_promise_is_renewed (programme, promise))
    return FALSE;
  if (spz_promise_get_state (programme, promise) != SPZ_PROMISE_KEPT)
    return TRUE;
  if (subject == NULL || SPZ_IS_FIGURE (subject))
    return FALSE;

  return !is_fulfilled (promise, subject, spz_programme_get_reference_date (programme));
}

/**
 * spz_promise_get_audience:
 * @programme: a programme
 * @promise: a promise
 *
 * Gets who may see what is told of a promise: who may see both the point that
 * says it, with all it stands under, and its subject. Of a subject that was
 * deleted nobody knows any more whose it was: it is internal.
 *
 * Returns: the audience
 */
SpzAudience
spz_promise_get_audience (SpzProgramme *programme,
                          SpzPromise   *promise)
{
  gpointer subject = spz_promise_get_subject (programme, promise);
  SpzPoint *point = spz_programme_lookup (programme, SPZ_TYPE_POINT, promise->point);

  if (subject == NULL || point == NULL)
    return SPZ_AUDIENCE_INTERNAL;

  return MAX (spz_record_get_audience (programme, subject), spz_record_get_audience (programme, point));
}

/* In words */

static gboolean
is_span (SpzDate start,
         SpzDate end,
         int     months)
{
  int month, day;

  spz_date_get (start, NULL, &month, &day);

  return day == 1 && (month - 1) % months == 0 && spz_date_add_months (start, months) - 1 == end;
}

/**
 * spz_promise_dup_said:
 * @programme: a programme
 * @promise: a promise
 *
 * Returns: (transfer full): the period or the value that was said: "2. Halbjahr 2021"
 */
char *
spz_promise_dup_said (SpzProgramme *programme,
                      SpzPromise   *promise)
{
  SpzPrecision precision = SPZ_PRECISION_DAY;

  if (promise->earliest == SPZ_DATE_NONE && promise->latest == SPZ_DATE_NONE)
    {
      SpzFigure *figure = spz_programme_lookup (programme, SPZ_TYPE_FIGURE, promise->figure);

      return figure != NULL ? spz_figure_format_number (figure, promise->value) : g_strdup ("–");
    }

  if (promise->earliest == promise->latest)
    return spz_date_format (promise->latest, SPZ_DATE_STYLE_SHORT);

  if (promise->earliest != SPZ_DATE_NONE && promise->latest != SPZ_DATE_NONE)
    {
      if (is_span (promise->earliest, promise->latest, 6))
        precision = SPZ_PRECISION_HALF;
      else if (is_span (promise->earliest, promise->latest, 12))
        precision = SPZ_PRECISION_YEAR;
      else
        precision = spz_plan_guess_precision (promise->earliest, promise->latest, 1);
    }

  return spz_period_format (promise->earliest, promise->latest, precision);
}

/**
 * spz_promise_dup_planned:
 * @programme: a programme
 * @promise: a promise
 *
 * Returns: (transfer full) (nullable): what the plan says now; %NULL if the
 *   subject is gone or has no date
 */
char *
spz_promise_dup_planned (SpzProgramme *programme,
                         SpzPromise   *promise)
{
  gpointer subject = spz_promise_get_subject (programme, promise);
  SpzDate first, last;
  double number;

  if (subject == NULL)
    return NULL;
  if (SPZ_IS_MILESTONE (subject))
    return spz_milestone_dup_date (subject);
  if (SPZ_IS_FIGURE (subject))
    return spz_figure_get_number (programme, subject, spz_programme_get_reference_date (programme), &number, NULL)
           ? spz_figure_format_number (subject, number) : NULL;
  if (!get_planned (subject, promise, &first, &last))
    return NULL;

  if (SPZ_IS_PHASE (subject) && SPZ_PHASE (subject)->precision != SPZ_PRECISION_DAY)
    return spz_date_format_precision (first, SPZ_PHASE (subject)->precision);

  return spz_date_format (first, SPZ_DATE_STYLE_SHORT);
}

/**
 * spz_promise_subject_dup_title:
 * @programme: a programme
 * @subject: (type SpzRecord): a phase, a milestone, a figure or an assignment
 *
 * Returns: (transfer full): what it is called, plain text; of a phase with its
 *   measure, as every measure has a "Konzeption"
 */
char *
spz_promise_subject_dup_title (SpzProgramme *programme,
                               gpointer      subject)
{
  g_autofree char *title = spz_inline_to_plain (spz_record_get_title (subject));
  SpzMeasure *measure = NULL;

  if (SPZ_IS_PHASE (subject))
    measure = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, SPZ_PHASE (subject)->measure);

  return measure != NULL ? g_strdup_printf ("%s: %s", measure->title, title) : g_steal_pointer (&title);
}

static char *
dup_subject_title (SpzProgramme *programme,
                   SpzPromise   *promise)
{
  gpointer subject = spz_promise_get_subject (programme, promise);

  return subject != NULL ? spz_promise_subject_dup_title (programme, subject) : spz_inline_to_plain (promise->title);
}

/**
 * spz_promise_describe:
 * @programme: a programme
 * @promise: a promise
 *
 * Returns: (transfer full): the promise as a sentence, with what was said and
 *   what the plan says now where they differ
 */
char *
spz_promise_describe (SpzProgramme *programme,
                      SpzPromise   *promise)
{
  g_autofree char *title = dup_subject_title (programme, promise);
  g_autofree char *said = spz_promise_dup_said (programme, promise);
  g_autofree char *planned = spz_promise_dup_planned (programme, promise);

  switch (spz_promise_get_state (programme, promise))
    {
    case SPZ_PROMISE_GONE:
      /* Translators: what was promised, the period or value that was said */
      return g_strdup_printf (_("“%s”: %s was said; it is not in the plan any more."), title, said);

    case SPZ_PROMISE_CONTRADICTED:
      if (planned == NULL)
        /* Translators: what was promised, the period that was said */
        return g_strdup_printf (_("“%s”: %s was said; it has no date now."), title, said);
      if (promise->figure)
        /* Translators: a key figure, the value that was said, its value now */
        return g_strdup_printf (_("“%s”: %s was said; it is %s now."), title, said, planned);
      if (promise->event == SPZ_PROMISE_END)
        /* Translators: what was promised, the period that was said for its end, when it ends by the plan */
        return g_strdup_printf (_("“%s”: its end was said to be %s; the plan says %s."), title, said, planned);
      /* Translators: what was promised, the period that was said, what the plan says */
      return g_strdup_printf (_("“%s”: %s was said; the plan says %s."), title, said, planned);

    case SPZ_PROMISE_KEPT:
    default:
      if (promise->event == SPZ_PROMISE_END)
        /* Translators: what was promised, the period that was said for its end */
        return g_strdup_printf (_("“%s”: its end was said to be %s."), title, said);
      /* Translators: what was promised, the period or value that was said */
      return g_strdup_printf (_("“%s”: %s was said."), title, said);
    }
}

/**
 * spz_promise_state_get_label:
 * @state: a state
 *
 * Returns: (transfer none): the word for it, in the user's language
 */
const char *
spz_promise_state_get_label (SpzPromiseState state)
{
  /* Translators: whether the plan still fits what was said */
  static const char *const labels[] = {
    NC_("promise", "Kept"), NC_("promise", "Contradicted"), NC_("promise", "Subject Deleted"),
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "promise", labels[state]);
}

/* Lists */

/**
 * spz_promises_find_broken:
 * @programme: a programme
 *
 * Returns: (transfer full) (element-type SpzPromise): the promises that the
 *   plan doesn't fit any more and that nobody has renewed
 */
GPtrArray *
spz_promises_find_broken (SpzProgramme *programme)
{
  SpzRecordList *promises = spz_programme_get_list (programme, SPZ_TYPE_PROMISE);
  GPtrArray *broken = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < spz_record_list_get_size (promises); i++)
    {
      SpzPromise *promise = spz_record_list_get (promises, i);

      if (spz_promise_get_state (programme, promise) != SPZ_PROMISE_KEPT &&
          !spz_promise_is_renewed (programme, promise))
        g_ptr_array_add (broken, g_object_ref (promise));
    }

  return broken;
}

static void
append_promises_of (SpzProgramme *programme,
                    SpzPoint     *point,
                    GPtrArray    *found)
{
  for (guint i = 0; point != NULL && i < MAX_CHAIN; i++)
    {
      SpzRecordList *promises = spz_programme_get_children (programme, SPZ_TYPE_PROMISE, "point",
                                                            spz_record_get_id (SPZ_RECORD (point)));

      for (guint j = 0; j < spz_record_list_get_size (promises); j++)
        {
          SpzPromise *promise = spz_record_list_get (promises, j);

          if (!g_ptr_array_find (found, promise, NULL) && !spz_promise_is_renewed (programme, promise))
            g_ptr_array_add (found, g_object_ref (promise));
        }
      point = spz_programme_lookup (programme, SPZ_TYPE_POINT, point->predecessor);
    }
}

/**
 * spz_promises_find_in:
 * @programme: a programme
 * @briefing: a briefing
 *
 * Returns: (transfer full) (element-type SpzPromise): the promises of the
 *   points it shows, and of those they carry forward, but those renewed
 */
GPtrArray *
spz_promises_find_in (SpzProgramme *programme,
                      SpzBriefing  *briefing)
{
  SpzRecordList *blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      g_autoptr (GArray) points = spz_block_get_points (programme, spz_record_list_get (blocks, i));

      for (guint j = 0; j < points->len; j++)
        append_promises_of (programme, g_array_index (points, SpzBlockPoint, j).point, found);
    }

  return found;
}

/**
 * spz_promises_find_open:
 * @programme: a programme
 * @briefing: a briefing
 *
 * Returns: (transfer full) (element-type SpzPromise): what it and the one
 *   before it promised and is still to be fulfilled, also where the point that
 *   promised it is not carried forward; those that don't hold first
 */
GPtrArray *
spz_promises_find_open (SpzProgramme *programme,
                        SpzBriefing  *briefing)
{
  SpzBriefing *predecessor = spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, briefing->predecessor);
  g_autoptr (GPtrArray) all = spz_promises_find_in (programme, briefing);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_broken = 0;

  if (predecessor != NULL)
    {
      GPtrArray *former = spz_promises_find_in (programme, predecessor);

      g_ptr_array_extend_and_steal (all, former);
    }

  for (guint i = 0; i < all->len; i++)
    {
      SpzPromise *promise = g_ptr_array_index (all, i);

      if (g_ptr_array_find (open, promise, NULL) || !spz_promise_is_open (programme, promise))
        continue;

      if (spz_promise_get_state (programme, promise) != SPZ_PROMISE_KEPT)
        g_ptr_array_insert (open, (int) n_broken++, g_object_ref (promise));
      else
        g_ptr_array_add (open, g_object_ref (promise));
    }

  return open;
}
