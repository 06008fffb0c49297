/* spz-delivery.c: delivering a briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-delivery.h"

#include <string.h>

#include "spz-composer.h"
#include "spz-inline.h"
#include "spz-markdown.h"
#include "spz-pdf.h"

/* Levels of points */
#define N_LEVELS 4

typedef struct
{
  SpzProgramme *programme;
  GPtrArray    *texts;
  char         *heading;          /* that the nodes now stand under */
  SpzAudience   heading_audience;
  SpzAudience   above[N_LEVELS];  /* whom what stands at a level is for, with all above it */
} Collector;

/* A node says whom it is for by itself; it is told to nobody who may not see
 * its block, or the points it stands under. */
static SpzAudience
get_audience (Collector     *self,
              const SpzNode *node)
{
  SpzBlock *block = spz_programme_lookup (self->programme, SPZ_TYPE_BLOCK, node->block);

  return MAX (node->audience, block != NULL ? (SpzAudience) block->audience : SPZ_AUDIENCE_PUBLIC);
}

static SpzAudience
get_point_audience (Collector     *self,
                    const SpzNode *node)
{
  const int level = CLAMP (node->level, 1, N_LEVELS - 1);
  SpzAudience audience = MAX (get_audience (self, node), self->above[level - 1]);

  for (int i = level; i < N_LEVELS; i++)
    self->above[i] = audience;

  return audience;
}

static SpzDeliveryText *
add_text (Collector   *self,
          gint64       point,
          int          level,
          int          style,
          char        *title,
          SpzAudience  audience)
{
  SpzDeliveryText *text = g_new0 (SpzDeliveryText, 1);

  text->point = point;
  text->level = level;
  text->style = (SpzPointStyle) style;
  text->title = title;
  text->audience = audience;
  /* A heading that fewer may see is not told with it */
  text->heading = g_strdup (self->heading != NULL && self->heading_audience <= audience ? self->heading : "");
  g_ptr_array_add (self->texts, text);

  return text;
}

/* A row of a table as one line, so that it can be found */
static void
add_row (Collector     *self,
         const SpzNode *row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < SPZ_N_CELLS; i++)
    if (row->cells[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", row->cells[i]);

  add_text (self, 0, 1, SPZ_POINT_TEXT, spz_inline_escape (line->str), get_audience (self, row));
  for (guint i = 0; row->children != NULL && i < row->children->len; i++)
    {
      const SpzNode *task = g_ptr_array_index (row->children, i);

      add_text (self, 0, 2, SPZ_POINT_BULLET, spz_inline_from_runs (task->runs), get_audience (self, task));
    }
}

static void
add_node (Collector     *self,
          const SpzNode *node)
{
  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      g_free (self->heading);
      self->heading = spz_node_get_text (node);
      self->heading_audience = get_audience (self, node);
      memset (self->above, 0, sizeof self->above);
      break;

    case SPZ_NODE_PARAGRAPH:
      add_text (self, 0, 1, SPZ_POINT_TEXT, spz_inline_from_runs (node->runs), get_audience (self, node));
      break;

    case SPZ_NODE_POINT:
      add_text (self, g_strcmp0 (node->table, "point") == 0 ? node->id : 0, node->level, (int) node->style,
                spz_inline_from_runs (node->runs), get_point_audience (self, node));
      break;

    case SPZ_NODE_ROLES:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_DATES:
      for (guint i = 0; i < node->children->len; i++)
        add_row (self, g_ptr_array_index (node->children, i));
      break;

    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    case SPZ_NODE_TIMELINE:
    default:
      break;
    }
}

/* The lines of a document as a delivery keeps them: points, paragraphs, and
 * the rows of tables */
static GPtrArray *
collect_texts (SpzProgramme *programme,
               SpzDocument  *document)
{
  Collector collector = {
    .programme = programme,
    .texts = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_delivery_text_free),
  };

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    add_node (&collector, spz_document_get_node (document, i));
  g_free (collector.heading);

  return collector.texts;
}

/**
 * spz_briefing_deliver:
 * @programme: a programme
 * @briefing: one of its briefings
 * @recipient: for whom it was, in words: "Ausschuss für Finanzen und Digitalisierung"
 * @audience: for whom it is composed
 * @setup: (nullable): how its PDF is laid out; %NULL for notes to speak from
 * @supersedes: (nullable): a former delivery of the briefing that no longer counts
 * @error: return location for an error
 *
 * Keeps a briefing as it was spoken, in one step: composed for the audience,
 * as lines, as Markdown and as PDF. See spz_delivery_add().
 *
 * Returns: the delivery's id, or 0 with @error set
 */
gint64
spz_briefing_deliver (SpzProgramme        *programme,
                      SpzBriefing         *briefing,
                      const char          *recipient,
                      SpzAudience          audience,
                      const SpzPageSetup  *setup,
                      SpzDelivery         *supersedes,
                      GError             **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format_iso8601 (now);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *markdown = NULL;
  g_autoptr (GBytes) pdf = NULL;
  SpzPageSetup notes;
  SpzDeliveryDraft draft;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), 0);
  g_return_val_if_fail (SPZ_IS_BRIEFING (briefing), 0);
  g_return_val_if_fail (recipient != NULL, 0);

  spz_page_setup_init (&notes, SPZ_PAGE_LAYOUT_NOTES);
  document = spz_compose_briefing (programme, briefing, audience, SPZ_COMPOSE_DEFAULT);
  texts = collect_texts (programme, document);
  markdown = spz_markdown_render (document);
  pdf = spz_pdf_render (document, setup != NULL ? setup : &notes, NULL, NULL, NULL, error);
  if (pdf == NULL)
    return 0;

  draft = (SpzDeliveryDraft) { at, recipient, audience, markdown, pdf, texts, supersedes };

  return spz_delivery_add (programme, briefing, &draft, error);
}
