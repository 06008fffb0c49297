/* spz-import-source.h: something to import
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "spz-import.h"
#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzImportSource:
 * @name: (owned): what a person knows it by: a file name, or "Clipboard"
 * @path: (owned) (nullable): a file
 * @bytes: (owned) (nullable): the content, where it is no file
 * @import: (owned) (nullable): what was read
 * @error: (owned) (nullable): why it could not be read
 */
typedef struct
{
  char      *name;
  char      *path;
  GBytes    *bytes;
  SpzImport *import;
  GError    *error;
} SpzImportSource;

SpzImportSource *spz_import_source_new_for_path (const char           *path);
SpzImportSource *spz_import_source_new_for_text (const char           *name,
                                                 const char           *text);
void             spz_import_source_free         (SpzImportSource      *self);

char            *spz_import_source_summarise    (SpzImportSource      *self);

void             spz_import_sources_read_async  (GPtrArray            *sources,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray       *spz_import_sources_read_finish (GAsyncResult         *result,
                                                 GError              **error);
gboolean         spz_import_sources_apply       (GPtrArray            *sources,
                                                 SpzProgramme         *programme,
                                                 GError              **error);

G_END_DECLS
