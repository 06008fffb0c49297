/* spz-docx.c: a document as Office Open XML text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx.h"

#include "spz-docx-private.h"
#include "spz-language.h"

#define PACKAGE_RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"
#define WML "application/vnd.openxmlformats-officedocument.wordprocessingml."

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
render_relations (SpzDocument *document)
{
  g_autoptr (SpzXmlWriter) xml = spz_xml_writer_new ();

  spz_xml_writer_start (xml, "Relationships", "xmlns", PACKAGE_RELATIONSHIPS, NULL);
  write_relation (xml, SPZ_DOCX_REL_STYLES, SPZ_OOXML_R "/styles", "styles.xml");
  write_relation (xml, SPZ_DOCX_REL_NUMBERING, SPZ_OOXML_R "/numbering", "numbering.xml");
  write_relation (xml, SPZ_DOCX_REL_HEADER, SPZ_OOXML_R "/header", "header1.xml");
  write_relation (xml, SPZ_DOCX_REL_PLAN_HEADER, SPZ_OOXML_R "/header", "header2.xml");
  write_relation (xml, SPZ_DOCX_REL_NOTES, SPZ_OOXML_R "/footnotes", "footnotes.xml");
  if (spz_document_get_logo (document) != NULL)
    write_relation (xml, SPZ_DOCX_REL_LOGO, SPZ_OOXML_R "/image", "media/logo.png");
  if (spz_document_get_plan (document) != NULL)
    {
      write_relation (xml, SPZ_DOCX_REL_PICTURE, SPZ_OOXML_R "/image", "media/plan.png");
      write_relation (xml, SPZ_DOCX_REL_VECTOR_PICTURE, SPZ_OOXML_R "/image", "media/plan.svg");
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

  g_return_val_if_fail (document != NULL, NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  spz_package_take (package, "[Content_Types].xml", render_content_types ());
  spz_package_take (package, "_rels/.rels", render_package_relations ());
  spz_package_take (package, "docProps/core.xml", render_properties (document));
  spz_package_take (package, "docProps/custom.xml", render_custom_properties (document));
  spz_package_take (package, "word/_rels/document.xml.rels", render_relations (document));
  spz_package_take (package, "word/document.xml", spz_docx_render_document (document));
  spz_package_take (package, "word/footnotes.xml", spz_docx_render_notes (document));
  spz_package_take (package, "word/styles.xml", spz_docx_render_styles (document));
  spz_package_take (package, "word/numbering.xml", spz_docx_render_numbering ());
  spz_package_take (package, "word/header1.xml",
            spz_docx_render_header (document, SPZ_OFFICE_PAGE_WIDTH - 2 * SPZ_OFFICE_MARGIN));
  spz_package_take (package, "word/header2.xml",
            spz_docx_render_header (document, SPZ_OFFICE_PAGE_HEIGHT - 2 * SPZ_OFFICE_PLAN_MARGIN));
  if (!spz_docx_add_pictures (package, document, error))
    return NULL;

  return spz_package_end (package, error);
}
