/* spz-package-reader.c: the parts of an office document, read within bounds
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-package-reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include "spz-error.h"

/* A briefing of sixty pages unpacks to some three megabytes with a hundred
 * thousand nodes. */
#define MAX_ENTRIES 10000
#define MAX_UNPACKED (32 * 1024 * 1024)
#define MAX_NODES 600000

/* An attribute is a node, and so is its value */
#define NODES_PER_ATTRIBUTE 2

struct _SpzPackageReader
{
  GBytes *bytes; /* libzip reads them as long as it is open */
  zip_t  *zip;
  gsize   unpacked; /* of all parts read so far */
  gsize   n_nodes;  /* likewise */
};

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("This document is damaged or not complete. Get it once more, or open it in the "
                         "program it was made with and save it again."));
}

static void
set_too_large (GError **error)
{
  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("This document unpacks to far more than a briefing. Copy the part that is one "
                         "into a new document and import that."));
}

/**
 * spz_package_reader_new:
 * @bytes: a ZIP file
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: (transfer full) (nullable): its parts
 */
SpzPackageReader *
spz_package_reader_new (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (SpzPackageReader) self = g_new0 (SpzPackageReader, 1);
  zip_source_t *source;

  self->bytes = g_bytes_ref (bytes);
  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  if (source != NULL)
    self->zip = zip_open_from_source (source, ZIP_RDONLY, NULL);
  if (self->zip == NULL)
    {
      zip_source_free (source);
      set_damaged (error);
      return NULL;
    }
  if (zip_get_num_entries (self->zip, 0) > MAX_ENTRIES)
    {
      set_too_large (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * spz_package_reader_free:
 * @self: (transfer full): a package
 */
void
spz_package_reader_free (SpzPackageReader *self)
{
  g_clear_pointer (&self->zip, zip_discard);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * spz_package_reader_has:
 * @self: a package
 * @name: a part's path
 *
 * Returns: whether there is such a part
 */
gboolean
spz_package_reader_has (SpzPackageReader *self,
                        const char       *name)
{
  return zip_name_locate (self->zip, name, 0) >= 0;
}

/**
 * spz_package_reader_text:
 * @self: a package
 * @name: the path of a part that is a line of text
 *
 * Returns: (transfer full): its beginning, "" if there is none
 */
char *
spz_package_reader_text (SpzPackageReader *self,
                         const char       *name)
{
  zip_file_t *file = zip_fopen (self->zip, name, 0);
  char buffer[256] = "";
  zip_int64_t length = 0;

  if (file != NULL)
    {
      length = zip_fread (file, buffer, sizeof buffer - 1);
      zip_fclose (file);
    }
  if (length <= 0 || !g_utf8_validate (buffer, (gssize) length, NULL))
    return g_strdup ("");

  return g_strstrip (g_strndup (buffer, (gsize) length));
}

/* Reading a tree */

typedef struct
{
  SpzPackageReader *package;
  zip_file_t       *file;
  gboolean          too_large;
  gboolean          broken;
  gboolean          has_dtd;
} Parse;

static int
read_cb (void *context,
         char *buffer,
         int   length)
{
  Parse *self = context;
  zip_int64_t n;

  if (self->too_large)
    return -1;

  n = zip_fread (self->file, buffer, (zip_uint64_t) length);
  if (n < 0)
    {
      self->broken = TRUE;
      return -1;
    }

  self->package->unpacked += (gsize) n;
  self->too_large = self->package->unpacked > MAX_UNPACKED;

  return self->too_large ? -1 : (int) n;
}

static void
start_element_cb (void           *context,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *parser = context;
  Parse *self = parser->_private;

  /* An element, and the text before it */
  self->package->n_nodes += 2 + NODES_PER_ATTRIBUTE * (gsize) (n_attributes + n_namespaces);
  if (self->package->n_nodes > MAX_NODES)
    {
      self->too_large = TRUE;
      xmlStopParser (parser);
      return;
    }

  xmlSAX2StartElementNs (context, name, prefix, uri, n_namespaces, namespaces,
                         n_attributes, n_defaulted, attributes);
}

/* Office documents have none (ECMA-376, part 2, 8.2.4): it only serves to
 * define entities, which blow up or fetch something */
static void
document_type_cb (void          *context,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  xmlParserCtxt *parser = context;

  ((Parse *) parser->_private)->has_dtd = TRUE;
  xmlStopParser (parser);
}

/* What is wrong is said by who asked for the part; libxml2 would write some of
 * it to the terminal whatever its options are */
static void
ignore_error_cb (void     *context,
                 xmlError *error)
{
}

static void
set_parse_error (const Parse  *parse,
                 GError      **error)
{
  if (parse->too_large)
    set_too_large (error);
  else if (parse->has_dtd)
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                         _("This document defines entities, which no office program writes. It may have been "
                           "made to do harm, and was not read."));
  else
    set_damaged (error);
}

static gboolean
check_part (SpzPackageReader  *self,
            const char        *name,
            GError           **error)
{
  zip_stat_t status;

  if (zip_stat (self->zip, name, 0, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0)
    {
      set_damaged (error);
      return FALSE;
    }
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("This document is protected by a password. Open it in the program it was made "
                             "with, save it without a password and import that."));
      return FALSE;
    }
  if (status.size > MAX_UNPACKED)
    {
      set_too_large (error);
      return FALSE;
    }

  return TRUE;
}

/**
 * spz_package_reader_tree:
 * @self: a package
 * @name: the path of a part that is XML
 * @error: return location for an #SPZ_ERROR
 *
 * Unpacks and parses a part. Nothing is fetched, no entity is replaced but the
 * five of XML, and a part of more nodes than a document may have is given up.
 *
 * Returns: (transfer full) (nullable): its tree, with a root element
 */
xmlDoc *
spz_package_reader_tree (SpzPackageReader  *self,
                         const char        *name,
                         GError           **error)
{
  Parse parse = { self };
  xmlParserCtxt *parser;
  xmlDoc *tree;

  if (!check_part (self, name, error))
    return NULL;

  parse.file = zip_fopen (self->zip, name, 0);
  if (parse.file == NULL)
    {
      set_damaged (error);
      return NULL;
    }

  parser = xmlNewParserCtxt ();
  parser->_private = &parse;
  parser->sax->startElementNs = start_element_cb;
  parser->sax->internalSubset = document_type_cb;
  parser->sax->comment = NULL;
  parser->sax->processingInstruction = NULL;
  parser->sax->serror = ignore_error_cb;
  tree = xmlCtxtReadIO (parser, read_cb, NULL, &parse, NULL, NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (tree != NULL && (!parser->wellFormed || parse.too_large || parse.broken || parse.has_dtd ||
                       xmlDocGetRootElement (tree) == NULL))
    g_clear_pointer (&tree, xmlFreeDoc);
  xmlFreeParserCtxt (parser);
  zip_fclose (parse.file);

  if (tree == NULL)
    set_parse_error (&parse, error);

  return tree;
}

/* Trees */

/**
 * spz_xml_is:
 * @node: (nullable): a node
 * @name: a local name
 *
 * Returns: whether it is an element of that name
 */
gboolean
spz_xml_is (const xmlNode *node,
            const char    *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/**
 * spz_xml_is_one_of:
 * @node: (nullable): a node
 * @names: (array zero-terminated=1): local names
 *
 * Returns: whether it is an element of one of these names
 */
gboolean
spz_xml_is_one_of (const xmlNode     *node,
                   const char *const *names)
{
  for (; *names != NULL; names++)
    if (spz_xml_is (node, *names))
      return TRUE;

  return FALSE;
}

/**
 * spz_xml_child:
 * @node: (nullable): a node
 * @name: a local name
 *
 * Returns: (nullable): its first child of that name
 */
xmlNode *
spz_xml_child (const xmlNode *node,
               const char    *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (spz_xml_is (child, name))
      return child;

  return NULL;
}

/**
 * spz_xml_get:
 * @node: (nullable): a node
 * @name: an attribute's local name
 *
 * Returns: (nullable): its value
 */
const char *
spz_xml_get (const xmlNode *node,
             const char    *name)
{
  for (xmlAttr *attribute = node != NULL ? node->properties : NULL; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
             ? (const char *) attribute->children->content
             : "";

  return NULL;
}
