/* spz-archive-marks.h: what was searched, marked in a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *spz_archive_mark (const char *text,
                        const char *query);

G_END_DECLS
