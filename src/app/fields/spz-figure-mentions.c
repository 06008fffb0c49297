/* spz-figure-mentions.c: the texts that mention a figure
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-figure-mentions.h"

#include "spz-feedback.h"
#include "spz-figure-texts.h"
#include "spz-inline.h"
#include "spz-page.h"

/**
 * SpzFigureMentions:
 *
 * Lists the points and blocks in which a figure stays live; a click goes there.
 * What mentions it can be copied, to be pasted into a text. The list is made
 * when it is shown.
 */
struct _SpzFigureMentions
{
  AdwBin               parent_instance;

  /* Borrowed: of the editor this stands in */
  SpzProgramme        *programme;
  SpzFigure           *figure;

  /* Children */
  AdwPreferencesGroup *group;
  GtkListBox          *list;
  GtkWidget           *copy;
};

G_DEFINE_FINAL_TYPE (SpzFigureMentions, spz_figure_mentions, ADW_TYPE_BIN)

/* The action field or the briefing the text stands in */
static char *
describe_place (SpzFigureMentions *self,
                SpzRecord         *record)
{
  SpzPoint *point = SPZ_IS_POINT (record) ? SPZ_POINT (record) : NULL;
  SpzBlock *block = point == NULL ? SPZ_BLOCK (record)
                                  : spz_programme_lookup (self->programme, SPZ_TYPE_BLOCK, point->block);
  SpzActionField *field = point != NULL
                          ? spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, point->action_field) : NULL;
  SpzBriefing *briefing = block != NULL
                          ? spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, block->briefing) : NULL;

  return g_strdup (field != NULL ? field->title : briefing != NULL ? briefing->title : "");
}

static void
add_row (SpzFigureMentions *self,
         SpzRecord         *record)
{
  g_autofree char *place = describe_place (self, record);
  g_autofree char *text = spz_inline_to_plain (SPZ_IS_POINT (record) ? SPZ_POINT (record)->title
                                                                     : SPZ_BLOCK (record)->title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", text, "title-lines", 2,
                                 "subtitle", place, "subtitle-lines", 1, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "spz-record", g_object_ref (record), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
fill (SpzFigureMentions *self)
{
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->figure == NULL)
    return;

  found = spz_figure_find_mentions (self->programme, self->figure);
  for (guint i = 0; i < found->len; i++)
    add_row (self, g_ptr_array_index (found, i));

  gtk_widget_set_sensitive (self->copy, *self->figure->symbol != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  adw_preferences_group_set_description (self->group, found->len > 0 ? NULL : _("No text mentions it yet. Copy the "
                                         "mention into a text, or type “{” there: the number stays live until delivery."));
}

static void
symbol_changed_cb (SpzFigureMentions *self)
{
  fill (self);
}

static void
copy_cb (SpzFigureMentions *self)
{
  g_autofree char *mention = spz_figure_dup_mention (self->figure);
  g_autofree char *text = NULL;

  if (mention == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), mention);
  /* Translators: what mentions a figure in a text: “{faehig} copied” */
  text = g_strdup_printf (_("%s copied"), mention);
  spz_feedback_toast (GTK_WIDGET (self), text);
}

static void
activated_cb (SpzFigureMentions *self,
              GtkListBoxRow     *row)
{
  g_autoptr (SpzRecord) record = g_object_ref (g_object_get_data (G_OBJECT (row), "spz-record"));
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPZ_TYPE_PAGE);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  if (page != NULL)
    spz_page_go_to (SPZ_PAGE (page), record);
}

static void
spz_figure_mentions_map (GtkWidget *widget)
{
  fill (SPZ_FIGURE_MENTIONS (widget));

  GTK_WIDGET_CLASS (spz_figure_mentions_parent_class)->map (widget);
}

static void
spz_figure_mentions_dispose (GObject *object)
{
  spz_figure_mentions_set_figure (SPZ_FIGURE_MENTIONS (object), NULL, NULL);

  G_OBJECT_CLASS (spz_figure_mentions_parent_class)->dispose (object);
}

static void
spz_figure_mentions_class_init (SpzFigureMentionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_figure_mentions_dispose;
  GTK_WIDGET_CLASS (klass)->map = spz_figure_mentions_map;
}

static void
spz_figure_mentions_init (SpzFigureMentions *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Mentioned In"));

  self->copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_add_css_class (self->copy, "flat");
  gtk_widget_set_tooltip_text (self->copy, _("Copy Mention"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy Mention"), -1);
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_cb), self);
  adw_preferences_group_set_header_suffix (self->group, self->copy);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Mentioned In"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * spz_figure_mentions_set_figure:
 * @self: a list of mentions
 * @programme: (nullable): the programme, which has to live until another is set
 * @figure: (nullable): one of its figures, likewise, or %NULL to let go of it
 */
void
spz_figure_mentions_set_figure (SpzFigureMentions *self,
                                SpzProgramme      *programme,
                                SpzFigure         *figure)
{
  g_return_if_fail (SPZ_IS_FIGURE_MENTIONS (self));

  if (self->figure != NULL)
    g_signal_handlers_disconnect_by_func (self->figure, symbol_changed_cb, self);

  self->programme = programme;
  self->figure = figure;

  if (figure != NULL)
    g_signal_connect_object (figure, "notify::symbol", G_CALLBACK (symbol_changed_cb), self, G_CONNECT_SWAPPED);
}
