/* spz-import-apply.h: putting what was read into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import.h"
#include "spz-programme.h"
#include "spz-progress.h"

G_BEGIN_DECLS

char     *spz_import_apply       (SpzProgramme     *programme,
                                  const SpzImport  *import,
                                  GError          **error);
char     *spz_import_preview     (SpzProgramme     *programme,
                                  const SpzImport  *import,
                                  GError          **error);
gboolean  spz_import_apply_all   (SpzProgramme     *programme,
                                  GPtrArray        *imports,
                                  GPtrArray        *summaries,
                                  const char       *label,
                                  SpzProgressFunc   progress,
                                  gpointer          progress_data,
                                  GCancellable     *cancellable,
                                  GError          **error);
gboolean  spz_import_preview_all (SpzProgramme     *programme,
                                  GPtrArray        *imports,
                                  GPtrArray        *summaries,
                                  SpzProgressFunc   progress,
                                  gpointer          progress_data,
                                  GCancellable     *cancellable,
                                  GError          **error);

G_END_DECLS
