/* spz-sample.c: a small programme to look at in tests
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-sample.h"

static void
add_phase (SpzProgramme *programme,
           gint64        measure,
           const char   *title,
           SpzDate       start,
           SpzDate       end,
           gint64        progress)
{
  g_autoptr(GError) error = NULL;

  spz_programme_add (programme, SPZ_TYPE_PHASE, &error,
                     "measure", measure,
                     "title", title,
                     "start", start,
                     "end", end,
                     "precision", SPZ_PRECISION_QUARTER,
                     "progress", progress,
                     NULL);
  g_assert_no_error (error);
}

static gint64
fill_plan (SpzProgramme *programme)
{
  g_autoptr(GError) error = NULL;
  gint64 field, measure;

  field = spz_programme_add (programme, SPZ_TYPE_ACTION_FIELD, &error,
                             "title", "Elektronische Schriftgutverwaltung",
                             NULL);
  g_assert_no_error (error);
  spz_programme_add (programme, SPZ_TYPE_POINT, &error,
                     "action-field", field,
                     "title", "Die **Ausschreibung** läuft",
                     NULL);
  g_assert_no_error (error);
  measure = spz_programme_add (programme, SPZ_TYPE_MEASURE, &error,
                               "action-field", field,
                               "title", "Zentrales DMS/E-Akte",
                               NULL);
  g_assert_no_error (error);
  add_phase (programme, measure, "Vorbereitung",
             spz_date_new (2020, 1, 1), spz_date_new (2020, 12, 31), 80);
  add_phase (programme, measure, "EU-weite Ausschreibung",
             spz_date_new (2021, 1, 1), spz_date_new (2021, 6, 30), 20);
  spz_programme_add (programme, SPZ_TYPE_MILESTONE, &error,
                     "measure", measure,
                     "title", "Zuschlag für das neue DMS",
                     "date", spz_date_new (2021, 4, 4),
                     "precision", SPZ_PRECISION_DAY,
                     "wording", "voraussichtlich Ostern 2021",
                     "kind", SPZ_MILESTONE_DEADLINE,
                     NULL);
  g_assert_no_error (error);
  spz_programme_add (programme, SPZ_TYPE_MILESTONE, &error,
                     "title", "Onlinezugangsgesetz: Leistungen online",
                     "date", spz_date_new (2022, 12, 31),
                     "kind", SPZ_MILESTONE_START,
                     NULL);
  g_assert_no_error (error);

  return field;
}

static void
fill_meetings (SpzProgramme *programme)
{
  g_autoptr(GError) error = NULL;
  gint64 body;

  body = spz_programme_add (programme, SPZ_TYPE_BODY, &error,
                            "title", "Finanz- und Digitalisierungsausschuss",
                            "short-title", "FD",
                            NULL);
  g_assert_no_error (error);
  spz_programme_add (programme, SPZ_TYPE_MEETING, &error,
                     "body", body,
                     "date", spz_date_new (2021, 2, 8),
                     "precision", SPZ_PRECISION_DAY,
                     "time", "17:00",
                     "place", "Rathaus",
                     NULL);
  g_assert_no_error (error);
}

static void
add_figure (SpzProgramme *programme,
            gint64        field,
            const char   *title,
            const char   *symbol,
            const char   *formula,
            double        value)
{
  g_autoptr(GError) error = NULL;
  gint64 figure = spz_programme_add (programme, SPZ_TYPE_FIGURE, &error,
                                     "action-field", field,
                                     "title", title,
                                     "symbol", symbol,
                                     "formula", formula,
                                     NULL);

  g_assert_no_error (error);
  spz_programme_add (programme, SPZ_TYPE_FIGURE_VALUE, &error,
                     "figure", figure,
                     "date", spz_date_new (2021, 1, 25),
                     "value", value,
                     NULL);
  g_assert_no_error (error);
}

/**
 * spz_sample_fill:
 * @programme: an empty programme
 *
 * Enters a little of everything, as seen from 1 February 2021: a meeting a
 * week ahead without a briefing, a phase that should have ended, one under
 * way, a deadline before the plan ends, and a sum that doesn't add up.
 */
void
spz_sample_fill (SpzProgramme *programme)
{
  g_autoptr(GError) error = NULL;
  gint64 role, field;

  spz_programme_begin (programme, "Sample", &error);
  g_assert_no_error (error);
  spz_programme_set (programme, spz_programme_get_info (programme), &error,
                     "title", "Programm E-Government",
                     "organisation", "Stadt Leverkusen",
                     "reference-date", spz_date_new (2021, 2, 1),
                     NULL);
  g_assert_no_error (error);

  role = spz_programme_add (programme, SPZ_TYPE_ROLE, &error,
                            "title", "Chief Digital Officer",
                            NULL);
  g_assert_no_error (error);
  spz_programme_add (programme, SPZ_TYPE_TASK, &error,
                     "role", role,
                     "title", "Gesamtverantwortung für das Programm",
                     NULL);
  g_assert_no_error (error);

  field = fill_plan (programme);
  fill_meetings (programme);
  add_figure (programme, field, "Anträge gestellt", "antraege", "", 84);
  add_figure (programme, field, "Ausgestattete Arbeitsplätze", "plaetze", "", 483);
  add_figure (programme, field, "Summe", "summe", "antraege + plaetze", 613);

  spz_programme_commit (programme, &error);
  g_assert_no_error (error);
}
