/* test-plan.c: versions of the plan and dependencies on the command line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include <string.h>

#include "cli-run.h"

#define NAME "Stand Januar 2021"

static char *
new_example (void)
{
  char *folder = cli_new_folder ();

  cli_assert (0, folder, "new", "a.db", "--example", NULL);

  return folder;
}

static JsonObject *
get_change (JsonNode *changes,
            guint     index)
{
  g_assert_cmpuint (index, <, json_array_get_length (json_node_get_array (changes)));

  return json_array_get_object_element (json_node_get_array (changes), index);
}

static void
assert_length (char       *folder,
               const char *kind,
               guint       length)
{
  g_autoptr (JsonNode) items = cli_run_json (folder, "list", "a.db", kind, "--json", NULL);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (items)), ==, length);
}

static void
test_version (void)
{
  char *folder = new_example ();
  g_autoptr (JsonNode) versions = NULL;
  JsonObject *version;

  cli_assert (2, folder, "version", "a.db", NULL);
  cli_assert (2, folder, "version", "a.db", NAME, "--date", "2021", NULL);
  cli_assert (0, folder, "version", "a.db", NAME, "--occasion", "beraten im VV", "--date", "19.01.2021", NULL);
  cli_assert (1, folder, "version", "a.db", NAME, NULL);

  versions = cli_run_json (folder, "list", "a.db", "versions", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (versions)), ==, 1);
  version = json_array_get_object_element (json_node_get_array (versions), 0);
  g_assert_cmpstr (json_object_get_string_member (version, "title"), ==, NAME);
  g_assert_cmpstr (json_object_get_string_member (version, "occasion"), ==, "beraten im VV");
  g_assert_cmpstr (json_object_get_string_member (version, "date"), ==, "2021-01-19");
  g_assert_cmpuint (strlen (json_object_get_string_member (version, "digest")), ==, 2 + 64);
  cli_assert (0, folder, "check", "a.db", NULL);

  /* The same step as any other */
  cli_assert (0, folder, "undo", "a.db", NULL);
  assert_length (folder, "versions", 0);

  cli_clear_folder (folder);
}

static void
test_diff (void)
{
  char *folder = new_example ();
  g_autoptr (JsonNode) nothing = NULL;
  g_autoptr (JsonNode) changes = NULL;
  g_autoptr (JsonNode) for_public = NULL;
  g_autoptr (CliResult) text = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (CliResult) compared = NULL;
  g_autoptr (CliResult) kept = NULL;
  JsonObject *change;

  cli_assert (1, folder, "diff", "a.db", NAME, NULL);
  cli_assert (0, folder, "version", "a.db", NAME, NULL);
  nothing = cli_run_json (folder, "diff", "a.db", NAME, "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (nothing)), ==, 0);

  cli_assert (0, folder, "set", "a.db", "phase", "13", "start=2022-Q4", NULL);
  cli_assert (0, folder, "set", "a.db", "phase", "11", "title=Geheimsache", "audience=internal", NULL);
  changes = cli_run_json (folder, "diff", "a.db", "1", "--audience", "internal", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (changes)), ==, 2);
  change = get_change (changes, 1);
  g_assert_cmpint (json_object_get_int_member (change, "id"), ==, 13);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (change, "changes"), 0), ==, "start");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (change, "start_shift"), "count"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (change, "before"), "start"), ==,
                   "2022-07-01");
  g_assert_nonnull (strstr (json_object_get_string_member (change, "sentence"),
                            "begins one quarter later, Q4 2022 instead of Q3 2022."));

  /* The public doesn't hear of what is internal. */
  for_public = cli_run_json (folder, "diff", "a.db", NAME, "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (for_public)), ==, 1);
  text = cli_run (folder, "diff", "a.db", NAME, NULL);
  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->output, "1 moved"));
  g_assert_null (strstr (text->output, "Geheimsache"));

  cli_assert (2, folder, "diff", "a.db", NAME, "--audience", "nobody", NULL);

  /* The list follows the plan on paper. */
  cli_assert_note ("labels stand whole on the page.",
                   folder, "export", "a.db", "--timeline", "--compare", NAME, "--output", "a.pdf", NULL);
  pdf = cli_read (folder, "a.pdf");
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  cli_assert (1, folder, "export", "a.db", "--timeline", "--compare", "Unbekannt", "--output", "b.pdf", NULL);
  cli_assert (2, folder, "export", "a.db", "--timeline", "--compare", NAME, "--output", "b.csv", NULL);
  compared = cli_run (folder, "export", "a.db", "--timeline", "--compare", NAME, "--output", "a.svg", NULL);
  g_assert_cmpint (compared->status, ==, 0);
  svg = cli_read (folder, "a.svg");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), ", before: "));

  /* The plan as it was kept */
  cli_assert (0, folder, "export", "a.db", "--timeline", "--version", NAME, "--output", "old.csv", NULL);
  kept = cli_run (folder, "export", "a.db", "--timeline", "--version", NAME, "--output", "old.pdf", NULL);
  g_assert_cmpint (kept->status, ==, 0);
  cli_assert (1, folder, "export", "a.db", "--timeline", "--version", "Unbekannt", "--output", "b.pdf", NULL);
  cli_assert (2, folder, "export", "a.db", "--timeline", "--version", NAME, "--compare", NAME, "--output", "b.pdf", NULL);
  cli_assert (2, folder, "export", "a.db", "--briefing", "latest", "--version", NAME, "--output", "b.pdf", NULL);
  cli_clear_folder (folder);
}

static void
test_dependencies (void)
{
  char *folder = new_example ();

  cli_assert (0, folder, "link", "a.db", "10", "11", NULL);
  cli_assert (0, folder, "link", "a.db", "11", "12", NULL);
  cli_assert (1, folder, "link", "a.db", "10", "11", NULL);
  cli_assert (1, folder, "link", "a.db", "12", "10", NULL);
  cli_assert (1, folder, "link", "a.db", "12", "9999", NULL);
  assert_length (folder, "dependencies", 2);

  cli_assert (0, folder, "unlink", "a.db", "1", NULL);
  cli_assert (1, folder, "unlink", "a.db", "1", NULL);
  assert_length (folder, "dependencies", 1);

  cli_clear_folder (folder);
}

static void
assert_dates (char       *folder,
              guint       index,
              const char *start,
              const char *end)
{
  g_autoptr (JsonNode) phases = cli_run_json (folder, "list", "a.db", "phases", "--json", NULL);
  JsonObject *phase = json_array_get_object_element (json_node_get_array (phases), index);

  g_assert_cmpstr (json_object_get_string_member (phase, "start"), ==, start);
  g_assert_cmpstr (json_object_get_string_member (phase, "end"), ==, end);
}

static void
test_followers (void)
{
  char *folder = new_example ();
  g_autoptr (CliResult) moved = NULL;

  cli_assert (0, folder, "link", "a.db", "11", "12", NULL);
  cli_assert (0, folder, "link", "a.db", "12", "13", NULL);

  /* As when it is dragged: what waits gives way, and says so, in the same step */
  moved = cli_run (folder, "set", "a.db", "phase", "11", "end=2021-Q3", "note=später", NULL);
  g_assert_cmpint (moved->status, ==, 0);
  g_assert_nonnull (strstr (moved->output, "phase 12"));
  g_assert_nonnull (strstr (moved->output, "phase 13"));
  assert_dates (folder, 10, "2021-01-01", "2021-09-30");
  assert_dates (folder, 11, "2021-10-01", "2022-09-30");
  assert_dates (folder, 12, "2022-10-01", "2024-03-31");
  cli_assert (0, folder, "undo", "a.db", NULL);
  assert_dates (folder, 10, "2021-01-01", "2021-06-30");
  assert_dates (folder, 11, "2021-07-01", "2022-06-30");
  assert_dates (folder, 12, "2022-07-01", "2023-12-31");

  /* Unless it is to stay */
  cli_assert (0, folder, "set", "a.db", "phase", "11", "end=2021-Q3", "--leave-followers", NULL);
  assert_dates (folder, 10, "2021-01-01", "2021-09-30");
  assert_dates (folder, 11, "2021-07-01", "2022-06-30");

  /* What is wrong moves nothing at all */
  cli_assert (1, folder, "set", "a.db", "phase", "11", "start=2023", "end=2022", NULL);
  assert_dates (folder, 10, "2021-01-01", "2021-09-30");
  assert_dates (folder, 11, "2021-07-01", "2022-06-30");

  cli_clear_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/plan/version", test_version);
  g_test_add_func ("/cli/plan/diff", test_diff);
  g_test_add_func ("/cli/plan/dependencies", test_dependencies);
  g_test_add_func ("/cli/plan/followers", test_followers);

  return g_test_run ();
}
