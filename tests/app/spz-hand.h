/* spz-hand.h: a real pointer and keyboard on the plan, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-app-fixture.h"
#include "spz-timeline-view.h"

G_BEGIN_DECLS

/**
 * SpzHand:
 * @app: (unowned): the fixture
 * @view: (unowned): the plan
 * @measure: (unowned): the sample's measure
 * @first: (unowned): its first phase, the year 2020
 * @phase: (unowned): its second phase, the first half of 2021
 *
 * Xdotool moves the X server's pointer and presses its keys, so that all is
 * tested from the event on; where to is what the view says. What is found then
 * is read from the file by another connection.
 */
typedef struct
{
  SpzAppFixture   *app;
  SpzTimelineView *view;
  SpzMeasure      *measure;
  SpzPhase        *first;
  SpzPhase        *phase;
} SpzHand;

void    spz_hand_init          (SpzHand       *self,
                                SpzAppFixture *app);

double  spz_hand_get_per_day   (SpzHand       *self);
void    spz_hand_zoom_to       (SpzHand       *self,
                                double         per_day);
void    spz_hand_get_place     (SpzHand       *self,
                                gpointer       record,
                                double         along,
                                double         across,
                                int           *x,
                                int           *y);
void    spz_hand_to_screen     (SpzHand       *self,
                                int           *x,
                                int           *y);
void    spz_hand_point         (SpzHand       *self,
                                gpointer       record,
                                double         along);
void    spz_hand_drag_between  (int            x,
                                int            y,
                                int            to_x,
                                int            to_y);
void    spz_hand_drag          (SpzHand       *self,
                                gpointer       record,
                                double         along,
                                double         days);
void    spz_hand_release       (void);

guint   spz_hand_count_steps   (SpzHand       *self);
void    spz_hand_undo          (SpzHand       *self);
int     spz_hand_get_x         (SpzHand       *self,
                                gpointer       record);
void    spz_hand_assert_span   (SpzHand       *self,
                                gpointer       phase,
                                const char    *start,
                                const char    *end);
void    spz_hand_assert_text   (SpzHand       *self,
                                gpointer       record,
                                const char    *column,
                                const char    *text);
void    spz_hand_assert_number (SpzHand       *self,
                                gpointer       record,
                                const char    *column,
                                gint64         number);

G_END_DECLS
