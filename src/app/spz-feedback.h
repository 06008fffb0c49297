/* spz-feedback.h: telling the user how a step went
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

void spz_feedback_toast  (GtkWidget  *widget,
                          const char *text);
void spz_feedback_undo   (GtkWidget  *widget);
void spz_feedback_report (GtkWidget  *widget,
                          GError     *error);

void spz_feedback_tell_in (AdwMessageDialog *dialog,
                           const char       *text);

/* In windows with toasts of their own, whose parent can't be reached */

void spz_feedback_toast_on (AdwToastOverlay *overlay,
                            const char      *text);
void spz_feedback_undo_on  (AdwToastOverlay *overlay,
                            SpzProgramme    *programme,
                            const char      *text);

G_END_DECLS
