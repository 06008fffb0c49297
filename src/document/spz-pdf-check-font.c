/* spz-pdf-check-font.c: whether a PDF's fonts are there, and their text readable
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>

/* Flags of a font, see ISO 32000-1, table 123 */
#define FLAG_SYMBOLIC (1 << 2)

void
spz_pdf_font_free (SpzPdfFont *self)
{
  g_free (self->name);
  g_free (self->codes);
  g_clear_pointer (&self->widths, spz_pdf_widths_free);
  g_clear_pointer (&self->program, spz_pdf_program_free);
  g_free (self);
}

static gboolean
is_one_of (const char *name,
           const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  return name != NULL && g_strv_contains ((const char *const *) split, name);
}

/* Whether the encoding alone says which characters a simple font's codes are */
static gboolean
is_encoded (const SpzPdfObject *font,
            gboolean            is_symbolic)
{
  g_auto (SpzPdfObject) encoding = spz_pdf_object_get (font, "/Encoding");
  g_autofree char *name = spz_pdf_object_to_name (&encoding);

  if (spz_pdf_object_is_dictionary (&encoding))
    return TRUE;
  if (is_one_of (name, "/WinAnsiEncoding /MacRomanEncoding /MacExpertEncoding /StandardEncoding"))
    return TRUE;

  return !is_symbolic && !spz_pdf_object_has_name (font, "/Subtype", "/Type3");
}

/* Whether a collection of characters is known, see ISO 32000-1, 9.7.3 */
static gboolean
is_collection (const SpzPdfObject *descendant)
{
  g_auto (SpzPdfObject) info = spz_pdf_object_get (descendant, "/CIDSystemInfo");
  g_autofree char *ordering = spz_pdf_object_get_text (&info, "/Ordering");

  return is_one_of (ordering, "GB1 CNS1 Japan1 Korea1");
}

/* A list of the glyphs, where there is one, names all of them. */
static void
check_glyph_list (SpzPdfChecker      *checker,
                  const SpzPdfFont   *self,
                  const SpzPdfObject *descriptor)
{
  g_autofree char *list = spz_pdf_object_get_text (descriptor, "/CharSet");
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (descriptor, "/FontFile3");
  guint n_names = 0;

  if (list == NULL || self->program == NULL || !spz_pdf_object_has_name (&stream, "/Subtype", "/Type1C"))
    return;

  for (const char *c = list; *c != '\0'; c++)
    n_names += *c == '/' && !g_str_has_prefix (c, "/.notdef");
  /* That for missing ones isn't listed. */
  if (n_names + 1 != spz_pdf_program_count_glyphs (self->program))
    spz_pdf_checker_report (checker, "7.21.4.2", "6.2.11.4.2",
                            _("The font %s does not list all of its characters, or others (CharSet)"), self->name);
}

/* A set of the glyphs, where there is one, has all of them that can be seen. */
static void
check_glyph_set (SpzPdfChecker      *checker,
                 const SpzPdfFont   *self,
                 const SpzPdfObject *descriptor)
{
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (descriptor, "/CIDSet");
  g_autoptr (GBytes) set = spz_pdf_object_get_stream (&stream);

  if (set == NULL || self->program == NULL)
    return;

  for (guint cid = 1; cid < SPZ_PDF_N_CODES; cid++)
    {
      guint glyph = spz_pdf_program_find_cid (self->program, cid);
      guint bits = cid / 8 < g_bytes_get_size (set) ? spz_pdf_get_code (set, cid / 8, 1) : 0;

      if (glyph != 0 && !(bits & (0x80 >> cid % 8)) && spz_pdf_program_has_outline (self->program, glyph))
        {
          spz_pdf_checker_report (checker, "7.21.4.2", "6.2.11.4.2",
                                  _("The font %s does not list all of its characters (CIDSet)"), self->name);
          return;
        }
    }
}

/* Fonts */

static gboolean
is_embedded (const SpzPdfObject *descriptor)
{
  return spz_pdf_object_has (descriptor, "/FontFile") || spz_pdf_object_has (descriptor, "/FontFile2") ||
         spz_pdf_object_has (descriptor, "/FontFile3");
}

static void
check_composite (SpzPdfChecker      *checker,
                 SpzPdfFont         *self,
                 const SpzPdfObject *font)
{
  g_auto (SpzPdfObject) encoding = spz_pdf_object_get (font, "/Encoding");
  g_auto (SpzPdfObject) descendants = spz_pdf_object_get (font, "/DescendantFonts");
  g_auto (SpzPdfObject) descendant = spz_pdf_object_get_item (&descendants, 0);
  g_auto (SpzPdfObject) descriptor = spz_pdf_object_get (&descendant, "/FontDescriptor");
  g_auto (SpzPdfObject) glyphs = spz_pdf_object_get (&descendant, "/CIDToGIDMap");
  gboolean is_identity = spz_pdf_object_is_name (&encoding, "/Identity-H") ||
                         spz_pdf_object_is_name (&encoding, "/Identity-V");

  self->is_embedded = is_embedded (&descriptor);
  self->is_identity = is_identity && spz_pdf_object_is_name (&glyphs, "/Identity");
  self->code_length = is_identity ? 2 : 0;
  if (self->is_embedded && spz_pdf_object_has_name (&descendant, "/Subtype", "/CIDFontType2") &&
      !spz_pdf_object_is_stream (&glyphs) && !spz_pdf_object_is_name (&glyphs, "/Identity"))
    spz_pdf_checker_report (checker, "7.21.3.2", "6.2.11.3.2",
                            _("The font %s does not say which character is which glyph (CIDToGIDMap)"), self->name);

  self->program = spz_pdf_program_new (&descriptor);
  if (self->program != NULL && is_identity)
    self->widths = spz_pdf_widths_new_composite (&descendant, self->program);
  /* Glyphs that a table of the file's own picks are not those of the same number. */
  if (!spz_pdf_object_is_stream (&glyphs))
    check_glyph_set (checker, self, &descriptor);

  spz_pdf_font_read_codes (self, font, !is_identity || is_collection (&descendant));
}

static void
check_simple (SpzPdfChecker      *checker,
              SpzPdfFont         *self,
              const SpzPdfObject *font)
{
  g_auto (SpzPdfObject) descriptor = spz_pdf_object_get (font, "/FontDescriptor");
  gboolean is_symbolic;
  gint64 flags = 0;

  spz_pdf_object_get_int (&descriptor, "/Flags", &flags);
  is_symbolic = (flags & FLAG_SYMBOLIC) != 0;
  self->code_length = 1;
  self->is_embedded = is_embedded (&descriptor) || spz_pdf_object_has_name (font, "/Subtype", "/Type3");
  self->program = spz_pdf_program_new (&descriptor);
  if (self->program != NULL)
    self->widths = spz_pdf_widths_new_simple (font, &descriptor, is_symbolic, self->program);
  if (spz_pdf_object_has_name (font, "/Subtype", "/TrueType"))
    spz_pdf_check_true_type (checker, self, font, is_symbolic);
  check_glyph_list (checker, self, &descriptor);

  spz_pdf_font_read_codes (self, font, is_encoded (font, is_symbolic));
}

/* Private: checks a font, once; the checker owns the result */
SpzPdfFont *
spz_pdf_check_font (SpzPdfChecker      *self,
                    const SpzPdfObject *font)
{
  gint64 id = spz_pdf_object_get_id (font);
  SpzPdfFont *known = id != 0 ? g_hash_table_lookup (self->fonts, &id) : NULL;
  g_autofree char *name = NULL;

  if (known != NULL || !spz_pdf_object_is_dictionary (font))
    return known;

  name = spz_pdf_object_get_name (font, "/BaseFont");
  known = g_new0 (SpzPdfFont, 1);
  known->name = g_strdup (name != NULL ? name + 1 : "?");
  if (spz_pdf_object_has_name (font, "/Subtype", "/Type0"))
    check_composite (self, known, font);
  else
    check_simple (self, known, font);

  /* One that is part of its page has no number. */
  if (id == 0)
    id = -1 - (gint64) g_hash_table_size (self->fonts);
  g_hash_table_replace (self->fonts, g_memdup2 (&id, sizeof id), known);

  return known;
}

/* Private: checks a text that is shown in a font */
void
spz_pdf_check_text (SpzPdfChecker    *self,
                    const SpzPdfFont *font,
                    GBytes           *text,
                    gboolean          is_visible)
{
  gsize size = g_bytes_get_size (text);

  if (is_visible && !font->is_embedded)
    spz_pdf_checker_report (self, "7.21.4.1", "6.2.11.4.1",
                            _("The font %s is not embedded in the file"), font->name);
  if (font->code_length == 0)
    return;

  for (gsize i = 0; i + font->code_length <= size; i += font->code_length)
    {
      guint code = spz_pdf_get_code (text, i, font->code_length);

      if (is_visible && font->widths != NULL && !spz_pdf_widths_agree (font->widths, code))
        spz_pdf_checker_report (self, "7.21.5", "6.2.11.5",
                                _("Characters of the font %s are not as wide as the file says"), font->name);
      if (code == 0 && font->is_identity)
        spz_pdf_checker_report (self, "7.21.8", "6.2.11.8",
                                _("A character is shown that the font %s does not have"), font->name);
      else if (font->codes != NULL && font->codes[code] == SPZ_PDF_CODE_UNKNOWN)
        spz_pdf_checker_report (self, "7.21.7", "6.2.11.7.2",
                                _("Text in the font %s can be seen, but not read (ToUnicode)"), font->name);
      else if (font->codes != NULL && font->codes[code] == SPZ_PDF_CODE_INVALID)
        spz_pdf_checker_report (self, "7.21.7", "6.2.11.7.2",
                                _("Characters of the font %s are said to be none (ToUnicode)"), font->name);
    }
}
