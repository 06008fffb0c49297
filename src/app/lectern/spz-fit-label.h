/* spz-fit-label.h: text as large as there is room for it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPZ_TYPE_FIT_LABEL (spz_fit_label_get_type ())
G_DECLARE_FINAL_TYPE (SpzFitLabel, spz_fit_label, SPZ, FIT_LABEL, GtkWidget)

void        spz_fit_label_set_markup (SpzFitLabel *self,
                                      const char  *markup,
                                      const char  *hanging);
void        spz_fit_label_set_size   (SpzFitLabel *self,
                                      double       size);
const char *spz_fit_label_get_text   (SpzFitLabel *self);
double      spz_fit_label_get_fitted (SpzFitLabel *self);
gboolean    spz_fit_label_is_whole   (SpzFitLabel *self);

G_END_DECLS
