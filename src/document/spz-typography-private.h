/* spz-typography-private.h: how text is set on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <pango/pangocairo.h>

#include "spz-page-layout-private.h"
#include "spz-pages.h"

G_BEGIN_DECLS

/**
 * SpzTextStyle:
 *
 * What a piece of text is, which decides how it is set.
 */
typedef enum
{
  SPZ_TEXT_BYLINE,
  SPZ_TEXT_LETTERHEAD,
  SPZ_TEXT_TITLE,
  SPZ_TEXT_OCCASION,
  SPZ_TEXT_HEADING_1,
  SPZ_TEXT_HEADING_2,
  SPZ_TEXT_BODY,
  SPZ_TEXT_CONCLUSION,
  SPZ_TEXT_TABLE_HEAD,
  SPZ_TEXT_CELL,
  SPZ_TEXT_CELL_STRONG,
  SPZ_TEXT_CELL_NOTE,
  SPZ_TEXT_FURNITURE,
  SPZ_TEXT_MARKING,
  SPZ_TEXT_TIME,
  SPZ_TEXT_NOTE,
  SPZ_N_TEXT_STYLES
} SpzTextStyle;

/**
 * SpzTypography:
 *
 * Makes the Pango layouts of a paper. They belong to the thread it was made in,
 * whose fonts they use.
 */
typedef struct
{
  double                 scale;     /* of the space between texts */
  const SpzPageMeasures *measures;

  /* Owned */
  PangoContext         *context;
  PangoFontDescription *fonts[SPZ_N_TEXT_STYLES];
  GHashTable           *labels[SPZ_N_TEXT_STYLES];
  GRegex               *unbreakable;
  GString              *unknown;
} SpzTypography;

void         spz_typography_init       (SpzTypography *self,
                                        SpzPageLayout  layout,
                                        const char    *language);
void         spz_typography_clear      (SpzTypography *self);

double       spz_typography_get_size   (SpzTypography *self,
                                        SpzTextStyle   style);
double       spz_typography_get_line   (SpzTypography *self,
                                        SpzTextStyle   style);
gboolean     spz_text_style_is_quiet   (SpzTextStyle   style);
PangoLayout *spz_typography_set_node   (SpzTypography *self,
                                        SpzTextStyle   style,
                                        const SpzNode *node,
                                        double         width);
PangoLayout *spz_typography_set_text   (SpzTypography *self,
                                        SpzTextStyle   style,
                                        const char    *text,
                                        double         width,
                                        PangoAlignment alignment);
PangoLayout *spz_typography_set_line   (SpzTypography *self,
                                        SpzTextStyle   style,
                                        const char    *text,
                                        double         width,
                                        PangoAlignment alignment);
PangoLayout *spz_typography_set_unseen (SpzTypography *self,
                                        const char    *text,
                                        double         width);
PangoLayout *spz_typography_set_noted  (SpzTypography *self,
                                        SpzTextStyle   style,
                                        const char    *text,
                                        const GArray  *notes,
                                        double         width,
                                        PangoAlignment alignment);
char        *spz_typography_get_number (const SpzNote *note);
PangoLayout *spz_typography_set_label  (SpzTypography *self,
                                        SpzTextStyle   style,
                                        const char    *label);

G_END_DECLS
