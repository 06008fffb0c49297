/* spz-field-view.h: one action field
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIELD_VIEW (spz_field_view_get_type ())
G_DECLARE_FINAL_TYPE (SpzFieldView, spz_field_view, SPZ, FIELD_VIEW, AdwBin)

void     spz_field_view_set_field    (SpzFieldView   *self,
                                      SpzProgramme   *programme,
                                      SpzActionField *field);
void     spz_field_view_focus_title  (SpzFieldView   *self);
gboolean spz_field_view_find         (SpzFieldView   *self);
gboolean spz_field_view_reveal       (SpzFieldView   *self,
                                      SpzRecord      *record);

G_END_DECLS
