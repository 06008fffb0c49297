/* spz-changeset-private.h: the bytes of a recorded transaction
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-change.h"
#include "spz-schema-private.h"

G_BEGIN_DECLS

gboolean  spz_changeset_parse  (GBytes     *changeset,
                                SpzSchema  *schema,
                                GArray     *changes);
GBytes   *spz_changeset_invert (GBytes     *changeset);
GBytes   *spz_changeset_concat (GBytes     *first,
                                GBytes     *second);

G_END_DECLS
