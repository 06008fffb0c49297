/* test-project.c: plans of Microsoft Project and GanttProject
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-example.h"
#include "spz-import-fixture.h"
#include "spz-quarter.h"

#define PROJECT(tasks) "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
                       "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>E-Government</Title>" \
                       "<Tasks>" tasks "</Tasks></Project>"
#define TASK(uid, level, name, more) "<Task><UID>" uid "</UID><Name>" name "</Name>" \
                                     "<OutlineLevel>" level "</OutlineLevel>" more "</Task>\n"
#define DATES(start, finish) "<Start>" start "T08:00:00</Start><Finish>" finish "T17:00:00</Finish>"
#define AFTER(uid, type) "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>" type "</Type></PredecessorLink>"
#define AFTER_DAYS(uid, lag) "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>1</Type>" \
                             "<LinkLag>" lag "</LinkLag><LagFormat>7</LagFormat></PredecessorLink>"

#define GANTT(calendar, tasks) "<?xml version=\"1.0\" encoding=\"UTF-8\"?><project name=\"E-Government\" version=\"3.2.3200\">" \
                               "<calendars>" calendar "</calendars><tasks empty-milestones=\"true\">" tasks "</tasks></project>"

static char *
get_file (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "exchange", "files", name, NULL);
}

static SpzImport *
read_file (const char *name)
{
  g_autofree char *path = get_file (name);
  g_autoptr (GError) error = NULL;
  SpzImport *import = spz_import_read_file (path, SPZ_IMPORT_ANY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (import->kind, ==, SPZ_IMPORT_TIMELINE);

  return import;
}

static char *
apply (Fixture         *self,
       const SpzImport *import)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = spz_import_preview (self->programme, import, &error);
  char *summary;

  g_assert_no_error (error);
  summary = spz_import_apply (self->programme, import, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (summary, ==, preview);

  return summary;
}

static void
import_text (Fixture    *self,
             const char *text,
             const char *expected)
{
  g_autoptr (SpzImport) import = fixture_import_text (text);
  g_autofree char *summary = apply (self, import);

  g_assert_cmpstr (summary, ==, expected);
}

/* How many messages have @part in them */
static guint
count_messages (const SpzImport *import,
                const char      *part)
{
  guint n = 0;

  for (guint i = 0; i < import->messages->len; i++)
    n += strstr (((SpzImportMessage *) g_ptr_array_index (import->messages, i))->text, part) != NULL;

  return n;
}

static gpointer
lookup (SpzProgramme *programme,
        GType         type,
        gint64        id)
{
  return spz_programme_lookup (programme, type, id);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* "field / measure / phase: first quarter, last quarter", sorted */
static char *
describe_plan (SpzProgramme *programme)
{
  SpzRecordList *phases = spz_programme_get_list (programme, SPZ_TYPE_PHASE);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);
      SpzMeasure *measure = lookup (programme, SPZ_TYPE_MEASURE, phase->measure);
      SpzActionField *field = lookup (programme, SPZ_TYPE_ACTION_FIELD, measure->action_field);

      g_ptr_array_add (lines, g_strdup_printf ("%s / %s / %s: %d to %d, %d", field != NULL ? field->title : "",
                                               measure->title, phase->title,
                                               spz_quarter_from_date (phase->start, 1),
                                               spz_quarter_from_date (phase->end, 1), phase->certainty));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* The example as another program would have it is the example. */
static void
test_example (Fixture       *self,
              gconstpointer  name)
{
  g_autofree char *path = g_build_filename (self->directory, "example.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzProgramme) example = spz_example_create (path, &error);
  g_autoptr (SpzImport) import = read_file (name);
  g_autofree char *summary = apply (self, import);
  g_autofree char *expected = describe_plan (example);
  g_autofree char *found = describe_plan (self->programme);
  SpzMilestone *deadline = apply_fixture_find (self, SPZ_TYPE_MILESTONE, "OZG-Endfrist");
  SpzPhase *draft = apply_fixture_find (self, SPZ_TYPE_PHASE, "Konzepterstellung");

  g_assert_true (g_str_has_prefix (summary, "New: 3 action fields, 19 measures, 57 phases, "));
  g_assert_true (g_str_has_suffix (summary, " milestones, 38 dependencies."));
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (import->messages->len, ==, 0);
  g_assert_cmpint (deadline->date, ==, spz_date_new (2022, 12, 31));
  g_assert_cmpint (deadline->kind, ==, SPZ_MILESTONE_DEADLINE);
  g_assert_cmpstr (SPZ_MEASURE (lookup (self->programme, SPZ_TYPE_MEASURE, deadline->measure))->title, ==,
                   "Onlinezugangsgesetz (OZG)");
  g_assert_cmpint (draft->progress, ==, 60);
  g_assert_cmpint (draft->precision, ==, SPZ_PRECISION_DAY);
  g_assert_true (g_str_has_prefix (draft->note, "Mit dem Fachbereich Oberbürgermeister"));

  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEASURE), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_DEPENDENCY), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_ACTION_FIELD), ==, 0);
  g_assert_null (spz_programme_get_undo_label (self->programme));
}

/* Into the programme it came from it brings what the programme doesn't have,
 * and leaves what the other program has no words for. */
static void
test_into_example (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (SpzImport) import = read_file ("zeitplan-2021-01.gan");
  g_autofree char *before = describe_plan (self->programme);
  g_autofree char *summary = apply (self, import);
  g_autofree char *after = describe_plan (self->programme);
  SpzMilestone *start = apply_fixture_find (self, SPZ_TYPE_MILESTONE, "Start NRW Kommunal.Portal");
  SpzPhase *phase = apply_fixture_find (self, SPZ_TYPE_PHASE, "Ernennung");

  g_assert_cmpstr (summary, ==, "New: 38 dependencies. Updated: 19 measures, 57 phases, 3 milestones.");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (start->wording, ==, "voraussichtlich Ostern 2021");
  g_assert_cmpint (start->certainty, ==, SPZ_CERTAINTY_EXPECTED);
  g_assert_cmpint (phase->precision, ==, SPZ_PRECISION_QUARTER);

  g_free (summary);
  summary = apply (self, import);
  g_assert_cmpstr (summary, ==, "Nothing new: everything was there already.");
}

#define DMS_BEFORE PROJECT (TASK ("1", "1", "Zentrales DMS", "")                                                       \
                            TASK ("2", "2", "Rollout", DATES ("2021-01-04", "2021-03-31"))                             \
                            TASK ("3", "2", "Rollout", DATES ("2021-04-01", "2021-06-30") AFTER ("2", "1"))            \
                            TASK ("4", "2", "Entscheidung", "<Milestone>1</Milestone>" DATES ("2021-07-01", "2021-07-01")))

#define DMS_AFTER PROJECT (TASK ("1", "1", "Zentrales DMS / E-Akte", "")                                               \
                           TASK ("3", "2", "Rollout FB 20", DATES ("2021-05-03", "2021-07-30") AFTER ("2", "1"))       \
                           TASK ("2", "2", "Rollout", DATES ("2021-01-04", "2021-03-31") "<PercentComplete>50</PercentComplete>") \
                           TASK ("4", "2", "Ausschreibungsentscheidung", "<Milestone>1</Milestone>" DATES ("2021-08-02", "2021-08-02")))

/* What was renamed, moved, put elsewhere is still known. */
static void
test_edited (Fixture       *self,
             gconstpointer  data)
{
  SpzPhase *first, *second;
  SpzMilestone *milestone;

  import_text (self, DMS_BEFORE, "New: 1 measure, 2 phases, 1 milestone, 1 dependency.");
  first = apply_fixture_get (self, SPZ_TYPE_PHASE, 0);
  second = apply_fixture_get (self, SPZ_TYPE_PHASE, 1);
  milestone = apply_fixture_get (self, SPZ_TYPE_MILESTONE, 0);

  import_text (self, DMS_AFTER, "Updated: 1 measure, 2 phases, 1 milestone.");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, 2);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_DEPENDENCY), ==, 1);
  g_assert_cmpstr (SPZ_MEASURE (apply_fixture_get (self, SPZ_TYPE_MEASURE, 0))->title, ==, "Zentrales DMS / E-Akte");
  g_assert_cmpint (first->progress, ==, 50);
  g_assert_cmpstr (first->title, ==, "Rollout");
  g_assert_cmpstr (second->title, ==, "Rollout FB 20");
  g_assert_cmpint (second->end, ==, spz_date_new (2021, 7, 30));
  g_assert_cmpstr (milestone->title, ==, "Ausschreibungsentscheidung");
  g_assert_cmpint (milestone->date, ==, spz_date_new (2021, 8, 2));

  import_text (self, DMS_AFTER, "Nothing new: everything was there already.");
  import_text (self, DMS_BEFORE, "Updated: 1 measure, 2 phases, 1 milestone.");
}

/* Two plans number their tasks alike, and are two plans. */
static void
test_two_plans (Fixture       *self,
                gconstpointer  data)
{
  import_text (self, DMS_BEFORE, "New: 1 measure, 2 phases, 1 milestone, 1 dependency.");
  import_text (self, "<Project><Title>Portal</Title><Tasks>" TASK ("1", "1", "Serviceportal", "")
                     TASK ("2", "2", "Konzept", DATES ("2022-01-03", "2022-03-31")) "</Tasks></Project>",
               "New: 1 measure, 1 phase.");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, 3);
}

#define LINKS PROJECT (TASK ("1", "1", "DMS", "<Notes>Der Rat hat zugestimmt.</Notes>")                                   \
                       TASK ("2", "2", "Konzept", DATES ("2021-01-04", "2021-03-31") AFTER ("4", "1"))                 \
                       TASK ("3", "2", "Beschaffung", DATES ("2021-04-01", "2021-06-30") AFTER ("2", "1") AFTER ("2", "3")) \
                       TASK ("4", "2", "Rollout", DATES ("2021-07-01", "2021-09-30") AFTER_DAYS ("3", "48000") AFTER ("1", "1") AFTER ("9", "1")) \
                       TASK ("5", "2", "Altverfahren", DATES ("2021-07-01", "2021-09-30") "<Active>0</Active>")         \
                       TASK ("6", "2", "Ohne Termin", "")                                                               \
                       TASK ("7", "2", "Archiv", DATES ("9999-07-01", "9999-09-30"))                                    \
                       TASK ("8", "2", "Abnahme", "<Start>2021-10-01T00:00:00</Start><Finish>2021-10-09T00:00:00</Finish>" \
                             "<Deadline>2021-11-30T17:00:00</Deadline>"))

/* Each thing that has no place is named. */
static void
test_without_place (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (SpzImport) import = fixture_import_text (LINKS);
  g_autofree char *summary = apply (self, import);
  SpzMilestone *deadline = apply_fixture_find (self, SPZ_TYPE_MILESTONE, "Abnahme");

  g_assert_cmpstr (summary, ==, "New: 1 measure, 4 phases, 1 milestone, 2 dependencies.");
  g_assert_cmpuint (count_messages (import, "waits for “Rollout”, which waits for it"), ==, 1);
  g_assert_cmpuint (count_messages (import, "“Beschaffung” depends on “Konzept”, but not on its end"), ==, 1);
  g_assert_cmpuint (count_messages (import, "The distance of 10 days was left out"), ==, 1);
  g_assert_cmpuint (count_messages (import, "“Rollout” waits for “DMS”. Only phases wait"), ==, 1);
  g_assert_cmpuint (count_messages (import, "“Rollout” is linked to a task that isn’t in the file"), ==, 1);
  g_assert_cmpuint (count_messages (import, "1 inactive task"), ==, 1);
  g_assert_cmpuint (count_messages (import, "“Ohne Termin” has no dates"), ==, 1);
  g_assert_cmpuint (count_messages (import, "“Archiv” has no dates between 1984 and 2149"), ==, 1);
  g_assert_cmpuint (count_messages (import, "The note of “DMS” has no place in the plan: Der Rat hat zugestimmt."), ==, 1);
  g_assert_cmpuint (import->messages->len, ==, 9);
  g_assert_cmpint (deadline->date, ==, spz_date_new (2021, 11, 30));
  g_assert_cmpint (deadline->kind, ==, SPZ_MILESTONE_DEADLINE);
  /* Until midnight is until the day before */
  g_assert_cmpint (SPZ_PHASE (apply_fixture_find (self, SPZ_TYPE_PHASE, "Abnahme"))->end, ==, spz_date_new (2021, 10, 8));
}

/* What the programme has would wait for itself by way of the file: the
 * programme holds. */
static void
test_circle_with_programme (Fixture       *self,
                            gconstpointer  data)
{
  import_text (self, DMS_BEFORE, "New: 1 measure, 2 phases, 1 milestone, 1 dependency.");
  import_text (self, PROJECT (TASK ("1", "1", "Zentrales DMS", "")
                              TASK ("2", "2", "Rollout", DATES ("2021-01-04", "2021-03-31") AFTER ("3", "1"))
                              TASK ("3", "2", "Rollout", DATES ("2021-04-01", "2021-06-30"))),
               "Nothing new: everything was there already. "
               "1 dependency would close a circle with those of the programme and is left out.");
}

#define WEEKEND "<day-types><default-week id=\"1\" name=\"default\" sun=\"1\" mon=\"0\" tue=\"0\" wed=\"0\" thu=\"0\" fri=\"0\" sat=\"1\"/>"
#define GANTT_TASK(id, name, start, duration) "<task id=\"" id "\" name=\"" name "\" meeting=\"false\" start=\"" start \
                                              "\" duration=\"" duration "\" complete=\"0\"/>"

static SpzDate
get_end (const char *text)
{
  g_autoptr (SpzImport) import = fixture_import_text (text);

  return ((SpzImportPhase *) g_ptr_array_index (import->phases, 0))->end;
}

/* Durations are working days. */
static void
test_calendar (void)
{
  /* From Thursday before Easter 2021 on */
  g_assert_cmpint (get_end (GANTT (WEEKEND "</day-types>", GANTT_TASK ("0", "Test", "2021-04-01", "3"))), ==,
                   spz_date_new (2021, 4, 5));
  g_assert_cmpint (get_end (GANTT (WEEKEND "</day-types><date year=\"2021\" month=\"4\" date=\"2\" type=\"HOLIDAY\"/>"
                                   "<date year=\"\" month=\"4\" date=\"5\" type=\"HOLIDAY\"><![CDATA[Ostermontag]]></date>",
                                   GANTT_TASK ("0", "Test", "2021-04-01", "3"))), ==,
                   spz_date_new (2021, 4, 7));
  g_assert_cmpint (get_end (GANTT (WEEKEND "</day-types><date year=\"2021\" month=\"4\" date=\"3\" type=\"WORKING_DAY\"/>",
                                   GANTT_TASK ("0", "Test", "2021-04-01", "3"))), ==,
                   spz_date_new (2021, 4, 3));
  g_assert_cmpint (get_end (GANTT (WEEKEND "<only-show-weekends value=\"true\"/></day-types>",
                                   GANTT_TASK ("0", "Test", "2021-04-01", "3"))), ==,
                   spz_date_new (2021, 4, 3));
  /* What lasts no day is seen on one */
  g_assert_cmpint (get_end (GANTT (WEEKEND "</day-types>", GANTT_TASK ("0", "Test", "2021-04-01", "0"))), ==,
                   spz_date_new (2021, 4, 1));
}

/* Four levels, two of them between the field and the phase */
static void
test_levels (Fixture       *self,
             gconstpointer  data)
{
  import_text (self, PROJECT (TASK ("1", "1", "OZG", "")
                              TASK ("2", "2", "Portal", "")
                              TASK ("3", "3", "Formulare", "")
                              TASK ("4", "4", "Konzept", DATES ("2021-01-04", "2021-03-31"))
                              TASK ("5", "3", "Betrieb", DATES ("2021-04-01", "2021-06-30"))
                              TASK ("6", "2", "Schulung", DATES ("2021-04-01", "2021-06-30"))
                              TASK ("7", "1", "Kommunikation", DATES ("2021-04-01", "2021-06-30"))),
               "New: 1 action field, 4 measures, 4 phases.");
  apply_fixture_find (self, SPZ_TYPE_MEASURE, "Portal / Formulare");
  apply_fixture_find (self, SPZ_TYPE_MEASURE, "Portal");
  g_assert_cmpint (SPZ_MEASURE (apply_fixture_find (self, SPZ_TYPE_MEASURE, "OZG"))->action_field, !=, 0);
  g_assert_cmpint (SPZ_MEASURE (apply_fixture_find (self, SPZ_TYPE_MEASURE, "Kommunikation"))->action_field, ==, 0);
}

/* Somebody who has a role here, and somebody who has none */
static void
test_people (Fixture       *self,
             gconstpointer  data)
{
  gint64 role = spz_programme_add (self->programme, SPZ_TYPE_ROLE, NULL, "title", "CDO", "holder", "StK Märtens", NULL);
  SpzPhase *phase;

  import_text (self, "<project name=\"p\"><tasks>" GANTT_TASK ("0", "Konzept", "2021-04-01", "3") "</tasks>"
                     "<resources><resource id=\"0\" name=\"StK Märtens\"/><resource id=\"1\" name=\"Externe\"/></resources>"
                     "<allocations><allocation task-id=\"0\" resource-id=\"1\" responsible=\"false\"/>"
                     "<allocation task-id=\"0\" resource-id=\"0\" responsible=\"true\"/></allocations></project>",
               "New: 1 measure, 1 phase.");
  phase = apply_fixture_get (self, SPZ_TYPE_PHASE, 0);
  g_assert_cmpint (phase->role, ==, role);
  g_assert_cmpstr (phase->note, ==, "Involved: Externe, StK Märtens");
}

static void
assert_fails (const char *text,
              const char *part)
{
  fixture_assert_fails (text, strlen (text), part);
}

static void
test_hostile (void)
{
  g_autoptr (GString) nested = g_string_new ("<project name=\"x\"><tasks>");

  assert_fails ("<?xml version=\"1.0\"?><!DOCTYPE Project [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><Project><Tasks>" TASK ("1", "1", "&c;", "") "</Tasks></Project>",
                "Line 1: this XML");
  assert_fails ("<?xml version=\"1.0\"?><!DOCTYPE Project [<!ENTITY a \"aaaaaaaaaa\">]><Project/>", "entities");
  assert_fails ("<?xml version=\"1.0\"?><!DOCTYPE project SYSTEM \"file:///etc/passwd\"><project/>", "entities");
  assert_fails ("<Project><Tasks>" TASK ("1", "1", "&unknown;", ""), "Line 1: this XML is damaged");
  assert_fails (PROJECT (TASK ("1", "1", "Kon", DATES ("2021-01-04", "2021-03-31")) "<Task><UID>2</UID>"), "Line 3: this XML is damaged");
  assert_fails ("<Project><Tasks/></Project>", "There are no tasks");
  assert_fails ("<?xml version=\"1.0\"?><html><body/></html>", "This XML is no plan");
  assert_fails ("<?xml version=\"1.0\"?>", "damaged");

  for (guint i = 0; i < 100000; i++)
    g_string_append (nested, "<task id=\"0\" name=\"x\">");
  assert_fails (nested->str, "damaged");
}

static char *
make_many (guint    n,
           gboolean chained)
{
  GString *text = g_string_new ("<Project><Title>Viele</Title><Tasks>");

  for (guint i = 0; i < n; i++)
    {
      gboolean summary = i % 10 == 0;

      g_string_append_printf (text, "<Task><UID>%u</UID><Name>%s</Name><OutlineLevel>%d</OutlineLevel>"
                              "<Start>2021-01-04T08:00:00</Start><Finish>2021-03-31T17:00:00</Finish>",
                              i + 1, summary ? "Maßnahme" : "Vorbereitung", summary ? 1 : 2);
      if (chained && !summary)
        g_string_append_printf (text, AFTER ("%u", "1"), i % 10 == 1 && i > 10 ? i - 1 : i);
      g_string_append (text, "</Task>\n");
    }
  g_string_append (text, "</Tasks></Project>");

  return g_string_free (text, FALSE);
}

/* As many as there may be, each of the same name as others, all in one chain,
 * twice; one more is refused. */
static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *many = make_many (g_test_slow () ? 50000 : 5000, TRUE);
  g_autofree char *too_many = make_many (50001, FALSE);
  g_autoptr (SpzImport) import = fixture_import_text (many);
  g_autofree char *summary = apply (self, import);
  g_autofree char *again = apply (self, import);

  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PHASE), ==, g_test_slow () ? 45000 : 4500);
  g_assert_cmpstr (again, ==, "Nothing new: everything was there already.");
  assert_fails (too_many, "there are more than 50000 tasks");
}

static void
set_up_empty (Fixture       *self,
              gconstpointer  data)
{
  apply_fixture_set_up (self, GINT_TO_POINTER (FALSE));
}

static void
set_up_example (Fixture       *self,
                gconstpointer  data)
{
  apply_fixture_set_up (self, GINT_TO_POINTER (TRUE));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/project/edited", test_edited },
    { "/project/two-plans", test_two_plans },
    { "/project/without-place", test_without_place },
    { "/project/circle-with-programme", test_circle_with_programme },
    { "/project/levels", test_levels },
    { "/project/people", test_people },
    { "/project/many", test_many },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/project/example/microsoft-project", Fixture, "zeitplan-2021-01.xml",
              set_up_empty, test_example, apply_fixture_tear_down);
  g_test_add ("/project/example/ganttproject", Fixture, "zeitplan-2021-01.gan",
              set_up_empty, test_example, apply_fixture_tear_down);
  g_test_add ("/project/into-example", Fixture, NULL, set_up_example, test_into_example, apply_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up_empty, tests[i].test, apply_fixture_tear_down);
  g_test_add_func ("/project/calendar", test_calendar);
  g_test_add_func ("/project/hostile", test_hostile);

  return g_test_run ();
}
