/* test-import-hostile.c: documents that are broken, or made to do harm
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include "spz-import-fixture.h"
#include "spz-office-fixture.h"

/* What reading any of these may take, in a process that has used some 20 MiB
 * before: address space, and processor time in seconds */
#define MAX_MEMORY (512 * 1024 * 1024)
#define MAX_SECONDS 10

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define ODT_START "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:text>"
#define ODT_END "</office:text></office:body></office:document-content>"
#define DOCX_START "<w:document xmlns:w=\"w\"><w:body>"
#define DOCX_END "</w:body></w:document>"

#define DAMAGED "damaged or not complete"
#define TOO_LARGE "far more than a briefing"
#define TOO_LONG "far longer than a briefing"

static char *
repeat (const char *start,
        const char *part,
        gsize       n,
        const char *last)
{
  GString *text = g_string_new (start);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, last);

  return g_string_free (text, FALSE);
}

static GBytes *
make_odt (const char *content)
{
  return office_fixture_zip ("mimetype", MIMETYPE, "content.xml", content, NULL);
}

static GBytes *
make_docx (const char *document)
{
  return office_fixture_zip ("[Content_Types].xml", "<Types/>",
                             "_rels/.rels", "<R><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>",
                             "word/document.xml", document, NULL);
}

/* Reads in a process of its own that may not take more than it should */
static void
assert_fails_within_bounds (GBytes     *bytes,
                            const char *part)
{
  const struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };
  const struct rlimit seconds = { MAX_SECONDS, MAX_SECONDS };
  const char *bounded = g_getenv ("SPZ_TEST_UNBOUNDED");
  int status;
  pid_t child;

  /* Sanitizers take address space for themselves */
#if defined (__SANITIZE_ADDRESS__)
  bounded = "1";
#endif

  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct rusage usage;

      if (bounded == NULL)
        setrlimit (RLIMIT_AS, &memory);
      setrlimit (RLIMIT_CPU, &seconds);
      office_fixture_fails (bytes, part);
      getrusage (RUSAGE_SELF, &usage);
      g_print ("# %" G_GSIZE_FORMAT " bytes: %ld MiB, %.2f s: %s\n", g_bytes_get_size (bytes), usage.ru_maxrss / 1024,
               (double) usage.ru_utime.tv_sec + (double) usage.ru_utime.tv_usec / 1e6 +
               (double) usage.ru_stime.tv_sec + (double) usage.ru_stime.tv_usec / 1e6, part);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
assert_odt_fails (char       *content,
                  const char *part)
{
  g_autoptr (GBytes) bytes = make_odt (content);

  g_free (content);
  assert_fails_within_bounds (bytes, part);
}

static void
assert_docx_fails (char       *document,
                   const char *part)
{
  g_autoptr (GBytes) bytes = make_docx (document);

  g_free (document);
  assert_fails_within_bounds (bytes, part);
}

/* Any beginning of a document is refused or read, and nothing else. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = make_docx (DOCX_START "<w:p><w:r><w:t>Sprechzettel</w:t></w:r></w:p>" DOCX_END);
  const gsize size = g_bytes_get_size (whole);

  for (gsize length = 4; length < size; length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      office_fixture_fails (part, DAMAGED);
    }
}

/* Bytes that are changed are refused or read; what is read is valid. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) whole = make_odt (ODT_START "<text:h>Smart City</text:h><text:list><text:list-item>"
                                       "<text:p>Auftakttermin am 25.01.2021</text:p></text:list-item></text:list>" ODT_END);
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20210208);

  for (guint i = 0; i < 4000; i++)
    {
      char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SpzImport) import = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 3; j++)
        copy[4 + g_rand_int_range (rand, 0, (gint32) size - 4)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      bytes = g_bytes_new_take (copy, size);
      import = spz_import_read (bytes, NULL, SPZ_IMPORT_ANY, &error);
      g_assert_true ((import == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

/* 100 MB of zeros, honest about it and not; many small elements, attributes,
 * rows and spaces; all of it little when packed */
static void
test_bombs (void)
{
  assert_odt_fails (repeat (ODT_START "<text:p>", "aaaaaaaaaa", 10 * 1024 * 1024, "</text:p>" ODT_END), TOO_LARGE);
  assert_docx_fails (repeat (DOCX_START, "<w:p><w:r><w:t>Wort</w:t></w:r></w:p>", 3 * 1024 * 1024, DOCX_END), TOO_LARGE);
  assert_docx_fails (repeat (DOCX_START, "<w:p/>", 1024 * 1024, DOCX_END), TOO_LARGE);
  assert_docx_fails (repeat (DOCX_START "<w:p ", "a", 20 * 1024 * 1024, "='1'/>" DOCX_END), DAMAGED);
  assert_docx_fails (repeat (DOCX_START "<w:p><w:r><w:t>", "Text ", 1024 * 1024, "</w:t></w:r></w:p>" DOCX_END), TOO_LONG);
  assert_docx_fails (repeat (DOCX_START, "<w:p><w:r><w:t>Wort</w:t></w:r></w:p>", 30000, DOCX_END), TOO_LONG);
  assert_odt_fails (repeat (ODT_START, "<text:p>x</text:p>", 25000, ODT_END), TOO_LONG);
  assert_odt_fails (repeat (ODT_START "<text:p>", "<text:s text:c='2000000000'/>", 90000, "x</text:p>" ODT_END), TOO_LONG);
  assert_odt_fails (repeat (ODT_START "<table:table>",
                            "<table:table-row><table:table-cell table:number-columns-repeated='999999999'/></table:table-row>",
                            80000, "</table:table>" ODT_END), TOO_LONG);
}

/* A part that says it is small, and isn't */
static void
test_lying_size (void)
{
  g_autofree char *content = repeat (ODT_START "<text:p>", "aaaaaaaaaa", 10 * 1024 * 1024, "</text:p>" ODT_END);
  g_autoptr (GBytes) honest = make_odt (content);
  gsize size;
  const char *data = g_bytes_get_data (honest, &size);
  char *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) lying = NULL;
  const guint32 real = (guint32) strlen (content);
  const guint32 claimed = GUINT32_TO_LE (1000);
  guint n_changed = 0;

  for (gsize i = 0; i + sizeof real <= size; i++)
    if (memcmp (copy + i, &real, sizeof real) == 0)
      {
        memcpy (copy + i, &claimed, sizeof claimed);
        n_changed++;
      }
  g_assert_cmpuint (n_changed, >=, 1);
  lying = g_bytes_new_take (copy, size);
  assert_fails_within_bounds (lying, DAMAGED);
}

/* Work that grows with the square of the size */
static void
test_slow (void)
{
  g_autofree char *style = repeat ("<w:styles xmlns:w=\"w\"><w:style w:type=\"character\" w:styleId=\"A\"><w:rPr>",
                                   "<w:u/>", 100000, "</w:rPr></w:style></w:styles>");
  g_autofree char *runs = repeat (DOCX_START "<w:p>", "<w:r><w:rPr><w:rStyle w:val=\"A\"/></w:rPr><w:t>Aktualisierte Beratung im Verwaltungsvorstand am 19.01.2021 zu Eigen</w:t></w:r>",
                                  35000, "</w:p>" DOCX_END);
  g_autofree char *notes = repeat ("<w:footnotes xmlns:w=\"w\">", "<w:footnote w:id=\"1\"/>", 50000,
                                   "<w:footnote w:id=\"2\"><w:t>Fußnote</w:t></w:footnote></w:footnotes>");
  g_autofree char *references = repeat (DOCX_START "<w:p>", "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", 60000,
                                        "</w:p>" DOCX_END);
  g_autofree char *relation = g_strdup ("<R><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>");
  g_autoptr (GBytes) styled = office_fixture_zip ("[Content_Types].xml", "<Types/>", "_rels/.rels", relation,
                                                  "word/document.xml", runs, "word/styles.xml", style, NULL);
  g_autoptr (GBytes) noted = office_fixture_zip ("[Content_Types].xml", "<Types/>", "_rels/.rels", relation,
                                                 "word/document.xml", references, "word/footnotes.xml", notes, NULL);

  assert_fails_within_bounds (styled, TOO_LONG);
  assert_fails_within_bounds (noted, TOO_LONG);
}

/* Entities, whatever they stand for */
static void
test_entities (void)
{
  static const char *const types[] = {
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>",
    "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    assert_odt_fails (g_strconcat ("<?xml version=\"1.0\"?>", types[i], ODT_START "<text:p>&c;</text:p>" ODT_END, NULL),
                      "defines entities");
  assert_odt_fails (g_strdup (ODT_START "<text:p>&c;</text:p>" ODT_END), DAMAGED);
}

static void
test_encodings (void)
{
  static const char latin[] = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" ODT_START "<text:p>Stra\xDF" "enverkehr im Verkehr</text:p>" ODT_END;
  g_autoptr (GBytes) bytes = make_odt (latin);
  g_autoptr (SpzImport) import = office_fixture_read (bytes);
  g_autofree char *outline = fixture_outline (import);

  g_assert_nonnull (strstr (outline, "Straßenverkehr"));
  assert_odt_fails (g_strdup ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" ODT_START "<text:p>Stra\xDF" "e</text:p>" ODT_END), DAMAGED);
  assert_odt_fails (g_strdup ("<?xml version=\"1.0\" encoding=\"KLINGON\"?>" ODT_START "<text:p>x</text:p>" ODT_END), DAMAGED);
}

/* Elements within elements, up to what the parser takes, and beyond */
static void
test_depth (void)
{
  g_autofree char *open = repeat (ODT_START, "<text:list><text:list-item>", 100, "<text:p>tief</text:p>");
  g_autofree char *close = repeat ("", "</text:list-item></text:list>", 100, ODT_END);
  g_autofree char *content = g_strconcat (open, close, NULL);
  g_autoptr (GBytes) bytes = make_odt (content);
  g_autoptr (SpzImport) import = office_fixture_read (bytes);

  g_assert_cmpuint (spz_import_count_points (import), ==, 1);
  assert_odt_fails (repeat (ODT_START, "<text:list><text:list-item>", 100000, ""), DAMAGED);
}

/* Names that lead out of the package are names and nothing else */
static void
test_paths (void)
{
  g_autoptr (GBytes) outside = office_fixture_zip ("../../../../tmp/böse", "x", "/etc/passwd", "x", "mimetype", MIMETYPE,
                                                   "content.xml", ODT_START "<text:p>Gutes</text:p>" ODT_END, NULL);
  g_autoptr (GBytes) target = office_fixture_zip ("[Content_Types].xml", "<Types/>", "_rels/.rels",
                                                  "<R><Relationship Type=\"x/officeDocument\" Target=\"../../../etc/passwd\"/></R>",
                                                  NULL);
  g_autoptr (GBytes) remote = office_fixture_zip ("[Content_Types].xml", "<Types/>", "_rels/.rels",
                                                  "<R><Relationship Type=\"x/officeDocument\" TargetMode=\"External\" "
                                                  "Target=\"http://127.0.0.1:1/\"/></R>", NULL);
  g_autoptr (SpzImport) import = office_fixture_read (outside);

  g_assert_cmpuint (import->sections->len, ==, 1);
  office_fixture_fails (target, DAMAGED);
  office_fixture_fails (remote, "without a text");
}

/* What isn't a document, or not one that can be read, is called what it is */
static void
test_others (void)
{
  static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
  static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autoptr (GBytes) missing = office_fixture_zip ("mimetype", MIMETYPE, NULL);
  g_autoptr (GBytes) without = office_fixture_zip ("[Content_Types].xml", "<Types/>", NULL);
  g_autoptr (GBytes) empty = make_odt (ODT_START "<text:p/>" ODT_END);
  g_autoptr (GBytes) sheet = office_fixture_zip ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", NULL);
  g_autoptr (GBytes) excel = office_fixture_zip ("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>", NULL);
  g_autoptr (GBytes) photos = office_fixture_zip ("urlaub.jpg", "x", NULL);
  g_autoptr (GBytes) nested = office_fixture_zip ("sprechzettel.docx", "PK\x03\x04", NULL);
  g_autoptr (GBytes) encrypted = office_fixture_zip ("mimetype", MIMETYPE, "content.xml", "\x01\x02\x03", "META-INF/manifest.xml",
                                                     "<m><file-entry><encryption-data/></file-entry></m>", NULL);

  fixture_assert_fails (old, sizeof old - 1, "save it as DOCX");
  fixture_assert_fails (locked, sizeof locked - 1, "password");
  office_fixture_fails (missing, DAMAGED);
  office_fixture_fails (without, DAMAGED);
  office_fixture_fails (empty, "no text");
  office_fixture_fails (sheet, "spreadsheet");
  office_fixture_fails (excel, "spreadsheet");
  office_fixture_fails (photos, "packed file");
  office_fixture_fails (nested, "packed file");
  office_fixture_fails (encrypted, "password");
}

/* A ZIP whose parts are locked each */
static void
test_locked_parts (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "spz-locked-XXXXXX", NULL);
  g_autofree char *data = NULL;
  gsize size;
  zip_t *zip;

  close (g_mkstemp (path));
  zip = zip_open (path, ZIP_TRUNCATE, NULL);
  g_assert_nonnull (zip);
  zip_file_add (zip, "mimetype", zip_source_buffer (zip, MIMETYPE, strlen (MIMETYPE), 0), 0);
  zip_file_add (zip, "content.xml", zip_source_buffer (zip, ODT_START, strlen (ODT_START), 0), 0);
  if (zip_file_set_encryption (zip, 1, ZIP_EM_AES_256, "geheim") != 0)
    {
      g_test_skip ("libzip was built without encryption");
      zip_discard (zip);
      g_remove (path);
      return;
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_remove (path);
  fixture_assert_fails (data, size, "password");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-hostile/truncated", test_truncated);
  g_test_add_func ("/import-hostile/flipped", test_flipped);
  g_test_add_func ("/import-hostile/bombs", test_bombs);
  g_test_add_func ("/import-hostile/lying-size", test_lying_size);
  g_test_add_func ("/import-hostile/slow", test_slow);
  g_test_add_func ("/import-hostile/entities", test_entities);
  g_test_add_func ("/import-hostile/encodings", test_encodings);
  g_test_add_func ("/import-hostile/depth", test_depth);
  g_test_add_func ("/import-hostile/paths", test_paths);
  g_test_add_func ("/import-hostile/others", test_others);
  g_test_add_func ("/import-hostile/locked-parts", test_locked_parts);

  return g_test_run ();
}
