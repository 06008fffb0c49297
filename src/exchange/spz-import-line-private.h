/* spz-import-line-private.h: the lines of a text, and what they start with
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzLineMark:
 * @SPZ_LINE_PLAIN: nothing: a paragraph, or what continues the line before
 * @SPZ_LINE_BULLET: a bullet
 * @SPZ_LINE_ARROW: an arrow: a conclusion
 * @SPZ_LINE_HEADING: a Markdown heading
 * @SPZ_LINE_ROW: a row of a table
 */
typedef enum
{
  SPZ_LINE_PLAIN,
  SPZ_LINE_BULLET,
  SPZ_LINE_ARROW,
  SPZ_LINE_HEADING,
  SPZ_LINE_ROW,
} SpzLineMark;

/**
 * SpzLine:
 * @text: (owned): its text, without its mark and white space around it
 * @number: its number in the source, from 1
 * @mark: what it starts with
 * @glyph: the character of that mark, or 0
 * @indent: the column its mark or text starts at
 * @rank: of a bullet, how deep its glyph usually is, from 1; of a heading, its level
 * @blanks: how many blank lines are before it
 * @gap: whether a paragraph ends before it, by an empty paragraph or blank lines
 * @page: whether a page begins with it
 * @open_end: whether white space follows its text
 *
 * A line that isn't blank.
 */
typedef struct
{
  char        *text;
  guint        number;
  SpzLineMark  mark;
  gunichar     glyph;
  guint        indent;
  guint        rank;
  guint        blanks;
  gboolean     gap;
  gboolean     page;
  gboolean     open_end;
} SpzLine;

/**
 * SpzLines:
 * @items: (owned) (element-type SpzLine): the lines that aren't blank
 * @width: how many characters a line holds before it is broken
 * @spaced: whether the text has a blank line between any two lines of a paragraph
 * @markdown: whether it is Markdown, so that its text may have markup
 * @ranked: whether levels show in the glyphs of bullets and not in indents
 */
typedef struct
{
  GPtrArray *items;
  guint      width;
  gboolean   spaced;
  gboolean   markdown;
  gboolean   ranked;
} SpzLines;

SpzLines      *spz_lines_new            (const char     *text);
void           spz_lines_free           (SpzLines       *self);
const SpzLine *spz_lines_get            (const SpzLines *self,
                                         guint           index);
gboolean       spz_lines_has_room       (const SpzLines *self,
                                         guint           index,
                                         guint           width);

SpzLineMark    spz_line_find_mark       (const char     *text,
                                         guint          *last_number,
                                         guint          *depth,
                                         const char    **rest);
char         **spz_line_split_row       (const SpzLine  *line);
gboolean       spz_line_is_table_head   (const SpzLine  *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzLines, spz_lines_free)

G_END_DECLS
