/* spz-line-text-menu.c: the menu of a line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A text view's own menu has room for additions at its end alone, below an undo
 * that isn't the programme's. Here comes first what is said about the word
 * pointed at, and last what can be done with the whole line.
 */

#include "config.h"

#include "spz-line-text-private.h"

#include <glib/gi18n.h>

static void
spelling_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SpzLineText *self = SPZ_LINE_TEXT (widget);

  if (self->spelling == NULL)
    return;

  if (g_str_equal (name, "spelling.learn"))
    {
      spz_line_spelling_learn (self->spelling);
    }
  else if (g_str_equal (name, "spelling.ignore"))
    {
      spz_line_spelling_ignore (self->spelling);
    }
  else
    {
      g_autofree char *markdown = spz_inline_escape (g_variant_get_string (parameter, NULL));

      spz_line_spelling_select (self->spelling);
      spz_line_text_insert_markdown (self, markdown);
    }
}

/* Gives the class what the menu does that no text view does. */
void
spz_line_text_menu_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "spelling.correct", "s", spelling_cb);
  gtk_widget_class_install_action (widget_class, "spelling.learn", NULL, spelling_cb);
  gtk_widget_class_install_action (widget_class, "spelling.ignore", NULL, spelling_cb);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_model (SpzLineText *self)
{
  GMenu *model = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();

  append (clipboard, _("Cu_t"), "clipboard.cut", "<Control>x");
  append (clipboard, _("_Copy"), "clipboard.copy", "<Control>c");
  append (clipboard, _("_Paste"), "clipboard.paste", "<Control>v");
  append (clipboard, _("Select _All"), "selection.select-all", "<Control>a");

  if (self->spelling != NULL)
    g_menu_append_section (model, NULL, spz_line_spelling_get_suggestions (self->spelling));
  g_menu_append_section (model, NULL, G_MENU_MODEL (clipboard));
  if (self->menu != NULL)
    g_menu_append_section (model, NULL, self->menu);

  return G_MENU_MODEL (model);
}

static void
ensure_popover (SpzLineText *self)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->popover != NULL)
    return;

  model = make_model (self);
  self->popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
}

static void
update_actions (SpzLineText *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self));
  gboolean selected = gtk_text_buffer_get_has_selection (spz_line_text_get_buffer (self));
  GdkContentFormats *offered = gdk_clipboard_get_formats (gtk_widget_get_clipboard (widget));

  gtk_widget_action_set_enabled (widget, "spelling.correct", editable);
  gtk_widget_action_set_enabled (widget, "clipboard.cut", editable && selected);
  gtk_widget_action_set_enabled (widget, "clipboard.copy", selected);
  gtk_widget_action_set_enabled (widget, "clipboard.paste",
                                 editable && (gdk_content_formats_contain_gtype (offered, G_TYPE_STRING) ||
                                              gdk_content_formats_contain_mime_type (offered, "text/html")));
}

/* Opens the menu below the character at @iter. */
void
spz_line_text_menu_open (SpzLineText       *self,
                         const GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle rect;

  if (self->spelling != NULL)
    spz_line_spelling_point_at (self->spelling, gtk_text_iter_get_offset (iter));

  ensure_popover (self);
  update_actions (self);

  gtk_text_view_get_iter_location (view, iter, &rect);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rect.x, rect.y, &rect.x, &rect.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rect);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
