/* spz-import-calendar-private.h: the events of a calendar
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import.h"

G_BEGIN_DECLS

typedef struct _SpzEvents SpzEvents;

SpzEvents *spz_events_new    (SpzImport   *import);
void       spz_events_free   (SpzEvents   *self);
gboolean   spz_events_add    (SpzEvents   *self,
                              const char  *text,
                              guint        line,
                              GError     **error);
void       spz_events_finish (SpzEvents   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzEvents, spz_events_free)

G_END_DECLS
