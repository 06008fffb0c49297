/* spz-progress.c: how much of something long is done
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-progress.h"

typedef struct
{
  double           fraction;
  SpzProgressFunc  progress;
  gpointer         progress_data;

  /* Owned */
  GTask           *task;
} Report;

static void
report_free (Report *self)
{
  g_object_unref (self->task);
  g_free (self);
}

static gboolean
report_cb (gpointer user_data)
{
  Report *report = user_data;

  if (!g_task_get_completed (report->task))
    report->progress (report->fraction, report->progress_data);

  return G_SOURCE_REMOVE;
}

/**
 * spz_progress_report:
 * @task: a task that runs in a thread of its own
 * @fraction: how much of it is done, 0 to 1
 * @progress: (scope notified): is told so where the task was made, never after
 *   the task's callback
 * @progress_data: user data for @progress
 *
 * Lets the one who waits for a task know how far it is. To be called in the
 * task's thread.
 */
void
spz_progress_report (GTask           *task,
                     double           fraction,
                     SpzProgressFunc  progress,
                     gpointer         progress_data)
{
  g_autoptr (GSource) source = NULL;
  Report *report;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (progress != NULL);

  report = g_new0 (Report, 1);
  report->fraction = fraction;
  report->progress = progress;
  report->progress_data = progress_data;
  report->task = g_object_ref (task);

  /* Not invoked: where nobody runs the context just now, that would be done here */
  source = g_idle_source_new ();
  g_source_set_static_name (source, "[sprechzettel] progress");
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, report_cb, report, (GDestroyNotify) report_free);
  g_source_attach (source, g_task_get_context (task));
}
