/* spz-window.h: a window that shows one programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-application.h"
#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_WINDOW (spz_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzWindow, spz_window, SPZ, WINDOW, AdwApplicationWindow)

SpzWindow    *spz_window_new           (SpzApplication *app);
void          spz_window_load          (SpzWindow      *self,
                                        GFile          *file,
                                        SpzStoreFlags   flags);
GFile        *spz_window_get_file      (SpzWindow      *self);
SpzProgramme *spz_window_get_programme (SpzWindow      *self);
void          spz_window_set_programme (SpzWindow      *self,
                                        SpzProgramme   *programme);

gboolean      spz_window_has_page      (const char     *name);
void          spz_window_show_page     (SpzWindow      *self,
                                        const char     *name);
gboolean      spz_window_go_to         (SpzWindow      *self,
                                        SpzRecord      *record);

void          spz_window_toast         (SpzWindow      *self,
                                        const char     *text);
void          spz_window_toast_undo    (SpzWindow      *self);

G_END_DECLS
