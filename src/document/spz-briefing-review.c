/* spz-briefing-review.c: what to look at before a briefing is delivered
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-briefing-review.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-audience.h"
#include "spz-blocks.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-promises.h"
#include "spz-rehearsals.h"
#include "spz-text.h"

/* How much of a text tells which one is meant */
#define TITLE_CHARS 80

/* What people write where something is still missing, and mentions of figures
 * that nobody knows: "XX.XX.2021", "???", "___", "tbd", "[…]", "{unbekannt}" */
#define PLACEHOLDERS \
  "\\b[xX]{2,}\\b|\\?{2,}|_{3,}|\\b(?i:tbd|t\\.b\\.d)\\b|" \
  "\\[\\s*(?:…|\\.{2,}|\\?+)?\\s*\\]|\\{#?[^{}\\s]*\\}"

typedef struct
{
  SpzProgramme  *programme;
  SpzBriefing   *briefing;
  SpzRecordList *blocks;
  SpzAudience    audience;
  SpzDate        as_of;
  GPtrArray     *items;
} Review;

static void
item_free (SpzReviewItem *self)
{
  g_object_unref (self->record);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static void
add_item (Review        *self,
          SpzReviewKind  kind,
          gpointer       record,
          const char    *title,
          char          *text)
{
  SpzReviewItem *item = g_new0 (SpzReviewItem, 1);
  g_autofree char *plain = spz_inline_to_plain (title);

  item->kind = kind;
  item->record = g_object_ref (record);
  item->title = spz_text_ellipsize (plain, TITLE_CHARS);
  item->text = text;
  g_ptr_array_add (self->items, item);
}

static gboolean
is_told (Review   *self,
         SpzBlock *block)
{
  return spz_block_get_audience (self->programme, block) <= self->audience;
}

/* What a block is called on the screen */
static const char *
get_name (Review   *self,
          SpzBlock *block)
{
  SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, block->action_field);

  if (*block->title != '\0')
    return block->title;
  if (block->kind == SPZ_BLOCK_ACTION_FIELD && field != NULL)
    return field->title;

  return spz_enum_get_label (SPZ_TYPE_BLOCK_KIND, block->kind);
}

/* Promises */

static void
review_promises (Review *self)
{
  g_autoptr (GPtrArray) promises = spz_promises_find_in (self->programme, self->briefing);

  for (guint i = 0; i < promises->len; i++)
    {
      SpzPromise *promise = g_ptr_array_index (promises, i);
      SpzPoint *point = spz_programme_lookup (self->programme, SPZ_TYPE_POINT, promise->point);

      if (point != NULL && spz_promise_get_state (self->programme, promise) != SPZ_PROMISE_KEPT)
        add_item (self, SPZ_REVIEW_PROMISE, point, point->title, spz_promise_describe (self->programme, promise));
    }
}

/* Figures */

static gboolean
mentions (const char *text,
          SpzFigure  *figure)
{
  g_autofree char *mention = spz_figure_dup_mention (figure);
  g_autofree char *number = mention != NULL ? g_strdup_printf ("{#%s", mention + 1) : NULL;

  return mention != NULL && (strstr (text, mention) != NULL || strstr (text, number) != NULL);
}

static gboolean
points_mention (Review    *self,
                SpzBlock  *block,
                SpzFigure *figure)
{
  g_autoptr (GArray) points = spz_block_get_points (self->programme, block);

  for (guint i = 0; i < points->len; i++)
    if (mentions (g_array_index (points, SpzBlockPoint, i).point->title, figure))
      return TRUE;

  return FALSE;
}

/* In a table of figures, among an action field's points, which have its
 * figures in words, or mentioned in a text */
static gboolean
uses_figure (Review    *self,
             SpzFigure *figure)
{
  for (guint i = 0; i < spz_record_list_get_size (self->blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (self->blocks, i);

      if (!is_told (self, block))
        continue;
      if ((block->kind == SPZ_BLOCK_FIGURES &&
           (block->action_field == 0 || block->action_field == figure->action_field)) ||
          (block->kind == SPZ_BLOCK_ACTION_FIELD && block->action_field == figure->action_field) ||
          mentions (block->title, figure) || points_mention (self, block, figure))
        return TRUE;
    }

  return FALSE;
}

static void
review_figures (Review *self)
{
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);
      g_autoptr (GError) error = NULL;

      if ((SpzAudience) figure->audience <= self->audience && uses_figure (self, figure) &&
          !spz_figure_check (self->programme, figure, self->as_of, &error))
        add_item (self, SPZ_REVIEW_FIGURE, figure, figure->title, g_strdup (error->message));
    }
}

/* Gaps */

/* Looks at the text as it will be read, figures put in */
static void
review_text (Review     *self,
             GRegex     *placeholders,
             gpointer    record,
             const char *name,
             const char *text)
{
  g_autofree char *expanded = spz_figures_expand (self->programme, text, self->as_of, SPZ_AUDIENCE_INTERNAL);
  g_autofree char *plain = spz_inline_to_plain (expanded);
  g_autofree char *squeezed = spz_text_squeeze (plain);
  g_autoptr (GMatchInfo) match = NULL;

  if (*squeezed == '\0')
    {
      add_item (self, SPZ_REVIEW_GAP, record, name, g_strdup (_("Nothing is written here yet.")));
    }
  else if (g_regex_match (placeholders, plain, 0, &match))
    {
      g_autofree char *words = g_match_info_fetch (match, 0);

      /* Translators: %s is a placeholder that was found in a text, such as "XX" */
      add_item (self, SPZ_REVIEW_GAP, record, plain, g_strdup_printf (_("“%s” is still to be filled in."), words));
    }
}

static void
review_block_gaps (Review   *self,
                   GRegex   *placeholders,
                   SpzBlock *block)
{
  g_autoptr (GArray) points = spz_block_get_points (self->programme, block);
  const char *name = get_name (self, block);
  const gboolean is_text = block->kind == SPZ_BLOCK_TEXT || block->kind == SPZ_BLOCK_HEADING;

  if (is_text || *block->title != '\0')
    review_text (self, placeholders, block, name, block->title);

  if ((block->kind == SPZ_BLOCK_POINTS || block->kind == SPZ_BLOCK_ACTION_FIELD) && points->len == 0)
    add_item (self, SPZ_REVIEW_GAP, block, name, g_strdup (_("There are no points here.")));

  for (guint i = 0; i < points->len; i++)
    {
      const SpzBlockPoint *item = &g_array_index (points, SpzBlockPoint, i);

      if (item->audience <= self->audience)
        review_text (self, placeholders, item->point, name, item->point->title);
    }
}

static void
review_gaps (Review *self)
{
  g_autoptr (GRegex) placeholders = g_regex_new (PLACEHOLDERS, G_REGEX_OPTIMIZE, 0, NULL);

  if (spz_record_list_get_size (self->blocks) == 0)
    add_item (self, SPZ_REVIEW_GAP, self->briefing, self->briefing->title,
              g_strdup (_("There is nothing in it yet.")));

  for (guint i = 0; i < spz_record_list_get_size (self->blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (self->blocks, i);

      if (is_told (self, block))
        review_block_gaps (self, placeholders, block);
    }
}

/* Time */

static void
review_time (Review *self)
{
  SpzAgendaItem *item = spz_programme_lookup (self->programme, SPZ_TYPE_AGENDA_ITEM, self->briefing->agenda_item);
  g_autoptr (SpzDocument) document = NULL;
  g_autofree char *time = NULL;
  guint seconds;

  if (item == NULL || item->minutes <= 0)
    return;

  document = spz_compose_briefing (self->programme, self->briefing, self->audience, SPZ_COMPOSE_NO_TIMELINE);
  seconds = spz_speaking_time (self->programme, self->briefing->speaker, spz_document_get_words (document));
  if (seconds <= item->minutes * 60)
    return;

  time = spz_speaking_time_format (seconds);
  add_item (self, SPZ_REVIEW_TIME, item, item->title,
            /* Translators: "It takes about 9 minutes to say; the agenda item has 5." */
            g_strdup_printf (ngettext ("It takes %s to say; the agenda item has %d.",
                                       "It takes %s to say; the agenda item has %d.", (gulong) item->minutes),
                             time, (int) item->minutes));
}

/* Audience */

static void
review_audience (Review *self)
{
  gpointer first = NULL;
  const char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < spz_record_list_get_size (self->blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (self->blocks, i);
      g_autoptr (GArray) points = spz_block_get_points (self->programme, block);

      if (!is_told (self, block))
        {
          n++;
          first = first != NULL ? first : block;
          title = title != NULL ? title : get_name (self, block);
          continue;
        }

      for (guint j = 0; j < points->len; j++)
        {
          const SpzBlockPoint *item = &g_array_index (points, SpzBlockPoint, j);

          if (item->audience <= self->audience)
            continue;
          n++;
          first = first != NULL ? first : item->point;
          title = title != NULL ? title : item->point->title;
        }
    }

  if (n > 0)
    add_item (self, SPZ_REVIEW_HIDDEN, first, title,
              g_strdup_printf (ngettext ("%u item is not for this audience and is left out.",
                                         "%u items are not for this audience and are left out; this is the first.", n), n));
}

/**
 * spz_briefing_review:
 * @programme: a programme
 * @briefing: one of its briefings
 * @audience: for whom it is to be delivered
 *
 * Looks through a briefing as that audience will get it: for promises that the
 * plan contradicts, sums that don't hold, what is still to be filled in, too
 * little time, and what the audience will not see.
 *
 * Returns: (transfer full) (element-type SpzReviewItem): what was found, what
 *   weighs most first
 */
GPtrArray *
spz_briefing_review (SpzProgramme *programme,
                     SpzBriefing  *briefing,
                     SpzAudience   audience)
{
  Review review = {
    .programme = programme,
    .briefing = briefing,
    .audience = audience,
  };

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_BRIEFING (briefing), NULL);

  review.blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing",
                                              spz_record_get_id (SPZ_RECORD (briefing)));
  review.as_of = spz_programme_get_reference_date (programme);
  review.items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  review_promises (&review);
  review_figures (&review);
  review_gaps (&review);
  review_time (&review);
  review_audience (&review);

  return review.items;
}
