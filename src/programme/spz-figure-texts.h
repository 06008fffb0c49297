/* spz-figure-texts.h: figures mentioned in texts
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/* A text mentions a figure by its symbol in braces: "{faehig}" stands for its
 * value with its unit, "{#faehig}" for the number alone, each as of the day
 * the text is for. "\{" is a brace. What is no figure's symbol stays as it is. */

char        *spz_figures_expand       (SpzProgramme *programme,
                                       const char   *text,
                                       SpzDate       as_of,
                                       SpzAudience   audience);
char        *spz_figures_expand_marked (SpzProgramme *programme,
                                        const char   *text,
                                        SpzDate       as_of,
                                        SpzAudience   audience,
                                        const char   *mark,
                                        GPtrArray    *shown);
char        *spz_figures_redact       (SpzProgramme *programme,
                                       const char   *text,
                                       SpzAudience   audience);
SpzAudience  spz_figures_get_audience (SpzProgramme *programme,
                                       const char   *text);
SpzFigure   *spz_figure_find          (SpzProgramme *programme,
                                       const char   *symbol);
char        *spz_figure_dup_mention   (SpzFigure    *figure);
GPtrArray   *spz_figure_find_mentions (SpzProgramme *programme,
                                       SpzFigure    *figure);

G_END_DECLS
