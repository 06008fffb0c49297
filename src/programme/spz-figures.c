/* spz-figures.c: key figures and their arithmetic
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spz-figures.h"
#include "spz-text.h"

/* Figures that refer to each other deeper than this refer in a circle */
#define MAX_DEPTH 16

/* A formula being read:
 *   sum     = product { ("+" | "-") product }
 *   product = factor { ("*" | "/") factor }
 *   factor  = number | symbol | "(" sum ")" | "-" factor */
typedef struct
{
  SpzProgramme *programme;
  SpzFigure    *figure;
  SpzDate       as_of;
  const char   *at;
  guint         depth;
  GHashTable   *known;    /* SpzFigure → double: what was computed on the way */
  GString      *written;  /* (nullable): the formula with its values, for people */
  GError       *error;
  SpzFigure    *assumed;  /* (nullable): a part that is taken to have another value than recorded */
  double        assumption;
} Formula;

static double compute_part (SpzProgramme *programme, SpzFigure *figure, SpzDate as_of,
                            guint depth, GHashTable *known, GError **error);

static void
formula_fail (Formula    *self,
              const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new (SPZ_ERROR, SPZ_ERROR_INVALID,
                               /* Translators: the figure's title, the formula, what is wrong with it */
                               _("The formula of “%s”, “%s”, can’t be computed: %s"),
                               self->figure->title, self->figure->formula, message);
}

static char
formula_peek (Formula *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;

  return *self->at;
}

static void
formula_write (Formula    *self,
               const char *text)
{
  if (self->written)
    g_string_append (self->written, text);
}

static gboolean
is_symbol_char (gunichar c)
{
  return g_unichar_isalnum (c) || c == '_';
}

static double
formula_symbol (Formula *self)
{
  const char *start = self->at;
  g_autofree char *symbol = NULL;
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);

  while (is_symbol_char (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
  symbol = g_strndup (start, self->at - start);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *operand = spz_record_list_get (figures, i);

      if (g_str_equal (operand->symbol, symbol) && operand != self->figure)
        {
          SpzFigureValue *value = spz_figure_get_value (self->programme, operand, self->as_of);
          g_autofree char *text = NULL;
          double number;

          if (operand == self->assumed)
            number = self->assumption;
          else if (value)
            number = value->value;
          else
            number = compute_part (self->programme, operand, self->as_of, self->depth + 1, self->known, &self->error);
          text = spz_text_format_number (number, (int) operand->decimals);
          formula_write (self, text);
          return number;
        }
    }

  {
    g_autofree char *message = g_strdup_printf (_("there is no figure “%s”."), symbol);

    formula_fail (self, message);
  }
  return 0;
}

static double formula_sum (Formula *self);

static double
formula_factor (Formula *self)
{
  char c = formula_peek (self);
  double value;

  if (self->error)
    return 0;

  if (c == '(')
    {
      self->at++;
      formula_write (self, "(");
      if (++self->depth > MAX_DEPTH)
        formula_fail (self, _("it is too deep."));
      value = formula_sum (self);
      self->depth--;
      if (formula_peek (self) != ')')
        formula_fail (self, _("a closing bracket is missing."));
      else
        self->at++;
      formula_write (self, ")");
      return value;
    }

  if (c == '-')
    {
      self->at++;
      formula_write (self, "−");
      if (++self->depth > MAX_DEPTH)
        formula_fail (self, _("it is too deep."));
      value = -formula_factor (self);
      self->depth--;
      return value;
    }

  if (g_ascii_isdigit (c))
    {
      char *end;
      g_autofree char *text = NULL;

      value = g_ascii_strtod (self->at, &end);
      text = spz_text_format_number (value, -1);
      formula_write (self, text);
      self->at = end;
      return value;
    }

  if (is_symbol_char (g_utf8_get_char (self->at)))
    return formula_symbol (self);

  formula_fail (self, _("a number or the name of a figure is missing."));
  return 0;
}

static double
formula_product (Formula *self)
{
  double value = formula_factor (self);
  char c;

  while (self->error == NULL && ((c = formula_peek (self)) == '*' || c == '/'))
    {
      double factor;

      self->at++;
      formula_write (self, c == '*' ? " × " : " ÷ ");
      factor = formula_factor (self);
      if (c == '*')
        value *= factor;
      else if (factor != 0)
        value /= factor;
      else
        formula_fail (self, _("it divides by zero."));
    }

  return value;
}

static double
formula_sum (Formula *self)
{
  double value = formula_product (self);
  char c;

  while (self->error == NULL && ((c = formula_peek (self)) == '+' || c == '-'))
    {
      self->at++;
      formula_write (self, c == '+' ? " + " : " − ");
      value += c == '+' ? formula_product (self) : -formula_product (self);
    }

  return value;
}

static double
compute (SpzProgramme  *programme,
         SpzFigure     *figure,
         SpzDate        as_of,
         guint          depth,
         GHashTable    *known,
         GString       *written,
         GError       **error)
{
  Formula formula = { programme, figure, as_of, figure->formula, depth, known, written, NULL, NULL, 0 };
  double value = 0;

  if (depth > MAX_DEPTH)
    formula_fail (&formula, _("figures refer to each other in a circle."));
  else
    value = formula_sum (&formula);

  if (formula.error == NULL && formula_peek (&formula) != '\0')
    formula_fail (&formula, _("something stands after its end."));

  if (formula.error == NULL)
    return value;

  if (error && *error == NULL)
    g_propagate_error (error, formula.error);
  else
    g_error_free (formula.error);
  return 0;
}

/* Figures that name each other many times would be computed that many times,
 * at each level anew */
static double
compute_part (SpzProgramme  *programme,
              SpzFigure     *figure,
              SpzDate        as_of,
              guint          depth,
              GHashTable    *known,
              GError       **error)
{
  const double *found = g_hash_table_lookup (known, figure);
  double value;

  if (found != NULL)
    return *found;

  value = compute (programme, figure, as_of, depth, known, NULL, error);
  if (*error == NULL)
    g_hash_table_insert (known, figure, g_memdup2 (&value, sizeof value));

  return value;
}

static GHashTable *
known_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static SpzFigureValue *
get_value_before (SpzProgramme *programme,
                  SpzFigure    *figure,
                  SpzDate       as_of,
                  guint         skip)
{
  SpzRecordList *values = spz_programme_get_children (programme, SPZ_TYPE_FIGURE_VALUE, "figure",
                                                      spz_record_get_id (SPZ_RECORD (figure)));

  for (guint i = spz_record_list_get_size (values); i > 0; i--)
    {
      SpzFigureValue *value = spz_record_list_get (values, i - 1);

      if (value->date <= as_of && skip-- == 0)
        return value;
    }

  return NULL;
}

/**
 * spz_figure_get_value:
 * @programme: a programme
 * @figure: a figure
 * @as_of: a date
 *
 * Returns: (transfer none) (nullable): its latest recorded value as of that date
 */
SpzFigureValue *
spz_figure_get_value (SpzProgramme *programme,
                      SpzFigure    *figure,
                      SpzDate       as_of)
{
  return get_value_before (programme, figure, as_of, 0);
}

/**
 * spz_figure_is_computed_from:
 * @figure: a figure
 * @part: another one
 *
 * Returns: whether the formula of @figure, where it has one, names @part
 */
gboolean
spz_figure_is_computed_from (SpzFigure *figure,
                             SpzFigure *part)
{
  const char *at = figure->formula;

  if (*part->symbol == '\0')
    return FALSE;

  while (*at != '\0')
    {
      const char *start = at;

      while (is_symbol_char (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);

      if (at == start)
        at = g_utf8_next_char (at);
      else if (strlen (part->symbol) == (gsize) (at - start) &&
               strncmp (start, part->symbol, at - start) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * spz_figure_get_number:
 * @programme: a programme
 * @figure: a figure
 * @as_of: a date
 * @number: (out): its value
 * @error: return location for an #SPZ_ERROR
 *
 * Gives the latest recorded value, or, where none is recorded, what its
 * formula gives.
 *
 * Returns: whether there is a value
 */
gboolean
spz_figure_get_number (SpzProgramme  *programme,
                       SpzFigure     *figure,
                       SpzDate        as_of,
                       double        *number,
                       GError       **error)
{
  SpzFigureValue *value = spz_figure_get_value (programme, figure, as_of);

  if (value)
    {
      *number = value->value;
      return TRUE;
    }

  return spz_figure_compute (programme, figure, as_of, number, error);
}

/**
 * spz_figure_get_change:
 * @programme: a programme
 * @figure: a figure
 * @as_of: a date
 * @change: (out): by how much it changed
 * @since: (out): the date of the value before
 *
 * Compares its latest value with the one before.
 *
 * Returns: whether there are two values to compare
 */
gboolean
spz_figure_get_change (SpzProgramme *programme,
                       SpzFigure    *figure,
                       SpzDate       as_of,
                       double       *change,
                       SpzDate      *since)
{
  SpzFigureValue *value = get_value_before (programme, figure, as_of, 0);
  SpzFigureValue *before = get_value_before (programme, figure, as_of, 1);

  if (value == NULL || before == NULL)
    return FALSE;

  *change = value->value - before->value;
  *since = before->date;
  return TRUE;
}

/**
 * spz_figure_get_change_since:
 * @programme: a programme
 * @figure: a figure
 * @as_of: a date
 * @since: a date before
 * @change: (out): by how much it changed
 *
 * Compares its value with the one it had on a certain day, such as that of the
 * last delivered briefing.
 *
 * Returns: whether it had a value on both days
 */
gboolean
spz_figure_get_change_since (SpzProgramme *programme,
                             SpzFigure    *figure,
                             SpzDate       as_of,
                             SpzDate       since,
                             double       *change)
{
  double now, before;

  if (!spz_figure_get_number (programme, figure, as_of, &now, NULL) ||
      !spz_figure_get_number (programme, figure, since, &before, NULL))
    return FALSE;

  *change = now - before;
  return TRUE;
}

/**
 * spz_figure_compute:
 * @programme: a programme
 * @figure: a figure
 * @as_of: a date
 * @number: (out): what its formula gives
 * @error: return location for an #SPZ_ERROR
 *
 * Computes the figure from the others, by its formula.
 *
 * Returns: whether it could be computed; a figure without a formula can't
 */
gboolean
spz_figure_compute (SpzProgramme  *programme,
                    SpzFigure     *figure,
                    SpzDate        as_of,
                    double        *number,
                    GError       **error)
{
  g_autoptr (GHashTable) known = known_new ();
  g_autoptr (GError) local_error = NULL;
  double value;

  if (*figure->formula == '\0')
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND,
                   _("“%s” has neither a value nor a formula. Please give one."), figure->title);
      return FALSE;
    }

  value = compute (programme, figure, as_of, 0, known, NULL, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *number = value;
  return TRUE;
}

static gboolean
compute_with (SpzProgramme *programme,
              SpzFigure    *figure,
              SpzFigure    *part,
              double        assumption,
              SpzDate       as_of,
              double       *result)
{
  g_autoptr (GHashTable) known = known_new ();
  Formula formula = { programme, figure, as_of, figure->formula, 0, known, NULL, NULL, part, assumption };

  *result = formula_sum (&formula);
  if (formula.error == NULL)
    return TRUE;

  g_error_free (formula.error);
  return FALSE;
}

/**
 * spz_figure_solve:
 * @programme: a programme
 * @figure: a figure with a formula
 * @part: a figure the formula names
 * @as_of: a date
 * @result: what the formula is to give
 * @value: (out): the value @part has to have for it
 *
 * Solves a formula for one of its parts, as far as the result is in proportion
 * to it, which sums and shares are.
 *
 * Returns: whether there is such a value
 */
gboolean
spz_figure_solve (SpzProgramme *programme,
                  SpzFigure    *figure,
                  SpzFigure    *part,
                  SpzDate       as_of,
                  double        result,
                  double       *value)
{
  double at_one, at_two, check, solution;

  if (!compute_with (programme, figure, part, 1, as_of, &at_one) ||
      !compute_with (programme, figure, part, 2, as_of, &at_two) ||
      fabs (at_two - at_one) < 1e-12)
    return FALSE;

  solution = 1 + (result - at_one) / (at_two - at_one);
  if (!compute_with (programme, figure, part, solution, as_of, &check) ||
      fabs (check - result) > 1e-6 * MAX (1, fabs (result)))
    return FALSE;

  *value = solution;
  return TRUE;
}

/**
 * spz_figure_format_number:
 * @figure: a figure
 * @number: a value of it
 *
 * Returns: (transfer full): the value with its decimals and unit, such as "42,3 %"
 */
char *
spz_figure_format_number (SpzFigure *figure,
                          double     number)
{
  g_autofree char *text = spz_text_format_number (number, (int) figure->decimals);

  if (*figure->unit == '\0')
    return g_steal_pointer (&text);

  /* A no-break space, so that the unit stays with its number */
  return g_strconcat (text, "\302\240", figure->unit, NULL);
}

/**
 * spz_figure_format_arithmetic:
 * @programme: a programme
 * @figure: a figure
 * @as_of: a date
 *
 * Returns: (transfer full) (nullable): its formula with the values put in, such
 *   as "483 + 92 + 38 = 613"; %NULL without a formula that can be computed
 */
char *
spz_figure_format_arithmetic (SpzProgramme *programme,
                              SpzFigure    *figure,
                              SpzDate       as_of)
{
  g_autoptr (GHashTable) known = known_new ();
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *result = NULL;
  double number;

  if (*figure->formula == '\0')
    return NULL;

  number = compute (programme, figure, as_of, 0, known, written, &error);
  if (error)
    return NULL;

  result = spz_text_format_number (number, (int) figure->decimals);
  g_string_append_printf (written, " = %s", result);

  return g_string_free (g_steal_pointer (&written), FALSE);
}
