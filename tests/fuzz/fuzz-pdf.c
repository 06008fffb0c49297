/* fuzz-pdf.c: a PDF to check
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fuzz.h"

#include "spz-pdf-check.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = spz_pdf_check (bytes, &error);

  g_assert_true ((findings == NULL) == (error != NULL));
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      g_autofree char *text = spz_pdf_finding_describe (g_ptr_array_index (findings, i));

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }

  return 0;
}
