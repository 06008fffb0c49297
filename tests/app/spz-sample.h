/* spz-sample.h: a small programme to look at in tests
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

void spz_sample_fill (SpzProgramme *programme);

G_END_DECLS
