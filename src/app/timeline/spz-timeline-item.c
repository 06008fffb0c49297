/* spz-timeline-item.c: what can be focused in the timeline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-item.h"

struct _SpzTimelineItem
{
  GtkWidget       parent_instance;

  /* Owned */
  char           *label;      /* NULL: it was never named */
  char           *conflicts;

  SpzTimelineKey  key;
};

G_DEFINE_FINAL_TYPE (SpzTimelineItem, spz_timeline_item, GTK_TYPE_WIDGET)

static const char *const kind_classes[] = {
  [SPZ_TIMELINE_ITEM_GROUP] = "group",
  [SPZ_TIMELINE_ITEM_MEASURE] = "measure",
  [SPZ_TIMELINE_ITEM_PHASE] = "phase",
  [SPZ_TIMELINE_ITEM_MILESTONE] = "milestone",
};

/* The text is made when it is asked for: setting it asks the window system
 * where the pointer is, each time. */
static gboolean
spz_timeline_item_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  SpzTimelineItem *self = SPZ_TIMELINE_ITEM (widget);
  g_autofree char *text = NULL;

  if (self->label == NULL || spz_timeline_key_get_kind (self->key) < SPZ_TIMELINE_ITEM_PHASE)
    return FALSE;

  text = g_strjoin (*self->conflicts != '\0' ? "\n" : "", self->label, self->conflicts, NULL);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
spz_timeline_item_finalize (GObject *object)
{
  SpzTimelineItem *self = SPZ_TIMELINE_ITEM (object);

  g_free (self->label);
  g_free (self->conflicts);

  G_OBJECT_CLASS (spz_timeline_item_parent_class)->finalize (object);
}

static void
spz_timeline_item_class_init (SpzTimelineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = spz_timeline_item_finalize;
  widget_class->query_tooltip = spz_timeline_item_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timelineitem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
spz_timeline_item_init (SpzTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * spz_timeline_item_new:
 *
 * Makes an item that stands for nothing yet.
 *
 * Returns: the item
 */
GtkWidget *
spz_timeline_item_new (void)
{
  return g_object_new (SPZ_TYPE_TIMELINE_ITEM, NULL);
}

/**
 * spz_timeline_item_set_key:
 * @self: an item
 * @key: what it stands for from now on
 */
void
spz_timeline_item_set_key (SpzTimelineItem *self,
                           SpzTimelineKey   key)
{
  if (self->key != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self),
                                 kind_classes[spz_timeline_key_get_kind (self->key)]);

  self->key = key;
  gtk_widget_add_css_class (GTK_WIDGET (self), kind_classes[spz_timeline_key_get_kind (key)]);
}

/**
 * spz_timeline_item_get_key:
 * @self: an item
 *
 * Returns: (transfer none): what it stands for, as a hash table's key
 */
const SpzTimelineKey *
spz_timeline_item_get_key (SpzTimelineItem *self)
{
  return &self->key;
}

/**
 * spz_timeline_item_set_label:
 * @self: an item
 * @label: all that a sighted person learns from what is painted
 * @conflicts: what of it can't be as it is, or ""
 *
 * Says what it stands for, to screen readers and, where what is painted may
 * be shortened, in a tooltip.
 */
void
spz_timeline_item_set_label (SpzTimelineItem *self,
                             const char      *label,
                             const char      *conflicts)
{
  if (g_strcmp0 (self->label, label) == 0 && g_strcmp0 (self->conflicts, conflicts) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  g_free (self->conflicts);
  self->conflicts = g_strdup (conflicts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, conflicts,
                                  -1);
  if (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT)
    gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

/**
 * spz_timeline_item_set_shown:
 * @self: an item
 * @shown: whether it stands for something
 *
 * Hides it from everybody without its parent being laid out anew.
 */
void
spz_timeline_item_set_shown (SpzTimelineItem *self,
                             gboolean         shown)
{
  gtk_widget_set_child_visible (GTK_WIDGET (self), shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/**
 * spz_timeline_item_set_selected:
 * @self: an item
 * @selected: whether it is part of the selection
 */
void
spz_timeline_item_set_selected (SpzTimelineItem *self,
                                gboolean         selected)
{
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, selected,
                               -1);
}

/**
 * spz_timeline_item_set_expanded:
 * @self: a group's item
 * @expanded: whether its measures are shown
 */
void
spz_timeline_item_set_expanded (SpzTimelineItem *self,
                                gboolean         expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_EXPANDED, expanded,
                               -1);
}
