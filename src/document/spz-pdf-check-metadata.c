/* spz-pdf-check-metadata.c: whether a PDF says what it is, twice the same
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RDF     "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC      "http://purl.org/dc/elements/1.1/"
#define PDF     "http://ns.adobe.com/pdf/1.3/"
#define XMP     "http://ns.adobe.com/xap/1.0/"
#define PDFAID  "http://www.aiim.org/pdfa/ns/id/"
#define PDFUAID "http://www.aiim.org/pdfua/ns/id/"
#define SCHEMAS "http://www.aiim.org/pdfa/ns/extension/schemas"

/* Deeper is no metadata. */
#define MAX_DEPTH 64

/**
 * Packet:
 * @prefixes: (element-type utf8 utf8): namespaces by what they are called
 * @values: (element-type utf8 GString): properties, by namespace and name, with
 *   all text that is in them
 * @property: the property that is open
 * @description: how deep the description is that is open, 0 if none is
 * @has_default: whether a text is there in one language that is not named
 *
 * Metadata while it is read, see ISO 16684-1.
 */
typedef struct
{
  guint       depth;
  guint       description;
  gboolean    has_default;

  /* Owned */
  GHashTable *prefixes;
  GHashTable *values;

  /* Borrowed */
  GString    *property;
} Packet;

/* "dc:title" as "http://purl.org/dc/elements/1.1/title" */
static char *
expand (Packet     *self,
        const char *name)
{
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, (gsize) (colon - name)) : g_strdup ("");
  const char *namespace = g_hash_table_lookup (self->prefixes, prefix);

  return g_strconcat (namespace != NULL ? namespace : prefix, colon != NULL ? colon + 1 : name, NULL);
}

static GString *
add_value (Packet     *self,
           const char *name)
{
  g_autofree char *full = expand (self, name);
  GString *value = g_hash_table_lookup (self->values, full);

  if (value == NULL)
    {
      value = g_string_new (NULL);
      g_hash_table_insert (self->values, g_steal_pointer (&full), value);
    }

  return value;
}

static void
free_value (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
read_attributes (Packet      *self,
                 const char **names,
                 const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "xmlns:"))
      g_hash_table_replace (self->prefixes, g_strdup (names[i] + strlen ("xmlns:")), g_strdup (values[i]));
}

/* Properties may be attributes of their description. */
static void
read_properties (Packet      *self,
                 const char **names,
                 const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strchr (names[i], ':') != NULL && !g_str_has_prefix (names[i], "xmlns:"))
      g_string_append (add_value (self, names[i]), values[i]);
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Packet *self = user_data;
  g_autofree char *full = NULL;

  if (++self->depth > MAX_DEPTH)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "");
      return;
    }

  read_attributes (self, names, values);
  full = expand (self, element);
  if (self->description == 0 && g_str_equal (full, RDF "Description"))
    {
      self->description = self->depth;
      read_properties (self, names, values);
    }
  else if (self->description > 0 && self->depth == self->description + 1)
    self->property = add_value (self, element);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "xml:lang") && g_str_equal (values[i], "x-default"))
      self->has_default = TRUE;
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *element,
        gpointer              user_data,
        GError              **error)
{
  Packet *self = user_data;

  if (self->depth == self->description)
    self->description = 0;
  else if (self->description > 0 && self->depth == self->description + 1)
    self->property = NULL;
  self->depth--;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Packet *self = user_data;

  if (self->property != NULL)
    g_string_append_len (self->property, text, (gssize) length);
}

static const char *
get_value (Packet     *self,
           const char *name)
{
  GString *value = g_hash_table_lookup (self->values, name);

  return value != NULL ? g_strstrip (value->str) : NULL;
}

/* Judging */

static void
check_identification (SpzPdfChecker *checker,
                      Packet        *self)
{
  const char *schemas = get_value (self, SCHEMAS);
  const char *ua_part = get_value (self, PDFUAID "part");
  const char *part = get_value (self, PDFAID "part");
  const char *conformance = get_value (self, PDFAID "conformance");

  if (g_strcmp0 (ua_part, "1") != 0)
    spz_pdf_checker_report (checker, "5", NULL, _("The file does not say that it is made by PDF/UA-1"));
  else if (schemas == NULL || strstr (schemas, PDFUAID) == NULL)
    spz_pdf_checker_report (checker, NULL, "6.6.2.3.2", _("A property of the file is not explained (pdfuaid)"));
  if (g_strcmp0 (part, "2") != 0 || g_strcmp0 (conformance, "A") != 0)
    spz_pdf_checker_report (checker, NULL, "6.6.4", _("The file does not say that it is made by PDF/A-2a"));
}

/* "D:20210208170000Z" and "2021-02-08T17:00:00Z" alike; others as they are */
static char *
fold_date (const char *date)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = g_str_has_prefix (date, "D:") ? date + 2 : date; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) && *c != 'T')
      g_string_append_c (digits, *c);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static void
compare (SpzPdfChecker      *checker,
         Packet             *self,
         const SpzPdfObject *info,
         const char         *key,
         const char         *name)
{
  g_autofree char *text = spz_pdf_object_get_text (info, key);
  const char *value = get_value (self, name);
  gboolean is_date = g_str_has_suffix (key, "Date");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (text == NULL)
    return;

  first = is_date ? fold_date (text) : g_strdup (g_strstrip (text));
  second = is_date ? fold_date (value != NULL ? value : "") : g_strdup (value);
  if (g_strcmp0 (first, second) != 0)
    spz_pdf_checker_report (checker, NULL, "6.6.3",
                            /* Translators: the name of a property of the file: "Title" */
                            _("What the file says about itself in two places differs: %s"), key + 1);
}

static void
check_packet (SpzPdfChecker *checker,
              Packet        *self)
{
  g_auto (SpzPdfObject) trailer = spz_pdf_object_trailer (checker->pdf);
  g_auto (SpzPdfObject) info = spz_pdf_object_get (&trailer, "/Info");
  const char *title = get_value (self, DC "title");

  check_identification (checker, self);
  if (title == NULL || *title == '\0')
    spz_pdf_checker_report (checker, "7.1", NULL, _("The file has no title"));
  if (self->has_default && !checker->has_language)
    spz_pdf_checker_report (checker, "7.2", NULL, _("The language of the title is not known"));

  compare (checker, self, &info, "/Title", DC "title");
  compare (checker, self, &info, "/Author", DC "creator");
  compare (checker, self, &info, "/Subject", DC "description");
  compare (checker, self, &info, "/Keywords", PDF "Keywords");
  compare (checker, self, &info, "/Producer", PDF "Producer");
  compare (checker, self, &info, "/Creator", XMP "CreatorTool");
  compare (checker, self, &info, "/CreationDate", XMP "CreateDate");
  compare (checker, self, &info, "/ModDate", XMP "ModifyDate");
}

/* Private: checks the metadata; the language of the file is known by then */
void
spz_pdf_check_metadata (SpzPdfChecker *self)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_auto (SpzPdfObject) root = spz_pdf_object_root (self->pdf);
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (&root, "/Metadata");
  g_autoptr (GBytes) bytes = spz_pdf_object_get_stream (&stream);
  g_autoptr (GHashTable) prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  g_autoptr (GMarkupParseContext) context = NULL;
  Packet packet = { .prefixes = prefixes, .values = values };
  const char *text;
  gsize length;

  if (bytes == NULL)
    {
      spz_pdf_checker_report (self, "7.1", "6.6.2.1", _("The file says nothing about itself (no metadata)"));
      return;
    }

  text = g_bytes_get_data (bytes, &length);
  context = g_markup_parse_context_new (&parser, 0, &packet, NULL);
  if (text == NULL || !g_markup_parse_context_parse (context, text, (gssize) length, NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    spz_pdf_checker_report (self, "7.1", "6.6.2.1", _("What the file says about itself cannot be read"));
  else
    check_packet (self, &packet);
}
