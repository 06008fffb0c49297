/* spz-promises.h: what was said of the plan, and whether it still holds
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzPromiseState:
 * @SPZ_PROMISE_KEPT: the plan fits what was said
 * @SPZ_PROMISE_CONTRADICTED: the plan says otherwise
 * @SPZ_PROMISE_GONE: what it was said of was deleted
 */
typedef enum
{
  SPZ_PROMISE_KEPT,
  SPZ_PROMISE_CONTRADICTED,
  SPZ_PROMISE_GONE,
} SpzPromiseState;

/**
 * SpzPromiseProposal:
 * @event: what seems to be promised
 * @earliest: not before this day, or %SPZ_DATE_NONE
 * @latest: not after this day, or %SPZ_DATE_NONE
 * @subject: (unowned) (nullable): the phase, milestone or assignment that seems
 *   to be meant: of those that fit the words and the period, the best
 * @words: (owned): how the text says the period
 *
 * A period that a point names, as a promise it might be.
 */
typedef struct
{
  SpzPromiseEvent  event;
  SpzDate          earliest;
  SpzDate          latest;
  SpzRecord       *subject;
  char            *words;
} SpzPromiseProposal;

gint64           spz_promise_add              (SpzProgramme     *programme,
                                               SpzPoint         *point,
                                               gpointer          subject,
                                               SpzPromiseEvent   event,
                                               SpzDate           earliest,
                                               SpzDate           latest,
                                               GError          **error);
gint64           spz_promise_add_value        (SpzProgramme     *programme,
                                               SpzPoint         *point,
                                               SpzFigure        *figure,
                                               double            value,
                                               GError          **error);

gint64           spz_promise_add_as_planned   (SpzProgramme     *programme,
                                               SpzPoint         *point,
                                               gpointer          subject,
                                               GError          **error);
gboolean         spz_promise_change           (SpzProgramme     *programme,
                                               SpzPromise       *promise,
                                               SpzPromiseEvent   event,
                                               const char       *said,
                                               GError          **error);
gboolean         spz_promise_parse_period     (const char       *text,
                                               SpzDate           near,
                                               SpzDate          *earliest,
                                               SpzDate          *latest);

gpointer         spz_promise_get_subject      (SpzProgramme     *programme,
                                               SpzPromise       *promise);
SpzPromiseState  spz_promise_get_state        (SpzProgramme     *programme,
                                               SpzPromise       *promise);
gboolean         spz_promise_is_renewed       (SpzProgramme     *programme,
                                               SpzPromise       *promise);
gboolean         spz_promise_is_open          (SpzProgramme     *programme,
                                               SpzPromise       *promise);
SpzAudience      spz_promise_get_audience     (SpzProgramme     *programme,
                                               SpzPromise       *promise);
char            *spz_promise_dup_said         (SpzProgramme     *programme,
                                               SpzPromise       *promise);
char            *spz_promise_dup_planned      (SpzProgramme     *programme,
                                               SpzPromise       *promise);
char            *spz_promise_describe         (SpzProgramme     *programme,
                                               SpzPromise       *promise);
const char      *spz_promise_state_get_label  (SpzPromiseState   state);
SpzDate          spz_promise_get_spoken       (SpzProgramme     *programme,
                                               SpzPromise       *promise);

GPtrArray       *spz_promises_find_broken     (SpzProgramme     *programme);
char            *spz_promises_describe_new_break (SpzProgramme  *programme,
                                               GPtrArray        *before);
GPtrArray       *spz_promises_find_in         (SpzProgramme     *programme,
                                               SpzBriefing      *briefing);
GPtrArray       *spz_promises_find_open       (SpzProgramme     *programme,
                                               SpzBriefing      *briefing);
GPtrArray       *spz_point_propose_promises   (SpzProgramme     *programme,
                                               SpzPoint         *point);

void             spz_promise_proposal_free    (SpzPromiseProposal *self);
gint64           spz_promise_add_proposal     (SpzProgramme     *programme,
                                               SpzPoint         *point,
                                               const SpzPromiseProposal *proposal,
                                               GError          **error);
char            *spz_promise_subject_dup_title (SpzProgramme    *programme,
                                               gpointer          subject);

G_END_DECLS
