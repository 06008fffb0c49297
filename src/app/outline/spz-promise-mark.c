/* spz-promise-mark.c: whether a point's promises hold, as a small button
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-promise-mark.h"

#include "spz-promises.h"
#include "spz-tooltip.h"

struct _SpzPromiseMark
{
  AdwBin         parent_instance;

  /* Owned */
  SpzProgramme  *programme;
  SpzRecordList *promises;    /* of the point */
  gulong         changed_id;  /* connected only where there are promises: there may be many points */

  /* Borrowed: the child */
  GtkWidget     *button;
};

G_DEFINE_FINAL_TYPE (SpzPromiseMark, spz_promise_mark, ADW_TYPE_BIN)

/* Most points promise nothing, and many buttons are dear */
static void
ensure_button (SpzPromiseMark *self)
{
  if (self->button != NULL)
    return;

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "promise-mark");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "point.promises");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

static void
show (SpzPromiseMark *self)
{
  const guint n = spz_record_list_get_size (self->promises);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean broken = FALSE;

  for (guint i = 0; i < n; i++)
    {
      SpzPromise *promise = spz_record_list_get (self->promises, i);
      g_autofree char *sentence = spz_promise_describe (self->programme, promise);

      broken |= spz_promise_get_state (self->programme, promise) != SPZ_PROMISE_KEPT;
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;

  ensure_button (self);
  gtk_button_set_icon_name (GTK_BUTTON (self->button), broken ? "dialog-warning-symbolic" : "object-select-symbolic");
  spz_tooltip_set (self->button, text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  if (broken)
    gtk_widget_add_css_class (self->button, "warning");
  else
    gtk_widget_remove_css_class (self->button, "warning");
}

static void
promises_changed_cb (SpzPromiseMark *self)
{
  const gboolean wanted = spz_record_list_get_size (self->promises) > 0;

  if (wanted && self->changed_id == 0)
    self->changed_id = g_signal_connect_swapped (self->programme, "changed", G_CALLBACK (show), self);
  else if (!wanted)
    g_clear_signal_handler (&self->changed_id, self->programme);

  show (self);
}

static void
spz_promise_mark_dispose (GObject *object)
{
  SpzPromiseMark *self = SPZ_PROMISE_MARK (object);

  if (self->programme != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->programme);
      g_signal_handlers_disconnect_by_data (self->promises, self);
    }
  g_clear_object (&self->promises);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_promise_mark_parent_class)->dispose (object);
}

static void
spz_promise_mark_class_init (SpzPromiseMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_promise_mark_dispose;
}

static void
spz_promise_mark_init (SpzPromiseMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * spz_promise_mark_new:
 * @programme: the programme
 * @point: one of its points
 *
 * Makes a button that tells whether what @point promises still holds, and
 * that activates "point.promises"; it is hidden where nothing is promised.
 *
 * Returns: (transfer floating): the mark
 */
GtkWidget *
spz_promise_mark_new (SpzProgramme *programme,
                      SpzPoint     *point)
{
  SpzPromiseMark *self = g_object_new (SPZ_TYPE_PROMISE_MARK, NULL);

  self->programme = g_object_ref (programme);
  self->promises = g_object_ref (spz_programme_get_children (programme, SPZ_TYPE_PROMISE, "point",
                                                             spz_record_get_id (SPZ_RECORD (point))));
  g_signal_connect_swapped (self->promises, "items-changed", G_CALLBACK (promises_changed_cb), self);
  promises_changed_cb (self);

  return GTK_WIDGET (self);
}
