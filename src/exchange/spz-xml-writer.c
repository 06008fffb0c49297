/* spz-xml-writer.c: writing XML
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-xml-writer.h"

#include <libxml/xmlwriter.h>

/* libxml2 writes into memory and fails for want of it alone, where GLib aborts
 * too; its results are not asked for one by one. */

struct _SpzXmlWriter
{
  xmlBuffer     *buffer;
  xmlTextWriter *xml;
};

/**
 * spz_xml_writer_new:
 *
 * Returns: (transfer full): an XML document, begun
 */
SpzXmlWriter *
spz_xml_writer_new (void)
{
  SpzXmlWriter *self = g_new0 (SpzXmlWriter, 1);

  self->buffer = xmlBufferCreate ();
  self->xml = xmlNewTextWriterMemory (self->buffer, 0);
  if (self->xml == NULL)
    g_error ("No memory for an XML document");
  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", NULL);

  return self;
}

/**
 * spz_xml_writer_free:
 * @self: (transfer full): a writer
 */
void
spz_xml_writer_free (SpzXmlWriter *self)
{
  g_clear_pointer (&self->xml, xmlFreeTextWriter);
  xmlBufferFree (self->buffer);
  g_free (self);
}

/* Leaves out what no XML document may hold (XML 1.0, 2.2, "Char"): libxml2
 * would write it */
static char *
make_valid (const char *text)
{
  g_autoptr (GString) valid = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x20 && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n' || c == '\r')
        g_string_append_unichar (valid, c);
    }

  return g_string_free (g_steal_pointer (&valid), FALSE);
}

static void
write_attributes (SpzXmlWriter *self,
                  va_list       attributes)
{
  const char *name;

  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);
      g_autofree char *valid = value ? make_valid (value) : NULL;

      if (valid != NULL)
        xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST valid);
    }
}

/**
 * spz_xml_writer_start:
 * @self: a writer
 * @name: an element's name
 * @...: attributes, names and values in turn, %NULL-terminated; one whose value
 *   is %NULL is left out
 *
 * Begins an element.
 */
void
spz_xml_writer_start (SpzXmlWriter *self,
                      const char   *name,
                      ...)
{
  va_list attributes;

  xmlTextWriterStartElement (self->xml, BAD_CAST name);
  va_start (attributes, name);
  write_attributes (self, attributes);
  va_end (attributes);
}

/**
 * spz_xml_writer_end:
 * @self: a writer
 *
 * Ends the element begun last.
 */
void
spz_xml_writer_end (SpzXmlWriter *self)
{
  xmlTextWriterEndElement (self->xml);
}

/**
 * spz_xml_writer_empty:
 * @self: a writer
 * @name: an element's name
 * @...: attributes, as for spz_xml_writer_start()
 *
 * Writes an element without content.
 */
void
spz_xml_writer_empty (SpzXmlWriter *self,
                      const char   *name,
                      ...)
{
  va_list attributes;

  xmlTextWriterStartElement (self->xml, BAD_CAST name);
  va_start (attributes, name);
  write_attributes (self, attributes);
  va_end (attributes);
  xmlTextWriterEndElement (self->xml);
}

/**
 * spz_xml_writer_text:
 * @self: a writer
 * @text: text, UTF-8
 *
 * Writes text. Characters that XML can't hold are left out.
 */
void
spz_xml_writer_text (SpzXmlWriter *self,
                     const char   *text)
{
  g_autofree char *valid = make_valid (text);

  xmlTextWriterWriteString (self->xml, BAD_CAST valid);
}

/**
 * spz_xml_writer_element:
 * @self: a writer
 * @name: an element's name
 * @text: its text
 *
 * Writes an element that holds text alone.
 */
void
spz_xml_writer_element (SpzXmlWriter *self,
                        const char   *name,
                        const char   *text)
{
  spz_xml_writer_start (self, name, NULL);
  spz_xml_writer_text (self, text);
  spz_xml_writer_end (self);
}

/**
 * spz_xml_writer_finish:
 * @self: a writer
 *
 * Ends the document and all elements that are still open.
 *
 * Returns: (transfer full): the document
 */
GBytes *
spz_xml_writer_finish (SpzXmlWriter *self)
{
  xmlTextWriterEndDocument (self->xml);
  xmlTextWriterFlush (self->xml);

  return g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
}
