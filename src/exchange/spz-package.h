/* spz-package.h: the parts of an office document in one file
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzPackage:
 *
 * A ZIP file that is being written: an OpenDocument or Office Open XML package.
 */
typedef struct _SpzPackage SpzPackage;

SpzPackage *spz_package_new        (void);
void        spz_package_free       (SpzPackage  *self);
void        spz_package_add        (SpzPackage  *self,
                                    const char  *name,
                                    GBytes      *contents);
void        spz_package_take       (SpzPackage  *self,
                                    const char  *name,
                                    GBytes      *contents);
void        spz_package_add_stored (SpzPackage  *self,
                                    const char  *name,
                                    const char  *contents);
GBytes     *spz_package_end        (SpzPackage  *self,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPackage, spz_package_free)

G_END_DECLS
