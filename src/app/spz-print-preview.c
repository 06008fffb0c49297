/* spz-print-preview.c: the pages before they are printed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-print-preview.h"

#include "spz-preview.h"

struct _SpzPrintPreview
{
  AdwWindow       parent_instance;

  /* Template */
  AdwWindowTitle *heading;
  GtkWidget      *print_button;
  SpzPreview     *preview;
};

G_DEFINE_FINAL_TYPE (SpzPrintPreview, spz_print_preview, ADW_TYPE_WINDOW)

enum
{
  PRINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
print_cb (SpzPrintPreview *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[PRINT], 0);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
spz_print_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_PRINT_PREVIEW);

  G_OBJECT_CLASS (spz_print_preview_parent_class)->dispose (object);
}

static void
spz_print_preview_class_init (SpzPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_print_preview_dispose;

  /**
   * SpzPrintPreview::print:
   * @self: the preview
   *
   * The user wants the pages printed.
   */
  signals[PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SPZ_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzPrintPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintPreview, print_button);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintPreview, preview);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_print_preview_init (SpzPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_print_preview_new:
 * @parent: the window it belongs to
 * @document: what is to be printed
 * @setup: the paper, and how text is set on it
 *
 * Makes a window with the pages as they will be printed.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_print_preview_new (GtkWindow          *parent,
                       SpzDocument        *document,
                       const SpzPageSetup *setup)
{
  SpzPrintPreview *self = g_object_new (SPZ_TYPE_PRINT_PREVIEW,
                                        "transient-for", parent,
                                        "destroy-with-parent", TRUE,
                                        NULL);

  adw_window_title_set_subtitle (self->heading, spz_document_get_title (document));
  spz_preview_set_document (self->preview, document, setup);
  gtk_widget_grab_focus (self->print_button);

  return GTK_WINDOW (self);
}
