/* spz-phase-chooser.c: choosing one of the plan's phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-phase-chooser.h"

#include <glib/gi18n.h>

#include "spz-inline.h"
#include "spz-plan.h"
#include "spz-text.h"

struct _SpzPhaseChooser
{
  GtkPopover           parent_instance;

  /* Owned */
  SpzProgramme        *programme;
  SpzPhase            *except;
  char                *query;  /* folded */

  /* Borrowed: children and what they show */
  GtkWidget           *entry;
  GtkListView         *list;
  GtkFilter           *filter;
  GtkSingleSelection  *selection;
};

G_DEFINE_FINAL_TYPE (SpzPhaseChooser, spz_phase_chooser, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_measure_title (SpzPhaseChooser *self,
                   SpzPhase        *phase)
{
  SpzMeasure *measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, phase->measure);

  return spz_inline_to_plain (measure != NULL ? measure->title : "");
}

static gboolean
match (gpointer item,
       gpointer user_data)
{
  SpzPhaseChooser *self = user_data;
  SpzPhase *phase = item;
  g_autofree char *measure = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (phase == self->except)
    return FALSE;
  if (self->query == NULL || *self->query == '\0')
    return TRUE;

  measure = dup_measure_title (self, phase);
  title = spz_inline_to_plain (phase->title);
  text = g_strdup_printf ("%s %s", measure, title);
  folded = spz_text_fold (text);

  return spz_text_matches (folded, self->query);
}

static void
search_changed_cb (SpzPhaseChooser *self)
{
  g_free (self->query);
  self->query = spz_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (SpzPhaseChooser *self,
        guint            position)
{
  g_autoptr (SpzPhase) phase = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (phase == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, phase);
}

static void
entry_activated_cb (SpzPhaseChooser *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
row_activated_cb (SpzPhaseChooser *self,
                  guint            position)
{
  choose (self, position);
}

/* The arrows walk through the list while one goes on typing */
static gboolean
key_pressed_cb (SpzPhaseChooser *self,
                guint            keyval)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (keyval == GDK_KEY_Down && selected + 1 < n_items)
    selected++;
  else if (keyval == GDK_KEY_Up && selected > 0 && selected < n_items)
    selected--;
  else
    return keyval == GDK_KEY_Down || keyval == GDK_KEY_Up;

  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);

  return GDK_EVENT_STOP;
}

static void
set_up_cb (SpzPhaseChooser *self,
           GtkListItem     *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (i == 1)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (SpzPhaseChooser *self,
         GtkListItem     *item)
{
  SpzPhase *phase = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *title = spz_inline_to_plain (phase->title);
  g_autofree char *measure = dup_measure_title (self, phase);
  g_autofree char *period = spz_phase_dup_period (phase);
  g_autofree char *detail = g_strdup_printf ("%s · %s", measure, period);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), detail);
}

static void
shown_cb (SpzPhaseChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

static void
spz_phase_chooser_finalize (GObject *object)
{
  SpzPhaseChooser *self = SPZ_PHASE_CHOOSER (object);

  g_free (self->query);
  g_object_unref (self->except);
  g_object_unref (self->programme);

  G_OBJECT_CLASS (spz_phase_chooser_parent_class)->finalize (object);
}

static void
spz_phase_chooser_class_init (SpzPhaseChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spz_phase_chooser_finalize;

  /**
   * SpzPhaseChooser::chosen:
   * @self: the chooser
   * @phase: what was chosen
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_PHASE);
}

static void
create_entry (SpzPhaseChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Search phases"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search phases"),
                                  -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

static void
create_list (SpzPhaseChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListModel *phases = G_LIST_MODEL (spz_programme_get_list (self->programme, SPZ_TYPE_PHASE));
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (phases), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Phases"),
                                  -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
spz_phase_chooser_init (SpzPhaseChooser *self)
{
}

/**
 * spz_phase_chooser_new:
 * @programme: a programme
 * @except: a phase that is not offered
 *
 * Makes a popover in which a phase is searched for, by its title or its
 * measure's, and chosen.
 *
 * Returns: (transfer none): a popover
 */
GtkWidget *
spz_phase_chooser_new (SpzProgramme *programme,
                       SpzPhase     *except)
{
  SpzPhaseChooser *self = g_object_new (SPZ_TYPE_PHASE_CHOOSER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->programme = g_object_ref (programme);
  self->except = g_object_ref (except);
  create_entry (self);
  create_list (self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, 300, 260);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);

  return GTK_WIDGET (self);
}
