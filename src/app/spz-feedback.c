/* spz-feedback.c: telling the user how a step went
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-feedback.h"

#include "spz-window.h"

#include <glib/gi18n.h>

/* Of a longer text in a dialogue */
#define MAX_HEIGHT 320
#define MAX_WIDTH_CHARS 48

static SpzWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  /* A dialog speaks through the window it belongs to. */
  while (GTK_IS_WINDOW (root) && !SPZ_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));

  return SPZ_IS_WINDOW (root) ? SPZ_WINDOW (root) : NULL;
}

/**
 * spz_feedback_toast:
 * @widget: a widget in a window or in one of its dialogues
 * @text: what to say
 *
 * Says something in passing.
 */
void
spz_feedback_toast (GtkWidget  *widget,
                    const char *text)
{
  SpzWindow *window = find_window (widget);

  if (window != NULL)
    spz_window_toast (window, text);
}

/**
 * spz_feedback_undo:
 * @widget: a widget in a window or in one of its dialogues
 *
 * Says what the last step was and offers to undo it: "Phase verschoben.
 * Rückgängig". To be called after an operation whose effect is not in plain
 * sight, or takes something away.
 */
void
spz_feedback_undo (GtkWidget *widget)
{
  SpzWindow *window = find_window (widget);

  if (window != NULL)
    spz_window_toast_undo (window);
}

/**
 * spz_feedback_report:
 * @widget: a widget in a window or in one of its dialogues
 * @error: (transfer full) (nullable): what went wrong; nothing happens without
 *
 * Tells the user that something did not work.
 */
void
spz_feedback_report (GtkWidget *widget,
                     GError    *error)
{
  g_autoptr(GError) owned = error;
  SpzWindow *window;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  window = find_window (widget);
  if (window != NULL)
    spz_window_toast (window, error->message);
  else
    g_message ("%s", error->message);
}

/**
 * spz_feedback_toast_on:
 * @overlay: where to say it
 * @text: what to say, plain text
 *
 * Says something in passing.
 */
void
spz_feedback_toast_on (AdwToastOverlay *overlay,
                       const char      *text)
{
  /* A toast's title is markup. */
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (overlay, adw_toast_new (markup));
}

static void
undo_clicked_cb (AdwToast     *toast,
                 SpzProgramme *programme)
{
  g_autoptr(GError) error = NULL;

  if (!spz_programme_undo (programme, &error))
    spz_feedback_toast_on (g_object_get_data (G_OBJECT (toast), "spz-overlay"), error->message);
}

/**
 * spz_feedback_undo_on:
 * @overlay: where to say it
 * @programme: the programme
 * @text: what was done by the last step, plain text
 *
 * Says what was done and offers to undo it, until something else is done:
 * undoing would then take back that.
 */
void
spz_feedback_undo_on (AdwToastOverlay *overlay,
                      SpzProgramme    *programme,
                      const char      *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data (G_OBJECT (toast), "spz-overlay", overlay);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), programme, 0);
  g_signal_connect_object (programme, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * spz_feedback_tell_in:
 * @dialog: a dialogue
 * @text: what it tells, plain text of any length
 *
 * Tells more than a sentence: flush left, and in a list that is scrolled where it
 * is long, so that the answers below it stay on the smallest screen.
 */
void
spz_feedback_tell_in (AdwMessageDialog *dialog,
                      const char       *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WIDTH_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  adw_message_dialog_set_extra_child (dialog, scrolled);
}
