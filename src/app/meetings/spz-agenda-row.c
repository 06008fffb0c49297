/* spz-agenda-row.c: an item of a meeting's agenda
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-agenda-row.h"

#include "spz-delete.h"
#include "spz-feedback.h"
#include "spz-line-binding.h"
#include "spz-number-binding.h"
#include "spz-reorder.h"
#include "spz-text-binding.h"
#include "spz-tooltip.h"

/* A day, as the file has it */
#define MAX_MINUTES 1440

struct _SpzAgendaRow
{
  GtkListBoxRow    parent_instance;

  /* Owned */
  SpzProgramme    *programme;
  SpzAgendaItem   *item;

  /* Template */
  GtkWidget       *handle;
  GtkWidget       *number;
  SpzLineText     *title;
  GtkWidget       *paper;
  GtkEntry        *minutes;
  GtkToggleButton *non_public;
  GtkWidget       *delete_button;
};

G_DEFINE_FINAL_TYPE (SpzAgendaRow, spz_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_public (SpzAgendaRow *self)
{
  gboolean is_public = self->item->is_public;

  gtk_toggle_button_set_active (self->non_public, !is_public);
  gtk_button_set_icon_name (GTK_BUTTON (self->non_public),
                            is_public ? "spz-audience-public-symbolic" : "spz-audience-committee-symbolic");
  spz_tooltip_set (GTK_WIDGET (self->non_public),
                   is_public ? _("Public item") : _("Non-public item"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->non_public),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Non-public"),
                                  -1);
}

static void
public_toggled_cb (SpzAgendaRow *self)
{
  gboolean is_public = !gtk_toggle_button_get_active (self->non_public);
  GError *error = NULL;

  if (self->item == NULL || self->item->is_public == is_public)
    return;

  if (!spz_programme_set (self->programme, self->item, &error, "is-public", is_public, NULL))
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      show_public (self);
    }
}

static void
delete_cb (SpzAgendaRow *self)
{
  spz_delete_record (GTK_WIDGET (self), self->programme, self->item);
}

static gboolean
spz_agenda_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SPZ_AGENDA_ROW (widget)->title));
}

static void
spz_agenda_row_dispose (GObject *object)
{
  SpzAgendaRow *self = SPZ_AGENDA_ROW (object);

  if (self->title != NULL)
    spz_line_text_bind (self->title, NULL, NULL, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_AGENDA_ROW);
  g_clear_object (&self->item);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_agenda_row_parent_class)->dispose (object);
}

static void
spz_agenda_row_class_init (SpzAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_agenda_row_dispose;
  widget_class->grab_focus = spz_agenda_row_grab_focus;

  g_type_ensure (SPZ_TYPE_LINE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzAgendaRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SpzAgendaRow, number);
  gtk_widget_class_bind_template_child (widget_class, SpzAgendaRow, title);
  gtk_widget_class_bind_template_child (widget_class, SpzAgendaRow, paper);
  gtk_widget_class_bind_template_child (widget_class, SpzAgendaRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, SpzAgendaRow, non_public);
  gtk_widget_class_bind_template_child (widget_class, SpzAgendaRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, public_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
spz_agenda_row_init (SpzAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_agenda_row_new:
 * @programme: the programme
 * @item: one of its agenda items
 *
 * Creates a row in which number, title, paper and whether the item is public
 * are edited.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_agenda_row_new (SpzProgramme  *programme,
                    SpzAgendaItem *item)
{
  SpzAgendaRow *self = g_object_new (SPZ_TYPE_AGENDA_ROW, NULL);
  gboolean editable = !spz_programme_get_read_only (programme);

  self->programme = g_object_ref (programme);
  self->item = g_object_ref (item);

  spz_text_bind (self->number, programme, item, "number");
  spz_line_text_bind (self->title, programme, item, "title");
  spz_text_bind (self->paper, programme, item, "paper");
  spz_number_bind (self->minutes, programme, item, "minutes", MAX_MINUTES);
  spz_reorder_attach (GTK_LIST_BOX_ROW (self), self->handle, programme,
                      spz_programme_get_children (programme, SPZ_TYPE_AGENDA_ITEM, "meeting", item->meeting),
                      item);
  g_signal_connect_object (item, "notify::is-public",
                           G_CALLBACK (show_public), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->non_public), editable);
  gtk_widget_set_visible (self->delete_button, editable);
  show_public (self);

  return GTK_WIDGET (self);
}

/**
 * spz_agenda_row_get_item:
 * @self: a row
 *
 * Gets the agenda item the row shows.
 *
 * Returns: (transfer none): the item
 */
SpzAgendaItem *
spz_agenda_row_get_item (SpzAgendaRow *self)
{
  g_return_val_if_fail (SPZ_IS_AGENDA_ROW (self), NULL);

  return self->item;
}
