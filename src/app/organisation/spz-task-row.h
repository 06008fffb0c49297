/* spz-task-row.h: a task of a role
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_TASK_ROW (spz_task_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzTaskRow, spz_task_row, SPZ, TASK_ROW, GtkListBoxRow)

GtkWidget *spz_task_row_new      (SpzProgramme *programme,
                                  SpzTask      *task);
SpzTask   *spz_task_row_get_task (SpzTaskRow   *self);
void       spz_task_row_focus    (SpzTaskRow   *self,
                                  int           offset);

G_END_DECLS
