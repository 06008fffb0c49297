/* spz-pdf.h: a document as PDF
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "spz-document.h"
#include "spz-pages.h"
#include "spz-progress.h"

G_BEGIN_DECLS

/* The bytes are in memory: write them with an atomic replace, for example by
 * g_file_replace_contents_bytes_async(). */

GBytes *spz_pdf_render        (SpzDocument          *document,
                               const SpzPageSetup   *setup,
                               SpzProgressFunc       progress,
                               gpointer              progress_data,
                               GCancellable         *cancellable,
                               GError              **error);
void    spz_pdf_render_async  (SpzDocument          *document,
                               const SpzPageSetup   *setup,
                               SpzProgressFunc       progress,
                               gpointer              progress_data,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
GBytes *spz_pdf_render_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
