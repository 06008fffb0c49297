/* spz-pdf-async.c: making a PDF off the main thread
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf.h"

typedef struct
{
  SpzPageSetup     setup;
  SpzProgressFunc  progress;
  gpointer         progress_data;

  /* Owned */
  SpzDocument     *document;
} Job;

static void
job_free (Job *self)
{
  spz_document_unref (self->document);
  g_free (self);
}

static void
report_progress (double   fraction,
                 gpointer user_data)
{
  Job *job = g_task_get_task_data (user_data);

  spz_progress_report (user_data, fraction, job->progress, job->progress_data);
}

static void
render_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  bytes = spz_pdf_render (job->document, &job->setup,
                          job->progress != NULL ? report_progress : NULL, task,
                          cancellable, &error);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * spz_pdf_render_async:
 * @document: a document
 * @setup: the paper, and how text is set on it
 * @progress: (nullable) (scope notified): is told on the calling thread how
 *   much is done, never after @callback
 * @progress_data: user data for @progress
 * @cancellable: (nullable): ends it early
 * @callback: called when it is done
 * @user_data: user data for @callback
 *
 * Does what spz_pdf_render() does on a thread of its own.
 */
void
spz_pdf_render_async (SpzDocument         *document,
                      const SpzPageSetup  *setup,
                      SpzProgressFunc      progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (document != NULL);
  g_return_if_fail (setup != NULL);

  job = g_new0 (Job, 1);
  job->setup = *setup;
  job->progress = progress;
  job->progress_data = progress_data;
  job->document = spz_document_ref (document);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, spz_pdf_render_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, render_in_thread);
}

/**
 * spz_pdf_render_finish:
 * @result: the result given to the callback
 * @error: return location for an error
 *
 * Ends what spz_pdf_render_async() began.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
spz_pdf_render_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
