/* spz-programme-private.h: an open programme, from within
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"
#include "spz-table-private.h"

G_BEGIN_DECLS

struct _SpzProgramme
{
  GObject     parent_instance;

  /* Owned */
  SpzStore   *store;
  GHashTable *tables;        /* GType → SpzTable */
  GHashTable *by_name;       /* interned table name → SpzTable, borrowed from tables */

  guint       depth;         /* of nested steps */
  gboolean    broken;        /* a step inside was rolled back */
  gboolean    ahead;         /* the lists have what the step under way wrote */
  SpzDate     shown_date;    /* the reference date last notified */
};

SpzStore *spz_programme_get_store  (SpzProgramme  *self);
SpzTable *spz_programme_get_table  (SpzProgramme  *self,
                                    GType          type);
gboolean  spz_programme_reload     (SpzProgramme  *self,
                                    GError       **error);
void      spz_programme_read_again (SpzProgramme  *self);

/* spz-checks.c */
gboolean  spz_check_values        (SpzProgramme  *self,
                                   GType          type,
                                   SpzRecord     *record,
                                   const char *const *columns,
                                   const GValue  *values,
                                   GError       **error);
gboolean  spz_check_delivered     (SpzProgramme  *self,
                                   GType          type,
                                   SpzRecord     *record,
                                   const char *const *columns,
                                   const GValue  *values,
                                   GError       **error);

G_END_DECLS
