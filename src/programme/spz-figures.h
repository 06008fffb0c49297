/* spz-figures.h: key figures and their arithmetic
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

SpzFigureValue *spz_figure_get_value         (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of);
gboolean        spz_figure_is_computed_from  (SpzFigure     *figure,
                                              SpzFigure     *part);
gboolean        spz_figure_get_number        (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of,
                                              double        *number,
                                              GError       **error);
gboolean        spz_figure_get_change        (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of,
                                              double        *change,
                                              SpzDate       *since);
gboolean        spz_figure_get_change_since  (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of,
                                              SpzDate        since,
                                              double        *change);
gboolean        spz_figure_compute           (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of,
                                              double        *number,
                                              GError       **error);
gboolean        spz_figure_solve             (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzFigure     *part,
                                              SpzDate        as_of,
                                              double         result,
                                              double        *value);
SpzFigure      *spz_figure_find_culprit      (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of,
                                              double        *expected);
gboolean        spz_figure_check             (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of,
                                              GError       **error);
char           *spz_figure_format_number     (SpzFigure     *figure,
                                              double         number);
char           *spz_figure_format_arithmetic (SpzProgramme  *programme,
                                              SpzFigure     *figure,
                                              SpzDate        as_of);

G_END_DECLS
