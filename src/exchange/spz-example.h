/* spz-example.h: the example programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

SpzProgramme *spz_example_create (const char  *path,
                                  GError     **error);

G_END_DECLS
