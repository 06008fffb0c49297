/* spz-pdf-finish.c: making a drawn PDF accessible and fit to be archived
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * By PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
 */

#include "config.h"

#include "spz-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <zlib.h>

#include "spz-error.h"

/* Half of the time it takes to finish a file would go into packing its pages
 * at zlib's usual level, for 4 % of its size. */
static void
set_content (qpdf_data  pdf,
             qpdf_oh    page,
             GString   *content)
{
  uLongf length = compressBound (content->len);
  g_autofree guchar *packed = g_malloc (length);
  qpdf_oh stream = qpdf_oh_get_key (pdf, page, "/Contents");

  /* A new one would make qpdf count all objects. */
  if (!qpdf_oh_is_stream (pdf, stream))
    {
      stream = qpdf_oh_new_stream (pdf);
      qpdf_oh_replace_key (pdf, page, "/Contents", stream);
    }

  if (compress2 (packed, &length, (const guchar *) content->str, content->len, Z_BEST_SPEED) == Z_OK)
    qpdf_oh_replace_stream_data (pdf, stream, packed, length,
                                 qpdf_oh_new_name (pdf, "/FlateDecode"), qpdf_oh_new_null (pdf));
  else
    qpdf_oh_replace_stream_data (pdf, stream, (const guchar *) content->str, content->len,
                                 qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
}

static gboolean
mark_page (qpdf_data    pdf,
           qpdf_oh      page,
           GHashTable  *unseen,
           GError     **error)
{
  g_autoptr (GString) marked = NULL;
  unsigned char *content = NULL;
  size_t length = 0;

  qpdf_oh_get_page_content_data (pdf, page, &content, &length);
  marked = spz_pdf_content_mark ((const char *) content, length,
                                 qpdf_oh_get_object_id (pdf, page), unseen, error);
  free (content);
  if (marked == NULL)
    return FALSE;

  set_content (pdf, page, marked);

  /* Those who tab through it go by the structure. */
  qpdf_oh_replace_key (pdf, page, "/Tabs", qpdf_oh_new_name (pdf, "/S"));

  return TRUE;
}

static gboolean
mark_pages (qpdf_data    pdf,
            GHashTable  *unseen,
            GError     **error)
{
  int n_pages = qpdf_get_num_pages (pdf);

  for (int i = 0; i < n_pages; i++)
    if (!mark_page (pdf, qpdf_get_page_n (pdf, (size_t) i), unseen, error))
      return FALSE;

  return TRUE;
}

/* TrueType fonts have to say how characters become glyphs: one by one. */
static void
finish_fonts (qpdf_data pdf)
{
  qpdf_oh size = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size");
  int n_objects = qpdf_oh_get_int_value_as_int (pdf, size);

  for (int id = 1; id < n_objects; id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (pdf, id, 0);

      if (qpdf_oh_is_dictionary_of_type (pdf, object, "/Font", "/CIDFontType2"))
        qpdf_oh_replace_key (pdf, object, "/CIDToGIDMap", qpdf_oh_new_name (pdf, "/Identity"));
      qpdf_oh_release (pdf, object);
    }
}

static void
finish_catalogue (qpdf_data   pdf,
                  const char *language)
{
  qpdf_oh root = qpdf_get_root (pdf);

  qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_string (pdf, language));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences",
                       qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
}

static GBytes *
write_file (qpdf_data pdf)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_minimum_pdf_version (pdf, "1.7");
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_stream_data_mode (pdf, qpdf_s_preserve);
  qpdf_set_newline_before_endstream (pdf, QPDF_TRUE);
  if (qpdf_write (pdf) & QPDF_ERRORS)
    return NULL;

  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

static GBytes *
finish_file (qpdf_data    pdf,
             const char  *language,
             GArray      *elements,
             GError     **error)
{
  g_autoptr (GHashTable) unseen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!spz_pdf_structure_finish (pdf, elements, unseen, error) || !mark_pages (pdf, unseen, error))
    return NULL;

  finish_fonts (pdf);
  finish_catalogue (pdf, language);
  spz_pdf_colours_finish (pdf);
  spz_pdf_metadata_finish (pdf);

  return write_file (pdf);
}

/**
 * spz_pdf_finish:
 * @drawn: a file that Cairo wrote
 * @language: the text's language, a BCP 47 tag
 * @elements: (element-type SpzPdfElement): the elements of its structure tree,
 *   in the order they were opened in
 * @error: return location for an error
 *
 * Adds what PDF/UA-1 and PDF/A-2a ask for and Cairo does not write.
 *
 * Returns: (transfer full): the file
 */
GBytes *
spz_pdf_finish (GBytes      *drawn,
                const char  *language,
                GArray      *elements,
                GError     **error)
{
  qpdf_data pdf = qpdf_init ();
  GError *failure = NULL;
  GBytes *finished = NULL;
  gsize length;
  const char *data = g_bytes_get_data (drawn, &length);

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  if (!(qpdf_read_memory (pdf, "PDF", data, length, NULL) & QPDF_ERRORS))
    finished = finish_file (pdf, language, elements, &failure);

  if (failure == NULL && (finished == NULL || qpdf_has_error (pdf)))
    {
      qpdf_error reason = qpdf_get_error (pdf);

      g_set_error (&failure, SPZ_ERROR, SPZ_ERROR_FAILED, _("The PDF could not be made: %s"),
                   reason != NULL ? qpdf_get_error_message_detail (pdf, reason) : "");
      g_clear_pointer (&finished, g_bytes_unref);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  qpdf_cleanup (&pdf);

  return finished;
}
