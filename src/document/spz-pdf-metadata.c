/* spz-pdf-metadata.c: what a PDF tells about itself
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-private.h"

/* The packet's identifier is fixed, see ISO 16684-1, 7.3.2. */
static const char head[] =
  "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  "<rdf:Description rdf:about=\"\"\n"
  "  xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
  "  xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
  "  xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
  "  xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
  "  xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
  "  xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
  "  xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
  "  xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
  "<pdfaid:part>2</pdfaid:part>\n"
  "<pdfaid:conformance>A</pdfaid:conformance>\n"
  "<pdfuaid:part>1</pdfuaid:part>\n"
  "<dc:format>application/pdf</dc:format>\n";

/* PDF/A wants each property declared that it doesn't know. */
static const char tail[] =
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaProperty:name>part</pdfaProperty:name>\n"
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
  "<pdfaProperty:category>internal</pdfaProperty:category>\n"
  "<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>\n"
  "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
  "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
  "</rdf:Description>\n"
  "</rdf:RDF>\n"
  "</x:xmpmeta>\n"
  "<?xpacket end=\"r\"?>\n";

/**
 * Property:
 * @offset: in #SpzPdfMetadata
 * @key: in the information dictionary
 * @name: in XMP
 * @container: (nullable): what its value is wrapped into there
 */
typedef struct
{
  gsize       offset;
  const char *key;
  const char *name;
  const char *container;
} Property;

static const Property properties[] =
{
  { G_STRUCT_OFFSET (SpzPdfMetadata, title),    "/Title",    "dc:title",        "Alt" },
  { G_STRUCT_OFFSET (SpzPdfMetadata, author),   "/Author",   "dc:creator",      "Seq" },
  { G_STRUCT_OFFSET (SpzPdfMetadata, subject),  "/Subject",  "dc:description",  "Alt" },
  { G_STRUCT_OFFSET (SpzPdfMetadata, keywords), "/Keywords", "pdf:Keywords",    NULL },
  { G_STRUCT_OFFSET (SpzPdfMetadata, producer), "/Producer", "pdf:Producer",    NULL },
  { G_STRUCT_OFFSET (SpzPdfMetadata, creator),  "/Creator",  "xmp:CreatorTool", NULL },
};

/* Control characters have no place in XML, and so none here. */
static char *
clean (const char *text)
{
  g_autoptr (GString) cleaned = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (cleaned, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_string_free (g_steal_pointer (&cleaned), FALSE);
}

static void
append_property (GString        *xmp,
                 const Property *property,
                 const char     *value)
{
  g_autofree char *text = g_markup_escape_text (value, -1);
  gboolean is_alternative = g_strcmp0 (property->container, "Alt") == 0;

  if (property->container == NULL)
    g_string_append_printf (xmp, "<%s>%s</%s>\n", property->name, text, property->name);
  else
    g_string_append_printf (xmp, "<%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></%s>\n",
                            property->name, property->container,
                            is_alternative ? " xml:lang=\"x-default\"" : "", text,
                            property->container, property->name);
}

/* It was made, and not changed since. */
static void
append_date (GString   *info,
             GString   *xmp,
             GDateTime *date)
{
  g_autofree char *written = g_date_time_format (date, "D:%Y%m%d%H%M%SZ");
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append_printf (info, "/CreationDate (%s) /ModDate (%s) ", written, written);
  g_string_append_printf (xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", iso, iso);
}

/**
 * spz_pdf_metadata_finish:
 * @file: a file
 * @metadata: what it tells about itself
 *
 * Says the same in XMP and in the information dictionary, and that the file
 * is made by PDF/UA-1 and PDF/A-2a.
 */
void
spz_pdf_metadata_finish (SpzPdfFile           *file,
                         const SpzPdfMetadata *metadata)
{
  g_autoptr (GString) info = g_string_new ("<< ");
  g_autoptr (GString) xmp = g_string_new (head);
  g_autofree char *reference = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *value = clean (G_STRUCT_MEMBER (const char *, metadata, properties[i].offset));
      g_autofree char *quoted = spz_pdf_quote (value);

      if (*value == '\0')
        continue;

      g_string_append_printf (info, "%s %s ", properties[i].key, quoted);
      append_property (xmp, &properties[i], value);
    }
  append_date (info, xmp, metadata->date);
  g_string_append (info, ">>");
  g_string_append (xmp, tail);

  spz_pdf_file_replace (file, spz_pdf_file_get_info (file), info->str);
  reference = g_strdup_printf ("%u 0 R", spz_pdf_file_add_stream (file, "/Type /Metadata /Subtype /XML",
                                                                 xmp->str, xmp->len));
  spz_pdf_file_set (file, spz_pdf_file_get_root (file), "/Metadata", reference);
}
