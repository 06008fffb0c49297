/* fuzz-programme.c: a programme's file from elsewhere
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fuzz.h"

#include <string.h>

#include "spz-programme.h"

/* What could be opened can be undone and checked. Damage that was not seen
 * when it was opened is an error, and no crash. */
static void
use (SpzProgramme *programme)
{
  while (spz_programme_get_undo_label (programme) != NULL && spz_programme_undo (programme, NULL))
    continue;
  if (spz_programme_get_redo_label (programme) != NULL)
    spz_programme_redo (programme, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *path = g_build_filename (fuzz_get_folder (), "foreign.sprechzettel", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);

  programme = spz_programme_open (path, SPZ_STORE_OPEN, &error);
  if (programme != NULL)
    use (programme);
  else
    g_assert_cmpint (strlen (error->message), >, 0);
  g_clear_object (&programme);
  g_file_delete (file, NULL, NULL);

  return 0;
}
