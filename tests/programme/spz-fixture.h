/* spz-fixture.h: a programme file for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

typedef struct
{
  char         *directory;
  char         *path;
  SpzProgramme *programme;
} SpzFixture;

void  spz_fixture_set_up    (SpzFixture    *self,
                             gconstpointer  data);
void  spz_fixture_reopen    (SpzFixture    *self);
void  spz_fixture_tear_down (SpzFixture    *self,
                             gconstpointer  data);
char *spz_fixture_dump      (SpzFixture    *self);

/* The record just added */
#define spz_fixture_add(self, type, ...)                                      \
  spz_programme_lookup ((self)->programme, type,                              \
                        spz_programme_add ((self)->programme, type, NULL, __VA_ARGS__))
