/* spz-docx-styles.c: how an Office Open XML text looks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx-private.h"

#include "spz-office-private.h"

/* Names and ids are those of Word's own styles where it has one, so that it
 * shows them in the user's language. */

/**
 * ParagraphStyle:
 * @id: as paragraphs refer to it
 * @name: as it is shown
 * @size: of the text, in half points
 * @is_bold: whether the text is
 * @before: space above, in twentieths of a point
 * @after: space below, in twentieths of a point
 * @indent: from the margin, in millimetres
 * @outline: its level among headings, from 1; 0 for none
 * @keep: whether it stays with what follows
 */
typedef struct
{
  const char *id;
  const char *name;
  guint       size;
  gboolean    is_bold;
  guint       before;
  guint       after;
  guint       indent;
  guint       outline;
  gboolean    keep;
} ParagraphStyle;

static const ParagraphStyle paragraph_styles[] = {
  { "Normal",       "Normal",        21, FALSE, 0,   0,   0,  0, FALSE },
  { "BodyText",     "Body Text",     21, FALSE, 0,   120, 0,  0, FALSE },
  { "Title",        "Title",         36, TRUE,  0,   120, 0,  0, TRUE },
  { "Subtitle",     "Subtitle",      21, FALSE, 0,   60,  0,  0, TRUE },
  { "Heading1",     "heading 1",     26, TRUE,  340, 120, 0,  1, TRUE },
  { "Heading2",     "heading 2",     23, TRUE,  220, 80,  0,  2, TRUE },
  { "ListBullet",   "List Bullet",   21, FALSE, 0,   80,  0,  0, FALSE },
  { "ListContinue",  "List Continue",   21, FALSE, 0, 120, 0,  0, FALSE },
  { "ListContinue2", "List Continue 2", 21, FALSE, 0, 120, 6,  0, FALSE },
  { "ListContinue3", "List Continue 3", 21, FALSE, 0, 120, 12, 0, FALSE },
  { "Conclusion",   "Conclusion",    21, TRUE,  60,  120, 0,  0, FALSE },
  { "Conclusion2",  "Conclusion 2",  21, TRUE,  60,  120, 6,  0, FALSE },
  { "Conclusion3",  "Conclusion 3",  21, TRUE,  60,  120, 12, 0, FALSE },
  { "Header",       "header",        17, FALSE, 0,   120, 0,  0, FALSE },
  { "TableHeading", "Table Heading", 18, TRUE,  40,  40,  0,  0, FALSE },
  { "TableText",    "Table Text",    18, FALSE, 40,  40,  0,  0, FALSE },
  { "FootnoteText", "footnote text", 17, FALSE, 0,   30,  0,  0, FALSE },
};

static void
write_number (SpzXmlWriter *xml,
              const char   *name,
              guint         number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  spz_xml_writer_empty (xml, name, "w:val", text, NULL);
}

static void
write_paragraph_style (SpzXmlWriter         *xml,
                       const ParagraphStyle *style)
{
  g_autofree char *before = g_strdup_printf ("%u", style->before);
  g_autofree char *after = g_strdup_printf ("%u", style->after);
  g_autofree char *indent = g_strdup_printf ("%d", SPZ_OOXML_TWIPS (style->indent));
  gboolean is_normal = style == &paragraph_styles[0];

  spz_xml_writer_start (xml, "w:style", "w:type", "paragraph", "w:styleId", style->id,
                        is_normal ? "w:default" : NULL, "1", NULL);
  spz_xml_writer_empty (xml, "w:name", "w:val", style->name, NULL);
  if (!is_normal)
    spz_xml_writer_empty (xml, "w:basedOn", "w:val", "Normal", NULL);
  spz_xml_writer_empty (xml, "w:qFormat", NULL);

  spz_xml_writer_start (xml, "w:pPr", NULL);
  if (style->keep)
    spz_xml_writer_empty (xml, "w:keepNext", NULL);
  spz_xml_writer_empty (xml, "w:widowControl", NULL);
  spz_xml_writer_empty (xml, "w:spacing", "w:before", before, "w:after", after,
                        "w:line", "288", "w:lineRule", "auto", NULL);
  if (style->indent > 0)
    spz_xml_writer_empty (xml, "w:ind", "w:left", indent, NULL);
  if (style->outline > 0)
    write_number (xml, "w:outlineLvl", style->outline - 1);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "w:rPr", NULL);
  if (style->is_bold)
    spz_xml_writer_empty (xml, "w:b", NULL);
  write_number (xml, "w:sz", style->size);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

static void
write_table_style (SpzXmlWriter *xml)
{
  static const char *const borders[] = { "w:bottom", "w:insideH" };

  spz_xml_writer_start (xml, "w:style", "w:type", "table", "w:styleId", "Briefing", NULL);
  spz_xml_writer_empty (xml, "w:name", "w:val", "Briefing", NULL);
  spz_xml_writer_start (xml, "w:tblPr", NULL);
  spz_xml_writer_start (xml, "w:tblBorders", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    spz_xml_writer_empty (xml, borders[i], "w:val", "single", "w:sz", "4", "w:space", "0",
                          "w:color", "999999", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

/* Private: word/styles.xml */
GBytes *
spz_docx_render_styles (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();
  g_autofree char *language = g_strdelimit (g_strdup (spz_document_get_language (document)), "_", '-');

  spz_xml_writer_start (xml, "w:styles", "xmlns:w", SPZ_OOXML_W, NULL);
  spz_xml_writer_start (xml, "w:docDefaults", NULL);
  spz_xml_writer_start (xml, "w:rPrDefault", NULL);
  spz_xml_writer_start (xml, "w:rPr", NULL);
  spz_xml_writer_empty (xml, "w:rFonts", "w:ascii", SPZ_OFFICE_FONT, "w:hAnsi", SPZ_OFFICE_FONT,
                        "w:cs", SPZ_OFFICE_FONT, NULL);
  spz_xml_writer_empty (xml, "w:lang", "w:val", language, NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);

  for (guint i = 0; i < G_N_ELEMENTS (paragraph_styles); i++)
    write_paragraph_style (xml, &paragraph_styles[i]);
  write_table_style (xml);

  return spz_xml_writer_finish (xml);
}

/* Private: word/numbering.xml: the bullets */
GBytes *
spz_docx_render_numbering (void)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "w:numbering", "xmlns:w", SPZ_OOXML_W, NULL);
  spz_xml_writer_start (xml, "w:abstractNum", "w:abstractNumId", "0", NULL);
  spz_xml_writer_empty (xml, "w:multiLevelType", "w:val", "hybridMultilevel", NULL);
  for (guint level = 1; level <= SPZ_OFFICE_LEVELS; level++)
    {
      g_autofree char *number = g_strdup_printf ("%u", level - 1);
      g_autofree char *indent = g_strdup_printf ("%d", SPZ_OOXML_TWIPS (6 * (int) level));
      g_autofree char *hanging = g_strdup_printf ("%d", SPZ_OOXML_TWIPS (5));

      spz_xml_writer_start (xml, "w:lvl", "w:ilvl", number, NULL);
      spz_xml_writer_empty (xml, "w:start", "w:val", "1", NULL);
      spz_xml_writer_empty (xml, "w:numFmt", "w:val", "bullet", NULL);
      spz_xml_writer_empty (xml, "w:lvlText", "w:val", spz_office_get_bullet (level), NULL);
      spz_xml_writer_empty (xml, "w:lvlJc", "w:val", "left", NULL);
      spz_xml_writer_start (xml, "w:pPr", NULL);
      spz_xml_writer_empty (xml, "w:ind", "w:left", indent, "w:hanging", hanging, NULL);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
    }
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "w:num", "w:numId", "1", NULL);
  spz_xml_writer_empty (xml, "w:abstractNumId", "w:val", "0", NULL);

  return spz_xml_writer_finish (xml);
}

static void
write_run (SpzXmlWriter *xml,
           const char   *text,
           gboolean      is_bold)
{
  spz_xml_writer_start (xml, "w:r", NULL);
  if (is_bold)
    {
      spz_xml_writer_start (xml, "w:rPr", NULL);
      spz_xml_writer_empty (xml, "w:b", NULL);
      spz_xml_writer_end (xml);
    }
  spz_xml_writer_start (xml, "w:t", "xml:space", "preserve", NULL);
  spz_xml_writer_text (xml, text);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

static void
write_field (SpzXmlWriter *xml,
             const char   *instruction)
{
  spz_xml_writer_start (xml, "w:fldSimple", "w:instr", instruction, NULL);
  write_run (xml, "1", FALSE);
  spz_xml_writer_end (xml);
}

static void
start_header_line (SpzXmlWriter *xml,
                   guint         width)
{
  g_autofree char *position = g_strdup_printf ("%d", SPZ_OOXML_TWIPS ((int) width));

  spz_xml_writer_start (xml, "w:p", NULL);
  spz_xml_writer_start (xml, "w:pPr", NULL);
  spz_xml_writer_empty (xml, "w:pStyle", "w:val", "Header", NULL);
  spz_xml_writer_start (xml, "w:tabs", NULL);
  spz_xml_writer_empty (xml, "w:tab", "w:val", "right", "w:pos", position, NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

/* Private: a header as wide as the page between its margins, in millimetres */
GBytes *
spz_docx_render_header (SpzDocument *document,
                        guint        width)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();
  const char *marking = spz_document_get_marking (document);
  SpzOfficePageCount count;

  spz_office_page_count_init (&count);
  spz_xml_writer_start (xml, "w:hdr", "xmlns:w", SPZ_OOXML_W, NULL);
  if (marking != NULL)
    {
      start_header_line (xml, width);
      write_run (xml, marking, TRUE);
      spz_xml_writer_end (xml);
    }

  start_header_line (xml, width);
  write_run (xml, spz_document_get_organisation (document), FALSE);
  spz_xml_writer_start (xml, "w:r", NULL);
  spz_xml_writer_empty (xml, "w:tab", NULL);
  spz_xml_writer_end (xml);
  write_run (xml, count.before, FALSE);
  write_field (xml, " PAGE ");
  write_run (xml, count.between, FALSE);
  write_field (xml, " NUMPAGES ");
  write_run (xml, count.after, FALSE);
  spz_xml_writer_end (xml);
  spz_office_page_count_clear (&count);

  return spz_xml_writer_finish (xml);
}
