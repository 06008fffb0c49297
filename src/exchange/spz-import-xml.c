/* spz-import-xml.c: going through XML from elsewhere
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-error.h"

/* Plans have a few dozen; a note may have equals signs */
#define MAX_ATTRIBUTES 20000

/**
 * spz_import_is_xml:
 * @text: a text
 *
 * Returns: whether it begins as XML that may be a plan does; HTML, and
 *   Markdown with an address in front, do not
 */
gboolean
spz_import_is_xml (const char *text)
{
  text += strspn (text, " \t\r\n");

  return g_str_has_prefix (text, "<?xml") || g_str_has_prefix (text, "<Project") || g_str_has_prefix (text, "<project");
}

/* Past what is no element, or NULL */
static const char *
skip_section (const char *p)
{
  static const struct { const char *begin; const char *end; } sections[] = {
    { "<![CDATA[", "]]>" }, { "<!--", "-->" }, { "<?", "?>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_has_prefix (p, sections[i].begin))
      {
        const char *end = strstr (p, sections[i].end);

        return end != NULL ? end + strlen (sections[i].end) : p + strlen (p);
      }

  return NULL;
}

/**
 * spz_xml_check:
 * @text: XML
 * @error: return location for an #SPZ_ERROR that names the line
 *
 * Looks for an element with more attributes than any has: libxml2 compares
 * each of them with all others.
 *
 * Returns: whether there is none
 */
gboolean
spz_xml_check (const char  *text,
               GError     **error)
{
  guint n_attributes = 0, line = 1;

  while (*text != '\0')
    {
      const char *after = *text == '<' ? skip_section (text) : NULL;

      if (after != NULL)
        {
          for (; text < after; text++)
            line += *text == '\n';
          continue;
        }

      if (*text == '<')
        n_attributes = 0;
      else if (*text == '=' && ++n_attributes > MAX_ATTRIBUTES)
        {
          g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("Line %u: an element has more than %u attributes. This is no plan of a known program."),
                       line, (guint) MAX_ATTRIBUTES);
          return FALSE;
        }
      else if (*text == '\n')
        line++;
      text++;
    }

  return TRUE;
}

/* Keeps what libxml2 says first, instead of having it printed. */
static void
error_cb (gpointer    user_data,
          xmlErrorPtr failure)
{
  char **message = user_data;

  if (*message == NULL && failure->level >= XML_ERR_ERROR)
    {
      g_autofree char *text = g_utf8_make_valid (failure->message != NULL ? failure->message : "", -1);

      *message = g_strdup_printf (_("Line %u: this XML is damaged (%s)."), (guint) MAX (failure->line, 1),
                                  g_strdelimit (g_strstrip (text), "\n", ' '));
    }
}

/**
 * spz_xml_reader_new:
 * @text: XML, as UTF-8 whatever it says of itself; used until the reader is freed
 * @message: (out): where to keep what is wrong with it, %NULL at first
 *
 * Makes a reader that fetches nothing and expands no entities.
 *
 * Returns: (transfer full): a reader, before its first node
 */
xmlTextReaderPtr
spz_xml_reader_new (const char  *text,
                    char       **message)
{
  xmlTextReaderPtr reader;

  /* What is in front of a declaration makes it none */
  text += strspn (text, " \t\r\n");
  reader = xmlReaderForMemory (text, (int) strlen (text), NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (reader == NULL)
    g_error ("No memory to read XML");
  xmlTextReaderSetStructuredErrorHandler (reader, (xmlStructuredErrorFunc) error_cb, message);

  return reader;
}

/**
 * spz_xml_reader_next:
 * @reader: a reader
 * @message: what spz_xml_reader_new() was given
 * @error: return location for an #SPZ_ERROR that names the line
 *
 * Goes to the next node. A document type is an error: plans have none, and
 * what grows without bounds is defined in one.
 *
 * Returns: %FALSE at the end, or with @error set
 */
gboolean
spz_xml_reader_next (xmlTextReaderPtr   reader,
                     char             **message,
                     GError           **error)
{
  int result = xmlTextReaderRead (reader);

  if (result == 1 && xmlTextReaderNodeType (reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: this XML defines its own entities and is not read. Please export the plan anew."),
                   spz_xml_reader_get_line (reader));
      return FALSE;
    }
  if (result < 0)
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                         *message != NULL ? *message : _("This XML is damaged."));

  return result == 1;
}

/**
 * spz_xml_reader_is:
 * @reader: a reader
 * @name: an element's name without a namespace
 *
 * Returns: whether it stands at the beginning of such an element
 */
gboolean
spz_xml_reader_is (xmlTextReaderPtr  reader,
                   const char       *name)
{
  const char *local = (const char *) xmlTextReaderConstLocalName (reader);

  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT && g_strcmp0 (local, name) == 0;
}

/**
 * spz_xml_reader_get:
 * @reader: a reader at the beginning of an element
 * @attribute: an attribute's name
 *
 * Returns: (transfer full): its value, or ""
 */
char *
spz_xml_reader_get (xmlTextReaderPtr  reader,
                    const char       *attribute)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) attribute);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  if (value != NULL)
    xmlFree (value);

  return copy;
}

/**
 * spz_xml_reader_get_line:
 * @reader: a reader
 *
 * Returns: the line it has come to, from 1
 */
guint
spz_xml_reader_get_line (xmlTextReaderPtr reader)
{
  return (guint) MAX (xmlTextReaderGetParserLineNumber (reader), 1);
}
