/* spz-phase-kinds.h: the usual kinds of phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-types.h"

G_BEGIN_DECLS

/**
 * SpzUsualKind:
 * @title: what it is called
 * @short_label: what stands in a bar that is too short for more
 * @colour: its hue
 * @hatch: its pattern in black and white
 */
typedef struct
{
  const char *title;
  const char *short_label;
  SpzColour   colour;
  SpzHatch    hatch;
} SpzUsualKind;

#define SPZ_N_USUAL_KINDS 6

const SpzUsualKind *spz_usual_kind_get   (guint       index);
const SpzUsualKind *spz_usual_kind_guess (const char *phase_title);

G_END_DECLS
