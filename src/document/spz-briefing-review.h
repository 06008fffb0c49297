/* spz-briefing-review.h: what to look at before a briefing is delivered
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzReviewKind:
 * @SPZ_REVIEW_PROMISE: the plan contradicts what was promised
 * @SPZ_REVIEW_FIGURE: a sum doesn't hold
 * @SPZ_REVIEW_GAP: something is still to be filled in
 * @SPZ_REVIEW_TIME: it takes longer to say than there is time
 * @SPZ_REVIEW_HIDDEN: the audience will not see it; this may be intended
 */
typedef enum
{
  SPZ_REVIEW_PROMISE,
  SPZ_REVIEW_FIGURE,
  SPZ_REVIEW_GAP,
  SPZ_REVIEW_TIME,
  SPZ_REVIEW_HIDDEN,
} SpzReviewKind;

/**
 * SpzReviewItem:
 * @kind: of what kind it is
 * @record: where to look
 * @title: (owned): what it is about, plain text
 * @text: (owned): what about it, a sentence
 *
 * Something to look at.
 */
typedef struct
{
  SpzReviewKind  kind;
  SpzRecord     *record;
  char          *title;
  char          *text;
} SpzReviewItem;

GPtrArray *spz_briefing_review (SpzProgramme *programme,
                                SpzBriefing  *briefing,
                                SpzAudience   audience);

G_END_DECLS
