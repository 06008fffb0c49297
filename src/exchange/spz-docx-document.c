/* spz-docx-document.c: the text of an Office Open XML document
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx-private.h"

#include <string.h>

#include "spz-timeline-plan.h"

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
  g_autofree char *id = g_strdup_printf ("rId%d", is_plan ? SPZ_DOCX_REL_PLAN_HEADER : SPZ_DOCX_REL_HEADER);

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
  spz_docx_write_plan_picture (xml, title, description);
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

/* The lines above the title, and the logo beside them */
static void
write_letterhead (Writer *self)
{
  SpzXmlWriter *xml = self->xml;
  g_auto (SpzOfficeLogo) logo = { NULL };
  g_autofree char *after = NULL;

  if (!spz_office_logo_init (&logo, self->document))
    {
      write_paragraph (self, "Subtitle", SPZ_OFFICE_LETTERHEAD, spz_document_get_letterhead (self->document));
      return;
    }

  after = g_strdup_printf ("%d", SPZ_OOXML_TWIPS (logo.after));
  spz_xml_writer_start (xml, "w:p", NULL);
  spz_xml_writer_start (xml, "w:pPr", NULL);
  spz_xml_writer_empty (xml, "w:pStyle", "w:val", "Subtitle", NULL);
  spz_xml_writer_empty (xml, "w:spacing", "w:after", after, NULL);
  spz_xml_writer_end (xml);
  write_bookmark (self, SPZ_OFFICE_LETTERHEAD);
  spz_xml_writer_start (xml, "w:r", NULL);
  spz_docx_write_logo (xml, &logo);
  spz_xml_writer_end (xml);
  write_run (xml, spz_document_get_letterhead (self->document), SPZ_INLINE_PLAIN);
  spz_xml_writer_end (xml);
}

/* Private: word/document.xml */
GBytes *
spz_docx_render_document (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();
  Writer self = { xml, document };

  spz_xml_writer_start (xml, "w:document", "xmlns:w", SPZ_OOXML_W, "xmlns:r", SPZ_OOXML_R,
                        "xmlns:wp", SPZ_OOXML_DRAWING "wordprocessingDrawing",
                        "xmlns:a", SPZ_OOXML_DRAWING "main", "xmlns:pic", SPZ_OOXML_DRAWING "picture",
                        "xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main", NULL);
  spz_xml_writer_start (xml, "w:body", NULL);
  write_letterhead (&self);
  write_paragraph (&self, "Title", SPZ_OFFICE_MARK "title", spz_document_get_title (document));
  write_paragraph (&self, "Subtitle", SPZ_OFFICE_MARK "byline", spz_document_get_byline (document));
  write_paragraph (&self, "Subtitle", SPZ_OFFICE_MARK "occasion", spz_document_get_occasion (document));
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    write_node (&self, spz_document_get_node (document, i));
  write_section (xml, FALSE);

  return spz_xml_writer_finish (xml);
}

/* Private: word/footnotes.xml: the notes, with what separates them from the text
 * (17.11.23) */
GBytes *
spz_docx_render_notes (SpzDocument *document)
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
