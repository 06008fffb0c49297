/* test-pdf-check.c: whether the PDF checker finds what is wrong, and only that
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "document-fixture.h"
#include "spz-error.h"
#include "spz-pdf.h"
#include "spz-pdf-check.h"
#include "spz-pdf-private.h"

/* veraPDF's test files, which are no part of the project */
static char *
get_corpus (void)
{
  return g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "..", "shared", "pdfua-corpus", NULL);
}

static gboolean
has_clause (GPtrArray  *findings,
            const char *clause)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_strcmp0 (((SpzPdfFinding *) g_ptr_array_index (findings, i))->ua, clause) == 0)
      return TRUE;

  return FALSE;
}

static char *
describe (GPtrArray *findings,
          gboolean   ua_only)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SpzPdfFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *line = spz_pdf_finding_describe (finding);

      if (finding->ua != NULL || !ua_only)
        g_string_append_printf (text, "\n  %s", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A file's name is "7.4.4-t01-fail-a.pdf": a clause, a test, and the result. */
static guint
check_corpus_file (const char *folder,
                   const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  g_autofree char *clause = g_strndup (name, (gsize) (strstr (name, "-t") - name));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  findings = spz_pdf_check (bytes, &error);
  g_assert_no_error (error);
  text = describe (findings, TRUE);
  g_strdelimit (clause, "-", '.');

  if (strstr (name, "-fail-") != NULL ? has_clause (findings, clause) : *text == '\0')
    return 0;

  g_test_message ("%s:%s", name, text);

  return 1;
}

static void
test_corpus (void)
{
  g_autofree char *folder = get_corpus ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0, n_wrong = 0;
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("The test files of veraPDF are not beside the project");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".pdf"))
      {
        n_files++;
        n_wrong += check_corpus_file (folder, name);
      }

  g_assert_cmpuint (n_files, >, 100);
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* Exports of our own, broken on purpose */

typedef qpdf_oh Object;

static Object
get (qpdf_data   pdf,
     Object      object,
     const char *key)
{
  return qpdf_oh_get_key (pdf, qpdf_oh_is_stream (pdf, object) ? qpdf_oh_get_dict (pdf, object) : object, key);
}

static Object
get_tree (qpdf_data pdf)
{
  return get (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
}

static gboolean
is_role (qpdf_data   pdf,
         Object      element,
         const char *role)
{
  return qpdf_oh_is_dictionary (pdf, element) && qpdf_oh_has_key (pdf, element, "/S") &&
         g_str_equal (qpdf_oh_get_name (pdf, get (pdf, element, "/S")), role);
}

/* The first element of a type at or below @element, in reading order */
static gboolean
find_element (qpdf_data   pdf,
              Object      element,
              const char *role,
              Object     *found)
{
  Object kids;
  int n_kids;

  if (is_role (pdf, element, role))
    {
      *found = element;
      return TRUE;
    }
  if (!qpdf_oh_is_dictionary (pdf, element))
    return FALSE;

  kids = get (pdf, element, "/K");
  if (!qpdf_oh_is_array (pdf, kids))
    return find_element (pdf, kids, role, found);

  n_kids = qpdf_oh_get_array_n_items (pdf, kids);
  for (int i = 0; i < n_kids; i++)
    if (find_element (pdf, qpdf_oh_get_array_item (pdf, kids, i), role, found))
      return TRUE;

  return FALSE;
}

static Object
find (qpdf_data   pdf,
      const char *role)
{
  Object found = 0;

  g_assert_true (find_element (pdf, get_tree (pdf), role, &found));

  return found;
}

static void
set (qpdf_data   pdf,
     Object      object,
     const char *key,
     const char *value)
{
  qpdf_oh_replace_key (pdf, object, key, qpdf_oh_parse (pdf, value));
}

/* Removes a key from every dictionary that has it */
static void
remove_everywhere (qpdf_data   pdf,
                   const char *key)
{
  int n_objects = qpdf_oh_get_int_value_as_int (pdf, get (pdf, qpdf_get_trailer (pdf), "/Size"));

  for (int id = 1; id < n_objects; id++)
    {
      Object object = qpdf_get_object_by_id (pdf, id, 0);

      if (qpdf_oh_is_dictionary (pdf, object))
        qpdf_oh_remove_key (pdf, object, key);
    }
}

/* Makes each width in an array, or in the arrays in it, a little larger */
static void
widen (qpdf_data pdf,
       Object    array)
{
  int n_items = qpdf_oh_is_array (pdf, array) ? qpdf_oh_get_array_n_items (pdf, array) : 0;

  for (int i = 0; i < n_items; i++)
    {
      Object item = qpdf_oh_get_array_item (pdf, array, i);

      if (qpdf_oh_is_array (pdf, item))
        widen (pdf, item);
      else if (i > 0 || n_items > 2)
        qpdf_oh_set_array_item (pdf, array, i, qpdf_oh_new_integer (pdf, qpdf_oh_get_int_value (pdf, item) + 3));
    }
}

static void
widen_everywhere (qpdf_data   pdf,
                  const char *type,
                  const char *key)
{
  int n_objects = qpdf_oh_get_int_value_as_int (pdf, get (pdf, qpdf_get_trailer (pdf), "/Size"));

  for (int id = 1; id < n_objects; id++)
    {
      Object object = qpdf_get_object_by_id (pdf, id, 0);

      if (qpdf_oh_is_dictionary_of_type (pdf, object, "/Font", type))
        widen (pdf, get (pdf, object, key));
    }
}

static void
set_stream (qpdf_data   pdf,
            Object      stream,
            const char *text,
            gsize       length)
{
  qpdf_oh_replace_stream_data (pdf, stream, (const guchar *) text, length,
                               qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
}

/* Replaces a text in a stream */
static void
edit_stream (qpdf_data   pdf,
             Object      stream,
             const char *from,
             const char *to)
{
  g_autoptr (GString) text = NULL;
  unsigned char *data;
  size_t length;

  g_assert_cmpint (qpdf_oh_get_stream_data (pdf, stream, qpdf_dl_generalized, NULL, &data, &length), ==, QPDF_SUCCESS);
  text = g_string_new_len ((const char *) data, (gssize) length);
  free (data);
  if (*from == '\0')
    g_string_append (text, to);
  else
    g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  set_stream (pdf, stream, text->str, text->len);
}

static Object
get_page (qpdf_data pdf)
{
  return qpdf_get_page_n (pdf, 0);
}

static void
add_link (qpdf_data   pdf,
          const char *link)
{
  Object annotations = qpdf_oh_new_array (pdf);

  qpdf_oh_append_item (pdf, annotations, qpdf_make_indirect_object (pdf, qpdf_oh_parse (pdf, link)));
  qpdf_oh_replace_key (pdf, get_page (pdf), "/Annots", annotations);
}

static void break_language (qpdf_data pdf)    { qpdf_oh_remove_key (pdf, qpdf_get_root (pdf), "/Lang"); }
static void break_language_name (qpdf_data pdf) { set (pdf, qpdf_get_root (pdf), "/Lang", "(deutsch!)"); }
static void break_marks (qpdf_data pdf)       { qpdf_oh_remove_key (pdf, qpdf_get_root (pdf), "/MarkInfo"); }
static void break_suspects (qpdf_data pdf)    { set (pdf, get (pdf, qpdf_get_root (pdf), "/MarkInfo"), "/Suspects", "true"); }
static void break_viewer (qpdf_data pdf)      { qpdf_oh_remove_key (pdf, qpdf_get_root (pdf), "/ViewerPreferences"); }
static void break_tree (qpdf_data pdf)        { qpdf_oh_remove_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot"); }
static void break_parents (qpdf_data pdf)     { qpdf_oh_remove_key (pdf, get_tree (pdf), "/ParentTree"); }
static void break_page_number (qpdf_data pdf) { set (pdf, get_page (pdf), "/StructParents", "77"); }
static void break_roles (qpdf_data pdf)       { set (pdf, get_tree (pdf), "/RoleMap", "<< /P /H1 >>"); }
static void break_role (qpdf_data pdf)        { set (pdf, find (pdf, "/P"), "/S", "/Absatz"); }
static void break_heading (qpdf_data pdf)     { set (pdf, find (pdf, "/H2"), "/S", "/H4"); }
static void break_first (qpdf_data pdf)       { set (pdf, find (pdf, "/H1"), "/S", "/H2"); }
static void break_mixed (qpdf_data pdf)       { set (pdf, find (pdf, "/H2"), "/S", "/H"); }
static void break_alternative (qpdf_data pdf) { qpdf_oh_remove_key (pdf, find (pdf, "/Figure"), "/Alt"); }
static void break_header (qpdf_data pdf)      { qpdf_oh_remove_key (pdf, find (pdf, "/TH"), "/A"); }
static void break_headers (qpdf_data pdf)     { remove_everywhere (pdf, "/A"); }
static void break_row (qpdf_data pdf)         { qpdf_oh_erase_item (pdf, get (pdf, find (pdf, "/TR"), "/K"), 0); }
static void break_span (qpdf_data pdf)        { set (pdf, find (pdf, "/TD"), "/A", "<< /O /Table /ColSpan 3 >>"); }
static void break_cell (qpdf_data pdf)        { set (pdf, find (pdf, "/TD"), "/S", "/P"); }
static void break_list (qpdf_data pdf)        { set (pdf, find (pdf, "/LI"), "/S", "/Div"); }
static void break_item (qpdf_data pdf)        { set (pdf, find (pdf, "/LBody"), "/S", "/Span"); }
static void break_claim (qpdf_data pdf)       { qpdf_oh_remove_key (pdf, find (pdf, "/P"), "/K"); }
static void break_cycle (qpdf_data pdf)       { qpdf_oh_replace_key (pdf, find (pdf, "/LBody"), "/K", find (pdf, "/Document")); }
static void break_metadata (qpdf_data pdf)    { qpdf_oh_remove_key (pdf, qpdf_get_root (pdf), "/Metadata"); }
static void break_colours (qpdf_data pdf)     { qpdf_oh_remove_key (pdf, qpdf_get_root (pdf), "/OutputIntents"); }
static void break_embedding (qpdf_data pdf)   { remove_everywhere (pdf, "/FontFile2"); remove_everywhere (pdf, "/FontFile3"); }
static void break_reading (qpdf_data pdf)     { remove_everywhere (pdf, "/ToUnicode"); }
static void break_glyphs (qpdf_data pdf)      { remove_everywhere (pdf, "/CIDToGIDMap"); }
static void break_title (qpdf_data pdf)       { set (pdf, get (pdf, qpdf_get_trailer (pdf), "/Info"), "/Title", "(Anders)"); }
static void break_outside (qpdf_data pdf)     { edit_stream (pdf, get (pdf, get_page (pdf), "/Contents"), "", "\n0 0 9 9 re f\n"); }
static void break_artifact (qpdf_data pdf)    { edit_stream (pdf, get (pdf, get_page (pdf), "/Contents"), "/MCID 0", "/MCID 9999"); }

static void
break_nesting (qpdf_data pdf)
{
  edit_stream (pdf, get (pdf, get_page (pdf), "/Contents"), "/MCID 0 >> BDC", "/MCID 0 >> BDC /Artifact BMC EMC");
}

static void
edit_metadata (qpdf_data   pdf,
               const char *from,
               const char *to)
{
  edit_stream (pdf, get (pdf, qpdf_get_root (pdf), "/Metadata"), from, to);
}

static void break_identity (qpdf_data pdf)    { edit_metadata (pdf, "<pdfuaid:part>1", "<pdfuaid:part>2"); }
static void break_archive (qpdf_data pdf)     { edit_metadata (pdf, "<pdfaid:conformance>A", "<pdfaid:conformance>B"); }
static void break_schema (qpdf_data pdf)      { edit_metadata (pdf, "pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "pdfaSchema:namespaceURI>http://none"); }
static void break_words (qpdf_data pdf)       { edit_metadata (pdf, "<dc:title>", "<dc:title"); }

static void
break_profile (qpdf_data pdf)
{
  Object intent = qpdf_oh_get_array_item (pdf, get (pdf, qpdf_get_root (pdf), "/OutputIntents"), 0);

  set_stream (pdf, get (pdf, intent, "/DestOutputProfile"), "no profile", 10);
}

static void
break_script (qpdf_data pdf)
{
  set (pdf, qpdf_get_root (pdf), "/OpenAction", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>");
}

static void
break_form (qpdf_data pdf)
{
  set (pdf, qpdf_get_root (pdf), "/AcroForm", "<< /Fields [] /XFA (x) >>");
}

static void
break_files (qpdf_data pdf)
{
  set (pdf, qpdf_get_root (pdf), "/Names", "<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.db) >>] >> >>");
}

static void
break_layers (qpdf_data pdf)
{
  set (pdf, qpdf_get_root (pdf), "/OCProperties", "<< /OCGs [] /D << /AS [] >> >>");
}

static void
break_link (qpdf_data pdf)
{
  add_link (pdf, "<< /Type /Annot /Subtype /Link /Rect [100 100 200 200] /F 4 /Border [0 0 0] >>");
}

static void
break_note (qpdf_data pdf)
{
  add_link (pdf, "<< /Type /Annot /Subtype /Text /Rect [100 100 200 200] /F 4 >>");
}

static void
break_hidden (qpdf_data pdf)
{
  add_link (pdf, "<< /Type /Annot /Subtype /Popup /Rect [100 100 200 200] /F 2 >>");
  qpdf_oh_remove_key (pdf, get_page (pdf), "/Tabs");
}

static void break_widths (qpdf_data pdf)      { widen_everywhere (pdf, "/TrueType", "/Widths"); }
static void break_cid_widths (qpdf_data pdf)  { widen_everywhere (pdf, "/CIDFontType2", "/W"); }
static void break_no_widths (qpdf_data pdf)   { remove_everywhere (pdf, "/Widths"); }

/* A set in which the first glyphs only are */
static void
break_glyph_set (qpdf_data pdf)
{
  int n_objects = qpdf_oh_get_int_value_as_int (pdf, get (pdf, qpdf_get_trailer (pdf), "/Size"));
  Object stream = qpdf_oh_new_stream (pdf);

  set_stream (pdf, stream, "\200", 1);
  for (int id = 1; id < n_objects; id++)
    {
      Object object = qpdf_get_object_by_id (pdf, id, 0);

      if (qpdf_oh_is_dictionary_of_type (pdf, object, "/Font", "/CIDFontType2"))
        qpdf_oh_replace_key (pdf, get (pdf, object, "/FontDescriptor"), "/CIDSet", stream);
    }
}

/* A note with those looks, each of which is the page's content */
static void
add_looks (qpdf_data   pdf,
           const char *looks)
{
  Object note = qpdf_oh_parse (pdf, "<< /Type /Annot /Subtype /Stamp /Rect [100 100 200 200] /F 4 >>");
  Object annotations = qpdf_oh_new_array (pdf), dictionary = qpdf_oh_new_dictionary (pdf);
  g_auto (GStrv) keys = g_strsplit (looks, " ", -1);

  for (char **key = keys; *key != NULL && **key != '\0'; key++)
    qpdf_oh_replace_key (pdf, dictionary, *key, get (pdf, get_page (pdf), "/Contents"));
  qpdf_oh_replace_key (pdf, note, "/AP", dictionary);
  qpdf_oh_append_item (pdf, annotations, qpdf_make_indirect_object (pdf, note));
  qpdf_oh_replace_key (pdf, get_page (pdf), "/Annots", annotations);
}

static void break_looks (qpdf_data pdf)       { add_looks (pdf, "/N /D"); }
static void break_no_looks (qpdf_data pdf)    { add_looks (pdf, ""); }

static void
break_states (qpdf_data pdf)
{
  add_link (pdf, "<< /Type /Annot /Subtype /Stamp /Rect [100 100 200 200] /F 4 /AP << /N << /On 1 >> >> >>");
}

/**
 * Breakage:
 * @name: what is broken
 * @apply: breaks it
 * @ua: the clause of PDF/UA-1 that is to be named for it
 * @a: that of PDF/A-2
 */
typedef struct
{
  const char *name;
  void      (*apply) (qpdf_data pdf);
  const char *ua;
  const char *a;
} Breakage;

static const Breakage breakages[] =
{
  { "language",      break_language,      "7.2",      "6.7.4" },
  { "language-name", break_language_name, "7.2",      "6.7.4" },
  { "marked",        break_marks,         "7.1",      "6.7.2.2" },
  { "suspects",      break_suspects,      "7.1",      NULL },
  { "viewer",        break_viewer,        "7.1",      NULL },
  { "tree",          break_tree,          "7.1",      "6.7.3.3" },
  { "parents",       break_parents,       "7.1",      "6.7.3.3" },
  { "page-number",   break_page_number,   "7.1",      "6.7.3.3" },
  { "role-map",      break_roles,         "7.1",      "6.7.3.4" },
  { "role",          break_role,          "7.1",      "6.7.3.4" },
  { "heading",       break_heading,       "7.4.2",    NULL },
  { "first-heading", break_first,         "7.4.2",    NULL },
  { "mixed",         break_mixed,         "7.4.4",    NULL },
  { "alternative",   break_alternative,   "7.3",      "6.7.3.3" },
  { "header",        break_header,        "7.5",      NULL },
  { "headers",       break_headers,       "7.5",      NULL },
  { "row",           break_row,           "7.2",      NULL },
  { "span",          break_span,          "7.2",      NULL },
  { "cell",          break_cell,          "7.2",      NULL },
  { "list",          break_list,          "7.2",      NULL },
  { "item",          break_item,          "7.2",      NULL },
  { "claim",         break_claim,         "7.1",      "6.7.3.3" },
  { "cycle",         break_cycle,         "7.1",      "6.7.3.3" },
  { "metadata",      break_metadata,      "7.1",      "6.6.2.1" },
  { "well-formed",   break_words,         "7.1",      "6.6.2.1" },
  { "identity",      break_identity,      "5",        NULL },
  { "archive",       break_archive,       NULL,       "6.6.4" },
  { "schema",        break_schema,        NULL,       "6.6.2.3.2" },
  { "title",         break_title,         NULL,       "6.6.3" },
  { "colours",       break_colours,       NULL,       "6.2.4.3" },
  { "profile",       break_profile,       NULL,       "6.2.3" },
  { "embedding",     break_embedding,     "7.21.4.1", "6.2.11.4.1" },
  { "reading",       break_reading,       "7.21.7",   "6.2.11.7.2" },
  { "glyphs",        break_glyphs,        "7.21.3.2", "6.2.11.3.2" },
  { "widths",        break_widths,        "7.21.5",   "6.2.11.5" },
  { "cid-widths",    break_cid_widths,    "7.21.5",   "6.2.11.5" },
  { "no-widths",     break_no_widths,     "7.21.5",   "6.2.11.5" },
  { "glyph-set",     break_glyph_set,     "7.21.4.2", "6.2.11.4.2" },
  { "looks",         break_looks,         NULL,       "6.3.3" },
  { "no-looks",      break_no_looks,      NULL,       "6.3.3" },
  { "states",        break_states,        NULL,       "6.3.3" },
  { "no-look",       break_note,          NULL,       "6.3.3" },
  { "outside",       break_outside,       "7.1",      "6.7.3.3" },
  { "artifact",      break_artifact,      "7.1",      "6.7.3.3" },
  { "nesting",       break_nesting,       "7.1",      NULL },
  { "script",        break_script,        NULL,       "6.5.1" },
  { "form",          break_form,          "7.15",     "6.4.2" },
  { "files",         break_files,         "7.11",     NULL },
  { "layers",        break_layers,        "7.10",     "6.9" },
  { "link",          break_link,          "7.18.5",   NULL },
  { "note",          break_note,          "7.18.1",   NULL },
  { "hidden",        break_hidden,        "7.18.3",   NULL },
};

static GBytes *
render (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (GError) error = NULL;
  SpzPageSetup setup;
  GBytes *bytes;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

static GBytes *
apply (GBytes         *bytes,
       const Breakage *breakage)
{
  qpdf_data pdf = qpdf_init ();
  GBytes *broken;

  qpdf_read_memory (pdf, "test", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  breakage->apply (pdf);
  g_assert_false (qpdf_has_error (pdf));
  qpdf_init_write_memory (pdf);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (pdf), ==, QPDF_SUCCESS);
  broken = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  qpdf_cleanup (&pdf);

  return broken;
}

static void
test_broken (void)
{
  g_autoptr (GBytes) bytes = render ();
  g_autoptr (GPtrArray) whole = spz_pdf_check (bytes, NULL);
  g_autofree char *text = describe (whole, FALSE);

  g_assert_cmpstr (text, ==, "");

  for (guint i = 0; i < G_N_ELEMENTS (breakages); i++)
    {
      const Breakage *breakage = &breakages[i];
      g_autoptr (GBytes) broken = apply (bytes, breakage);
      g_autoptr (GPtrArray) findings = spz_pdf_check (broken, NULL);
      gboolean found = FALSE;
      g_autofree char *all = NULL;

      g_assert_nonnull (findings);
      for (guint j = 0; j < findings->len; j++)
        {
          const SpzPdfFinding *finding = g_ptr_array_index (findings, j);

          found = found || (g_strcmp0 (finding->ua, breakage->ua) == 0 && g_strcmp0 (finding->a, breakage->a) == 0);
        }
      all = describe (findings, FALSE);
      g_test_message ("%s:%s", breakage->name, all);
      g_assert_true (found);
    }
}

/* Whatever is done to a file's bytes, the answer comes, and is never that it
 * conforms where it can't be read. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = render ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint n_rounds = g_test_slow () ? 500 : 60;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GByteArray) copy = g_byte_array_append (g_byte_array_new (), data, (guint) length);
      int n_changes = g_test_rand_int_range (1, 40);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      for (int j = 0; j < n_changes; j++)
        copy->data[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int ();
      if (i % 4 == 0)
        g_byte_array_set_size (copy, (guint) g_test_rand_int_range (0, (gint32) length));

      damaged = g_bytes_new (copy->data, copy->len);
      findings = spz_pdf_check (damaged, &error);
      g_assert_true ((findings == NULL) == (error != NULL));
    }
}

static void
test_no_pdf (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Sprechzettel", 12);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (spz_pdf_check (text, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (spz_pdf_check (nothing, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/pdf-check/corpus", test_corpus);
  g_test_add_func ("/document/pdf-check/broken", test_broken);
  g_test_add_func ("/document/pdf-check/damaged", test_damaged);
  g_test_add_func ("/document/pdf-check/no-pdf", test_no_pdf);

  return g_test_run ();
}
