/* spz-timeline-fixture.c: plans for tests
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-fixture.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "spz-timeline-plan-builder.h"

enum
{
  KIND_PREPARATION,
  KIND_CONCEPT,
  KIND_TENDER,
  KIND_PILOT,
  KIND_ROLLOUT,
  KIND_ONGOING,
};

static const SpzTimelineKind kinds[] = {
  { 1, "Vorbereitung", "Vorb.", SPZ_COLOUR_GREY, SPZ_HATCH_DOTS, FALSE },
  { 2, "Konzept", "Konz.", SPZ_COLOUR_BLUE, SPZ_HATCH_FORWARD, FALSE },
  { 3, "Ausschreibung/Beschaffung", "Ausschr.", SPZ_COLOUR_YELLOW, SPZ_HATCH_BACKWARD, FALSE },
  { 4, "Pilot/Bereitstellung", "Pilot", SPZ_COLOUR_TEAL, SPZ_HATCH_VERTICAL, FALSE },
  { 5, "Rollout/Umsetzung", "Rollout", SPZ_COLOUR_GREEN, SPZ_HATCH_SOLID, FALSE },
  { 6, "laufend", "lfd.", SPZ_COLOUR_PURPLE, SPZ_HATCH_CROSS, FALSE },
};

/* What a label's words say about its kind; the first that is found counts. */
static const struct
{
  const char *word;
  guint       kind;
} kind_words[] = {
  { "Laufend", KIND_ONGOING },
  { "Begleitung", KIND_ONGOING },
  { "Umsetzung", KIND_ROLLOUT },
  { "Digitalisierung", KIND_ROLLOUT },
  { "Hardware", KIND_ROLLOUT },
  { "Vor", KIND_PREPARATION },
  { "schreibung", KIND_TENDER },
  { "Beschaffung", KIND_TENDER },
  { "onzept", KIND_CONCEPT },
  { "Erstellung", KIND_CONCEPT },
  { "Festlegung", KIND_CONCEPT },
  { "planung", KIND_CONCEPT },
  { "Bereitstellung", KIND_PILOT },
  { "Befähigung", KIND_PILOT },
  { "Pilot", KIND_PILOT },
  { "Ernennung", KIND_PILOT },
  { "Einführung", KIND_PILOT },
};

/* The action fields, each from this measure on */
static const struct
{
  const char *first_measure;
  const char *title;
} fields[] = {
  { "Datenschutz / Datensicherheit", "Übergreifend" },
  { "Zentrales DMS / E-Akte", "Elektronische Schriftgutverwaltung" },
  { "Onlinezugangsgesetz (OZG)", "Umsetzung Onlinezugangsgesetz (OZG)" },
  { "Moderne Arbeitsplatzausstattung", "Modernes Arbeiten/mobile Arbeit" },
};

static guint
guess_kind (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (strstr (title, kind_words[i].word) != NULL)
      return kind_words[i].kind;

  return KIND_ROLLOUT;
}

static SpzTimelinePlanBuilder *
new_builder (void)
{
  SpzTimelinePlanBuilder *builder = spz_timeline_plan_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    spz_timeline_plan_builder_add_kind (builder, &kinds[i]);

  return builder;
}

/* Takes the next field off a line of comma separated values. */
static char *
take_field (char **line)
{
  GString *field = g_string_new (NULL);
  gboolean quoted = FALSE;
  char *p = *line;

  for (; *p != '\0' && (quoted || *p != ','); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else
        g_string_append_c (field, *p);
    }
  *line = *p == ',' ? p + 1 : p;

  return g_string_free (field, FALSE);
}

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "data", "example", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (text, "\n", -1);
}

static void
begin_measure (SpzTimelinePlanBuilder *builder,
               const char             *title)
{
  static const char footnote[] = "* Zielstellung bis Ende 2022 den überwiegenden Anteil der "
                                 "Verwaltungsdienstleistungen der STV digitalisiert zu haben";

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].first_measure, title) == 0)
      spz_timeline_plan_builder_add_group (builder, i, fields[i].title);

  spz_timeline_plan_builder_add_measure (builder, g_str_hash (title), title,
                                         g_str_has_prefix (title, "Onlinezugang") ? footnote : NULL);
}

static void
add_milestone (SpzTimelinePlanBuilder *builder,
               const char             *measure_title,
               guint                   measure)
{
  const SpzTimelineMilestone milestones[] = {
    { 1, "Ausschreibungsentscheidung DMS/Umsetzungsbeginn", "geplant 2. Halbjahr 2021", measure,
      spz_date_new (2021, 7, 1), SPZ_PRECISION_HALF, SPZ_CERTAINTY_PLANNED, SPZ_MILESTONE_DECISION },
    { 2, "Start NRW Kommunal.Portal", "voraussichtlich Ostern 2021", measure,
      spz_date_new (2021, 4, 4), SPZ_PRECISION_DAY, SPZ_CERTAINTY_EXPECTED, SPZ_MILESTONE_START },
    { 3, "OZG-Endfrist", "31.12.2022", measure,
      spz_date_new (2022, 12, 31), SPZ_PRECISION_DAY, SPZ_CERTAINTY_FIRM, SPZ_MILESTONE_DEADLINE },
  };
  const char *owners[] = { "Zentrales DMS", "Zentrales Bürger", "Onlinezugang" };

  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    if (g_str_has_prefix (measure_title, owners[i]))
      spz_timeline_plan_builder_add_milestone (builder, &milestones[i]);
}

static void
add_example (SpzTimelinePlanBuilder *builder,
             char                  **lines,
             guint                  *n_measures,
             gint64                 *id)
{
  g_autofree char *former = NULL;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *rest = lines[i];
      g_autofree char *title = take_field (&rest);
      g_autofree char *label = take_field (&rest);
      g_autofree char *period = g_strdelimit (g_strdup (rest), ",", ' ');
      g_auto (GStrv) ends = g_strsplit (period, " ", 2);
      guint kind = guess_kind (label);
      SpzTimelineBar bar = {
        .id = ++*id, .title = label, .kind = kind, .precision = SPZ_PRECISION_QUARTER,
        .certainty = kind == KIND_ONGOING ? SPZ_CERTAINTY_ONGOING : SPZ_CERTAINTY_FIRM,
      };

      if (g_strcmp0 (title, former) != 0)
        {
          begin_measure (builder, title);
          add_milestone (builder, title, (*n_measures)++);
          g_free (former);
          former = g_strdup (title);
        }

      bar.measure = *n_measures - 1;
      g_assert_true (spz_period_parse (ends[0], &bar.start, NULL, NULL));
      g_assert_true (spz_period_parse (ends[1], NULL, &bar.end, NULL));
      spz_timeline_plan_builder_add_bar (builder, &bar);
    }
}

/**
 * spz_timeline_fixture_new_copies:
 * @n_copies: how many times
 *
 * Returns: (transfer full): the example's plan that many times below itself
 */
SpzTimelinePlan *
spz_timeline_fixture_new_copies (guint n_copies)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = new_builder ();
  g_auto (GStrv) lines = read_lines ("zeitplan-2021-01.csv");
  guint n_measures = 0;
  gint64 id = 0;

  spz_timeline_plan_builder_set_texts (builder, "E-Government-Strategie, angepasster Umsetzungszeitplan (Januar 2021)", NULL);
  spz_timeline_plan_builder_set_years (builder, 2020, 2023, 1);
  spz_timeline_plan_builder_set_reference (builder, spz_date_new (2021, 2, 1));
  for (guint i = 0; i < n_copies; i++)
    add_example (builder, lines, &n_measures, &id);

  return spz_timeline_plan_builder_end (builder);
}

/**
 * spz_timeline_fixture_new_example:
 *
 * Returns: (transfer full): the example's plan: 19 measures, 57 phases, 3 milestones
 */
SpzTimelinePlan *
spz_timeline_fixture_new_example (void)
{
  return spz_timeline_fixture_new_copies (1);
}

static void
add_random_bar (SpzTimelinePlanBuilder *builder,
                GRand                  *rand,
                guint                   measure,
                gint64                  id)
{
  const char *labels[] = {
    "Vorbereitung", "Konzept", "Dynamische Bereitstellung (Pilote & Prio-Projekte)",
    "Systematischer übergreifender Rollout", "EU-weite Ausschreibung/Beschaffung", "Test",
    "Laufend anlassbezogene Kommunikation & Informationsformate",
  };
  int quarter = g_rand_int_range (rand, 0, 14);
  SpzDate start = spz_date_add_months (spz_date_new (2020, 1, 1), quarter * 3);
  int months = g_rand_int_range (rand, 1, 12);
  SpzTimelineBar bar = {
    .id = id,
    .title = labels[g_rand_int_range (rand, 0, G_N_ELEMENTS (labels))],
    .measure = measure,
    .kind = g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds)),
    .start = start,
    .end = spz_date_add_months (start, months) - 1,
    .precision = SPZ_PRECISION_MONTH,
    .certainty = g_rand_int_range (rand, 0, SPZ_CERTAINTY_ONGOING + 1),
    .progress = g_rand_int_range (rand, 0, 101),
    .overdue = g_rand_int_range (rand, 0, 8) == 0,
  };

  spz_timeline_plan_builder_add_bar (builder, &bar);
}

/**
 * spz_timeline_fixture_new_random:
 * @seed: the same seed makes the same plan
 * @n_measures: how many measures
 * @n_bars: how many phases
 *
 * Returns: (transfer full): a plan of phases of any length, that overlap, and a
 *   milestone at every fifth measure
 */
SpzTimelinePlan *
spz_timeline_fixture_new_random (guint32 seed,
                                 guint   n_measures,
                                 guint   n_bars)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = new_builder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint64 id = 1;

  spz_timeline_plan_builder_set_texts (builder, "Zufälliger Plan", "Anmerkung zum Plan");
  spz_timeline_plan_builder_set_reference (builder, spz_date_new (2021, 2, 1));

  for (guint i = 0; i < n_measures; i++)
    {
      g_autofree char *title = g_strdup_printf ("Maßnahme Nummer %u", i + 1);
      guint measure;

      if (i % 8 == 0)
        spz_timeline_plan_builder_add_group (builder, i / 8 + 1, "Handlungsfeld");
      measure = spz_timeline_plan_builder_add_measure (builder, i + 1, title, i % 7 == 3 ? "Fußnote" : NULL);

      while (id <= (gint64) n_bars * (i + 1) / n_measures)
        add_random_bar (builder, rand, measure, id++);

      if (i % 5 == 0)
        spz_timeline_plan_builder_add_milestone (builder, &(SpzTimelineMilestone) {
          .id = i + 1, .title = "Entscheidung im Rat", .when = "geplant", .measure = measure,
          .date = spz_date_new (2021, 1, 1) + g_rand_int_range (rand, 0, 900),
          .certainty = SPZ_CERTAINTY_PLANNED, .kind = i % 3,
        });
    }

  return spz_timeline_plan_builder_end (builder);
}

static const char *const hard_subjects[] = {
  "Zentrales Dokumentenmanagement", "Verwaltungsdienstleistungen", "Gesundheitsamtssoftware",
  "Friedhofsverwaltung", "Liegenschaftsinformationssystem", "Kindertagesstättenanmeldung",
  "Bürgerbeteiligungsplattform", "Personalratsangelegenheiten",
};

static const char *const hard_labels[] = {
  "Bestandsaufnahme und Anforderungserhebung in allen Fachbereichen",
  "Datenschutzfolgenabschätzung und Informationssicherheitskonzept",
  "EU-weites Vergabeverfahren einschließlich Teilnahmewettbewerb",
  "Vorbereitung",
  "Schnittstellenspezifikation (Fachverfahren & Basiskomponenten)",
  "Pilotbetrieb in zwei Dezernaten",
  "Flächendeckende Einführung mit Schulungs- und Veränderungsbegleitung",
  "Abnahme",
  "Wirtschaftlichkeitsbetrachtung nach WiBe 5.0",
};

static void
add_hard_bars (SpzTimelinePlanBuilder *builder,
               GRand                  *rand,
               guint                   measure,
               guint                   n)
{
  SpzDate start = spz_date_add_months (spz_date_new (2021, 1, 1), 3 * g_rand_int_range (rand, 0, 3));

  for (guint i = 0; i < n; i++)
    {
      SpzDate end = spz_date_add_months (start, 3 * g_rand_int_range (rand, 1, 5)) - 1;
      SpzTimelineBar bar = {
        .id = measure * 10 + i + 1,
        .title = hard_labels[g_rand_int_range (rand, 0, G_N_ELEMENTS (hard_labels))],
        .measure = measure,
        .kind = g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds)),
        .start = start,
        .end = end,
        .precision = SPZ_PRECISION_QUARTER,
        .conflict = measure % 11 == 5 && i == 1 ? "„Abnahme“ beginnt, bevor „Pilotbetrieb“ endet." : NULL,
      };

      spz_timeline_plan_builder_add_bar (builder, &bar);
      start = end + 1;
    }
}

/**
 * spz_timeline_fixture_new_hard:
 *
 * Returns: (transfer full): a plan that is much for a page: 40 measures in five
 *   action fields, 140 phases in four years, with long German labels
 */
SpzTimelinePlan *
spz_timeline_fixture_new_hard (void)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = new_builder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (140);

  spz_timeline_plan_builder_set_texts (builder, "Digitalisierungsprogramm der Gesamtverwaltung", NULL);
  spz_timeline_plan_builder_set_years (builder, 2021, 2025, 1);
  spz_timeline_plan_builder_set_reference (builder, spz_date_new (2022, 5, 16));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %u", hard_subjects[i % G_N_ELEMENTS (hard_subjects)], i / 8 + 1);

      if (i % 8 == 0)
        spz_timeline_plan_builder_add_group (builder, i / 8 + 1, hard_subjects[i / 8]);
      spz_timeline_plan_builder_add_measure (builder, i + 1, title, NULL);
      add_hard_bars (builder, rand, i, 3 + i % 2);
    }

  return spz_timeline_plan_builder_end (builder);
}

/**
 * spz_timeline_fixture_new_row:
 * @bars: (array length=n_bars): phases
 * @n_bars: how many
 * @milestones: (array length=n_milestones): milestones
 * @n_milestones: how many
 *
 * Returns: (transfer full): a plan of the years 2021 to 2023 with one measure
 */
SpzTimelinePlan *
spz_timeline_fixture_new_row (const SpzTimelineBar       *bars,
                              guint                       n_bars,
                              const SpzTimelineMilestone *milestones,
                              guint                       n_milestones)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = new_builder ();

  spz_timeline_plan_builder_set_years (builder, 2021, 2023, 1);
  spz_timeline_plan_builder_set_reference (builder, spz_date_new (2022, 1, 15));
  spz_timeline_plan_builder_add_group (builder, 1, "Handlungsfeld");
  spz_timeline_plan_builder_add_measure (builder, 1, "Maßnahme", NULL);
  for (guint i = 0; i < n_bars; i++)
    spz_timeline_plan_builder_add_bar (builder, &bars[i]);
  for (guint i = 0; i < n_milestones; i++)
    spz_timeline_plan_builder_add_milestone (builder, &milestones[i]);

  return spz_timeline_plan_builder_end (builder);
}

/**
 * spz_timeline_fixture_new_context:
 *
 * Returns: (transfer full): a context like a sheet's: a point is a unit
 */
PangoContext *
spz_timeline_fixture_new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

SpzTimelineLayout *
spz_timeline_fixture_new_layout (SpzTimelinePlan        *plan,
                                 SpzTimelineStyle        style,
                                 SpzTimelineLayoutFlags  flags,
                                 double                  width)
{
  PangoContext *context = spz_timeline_fixture_new_context ();
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (style);
  SpzTimelineLayout *layout;
  SpzTimelineScale scale;

  if (style != SPZ_TIMELINE_STYLE_PAPER)
    pango_cairo_context_set_resolution (context, 96);
  layout = spz_timeline_layout_new (context, plan, theme, flags);
  scale = *spz_timeline_layout_get_scale (layout);
  spz_timeline_scale_fit (&scale, width);
  spz_timeline_layout_set_scale (layout, &scale);
  g_object_unref (context);

  return layout;
}
