/* spz-plan-picture.c: the plan of a paper as a picture
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plan-picture.h"

#include "spz-language.h"

/* A picture that is passed on is a paper, and speaks its language, whatever the
 * screen's is. */

/**
 * spz_plan_picture_new_sheet:
 * @document: a document with a plan
 * @paper: the size it is laid out for
 *
 * Returns: (transfer full): what the picture shows
 */
SpzTimelineSheet *
spz_plan_picture_new_sheet (SpzDocument       *document,
                            SpzTimelinePaper   paper)
{
  const SpzNode *node = spz_document_get_plan (document);
  g_auto (SpzLanguage) language = { 0 };

  g_return_val_if_fail (node != NULL, NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);

  return spz_timeline_picture_new_sheet (node->plan, paper);
}

/**
 * spz_plan_picture_to_svg:
 * @document: a document with a plan
 * @paper: the size it is laid out for
 * @error: return location for an error
 *
 * Draws the plan as spz_timeline_picture_to_svg() does. May be called in any
 * thread.
 *
 * Returns: (transfer full): an SVG file
 */
GBytes *
spz_plan_picture_to_svg (SpzDocument       *document,
                         SpzTimelinePaper   paper,
                         GError           **error)
{
  const SpzNode *node = spz_document_get_plan (document);
  g_auto (SpzLanguage) language = { 0 };

  g_return_val_if_fail (node != NULL, NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);

  return spz_timeline_picture_to_svg (node->plan, paper, error);
}

/**
 * spz_plan_picture_to_png:
 * @document: a document with a plan
 * @paper: the size it is laid out for
 * @dpi: the resolution, in dots an inch
 * @error: return location for an error
 *
 * Draws the plan as spz_timeline_picture_to_png() does. May be called in any
 * thread.
 *
 * Returns: (transfer full): a PNG file
 */
GBytes *
spz_plan_picture_to_png (SpzDocument       *document,
                         SpzTimelinePaper   paper,
                         double             dpi,
                         GError           **error)
{
  const SpzNode *node = spz_document_get_plan (document);
  g_auto (SpzLanguage) language = { 0 };

  g_return_val_if_fail (node != NULL, NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);

  return spz_timeline_picture_to_png (node->plan, paper, dpi, error);
}
