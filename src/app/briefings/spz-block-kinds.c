/* spz-block-kinds.c: what blocks look like on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-block-kinds.h"

static const struct
{
  const char *icon;
  const char *description;
} kinds[] = {
  [SPZ_BLOCK_HEADING] = { "format-text-bold-symbolic", N_("A line above what follows") },
  [SPZ_BLOCK_TEXT] = { "format-justify-left-symbolic", N_("A paragraph to read out") },
  [SPZ_BLOCK_POINTS] = { "view-list-bullet-symbolic", N_("Talking points of this briefing alone") },
  [SPZ_BLOCK_ACTION_FIELD] = { "spz-fields-symbolic", N_("Its talking points, all or chosen ones") },
  [SPZ_BLOCK_ROLES] = { "spz-organisation-symbolic", N_("Who does what, as a table") },
  [SPZ_BLOCK_FIGURES] = { "view-grid-symbolic", N_("The latest values and their change") },
  [SPZ_BLOCK_DATES] = { "spz-meetings-symbolic", N_("Milestones, meetings and assignments ahead") },
  [SPZ_BLOCK_TIMELINE] = { "spz-timeline-symbolic", N_("The plan, on a landscape page") },
  [SPZ_BLOCK_CHANGES] = { "view-refresh-symbolic", N_("What is new, changed or dropped, and what moved in the plan") },
  [SPZ_BLOCK_COMPARISON] = { "view-dual-symbolic", N_("The plan beside a version that was kept") },
  [SPZ_BLOCK_COMMITMENTS] = { "object-select-symbolic", N_("What was promised or ordered and is not done yet") },
};

/**
 * spz_block_kind_get_icon_name:
 * @kind: a kind of block
 *
 * Returns: (transfer none): the icon it is known by
 */
const char *
spz_block_kind_get_icon_name (SpzBlockKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].icon;
}

/**
 * spz_block_kind_get_description:
 * @kind: a kind of block
 *
 * Returns: (transfer none): in a line, what it brings into a briefing
 */
const char *
spz_block_kind_get_description (SpzBlockKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return _(kinds[kind].description);
}
