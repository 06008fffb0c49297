/* spz-bodies-window.c: the committees and other bodies that meet
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-bodies-window.h"

#include "spz-number-binding.h"

/* Before a meeting, as the file has it */
#define MAX_DAYS 366

struct _SpzBodiesWindow
{
  SpzRecordsWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SpzBodiesWindow, spz_bodies_window, SPZ_TYPE_RECORDS_WINDOW)

/* "Papers: [14] days before" */
static GtkWidget *
create_rule (SpzRecordsWindow *self,
             SpzRecord        *body,
             const char       *property,
             const char       *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *days = gtk_label_new (_("days before"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (entry, "inline-entry");
  gtk_widget_add_css_class (entry, "number");
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (box, "body-rule");
  spz_number_bind (GTK_ENTRY (entry), spz_records_window_get_programme (self), body, property, MAX_DAYS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), days);

  return box;
}

static void
spz_bodies_window_fill_row (SpzRecordsWindow *self,
                            SpzRecord        *body,
                            GtkBox           *cells,
                            GtkBox           *lines)
{
  GtkWidget *title = spz_records_window_create_entry (self, body, "title", _("Name of the body"));
  GtkWidget *short_title = spz_records_window_create_entry (self, body, "short-title", _("Short name"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (short_title), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (short_title), 8);

  gtk_box_append (cells, title);
  gtk_box_append (cells, short_title);
  gtk_box_append (lines, create_rule (self, body, "submission-days", _("Papers due")));
  gtk_box_append (lines, create_rule (self, body, "invitation-days", _("Invitation")));
}

static gint64
spz_bodies_window_add (SpzRecordsWindow  *self,
                       GError           **error)
{
  return spz_programme_add (spz_records_window_get_programme (self), SPZ_TYPE_BODY, error,
                            "title", "",
                            NULL);
}

static void
spz_bodies_window_class_init (SpzBodiesWindowClass *klass)
{
  SpzRecordsWindowClass *records_class = SPZ_RECORDS_WINDOW_CLASS (klass);

  records_class->record_type = SPZ_TYPE_BODY;
  records_class->title = N_("Bodies");
  records_class->add_label = N_("Add Body");
  records_class->delete_label = N_("Delete Body");
  records_class->empty_icon = "spz-organisation-symbolic";
  records_class->empty_title = N_("No Bodies Yet");
  records_class->empty_description = N_("Committees, boards and working groups that meet.");
  records_class->width = 520;
  records_class->height = 420;
  records_class->add = spz_bodies_window_add;
  records_class->fill_row = spz_bodies_window_fill_row;
}

static void
spz_bodies_window_init (SpzBodiesWindow *self)
{
}

/**
 * spz_bodies_window_new:
 * @programme: a programme
 * @parent: the window it belongs to
 *
 * Creates a window in which bodies are added, named, reordered and
 * deleted, each with its rules of what comes how long before a meeting.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
spz_bodies_window_new (SpzProgramme *programme,
                       GtkWindow    *parent)
{
  return g_object_new (SPZ_TYPE_BODIES_WINDOW, "programme", programme, "transient-for", parent, NULL);
}
