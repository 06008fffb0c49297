/* test-import-apply.c: imports into a programme, and the example
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-briefings.h"
#include "spz-example.h"
#include "spz-figures.h"
#include "spz-import-fixture.h"

#define MD  "sprechzettel-2021-02-08.md"
#define TXT "sprechzettel-2021-02-08.pdftotext.txt"

static guint
count_history (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = spz_programme_get_history (self->programme, 100, &error);

  g_assert_no_error (error);

  return history->len;
}

static void
check_briefing (Fixture *self)
{
  static const char *const fields[] = {
    "elektronische Schriftgutverwaltung", "Umsetzung Onlinezugangsgesetz (OZG)",
    "modernes Arbeiten/mobile Arbeit", "AK „Digitale Kommune“", "Smart City",
  };
  SpzBriefing *briefing = spz_programme_get_latest_briefing (self->programme);
  SpzMeeting *meeting = spz_briefing_get_meeting (self->programme, briefing);
  SpzBody *body = spz_programme_lookup (self->programme, SPZ_TYPE_BODY, meeting->body);

  g_assert_cmpstr (briefing->title, ==, "Sprechzettel");
  g_assert_cmpstr (briefing->speaker, ==, "StK Märtens");
  g_assert_cmpstr (briefing->function, ==, "CDO");
  g_assert_cmpint (meeting->date, ==, spz_date_new (2021, 2, 8));
  g_assert_cmpstr (body->title, ==, "Ausschuss für Finanzen und Digitalisierung");

  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_ROLE), ==, 5);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_TASK), ==, 21);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 40);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEETING), ==, 8);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_ACTION_FIELD), ==, G_N_ELEMENTS (fields));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (SPZ_ACTION_FIELD (apply_fixture_get (self, SPZ_TYPE_ACTION_FIELD, i))->title, ==, fields[i]);
}

static void
test_markdown (Fixture       *self,
               gconstpointer  data)
{
  apply_fixture_import (self, MD);
  check_briefing (self);
  g_assert_cmpuint (count_history (self), ==, 1);
}

static void
test_text (Fixture       *self,
           gconstpointer  data)
{
  apply_fixture_import (self, TXT);
  check_briefing (self);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 19);
  g_assert_cmpuint (count_history (self), ==, 1);
}

/* From both forms comes the same briefing, in order and level. */
static void
test_same_briefing (Fixture       *self,
                    gconstpointer  data)
{
  Fixture other = { NULL };
  g_autofree char *markdown = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) corrected = NULL;

  apply_fixture_set_up (&other, NULL);
  apply_fixture_import (self, MD);
  apply_fixture_import (&other, TXT);
  markdown = apply_fixture_dump_briefing (self);
  text = apply_fixture_dump_briefing (&other);
  apply_fixture_tear_down (&other, NULL);

  /* Two words differ in the sources themselves. */
  corrected = g_string_new (text);
  g_string_replace (corrected, "suksessive", "sukzessive", 0);
  g_string_replace (corrected, "genauerer", "genauere", 0);
  g_assert_cmpstr (markdown, ==, corrected->str);
}

static void
test_twice (Fixture       *self,
            gconstpointer  data)
{
  static const char *const names[] = { MD, "zeitplan-2021-01.csv", "meilensteine-2021-01.csv" };
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  guint n_steps;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    apply_fixture_import (self, names[i]);
  once = apply_fixture_dump_briefing (self);
  n_steps = count_history (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    apply_fixture_import (self, names[i]);
  twice = apply_fixture_dump_briefing (self);

  g_assert_cmpstr (once, ==, twice);
  check_briefing (self);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, 57);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MILESTONE), ==, 3);
  g_assert_cmpuint (count_history (self), ==, n_steps);
}

/* The text after the Markdown corrects and doesn't double. */
static void
test_other_form (Fixture       *self,
                 gconstpointer  data)
{
  apply_fixture_import (self, MD);
  apply_fixture_import (self, TXT);
  check_briefing (self);

  /* The labels without a place went before the plan, not after it. */
  g_assert_cmpint (SPZ_BLOCK (apply_fixture_get (self, SPZ_TYPE_BLOCK, apply_fixture_count (self, SPZ_TYPE_BLOCK) - 1))->kind, ==,
                   SPZ_BLOCK_TIMELINE);

  /* Emphasis stays, though the text has none. */
  apply_fixture_find (self, SPZ_TYPE_POINT,
        "Zeitplan (**Anhang letzte Seite**) an die aktuellen Erfordernisse, die „Lernkurve“ in 2020 "
        "und die gesetzliche Dynamik (OZG) angepasst");
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  apply_fixture_import (self, MD);
  g_assert_true (spz_programme_undo (self->programme, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_ROLE), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BRIEFING), ==, 0);

  g_assert_true (spz_programme_redo (self->programme, &error));
  check_briefing (self);
}

static void
test_new_points_get_their_place (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  apply_fixture_import_text (self, "## Handlungsfeld Portal\n\n- Eins\n  - Eins A\n- Drei\n- Nur hier\n");
  apply_fixture_import_text (self, "## Handlungsfeld Portal\n\n- Eins\n  - Eins A\n  - Eins B\n- Zwei\n- Drei\n");

  apply_fixture_append_outline (self, text, apply_fixture_get (self, SPZ_TYPE_ACTION_FIELD, 0));
  g_assert_cmpstr (text->str, ==, "1 0 Eins\n2 0 Eins A\n2 0 Eins B\n1 0 Zwei\n1 0 Drei\n1 0 Nur hier\n");
}

/* Several sources at once: the same as one after the other, but one step. */
static void
test_all (Fixture       *self,
          gconstpointer  data)
{
  static const char *const names[] = { MD, TXT, "meilensteine-2021-01.csv", "zeitplan-2021-01.csv" };
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_free);
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (imports, fixture_import (names[i]));
  g_assert_true (spz_import_apply_all (self->programme, imports, summaries, "Alles", NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  check_briefing (self);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 19);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, 57);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MILESTONE), ==, 3);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BRIEFING), ==, 1);

  g_assert_cmpuint (count_history (self), ==, 1);
  g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, "Alles");
  g_assert_true (spz_programme_undo (self->programme, &error));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 0);
}

/* One of several that can't be entered: none is, and what was there stays. */
static void
test_all_or_none (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_free);
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
  SpzImport *unsound = spz_import_new (SPZ_IMPORT_TIMELINE);
  SpzImportPhase *phase = spz_import_add_phase (unsound, "Portal", "Aufbau", 1);
  g_autoptr (GError) error = NULL;

  apply_fixture_import_text (self, "## Handlungsfeld Portal\n\n- Eins\n");

  phase->start = spz_date_new (2021, 12, 31);
  phase->end = spz_date_new (2021, 1, 1);
  g_ptr_array_add (imports, fixture_import (MD));
  g_ptr_array_add (imports, unsound);

  g_assert_false (spz_import_apply_all (self->programme, imports, summaries, "Alles", NULL, NULL, NULL, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 1);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_ROLE), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 0);

  /* Where nothing was entered before, nothing is taken back */
  g_clear_error (&error);
  g_ptr_array_remove_index (imports, 0);
  g_assert_false (spz_import_apply_all (self->programme, imports, summaries, "Alles", NULL, NULL, NULL, &error));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 1);
}

static void
add_number (SpzImport  *import,
            const char *title,
            double      value)
{
  SpzImportFigure *figure = spz_import_add_figure (import, title, 1);

  figure->value = value;
  figure->has_value = TRUE;
}

static gint64
add_figure (Fixture    *self,
            const char *title,
            const char *symbol,
            const char *formula)
{
  return spz_programme_add (self->programme, SPZ_TYPE_FIGURE, NULL,
                            "title", title, "symbol", symbol, "formula", formula, NULL);
}

/* A computed figure keeps its formula. What comes of it with the source's other
 * figures is compared with what the source has, and a difference told. */
static void
test_computed (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (SpzImport) right = spz_import_new (SPZ_IMPORT_BRIEFING);
  g_autoptr (SpzImport) wrong = spz_import_new (SPZ_IMPORT_BRIEFING);
  g_autofree char *agreed = NULL;
  g_autofree char *preview = NULL;
  g_autofree char *differing = NULL;
  SpzFigure *total;
  double number;

  add_figure (self, "Erste Tranche", "eins", "");
  add_figure (self, "Zweite Tranche", "zwei", "");
  add_figure (self, "Zusammen", "summe", "eins + zwei");

  add_number (right, "Zusammen", 30);
  add_number (right, "Erste Tranche", 10);
  add_number (right, "Zweite Tranche", 20);
  agreed = spz_import_apply (self->programme, right, NULL);
  g_assert_null (strstr (agreed, "Zusammen"));

  add_number (wrong, "Erste Tranche", 11);
  add_number (wrong, "Zusammen", 30);
  preview = spz_import_preview (self->programme, wrong, NULL);
  differing = spz_import_apply (self->programme, wrong, NULL);
  g_assert_nonnull (strstr (differing, "“Zusammen” is computed and stays 31; the source has 30."));
  g_assert_cmpstr (preview, ==, differing);

  total = apply_fixture_find (self, SPZ_TYPE_FIGURE, "Zusammen");
  g_assert_cmpstr (total->formula, ==, "eins + zwei");
  g_assert_true (spz_figure_get_number (self->programme, total,
                                        spz_programme_get_reference_date (self->programme), &number, NULL));
  g_assert_cmpfloat (number, ==, 31);
}

/* A point whose numbers came from key figures says so when it gets others. */
static void
test_mention (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (SpzImport) same = NULL;
  g_autoptr (SpzImport) other = NULL;
  g_autofree char *unchanged = NULL;
  g_autofree char *changed = NULL;
  SpzPoint *point;
  gint64 figure;

  apply_fixture_import_text (self, "## Thema\n\n- Insgesamt 10 Anträge von Beschäftigten der Verwaltung\n");
  figure = add_figure (self, "Anträge", "antraege", "");
  spz_programme_add (self->programme, SPZ_TYPE_FIGURE_VALUE, NULL, "figure", figure,
                     "date", spz_programme_get_reference_date (self->programme), "value", 10.0, NULL);
  point = apply_fixture_get (self, SPZ_TYPE_POINT, 0);
  spz_programme_set (self->programme, point, NULL, "title",
                     "Insgesamt {antraege} Anträge von Beschäftigten der Verwaltung", NULL);

  same = fixture_import_text ("## Thema\n\n- Insgesamt 10 Anträge von Beschäftigten der Verwaltung\n");
  unchanged = spz_import_apply (self->programme, same, NULL);
  g_assert_null (strstr (unchanged, "numbers of the source"));
  g_assert_nonnull (strstr (point->title, "{antraege}"));

  other = fixture_import_text ("## Thema\n\n- Insgesamt 12 Anträge von Beschäftigten der Verwaltung\n");
  changed = spz_import_apply (self->programme, other, NULL);
  g_assert_nonnull (strstr (changed, "1 point mentioned key figures and gets the numbers of the source."));
}

static void
cancel_cb (double   fraction,
           gpointer data)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <, 1);
  if (fraction > 0.4)
    g_cancellable_cancel (data);
}

/* Given up in the second of two, an import leaves nothing of the first either. */
static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_free);
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (imports, fixture_import (MD));
  g_ptr_array_add (imports, fixture_import ("zeitplan-2021-01.csv"));
  g_assert_false (spz_import_apply_all (self->programme, imports, summaries, "Alles", cancel_cb, cancellable,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (summaries->len, ==, 1);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 0);
  g_assert_cmpuint (count_history (self), ==, 0);
}

/* What is said before is what is said after, of sources that build on each
 * other too, and saying it changes nothing. */
static void
test_preview_all (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_free);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (imports, fixture_import (MD));
  g_ptr_array_add (imports, fixture_import (MD));
  g_ptr_array_add (imports, fixture_import ("zeitplan-2021-01.csv"));
  g_assert_true (spz_import_preview_all (self->programme, imports, before, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 0);
  g_assert_cmpuint (count_history (self), ==, 0);
  g_assert_cmpstr (g_ptr_array_index (before, 1), ==, "Nothing new: everything was there already.");

  g_assert_true (spz_import_apply_all (self->programme, imports, after, "Alles", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (g_ptr_array_index (before, i), ==, g_ptr_array_index (after, i));
}

/* A marker narrows the audience of a point that is there; its absence says
 * nothing. */
static void
test_audience_narrows (Fixture       *self,
                       gconstpointer  data)
{
  SpzPoint *point;

  apply_fixture_import_text (self, "## Thema\n\n- Eins\n");
  point = apply_fixture_get (self, SPZ_TYPE_POINT, 0);
  apply_fixture_import_text (self, "## Thema\n\n- [intern] Eins\n");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 1);
  g_assert_cmpint (point->audience, ==, SPZ_AUDIENCE_INTERNAL);
  apply_fixture_import_text (self, "## Thema\n\n- Eins\n");
  g_assert_cmpint (point->audience, ==, SPZ_AUDIENCE_INTERNAL);
}

static void
test_audiences (Fixture       *self,
                gconstpointer  data)
{
  apply_fixture_import_text (self, "## Thema\n\n- [intern] Eins\n- [nichtöffentlich] Zwei\n- Drei\n");

  g_assert_cmpint (SPZ_POINT (apply_fixture_get (self, SPZ_TYPE_POINT, 0))->audience, ==, SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpint (SPZ_POINT (apply_fixture_get (self, SPZ_TYPE_POINT, 1))->audience, ==, SPZ_AUDIENCE_COMMITTEE);
  g_assert_cmpint (SPZ_POINT (apply_fixture_get (self, SPZ_TYPE_POINT, 2))->audience, ==, SPZ_AUDIENCE_PUBLIC);
}

static void
test_timeline (Fixture       *self,
               gconstpointer  data)
{
  SpzPhase *phase;
  SpzPhaseKind *kind;

  apply_fixture_import (self, "zeitplan-2021-01.csv");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 19);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, 57);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE_KIND), ==, 6);
  g_assert_cmpint (spz_programme_get_info (self->programme)->first_year, ==, 2020);
  g_assert_cmpint (spz_programme_get_info (self->programme)->last_year, ==, 2023);

  for (guint i = 0; i < apply_fixture_count (self, SPZ_TYPE_PHASE); i++)
    g_assert_cmpint (SPZ_PHASE (apply_fixture_get (self, SPZ_TYPE_PHASE, i))->kind, !=, 0);

  phase = apply_fixture_find (self, SPZ_TYPE_PHASE, "Umsetzung relevanter Maßnahmen");
  kind = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE_KIND, phase->kind);
  g_assert_cmpstr (kind->title, ==, "Rollout/Umsetzung");
  phase = apply_fixture_find (self, SPZ_TYPE_PHASE, "Kompetenzaufbau >> Entscheidung >> Konzepterstellung");
  kind = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE_KIND, phase->kind);
  g_assert_cmpstr (kind->title, ==, "Konzept");

  apply_fixture_import_text (self, "measure,phase,start_quarter,end_quarter\nE-Vergabe,Einführung,2021-Q3,2021-Q4\n");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, 57);
  phase = apply_fixture_find (self, SPZ_TYPE_PHASE, "Einführung");
  g_assert_cmpint (phase->start, ==, spz_date_new (2021, 7, 1));
}

/* The footnote of a text finds the measure whose phase has the asterisk. */
static void
test_footnote (Fixture       *self,
               gconstpointer  data)
{
  SpzMeasure *measure;

  apply_fixture_import (self, "zeitplan-2021-01.csv");
  apply_fixture_import (self, TXT);
  measure = apply_fixture_find (self, SPZ_TYPE_MEASURE, "Onlinezugangsgesetz (OZG)");
  g_assert_true (g_str_has_prefix (measure->footnote, "Zielstellung bis Ende 2022"));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 19);
}

/* What has no place in the plan is kept before it, for the office alone. */
static void
test_unplaced (Fixture       *self,
               gconstpointer  data)
{
  guint n = 0;

  apply_fixture_import (self, TXT);
  n = apply_fixture_count (self, SPZ_TYPE_BLOCK);
  g_assert_cmpint (SPZ_BLOCK (apply_fixture_get (self, SPZ_TYPE_BLOCK, n - 1))->kind, ==, SPZ_BLOCK_TIMELINE);
  g_assert_cmpint (SPZ_BLOCK (apply_fixture_get (self, SPZ_TYPE_BLOCK, n - 2))->kind, ==, SPZ_BLOCK_TEXT);
  g_assert_cmpint (SPZ_BLOCK (apply_fixture_get (self, SPZ_TYPE_BLOCK, n - 2))->audience, ==, SPZ_AUDIENCE_INTERNAL);
  g_assert_nonnull (strstr (SPZ_BLOCK (apply_fixture_get (self, SPZ_TYPE_BLOCK, n - 2))->title, "Pilote/Umfrage"));
  g_assert_nonnull (strstr (SPZ_BLOCK (apply_fixture_get (self, SPZ_TYPE_BLOCK, n - 2))->title, "Zielstellung bis Ende"));
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (SpzImport) import = fixture_import (MD);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->programme);
  self->programme = spz_programme_open (self->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);

  g_assert_null (spz_import_apply (self->programme, import, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == SPZ_ERROR);
}

/* The example */

static void
test_example (Fixture       *self,
              gconstpointer  data)
{
  SpzProgrammeInfo *info = spz_programme_get_info (self->programme);

  check_briefing (self);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 19);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, 57);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MILESTONE), ==, 3);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BODY), ==, 4);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BLOCK), ==, 9);

  g_assert_cmpstr (info->title, ==, "E-Government-Strategie");
  g_assert_cmpint (spz_programme_get_reference_date (self->programme), ==, spz_date_new (2021, 2, 1));
  g_assert_nonnull (strstr (info->plan_note, "nachgebildet"));
  g_assert_cmpint (spz_programme_get_next_meeting (self->programme)->date, ==, spz_date_new (2021, 2, 8));

  g_assert_cmpuint (count_history (self), ==, 0);
  g_assert_null (spz_programme_get_undo_label (self->programme));
}

static void
test_example_plan (Fixture       *self,
                   gconstpointer  data)
{
  SpzMeasure *measure = apply_fixture_find (self, SPZ_TYPE_MEASURE, "Onlinezugangsgesetz (OZG)");
  SpzMilestone *milestone = apply_fixture_find (self, SPZ_TYPE_MILESTONE, "Start NRW Kommunal.Portal");
  guint n_grouped = 0;

  g_assert_true (g_str_has_prefix (measure->footnote, "Zielstellung bis Ende 2022"));
  g_assert_cmpstr (milestone->wording, ==, "voraussichtlich Ostern 2021");
  for (guint i = 0; i < apply_fixture_count (self, SPZ_TYPE_MEASURE); i++)
    n_grouped += SPZ_MEASURE (apply_fixture_get (self, SPZ_TYPE_MEASURE, i))->action_field != 0 ? 1 : 0;
  g_assert_cmpuint (n_grouped, ==, 14);
}

static void
test_example_figures (Fixture       *self,
                      gconstpointer  data)
{
  SpzDate as_of = spz_programme_get_reference_date (self->programme);

  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_FIGURE), ==, 9);
  for (guint i = 0; i < apply_fixture_count (self, SPZ_TYPE_FIGURE); i++)
    {
      SpzFigure *figure = apply_fixture_get (self, SPZ_TYPE_FIGURE, i);
      g_autoptr (GError) error = NULL;

      g_assert_true (spz_figure_check (self->programme, figure, as_of, &error));
      g_assert_no_error (error);
      g_assert_nonnull (spz_figure_get_value (self->programme, figure, as_of));
    }
}

static void
test_example_is_sound (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = spz_programme_check (self->programme, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", (char *) g_ptr_array_index (findings, i));
}

/* The sources again change nothing. */
static void
test_example_again (Fixture       *self,
                    gconstpointer  data)
{
  apply_fixture_import (self, MD);
  apply_fixture_import (self, "zeitplan-2021-01.csv");
  apply_fixture_import (self, "meilensteine-2021-01.csv");
  g_assert_cmpuint (count_history (self), ==, 0);
  check_briefing (self);
}

static void
test_example_exists (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spz_example_create (self->path, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
}

static void
add (const char    *path,
     gconstpointer  data,
     void         (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, apply_fixture_set_up, test, apply_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  const gconstpointer empty = GINT_TO_POINTER (FALSE);
  const gconstpointer example = GINT_TO_POINTER (TRUE);

  g_test_init (&argc, &argv, NULL);

  add ("/apply/markdown", empty, test_markdown);
  add ("/apply/text", empty, test_text);
  add ("/apply/same-briefing", empty, test_same_briefing);
  add ("/apply/twice", empty, test_twice);
  add ("/apply/other-form", empty, test_other_form);
  add ("/apply/undo", empty, test_undo);
  add ("/apply/new-points-get-their-place", empty, test_new_points_get_their_place);
  add ("/apply/all", empty, test_all);
  add ("/apply/all-or-none", empty, test_all_or_none);
  add ("/apply/computed", empty, test_computed);
  add ("/apply/mention", empty, test_mention);
  add ("/apply/cancel", empty, test_cancel);
  add ("/apply/preview-all", empty, test_preview_all);
  add ("/apply/audiences", empty, test_audiences);
  add ("/apply/audience-narrows", empty, test_audience_narrows);
  add ("/apply/timeline", empty, test_timeline);
  add ("/apply/footnote", empty, test_footnote);
  add ("/apply/unplaced", empty, test_unplaced);
  add ("/apply/read-only", empty, test_read_only);
  add ("/example/contents", example, test_example);
  add ("/example/plan", example, test_example_plan);
  add ("/example/figures", example, test_example_figures);
  add ("/example/is-sound", example, test_example_is_sound);
  add ("/example/again", example, test_example_again);
  add ("/example/exists", example, test_example_exists);

  return g_test_run ();
}
