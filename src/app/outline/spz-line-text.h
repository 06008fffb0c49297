/* spz-line-text.h: one line of an outline, edited in place
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-inline.h"

G_BEGIN_DECLS

#define SPZ_TYPE_LINE_TEXT (spz_line_text_get_type ())
G_DECLARE_FINAL_TYPE (SpzLineText, spz_line_text, SPZ, LINE_TEXT, GtkTextView)

typedef gboolean (*SpzLineMentionFunc) (const char *symbol,
                                        gpointer    data);

GtkWidget  *spz_line_text_new           (void);
const char *spz_line_text_get_markdown  (SpzLineText    *self);
void        spz_line_text_set_markdown  (SpzLineText    *self,
                                         const char     *markdown);
void        spz_line_text_tell          (SpzLineText    *self);
gboolean    spz_line_text_is_untold     (SpzLineText    *self);
void        spz_line_text_set_menu      (SpzLineText    *self,
                                         GMenuModel     *menu);
void        spz_line_text_toggle_style  (SpzLineText    *self,
                                         SpzInlineStyle  style);
void        spz_line_text_place_cursor  (SpzLineText    *self,
                                         int             offset);
void        spz_line_text_select_all    (SpzLineText    *self);
void        spz_line_text_show_range    (SpzLineText    *self,
                                         int             start,
                                         int             end);
void        spz_line_text_set_mentions  (SpzLineText    *self,
                                         SpzLineMentionFunc is_mention,
                                         gpointer        data);
void        spz_line_text_set_searched  (SpzLineText    *self,
                                         const char     *searched);
void        spz_line_text_split         (SpzLineText    *self,
                                         char          **head,
                                         char          **tail);

G_END_DECLS
