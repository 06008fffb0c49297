/* spz-import-calendar.c: meetings from iCalendar (RFC 5545)
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-calendar-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-error.h"
#include "spz-import-meetings-private.h"

/* The lines are split here and the events are given to libical one by one:
 * thus a broken event costs nobody else, has a line to name, and neither their
 * number nor their nesting can exhaust anything. */

#define MAX_DEPTH 8
#define MAX_EVENT_BYTES (128 * 1024)

typedef struct
{
  SpzImport  *import;
  SpzEvents  *events;
  GString    *event;       /* the event's own lines, raw */
  gboolean    too_long;
  guint       event_line;
  guint       event_depth; /* 0 outside of events */
  guint       depth;
  guint       n_others;
  guint       line;
} Reader;

/**
 * spz_import_is_calendar:
 * @text: a text
 *
 * Returns: whether it is a calendar
 */
gboolean
spz_import_is_calendar (const char *text)
{
  text += strspn (text, " \t\r\n");

  return g_ascii_strncasecmp (text, "BEGIN:VCALENDAR", 15) == 0;
}

/**
 * spz_import_dup_limited:
 * @text: (nullable): a text of any length
 * @max: how many characters of it are kept
 *
 * Returns: (transfer full): its beginning, without white space around it
 */
char *
spz_import_dup_limited (const char *text,
                        guint       max)
{
  g_autofree char *start = NULL;

  if (text == NULL)
    return g_strdup ("");

  start = g_strndup (text, (gsize) max * 6);
  if (g_utf8_strlen (start, -1) > (glong) max)
    *g_utf8_offset_to_pointer (start, max) = '\0';

  return g_strstrip (g_utf8_make_valid (start, -1));
}

/* The name after "BEGIN:" or "END:", if @line begins so */
static gboolean
line_is (const char *line,
         gsize       length,
         const char *prefix,
         const char *name)
{
  gsize n = strlen (prefix), m = name != NULL ? strlen (name) : 0;

  if (length < n || g_ascii_strncasecmp (line, prefix, n) != 0)
    return FALSE;
  if (name == NULL)
    return TRUE;

  while (length > n + m && g_ascii_isspace (line[length - 1]))
    length--;

  return length == n + m && g_ascii_strncasecmp (line + n, name, m) == 0;
}

static void
append_line (Reader     *self,
             const char *line,
             gsize       length)
{
  if (self->event->len + length > MAX_EVENT_BYTES)
    self->too_long = TRUE;
  else
    {
      g_string_append_len (self->event, line, (gssize) length);
      g_string_append (self->event, "\r\n");
    }
}

static gboolean
begin_component (Reader      *self,
                 const char  *line,
                 gsize        length,
                 GError     **error)
{
  self->depth++;
  if (self->depth > MAX_DEPTH)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: parts are nested too deeply for a calendar."), self->line);
      return FALSE;
    }

  if (self->event_depth != 0)
    return TRUE;

  if (line_is (line, length, "BEGIN:", "VEVENT"))
    {
      self->event_depth = self->depth;
      self->event_line = self->line;
      self->too_long = FALSE;
      g_string_truncate (self->event, 0);
      append_line (self, line, length);
    }
  else if (line_is (line, length, "BEGIN:", "VTODO") || line_is (line, length, "BEGIN:", "VJOURNAL"))
    self->n_others++;

  return TRUE;
}

static gboolean
end_event (Reader  *self,
           GError **error)
{
  append_line (self, "END:VEVENT", 10);
  self->event_depth = 0;

  if (self->too_long)
    {
      spz_import_add_message (self->import, self->event_line,
                              _("This event is too long for a meeting and was left out."));
      return TRUE;
    }

  return spz_events_add (self->events, self->event->str, self->event_line, error);
}

static gboolean
end_component (Reader      *self,
               const char  *line,
               gsize        length,
               GError     **error)
{
  gboolean of_event = self->event_depth != 0 && self->depth == self->event_depth;

  if (self->depth == 0 || of_event != line_is (line, length, "END:", "VEVENT"))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: an end without its beginning. The calendar is damaged."), self->line);
      return FALSE;
    }

  self->depth--;

  return !of_event || end_event (self, error);
}

static gboolean
take_line (Reader      *self,
           const char  *line,
           gsize        length,
           GError     **error)
{
  if (line_is (line, length, "BEGIN:", NULL))
    return begin_component (self, line, length, error);
  if (line_is (line, length, "END:", NULL))
    return end_component (self, line, length, error);

  /* What belongs to a reminder within the event is nobody's business here. */
  if (self->event_depth != 0 && self->depth == self->event_depth)
    append_line (self, line, length);

  return TRUE;
}

static gboolean
take_lines (Reader      *self,
            const char  *text,
            GError     **error)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n");

      self->line++;
      if (!take_line (self, text, length, error))
        return FALSE;

      text += length;
      if (text[0] == '\r' && text[1] == '\n')
        text++;
      if (*text != '\0')
        text++;
    }

  if (self->depth > 0)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("Line %u: the calendar ends too early. Was it copied completely?"), self->line);
      return FALSE;
    }

  return TRUE;
}

/**
 * spz_import_read_calendar:
 * @import: gets the meetings, and the milestones of our own calendars
 * @text: a calendar, in UTF-8
 * @error: return location for an #SPZ_ERROR that names the line
 *
 * Reads the events of a calendar. Those that repeat become a meeting each,
 * within bounds.
 *
 * Returns: whether it was read
 */
gboolean
spz_import_read_calendar (SpzImport   *import,
                          const char  *text,
                          GError     **error)
{
  g_autoptr (GString) event = g_string_new (NULL);
  g_autoptr (SpzEvents) events = spz_events_new (import);
  Reader self = { .import = import, .events = events, .event = event };

  if (!take_lines (&self, text, error))
    return FALSE;

  spz_events_finish (events);
  if (self.n_others > 0)
    spz_import_add_message (import, 0,
                            ngettext ("%u task or journal entry is no meeting and was left out.",
                                      "%u tasks or journal entries are no meetings and were left out.",
                                      self.n_others),
                            self.n_others);

  return TRUE;
}
