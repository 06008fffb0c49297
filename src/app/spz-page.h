/* spz-page.h: one page of the window
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PAGE (spz_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SpzPage, spz_page, SPZ, PAGE, AdwBin)

/**
 * SpzPageClass:
 * @set_programme: shows another programme, or none (%NULL); releases the former
 * @add: adds what the page holds ("+", Ctrl+N); %NULL where nothing can be added
 * @reveal: shows @record, which is of a kind the page holds, and focuses it;
 *   returns whether it could
 * @find: starts a search within the page (Ctrl+F); returns whether it did, and
 *   otherwise the whole programme is searched; %NULL where there is none
 * @print: prints what the page shows (Ctrl+P); %NULL where that is the latest
 *   briefing
 *
 * A page brings its own header bar. Its properties: "programme"; "title" and
 * "icon-name" (for the sidebar); "folded" (the window is narrow: the page's
 * header bar shows a back button with the action `win.back`).
 */
struct _SpzPageClass
{
  AdwBinClass parent_class;

  void     (*set_programme) (SpzPage      *self,
                             SpzProgramme *programme);
  void     (*add)           (SpzPage      *self);
  gboolean (*reveal)        (SpzPage      *self,
                             SpzRecord    *record);
  gboolean (*find)          (SpzPage      *self);
  void     (*print)         (SpzPage      *self);
};

SpzProgramme *spz_page_get_programme (SpzPage       *self);
gboolean      spz_page_can_add       (SpzPage       *self);
void          spz_page_add           (SpzPage       *self);
gboolean      spz_page_reveal        (SpzPage       *self,
                                      SpzRecord     *record);
gboolean      spz_page_find          (SpzPage       *self);
gboolean      spz_page_print         (SpzPage       *self);

/* For pages */

void          spz_page_report        (SpzPage       *self,
                                      GError        *error);
void          spz_page_toast_undo    (SpzPage       *self);
void          spz_page_go_to         (SpzPage       *self,
                                      SpzRecord     *record);

G_END_DECLS
