/* spz-delivery.c: delivering a briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-delivery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-audience.h"
#include "spz-composer.h"
#include "spz-error.h"
#include "spz-inline.h"
#include "spz-markdown.h"

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

  return MAX (node->audience, block != NULL ? spz_block_get_audience (self->programme, block) : SPZ_AUDIENCE_PUBLIC);
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

/* Composed, and not written yet */
typedef struct
{
  SpzAudience   audience;
  SpzDate       date;
  SpzPageSetup  setup;

  /* Owned */
  SpzBriefing  *briefing;
  SpzDelivery  *supersedes;   /* or NULL */
  char         *recipient;
  char         *at;
  SpzDocument  *document;
  char         *markdown;
} Delivery;

static Delivery *
compose_delivery (SpzProgramme           *programme,
                  SpzBriefing            *briefing,
                  const SpzDeliveryTerms *terms)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  Delivery *self = g_new0 (Delivery, 1);

  self->audience = terms->audience;
  self->date = terms->date;
  spz_page_setup_init (&self->setup, spz_page_layout_for_audience (terms->audience));
  self->briefing = g_object_ref (briefing);
  g_set_object (&self->supersedes, terms->supersedes);
  self->recipient = g_strdup (terms->recipient);
  self->at = g_date_time_format_iso8601 (now);
  self->document = spz_compose_briefing (programme, briefing, terms->audience, SPZ_COMPOSE_DEFAULT);
  self->markdown = spz_markdown_render (self->document);

  return self;
}

static void
delivery_free (Delivery *self)
{
  g_object_unref (self->briefing);
  g_clear_object (&self->supersedes);
  g_free (self->recipient);
  g_free (self->at);
  spz_document_unref (self->document);
  g_free (self->markdown);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Delivery, delivery_free)

static gint64
write_delivery (SpzProgramme  *programme,
                Delivery      *self,
                GBytes        *pdf,
                GError       **error)
{
  g_autoptr (GPtrArray) texts = collect_texts (programme, self->document);
  const SpzDeliveryDraft draft = {
    self->at, self->date, self->recipient, self->audience, self->markdown, pdf, texts, self->supersedes,
  };

  if (spz_record_get_audience (programme, self->briefing) > self->audience)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("Nothing of this briefing is for that audience. Please choose another one."));
      return 0;
    }

  return spz_delivery_add (programme, self->briefing, &draft, error);
}

/**
 * spz_briefing_deliver:
 * @programme: a programme
 * @briefing: one of its briefings
 * @terms: to whom, when and how it is delivered
 * @error: return location for an error
 *
 * Keeps a briefing as it was spoken, in one step: composed for the audience,
 * as lines, as Markdown and as PDF. See spz_delivery_add().
 *
 * Returns: the delivery's id, or 0 with @error set
 */
gint64
spz_briefing_deliver (SpzProgramme            *programme,
                      SpzBriefing             *briefing,
                      const SpzDeliveryTerms  *terms,
                      GError                 **error)
{
  g_autoptr (Delivery) delivery = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), 0);
  g_return_val_if_fail (SPZ_IS_BRIEFING (briefing), 0);
  g_return_val_if_fail (terms->recipient != NULL, 0);

  delivery = compose_delivery (programme, briefing, terms);
  pdf = spz_pdf_render (delivery->document, &delivery->setup, NULL, NULL, NULL, error);

  return pdf != NULL ? write_delivery (programme, delivery, pdf, error) : 0;
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *pdf = spz_pdf_render_finish (result, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * spz_briefing_deliver_async:
 * @programme: a programme
 * @briefing: one of its briefings
 * @terms: to whom, when and how it is delivered; not needed after this call
 * @progress: (nullable) (scope notified): is told how much of the PDF is done
 * @progress_data: user data for @progress
 * @cancellable: (nullable): ends it early; nothing is written then
 * @callback: called when the PDF is there
 * @user_data: user data for @callback
 *
 * Composes a briefing and makes its PDF on a thread of its own.
 * spz_briefing_deliver_finish() writes what was delivered.
 */
void
spz_briefing_deliver_async (SpzProgramme            *programme,
                            SpzBriefing             *briefing,
                            const SpzDeliveryTerms  *terms,
                            SpzProgressFunc          progress,
                            gpointer                 progress_data,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  Delivery *delivery;
  GTask *task;

  g_return_if_fail (SPZ_IS_PROGRAMME (programme));
  g_return_if_fail (SPZ_IS_BRIEFING (briefing));
  g_return_if_fail (terms->recipient != NULL);

  delivery = compose_delivery (programme, briefing, terms);
  task = g_task_new (programme, cancellable, callback, user_data);
  g_task_set_source_tag (task, spz_briefing_deliver_async);
  g_task_set_task_data (task, delivery, (GDestroyNotify) delivery_free);
  spz_pdf_render_async (delivery->document, &delivery->setup, progress, progress_data,
                        cancellable, rendered_cb, task);
}

/* Whether the paper still is what the programme says: it may have been edited
 * while the PDF was made, or the briefing deleted. */
static gboolean
is_current (SpzProgramme *programme,
            Delivery     *self)
{
  g_autoptr (SpzDocument) document = NULL;
  g_autofree char *markdown = NULL;

  if (spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, spz_record_get_id (SPZ_RECORD (self->briefing))) !=
      self->briefing ||
      (self->supersedes != NULL &&
       spz_programme_lookup (programme, SPZ_TYPE_DELIVERY, spz_record_get_id (SPZ_RECORD (self->supersedes))) !=
       self->supersedes))
    return FALSE;

  document = spz_compose_briefing (programme, self->briefing, self->audience, SPZ_COMPOSE_DEFAULT);
  markdown = spz_markdown_render (document);

  return g_str_equal (markdown, self->markdown);
}

/**
 * spz_briefing_deliver_finish:
 * @programme: the programme
 * @result: the result given to the callback
 * @error: return location for an error
 *
 * Writes what spz_briefing_deliver_async() has composed, in one step, unless
 * the programme says something else by now.
 *
 * Returns: the delivery's id, or 0 with @error set
 */
gint64
spz_briefing_deliver_finish (SpzProgramme  *programme,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr (GBytes) pdf = NULL;
  Delivery *delivery;

  g_return_val_if_fail (g_task_is_valid (result, programme), 0);

  delivery = g_task_get_task_data (G_TASK (result));
  pdf = g_task_propagate_pointer (G_TASK (result), error);
  if (pdf == NULL)
    return 0;

  if (!is_current (programme, delivery))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("“%s” was changed while its PDF was made. Please look at it and deliver it again."),
                   delivery->briefing->title);
      return 0;
    }

  return write_delivery (programme, delivery, pdf, error);
}
