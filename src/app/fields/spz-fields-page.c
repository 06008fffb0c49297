/* spz-fields-page.c: the action fields and their points
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-fields-page.h"

#include "spz-delete.h"
#include "spz-field-row.h"
#include "spz-field-view.h"
#include "spz-inline.h"
#include "spz-text.h"

struct _SpzFieldsPage
{
  SpzPage             parent_instance;

  /* Owned */
  SpzProgramme       *programme;
  SpzActionField     *field;
  GtkFilterListModel *shown;
  GtkFilter          *filter;
  char               *query;
  guint               position;
  gboolean            list_had_focus;

  /* Template */
  AdwLeaflet         *leaflet;
  GtkWidget          *list_box;
  GtkWidget          *field_box;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkStack           *list_stack;
  GtkListBox         *list;
  AdwWindowTitle     *field_title;
  GtkWidget          *menu_button;
  GtkStack           *field_stack;
  SpzFieldView       *field_view;
};

G_DEFINE_FINAL_TYPE (SpzFieldsPage, spz_fields_page, SPZ_TYPE_PAGE)

static SpzRecordList *
get_fields (SpzFieldsPage *self)
{
  return spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD);
}

/* Searching */

static gboolean
text_matches (SpzFieldsPage *self,
              const char    *text)
{
  g_autofree char *folded = spz_text_fold (text);

  return spz_text_matches (folded, self->query);
}

static gboolean
field_matches (gpointer item,
               gpointer user_data)
{
  SpzFieldsPage *self = user_data;
  SpzActionField *field = item;
  SpzRecordList *points;

  if (self->query == NULL || *self->query == '\0')
    return TRUE;

  if (text_matches (self, field->title) ||
      text_matches (self, field->stage) ||
      text_matches (self, field->summary))
    return TRUE;

  points = spz_programme_get_children (self->programme, SPZ_TYPE_POINT, "action_field",
                                       spz_record_get_id (SPZ_RECORD (field)));
  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    {
      g_autofree char *plain = spz_inline_to_plain (SPZ_POINT (spz_record_list_get (points, i))->title);

      if (text_matches (self, plain))
        return TRUE;
    }

  return FALSE;
}

static void
search_changed_cb (SpzFieldsPage *self)
{
  g_free (self->query);
  self->query = spz_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->list_had_focus = FALSE;
}

static void
end_search (SpzFieldsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
}

/* Showing a field */

static void
show_title (SpzFieldsPage *self)
{
  const char *title = self->field != NULL ? self->field->title : "";

  adw_window_title_set_title (self->field_title,
                              self->field != NULL && *title == '\0' ? _("Untitled") : title);
}

static void
update_actions (SpzFieldsPage *self)
{
  gboolean editable = self->field != NULL && !spz_programme_get_read_only (self->programme);
  guint n_fields = self->programme != NULL ? spz_record_list_get_size (get_fields (self)) : 0;
  int index = self->field != NULL
              ? spz_record_list_index_of (get_fields (self), SPZ_RECORD (self->field))
              : -1;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fields.add", spz_page_can_add (SPZ_PAGE (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fields.delete", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fields.move-up", editable && index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fields.move-down",
                                 editable && index >= 0 && (guint) index + 1 < n_fields);
  gtk_widget_set_visible (self->menu_button, editable);
}

static void
set_field (SpzFieldsPage  *self,
           SpzActionField *field)
{
  if (self->field == field)
    return;

  if (self->field != NULL)
    g_signal_handlers_disconnect_by_func (self->field, show_title, self);

  g_set_object (&self->field, field);

  if (field != NULL)
    g_signal_connect_object (field, "notify::title", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);

  spz_field_view_set_field (self->field_view, self->programme, field);
  gtk_stack_set_visible_child_name (self->field_stack, field != NULL ? "field" : "empty");
  if (field == NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  show_title (self);
  update_actions (self);
}

static GtkListBoxRow *
find_row (SpzFieldsPage  *self,
          SpzActionField *field)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (spz_field_row_get_field (SPZ_FIELD_ROW (row)) == field)
        return row;
    }

  return NULL;
}

/* Called before the list's rows follow: the focus would go on to the title
 * when its row is taken away, and what is typed next would change that */
static void
list_changes_cb (SpzFieldsPage *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    self->list_had_focus = TRUE;
}

/* A row that was moved is a new one */
static void
select_row (SpzFieldsPage *self)
{
  GtkListBoxRow *row = self->field != NULL ? find_row (self, self->field) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

/* The field shown stays as long as there is one; then a neighbour takes its
 * place. To be called when the lists are complete again: in between, one that
 * is moved is away for a moment. */
static void
restore_selection (SpzFieldsPage *self)
{
  SpzRecordList *fields = get_fields (self);
  guint n_fields = spz_record_list_get_size (fields);
  int index = self->field != NULL ? spz_record_list_index_of (fields, SPZ_RECORD (self->field)) : -1;

  if (index >= 0)
    self->position = (guint) index;
  else if (n_fields > 0)
    set_field (self, spz_record_list_get (fields, MIN (self->position, n_fields - 1)));
  else
    set_field (self, NULL);

  select_row (self);
  update_actions (self);

  if (self->list_had_focus && self->field != NULL && find_row (self, self->field) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, self->field)));
  self->list_had_focus = FALSE;
}

static void
update_stack (SpzFieldsPage *self)
{
  const char *name = "list";

  if (spz_record_list_get_size (get_fields (self)) == 0)
    name = adw_leaflet_get_folded (self->leaflet) ? "none" : "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->list_stack, name);
}

static void
list_changed_cb (SpzFieldsPage *self)
{
  select_row (self);
  update_stack (self);
}

static void
folded_cb (SpzFieldsPage *self)
{
  if (self->programme != NULL)
    update_stack (self);
}

static void
row_selected_cb (SpzFieldsPage *self,
                 GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  set_field (self, spz_field_row_get_field (SPZ_FIELD_ROW (row)));
  self->position = (guint) spz_record_list_index_of (get_fields (self), SPZ_RECORD (self->field));
}

static void
row_activated_cb (SpzFieldsPage *self,
                  GtkListBoxRow *row)
{
  row_selected_cb (self, row);

  /* Side by side, the focus stays in the list */
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->field_box);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SpzFieldsPage *self = user_data;

  return spz_field_row_new (self->programme, item);
}

/* Operations */

static void
open_field (SpzFieldsPage  *self,
            SpzActionField *field)
{
  GtkListBoxRow *row = find_row (self, field);

  if (row == NULL)
    {
      end_search (self);
      row = find_row (self, field);
    }

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  adw_leaflet_set_visible_child (self->leaflet, self->field_box);
}

static void
spz_fields_page_add (SpzPage *page)
{
  SpzFieldsPage *self = SPZ_FIELDS_PAGE (page);
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_ACTION_FIELD, &error,
                                 "title", _("New Action Field"),
                                 NULL);

  if (id == 0)
    {
      spz_page_report (page, error);
      return;
    }

  open_field (self, spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, id));
  spz_field_view_focus_title (self->field_view);
}

static void
move (SpzFieldsPage *self,
      int            direction)
{
  SpzRecordList *fields = get_fields (self);
  int index = spz_record_list_index_of (fields, SPZ_RECORD (self->field)) + direction;
  GError *error = NULL;

  if (!spz_programme_move (self->programme, self->field, fields, (guint) index, &error))
    spz_page_report (SPZ_PAGE (self), error);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SpzFieldsPage *self = SPZ_FIELDS_PAGE (widget);

  if (g_str_equal (name, "fields.add"))
    spz_page_add (SPZ_PAGE (self));
  else if (g_str_equal (name, "fields.back"))
    adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  else if (g_str_equal (name, "fields.delete"))
    spz_delete_record (widget, self->programme, self->field);
  else if (g_str_equal (name, "fields.move-up"))
    move (self, -1);
  else if (g_str_equal (name, "fields.move-down"))
    move (self, 1);
}

static SpzActionField *
find_field_of (SpzFieldsPage *self,
               SpzRecord     *record)
{
  gint64 id = 0;

  if (SPZ_IS_ACTION_FIELD (record))
    return SPZ_ACTION_FIELD (record);

  if (SPZ_IS_POINT (record))
    id = SPZ_POINT (record)->action_field;
  else if (SPZ_IS_FIGURE (record))
    id = SPZ_FIGURE (record)->action_field;

  return id != 0 ? spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, id) : NULL;
}

static gboolean
spz_fields_page_reveal (SpzPage   *page,
                        SpzRecord *record)
{
  SpzFieldsPage *self = SPZ_FIELDS_PAGE (page);
  SpzActionField *field = find_field_of (self, record);

  if (field == NULL)
    return FALSE;

  open_field (self, field);

  return spz_field_view_reveal (self->field_view, record);
}

/* In the field that is written in, else among all */
static gboolean
spz_fields_page_find (SpzPage *page)
{
  SpzFieldsPage *self = SPZ_FIELDS_PAGE (page);

  if (spz_field_view_find (self->field_view))
    return TRUE;
  if (gtk_widget_get_focus_child (self->list_box) == NULL)
    return FALSE;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

static void
release (SpzFieldsPage *self)
{
  if (self->shown != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->shown, list_changes_cb, self);
      g_signal_handlers_disconnect_by_func (self->shown, list_changed_cb, self);
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
    }

  if (self->programme != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->programme, restore_selection, self);
      set_field (self, NULL);
    }

  g_clear_object (&self->shown);
  self->filter = NULL;
  g_clear_object (&self->programme);
}

static void
spz_fields_page_set_programme (SpzPage      *page,
                               SpzProgramme *programme)
{
  SpzFieldsPage *self = SPZ_FIELDS_PAGE (page);

  release (self);

  if (programme == NULL)
    return;

  self->programme = g_object_ref (programme);
  self->filter = GTK_FILTER (gtk_custom_filter_new (field_matches, self, NULL));
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (get_fields (self))), self->filter);
  g_signal_connect_object (self->shown, "items-changed",
                           G_CALLBACK (list_changes_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row, self, NULL);
  g_signal_connect_object (self->shown, "items-changed",
                           G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (programme, "changed",
                           G_CALLBACK (restore_selection), self, G_CONNECT_SWAPPED);
  self->position = 0;
  restore_selection (self);
  update_stack (self);
}

static void
spz_fields_page_dispose (GObject *object)
{
  SpzFieldsPage *self = SPZ_FIELDS_PAGE (object);

  release (self);
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_FIELDS_PAGE);

  G_OBJECT_CLASS (spz_fields_page_parent_class)->dispose (object);
}

static void
spz_fields_page_finalize (GObject *object)
{
  g_free (SPZ_FIELDS_PAGE (object)->query);

  G_OBJECT_CLASS (spz_fields_page_parent_class)->finalize (object);
}

static void
spz_fields_page_class_init (SpzFieldsPageClass *klass)
{
  static const char *const actions[] = {
    "fields.add", "fields.back", "fields.delete", "fields.move-up", "fields.move-down",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SpzPageClass *page_class = SPZ_PAGE_CLASS (klass);

  object_class->dispose = spz_fields_page_dispose;
  object_class->finalize = spz_fields_page_finalize;

  page_class->set_programme = spz_fields_page_set_programme;
  page_class->add = spz_fields_page_add;
  page_class->find = spz_fields_page_find;
  page_class->reveal = spz_fields_page_reveal;

  g_type_ensure (SPZ_TYPE_FIELD_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-fields-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, field_box);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, field_title);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, field_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldsPage, field_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
spz_fields_page_init (SpzFieldsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
