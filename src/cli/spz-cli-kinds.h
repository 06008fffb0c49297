/* spz-cli-kinds.h: the kinds of items the command line knows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <json-glib/json-glib.h>

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzCliKind:
 * @name: what a list of them is called: "phases"
 * @singular: what one is called: "phase"
 * @get_type: the record's type
 * @collect: (nullable): all of them in reading order; if not given, the
 *   table's order
 * @dup_title: (nullable): what one is known by, as plain text; if not given,
 *   its title
 * @dup_detail: (nullable): what else to print of one
 * @add_members: (nullable): what else to say of one in JSON
 */
typedef struct
{
  const char   *name;
  const char   *singular;
  GType       (*get_type)    (void);
  GPtrArray  *(*collect)     (SpzProgramme *programme);
  char       *(*dup_title)   (SpzProgramme *programme,
                              gpointer      record);
  char       *(*dup_detail)  (SpzProgramme *programme,
                              gpointer      record);
  void        (*add_members) (SpzProgramme *programme,
                              gpointer      record,
                              JsonBuilder  *builder);
} SpzCliKind;

const SpzCliKind *spz_cli_kind_find          (const char       *name);
char             *spz_cli_kind_describe_all  (void);
GPtrArray        *spz_cli_kind_collect       (const SpzCliKind *self,
                                              SpzProgramme     *programme);
char             *spz_cli_kind_dup_title     (const SpzCliKind *self,
                                              SpzProgramme     *programme,
                                              gpointer          record);

/* For the members of JSON objects */

void              spz_cli_add_string         (JsonBuilder      *builder,
                                              const char       *name,
                                              const char       *value);
void              spz_cli_add_date           (JsonBuilder      *builder,
                                              const char       *name,
                                              SpzDate           date);

G_END_DECLS
