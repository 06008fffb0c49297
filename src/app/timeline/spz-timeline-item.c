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

  SpzTimelineKey  key;
};

G_DEFINE_FINAL_TYPE (SpzTimelineItem, spz_timeline_item, GTK_TYPE_WIDGET)

static const char *const kind_classes[] = {
  [SPZ_TIMELINE_ITEM_GROUP] = "group",
  [SPZ_TIMELINE_ITEM_MEASURE] = "measure",
  [SPZ_TIMELINE_ITEM_PHASE] = "phase",
  [SPZ_TIMELINE_ITEM_MILESTONE] = "milestone",
};

static void
spz_timeline_item_class_init (SpzTimelineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "timelineitem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
spz_timeline_item_init (SpzTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
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
  g_autofree char *tooltip = *conflicts != '\0' ? g_strconcat (label, "\n", conflicts, NULL) : g_strdup (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, conflicts,
                                  -1);

  if (spz_timeline_key_get_kind (self->key) >= SPZ_TIMELINE_ITEM_PHASE)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
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
