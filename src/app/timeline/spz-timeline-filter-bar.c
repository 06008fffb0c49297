/* spz-timeline-filter-bar.c: choosing what of the plan is seen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-filter-bar.h"

#include <glib/gi18n.h>

#include "spz-combo-binding.h"
#include "spz-labels.h"

struct _SpzTimelineFilterBar
{
  AdwBin           parent_instance;

  /* Owned */
  SpzTimelineView *view;

  /* Template */
  GtkSearchBar    *bar;
  GtkSearchEntry  *entry;
  GtkMenuButton   *button;
  AdwComboRow     *field_row;
  AdwComboRow     *kind_row;
  AdwComboRow     *role_row;
  AdwComboRow     *audience_row;
  GtkRevealer     *state;
  GtkLabel        *count;

  /* While all is cleared, no part of it is the user's doing */
  gboolean         clearing;
};

G_DEFINE_FINAL_TYPE (SpzTimelineFilterBar, spz_timeline_filter_bar, ADW_TYPE_BIN)

enum
{
  PROP_VIEW = 1,
  PROP_SEARCHING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What is chosen */

/* The first row is for all; of other words, the first is for none */
static gint64
get_chosen_id (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);

  if (SPZ_IS_RECORD (item))
    return spz_record_get_id (SPZ_RECORD (item));

  return (gint64) adw_combo_row_get_selected (row) == 1 ? 0 : SPZ_TIMELINE_ANY;
}

static void
add_chosen (AdwComboRow *row,
            GPtrArray   *names)
{
  GObject *item = adw_combo_row_get_selected_item (row);
  char *name = NULL;

  if (item == NULL || adw_combo_row_get_selected (row) == 0)
    return;

  if (GTK_IS_STRING_OBJECT (item))
    name = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  else
    g_object_get (item, "title", &name, NULL);
  g_ptr_array_add (names, name);
}

/* The names of what is chosen, without the text */
static GPtrArray *
list_chosen (SpzTimelineFilterBar *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  add_chosen (self->field_row, names);
  add_chosen (self->kind_row, names);
  add_chosen (self->role_row, names);
  add_chosen (self->audience_row, names);

  return names;
}

static void
update_count (SpzTimelineFilterBar *self)
{
  SpzProgramme *programme = spz_timeline_view_get_programme (self->view);
  SpzTimelineLayout *layout = spz_timeline_view_get_layout (self->view);
  guint n_all, n_seen;
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *text = NULL;
  g_autofree char *chosen = NULL;

  if (programme == NULL || layout == NULL)
    return;

  n_all = spz_record_list_get_size (spz_programme_get_list (programme, SPZ_TYPE_PHASE));
  spz_timeline_plan_get_bars (spz_timeline_layout_get_plan (layout), &n_seen);

  /* Translators: how many phases of the plan are seen, "12 of 57" */
  text = g_strdup_printf (ngettext ("Filtered: %u of %u phase", "Filtered: %u of %u phases", n_all),
                          n_seen, n_all);

  names = list_chosen (self);
  g_ptr_array_insert (names, 0, g_steal_pointer (&text));
  g_ptr_array_add (names, NULL);
  chosen = g_strjoinv (" · ", (char **) names->pdata);
  gtk_label_set_text (self->count, chosen);
}

static void
update_filter (SpzTimelineFilterBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr(GPtrArray) names = list_chosen (self);
  guint n_chosen = names->len;
  guint audience = adw_combo_row_get_selected (self->audience_row);
  SpzTimelineFilter filter;

  if (self->clearing || self->view == NULL)
    return;

  filter = (SpzTimelineFilter) {
    .text = text,
    .action_field = get_chosen_id (self->field_row),
    .kind = get_chosen_id (self->kind_row),
    .role = get_chosen_id (self->role_row),
    .audience = audience == GTK_INVALID_LIST_POSITION ? SPZ_TIMELINE_ANY : (int) audience - 1,
  };
  spz_timeline_view_set_filter (self->view, *text != '\0' || n_chosen > 0 ? &filter : NULL);

  if (n_chosen > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  gtk_revealer_set_reveal_child (self->state, *text != '\0' || n_chosen > 0);
}

static void
searching_cb (SpzTimelineFilterBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    {
      spz_timeline_filter_bar_clear (self);
      if (self->view != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/* What there is to choose from */

static void
set_choices (AdwComboRow *row,
             const char  *all,
             const char  *none,
             GListModel  *records)
{
  g_autoptr(GListStore) models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkStringList) words = gtk_string_list_new ((const char *[]) { all, none, NULL });

  g_list_store_append (models, words);
  g_list_store_append (models, records);

  spz_combo_set_choices (GTK_WIDGET (row),
                         G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&models)))));
}

static void
set_audiences (SpzTimelineFilterBar *self)
{
  GtkStringList *words = gtk_string_list_new ((const char *[]) {
    _("All audiences"),
    spz_enum_get_label (SPZ_TYPE_AUDIENCE, SPZ_AUDIENCE_PUBLIC),
    spz_enum_get_label (SPZ_TYPE_AUDIENCE, SPZ_AUDIENCE_COMMITTEE),
    spz_enum_get_label (SPZ_TYPE_AUDIENCE, SPZ_AUDIENCE_INTERNAL),
    NULL
  });
  spz_combo_set_choices (GTK_WIDGET (self->audience_row), G_LIST_MODEL (words));
}

static void
programme_cb (SpzTimelineFilterBar *self)
{
  SpzProgramme *programme = self->view != NULL ? spz_timeline_view_get_programme (self->view) : NULL;

  gtk_search_bar_set_search_mode (self->bar, FALSE);
  if (programme == NULL)
    return;

  self->clearing = TRUE;
  set_choices (self->field_row, _("All action fields"), _("Across all fields"),
               G_LIST_MODEL (spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD)));
  set_choices (self->kind_row, _("All kinds"), _("Without a kind"),
               G_LIST_MODEL (spz_programme_get_list (programme, SPZ_TYPE_PHASE_KIND)));
  set_choices (self->role_row, _("All roles"), _("Without a role"),
               G_LIST_MODEL (spz_programme_get_list (programme, SPZ_TYPE_ROLE)));
  self->clearing = FALSE;
}

static void
set_view (SpzTimelineFilterBar *self,
          SpzTimelineView      *view)
{
  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  if (view != NULL)
    {
      g_signal_connect_swapped (view, "notify::programme", G_CALLBACK (programme_cb), self);
      g_signal_connect_swapped (view, "laid-out", G_CALLBACK (update_count), self);
      programme_cb (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* Overrides */

static void
spz_timeline_filter_bar_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  SpzTimelineFilterBar *self = SPZ_TIMELINE_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->bar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_timeline_filter_bar_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  SpzTimelineFilterBar *self = SPZ_TIMELINE_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      set_view (self, g_value_get_object (value));
      break;
    case PROP_SEARCHING:
      if (g_value_get_boolean (value))
        spz_timeline_filter_bar_start (self);
      else
        gtk_search_bar_set_search_mode (self->bar, FALSE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_timeline_filter_bar_dispose (GObject *object)
{
  SpzTimelineFilterBar *self = SPZ_TIMELINE_FILTER_BAR (object);

  self->clearing = TRUE;
  set_view (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_TIMELINE_FILTER_BAR);

  G_OBJECT_CLASS (spz_timeline_filter_bar_parent_class)->dispose (object);
}

static void
spz_timeline_filter_bar_class_init (SpzTimelineFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_timeline_filter_bar_get_property;
  object_class->set_property = spz_timeline_filter_bar_set_property;
  object_class->dispose = spz_timeline_filter_bar_dispose;

  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, SPZ_TYPE_TIMELINE_VIEW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCHING] =
    g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-timeline-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, bar);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, button);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, field_row);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, role_row);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, audience_row);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, state);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelineFilterBar, count);
  gtk_widget_class_bind_template_callback (widget_class, update_filter);
  gtk_widget_class_bind_template_callback (widget_class, searching_cb);
  gtk_widget_class_bind_template_callback (widget_class, spz_timeline_filter_bar_clear);
}

static void
spz_timeline_filter_bar_init (SpzTimelineFilterBar *self)
{
  self->clearing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  set_audiences (self);
  self->clearing = FALSE;
}

/**
 * spz_timeline_filter_bar_start:
 * @self: a filter bar
 *
 * Opens the bar to write what to look for.
 *
 * Returns: %FALSE where one is writing there already
 */
gboolean
spz_timeline_filter_bar_start (SpzTimelineFilterBar *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_FILTER_BAR (self), FALSE);

  if (gtk_search_bar_get_search_mode (self->bar) &&
      gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return FALSE;

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return TRUE;
}

/**
 * spz_timeline_filter_bar_clear:
 * @self: a filter bar
 *
 * Lets all of the plan be seen again.
 */
void
spz_timeline_filter_bar_clear (SpzTimelineFilterBar *self)
{
  g_return_if_fail (SPZ_IS_TIMELINE_FILTER_BAR (self));

  self->clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  adw_combo_row_set_selected (self->field_row, 0);
  adw_combo_row_set_selected (self->kind_row, 0);
  adw_combo_row_set_selected (self->role_row, 0);
  adw_combo_row_set_selected (self->audience_row, 0);
  self->clearing = FALSE;

  update_filter (self);
}
