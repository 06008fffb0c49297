/* fuzz-paste.c: HTML and text from the clipboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fuzz.h"

#include "spz-paste.h"

static void
check_lines (GPtrArray *lines)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SpzPasteLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpuint (line->level, >=, 1);
      g_assert_true (g_utf8_validate (line->text, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GPtrArray) from_html = spz_paste_read_html (bytes);
  g_autoptr (GPtrArray) from_text = spz_paste_read_text (text);

  check_lines (from_html);
  check_lines (from_text);

  return 0;
}
