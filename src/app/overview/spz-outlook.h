/* spz-outlook.h: what is next, and what wobbles
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzOutlookItem:
 * @record: (owned): what it is about
 * @title: (owned): its title, plain text
 * @detail: (owned): what about it, plain text
 * @sort_date: the day it is sorted by
 */
typedef struct
{
  SpzRecord *record;
  char      *title;
  char      *detail;
  SpzDate    sort_date;
} SpzOutlookItem;

/* All of it as seen from the programme's reference date */

gboolean   spz_outlook_is_empty       (SpzProgramme *programme);
GPtrArray *spz_outlook_get_concerns   (SpzProgramme *programme);
GPtrArray *spz_outlook_get_running    (SpzProgramme *programme);
GPtrArray *spz_outlook_get_milestones (SpzProgramme *programme);
GPtrArray *spz_outlook_get_due        (SpzProgramme *programme);
char      *spz_outlook_dup_distance   (SpzDate       from,
                                       SpzDate       to);

G_END_DECLS
