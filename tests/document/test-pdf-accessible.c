/* test-pdf-accessible.c: whether PDFs can be read aloud and archived
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Looks for what PDF/UA-1 and PDF/A-2a ask for, with libqpdf.
 */

#include "config.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "document-fixture.h"
#include "spz-document-builder.h"
#include "spz-pdf.h"
#include "spz-pdf-check.h"
#include "spz-pdf-private.h"
#include "spz-timeline-plan-builder.h"

#define N_RANDOM 40

/**
 * Check:
 * @marks: of each page the identifiers of its content
 * @n_claimed: how much of it the structure tree claims
 */
typedef struct
{
  qpdf_data   pdf;
  GPtrArray  *marks;  /* GHashTable of int */
  guint       n_claimed;
  int         heading;
} Check;

static qpdf_oh
get (Check      *self,
     qpdf_oh     dictionary,
     const char *key)
{
  return qpdf_oh_get_key (self->pdf, dictionary, key);
}

static gboolean
has (Check      *self,
     qpdf_oh     dictionary,
     const char *key)
{
  return qpdf_oh_has_key (self->pdf, dictionary, key);
}

static char *
get_name (Check      *self,
          qpdf_oh     dictionary,
          const char *key)
{
  return g_strdup (qpdf_oh_get_name (self->pdf, get (self, dictionary, key)));
}

static char *
get_string (Check      *self,
            qpdf_oh     dictionary,
            const char *key)
{
  return g_strdup (qpdf_oh_get_utf8_value (self->pdf, get (self, dictionary, key)));
}

/* Content: all that paints is marked as content, once, or as an artifact */

static int
get_mcid (const char              *content,
          const SpzPdfInstruction *instruction)
{
  const char *at = g_strstr_len (content + instruction->start,
                                 (gssize) (instruction->end - instruction->start), "/MCID");

  return at != NULL ? atoi (at + strlen ("/MCID")) : -1;
}

static GHashTable *
check_content (const char *content,
               gsize       length)
{
  GHashTable *marks = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gboolean));
  SpzPdfInstruction instruction = { 0 };
  guint n_marked = 0, text_depth = 0;
  gboolean in_text = FALSE;

  while (spz_pdf_content_next (content, length, &instruction))
    {
      if (spz_pdf_instruction_is (&instruction, "BDC") || spz_pdf_instruction_is (&instruction, "BMC"))
        {
          int mcid = get_mcid (content, &instruction);
          gboolean marked = mcid >= 0 || spz_pdf_instruction_has (&instruction, content, "/Artifact");

          /* Content and artifacts are never inside of each other. */
          g_assert_true (!marked || n_marked == 0);
          if (mcid >= 0)
            g_assert_true (g_hash_table_add (marks, GINT_TO_POINTER (mcid)));
          g_array_append_val (open, marked);
          n_marked += marked;
        }
      else if (spz_pdf_instruction_is (&instruction, "EMC"))
        {
          g_assert_cmpuint (open->len, >, 0);
          n_marked -= g_array_index (open, gboolean, open->len - 1);
          g_array_set_size (open, open->len - 1);
        }
      else if (spz_pdf_instruction_is (&instruction, "BT"))
        {
          in_text = TRUE;
          text_depth = open->len;
        }
      else if (spz_pdf_instruction_is (&instruction, "ET"))
        {
          g_assert_true (in_text && open->len == text_depth);
          in_text = FALSE;
        }
      else if (spz_pdf_instruction_paints (&instruction))
        g_assert_cmpuint (n_marked, ==, 1);
    }
  g_assert_cmpuint (open->len, ==, 0);

  return marks;
}

static void
check_pages (Check *self)
{
  int n_pages = qpdf_get_num_pages (self->pdf);

  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);
      g_autofree char *tabs = get_name (self, page, "/Tabs");
      unsigned char *content;
      size_t length;

      g_assert_cmpstr (tabs, ==, "/S");
      g_assert_cmpint (qpdf_oh_get_page_content_data (self->pdf, page, &content, &length), ==, QPDF_SUCCESS);
      g_ptr_array_add (self->marks, check_content ((const char *) content, length));
      free (content);
    }
}

/* Structure */

/* Content is claimed by the element that the parent tree names for it */
static void
check_claim (Check   *self,
             qpdf_oh  element,
             int      mcid)
{
  qpdf_oh page = get (self, element, "/Pg");
  int number = qpdf_find_page_by_oh (self->pdf, page);
  int key = qpdf_oh_get_int_value_as_int (self->pdf, get (self, page, "/StructParents"));
  qpdf_oh tree = get (self, get (self, qpdf_get_root (self->pdf), "/StructTreeRoot"), "/ParentTree");
  qpdf_oh numbers = get (self, tree, "/Nums");
  int n_numbers = qpdf_oh_get_array_n_items (self->pdf, numbers);

  g_assert_cmpint (number, >=, 0);
  g_assert_true (g_hash_table_contains (g_ptr_array_index (self->marks, number), GINT_TO_POINTER (mcid)));
  self->n_claimed++;

  for (int i = 0; i < n_numbers; i += 2)
    if (qpdf_oh_get_int_value_as_int (self->pdf, qpdf_oh_get_array_item (self->pdf, numbers, i)) == key)
      {
        qpdf_oh parents = qpdf_oh_get_array_item (self->pdf, numbers, i + 1);
        qpdf_oh parent = qpdf_oh_get_array_item (self->pdf, parents, mcid);

        g_assert_cmpint (qpdf_oh_get_object_id (self->pdf, parent), ==,
                         qpdf_oh_get_object_id (self->pdf, element));
        return;
      }

  g_assert_not_reached ();
}

static void
check_heading (Check      *self,
               const char *role)
{
  int level = role[2] - '0';

  g_assert_cmpint (level, <=, self->heading + 1);
  self->heading = level;
}

static void
check_attributes (Check      *self,
                  qpdf_oh     element,
                  const char *role)
{
  qpdf_oh attributes = get (self, element, "/A");

  if (g_str_equal (role, "/TH"))
    g_assert_true (has (self, attributes, "/Scope"));
  else if (g_str_equal (role, "/L"))
    g_assert_true (has (self, attributes, "/ListNumbering"));
  else if (g_str_equal (role, "/Figure"))
    {
      g_autofree char *alt = get_string (self, element, "/Alt");

      g_assert_cmpuint (strlen (alt), >, 10);
      g_assert_cmpint (qpdf_oh_get_array_n_items (self->pdf, get (self, attributes, "/BBox")), ==, 4);
    }
}

/* What may stand in what, as roles with a space behind each */
static void
check_children (const char *role,
                const char *children)
{
  static const char *const roles[] =
  {
    "Document", "H1", "H2", "H3", "H4", "H5", "H6", "P", "Span", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "Figure", "Note", "Reference", NULL
  };

  g_assert_true (g_strv_contains (roles, role + 1));
  if (g_str_equal (role, "/L"))
    g_assert_true (g_regex_match_simple ("^(/LI )+$", children, 0, 0));
  else if (g_str_equal (role, "/LI"))
    g_assert_cmpstr (children, ==, "/Lbl /LBody ");
  else if (g_str_equal (role, "/Note"))
    g_assert_cmpstr (children, ==, "/Lbl /P ");
  else if (g_str_equal (role, "/Table"))
    g_assert_true (g_regex_match_simple ("^(/TR )+$", children, 0, 0));
  else if (g_str_equal (role, "/TR"))
    g_assert_true (g_regex_match_simple ("^(/TH )+(/TD )*$", children, 0, 0));
  else
    g_assert_null (g_strstr_len (children, -1, "/TR "));
}

static guint
check_element (Check   *self,
               qpdf_oh  element)
{
  g_autofree char *role = get_name (self, element, "/S");
  g_autoptr (GString) children = g_string_new (NULL);
  qpdf_oh kids = get (self, element, "/K");
  gboolean is_array = qpdf_oh_is_array (self->pdf, kids);
  int n_kids = is_array ? qpdf_oh_get_array_n_items (self->pdf, kids) : 1;
  guint n_columns = 0;

  if (role[1] == 'H' && g_ascii_isdigit (role[2]))
    check_heading (self, role);
  check_attributes (self, element, role);

  for (int i = 0; i < n_kids; i++)
    {
      qpdf_oh kid = is_array ? qpdf_oh_get_array_item (self->pdf, kids, i) : kids;
      g_autofree char *kid_role = NULL;
      guint columns;

      if (qpdf_oh_is_integer (self->pdf, kid))
        {
          check_claim (self, element, qpdf_oh_get_int_value_as_int (self->pdf, kid));
          continue;
        }

      kid_role = get_name (self, kid, "/S");
      g_string_append_printf (children, "%s ", kid_role);
      g_assert_cmpint (qpdf_oh_get_object_id (self->pdf, get (self, kid, "/P")), ==,
                       qpdf_oh_get_object_id (self->pdf, element));
      columns = check_element (self, kid);
      if (g_str_equal (role, "/Table"))
        {
          g_assert_true (n_columns == 0 || n_columns == columns);
          n_columns = columns;
        }
    }
  check_children (role, children->str);

  return (guint) n_kids;
}

static void
check_structure (Check *self)
{
  qpdf_oh root = get (self, qpdf_get_root (self->pdf), "/StructTreeRoot");
  qpdf_oh kids = get (self, root, "/K");
  guint n_marks = 0;

  g_assert_cmpint (qpdf_oh_get_array_n_items (self->pdf, kids), ==, 1);
  check_element (self, qpdf_oh_get_array_item (self->pdf, kids, 0));

  for (guint i = 0; i < self->marks->len; i++)
    n_marks += g_hash_table_size (g_ptr_array_index (self->marks, i));
  g_assert_cmpuint (self->n_claimed, ==, n_marks);
}

/* The file */

static void
check_fonts (Check *self)
{
  qpdf_oh size = get (self, qpdf_get_trailer (self->pdf), "/Size");
  int n_objects = qpdf_oh_get_int_value_as_int (self->pdf, size);

  for (int id = 1; id < n_objects; id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (self->pdf, id, 0);

      if (qpdf_oh_is_dictionary_of_type (self->pdf, object, "/FontDescriptor", ""))
        g_assert_true (has (self, object, "/FontFile") || has (self, object, "/FontFile2") ||
                       has (self, object, "/FontFile3"));
      else if (qpdf_oh_is_dictionary_of_type (self->pdf, object, "/Font", "/CIDFontType2"))
        g_assert_true (has (self, object, "/CIDToGIDMap"));
      else if (qpdf_oh_is_dictionary_of_type (self->pdf, object, "/Font", "") &&
               !has (self, object, "/CIDSystemInfo"))
        g_assert_true (has (self, object, "/ToUnicode"));
    }
}

static void
check_in_xmp (Check      *self,
              const char *xmp,
              qpdf_oh     info,
              const char *key,
              const char *property)
{
  g_autofree char *value = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *pattern = NULL;

  if (!has (self, info, key))
    return;

  value = get_string (self, info, key);
  escaped = g_markup_escape_text (value, -1);
  pattern = g_strdup_printf (">%s<", escaped);
  g_assert_nonnull (strstr (xmp, property));
  g_assert_nonnull (strstr (strstr (xmp, property), pattern));
}

static void
check_metadata (Check *self)
{
  GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  qpdf_oh info = get (self, qpdf_get_trailer (self->pdf), "/Info");
  g_autofree char *date = get_string (self, info, "/CreationDate");
  g_autofree char *xmp = NULL;
  unsigned char *data;
  size_t length;

  g_assert_cmpint (qpdf_oh_get_stream_data (self->pdf, get (self, qpdf_get_root (self->pdf), "/Metadata"),
                                            qpdf_dl_all, NULL, &data, &length), ==, QPDF_SUCCESS);
  xmp = g_strndup ((const char *) data, length);
  free (data);

  g_assert_true (g_utf8_validate (xmp, -1, NULL));
  g_markup_parse_context_parse (context, xmp, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  g_assert_nonnull (strstr (xmp, "<pdfaid:part>2</pdfaid:part>"));
  g_assert_nonnull (strstr (xmp, "<pdfaid:conformance>A</pdfaid:conformance>"));
  g_assert_nonnull (strstr (xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_nonnull (strstr (xmp, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
  g_assert_true (has (self, info, "/Title"));
  check_in_xmp (self, xmp, info, "/Title", "<dc:title>");
  check_in_xmp (self, xmp, info, "/Author", "<dc:creator>");
  check_in_xmp (self, xmp, info, "/Subject", "<dc:description>");
  check_in_xmp (self, xmp, info, "/Keywords", "<pdf:Keywords>");
  check_in_xmp (self, xmp, info, "/Producer", "<pdf:Producer>");
  check_in_xmp (self, xmp, info, "/Creator", "<xmp:CreatorTool>");
  g_assert_true (g_regex_match_simple ("^D:\\d{14}Z$", date, 0, 0));
  g_assert_true (g_regex_match_simple ("<xmp:CreateDate>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ<", xmp, 0, 0));
}

static void
check_catalogue (Check       *self,
                 SpzDocument *document)
{
  qpdf_oh root = qpdf_get_root (self->pdf);
  g_autofree char *language = get_string (self, root, "/Lang");
  qpdf_oh intent = qpdf_oh_get_array_item (self->pdf, get (self, root, "/OutputIntents"), 0);
  unsigned char *profile;
  size_t length;

  g_assert_cmpstr (language, ==, spz_document_get_language (document));
  g_assert_true (qpdf_oh_get_bool_value (self->pdf, get (self, get (self, root, "/MarkInfo"), "/Marked")));
  g_assert_true (qpdf_oh_get_bool_value (self->pdf,
                                         get (self, get (self, root, "/ViewerPreferences"), "/DisplayDocTitle")));
  g_assert_false (has (self, root, "/OpenAction") || has (self, root, "/Names"));
  g_assert_true (has (self, qpdf_get_trailer (self->pdf), "/ID"));
  g_assert_false (qpdf_is_encrypted (self->pdf));
  g_assert_cmpstr (qpdf_get_pdf_version (self->pdf), ==, "1.7");

  g_assert_cmpint (qpdf_oh_get_stream_data (self->pdf, get (self, intent, "/DestOutputProfile"),
                                            qpdf_dl_all, NULL, &profile, &length), ==, QPDF_SUCCESS);
  g_assert_cmpuint (length, >, 128);
  g_assert_cmpmem (profile + 36, 4, "acsp", 4);
  g_assert_cmpuint (profile[8], ==, 2);
  free (profile);
}

static GBytes *
render (SpzDocument   *document,
        SpzPageLayout  layout)
{
  g_autoptr (GError) error = NULL;
  SpzPageSetup setup;
  GBytes *bytes;

  spz_page_setup_init (&setup, layout);
  bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

/* By the checker that users have, too */
static void
check_findings (GBytes *bytes)
{
  g_autoptr (GPtrArray) findings = spz_pdf_check (bytes, NULL);

  g_assert_nonnull (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = spz_pdf_finding_describe (g_ptr_array_index (findings, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
check_in (SpzDocument   *document,
          SpzPageLayout  layout)
{
  g_autoptr (GBytes) bytes = render (document, layout);
  Check self = { .pdf = qpdf_init (), .marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref) };

  qpdf_read_memory (self.pdf, "test", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_assert_false (qpdf_has_error (self.pdf));

  check_catalogue (&self, document);
  check_metadata (&self);
  check_fonts (&self);
  check_pages (&self);
  check_structure (&self);
  check_findings (bytes);

  g_assert_cmpint (qpdf_check_pdf (self.pdf), ==, QPDF_SUCCESS);
  g_assert_false (qpdf_more_warnings (self.pdf));
  g_ptr_array_unref (self.marks);
  qpdf_cleanup (&self.pdf);
}

/* In each layout */
static void
check (SpzDocument *document)
{
  for (guint layout = 0; layout < SPZ_N_PAGE_LAYOUTS; layout++)
    check_in (document, (SpzPageLayout) layout);
}

static void
test_example (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);

  check (document);
}

static void
test_empty (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new_empty ();

  check (document);
}

/* Notes have identifiers, by which they are found, and numbers refer to them */
static void
test_notes (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  qpdf_data pdf = qpdf_init ();
  guint n_notes = 0, n_references = 0;
  qpdf_oh names;

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *source = g_strdup_printf ("Quelle: Auskunft %u", i / 4);
      SpzNode *point = spz_document_builder_add_point (builder, 1 + (int) (i % 3), SPZ_POINT_BULLET,
                                                       "Insgesamt **613** Mitarbeitende");

      spz_document_builder_add_note (builder, point, strlen ("Insgesamt 613"), source);
    }
  document = spz_document_builder_end (builder);
  check (document);

  bytes = render (document, SPZ_PAGE_LAYOUT_HANDOUT);
  qpdf_read_memory (pdf, "test", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  names = qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot"),
                                                 "/IDTree"), "/Names");
  for (int id = 1; id < qpdf_oh_get_int_value_as_int (pdf, qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size")); id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (pdf, id, 0);

      if (!qpdf_oh_is_dictionary (pdf, object) || !qpdf_oh_has_key (pdf, object, "/S") ||
          !qpdf_oh_is_name (pdf, qpdf_oh_get_key (pdf, object, "/S")))
        continue;
      n_notes += g_str_equal (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, object, "/S")), "/Note");
      n_references += g_str_equal (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, object, "/S")), "/Reference");
    }
  g_assert_cmpuint (n_references, ==, 90);
  g_assert_cmpuint (n_notes, >=, spz_document_get_n_notes (document));
  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf, names), ==, (int) (2 * n_notes));
  qpdf_cleanup (&pdf);
}

static void
test_many_pages (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (14);

  check (document);
}

/* Random papers */

static char *
make_text (guint max_words)
{
  static const char *const words[] = { "Zeitplan", "&", "<E-Akte>", "„Ärger“", "(DMS)", "\\", "ß", "2021" };
  g_autoptr (GString) text = g_string_new ("Text");
  int n_words = g_test_rand_int_range (0, (gint32) max_words);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A role may be longer than a page, in either of its columns. */
static void
add_roles (SpzDocumentBuilder *builder)
{
  SpzNode *table = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);
  int n_roles = g_test_rand_int_range (0, 5);

  for (int i = 0; i < n_roles; i++)
    {
      SpzNode *role = spz_node_add_row (table);
      g_autofree char *title = make_text (g_test_rand_int_range (0, 4) == 0 ? 900 : 8);
      int n_tasks = g_test_rand_int_range (0, 30);

      spz_node_set_cell (role, SPZ_CELL_TITLE, title);
      spz_node_set_cell (role, SPZ_CELL_HOLDER, g_test_rand_int_range (0, 2) == 0 ? title : NULL);
      for (int j = 0; j < n_tasks; j++)
        {
          g_autofree char *task = make_text (40);

          spz_node_add_task (role, task);
        }
    }
}

static void
add_phase (SpzTimelinePlanBuilder *builder,
           guint                   measure)
{
  g_autofree char *title = make_text (6);
  int month = g_test_rand_int_range (1, 12);
  SpzTimelineBar bar = {
    .id = g_test_rand_int_range (1, G_MAXINT),
    .title = title,
    .short_label = "",
    .measure = measure,
    .kind = SPZ_TIMELINE_NONE,
    .start = spz_date_new (2021, month, 1),
    .end = spz_date_new (2022, month, 28),
    .precision = (SpzPrecision) g_test_rand_int_range (SPZ_PRECISION_DAY, SPZ_PRECISION_YEAR + 1),
    .certainty = (SpzCertainty) g_test_rand_int_range (SPZ_CERTAINTY_FIRM, SPZ_CERTAINTY_ONGOING + 1),
    .progress = (guint) g_test_rand_int_range (0, 101),
  };

  spz_timeline_plan_builder_add_bar (builder, &bar);
}

static void
add_plan (SpzDocumentBuilder *builder)
{
  g_autoptr (SpzTimelinePlanBuilder) plan_builder = spz_timeline_plan_builder_new ();
  g_autoptr (SpzTimelinePlan) plan = NULL;
  g_autofree char *title = make_text (12);
  int n_measures = g_test_rand_int_range (0, 60);

  spz_timeline_plan_builder_set_texts (plan_builder, title, "");
  spz_timeline_plan_builder_set_years (plan_builder, 2021, 2023, 1);
  spz_timeline_plan_builder_add_group (plan_builder, 1, title);
  for (int i = 0; i < n_measures; i++)
    {
      g_autofree char *measure_title = make_text (10);
      guint measure = spz_timeline_plan_builder_add_measure (plan_builder, i + 1, measure_title, "");
      int n_phases = g_test_rand_int_range (0, 4);
      SpzTimelineMilestone milestone = {
        .id = i + 1, .title = measure_title, .when = "2021", .measure = measure, .date = spz_date_new (2021, 6, 1),
      };

      for (int j = 0; j < n_phases; j++)
        add_phase (plan_builder, measure);
      if (g_test_rand_int_range (0, 5) == 0)
        spz_timeline_plan_builder_add_milestone (plan_builder, &milestone);
    }
  plan = spz_timeline_plan_builder_end (plan_builder);
  spz_document_builder_add_timeline (builder, plan);
}

static void
add_random (SpzDocumentBuilder *builder)
{
  g_autofree char *text = make_text (g_test_rand_int_range (0, 6) == 0 ? 800 : 60);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      spz_document_builder_add_heading (builder, g_test_rand_int_range (1, 5), text);
      break;

    case 1:
      spz_document_builder_add_paragraph (builder, text);
      break;

    case 2:
      add_roles (builder);
      break;

    default:
      spz_document_builder_add_point (builder, g_test_rand_int_range (1, 4),
                                      (SpzPointStyle) g_test_rand_int_range (SPZ_POINT_BULLET, SPZ_POINT_CONCLUSION + 1),
                                      text);
      break;
    }
}

static void
test_random (void)
{
  int n_papers = g_test_slow () ? 200 : N_RANDOM;

  for (int i = 0; i < n_papers; i++)
    {
      SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
      g_autoptr (SpzDocument) document = NULL;
      g_autofree char *title = make_text (12);
      int n_nodes = g_test_rand_int_range (0, 40);

      if (g_test_rand_int_range (0, 3) > 0)
        spz_document_builder_set_title (builder, title, "", "Ausschuss & Rat", "Stadt");
      spz_document_builder_set_metadata (builder, "Dr. \002Ä\n<B>", title, "a & b", spz_date_new (2021, 2, 8));
      if (g_test_rand_bit ())
        spz_document_builder_set_pace (builder, 120);
      if (g_test_rand_bit ())
        spz_document_builder_set_letterhead (builder, "Stadt Leverkusen\nDezernat II", NULL);
      for (int j = 0; j < n_nodes; j++)
        add_random (builder);

      if (g_test_rand_int_range (0, 3) == 0)
        add_plan (builder);

      document = spz_document_builder_end (builder);
      check_in (document, (SpzPageLayout) (i % SPZ_N_PAGE_LAYOUTS));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/pdf-accessible/example", test_example);
  g_test_add_func ("/document/pdf-accessible/empty", test_empty);
  g_test_add_func ("/document/pdf-accessible/notes", test_notes);
  g_test_add_func ("/document/pdf-accessible/many-pages", test_many_pages);
  g_test_add_func ("/document/pdf-accessible/random", test_random);

  return g_test_run ();
}
