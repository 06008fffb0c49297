/* spz-changes-bar.c: what changed in a briefing since the last one was spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-changes-bar.h"
#include "spz-deliveries.h"
#include "spz-point-mark.h"
#include "spz-text.h"
#include "spz-tooltip.h"

struct _SpzChangesBar
{
  AdwBin           parent_instance;

  /* Borrowed, until the next ones are set */
  SpzPointChanges *changes;

  /* Template */
  GtkMenuButton   *button;
  GtkLabel        *summary;
  GtkListBox      *list;
  GtkToggleButton *only_changed;
};

G_DEFINE_FINAL_TYPE (SpzChangesBar, spz_changes_bar, ADW_TYPE_BIN)

static char *
describe (SpzPointChanges *changes)
{
  guint n_new = spz_point_changes_count (changes, SPZ_POINT_NEW);
  guint n_changed = spz_point_changes_count (changes, SPZ_POINT_CHANGED);
  guint n_dropped = spz_point_changes_count (changes, SPZ_POINT_DROPPED);
  SpzDate date = spz_delivery_get_date (spz_point_changes_get_delivery (changes));
  g_autofree char *day = spz_date_format (date, SPZ_DATE_STYLE_LONG);
  g_autofree char *new_text = g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new);
  g_autofree char *changed_text = g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed);
  g_autofree char *dropped_text = g_strdup_printf (ngettext ("%u dropped", "%u dropped", n_dropped), n_dropped);

  if (n_new + n_changed + n_dropped == 0)
    /* Translators: of a briefing; %s is the day the last one was spoken */
    return g_strdup_printf (_("As on %s, word for word"), day);

  /* Translators: "3 new, 5 changed, 2 dropped since 8 February 2021", of points */
  return g_strdup_printf (_("%s, %s, %s since %s"), new_text, changed_text, dropped_text, day);
}

static void
shorten (char **text)
{
  g_autofree char *squeezed = spz_text_squeeze (*text);
  const glong limit = 160;

  g_free (*text);
  if (g_utf8_strlen (squeezed, -1) > limit)
    {
      *g_utf8_offset_to_pointer (squeezed, limit) = '\0';
      *text = g_strconcat (squeezed, "…", NULL);
    }
  else
    {
      *text = g_steal_pointer (&squeezed);
    }
}

static GtkWidget *
create_row (const SpzPointChange *change)
{
  gboolean dropped = change->mark == SPZ_POINT_DROPPED;
  g_autofree char *text = g_strdup (dropped ? change->before : change->text);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = g_markup_escape_text (change->heading, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_label_new (spz_point_mark_get_label (change->mark));

  shorten (&text);
  title = g_markup_escape_text (text, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (mark, "spz-pill");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);

  if (dropped)
    {
      GtkWidget *take_up = gtk_button_new_with_mnemonic (_("_Take Up Again"));

      gtk_widget_set_valign (take_up, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (take_up), "briefing.take-up");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (take_up), "x", change->point);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), take_up);
    }
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "briefing.show-point");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", change->point);
    }

  return row;
}

/* The list is made when it is looked at */
static void
fill_list_cb (SpzChangesBar *self)
{
  GPtrArray *changes;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->changes == NULL)
    return;

  changes = spz_point_changes_get_all (self->changes);
  for (guint i = 0; i < changes->len; i++)
    {
      const SpzPointChange *change = g_ptr_array_index (changes, i);

      if (change->mark != SPZ_POINT_UNCHANGED)
        gtk_list_box_append (self->list, create_row (change));
    }
}

static void
only_changed_cb (SpzChangesBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "briefing.update", NULL);
}

static void
popdown_cb (SpzChangesBar *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
spz_changes_bar_dispose (GObject *object)
{
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_CHANGES_BAR);

  G_OBJECT_CLASS (spz_changes_bar_parent_class)->dispose (object);
}

static void
spz_changes_bar_class_init (SpzChangesBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_changes_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-changes-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzChangesBar, button);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesBar, summary);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesBar, list);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesBar, only_changed);
  gtk_widget_class_bind_template_callback (widget_class, fill_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popdown_cb);
}

static void
spz_changes_bar_init (SpzChangesBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_changes_bar_set_changes:
 * @self: a bar
 * @changes: (nullable): the changes, which must live until others are set
 *
 * Shows them; nothing where nothing was spoken before.
 */
void
spz_changes_bar_set_changes (SpzChangesBar   *self,
                             SpzPointChanges *changes)
{
  g_autofree char *summary = NULL;
  guint n_changes;

  g_return_if_fail (SPZ_IS_CHANGES_BAR (self));

  if (changes != NULL && spz_point_changes_get_delivery (changes) == NULL)
    changes = NULL;

  self->changes = changes;
  gtk_widget_set_visible (GTK_WIDGET (self), changes != NULL);
  if (changes == NULL)
    return;

  summary = describe (changes);
  gtk_label_set_label (self->summary, summary);
  spz_tooltip_set (GTK_WIDGET (self->button), summary);
  n_changes = spz_point_changes_get_all (changes)->len - spz_point_changes_count (changes, SPZ_POINT_UNCHANGED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), n_changes > 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (self->button))))
    fill_list_cb (self);
}

/**
 * spz_changes_bar_get_only_changed:
 * @self: a bar
 *
 * Returns: whether the points that are as they were are to be left out
 */
gboolean
spz_changes_bar_get_only_changed (SpzChangesBar *self)
{
  g_return_val_if_fail (SPZ_IS_CHANGES_BAR (self), FALSE);

  return self->changes != NULL && gtk_toggle_button_get_active (self->only_changed);
}

/**
 * spz_changes_bar_toggle_only_changed:
 * @self: a bar
 *
 * Leaves out the points that are as they were, or shows them again; nothing
 * happens where nothing was said before.
 */
void
spz_changes_bar_toggle_only_changed (SpzChangesBar *self)
{
  g_return_if_fail (SPZ_IS_CHANGES_BAR (self));

  if (self->changes != NULL)
    gtk_toggle_button_set_active (self->only_changed, !gtk_toggle_button_get_active (self->only_changed));
}
