/* test-import.c: texts and tables read into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include <string.h>

#include "cli-run.h"

static void
write_text (const char *folder,
            const char *name,
            const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  cli_write (folder, name, bytes);
}

static guint
count (const char *folder,
       const char *kind)
{
  g_autoptr (JsonNode) node = cli_run_json (folder, "list", "a.db", kind, "--json", NULL);

  return json_array_get_length (json_node_get_array (node));
}

static const char *const plan =
  "measure,phase,start_quarter,end_quarter\n"
  "E-Akte,Vorbereitung,2020-Q1,2020-Q4\n"
  "E-Akte,\"Einführung, erste Stufe\",2021-Q1,2021-Q2\n";

static const char *const notes =
  "# Sprechzettel\n\n"
  "## Handlungsfeld E-Akte\n\n"
  "- öffentlich\n"
  "- [nichtöffentlich] vertraulich\n"
  "- [intern] geheim\n";

/* Every source is a step that can be taken back. */
static void
test_steps (void)
{
  char *folder = cli_new_folder ();
  g_autoptr (CliResult) result = NULL;

  cli_assert (0, folder, "new", "a.db", NULL);
  write_text (folder, "plan.csv", plan);
  write_text (folder, "notes.md", notes);

  result = cli_run (folder, "import", "a.db", "plan.csv", "notes.md", NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_true (g_str_has_prefix (result->output, "plan.csv: "));
  g_assert_nonnull (strstr (result->output, "\nnotes.md: "));

  g_assert_cmpuint (count (folder, "measures"), ==, 1);
  g_assert_cmpuint (count (folder, "phases"), ==, 2);
  g_assert_cmpuint (count (folder, "points"), ==, 3);

  cli_assert (0, folder, "undo", "a.db", NULL);
  g_assert_cmpuint (count (folder, "phases"), ==, 2);
  g_assert_cmpuint (count (folder, "points"), ==, 0);
  cli_assert (0, folder, "undo", "a.db", NULL);
  g_assert_cmpuint (count (folder, "measures"), ==, 0);
  cli_assert (0, folder, "check", "a.db", NULL);

  cli_clear_folder (folder);
}

static void
test_audiences (void)
{
  static const char *const expected[][2] = {
    { "öffentlich", "public" }, { "vertraulich", "committee" }, { "geheim", "internal" },
  };
  char *folder = cli_new_folder ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *points;

  cli_assert (0, folder, "new", "a.db", NULL);
  write_text (folder, "notes.md", notes);
  cli_assert (0, folder, "import", "a.db", "notes.md", NULL);

  node = cli_run_json (folder, "list", "a.db", "points", "--json", NULL);
  points = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (points), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      JsonObject *point = json_array_get_object_element (points, i);

      g_assert_cmpstr (json_object_get_string_member (point, "title"), ==, expected[i][0]);
      g_assert_cmpstr (json_object_get_string_member (point, "audience"), ==, expected[i][1]);
      g_assert_cmpstr (json_object_get_string_member (point, "field"), ==, "E-Akte");
    }

  cli_clear_folder (folder);
}

static JsonNode *
import_example (const char *folder,
                const char *programme,
                const char *source)
{
  g_autofree char *path = g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "data", "example", source, NULL);

  cli_assert (0, folder, "new", programme, NULL);
  cli_assert (0, folder, "import", programme, path, NULL);

  return cli_run_json (folder, "list", programme, "points", "--json", NULL);
}

/* Both texts of the real briefing give the same points, but for the two whose
 * words differ in the texts themselves. */
static void
test_both_texts (void)
{
  char *folder = cli_new_folder ();
  g_autoptr (JsonNode) markdown_node = import_example (folder, "a.db", "sprechzettel-2021-02-08.md");
  g_autoptr (JsonNode) text_node = import_example (folder, "b.db", "sprechzettel-2021-02-08.pdftotext.txt");
  JsonArray *markdown = json_node_get_array (markdown_node);
  JsonArray *text = json_node_get_array (text_node);
  guint different = 0;

  g_assert_cmpuint (json_array_get_length (markdown), ==, 40);
  g_assert_cmpuint (json_array_get_length (text), ==, 40);
  for (guint i = 0; i < 40; i++)
    {
      JsonObject *left = json_array_get_object_element (markdown, i);
      JsonObject *right = json_array_get_object_element (text, i);

      different += g_strcmp0 (json_object_get_string_member (left, "title"),
                              json_object_get_string_member (right, "title")) != 0;
      g_assert_cmpint (json_object_get_int_member (left, "level"), ==,
                       json_object_get_int_member (right, "level"));
      g_assert_cmpstr (json_object_get_string_member_with_default (left, "field", ""), ==,
                       json_object_get_string_member_with_default (right, "field", ""));
    }
  g_assert_cmpuint (different, <=, 2);

  cli_clear_folder (folder);
}

/* A briefing written as Markdown for ourselves and read again is the same. */
static void
test_round_trip (void)
{
  static const char *const members[] = { "field", "audience", "style" };
  char *folder = cli_new_folder ();
  g_autoptr (JsonNode) before_node = NULL;
  g_autoptr (JsonNode) after_node = NULL;
  JsonArray *before, *after;

  cli_assert (0, folder, "new", "a.db", "--example", NULL);
  cli_assert (0, folder, "set", "a.db", "point", "7", "audience=internal", NULL);
  cli_assert (0, folder, "set", "a.db", "point", "22", "audience=committee",
              "title=*Bürger\\*innen* und **[intern]** 1 \\* 2 &amp; <b>", NULL);
  cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "--audience", "internal",
              "--output", "a.md", NULL);
  cli_assert (0, folder, "new", "b.db", NULL);
  cli_assert (0, folder, "import", "b.db", "a.md", NULL);

  before_node = cli_run_json (folder, "list", "a.db", "points", "--json", NULL);
  after_node = cli_run_json (folder, "list", "b.db", "points", "--json", NULL);
  before = json_node_get_array (before_node);
  after = json_node_get_array (after_node);
  g_assert_cmpuint (json_array_get_length (before), ==, json_array_get_length (after));

  for (guint i = 0; i < json_array_get_length (before); i++)
    {
      JsonObject *left = json_array_get_object_element (before, i);
      JsonObject *right = json_array_get_object_element (after, i);

      g_assert_cmpint (json_object_get_int_member (left, "level"), ==,
                       json_object_get_int_member (right, "level"));
      g_assert_cmpstr (json_object_get_string_member (left, "title"), ==,
                       json_object_get_string_member (right, "title"));
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        g_assert_cmpstr (json_object_get_string_member_with_default (left, members[j], NULL), ==,
                         json_object_get_string_member_with_default (right, members[j], NULL));
    }

  cli_clear_folder (folder);
}

/* A wrong source is named, with its line where there is one; neither it nor
 * the right ones beside it change the programme. */
static void
test_wrong (void)
{
  static const struct { const char *name, *text, *message; } sources[] = {
    { "quarter.csv", "measure,phase,start_quarter,end_quarter\nA,b,2021-Q1,2021-Q2\nA,c,2021-Q5,2021-Q5\n",
      "sprechzettel-cli: quarter.csv:3: " },
    { "backward.csv", "measure,phase,start_quarter,end_quarter\nA,b,2021-Q2,2021-Q1\n",
      "sprechzettel-cli: backward.csv:2: " },
    { "columns.csv", "foo,bar\n1,2\n", "sprechzettel-cli: columns.csv:1: " },
    { "empty.md", "", "sprechzettel-cli: empty.md: " },
    { "blank.txt", " \n\t\n", "sprechzettel-cli: blank.txt: " },
    { "picture.md", "\x89PNG\r\n\x1a\n", "sprechzettel-cli: picture.md: " },
  };
  char *folder = cli_new_folder ();
  g_autoptr (GBytes) before = NULL;

  cli_assert (0, folder, "new", "a.db", NULL);
  before = cli_read (folder, "a.db");
  write_text (folder, "plan.csv", plan);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (CliResult) result = NULL;
      g_autoptr (GBytes) after = NULL;

      write_text (folder, sources[i].name, sources[i].text);
      result = cli_run (folder, "import", "a.db", "plan.csv", sources[i].name, NULL);
      after = cli_read (folder, "a.db");

      g_test_message ("%s", result->errors);
      g_assert_cmpint (result->status, ==, 1);
      g_assert_cmpstr (result->output, ==, "");
      g_assert_true (g_str_has_prefix (result->errors, sources[i].message));
      g_assert_true (g_bytes_equal (before, after));
    }

  cli_assert (1, folder, "import", "a.db", "none.md", NULL);
  cli_assert (1, folder, "import", "a.db", ".", NULL);
  cli_assert (1, folder, "import", "a.db", "a.db", NULL);
  cli_assert (1, folder, "import", "a.db", "plan.csv", "--as", "milestones", NULL);
  cli_assert (2, folder, "import", "a.db", "plan.csv", "--as", "nonsense", NULL);
  cli_assert (2, folder, "import", "a.db", NULL);

  cli_clear_folder (folder);
}

/* A paper for the office that was changed and comes back: --dry-run says what
 * would be new and does nothing; of a paper that wasn't changed nothing is. */
static void
test_documents (void)
{
  static const char *const names[] = { "notes.odt", "notes.docx" };
  char *folder = cli_new_folder ();

  cli_assert (0, folder, "new", "a.db", NULL);
  cli_assert (0, folder, "new", "b.db", NULL);
  write_text (folder, "notes.md", notes);
  cli_assert (0, folder, "import", "a.db", "notes.md", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CliResult) tried = NULL;
      g_autoptr (CliResult) again = NULL;
      g_autoptr (JsonNode) points = NULL;

      cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "--audience", "internal", "--output",
                  names[i], NULL);
      tried = cli_run (folder, "import", "b.db", names[i], "--dry-run", NULL);
      g_assert_cmpint (tried->status, ==, 0);
      g_assert_nonnull (strstr (tried->output, "3 points"));
      points = cli_run_json (folder, "list", "b.db", "points", "--json", NULL);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (points)), ==, 0);

      again = cli_run (folder, "import", "a.db", names[i], NULL);
      g_assert_cmpint (again->status, ==, 0);
      g_assert_nonnull (strstr (again->output, "Nothing new"));
    }
  g_assert_cmpuint (count (folder, "points"), ==, 3);

  cli_clear_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/steps", test_steps);
  g_test_add_func ("/import/audiences", test_audiences);
  g_test_add_func ("/import/both-texts", test_both_texts);
  g_test_add_func ("/import/round-trip", test_round_trip);
  g_test_add_func ("/import/documents", test_documents);
  g_test_add_func ("/import/wrong", test_wrong);

  return g_test_run ();
}
