/* spz-odt-styles.c: how an OpenDocument text looks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-odt-private.h"

#include <string.h>

#include "spz-office-private.h"

/* Named as LibreOffice names its own, so that its templates take hold */

/**
 * ParagraphStyle:
 * @name: as it is shown
 * @class: what it derives from
 * @size: of the text, in points
 * @weight: of the text
 * @before: space above, in millimetres
 * @after: space below, in millimetres
 * @indent: from the margin, in millimetres
 * @keep: whether it stays with what follows
 * @tab: where text aligned to the right ends, in millimetres; 0 for none
 */
typedef struct
{
  const char *name;
  const char *parent;
  const char *size;
  const char *weight;
  const char *before;
  const char *after;
  const char *indent;
  gboolean    keep;
  guint       tab;
} ParagraphStyle;

/* Between the margins, in millimetres */
#define UPRIGHT_WIDTH (SPZ_OFFICE_PAGE_WIDTH - 2 * SPZ_OFFICE_MARGIN)
#define SHEET_WIDTH (SPZ_OFFICE_PAGE_HEIGHT - 2 * SPZ_OFFICE_PLAN_MARGIN)

static const ParagraphStyle paragraph_styles[] = {
  { "Standard",       NULL,       "10.5pt", "normal", "0mm", "0mm",   "0mm",  FALSE },
  { "Text_20_body",   "Standard", "10.5pt", "normal", "0mm", "2mm",   "0mm",  FALSE },
  { "Title",          "Standard", "18pt",   "bold",   "0mm", "2mm",   "0mm",  TRUE },
  { "Subtitle",       "Standard", "10.5pt", "normal", "0mm", "1mm",   "0mm",  TRUE },
  { "Heading_20_1",   "Standard", "13pt",   "bold",   "6mm", "2mm",   "0mm",  TRUE },
  { "Heading_20_2",   "Standard", "11.5pt", "bold",   "4mm", "1.5mm", "0mm",  TRUE },
  { "List_20_1",      "Standard", "10.5pt", "normal", "0mm", "1.5mm", "0mm",  FALSE },
  { "List_20_1_20_Cont.", "Standard", "10.5pt", "normal", "0mm", "2mm", "0mm",  FALSE },
  { "List_20_2_20_Cont.", "Standard", "10.5pt", "normal", "0mm", "2mm", "6mm",  FALSE },
  { "List_20_3_20_Cont.", "Standard", "10.5pt", "normal", "0mm", "2mm", "12mm", FALSE },
  { "Conclusion",     "Standard", "10.5pt", "bold",   "1mm", "2mm",   "0mm",  FALSE },
  { "Conclusion_20_2", "Conclusion", "10.5pt", "bold", "1mm", "2mm",  "6mm",  FALSE },
  { "Conclusion_20_3", "Conclusion", "10.5pt", "bold", "1mm", "2mm",  "12mm", FALSE },
  { "Header",         "Standard", "8.5pt",  "normal", "0mm", "3mm",   "0mm",  FALSE, UPRIGHT_WIDTH },
  /* Not below the other, whose tab stop it would have as well */
  { "Header_20_Plan", "Standard", "8.5pt",  "normal", "0mm", "3mm",   "0mm",  FALSE, SHEET_WIDTH },
  { "Table_20_Heading", "Standard", "9pt",  "bold",   "0.7mm", "0.7mm",   "0mm",  FALSE },
  { "Table_20_Contents", "Standard", "9pt", "normal", "0.7mm", "0.7mm",   "0mm",  FALSE },
  { "Footnote",       "Standard", "8.5pt",  "normal", "0mm", "0.5mm", "0mm",  FALSE },
};

static void
write_paragraph_style (SpzXmlWriter         *xml,
                       const ParagraphStyle *style)
{
  g_auto (GStrv) words = g_strsplit (style->name, "_20_", -1);
  g_autofree char *shown = g_strjoinv (" ", words);
  gboolean is_heading = g_str_has_prefix (style->name, "Heading");

  spz_xml_writer_start (xml, "style:style",
                        "style:name", style->name,
                        "style:display-name", shown,
                        "style:family", "paragraph",
                        style->parent ? "style:parent-style-name" : "style:class",
                        style->parent ? style->parent : "text",
                        is_heading ? "style:default-outline-level" : NULL,
                        is_heading ? style->name + strlen ("Heading_20_") : NULL,
                        NULL);
  spz_xml_writer_start (xml, "style:paragraph-properties",
                        "fo:margin-top", style->before,
                        "fo:margin-bottom", style->after,
                        "fo:margin-left", style->indent,
                        "fo:orphans", "2", "fo:widows", "2",
                        "fo:keep-with-next", style->keep ? "always" : "auto",
                        NULL);
  if (style->tab > 0)
    {
      g_autofree char *position = g_strdup_printf ("%umm", style->tab);

      spz_xml_writer_start (xml, "style:tab-stops", NULL);
      spz_xml_writer_empty (xml, "style:tab-stop", "style:type", "right", "style:position", position, NULL);
      spz_xml_writer_end (xml);
    }
  spz_xml_writer_end (xml);
  spz_xml_writer_empty (xml, "style:text-properties",
                        "style:font-name", SPZ_OFFICE_FONT,
                        "fo:font-size", style->size,
                        "fo:font-weight", style->weight,
                        NULL);
  spz_xml_writer_end (xml);
}

static void
write_text_styles (SpzXmlWriter *xml)
{
  spz_xml_writer_start (xml, "style:style", "style:name", "Strong_20_Emphasis",
                        "style:display-name", "Strong Emphasis", "style:family", "text", NULL);
  spz_xml_writer_empty (xml, "style:text-properties", "fo:font-weight", "bold", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "style:style", "style:name", "Emphasis", "style:family", "text", NULL);
  spz_xml_writer_empty (xml, "style:text-properties", "fo:font-style", "italic", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "style:style", "style:name", "Strong_20_and_20_Emphasis",
                        "style:display-name", "Strong and Emphasis", "style:family", "text", NULL);
  spz_xml_writer_empty (xml, "style:text-properties", "fo:font-weight", "bold", "fo:font-style", "italic", NULL);
  spz_xml_writer_end (xml);
}

static void
write_list_style (SpzXmlWriter *xml)
{
  spz_xml_writer_start (xml, "text:list-style", "style:name", "List_20_1", "style:display-name", "List 1", NULL);
  for (guint level = 1; level <= SPZ_OFFICE_LEVELS; level++)
    {
      g_autofree char *number = g_strdup_printf ("%u", level);
      g_autofree char *indent = g_strdup_printf ("%umm", 6 * level);

      spz_xml_writer_start (xml, "text:list-level-style-bullet",
                            "text:level", number,
                            "text:bullet-char", spz_office_get_bullet (level), NULL);
      spz_xml_writer_start (xml, "style:list-level-properties",
                            "text:list-level-position-and-space-mode", "label-alignment", NULL);
      spz_xml_writer_empty (xml, "style:list-level-label-alignment",
                            "text:label-followed-by", "listtab",
                            "text:list-tab-stop-position", indent,
                            "fo:text-indent", "-5mm",
                            "fo:margin-left", indent, NULL);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
    }
  spz_xml_writer_end (xml);
}

static void
write_page_layout (SpzXmlWriter *xml,
                   const char   *name,
                   guint         width,
                   guint         height,
                   guint         margin)
{
  g_autofree char *page_width = g_strdup_printf ("%umm", width);
  g_autofree char *page_height = g_strdup_printf ("%umm", height);
  g_autofree char *page_margin = g_strdup_printf ("%umm", margin);

  spz_xml_writer_start (xml, "style:page-layout", "style:name", name, NULL);
  spz_xml_writer_start (xml, "style:page-layout-properties",
                        "fo:page-width", page_width, "fo:page-height", page_height,
                        "style:print-orientation", width > height ? "landscape" : "portrait",
                        "fo:margin-top", "12mm", "fo:margin-bottom", page_margin,
                        "fo:margin-left", page_margin, "fo:margin-right", page_margin, NULL);
  /* Between the text and its notes */
  spz_xml_writer_empty (xml, "style:footnote-sep", "style:width", "0.2mm", "style:distance-before-sep", "1mm",
                        "style:distance-after-sep", "1mm", "style:line-style", "solid", "style:adjustment", "left",
                        "style:rel-width", "25%", "style:color", "#000000", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "style:header-style", NULL);
  spz_xml_writer_empty (xml, "style:header-footer-properties",
                        "fo:min-height", "8mm", "fo:margin-bottom", "4mm", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

static void
write_master_page (SpzXmlWriter             *xml,
                   const char               *name,
                   const char               *layout,
                   const char               *header,
                   SpzDocument              *document,
                   const SpzOfficePageCount *count)
{
  const char *marking = spz_document_get_marking (document);

  spz_xml_writer_start (xml, "style:master-page", "style:name", name, "style:page-layout-name", layout, NULL);
  spz_xml_writer_start (xml, "style:header", NULL);
  if (marking != NULL)
    {
      spz_xml_writer_start (xml, "text:p", "text:style-name", header, NULL);
      spz_xml_writer_start (xml, "text:span", "text:style-name", "Strong_20_Emphasis", NULL);
      spz_xml_writer_text (xml, marking);
      spz_xml_writer_end (xml);
      spz_xml_writer_end (xml);
    }
  spz_xml_writer_start (xml, "text:p", "text:style-name", header, NULL);
  spz_xml_writer_text (xml, spz_document_get_organisation (document));
  spz_xml_writer_empty (xml, "text:tab", NULL);
  spz_xml_writer_text (xml, count->before);
  spz_xml_writer_start (xml, "text:page-number", "text:select-page", "current", NULL);
  spz_xml_writer_text (xml, "1");
  spz_xml_writer_end (xml);
  spz_xml_writer_text (xml, count->between);
  spz_xml_writer_element (xml, "text:page-count", "1");
  spz_xml_writer_text (xml, count->after);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

static void
write_default_style (SpzXmlWriter *xml,
                     SpzDocument  *document)
{
  g_auto (GStrv) language = g_strsplit_set (spz_document_get_language (document), "-_", 2);

  spz_xml_writer_start (xml, "style:default-style", "style:family", "paragraph", NULL);
  spz_xml_writer_empty (xml, "style:paragraph-properties", "fo:line-height", "120%",
                        "style:tab-stop-distance", "10mm", NULL);
  spz_xml_writer_empty (xml, "style:text-properties",
                        "style:font-name", SPZ_OFFICE_FONT, "fo:font-size", "10.5pt",
                        "fo:language", language[0] != NULL ? language[0] : "de",
                        "fo:country", language[0] != NULL && language[1] != NULL ? language[1] : "DE",
                        "fo:hyphenate", "true", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "style:default-style", "style:family", "table", NULL);
  spz_xml_writer_empty (xml, "style:table-properties", "table:border-model", "collapsing", NULL);
  spz_xml_writer_end (xml);
}

/* Private: styles.xml */
GBytes *
spz_odt_render_styles (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();
  SpzOfficePageCount count;

  spz_office_page_count_init (&count);

  spz_xml_writer_start (xml, "office:document-styles",
                        "xmlns:office", SPZ_ODF_OFFICE, "xmlns:style", SPZ_ODF_STYLE,
                        "xmlns:text", SPZ_ODF_TEXT, "xmlns:table", SPZ_ODF_TABLE,
                        "xmlns:fo", SPZ_ODF_FO, "xmlns:svg", SPZ_ODF_SVG,
                        "office:version", SPZ_ODF_VERSION, NULL);
  spz_xml_writer_start (xml, "office:font-face-decls", NULL);
  spz_xml_writer_empty (xml, "style:font-face", "style:name", SPZ_OFFICE_FONT,
                        "svg:font-family", "'" SPZ_OFFICE_FONT "', Lato, sans-serif",
                        "style:font-family-generic", "swiss", "style:font-pitch", "variable", NULL);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "office:styles", NULL);
  write_default_style (xml, document);
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_styles); i++)
    write_paragraph_style (xml, &paragraph_styles[i]);
  write_text_styles (xml);
  write_list_style (xml);
  /* Something between a note's number and its text */
  spz_xml_writer_empty (xml, "text:notes-configuration", "text:note-class", "footnote", "style:num-format", "1",
                        "style:num-suffix", " ", "text:start-value", "0", "text:footnotes-position", "page",
                        "text:start-numbering-at", "document", NULL);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "office:automatic-styles", NULL);
  write_page_layout (xml, "Upright", SPZ_OFFICE_PAGE_WIDTH, SPZ_OFFICE_PAGE_HEIGHT, SPZ_OFFICE_MARGIN);
  write_page_layout (xml, "Sheet", SPZ_OFFICE_PAGE_HEIGHT, SPZ_OFFICE_PAGE_WIDTH, SPZ_OFFICE_PLAN_MARGIN);
  spz_xml_writer_end (xml);

  spz_xml_writer_start (xml, "office:master-styles", NULL);
  write_master_page (xml, "Standard", "Upright", "Header", document, &count);
  write_master_page (xml, "Plan", "Sheet", "Header_20_Plan", document, &count);
  spz_office_page_count_clear (&count);

  return spz_xml_writer_finish (xml);
}
