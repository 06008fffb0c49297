/* spz-import-outline.c: paragraphs, headings and bullets of a text
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

/* Letters differ in width: a line that would be fuller than this much with the
 * next line's first word may have been broken by the layout. */
#define FULL         0.75

#define MAX_HEADING  120

/* Points that were pasted were broken by a layout only if lines get as long
 * as this, in characters */
#define MIN_WIDTH    45

/* How much of what was read before tells whether it goes on, in bytes */
#define MAX_BEFORE   400

typedef struct
{
  SpzImport      *import;
  SpzLines       *lines;
  GPtrArray      *items;
  gboolean        points_only;

  /* The item lines are being joined to, with its text and its column */
  SpzImportItem *current;
  GString        *text;
  guint           column;
  GArray         *columns;
} Outline;

static void
item_free (SpzImportItem *item)
{
  g_free (item->text);
  g_free (item->mark);
  g_free (item);
}

/**
 * spz_import_items_new:
 *
 * Returns: (transfer full) (element-type SpzImportItem): no items
 */
GPtrArray *
spz_import_items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
}

/**
 * spz_import_items_add:
 * @items: (element-type SpzImportItem): items
 * @kind: what it is
 * @text: its text, inline Markdown
 * @level: how deep it stands
 * @line: where it begins in the source
 *
 * Returns: (transfer none): the new last item
 */
SpzImportItem *
spz_import_items_add (GPtrArray         *items,
                      SpzImportItemKind  kind,
                      const char        *text,
                      int                level,
                      guint              line)
{
  SpzImportItem *item = g_new0 (SpzImportItem, 1);

  item->kind = kind;
  item->text = g_strdup (text);
  item->level = level;
  item->line = line;
  g_ptr_array_add (items, item);

  return item;
}

/* Makes the current item's text of its lines. */
static void
finish (Outline *self)
{
  g_autofree char *joined = NULL;
  g_autofree char *squeezed = NULL;
  gboolean repaired;

  if (self->current == NULL)
    return;

  if (self->lines->markdown)
    {
      g_autofree char *untagged = spz_import_text_strip_tags (self->text->str, ' ');

      squeezed = spz_text_squeeze (untagged);
    }
  else
    squeezed = spz_text_squeeze (self->text->str);

  joined = spz_import_text_repair (squeezed, &repaired);
  self->current->text = self->lines->markdown ? g_steal_pointer (&joined)
                                              : spz_inline_escape (joined);
  if (repaired)
    spz_import_add_message (self->import, self->current->line,
                            _("Quotation marks or a missing space were corrected."));

  g_string_truncate (self->text, 0);
  self->current = NULL;
}

static SpzImportItem *
start (Outline        *self,
       SpzImportItemKind  kind,
       const SpzLine  *line)
{
  SpzImportItem *item = g_new0 (SpzImportItem, 1);

  finish (self);
  item->kind = kind;
  item->line = line->number;
  item->gap = line->gap;
  item->level = (int) line->rank;
  g_ptr_array_add (self->items, item);

  self->current = item;
  self->column = line->indent;
  g_string_assign (self->text, line->text);

  return item;
}

/* How deep a column is among those of the bullets before, from 1. */
static int
get_level_of_column (Outline *self,
                     guint    column)
{
  while (self->columns->len > 0 &&
         g_array_index (self->columns, guint, self->columns->len - 1) >= column)
    g_array_set_size (self->columns, self->columns->len - 1);
  g_array_append_val (self->columns, column);

  return (int) self->columns->len;
}

static void
start_bullet (Outline       *self,
              const SpzLine *line)
{
  SpzImportItem *item = start (self, SPZ_IMPORT_ITEM_BULLET, line);
  int level = get_level_of_column (self, line->indent);

  item->level = self->lines->ranked ? (int) line->rank : level;
}

/* "Aufbau Projektorganisation:" after a finished sentence opens something. */
static gboolean
opens_section (const char *before,
               const char *text)
{
  return spz_import_text_ends_sentence (before) && g_str_has_suffix (text, ":") &&
         g_utf8_strlen (text, -1) <= 60;
}

/* Whether a line without a mark goes on with the current item. */
static gboolean
continues (Outline *self,
           guint    index)
{
  const SpzLine *line = spz_lines_get (self->lines, index);
  const char *before = self->text->str + self->text->len - MIN (self->text->len, MAX_BEFORE);
  gboolean lower = spz_import_text_starts_lower (line->text);

  if (self->current == NULL || self->current->kind == SPZ_IMPORT_ITEM_HEADING ||
      spz_line_is_table_head (line) || (self->points_only && self->lines->width < MIN_WIDTH))
    return FALSE;

  /* Across the end of a paragraph only what was cut in the middle, as by a
   * page's end; a text without a full stop may as well be a heading. */
  if (line->gap)
    {
      if (spz_import_text_is_unfinished (before, TRUE))
        return TRUE;
      if (lower)
        return !spz_import_text_ends_sentence (before);
      return spz_import_text_is_unfinished (before, FALSE) &&
             spz_import_text_ends_sentence (line->text);
    }

  if (lower || g_ascii_isdigit (*line->text) || spz_import_text_is_unfinished (before, FALSE))
    return TRUE;
  if (line->page && spz_import_text_ends_sentence (before))
    return FALSE;
  if (opens_section (before, line->text))
    return FALSE;
  if (line->blanks == 0 && line->indent > self->column)
    return TRUE;

  return !spz_lines_has_room (self->lines, index, (guint) (self->lines->width * FULL));
}

static void
go_on (Outline       *self,
       const SpzLine *line)
{
  if (line->gap || line->page)
    spz_import_add_message (self->import, line->number,
                            _("Joined to line %u, which goes on here."), self->current->line);
  spz_import_text_append (self->text, line->text);
}

/* Takes the plan after its heading, unless it is a section about a plan. */
static guint
take_plan (Outline *self,
           guint    index)
{
  const SpzLine *next;
  SpzImportItem *item = self->current;

  while ((next = spz_lines_get (self->lines, index)) != NULL &&
         next->mark == SPZ_LINE_PLAIN && !g_ascii_isdigit (*next->text) && continues (self, index))
    go_on (self, spz_lines_get (self->lines, index++));

  if (next != NULL && (next->mark == SPZ_LINE_BULLET || next->mark == SPZ_LINE_ARROW))
    return index;

  finish (self);
  item->kind = SPZ_IMPORT_ITEM_PLAN;

  return spz_import_take_plan (self->import, self->lines, index);
}

static guint
take_line (Outline *self,
           guint    index)
{
  const SpzLine *line = spz_lines_get (self->lines, index);

  if (!self->points_only && spz_line_is_table_head (line))
    {
      start (self, SPZ_IMPORT_ITEM_ROLES, line);
      g_string_truncate (self->text, 0);
      finish (self);
      return spz_import_take_roles (self->import, self->lines, index);
    }

  switch (line->mark)
    {
    case SPZ_LINE_HEADING:
      start (self, SPZ_IMPORT_ITEM_HEADING, line);
      g_array_set_size (self->columns, 0);
      return !self->points_only && spz_import_is_plan_heading (line->text) ? take_plan (self, index + 1) : index + 1;

    case SPZ_LINE_BULLET:
      start_bullet (self, line);
      return index + 1;

    case SPZ_LINE_ARROW:
      start (self, SPZ_IMPORT_ITEM_CONCLUSION, line);
      return index + 1;

    case SPZ_LINE_ROW:
    case SPZ_LINE_PLAIN:
    default:
      if (line->mark == SPZ_LINE_PLAIN && continues (self, index))
        {
          go_on (self, line);
          return index + 1;
        }
      start (self, SPZ_IMPORT_ITEM_PARAGRAPH, line);
      if (!self->points_only && (line->gap || line->page) && self->items->len > 1 &&
          spz_import_is_plan_heading (line->text))
        return take_plan (self, index + 1);
      return index + 1;
    }
}

/**
 * spz_import_is_plan_heading:
 * @text: a line
 *
 * Whether a line reads like the heading of a timeline.
 */
gboolean
spz_import_is_plan_heading (const char *text)
{
  g_autofree char *folded = spz_text_fold (text);

  if (spz_import_text_ends_sentence (text) || g_utf8_strlen (text, -1) > MAX_HEADING)
    return FALSE;

  return strstr (folded, "zeitplan") != NULL || strstr (folded, "zeitstrahl") != NULL ||
         strstr (folded, "umsetzungsplan") != NULL || strstr (folded, "roadmap") != NULL ||
         strstr (folded, "timeline") != NULL;
}

static GPtrArray *
read_outline (SpzImport *import,
              SpzLines  *lines,
              gboolean   points_only)
{
  Outline self = { import, lines };
  guint index = 0;

  self.points_only = points_only;
  self.items = spz_import_items_new ();
  self.text = g_string_new (NULL);
  self.columns = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!points_only)
    spz_import_drop_furniture (import, lines);
  while (index < lines->items->len)
    index = take_line (&self, index);
  finish (&self);

  g_string_free (self.text, TRUE);
  g_array_unref (self.columns);

  return self.items;
}

/**
 * spz_import_outline:
 * @import: the result, which gets the roles, the plan and messages
 * @lines: the lines of a text
 *
 * Makes paragraphs, headings and bullets of lines: joins what the layout
 * broke, leaves out what belongs to pages, and takes tables apart.
 *
 * Returns: (transfer full) (element-type SpzImportItem): the items, in order
 */
GPtrArray *
spz_import_outline (SpzImport *import,
                    SpzLines  *lines)
{
  return read_outline (import, lines, FALSE);
}

/**
 * spz_import_outline_points:
 * @import: the result, which gets messages
 * @lines: the lines of a part of a text
 *
 * Like spz_import_outline(), for a part of a text that is nothing but points:
 * everything in it stays, tables and plans as text.
 *
 * Returns: (transfer full) (element-type SpzImportItem): the items, in order
 */
GPtrArray *
spz_import_outline_points (SpzImport *import,
                           SpzLines  *lines)
{
  return read_outline (import, lines, TRUE);
}
