/* spz-composer-private.h: composing, in parts
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-composer.h"
#include "spz-document-builder.h"

G_BEGIN_DECLS

/**
 * SpzComposer:
 * @audience: whom the document is for
 * @as_of: the date everything is seen from
 * @block_audience: whom the block is for that is being added
 * @last: (nullable): what was delivered last time
 *
 * A document that is being composed.
 */
typedef struct
{
  SpzAudience         audience;
  SpzDate             as_of;
  SpzAudience         block_audience;

  /* Owned */
  SpzDocumentBuilder *builder;

  /* Borrowed */
  SpzProgramme       *programme;
  SpzBriefing        *briefing;
  SpzDelivery        *last;
} SpzComposer;

SpzDocumentBuilder *spz_composer_begin_timeline (SpzProgramme    *programme,
                                                 SpzPlanVersion  *version,
                                                 SpzAudience      audience);

/* What a briefing and a delivery have in common */

char    *spz_composer_make_occasion  (const char      *title,
                                      SpzDate          day);
void     spz_composer_add_head       (SpzComposer     *self,
                                      SpzBriefing     *briefing,
                                      const char      *occasion,
                                      const char      *keywords,
                                      SpzDate          date);
void     spz_composer_add_plan_alone (SpzComposer     *self,
                                      SpzTimelinePlan *plan,
                                      const char      *occasion,
                                      SpzDate          date);

gboolean spz_composer_admits       (SpzComposer    *self,
                                    SpzAudience     audience);

/* Each adds a table under a heading; nothing if no row is left. They return
 * whether they added it. */

gboolean spz_composer_add_roles    (SpzComposer    *self,
                                    const char     *heading);
gboolean spz_composer_add_figures  (SpzComposer    *self,
                                    const char     *heading,
                                    gint64          action_field);
gboolean spz_composer_add_dates    (SpzComposer    *self,
                                    const char     *heading,
                                    SpzMeeting     *except);
gboolean spz_composer_add_changes  (SpzComposer    *self,
                                    SpzBlock       *block);
SpzPlanVersion *spz_composer_get_compared (SpzComposer *self,
                                    SpzBlock       *block);
gboolean spz_composer_add_comparison (SpzComposer  *self,
                                    SpzBlock       *block);
gboolean spz_composer_add_commitments (SpzComposer *self,
                                    const char     *heading);
char    *spz_composer_cite         (SpzComposer    *self,
                                    SpzFigure      *figure);
char    *spz_composer_expand       (SpzComposer    *self,
                                    const char     *text);
void     spz_composer_add_heading  (SpzComposer    *self,
                                    const char     *heading,
                                    const char     *table,
                                    gint64          id);

G_END_DECLS
