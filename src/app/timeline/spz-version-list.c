/* spz-version-list.c: the versions of the plan, to choose from and to manage
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-version-list.h"

#include <glib/gi18n.h>

struct _SpzVersionList
{
  AdwBin        parent_instance;

  /* Owned */
  SpzProgramme *programme;
  GListModel   *versions;

  /* Template */
  GtkStack     *stack;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (SpzVersionList, spz_version_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_PROGRAMME,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0f,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "max-width-chars", 22,
                       "css-classes", (const char *[]) { css_class, NULL },
                       NULL);
}

static char *
describe_occasion (SpzPlanVersion *version)
{
  g_autofree char *date = version->date != SPZ_DATE_NONE
                          ? spz_date_format (version->date, SPZ_DATE_STYLE_SHORT)
                          : g_strdup ("");

  if (*version->occasion == '\0' || *date == '\0')
    return g_strconcat (version->occasion, date, NULL);

  /* Translators: what a version of the plan was kept for, when */
  return g_strdup_printf (_("%s, %s"), version->occasion, date);
}

static void
chosen_cb (SpzVersionList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkWidget *
make_button (SpzPlanVersion *version,
             const char     *icon_name,
             const char     *name,
             const char     *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", spz_record_get_id (SPZ_RECORD (version)));

  return button;
}

static void
append_buttons (SpzVersionList *self,
                GtkBox         *box,
                SpzPlanVersion *version)
{
  g_autofree char *show = g_strdup_printf (_("Show “%s”"), version->title);
  g_autofree char *edit = g_strdup_printf (_("Rename “%s”"), version->title);
  g_autofree char *delete = g_strdup_printf (_("Delete “%s”"), version->title);
  GtkWidget *show_button = make_button (version, "view-reveal-symbolic", show, "version.show");
  GtkWidget *edit_button = make_button (version, "document-edit-symbolic", edit, "version.edit");

  g_signal_connect_object (show_button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (edit_button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, show_button);
  gtk_box_append (box, edit_button);
  gtk_box_append (box, make_button (version, "user-trash-symbolic", delete, "version.delete"));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SpzPlanVersion *version = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *occasion = describe_occasion (version);
  g_autofree char *name = g_strdup_printf (_("%s, %s"), version->title, occasion);

  gtk_box_append (GTK_BOX (texts), make_label (version->title, "body"));
  gtk_box_append (GTK_BOX (texts), make_label (occasion, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  append_buttons (user_data, GTK_BOX (box), version);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
row_activated_cb (SpzVersionList *self,
                  GtkListBoxRow    *row)
{
  g_autoptr(SpzRecord) version = g_list_model_get_item (self->versions, gtk_list_box_row_get_index (row));

  chosen_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "version.compare", "x", spz_record_get_id (version));
}

static void
update_stack (SpzVersionList *self)
{
  gboolean any = self->versions != NULL && g_list_model_get_n_items (self->versions) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "versions" : "nothing");
}

/* The latest one first */
static int
compare_versions (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const SpzPlanVersion *left = a, *right = b;
  gint64 left_id = spz_record_get_id ((SpzRecord *) a);
  gint64 right_id = spz_record_get_id ((SpzRecord *) b);

  if (left->date != right->date)
    return left->date > right->date ? -1 : 1;

  return (left_id < right_id) - (left_id > right_id);
}

static void
set_programme (SpzVersionList *self,
               SpzProgramme     *programme)
{
  if (!g_set_object (&self->programme, programme))
    return;

  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  if (self->versions != NULL)
    g_signal_handlers_disconnect_by_func (self->versions, update_stack, self);
  g_clear_object (&self->versions);
  if (programme != NULL)
    {
      SpzRecordList *list = spz_programme_get_list (programme, SPZ_TYPE_PLAN_VERSION);
      GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_versions, NULL, NULL));

      self->versions = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (list)), sorter));
      gtk_list_box_bind_model (self->list, self->versions, create_row, self, NULL);
      g_signal_connect_object (self->versions, "items-changed",
                               G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
    }
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

static void
spz_version_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, SPZ_VERSION_LIST (object)->programme);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_version_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PROGRAMME:
      set_programme (SPZ_VERSION_LIST (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_version_list_dispose (GObject *object)
{
  SpzVersionList *self = SPZ_VERSION_LIST (object);

  if (self->list != NULL)
    set_programme (self, NULL);

  /* The template would let go of the stack as well. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_VERSION_LIST);

  G_OBJECT_CLASS (spz_version_list_parent_class)->dispose (object);
}

static void
spz_version_list_class_init (SpzVersionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_version_list_get_property;
  object_class->set_property = spz_version_list_set_property;
  object_class->dispose = spz_version_list_dispose;

  properties[PROP_PROGRAMME] =
    g_param_spec_object ("programme", NULL, NULL, SPZ_TYPE_PROGRAMME,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SpzVersionList::chosen:
   * @self: the list
   *
   * The user wants to see something that is elsewhere.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-version-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzVersionList, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzVersionList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
spz_version_list_init (SpzVersionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_stack (self);
}
