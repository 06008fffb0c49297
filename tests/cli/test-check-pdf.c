/* test-check-pdf.c: checking PDFs from the command line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include <string.h>

#include "cli-run.h"

/* All that the program writes conforms. */
static void
test_exports (void)
{
  char *folder = cli_new_folder ();
  g_autoptr (CliResult) result = NULL;

  cli_assert (0, folder, "new", "a.db", "--example", NULL);
  cli_assert (0, folder, "version", "a.db", "Januar", NULL);
  cli_assert (0, folder, "set", "a.db", "phase", "12", "start=2021-Q3", "end=2022-Q3", NULL);
  cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "-o", "notes.pdf", NULL);
  cli_assert (0, folder, "export", "a.db", "--briefing", "latest", "-l", "handout", "-a", "internal", "-o", "handout.pdf", NULL);
  cli_assert_note ("labels stand", folder, "export", "a.db", "--timeline", "-o", "plan.pdf", NULL);
  cli_assert_note ("labels stand", folder, "export", "a.db", "--timeline", "-p", "a3", "-o", "a3.pdf", NULL);
  cli_assert_note ("labels stand", folder, "export", "a.db", "--timeline", "-c", "Januar", "-o", "changes.pdf", NULL);
  cli_assert (0, folder, "new", "empty.db", NULL);
  cli_assert_note ("labels stand", folder, "export", "empty.db", "--timeline", "-o", "empty.pdf", NULL);

  cli_assert (0, folder, "check-pdf", "notes.pdf", NULL);
  cli_assert (0, folder, "check-pdf", "handout.pdf", NULL);
  cli_assert (0, folder, "check-pdf", "plan.pdf", NULL);
  cli_assert (0, folder, "check-pdf", "a3.pdf", NULL);
  cli_assert (0, folder, "check-pdf", "changes.pdf", NULL);
  cli_assert (0, folder, "check-pdf", "empty.pdf", NULL);

  result = cli_run (folder, "check-pdf", "plan.pdf", NULL);
  g_assert_nonnull (strstr (result->output, "PDF/UA-1"));

  cli_clear_folder (folder);
}

static void
test_wrong (void)
{
  char *folder = cli_new_folder ();

  cli_assert (0, folder, "new", "a.db", NULL);
  cli_assert (1, folder, "check-pdf", "a.db", NULL);
  cli_assert (1, folder, "check-pdf", "none.pdf", NULL);
  cli_assert (1, folder, "check-pdf", ".", NULL);
  cli_assert (1, folder, "check-pdf", "/dev/zero", NULL);
  cli_assert (2, folder, "check-pdf", NULL);

  cli_clear_folder (folder);
}

/* Objects numbered from 1, of which the first is the catalogue */
static void
check_objects (const char *folder,
               GPtrArray  *objects)
{
  g_autoptr (GString) file = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CliResult) result = NULL;
  gsize start;

  g_string_append_printf (table, "xref\n0 %u\n0000000000 65535 f \n", objects->len + 1);
  for (guint i = 0; i < objects->len; i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", file->len);
      g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", i + 1, (const char *) g_ptr_array_index (objects, i));
    }
  start = file->len;
  g_string_append_printf (file, "%strailer << /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          table->str, objects->len + 1, start);

  bytes = g_bytes_new (file->str, file->len);
  cli_write (folder, "made.pdf", bytes);
  result = cli_run (folder, "check-pdf", "made.pdf", NULL);
  g_assert_cmpint (result->status, ==, 1);
  g_assert_nonnull (strstr (result->errors, "made.pdf"));
}

static char *
make_stream (const char *entries,
             const char *content)
{
  return g_strdup_printf ("<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream", entries, strlen (content), content);
}

static GPtrArray *
make_file (const char *catalogue,
           const char *page)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (objects, g_strdup_printf ("<< /Type /Catalog /Pages 2 0 R %s >>", catalogue));
  g_ptr_array_add (objects, g_strdup ("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"));
  g_ptr_array_add (objects, g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] %s >>", page));

  return objects;
}

/* Files made to keep a reader busy for ever */
static void
test_hostile (void)
{
  char *folder = cli_new_folder ();
  g_autoptr (GPtrArray) forms = make_file ("", "/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>");
  g_autoptr (GPtrArray) trees = make_file ("/StructTreeRoot 4 0 R", "");
  g_autoptr (GPtrArray) long_page = NULL;
  g_autoptr (GPtrArray) deep = NULL;
  g_autoptr (GPtrArray) spans = make_file ("/StructTreeRoot 4 0 R", "");
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autofree char *paint = g_strnfill (500000, ' ');
  g_autoptr (GString) pages = g_string_new ("/Contents [");
  g_autoptr (GString) cells = g_string_new ("<< /S /TR /K [");

  /* Forms that draw the next one twice: 2^40 if each is drawn */
  g_ptr_array_add (forms, make_stream ("", "/F Do"));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *entries = g_strdup_printf ("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %u 0 R >> >>",
                                                  i < 39 ? 6 + i : 5);

      g_ptr_array_add (forms, make_stream (entries, "/F Do /F Do"));
    }
  check_objects (folder, forms);

  /* A tree of which each part holds all, and roles explained by each other */
  g_ptr_array_add (trees, g_strdup ("<< /K [5 0 R 5 0 R] /RoleMap << /A /B /B /A >> /ParentTree 6 0 R >>"));
  g_ptr_array_add (trees, g_strdup ("<< /S /A /K [4 0 R 5 0 R 4 0 R 5 0 R] >>"));
  g_ptr_array_add (trees, g_strdup ("<< /Kids [6 0 R 6 0 R 4 0 R] >>"));
  check_objects (folder, trees);

  /* A page of 50 GB */
  for (guint i = 0; i < 100000; i++)
    g_string_append (pages, "4 0 R ");
  g_string_append_c (pages, ']');
  long_page = make_file ("", pages->str);
  g_ptr_array_add (long_page, make_stream ("", paint));
  check_objects (folder, long_page);

  /* Brackets in brackets */
  deep = make_file (brackets, "/Contents 4 0 R");
  g_ptr_array_add (deep, make_stream ("", brackets));
  check_objects (folder, deep);

  /* Cells of a million places each */
  for (guint i = 0; i < 20000; i++)
    g_string_append (cells, "<< /S /TD /A << /O /Table /RowSpan 999999 /ColSpan 999999 >> >> ");
  g_string_append (cells, "] >>");
  g_ptr_array_add (spans, g_strdup ("<< /K << /S /Table /K 5 0 R >> >>"));
  g_ptr_array_add (spans, g_strdup (cells->str));
  check_objects (folder, spans);

  cli_clear_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check-pdf/exports", test_exports);
  g_test_add_func ("/check-pdf/wrong", test_wrong);
  g_test_add_func ("/check-pdf/hostile", test_hostile);

  return g_test_run ();
}
