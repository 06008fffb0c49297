/* test-import-table.c: reading timelines and milestones
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-import-fixture.h"

#define HEAD "measure,phase,start_quarter,end_quarter\n"

static void
assert_phase (const SpzImport *import,
              guint            index,
              const char      *expected)
{
  const SpzImportPhase *phase = g_ptr_array_index (import->phases, index);
  g_autofree char *start = spz_date_to_iso (phase->start);
  g_autofree char *end = spz_date_to_iso (phase->end);
  g_autofree char *line = g_strdup_printf ("%s|%s|%s|%s", phase->measure, phase->title, start, end);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_timeline (void)
{
  g_autoptr (SpzImport) import = fixture_import ("zeitplan-2021-01.csv");
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpint (import->kind, ==, SPZ_IMPORT_TIMELINE);
  g_assert_cmpuint (import->phases->len, ==, 57);
  g_assert_cmpuint (import->messages->len, ==, 0);
  for (guint i = 0; i < import->phases->len; i++)
    g_hash_table_add (measures, ((SpzImportPhase *) g_ptr_array_index (import->phases, i))->measure);
  g_assert_cmpuint (g_hash_table_size (measures), ==, 19);

  assert_phase (import, 1, "Kommunikation|Konzepterstellung|2020-07-01|2021-03-31");
  assert_phase (import, 6, "Interkommunaler Erfahrungsaustausch|Laufend anlassbezogener Austausch "
                           "(Erfahrungen, Kooperationen & Anforderungen „Einer für Alle“)|2020-01-01|2023-12-31");
  g_assert_cmpint (((SpzImportPhase *) g_ptr_array_index (import->phases, 6))->certainty, ==,
                   SPZ_CERTAINTY_ONGOING);
  g_assert_cmpint (((SpzImportPhase *) g_ptr_array_index (import->phases, 1))->certainty, ==,
                   SPZ_CERTAINTY_FIRM);
}

static void
assert_milestone (const SpzImport  *import,
                  guint             index,
                  const char       *date,
                  SpzPrecision      precision,
                  SpzCertainty      certainty,
                  SpzMilestoneKind  kind,
                  const char       *wording)
{
  const SpzImportMilestone *milestone = g_ptr_array_index (import->milestones, index);
  g_autofree char *day = spz_date_to_iso (milestone->date);

  g_assert_cmpstr (day, ==, date);
  g_assert_cmpint (milestone->precision, ==, precision);
  g_assert_cmpint (milestone->certainty, ==, certainty);
  g_assert_cmpint (milestone->kind, ==, kind);
  g_assert_cmpstr (milestone->wording, ==, wording);
  g_assert_cmpstr (milestone->measure, !=, "");
}

static void
test_milestones (void)
{
  g_autoptr (SpzImport) import = fixture_import ("meilensteine-2021-01.csv");

  g_assert_cmpint (import->kind, ==, SPZ_IMPORT_MILESTONES);
  g_assert_cmpuint (import->milestones->len, ==, 3);
  assert_milestone (import, 0, "2021-07-01", SPZ_PRECISION_HALF, SPZ_CERTAINTY_PLANNED,
                    SPZ_MILESTONE_DECISION, "geplant 2. Halbjahr 2021");
  assert_milestone (import, 1, "2021-04-04", SPZ_PRECISION_MONTH, SPZ_CERTAINTY_EXPECTED,
                    SPZ_MILESTONE_START, "voraussichtlich Ostern 2021");
  assert_milestone (import, 2, "2022-12-31", SPZ_PRECISION_DAY, SPZ_CERTAINTY_FIRM,
                    SPZ_MILESTONE_DEADLINE, "");
}

/* A byte order mark, semicolons, German heads and days. */
static void
test_forms (void)
{
  g_autoptr (SpzImport) import =
    fixture_import_text ("\xEF\xBB\xBFMaßnahme;Phase;Beginn;Ende;Farbe\r\n"
                         "Portal, neu;Aufbau;01.04.2021;2021-06-30;rot\r\n");
  g_autoptr (SpzImport) latin =
    fixture_import_text ("Ma\xDFnahme;Phase;Von;Bis\nB\xFCro;Umzug;Q1 2021;Q2 2021\n");

  assert_phase (import, 0, "Portal, neu|Aufbau|2021-04-01|2021-06-30");
  g_assert_cmpint (((SpzImportPhase *) g_ptr_array_index (import->phases, 0))->precision, ==,
                   SPZ_PRECISION_DAY);
  g_assert_nonnull (fixture_find_message (import, 1));
  assert_phase (latin, 0, "Büro|Umzug|2021-01-01|2021-06-30");
}

static void
assert_fails (const char *text,
              const char *part)
{
  fixture_assert_fails (text, strlen (text), part);
}

static void
test_errors (void)
{
  assert_fails (HEAD "A,P,2021-Q1,2021-Q2\nB,P,2021-Q3,2021-Q1\n", "Line 3");
  assert_fails (HEAD "A,P,2021-Q5,2021-Q2\n", "2021-Q5");
  assert_fails (HEAD "\nA,P,2021-Q5,2021-Q2\n", "Line 3");
  assert_fails (HEAD "A,,2021-Q1,2021-Q2\n", "Line 2");
  assert_fails (HEAD "A,P\n", "Line 2");
  assert_fails (HEAD "A,\"P,2021-Q1,2021-Q2\n", "Line 2");
  assert_fails ("measure,phase,start\nA,P,2021-Q1\n", "columns");
  assert_fails ("milestone,date\nA,someday\n", "someday");
  assert_fails ("measure,phase,start,start_quarter,end\nA,P,2021-Q1,2021-Q2,2021-Q3\n", "two columns");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/timeline", test_timeline);
  g_test_add_func ("/import/milestones", test_milestones);
  g_test_add_func ("/import/forms", test_forms);
  g_test_add_func ("/import/errors", test_errors);

  return g_test_run ();
}
