/* spz-delete.c: taking a record away
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-delete.h"

#include "spz-feedback.h"

/**
 * spz_delete_record:
 * @widget: the widget that was used
 * @programme: the programme
 * @record: a record of it
 *
 * Removes @record, with what is part of it, and offers to undo that instead of
 * asking before.
 *
 * Returns: whether it is gone; otherwise the user was told why not
 */
gboolean
spz_delete_record (GtkWidget    *widget,
                   SpzProgramme *programme,
                   gpointer      record)
{
  g_autoptr(GtkWidget) kept = NULL;
  GtkWidget *root;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);

  /* The widget may be part of what shows the record, and go with it. */
  root = GTK_WIDGET (gtk_widget_get_root (widget));
  kept = g_object_ref (root != NULL ? root : widget);

  if (!spz_programme_remove (programme, record, &error))
    {
      spz_feedback_report (kept, g_steal_pointer (&error));
      return FALSE;
    }

  spz_feedback_undo (kept);

  return TRUE;
}
