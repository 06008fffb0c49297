/* spz-settings.h: what the window remembers
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *spz_settings_new (void);

G_END_DECLS
