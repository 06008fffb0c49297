/* spz-print-preview.h: the pages before they are printed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-pages.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PRINT_PREVIEW (spz_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (SpzPrintPreview, spz_print_preview, SPZ, PRINT_PREVIEW, AdwWindow)

/* Signal "print": the user wants them printed; the window closes. */

GtkWindow *spz_print_preview_new (GtkWindow          *parent,
                                  SpzDocument        *document,
                                  const SpzPageSetup *setup);

G_END_DECLS
