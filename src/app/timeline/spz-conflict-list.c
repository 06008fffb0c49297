/* spz-conflict-list.c: what can't be as it is, in words
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-conflict-list.h"

#include <glib/gi18n.h>

#include "spz-dependencies.h"

/* More than that is not read one by one */
#define MAX_ROWS 5

struct _SpzConflictList
{
  AdwBin        parent_instance;

  /* Owned, while bound */
  SpzProgramme *programme;
  SpzRecord    *record;

  /* Borrowed */
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (SpzConflictList, spz_conflict_list, ADW_TYPE_BIN)

static void
append_row (SpzConflictList *self,
            const char      *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conflict"), -1);
  gtk_widget_add_css_class (icon, "warning");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (row, "spz-conflict");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
update (SpzConflictList *self)
{
  g_autoptr (GArray) conflicts = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  /* What is edited may have been deleted */
  if (self->record == NULL ||
      spz_programme_lookup (self->programme, G_OBJECT_TYPE (self->record),
                            spz_record_get_id (self->record)) != self->record)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  conflicts = spz_plan_find_conflicts_of (self->programme, self->record);
  for (guint i = 0; i < MIN (conflicts->len, MAX_ROWS); i++)
    {
      g_autofree char *text = spz_plan_conflict_explain (&g_array_index (conflicts, SpzPlanConflict, i));

      append_row (self, text);
    }
  if (conflicts->len > MAX_ROWS)
    {
      guint n_more = conflicts->len - MAX_ROWS;
      /* Translators: conflicts */
      g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n_more), n_more);

      append_row (self, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), conflicts->len > 0);
}

static void
spz_conflict_list_dispose (GObject *object)
{
  SpzConflictList *self = SPZ_CONFLICT_LIST (object);

  g_clear_object (&self->record);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_conflict_list_parent_class)->dispose (object);
}

static void
spz_conflict_list_class_init (SpzConflictListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_conflict_list_dispose;
}

static void
spz_conflict_list_init (SpzConflictList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conflicts"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * spz_conflict_list_bind:
 * @self: a list
 * @programme: the programme
 * @record: a phase, a milestone or a measure of it
 *
 * Names the conflicts @record has a part in, with both dates, as long as there
 * are any.
 */
void
spz_conflict_list_bind (SpzConflictList *self,
                        SpzProgramme    *programme,
                        SpzRecord       *record)
{
  g_return_if_fail (SPZ_IS_CONFLICT_LIST (self));
  g_return_if_fail (self->record == NULL);

  self->programme = g_object_ref (programme);
  self->record = g_object_ref (record);
  g_signal_connect_object (programme, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
