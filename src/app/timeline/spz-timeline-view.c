/* spz-timeline-view.c: the plan, to look at and to edit by hand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <glib/gi18n.h>

#include "spz-timeline-colours.h"

/**
 * SpzTimelineView:
 *
 * The plan with a frozen column of titles and a frozen axis, that is scrolled,
 * zoomed, walked through by keyboard and edited by dragging.
 *
 * This file holds the widget itself; its geometry, selection, painting, items,
 * pointer, keys and dragging have files of their own.
 */

/* Room for the column and a little of the chart */
#define MIN_WIDTH  280
#define MIN_HEIGHT 120

enum
{
  PROP_PROGRAMME = 1,
  PROP_SELECTED,
  PROP_MENU_MODEL,
  PROP_LABEL_PLACEMENT,
  N_PROPS,

  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATE,
  LAID_OUT,
  SELECTION_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SpzTimelineView, spz_timeline_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/*
 * spz_timeline_view_can_edit:
 * @self: a view
 *
 * Returns: whether the plan can be changed
 */
gboolean
spz_timeline_view_can_edit (SpzTimelineView *self)
{
  return self->programme != NULL && !spz_programme_get_read_only (self->programme);
}

/*
 * spz_timeline_view_activate:
 * @self: a view
 *
 * Asks for the editor of what is selected.
 */
void
spz_timeline_view_activate (SpzTimelineView *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Following the programme and the style */

static void
set_plan (SpzTimelineView *self)
{
  SpzPlanVersion *version = self->version != 0
    ? spz_programme_lookup (self->programme, SPZ_TYPE_PLAN_VERSION, self->version)
    : NULL;
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new_compared (self->programme, SPZ_AUDIENCE_INTERNAL,
                                                                    self->filtered ? &self->filter : NULL,
                                                                    version);

  spz_timeline_view_cancel_drag (self);

  if (self->layout == NULL)
    {
      g_autoptr (SpzTimelineTheme) theme = spz_timeline_colours_read (GTK_WIDGET (self));

      self->layout = spz_timeline_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                              plan, theme, SPZ_TIMELINE_LAYOUT_MILESTONE_ROW);
    }
  else
    {
      spz_timeline_layout_set_plan (self->layout, plan);
    }

  self->relabel = TRUE;
  spz_timeline_view_clear_caches (self);
  spz_timeline_view_prune_selection (self);
  if (self->entry != NULL && spz_timeline_view_lookup (self, self->renamed) == NULL)
    spz_timeline_view_end_rename (self, FALSE);
  spz_timeline_view_update (self);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static void
programme_changed_cb (SpzTimelineView  *self,
                      const SpzChanges *changes)
{
  static const char *const tables[] = {
    "phase", "milestone", "measure", "action_field", "phase_kind", "dependency", "programme",
    "plan_version", NULL
  };

  /* All was read again: anything may have changed */
  if (changes->n_items == 0)
    {
      set_plan (self);
      return;
    }

  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_strv_contains (tables, changes->items[i].table))
        {
          set_plan (self);
          return;
        }
    }
}

static void
update_theme (SpzTimelineView *self)
{
  g_autoptr (SpzTimelineTheme) theme = NULL;

  if (self->layout == NULL)
    return;

  /* A style changes with the focus and for many other reasons */
  theme = spz_timeline_colours_read (GTK_WIDGET (self));
  if (spz_timeline_colours_equal (theme, spz_timeline_layout_get_theme (self->layout)))
    return;

  spz_timeline_layout_set_theme (self->layout, theme);
  spz_timeline_view_clear_caches (self);
  spz_timeline_view_update (self);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

/* Overrides */

static void
set_adjustment (SpzTimelineView  *self,
                GtkAdjustment   **member,
                GtkAdjustment    *adjustment)
{
  if (adjustment != NULL && *member == adjustment)
    return;

  if (*member != NULL)
    g_signal_handlers_disconnect_by_data (*member, self);
  g_set_object (member, adjustment);
  if (*member != NULL)
    g_signal_connect_swapped (*member, "value-changed",
                              G_CALLBACK (spz_timeline_view_update), self);
  spz_timeline_view_update (self);
}

static void
spz_timeline_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, self->programme);
      break;

    case PROP_SELECTED:
      g_value_set_object (value, spz_timeline_view_get_selected (self));
      break;

    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;

    case PROP_LABEL_PLACEMENT:
      g_value_set_string (value, spz_timeline_view_get_label_placement (self));
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_timeline_view_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PROGRAMME:
      spz_timeline_view_set_programme (self, g_value_get_object (value));
      break;

    case PROP_MENU_MODEL:
      g_clear_pointer (&self->menu, gtk_widget_unparent);
      if (g_set_object (&self->menu_model, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_LABEL_PLACEMENT:
      spz_timeline_view_set_label_placement (self, g_value_get_string (value));
      break;

    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_timeline_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = horizontal ? 800 : 500;
}

static void
spz_timeline_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);

  spz_timeline_view_lay_out (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  gtk_widget_queue_draw (widget);
}

/* No release will come to what isn't there any more */
static void
spz_timeline_view_unmap (GtkWidget *widget)
{
  spz_timeline_view_cancel_drag (SPZ_TIMELINE_VIEW (widget));

  GTK_WIDGET_CLASS (spz_timeline_view_parent_class)->unmap (widget);
}

static void
spz_timeline_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (spz_timeline_view_parent_class)->css_changed (widget, change);

  update_theme (SPZ_TIMELINE_VIEW (widget));
}

static void
spz_timeline_view_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  direction)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);

  GTK_WIDGET_CLASS (spz_timeline_view_parent_class)->direction_changed (widget, direction);

  spz_timeline_view_clear_caches (self);
  gtk_widget_queue_resize (widget);
}

/* Tab comes in to what was selected last and goes out again: inside, the
 * arrows walk */
static gboolean
spz_timeline_view_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);

  /* In a menu the arrows walk through its items */
  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    return gtk_widget_child_focus (self->menu, direction);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (self->layout == NULL || gtk_widget_is_focus (widget) ||
      gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  if (self->cursor != 0)
    spz_timeline_view_focus_key (self, self->cursor);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return TRUE;

  return gtk_widget_grab_focus (widget);
}

static void
spz_timeline_view_dispose (GObject *object)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  spz_timeline_view_set_programme (self, NULL);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->tip, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->menu_model);

  G_OBJECT_CLASS (spz_timeline_view_parent_class)->dispose (object);
}

static void
spz_timeline_view_finalize (GObject *object)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  g_free ((char *) self->filter.text);
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->spares);
  g_hash_table_unref (self->selection);
  spz_timeline_view_free_caches (self);

  G_OBJECT_CLASS (spz_timeline_view_parent_class)->finalize (object);
}

static void
spz_timeline_view_class_init (SpzTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_timeline_view_get_property;
  object_class->set_property = spz_timeline_view_set_property;
  object_class->dispose = spz_timeline_view_dispose;
  object_class->finalize = spz_timeline_view_finalize;

  widget_class->measure = spz_timeline_view_measure;
  widget_class->size_allocate = spz_timeline_view_size_allocate;
  widget_class->snapshot = spz_timeline_view_snapshot;
  widget_class->unmap = spz_timeline_view_unmap;
  widget_class->css_changed = spz_timeline_view_css_changed;
  widget_class->direction_changed = spz_timeline_view_direction_changed;
  widget_class->focus = spz_timeline_view_focus;

  properties[PROP_PROGRAMME] =
    g_param_spec_object ("programme", NULL, NULL, SPZ_TYPE_PROGRAMME,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, SPZ_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU_MODEL] =
    g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL_PLACEMENT] =
    g_param_spec_string ("label-placement", NULL, NULL, "automatic",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ACTIVATE] = g_signal_new ("activate", SPZ_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", SPZ_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LAID_OUT] = g_signal_new ("laid-out", SPZ_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "timeline.label-placement", "label-placement");
  gtk_widget_class_install_action (widget_class, "timeline.link", "b", spz_timeline_view_link_cb);
  gtk_widget_class_install_action (widget_class, "timeline.unlink", "x", spz_timeline_view_unlink_cb);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
spz_timeline_view_init (SpzTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->spares = g_ptr_array_new ();
  self->selection = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->hover_row = SPZ_TIMELINE_NONE;
  spz_timeline_view_init_caches (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"),
                                  -1);

  self->tip = spz_timeline_tip_new ();
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, widget);

  spz_timeline_view_init_pointer (self);
  spz_timeline_view_init_drag (self);
}

/* Public API */

/**
 * spz_timeline_view_new:
 *
 * Makes a view of no programme.
 *
 * Returns: the view
 */
GtkWidget *
spz_timeline_view_new (void)
{
  return g_object_new (SPZ_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * spz_timeline_view_get_programme:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the programme whose plan is shown
 */
SpzProgramme *
spz_timeline_view_get_programme (SpzTimelineView *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), NULL);

  return self->programme;
}

/**
 * spz_timeline_view_set_programme:
 * @self: a view
 * @programme: (nullable): a programme
 *
 * Shows the plan of another programme.
 */
void
spz_timeline_view_set_programme (SpzTimelineView *self,
                                 SpzProgramme    *programme)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->programme == programme)
    return;

  spz_timeline_view_cancel_drag (self);
  spz_timeline_view_end_rename (self, FALSE);
  spz_timeline_view_clear_items (self);
  spz_timeline_view_set_cursor (self, 0, FALSE);
  g_clear_object (&self->layout);
  if (self->programme != NULL)
    g_signal_handlers_disconnect_by_data (self->programme, self);

  g_set_object (&self->programme, programme);
  if (programme != NULL)
    {
      g_signal_connect_swapped (programme, "changed", G_CALLBACK (programme_changed_cb), self);
      g_signal_connect_swapped (programme, "notify::reference-date", G_CALLBACK (set_plan), self);
      self->per_day = 0;
      self->needs_today = TRUE;
      set_plan (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

/**
 * spz_timeline_view_set_filter:
 * @self: a view
 * @filter: (nullable): what is to be seen of the plan; %NULL for all of it
 *
 * Shows a part of the plan only. This says nothing about the file.
 */
void
spz_timeline_view_set_filter (SpzTimelineView         *self,
                              const SpzTimelineFilter *filter)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (filter == NULL && !self->filtered)
    return;

  g_free ((char *) self->filter.text);
  self->filtered = filter != NULL;
  self->filter = filter != NULL ? *filter : (SpzTimelineFilter) { NULL, };
  self->filter.text = g_strdup (self->filter.text);

  if (self->programme != NULL)
    set_plan (self);
}

/**
 * spz_timeline_view_set_version:
 * @self: a view
 * @version: (nullable): a version of the plan
 *
 * Shows where things were in @version, below where they are now.
 */
void
spz_timeline_view_set_version (SpzTimelineView *self,
                               SpzPlanVersion  *version)
{
  gint64 id = version != NULL ? spz_record_get_id (SPZ_RECORD (version)) : 0;

  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->version == id)
    return;

  self->version = id;
  if (self->programme != NULL)
    set_plan (self);
}

/**
 * spz_timeline_view_get_layout:
 * @self: a view
 *
 * Gets where everything is, for what else shows the same plan.
 *
 * Returns: (transfer none) (nullable): the layout
 */
SpzTimelineLayout *
spz_timeline_view_get_layout (SpzTimelineView *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), NULL);

  return self->layout;
}
