/* spz-markdown.h: a document as Markdown
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

char *spz_markdown_render (SpzDocument *document);

G_END_DECLS
