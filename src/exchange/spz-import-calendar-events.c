/* spz-import-calendar-events.c: the events of a calendar as meetings
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-calendar-private.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "spz-base-enums.h"
#include "spz-calendar-time-private.h"
#include "spz-enums.h"
#include "spz-error.h"
#include "spz-icalendar-private.h"
#include "spz-import-meetings-private.h"

/* How many meetings one event may become, how many events may repeat, and how
 * many dates a rule is asked for before it is given up */
#define MAX_OCCURRENCES 400
#define MAX_RULES 1000
#define MAX_STEPS 20000

/* Some rules never come true, and libical looks for a day of theirs for long:
 * all together may take so many microseconds. */
#define MAX_RULE_TIME (5 * G_USEC_PER_SEC)

/* The years that may be meant */
#define FIRST_YEAR 1900
#define LAST_YEAR 2200

struct _SpzEvents
{
  SpzImport  *import;

  /* Owned */
  GHashTable *meetings;   /* by identifier: SpzImportMeeting, borrowed */
  GHashTable *milestones; /* the same: SpzImportMilestone */
  GHashTable *exceptions; /* the identifiers of those that were moved alone */
  GHashTable *zones;      /* names of zones that were complained about */
  GArray     *deadlines;  /* Deadline */

  guint       n_events;
  guint       n_rules;
  gint64      rule_time;
};

/* A deadline before a meeting */
typedef struct
{
  char     *uid;
  SpzDate   date;
  gboolean  submission;
} Deadline;

static void
deadline_clear (gpointer data)
{
  g_free (((Deadline *) data)->uid);
}

/**
 * spz_events_new:
 * @import: gets what is read
 *
 * Returns: (transfer full): a reader of events
 */
SpzEvents *
spz_events_new (SpzImport *import)
{
  SpzEvents *self = g_new0 (SpzEvents, 1);

  self->import = import;
  self->meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->milestones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->exceptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->deadlines = g_array_new (FALSE, FALSE, sizeof (Deadline));
  g_array_set_clear_func (self->deadlines, deadline_clear);

  return self;
}

/**
 * spz_events_free:
 * @self: (transfer full): a reader of events
 *
 * Frees a reader, and not what was read.
 */
void
spz_events_free (SpzEvents *self)
{
  g_hash_table_unref (self->meetings);
  g_hash_table_unref (self->milestones);
  g_hash_table_unref (self->exceptions);
  g_hash_table_unref (self->zones);
  g_array_unref (self->deadlines);
  g_free (self);
}

/* Properties. A hostile file may give any of them a value of any type, which
 * libical's own getters don't look at. */

static char *
dup_value (icalproperty *property,
           guint         max)
{
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  char *raw;
  char *text;

  if (value == NULL)
    return g_strdup ("");
  if (icalvalue_isa (value) == ICAL_TEXT_VALUE)
    return spz_import_dup_limited (icalvalue_get_text (value), max);
  if (icalvalue_isa (value) == ICAL_X_VALUE)
    return spz_import_dup_limited (icalvalue_get_x (value), max);

  raw = icalvalue_as_ical_string_r (value);
  text = spz_import_dup_limited (raw, max);
  icalmemory_free_buffer (raw);

  return text;
}

static char *
dup_text (icalcomponent     *event,
          icalproperty_kind  kind,
          guint              max)
{
  return dup_value (icalcomponent_get_first_property (event, kind), max);
}

/* As one line */
static char *
dup_line (icalcomponent     *event,
          icalproperty_kind  kind)
{
  return g_strdelimit (dup_text (event, kind, SPZ_IMPORT_MAX_TITLE), "\r\n\t", ' ');
}

static char *
dup_extension (icalcomponent *event,
               const char    *name)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_X_PROPERTY);

  for (; property != NULL; property = icalcomponent_get_next_property (event, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (property), name) == 0)
      return dup_value (property, SPZ_IMPORT_MAX_TITLE);

  return g_strdup ("");
}

static int
get_enum (icalcomponent *event,
          const char    *name,
          GType          type)
{
  g_autofree char *nick = dup_extension (event, name);
  GEnumClass *enum_class = g_type_class_ref (type);
  const GEnumValue *value = g_enum_get_value_by_nick (enum_class, nick);
  int number = value != NULL ? value->value : 0;

  g_type_class_unref (enum_class);

  return number;
}

/* Times */

static gboolean
get_time (icalproperty *property,
          icaltimetype *time)
{
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  if (value == NULL)
    return FALSE;
  if (icalvalue_isa (value) == ICAL_DATE_VALUE)
    *time = icalvalue_get_date (value);
  else if (icalvalue_isa (value) == ICAL_DATETIME_VALUE)
    *time = icalvalue_get_datetime (value);
  else
    return FALSE;

  return time->year >= FIRST_YEAR && time->year <= LAST_YEAR &&
         spz_date_new (time->year, time->month, time->day) != SPZ_DATE_NONE;
}

static const char *
get_zone_name (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);

  return parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
}

static GTimeZone *
get_zone (SpzEvents    *self,
          icalproperty *property,
          icaltimetype  time,
          guint         line)
{
  const char *name = get_zone_name (property);
  GTimeZone *zone;

  if (icaltime_is_utc (time))
    return g_time_zone_new_utc ();
  if (name == NULL)
    return NULL;

  zone = spz_calendar_time_find_zone (name);
  if (zone == NULL && g_hash_table_add (self->zones, g_strdup (name)))
    {
      g_autofree char *shown = spz_import_dup_limited (name, 80);

      spz_import_add_message (self->import, line,
                              _("The time zone “%s” is not known. Its times are taken as local ones."), shown);
    }

  return zone;
}

/* The day and, unless it lasts all day, the time in Berlin */
static SpzDate
resolve (GTimeZone     *zone,
         icaltimetype   time,
         char         **text)
{
  SpzDate date = spz_date_new (time.year, time.month, time.day);
  int hour = CLAMP (time.hour, 0, 23), minute = CLAMP (time.minute, 0, 59);

  if (time.is_date)
    {
      *text = g_strdup ("");
      return date;
    }

  if (zone != NULL)
    {
      SpzDate local = spz_calendar_time_to_local (zone, date, &hour, &minute);

      if (local != SPZ_DATE_NONE)
        date = local;
    }
  *text = g_strdup_printf ("%02d:%02d", hour, minute);

  return date;
}

/* Meetings */

static void
replace (char       **text,
         const char  *other)
{
  g_free (*text);
  *text = g_strdup (other);
}

/* Several days, of which a meeting has but the first */
static void
check_end (SpzEvents     *self,
           icalcomponent *event,
           SpzDate        first,
           guint          line)
{
  icaltimetype end;
  SpzDate last;

  if (!get_time (icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY), &end))
    return;

  last = spz_date_new (end.year, end.month, end.day) - (end.is_date ? 1 : 0);
  if (last > first + 1 || (end.is_date && last > first))
    {
      g_autofree char *date = spz_date_format (last, SPZ_DATE_STYLE_SHORT);

      spz_import_add_message (self->import, line,
                              _("This lasts until %s; only its first day is entered."), date);
    }
}

static void
fill_meeting (SpzImportMeeting *meeting,
              icalcomponent    *event)
{
  g_autofree char *title = dup_extension (event, SPZ_ICALENDAR_TITLE);
  g_autofree char *summary = dup_line (event, ICAL_SUMMARY_PROPERTY);
  g_autofree char *place = dup_line (event, ICAL_LOCATION_PROPERTY);
  g_autofree char *body = dup_extension (event, SPZ_ICALENDAR_BODY);
  g_autofree char *note = dup_text (event, ICAL_DESCRIPTION_PROPERTY, SPZ_IMPORT_MAX_NOTE);
  g_autofree char *status = dup_text (event, ICAL_STATUS_PROPERTY, 20);

  replace (&meeting->title, *title != '\0' ? title : summary);
  replace (&meeting->body, body);
  replace (&meeting->place, place);
  replace (&meeting->note, note);
  meeting->precision = get_enum (event, SPZ_ICALENDAR_PRECISION, SPZ_TYPE_PRECISION);
  meeting->cancelled = g_ascii_strcasecmp (status, "CANCELLED") == 0;
}

/* The one of an identifier, which is new if there is none */
static SpzImportMeeting *
need_meeting (SpzEvents  *self,
              const char *uid,
              guint       line)
{
  SpzImportMeeting *meeting = *uid != '\0' ? g_hash_table_lookup (self->meetings, uid) : NULL;

  if (meeting == NULL)
    {
      meeting = spz_import_add_meeting (self->import, uid, line);
      if (*uid != '\0')
        g_hash_table_insert (self->meetings, g_strdup (uid), meeting);
    }

  return meeting;
}

static char *
make_occurrence_uid (const char   *uid,
                     icaltimetype  time)
{
  return g_strdup_printf ("%s/%04d%02d%02d", uid, time.year, time.month, time.day);
}

/* A meeting at @time; one of many where the event repeats */
static void
add_meeting (SpzEvents     *self,
             icalcomponent *event,
             const char    *uid,
             GTimeZone     *zone,
             icaltimetype   time,
             guint          line)
{
  SpzImportMeeting *meeting = need_meeting (self, uid, line);

  g_free (meeting->time);
  meeting->date = resolve (zone, time, &meeting->time);
  fill_meeting (meeting, event);
}

/* Repetition */

static gboolean
is_excluded (icalcomponent *event,
             icaltimetype   time)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY);
  icaltimetype excluded;

  for (; property != NULL; property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    if (get_time (property, &excluded) && excluded.year == time.year &&
        excluded.month == time.month && excluded.day == time.day)
      return TRUE;

  return FALSE;
}

/* Meetings are held on days. A rule for seconds is a mistake, or meant badly. */
static gboolean
get_rule (icalcomponent             *event,
          struct icalrecurrencetype *rule)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  if (value == NULL || icalvalue_isa (value) != ICAL_RECUR_VALUE)
    return FALSE;

  *rule = icalvalue_get_recur (value);

  return rule->freq >= ICAL_DAILY_RECURRENCE && rule->freq <= ICAL_YEARLY_RECURRENCE &&
         rule->by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule->by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule->by_second[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

static gboolean
is_endless (const struct icalrecurrencetype *rule)
{
  return rule->count == 0 && icaltime_is_null_time (rule->until);
}

/* Of what repeats for ever, the past year and the next two are entered. */
static gboolean
is_within (SpzDate date)
{
  SpzDate today = spz_date_today ();

  return date >= spz_date_add_months (today, -12) && date <= spz_date_add_months (today, 24);
}

static guint
expand_rule (SpzEvents                       *self,
             icalcomponent                   *event,
             const struct icalrecurrencetype *rule,
             const char                      *uid,
             GTimeZone                       *zone,
             icaltimetype                     start,
             guint                            line)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (*rule, start);
  gboolean endless = is_endless (rule);
  guint n = 0;

  for (guint step = 0; iterator != NULL && step < MAX_STEPS && n < MAX_OCCURRENCES; step++)
    {
      icaltimetype time = icalrecur_iterator_next (iterator);
      SpzDate date = icaltime_is_null_time (time) ? SPZ_DATE_NONE
                                                  : spz_date_new (time.year, time.month, time.day);
      g_autofree char *key = NULL;

      if (date == SPZ_DATE_NONE || time.year > LAST_YEAR)
        break;
      if (endless && !is_within (date))
        {
          if (date > spz_date_today ())
            break;
          continue;
        }
      if (is_excluded (event, time))
        continue;

      key = make_occurrence_uid (uid, time);
      if (!g_hash_table_contains (self->exceptions, key))
        add_meeting (self, event, key, zone, time, line);
      n++;
      if (self->import->meetings->len > SPZ_IMPORT_MAX_MEETINGS)
        break;
    }

  if (iterator != NULL)
    icalrecur_iterator_free (iterator);

  return n;
}

static void
add_repeated (SpzEvents     *self,
              icalcomponent *event,
              const char    *uid,
              GTimeZone     *zone,
              icaltimetype   start,
              guint          line)
{
  struct icalrecurrencetype rule;
  guint n = 0;

  if (*uid != '\0' && self->n_rules++ < MAX_RULES && self->rule_time < MAX_RULE_TIME &&
      get_rule (event, &rule))
    {
      gint64 begin = g_get_monotonic_time ();

      n = expand_rule (self, event, &rule, uid, zone, start, line);
      self->rule_time += g_get_monotonic_time () - begin;
      if (is_endless (&rule) && n > 0)
        spz_import_add_message (self->import, line,
                                _("This repeats without an end; the past year and the next two are entered."));
      else if (n == MAX_OCCURRENCES)
        spz_import_add_message (self->import, line,
                                ngettext ("This repeats very often; the first %u is entered.",
                                          "This repeats very often; the first %u are entered.", n), n);
    }

  if (n == 0)
    {
      spz_import_add_message (self->import, line,
                              _("Its repetition is not understood or long over; only the first one is entered."));
      add_meeting (self, event, uid, zone, start, line);
    }
}

static void
add_meetings (SpzEvents     *self,
              icalcomponent *event,
              const char    *uid,
              GTimeZone     *zone,
              icaltimetype   start,
              guint          line)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY);
  icaltimetype original;

  if (get_time (property, &original))
    {
      g_autofree char *key = make_occurrence_uid (uid, original);

      add_meeting (self, event, key, zone, start, line);
      g_hash_table_add (self->exceptions, g_steal_pointer (&key));
      return;
    }

  if (icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL)
    {
      add_repeated (self, event, uid, zone, start, line);
      return;
    }

  add_meeting (self, event, uid, zone, start, line);
  if (get_enum (event, SPZ_ICALENDAR_PRECISION, SPZ_TYPE_PRECISION) == SPZ_PRECISION_DAY)
    check_end (self, event, spz_date_new (start.year, start.month, start.day), line);
}

/* What our own calendars hold besides */

static void
add_deadline (SpzEvents     *self,
              icalcomponent *event,
              SpzDate        date,
              gboolean       submission)
{
  Deadline deadline = { dup_line (event, ICAL_RELATEDTO_PROPERTY), date, submission };

  g_array_append_val (self->deadlines, deadline);
}

static void
add_milestone (SpzEvents     *self,
               icalcomponent *event,
               const char    *uid,
               const char    *kind,
               SpzDate        date,
               guint          line)
{
  g_autofree char *title = dup_extension (event, SPZ_ICALENDAR_TITLE);
  g_autofree char *summary = dup_line (event, ICAL_SUMMARY_PROPERTY);
  SpzImportMilestone *milestone = *uid != '\0' ? g_hash_table_lookup (self->milestones, uid) : NULL;
  GEnumClass *kinds = g_type_class_ref (SPZ_TYPE_MILESTONE_KIND);

  if (milestone == NULL)
    {
      milestone = spz_import_add_milestone (self->import, "", line);
      if (*uid != '\0')
        g_hash_table_insert (self->milestones, g_strdup (uid), milestone);
    }

  replace (&milestone->title, *title != '\0' ? title : summary);
  milestone->date = date;
  milestone->kind = g_enum_get_value_by_nick (kinds, kind)->value;
  milestone->precision = get_enum (event, SPZ_ICALENDAR_PRECISION, SPZ_TYPE_PRECISION);
  milestone->certainty = get_enum (event, SPZ_ICALENDAR_CERTAINTY, SPZ_TYPE_CERTAINTY);
  replace (&milestone->uid, uid);
  g_free (milestone->wording);
  milestone->wording = dup_extension (event, SPZ_ICALENDAR_WORDING);
  g_free (milestone->measure);
  milestone->measure = dup_extension (event, SPZ_ICALENDAR_MEASURE);
  g_type_class_unref (kinds);
}

static gboolean
is_milestone_kind (const char *kind)
{
  GEnumClass *kinds = g_type_class_ref (SPZ_TYPE_MILESTONE_KIND);
  gboolean is_kind = g_enum_get_value_by_nick (kinds, kind) != NULL;

  g_type_class_unref (kinds);

  return is_kind;
}

static void
add_event (SpzEvents     *self,
           icalcomponent *event,
           guint          line)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  g_autofree char *uid = dup_line (event, ICAL_UID_PROPERTY);
  g_autofree char *kind = dup_extension (event, SPZ_ICALENDAR_KIND);
  g_autoptr (GTimeZone) zone = NULL;
  icaltimetype start;
  SpzDate date;

  if (!get_time (property, &start))
    {
      spz_import_add_message (self->import, line, _("This event has no date and was left out."));
      return;
    }

  date = spz_date_new (start.year, start.month, start.day);
  if (g_str_equal (kind, "submission") || g_str_equal (kind, "invitation"))
    add_deadline (self, event, date, g_str_equal (kind, "submission"));
  else if (is_milestone_kind (kind))
    add_milestone (self, event, uid, kind, date, line);
  else
    {
      zone = get_zone (self, property, start, line);
      add_meetings (self, event, uid, zone, start, line);
    }
}

/**
 * spz_events_add:
 * @self: a reader of events
 * @text: an event, from its BEGIN to its END
 * @line: where it begins, from 1
 * @error: return location for an #SPZ_ERROR that names the line
 *
 * Reads an event. What can't be understood costs only itself, with a message.
 *
 * Returns: %FALSE if there are more than any programme has
 */
gboolean
spz_events_add (SpzEvents   *self,
                const char  *text,
                guint        line,
                GError     **error)
{
  icalcomponent *event;

  icalerror_set_errors_are_fatal (FALSE);
  event = icalparser_parse_string (text);
  if (event == NULL || icalcomponent_isa (event) != ICAL_VEVENT_COMPONENT)
    spz_import_add_message (self->import, line, _("This event is damaged and was left out."));
  else
    add_event (self, event, line);
  if (event != NULL)
    icalcomponent_free (event);

  if (++self->n_events <= SPZ_IMPORT_MAX_MEETINGS && self->import->meetings->len <= SPZ_IMPORT_MAX_MEETINGS)
    return TRUE;

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               _("Line %u: there are more than %u meetings. Export a shorter period, or fewer calendars."),
               line, (guint) SPZ_IMPORT_MAX_MEETINGS);

  return FALSE;
}

/**
 * spz_events_finish:
 * @self: a reader of events
 *
 * Gives the meetings their deadlines, once all are known.
 */
void
spz_events_finish (SpzEvents *self)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const Deadline *deadline = &g_array_index (self->deadlines, Deadline, i);
      SpzImportMeeting *meeting = g_hash_table_lookup (self->meetings, deadline->uid);

      if (meeting != NULL && deadline->submission)
        meeting->submission = deadline->date;
      else if (meeting != NULL)
        meeting->invitation = deadline->date;
    }
}
