/* spz-typing.h: quotes and dashes as they are typed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *spz_typing_correct (const char *text,
                                    guint      *n_replaced);

G_END_DECLS
