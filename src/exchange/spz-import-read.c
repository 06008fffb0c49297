/* spz-import-read.c: what a file is, and the reader for it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-meetings-private.h"
#include "spz-import-outline-private.h"
#include "spz-import-project-private.h"

#include "spz-error.h"
#include "spz-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest briefing is a few dozen kilobytes. */
#define MAX_BYTES (2 * 1024 * 1024)

/* Calendars have many words for little. */
#define MAX_CALENDAR_BYTES (16 * 1024 * 1024)

/* Of documents only their text is unpacked; the rest is pictures. What
 * Microsoft Project writes has a hundred lines for a task. */
#define MAX_LARGE_BYTES (64 * 1024 * 1024)

/* What Word wrote before 2007, and what it puts around an encrypted DOCX
 * ([MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3.4.4) */
#define OLE_START "\xD0\xCF\x11\xE0"
#define OLE_ENCRYPTED "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"

#define BOM "\xEF\xBB\xBF"

static const struct
{
  const char *start;
  gsize       length;
  const char *what;
} foreign[] = {
  { "%PDF-", 5, N_("This is a PDF. Save its text with “pdftotext” or copy it, and import that.") },
  { "SQLite format 3", 15, N_("This is a database and no text. Open it as a programme instead.") },
  { "{\\rtf", 5, N_("This is an RTF document. Save it as DOCX or ODT and import that.") },
  { "\x89PNG", 4, N_("This is a picture and no text. A logo is chosen in the programme’s properties.") },
  { "\xFF\xD8\xFF", 3, N_("This is a picture and no text. A logo is chosen in the programme’s properties.") },
};

static gboolean
is_package (const char *data,
            gsize       length)
{
  return length >= 4 && (memcmp (data, "PK\x03\x04", 4) == 0 || memcmp (data, "PK\x05\x06", 4) == 0);
}

/* By its first bytes, whatever its encoding: only the size that is allowed
 * depends on it. */
static guint64
get_max_bytes (const char *data,
               gsize       length)
{
  if (is_package (data, length))
    return MAX_LARGE_BYTES;

  for (gsize i = 0; i < MIN (length, 16); i++)
    {
      if (data[i] == 'B' || data[i] == 'b' || data[i] == '{' || data[i] == '[')
        return MAX_CALENDAR_BYTES;
      if (data[i] == '<')
        return MAX_LARGE_BYTES;
      if (g_ascii_isalpha (data[i]))
        break;
    }

  return MAX_BYTES;
}

static gboolean
contains (const char *data,
          gsize       length,
          const char *part,
          gsize       part_length)
{
  const char *p = data;
  const char *end = data + length;

  while (p != NULL && (gsize) (end - p) >= part_length)
    {
      if (memcmp (p, part, part_length) == 0)
        return TRUE;
      p = memchr (p + 1, *part, (gsize) (end - p) - 1);
    }

  return FALSE;
}

/* An old document of Word, or one with a password */
static gboolean
check_ole (const char  *data,
           gsize        length,
           GError     **error)
{
  if (length < strlen (OLE_START) || memcmp (data, OLE_START, strlen (OLE_START)) != 0)
    return TRUE;

  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       contains (data, length, OLE_ENCRYPTED, sizeof OLE_ENCRYPTED - 1)
                       ? _("This document is protected by a password. Open it in the program it was made "
                           "with, save it without a password and import that.")
                       : _("This is a document of an old Office (DOC or XLS), whatever its name says. Open it in "
                           "Word, save it as DOCX (Excel: as CSV) and import that."));

  return FALSE;
}

static gboolean
check_size (guint64   length,
            guint64   max,
            GError  **error)
{
  g_autofree char *limit = NULL;

  if (length <= max)
    return TRUE;

  limit = g_format_size (max);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               max == MAX_BYTES ? _("This is larger than %s and no briefing or plan.")
               : max == MAX_LARGE_BYTES
                   ? _("This is larger than %s. Take the pictures out of the document, or export a part of the plan, and import that.")
                   : _("This is larger than %s and no calendar, briefing or plan."),
               limit);

  return FALSE;
}

static gboolean
check_bytes (const char  *data,
             gsize        length,
             GError     **error)
{
  if (length == 0)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("There is nothing in it. Please check whether it was copied or saved completely."));
      return FALSE;
    }
  if (!check_size (length, get_max_bytes (data, length), error) || !check_ole (data, length, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (length >= foreign[i].length && memcmp (data, foreign[i].start, foreign[i].length) == 0)
      {
        g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _(foreign[i].what));
        return FALSE;
      }

  return TRUE;
}

/* A text has no zeros and hardly any control characters. Windows-1252 has
 * letters where UTF-8 has broken sequences, but nothing at the five bytes of
 * @undefined, which in UTF-8 are parts of quotation marks, Hebrew and emoji. */
static gboolean
looks_like_text (const char *data,
                 gsize       length,
                 const char *undefined)
{
  gsize n_control = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) data[i];

      if (c == '\0')
        return FALSE;
      if ((c < 0x20 && strchr ("\t\n\r\f", c) == NULL) || strchr (undefined, c) != NULL)
        n_control++;
    }

  return n_control * 200 <= length;
}

/* The text as UTF-8 without a byte order mark. */
static char *
decode (const char  *data,
        gsize        length,
        gboolean    *converted,
        GError     **error)
{
  char *text = NULL;

  *converted = FALSE;

  /* Before UTF-16, as one of its marks begins with UTF-16's */
  if (length >= 4 && (memcmp (data, "\xFF\xFE\0\0", 4) == 0 || memcmp (data, "\0\0\xFE\xFF", 4) == 0))
    {
      text = g_convert (data, (gssize) length, "UTF-8", "UTF-32", NULL, NULL, NULL);
      if (text != NULL && g_utf8_validate (text, -1, NULL))
        return text;
      g_clear_pointer (&text, g_free);
    }
  else if (length >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    {
      text = g_convert (data, (gssize) length, "UTF-8", "UTF-16", NULL, NULL, NULL);
      if (text != NULL && g_utf8_validate (text, -1, NULL))
        return text;
      g_clear_pointer (&text, g_free);
    }
  else if (length >= 3 && memcmp (data, BOM, 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (g_utf8_validate (data, (gssize) length, NULL))
    {
      if (looks_like_text (data, length, ""))
        return g_strndup (data, length);
    }
  else if (looks_like_text (data, length, "\x81\x8D\x8F\x90\x9D"))
    text = g_convert (data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (text == NULL)
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("This is no text. Please save it as DOCX, ODT or text in the program it was made with, and import that."));
  *converted = text != NULL;

  return text;
}

static gboolean
is_table (const char *text)
{
  g_autofree char *head = g_strndup (text, strcspn (text, "\r\n"));
  g_autofree char *folded = spz_text_fold (head);

  if (strpbrk (folded, ",;") == NULL && strchr (head, '\t') == NULL)
    return FALSE;

  return (strstr (folded, "measure") != NULL || strstr (folded, "massnahme") != NULL ||
          strstr (folded, "milestone") != NULL || strstr (folded, "meilenstein") != NULL) &&
         (strstr (folded, "phase") != NULL || strstr (folded, "date") != NULL ||
          strstr (folded, "dat") != NULL || strstr (folded, "start") != NULL);
}

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return folded != NULL && g_str_has_suffix (folded, suffix);
}

/* A table says itself what it is a table of. */
static SpzImportKind
guess_kind (const char *text,
            const char *name)
{
  if (spz_import_is_xml (text) || has_suffix (name, ".gan"))
    return SPZ_IMPORT_TIMELINE;
  if (spz_import_is_calendar (text) || has_suffix (name, ".ics") ||
      (spz_import_is_json (text) && (strstr (text, "oparl.org/") != NULL || has_suffix (name, ".json"))))
    return SPZ_IMPORT_MEETINGS;
  if (is_table (text) || has_suffix (name, ".csv"))
    return SPZ_IMPORT_ANY;

  return SPZ_IMPORT_BRIEFING;
}

static gboolean
read_meetings (SpzImport   *import,
               const char  *text,
               GError     **error)
{
  if (spz_import_is_calendar (text))
    return spz_import_read_calendar (import, text, error);
  if (spz_import_is_json (text))
    return spz_import_read_oparl (import, text, error);

  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("This is neither a calendar (iCalendar) nor a council’s data (OParl)."));

  return FALSE;
}

/**
 * spz_import_read:
 * @bytes: a file's content, or what was pasted
 * @name: (nullable): the file's name
 * @kind: what it is, or %SPZ_IMPORT_ANY
 * @error: return location for an error in %SPZ_ERROR
 *
 * Reads a briefing, a timeline, milestones or meetings. Nothing is written anywhere; the
 * result goes to spz_import_apply(). May be called in any thread.
 *
 * Returns: (transfer full): what was read, or %NULL
 */
SpzImport *
spz_import_read (GBytes         *bytes,
                 const char     *name,
                 SpzImportKind   kind,
                 GError        **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (SpzImport) import = spz_import_new (kind);
  g_autofree char *text = NULL;
  gboolean converted;

  if (!check_bytes (data, length, error))
    return NULL;
  if (is_package (data, length))
    {
      import->kind = SPZ_IMPORT_BRIEFING;
      return spz_import_read_office (import, bytes, error) ? g_steal_pointer (&import) : NULL;
    }

  text = decode (data, length, &converted, error);
  if (text == NULL)
    return NULL;
  if (text[strspn (text, " \t\r\n\f")] == '\0')
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("There is nothing in it. Please check whether it was copied or saved completely."));
      return NULL;
    }

  if (kind == SPZ_IMPORT_ANY)
    import->kind = guess_kind (text, name);

  if (import->kind == SPZ_IMPORT_BRIEFING)
    spz_import_read_briefing (import, text);
  else if (import->kind == SPZ_IMPORT_MEETINGS)
    {
      if (!read_meetings (import, text, error))
        return NULL;
    }
  else if (spz_import_is_xml (text) || has_suffix (name, ".gan"))
    {
      if (!spz_import_read_project (import, text, error))
        return NULL;
    }
  else if (!spz_import_read_table (import, text, error))
    return NULL;

  if (converted)
    spz_import_add_message (import, 0, _("Read as Windows-1252."));

  return g_steal_pointer (&import);
}

/**
 * spz_import_read_file:
 * @path: a file's path
 * @kind: what it is, or %SPZ_IMPORT_ANY
 * @error: return location for an error in %SPZ_ERROR
 *
 * Reads a file: see spz_import_read().
 *
 * Returns: (transfer full): what was read, or %NULL
 */
SpzImport *
spz_import_read_file (const char     *path,
                      SpzImportKind   kind,
                      GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = g_path_get_basename (path);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, &failure);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("This is a folder and no file. Please choose the files in it."));
      return NULL;
    }
  if (info != NULL && !check_size ((guint64) g_file_info_get_size (info), MAX_LARGE_BYTES, error))
    return NULL;

  if (info != NULL)
    bytes = g_file_load_bytes (file, NULL, NULL, &failure);
  if (bytes == NULL)
    {
      if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND, _("There is no such file."));
      else
        g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_ACCESS, _("This file cannot be read."));
      return NULL;
    }

  return spz_import_read (bytes, name, kind, error);
}
