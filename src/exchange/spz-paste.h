/* spz-paste.h: points from the clipboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "spz-types.h"

G_BEGIN_DECLS

/**
 * SpzPasteLine:
 * @text: (owned): its text, inline Markdown, without its bullet
 * @level: how deep it stands, from 1
 * @style: what it looks like
 * @bullet: whether it had a bullet, and thus is a point of its own
 */
typedef struct
{
  char          *text;
  guint          level;
  SpzPointStyle  style;
  gboolean       bullet;
} SpzPasteLine;

GPtrArray    *spz_paste_read_text (const char *text);
GPtrArray    *spz_paste_read_html (GBytes     *html);

/* For the readers */

SpzPasteLine *spz_paste_add       (GPtrArray  *lines,
                                   char       *text,
                                   guint       level,
                                   gboolean    bullet);
GPtrArray    *spz_paste_lines_new (void);

G_END_DECLS
