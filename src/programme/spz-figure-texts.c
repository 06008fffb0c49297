/* spz-figure-texts.c: figures mentioned in texts
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-inline.h"
#include "spz-text.h"

/* What stands for a figure its readers may not see: the sign of an omission,
 * which says that there is one, and nothing of it */
#define LEFT_OUT "[…]"

/* What stands for a figure without a value */
#define NO_VALUE "–"

typedef void (*MentionFunc) (SpzFigure *figure,
                             gboolean   bare,
                             gpointer   user_data);

/**
 * spz_figure_find:
 * @programme: a programme
 * @symbol: a symbol
 *
 * Returns: (transfer none) (nullable): the figure with that symbol
 */
SpzFigure *
spz_figure_find (SpzProgramme *programme,
                 const char   *symbol)
{
  SpzRecordList *figures = spz_programme_get_list (programme, SPZ_TYPE_FIGURE);

  if (*symbol == '\0')
    return NULL;

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);

      if (g_str_equal (figure->symbol, symbol))
        return figure;
    }

  return NULL;
}

/**
 * spz_figure_dup_mention:
 * @figure: a figure
 *
 * Returns: (transfer full) (nullable): what mentions it in a text: "{faehig}";
 *   %NULL for a figure without a symbol
 */
char *
spz_figure_dup_mention (SpzFigure *figure)
{
  return *figure->symbol != '\0' ? g_strdup_printf ("{%s}", figure->symbol) : NULL;
}

/* The figure mentioned at @at, which is an opening brace; its end, after the
 * closing one, in @end */
static SpzFigure *
get_mention (SpzProgramme  *programme,
             const char    *at,
             gboolean      *bare,
             const char   **end)
{
  const char *start = at + 1;
  const char *closing = strchr (start, '}');
  g_autofree char *symbol = NULL;

  *bare = *start == '#';
  if (*bare)
    start++;
  if (closing == NULL)
    return NULL;

  symbol = g_strndup (start, closing - start);
  *end = closing + 1;

  return spz_figure_find (programme, symbol);
}

/* Copies @text to @result, if not %NULL, and hands each mention to @found */
static void
walk (SpzProgramme *programme,
      const char   *text,
      GString      *result,
      MentionFunc   found,
      gpointer      user_data)
{
  const char *copied = text;
  const char *at = text;

  while ((at = strpbrk (at, "\\{")) != NULL)
    {
      SpzFigure *figure;
      const char *end;
      gboolean bare;

      if (*at == '\\')
        {
          at += at[1] != '\0' ? 2 : 1;
          continue;
        }

      figure = get_mention (programme, at, &bare, &end);
      if (figure == NULL)
        {
          at++;
          continue;
        }

      if (result != NULL)
        g_string_append_len (result, copied, at - copied);
      found (figure, bare, user_data);
      copied = at = end;
    }

  if (result != NULL)
    g_string_append (result, copied);
}

typedef struct
{
  SpzProgramme *programme;
  SpzDate       as_of;
  SpzAudience   audience;
  GString      *result;
  const char   *mark;  /* (nullable) */
  GPtrArray    *shown; /* (nullable) */
} Expansion;

static void
expand (SpzFigure *figure,
        gboolean   bare,
        gpointer   user_data)
{
  Expansion *self = user_data;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  double number;

  if ((SpzAudience) figure->audience > self->audience)
    text = g_strdup (LEFT_OUT);
  else if (!spz_figure_get_number (self->programme, figure, self->as_of, &number, NULL))
    text = g_strdup (NO_VALUE);
  else if (bare)
    text = spz_text_format_number (number, (int) figure->decimals);
  else
    text = spz_figure_format_number (figure, number);

  escaped = spz_inline_escape (text);
  g_string_append (self->result, escaped);
  if (self->mark != NULL && (SpzAudience) figure->audience <= self->audience)
    {
      g_string_append (self->result, self->mark);
      g_ptr_array_add (self->shown, g_object_ref (figure));
    }
}

/**
 * spz_figures_expand:
 * @programme: a programme
 * @text: inline Markdown
 * @as_of: the date the values are of
 * @audience: whom the text is for
 *
 * Puts the values of figures where a text mentions them, written the German
 * way: "{faehig} ({anteil})" becomes "613 (42,3 %)". A figure that is for a
 * narrower audience is left out visibly: "[…]".
 *
 * Returns: (transfer full): the text, inline Markdown
 */
char *
spz_figures_expand (SpzProgramme *programme,
                    const char   *text,
                    SpzDate       as_of,
                    SpzAudience   audience)
{
  g_autoptr (GString) result = NULL;
  Expansion expansion;

  if (strchr (text, '{') == NULL)
    return g_strdup (text);

  result = g_string_new (NULL);
  expansion = (Expansion) { programme, as_of, audience, result, NULL, NULL };
  walk (programme, text, result, expand, &expansion);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * spz_figures_expand_marked:
 * @programme: a programme
 * @text: inline Markdown
 * @as_of: the date the values are of
 * @audience: whom the text is for
 * @mark: what is written behind each figure that is not left out; it is taken
 *   out of @text
 * @shown: (element-type SpzFigure): is given these figures, in order
 *
 * Does what spz_figures_expand() does, and tells where it did so.
 *
 * Returns: (transfer full): the text, inline Markdown
 */
char *
spz_figures_expand_marked (SpzProgramme *programme,
                           const char   *text,
                           SpzDate       as_of,
                           SpzAudience   audience,
                           const char   *mark,
                           GPtrArray    *shown)
{
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);
  g_autofree char *clean = g_strjoinv (NULL, parts);
  g_autoptr (GString) result = g_string_new (NULL);
  Expansion expansion = { programme, as_of, audience, result, mark, shown };

  walk (programme, clean, result, expand, &expansion);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* Puts in again what may be mentioned */
static void
redact (SpzFigure *figure,
        gboolean   bare,
        gpointer   user_data)
{
  Expansion *self = user_data;

  if ((SpzAudience) figure->audience <= self->audience)
    {
      g_string_append_printf (self->result, "{%s%s}", bare ? "#" : "", figure->symbol);
    }
  else
    {
      g_autofree char *escaped = spz_inline_escape (LEFT_OUT);

      g_string_append (self->result, escaped);
    }
}

/**
 * spz_figures_redact:
 * @programme: a programme
 * @text: inline Markdown
 * @audience: whom the text is for
 *
 * Leaves the figures out that are for a narrower audience, as
 * spz_figures_expand() does; those that are not stay mentioned.
 *
 * Returns: (transfer full): the text, inline Markdown
 */
char *
spz_figures_redact (SpzProgramme *programme,
                    const char   *text,
                    SpzAudience   audience)
{
  g_autoptr (GString) result = g_string_new (NULL);
  Expansion expansion = { programme, SPZ_DATE_NONE, audience, result, NULL, NULL };

  walk (programme, text, result, redact, &expansion);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

static void
widen (SpzFigure *figure,
       gboolean   bare,
       gpointer   user_data)
{
  SpzAudience *audience = user_data;

  *audience = MAX (*audience, (SpzAudience) figure->audience);
}

/**
 * spz_figures_get_audience:
 * @programme: a programme
 * @text: inline Markdown
 *
 * Returns: the narrowest audience of the figures it mentions; the public where
 *   it mentions none
 */
SpzAudience
spz_figures_get_audience (SpzProgramme *programme,
                          const char   *text)
{
  SpzAudience audience = SPZ_AUDIENCE_PUBLIC;

  if (strchr (text, '{') != NULL)
    walk (programme, text, NULL, widen, &audience);

  return audience;
}

typedef struct
{
  SpzFigure *figure;
  gboolean   found;
} Search;

static void
compare (SpzFigure *figure,
         gboolean   bare,
         gpointer   user_data)
{
  Search *self = user_data;

  self->found |= figure == self->figure;
}

static gboolean
mentions (SpzProgramme *programme,
          const char   *text,
          SpzFigure    *figure)
{
  Search search = { figure, FALSE };

  if (strchr (text, '{') != NULL)
    walk (programme, text, NULL, compare, &search);

  return search.found;
}

/**
 * spz_figure_find_mentions:
 * @programme: a programme
 * @figure: a figure
 *
 * Finds the texts in which a figure stays live.
 *
 * Returns: (transfer full) (element-type SpzRecord): the points and blocks that
 *   mention it
 */
GPtrArray *
spz_figure_find_mentions (SpzProgramme *programme,
                          SpzFigure    *figure)
{
  SpzRecordList *points = spz_programme_get_list (programme, SPZ_TYPE_POINT);
  SpzRecordList *blocks = spz_programme_get_list (programme, SPZ_TYPE_BLOCK);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    {
      SpzPoint *point = spz_record_list_get (points, i);

      if (mentions (programme, point->title, figure))
        g_ptr_array_add (found, g_object_ref (point));
    }

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      if (mentions (programme, block->title, figure))
        g_ptr_array_add (found, g_object_ref (block));
    }

  return found;
}
