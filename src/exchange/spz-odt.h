/* spz-odt.h: a document as OpenDocument text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

GBytes *spz_odt_render (SpzDocument  *document,
                        GError      **error);

G_END_DECLS
