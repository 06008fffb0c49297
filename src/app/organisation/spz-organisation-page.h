/* spz-organisation-page.h: roles, tasks and assignments
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-page.h"

G_BEGIN_DECLS

#define SPZ_TYPE_ORGANISATION_PAGE (spz_organisation_page_get_type ())
G_DECLARE_FINAL_TYPE (SpzOrganisationPage, spz_organisation_page, SPZ, ORGANISATION_PAGE, SpzPage)

G_END_DECLS
