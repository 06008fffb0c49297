/* spz-pdf-check-codes.c: which characters the codes of a PDF's texts are
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <string.h>

#include "spz-pdf-private.h"

/* Private: a number in big-endian order; what is beyond the end doesn't count */
guint
spz_pdf_get_code (GBytes *bytes,
                  gsize   at,
                  gsize   length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint code = 0;

  for (gsize i = at; i < MIN (at + length, size); i++)
    code = code << 8 | data[i];

  return code;
}

/* UTF-16BE, of which the last unit is @offset higher */
static guint8
judge_text (GBytes *text,
            guint   offset)
{
  gsize size = g_bytes_get_size (text);

  if (size < 2)
    return SPZ_PDF_CODE_INVALID;

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      guint unit = spz_pdf_get_code (text, i, 2) + (i + 3 >= size ? offset : 0);

      if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE)
        return SPZ_PDF_CODE_INVALID;
    }

  return SPZ_PDF_CODE_KNOWN;
}

static GBytes *
get_bytes (const SpzPdfObject *array,
           guint               index)
{
  g_auto (SpzPdfObject) item = spz_pdf_object_get_item (array, index);
  GBytes *bytes = spz_pdf_object_to_bytes (&item);

  return bytes != NULL ? bytes : g_bytes_new (NULL, 0);
}

static void
read_characters (SpzPdfFont         *self,
                 const SpzPdfObject *operands)
{
  guint n_operands = spz_pdf_object_get_length (operands);

  for (guint i = 0; i + 1 < n_operands; i += 2)
    {
      g_autoptr (GBytes) code = get_bytes (operands, i);
      g_autoptr (GBytes) text = get_bytes (operands, i + 1);

      self->codes[spz_pdf_get_code (code, 0, 2)] = judge_text (text, 0);
    }
}

static void
read_ranges (SpzPdfFont         *self,
             const SpzPdfObject *operands)
{
  guint n_operands = spz_pdf_object_get_length (operands);

  for (guint i = 0; i + 2 < n_operands; i += 3)
    {
      g_autoptr (GBytes) first = get_bytes (operands, i);
      g_autoptr (GBytes) last = get_bytes (operands, i + 1);
      g_autoptr (GBytes) text = get_bytes (operands, i + 2);
      g_auto (SpzPdfObject) list = spz_pdf_object_get_item (operands, i + 2);
      gboolean is_list = spz_pdf_object_is_array (&list);
      guint from = spz_pdf_get_code (first, 0, 2), to = spz_pdf_get_code (last, 0, 2);

      for (guint code = from; code <= to; code++)
        {
          g_autoptr (GBytes) own = is_list ? get_bytes (&list, code - from) : NULL;

          self->codes[code] = judge_text (is_list ? own : text, is_list ? 0 : code - from);
        }
    }
}

/* Reads a CMap, see ISO 32000-1, 9.10.3: its syntax is that of content. */
static void
read_characters_map (SpzPdfFont *self,
                     qpdf_data   pdf,
                     GBytes     *map)
{
  gsize length;
  const char *data = g_bytes_get_data (map, &length);
  SpzPdfInstruction instruction = { 0 };

  while (data != NULL && spz_pdf_content_next (data, length, &instruction))
    {
      gboolean is_range = spz_pdf_instruction_is (&instruction, "endbfrange");

      if (is_range || spz_pdf_instruction_is (&instruction, "endbfchar"))
        {
          g_auto (SpzPdfObject) operands = spz_pdf_object_parse (pdf, data + instruction.start,
                                                                 (gsize) (instruction.name - data) - instruction.start);

          if (is_range)
            read_ranges (self, &operands);
          else
            read_characters (self, &operands);
        }
    }
}

/* Private: reads which characters a font says its codes are; @are_known: whether
 * its encoding alone says so */
void
spz_pdf_font_read_codes (SpzPdfFont         *self,
                         const SpzPdfObject *font,
                         gboolean            are_known)
{
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (font, "/ToUnicode");
  g_autoptr (GBytes) map = spz_pdf_object_get_stream (&stream);

  if (map == NULL && are_known)
    return;

  self->codes = g_malloc (SPZ_PDF_N_CODES);
  memset (self->codes, are_known ? SPZ_PDF_CODE_KNOWN : SPZ_PDF_CODE_UNKNOWN, SPZ_PDF_N_CODES);
  if (map != NULL)
    read_characters_map (self, font->pdf, map);
}
