/* spz-import-briefing.c: a briefing from its outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-outline-private.h"

#include "spz-import-text-private.h"
#include "spz-inline.h"
#include "spz-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_HEADING 90
#define MAX_COLON   60

#define MAX_LETTERHEAD 3

#define MONTHS "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

/* "Ausschuss für Finanzen und Digitalisierung am 08.02.2021" */
#define OCCASION_PATTERN                                                            \
  "^(?:Sitzung (?:des|der)\\s+)?(?<body>\\S.*?)[\\s,·–|-]+(?:(?:am|vom|on)\\s+)?"    \
  "(?:\\pL{2,10}(?:,|\\.)\\s*)?(?:(?:den|dem)\\s+)?"                                \
  "(?<date>\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|" MONTHS ")\\s?\\d{4}|\\d{4}-\\d\\d-\\d\\d|" \
  "\\d{1,2}/\\d{1,2}/\\d{4})"                                                         \
  "(?<rest>.*)$"

#define SPEAKER_PATTERN                                                             \
  "^(?<title>Sprechzettel|Sprechnotizen?|Redenotizen?)\\b[\\s:–-]*(?:für\\s+|von\\s+)?" \
  "(?<speaker>.*?)(?:\\s+in\\s+(?:seiner|ihrer|der|the)\\s+(?:Funktion|function)\\s+"      \
  "(?:als\\s+|des\\s+|der\\s+|of\\s+)?" \
  "(?<function>.+?))?$"

#define FIELD_PATTERN "^Handlungsfeld(?:\\s+\\d+)?(?:\\s*[:–-])?\\s+"

#define AUDIENCE_PATTERN                                                            \
  "^(?<before>\\**)\\\\?\\[\\s*(?<audience>(?:nur )?intern|nicht-?\\s?öffentlich|öffentlich)\\s*\\\\?\\]\\s*"

typedef struct
{
  SpzImport        *import;
  GPtrArray        *items;
  SpzImportSection *section;

  /* Whether it is a document of our own, whose form says all */
  gboolean          is_own;

  /* Whether headings are action fields', and from which level on */
  gboolean          in_fields;
  int               field_level;

  /* Whether what comes is made by the programme, until the next heading */
  gboolean          is_derived;
} Briefing;

static void add_text (Briefing            *self,
                      const SpzImportItem *item);

static const SpzImportItem *
get_item (Briefing *self,
          guint     index)
{
  return index < self->items->len ? g_ptr_array_index (self->items, index) : NULL;
}

static gboolean
is_marked (const SpzImportItem *item,
           const char          *mark)
{
  return g_strcmp0 (item->mark, mark) == 0;
}

static void
set_string (char **member,
            char  *value)
{
  g_free (*member);
  *member = value;
}

static GMatchInfo *
match (const char *pattern,
       const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT, NULL);
  GMatchInfo *info = NULL;

  if (!g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &info))
    g_clear_pointer (&info, g_match_info_free);

  return info;
}

/**
 * spz_import_take_audience:
 * @text: a text with inline Markdown
 * @audience: (inout): for whom it is
 *
 * Takes "[intern]" and the like from the beginning of a text.
 *
 * Returns: (transfer full): the rest of it
 */
char *
spz_import_take_audience (const char  *text,
                          SpzAudience *audience)
{
  g_autoptr (GMatchInfo) info = match (AUDIENCE_PATTERN, text);
  g_autofree char *word = NULL;
  g_autofree char *before = NULL;
  g_autofree char *folded = NULL;
  int end;

  if (info == NULL)
    return g_strdup (text);

  word = g_match_info_fetch_named (info, "audience");
  before = g_match_info_fetch_named (info, "before");
  folded = spz_text_fold (word);
  *audience = strstr (folded, "intern") != NULL ? SPZ_AUDIENCE_INTERNAL
            : g_str_has_prefix (folded, "nicht") ? SPZ_AUDIENCE_COMMITTEE
                                                 : SPZ_AUDIENCE_PUBLIC;
  g_match_info_fetch_pos (info, 0, NULL, &end);

  return g_strconcat (before, text + end, NULL);
}

/* The head: title, speaker and occasion */

static gboolean
take_occasion (Briefing             *self,
               const SpzImportItem *item,
               const char           *text)
{
  g_autoptr (GMatchInfo) info = match (OCCASION_PATTERN, text);
  g_autofree char *date = NULL;
  g_autofree char *rest = NULL;
  SpzDate day;

  if (info == NULL || self->import->date != SPZ_DATE_NONE)
    return FALSE;

  date = g_match_info_fetch_named (info, "date");
  if (!spz_period_parse (date, &day, NULL, NULL))
    return FALSE;

  self->import->date = day;
  set_string (&self->import->body, g_match_info_fetch_named (info, "body"));
  rest = g_match_info_fetch_named (info, "rest");
  if (*g_strstrip (rest) != '\0')
    spz_import_add_message (self->import, item->line,
                            _("“%s” after the meeting’s date was left out."), rest);

  return TRUE;
}

static gboolean
take_title (Briefing             *self,
            const SpzImportItem *item,
            const char           *text)
{
  g_autoptr (GMatchInfo) info = match (SPEAKER_PATTERN, text);

  if (*self->import->title != '\0')
    return FALSE;
  if (info == NULL)
    {
      if (item->kind == SPZ_IMPORT_ITEM_HEADING && item->level == 1)
        set_string (&self->import->title, g_strdup (text));
      return item->kind == SPZ_IMPORT_ITEM_HEADING && item->level == 1;
    }

  set_string (&self->import->title, g_match_info_fetch_named (info, "title"));
  set_string (&self->import->speaker, g_match_info_fetch_named (info, "speaker"));
  set_string (&self->import->function, g_match_info_fetch_named (info, "function"));
  if (self->import->function == NULL)
    self->import->function = g_strdup ("");

  return TRUE;
}

/* "StK Märtens in seiner Funktion CDO" on a line of its own, under a title */
static gboolean
take_byline (Briefing   *self,
             const char *text)
{
  g_autofree char *line = g_strconcat ("Sprechzettel ", text, NULL);
  g_autoptr (GMatchInfo) info = match (SPEAKER_PATTERN, line);
  g_autofree char *function = info != NULL ? g_match_info_fetch_named (info, "function") : NULL;

  if (*self->import->title == '\0' || *self->import->speaker != '\0' ||
      function == NULL || *function == '\0')
    return FALSE;

  set_string (&self->import->speaker, g_match_info_fetch_named (info, "speaker"));
  set_string (&self->import->function, g_steal_pointer (&function));

  return TRUE;
}

/* Whether the title is still to come: a letterhead or a marking may stand
 * above it. */
static gboolean
title_follows (Briefing *self,
               guint     index)
{
  for (guint i = index + 1; i <= index + MAX_LETTERHEAD && get_item (self, i) != NULL; i++)
    {
      const SpzImportItem *item = get_item (self, i);
      g_autofree char *text = spz_inline_to_plain (item->text);
      g_autoptr (GMatchInfo) info = match (SPEAKER_PATTERN, text);

      if (info != NULL &&
          (item->kind == SPZ_IMPORT_ITEM_PARAGRAPH || item->kind == SPZ_IMPORT_ITEM_HEADING))
        return TRUE;
    }

  return FALSE;
}

/* The title, who speaks, and what is the occasion of a document of our own */
static gboolean
take_own_head (Briefing            *self,
               const SpzImportItem *item)
{
  g_autofree char *text = spz_inline_to_plain (item->text);

  if (is_marked (item, "title"))
    set_string (&self->import->title, g_steal_pointer (&text));
  else if (is_marked (item, "byline"))
    {
      if (!take_byline (self, text))
        set_string (&self->import->speaker, g_steal_pointer (&text));
    }
  else if (is_marked (item, "occasion"))
    {
      if (!take_occasion (self, item, text))
        spz_import_add_message (self->import, item->line,
                                _("“%s” names no day: the briefing stays without a meeting."), text);
    }
  else
    return FALSE;

  return TRUE;
}

static guint
take_head (Briefing *self)
{
  const SpzImportItem *item;
  guint index = 0;

  for (; self->is_own && (item = get_item (self, index)) != NULL && take_own_head (self, item); index++)
    ;
  if (self->is_own)
    return index;

  for (; (item = get_item (self, index)) != NULL; index++)
    {
      g_autofree char *text = NULL;

      if (item->kind != SPZ_IMPORT_ITEM_PARAGRAPH && item->kind != SPZ_IMPORT_ITEM_HEADING)
        break;
      text = spz_inline_to_plain (item->text);
      if (take_title (self, item, text) || take_occasion (self, item, text) ||
          take_byline (self, text))
        continue;
      if (*self->import->title != '\0' || !title_follows (self, index))
        break;
      add_text (self, item);
    }

  return index;
}

/* The sections */

static gboolean
is_listed_item (const SpzImportItem *item)
{
  return item != NULL && (item->kind == SPZ_IMPORT_ITEM_BULLET || item->kind == SPZ_IMPORT_ITEM_CONCLUSION);
}

/* Whether a paragraph is the heading of what follows. */
static gboolean
is_heading (Briefing *self,
            guint     index)
{
  const SpzImportItem *item = get_item (self, index);
  const SpzImportItem *next = get_item (self, index + 1);
  g_autofree char *text = NULL;
  glong length;

  if (item->kind == SPZ_IMPORT_ITEM_HEADING)
    return TRUE;
  if (item->mark != NULL)
    return FALSE;

  text = spz_inline_to_plain (item->text);
  length = g_utf8_strlen (text, -1);
  if (g_str_has_suffix (text, ":"))
    return length <= MAX_COLON && next != NULL &&
           (is_listed_item (next) || next->kind == SPZ_IMPORT_ITEM_ROLES);
  if (length > MAX_HEADING || spz_import_text_ends_sentence (text) || g_str_has_suffix (text, ","))
    return FALSE;

  return is_listed_item (next) || (next != NULL && next->kind == SPZ_IMPORT_ITEM_ROLES) ||
         g_regex_match_simple (FIELD_PATTERN, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static char *
unquote (const char *text)
{
  static const struct
  {
    const char *open;
    const char *close;
  } marks[] = {
    { "\u201E", "\u201C" }, { "\u201E", "\u201D" }, { "\u201C", "\u201D" }, { "\u00BB", "\u00AB" }, { "\"", "\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *inner = text + strlen (marks[i].open);

      if (g_str_has_prefix (text, marks[i].open) && g_str_has_suffix (inner, marks[i].close) &&
          strstr (inner, marks[i].close) == text + strlen (text) - strlen (marks[i].close))
        return g_strndup (inner, strlen (inner) - strlen (marks[i].close));
    }

  return g_strdup (text);
}

/* The title of "Handlungsfeld „Title“", or NULL for another heading. */
static char *
get_field_title (const char *heading)
{
  g_autoptr (GMatchInfo) info = match (FIELD_PATTERN, heading);
  int end;

  if (info == NULL)
    return NULL;

  g_match_info_fetch_pos (info, 0, NULL, &end);

  return unquote (heading + end);
}

static SpzImportSectionKind
get_section_kind (Briefing             *self,
                  const SpzImportItem *item,
                  const SpzImportItem *next)
{
  if (item->kind == SPZ_IMPORT_ITEM_PLAN)
    return SPZ_IMPORT_SECTION_PLAN;
  if (next != NULL && next->kind == SPZ_IMPORT_ITEM_ROLES)
    return SPZ_IMPORT_SECTION_ROLES;
  if (next != NULL && next->kind == SPZ_IMPORT_ITEM_FIGURES)
    return SPZ_IMPORT_SECTION_FIGURES;
  if (next != NULL && next->kind == SPZ_IMPORT_ITEM_DATES)
    return SPZ_IMPORT_SECTION_DATES;
  if (is_marked (item, "field"))
    return SPZ_IMPORT_SECTION_ACTION_FIELD;
  if (self->is_own)
    return SPZ_IMPORT_SECTION_POINTS;
  if (self->in_fields && item->kind == SPZ_IMPORT_ITEM_HEADING && item->level < self->field_level)
    self->in_fields = FALSE;

  return self->in_fields ? SPZ_IMPORT_SECTION_ACTION_FIELD : SPZ_IMPORT_SECTION_POINTS;
}

static void
start_section (Briefing             *self,
               const SpzImportItem *item,
               const SpzImportItem *next)
{
  SpzAudience audience = SPZ_AUDIENCE_PUBLIC;
  g_autofree char *marked = spz_import_take_audience (item->text, &audience);
  g_autofree char *title = spz_inline_to_plain (marked);
  g_autofree char *field = NULL;
  SpzImportSectionKind kind;

  if (g_str_has_suffix (title, ":") && item->mark == NULL)
    title[strlen (title) - 1] = '\0';
  g_strstrip (title);

  if (item->kind != SPZ_IMPORT_ITEM_PLAN && (!self->is_own || is_marked (item, "field")))
    field = get_field_title (title);
  if (field != NULL && !self->in_fields)
    self->in_fields = TRUE;
  if (self->in_fields && self->field_level == 0 && item->kind == SPZ_IMPORT_ITEM_HEADING)
    self->field_level = item->level;

  kind = get_section_kind (self, item, next);
  self->is_derived = kind == SPZ_IMPORT_SECTION_POINTS && is_marked (item, "derived");
  if (self->is_derived)
    {
      spz_import_add_message (self->import, item->line,
                              _("“%s” is made by the programme each time: it was not taken."), title);
      return;
    }
  self->section = spz_import_add_section (self->import, kind, field != NULL ? field : title,
                                          item->line);
  self->section->audience = audience;
  self->section->id = item->id;
  if (field != NULL)
    set_string (&self->section->heading, g_steal_pointer (&title));
}

/* Where points stand that have no heading. */
static SpzImportSection *
need_section (Briefing *self,
              guint     line)
{
  if (self->section == NULL || (self->section->kind != SPZ_IMPORT_SECTION_POINTS &&
                                self->section->kind != SPZ_IMPORT_SECTION_ACTION_FIELD))
    {
      self->section = spz_import_add_section (self->import, SPZ_IMPORT_SECTION_POINTS, "", line);
      spz_import_add_message (self->import, line, _("Points without a heading."));
    }

  return self->section;
}

static void
add_point (Briefing             *self,
           const SpzImportItem *item,
           SpzPointStyle         style)
{
  SpzAudience audience = SPZ_AUDIENCE_PUBLIC;
  g_autofree char *text = spz_import_take_audience (item->text, &audience);
  SpzImportPoint *point;

  if (*text == '\0')
    return;

  point = spz_import_section_add (need_section (self, item->line), text,
                                  CLAMP (item->level, 1, SPZ_IMPORT_MAX_LEVEL), style, item->line);
  point->audience = audience;
  point->id = item->id;
}

static void
add_text (Briefing             *self,
          const SpzImportItem *item)
{
  SpzAudience audience = SPZ_AUDIENCE_PUBLIC;
  g_autofree char *marked = spz_import_take_audience (item->text, &audience);
  g_autofree char *text = spz_inline_to_plain (marked);
  gboolean announces = g_str_has_suffix (text, ":");

  if (announces && strstr (text, "Handlungsfelder") != NULL)
    self->in_fields = TRUE;

  /* Under points it is a part of them, unless it announces what comes. */
  if (!announces && item->mark == NULL && self->section != NULL && self->section->points->len > 0)
    {
      add_point (self, item, SPZ_POINT_TEXT);
      spz_import_add_message (self->import, item->line,
                              _("A paragraph without a bullet: kept as text under its heading."));
      return;
    }

  self->section = spz_import_add_section (self->import, SPZ_IMPORT_SECTION_TEXT, text, item->line);
  self->section->audience = audience;
  if (!announces && item->mark == NULL)
    spz_import_add_message (self->import, item->line, _("Kept as a paragraph."));
}

/* Where a table stands that has no heading */
static void
need_table (Briefing             *self,
            SpzImportSectionKind  kind,
            guint                 line)
{
  if (self->section == NULL || self->section->kind != kind)
    self->section = spz_import_add_section (self->import, kind, "", line);
}

static void
take_item (Briefing *self,
           guint     index)
{
  const SpzImportItem *item = get_item (self, index);

  if (self->is_derived && item->kind != SPZ_IMPORT_ITEM_HEADING && item->kind != SPZ_IMPORT_ITEM_PLAN)
    return;

  switch (item->kind)
    {
    case SPZ_IMPORT_ITEM_BULLET:
      add_point (self, item, SPZ_POINT_BULLET);
      break;

    case SPZ_IMPORT_ITEM_CONCLUSION:
      add_point (self, item, SPZ_POINT_CONCLUSION);
      break;

    case SPZ_IMPORT_ITEM_TEXT:
      add_point (self, item, SPZ_POINT_TEXT);
      break;

    case SPZ_IMPORT_ITEM_ROLES:
      need_table (self, SPZ_IMPORT_SECTION_ROLES, item->line);
      break;

    case SPZ_IMPORT_ITEM_FIGURES:
      need_table (self, SPZ_IMPORT_SECTION_FIGURES, item->line);
      break;

    case SPZ_IMPORT_ITEM_DATES:
      need_table (self, SPZ_IMPORT_SECTION_DATES, item->line);
      break;

    case SPZ_IMPORT_ITEM_HEADING:
    case SPZ_IMPORT_ITEM_PLAN:
      start_section (self, item, get_item (self, index + 1));
      break;

    case SPZ_IMPORT_ITEM_PARAGRAPH:
    default:
      if (is_heading (self, index))
        start_section (self, item, get_item (self, index + 1));
      else
        add_text (self, item);
      break;
    }
}

/**
 * spz_import_read_briefing:
 * @import: the result
 * @text: a briefing as Markdown or plain text, valid UTF-8
 *
 * Reads a briefing: title, speaker and occasion, its sections with their
 * points, the table of roles, what is there of a plan, and dates it names.
 */
void
spz_import_read_briefing (SpzImport  *import,
                          const char *text)
{
  g_autofree char *own = spz_import_text_drop_sources (text);
  g_autoptr (SpzLines) lines = spz_lines_new (own);
  g_autoptr (GPtrArray) items = spz_import_outline (import, lines);

  spz_import_read_items (import, items, FALSE);
}

/**
 * spz_import_read_items:
 * @import: the result
 * @items: (element-type SpzImportItem): what a text or a document consists of
 * @is_own: whether this program wrote it, so that nothing is to be guessed
 *
 * Reads a briefing from its outline.
 */
void
spz_import_read_items (SpzImport *import,
                       GPtrArray *items,
                       gboolean   is_own)
{
  Briefing self = { import, items };

  self.is_own = is_own;
  if (!is_own)
    spz_import_settle_levels (import, items);

  for (guint i = take_head (&self); i < items->len; i++)
    take_item (&self, i);

  spz_import_find_dates (import);
}
