/* spz-pdf-view.h: the pages of a PDF on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPZ_TYPE_PDF_VIEW (spz_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (SpzPdfView, spz_pdf_view, SPZ, PDF_VIEW, GtkWidget)

/* Shows the pages below each other, as wide as there is room; put it into a
 * GtkScrolledWindow. */

gboolean spz_pdf_view_set_pdf   (SpzPdfView  *self,
                                 GBytes      *pdf,
                                 const char  *query,
                                 GError     **error);
guint    spz_pdf_view_get_n_pages (SpzPdfView *self);
guint    spz_pdf_view_get_n_marks (SpzPdfView *self);

G_END_DECLS
