/* spz-error.c: errors about what the user gave
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-error.h"

G_DEFINE_QUARK (spz-error-quark, spz_error)
