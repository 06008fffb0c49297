/* spz-fuzz.h: what the fuzz targets share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A target is a program of its own. LLVMFuzzerTestOneInput() is what libFuzzer
 * calls, and spz-fuzz-replay.c where it isn't linked. */
int         LLVMFuzzerInitialize    (int          *argc,
                                     char       ***argv);
int         LLVMFuzzerTestOneInput  (const guint8 *data,
                                     gsize         size);

void        fuzz_check_import       (GBytes       *bytes,
                                     const char   *name);
const char *fuzz_get_folder         (void);

G_END_DECLS
