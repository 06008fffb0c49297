/* spz-import-fixture.c: what tests of the readers share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-fixture.h"

#include <string.h>

#include "spz-inline.h"

char *
fixture_get_path (const char *name)
{
  return g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "data", "example", name, NULL);
}

char *
fixture_read (const char *name)
{
  g_autofree char *path = fixture_get_path (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

SpzImport *
fixture_import (const char *name)
{
  g_autofree char *path = fixture_get_path (name);
  g_autoptr (GError) error = NULL;
  SpzImport *import = spz_import_read_file (path, SPZ_IMPORT_ANY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

SpzImport *
fixture_import_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SpzImport *import = spz_import_read (bytes, NULL, SPZ_IMPORT_ANY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

/* Reading must fail with a message that has @part in it. */
void
fixture_assert_fails (const void *data,
                      gsize       length,
                      const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  SpzImport *import = spz_import_read (bytes, "test", SPZ_IMPORT_ANY, &error);

  g_assert_null (import);
  g_assert_nonnull (error);
  g_assert_true (error->domain == SPZ_ERROR);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” has no “%s” in it", error->message, part);
}

/* All points, "2 text" each, with "!" before a conclusion, "=" before a text,
 * and the audience's first letter if it isn't public. */
GPtrArray *
fixture_points (const SpzImport *import)
{
  static const char *const styles[] = { "", "!", "=" };
  static const char *const audiences[] = { "", "[c] ", "[i] " };
  GPtrArray *points = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < import->sections->len; i++)
    {
      const SpzImportSection *section = g_ptr_array_index (import->sections, i);

      for (guint j = 0; j < section->points->len; j++)
        {
          const SpzImportPoint *point = g_ptr_array_index (section->points, j);
          g_autofree char *plain = spz_inline_to_plain (point->text);

          g_ptr_array_add (points, g_strdup_printf ("%d %s%s%s", point->level, styles[point->style],
                                                    audiences[point->audience], plain));
        }
    }

  return points;
}

/* The sections and their points, a line each. */
char *
fixture_outline (const SpzImport *import)
{
  static const char *const kinds[] = { "points", "text", "roles", "field", "plan", "figures", "dates" };
  GString *outline = g_string_new (NULL);
  g_autoptr (GPtrArray) points = fixture_points (import);
  guint next = 0;

  for (guint i = 0; i < import->sections->len; i++)
    {
      const SpzImportSection *section = g_ptr_array_index (import->sections, i);

      g_string_append_printf (outline, "%s: %s\n", kinds[section->kind], section->title);
      for (guint j = 0; j < section->points->len; j++)
        g_string_append_printf (outline, "%s\n", (char *) g_ptr_array_index (points, next++));
    }

  return g_string_free (outline, FALSE);
}

const SpzImportMessage *
fixture_find_message (const SpzImport *import,
                      guint            line)
{
  for (guint i = 0; i < import->messages->len; i++)
    {
      const SpzImportMessage *message = g_ptr_array_index (import->messages, i);

      if (message->line == line)
        return message;
    }

  return NULL;
}
