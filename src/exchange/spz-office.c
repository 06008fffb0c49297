/* spz-office.c: what OpenDocument and Office Open XML have in common
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-office-private.h"

#include <glib/gi18n-lib.h>

#include "spz-marker.h"

/* Private: takes the page's number and the number of all pages apart */
void
spz_office_page_count_init (SpzOfficePageCount *self)
{
  g_auto (GStrv) parts = g_strsplit (_("Page %u of %u"), "%u", 3);

  g_assert (g_strv_length (parts) == 3);
  self->before = g_strdup (parts[0]);
  self->between = g_strdup (parts[1]);
  self->after = g_strdup (parts[2]);
}

/* Private: frees what it holds */
void
spz_office_page_count_clear (SpzOfficePageCount *self)
{
  g_free (self->before);
  g_free (self->between);
  g_free (self->after);
}

/* Private: the bullet of a level, from 1 */
const char *
spz_office_get_bullet (guint level)
{
  static const char *const bullets[SPZ_OFFICE_LEVELS] = { "•", "–", "◦" };

  return bullets[CLAMP (level, 1, SPZ_OFFICE_LEVELS) - 1];
}

/* Private: a node's text with its marker, if it isn't for everybody */
GPtrArray *
spz_office_get_runs (const SpzNode *node)
{
  g_autofree char *markdown = spz_inline_from_runs (node->runs);
  g_autofree char *marked = spz_marker_mark (node, markdown);

  return spz_inline_parse (marked);
}

/* Private: the plan, if it is part of the document; there is one at the most */
const SpzNode *
spz_office_get_plan (SpzDocument *document)
{
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    {
      const SpzNode *node = spz_document_get_node (document, i);

      if (node->kind == SPZ_NODE_TIMELINE)
        return node;
    }

  return NULL;
}
