/* spz-exchange-uid.c: how other programs know what is in a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-exchange-uid.h"

static char *
make_uid (SpzProgramme *programme,
          const char   *what,
          gpointer      record)
{
  return g_strdup_printf ("%s-%s-%" G_GINT64_FORMAT "@sprechzettel",
                          spz_programme_get_info (programme)->uid, what, spz_record_get_id (record));
}

/**
 * spz_exchange_uid_of_record:
 * @programme: a programme
 * @record: a meeting or a milestone of it
 *
 * Returns: (transfer full): an identifier that no other programme gives, which
 *   never changes, and which tells nothing of where the record comes from
 */
char *
spz_exchange_uid_of_record (SpzProgramme *programme,
                            gpointer      record)
{
  return make_uid (programme, spz_record_get_table (record), record);
}

/**
 * spz_exchange_uid_of_meeting:
 * @programme: a programme
 * @meeting: a meeting of it
 *
 * Returns: (transfer full): the identifier it was imported with, which is for
 *   the office alone, or else that of spz_exchange_uid_of_record()
 */
char *
spz_exchange_uid_of_meeting (SpzProgramme *programme,
                             SpzMeeting   *meeting)
{
  return *meeting->uid != '\0' ? g_strdup (meeting->uid) : spz_exchange_uid_of_record (programme, meeting);
}

/**
 * spz_exchange_uid_of_deadline:
 * @programme: a programme
 * @meeting: a meeting of it
 * @submission: whether papers are handed in by then; else the invitation goes out
 *
 * Returns: (transfer full): the identifier of a deadline before @meeting
 */
char *
spz_exchange_uid_of_deadline (SpzProgramme *programme,
                              SpzMeeting   *meeting,
                              gboolean      submission)
{
  return make_uid (programme, submission ? "submission" : "invitation", meeting);
}

/**
 * spz_exchange_uid_of_milestone:
 * @programme: a programme
 * @milestone: a milestone of it
 *
 * Returns: (transfer full): its identifier, as spz_exchange_uid_of_meeting() says
 */
char *
spz_exchange_uid_of_milestone (SpzProgramme *programme,
                               SpzMilestone *milestone)
{
  return *milestone->uid != '\0' ? g_strdup (milestone->uid) : spz_exchange_uid_of_record (programme, milestone);
}
