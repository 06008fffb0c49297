/* spz-inline.c: bold and italic inside a line of text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The text of a point is Markdown restricted to emphasis. md4c parses it, line
 * by line and guarded: whatever would start a block, a link, code or HTML in
 * full Markdown is text here, so nothing can get lost. What this file writes
 * (escaped text, runs) means the same to any CommonMark reader.
 *
 * One rule differs from CommonMark: a single asterisk between two letters is
 * an asterisk. "Bürger*innen und Mitarbeiter*innen" is no emphasis.
 */

#include "config.h"

#include "spz-inline.h"

#include <md4c.h>
#include <stdlib.h>
#include <string.h>

/* In front of a line given to the parser: no block starts with a comma, and
 * to the rules of emphasis punctuation is like the beginning of a line. */
#define GUARD ','

#define BLANK " \t\r\f\v"

static void
run_free (gpointer data)
{
  SpzInlineRun *run = data;

  g_free (run->text);
  g_free (run);
}

static GPtrArray *
runs_new (void)
{
  return g_ptr_array_new_with_free_func (run_free);
}

/* A run while it grows: its pieces may be single letters, and a line has no
 * limit. */
typedef struct
{
  SpzInlineRun run;
  gsize        length;
  gsize        allocated;
} Growing;

static void
growing_append (Growing    *self,
                const char *text,
                gsize       length)
{
  if (self->length + length + 1 > self->allocated)
    {
      self->allocated = MAX (self->length + length + 1, 2 * self->allocated);
      self->run.text = g_realloc (self->run.text, self->allocated);
    }
  memcpy (self->run.text + self->length, text, length);
  self->length += length;
  self->run.text[self->length] = '\0';
}

/* Adds text, to the last run if it has the same style. */
static void
runs_add (GPtrArray      *runs,
          const char     *text,
          gssize          length,
          SpzInlineStyle  style)
{
  gsize size = length < 0 ? strlen (text) : strnlen (text, (gsize) length);
  Growing *last = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;

  if (size == 0)
    return;

  if (last == NULL || last->run.style != style)
    {
      last = g_new0 (Growing, 1);
      last->run.style = style;
      g_ptr_array_add (runs, last);
    }
  growing_append (last, text, size);
}

static gboolean
is_alnum_at (const char *p)
{
  return *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));
}

static gboolean
is_alnum_before (const char *start,
                 const char *p)
{
  return p > start && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* "&#98;": what runs_to_markdown() writes where a letter must not touch a
 * delimiter. Returns the length, or 0. */
static size_t
entity_length (const char *p)
{
  size_t digits;

  if (p[0] != '&' || p[1] != '#')
    return 0;

  digits = strspn (p + 2, "0123456789");

  return digits >= 1 && digits <= 7 && p[2 + digits] == ';' ? digits + 3 : 0;
}

/* Reading */

typedef struct
{
  GPtrArray *runs; /* Borrowed */
  guint      bold;
  guint      italic;
  gboolean   guard_dropped;
} Reader;

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  Reader *reader = data;

  reader->bold += type == MD_SPAN_STRONG;
  reader->italic += type == MD_SPAN_EM;

  return 0;
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  Reader *reader = data;

  reader->bold -= type == MD_SPAN_STRONG;
  reader->italic -= type == MD_SPAN_EM;

  return 0;
}

static int
block_cb (MD_BLOCKTYPE  type,
          void         *detail,
          void         *data)
{
  return 0;
}

static int
text_cb (MD_TEXTTYPE     type,
         const MD_CHAR  *text,
         MD_SIZE         size,
         void           *data)
{
  Reader *reader = data;
  SpzInlineStyle style = (reader->bold > 0 ? SPZ_INLINE_BOLD : 0) |
                         (reader->italic > 0 ? SPZ_INLINE_ITALIC : 0);

  if (!reader->guard_dropped && size > 0)
    {
      reader->guard_dropped = TRUE;
      text++;
      size--;
    }

  if (type == MD_TEXT_ENTITY)
    {
      char utf8[7] = { 0 };
      gunichar c = (gunichar) strtoul (text + 2, NULL, 10);

      if (c != 0 && g_unichar_validate (c))
        {
          g_unichar_to_utf8 (c, utf8);
          runs_add (reader->runs, utf8, -1, style);
          return 0;
        }
    }

  runs_add (reader->runs, text, size, style);

  return 0;
}

/* The line with a backslash before everything that is more than emphasis. */
static char *
guard_line (const char *line)
{
  GString *guarded = g_string_new (NULL);

  g_string_append_c (guarded, GUARD);
  for (const char *p = line; *p != '\0'; p++)
    {
      gboolean escape = FALSE;

      if (*p == '\\' && p[1] != '\0' && g_ascii_ispunct (p[1]))
        {
          g_string_append_len (guarded, p, 2);
          p++;
          continue;
        }

      if (strchr ("`[]<~", *p) != NULL)
        escape = TRUE;
      else if (*p == '&')
        escape = entity_length (p) == 0;
      else if (*p == '*' && p[1] != '*')
        escape = is_alnum_before (line, p) && is_alnum_at (p + 1);

      if (escape)
        g_string_append_c (guarded, '\\');
      g_string_append_c (guarded, *p);
    }

  return g_string_free (guarded, FALSE);
}

static void
parse_line (GPtrArray  *runs,
            const char *line,
            size_t      length)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
    .enter_block = block_cb,
    .leave_block = block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  size_t indent = MIN (strspn (line, BLANK), length);
  size_t end = length;
  g_autofree char *inner = NULL;
  g_autofree char *guarded = NULL;
  Reader reader = { runs, 0, 0, FALSE };

  /* The parser strips white space at both ends. */
  while (end > indent && strchr (BLANK, line[end - 1]) != NULL)
    end--;

  runs_add (runs, line, indent, SPZ_INLINE_PLAIN);
  if (end > indent)
    {
      inner = g_strndup (line + indent, end - indent);
      guarded = guard_line (inner);
      if (md_parse (guarded, strlen (guarded), &parser, &reader) != 0)
        runs_add (runs, inner, -1, SPZ_INLINE_PLAIN);
    }
  runs_add (runs, line + end, length - end, SPZ_INLINE_PLAIN);
}

/**
 * spz_inline_parse:
 * @markdown: (nullable): a text with inline Markdown
 *
 * Takes a text apart into runs of the same emphasis. Everything but emphasis,
 * backslash escapes and decimal character references is taken literally,
 * line breaks included.
 *
 * Returns: (transfer full) (element-type SpzInlineRun): the runs
 */
GPtrArray *
spz_inline_parse (const char *markdown)
{
  GPtrArray *runs = runs_new ();

  for (const char *line = markdown; line != NULL && *line != '\0';)
    {
      size_t length = strcspn (line, "\n");

      parse_line (runs, line, length);
      line += length;
      if (*line == '\n')
        {
          runs_add (runs, "\n", 1, SPZ_INLINE_PLAIN);
          line++;
        }
    }

  return runs;
}

/**
 * spz_inline_to_plain:
 * @markdown: (nullable): a text with inline Markdown
 *
 * The text without its emphasis.
 *
 * Returns: (transfer full): the plain text
 */
char *
spz_inline_to_plain (const char *markdown)
{
  g_autoptr (GPtrArray) runs = spz_inline_parse (markdown);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (plain, ((SpzInlineRun *) g_ptr_array_index (runs, i))->text);

  return g_string_free (plain, FALSE);
}

/**
 * spz_inline_to_pango:
 * @markdown: (nullable): a text with inline Markdown
 *
 * The text as Pango markup, everything in it escaped.
 *
 * Returns: (transfer full): the markup
 */
char *
spz_inline_to_pango (const char *markdown)
{
  g_autoptr (GPtrArray) runs = spz_inline_parse (markdown);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      SpzInlineRun *run = g_ptr_array_index (runs, i);
      g_autofree char *escaped = g_markup_escape_text (run->text, -1);
      gboolean bold = (run->style & SPZ_INLINE_BOLD) != 0;
      gboolean italic = (run->style & SPZ_INLINE_ITALIC) != 0;

      g_string_append_printf (markup, "%s%s%s%s%s",
                              bold ? "<b>" : "", italic ? "<i>" : "",
                              escaped,
                              italic ? "</i>" : "", bold ? "</b>" : "");
    }

  return g_string_free (markup, FALSE);
}

/* Writing */

/* What starts a list, a quotation, a heading or a fence at the start of a line. */
static gboolean
starts_block (const char *p)
{
  size_t digits = strspn (p, "0123456789");

  if (digits > 0)
    return FALSE; /* the full stop after it is escaped */
  if (*p == '#' || *p == '>')
    return TRUE;
  if ((*p == '-' || *p == '+' || *p == '=') &&
      (p[1] == *p || p[1] == '\0' || strchr (" \t\n", p[1]) != NULL))
    return TRUE;

  return g_str_has_prefix (p, "~~~");
}

static gboolean
ends_list_number (const char *line,
                  const char *p)
{
  size_t digits = strspn (line, "0123456789");

  return (*p == '.' || *p == ')') && digits > 0 && digits < 10 && p == line + digits &&
         (p[1] == '\0' || strchr (" \t\n", p[1]) != NULL);
}

/* "&amp;", "&#65;", "&#x41;" to any reader of Markdown. */
static gboolean
is_reference (const char *p)
{
  p++;
  if (*p == '#')
    p++;
  while (g_ascii_isalnum (*p))
    p++;

  return *p == ';';
}

/* @line_start: whether @text begins a line. */
static void
append_escaped (GString    *markdown,
                const char *text,
                gboolean    line_start)
{
  const char *line = line_start ? text + strspn (text, BLANK) : NULL;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean escape = FALSE;

      if (strchr ("\\*`[<", *p) != NULL)
        escape = TRUE;
      else if (*p == '_')
        escape = !(is_alnum_before (text, p) && is_alnum_at (p + 1));
      else if (*p == '&')
        escape = is_reference (p);
      else if (line != NULL)
        escape = (p == line && starts_block (p)) || ends_list_number (line, p);

      if (escape)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p);

      if (*p == '\n')
        line = p + 1 + strspn (p + 1, BLANK);
    }
}

/**
 * spz_inline_escape:
 * @plain: (nullable): a plain text
 *
 * Makes Markdown of a plain text, which reads back as that text.
 *
 * Returns: (transfer full): the Markdown
 */
char *
spz_inline_escape (const char *plain)
{
  GString *markdown = g_string_new (NULL);

  append_escaped (markdown, plain != NULL ? plain : "", TRUE);

  return g_string_free (markdown, FALSE);
}

/* The style of the first visible character from @p in run @i on; plain at the
 * end of a line. */
static SpzInlineStyle
next_visible_style (GPtrArray  *runs,
                    guint       i,
                    const char *p)
{
  for (;;)
    {
      SpzInlineRun *run = g_ptr_array_index (runs, i);

      for (; *p != '\0'; p = g_utf8_next_char (p))
        {
          if (*p == '\n')
            return SPZ_INLINE_PLAIN;
          if (!g_unichar_isspace (g_utf8_get_char (p)))
            return run->style;
        }

      if (++i >= runs->len)
        return SPZ_INLINE_PLAIN;
      p = ((SpzInlineRun *) g_ptr_array_index (runs, i))->text;
    }
}

/* Emphasis can't begin or end in white space, nor reach over a line's end. As
 * it is invisible there, white space has only what both its neighbours have. */
static GPtrArray *
normalize_runs (GPtrArray *runs)
{
  GPtrArray *normal = runs_new ();
  SpzInlineStyle before = SPZ_INLINE_PLAIN;

  for (guint i = 0; i < runs->len; i++)
    {
      SpzInlineRun *run = g_ptr_array_index (runs, i);
      SpzInlineStyle current = run->style;
      const char *from = run->text;

      for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          SpzInlineStyle style = run->style;

          if (g_unichar_isspace (g_utf8_get_char (p)))
            style &= before & next_visible_style (runs, i, p);
          else
            before = style;
          if (*p == '\n')
            before = SPZ_INLINE_PLAIN;

          if (style != current)
            {
              runs_add (normal, from, p - from, current);
              from = p;
              current = style;
            }
        }
      runs_add (normal, from, -1, current);
    }

  return normal;
}

static gboolean
runs_equal (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      SpzInlineRun *left = g_ptr_array_index (a, i);
      SpzInlineRun *right = g_ptr_array_index (b, i);

      if (left->style != right->style || strcmp (left->text, right->text) != 0)
        return FALSE;
    }

  return TRUE;
}

static SpzInlineStyle
style_at (GPtrArray *runs,
          guint      i)
{
  return i < runs->len ? ((SpzInlineRun *) g_ptr_array_index (runs, i))->style
                       : SPZ_INLINE_PLAIN;
}

static gboolean
at_line_start (GString *markdown)
{
  return markdown->len == 0 || markdown->str[markdown->len - 1] == '\n';
}

/* As a person would write it: bold outside, italic inside. */
static char *
write_nested (GPtrArray *runs)
{
  GString *markdown = g_string_new (NULL);
  SpzInlineStyle open = SPZ_INLINE_PLAIN;

  for (guint i = 0; i <= runs->len; i++)
    {
      SpzInlineStyle style = style_at (runs, i);
      gboolean bold_changes = ((open ^ style) & SPZ_INLINE_BOLD) != 0;
      gboolean line_start = at_line_start (markdown);

      if ((open & SPZ_INLINE_ITALIC) && (bold_changes || !(style & SPZ_INLINE_ITALIC)))
        {
          g_string_append (markdown, "*");
          open &= ~SPZ_INLINE_ITALIC;
        }
      if (bold_changes)
        g_string_append (markdown, "**");
      if ((style & SPZ_INLINE_ITALIC) && !(open & SPZ_INLINE_ITALIC))
        g_string_append (markdown, "*");
      open = style;

      if (i < runs->len)
        append_escaped (markdown, ((SpzInlineRun *) g_ptr_array_index (runs, i))->text,
                        line_start && style == SPZ_INLINE_PLAIN);
    }

  return g_string_free (markdown, FALSE);
}

/* Whether a character next to a delimiter is what its meaning hangs on: inside
 * an emphasis white space, outside anything but white space and punctuation. */
static gboolean
is_sticky (gunichar c,
           gboolean emphasized)
{
  if (emphasized)
    return g_unichar_isspace (c);

  return !g_unichar_isspace (c) && !(c < 0x80 && g_ascii_ispunct (c));
}

/* Text with sticky characters at its ends written as character references,
 * which count as punctuation. */
static void
append_detached (GString    *markdown,
                 const char *text,
                 gboolean    emphasized,
                 gboolean    detach_start,
                 gboolean    detach_end)
{
  gboolean line_start = at_line_start (markdown);
  const char *end = text + strlen (text);
  g_autofree char *inner = NULL;
  gunichar last = 0;

  if (detach_start && is_sticky (g_utf8_get_char (text), emphasized))
    {
      g_string_append_printf (markdown, "&#%u;", g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
  if (detach_end && end > text &&
      is_sticky (g_utf8_get_char (g_utf8_prev_char (end)), emphasized))
    {
      end = g_utf8_prev_char (end);
      last = g_utf8_get_char (end);
    }

  inner = g_strndup (text, end - text);
  append_escaped (markdown, inner, line_start);
  if (last != 0)
    g_string_append_printf (markdown, "&#%u;", last);
}

/* What CommonMark's rules of emphasis can't say with nested asterisks, such as
 * emphasis inside a word next to another: each run by itself, with asterisks
 * and underscores in turn. */
static char *
write_detached (GPtrArray *runs)
{
  static const char *const marks[2][4] = {
    { "", "**", "*", "***" },
    { "", "__", "_", "___" },
  };
  GString *markdown = g_string_new (NULL);
  guint kind = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      SpzInlineRun *run = g_ptr_array_index (runs, i);

      if (run->style == SPZ_INLINE_PLAIN)
        {
          append_detached (markdown, run->text, FALSE, i > 0, i + 1 < runs->len);
          continue;
        }

      g_string_append (markdown, marks[kind][run->style]);
      append_detached (markdown, run->text, TRUE, TRUE, TRUE);
      g_string_append (markdown, marks[kind][run->style]);
      kind = 1 - kind;
    }

  return g_string_free (markdown, FALSE);
}

/**
 * spz_inline_from_runs:
 * @runs: (element-type SpzInlineRun): runs of text
 *
 * Writes runs as Markdown. spz_inline_parse() reads the same text and emphasis
 * back; only white space at a run's end loses its emphasis.
 *
 * Returns: (transfer full): the Markdown
 */
char *
spz_inline_from_runs (GPtrArray *runs)
{
  g_autoptr (GPtrArray) normal = normalize_runs (runs);
  g_autofree char *markdown = write_nested (normal);
  g_autoptr (GPtrArray) back = spz_inline_parse (markdown);

  if (runs_equal (normal, back))
    return g_steal_pointer (&markdown);

  return write_detached (normal);
}
