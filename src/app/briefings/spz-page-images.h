/* spz-page-images.h: pages of a paper as images
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gsk/gsk.h>

#include "spz-pages.h"

G_BEGIN_DECLS

typedef struct _SpzPageImages SpzPageImages;

SpzPageImages *spz_page_images_new   (SpzPages      *pages,
                                      guint          first,
                                      guint          n_images,
                                      int            width,
                                      SpzPageImages *former);
SpzPageImages *spz_page_images_ref   (SpzPageImages *self);
void           spz_page_images_unref (SpzPageImages *self);
GskRenderNode *spz_page_images_get   (SpzPageImages *self,
                                      guint          page,
                                      int            width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPageImages, spz_page_images_unref)

G_END_DECLS
