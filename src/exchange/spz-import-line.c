/* spz-import-line.c: the lines of a text, and what they start with
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-line-private.h"
#include "spz-import-text-private.h"

#include <string.h>

/* Bullets of the usual kinds, with how deep each is used as a rule: Word's
 * levels are • o ▪, this program's are • – ◦. Those in the private use area are
 * glyphs of the fonts Symbol and Wingdings as a PDF gives them. */
static const struct
{
  gunichar glyph;
  guint    depth;
} bullets[] = {
  { '-', 20 },    { '*', 10 },    { '+', 10 },    { 0x2022, 10 }, { 0x25CF, 10 }, { 0x2023, 10 },
  { 0x00B7, 10 }, { 0xF0B7, 10 }, { 0xF02D, 20 }, { 0x2013, 20 }, { 0x2014, 20 }, { 'o', 25 },
  { 0x25CB, 25 }, { 0xF06F, 25 }, { 0x25E6, 30 }, { 0x25AA, 40 }, { 0x25A0, 40 }, { 0xF0A7, 40 },
};

static const gunichar arrows[] = {
  0x2192, 0x21D2, 0x2794, 0x279C, 0x27A1, 0x27A8, 0x27F6, 0x27F9, 0xF0E0, 0xF0E8, 0xF0F0,
};

/* Bullets whose glyph is missing altogether leave their space behind. */
#define MISSING_GLYPH ' '
#define MISSING_DEPTH 10

static const char *const months[] = {
  "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
  "August", "September", "Oktober", "November", "Dezember",
};

typedef struct
{
  SpzLines *lines;
  gboolean  stripped;
  guint     last_number;
} Scan;

static void
line_free (SpzLine *line)
{
  g_free (line->text);
  g_free (line);
}

static gboolean
is_arrow (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (arrows[i] == c)
      return TRUE;

  return FALSE;
}

/* How deep a bullet of this glyph is used, or 0 for what is no bullet. */
static guint
get_depth (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i].glyph == c)
      return bullets[i].depth;

  return c >= 0xF020 && c <= 0xF0FF ? 10 : 0;
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
is_blank (const char *text)
{
  return *skip_space (text) == '\0';
}

static gboolean
starts_with_month (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (text, months[i]))
      return TRUE;

  return FALSE;
}

/* "2. Text" after "1. Text", but neither "12. Februar" nor "22.02.2021". */
static const char *
skip_number (const char *p,
             guint      *number)
{
  const char *start = p;

  *number = 0;
  while (g_ascii_isdigit (*p) && p - start < 2)
    *number = *number * 10 + g_ascii_digit_value (*p++);
  if (p == start || (*p != '.' && *p != ')') || p[1] != ' ')
    return NULL;

  p = skip_space (p + 1);

  return *p != '\0' && !starts_with_month (p) ? p : NULL;
}

static const char *
skip_bullet (const char *p,
             gunichar   *glyph)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = *p != '\0' ? g_utf8_next_char (p) : p;

  if (*p == '\0' || get_depth (c) == 0)
    return NULL;
  /* Letters and signs that also begin words need their space. */
  if (c < 0xF000 && *next != '\0' && !g_unichar_isspace (g_utf8_get_char (next)))
    return NULL;
  if (c == 'o' && *skip_space (next) == '\0')
    return NULL;

  *glyph = c;

  return skip_space (next);
}

static const char *
skip_arrow (const char *p)
{
  if (is_arrow (g_utf8_get_char (p)))
    return skip_space (g_utf8_next_char (p));
  if (g_str_has_prefix (p, "=> ") || g_str_has_prefix (p, "-> "))
    return skip_space (p + 3);

  return NULL;
}

static const char *
skip_heading (const char *p,
              guint      *level)
{
  guint n = strspn (p, "#");

  if (n == 0 || n > 6 || p[n] != ' ')
    return NULL;
  *level = n;

  return skip_space (p + n);
}

/* A bullet, an arrow or a number; @glyph is '1' for a number. */
static SpzLineMark
find_mark (const char  *p,
           guint       *last_number,
           gunichar    *glyph,
           const char **rest)
{
  const char *after;
  guint number;

  *rest = p;
  if ((after = skip_arrow (p)) != NULL)
    {
      *rest = after;
      return SPZ_LINE_ARROW;
    }
  if ((after = skip_bullet (p, glyph)) != NULL)
    {
      const char *arrow = skip_arrow (after);

      *rest = arrow != NULL ? arrow : after;
      return arrow != NULL ? SPZ_LINE_ARROW : SPZ_LINE_BULLET;
    }
  if ((after = skip_number (p, &number)) != NULL && (number == 1 || number == *last_number + 1))
    {
      *last_number = number;
      *glyph = '1';
      *rest = after;
      return SPZ_LINE_BULLET;
    }

  return SPZ_LINE_PLAIN;
}

/**
 * spz_line_find_mark:
 * @text: a paragraph
 * @last_number: (inout): the number before, where such are written out
 * @depth: (out): how deep such a bullet is used as a rule
 * @rest: (out): what follows the mark
 *
 * Finds a bullet, a number or an arrow that is written as text.
 *
 * Returns: %SPZ_LINE_BULLET, %SPZ_LINE_ARROW or %SPZ_LINE_PLAIN
 */
SpzLineMark
spz_line_find_mark (const char  *text,
                    guint       *last_number,
                    guint       *depth,
                    const char **rest)
{
  gunichar glyph = 0;
  SpzLineMark mark = find_mark (skip_space (text), last_number, &glyph, rest);

  *depth = mark != SPZ_LINE_BULLET ? 0 : glyph == '1' ? MISSING_DEPTH : get_depth (glyph);

  return mark;
}

/* Takes the mark a line starts with, and returns what follows it. */
static const char *
take_mark (Scan       *scan,
           SpzLine    *line,
           const char *p)
{
  const char *rest;

  if ((rest = skip_heading (p, &line->rank)) != NULL)
    {
      line->mark = SPZ_LINE_HEADING;
      return rest;
    }

  line->mark = find_mark (p, &scan->last_number, &line->glyph, &rest);
  if (line->glyph == '1')
    line->rank = MISSING_DEPTH;
  else if (line->glyph != 0)
    line->rank = get_depth (line->glyph);
  else if (line->mark == SPZ_LINE_PLAIN && *p == '|' && strchr (p + 1, '|') != NULL)
    line->mark = SPZ_LINE_ROW;

  return rest;
}

/* "===" and "---" under a line make it a heading; elsewhere "---" is a rule. */
static gboolean
take_rule (SpzLines   *self,
           const char *text,
           guint       blanks)
{
  const char *p = skip_space (text);
  char c = *p;
  gsize length = strspn (p, (char[]) { c, '\0' });

  if (c == '\0' || strchr ("=-_*", c) == NULL || length < 3 || !is_blank (p + length))
    return FALSE;

  if (blanks == 0 && (c == '=' || c == '-') && self->items->len > 0)
    {
      SpzLine *above = g_ptr_array_index (self->items, self->items->len - 1);

      if (above->mark == SPZ_LINE_PLAIN)
        {
          above->mark = SPZ_LINE_HEADING;
          above->rank = c == '=' ? 1 : 2;
        }
    }

  return TRUE;
}

static guint
get_indent (const char *text)
{
  guint columns = 0;

  for (; *text == ' ' || *text == '\t'; text++)
    columns += *text == '\t' ? 4 : 1;

  return columns;
}

static void
add_line (Scan       *scan,
          const char *raw,
          guint       number,
          guint       blanks,
          gboolean    gap)
{
  SpzLines *self = scan->lines;
  SpzLine *line = g_new0 (SpzLine, 1);
  const char *p = raw;
  gsize length;

  line->number = number;
  line->blanks = blanks;
  line->gap = gap || self->items->len == 0;
  line->page = *p == '\f' || self->items->len == 0;
  if (*p == '\f')
    p++;
  else if (self->spaced && *p == ' ' && blanks == 0)
    {
      /* Only a page's end brings two lines of such a text together. */
      line->page = TRUE;
      p++;
    }

  line->indent = get_indent (p);
  p = take_mark (scan, line, skip_space (p));
  if (line->mark == SPZ_LINE_PLAIN && scan->stripped && line->indent > 0 && self->items->len > 0)
    {
      line->mark = SPZ_LINE_BULLET;
      line->glyph = MISSING_GLYPH;
      line->rank = MISSING_DEPTH;
    }

  length = strlen (p);
  line->text = g_strchomp (g_strdup (p));
  line->open_end = strlen (line->text) < length;
  g_ptr_array_add (self->items, line);
}

/* Looks at the text as a whole, for what only the whole shows: see SpzLines
 * and Scan.stripped. */
static void
find_habits (Scan        *scan,
             char       **raw)
{
  guint n_lines = 0;
  guint n_spaced = 0;
  guint n_broken = 0;
  guint n_indented = 0;
  guint n_flush = 0;
  guint n_bullets = 0;
  guint n_ascii = 0;
  guint n_strong = 0;

  for (guint i = 0; raw[i] != NULL; i++)
    {
      const char *p = skip_space (raw[i]);
      gunichar glyph = 0;
      guint level;

      if (*p == '\0')
        continue;

      n_lines++;
      if (raw[i + 1] != NULL && is_blank (raw[i + 1]))
        n_spaced++;
      if (i > 0 && is_blank (raw[i - 1]) && p == raw[i] && skip_bullet (p, &glyph) == NULL &&
          spz_import_text_starts_lower (p))
        n_broken++;
      if (skip_bullet (p, &glyph) != NULL && glyph != 'o')
        n_bullets++;
      else if (raw[i][0] == ' ')
        n_indented++;
      else
        n_flush++;
      if (glyph == '-' || glyph == '+' || skip_heading (p, &level) != NULL)
        n_ascii++;
      if (strstr (p, "**") != NULL)
        n_strong++;
    }

  scan->lines->spaced = n_spaced * 2 > n_lines && n_broken >= 3;
  scan->stripped = n_indented >= 3 && n_flush >= 3 && n_bullets * 4 < n_indented;
  scan->lines->markdown = !scan->lines->spaced && !scan->stripped && n_ascii + n_strong > 0;
}

static int
compare_numbers (gconstpointer a,
                gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* Makes levels of the depths of those bullets that occur: 1 for the shallowest.
 * Glyphs show levels where they aren't those anybody types. */
static void
rank_bullets (SpzLines *self)
{
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean typographic = FALSE;
  guint n_depths = 0;
  guint n_ranks = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const SpzLine *line = spz_lines_get (self, i);

      if (line->mark != SPZ_LINE_BULLET)
        continue;
      g_array_append_val (depths, line->rank);
      typographic |= line->glyph > 0x7F || line->glyph == 'o';
    }
  g_array_sort (depths, compare_numbers);

  /* Each depth once */
  for (guint i = 0; i < depths->len; i++)
    if (n_depths == 0 || g_array_index (depths, guint, i) != g_array_index (depths, guint, n_depths - 1))
      g_array_index (depths, guint, n_depths++) = g_array_index (depths, guint, i);
  g_array_set_size (depths, n_depths);

  for (guint i = 0; i < self->items->len; i++)
    {
      SpzLine *line = g_ptr_array_index (self->items, i);
      guint rank = 1;

      if (line->mark != SPZ_LINE_BULLET)
        continue;
      while (rank < depths->len && g_array_index (depths, guint, rank) <= line->rank)
        rank++;
      line->rank = rank;
      n_ranks = MAX (n_ranks, rank);
    }

  self->ranked = typographic && n_ranks > 1;
}

/* A line that a small letter follows in the next was certainly broken by the
 * layout: the longest of them show how wide a line may get. A few are from
 * elsewhere on the page, such as a footnote, and count for nothing. */
static void
find_width (SpzLines *self)
{
  g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, sizeof (guint));
  guint longest = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const SpzLine *line = spz_lines_get (self, i);
      const SpzLine *next = spz_lines_get (self, i + 1);
      guint width = (guint) g_utf8_strlen (line->text, -1) + line->indent;

      longest = MAX (longest, width);
      if (next != NULL && next->mark == SPZ_LINE_PLAIN && !next->gap &&
          spz_import_text_starts_lower (next->text))
        g_array_append_val (broken, width);
    }
  g_array_sort (broken, compare_numbers);

  self->width = broken->len > 0 ? g_array_index (broken, guint, (broken->len - 1) * 19 / 20) : longest;
}

/**
 * spz_lines_new:
 * @text: a text, valid UTF-8
 *
 * Takes a text apart into its lines, blank ones left out, and finds out how it
 * is laid out: whether blank lines stand between paragraphs or between any two
 * lines, and what its bullets look like, also where their glyphs were lost and
 * only a space is left.
 *
 * Returns: (transfer full): the lines
 */
SpzLines *
spz_lines_new (const char *text)
{
  SpzLines *self = g_new0 (SpzLines, 1);
  Scan scan = { self, FALSE, 0 };
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  guint blanks = 0;
  gboolean gap = FALSE;

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);

  for (char **line = raw; *line != NULL; line++)
    if (g_str_has_suffix (*line, "\r"))
      (*line)[strlen (*line) - 1] = '\0';

  find_habits (&scan, raw);

  for (guint i = 0; raw[i] != NULL; i++)
    {
      if (is_blank (raw[i]))
        {
          blanks++;
          gap |= !self->spaced || raw[i][0] != '\0' || blanks > 1;
          continue;
        }
      if (!take_rule (self, raw[i], blanks))
        add_line (&scan, raw[i], i + 1, blanks, gap);
      blanks = 0;
      gap = FALSE;
    }
  rank_bullets (self);
  find_width (self);

  return self;
}

/**
 * spz_lines_free:
 * @self: (nullable) (transfer full): lines
 *
 * Frees lines.
 */
void
spz_lines_free (SpzLines *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * spz_lines_get:
 * @self: lines
 * @index: which one
 *
 * Returns: (nullable) (transfer none): a line, %NULL after the last
 */
const SpzLine *
spz_lines_get (const SpzLines *self,
               guint           index)
{
  return index < self->items->len ? g_ptr_array_index (self->items, index) : NULL;
}

/**
 * spz_lines_has_room:
 * @self: lines
 * @index: which one, not the first
 * @width: how many characters a line holds
 *
 * Whether the first word of this line would have had room in the line before
 * it. If so it wasn't the layout that broke the text there.
 */
gboolean
spz_lines_has_room (const SpzLines *self,
                    guint           index,
                    guint           width)
{
  const SpzLine *line = spz_lines_get (self, index);
  const SpzLine *before = spz_lines_get (self, index - 1);
  glong word = g_utf8_strlen (line->text, (gssize) strcspn (line->text, " -"));
  glong used = g_utf8_strlen (before->text, -1) + before->indent;

  return used + 1 + word <= (glong) width;
}

/**
 * spz_line_split_row:
 * @line: a row of a Markdown table
 *
 * Takes a row apart at its bars, but not at escaped ones.
 *
 * Returns: (transfer full): its cells, without white space around them
 */
char **
spz_line_split_row (const SpzLine *line)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);

  for (const char *p = line->text + 1; *p != '\0'; p++)
    {
      if (p[0] == '\\' && p[1] == '|')
        g_string_append_c (cell, *++p);
      else if (*p != '|')
        g_string_append_c (cell, *p);

      if (*p == '|' && p[-1] != '\\')
        {
          g_strv_builder_add (cells, g_strstrip (cell->str));
          g_string_truncate (cell, 0);
        }
    }
  if (*g_strstrip (cell->str) != '\0')
    g_strv_builder_add (cells, cell->str);

  return g_strv_builder_end (cells);
}

/**
 * spz_line_is_table_head:
 * @line: a line
 *
 * Whether a line is the head of a table of roles and tasks.
 */
gboolean
spz_line_is_table_head (const SpzLine *line)
{
  const char *text = line->text;

  while (*text != '\0' && strchr ("|*_ ", *text) != NULL)
    text++;

  return ((g_str_has_prefix (text, "Rolle") && strstr (text, "Aufgabe") != NULL) ||
          (g_str_has_prefix (text, "Role") && strstr (text, "Tasks") != NULL)) &&
         !spz_import_text_ends_sentence (text) && g_utf8_strlen (text, -1) <= 60;
}
