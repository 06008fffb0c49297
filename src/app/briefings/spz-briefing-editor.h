/* spz-briefing-editor.h: a briefing, edited beside its pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-document.h"
#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BRIEFING_EDITOR (spz_briefing_editor_get_type ())
G_DECLARE_FINAL_TYPE (SpzBriefingEditor, spz_briefing_editor, SPZ, BRIEFING_EDITOR, AdwBin)

/* Property: "show-preview" (gboolean).
 * Actions of the class: "briefing.add-block" (string: the kind's nick),
 * "briefing.add-field" (int64: the action field's id). */

void         spz_briefing_editor_set_briefing (SpzBriefingEditor *self,
                                               SpzProgramme      *programme,
                                               SpzBriefing       *briefing);
SpzBriefing *spz_briefing_editor_get_briefing (SpzBriefingEditor *self);
SpzAudience  spz_briefing_editor_get_audience (SpzBriefingEditor *self);
SpzDocument *spz_briefing_editor_compose      (SpzBriefingEditor *self);
gboolean     spz_briefing_editor_reveal       (SpzBriefingEditor *self,
                                               const char        *table,
                                               gint64             id);

G_END_DECLS
