/* test-hostile.c: what is sent to keep a reader busy
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include "spz-import.h"

/* Far from what a person would wait for, and far from what any of these took
 * where it was quadratic; a slow machine with sanitizers is within it. */
#define MAX_SECONDS 60
#define MAX_MEGABYTES 700

#define MEETING "{\"type\": \"https://schema.oparl.org/1.1/Meeting\", \"id\": \"a\", \"name\": \""
#define CALENDAR "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rat//DE\r\n"
#define NEVER "BEGIN:VEVENT\r\nUID:%u\r\nDTSTART:20210208T170000\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n" \
              "SUMMARY:Ausschuss\r\nEND:VEVENT\r\n"
#define ONCE "BEGIN:VEVENT\r\nUID:%u\r\nDTSTART:20210208T170000\r\nSUMMARY:Ausschuss\r\nEND:VEVENT\r\n"

/* @head, then @part @n times (a number in it counts), then @tail */
typedef struct
{
  const char *name;
  const char *head;
  const char *part;
  guint       n;
  const char *tail;
  const char *message;  /* of the error, or NULL where it is read */
} Hostile;

static const Hostile inputs[] = {
  { "text/stars", "", "*", 500000, "", NULL },
  { "text/brackets", "", "[", 500000, "", NULL },
  { "text/underscores", "", "_a", 250000, "", NULL },
  { "text/bars", "", "|", 500000, "", NULL },
  { "text/points", "# Sprechzettel\n", "* Der Start ist geplant\n", 20000, "", NULL },
  { "text/large", "", "Sitzung des Ausschusses am 8. Februar 2021.\n", 2300000, "", "larger than" },
  { "table/rows", "measure,phase,start_quarter,end_quarter\n", "Maßnahme %u,Vorbereitung,2021-Q1,2021-Q2\n", 20000, "", NULL },
  { "table/years", "measure,phase,start_quarter,end_quarter\n", "DMS,Konzept,0001-Q1,9999-Q4\n", 1, "",
    "Line 2: “0001-Q1” is not in the years 1900 to 2200" },
  { "calendar/events", CALENDAR, ONCE, 50000, "END:VCALENDAR\r\n", "there are more than 5000 meetings" },
  { "calendar/rules", CALENDAR, NEVER, 1000, "END:VCALENDAR\r\n", NULL },
  { "oparl/name", "[" MEETING, "x", 15000000, "\"}]", NULL },
  { "oparl/large", MEETING, "xxxxxxxxxx", 10000000, "\"}", "larger than" },
  { "oparl/deep", MEETING "\", \"x\": ", "[", 10000000, "", "brackets are nested too deeply" },
  { "oparl/members", "[" MEETING "\"", ",\"k%u\":1", 100000, "}]", NULL },
  { "project/tasks", "<Project><Tasks>", "<Task><UID>%u</UID></Task>", 60000, "</Tasks></Project>", "more than 50000 tasks" },
  { "project/name", "<Project><Tasks><Task><Name>", "xxxxxxxxxx", 5000000, "</Name></Task></Tasks></Project>", "damaged" },
  { "project/members", "<Project><Tasks><Task>", "<UID>1</UID>", 300000, "</Task></Tasks></Project>", NULL },
  { "project/attributes", "<project name=\"x\"", " a%u=\"1\"", 300000, "/>", "more than 20000 attributes" },
  { "project/deep", "<project name=\"x\"><tasks>", "<task id=\"1\" name=\"x\">", 500000, "", "damaged" },
  { "project/holidays", "<project name=\"x\"><calendars>", "<date year=\"\" month=\"5\" date=\"1\" type=\"HOLIDAY\"/>", 300000,
    "</calendars><tasks><task id=\"1\" name=\"x\" start=\"2021-01-04\" duration=\"999999999\"/></tasks></project>", NULL },
  { "project/entities", "<?xml version=\"1.0\"?><!DOCTYPE Project [<!ENTITY a \"xxxxxxxxxxxxxxxxxxxx\">]><Project><Tasks><Task><Name>", "&a;", 1000000,
    "</Name></Task></Tasks></Project>", "defines its own entities" },
};

static GBytes *
make (const Hostile *input)
{
  GString *text = g_string_new (input->head);
  const char *number = strstr (input->part, "%u");

  for (guint i = 0; i < input->n; i++)
    if (number == NULL)
      g_string_append (text, input->part);
    else
      {
        g_string_append_len (text, input->part, number - input->part);
        g_string_append_printf (text, "%u", i);
        g_string_append (text, number + 2);
      }
  g_string_append (text, input->tail);

  return g_string_free_to_bytes (text);
}

/* An answer, soon, within bounds, and a message that can be read */
static void
test_input (gconstpointer data)
{
  const Hostile *input = data;
  g_autoptr (GBytes) bytes = make (input);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzImport) import = NULL;
  struct rusage usage;

  g_test_timer_start ();
  import = spz_import_read (bytes, NULL, SPZ_IMPORT_ANY, &error);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, MAX_SECONDS);

  getrusage (RUSAGE_SELF, &usage);
  g_test_minimized_result (g_test_timer_last (), "%.2f seconds, at most %ld MB so far", g_test_timer_last (),
                           usage.ru_maxrss / 1024);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (usage.ru_maxrss / 1024, <, MAX_MEGABYTES);
#endif

  if (input->message == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_nonnull (error);
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 300);
  if (strstr (error->message, input->message) == NULL)
    g_error ("“%s” has no “%s” in it", error->message, input->message);
}

#define TABLE "measure,phase,start_quarter,end_quarter\nMaßnahme für Bürger,Prüfung,2021-Q1,2021-Q2\n"

/* However it was saved, its umlauts are read, or it is refused. */
static void
test_encodings (void)
{
  static const struct { const char *encoding; gboolean read; } encodings[] = {
    { "UTF-8", TRUE }, { "UTF-16", TRUE }, { "UTF-32", TRUE }, { "WINDOWS-1252", TRUE }, { "ISO-8859-1", TRUE },
    /* Without a mark, and one that nobody has */
    { "UTF-16LE", FALSE }, { "UTF-16BE", FALSE }, { "CP500", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      char *text = g_convert (TABLE, -1, encodings[i].encoding, "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (SpzImport) import = spz_import_read (bytes, "plan.csv", SPZ_IMPORT_ANY, &error);

      g_test_message ("%s", encodings[i].encoding);
      if (!encodings[i].read)
        {
          g_assert_null (import);
          g_assert_true (g_str_has_prefix (error->message, "This is no text. "));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (import->phases->len, ==, 1);
      g_assert_cmpstr (((SpzImportPhase *) g_ptr_array_index (import->phases, 0))->measure, ==, "Maßnahme für Bürger");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/", inputs[i].name, NULL);

      g_test_add_data_func (path, &inputs[i], test_input);
    }
  g_test_add_func ("/hostile/encodings", test_encodings);

  return g_test_run ();
}
