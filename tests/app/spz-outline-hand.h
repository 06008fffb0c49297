/* spz-outline-hand.h: a real keyboard and pointer in an outline, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-line-text.h"
#include "spz-outline-view.h"
#include "spz-page-tools.h"
#include "spz-point-row.h"

G_BEGIN_DECLS

/**
 * SpzOutlineHand:
 * @app: (unowned): the fixture
 * @field: (unowned): the action field of which the points are shown
 * @view: (unowned): its outline
 *
 * Xdotool presses the keys and moves the pointer, so that all is tested from
 * the event on; what is found then is read from the file by another
 * connection.
 */
typedef struct
{
  SpzAppFixture  *app;
  SpzActionField *field;
  SpzOutlineView *view;
} SpzOutlineHand;

void         spz_outline_hand_init         (SpzOutlineHand *self,
                                            SpzAppFixture  *app,
                                            const char     *outline);
SpzPointRow *spz_outline_hand_get_row      (SpzOutlineHand *self,
                                            guint           index);
SpzLineText *spz_outline_hand_get_line     (SpzOutlineHand *self,
                                            guint           index);
void         spz_outline_hand_focus        (SpzOutlineHand *self,
                                            guint           index,
                                            int             offset);
void         spz_outline_hand_place_pointer (SpzOutlineHand *self,
                                            guint           index,
                                            int             offset);
guint        spz_outline_hand_count_steps  (SpzOutlineHand *self);
void         spz_outline_hand_assert       (SpzOutlineHand *self,
                                            const char     *outline);
void         spz_outline_hand_assert_focus (SpzOutlineHand *self,
                                            guint           index,
                                            int             offset);

G_END_DECLS
