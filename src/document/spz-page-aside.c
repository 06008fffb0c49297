/* spz-page-aside.c: the column beside the text of speaking notes
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * It is ruled for handwriting and tells at each heading how long has been
 * spoken. It is about the paper, not of it: all of it is an artifact.
 */

#include "config.h"

#include "spz-pages-private.h"

#include <glib/gi18n-lib.h>

#include "spz-speech.h"

/* Above and below a time that stands between the lines, in points */
#define CLEARANCE 4.0

#define RULE_THICKNESS 0.35

typedef struct
{
  SpzPages              *pages;
  SpzPaperPage          *page;
  const SpzPageMeasures *measures;
  double                 x;
  double                 width;

  /* Owned */
  GArray                *times;  /* SpzPageArea: where a time stands on this page */
} Aside;

/* Where something is on the clock of the speech */
typedef struct
{
  GHashTable *headings; /* SpzNode to its seconds */
  guint       total;
} Clock;

static guint
get_seconds (SpzPages *pages,
             guint     words)
{
  return (guint) (60.0 * words / spz_document_get_pace (pages->document) + 0.5);
}

static void
clock_init (Clock    *self,
            SpzPages *pages)
{
  SpzSpeech *speech = spz_speech_new (pages->document);
  guint words = 0;

  self->headings = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < spz_speech_get_n_steps (speech); i++)
    {
      const SpzSpeechStep *step = spz_speech_get_step (speech, i);

      if (step->section != NULL && !g_hash_table_contains (self->headings, step->section))
        g_hash_table_insert (self->headings, (gpointer) step->section,
                             GUINT_TO_POINTER (get_seconds (pages, words)));
      words += step->words;
    }
  self->total = get_seconds (pages, words);
  spz_speech_free (speech);
}

static gboolean
has_room (Aside  *self,
          double  top,
          double  bottom)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      const SpzPageArea *area = &g_array_index (self->times, SpzPageArea, i);

      if (top < area->y + area->height && bottom > area->y)
        return FALSE;
    }

  return TRUE;
}

/* Puts a time beside a line of text, of which the baseline is at @y. */
static void
add_time (Aside      *self,
          const char *text,
          double      y)
{
  double line = spz_typography_get_line (&self->pages->typography, SPZ_TEXT_TIME);
  double top = y - spz_typography_get_size (&self->pages->typography, SPZ_TEXT_TIME) - CLEARANCE / 2;
  SpzPageArea area = { 0, self->x, top - CLEARANCE, self->width, line + 2 * CLEARANCE };

  if (!has_room (self, area.y, area.y + area.height))
    return;

  spz_pages_add_line (self->pages, self->page, SPZ_TEXT_TIME, text,
                      self->x, top, self->width, PANGO_ALIGN_LEFT);
  g_array_append_val (self->times, area);
}

static gboolean
is_heading (const SpzPiece *piece)
{
  return piece->kind == SPZ_PIECE_TEXT && piece->first_line == 0 && piece->tag != NULL &&
         piece->node != NULL && piece->node->kind == SPZ_NODE_HEADING;
}

static void
add_times (Aside        *self,
           const GArray *content,
           Clock        *clock)
{
  for (guint i = 0; i < content->len; i++)
    {
      const SpzPiece *piece = &g_array_index (content, SpzPiece, i);
      g_autofree char *text = NULL;
      gpointer seconds;

      if (!is_heading (piece) || !g_hash_table_lookup_extended (clock->headings, piece->node, NULL, &seconds))
        continue;

      /* Translators: when a part of a speech begins, in minutes and seconds */
      text = g_strdup_printf (_("from %u:%02u"), GPOINTER_TO_UINT (seconds) / 60, GPOINTER_TO_UINT (seconds) % 60);
      add_time (self, text, piece->y + piece->block->baselines[0]);
    }
}

/* How long all of it takes, where the text ends */
static void
add_total (Aside        *self,
           const GArray *content,
           Clock        *clock)
{
  double bottom = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < content->len; i++)
    {
      const SpzPiece *piece = &g_array_index (content, SpzPiece, i);

      if (piece->kind != SPZ_PIECE_TEXT || piece->block->style == SPZ_TEXT_NOTE)
        continue;

      bottom = MAX (bottom, piece->y + piece->height);
    }

  /* Translators: how long a speech takes, in minutes and seconds */
  text = g_strdup_printf (_("until %u:%02u"), clock->total / 60, clock->total % 60);
  add_time (self, text, bottom - CLEARANCE);
}

static void
add_rules (Aside *self)
{
  const SpzPageSetup *setup = &self->pages->setup;

  for (double y = setup->margin_top + self->measures->ruling;
       y <= setup->height - setup->margin_bottom;
       y += self->measures->ruling)
    if (has_room (self, y, y))
      spz_paper_page_add (self->page, SPZ_PIECE_RULE, self->x, y, self->width, RULE_THICKNESS);
}

static gboolean
is_sheet (const SpzPaperPage *page)
{
  return page->width > page->height;
}

/* Whether the pages after @number have no text */
static gboolean
ends_text (SpzPages *pages,
           guint     number)
{
  return number + 1 >= pages->pages->len || is_sheet (g_ptr_array_index (pages->pages, number + 1));
}

/* Private: adds the column beside the text of each page to @pages, of which
 * the content is still apart; nothing in layouts without such a column.
 * @contents: (element-type GArray): the pieces of each page */
void
spz_pages_add_asides (SpzPages  *pages,
                      GPtrArray *contents)
{
  const SpzPageMeasures *measures = pages->typography.measures;
  double x = pages->setup.width - pages->setup.margin_right + measures->aside_gap;
  Aside self = { .pages = pages, .measures = measures, .x = x,
                 .width = pages->setup.width - measures->aside_margin - x };
  Clock clock = { NULL };

  if (measures->aside_margin <= 0)
    return;

  if (measures->has_times && spz_document_get_pace (pages->document) > 0)
    clock_init (&clock, pages);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (SpzPageArea));
      const GArray *content = g_ptr_array_index (contents, i);

      self.page = g_ptr_array_index (pages->pages, i);
      self.times = times;
      if (is_sheet (self.page))
        continue;

      if (clock.headings != NULL)
        add_times (&self, content, &clock);
      if (clock.headings != NULL && clock.total > 0 && ends_text (pages, i))
        add_total (&self, content, &clock);
      add_rules (&self);
    }

  g_clear_pointer (&clock.headings, g_hash_table_unref);
}
