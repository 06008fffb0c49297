/* spz-print-tab.h: what is printed, in the system's print dialogue
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-composer.h"
#include "spz-timeline-picture.h"

G_BEGIN_DECLS

/**
 * SpzPrintOptions:
 * @audience: whom it is for
 * @layout: how it is set
 * @omits: what is left out
 * @paper: on which paper the plan is
 */
typedef struct
{
  SpzAudience      audience;
  SpzPageLayout    layout;
  SpzComposeFlags  omits;
  SpzTimelinePaper paper;
} SpzPrintOptions;

#define SPZ_TYPE_PRINT_TAB (spz_print_tab_get_type ())
G_DECLARE_FINAL_TYPE (SpzPrintTab, spz_print_tab, SPZ, PRINT_TAB, GtkBox)

/* Signal "changed": the user chose something else. */

SpzPrintTab *spz_print_tab_new         (const SpzPrintOptions *options,
                                        gboolean               has_text);
void         spz_print_tab_get_options (SpzPrintTab           *self,
                                        SpzPrintOptions       *options);
void         spz_print_tab_set_summary (SpzPrintTab           *self,
                                        const char            *summary);

G_END_DECLS
