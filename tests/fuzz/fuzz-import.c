/* fuzz-import.c: a file to import, of one kind by its name
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fuzz.h"

/* Built once a reader: FUZZ_NAME is a file's name by which it is chosen where
 * the content doesn't say more, and each has seeds of its own. */

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  fuzz_check_import (bytes, FUZZ_NAME);

  return 0;
}
