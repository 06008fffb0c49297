/* spz-audience-button.h: a button to choose who may see something
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_AUDIENCE_BUTTON (spz_audience_button_get_type ())
G_DECLARE_FINAL_TYPE (SpzAudienceButton, spz_audience_button, SPZ, AUDIENCE_BUTTON, AdwBin)

/* Properties: "audience" (SpzAudience); "show-label" (where there is room; else only the icon). */

GtkWidget   *spz_audience_button_new          (void);
SpzAudience  spz_audience_button_get_audience (SpzAudienceButton *self);
void         spz_audience_button_set_audience (SpzAudienceButton *self,
                                               SpzAudience        audience);
void         spz_audience_button_bind         (SpzAudienceButton *self,
                                               SpzProgramme      *programme,
                                               gpointer           record);

const char  *spz_audience_get_title           (SpzAudience        audience);
const char  *spz_audience_get_icon_name       (SpzAudience        audience);

G_END_DECLS
