/* spz-paste-html.c: points from what word processors and browsers copy
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-paste.h"

#include "spz-inline.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Deeper than any document: what a hostile one could nest */
#define DEPTH_LIMIT 256

typedef struct
{
  GPtrArray *lines;

  /* The line being read */
  GPtrArray *runs;
  gboolean   bullet;
  guint      level;
  gboolean   is_heading;
  gboolean   space;

  guint      heading;
  guint      opened;
  guint      list_depth;
  guint      depth;
} Reader;

static void
run_free (gpointer data)
{
  SpzInlineRun *run = data;

  g_free (run->text);
  g_free (run);
}

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  for (; *names != NULL; names++)
    if (g_ascii_strcasecmp (name, *names) == 0)
      return TRUE;

  return FALSE;
}

/* Ends the line, and starts another of the same kind */
static void
flush (Reader *self)
{
  SpzPasteLine *line;
  g_autofree char *text = NULL;

  if (self->is_heading)
    for (guint i = 0; i < self->runs->len; i++)
      ((SpzInlineRun *) g_ptr_array_index (self->runs, i))->style |= SPZ_INLINE_BOLD;

  text = spz_inline_from_runs (self->runs);
  g_ptr_array_set_size (self->runs, 0);
  self->space = FALSE;
  if (*text == '\0')
    return;

  if (self->is_heading)
    {
      spz_paste_add (self->lines, g_steal_pointer (&text), 1, TRUE);
      self->heading = 1;
      self->opened = 0;
      return;
    }

  line = spz_paste_add (self->lines, g_steal_pointer (&text),
                        self->heading + (self->bullet ? self->opened + self->level : 1), self->bullet);
  if (!self->bullet)
    self->opened = g_str_has_suffix (line->text, ":") ? 1 : 0;
}

/* White space is one space, and none at a line's beginning */
static void
add_text (Reader         *self,
          const char     *text,
          SpzInlineStyle  style)
{
  GString *plain = g_string_new (NULL);
  SpzInlineRun *run;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0xA0)
        {
          self->space = TRUE;
          continue;
        }
      if (self->space && (self->runs->len > 0 || plain->len > 0))
        g_string_append_c (plain, ' ');
      self->space = FALSE;
      g_string_append_unichar (plain, c);
    }

  run = g_new0 (SpzInlineRun, 1);
  run->style = style;
  run->text = g_string_free (plain, FALSE);
  if (*run->text != '\0')
    g_ptr_array_add (self->runs, run);
  else
    run_free (run);
}

static char *
get_css (xmlNode *node)
{
  xmlChar *style = xmlGetProp (node, BAD_CAST "style");
  char *css = g_ascii_strdown (style != NULL ? (const char *) style : "", -1);
  char *out = css;

  /* Without its blanks, to be compared */
  for (const char *p = css; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *out++ = *p;
  *out = '\0';
  xmlFree (style);

  return css;
}

static SpzInlineStyle
get_style (const char     *name,
           const char     *css,
           SpzInlineStyle  style)
{
  static const char *const bold[] = { "b", "strong", NULL };
  static const char *const italic[] = { "i", "em", NULL };

  if (is_one_of (name, bold) || strstr (css, "font-weight:bold") != NULL ||
      strstr (css, "font-weight:700") != NULL || strstr (css, "font-weight:600") != NULL)
    style |= SPZ_INLINE_BOLD;
  if (is_one_of (name, italic) || strstr (css, "font-style:italic") != NULL)
    style |= SPZ_INLINE_ITALIC;
  if (strstr (css, "font-weight:normal") != NULL || strstr (css, "font-weight:400") != NULL)
    style &= ~SPZ_INLINE_BOLD;
  if (strstr (css, "font-style:normal") != NULL)
    style &= ~SPZ_INLINE_ITALIC;

  return style;
}

/* Word writes no lists but paragraphs that say "mso-list:l0 level2 lfo1" */
static guint
get_word_level (const char *css)
{
  const char *list = strstr (css, "mso-list:");
  const char *level = list != NULL ? strstr (list, "level") : NULL;

  return level != NULL ? (guint) g_ascii_digit_value (level[strlen ("level")]) : 0;
}

static void read_node (Reader *self, xmlNode *node, SpzInlineStyle style);

static void
read_children (Reader         *self,
               xmlNode        *node,
               SpzInlineStyle  style)
{
  if (++self->depth < DEPTH_LIMIT)
    for (xmlNode *child = node->children; child != NULL; child = child->next)
      read_node (self, child, style);
  self->depth--;
}

static void
read_block (Reader         *self,
            xmlNode        *node,
            SpzInlineStyle  style,
            gboolean        bullet,
            guint           level,
            gboolean        is_heading)
{
  gboolean outer_bullet = self->bullet;
  guint outer_level = self->level;

  flush (self);
  self->bullet = bullet;
  self->level = CLAMP (level, 1, 9);
  self->is_heading = is_heading;
  read_children (self, node, style);
  flush (self);
  self->is_heading = FALSE;
  self->bullet = outer_bullet;
  self->level = outer_level;
}

static void
read_list (Reader         *self,
           xmlNode        *node,
           SpzInlineStyle  style)
{
  flush (self);
  self->list_depth++;
  read_children (self, node, style);
  flush (self);
  self->list_depth--;
}

static void
read_element (Reader         *self,
              xmlNode        *node,
              SpzInlineStyle  style)
{
  static const char *const hidden[] = { "head", "style", "script", "title", "meta", "link", "xml", NULL };
  static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };
  static const char *const blocks[] = { "p", "div", "tr", "blockquote", "dt", "dd", "pre", "address", NULL };
  static const char *const lists[] = { "ul", "ol", NULL };
  static const char *const cells[] = { "td", "th", "br", NULL };
  const char *name = (const char *) node->name;
  g_autofree char *css = get_css (node);
  guint word_level = get_word_level (css);

  if (is_one_of (name, hidden) || strstr (css, "mso-list:ignore") != NULL)
    return;

  style = get_style (name, css, style);

  if (is_one_of (name, lists))
    read_list (self, node, style);
  else if (g_ascii_strcasecmp (name, "li") == 0)
    read_block (self, node, style, TRUE, self->list_depth, FALSE);
  else if (word_level > 0)
    read_block (self, node, style, TRUE, word_level, FALSE);
  else if (is_one_of (name, headings) && self->list_depth == 0)
    read_block (self, node, style, FALSE, 1, TRUE);
  else if (is_one_of (name, blocks) && self->list_depth == 0)
    read_block (self, node, style, FALSE, 1, FALSE);
  else if (g_ascii_strcasecmp (name, "br") == 0 && self->list_depth == 0)
    flush (self);
  else
    {
      /* Within a list's item, paragraphs are parts of it */
      if (is_one_of (name, blocks) || is_one_of (name, cells))
        self->space = TRUE;
      read_children (self, node, style);
    }
}

static void
read_node (Reader         *self,
           xmlNode        *node,
           SpzInlineStyle  style)
{
  if (node->type == XML_TEXT_NODE)
    {
      /* libxml2 passes on what is no text in the encoding it believes in */
      g_autofree char *text = g_utf8_make_valid ((const char *) node->content, -1);

      add_text (self, text, style);
    }
  else if (node->type == XML_ELEMENT_NODE)
    read_element (self, node, style);
}

/* Word's "<![if !supportLists]>", which is no HTML, becomes white space */
static char *
blank_conditions (const char *data,
                  gsize       size)
{
  char *copy = g_memdup2 (data, size);
  char *p = copy;

  for (char *end = copy + size; (p = memchr (p, '<', (gsize) (end - p))) != NULL; p++)
    {
      char *close = end - p > 3 && p[1] == '!' && p[2] == '[' ? memchr (p, '>', (gsize) (end - p)) : NULL;

      if (close != NULL)
        memset (p, ' ', (gsize) (close - p) + 1);
    }

  return copy;
}

/**
 * spz_paste_read_html:
 * @html: what a clipboard holds as "text/html"
 *
 * Makes points of a document: lists become levels, also those Word writes as
 * paragraphs; bold and italic stay. What follows a heading, or a paragraph
 * that ends with a colon, stands below it.
 *
 * Returns: (transfer full) (element-type SpzPasteLine): the lines, none empty
 */
GPtrArray *
spz_paste_read_html (GBytes *html)
{
  Reader reader = { spz_paste_lines_new () };
  gsize size;
  const char *data = g_bytes_get_data (html, &size);
  gboolean utf8 = size > 0 && g_utf8_validate (data, (gssize) (data[size - 1] == '\0' ? size - 1 : size), NULL);
  g_autofree char *html_text = NULL;
  htmlDocPtr document;

  if (size == 0 || size > G_MAXINT)
    return reader.lines;

  html_text = blank_conditions (data, size);
  document = htmlReadMemory (html_text, (int) size, NULL, utf8 ? "UTF-8" : NULL,
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT);
  if (document == NULL)
    return reader.lines;

  reader.runs = g_ptr_array_new_with_free_func (run_free);
  reader.level = 1;
  if (xmlDocGetRootElement (document) != NULL)
    read_node (&reader, xmlDocGetRootElement (document), SPZ_INLINE_PLAIN);
  flush (&reader);

  g_ptr_array_unref (reader.runs);
  xmlFreeDoc (document);

  return reader.lines;
}
