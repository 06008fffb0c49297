/* spz-line-binding.h: a line that edits a record's text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-line-text.h"
#include "spz-programme.h"

G_BEGIN_DECLS

void spz_line_text_bind (SpzLineText  *line,
                         SpzProgramme *programme,
                         gpointer      record,
                         const char   *property);

G_END_DECLS
