/* spz-organisation-page.c: roles, tasks and assignments
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-organisation-page.h"

#include "spz-assignment-row.h"
#include "spz-role-card.h"
#include "spz-role-chart.h"
#include "spz-text.h"

struct _SpzOrganisationPage
{
  SpzPage             parent_instance;

  /* Owned */
  SpzProgramme       *programme;
  GtkFilterListModel *shown_roles;
  GtkFilterListModel *shown_assignments;
  GtkSortListModel   *sorted_assignments;
  GtkFilter          *role_filter;
  GtkFilter          *assignment_filter;
  char               *query;

  /* Template */
  AdwViewStack       *views;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkStack           *table_stack;
  GtkListBox         *table;
  GtkStack           *chart_stack;
  SpzRoleChart       *chart;
  GtkStack           *assignment_stack;
  GtkListBox         *assignments;
  GtkWidget          *assignment_filter_bar;
  GtkDropDown        *state_filter;
  GtkDropDown        *role_filter_menu;
  GtkStringList      *role_names;
  GtkToggleButton    *by_due;
};

/* The choices of which assignments to show */
enum
{
  SHOW_ALL,
  SHOW_OPEN,
  SHOW_DONE,
};

G_DEFINE_FINAL_TYPE (SpzOrganisationPage, spz_organisation_page, SPZ_TYPE_PAGE)

/* Searching */

static gboolean
text_matches (SpzOrganisationPage *self,
              const char          *text)
{
  g_autofree char *folded = spz_text_fold (text);

  return spz_text_matches (folded, self->query);
}

static gboolean
role_matches (gpointer item,
              gpointer user_data)
{
  SpzOrganisationPage *self = user_data;
  SpzRole *role = item;
  SpzRecordList *tasks;

  if (self->query == NULL || *self->query == '\0')
    return TRUE;

  if (text_matches (self, role->title) ||
      text_matches (self, role->holder) ||
      text_matches (self, role->unit))
    return TRUE;

  tasks = spz_programme_get_children (self->programme, SPZ_TYPE_TASK, "role",
                                      spz_record_get_id (SPZ_RECORD (role)));
  for (guint i = 0; i < spz_record_list_get_size (tasks); i++)
    {
      if (text_matches (self, SPZ_TASK (spz_record_list_get (tasks, i))->title))
        return TRUE;
    }

  return FALSE;
}

static gint64
get_role_wanted (SpzOrganisationPage *self)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);
  guint selected = gtk_drop_down_get_selected (self->role_filter_menu);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > spz_record_list_get_size (roles))
    return 0;

  return spz_record_get_id (SPZ_RECORD (spz_record_list_get (roles, selected - 1)));
}

static gboolean
assignment_matches (gpointer item,
                    gpointer user_data)
{
  SpzOrganisationPage *self = user_data;
  SpzAssignment *assignment = item;
  guint state = gtk_drop_down_get_selected (self->state_filter);
  gint64 role = get_role_wanted (self);

  if ((state == SHOW_OPEN && assignment->state == SPZ_ASSIGNMENT_DONE) ||
      (state == SHOW_DONE && assignment->state != SPZ_ASSIGNMENT_DONE) ||
      (role != 0 && assignment->from_role != role && assignment->to_role != role))
    return FALSE;

  return self->query == NULL || *self->query == '\0' ||
         text_matches (self, assignment->title);
}

/* What is due first comes first, what is never due last */
static int
compare_due (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  SpzDate first = ((const SpzAssignment *) a)->due;
  SpzDate second = ((const SpzAssignment *) b)->due;

  if (first == SPZ_DATE_NONE || second == SPZ_DATE_NONE)
    return (first == SPZ_DATE_NONE) - (second == SPZ_DATE_NONE);

  return (first > second) - (first < second);
}

static void
filter_changed_cb (SpzOrganisationPage *self)
{
  if (self->programme != NULL)
    gtk_filter_changed (self->assignment_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
by_due_toggled_cb (SpzOrganisationPage *self)
{
  g_autoptr (GtkSorter) sorter = NULL;

  if (self->programme == NULL)
    return;

  if (gtk_toggle_button_get_active (self->by_due))
    sorter = GTK_SORTER (gtk_custom_sorter_new (compare_due, NULL, NULL));
  gtk_sort_list_model_set_sorter (self->sorted_assignments, sorter);
}

/* The first is no role, but all of them */
static void
list_role_names (SpzOrganisationPage *self)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  guint selected = gtk_drop_down_get_selected (self->role_filter_menu);

  g_strv_builder_add (names, _("Everybody’s"));
  for (guint i = 0; i < spz_record_list_get_size (roles); i++)
    g_strv_builder_add (names, SPZ_ROLE (spz_record_list_get (roles, i))->title);
  all = g_strv_builder_end (names);

  gtk_string_list_splice (self->role_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->role_names)),
                          (const char *const *) all);
  gtk_drop_down_set_selected (self->role_filter_menu, selected < g_strv_length (all) ? selected : 0);
}

static void
programme_changed_cb (SpzOrganisationPage *self,
                      SpzChanges          *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_str_equal (changes->items[i].table, "role"))
        list_role_names (self);
      else if (g_str_equal (changes->items[i].table, "assignment"))
        filter_changed_cb (self);
      else
        continue;
      by_due_toggled_cb (self);
      return;
    }
}

static void
search_changed_cb (SpzOrganisationPage *self)
{
  g_free (self->query);
  self->query = spz_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (self->programme == NULL)
    return;

  gtk_filter_changed (self->role_filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->assignment_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
end_search (SpzOrganisationPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->state_filter, SHOW_ALL);
  gtk_drop_down_set_selected (self->role_filter_menu, 0);
  search_changed_cb (self);
}

/* Showing */

static const char *
get_stack_name (GListModel    *shown,
                SpzRecordList *all)
{
  if (spz_record_list_get_size (all) == 0)
    return "empty";

  return g_list_model_get_n_items (shown) == 0 ? "no-match" : "list";
}

static void
update_stacks (SpzOrganisationPage *self)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);
  SpzRecordList *assignments = spz_programme_get_list (self->programme, SPZ_TYPE_ASSIGNMENT);

  gtk_stack_set_visible_child_name (self->table_stack,
                                    get_stack_name (G_LIST_MODEL (self->shown_roles), roles));
  gtk_stack_set_visible_child_name (self->chart_stack,
                                    spz_record_list_get_size (roles) > 0 ? "chart" : "empty");
  gtk_stack_set_visible_child_name (self->assignment_stack,
                                    get_stack_name (G_LIST_MODEL (self->shown_assignments), assignments));
  gtk_widget_set_visible (self->assignment_filter_bar, spz_record_list_get_size (assignments) > 0);
}

static GtkWidget *
create_role (gpointer item,
             gpointer user_data)
{
  return spz_role_card_new (SPZ_ORGANISATION_PAGE (user_data)->programme, item);
}

static GtkWidget *
create_assignment (gpointer item,
                   gpointer user_data)
{
  return spz_assignment_row_new (SPZ_ORGANISATION_PAGE (user_data)->programme, item);
}

static SpzRoleCard *
find_role (SpzOrganisationPage *self,
           gint64               id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->table, i)) != NULL; i++)
    {
      if (spz_record_get_id (SPZ_RECORD (spz_role_card_get_role (SPZ_ROLE_CARD (row)))) == id)
        return SPZ_ROLE_CARD (row);
    }

  return NULL;
}

static GtkWidget *
find_assignment (SpzOrganisationPage *self,
                 gint64               id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->assignments, i)) != NULL; i++)
    {
      SpzAssignment *assignment = spz_assignment_row_get_assignment (SPZ_ASSIGNMENT_ROW (row));

      if (spz_record_get_id (SPZ_RECORD (assignment)) == id)
        return GTK_WIDGET (row);
    }

  return NULL;
}

static void
open_role_cb (SpzOrganisationPage *self,
              SpzRole             *role)
{
  spz_page_reveal (SPZ_PAGE (self), SPZ_RECORD (role));
}

/* Operations */

static void
add_role (SpzOrganisationPage *self)
{
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_ROLE, &error,
                                 "title", _("New Role"),
                                 NULL);

  if (id == 0)
    {
      spz_page_report (SPZ_PAGE (self), error);
      return;
    }

  end_search (self);
  adw_view_stack_set_visible_child_name (self->views, "table");
  spz_role_card_focus_title (find_role (self, id));
}

static void
add_assignment (SpzOrganisationPage *self)
{
  SpzRole *first = spz_record_list_get (spz_programme_get_list (self->programme, SPZ_TYPE_ROLE), 0);
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_ASSIGNMENT, &error,
                                 "from-role", first != NULL ? spz_record_get_id (SPZ_RECORD (first)) : (gint64) 0,
                                 "audience", SPZ_AUDIENCE_INTERNAL,
                                 NULL);

  if (id == 0)
    {
      spz_page_report (SPZ_PAGE (self), error);
      return;
    }

  end_search (self);
  adw_view_stack_set_visible_child_name (self->views, "assignments");
  gtk_widget_grab_focus (find_assignment (self, id));
}

static void
spz_organisation_page_add (SpzPage *page)
{
  SpzOrganisationPage *self = SPZ_ORGANISATION_PAGE (page);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "assignments") == 0)
    add_assignment (self);
  else
    add_role (self);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SpzOrganisationPage *self = SPZ_ORGANISATION_PAGE (widget);

  if (g_str_equal (name, "organisation.add-role"))
    add_role (self);
  else if (g_str_equal (name, "organisation.add-assignment"))
    add_assignment (self);
  else if (g_str_equal (name, "organisation.add"))
    spz_page_add (SPZ_PAGE (self));
}

static gboolean
spz_organisation_page_reveal (SpzPage   *page,
                              SpzRecord *record)
{
  SpzOrganisationPage *self = SPZ_ORGANISATION_PAGE (page);
  SpzRoleCard *card;

  end_search (self);

  if (SPZ_IS_ASSIGNMENT (record))
    {
      GtkWidget *row = find_assignment (self, spz_record_get_id (record));

      adw_view_stack_set_visible_child_name (self->views, "assignments");
      return row != NULL && gtk_widget_grab_focus (row);
    }

  if (!SPZ_IS_ROLE (record) && !SPZ_IS_TASK (record))
    return FALSE;

  adw_view_stack_set_visible_child_name (self->views, "table");
  card = find_role (self, SPZ_IS_TASK (record) ? SPZ_TASK (record)->role : spz_record_get_id (record));
  if (card == NULL)
    return FALSE;

  return SPZ_IS_TASK (record) ? spz_role_card_focus_task (card, SPZ_TASK (record))
                              : gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
release (SpzOrganisationPage *self)
{
  if (self->programme == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->shown_roles, update_stacks, self);
  g_signal_handlers_disconnect_by_func (self->shown_assignments, update_stacks, self);
  gtk_list_box_bind_model (self->table, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->assignments, NULL, NULL, NULL, NULL);
  spz_role_chart_set_programme (self->chart, NULL);
  g_clear_object (&self->shown_roles);
  g_signal_handlers_disconnect_by_func (self->programme, programme_changed_cb, self);
  g_clear_object (&self->sorted_assignments);
  g_clear_object (&self->shown_assignments);
  self->role_filter = NULL;
  self->assignment_filter = NULL;
  g_clear_object (&self->programme);
}

static GtkFilterListModel *
filter_list (SpzOrganisationPage  *self,
             GType                 type,
             GtkCustomFilterFunc   matches,
             GtkFilter           **filter)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, type);
  GtkFilterListModel *shown;

  *filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (list)), *filter);
  g_signal_connect_object (shown, "items-changed", G_CALLBACK (update_stacks), self, G_CONNECT_SWAPPED);

  return shown;
}

static void
spz_organisation_page_set_programme (SpzPage      *page,
                                     SpzProgramme *programme)
{
  SpzOrganisationPage *self = SPZ_ORGANISATION_PAGE (page);
  gboolean editable = programme != NULL && !spz_programme_get_read_only (programme);

  release (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisation.add", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisation.add-role", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisation.add-assignment", editable);

  if (programme == NULL)
    return;

  self->programme = g_object_ref (programme);
  self->shown_roles = filter_list (self, SPZ_TYPE_ROLE, role_matches, &self->role_filter);
  self->shown_assignments = filter_list (self, SPZ_TYPE_ASSIGNMENT, assignment_matches,
                                         &self->assignment_filter);
  gtk_list_box_bind_model (self->table, G_LIST_MODEL (self->shown_roles), create_role, self, NULL);
  list_role_names (self);
  self->sorted_assignments = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->shown_assignments)), NULL);
  by_due_toggled_cb (self);
  g_signal_connect_object (programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->assignments, G_LIST_MODEL (self->sorted_assignments),
                           create_assignment, self, NULL);
  spz_role_chart_set_programme (self->chart, programme);
  update_stacks (self);
}

static void
spz_organisation_page_dispose (GObject *object)
{
  SpzOrganisationPage *self = SPZ_ORGANISATION_PAGE (object);

  release (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_ORGANISATION_PAGE);

  G_OBJECT_CLASS (spz_organisation_page_parent_class)->dispose (object);
}

static void
spz_organisation_page_finalize (GObject *object)
{
  g_free (SPZ_ORGANISATION_PAGE (object)->query);

  G_OBJECT_CLASS (spz_organisation_page_parent_class)->finalize (object);
}

static void
spz_organisation_page_class_init (SpzOrganisationPageClass *klass)
{
  static const char *const actions[] = {
    "organisation.add", "organisation.add-role", "organisation.add-assignment",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SpzPageClass *page_class = SPZ_PAGE_CLASS (klass);

  object_class->dispose = spz_organisation_page_dispose;
  object_class->finalize = spz_organisation_page_finalize;

  page_class->set_programme = spz_organisation_page_set_programme;
  page_class->add = spz_organisation_page_add;
  page_class->reveal = spz_organisation_page_reveal;

  g_type_ensure (SPZ_TYPE_ROLE_CHART);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-organisation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, views);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, chart_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, chart);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, assignment_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, assignments);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, assignment_filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, state_filter);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, role_filter_menu);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, role_names);
  gtk_widget_class_bind_template_child (widget_class, SpzOrganisationPage, by_due);
  gtk_widget_class_bind_template_callback (widget_class, by_due_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_role_cb);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
spz_organisation_page_init (SpzOrganisationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
