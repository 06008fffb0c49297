/* spz-pdf-metadata.c: what a PDF tells about itself
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-private.h"

#include <string.h>

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
 * @key: in the information dictionary
 * @name: in XMP
 * @container: (nullable): what its value is wrapped into there
 */
typedef struct
{
  const char *key;
  const char *name;
  const char *container;
} Property;

static const Property properties[] =
{
  { "/Title",        "dc:title",        "Alt" },
  { "/Author",       "dc:creator",      "Seq" },
  { "/Subject",      "dc:description",  "Alt" },
  { "/Keywords",     "pdf:Keywords",    NULL },
  { "/Producer",     "pdf:Producer",    NULL },
  { "/Creator",      "xmp:CreatorTool", NULL },
  { "/CreationDate", "xmp:CreateDate",  NULL },
  { "/ModDate",      "xmp:ModifyDate",  NULL },
};

static gboolean
is_date (const Property *property)
{
  return g_str_has_suffix (property->key, "Date");
}

/* Cairo 1.16 leaves out what a date has to begin with. Dates are in UTC. */
static char *
get_date (const char *text)
{
  const char *digits = g_str_has_prefix (text, "D:") ? text + 2 : text;

  return g_strdup_printf ("D:%.14sZ", digits);
}

/* "D:20210208170000Z" as "2021-02-08T17:00:00Z" */
static char *
get_iso_date (const char *date)
{
  const char *d = date + strlen ("D:");

  return g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d, d + 4, d + 6, d + 8, d + 10, d + 12);
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

static char *
get_value (qpdf_data       pdf,
           qpdf_oh         info,
           const Property *property)
{
  qpdf_oh value = qpdf_oh_get_key (pdf, info, property->key);

  return qpdf_oh_is_string (pdf, value) ? g_strdup (qpdf_oh_get_utf8_value (pdf, value)) : NULL;
}

/**
 * spz_pdf_metadata_finish:
 * @pdf: a file
 *
 * Says the same in XMP as the information dictionary does, and that the file
 * is made by PDF/UA-1 and PDF/A-2a.
 */
void
spz_pdf_metadata_finish (qpdf_data pdf)
{
  g_autoptr (GString) xmp = g_string_new (head);
  qpdf_oh info = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Info");
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *value = get_value (pdf, info, &properties[i]);

      if (value != NULL && is_date (&properties[i]))
        {
          g_autofree char *date = get_date (value);
          g_autofree char *iso = get_iso_date (date);

          qpdf_oh_replace_key (pdf, info, properties[i].key, qpdf_oh_new_string (pdf, date));
          append_property (xmp, &properties[i], iso);
        }
      else if (value != NULL)
        append_property (xmp, &properties[i], value);
    }
  g_string_append (xmp, tail);

  qpdf_oh_replace_stream_data (pdf, stream, (const guchar *) xmp->str, xmp->len,
                               qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/Metadata"));
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/XML"));
  qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/Metadata", stream);
}
