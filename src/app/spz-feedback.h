/* spz-feedback.h: telling the user how a step went
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void spz_feedback_toast  (GtkWidget  *widget,
                          const char *text);
void spz_feedback_undo   (GtkWidget  *widget);
void spz_feedback_report (GtkWidget  *widget,
                          GError     *error);

G_END_DECLS
