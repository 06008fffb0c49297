/* spz-milestone-editor.h: edits a milestone of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MILESTONE_EDITOR (spz_milestone_editor_get_type ())
G_DECLARE_FINAL_TYPE (SpzMilestoneEditor, spz_milestone_editor, SPZ, MILESTONE_EDITOR, AdwBin)

GtkWidget *spz_milestone_editor_new (SpzProgramme *programme,
                                     SpzMilestone *milestone);

G_END_DECLS
