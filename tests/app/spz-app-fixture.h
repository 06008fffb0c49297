/* spz-app-fixture.h: a window on a programme, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-window.h"

G_BEGIN_DECLS

typedef struct
{
  char         *directory;
  char         *path;
  SpzProgramme *programme;
  SpzWindow    *window;
} SpzAppFixture;

void     spz_app_test_init         (int           *argc,
                                    char        ***argv);
void     spz_app_fixture_set_up    (SpzAppFixture *self,
                                    gconstpointer  data);
void     spz_app_fixture_tear_down (SpzAppFixture *self,
                                    gconstpointer  data);
void     spz_app_settle            (void);
gboolean spz_app_wait              (gboolean     (*condition) (gpointer data),
                                    gpointer       data);
gboolean spz_app_action            (SpzAppFixture *self,
                                    const char    *name);

#define spz_app_test(path, test) \
  g_test_add (path, SpzAppFixture, NULL, spz_app_fixture_set_up, test, spz_app_fixture_tear_down)

G_END_DECLS
