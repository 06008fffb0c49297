/* test-repeat.c: importing a source again
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"

#define NOTHING "Nothing new: everything was there already."

#define TYPE(name) "\"type\": \"https://schema.oparl.org/1.1/" name "\""
#define OPARL "{\"data\": [{\"id\": \"https://rat/o/1\", " TYPE ("Organization") ", \"name\": \"Finanzausschuss\"}, " \
              "{\"id\": \"https://rat/m/1\", " TYPE ("Meeting") ", \"name\": \"Finanzausschuss\", " \
              "\"start\": \"2021-07-05T17:00:00+02:00\", \"organization\": [\"https://rat/o/1\"], \"agendaItem\": [" \
              "{\"id\": \"https://rat/i/1\", " TYPE ("AgendaItem") ", \"number\": \"Ö 4\", \"name\": \"E-Government\"}]}]}"

/* What a source of each reader is, and what somebody changes in it later */
typedef struct
{
  const char *name;
  const char *file;       /* in the repository; or else */
  const char *text;
  const char *before;
  const char *after;
  const char *summary;
} Source;

static const Source sources[] = {
  { "markdown", "data/example/sprechzettel-2021-02-08.md", NULL,
    "Zielsetzung ist", "Ziel ist", "Updated: 1 point." },
  { "text", "data/example/sprechzettel-2021-02-08.pdftotext.txt", NULL,
    "Zielsetzung ist", "Ziel ist", "Updated: 1 point." },
  { "timeline", "data/example/zeitplan-2021-01.csv", NULL,
    "Ernennung,2021-Q2,2021-Q2", "Ernennung,2021-Q2,2021-Q3", "Updated: 1 phase." },
  { "milestones", "data/example/meilensteine-2021-01.csv", NULL,
    "2021-04-04", "2021-05-23", "Updated: 1 milestone." },
  { "icalendar", "tests/exchange/golden/meetings.ics", NULL,
    "DTSTART;TZID=Europe/Berlin:20210208T170000", "DTSTART;TZID=Europe/Berlin:20210209T170000", "Updated: 1 meeting." },
  { "oparl", NULL, OPARL, "2021-07-05T17:00", "2021-07-05T16:00", "Updated: 1 meeting." },
  { "oparl-deleted", NULL, OPARL, "\"number\": \"Ö 4\"", "\"deleted\": true", "Removed: 1 agenda item." },
  { "microsoft-project", "tests/exchange/files/zeitplan-2021-01.xml", NULL,
    "<Name>Ernennung</Name>", "<Name>Benennung</Name>", "Updated: 1 phase." },
  { "ganttproject", "tests/exchange/files/zeitplan-2021-01.gan", NULL,
    "name=\"Ernennung\"", "name=\"Benennung\"", "Updated: 1 phase." },
};

static char *
read_source (const Source *source)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  if (source->text != NULL)
    return g_strdup (source->text);

  path = g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), source->file, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static char *
import_bytes (Fixture *self,
              GBytes  *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzImport) import = spz_import_read (bytes, NULL, SPZ_IMPORT_ANY, &error);
  char *summary;

  g_assert_no_error (error);
  summary = spz_import_apply (self->programme, import, &error);
  g_assert_no_error (error);

  return summary;
}

static void
assert_import (Fixture    *self,
               const char *text,
               const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *summary = import_bytes (self, bytes);

  g_assert_cmpstr (summary, ==, expected);
}

static guint
count_steps (Fixture *self)
{
  g_autoptr (GPtrArray) history = spz_programme_get_history (self->programme, 0, NULL);

  return history->len;
}

/* The second time it changes nothing, and is no step. Edited, only what was
 * edited changes, and the first state comes back with the first source. */
static void
test_source (Fixture       *self,
             gconstpointer  data)
{
  const Source *source = data;
  g_autofree char *text = read_source (source);
  g_auto (GStrv) parts = g_strsplit (text, source->before, 2);
  g_autofree char *edited = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *summary = import_bytes (self, bytes);

  g_assert_true (g_str_has_prefix (summary, "New: "));
  g_assert_cmpuint (count_steps (self), ==, 1);
  assert_import (self, text, NOTHING);
  g_assert_cmpuint (count_steps (self), ==, 1);

  g_assert_nonnull (parts[1]);
  edited = g_strconcat (parts[0], source->after, parts[1], NULL);
  assert_import (self, edited, source->summary);
  assert_import (self, edited, NOTHING);
  g_assert_cmpuint (count_steps (self), ==, 2);

  g_assert_true (spz_programme_undo (self->programme, NULL));
  assert_import (self, text, NOTHING);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  apply_fixture_set_up (self, GINT_TO_POINTER (FALSE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path = g_strconcat ("/repeat/", sources[i].name, NULL);

      g_test_add (path, Fixture, &sources[i], set_up, test_source, apply_fixture_tear_down);
    }

  return g_test_run ();
}
