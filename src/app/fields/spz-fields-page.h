/* spz-fields-page.h: the action fields and their points
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-page.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIELDS_PAGE (spz_fields_page_get_type ())
G_DECLARE_FINAL_TYPE (SpzFieldsPage, spz_fields_page, SPZ, FIELDS_PAGE, SpzPage)

G_END_DECLS
