/* spz-odt.c: a document as OpenDocument text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-odt.h"

#include <string.h>

#include "spz-odt-private.h"
#include "spz-language.h"
#include "spz-office-private.h"
#include "spz-package.h"
#include "spz-timeline-picture.h"
#include "spz-timeline-plan.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
#define PICTURE "Pictures/plan.svg"
#define LOGO "Pictures/logo.png"

typedef struct
{
  SpzXmlWriter *xml;
  SpzDocument  *document;
  guint         level;     /* of lists that are open */
  guint         n_tables;
  guint         n_marks;
  guint         n_notes;   /* that were written */
} Writer;

/* Text */

/* In ODF, white space is folded away unless it is spelt out (ODF 1.2, part 1,
 * 6.1.2) */
static void
write_text (SpzXmlWriter *xml,
            const char   *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n\t ");
      g_autofree char *word = g_strndup (text, length);

      if (length > 0)
        spz_xml_writer_text (xml, word);
      text += length;

      if (*text == '\n')
        {
          spz_xml_writer_empty (xml, "text:line-break", NULL);
          text++;
        }
      else if (*text == '\t')
        {
          spz_xml_writer_empty (xml, "text:tab", NULL);
          text++;
        }
      else if (*text == ' ')
        {
          gsize n_spaces = strspn (text, " ");
          g_autofree char *rest = g_strdup_printf ("%" G_GSIZE_FORMAT, n_spaces - 1);

          spz_xml_writer_text (xml, " ");
          if (n_spaces > 1)
            spz_xml_writer_empty (xml, "text:s", "text:c", rest, NULL);
          text += n_spaces;
        }
    }
}

static const char *
get_text_style (SpzInlineStyle style)
{
  if ((style & SPZ_INLINE_BOLD) && (style & SPZ_INLINE_ITALIC))
    return "Strong_20_and_20_Emphasis";

  return style & SPZ_INLINE_BOLD ? "Strong_20_Emphasis" : "Emphasis";
}

/* @mark: the bookmark by which it is known again */
static void
write_paragraph (SpzXmlWriter *xml,
                 const char   *style,
                 const char   *mark,
                 const char   *text)
{
  if (*text == '\0')
    return;

  spz_xml_writer_start (xml, "text:p", "text:style-name", style, NULL);
  spz_xml_writer_empty (xml, "text:bookmark", "text:name", mark, NULL);
  write_text (xml, text);
  spz_xml_writer_end (xml);
}

/* A note where it is referred to first, and its number where it is again */
static void
write_note (Writer        *self,
            const SpzNote *note)
{
  SpzXmlWriter *xml = self->xml;
  g_autofree char *number = g_strdup_printf ("%u", note->number);
  g_autofree char *id = g_strconcat (SPZ_OFFICE_NOTE, number, NULL);

  if (note->number <= self->n_notes)
    {
      spz_xml_writer_start (xml, "text:span", "text:style-name", "NoteNumber", NULL);
      spz_xml_writer_start (xml, "text:note-ref", "text:note-class", "footnote", "text:reference-format", "text",
                            "text:ref-name", id, NULL);
      spz_xml_writer_text (xml, number);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
      return;
    }

  self->n_notes = note->number;
  spz_xml_writer_start (xml, "text:note", "text:id", id, "text:note-class", "footnote", NULL);
  spz_xml_writer_element (xml, "text:note-citation", number);
  spz_xml_writer_start (xml, "text:note-body", NULL);
  write_paragraph (xml, "Footnote", id, note->text);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

/* Text with marks for @notes, from the one at @next on */
static void
write_noted (Writer       *self,
             const char   *text,
             const GArray *notes,
             guint        *next)
{
  g_auto (GStrv) parts = g_strsplit (text, SPZ_NOTE_MARK, -1);

  for (char **part = parts; *part != NULL; part++)
    {
      write_text (self->xml, *part);
      if (part[1] != NULL && notes != NULL && *next < notes->len)
        write_note (self, g_array_index (notes, SpzNoteReference, (*next)++).note);
    }
}

static void
write_runs (Writer       *self,
            GPtrArray    *runs,
            const GArray *notes)
{
  SpzXmlWriter *xml = self->xml;
  guint next = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (runs, i);

      if (run->style == SPZ_INLINE_PLAIN)
        {
          write_noted (self, run->text, notes, &next);
          continue;
        }

      spz_xml_writer_start (xml, "text:span", "text:style-name", get_text_style (run->style), NULL);
      write_noted (self, run->text, notes, &next);
      spz_xml_writer_end (xml);
    }
}

static void
write_mark (Writer        *self,
            const SpzNode *node)
{
  g_autofree char *mark = spz_office_make_mark (self->document, node, &self->n_marks);

  if (mark != NULL)
    spz_xml_writer_empty (self->xml, "text:bookmark", "text:name", mark, NULL);
}

/* Lists */

/* Closes the lists that are deeper than @level */
static void
close_lists (Writer *self,
             guint   level)
{
  for (; self->level > level; self->level--)
    {
      spz_xml_writer_end (self->xml); /* text:list-item */
      spz_xml_writer_end (self->xml); /* text:list */
    }
}

/* Begins an item of a level; what is between it and the present one is opened */
static void
open_item (Writer *self,
           guint   level)
{
  close_lists (self, level);
  if (self->level == level)
    {
      spz_xml_writer_end (self->xml);
      spz_xml_writer_start (self->xml, "text:list-item", NULL);
    }

  for (; self->level < level; self->level++)
    {
      spz_xml_writer_start (self->xml, "text:list", "text:style-name", "List_20_1", NULL);
      spz_xml_writer_start (self->xml, "text:list-item", NULL);
    }
}

static void
write_point (Writer        *self,
             const SpzNode *node)
{
  static const char *const conclusions[] = { "Conclusion", "Conclusion_20_2", "Conclusion_20_3" };
  static const char *const texts[] = { "List_20_1_20_Cont.", "List_20_2_20_Cont.", "List_20_3_20_Cont." };
  g_autoptr (GPtrArray) runs = spz_office_get_runs (node);
  guint level = (guint) CLAMP (node->level, 1, SPZ_OFFICE_LEVELS);
  const char *style = "List_20_1";

  if (node->style == SPZ_POINT_BULLET)
    {
      open_item (self, level);
    }
  else
    {
      close_lists (self, 0);
      style = node->style == SPZ_POINT_CONCLUSION ? conclusions[level - 1] : texts[level - 1];
    }

  spz_xml_writer_start (self->xml, "text:p", "text:style-name", style, NULL);
  write_mark (self, node);
  if (node->style == SPZ_POINT_CONCLUSION)
    write_text (self->xml, "➔ ");
  write_runs (self, runs, node->notes);
  spz_xml_writer_end (self->xml);
}

/* Tables */

static void
write_line (Writer       *self,
            const char   *style,
            const char   *markdown,
            const GArray *notes)
{
  SpzXmlWriter *xml = self->xml;
  g_autoptr (GPtrArray) runs = spz_inline_parse (markdown);

  spz_xml_writer_start (xml, "text:p", "text:style-name", style, NULL);
  write_runs (self, runs, notes);
  spz_xml_writer_end (xml);
}

static void
write_cell (gpointer               writer,
            const SpzDocumentCell *cell,
            guint                  share,
            gboolean               is_head)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;
  const char *style = is_head ? "Table_20_Heading" : "Table_20_Contents";
  g_auto (GStrv) lines = g_strsplit (cell->text, "\n", -1);

  spz_xml_writer_start (xml, "table:table-cell", "office:value-type", "string",
                        "table:style-name", "Cell", NULL);
  if (cell->is_list && *lines != NULL)
    {
      spz_xml_writer_start (xml, "text:list", "text:style-name", "List_20_1", NULL);
      for (char **line = lines; *line != NULL; line++)
        {
          spz_xml_writer_start (xml, "text:list-item", NULL);
          write_line (writer, style, *line, cell->notes);
          spz_xml_writer_end (xml);
        }
      spz_xml_writer_end (xml);
    }
  for (char **line = lines; !cell->is_list && *line != NULL; line++)
    write_line (writer, style, *line, cell->notes);
  if (*lines == NULL)
    spz_xml_writer_empty (xml, "text:p", "text:style-name", style, NULL);
  spz_xml_writer_end (xml);
}

static void
begin_table (gpointer                writer,
             const SpzDocumentTable *table)
{
  Writer *self = writer;
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

  spz_xml_writer_start (self->xml, "table:table", "table:name", name, "table:style-name", "Table", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *style = g_strdup_printf ("Column%u", table->shares[i]);

      spz_xml_writer_empty (self->xml, "table:table-column", "table:style-name", style, NULL);
    }
}

static void
end_table (gpointer writer)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;

  spz_xml_writer_end (xml);
  spz_xml_writer_empty (xml, "text:p", "text:style-name", "Text_20_body", NULL);
}

static void
begin_row (gpointer writer,
           gboolean is_head)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;

  if (is_head)
    spz_xml_writer_start (xml, "table:table-header-rows", NULL);
  spz_xml_writer_start (xml, "table:table-row", is_head ? NULL : "table:style-name", "Row", NULL);
}

static void
end_row (gpointer writer,
         gboolean is_head)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;

  spz_xml_writer_end (xml);
  if (is_head)
    spz_xml_writer_end (xml);
}

static const SpzOfficeTableFuncs table_funcs = { begin_table, end_table, begin_row, end_row, write_cell };

static char *
make_length (double millimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* With a point, whatever is spoken */
  g_ascii_formatd (number, sizeof number, "%.1f", millimetres);

  return g_strconcat (number, "mm", NULL);
}

/* The picture first, on a sheet of its own; its table after it, on upright pages */
static void
write_plan (Writer        *self,
            const SpzNode *node)
{
  SpzXmlWriter *xml = self->xml;
  const char *title = spz_timeline_plan_get_title (node->plan);
  g_autofree char *description = spz_timeline_plan_describe (node->plan);
  g_autofree char *width = g_strdup_printf ("%dmm", SPZ_OFFICE_PLAN_WIDTH);
  g_autofree char *height = g_strdup_printf ("%dmm", SPZ_OFFICE_PLAN_WIDTH * SPZ_OFFICE_PAGE_WIDTH /
                                             SPZ_OFFICE_PAGE_HEIGHT);

  spz_xml_writer_start (xml, "text:p", "text:style-name", "PlanPage", NULL);
  spz_xml_writer_start (xml, "draw:frame", "draw:name", title, "text:anchor-type", "as-char",
                        "svg:width", width, "svg:height", height, NULL);
  spz_xml_writer_empty (xml, "draw:image", "xlink:href", PICTURE, "xlink:type", "simple",
                        "xlink:show", "embed", "xlink:actuate", "onLoad", NULL);
  spz_xml_writer_element (xml, "svg:title", title);
  spz_xml_writer_element (xml, "svg:desc", description);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "text:h", "text:style-name", "AfterPlan", "text:outline-level", "1", NULL);
  write_mark (self, node);
  write_text (xml, title);
  spz_xml_writer_end (xml);
  spz_office_write_tables (node, &table_funcs, self);
  write_paragraph (xml, "Text_20_body", SPZ_OFFICE_MARK "note", spz_timeline_plan_get_note (node->plan));
}

static void
write_heading (Writer        *self,
               const SpzNode *node)
{
  g_autoptr (GPtrArray) runs = spz_office_get_runs (node);
  int level = CLAMP (node->level, 1, 2);
  g_autofree char *style = g_strdup_printf ("Heading_20_%d", level);
  g_autofree char *outline_level = g_strdup_printf ("%d", level);

  spz_xml_writer_start (self->xml, "text:h", "text:style-name", style,
                        "text:outline-level", outline_level, NULL);
  write_mark (self, node);
  write_runs (self, runs, node->notes);
  spz_xml_writer_end (self->xml);
}

static void
write_node (Writer        *self,
            const SpzNode *node)
{
  if (node->kind != SPZ_NODE_POINT)
    close_lists (self, 0);

  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      write_heading (self, node);
      break;

    case SPZ_NODE_PARAGRAPH:
      {
        g_autoptr (GPtrArray) runs = spz_office_get_runs (node);

        spz_xml_writer_start (self->xml, "text:p", "text:style-name", "Text_20_body", NULL);
        write_mark (self, node);
        write_runs (self, runs, node->notes);
        spz_xml_writer_end (self->xml);
        break;
      }

    case SPZ_NODE_POINT:
      write_point (self, node);
      break;

    case SPZ_NODE_ROLES:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_DATES:
      spz_office_write_tables (node, &table_funcs, self);
      break;

    case SPZ_NODE_TIMELINE:
      write_plan (self, node);
      break;

    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    default:
      g_assert_not_reached ();
    }
}

/* The lines above the title, and the logo beside them */
static void
write_letterhead (Writer *self)
{
  SpzXmlWriter *xml = self->xml;
  g_auto (SpzOfficeLogo) logo = { NULL };
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;

  if (!spz_office_logo_init (&logo, self->document))
    {
      write_paragraph (xml, "Subtitle", SPZ_OFFICE_LETTERHEAD, spz_document_get_letterhead (self->document));
      return;
    }

  width = make_length (logo.width);
  height = make_length (logo.height);
  spz_xml_writer_start (xml, "text:p", "text:style-name", "Letterhead", NULL);
  spz_xml_writer_start (xml, "draw:frame", "draw:name", logo.description, "draw:style-name", "Logo",
                        "text:anchor-type", "paragraph", "svg:width", width, "svg:height", height, NULL);
  spz_xml_writer_empty (xml, "draw:image", "xlink:href", LOGO, "xlink:type", "simple",
                        "xlink:show", "embed", "xlink:actuate", "onLoad", NULL);
  spz_xml_writer_element (xml, "svg:title", logo.description);
  spz_xml_writer_element (xml, "svg:desc", logo.description);
  spz_xml_writer_end (xml);
  spz_xml_writer_empty (xml, "text:bookmark", "text:name", SPZ_OFFICE_LETTERHEAD, NULL);
  write_text (xml, spz_document_get_letterhead (self->document));
  spz_xml_writer_end (xml);
}

static void
write_letterhead_styles (Writer *self)
{
  SpzXmlWriter *xml = self->xml;
  g_auto (SpzOfficeLogo) logo = { NULL };
  g_autofree char *after = NULL;

  if (!spz_office_logo_init (&logo, self->document))
    return;

  after = make_length (logo.after);
  spz_xml_writer_start (xml, "style:style", "style:name", "Letterhead", "style:family", "paragraph",
                        "style:parent-style-name", "Subtitle", NULL);
  spz_xml_writer_empty (xml, "style:paragraph-properties", "fo:margin-bottom", after, NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "style:style", "style:name", "Logo", "style:family", "graphic", NULL);
  spz_xml_writer_empty (xml, "style:graphic-properties", "style:wrap", "left", "style:horizontal-pos", "right",
                        "style:horizontal-rel", "paragraph", "style:vertical-pos", "top",
                        "style:vertical-rel", "paragraph", "fo:margin-left", "3mm", NULL);
  spz_xml_writer_end (xml);
}

/* What belongs to this document alone: pages that begin, and tables */
static void
write_automatic_styles (Writer *self)
{
  SpzXmlWriter *xml = self->xml;

  spz_xml_writer_start (xml, "office:automatic-styles", NULL);
  write_letterhead_styles (self);

  spz_xml_writer_start (xml, "style:style", "style:name", "PlanPage", "style:family", "paragraph",
                        "style:parent-style-name", "Standard", "style:master-page-name", "Plan", NULL);
  spz_xml_writer_empty (xml, "style:paragraph-properties", "fo:text-align", "center", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_empty (xml, "style:style", "style:name", "AfterPlan", "style:family", "paragraph",
                        "style:parent-style-name", "Heading_20_1", "style:master-page-name", "Standard", NULL);

  spz_xml_writer_start (xml, "style:style", "style:name", "Table", "style:family", "table", NULL);
  spz_xml_writer_empty (xml, "style:table-properties", "table:align", "margins",
                        "fo:margin-top", "2mm", NULL);
  spz_xml_writer_end (xml);

  for (guint share = 10; share <= 60; share++)
    {
      g_autofree char *name = g_strdup_printf ("Column%u", share);
      g_autofree char *width = g_strdup_printf ("%u*", share * 100);

      spz_xml_writer_start (xml, "style:style", "style:name", name, "style:family", "table-column", NULL);
      spz_xml_writer_empty (xml, "style:table-column-properties", "style:rel-column-width", width, NULL);
      spz_xml_writer_end (xml);
    }

  spz_xml_writer_start (xml, "style:style", "style:name", "Row", "style:family", "table-row", NULL);
  spz_xml_writer_empty (xml, "style:table-row-properties", "fo:keep-together", "always", NULL);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "style:style", "style:name", "Cell", "style:family", "table-cell", NULL);
  spz_xml_writer_empty (xml, "style:table-cell-properties", "fo:border-bottom", "0.5pt solid #999999",
                        "fo:padding-left", "1mm", "fo:padding-right", "1mm",
                        "fo:padding-top", "0mm", "fo:padding-bottom", "0mm", NULL);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "style:style", "style:name", "NoteNumber", "style:family", "text", NULL);
  spz_xml_writer_empty (xml, "style:text-properties", "style:text-position", "super 58%", NULL);
  spz_xml_writer_end (xml);

  spz_xml_writer_end (xml);
}

static GBytes *
render_content (Writer      *self,
                SpzDocument *document)
{
  SpzXmlWriter *xml = self->xml;

  spz_xml_writer_start (xml, "office:document-content",
                        "xmlns:office", SPZ_ODF_OFFICE, "xmlns:style", SPZ_ODF_STYLE,
                        "xmlns:text", SPZ_ODF_TEXT, "xmlns:table", SPZ_ODF_TABLE,
                        "xmlns:draw", SPZ_ODF_DRAW, "xmlns:fo", SPZ_ODF_FO, "xmlns:svg", SPZ_ODF_SVG,
                        "xmlns:xlink", "http://www.w3.org/1999/xlink",
                        "office:version", SPZ_ODF_VERSION, NULL);
  write_automatic_styles (self);
  spz_xml_writer_start (xml, "office:body", NULL);
  spz_xml_writer_start (xml, "office:text", NULL);
  write_letterhead (self);
  write_paragraph (xml, "Title", SPZ_OFFICE_MARK "title", spz_document_get_title (document));
  write_paragraph (xml, "Subtitle", SPZ_OFFICE_MARK "byline", spz_document_get_byline (document));
  write_paragraph (xml, "Subtitle", SPZ_OFFICE_MARK "occasion", spz_document_get_occasion (document));
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    write_node (self, spz_document_get_node (document, i));
  close_lists (self, 0);

  return spz_xml_writer_finish (xml);
}

static GBytes *
render_meta (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "office:document-meta", "xmlns:office", SPZ_ODF_OFFICE,
                        "xmlns:meta", SPZ_ODF_META, "xmlns:dc", "http://purl.org/dc/elements/1.1/",
                        "office:version", SPZ_ODF_VERSION, NULL);
  spz_xml_writer_start (xml, "office:meta", NULL);
  spz_xml_writer_element (xml, "meta:generator", "Sprechzettel/" VERSION);
  spz_xml_writer_element (xml, "dc:title", spz_document_get_title (document));
  spz_xml_writer_element (xml, "dc:subject", spz_document_get_subject (document));
  spz_xml_writer_element (xml, "meta:initial-creator", spz_document_get_author (document));
  spz_xml_writer_element (xml, "dc:language", spz_document_get_language (document));
  if (*spz_document_get_keywords (document) != '\0')
    spz_xml_writer_element (xml, "meta:keyword", spz_document_get_keywords (document));
  spz_xml_writer_start (xml, "meta:user-defined", "meta:name", SPZ_OFFICE_SOURCE, "meta:value-type", "string", NULL);
  spz_xml_writer_text (xml, spz_office_get_source (document));
  spz_xml_writer_end (xml);

  return spz_xml_writer_finish (xml);
}

static void
write_entry (SpzXmlWriter *xml,
             const char   *path,
             const char   *type)
{
  spz_xml_writer_empty (xml, "manifest:file-entry", "manifest:full-path", path,
                        "manifest:media-type", type, NULL);
}

static GBytes *
render_manifest (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "manifest:manifest", "xmlns:manifest", SPZ_ODF_MANIFEST,
                        "manifest:version", SPZ_ODF_VERSION, NULL);
  write_entry (xml, "/", MIME_TYPE);
  write_entry (xml, "content.xml", "text/xml");
  write_entry (xml, "styles.xml", "text/xml");
  write_entry (xml, "meta.xml", "text/xml");
  if (spz_document_get_logo (document) != NULL)
    write_entry (xml, LOGO, "image/png");
  if (spz_document_get_plan (document) != NULL)
    write_entry (xml, PICTURE, "image/svg+xml");

  return spz_xml_writer_finish (xml);
}

/**
 * spz_odt_render:
 * @document: a document
 * @error: return location for an #SPZ_ERROR
 *
 * Writes the document as OpenDocument text (ODF 1.2) of named styles, with
 * real headings, lists and tables, and the plan as a vector picture with a
 * description, followed by its table. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
spz_odt_render (SpzDocument  *document,
                GError      **error)
{
  g_auto (SpzLanguage) language = { 0 };
  g_autoptr (SpzPackage) package = spz_package_new ();
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();
  Writer self = { xml, document };
  g_autoptr (GBytes) picture = NULL;
  const SpzNode *plan;

  g_return_val_if_fail (document != NULL, NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  plan = spz_document_get_plan (document);
  if (plan != NULL)
    picture = spz_timeline_picture_to_svg (plan->plan, SPZ_TIMELINE_PAPER_A4, error);
  if (plan != NULL && picture == NULL)
    return NULL;

  /* First and as it is: by it the file's type is known */
  spz_package_add_stored (package, "mimetype", MIME_TYPE);
  spz_package_take (package, "content.xml", render_content (&self, document));
  spz_package_take (package, "styles.xml", spz_odt_render_styles (document));
  spz_package_take (package, "meta.xml", render_meta (document));
  if (spz_document_get_logo (document) != NULL)
    spz_package_add (package, LOGO, spz_document_get_logo (document));
  if (picture != NULL)
    spz_package_add (package, PICTURE, picture);
  spz_package_take (package, "META-INF/manifest.xml", render_manifest (document));

  return spz_package_end (package, error);
}
