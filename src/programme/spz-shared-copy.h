/* spz-shared-copy.h: a copy of a programme to pass on
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

gboolean spz_shared_copy_write        (SpzProgramme         *programme,
                                       const char           *path,
                                       SpzAudience           audience,
                                       GCancellable         *cancellable,
                                       GError              **error);
void     spz_shared_copy_write_async  (SpzProgramme         *programme,
                                       const char           *path,
                                       SpzAudience           audience,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean spz_shared_copy_write_finish (SpzProgramme         *programme,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
