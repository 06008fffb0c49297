/* spz-application.h: the application
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPZ_TYPE_APPLICATION (spz_application_get_type ())
G_DECLARE_FINAL_TYPE (SpzApplication, spz_application, SPZ, APPLICATION, AdwApplication)

SpzApplication *spz_application_new                (const char     *application_id);
void            spz_application_open_file          (SpzApplication *self,
                                                    GFile          *file);
char           *spz_application_get_default_path   (void);

G_END_DECLS
