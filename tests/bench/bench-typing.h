/* bench-typing.h: keys, and the frames that show them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BenchCadence:
 * @BENCH_HAND: a quick typist, seven or eight keys a second
 * @BENCH_REPEAT: as fast as a key repeats that is held down, thirty a second
 * @BENCH_PAUSES: a key, and time to see all that follows from it
 */
typedef enum
{
  BENCH_HAND,
  BENCH_REPEAT,
  BENCH_PAUSES,
} BenchCadence;

typedef struct _BenchTyping BenchTyping;

BenchTyping *bench_typing_new     (GtkWidget          *window);
void         bench_typing_free    (BenchTyping        *self);
void         bench_typing_run     (BenchTyping        *self,
                                   guint               n_keys,
                                   BenchCadence        cadence);
void         bench_typing_report  (BenchTyping        *self,
                                   const char         *what,
                                   double              aim);
double       bench_get_key_time   (GtkEventController *keys);

G_END_DECLS
