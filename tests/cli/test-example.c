/* test-example.c: the example programme, listed, changed and exported
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include <string.h>

#include "cli-run.h"
#include "spz-date.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = cli_new_folder ();
  cli_assert (0, fixture->folder, "new", "a.db", "--example", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cli_clear_folder (fixture->folder);
}

static JsonArray *
list (const char  *folder,
      const char  *kind,
      JsonNode   **node)
{
  *node = cli_run_json (folder, "list", "a.db", kind, "--json", NULL);

  return json_node_get_array (*node);
}

static const char *
text (JsonArray  *array,
      guint       index,
      const char *member)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (array, index),
                                                     member, NULL);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *kind; guint count; } expected[] = {
    { "roles", 5 }, { "tasks", 21 }, { "fields", 5 }, { "measures", 19 }, { "phases", 57 },
    { "milestones", 3 }, { "briefings", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (JsonNode) node = NULL;
      JsonArray *array = list (fixture->folder, expected[i].kind, &node);

      g_test_message ("%s", expected[i].kind);
      g_assert_cmpuint (json_array_get_length (array), ==, expected[i].count);
      for (guint j = 0; j < expected[i].count; j++)
        {
          g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (array, j), "id"), >, 0);
          g_assert_cmpstr (text (array, j, "title"), !=, "");
        }
    }
}

static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const titles[] = {
    "elektronische Schriftgutverwaltung", "Umsetzung Onlinezugangsgesetz (OZG)",
    "modernes Arbeiten/mobile Arbeit", "AK „Digitale Kommune“", "Smart City",
  };
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array = list (fixture->folder, "fields", &node);

  g_assert_cmpuint (json_array_get_length (array), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (text (array, i, "title"), ==, titles[i]);
}

static void
test_phases (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (JsonNode) measures_node = NULL;
  g_autoptr (JsonNode) phases_node = NULL;
  JsonArray *measures = list (fixture->folder, "measures", &measures_node);
  JsonArray *phases = list (fixture->folder, "phases", &phases_node);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (measures); i++)
    g_hash_table_add (titles, (char *) text (measures, i, "title"));

  for (guint i = 0; i < json_array_get_length (phases); i++)
    {
      SpzDate start = spz_date_parse_iso (text (phases, i, "start"));
      SpzDate end = spz_date_parse_iso (text (phases, i, "end"));

      g_assert_true (g_hash_table_contains (titles, text (phases, i, "measure")));
      g_assert_cmpint (start, !=, SPZ_DATE_NONE);
      g_assert_cmpint (start, <=, end);
      g_assert_nonnull (text (phases, i, "certainty"));
      g_assert_true (json_object_has_member (json_array_get_object_element (phases, i), "kind"));
    }
}

static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const audiences[] = { "public", "committee", "internal", NULL };
  g_autoptr (JsonNode) node = NULL;
  JsonArray *points = list (fixture->folder, "points", &node);
  gint64 level_before = 0;
  gboolean in_fields = FALSE;

  g_assert_cmpuint (json_array_get_length (points), ==, 40);
  for (guint i = 0; i < json_array_get_length (points); i++)
    {
      JsonObject *point = json_array_get_object_element (points, i);
      const char *field = text (points, i, "field");
      const char *briefing = text (points, i, "briefing");
      gint64 level = json_object_get_int_member (point, "level");

      g_assert_cmpint (level, >=, 1);
      g_assert_cmpint (level, <=, 3);
      g_assert_cmpint (level, <=, level_before + 1);
      g_assert_true (g_strv_contains (audiences, text (points, i, "audience")));
      g_assert_true ((field == NULL) != (briefing == NULL));
      g_assert_null (strstr (text (points, i, "title"), "**"));
      g_assert_nonnull (text (points, i, "markdown"));
      in_fields |= field != NULL;
      level_before = level;
    }

  /* The opening points are the briefing's own. */
  g_assert_nonnull (text (points, 0, "briefing"));
  g_assert_true (in_fields);
}

static void
test_milestones (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *milestones = list (fixture->folder, "milestones", &node);
  gboolean easter = FALSE;

  for (guint i = 0; i < json_array_get_length (milestones); i++)
    {
      const char *wording = text (milestones, i, "wording");

      g_assert_cmpint (spz_date_parse_iso (text (milestones, i, "date")), !=, SPZ_DATE_NONE);
      easter |= wording != NULL && strstr (wording, "Ostern 2021") != NULL;
    }
  g_assert_true (easter);
}

static char *
phase_member (const char *folder,
              gint64      id,
              const char *member)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *phases = list (folder, "phases", &node);

  for (guint i = 0; i < json_array_get_length (phases); i++)
    if (json_object_get_int_member (json_array_get_object_element (phases, i), "id") == id)
      return g_strdup (text (phases, i, member));

  return NULL;
}

static void
assert_phase (const char *folder,
              gint64      id,
              const char *member,
              const char *expected)
{
  g_autofree char *value = phase_member (folder, id, member);

  g_assert_cmpstr (value, ==, expected);
}

/* A change is one step: undone and done again as a whole, in other processes. */
static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  const char *folder = fixture->folder;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *phases = list (folder, "phases", &node);
  gint64 id = json_object_get_int_member (json_array_get_object_element (phases, 0), "id");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *start = g_strdup (text (phases, 0, "start"));
  g_autofree char *end = g_strdup (text (phases, 0, "end"));
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  cli_assert (0, folder, "set", "a.db", "phase", number, "start=2029-Q3", "end=2030-Q2", NULL);
  assert_phase (folder, id, "start", "2029-07-01");
  assert_phase (folder, id, "end", "2030-06-30");
  assert_phase (folder, id, "precision", "quarter");

  cli_assert (0, folder, "set", "a.db", "phase", number, "end=08.02.2031", "certainty=expected",
              "title=Größer & „anders“", NULL);
  assert_phase (folder, id, "end", "2031-02-08");
  assert_phase (folder, id, "precision", "day");
  assert_phase (folder, id, "certainty", "expected");
  assert_phase (folder, id, "title", "Größer & „anders“");

  cli_assert (0, folder, "undo", "a.db", NULL);
  assert_phase (folder, id, "end", "2030-06-30");
  cli_assert (0, folder, "undo", "a.db", NULL);
  assert_phase (folder, id, "start", start);
  assert_phase (folder, id, "end", end);
  cli_assert (0, folder, "redo", "a.db", NULL);
  assert_phase (folder, id, "start", "2029-07-01");
  cli_assert (0, folder, "redo", "a.db", NULL);
  assert_phase (folder, id, "end", "2031-02-08");
  cli_assert (1, folder, "redo", "a.db", NULL);

  before = cli_read (folder, "a.db");
  cli_assert (1, folder, "set", "a.db", "phase", number, "start=bald", NULL);
  cli_assert (1, folder, "set", "a.db", "phase", number, "start=2035-01-01", NULL);
  cli_assert (1, folder, "set", "a.db", "phase", number, "end=", NULL);
  cli_assert (1, folder, "set", "a.db", "phase", number, "certainty=vielleicht", NULL);
  cli_assert (1, folder, "set", "a.db", "phase", number, "measure=999999", NULL);
  cli_assert (1, folder, "set", "a.db", "phase", number, "progress=101", NULL);
  cli_assert (1, folder, "set", "a.db", "phase", number, "title=\xFF", NULL);
  cli_assert (1, folder, "set", "a.db", "phase", "999999", "title=x", NULL);
  cli_assert (2, folder, "set", "a.db", "phase", number, "nonsense=1", NULL);
  cli_assert (2, folder, "set", "a.db", "phase", number, "position=a", NULL);
  cli_assert (2, folder, "set", "a.db", "phase", number, "title", NULL);
  cli_assert (2, folder, "set", "a.db", "phase", number, "title=a", "title=b", NULL);
  after = cli_read (folder, "a.db");
  g_assert_true (g_bytes_equal (before, after));

  cli_assert (0, folder, "check", "a.db", NULL);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (JsonNode) before_node = cli_run_json (fixture->folder, "history", "a.db", "--json", NULL);
  JsonArray *before = json_node_get_array (before_node);

  cli_assert (0, fixture->folder, "set", "a.db", "programme", "1", "title=Anders", NULL);
  cli_assert (0, fixture->folder, "undo", "a.db", NULL);

  {
    g_autoptr (JsonNode) node = cli_run_json (fixture->folder, "history", "a.db", "--json", NULL);
    JsonArray *after = json_node_get_array (node);
    guint undone = 0;

    g_assert_cmpuint (json_array_get_length (after), ==, json_array_get_length (before) + 1);
    for (guint i = 0; i < json_array_get_length (after); i++)
      {
        g_assert_cmpstr (text (after, i, "title"), !=, "");
        g_assert_nonnull (text (after, i, "at"));
        undone += json_object_get_boolean_member (json_array_get_object_element (after, i), "undone");
      }
    g_assert_cmpuint (undone, ==, 1);
  }

  cli_assert (0, fixture->folder, "history", "a.db", "--limit", "1", NULL);
}

static void
assert_starts (const char *folder,
               const char *name,
               const char *start)
{
  g_autoptr (GBytes) bytes = cli_read (folder, name);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, >, 500);
  g_assert_cmpmem (data, strlen (start), start, strlen (start));
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  const char *folder = fixture->folder;
  g_autoptr (GBytes) before = cli_read (folder, "a.db");
  g_autoptr (GBytes) after = NULL;

  cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "--output", "b.pdf", NULL);
  assert_starts (folder, "b.pdf", "%PDF-");
  cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "--layout", "handout",
              "--audience", "committee", "--output", "h.pdf", NULL);
  assert_starts (folder, "h.pdf", "%PDF-");
  cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "--layout", "plan", "--paper", "A3",
              "--output", "l.pdf", NULL);
  assert_starts (folder, "l.pdf", "%PDF-");
  cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "--output", "b.md", NULL);
  assert_starts (folder, "b.md", "#");
  cli_assert (0, folder, "export", "a.db", "--briefing", "1", "--output", "b.txt", NULL);
  assert_starts (folder, "b.txt", "");
  cli_assert_note ("57 of 57 labels stand whole on the page.\n1 stands as its short label, which the legend spells out: "
                   "“Vorbereitung” (Moderne Arbeitsplatzausstattung)\n",
                   folder, "export", "a.db", "--timeline", "--output", "p.pdf", NULL);
  assert_starts (folder, "p.pdf", "%PDF-");
  cli_assert_note ("57 of 57 labels",
                   folder, "export", "a.db", "--timeline", "--paper", "a3", "--output", "p.svg", NULL);
  assert_starts (folder, "p.svg", "<?xml");
  cli_assert_note ("On A3 every label stands at its bar",
                   folder, "export", "a.db", "--timeline", "--output", "p.png", NULL);
  assert_starts (folder, "p.png", "\x89PNG");
  cli_assert (0, folder, "export", "a.db", "--timeline", "--output", "p.csv", NULL);
  assert_starts (folder, "p.csv", "");

  cli_assert (2, folder, "export", "a.db", "--output", "x.pdf", NULL);
  cli_assert (2, folder, "export", "a.db", "--briefing", "latest", "--timeline", "-o", "x.pdf", NULL);
  cli_assert (2, folder, "export", "a.db", "--briefing", "latest", NULL);
  cli_assert (2, folder, "export", "a.db", "--briefing", "latest", "-o", "x.png", NULL);
  cli_assert (2, folder, "export", "a.db", "--briefing", "latest", "-o", "x", NULL);
  cli_assert (2, folder, "export", "a.db", "--briefing", "latest", "-a", "all", "-o", "x.md", NULL);
  cli_assert (1, folder, "export", "a.db", "--briefing", "999", "-o", "x.md", NULL);
  cli_assert (1, folder, "export", "a.db", "--briefing", "next", "-o", "x.md", NULL);
  cli_assert (1, folder, "export", "a.db", "--briefing", "latest", "-o", "none/x.md", NULL);

  after = cli_read (folder, "a.db");
  g_assert_true (g_bytes_equal (before, after));
}

/* A programme may be called anything; it is never written over. */
static void
test_export_over_itself (void)
{
  char *folder = cli_new_folder ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  cli_assert (0, folder, "new", "plan.svg", "--example", NULL);
  before = cli_read (folder, "plan.svg");
  cli_assert (1, folder, "export", "plan.svg", "--timeline", "--output", "plan.svg", NULL);
  cli_assert (1, folder, "export", "plan.svg", "--timeline", "--output", "./plan.svg", NULL);
  after = cli_read (folder, "plan.svg");
  g_assert_true (g_bytes_equal (before, after));

  cli_clear_folder (folder);
}

/* What is internal is in no export for the public. */
static void
test_audience (Fixture       *fixture,
               gconstpointer  data)
{
  const char *folder = fixture->folder;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *points = list (folder, "points", &node);
  guint last = json_array_get_length (points) - 1;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT,
    json_object_get_int_member (json_array_get_object_element (points, last), "id"));
  static const struct { const char *audience; gboolean shown; } cases[] = {
    { "public", FALSE }, { "committee", FALSE }, { "internal", TRUE },
  };

  cli_assert (0, folder, "set", "a.db", "point", number, "audience=internal",
              "title=Streng vertraulicher Satz", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      gsize length;
      const char *content;

      cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "--audience",
                  cases[i].audience, "--output", "b.md", NULL);
      bytes = cli_read (folder, "b.md");
      content = g_bytes_get_data (bytes, &length);
      g_assert_true ((g_strstr_len (content, (gssize) length, "vertraulicher") != NULL) == cases[i].shown);
    }
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

/* Without its typeface a paper is made all the same, and that is told. */
static void
test_typeface (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *config = g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "tests", "cli", "files", "no-noto.conf", NULL);

  g_assert_true (g_setenv ("FONTCONFIG_FILE", config, TRUE));
  cli_assert_note ("The typeface Noto Sans is missing",
                   fixture->folder, "export", "a.db", "--briefing", "latest", "--output", "t.pdf", NULL);
  g_unsetenv ("FONTCONFIG_FILE");
  assert_starts (fixture->folder, "t.pdf", "%PDF-");
  cli_assert (0, fixture->folder, "check-pdf", "t.pdf", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/example/counts", test_counts);
  ADD ("/example/fields", test_fields);
  ADD ("/example/phases", test_phases);
  ADD ("/example/points", test_points);
  ADD ("/example/milestones", test_milestones);
  ADD ("/example/set", test_set);
  ADD ("/example/history", test_history);
  ADD ("/example/export", test_export);
  ADD ("/example/audience", test_audience);
  ADD ("/example/typeface", test_typeface);
  g_test_add_func ("/example/export-over-itself", test_export_over_itself);

  return g_test_run ();
}
