/* spz-figure-check.c: whether figures add up, and which one breaks it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spz-figures.h"
#include "spz-inline.h"
#include "spz-text.h"

/* How sure it is that a value is the wrong one */
typedef enum
{
  EVIDENCE_NONE,
  EVIDENCE_SAID,     /* the one that would fit stands in a text, and this one in none */
  EVIDENCE_RECORDED, /* the one that would fit was recorded before */
} Evidence;

typedef struct
{
  SpzProgramme *programme;
  SpzDate       as_of;

  SpzFigure    *best;
  double        expected;
  Evidence      evidence;
  gboolean      ambiguous;
} Search;

static gboolean
is_same (SpzFigure *figure,
         double     a,
         double     b)
{
  return fabs (a - b) <= 0.5 * pow (10, -(double) figure->decimals) + 1e-9;
}

/* Whether a text has the number as people write it, not as a part of another */
static gboolean
mentions (const char *text,
          const char *number)
{
  const gsize length = strlen (number);

  for (const char *at = strstr (text, number); at != NULL; at = strstr (at + 1, number))
    {
      const char before = at > text ? at[-1] : ' ';
      const char *after = at + length;

      if (!g_ascii_isdigit (before) && before != '.' && before != ',' &&
          !g_ascii_isdigit (*after) && !((*after == '.' || *after == ',') && g_ascii_isdigit (after[1])))
        return TRUE;
    }

  return FALSE;
}

/* What was delivered, and what the figure's field says, or any where it has none */
static gboolean
is_said (Search    *self,
         SpzFigure *figure,
         double     value)
{
  SpzRecordList *points = figure->action_field != 0
    ? spz_programme_get_children (self->programme, SPZ_TYPE_POINT, "action-field", figure->action_field)
    : spz_programme_get_list (self->programme, SPZ_TYPE_POINT);
  SpzRecordList *lines = spz_programme_get_list (self->programme, SPZ_TYPE_DELIVERY_LINE);
  g_autofree char *number = spz_text_format_number (value, (int) figure->decimals);
  g_autofree char *plain = g_strdup_printf ("%.*f", (int) figure->decimals, value);

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    {
      const char *text = SPZ_POINT (spz_record_list_get (points, i))->title;

      if (mentions (text, number) || mentions (text, plain))
        return TRUE;
    }
  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    if (mentions (SPZ_DELIVERY_LINE (spz_record_list_get (lines, i))->title, number))
      return TRUE;

  return FALSE;
}

static gboolean
was_recorded (Search    *self,
              SpzFigure *figure,
              double     value)
{
  SpzRecordList *values = spz_programme_get_children (self->programme, SPZ_TYPE_FIGURE_VALUE, "figure",
                                                      spz_record_get_id (SPZ_RECORD (figure)));

  for (guint i = 0; i < spz_record_list_get_size (values); i++)
    {
      SpzFigureValue *recorded = spz_record_list_get (values, i);

      if (recorded->date <= self->as_of && is_same (figure, recorded->value, value))
        return TRUE;
    }

  return FALSE;
}

/* A figure that its own formula confirms is none that breaks another */
static gboolean
is_confirmed (Search    *self,
              SpzFigure *figure)
{
  SpzFigureValue *value = spz_figure_get_value (self->programme, figure, self->as_of);
  double computed;

  return *figure->formula != '\0' && value != NULL &&
         spz_figure_compute (self->programme, figure, self->as_of, &computed, NULL) &&
         is_same (figure, computed, value->value);
}

static void
consider (Search    *self,
          SpzFigure *figure,
          double     present,
          double     expected)
{
  Evidence evidence = EVIDENCE_NONE;

  if (was_recorded (self, figure, expected))
    evidence = EVIDENCE_RECORDED;
  else if (is_said (self, figure, expected) && !is_said (self, figure, present))
    evidence = EVIDENCE_SAID;

  if (evidence == EVIDENCE_NONE || evidence < self->evidence)
    return;

  self->ambiguous = evidence == self->evidence;
  self->evidence = evidence;
  self->best = figure;
  self->expected = expected;
}

/**
 * spz_figure_find_culprit:
 * @programme: a programme
 * @figure: a figure whose recorded value is not what its formula gives
 * @as_of: a date
 * @expected: (out): with which value it would hold
 *
 * Finds which value breaks a sum: of the recorded value and its parts, the one
 * that would have to be as it was recorded before, or else as the texts say it,
 * delivered ones included. A part that its own formula confirms is not asked.
 *
 * Returns: (transfer none) (nullable): the figure, @figure itself or a part of
 *   it; %NULL if none is more likely than the others
 */
SpzFigure *
spz_figure_find_culprit (SpzProgramme *programme,
                         SpzFigure    *figure,
                         SpzDate       as_of,
                         double       *expected)
{
  SpzRecordList *figures = spz_programme_get_list (programme, SPZ_TYPE_FIGURE);
  SpzFigureValue *value = spz_figure_get_value (programme, figure, as_of);
  Search search = { .programme = programme, .as_of = as_of };
  double computed;

  if (value == NULL || !spz_figure_compute (programme, figure, as_of, &computed, NULL))
    return NULL;

  consider (&search, figure, value->value, computed);
  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *part = spz_record_list_get (figures, i);
      SpzFigureValue *recorded = spz_figure_get_value (programme, part, as_of);
      double needed;

      if (part != figure && recorded != NULL && spz_figure_is_computed_from (figure, part) &&
          !is_confirmed (&search, part) &&
          spz_figure_solve (programme, figure, part, as_of, value->value, &needed))
        consider (&search, part, recorded->value, needed);
    }

  if (search.best == NULL || search.ambiguous)
    return NULL;

  *expected = search.expected;
  return search.best;
}

static char *
describe_culprit (SpzProgramme *programme,
                  SpzFigure    *figure,
                  SpzDate       as_of)
{
  g_autofree char *recorded = NULL;
  g_autofree char *fitting = NULL;
  SpzFigure *culprit;
  double expected;

  culprit = spz_figure_find_culprit (programme, figure, as_of, &expected);
  if (culprit == NULL)
    return g_strdup (_("Please check the values."));

  recorded = spz_figure_format_number (culprit, spz_figure_get_value (programme, culprit, as_of)->value);
  fitting = spz_figure_format_number (culprit, expected);

  /* Translators: a key figure, its value, the value with which the sum would hold */
  return g_strdup_printf (_("It is “%s” that breaks it: %s is recorded; with %s, as before, it holds."),
                          culprit->title, recorded, fitting);
}

/**
 * spz_figure_check:
 * @programme: a programme
 * @figure: a figure
 * @as_of: a date
 * @error: return location for an #SPZ_ERROR that says what breaks, and which
 *   value breaks it where that is known
 *
 * Checks that the recorded value is what the formula gives, to half a unit of
 * the last decimal shown.
 *
 * Returns: whether it holds; it does for a figure without formula or value
 */
gboolean
spz_figure_check (SpzProgramme  *programme,
                  SpzFigure     *figure,
                  SpzDate        as_of,
                  GError       **error)
{
  SpzFigureValue *value = spz_figure_get_value (programme, figure, as_of);
  g_autofree char *recorded = NULL;
  g_autofree char *computed = NULL;
  g_autofree char *culprit = NULL;
  double number;

  if (*figure->formula == '\0' || value == NULL)
    return TRUE;

  if (!spz_figure_compute (programme, figure, as_of, &number, error))
    return FALSE;

  if (is_same (figure, number, value->value))
    return TRUE;

  recorded = spz_figure_format_number (figure, value->value);
  computed = spz_figure_format_number (figure, number);
  culprit = describe_culprit (programme, figure, as_of);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               /* Translators: the figure's title, the recorded value, the formula, its result, which value breaks it */
               _("“%s” is recorded as %s, but %s gives %s. %s"),
               figure->title, recorded, figure->formula, computed, culprit);
  return FALSE;
}
