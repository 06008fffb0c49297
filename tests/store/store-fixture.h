/* store-fixture.h: a programme file in a folder of its own
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <sqlite3.h>

#include "spz-error.h"
#include "spz-store.h"

G_BEGIN_DECLS

typedef struct
{
  char     *folder;
  char     *path;
  SpzStore *store;
} StoreFixture;

char     *store_fixture_make_folder (void);
void      store_fixture_set_up    (StoreFixture  *fixture,
                                   gconstpointer  data);
void      store_fixture_tear_down (StoreFixture  *fixture,
                                   gconstpointer  data);
void      store_fixture_reopen    (StoreFixture  *fixture);
char     *store_fixture_file      (StoreFixture  *fixture,
                                   const char    *name);

gint64    test_add_titled         (SpzStore      *store,
                                   const char    *table,
                                   const char    *title);
gint64    test_add_child          (SpzStore      *store,
                                   const char    *table,
                                   const char    *reference,
                                   gint64         parent,
                                   const char    *title);
void      test_set_title          (SpzStore      *store,
                                   const char    *table,
                                   gint64         id,
                                   const char    *title);
void      test_begin              (SpzStore      *store,
                                   const char    *label);
void      test_commit             (SpzStore      *store);

char     *test_get_title          (SpzStore      *store,
                                   const char    *table,
                                   gint64         id);
char     *test_dump               (const char    *path);
void      test_sql                (const char    *path,
                                   const char    *sql);
guint     test_count_files        (const char    *folder);

#define test_assert_text(text, expected)                \
  G_STMT_START {                                        \
    g_autofree char *text_ = (text);                    \
    g_assert_cmpstr (text_, ==, (expected));            \
  } G_STMT_END

G_END_DECLS
