/* spz-block-kinds.h: what blocks look like on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-types.h"

G_BEGIN_DECLS

const char *spz_block_kind_get_icon_name   (SpzBlockKind kind);
const char *spz_block_kind_get_description (SpzBlockKind kind);

G_END_DECLS
