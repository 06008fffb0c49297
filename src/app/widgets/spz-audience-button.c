/* spz-audience-button.c: a button to choose who may see something
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-audience-button.h"

#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-tooltip.h"

#include <glib/gi18n.h>

#define N_AUDIENCES (SPZ_AUDIENCE_INTERNAL + 1)

struct _SpzAudienceButton
{
  AdwBin              parent_instance;

  SpzAudience         audience;
  gboolean            show_label;

  /* Owned */
  GSimpleActionGroup *actions;

  /* Owned, while bound */
  SpzProgramme       *programme;
  SpzRecord          *record;
  gulong              notify_id;

  /* Borrowed: children */
  GtkMenuButton      *button;
  GtkImage           *icon;
  GtkLabel           *label;
  GtkWidget          *squeezer; /* which leaves the label out where there is no room */
};

G_DEFINE_FINAL_TYPE (SpzAudienceButton, spz_audience_button, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_AUDIENCE,
  PROP_SHOW_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *nick;
  const char *icon_name;
} audiences[N_AUDIENCES] = {
  [SPZ_AUDIENCE_PUBLIC] = { "public", "spz-audience-public-symbolic" },
  [SPZ_AUDIENCE_COMMITTEE] = { "committee", "spz-audience-committee-symbolic" },
  [SPZ_AUDIENCE_INTERNAL] = { "internal", "spz-audience-internal-symbolic" },
};

static void
show (SpzAudienceButton *self)
{
  const char *title = spz_audience_get_title (self->audience);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "audience");
  g_autofree char *tooltip = NULL;

  gtk_image_set_from_icon_name (self->icon, spz_audience_get_icon_name (self->audience));
  gtk_label_set_label (self->label, title);
  gtk_widget_set_visible (self->squeezer, self->show_label);

  /* Translators: who may see something: "Audience: public" */
  tooltip = g_strdup_printf (_("Audience: %s"), title);
  spz_tooltip_set (GTK_WIDGET (self->button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);

  /* What is for everybody needs no attention. */
  if (self->audience == SPZ_AUDIENCE_PUBLIC)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "dim-label");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (audiences[self->audience].nick));
}

static void
read_record (SpzAudienceButton *self)
{
  SpzAudience audience;

  g_object_get (self->record, "audience", &audience, NULL);
  spz_audience_button_set_audience (self, audience);
}

static void
user_chose (SpzAudienceButton *self,
            SpzAudience        audience)
{
  g_autoptr(GError) error = NULL;

  if (audience == self->audience)
    return;

  if (self->record == NULL)
    spz_audience_button_set_audience (self, audience);
  else if (!spz_programme_set (self->programme, self->record, &error,
                               "audience", audience,
                               NULL))
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

static void
audience_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  const char *nick = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < N_AUDIENCES; i++)
    if (strcmp (audiences[i].nick, nick) == 0)
      user_chose (user_data, i);
}

static void
unbind (SpzAudienceButton *self)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->notify_id, self->record);
  g_clear_object (&self->record);
  g_clear_object (&self->programme);
}

static void
spz_audience_button_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SpzAudienceButton *self = SPZ_AUDIENCE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_AUDIENCE:
      g_value_set_enum (value, self->audience);
      break;

    case PROP_SHOW_LABEL:
      g_value_set_boolean (value, self->show_label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_audience_button_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SpzAudienceButton *self = SPZ_AUDIENCE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_AUDIENCE:
      spz_audience_button_set_audience (self, g_value_get_enum (value));
      break;

    case PROP_SHOW_LABEL:
      if (self->show_label != g_value_get_boolean (value))
        {
          self->show_label = g_value_get_boolean (value);
          show (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_audience_button_dispose (GObject *object)
{
  SpzAudienceButton *self = SPZ_AUDIENCE_BUTTON (object);

  unbind (self);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (spz_audience_button_parent_class)->dispose (object);
}

static void
spz_audience_button_class_init (SpzAudienceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spz_audience_button_get_property;
  object_class->set_property = spz_audience_button_set_property;
  object_class->dispose = spz_audience_button_dispose;

  properties[PROP_AUDIENCE] =
    g_param_spec_enum ("audience", NULL, NULL, SPZ_TYPE_AUDIENCE, SPZ_AUDIENCE_PUBLIC,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_LABEL] =
    g_param_spec_boolean ("show-label", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < N_AUDIENCES; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (spz_audience_get_title (i), NULL);
      g_autoptr(GIcon) icon = g_themed_icon_new (audiences[i].icon_name);

      g_menu_item_set_action_and_target (item, "audience.audience", "s", audiences[i].nick);
      g_menu_item_set_icon (item, icon);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
spz_audience_button_init (SpzAudienceButton *self)
{
  static const GActionEntry entries[] = {
    { "audience", audience_cb, "s", "'public'" },
  };
  g_autoptr(GMenuModel) menu = make_menu ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "audience", G_ACTION_GROUP (self->actions));

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  self->squeezer = adw_squeezer_new ();
  adw_squeezer_set_allow_none (ADW_SQUEEZER (self->squeezer), TRUE);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), self->squeezer);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_menu_model (self->button, menu);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));

  show (self);
}

/**
 * spz_audience_button_new:
 *
 * Makes a button that shows who may see something, and lets one choose.
 *
 * Returns: (transfer none): a button
 */
GtkWidget *
spz_audience_button_new (void)
{
  return g_object_new (SPZ_TYPE_AUDIENCE_BUTTON, NULL);
}

/**
 * spz_audience_button_get_audience:
 * @self: a button
 *
 * Gets what is chosen.
 *
 * Returns: an audience
 */
SpzAudience
spz_audience_button_get_audience (SpzAudienceButton *self)
{
  g_return_val_if_fail (SPZ_IS_AUDIENCE_BUTTON (self), SPZ_AUDIENCE_INTERNAL);

  return self->audience;
}

/**
 * spz_audience_button_set_audience:
 * @self: a button
 * @audience: an audience
 *
 * Shows @audience; of a bound button, only its record's.
 */
void
spz_audience_button_set_audience (SpzAudienceButton *self,
                                  SpzAudience        audience)
{
  g_return_if_fail (SPZ_IS_AUDIENCE_BUTTON (self));
  g_return_if_fail (audience < N_AUDIENCES);

  if (self->audience == audience)
    return;

  self->audience = audience;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUDIENCE]);
}

/**
 * spz_audience_button_bind:
 * @self: a button
 * @programme: (nullable): the programme
 * @record: (nullable): a record of it that has an audience, or %NULL to end a
 *   former binding
 *
 * Lets the button show and follow the audience of @record and change it, each
 * time as one undoable step.
 */
void
spz_audience_button_bind (SpzAudienceButton *self,
                          SpzProgramme      *programme,
                          gpointer           record)
{
  g_return_if_fail (SPZ_IS_AUDIENCE_BUTTON (self));
  g_return_if_fail (record == NULL || SPZ_IS_RECORD (record));

  unbind (self);
  if (record == NULL)
    return;

  self->programme = g_object_ref (programme);
  self->record = g_object_ref (record);
  self->notify_id = g_signal_connect_swapped (record, "notify::audience",
                                              G_CALLBACK (read_record), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !spz_programme_get_read_only (programme));
  read_record (self);
}

/**
 * spz_audience_get_title:
 * @audience: an audience
 *
 * Gets what an audience is called.
 *
 * Returns: (transfer none): a name in the user's language
 */
const char *
spz_audience_get_title (SpzAudience audience)
{
  g_return_val_if_fail (audience < N_AUDIENCES, NULL);

  return spz_enum_get_label (SPZ_TYPE_AUDIENCE, audience);
}

/**
 * spz_audience_get_icon_name:
 * @audience: an audience
 *
 * Gets the symbolic icon of an audience.
 *
 * Returns: (transfer none): an icon's name
 */
const char *
spz_audience_get_icon_name (SpzAudience audience)
{
  g_return_val_if_fail (audience < N_AUDIENCES, NULL);

  return audiences[audience].icon_name;
}
