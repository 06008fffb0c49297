/* spz-line-binding.c: a line that edits a record's text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-binding.h"

#include "spz-feedback.h"
#include "spz-figure-texts.h"

#define BINDING_KEY "spz-line-binding"

typedef struct
{
  /* Owned */
  SpzProgramme *programme;
  SpzRecord    *record;
  char         *property;
  gulong        record_handler;
  gulong        line_handler;
  gulong        pause_handler;
  gulong        settle_handler;

  /* Borrowed */
  SpzLineText  *line;
} Binding;

static void
binding_free (gpointer data)
{
  Binding *self = data;

  g_clear_signal_handler (&self->record_handler, self->record);
  g_clear_signal_handler (&self->line_handler, self->line);
  g_clear_signal_handler (&self->pause_handler, self->line);
  g_clear_signal_handler (&self->settle_handler, self->programme);
  g_clear_object (&self->programme);
  g_clear_object (&self->record);
  g_free (self->property);
  g_free (self);
}

static void
show (Binding *self)
{
  g_autofree char *text = NULL;

  /* What is being typed stays, and is written next */
  if (spz_line_text_is_untold (self->line))
    return;

  g_object_get (self->record, self->property, &text, NULL);

  g_signal_handler_block (self->line, self->line_handler);
  spz_line_text_set_markdown (self->line, text);
  g_signal_handler_unblock (self->line, self->line_handler);
}

static void
edited_cb (Binding *self)
{
  const char *text = spz_line_text_get_markdown (self->line);
  g_autoptr (SpzLineText) line = g_object_ref (self->line);
  GError *error = NULL;

  if (spz_programme_set_text (self->programme, self->record, self->property, text, &error))
    return;

  spz_feedback_report (GTK_WIDGET (line), error);

  /* If the file was read again, the record may be gone, and the binding too */
  if (g_object_get_data (G_OBJECT (line), BINDING_KEY) == self)
    show (self);
}

static gboolean
is_mention (const char *symbol,
            gpointer    data)
{
  return spz_figure_find (data, symbol) != NULL;
}

/**
 * spz_line_text_bind:
 * @line: a line
 * @programme: (nullable): the programme
 * @record: (type SpzRecord) (nullable): one of its records, or %NULL to unbind
 * @property: (nullable): one of the record's texts
 *
 * Shows the text and writes it as it is typed. What is typed in one go is one
 * undoable step; see spz_programme_set_text(). A letter is written after the
 * frame that shows it, or before anything else is done to the programme.
 */
void
spz_line_text_bind (SpzLineText  *line,
                    SpzProgramme *programme,
                    gpointer      record,
                    const char   *property)
{
  g_autofree char *signal = NULL;
  Binding *self;

  g_return_if_fail (SPZ_IS_LINE_TEXT (line));

  spz_line_text_tell (line);
  g_object_set_data (G_OBJECT (line), BINDING_KEY, NULL);

  spz_line_text_set_mentions (line, NULL, NULL);
  if (record == NULL)
    return;

  self = g_new0 (Binding, 1);
  self->line = line;
  self->programme = g_object_ref (programme);
  self->record = g_object_ref (record);
  self->property = g_strdup (property);

  signal = g_strconcat ("notify::", property, NULL);
  self->record_handler = g_signal_connect_swapped (record, signal, G_CALLBACK (show), self);
  self->line_handler = g_signal_connect_swapped (line, "notify::markdown",
                                                 G_CALLBACK (edited_cb), self);
  self->pause_handler = g_signal_connect_swapped (line, "pause",
                                                  G_CALLBACK (spz_programme_end_merging), programme);
  self->settle_handler = g_signal_connect_swapped (programme, "settle",
                                                   G_CALLBACK (spz_line_text_tell), line);
  g_object_set_data_full (G_OBJECT (line), BINDING_KEY, self, binding_free);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (line), !spz_programme_get_read_only (programme));
  if (SPZ_IS_POINT (record))
    spz_line_text_set_mentions (line, is_mention, programme);
  show (self);
}
