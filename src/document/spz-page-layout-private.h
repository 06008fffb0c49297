/* spz-page-layout-private.h: the measures of the layouts
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-composer.h"
#include "spz-pages.h"

G_BEGIN_DECLS

/**
 * SpzPageMeasures:
 * @nick: its name on the command line
 * @title: its name on the screen, untranslated
 * @type: how large the type is, against the original's
 * @leading: how far its lines are apart, against the original's
 * @spacing: how much room is between paragraphs and inside of tables
 * @left: and the other margins, in points
 * @aside_gap: between the text and the column beside it that is written on by hand
 * @aside_margin: from that column to the paper's edge; 0 where there is no such column
 * @ruling: how far its lines are apart, in points
 * @has_times: whether it tells at each heading how long has been spoken
 * @omits: what is left out of a paper
 *
 * A layout is nothing but this: there is one paginator for all.
 */
typedef struct
{
  const char      *nick;
  const char      *title;
  double           type;
  double           leading;
  double           spacing;
  double           left;
  double           right;
  double           top;
  double           bottom;
  double           aside_gap;
  double           aside_margin;
  double           ruling;
  gboolean         has_times;
  SpzComposeFlags  omits;
} SpzPageMeasures;

const SpzPageMeasures *spz_page_layout_get_measures (SpzPageLayout layout);

G_END_DECLS
