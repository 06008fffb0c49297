/* spz-pdf-program.c: a font's program that is embedded in a PDF
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_CID_H

struct _SpzPdfProgram
{
  /* Owned */
  FT_Library  library;
  FT_Face     face;
  GBytes     *bytes;
  guint      *glyphs;  /* by their number as characters (CID), or NULL if that is the glyphs' own */
};

static GBytes *
get_bytes (const SpzPdfObject *descriptor)
{
  static const char *const keys[] = { "/FontFile", "/FontFile2", "/FontFile3" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (SpzPdfObject) stream = spz_pdf_object_get (descriptor, keys[i]);
      GBytes *bytes = spz_pdf_object_get_stream (&stream);

      if (bytes != NULL)
        return bytes;
    }

  return NULL;
}

/* Some compact fonts give their glyphs numbers of a collection of characters. */
static void
read_cids (SpzPdfProgram *self)
{
  FT_Bool is_keyed = FALSE;

  if (FT_Get_CID_Is_Internally_CID_Keyed (self->face, &is_keyed) != 0 || !is_keyed)
    return;

  self->glyphs = g_new0 (guint, SPZ_PDF_N_CODES);
  for (guint i = 1; i < (guint) self->face->num_glyphs; i++)
    {
      FT_UInt cid;

      if (FT_Get_CID_From_Glyph_Index (self->face, i, &cid) == 0 && cid < SPZ_PDF_N_CODES)
        self->glyphs[cid] = i;
    }
}

/* Private: reads the program of a font; %NULL if it has none or none that can be
 * read */
SpzPdfProgram *
spz_pdf_program_new (const SpzPdfObject *descriptor)
{
  g_autoptr (SpzPdfProgram) self = g_new0 (SpzPdfProgram, 1);
  gsize length;
  const guchar *data;

  self->bytes = get_bytes (descriptor);
  if (self->bytes == NULL || FT_Init_FreeType (&self->library) != 0)
    return NULL;

  data = g_bytes_get_data (self->bytes, &length);
  if (data == NULL || FT_New_Memory_Face (self->library, data, (FT_Long) length, 0, &self->face) != 0)
    return NULL;

  read_cids (self);

  return g_steal_pointer (&self);
}

void
spz_pdf_program_free (SpzPdfProgram *self)
{
  if (self->library != NULL)
    FT_Done_FreeType (self->library);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->glyphs);
  g_free (self);
}

/* Private: which tables of characters a TrueType program has, see OpenType's
 * "cmap" */
guint
spz_pdf_program_count_tables (SpzPdfProgram *self,
                              gboolean      *has_unicode,
                              gboolean      *has_symbols)
{
  *has_unicode = *has_symbols = FALSE;
  for (int i = 0; i < self->face->num_charmaps; i++)
    {
      FT_CharMap map = self->face->charmaps[i];

      *has_unicode = *has_unicode || (map->platform_id == 3 && map->encoding_id == 1);
      *has_symbols = *has_symbols || (map->platform_id == 3 && map->encoding_id == 0);
    }

  return (guint) self->face->num_charmaps;
}

/* Private: how many glyphs it has, that for missing ones among them */
guint
spz_pdf_program_count_glyphs (SpzPdfProgram *self)
{
  return (guint) self->face->num_glyphs;
}

/* Private: the glyph of a number of a collection of characters, 0 if there is
 * none */
guint
spz_pdf_program_find_cid (SpzPdfProgram *self,
                          guint          cid)
{
  guint glyph = cid < SPZ_PDF_N_CODES && self->glyphs != NULL ? self->glyphs[cid] : cid;

  return glyph < (guint) self->face->num_glyphs ? glyph : 0;
}

/* Private: the glyph of a character, 0 if there is none */
guint
spz_pdf_program_find_character (SpzPdfProgram *self,
                                gunichar       character)
{
  return FT_Select_Charmap (self->face, FT_ENCODING_UNICODE) == 0 ? FT_Get_Char_Index (self->face, character) : 0;
}

/* Private: the glyph of a name, 0 if there is none */
guint
spz_pdf_program_find_name (SpzPdfProgram *self,
                           const char    *name)
{
  return FT_HAS_GLYPH_NAMES (self->face) ? FT_Get_Name_Index (self->face, name) : 0;
}

/* Private: the glyph that the program itself gives a code, 0 if there is none */
guint
spz_pdf_program_find_code (SpzPdfProgram *self,
                           guint          code)
{
  static const FT_Encoding encodings[] =
    { FT_ENCODING_MS_SYMBOL, FT_ENCODING_ADOBE_CUSTOM, FT_ENCODING_ADOBE_STANDARD, FT_ENCODING_APPLE_ROMAN };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (FT_Select_Charmap (self->face, encodings[i]) == 0)
      {
        guint glyph = FT_Get_Char_Index (self->face, code);

        /* Symbols may have places of their own, see ISO 32000-1, 9.6.6.4. */
        if (glyph == 0 && encodings[i] == FT_ENCODING_MS_SYMBOL)
          glyph = FT_Get_Char_Index (self->face, 0xF000 + code);
        if (glyph != 0)
          return glyph;
      }

  return 0;
}

/* Private: how far a glyph moves on, in thousandths of the type's size; %FALSE if
 * that can't be read */
gboolean
spz_pdf_program_get_width (SpzPdfProgram *self,
                           guint          glyph,
                           double        *width)
{
  FT_Fixed advance;

  if (self->face->units_per_EM == 0 || FT_Get_Advance (self->face, glyph, FT_LOAD_NO_SCALE, &advance) != 0)
    return FALSE;

  *width = advance * 1000.0 / self->face->units_per_EM;

  return TRUE;
}

/* Private: whether a glyph leaves a trace */
gboolean
spz_pdf_program_has_outline (SpzPdfProgram *self,
                             guint          glyph)
{
  return FT_Load_Glyph (self->face, glyph, FT_LOAD_NO_SCALE) == 0 &&
         self->face->glyph->format == FT_GLYPH_FORMAT_OUTLINE && self->face->glyph->outline.n_points > 0;
}
