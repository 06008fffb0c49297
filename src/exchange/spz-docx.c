/* spz-docx.c: a document as Office Open XML text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx.h"

#include <string.h>

#include "spz-docx-private.h"
#include "spz-language.h"
#include "spz-office-private.h"
#include "spz-package.h"
#include "spz-timeline-picture.h"
#include "spz-timeline-plan.h"

#define PACKAGE_RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"
#define WML "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
/* Of the extension by which Word takes the vector picture in place of the bitmap */
#define SVG_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#define PICTURE_DPI 200.0
#define EMU_PER_MILLIMETRE 36000

/* Relations of word/document.xml, by number */
enum
{
  REL_STYLES = 1,
  REL_NUMBERING,
  REL_HEADER,
  REL_PLAN_HEADER,
  REL_PICTURE,
  REL_VECTOR_PICTURE,
  REL_NOTES,
};

typedef struct
{
  SpzXmlWriter *xml;
  SpzDocument  *document;
  guint         n_marks;
  guint         n_bookmarks;
  guint         n_notes;      /* that were written */
} Writer;

/* Text */

static void
write_text (SpzXmlWriter *xml,
            const char   *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n\t");
      g_autofree char *piece = g_strndup (text, length);

      if (length > 0)
        {
          spz_xml_writer_start (xml, "w:t", "xml:space", "preserve", NULL);
          spz_xml_writer_text (xml, piece);
          spz_xml_writer_end (xml);
        }
      text += length;
      if (*text != '\0')
        spz_xml_writer_empty (xml, *text++ == '\n' ? "w:br" : "w:tab", NULL);
    }
}

static void
write_bookmark_around (Writer     *self,
                       const char *name,
                       gboolean    is_end)
{
  g_autofree char *id = g_strdup_printf ("%u", self->n_bookmarks);

  if (is_end)
    {
      spz_xml_writer_empty (self->xml, "w:bookmarkEnd", "w:id", id, NULL);
      self->n_bookmarks++;
    }
  else
    {
      spz_xml_writer_empty (self->xml, "w:bookmarkStart", "w:id", id, "w:name", name, NULL);
    }
}

static void
start_number (SpzXmlWriter *xml)
{
  spz_xml_writer_start (xml, "w:r", NULL);
  spz_xml_writer_start (xml, "w:rPr", NULL);
  spz_xml_writer_empty (xml, "w:vertAlign", "w:val", "superscript", NULL);
  spz_xml_writer_end (xml);
}

/* The number of a note where it is referred to first, and a field that repeats
 * it where it is again (ECMA-376, part 1, 17.16.5.38) */
static void
write_note (Writer        *self,
            const SpzNote *note)
{
  SpzXmlWriter *xml = self->xml;
  g_autofree char *number = g_strdup_printf ("%u", note->number);
  g_autofree char *name = g_strconcat ("_RefNote", number, NULL);
  g_autofree char *field = g_strdup_printf (" " SPZ_OFFICE_NOTE_FIELD " %s \\h ", name);

  if (note->number <= self->n_notes)
    {
      spz_xml_writer_start (xml, "w:fldSimple", "w:instr", field, NULL);
      start_number (xml);
      spz_xml_writer_element (xml, "w:t", number);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
      return;
    }

  self->n_notes = note->number;
  write_bookmark_around (self, name, FALSE);
  start_number (xml);
  spz_xml_writer_empty (xml, "w:footnoteReference", "w:id", number, NULL);
  spz_xml_writer_end (xml);
  write_bookmark_around (self, name, TRUE);
}

static void
write_run (SpzXmlWriter   *xml,
           const char     *text,
           SpzInlineStyle  style)
{
  spz_xml_writer_start (xml, "w:r", NULL);
  if (style != SPZ_INLINE_PLAIN)
    {
      spz_xml_writer_start (xml, "w:rPr", NULL);
      if (style & SPZ_INLINE_BOLD)
        spz_xml_writer_empty (xml, "w:b", NULL);
      if (style & SPZ_INLINE_ITALIC)
        spz_xml_writer_empty (xml, "w:i", NULL);
      spz_xml_writer_end (xml);
    }
  write_text (xml, text);
  spz_xml_writer_end (xml);
}

static void
write_runs (Writer       *self,
            GPtrArray    *runs,
            const GArray *notes)
{
  guint next = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (runs, i);
      g_auto (GStrv) parts = g_strsplit (run->text, SPZ_NOTE_MARK, -1);

      for (char **part = parts; *part != NULL; part++)
        {
          if (**part != '\0')
            write_run (self->xml, *part, run->style);
          if (part[1] != NULL && notes != NULL && next < notes->len)
            write_note (self, g_array_index (notes, SpzNoteReference, next++).note);
        }
    }
}

/* @level is that of a bullet, from 1, or 0 for none */
static void
start_paragraph (SpzXmlWriter *xml,
                 const char   *style,
                 guint         level)
{
  spz_xml_writer_start (xml, "w:p", NULL);
  spz_xml_writer_start (xml, "w:pPr", NULL);
  spz_xml_writer_empty (xml, "w:pStyle", "w:val", style, NULL);
  if (level > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", level - 1);

      spz_xml_writer_start (xml, "w:numPr", NULL);
      spz_xml_writer_empty (xml, "w:ilvl", "w:val", number, NULL);
      spz_xml_writer_empty (xml, "w:numId", "w:val", "1", NULL);
      spz_xml_writer_end (xml);
    }
  spz_xml_writer_end (xml);
}

static void
write_bookmark (Writer     *self,
                const char *name)
{
  g_autofree char *id = g_strdup_printf ("%u", self->n_bookmarks++);

  spz_xml_writer_empty (self->xml, "w:bookmarkStart", "w:id", id, "w:name", name, NULL);
  spz_xml_writer_empty (self->xml, "w:bookmarkEnd", "w:id", id, NULL);
}

static void
write_mark (Writer        *self,
            const SpzNode *node)
{
  g_autofree char *mark = spz_office_make_mark (self->document, node, &self->n_marks);

  if (mark != NULL)
    write_bookmark (self, mark);
}

/* @mark: the bookmark by which it is known again */
static void
write_paragraph (Writer     *self,
                 const char *style,
                 const char *mark,
                 const char *text)
{
  if (*text == '\0')
    return;

  start_paragraph (self->xml, style, 0);
  write_bookmark (self, mark);
  write_run (self->xml, text, SPZ_INLINE_PLAIN);
  spz_xml_writer_end (self->xml);
}

static void
write_node_paragraph (Writer        *self,
                      const SpzNode *node,
                      const char    *style)
{
  g_autoptr (GPtrArray) runs = spz_office_get_runs (node);

  start_paragraph (self->xml, style, 0);
  write_mark (self, node);
  write_runs (self, runs, node->notes);
  spz_xml_writer_end (self->xml);
}

static void
write_point (Writer        *self,
             const SpzNode *node)
{
  static const char *const conclusions[] = { "Conclusion", "Conclusion2", "Conclusion3" };
  static const char *const texts[] = { "ListContinue", "ListContinue2", "ListContinue3" };
  g_autoptr (GPtrArray) runs = spz_office_get_runs (node);
  guint level = (guint) CLAMP (node->level, 1, SPZ_OFFICE_LEVELS);

  switch (node->style)
    {
    case SPZ_POINT_CONCLUSION:
      start_paragraph (self->xml, conclusions[level - 1], 0);
      break;

    case SPZ_POINT_TEXT:
      start_paragraph (self->xml, texts[level - 1], 0);
      break;

    case SPZ_POINT_BULLET:
    default:
      start_paragraph (self->xml, "ListBullet", level);
      break;
    }
  write_mark (self, node);
  if (node->style == SPZ_POINT_CONCLUSION)
    write_run (self->xml, "➔ ", SPZ_INLINE_PLAIN);
  write_runs (self, runs, node->notes);
  spz_xml_writer_end (self->xml);
}

/* Tables */

static void
write_cell (gpointer               writer,
            const SpzDocumentCell *cell,
            guint                  share,
            gboolean               is_head)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;
  g_auto (GStrv) lines = g_strsplit (cell->text, "\n", -1);
  /* In fiftieths of a per cent */
  g_autofree char *width = g_strdup_printf ("%u", share * 50);
  const char *style = is_head ? "TableHeading" : "TableText";

  spz_xml_writer_start (xml, "w:tc", NULL);
  spz_xml_writer_start (xml, "w:tcPr", NULL);
  spz_xml_writer_empty (xml, "w:tcW", "w:w", width, "w:type", "pct", NULL);
  spz_xml_writer_end (xml);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (GPtrArray) runs = spz_inline_parse (*line);

      start_paragraph (xml, style, cell->is_list ? 1 : 0);
      write_runs (writer, runs, cell->notes);
      spz_xml_writer_end (xml);
    }
  if (*lines == NULL)
    {
      start_paragraph (xml, style, 0);
      spz_xml_writer_end (xml);
    }
  spz_xml_writer_end (xml);
}

static void
begin_row (gpointer writer,
           gboolean is_head)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;

  spz_xml_writer_start (xml, "w:tr", NULL);
  spz_xml_writer_start (xml, "w:trPr", NULL);
  spz_xml_writer_empty (xml, "w:cantSplit", NULL);
  if (is_head)
    spz_xml_writer_empty (xml, "w:tblHeader", NULL);
  spz_xml_writer_end (xml);
}

static void
end_row (gpointer writer,
         gboolean is_head)
{
  spz_xml_writer_end (((Writer *) writer)->xml);
}

static void
begin_table (gpointer                writer,
             const SpzDocumentTable *table)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;

  spz_xml_writer_start (xml, "w:tbl", NULL);
  spz_xml_writer_start (xml, "w:tblPr", NULL);
  spz_xml_writer_empty (xml, "w:tblStyle", "w:val", "Briefing", NULL);
  spz_xml_writer_empty (xml, "w:tblW", "w:w", "5000", "w:type", "pct", NULL);
  spz_xml_writer_empty (xml, "w:tblLook", "w:val", "0060", "w:firstRow", "1", "w:firstColumn", "1", NULL);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "w:tblGrid", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *width = g_strdup_printf ("%d", SPZ_OOXML_TWIPS ((int) table->shares[i] * (
        SPZ_OFFICE_PAGE_WIDTH - 2 * SPZ_OFFICE_MARGIN) / 100));

      spz_xml_writer_empty (xml, "w:gridCol", "w:w", width, NULL);
    }
  spz_xml_writer_end (xml);
}

/* Word joins tables that touch */
static void
end_table (gpointer writer)
{
  SpzXmlWriter *xml = ((Writer *) writer)->xml;

  spz_xml_writer_end (xml);
  start_paragraph (xml, "BodyText", 0);
  spz_xml_writer_end (xml);
}

static const SpzOfficeTableFuncs table_funcs = { begin_table, end_table, begin_row, end_row, write_cell };

/* Pages */

static void
write_section (SpzXmlWriter *xml,
               gboolean      is_plan)
{
  int upright = SPZ_OOXML_TWIPS (SPZ_OFFICE_PAGE_HEIGHT), across = SPZ_OOXML_TWIPS (SPZ_OFFICE_PAGE_WIDTH);
  g_autofree char *width = g_strdup_printf ("%d", is_plan ? upright : across);
  g_autofree char *height = g_strdup_printf ("%d", is_plan ? across : upright);
  g_autofree char *margin = g_strdup_printf ("%d", SPZ_OOXML_TWIPS (is_plan ? SPZ_OFFICE_PLAN_MARGIN
                                                                            : SPZ_OFFICE_MARGIN));
  g_autofree char *top = g_strdup_printf ("%d", SPZ_OOXML_TWIPS (is_plan ? 20 : SPZ_OFFICE_MARGIN));
  g_autofree char *header = g_strdup_printf ("%d", SPZ_OOXML_TWIPS (12));
  g_autofree char *id = g_strdup_printf ("rId%d", is_plan ? REL_PLAN_HEADER : REL_HEADER);

  spz_xml_writer_start (xml, "w:sectPr", NULL);
  spz_xml_writer_empty (xml, "w:headerReference", "w:type", "default", "r:id", id, NULL);
  spz_xml_writer_empty (xml, "w:type", "w:val", "nextPage", NULL);
  spz_xml_writer_empty (xml, "w:pgSz", "w:w", width, "w:h", height,
                        is_plan ? "w:orient" : NULL, "landscape", NULL);
  spz_xml_writer_empty (xml, "w:pgMar", "w:top", top, "w:right", margin, "w:bottom", margin,
                        "w:left", margin, "w:header", header, "w:footer", header, "w:gutter", "0", NULL);
  spz_xml_writer_end (xml);
}

/* A paragraph without text that ends a section */
static void
end_section (SpzXmlWriter *xml,
             gboolean      is_plan)
{
  spz_xml_writer_start (xml, "w:p", NULL);
  spz_xml_writer_start (xml, "w:pPr", NULL);
  write_section (xml, is_plan);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

static void
write_picture (SpzXmlWriter *xml,
               const char   *title,
               const char   *description)
{
  g_autofree char *width = g_strdup_printf ("%d", SPZ_OFFICE_PLAN_WIDTH * EMU_PER_MILLIMETRE);
  g_autofree char *height = g_strdup_printf ("%d", SPZ_OFFICE_PLAN_WIDTH * SPZ_OFFICE_PAGE_WIDTH /
                                             SPZ_OFFICE_PAGE_HEIGHT * EMU_PER_MILLIMETRE);
  g_autofree char *bitmap = g_strdup_printf ("rId%d", REL_PICTURE);
  g_autofree char *vector = g_strdup_printf ("rId%d", REL_VECTOR_PICTURE);

  spz_xml_writer_start (xml, "w:drawing", NULL);
  spz_xml_writer_start (xml, "wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0", NULL);
  spz_xml_writer_empty (xml, "wp:extent", "cx", width, "cy", height, NULL);
  spz_xml_writer_empty (xml, "wp:docPr", "id", "1", "name", title, "title", title, "descr", description, NULL);
  spz_xml_writer_start (xml, "a:graphic", NULL);
  spz_xml_writer_start (xml, "a:graphicData", "uri", DRAWING "picture", NULL);
  spz_xml_writer_start (xml, "pic:pic", NULL);
  spz_xml_writer_start (xml, "pic:nvPicPr", NULL);
  spz_xml_writer_empty (xml, "pic:cNvPr", "id", "1", "name", title, "descr", description, NULL);
  spz_xml_writer_empty (xml, "pic:cNvPicPr", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "pic:blipFill", NULL);
  spz_xml_writer_start (xml, "a:blip", "r:embed", bitmap, NULL);
  spz_xml_writer_start (xml, "a:extLst", NULL);
  spz_xml_writer_start (xml, "a:ext", "uri", SVG_EXTENSION, NULL);
  spz_xml_writer_empty (xml, "asvg:svgBlip", "r:embed", vector, NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "a:stretch", NULL);
  spz_xml_writer_empty (xml, "a:fillRect", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "pic:spPr", NULL);
  spz_xml_writer_start (xml, "a:xfrm", NULL);
  spz_xml_writer_empty (xml, "a:off", "x", "0", "y", "0", NULL);
  spz_xml_writer_empty (xml, "a:ext", "cx", width, "cy", height, NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "a:prstGeom", "prst", "rect", NULL);
  spz_xml_writer_empty (xml, "a:avLst", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

/* The picture first, on a sheet of its own; its table after it, on upright pages */
static void
write_plan (Writer        *self,
            const SpzNode *node)
{
  SpzXmlWriter *xml = self->xml;
  const char *title = spz_timeline_plan_get_title (node->plan);
  g_autofree char *description = spz_timeline_plan_describe (node->plan);

  end_section (xml, FALSE);
  spz_xml_writer_start (xml, "w:p", NULL);
  spz_xml_writer_start (xml, "w:pPr", NULL);
  spz_xml_writer_empty (xml, "w:jc", "w:val", "center", NULL);
  write_section (xml, TRUE);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "w:r", NULL);
  write_picture (xml, title, description);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);

  start_paragraph (xml, "Heading1", 0);
  write_mark (self, node);
  write_run (xml, title, SPZ_INLINE_PLAIN);
  spz_xml_writer_end (xml);
  spz_office_write_tables (node, &table_funcs, self);
  write_paragraph (self, "BodyText", SPZ_OFFICE_MARK "note", spz_timeline_plan_get_note (node->plan));
}

static void
write_node (Writer        *self,
            const SpzNode *node)
{
  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      write_node_paragraph (self, node, node->level > 1 ? "Heading2" : "Heading1");
      break;

    case SPZ_NODE_PARAGRAPH:
      write_node_paragraph (self, node, "BodyText");
      break;

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

static GBytes *
render_document (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();
  Writer self = { xml, document };

  spz_xml_writer_start (xml, "w:document", "xmlns:w", SPZ_OOXML_W, "xmlns:r", SPZ_OOXML_R,
                        "xmlns:wp", DRAWING "wordprocessingDrawing", "xmlns:a", DRAWING "main",
                        "xmlns:pic", DRAWING "picture",
                        "xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main", NULL);
  spz_xml_writer_start (xml, "w:body", NULL);
  write_paragraph (&self, "Subtitle", SPZ_OFFICE_LETTERHEAD, spz_document_get_letterhead (document));
  write_paragraph (&self, "Title", SPZ_OFFICE_MARK "title", spz_document_get_title (document));
  write_paragraph (&self, "Subtitle", SPZ_OFFICE_MARK "byline", spz_document_get_byline (document));
  write_paragraph (&self, "Subtitle", SPZ_OFFICE_MARK "occasion", spz_document_get_occasion (document));
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    write_node (&self, spz_document_get_node (document, i));
  write_section (xml, FALSE);

  return spz_xml_writer_finish (xml);
}

/* The notes, with what separates them from the text (17.11.23) */
static GBytes *
render_notes (SpzDocument *document)
{
  static const char *const separators[][3] = {
    { "-1", "separator", "w:separator" },
    { "0", "continuationSeparator", "w:continuationSeparator" },
  };
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();
  Writer self = { xml, document };

  spz_xml_writer_start (xml, "w:footnotes", "xmlns:w", SPZ_OOXML_W, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      spz_xml_writer_start (xml, "w:footnote", "w:type", separators[i][1], "w:id", separators[i][0], NULL);
      spz_xml_writer_start (xml, "w:p", NULL);
      spz_xml_writer_start (xml, "w:r", NULL);
      spz_xml_writer_empty (xml, separators[i][2], NULL);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
    }

  for (guint i = 0; i < spz_document_get_n_notes (document); i++)
    {
      const SpzNote *note = spz_document_get_note (document, i);
      g_autofree char *number = g_strdup_printf ("%u", note->number);
      g_autofree char *mark = g_strconcat (SPZ_OFFICE_NOTE, number, NULL);

      spz_xml_writer_start (xml, "w:footnote", "w:id", number, NULL);
      start_paragraph (xml, "FootnoteText", 0);
      write_bookmark (&self, mark);
      start_number (xml);
      spz_xml_writer_empty (xml, "w:footnoteRef", NULL);
      spz_xml_writer_end (xml);
      write_run (xml, " ", SPZ_INLINE_PLAIN);
      write_run (xml, note->text, SPZ_INLINE_PLAIN);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
    }

  return spz_xml_writer_finish (xml);
}

/* The package */

static void
write_relation (SpzXmlWriter *xml,
                int           number,
                const char   *type,
                const char   *target)
{
  g_autofree char *id = g_strdup_printf ("rId%d", number);

  spz_xml_writer_empty (xml, "Relationship", "Id", id, "Type", type, "Target", target, NULL);
}

static GBytes *
render_package_relations (void)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "Relationships", "xmlns", PACKAGE_RELATIONSHIPS, NULL);
  write_relation (xml, 1, SPZ_OOXML_R "/officeDocument", "word/document.xml");
  write_relation (xml, 2, PACKAGE_RELATIONSHIPS "/metadata/core-properties", "docProps/core.xml");
  write_relation (xml, 3, SPZ_OOXML_R "/custom-properties", "docProps/custom.xml");

  return spz_xml_writer_finish (xml);
}

static GBytes *
render_relations (gboolean has_picture)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "Relationships", "xmlns", PACKAGE_RELATIONSHIPS, NULL);
  write_relation (xml, REL_STYLES, SPZ_OOXML_R "/styles", "styles.xml");
  write_relation (xml, REL_NUMBERING, SPZ_OOXML_R "/numbering", "numbering.xml");
  write_relation (xml, REL_HEADER, SPZ_OOXML_R "/header", "header1.xml");
  write_relation (xml, REL_PLAN_HEADER, SPZ_OOXML_R "/header", "header2.xml");
  write_relation (xml, REL_NOTES, SPZ_OOXML_R "/footnotes", "footnotes.xml");
  if (has_picture)
    {
      write_relation (xml, REL_PICTURE, SPZ_OOXML_R "/image", "media/plan.png");
      write_relation (xml, REL_VECTOR_PICTURE, SPZ_OOXML_R "/image", "media/plan.svg");
    }

  return spz_xml_writer_finish (xml);
}

static GBytes *
render_content_types (void)
{
  static const char *const defaults[][2] = {
    { "rels", "application/vnd.openxmlformats-package.relationships+xml" },
    { "xml", "application/xml" },
    { "png", "image/png" },
    { "svg", "image/svg+xml" },
  };
  static const char *const parts[][2] = {
    { "/word/document.xml", WML "document.main+xml" },
    { "/word/styles.xml", WML "styles+xml" },
    { "/word/numbering.xml", WML "numbering+xml" },
    { "/word/header1.xml", WML "header+xml" },
    { "/word/header2.xml", WML "header+xml" },
    { "/word/footnotes.xml", WML "footnotes+xml" },
    { "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml" },
    { "/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml" },
  };
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "Types", "xmlns",
                        "http://schemas.openxmlformats.org/package/2006/content-types", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    spz_xml_writer_empty (xml, "Default", "Extension", defaults[i][0], "ContentType", defaults[i][1], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    spz_xml_writer_empty (xml, "Override", "PartName", parts[i][0], "ContentType", parts[i][1], NULL);

  return spz_xml_writer_finish (xml);
}

static GBytes *
render_properties (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "cp:coreProperties",
                        "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                        "xmlns:dc", "http://purl.org/dc/elements/1.1/", NULL);
  spz_xml_writer_element (xml, "dc:title", spz_document_get_title (document));
  spz_xml_writer_element (xml, "dc:subject", spz_document_get_subject (document));
  spz_xml_writer_element (xml, "dc:creator", spz_document_get_author (document));
  spz_xml_writer_element (xml, "cp:keywords", spz_document_get_keywords (document));
  spz_xml_writer_element (xml, "dc:language", spz_document_get_language (document));

  return spz_xml_writer_finish (xml);
}

/* By which the document is known again (ECMA-376, part 1, 22.3) */
static GBytes *
render_custom_properties (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "Properties",
                        "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
                        "xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", NULL);
  spz_xml_writer_start (xml, "property", "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid", "2",
                        "name", SPZ_OFFICE_SOURCE, NULL);
  spz_xml_writer_element (xml, "vt:lpwstr", spz_office_get_source (document));

  return spz_xml_writer_finish (xml);
}

/* The vector picture, and a bitmap of it for those who don't know such */
static gboolean
add_pictures (SpzPackage     *package,
              const SpzNode  *plan,
              GError        **error)
{
  g_autoptr (GBytes) vector = spz_timeline_picture_to_svg (plan->plan, SPZ_TIMELINE_PAPER_A4, error);
  g_autoptr (GBytes) bitmap = NULL;

  if (vector == NULL)
    return FALSE;

  bitmap = spz_timeline_picture_to_png (plan->plan, SPZ_TIMELINE_PAPER_A4, PICTURE_DPI, error);
  if (bitmap == NULL)
    return FALSE;

  spz_package_add (package, "word/media/plan.svg", vector);
  spz_package_add (package, "word/media/plan.png", bitmap);

  return TRUE;
}

/**
 * spz_docx_render:
 * @document: a document
 * @error: return location for an #SPZ_ERROR
 *
 * Writes the document as Office Open XML text (ECMA-376) of Word's own styles,
 * with real headings, lists and tables, and the plan as a vector picture with
 * a description, followed by its table. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
spz_docx_render (SpzDocument  *document,
                 GError      **error)
{
  g_auto (SpzLanguage) language = { 0 };
  g_autoptr (SpzPackage) package = spz_package_new ();
  const SpzNode *plan;

  g_return_val_if_fail (document != NULL, NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  plan = spz_document_get_plan (document);
  spz_package_take (package, "[Content_Types].xml", render_content_types ());
  spz_package_take (package, "_rels/.rels", render_package_relations ());
  spz_package_take (package, "docProps/core.xml", render_properties (document));
  spz_package_take (package, "docProps/custom.xml", render_custom_properties (document));
  spz_package_take (package, "word/_rels/document.xml.rels", render_relations (plan != NULL));
  spz_package_take (package, "word/document.xml", render_document (document));
  spz_package_take (package, "word/footnotes.xml", render_notes (document));
  spz_package_take (package, "word/styles.xml", spz_docx_render_styles (document));
  spz_package_take (package, "word/numbering.xml", spz_docx_render_numbering ());
  spz_package_take (package, "word/header1.xml",
            spz_docx_render_header (document, SPZ_OFFICE_PAGE_WIDTH - 2 * SPZ_OFFICE_MARGIN));
  spz_package_take (package, "word/header2.xml",
            spz_docx_render_header (document, SPZ_OFFICE_PAGE_HEIGHT - 2 * SPZ_OFFICE_PLAN_MARGIN));
  if (plan != NULL && !add_pictures (package, plan, error))
    return NULL;

  return spz_package_end (package, error);
}
