/* spz-plan-sentences.c: changes of the plan as sentences
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-plan-changes.h"
#include "spz-text.h"

/* A number as running text has it: in words up to twelve */
static char *
format_count (int count)
{
  /* Translators: numbers in running text, before “quarters”, “months”, “weeks” or “days” */
  static const char *const words[] = {
    NC_("count", "two"), NC_("count", "three"), NC_("count", "four"), NC_("count", "five"),
    NC_("count", "six"), NC_("count", "seven"), NC_("count", "eight"), NC_("count", "nine"),
    NC_("count", "ten"), NC_("count", "eleven"), NC_("count", "twelve"),
  };

  if (count >= 2 && count < 2 + (int) G_N_ELEMENTS (words))
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "count", words[count - 2]));

  return spz_text_format_number (count, 0);
}

/**
 * spz_plan_shift_format:
 * @shift: by how much, see spz_plan_shift_measure()
 * @unit: of what
 *
 * Returns: (transfer full): the shift in words: "zwei Quartale später"
 */
char *
spz_plan_shift_format (int              shift,
                       SpzPlanShiftUnit unit)
{
  gulong n = (gulong) ABS (shift);
  gboolean later = shift > 0;
  g_autofree char *count = format_count (ABS (shift));

  switch (unit)
    {
    case SPZ_PLAN_SHIFT_QUARTERS:
      /* Translators: %s is a number in words; so also in the next ones */
      return later ? g_strdup_printf (ngettext ("one quarter later", "%s quarters later", n), count)
                   : g_strdup_printf (ngettext ("one quarter earlier", "%s quarters earlier", n), count);

    case SPZ_PLAN_SHIFT_MONTHS:
      return later ? g_strdup_printf (ngettext ("one month later", "%s months later", n), count)
                   : g_strdup_printf (ngettext ("one month earlier", "%s months earlier", n), count);

    case SPZ_PLAN_SHIFT_WEEKS:
      return later ? g_strdup_printf (ngettext ("one week later", "%s weeks later", n), count)
                   : g_strdup_printf (ngettext ("one week earlier", "%s weeks earlier", n), count);

    case SPZ_PLAN_SHIFT_DAYS:
      return later ? g_strdup_printf (ngettext ("one day later", "%s days later", n), count)
                   : g_strdup_printf (ngettext ("one day earlier", "%s days earlier", n), count);

    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
ends_with_one_of (const char        *word,
                  const char *const *endings)
{
  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (word, *endings))
      return TRUE;

  return FALSE;
}

/* The article a title begins a sentence with, or NULL where there is none that
 * is certainly right: the rules know nouns by their endings, and which words
 * may follow a noun without making the title a list or a sentence. */
static char *
find_article (const char *title)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  /* Translators: by which article a title at the beginning of a sentence is
   * preceded, found by the ending of its first word: “Die:ung ion;Der:betrieb”;
   * after “+” words in small letters that may follow. “none” if titles stand
   * without an article. */
  g_auto (GStrv) rules = g_strsplit (C_("article rules", "none"), ";", -1);
  g_autofree char *noun = g_utf8_strdown (words[0] != NULL ? words[0] : "", -1);
  g_autofree char *article = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (title)) || strpbrk (title, "/&,:;>+") != NULL)
    return NULL;

  for (char **rule = rules; *rule != NULL; rule++)
    {
      char *colon = strchr (*rule, ':');
      g_auto (GStrv) endings = colon != NULL ? g_strsplit (colon + 1, " ", -1) : NULL;

      if (endings == NULL)
        continue;

      if (**rule != '+')
        {
          if (article == NULL && ends_with_one_of (noun, (const char *const *) endings))
            article = g_strndup (*rule, colon - *rule);
          continue;
        }

      for (char **word = words + 1; words[0] != NULL && *word != NULL; word++)
        if (g_unichar_islower (g_utf8_get_char (*word)) &&
            !g_strv_contains ((const char *const *) endings, *word))
          return NULL;
    }

  return g_steal_pointer (&article);
}

/* A title to stand in quotation marks: those in it become single ones. */
static char *
dup_quotable (const char *title)
{
  g_autoptr (GString) text = g_string_new (title);

  g_string_replace (text, "„", "‚", 0);
  g_string_replace (text, "“", "‘", 0);
  g_string_replace (text, "”", "’", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a sentence is about, as it begins it */
static char *
dup_subject (const char *title)
{
  g_autofree char *article = find_article (title);
  g_autofree char *quotable = NULL;

  if (article != NULL)
    return g_strdup_printf ("%s %s", article, title);

  quotable = dup_quotable (title);
  /* Translators: %s is the title of a phase, a milestone or a measure */
  return g_strdup_printf (_("“%s”"), quotable);
}

static char *
format_start (const SpzPlanState *state)
{
  return *state->wording != '\0' ? g_strdup (state->wording)
                                 : spz_date_format_precision (state->start, state->precision);
}

static char *
format_end (const SpzPlanState *state)
{
  return spz_date_format_precision (state->end, state->precision);
}

static char *
format_when (const SpzPlanState *state)
{
  if (*state->wording != '\0')
    return g_strdup (state->wording);

  return spz_period_format (state->start,
                            state->certainty == SPZ_CERTAINTY_ONGOING ? SPZ_DATE_NONE : state->end,
                            state->precision);
}

static char *
format_shift (SpzDate           from,
              SpzDate           to,
              int              *shift,
              SpzPlanShiftUnit *unit)
{
  *shift = spz_plan_shift_measure (from, to, unit);

  return spz_plan_shift_format (*shift, *unit);
}

static char *
write_moved (const SpzPlanChange *self,
             const char          *subject)
{
  const SpzPlanState *before = &self->before, *after = &self->after;
  g_autofree char *start = format_start (after);
  g_autofree char *old_start = format_start (before);
  g_autofree char *end = format_end (after);
  g_autofree char *old_end = format_end (before);
  g_autofree char *when = format_when (after);
  g_autofree char *old_when = format_when (before);
  SpzPlanShiftUnit unit = 0, end_unit = 0;
  int shift = 0, end_shift = 0;
  g_autofree char *moved = format_shift (before->start, after->start, &shift, &unit);
  g_autofree char *end_moved = format_shift (before->end + 1, after->end + 1, &end_shift, &end_unit);

  /* A wording that was left as it was doesn't tell the dates apart. */
  if (self->type == SPZ_TYPE_MILESTONE && g_str_equal (start, old_start))
    {
      g_free (start);
      g_free (old_start);
      start = spz_date_format_precision (after->start, after->precision);
      old_start = spz_date_format_precision (before->start, before->precision);
    }

  if (self->type == SPZ_TYPE_MILESTONE)
    /* Translators: a milestone, by how much ("one quarter later"), its date, its former date */
    return g_strdup_printf (_("%1$s is %2$s, %3$s instead of %4$s."), subject, moved, start, old_start);

  if (!(self->flags & SPZ_PLAN_CHANGE_END))
    /* Translators: a phase, by how much ("one quarter later"), its start, its former start */
    return g_strdup_printf (_("%1$s begins %2$s, %3$s instead of %4$s."), subject, moved, start, old_start);

  if (!(self->flags & SPZ_PLAN_CHANGE_START))
    /* Translators: a phase, by how much ("one quarter later"), its end, its former end */
    return g_strdup_printf (_("%1$s ends %2$s, %3$s instead of %4$s."), subject, end_moved, end, old_end);

  if (shift != end_shift || unit != end_unit)
    /* Translators: a phase, by how much ("one quarter later"), its start, its
     * former start, by how much, its end, its former end */
    return g_strdup_printf (_("%1$s begins %2$s, %3$s instead of %4$s, and ends %5$s, %6$s instead of %7$s."),
                            subject, moved, start, old_start, end_moved, end, old_end);

  /* Within one quarter, its start says it all. */
  if (g_str_equal (start, when) && g_str_equal (old_start, old_when))
    return g_strdup_printf (_("%1$s begins %2$s, %3$s instead of %4$s."), subject, moved, start, old_start);

  /* Translators: a phase, by how much ("one quarter later"), its period, its former period */
  return g_strdup_printf (_("%1$s begins and ends %2$s, %3$s instead of %4$s."), subject, moved, when, old_when);
}

static char *
write_certainty (const char   *subject,
                 SpzCertainty  certainty)
{
  switch (certainty)
    {
    case SPZ_CERTAINTY_FIRM:
      /* Translators: %s is a phase of which the dates are now decided */
      return g_strdup_printf (_("%s is now firmly scheduled."), subject);
    case SPZ_CERTAINTY_PLANNED:
      return g_strdup_printf (_("%s is now scheduled as planned, not firmly."), subject);
    case SPZ_CERTAINTY_EXPECTED:
      return g_strdup_printf (_("%s is now scheduled as expected only."), subject);
    case SPZ_CERTAINTY_ONGOING:
      return g_strdup_printf (_("%s now goes on without an end of its own."), subject);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
write_kind (const char       *subject,
            SpzMilestoneKind  kind)
{
  switch (kind)
    {
    case SPZ_MILESTONE_DECISION:
      /* Translators: %s is a milestone that was of another kind before */
      return g_strdup_printf (_("%s is now a decision."), subject);
    case SPZ_MILESTONE_START:
      return g_strdup_printf (_("%s is now a start."), subject);
    case SPZ_MILESTONE_DEADLINE:
      return g_strdup_printf (_("%s is now a legal deadline."), subject);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Of a phase, whose kinds are the user's own */
static char *
write_phase_kind (const char *subject,
                  const char *before,
                  const char *after)
{
  if (*before == '\0')
    /* Translators: a phase, the kind it is now of */
    return g_strdup_printf (_("%1$s is now of the kind “%2$s”."), subject, after);
  if (*after == '\0')
    /* Translators: a phase, the kind it was of */
    return g_strdup_printf (_("%1$s is no longer of the kind “%2$s”."), subject, before);

  /* Translators: a phase, the kind it is now of, the one it was of */
  return g_strdup_printf (_("%1$s is now of the kind “%2$s” instead of “%3$s”."), subject, after, before);
}

/* A milestone may have become part of a measure, or of none. */
static char *
write_measure (const char *subject,
               const char *before,
               const char *after)
{
  if (*before == '\0')
    /* Translators: a milestone, the measure it is now a part of */
    return g_strdup_printf (_("%1$s is now part of “%2$s”."), subject, after);
  if (*after == '\0')
    /* Translators: a milestone, the measure it was a part of */
    return g_strdup_printf (_("%1$s is no longer part of “%2$s”."), subject, before);

  /* Translators: a phase, the measure it is now a part of, the one it was a part of */
  return g_strdup_printf (_("%1$s is now part of “%2$s” instead of “%3$s”."), subject, after, before);
}

static void
append (GString *text,
        char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
append_change (GString             *text,
               const SpzPlanChange *self)
{
  gboolean removed = self->flags & SPZ_PLAN_CHANGE_REMOVED;
  const SpzPlanState *state = removed ? &self->before : &self->after;
  g_autofree char *subject = dup_subject (state->title);
  /* A measure has no time of its own. */
  g_autofree char *when = self->type != SPZ_TYPE_MEASURE ? format_when (state) : NULL;

  if (self->flags & SPZ_PLAN_CHANGE_ADDED)
    /* Translators: a phase or a milestone, its date or period */
    append (text, g_strdup_printf (_("%1$s is new, %2$s."), subject, when));
  if (removed)
    /* Translators: a phase or a milestone, its former date or period */
    append (text, g_strdup_printf (_("%1$s (%2$s) is dropped."), subject, when));

  if (self->flags & SPZ_PLAN_CHANGE_TITLE)
    {
      g_autofree char *former = dup_subject (self->before.title);

      /* Translators: the former title as the beginning of a sentence, the present one */
      append (text, g_strdup_printf (_("%1$s is now called “%2$s”."), former, self->after.title));
    }
  if (self->flags & SPZ_PLAN_CHANGE_MEASURE)
    append (text, write_measure (subject, self->before.measure_title, self->after.measure_title));
  if (self->flags & SPZ_PLAN_CHANGE_MOVED)
    append (text, write_moved (self, subject));
  if (self->flags & SPZ_PLAN_CHANGE_WORDING)
    /* Translators: a milestone, how its date is now said, how it was said */
    append (text, g_strdup_printf (_("The date of “%1$s” is now given as “%2$s” instead of “%3$s”."),
                                   self->after.title, self->after.wording, self->before.wording));
  if (self->flags & SPZ_PLAN_CHANGE_CERTAINTY)
    append (text, write_certainty (subject, self->after.certainty));
  if (self->flags & SPZ_PLAN_CHANGE_KIND)
    append (text, self->type == SPZ_TYPE_PHASE
                  ? write_phase_kind (subject, self->before.phase_kind, self->after.phase_kind)
                  : write_kind (subject, self->after.kind));
}

/**
 * spz_plan_change_dup_sentence:
 * @self: a change of the plan
 * @with_measure: whether to say first what measure it is about
 *
 * Drafts what to say of a change: "Der Rollout DMS beginnt ein Quartal später,
 * Q4 2022 statt Q3 2022."
 *
 * Returns: (transfer full): a sentence; where several things changed, several
 */
char *
spz_plan_change_dup_sentence (const SpzPlanChange *self,
                              gboolean             with_measure)
{
  const char *measure = self->flags & SPZ_PLAN_CHANGE_REMOVED ? self->before.measure_title
                                                              : self->after.measure_title;
  g_autoptr (GString) text = g_string_new (NULL);

  append_change (text, self);
  if (with_measure && measure != NULL && *measure != '\0')
    /* Translators: a measure, what changed in it */
    return g_strdup_printf (_("%1$s: %2$s"), measure, text->str);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * spz_plan_changes_dup_summary:
 * @changes: (element-type SpzPlanChange): changes of the plan
 *
 * Returns: (transfer full): how many there are of each sort: "3 verschoben, 1 neu"
 */
char *
spz_plan_changes_dup_summary (GPtrArray *changes)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_moved = 0, n_added = 0, n_removed = 0, n_other = 0;

  if (changes->len == 0)
    return g_strdup (_("Nothing has changed."));

  for (guint i = 0; i < changes->len; i++)
    {
      const SpzPlanChange *change = g_ptr_array_index (changes, i);

      if (change->flags & SPZ_PLAN_CHANGE_ADDED)
        n_added++;
      else if (change->flags & SPZ_PLAN_CHANGE_REMOVED)
        n_removed++;
      else if (change->flags & SPZ_PLAN_CHANGE_MOVED)
        n_moved++;
      else
        n_other++;
    }

  /* Translators: of phases and milestones: "3 moved, 1 new, 2 dropped, 1 changed otherwise" */
  if (n_moved > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u moved", "%u moved", n_moved), n_moved));
  if (n_added > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u new", "%u new", n_added), n_added));
  if (n_removed > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u dropped", "%u dropped", n_removed), n_removed));
  if (n_other > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u changed otherwise", "%u changed otherwise", n_other),
                                             n_other));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}
