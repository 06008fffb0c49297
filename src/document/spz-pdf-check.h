/* spz-pdf-check.h: whether a PDF can be read aloud and archived
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SpzPdfFinding:
 * @ua: (nullable): the clause of PDF/UA-1 (ISO 14289-1) it offends against
 * @a: (nullable): that of PDF/A-2 (ISO 19005-2)
 * @message: what is wrong, in words
 * @page: the first page it is found on, from 1; 0 if it is none of a page
 * @count: how often it was found
 *
 * Why a file does not conform.
 */
typedef struct
{
  const char *ua;
  const char *a;
  char       *message;
  guint       page;
  guint       count;
} SpzPdfFinding;

void       spz_pdf_finding_free     (SpzPdfFinding       *self);
char      *spz_pdf_finding_describe (const SpzPdfFinding *self);
GPtrArray *spz_pdf_check            (GBytes              *file,
                                     GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPdfFinding, spz_pdf_finding_free)

G_END_DECLS
