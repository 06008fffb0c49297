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

#include "spz-error.h"

static gboolean
mark_page (SpzPdfFile  *file,
           guint        page,
           GHashTable  *unseen,
           GError     **error)
{
  SpzPdfText reference = spz_pdf_file_get (file, page, "/Contents");
  guint stream = spz_pdf_text_get_reference (&reference);
  g_autoptr (GBytes) content = spz_pdf_file_unpack (file, stream);
  g_autoptr (GString) marked = NULL;
  gsize length;
  const char *data;

  if (content == NULL)
    {
      spz_pdf_set_unknown (error);
      return FALSE;
    }

  data = g_bytes_get_data (content, &length);
  marked = spz_pdf_content_mark (data, length, page, unseen, error);
  if (marked == NULL)
    return FALSE;

  spz_pdf_file_pack (file, stream, marked->str, marked->len);

  /* Those who tab through it go by the structure. */
  spz_pdf_file_set (file, page, "/Tabs", "/S");

  return TRUE;
}

static gboolean
mark_pages (SpzPdfFile  *file,
            GHashTable  *unseen,
            GError     **error)
{
  SpzPdfText tree = spz_pdf_file_get (file, spz_pdf_file_get_root (file), "/Pages");
  SpzPdfText pages = spz_pdf_file_get (file, spz_pdf_text_get_reference (&tree), "/Kids");
  SpzPdfText page;
  gsize at = 0;

  while (spz_pdf_text_next (&pages, &at, &page))
    if (!mark_page (file, spz_pdf_text_get_reference (&page), unseen, error))
      return FALSE;

  return TRUE;
}

/* TrueType fonts have to say how characters become glyphs: one by one. */
static void
finish_fonts (SpzPdfFile *file)
{
  guint n_objects = spz_pdf_file_get_n_objects (file);

  for (guint id = 1; id < n_objects; id++)
    {
      SpzPdfText type = spz_pdf_file_get (file, id, "/Subtype");

      if (spz_pdf_text_is (&type, "/CIDFontType2"))
        spz_pdf_file_set (file, id, "/CIDToGIDMap", "/Identity");
    }
}

static void
finish_catalogue (SpzPdfFile *file,
                  const char *language)
{
  guint root = spz_pdf_file_get_root (file);
  g_autofree char *quoted = spz_pdf_quote (language);

  spz_pdf_file_set (file, root, "/Lang", quoted);
  spz_pdf_file_set (file, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
}

/* Private: says that a file isn't written as Cairo did so far */
void
spz_pdf_set_unknown (GError **error)
{
  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                       _("The PDF could not be made accessible: its content is out of order"));
}

/**
 * spz_pdf_finish:
 * @drawn: a file that Cairo wrote
 * @language: the text's language, a BCP 47 tag
 * @metadata: what the file tells about itself
 * @elements: (element-type SpzPdfElement): the elements of its structure tree,
 *   in the order they were opened in
 * @error: return location for an error
 *
 * Adds what PDF/UA-1 and PDF/A-2a ask for and Cairo does not write.
 *
 * Returns: (transfer full): the file
 */
GBytes *
spz_pdf_finish (GBytes                *drawn,
                const char            *language,
                const SpzPdfMetadata  *metadata,
                GArray                *elements,
                GError               **error)
{
  g_autoptr (SpzPdfFile) file = spz_pdf_file_new (drawn);
  g_autoptr (GHashTable) unseen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (file == NULL)
    {
      spz_pdf_set_unknown (error);
      return NULL;
    }
  if (!spz_pdf_structure_finish (file, elements, unseen, error) || !mark_pages (file, unseen, error))
    return NULL;

  finish_fonts (file);
  finish_catalogue (file, language);
  spz_pdf_colours_finish (file);
  spz_pdf_metadata_finish (file, metadata);

  return spz_pdf_file_write (file);
}
