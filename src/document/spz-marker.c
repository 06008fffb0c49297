/* spz-marker.c: what marks an item for a narrow audience
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-marker.h"

/* Private: what stands before an item that isn't for everybody. Not translated:
 * the importer knows these words. */
const char *
spz_marker_get (SpzAudience audience)
{
  switch (audience)
    {
    case SPZ_AUDIENCE_COMMITTEE:
      return "[nichtöffentlich]";

    case SPZ_AUDIENCE_INTERNAL:
      return "[intern]";

    case SPZ_AUDIENCE_PUBLIC:
    default:
      return "";
    }
}

/* Private: @text after the marker of @node, if it has one */
char *
spz_marker_mark (const SpzNode *node,
                 const char    *text)
{
  const char *marker = spz_marker_get (node->audience);

  return g_strconcat (marker, *marker != '\0' ? " " : "", text, NULL);
}
