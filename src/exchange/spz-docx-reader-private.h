/* spz-docx-reader-private.h: the styles and lists of somebody else's DOCX
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-office-text-private.h"

G_BEGIN_DECLS

/**
 * SpzDocxStyles:
 *
 * The styles and numberings of a document (ECMA-376, part 1, 17.7 and 17.9),
 * with what is inherited.
 */
typedef struct _SpzDocxStyles SpzDocxStyles;

SpzDocxStyles  *spz_docx_styles_new   (SpzPackageReader  *package,
                                       const char        *folder,
                                       GError           **error);
void            spz_docx_styles_free  (SpzDocxStyles     *self);
gboolean        spz_docx_styles_place (SpzDocxStyles     *self,
                                       const xmlNode     *paragraph,
                                       SpzOfficeBlock    *block);
SpzInlineStyle  spz_docx_styles_get   (SpzDocxStyles     *self,
                                       const xmlNode     *run,
                                       gboolean           is_plain,
                                       gboolean          *is_hidden);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzDocxStyles, spz_docx_styles_free)

/* What the names of paragraph styles tell, in either format */
gboolean        spz_office_place_by_name (const char     *name,
                                          SpzOfficeBlock *block);
gboolean        spz_office_is_arrow      (const char     *bullet);

G_END_DECLS
