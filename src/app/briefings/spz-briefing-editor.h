/* spz-briefing-editor.h: a briefing, edited beside its pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-pages.h"
#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BRIEFING_EDITOR (spz_briefing_editor_get_type ())
G_DECLARE_FINAL_TYPE (SpzBriefingEditor, spz_briefing_editor, SPZ, BRIEFING_EDITOR, AdwBin)

/* Property: "show-preview" (gboolean).
 * Actions of the class, with the id (int64) of a point: "briefing.show-point",
 * "briefing.explain-point" (how it was said before), "briefing.take-up" (if it
 * was dropped); and "briefing.update" (the cards). */

void         spz_briefing_editor_set_briefing (SpzBriefingEditor *self,
                                               SpzProgramme      *programme,
                                               SpzBriefing       *briefing);
SpzBriefing *spz_briefing_editor_get_briefing (SpzBriefingEditor *self);
SpzAudience  spz_briefing_editor_get_audience (SpzBriefingEditor *self);
SpzPageLayout spz_briefing_editor_get_layout  (SpzBriefingEditor *self);
SpzDocument *spz_briefing_editor_compose      (SpzBriefingEditor *self);
void         spz_briefing_editor_toggle_only_changed (SpzBriefingEditor *self);
gboolean     spz_briefing_editor_find         (SpzBriefingEditor *self);
void         spz_briefing_editor_start        (SpzBriefingEditor *self);
gboolean     spz_briefing_editor_reveal       (SpzBriefingEditor *self,
                                               const char        *table,
                                               gint64             id);

G_END_DECLS
