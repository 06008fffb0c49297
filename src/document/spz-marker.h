/* spz-marker.h: what marks an item for a narrow audience
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

const char *spz_marker_get  (SpzAudience    audience);
char       *spz_marker_mark (const SpzNode *node,
                             const char    *text);

G_END_DECLS
