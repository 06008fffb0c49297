/* spz-pdf-object.c: reading a PDF's objects, whatever they are
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-object-private.h"

#include <stdlib.h>

/* How far up the page tree a page's resources may be */
#define MAX_ANCESTORS 64

static SpzPdfObject
wrap (qpdf_data pdf,
      qpdf_oh   handle)
{
  return (SpzPdfObject) { pdf, handle };
}

static SpzPdfObject
make_null (qpdf_data pdf)
{
  return wrap (pdf, qpdf_oh_new_null (pdf));
}

/* Private: the catalogue */
SpzPdfObject
spz_pdf_object_root (qpdf_data pdf)
{
  return wrap (pdf, qpdf_get_root (pdf));
}

SpzPdfObject
spz_pdf_object_trailer (qpdf_data pdf)
{
  return wrap (pdf, qpdf_get_trailer (pdf));
}

/* Private: a page by its index */
SpzPdfObject
spz_pdf_object_page (qpdf_data pdf,
                     guint     number)
{
  return wrap (pdf, qpdf_get_page_n (pdf, number));
}

SpzPdfObject
spz_pdf_object_by_id (qpdf_data pdf,
                      gint64    id)
{
  return id > 0 && id <= G_MAXINT ? wrap (pdf, qpdf_get_object_by_id (pdf, (int) id, 0)) : make_null (pdf);
}

/* Private: the operands of an instruction, as an array; null if they are not
 * objects */
SpzPdfObject
spz_pdf_object_parse (qpdf_data   pdf,
                      const char *text,
                      gsize       length)
{
  g_autoptr (GString) array = g_string_sized_new (length + 4);

  g_string_append_c (array, '[');
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      g_string_append (array, "\\000");
    else
      g_string_append_c (array, text[i]);
  g_string_append_c (array, ']');

  return wrap (pdf, qpdf_oh_parse (pdf, array->str));
}

SpzPdfObject
spz_pdf_object_copy (const SpzPdfObject *self)
{
  return wrap (self->pdf, qpdf_oh_new_object (self->pdf, self->handle));
}

void
spz_pdf_object_clear (SpzPdfObject *self)
{
  if (self->pdf != NULL)
    qpdf_oh_release (self->pdf, self->handle);
  self->pdf = NULL;
}

/* Private: an entry of a dictionary, or of a stream's */
SpzPdfObject
spz_pdf_object_get (const SpzPdfObject *self,
                    const char         *key)
{
  if (spz_pdf_object_is_stream (self))
    {
      g_auto (SpzPdfObject) dictionary = wrap (self->pdf, qpdf_oh_get_dict (self->pdf, self->handle));

      return wrap (self->pdf, qpdf_oh_get_key (self->pdf, dictionary.handle, key));
    }
  if (spz_pdf_object_is_dictionary (self))
    return wrap (self->pdf, qpdf_oh_get_key (self->pdf, self->handle, key));

  return make_null (self->pdf);
}

/* Private: an entry of a page or of a node above it */
SpzPdfObject
spz_pdf_object_get_inherited (const SpzPdfObject *self,
                              const char         *key)
{
  g_auto (SpzPdfObject) node = spz_pdf_object_copy (self);

  for (guint i = 0; i < MAX_ANCESTORS && !spz_pdf_object_has (&node, key); i++)
    {
      SpzPdfObject parent = spz_pdf_object_get (&node, "/Parent");

      spz_pdf_object_clear (&node);
      node = parent;
    }

  return spz_pdf_object_get (&node, key);
}

gboolean
spz_pdf_object_has (const SpzPdfObject *self,
                    const char         *key)
{
  g_auto (SpzPdfObject) value = spz_pdf_object_get (self, key);

  return !spz_pdf_object_is_null (&value);
}

/* Private: the keys of a dictionary, each with its slash */
GStrv
spz_pdf_object_get_keys (const SpzPdfObject *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  if (spz_pdf_object_is_dictionary (self))
    {
      qpdf_oh_begin_dict_key_iter (self->pdf, self->handle);
      while (qpdf_oh_dict_more_keys (self->pdf))
        g_strv_builder_add (keys, qpdf_oh_dict_next_key (self->pdf));
    }

  return g_strv_builder_end (keys);
}

/* Private: how many items an array has */
guint
spz_pdf_object_get_length (const SpzPdfObject *self)
{
  return spz_pdf_object_is_array (self) ? (guint) qpdf_oh_get_array_n_items (self->pdf, self->handle) : 0;
}

SpzPdfObject
spz_pdf_object_get_item (const SpzPdfObject *self,
                         guint               index)
{
  if (index >= spz_pdf_object_get_length (self))
    return make_null (self->pdf);

  return wrap (self->pdf, qpdf_oh_get_array_item (self->pdf, self->handle, (int) index));
}

/* Private: the object's number, 0 if it is part of another one */
gint64
spz_pdf_object_get_id (const SpzPdfObject *self)
{
  return qpdf_oh_get_object_id (self->pdf, self->handle);
}

/* Private: (transfer full) (nullable): a stream's content, unpacked */
GBytes *
spz_pdf_object_get_stream (const SpzPdfObject *self)
{
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL unpacked = QPDF_FALSE;

  if (!spz_pdf_object_is_stream (self) ||
      (qpdf_oh_get_stream_data (self->pdf, self->handle, qpdf_dl_generalized, &unpacked, &data, &length) & QPDF_ERRORS))
    return NULL;

  return g_bytes_new_with_free_func (data, length, free, data);
}

/* Private: (transfer full) (nullable): what is drawn on a page, unpacked */
GBytes *
spz_pdf_object_get_content (const SpzPdfObject *self)
{
  unsigned char *data = NULL;
  size_t length = 0;

  if (qpdf_oh_get_page_content_data (self->pdf, self->handle, &data, &length) & QPDF_ERRORS)
    return NULL;

  return g_bytes_new_with_free_func (data, length, free, data);
}

gboolean
spz_pdf_object_is_null (const SpzPdfObject *self)
{
  return qpdf_oh_is_null (self->pdf, self->handle);
}

gboolean
spz_pdf_object_is_dictionary (const SpzPdfObject *self)
{
  return qpdf_oh_is_dictionary (self->pdf, self->handle);
}

gboolean
spz_pdf_object_is_array (const SpzPdfObject *self)
{
  return qpdf_oh_is_array (self->pdf, self->handle);
}

gboolean
spz_pdf_object_is_stream (const SpzPdfObject *self)
{
  return qpdf_oh_is_stream (self->pdf, self->handle);
}

gboolean
spz_pdf_object_is_string (const SpzPdfObject *self)
{
  return qpdf_oh_is_string (self->pdf, self->handle);
}

/* Private: whether it is that name, given with its slash */
gboolean
spz_pdf_object_is_name (const SpzPdfObject *self,
                        const char         *name)
{
  return qpdf_oh_is_name (self->pdf, self->handle) &&
         g_strcmp0 (qpdf_oh_get_name (self->pdf, self->handle), name) == 0;
}

gboolean
spz_pdf_object_is_true (const SpzPdfObject *self)
{
  return qpdf_oh_is_bool (self->pdf, self->handle) && qpdf_oh_get_bool_value (self->pdf, self->handle);
}

gboolean
spz_pdf_object_to_int (const SpzPdfObject *self,
                       gint64             *value)
{
  long long number;

  if (!qpdf_oh_is_integer (self->pdf, self->handle) ||
      !qpdf_oh_get_value_as_longlong (self->pdf, self->handle, &number))
    return FALSE;

  *value = number;

  return TRUE;
}

gboolean
spz_pdf_object_to_number (const SpzPdfObject *self,
                          double             *value)
{
  return qpdf_oh_is_number (self->pdf, self->handle) &&
         qpdf_oh_get_value_as_number (self->pdf, self->handle, value);
}

/* Private: (transfer full) (nullable): a name with its slash */
char *
spz_pdf_object_to_name (const SpzPdfObject *self)
{
  return qpdf_oh_is_name (self->pdf, self->handle)
    ? g_utf8_make_valid (qpdf_oh_get_name (self->pdf, self->handle), -1) : NULL;
}

/* Private: (transfer full) (nullable): a string as UTF-8 */
char *
spz_pdf_object_to_text (const SpzPdfObject *self)
{
  return qpdf_oh_is_string (self->pdf, self->handle)
    ? g_utf8_make_valid (qpdf_oh_get_utf8_value (self->pdf, self->handle), -1) : NULL;
}

/* Private: (transfer full) (nullable): a string's bytes */
GBytes *
spz_pdf_object_to_bytes (const SpzPdfObject *self)
{
  size_t length;
  const char *data;

  if (!qpdf_oh_is_string (self->pdf, self->handle))
    return NULL;

  data = qpdf_oh_get_binary_string_value (self->pdf, self->handle, &length);

  return g_bytes_new (data, length);
}

/* Entries of dictionaries */

gboolean
spz_pdf_object_has_name (const SpzPdfObject *self,
                         const char         *key,
                         const char         *name)
{
  g_auto (SpzPdfObject) value = spz_pdf_object_get (self, key);

  return spz_pdf_object_is_name (&value, name);
}

gboolean
spz_pdf_object_has_true (const SpzPdfObject *self,
                         const char         *key)
{
  g_auto (SpzPdfObject) value = spz_pdf_object_get (self, key);

  return spz_pdf_object_is_true (&value);
}

gboolean
spz_pdf_object_get_int (const SpzPdfObject *self,
                        const char         *key,
                        gint64             *number)
{
  g_auto (SpzPdfObject) value = spz_pdf_object_get (self, key);

  return spz_pdf_object_to_int (&value, number);
}

char *
spz_pdf_object_get_name (const SpzPdfObject *self,
                         const char         *key)
{
  g_auto (SpzPdfObject) value = spz_pdf_object_get (self, key);

  return spz_pdf_object_to_name (&value);
}

char *
spz_pdf_object_get_text (const SpzPdfObject *self,
                         const char         *key)
{
  g_auto (SpzPdfObject) value = spz_pdf_object_get (self, key);

  return spz_pdf_object_to_text (&value);
}
