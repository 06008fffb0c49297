/* spz-page-foot-private.h: notes at the foot of a page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-pages-private.h"

G_BEGIN_DECLS

/**
 * SpzPageFoot:
 * @height: how much of the page it takes, from the lower margin up
 * @parts: what is on this page
 * @carried: what the next page begins with, as there was no room for it
 * @present: (element-type SpzNote): the notes on this page
 *
 * The notes that the text of the page refers to. They are on the page of the
 * first reference to them that it has; what of a note has no room there goes
 * on at the next foot.
 */
typedef struct
{
  double     height;

  /* Owned */
  GArray    *parts;
  GArray    *carried;
  GPtrArray *present;

  /* Borrowed */
  SpzPages  *pages;
} SpzPageFoot;

void     spz_page_foot_init    (SpzPageFoot            *self,
                                SpzPages               *pages);
void     spz_page_foot_clear   (SpzPageFoot            *self);
void     spz_page_foot_begin   (SpzPageFoot            *self,
                                double                  room);
double   spz_page_foot_measure (SpzPageFoot            *self,
                                GPtrArray              *notes);
void     spz_page_foot_add     (SpzPageFoot            *self,
                                const SpzFlowReference *reference,
                                SpzTag                 *referrer,
                                double                  room);
void     spz_page_foot_place   (SpzPageFoot            *self,
                                SpzPaperPage           *page);

G_END_DECLS
