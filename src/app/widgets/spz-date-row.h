/* spz-date-row.h: a row in which a date is written or picked
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_DATE_ROW (spz_date_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzDateRow, spz_date_row, SPZ, DATE_ROW, AdwEntryRow)

/* Properties: "date" (an SpzDate) and "precision" (SpzPrecision), both
 * notified when the user has finished; "use-end" (the last day of a written
 * period is meant, not the first); "day-only" (no coarser precision). */

GtkWidget    *spz_date_row_new           (void);
SpzDate       spz_date_row_get_date      (SpzDateRow   *self);
void          spz_date_row_set_date      (SpzDateRow   *self,
                                          SpzDate       date,
                                          SpzPrecision  precision);
void          spz_date_row_set_fallback  (SpzDateRow   *self,
                                          SpzDate       fallback);
gboolean      spz_date_row_get_has_problem (SpzDateRow *self);
void          spz_date_row_bind          (SpzDateRow   *self,
                                          SpzProgramme *programme,
                                          gpointer      record,
                                          const char   *date_property,
                                          const char   *precision_property);

G_END_DECLS
