/* spz-lectern-text.h: what stands on the lectern's screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

char *spz_lectern_dup_markup         (const SpzNode *node,
                                      const SpzNode *context);
char *spz_lectern_dup_line           (const SpzNode *node);
char *spz_lectern_format_time        (gint64         seconds);
char *spz_lectern_describe_remaining (gint64         left,
                                      gint64         needed);

G_END_DECLS
