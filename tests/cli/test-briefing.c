/* test-briefing.c: briefings, what was said and what was promised, on the command line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include <string.h>

#include "cli-run.h"

static char *
new_example (void)
{
  char *folder = cli_new_folder ();

  cli_assert (0, folder, "new", "a.db", "--example", NULL);

  return folder;
}

static guint
count (const char *folder,
       const char *kind)
{
  g_autoptr (JsonNode) items = cli_run_json (folder, "list", "a.db", kind, "--json", NULL);

  return json_array_get_length (json_node_get_array (items));
}

static void
test_deliver (void)
{
  char *folder = new_example ();
  g_autoptr (JsonNode) hits = NULL;
  g_autoptr (CliResult) text = NULL;
  JsonObject *hit;

  cli_assert (2, folder, "briefing", "a.db", "deliver", NULL);
  cli_assert (2, folder, "briefing", "a.db", "read", "latest", NULL);
  cli_assert (2, folder, "briefing", "a.db", "deliver", "latest", "--meeting", "1", NULL);
  cli_assert (2, folder, "briefing", "a.db", "deliver", "latest", "--audience", "all", NULL);
  cli_assert (1, folder, "briefing", "a.db", "deliver", "99", NULL);
  g_assert_cmpuint (count (folder, "deliveries"), ==, 0);

  cli_assert (0, folder, "briefing", "a.db", "deliver", "latest", "--recipient", "Ausschuss", NULL);
  g_assert_cmpuint (count (folder, "deliveries"), ==, 1);
  cli_assert (1, folder, "set", "a.db", "briefing", "1", "title=anders", NULL);
  cli_assert (0, folder, "check", "a.db", NULL);

  hits = cli_run_json (folder, "search", "a.db", "pilotbereichen 2. halbjahr", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (hits)), ==, 1);
  hit = json_array_get_object_element (json_node_get_array (hits), 0);
  g_assert_cmpstr (json_object_get_string_member (hit, "date"), ==, "2021-02-08");
  g_assert_cmpstr (json_object_get_string_member (hit, "recipient"), ==, "Ausschuss");
  g_assert_nonnull (strstr (json_object_get_string_member (hit, "text"), "im 2. Halbjahr 2021"));

  /* Delivered again, the first no longer counts */
  cli_assert (0, folder, "briefing", "a.db", "deliver", "1", "--audience", "internal", NULL);
  text = cli_run (folder, "search", "a.db", "Pilotbereichen", NULL);
  g_assert_nonnull (strstr (text->output, "(superseded)"));
  cli_assert (0, folder, "search", "a.db", "Kettenkarussell", NULL);

  cli_assert (0, folder, "undo", "a.db", NULL);
  cli_assert (0, folder, "undo", "a.db", NULL);
  g_assert_cmpuint (count (folder, "deliveries"), ==, 0);

  cli_clear_folder (folder);
}

/* The briefing as every file it can be, one after the other */
static GBytes *
export_all (const char *folder)
{
  static const char *const audiences[] = { "public", "committee", "internal" };
  static const char *const layouts[] = { "notes", "handout", "plan" };
  static const char *const names[] = { "x.pdf", "x.md", "x.txt", "x.odt", "x.docx" };
  GByteArray *all = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    for (guint j = 0; j < G_N_ELEMENTS (layouts); j++)
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        {
          g_autoptr (GBytes) bytes = NULL;

          /* The layout is of pages, and of what is left out */
          if (k > 0 && j == 1)
            continue;

          cli_assert (0, folder, "export", "a.db", "--briefing", "1", "--audience", audiences[i],
                      "--layout", layouts[j], "--output", names[k], NULL);
          bytes = cli_read (folder, names[k]);
          g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
        }

  return g_byte_array_free_to_bytes (all);
}

/* Whatever becomes of what it told of, a file of it says what was delivered. */
static void
test_exported_as_delivered (void)
{
  char *folder = new_example ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undelivered = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1612137600", TRUE);
  cli_assert (0, folder, "briefing", "a.db", "deliver", "1", "--audience", "committee", NULL);
  before = export_all (folder);
  cli_assert (0, folder, "set", "a.db", "point", "5", "title=Danach geschrieben", NULL);
  cli_assert (0, folder, "set", "a.db", "phase", "12", "start=2022-Q2", "end=2022-Q4", NULL);
  after = export_all (folder);
  g_assert_true (g_bytes_equal (before, after));

  for (guint i = 0; i < 3; i++)
    cli_assert (0, folder, "undo", "a.db", NULL);
  cli_assert (0, folder, "set", "a.db", "point", "5", "title=Davor geschrieben", NULL);
  undelivered = export_all (folder);
  g_assert_false (g_bytes_equal (before, undelivered));
  g_unsetenv ("SOURCE_DATE_EPOCH");

  cli_clear_folder (folder);
}

static void
test_next (void)
{
  char *folder = new_example ();

  cli_assert (1, folder, "briefing", "a.db", "next", "latest", "--meeting", "99", NULL);
  cli_assert (2, folder, "briefing", "a.db", "next", "latest", "--recipient", "x", NULL);
  cli_assert (0, folder, "briefing", "a.db", "next", "latest", "--meeting", "4", NULL);
  g_assert_cmpuint (count (folder, "briefings"), ==, 2);
  cli_assert (0, folder, "undo", "a.db", NULL);
  g_assert_cmpuint (count (folder, "briefings"), ==, 1);

  cli_clear_folder (folder);
}

static void
test_promises (void)
{
  char *folder = new_example ();
  g_autoptr (JsonNode) promises = NULL;
  JsonObject *promise;

  g_assert_cmpuint (count (folder, "promises"), ==, 3);
  cli_assert (0, folder, "check", "a.db", NULL);

  cli_assert (0, folder, "set", "a.db", "phase", "12", "start=2022-Q2", "end=2022-Q4", NULL);
  promises = cli_run_json (folder, "list", "a.db", "promises", "--json", NULL);
  promise = json_array_get_object_element (json_node_get_array (promises), 0);
  g_assert_cmpstr (json_object_get_string_member (promise, "state"), ==, "contradicted");
  g_assert_cmpstr (json_object_get_string_member (promise, "planned"), ==, "Q2 2022");
  cli_assert (1, folder, "check", "a.db", NULL);

  cli_clear_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/briefing/deliver", test_deliver);
  g_test_add_func ("/cli/briefing/exported-as-delivered", test_exported_as_delivered);
  g_test_add_func ("/cli/briefing/next", test_next);
  g_test_add_func ("/cli/briefing/promises", test_promises);

  return g_test_run ();
}
