/* spz-labels.h: the domain's words for people
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const char *spz_enum_get_label        (GType       enum_type,
                                       int         value);
const char *spz_record_type_get_label (GType       type);
char       *spz_record_type_describe  (GType       type,
                                       const char *title);

G_END_DECLS
