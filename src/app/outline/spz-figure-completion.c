/* spz-figure-completion.c: figures to be mentioned in a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-figure-completion.h"
#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-text.h"

/* More than this is better narrowed by typing on */
#define MAX_ROWS 8

/**
 * SpzFigureCompletion:
 *
 * Offers the figures where "{" was typed, with their values, and puts the one
 * that is chosen into the text, as it is mentioned there. The text keeps the
 * focus: ↑ and ↓ choose, Return or Tab takes, Escape closes.
 */
struct _SpzFigureCompletion
{
  GtkPopover    parent_instance;

  /* Borrowed */
  SpzProgramme *programme;
  GtkTextView  *text;   /* weak */

  GtkListBox   *list;
  gboolean      inserting;
};

G_DEFINE_FINAL_TYPE (SpzFigureCompletion, spz_figure_completion, GTK_TYPE_POPOVER)

static GtkTextBuffer *
get_buffer (SpzFigureCompletion *self)
{
  return gtk_text_view_get_buffer (self->text);
}

static void
get_cursor (SpzFigureCompletion *self,
            GtkTextIter         *iter)
{
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), iter, gtk_text_buffer_get_insert (get_buffer (self)));
}

/* From the "{" before the cursor to the cursor, where only a name is between */
static gboolean
find_start (SpzFigureCompletion *self,
            GtkTextIter         *start,
            GtkTextIter         *end)
{
  get_cursor (self, end);
  *start = *end;
  while (gtk_text_iter_backward_char (start))
    {
      gunichar c = gtk_text_iter_get_char (start);

      if (c == '{')
        return TRUE;
      if (!g_unichar_isalnum (c) && c != '_' && c != '#')
        return FALSE;
    }

  return FALSE;
}

static char *
format_value (SpzFigureCompletion *self,
              SpzFigure           *figure)
{
  double number;

  if (!spz_figure_get_number (self->programme, figure, spz_programme_get_reference_date (self->programme), &number, NULL))
    return g_strdup ("–");

  return spz_figure_format_number (figure, number);
}

static void
add_row (SpzFigureCompletion *self,
         SpzFigure           *figure)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *value = format_value (self, figure);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", figure->title, "xalign", 0.0f, "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 32, NULL);
  GtkWidget *symbol = gtk_label_new (figure->symbol);
  GtkWidget *number = gtk_label_new (value);

  gtk_widget_add_css_class (symbol, "dim-label");
  gtk_widget_add_css_class (symbol, "caption");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "spz-figure", g_object_ref (figure), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static gboolean
matches (SpzFigure  *figure,
         const char *needle)
{
  g_autofree char *words = g_strconcat (figure->symbol, " ", figure->title, NULL);
  g_autofree char *folded = spz_text_fold (words);

  return *figure->symbol != '\0' && strstr (folded, needle) != NULL;
}

static guint
fill (SpzFigureCompletion *self,
      const char          *typed)
{
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);
  g_autofree char *needle = spz_text_fold (*typed == '#' ? typed + 1 : typed);
  GtkWidget *row;
  guint n_rows = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < spz_record_list_get_size (figures) && n_rows < MAX_ROWS; i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);

      if (!matches (figure, needle))
        continue;
      add_row (self, figure);
      n_rows++;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));

  return n_rows;
}

static void
point_at_cursor (SpzFigureCompletion *self,
                 const GtkTextIter   *iter)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkRectangle cursor;
  double x, y;

  gtk_text_view_get_iter_location (self->text, iter, &cursor);
  gtk_text_view_buffer_to_window_coords (self->text, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &cursor.x, &cursor.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->text), parent, cursor.x, cursor.y, &x, &y))
    return;

  cursor.x = CLAMP ((int) x, 0, gtk_widget_get_width (parent) - 1);
  cursor.y = CLAMP ((int) y, 0, gtk_widget_get_height (parent) - 1);
  cursor.width = 1;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &cursor);
}

static void
changed_cb (SpzFigureCompletion *self)
{
  g_autofree char *typed = NULL;
  GtkTextIter start, end, name;

  if (self->inserting)
    return;

  if (self->text == NULL || self->programme == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->text)) ||
      !find_start (self, &start, &end))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  name = start;
  gtk_text_iter_forward_char (&name);
  typed = gtk_text_iter_get_text (&name, &end);
  if (fill (self, typed) == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  point_at_cursor (self, &start);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
take (SpzFigureCompletion *self,
      GtkListBoxRow       *row)
{
  SpzFigure *figure = g_object_get_data (G_OBJECT (row), "spz-figure");
  gboolean bare;
  g_autofree char *mention = NULL;
  GtkTextIter start, end, name;

  if (!find_start (self, &start, &end))
    return;

  name = start;
  gtk_text_iter_forward_char (&name);
  bare = gtk_text_iter_get_char (&name) == '#';
  mention = g_strconcat (bare ? "{#" : "{", figure->symbol, "}", NULL);

  /* A "}" that is there already is the mention's own */
  if (gtk_text_iter_get_char (&end) == '}')
    gtk_text_iter_forward_char (&end);

  self->inserting = TRUE;
  gtk_text_buffer_delete (get_buffer (self), &start, &end);
  gtk_text_buffer_insert (get_buffer (self), &start, mention, -1);
  self->inserting = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
step (SpzFigureCompletion *self,
      int                  by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
key_pressed_cb (SpzFigureCompletion *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      if (row != NULL)
        take (self, row);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
spz_figure_completion_root (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkEventController *keys = gtk_event_controller_key_new ();

  GTK_WIDGET_CLASS (spz_figure_completion_parent_class)->root (widget);

  /* The keys are typed into the text, which is somewhere below the parent */
  gtk_event_controller_set_name (keys, "spz-figure-completion");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (parent, keys);
}

static void
spz_figure_completion_dispose (GObject *object)
{
  spz_figure_completion_set_text (SPZ_FIGURE_COMPLETION (object), NULL);

  G_OBJECT_CLASS (spz_figure_completion_parent_class)->dispose (object);
}

static void
spz_figure_completion_class_init (SpzFigureCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_figure_completion_dispose;
  GTK_WIDGET_CLASS (klass)->root = spz_figure_completion_root;
}

static void
spz_figure_completion_init (SpzFigureCompletion *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key Figures"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (take), self);

  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "spz-palette");
}

/**
 * spz_figure_completion_new:
 *
 * Returns: (transfer floating): a completion, to be given a parent that all its
 *   texts are below
 */
GtkWidget *
spz_figure_completion_new (void)
{
  return g_object_new (SPZ_TYPE_FIGURE_COMPLETION, NULL);
}

/**
 * spz_figure_completion_set_programme:
 * @self: a completion
 * @programme: (nullable): whose figures to offer; it has to live until another is set
 */
void
spz_figure_completion_set_programme (SpzFigureCompletion *self,
                                     SpzProgramme        *programme)
{
  g_return_if_fail (SPZ_IS_FIGURE_COMPLETION (self));

  self->programme = programme;
}

/**
 * spz_figure_completion_set_text:
 * @self: a completion
 * @text: (nullable): the text that is typed in now
 */
void
spz_figure_completion_set_text (SpzFigureCompletion *self,
                                GtkTextView         *text)
{
  g_return_if_fail (SPZ_IS_FIGURE_COMPLETION (self));

  if (self->text == text)
    return;

  if (self->text != NULL)
    g_signal_handlers_disconnect_by_func (get_buffer (self), changed_cb, self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
  g_set_weak_pointer (&self->text, text);
  if (text != NULL)
    g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
