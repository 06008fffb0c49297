/* spz-link-window.c: chooses the phase that another one is linked to
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-link-window.h"

#include <glib/gi18n.h>

#include "spz-dependencies.h"
#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-plan.h"
#include "spz-text.h"

/* More than anybody reads through; what is searched for is among fewer */
#define MAX_ROWS 50

struct _SpzLinkWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  SpzProgramme    *programme;
  SpzPhase        *phase;
  GPtrArray       *candidates; /* SpzPhase */
  gboolean         followers;

  /* Template */
  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GtkEditable     *search;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkWidget       *more;
};

G_DEFINE_FINAL_TYPE (SpzLinkWindow, spz_link_window, ADW_TYPE_WINDOW)

static char *
dup_measure_title (SpzLinkWindow *self,
                   SpzPhase      *phase)
{
  SpzMeasure *measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, phase->measure);

  return spz_inline_to_plain (measure != NULL ? measure->title : "");
}

static GtkWidget *
create_row (SpzLinkWindow *self,
            SpzPhase      *phase)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = spz_inline_to_plain (phase->title);
  g_autofree char *measure = dup_measure_title (self, phase);
  g_autofree char *period = spz_phase_dup_period (phase);
  g_autofree char *context = g_strjoin (" · ", measure, period, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), context);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "spz-phase", g_object_ref (phase), g_object_unref);

  return row;
}

static gboolean
matches (SpzLinkWindow *self,
         SpzPhase      *phase,
         const char    *query)
{
  g_autofree char *measure = dup_measure_title (self, phase);
  g_autofree char *text = g_strjoin (" ", phase->title, phase->short_label, measure, NULL);
  g_autofree char *folded = spz_text_fold (text);

  return spz_text_matches (folded, query);
}

static void
search_changed_cb (SpzLinkWindow *self)
{
  g_autofree char *query = spz_text_fold (gtk_editable_get_text (self->search));
  GtkListBoxRow *row;
  guint n_rows = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < self->candidates->len && n_rows <= MAX_ROWS; i++)
    {
      SpzPhase *phase = g_ptr_array_index (self->candidates, i);

      if (!matches (self, phase, query))
        continue;
      if (n_rows++ < MAX_ROWS)
        gtk_list_box_append (self->list, create_row (self, phase));
    }

  gtk_widget_set_visible (self->more, n_rows > MAX_ROWS);
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "phases" : "nothing");
}

static void
row_activated_cb (SpzLinkWindow *self,
                  GtkListBoxRow *row)
{
  SpzPhase *other = g_object_get_data (G_OBJECT (row), "spz-phase");
  g_autoptr (GError) error = NULL;

  if (spz_dependency_add (self->programme,
                          self->followers ? self->phase : other,
                          self->followers ? other : self->phase, &error) == 0)
    {
      spz_feedback_toast_on (self->toasts, error->message);
      return;
    }

  spz_feedback_undo (GTK_WIDGET (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
search_activate_cb (SpzLinkWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* What was offered may be gone, or linked by now */
static void
programme_changed_cb (SpzLinkWindow *self)
{
  if (spz_programme_lookup (self->programme, SPZ_TYPE_PHASE,
                            spz_record_get_id (SPZ_RECORD (self->phase))) != (gpointer) self->phase)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = spz_dependency_list_candidates (self->programme, self->phase, self->followers);
  search_changed_cb (self);
}

static void
spz_link_window_dispose (GObject *object)
{
  SpzLinkWindow *self = SPZ_LINK_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_LINK_WINDOW);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_object (&self->phase);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_link_window_parent_class)->dispose (object);
}

static void
spz_link_window_class_init (SpzLinkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_link_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-link-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzLinkWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SpzLinkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzLinkWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SpzLinkWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzLinkWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SpzLinkWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_link_window_init (SpzLinkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
}

/**
 * spz_link_window_new:
 * @parent: (nullable): the window it belongs to
 * @programme: a programme
 * @phase: one of its phases
 * @followers: whether the phase that is chosen is to wait for @phase, or the
 *   other way round
 *
 * Makes a window that offers all phases that can be linked to @phase, and links
 * the one that is chosen.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_link_window_new (GtkWindow    *parent,
                     SpzProgramme *programme,
                     SpzPhase     *phase,
                     gboolean      followers)
{
  g_autofree char *title = NULL;
  SpzLinkWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_PHASE (phase), NULL);

  self = g_object_new (SPZ_TYPE_LINK_WINDOW,
                       "transient-for", parent,
                       "title", followers ? _("Add Follower") : _("Add Predecessor"),
                       NULL);
  self->programme = g_object_ref (programme);
  self->phase = g_object_ref (phase);
  self->followers = followers;

  title = spz_inline_to_plain (phase->title);
  adw_window_title_set_subtitle (self->title, title);
  g_signal_connect_object (programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  programme_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return GTK_WINDOW (self);
}
