/* spz-progress.h: how much of something long is done
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpzProgressFunc:
 * @fraction: how much is done, 0 to 1
 * @user_data: user data
 */
typedef void (*SpzProgressFunc) (double   fraction,
                                 gpointer user_data);

void spz_progress_report (GTask           *task,
                          double           fraction,
                          SpzProgressFunc  progress,
                          gpointer         progress_data);

G_END_DECLS
