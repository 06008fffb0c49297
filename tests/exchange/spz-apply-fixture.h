/* spz-apply-fixture.h: a programme to import into
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import-apply.h"
#include "spz-programme.h"

G_BEGIN_DECLS

typedef struct
{
  char         *directory;
  char         *path;
  SpzProgramme *programme;
} Fixture;

void      apply_fixture_set_up         (Fixture       *self,
                                        gconstpointer  example);
void      apply_fixture_tear_down      (Fixture       *self,
                                        gconstpointer  example);
void      apply_fixture_import         (Fixture       *self,
                                        const char    *name);
void      apply_fixture_import_text    (Fixture       *self,
                                        const char    *text);
guint     apply_fixture_count          (Fixture       *self,
                                        GType          type);
gpointer  apply_fixture_get            (Fixture       *self,
                                        GType          type,
                                        guint          index);
gpointer  apply_fixture_find           (Fixture       *self,
                                        GType          type,
                                        const char    *title);
void      apply_fixture_append_outline (Fixture       *self,
                                        GString       *text,
                                        gpointer       owner);
char     *apply_fixture_dump_briefing  (Fixture       *self);

G_END_DECLS
