/* bench-tools.h: measuring, and saying what came of it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double  bench_get_cpu_ms   (void);
double  bench_get_server_ms (void);
double  bench_get_peak_mib (void);
GArray *bench_run_child    (const char *self,
                            const char *mode,
                            const char *file);
void    bench_append       (GArray     *values,
                            GArray     *more);
double  bench_get_quantile (GArray     *values,
                            double      quantile);
void    bench_report       (double      value,
                            double      aim,
                            const char *format,
                            ...) G_GNUC_PRINTF (3, 4);
char   *bench_create_plan  (const char *directory,
                            gboolean    is_large);

G_END_DECLS
