/* spz-page-tools.h: finding one's way on a page, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-app-fixture.h"
#include "spz-page.h"

G_BEGIN_DECLS

SpzPage  *spz_tool_show   (SpzAppFixture *self,
                           const char    *name);
gpointer  spz_tool_find   (gpointer       root,
                           GType          type,
                           guint          nth);
guint     spz_tool_count  (gpointer       root,
                           GType          type);
void      spz_tool_do     (gpointer       widget,
                           const char    *action);
void      spz_tool_undo   (SpzAppFixture *self);
void      spz_tool_xdo    (const char    *format,
                           ...) G_GNUC_PRINTF (1, 2);
void      spz_tool_to_screen (GtkWidget   *widget,
                              int         *x,
                              int         *y);
gpointer  spz_tool_record (SpzAppFixture *self,
                           GType          type,
                           guint          index);
char     *spz_tool_text_in_file (SpzAppFixture *self,
                                 gpointer       record,
                                 const char    *table,
                                 const char    *column);

G_END_DECLS
