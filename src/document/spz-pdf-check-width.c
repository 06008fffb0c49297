/* spz-pdf-check-width.c: whether a PDF's fonts tell how wide their glyphs are
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A file says it for each code, and the embedded program for each glyph: programs
 * take the one or the other.
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <math.h>

/* By how much both may differ, in thousandths of the type's size */
#define TOLERANCE 1.0

#define N_SIMPLE_CODES 256

/**
 * SpzPdfWidths:
 * @n_codes: how many codes there may be
 * @widths: for each code what the file says
 * @glyphs: for each code its glyph, 0 where that is not known
 */
struct _SpzPdfWidths
{
  guint          n_codes;

  /* Owned */
  double        *widths;
  guint         *glyphs;

  /* Borrowed */
  SpzPdfProgram *program;
};

static SpzPdfWidths *
make_widths (SpzPdfProgram *program,
             guint          n_codes,
             double         default_width)
{
  SpzPdfWidths *self = g_new0 (SpzPdfWidths, 1);

  self->program = program;
  self->n_codes = n_codes;
  self->widths = g_new (double, n_codes);
  self->glyphs = g_new0 (guint, n_codes);
  for (guint i = 0; i < n_codes; i++)
    self->widths[i] = default_width;

  return self;
}

void
spz_pdf_widths_free (SpzPdfWidths *self)
{
  g_free (self->widths);
  g_free (self->glyphs);
  g_free (self);
}

static double
get_number (const SpzPdfObject *dictionary,
            const char         *key,
            double              otherwise)
{
  g_auto (SpzPdfObject) value = spz_pdf_object_get (dictionary, key);
  double number;

  return spz_pdf_object_to_number (&value, &number) ? number : otherwise;
}

static double
get_item (const SpzPdfObject *array,
          guint               index,
          double              otherwise)
{
  g_auto (SpzPdfObject) item = spz_pdf_object_get_item (array, index);
  double number;

  return spz_pdf_object_to_number (&item, &number) ? number : otherwise;
}

/* Simple fonts */

/* The character of a code by the encoding of that name, 0 if there is none */
static gunichar
get_character (const char *encoding,
               guint       code)
{
  const char byte = (char) code;
  g_autofree char *text = NULL;

  if (code == 0 || encoding == NULL)
    return 0;

  text = g_convert (&byte, 1, "UTF-8", g_str_equal (encoding, "/MacRomanEncoding") ? "MACINTOSH" : "CP1252",
                    NULL, NULL, NULL);

  return text != NULL ? g_utf8_get_char (text) : 0;
}

static void
read_differences (SpzPdfWidths       *self,
                  const SpzPdfObject *encoding)
{
  g_auto (SpzPdfObject) differences = spz_pdf_object_get (encoding, "/Differences");
  guint n_items = spz_pdf_object_get_length (&differences);
  gint64 code = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_auto (SpzPdfObject) item = spz_pdf_object_get_item (&differences, i);
      g_autofree char *name = spz_pdf_object_to_name (&item);

      if (name == NULL)
        spz_pdf_object_to_int (&item, &code);
      else if (code >= 0 && code < self->n_codes)
        self->glyphs[code++] = spz_pdf_program_find_name (self->program, name + 1);
    }
}

/* Only what the file says for sure: a code that can't be followed to its glyph is
 * left out. */
static void
read_glyphs (SpzPdfWidths       *self,
             const SpzPdfObject *font,
             gboolean            is_symbolic)
{
  g_auto (SpzPdfObject) encoding = spz_pdf_object_get (font, "/Encoding");
  g_autofree char *name = spz_pdf_object_is_dictionary (&encoding)
    ? spz_pdf_object_get_name (&encoding, "/BaseEncoding") : spz_pdf_object_to_name (&encoding);
  gboolean is_known = g_strcmp0 (name, "/WinAnsiEncoding") == 0 || g_strcmp0 (name, "/MacRomanEncoding") == 0;

  for (guint code = 0; code < self->n_codes; code++)
    {
      gunichar character = is_known ? get_character (name, code) : 0;

      if (character != 0)
        self->glyphs[code] = spz_pdf_program_find_character (self->program, character);
      else if (is_symbolic && spz_pdf_object_is_null (&encoding))
        self->glyphs[code] = spz_pdf_program_find_code (self->program, code);
    }
  read_differences (self, &encoding);
}

/* Private: what a simple font and its program say; @program has to outlive it */
SpzPdfWidths *
spz_pdf_widths_new_simple (const SpzPdfObject *font,
                           const SpzPdfObject *descriptor,
                           gboolean            is_symbolic,
                           SpzPdfProgram      *program)
{
  SpzPdfWidths *self = make_widths (program, N_SIMPLE_CODES, get_number (descriptor, "/MissingWidth", 0));
  g_auto (SpzPdfObject) widths = spz_pdf_object_get (font, "/Widths");
  guint n_widths = MIN (spz_pdf_object_get_length (&widths), self->n_codes);
  double first = CLAMP (get_number (font, "/FirstChar", 0), 0, self->n_codes);

  for (guint i = 0; i < n_widths && (guint) first + i < self->n_codes; i++)
    self->widths[(guint) first + i] = get_item (&widths, i, 0);
  read_glyphs (self, font, is_symbolic);

  return self;
}

/* Composite fonts */

/* See ISO 32000-1, 9.7.4.3: "first [width width …]" or "first last width" */
static void
read_composite_widths (SpzPdfWidths       *self,
                       const SpzPdfObject *array)
{
  guint n_items = spz_pdf_object_get_length (array);

  for (guint i = 0; i + 1 < n_items;)
    {
      g_auto (SpzPdfObject) list = spz_pdf_object_get_item (array, i + 1);
      guint first = (guint) CLAMP (get_item (array, i, 0), 0, self->n_codes);

      if (spz_pdf_object_is_array (&list))
        {
          guint n_widths = MIN (spz_pdf_object_get_length (&list), self->n_codes - first);

          for (guint j = 0; j < n_widths; j++)
            self->widths[first + j] = get_item (&list, j, 0);
          i += 2;
        }
      else
        {
          guint end = (guint) CLAMP (get_item (array, i + 1, 0) + 1, 0, self->n_codes);
          double width = get_item (array, i + 2, 0);

          for (guint code = first; code < end; code++)
            self->widths[code] = width;
          i += 3;
        }
    }
}

/* Private: what a composite font of which the codes are numbers of characters
 * (CID) and its program say; @program has to outlive it */
SpzPdfWidths *
spz_pdf_widths_new_composite (const SpzPdfObject *descendant,
                              SpzPdfProgram      *program)
{
  SpzPdfWidths *self = make_widths (program, SPZ_PDF_N_CODES, get_number (descendant, "/DW", 1000));
  g_auto (SpzPdfObject) widths = spz_pdf_object_get (descendant, "/W");
  g_auto (SpzPdfObject) map = spz_pdf_object_get (descendant, "/CIDToGIDMap");
  g_autoptr (GBytes) glyphs = spz_pdf_object_get_stream (&map);
  gsize size = 0;
  const guint8 *data = glyphs != NULL ? g_bytes_get_data (glyphs, &size) : NULL;

  read_composite_widths (self, &widths);
  for (guint code = 0; code < self->n_codes; code++)
    {
      if (glyphs == NULL)
        self->glyphs[code] = spz_pdf_program_find_cid (program, code);
      else if (2 * code + 1 < size)
        self->glyphs[code] = (guint) data[2 * code] << 8 | data[2 * code + 1];
    }

  return self;
}

/* Private: whether both say the same of a code, as far as that can be told */
gboolean
spz_pdf_widths_agree (SpzPdfWidths *self,
                      guint         code)
{
  double width;

  return code >= self->n_codes || self->glyphs[code] == 0 ||
         !spz_pdf_program_get_width (self->program, self->glyphs[code], &width) ||
         fabs (width - self->widths[code]) <= TOLERANCE;
}
