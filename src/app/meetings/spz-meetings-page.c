/* spz-meetings-page.c: meetings by date, and their agendas
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-meetings-page.h"

#include "spz-bodies-window.h"
#include "spz-briefings.h"
#include "spz-delete.h"
#include "spz-export.h"
#include "spz-meeting-row.h"
#include "spz-meeting-view.h"
#include "spz-meetings.h"
#include "spz-text.h"
#include "spz-year-strip.h"

/* Meetings come in the order of their dates; those ahead are listed so, those
 * past the other way round. */
typedef struct
{
  /* Borrowed */
  GtkListBox *list;
  GtkFilter  *filter;

  /* Owned */
  GListModel *shown;
} Section;

struct _SpzMeetingsPage
{
  SpzPage           parent_instance;

  /* Owned */
  SpzProgramme     *programme;
  SpzMeeting       *meeting;
  char             *query;
  Section           ahead;
  Section           past;

  gboolean          selecting;
  gboolean          list_had_focus;

  /* Template */
  AdwLeaflet       *leaflet;
  GtkWidget        *list_box;
  GtkWidget        *meeting_box;
  GtkSearchBar     *search_bar;
  GtkSearchEntry   *search_entry;
  GtkStack         *list_stack;
  SpzYearStrip     *strip;
  GtkLabel         *today;
  GtkListBox       *ahead_list;
  GtkWidget        *none_ahead;
  GtkExpander      *past_expander;
  GtkListBox       *past_list;
  AdwWindowTitle   *meeting_title;
  GtkWidget        *menu_button;
  GtkStack         *meeting_stack;
  SpzMeetingView   *meeting_view;
};

G_DEFINE_FINAL_TYPE (SpzMeetingsPage, spz_meetings_page, SPZ_TYPE_PAGE)

static SpzRecordList *
get_meetings (SpzMeetingsPage *self)
{
  return spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
}

static gboolean
is_past (SpzMeetingsPage *self,
         SpzMeeting      *meeting)
{
  return spz_meeting_is_past (meeting, spz_programme_get_reference_date (self->programme));
}

/* Searching */

static gboolean
text_matches (SpzMeetingsPage *self,
              const char      *text)
{
  g_autofree char *folded = spz_text_fold (text);

  return spz_text_matches (folded, self->query);
}

static gboolean
agenda_matches (SpzMeetingsPage *self,
                SpzMeeting      *meeting)
{
  SpzRecordList *items = spz_programme_get_children (self->programme, SPZ_TYPE_AGENDA_ITEM, "meeting",
                                                     spz_record_get_id (SPZ_RECORD (meeting)));

  for (guint i = 0; i < spz_record_list_get_size (items); i++)
    {
      SpzAgendaItem *item = spz_record_list_get (items, i);

      if (text_matches (self, item->title) || text_matches (self, item->paper))
        return TRUE;
    }

  return FALSE;
}

static gboolean
meeting_matches (SpzMeetingsPage *self,
                 SpzMeeting      *meeting)
{
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  SpzBody *body;

  if (self->query == NULL || *self->query == '\0')
    return TRUE;

  title = spz_meeting_dup_title (self->programme, meeting);
  date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_LONG);
  body = meeting->body != 0 ? spz_programme_lookup (self->programme, SPZ_TYPE_BODY, meeting->body) : NULL;

  return text_matches (self, title) ||
         text_matches (self, date) ||
         text_matches (self, meeting->place) ||
         (body != NULL && (text_matches (self, body->title) || text_matches (self, body->short_title))) ||
         agenda_matches (self, meeting);
}

static gboolean
is_shown_ahead (gpointer item,
                gpointer user_data)
{
  SpzMeetingsPage *self = user_data;

  return !is_past (self, item) && meeting_matches (self, item);
}

static gboolean
is_shown_past (gpointer item,
               gpointer user_data)
{
  SpzMeetingsPage *self = user_data;

  return is_past (self, item) && meeting_matches (self, item);
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      user_data)
{
  const SpzMeeting *first = a;
  const SpzMeeting *second = b;

  return second->date - first->date;
}

/* Showing a meeting */

static void
show_title (SpzMeetingsPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;

  if (self->meeting != NULL)
    {
      title = spz_meeting_dup_title (self->programme, self->meeting);
      date = spz_meeting_dup_date (self->meeting, SPZ_DATE_STYLE_SHORT);
    }

  adw_window_title_set_title (self->meeting_title, title != NULL ? title : "");
  adw_window_title_set_subtitle (self->meeting_title, date != NULL ? date : "");
}

static void
set_meeting (SpzMeetingsPage *self,
             SpzMeeting      *meeting)
{
  gboolean editable = meeting != NULL && !spz_programme_get_read_only (self->programme);

  g_set_object (&self->meeting, meeting);
  spz_meeting_view_set_meeting (self->meeting_view, self->programme, meeting);
  spz_year_strip_show_meeting (self->strip, meeting);
  gtk_stack_set_visible_child_name (self->meeting_stack, meeting != NULL ? "meeting" : "empty");
  if (meeting == NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.delete", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.duplicate", editable);
  gtk_widget_set_visible (self->menu_button, editable);
  show_title (self);
}

static GtkListBoxRow *
find_row (GtkListBox *list,
          SpzMeeting *meeting)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (spz_meeting_row_get_meeting (SPZ_MEETING_ROW (row)) == meeting)
        return row;
    }

  return NULL;
}

/* One of two lists has the selection */
static void
select_rows (SpzMeetingsPage *self)
{
  self->selecting = TRUE;
  gtk_list_box_select_row (self->ahead_list, find_row (self->ahead_list, self->meeting));
  gtk_list_box_select_row (self->past_list, find_row (self->past_list, self->meeting));
  self->selecting = FALSE;
}

static void
select_meeting (SpzMeetingsPage *self,
                SpzMeeting      *meeting)
{
  set_meeting (self, meeting);
  select_rows (self);
}

static void
row_selected_cb (SpzMeetingsPage *self,
                 GtkListBoxRow   *row)
{
  if (row != NULL && !self->selecting)
    select_meeting (self, spz_meeting_row_get_meeting (SPZ_MEETING_ROW (row)));
}

static void
row_activated_cb (SpzMeetingsPage *self,
                  GtkListBoxRow   *row)
{
  row_selected_cb (self, row);

  /* Side by side, the focus stays in the list */
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->meeting_box);
}

/* Called before the lists' rows follow: the focus would go on to the meeting's
 * fields when its row is taken away, and what is typed next would change those */
static void
lists_change_cb (SpzMeetingsPage *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->ahead_list)) != NULL ||
      gtk_widget_get_focus_child (GTK_WIDGET (self->past_list)) != NULL)
    self->list_had_focus = TRUE;
}

static void
restore_focus (SpzMeetingsPage *self)
{
  GtkListBoxRow *row = find_row (self->ahead_list, self->meeting);

  if (row == NULL)
    row = find_row (self->past_list, self->meeting);
  if (row != NULL && self->list_had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  self->list_had_focus = FALSE;
}

/* The meeting shown stays as long as there is one; then the next is shown. To
 * be called when the lists are complete again: in between, one that is moved is
 * away for a moment. */
static void
restore_selection (SpzMeetingsPage *self)
{
  SpzRecordList *meetings = get_meetings (self);
  guint n_meetings = spz_record_list_get_size (meetings);
  SpzMeeting *meeting = self->meeting;

  if (meeting != NULL && spz_record_list_index_of (meetings, SPZ_RECORD (meeting)) < 0)
    meeting = NULL;
  if (meeting == NULL)
    meeting = spz_programme_get_next_meeting (self->programme);
  if (meeting == NULL && n_meetings > 0)
    meeting = spz_record_list_get (meetings, n_meetings - 1);

  select_meeting (self, meeting);
}

static void
update_lists (SpzMeetingsPage *self)
{
  guint n_ahead = g_list_model_get_n_items (self->ahead.shown);
  guint n_past = g_list_model_get_n_items (self->past.shown);
  g_autofree char *label = g_strdup_printf (_("Past (%u)"), n_past);
  const char *name = "list";

  if (spz_record_list_get_size (get_meetings (self)) == 0)
    name = adw_leaflet_get_folded (self->leaflet) ? "none" : "empty";
  else if (n_ahead + n_past == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->list_stack, name);
  gtk_widget_set_visible (self->none_ahead, n_ahead == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ahead_list), n_ahead > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->past_expander), n_past > 0);
  gtk_expander_set_label (self->past_expander, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->past_expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* A row that was moved is a new one */
static void
lists_changed_cb (SpzMeetingsPage *self)
{
  select_rows (self);
  update_lists (self);
}

/* A meeting stands under its month; one without a date under none */
static char *
dup_month (SpzMeeting *meeting)
{
  int year, month, day;

  if (meeting->date == SPZ_DATE_NONE)
    return g_strdup (_("No Date Yet"));

  spz_date_get (meeting->date, &year, &month, &day);

  return spz_date_format_precision (spz_date_new (year, month, 1), SPZ_PRECISION_MONTH);
}

static void
show_month_cb (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  g_autofree char *month = dup_month (spz_meeting_row_get_meeting (SPZ_MEETING_ROW (row)));
  g_autofree char *month_before = NULL;
  GtkWidget *label;

  if (before != NULL)
    month_before = dup_month (spz_meeting_row_get_meeting (SPZ_MEETING_ROW (before)));

  if (g_strcmp0 (month, month_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (month);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "list-month");
  gtk_list_box_row_set_header (row, label);
}

static void
show_today (SpzMeetingsPage *self)
{
  g_autofree char *date = spz_date_format (spz_programme_get_reference_date (self->programme),
                                           SPZ_DATE_STYLE_LONG);
  /* Translators: above the meetings that are ahead */
  g_autofree char *text = g_strdup_printf (_("From %s"), date);

  gtk_label_set_label (self->today, text);
}

/* A meeting that is moved may pass from one list to the other */
static void
refilter (SpzMeetingsPage *self)
{
  show_today (self);
  gtk_filter_changed (self->ahead.filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->past.filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
search_changed_cb (SpzMeetingsPage *self)
{
  g_free (self->query);
  self->query = spz_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (self->programme == NULL)
    return;

  refilter (self);
  self->list_had_focus = FALSE;

  /* What was found may be folded away */
  if (*self->query != '\0')
    gtk_expander_set_expanded (self->past_expander, TRUE);
}

static void
end_search (SpzMeetingsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
}

static void
changed_cb (SpzMeetingsPage *self,
            SpzChanges      *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_str_equal (changes->items[i].table, "meeting"))
        {
          refilter (self);
          restore_selection (self);
          restore_focus (self);
          break;
        }
    }

  show_title (self);
}

static void
folded_cb (SpzMeetingsPage *self)
{
  if (self->programme != NULL)
    update_lists (self);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return spz_meeting_row_new (SPZ_MEETINGS_PAGE (user_data)->programme, item);
}

/* Operations */

static void
open_meeting (SpzMeetingsPage *self,
              SpzMeeting      *meeting)
{
  if (find_row (self->ahead_list, meeting) == NULL && find_row (self->past_list, meeting) == NULL)
    end_search (self);

  if (is_past (self, meeting))
    gtk_expander_set_expanded (self->past_expander, TRUE);

  select_meeting (self, meeting);
  adw_leaflet_set_visible_child (self->leaflet, self->meeting_box);
}

static void
spz_meetings_page_add (SpzPage *page)
{
  SpzMeetingsPage *self = SPZ_MEETINGS_PAGE (page);
  SpzBody *body = spz_record_list_get (spz_programme_get_list (self->programme, SPZ_TYPE_BODY), 0);
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_MEETING, &error,
                                 "body", body != NULL ? spz_record_get_id (SPZ_RECORD (body)) : (gint64) 0,
                                 "date", spz_programme_get_reference_date (self->programme),
                                 NULL);

  if (id == 0)
    {
      spz_page_report (page, error);
      return;
    }

  open_meeting (self, spz_programme_lookup (self->programme, SPZ_TYPE_MEETING, id));
  spz_meeting_view_focus (self->meeting_view);
}

static void
duplicate (SpzMeetingsPage *self)
{
  GError *error = NULL;
  gint64 id = spz_meeting_duplicate (self->programme, self->meeting, &error);

  if (id == 0)
    {
      spz_page_report (SPZ_PAGE (self), error);
      return;
    }

  open_meeting (self, spz_programme_lookup (self->programme, SPZ_TYPE_MEETING, id));
  spz_meeting_view_focus_date (self->meeting_view);
}

static void
open_meeting_cb (SpzMeetingsPage *self,
                 SpzMeeting      *meeting)
{
  open_meeting (self, meeting);
}

static void
show_bodies (SpzMeetingsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (spz_bodies_window_new (self->programme, GTK_WINDOW (root))));
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SpzMeetingsPage *self = SPZ_MEETINGS_PAGE (widget);

  if (g_str_equal (name, "meetings.add"))
    spz_page_add (SPZ_PAGE (self));
  else if (g_str_equal (name, "meetings.back"))
    adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  else if (g_str_equal (name, "meetings.bodies"))
    show_bodies (self);
  else if (g_str_equal (name, "meetings.duplicate"))
    duplicate (self);
  else if (g_str_equal (name, "meetings.export"))
    spz_export_meetings (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme, SPZ_AUDIENCE_PUBLIC);
  else if (g_str_equal (name, "meetings.delete"))
    spz_delete_record (widget, self->programme, self->meeting);
}

static gboolean
spz_meetings_page_reveal (SpzPage   *page,
                          SpzRecord *record)
{
  SpzMeetingsPage *self = SPZ_MEETINGS_PAGE (page);

  if (SPZ_IS_BODY (record))
    {
      show_bodies (self);
      return TRUE;
    }

  if (SPZ_IS_AGENDA_ITEM (record))
    {
      SpzAgendaItem *item = SPZ_AGENDA_ITEM (record);

      open_meeting (self, spz_programme_lookup (self->programme, SPZ_TYPE_MEETING, item->meeting));
      return spz_meeting_view_reveal_item (self->meeting_view, item);
    }

  if (!SPZ_IS_MEETING (record))
    return FALSE;

  open_meeting (self, SPZ_MEETING (record));

  return TRUE;
}

static void
bind_section (SpzMeetingsPage     *self,
              Section             *section,
              GtkListBox          *list,
              GtkCustomFilterFunc  is_shown,
              GtkSorter           *sorter)
{
  GListModel *meetings = g_object_ref (G_LIST_MODEL (get_meetings (self)));
  GtkFilterListModel *filtered;

  section->list = list;
  section->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (meetings, section->filter);
  section->shown = sorter != NULL
                   ? G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), sorter))
                   : G_LIST_MODEL (filtered);

  g_signal_connect_object (section->shown, "items-changed",
                           G_CALLBACK (lists_change_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (list, section->shown, create_row, self, NULL);
  gtk_list_box_set_header_func (list, show_month_cb, NULL, NULL);
  g_signal_connect_object (section->shown, "items-changed",
                           G_CALLBACK (lists_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
release_section (SpzMeetingsPage *self,
                 Section         *section)
{
  g_signal_handlers_disconnect_by_func (section->shown, lists_change_cb, self);
  g_signal_handlers_disconnect_by_func (section->shown, lists_changed_cb, self);
  gtk_list_box_bind_model (section->list, NULL, NULL, NULL, NULL);
  g_clear_object (&section->shown);
  section->filter = NULL;
}

static void
release (SpzMeetingsPage *self)
{
  if (self->programme == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->programme, changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->programme, refilter, self);
  spz_year_strip_set_programme (self->strip, NULL);
  release_section (self, &self->ahead);
  release_section (self, &self->past);
  set_meeting (self, NULL);
  g_clear_object (&self->programme);
}

static void
spz_meetings_page_set_programme (SpzPage      *page,
                                 SpzProgramme *programme)
{
  SpzMeetingsPage *self = SPZ_MEETINGS_PAGE (page);

  release (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.add", spz_page_can_add (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.bodies", programme != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.export", programme != NULL);

  if (programme == NULL)
    return;

  self->programme = g_object_ref (programme);
  spz_year_strip_set_programme (self->strip, programme);
  show_today (self);
  bind_section (self, &self->ahead, self->ahead_list, is_shown_ahead, NULL);
  bind_section (self, &self->past, self->past_list, is_shown_past,
                GTK_SORTER (gtk_custom_sorter_new (compare_latest_first, NULL, NULL)));
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date",
                           G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
  restore_selection (self);
  update_lists (self);
}

static void
spz_meetings_page_dispose (GObject *object)
{
  SpzMeetingsPage *self = SPZ_MEETINGS_PAGE (object);

  release (self);
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_MEETINGS_PAGE);

  G_OBJECT_CLASS (spz_meetings_page_parent_class)->dispose (object);
}

static void
spz_meetings_page_finalize (GObject *object)
{
  g_free (SPZ_MEETINGS_PAGE (object)->query);

  G_OBJECT_CLASS (spz_meetings_page_parent_class)->finalize (object);
}

static void
spz_meetings_page_class_init (SpzMeetingsPageClass *klass)
{
  static const char *const actions[] = {
    "meetings.add", "meetings.back", "meetings.bodies", "meetings.delete", "meetings.duplicate",
    "meetings.export",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SpzPageClass *page_class = SPZ_PAGE_CLASS (klass);

  object_class->dispose = spz_meetings_page_dispose;
  object_class->finalize = spz_meetings_page_finalize;

  page_class->set_programme = spz_meetings_page_set_programme;
  page_class->add = spz_meetings_page_add;
  page_class->reveal = spz_meetings_page_reveal;

  g_type_ensure (SPZ_TYPE_MEETING_VIEW);
  g_type_ensure (SPZ_TYPE_YEAR_STRIP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, meeting_box);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, today);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, ahead_list);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, none_ahead);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, past_expander);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, past_list);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, meeting_title);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, meeting_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingsPage, meeting_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_meeting_cb);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "meetings.duplicate", NULL);
}

static void
spz_meetings_page_init (SpzMeetingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
