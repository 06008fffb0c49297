/* spz-quarter.h: quarters of a year
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-date.h"

G_BEGIN_DECLS

/**
 * SpzQuarter:
 *
 * A quarter, counted: year × 4 + (0 … 3). Differences are numbers of
 * quarters. With a fiscal year that starts in another month than January the
 * year is the one in which the fiscal year starts.
 */
typedef gint32 SpzQuarter;

#define SPZ_QUARTER(year, number) ((SpzQuarter) ((year) * 4 + (number) - 1))

int         spz_quarter_get_year   (SpzQuarter  quarter);
int         spz_quarter_get_number (SpzQuarter  quarter);
SpzQuarter  spz_quarter_from_date  (SpzDate     date,
                                    int         fiscal_start);
SpzDate     spz_quarter_get_start  (SpzQuarter  quarter,
                                    int         fiscal_start);
SpzDate     spz_quarter_get_end    (SpzQuarter  quarter,
                                    int         fiscal_start);
char       *spz_quarter_format     (SpzQuarter  quarter);
char       *spz_quarter_to_iso     (SpzQuarter  quarter);

G_END_DECLS
