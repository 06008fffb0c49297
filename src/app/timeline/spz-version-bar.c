/* spz-version-bar.c: says that the plan is compared with a version
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-version-bar.h"

#include <glib/gi18n.h>

#include "spz-changes-window.h"
#include "spz-feedback.h"
#include "spz-freeze-window.h"
#include "spz-plan-changes.h"
#include "spz-plan-versions.h"
#include "spz-tooltip.h"
#include "spz-version-window.h"
#include "spz-versions-window.h"

struct _SpzVersionBar
{
  AdwBin              parent_instance;

  /* Owned */
  GSimpleActionGroup *actions;
  GSignalGroup       *programme_signals;

  /* Borrowed */
  SpzTimelineView    *view;
  GtkWindow          *window;     /* of the changes, while it is open */
  GtkWindow          *versions;   /* of the versions, while it is open */

  gint64              version;    /* what is compared with; 0 if nothing is */

  /* Template */
  GtkRevealer        *revealer;
  GtkLabel           *label;
};

G_DEFINE_FINAL_TYPE (SpzVersionBar, spz_version_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SpzProgramme *
get_programme (SpzVersionBar *self)
{
  return self->view != NULL ? spz_timeline_view_get_programme (self->view) : NULL;
}

static SpzPlanVersion *
get_version (SpzVersionBar *self)
{
  SpzProgramme *programme = get_programme (self);

  if (programme == NULL || self->version == 0)
    return NULL;

  return spz_programme_lookup (programme, SPZ_TYPE_PLAN_VERSION, self->version);
}

static GtkWindow *
get_root_window (SpzVersionBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Comparing */

static void
update_actions (SpzVersionBar *self)
{
  SpzProgramme *programme = get_programme (self);
  gboolean writable = programme != NULL && !spz_programme_get_read_only (programme);
  const struct { const char *name; gboolean enabled; } states[] = {
    { "freeze", writable },
    { "compare", programme != NULL },
    { "compare-latest", programme != NULL },
    { "list", programme != NULL },
    { "show", programme != NULL },
    { "edit", writable },
    { "delete", writable },
    { "changes", self->version != 0 },
    { "end", self->version != 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), states[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), states[i].enabled);
    }
}

static void
close_changes (SpzVersionBar *self)
{
  GtkWindow *window = self->window;

  g_clear_weak_pointer (&self->window);
  if (window != NULL)
    gtk_window_destroy (window);
}

static void
end_comparison (SpzVersionBar *self)
{
  self->version = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (self->view != NULL)
    spz_timeline_view_set_version (self->view, NULL);
  close_changes (self);
  update_actions (self);
}

static void
refresh (SpzVersionBar *self)
{
  SpzPlanVersion *version = get_version (self);
  g_autoptr(GPtrArray) changes = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *text = NULL;

  if (version == NULL)
    {
      end_comparison (self);
      return;
    }

  changes = spz_plan_compare (get_programme (self), version, SPZ_AUDIENCE_INTERNAL);
  summary = spz_plan_changes_dup_summary (changes);
  /* Translators: the name of a version of the plan, what changed: "3 moved, 1 new" */
  text = g_strdup_printf (_("Compared with “%s”: %s"), version->title, summary);
  gtk_label_set_text (self->label, text);
  spz_tooltip_set (GTK_WIDGET (self->label), text);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  spz_timeline_view_set_version (self->view, version);
  update_actions (self);
}

static void
changed_cb (SpzVersionBar    *self,
            const SpzChanges *changes)
{
  static const char *const tables[] = {
    "phase", "milestone", "measure", "action_field", "plan_version", NULL
  };
  gboolean concerned = changes->n_items == 0;

  for (guint i = 0; !concerned && i < changes->n_items; i++)
    concerned = g_strv_contains (tables, changes->items[i].table);

  if (concerned && self->version != 0)
    refresh (self);
}

static void
programme_cb (SpzVersionBar *self)
{
  end_comparison (self);
  g_signal_group_set_target (self->programme_signals, get_programme (self));
}

/* The window of the changes */

static void
activated_cb (SpzVersionBar *self,
              SpzRecord     *record)
{
  GtkWindow *window = get_root_window (self);

  if (!spz_timeline_view_select (self->view, record) || window == NULL)
    return;

  gtk_window_present (window);
}

static void
open_changes (SpzVersionBar *self)
{
  SpzPlanVersion *version = get_version (self);

  if (version == NULL)
    return;

  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window,
                          spz_changes_window_new (get_root_window (self), get_programme (self), version));
      g_signal_connect_object (self->window, "activated",
                               G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (self->window);
}

/* Actions */

static void
freeze_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  SpzVersionBar *self = user_data;

  gtk_window_present (spz_freeze_window_new (get_root_window (self), get_programme (self)));
}

static void
list_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SpzVersionBar *self = user_data;

  if (self->versions == NULL)
    g_set_weak_pointer (&self->versions,
                        spz_versions_window_new (get_root_window (self), get_programme (self),
                                                 G_ACTION_GROUP (self->actions)));
  gtk_window_present (self->versions);
}

static SpzPlanVersion *
lookup (SpzVersionBar *self,
        GVariant      *parameter)
{
  return spz_programme_lookup (get_programme (self), SPZ_TYPE_PLAN_VERSION, g_variant_get_int64 (parameter));
}

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SpzVersionBar *self = user_data;
  SpzPlanVersion *version = lookup (self, parameter);

  if (version != NULL)
    gtk_window_present (spz_version_window_new (get_root_window (self), get_programme (self), version,
                                                G_ACTION_GROUP (self->actions)));
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SpzVersionBar *self = user_data;
  SpzPlanVersion *version = lookup (self, parameter);

  if (version != NULL)
    gtk_window_present (spz_freeze_window_new_for_version (get_root_window (self), get_programme (self), version));
}

static void
compare (SpzVersionBar *self,
         gint64         version)
{
  GError *error = NULL;

  if (version != self->version)
    {
      end_comparison (self);
      self->version = version;
      refresh (self);
    }
  if (get_version (self) == NULL)
    return;

  if (!spz_plan_version_check (get_programme (self), get_version (self), &error))
    spz_feedback_report (GTK_WIDGET (self), error);
  open_changes (self);
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  compare (user_data, g_variant_get_int64 (parameter));
}

static void
compare_latest_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  SpzVersionBar *self = user_data;
  SpzPlanVersion *latest = spz_plan_version_get_latest (get_programme (self));

  if (latest != NULL)
    compare (self, spz_record_get_id (SPZ_RECORD (latest)));
  else
    spz_feedback_toast (GTK_WIDGET (self), _("No version of the plan has been kept yet"));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  SpzVersionBar *self = user_data;
  SpzPlanVersion *version = lookup (self, parameter);
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (version == NULL)
    return;

  text = g_strdup_printf (_("“%s” deleted"), version->title);
  if (!spz_plan_version_remove (get_programme (self), version, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
  else if (self->versions != NULL)
    spz_versions_window_offer_undo (SPZ_VERSIONS_WINDOW (self->versions), get_programme (self), text);
  else
    spz_feedback_undo (GTK_WIDGET (self));
}

static void
changes_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  open_changes (user_data);
}

static void
end_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  end_comparison (user_data);
}

/* Overrides */

static void
set_view (SpzVersionBar   *self,
          SpzTimelineView *view)
{
  if (!g_set_weak_pointer (&self->view, view))
    return;

  if (view != NULL)
    g_signal_connect_object (view, "notify::programme",
                             G_CALLBACK (programme_cb), self, G_CONNECT_SWAPPED);
  programme_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
spz_version_bar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, SPZ_VERSION_BAR (object)->view);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_version_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      set_view (SPZ_VERSION_BAR (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The window of the changes holds the one it belongs to: it goes first. */
static void
spz_version_bar_unrealize (GtkWidget *widget)
{
  close_changes (SPZ_VERSION_BAR (widget));

  GTK_WIDGET_CLASS (spz_version_bar_parent_class)->unrealize (widget);
}

static void
spz_version_bar_dispose (GObject *object)
{
  SpzVersionBar *self = SPZ_VERSION_BAR (object);

  close_changes (self);
  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->versions);
  g_clear_object (&self->programme_signals);
  g_clear_object (&self->actions);

  /* The template would let go of the revealer as well. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_VERSION_BAR);

  G_OBJECT_CLASS (spz_version_bar_parent_class)->dispose (object);
}

static void
spz_version_bar_class_init (SpzVersionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_version_bar_get_property;
  object_class->set_property = spz_version_bar_set_property;
  object_class->dispose = spz_version_bar_dispose;
  widget_class->unrealize = spz_version_bar_unrealize;

  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, SPZ_TYPE_TIMELINE_VIEW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-version-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzVersionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SpzVersionBar, label);
}

static void
spz_version_bar_init (SpzVersionBar *self)
{
  static const GActionEntry entries[] = {
    { .name = "freeze", .activate = freeze_cb },
    { .name = "list", .activate = list_cb },
    { .name = "show", .activate = show_cb, .parameter_type = "x" },
    { .name = "edit", .activate = edit_cb, .parameter_type = "x" },
    { .name = "compare", .activate = compare_cb, .parameter_type = "x" },
    { .name = "compare-latest", .activate = compare_latest_cb },
    { .name = "delete", .activate = delete_cb, .parameter_type = "x" },
    { .name = "changes", .activate = changes_cb },
    { .name = "end", .activate = end_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  self->programme_signals = g_signal_group_new (SPZ_TYPE_PROGRAMME);
  g_signal_group_connect_swapped (self->programme_signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * spz_version_bar_get_actions:
 * @self: a bar
 *
 * Gets what can be done with versions of the plan, for whoever offers it.
 *
 * Returns: (transfer none): the actions
 */
GActionGroup *
spz_version_bar_get_actions (SpzVersionBar *self)
{
  g_return_val_if_fail (SPZ_IS_VERSION_BAR (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * spz_version_bar_get_version:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the version the plan is compared with
 */
SpzPlanVersion *
spz_version_bar_get_version (SpzVersionBar *self)
{
  g_return_val_if_fail (SPZ_IS_VERSION_BAR (self), NULL);

  return get_version (self);
}
