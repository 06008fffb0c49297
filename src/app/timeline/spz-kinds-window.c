/* spz-kinds-window.c: the kinds of phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-kinds-window.h"

#include "spz-kind-button.h"

struct _SpzKindsWindow
{
  SpzRecordsWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SpzKindsWindow, spz_kinds_window, SPZ_TYPE_RECORDS_WINDOW)

/* How many phases are of the kind; a live list follows them. */
static void
show_uses (GtkLabel   *label,
           guint       position,
           guint       removed,
           guint       added,
           GListModel *phases)
{
  guint n = g_list_model_get_n_items (phases);
  g_autofree char *text = NULL;

  /* Translators: how many phases are of a kind */
  text = n > 0 ? g_strdup_printf (ngettext ("%u phase", "%u phases", n), n) : g_strdup (_("not used"));
  gtk_label_set_text (label, text);
}

static GtkWidget *
create_uses (SpzProgramme *programme,
             SpzRecord    *kind)
{
  SpzRecordList *phases = spz_programme_get_children (programme, SPZ_TYPE_PHASE,
                                                      "kind", spz_record_get_id (kind));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  g_signal_connect_object (phases, "items-changed", G_CALLBACK (show_uses), label, G_CONNECT_SWAPPED);
  show_uses (GTK_LABEL (label), 0, 0, 0, G_LIST_MODEL (phases));

  return label;
}

static void
spz_kinds_window_fill_row (SpzRecordsWindow *self,
                           SpzRecord        *kind,
                           GtkBox           *cells,
                           GtkBox           *lines)
{
  SpzProgramme *programme = spz_records_window_get_programme (self);
  GtkWidget *title = spz_records_window_create_entry (self, kind, "title", _("Name of the kind"));
  GtkWidget *short_label = spz_records_window_create_entry (self, kind, "short-label", _("Short label"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (short_label), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (short_label), 9);

  gtk_box_append (cells, spz_kind_button_new (programme, SPZ_PHASE_KIND (kind)));
  gtk_box_append (cells, title);
  gtk_box_append (cells, short_label);
  gtk_box_append (cells, create_uses (programme, kind));
}

/* A colour and a hatch that tell the kind apart: the first that are free, or
 * else the ones that are used least */
static void
choose_look (SpzProgramme *programme,
             int          *colour,
             int          *hatch)
{
  guint colours[SPZ_COLOUR_BROWN + 1] = { 0, };
  guint hatches[SPZ_HATCH_DOTS + 1] = { 0, };
  SpzRecordList *kinds = spz_programme_get_list (programme, SPZ_TYPE_PHASE_KIND);

  for (guint i = 0; i < spz_record_list_get_size (kinds); i++)
    {
      SpzPhaseKind *kind = spz_record_list_get (kinds, i);

      colours[kind->colour]++;
      hatches[kind->hatch]++;
    }

  *colour = *hatch = 0;
  for (guint i = 1; i < G_N_ELEMENTS (colours); i++)
    if (colours[i] < colours[*colour])
      *colour = (int) i;
  for (guint i = 1; i < G_N_ELEMENTS (hatches); i++)
    if (hatches[i] < hatches[*hatch])
      *hatch = (int) i;
}

static gint64
spz_kinds_window_add (SpzRecordsWindow  *self,
                      GError           **error)
{
  SpzProgramme *programme = spz_records_window_get_programme (self);
  int colour, hatch;

  choose_look (programme, &colour, &hatch);

  return spz_programme_add (programme, SPZ_TYPE_PHASE_KIND, error,
                            "title", "",
                            "colour", colour,
                            "hatch", hatch,
                            NULL);
}

static void
spz_kinds_window_class_init (SpzKindsWindowClass *klass)
{
  SpzRecordsWindowClass *records_class = SPZ_RECORDS_WINDOW_CLASS (klass);

  records_class->record_type = SPZ_TYPE_PHASE_KIND;
  records_class->title = N_("Kinds of Phases");
  records_class->add_label = N_("Add Kind");
  records_class->delete_label = N_("Delete Kind");
  records_class->empty_icon = "spz-timeline-symbolic";
  records_class->empty_title = N_("No Kinds of Phases Yet");
  records_class->empty_description = N_("A kind gives phases their colour, a hatch that survives black and white, "
                                        "and an entry in the legend.");
  records_class->width = 700;
  records_class->height = 460;
  records_class->add = spz_kinds_window_add;
  records_class->fill_row = spz_kinds_window_fill_row;
}

static void
spz_kinds_window_init (SpzKindsWindow *self)
{
}

/**
 * spz_kinds_window_new:
 * @programme: a programme
 * @parent: the window it belongs to
 *
 * Makes a window in which the kinds of phases are added, named, given a look,
 * reordered and deleted, each of it an undoable step.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWidget *
spz_kinds_window_new (SpzProgramme *programme,
                      GtkWindow    *parent)
{
  return g_object_new (SPZ_TYPE_KINDS_WINDOW, "programme", programme, "transient-for", parent, NULL);
}
