/* test-office.c: the real briefing as OpenDocument and Office Open XML
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include "spz-apply-fixture.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-document-builder.h"
#include "spz-docx.h"
#include "spz-odt.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

/* Packages */

static zip_t *
open_package (GBytes *bytes)
{
  zip_error_t error;
  zip_source_t *source;
  zip_t *package;

  zip_error_init (&error);
  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, &error);
  package = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  g_assert_nonnull (package);

  return package;
}

static char *
read_part (zip_t      *package,
           const char *name)
{
  zip_file_t *file = zip_fopen (package, name, 0);
  zip_stat_t status;
  char *text;

  g_assert_nonnull (file);
  g_assert_cmpint (zip_stat (package, name, 0, &status), ==, 0);
  text = g_malloc0 (status.size + 1);
  g_assert_cmpint (zip_fread (file, text, status.size), ==, (zip_int64_t) status.size);
  zip_fclose (file);

  return text;
}

/* Every part is whole, and well-formed if it is XML */
static void
check_parts (zip_t *package)
{
  for (zip_int64_t i = 0; i < zip_get_num_entries (package, 0); i++)
    {
      const char *name = zip_get_name (package, (zip_uint64_t) i, 0);
      g_autofree char *text = read_part (package, name);
      xmlDoc *tree;

      if (!g_str_has_suffix (name, ".xml") && !g_str_has_suffix (name, ".rels") && !g_str_has_suffix (name, ".svg"))
        continue;
      tree = xmlReadMemory (text, (int) strlen (text), name, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
      g_assert_nonnull (tree);
      xmlFreeDoc (tree);
    }
}

/* Lines: what is read back, in order, as "level style text" */

static const char *
get_name (xmlNode *node)
{
  return (const char *) node->name;
}

static char *
get_property (xmlNode    *node,
              const char *name)
{
  xmlChar *value = node ? xmlGetProp (node, BAD_CAST name) : NULL;
  char *copy = g_strdup ((char *) value);

  xmlFree (value);

  return copy;
}

static xmlNode *
find_child (xmlNode    *node,
            const char *name)
{
  for (xmlNode *child = node ? node->children : NULL; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_str_equal (get_name (child), name))
      return child;

  return NULL;
}

static void
append_odt_runs (GString  *line,
                 xmlNode  *node,
                 gboolean  is_bold)
{
  for (xmlNode *child = node->children; child; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        {
          g_string_append_printf (line, "%s%s%s", is_bold ? "<b>" : "", (char *) child->content, is_bold ? "</b>" : "");
        }
      else if (g_str_equal (get_name (child), "span"))
        {
          g_autofree char *style = get_property (child, "style-name");

          append_odt_runs (line, child, g_str_has_prefix (style, "Strong"));
        }
    }
}

static void
collect_odt (GPtrArray *lines,
             xmlNode   *node,
             guint      level)
{
  for (xmlNode *child = node->children; child; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;

      if (g_str_equal (get_name (child), "p") || g_str_equal (get_name (child), "h"))
        {
          g_autofree char *style = get_property (child, "style-name");
          GString *line = g_string_new (NULL);

          g_string_append_printf (line, "%u %s ", level, g_str_equal (get_name (child), "h") ? "heading" : "text");
          append_odt_runs (line, child, FALSE);
          g_ptr_array_add (lines, g_string_free (line, FALSE));
        }
      else
        {
          collect_odt (lines, child, level + g_str_equal (get_name (child), "list"));
        }
    }
}

static void
append_docx_runs (GString *line,
                  xmlNode *paragraph)
{
  for (xmlNode *run = paragraph->children; run; run = run->next)
    {
      xmlNode *properties = find_child (run, "rPr");
      xmlNode *text = find_child (run, "t");
      xmlChar *content = text ? xmlNodeGetContent (text) : NULL;
      gboolean is_bold = find_child (properties, "b") != NULL;

      if (content != NULL)
        g_string_append_printf (line, "%s%s%s", is_bold ? "<b>" : "", (char *) content, is_bold ? "</b>" : "");
      xmlFree (content);
    }
}

static void
collect_docx (GPtrArray *lines,
              xmlNode   *node)
{
  for (xmlNode *child = node->children; child; child = child->next)
    {
      xmlNode *properties = find_child (child, "pPr");
      g_autofree char *style = get_property (find_child (properties, "pStyle"), "val");
      g_autofree char *level = get_property (find_child (find_child (properties, "numPr"), "ilvl"), "val");
      GString *line;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (!g_str_equal (get_name (child), "p"))
        {
          collect_docx (lines, child);
          continue;
        }

      line = g_string_new (NULL);
      g_string_append_printf (line, "%d %s ", level ? atoi (level) + 1 : 0,
                              style && g_str_has_prefix (style, "Heading") ? "heading" : "text");
      append_docx_runs (line, child);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
}

static GPtrArray *
read_lines (GBytes     *bytes,
            const char *part,
            gboolean    is_docx)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  zip_t *package = open_package (bytes);
  g_autofree char *text = read_part (package, part);
  xmlDoc *tree = xmlReadMemory (text, (int) strlen (text), part, NULL, XML_PARSE_NONET);

  if (is_docx)
    collect_docx (lines, xmlDocGetRootElement (tree));
  else
    collect_odt (lines, xmlDocGetRootElement (tree), 0);
  check_parts (package);

  xmlFreeDoc (tree);
  zip_discard (package);

  return lines;
}

/* The line a heading, paragraph or point of the document has to be */
static char *
expect_line (const SpzNode *node)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean is_bullet = node->kind == SPZ_NODE_POINT && node->style == SPZ_POINT_BULLET;

  g_string_append_printf (line, "%d %s ", is_bullet ? node->level : 0,
                          node->kind == SPZ_NODE_HEADING ? "heading" : "text");
  if (node->kind == SPZ_NODE_POINT && node->style == SPZ_POINT_CONCLUSION)
    g_string_append (line, "➔ ");
  for (guint i = 0; i < node->runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (node->runs, i);
      gboolean is_bold = (run->style & SPZ_INLINE_BOLD) != 0;

      g_string_append_printf (line, "%s%s%s", is_bold ? "<b>" : "", run->text, is_bold ? "</b>" : "");
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static guint
find_line (GPtrArray  *lines,
           guint       from,
           const char *line)
{
  for (guint i = from; i < lines->len; i++)
    if (g_str_equal (g_ptr_array_index (lines, i), line))
      return i;

  g_test_message ("Missing: %s", line);
  g_assert_not_reached ();
}

/* All that is said is there once, in order, at its level, bold where it is bold */
static void
check_lines (SpzDocument *document,
             GPtrArray   *lines)
{
  guint at = 0, n_said = 0, n_tasks = 0;

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    {
      const SpzNode *node = spz_document_get_node (document, i);

      if (node->runs != NULL)
        {
          g_autofree char *line = expect_line (node);

          at = find_line (lines, at, line) + 1;
          n_said++;
        }

      for (guint j = 0; node->kind == SPZ_NODE_ROLES && j < node->children->len; j++)
        {
          const SpzNode *role = g_ptr_array_index (node->children, j);

          for (guint k = 0; k < role->children->len; k++)
            {
              g_autofree char *task = spz_node_get_text (g_ptr_array_index (role->children, k));
              g_autofree char *line = g_strdup_printf ("1 text %s", task);

              at = find_line (lines, at, line) + 1;
              n_tasks++;
            }
        }
    }

  g_assert_cmpuint (n_said, >, 40);
  g_assert_cmpuint (n_tasks, ==, 21);
}

static SpzDocument *
compose (Fixture *fixture)
{
  return spz_compose_briefing (fixture->programme, spz_programme_get_latest_briefing (fixture->programme),
                               SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_DEFAULT);
}

static void
test_odt (Fixture       *fixture,
          gconstpointer  example)
{
  g_autoptr (SpzDocument) document = compose (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = spz_odt_render (document, &error);
  g_autoptr (GPtrArray) lines = NULL;
  const char *data;

  g_assert_no_error (error);
  lines = read_lines (bytes, "content.xml", FALSE);
  check_lines (document, lines);

  /* Known by its first bytes, as ODF wants it */
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpmem (data + 30, strlen ("mimetype" MIME_TYPE), "mimetype" MIME_TYPE, strlen ("mimetype" MIME_TYPE));
}

static void
test_docx (Fixture       *fixture,
           gconstpointer  example)
{
  g_autoptr (SpzDocument) document = compose (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = spz_docx_render (document, &error);
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_no_error (error);
  lines = read_lines (bytes, "word/document.xml", TRUE);
  check_lines (document, lines);
}

/* Real notes, of which one that is referred to twice is one; they are made of
 * figures, and not read again */
static void
test_notes (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  const char *const files[] = { "a.odt", "a.docx" };
  const char *const parts[] = { "content.xml", "word/footnotes.xml" };

  spz_node_set_record (spz_document_builder_add_heading (builder, 1, "Smart City"), "block", 1);
  for (guint i = 0; i < 2; i++)
    spz_document_builder_add_note (builder,
                                   spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET,
                                                                   "Insgesamt **613** Mitarbeitende"),
                                   strlen ("Insgesamt 613"), "Quelle: Abfrage");
  document = spz_document_builder_end (builder);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = i == 0 ? spz_odt_render (document, &error) : spz_docx_render (document, &error);
      g_autoptr (SpzImport) import = NULL;
      zip_t *package = open_package (bytes);
      g_autofree char *part = read_part (package, parts[i]);
      g_auto (GStrv) notes = g_strsplit (part, "Quelle: Abfrage", -1);
      SpzImportSection *section;

      g_assert_no_error (error);
      check_parts (package);
      zip_discard (package);
      g_assert_cmpuint (g_strv_length (notes), ==, 2);

      import = spz_import_read (bytes, files[i], SPZ_IMPORT_BRIEFING, &error);
      g_assert_no_error (error);
      section = g_ptr_array_index (import->sections, 0);
      g_assert_cmpuint (section->points->len, ==, 2);
      for (guint j = 0; j < section->points->len; j++)
        g_assert_cmpstr (((SpzImportPoint *) g_ptr_array_index (section->points, j))->text, ==,
                         "Insgesamt **613** Mitarbeitende");
    }
}

/* What XML can't hold, what it needs escaped, and white space that counts */
static void
test_characters (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (GBytes) odt = NULL;
  g_autoptr (GBytes) docx = NULL;
  g_autoptr (GPtrArray) docx_lines = NULL;

  spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "5 < 6 & „x\001y“  🌳 \"Ä\"");
  document = spz_document_builder_end (builder);
  odt = spz_odt_render (document, NULL);
  docx = spz_docx_render (document, NULL);
  docx_lines = read_lines (docx, "word/document.xml", TRUE);

  find_line (docx_lines, 0, "1 text 5 < 6 & „xy“  🌳 \"Ä\"");
  zip_discard (open_package (odt));
}

static void
test_empty (void)
{
  g_autoptr (SpzDocument) document = spz_document_builder_end (spz_document_builder_new (SPZ_AUDIENCE_PUBLIC));
  g_autoptr (GBytes) odt = spz_odt_render (document, NULL);
  g_autoptr (GBytes) docx = spz_docx_render (document, NULL);
  zip_t *packages[] = { open_package (odt), open_package (docx) };

  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      check_parts (packages[i]);
      zip_discard (packages[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/office/odt", Fixture, "example", apply_fixture_set_up, test_odt, apply_fixture_tear_down);
  g_test_add ("/office/docx", Fixture, "example", apply_fixture_set_up, test_docx, apply_fixture_tear_down);
  g_test_add_func ("/office/characters", test_characters);
  g_test_add_func ("/office/empty", test_empty);
  g_test_add_func ("/office/notes", test_notes);

  return g_test_run ();
}
