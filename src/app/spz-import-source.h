/* spz-import-source.h: something to import
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "spz-import.h"
#include "spz-programme.h"
#include "spz-progress.h"

G_BEGIN_DECLS

/**
 * SpzImportSource:
 * @name: (owned): what a person knows it by: a file name, or "Clipboard"
 * @path: (owned) (nullable): a file
 * @bytes: (owned) (nullable): the content, where it is no file
 * @import: (owned) (nullable): what was read
 * @summary: (owned) (nullable): what would come of it, for people
 * @error: (owned) (nullable): why it could not be read, or can't be entered
 */
typedef struct
{
  char      *name;
  char      *path;
  GBytes    *bytes;
  SpzImport *import;
  char      *summary;
  GError    *error;
} SpzImportSource;

SpzImportSource *spz_import_source_new_for_path   (const char           *path);
SpzImportSource *spz_import_source_new_for_text   (const char           *name,
                                                   const char           *text);
void             spz_import_source_free           (SpzImportSource      *self);

char            *spz_import_source_summarise      (SpzImportSource      *self);

void             spz_import_sources_preview_async (GPtrArray            *sources,
                                                   SpzProgramme         *programme,
                                                   SpzProgressFunc       progress,
                                                   gpointer              progress_data,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
void             spz_import_sources_apply_async   (GPtrArray            *sources,
                                                   SpzProgramme         *programme,
                                                   SpzProgressFunc       progress,
                                                   gpointer              progress_data,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean         spz_import_sources_finish        (GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
