/* spz-preview.h: the pages of a paper on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-pages.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PREVIEW (spz_preview_get_type ())
G_DECLARE_FINAL_TYPE (SpzPreview, spz_preview, SPZ, PREVIEW, GtkWidget)

/* Shows the pages below each other, as wide as there is room; put it into a
 * GtkScrolledWindow.
 * Signal "picked" (const char *table, gint64 id): the user clicked what came
 * from that record. */

void spz_preview_set_document (SpzPreview         *self,
                               SpzDocument        *document,
                               const SpzPageSetup *setup);
void spz_preview_highlight    (SpzPreview         *self,
                               const char         *table,
                               gint64              id);
void spz_preview_show         (SpzPreview         *self,
                               const char         *table,
                               gint64              id);

G_END_DECLS
