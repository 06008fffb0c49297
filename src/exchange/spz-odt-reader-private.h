/* spz-odt-reader-private.h: the styles and lists of somebody else's ODT
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-office-text-private.h"

G_BEGIN_DECLS

/**
 * SpzOdtEmphasis:
 * @bold: whether text is, 1 or 0, or -1 if nothing is said
 * @italic: likewise
 * @hidden: likewise
 */
typedef struct
{
  int bold;
  int italic;
  int hidden;
} SpzOdtEmphasis;

/**
 * SpzOdtStyles:
 *
 * The styles of a document (ODF 1.2, part 1, 16), with what is inherited. They
 * live no longer than the trees they were read from.
 */
typedef struct _SpzOdtStyles SpzOdtStyles;

SpzOdtStyles   *spz_odt_styles_new      (const xmlNode    *content,
                                         const xmlNode    *styles);
void            spz_odt_styles_free     (SpzOdtStyles     *self);
gboolean        spz_odt_styles_place    (SpzOdtStyles     *self,
                                         const char       *name,
                                         SpzOfficeBlock   *block);
SpzOdtEmphasis  spz_odt_styles_get      (SpzOdtStyles     *self,
                                         const char       *family,
                                         const char       *name);
SpzOfficeKind   spz_odt_styles_get_item (SpzOdtStyles     *self,
                                         const char       *list,
                                         int               level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzOdtStyles, spz_odt_styles_free)

G_END_DECLS
