/* spz-point-row.c: one point of an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-point-row-private.h"

#include "spz-audience-pill.h"
#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-line-binding.h"
#include "spz-outline.h"
#include "spz-outline-view.h"
#include "spz-point-drag.h"
#include "spz-promise-mark.h"
#include "spz-promise-window.h"

G_DEFINE_FINAL_TYPE (SpzPointRow, spz_point_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_STYLE,
  PROP_AUDIENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SpzPointRow *self = SPZ_POINT_ROW (widget);

  if (g_str_equal (name, "point.indent"))
    spz_point_row_change_level (self, 1);
  else if (g_str_equal (name, "point.outdent"))
    spz_point_row_change_level (self, -1);
  else if (g_str_equal (name, "point.move-up"))
    spz_point_row_move (self, -1);
  else if (g_str_equal (name, "point.move-down"))
    spz_point_row_move (self, 1);
  else if (g_str_equal (name, "point.bold"))
    spz_line_text_toggle_style (self->text, SPZ_INLINE_BOLD);
  else if (g_str_equal (name, "point.italic"))
    spz_line_text_toggle_style (self->text, SPZ_INLINE_ITALIC);
  else if (g_str_equal (name, "point.add"))
    spz_point_row_add_after (self);
  else if (g_str_equal (name, "point.delete"))
    spz_point_row_delete (self);
  else if (g_str_equal (name, "point.promises"))
    gtk_window_present (spz_promise_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme, self->point));
}

static const char *const action_names[] = {
  "point.indent", "point.outdent", "point.move-up", "point.move-down",
  "point.bold", "point.italic", "point.add", "point.delete", "point.promises",
};

static void
update_actions (SpzPointRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = !spz_programme_get_read_only (self->programme);

  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    gtk_widget_action_set_enabled (widget, action_names[i], editable);

  gtk_widget_action_set_enabled (widget, "point.style", editable);
  gtk_widget_action_set_enabled (widget, "point.audience", editable);
  gtk_widget_action_set_enabled (widget, "point.outdent", editable && self->level > 1);
  gtk_widget_action_set_enabled (widget, "point.indent",
                                 editable && self->can_indent);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), editable);
}

/* Showing */

static void
describe (SpzPointRow *self)
{
  g_autofree char *label = NULL;

  if (self->level == 0)
    return;

  if (self->point->audience == SPZ_AUDIENCE_PUBLIC)
    /* Translators: what a screen reader calls a talking point: its number, of how many, its level */
    label = g_strdup_printf (_("Point %u of %u, level %u"), self->index + 1, self->n_points, self->level);
  else
    /* Translators: what a screen reader calls a talking point: its number, of how many, its level, its audience */
    label = g_strdup_printf (_("Point %u of %u, level %u, %s"), self->index + 1, self->n_points, self->level,
                             spz_enum_get_label (SPZ_TYPE_AUDIENCE, self->point->audience));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) self->level,
                                  -1);
}

static void
show_bullet (SpzPointRow *self)
{
  static const char *const bullets[] = { "•", "–", "◦" };
  const char *bullet = "";

  if (self->point->style == SPZ_POINT_CONCLUSION)
    bullet = "➔";
  else if (self->point->style == SPZ_POINT_BULLET)
    bullet = bullets[CLAMP (self->level, 1, G_N_ELEMENTS (bullets)) - 1];

  gtk_label_set_label (self->bullet, bullet);

  if (self->point->style == SPZ_POINT_CONCLUSION)
    gtk_widget_add_css_class (GTK_WIDGET (self), "conclusion");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "conclusion");

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

static void
show_audience (SpzPointRow *self)
{
  spz_audience_pill_show (self->audience_label, (SpzAudience) self->point->audience);
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUDIENCE]);
}

static void
set_enum (SpzPointRow *self,
          const char  *property,
          int          value)
{
  GError *error = NULL;

  if (!spz_programme_set (self->programme, self->point, &error, property, value, NULL))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
spz_point_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SpzPointRow *self = SPZ_POINT_ROW (object);

  switch (prop_id)
    {
    case PROP_STYLE:
      g_value_set_enum (value, self->point != NULL ? self->point->style : SPZ_POINT_BULLET);
      break;

    case PROP_AUDIENCE:
      g_value_set_enum (value, self->point != NULL ? self->point->audience : SPZ_AUDIENCE_PUBLIC);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_point_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SpzPointRow *self = SPZ_POINT_ROW (object);

  switch (prop_id)
    {
    case PROP_STYLE:
      set_enum (self, "style", g_value_get_enum (value));
      break;

    case PROP_AUDIENCE:
      set_enum (self, "audience", g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (user_data));
}

static void
spz_point_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SpzPointRow *self = SPZ_POINT_ROW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float indent = (float) self->drop_level * SPZ_POINT_ROW_INDENT;
  float y = self->drop_below ? (float) gtk_widget_get_height (widget) - 1 : 0;
  GdkRGBA colour;

  GTK_WIDGET_CLASS (spz_point_row_parent_class)->snapshot (widget, snapshot);

  if (self->drop_level == 0 ||
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &colour))
    return;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, y, width - indent, 2));
  else
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (indent, y, width - indent, 2));
}

static gboolean
spz_point_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SPZ_POINT_ROW (widget)->text));
}

static void
spz_point_row_dispose (GObject *object)
{
  SpzPointRow *self = SPZ_POINT_ROW (object);

  if (self->text != NULL)
    spz_line_text_bind (self->text, NULL, NULL, NULL);

  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_POINT_ROW);
  g_clear_object (&self->point);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_point_row_parent_class)->dispose (object);
}

static void
spz_point_row_class_init (SpzPointRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_point_row_get_property;
  object_class->set_property = spz_point_row_set_property;
  object_class->dispose = spz_point_row_dispose;

  widget_class->grab_focus = spz_point_row_grab_focus;
  widget_class->snapshot = spz_point_row_snapshot;

  properties[PROP_STYLE] =
    g_param_spec_enum ("style", NULL, NULL, SPZ_TYPE_POINT_STYLE, SPZ_POINT_BULLET,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_AUDIENCE] =
    g_param_spec_enum ("audience", NULL, NULL, SPZ_TYPE_AUDIENCE, SPZ_AUDIENCE_PUBLIC,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  g_type_ensure (SPZ_TYPE_LINE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-point-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzPointRow, box);
  gtk_widget_class_bind_template_child (widget_class, SpzPointRow, bullet);
  gtk_widget_class_bind_template_child (widget_class, SpzPointRow, text);
  gtk_widget_class_bind_template_child (widget_class, SpzPointRow, audience_label);
  gtk_widget_class_bind_template_child (widget_class, SpzPointRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, spz_point_row_add_after);
  gtk_widget_class_bind_template_callback (widget_class, spz_point_row_erase);
  gtk_widget_class_bind_template_callback (widget_class, spz_point_row_change_level);
  gtk_widget_class_bind_template_callback (widget_class, spz_point_row_move);
  gtk_widget_class_bind_template_callback (widget_class, spz_point_row_leave);
  gtk_widget_class_bind_template_callback (widget_class, spz_point_row_take_lines);
  gtk_widget_class_bind_template_callback (widget_class, spz_point_row_join);

  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    gtk_widget_class_install_action (widget_class, action_names[i], NULL, action_cb);

  gtk_widget_class_install_property_action (widget_class, "point.style", "style");
  gtk_widget_class_install_property_action (widget_class, "point.audience", "audience");
}

static void
spz_point_row_init (SpzPointRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_point_row_new:
 * @programme: the programme
 * @point: one of its points
 * @menu: what can be done with a point, shared by all rows
 *
 * Creates a row that shows and edits @point; it has to be placed before it is
 * shown.
 *
 * Returns: (transfer floating): the row
 */
SpzPointRow *
spz_point_row_new (SpzProgramme *programme,
                   SpzPoint     *point,
                   GMenuModel   *menu)
{
  SpzPointRow *self = g_object_new (SPZ_TYPE_POINT_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->point = g_object_ref (point);

  /* A menu has many widgets: it is made when it is first opened */
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup, g_object_ref (menu), g_object_unref);
  spz_line_text_set_menu (self->text, menu);
  spz_line_text_bind (self->text, programme, point, "title");
  g_signal_connect_object (point, "notify::style",
                           G_CALLBACK (show_bullet), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (point, "notify::audience",
                           G_CALLBACK (show_audience), self, G_CONNECT_SWAPPED);
  show_audience (self);
  if (!spz_programme_get_read_only (programme))
    spz_point_drag_attach (self, GTK_WIDGET (self->bullet), programme);
  gtk_box_insert_child_after (GTK_BOX (self->box), spz_promise_mark_new (programme, point), GTK_WIDGET (self->text));

  return self;
}

/**
 * spz_point_row_get_point:
 * @self: a row
 *
 * Gets the point the row shows.
 *
 * Returns: (transfer none): the point
 */
SpzPoint *
spz_point_row_get_point (SpzPointRow *self)
{
  g_return_val_if_fail (SPZ_IS_POINT_ROW (self), NULL);

  return self->point;
}

/**
 * spz_point_row_get_index:
 * @self: a row
 *
 * Gets where the row stands in the outline.
 *
 * Returns: its index in reading order
 */
guint
spz_point_row_get_index (SpzPointRow *self)
{
  g_return_val_if_fail (SPZ_IS_POINT_ROW (self), 0);

  return self->index;
}

/**
 * spz_point_row_place:
 * @self: a row
 * @index: its index in reading order
 * @n_points: of how many points
 * @item: where its point stands
 *
 * Tells the row where in the outline its point stands now.
 */
void
spz_point_row_place (SpzPointRow          *self,
                     guint                 index,
                     guint                 n_points,
                     const SpzOutlineItem *item)
{
  gboolean can_indent = spz_outline_item_can_indent (item);
  gboolean moved;

  g_return_if_fail (SPZ_IS_POINT_ROW (self));

  moved = self->level != item->level || self->index != index || self->n_points != n_points;
  if (!moved && self->can_indent == can_indent)
    return;

  self->index = index;
  self->n_points = n_points;
  self->can_indent = can_indent;

  if (self->level != item->level)
    {
      self->level = item->level;
      gtk_widget_set_margin_start (self->box, (int) (item->level - 1) * SPZ_POINT_ROW_INDENT);
      show_bullet (self);
    }

  if (moved)
    describe (self);
  update_actions (self);
}

/**
 * spz_point_row_mark_drop:
 * @self: a row
 * @level: the level a dragged point would stand on; 0 where none would
 * @below: whether below this one
 *
 * Shows where a dragged point would go.
 */
void
spz_point_row_mark_drop (SpzPointRow *self,
                         guint        level,
                         gboolean     below)
{
  if (self->drop_level == level && self->drop_below == below)
    return;

  self->drop_level = level;
  self->drop_below = below;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * spz_point_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): where the point is written
 */
SpzLineText *
spz_point_row_get_text (SpzPointRow *self)
{
  g_return_val_if_fail (SPZ_IS_POINT_ROW (self), NULL);

  return self->text;
}

/**
 * spz_point_row_focus:
 * @self: a row
 * @offset: where the cursor is placed, in characters; -1: at the end
 *
 * Focuses the row's text.
 */
void
spz_point_row_focus (SpzPointRow *self,
                     int          offset)
{
  g_return_if_fail (SPZ_IS_POINT_ROW (self));

  spz_line_text_place_cursor (self->text, offset);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
replace (SpzPointRow  *self,
         GtkWidget   **place,
         GtkWidget    *widget,
         GtkWidget    *after)
{
  if (*place == widget)
    return;

  if (*place != NULL)
    gtk_box_remove (GTK_BOX (self->box), *place);
  *place = widget;
  if (widget != NULL)
    gtk_box_insert_child_after (GTK_BOX (self->box), widget, after);
}

/**
 * spz_point_row_get_prefix:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what stands before the bullet
 */
GtkWidget *
spz_point_row_get_prefix (SpzPointRow *self)
{
  g_return_val_if_fail (SPZ_IS_POINT_ROW (self), NULL);

  return self->prefix;
}

/**
 * spz_point_row_set_prefix:
 * @self: a row
 * @widget: (nullable): what to put before the bullet
 */
void
spz_point_row_set_prefix (SpzPointRow *self,
                          GtkWidget   *widget)
{
  g_return_if_fail (SPZ_IS_POINT_ROW (self));

  replace (self, &self->prefix, widget, NULL);
}

/**
 * spz_point_row_get_suffix:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what stands behind the text
 */
GtkWidget *
spz_point_row_get_suffix (SpzPointRow *self)
{
  g_return_val_if_fail (SPZ_IS_POINT_ROW (self), NULL);

  return self->suffix;
}

/**
 * spz_point_row_set_suffix:
 * @self: a row
 * @widget: (nullable): what to put behind the text
 */
void
spz_point_row_set_suffix (SpzPointRow *self,
                          GtkWidget   *widget)
{
  g_return_if_fail (SPZ_IS_POINT_ROW (self));

  replace (self, &self->suffix, widget, GTK_WIDGET (self->text));
}
