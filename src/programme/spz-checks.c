/* spz-checks.c: what values a row may have
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-deliveries.h"
#include "spz-inline.h"
#include "spz-programme-private.h"

/* Years outside of this are typing errors */
#define MIN_YEAR 1900
#define MAX_YEAR 2999

/* The values a row will have: those being written, else the present ones */
typedef struct
{
  SpzRecord         *record;
  const char *const *columns;
  const GValue      *values;
} Draft;

static void
draft_get (const Draft *draft,
           const char  *column,
           GValue      *value)
{
  for (guint i = 0; draft->columns[i]; i++)
    if (g_str_equal (draft->columns[i], column))
      {
        g_value_copy (&draft->values[i], g_value_init (value, G_VALUE_TYPE (&draft->values[i])));
        return;
      }

  if (draft->record)
    g_object_get_property (G_OBJECT (draft->record), column, value);
}

static gint64
draft_get_integer (const Draft *draft,
                   const char  *column)
{
  g_auto (GValue) value = G_VALUE_INIT;

  draft_get (draft, column, &value);
  if (!G_IS_VALUE (&value))
    return 0;

  if (G_VALUE_HOLDS_ENUM (&value))
    return g_value_get_enum (&value);

  return G_VALUE_HOLDS_INT (&value) ? g_value_get_int (&value) : g_value_get_int64 (&value);
}

static char *
draft_dup_title (const Draft *draft)
{
  g_auto (GValue) value = G_VALUE_INIT;

  draft_get (draft, "title", &value);
  if (!G_IS_VALUE (&value) || g_value_get_string (&value) == NULL)
    return g_strdup ("");

  return spz_inline_to_plain (g_value_get_string (&value));
}

static gboolean
check_phase (const Draft  *draft,
             GError      **error)
{
  SpzDate start = (SpzDate) draft_get_integer (draft, "start");
  SpzDate end = (SpzDate) draft_get_integer (draft, "end");
  gint64 progress = draft_get_integer (draft, "progress");
  g_autofree char *title = NULL;

  if (start != SPZ_DATE_NONE && end != SPZ_DATE_NONE && start <= end && progress >= 0 && progress <= 100)
    return TRUE;

  title = draft_dup_title (draft);
  if (progress < 0 || progress > 100)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("The progress of the phase “%s” is a percentage: please give a number from 0 to 100."),
                   title);
    }
  else if (start == SPZ_DATE_NONE || end == SPZ_DATE_NONE)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("The phase “%s” needs a start and an end. Please give both."), title);
    }
  else
    {
      g_autofree char *start_text = spz_date_format (start, SPZ_DATE_STYLE_SHORT);
      g_autofree char *end_text = spz_date_format (end, SPZ_DATE_STYLE_SHORT);

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   /* Translators: a title, the end's date, the start's date */
                   _("The phase “%s” would end on %s, before it starts on %s. Please give a later end or an earlier start."),
                   title, end_text, start_text);
    }

  return FALSE;
}

static gboolean
check_milestone (const Draft  *draft,
                 GError      **error)
{
  g_autofree char *title = NULL;

  if (draft_get_integer (draft, "date") != SPZ_DATE_NONE)
    return TRUE;

  title = draft_dup_title (draft);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               _("The milestone “%s” needs a date. Please give one."), title);
  return FALSE;
}

/* A date given for what comes before a meeting; the meeting may be moved past
 * it later, and then it is seen to be late */
static gboolean
check_meeting (const Draft  *draft,
               GError      **error)
{
  SpzDate date = (SpzDate) draft_get_integer (draft, "date");
  g_autofree char *text = NULL;

  for (guint i = 0; date != SPZ_DATE_NONE && draft->columns[i]; i++)
    {
      if (!g_str_equal (draft->columns[i], "submission") && !g_str_equal (draft->columns[i], "invitation"))
        continue;
      if ((SpzDate) draft_get_integer (draft, draft->columns[i]) <= date)
        continue;

      text = spz_date_format (date, SPZ_DATE_STYLE_LONG);
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   /* Translators: the date of a meeting */
                   _("The meeting is on %s. Please give a day before it."), text);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_programme (const Draft  *draft,
                 GError      **error)
{
  gint64 first = draft_get_integer (draft, "first_year");
  gint64 last = draft_get_integer (draft, "last_year");
  gint64 fiscal_start = draft_get_integer (draft, "fiscal_start");

  if (fiscal_start < 1 || fiscal_start > 12)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("The fiscal year starts in a month: please give a number from 1 to 12."));
      return FALSE;
    }

  /* Neither is given as long as the plan is to show just its phases */
  if (first == 0 && last == 0)
    return TRUE;

  if (first < MIN_YEAR || last > MAX_YEAR || last < first)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("The plan’s last year can’t be before its first. Please give two years such as 2020 and 2023."));
      return FALSE;
    }

  return TRUE;
}

/* That a briefing was delivered is not said by hand: spz_delivery_add() keeps
 * what was spoken with it. */
static gboolean
check_briefing (const Draft  *draft,
                GError      **error)
{
  g_autofree char *title = NULL;

  if (draft_get_integer (draft, "state") != SPZ_BRIEFING_DELIVERED ||
      (draft->record != NULL && SPZ_BRIEFING (draft->record)->state == SPZ_BRIEFING_DELIVERED))
    return TRUE;

  title = draft_dup_title (draft);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               _("“%s” counts as delivered once it has been delivered. Please deliver it."), title);
  return FALSE;
}

/**
 * spz_check_values:
 * @self: a programme
 * @type: the type of the row
 * @record: (nullable): the row as it is, %NULL for a new one
 * @columns: (array zero-terminated=1): the columns that will be written
 * @values: their values
 * @error: return location for an #SPZ_ERROR
 *
 * Checks a row before it is written. The file has the same rules as
 * constraints; here they get a sentence a person can act on.
 *
 * Returns: whether the row may be written so
 */
gboolean
spz_check_values (SpzProgramme       *self,
                  GType               type,
                  SpzRecord          *record,
                  const char *const  *columns,
                  const GValue       *values,
                  GError            **error)
{
  const Draft draft = { record, columns, values };

  if (type == SPZ_TYPE_PHASE)
    return check_phase (&draft, error);
  if (type == SPZ_TYPE_MILESTONE)
    return check_milestone (&draft, error);
  if (type == SPZ_TYPE_MEETING)
    return check_meeting (&draft, error);
  if (type == SPZ_TYPE_PROGRAMME_INFO)
    return check_programme (&draft, error);
  if (type == SPZ_TYPE_BRIEFING)
    return check_briefing (&draft, error);

  return TRUE;
}

/* The briefing that would change, where one would */
static SpzBriefing *
find_briefing (SpzProgramme *self,
               GType         type,
               const Draft  *draft)
{
  gint64 block_id = 0, briefing_id = 0;

  if (type == SPZ_TYPE_BRIEFING)
    return draft->record != NULL ? SPZ_BRIEFING (draft->record) : NULL;

  if (type == SPZ_TYPE_BLOCK)
    {
      briefing_id = draft_get_integer (draft, "briefing");
    }
  else if (type == SPZ_TYPE_POINT || type == SPZ_TYPE_OMISSION)
    {
      SpzBlock *block;

      block_id = draft_get_integer (draft, "block");
      block = spz_programme_lookup (self, SPZ_TYPE_BLOCK, block_id);
      briefing_id = block != NULL ? block->briefing : 0;
    }

  return spz_programme_lookup (self, SPZ_TYPE_BRIEFING, briefing_id);
}

static gboolean
refuse_delivered (SpzProgramme  *self,
                  SpzBriefing   *briefing,
                  GError       **error)
{
  SpzDelivery *delivery = spz_briefing_get_delivery (self, briefing);
  g_autofree char *date = spz_date_format (spz_delivery_get_date (delivery), SPZ_DATE_STYLE_SHORT);

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               /* Translators: a briefing’s title, a date */
               _("“%s” was delivered on %s and stays as it was spoken. Make the next briefing from it instead."),
               briefing->title, date);
  return FALSE;
}

/**
 * spz_check_delivered:
 * @self: a programme
 * @type: the type of the row
 * @record: (nullable): the row as it is, %NULL for a new one
 * @columns: (array zero-terminated=1): the columns that will be written; none
 *   to delete the row
 * @values: (nullable): their values
 * @error: return location for an #SPZ_ERROR
 *
 * Guards what was delivered: the delivery itself, and the briefing with its
 * own blocks and points. What it only referred to goes on living.
 *
 * Returns: whether the row may be written
 */
gboolean
spz_check_delivered (SpzProgramme       *self,
                     GType               type,
                     SpzRecord          *record,
                     const char *const  *columns,
                     const GValue       *values,
                     GError            **error)
{
  const char *const none[] = { NULL };
  const Draft present = { record, none, NULL };
  const Draft planned = { record, columns, values };
  SpzBriefing *briefing;

  if (record != NULL && (type == SPZ_TYPE_DELIVERY || type == SPZ_TYPE_DELIVERY_LINE))
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("What was delivered can’t be changed. Deliver the briefing again to supersede it."));
      return FALSE;
    }

  briefing = find_briefing (self, type, &present);
  if (briefing == NULL || !spz_briefing_is_delivered (self, briefing))
    briefing = find_briefing (self, type, &planned);
  if (briefing == NULL || !spz_briefing_is_delivered (self, briefing))
    return TRUE;

  return refuse_delivered (self, briefing, error);
}
