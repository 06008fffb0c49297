/* spz-plain-text.h: a document as plain text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

char *spz_plain_text_render (SpzDocument *document,
                             guint        columns);

G_END_DECLS
