/* spz-import-apply-figures.c: key figures into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spz-figures.h"

/* What a value may be off by where it was rounded to be written */
static double
get_tolerance (const SpzImportFigure *figure)
{
  return 0.5 * pow (10, -figure->decimals) + 1e-9;
}

static gint64
add_figure (SpzApply               *self,
            const SpzImportFigure  *figure,
            GError                **error)
{
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_FIGURE, error,
                                 "title", figure->title,
                                 "unit", figure->unit,
                                 "decimals", (gint64) figure->decimals,
                                 "audience", figure->audience,
                                 NULL);

  if (id != 0)
    {
      spz_apply_remember (self, SPZ_TYPE_FIGURE, figure->title, id);
      self->added[SPZ_APPLY_FIGURES]++;
    }

  return id;
}

/* A value of a day that is known is corrected; one of another day is added, as
 * figures keep their past */
static gboolean
set_value (SpzApply               *self,
           gint64                  id,
           const SpzImportFigure  *figure,
           GError                **error)
{
  SpzFigure *old = spz_programme_lookup (self->programme, SPZ_TYPE_FIGURE, id);
  SpzDate date = figure->date != SPZ_DATE_NONE ? figure->date
                                               : spz_programme_get_reference_date (self->programme);
  SpzFigureValue *value;
  double present;

  /* See compare() */
  if (old != NULL && *old->formula != '\0')
    return TRUE;
  if (old != NULL && spz_figure_get_number (self->programme, old, date, &present, NULL) &&
      fabs (present - figure->value) <= get_tolerance (figure))
    return TRUE;

  value = old != NULL ? spz_figure_get_value (self->programme, old, date) : NULL;
  if (old != NULL)
    self->updated[SPZ_APPLY_FIGURES]++;
  if (value != NULL && value->date == date)
    return spz_programme_set (self->programme, value, error, "value", figure->value, NULL);

  return spz_programme_add (self->programme, SPZ_TYPE_FIGURE_VALUE, error,
                            "figure", id,
                            "date", date,
                            "value", figure->value,
                            NULL) != 0;
}

/* What is computed stays so; where that gives something else than the source
 * has, even with what else is in the source, that is told. */
static void
compare (SpzApply              *self,
         const SpzImportFigure *figure)
{
  SpzFigure *old = spz_programme_lookup (self->programme, SPZ_TYPE_FIGURE,
                                         spz_apply_find (self, SPZ_TYPE_FIGURE, figure->title));
  SpzDate date = figure->date != SPZ_DATE_NONE ? figure->date
                                               : spz_programme_get_reference_date (self->programme);
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  double present;

  if (old == NULL || *old->formula == '\0' ||
      !spz_figure_get_number (self->programme, old, date, &present, NULL) ||
      fabs (present - figure->value) <= get_tolerance (figure))
    return;

  here = spz_figure_format_number (old, present);
  there = spz_figure_format_number (old, figure->value);
  g_ptr_array_add (self->differing,
                   /* Translators: a key figure, its value here, and in a file */
                   g_strdup_printf (_("“%s” is computed and stays %s; the source has %s."), old->title, here, there));
}

static gboolean
has_computed (SpzApply *self)
{
  for (guint i = 0; i < self->import->figures->len; i++)
    {
      const SpzImportFigure *figure = g_ptr_array_index (self->import->figures, i);
      SpzFigure *old = spz_programme_lookup (self->programme, SPZ_TYPE_FIGURE,
                                             spz_apply_find (self, SPZ_TYPE_FIGURE, figure->title));

      if (figure->has_value && old != NULL && *old->formula != '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * spz_apply_figures:
 * @self: a step under way
 * @error: return location for an #SPZ_ERROR
 *
 * Adds key figures that are new, and the values of those that aren't computed.
 * What is computed and is something else in the source is told in the summary.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_figures (SpzApply  *self,
                   GError   **error)
{
  for (guint i = 0; i < self->import->figures->len; i++)
    {
      const SpzImportFigure *figure = g_ptr_array_index (self->import->figures, i);
      gint64 id = spz_apply_find (self, SPZ_TYPE_FIGURE, figure->title);

      if (id == 0)
        id = add_figure (self, figure, error);
      if (id == 0 || (figure->has_value && !set_value (self, id, figure, error)))
        return FALSE;
    }

  if (!has_computed (self))
    return TRUE;
  if (!spz_programme_catch_up (self->programme, error))
    return FALSE;
  for (guint i = 0; i < self->import->figures->len; i++)
    if (((SpzImportFigure *) g_ptr_array_index (self->import->figures, i))->has_value)
      compare (self, g_ptr_array_index (self->import->figures, i));

  return TRUE;
}
