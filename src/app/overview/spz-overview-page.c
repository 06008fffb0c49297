/* spz-overview-page.c: what is next
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-overview-page.h"

#include "spz-briefings.h"
#include "spz-figures.h"
#include "spz-history-window.h"
#include "spz-meeting-card.h"
#include "spz-milestone-line.h"
#include "spz-outlook.h"
#include "spz-plan.h"

#include <glib/gi18n.h>

/* How many lines a section shows at first, and how many more each time it is
 * asked for more */
#define MAX_ROWS 5
#define MORE_ROWS 50
#define MAX_MILESTONES 6
#define MAX_FIGURES 6
#define MAX_HISTORY 4

struct _SpzOverviewPage
{
  SpzPage              parent_instance;

  /* Owned */
  GSignalGroup        *signals;
  guint                refresh_source;
  guint                rest_source;

  guint                max_concerns; /* rows shown at the most */
  guint                max_due;
  guint                max_running;

  /* Template */
  GtkStack            *stack;
  SpzMeetingCard      *card;
  GtkWidget           *concerns_section;
  GtkListBox          *concerns;
  GtkWidget           *milestones_section;
  SpzMilestoneLine    *milestones;
  GtkWidget           *due_section;
  GtkListBox          *due;
  GtkWidget           *running_section;
  GtkListBox          *running;
  GtkWidget           *figures_section;
  GtkFlowBox          *figures;
  GtkWidget           *history_section;
  GtkListBox          *history;
};

G_DEFINE_FINAL_TYPE (SpzOverviewPage, spz_overview_page, SPZ_TYPE_PAGE)

static void queue_refresh (SpzOverviewPage *self);

static void
go_to_cb (SpzOverviewPage *self,
          SpzRecord       *record)
{
  spz_page_go_to (SPZ_PAGE (self), record);
}

static void
prepare_cb (SpzOverviewPage *self,
            SpzRecord       *meeting)
{
  SpzProgramme *programme = spz_page_get_programme (SPZ_PAGE (self));
  g_autoptr(GError) error = NULL;
  gint64 id = spz_briefing_create (programme, SPZ_MEETING (meeting), &error);

  if (id != 0)
    spz_page_go_to (SPZ_PAGE (self), spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, id));
  else
    spz_page_report (SPZ_PAGE (self), g_steal_pointer (&error));
}

static void
plan_cb (SpzOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "meetings");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add", NULL);
}

static void
row_activated_cb (SpzOverviewPage *self,
                  GtkListBoxRow   *row)
{
  SpzRecord *record = g_object_get_data (G_OBJECT (row), "spz-record");

  if (record != NULL)
    {
      g_autoptr(SpzRecord) kept = g_object_ref (record);

      spz_page_go_to (SPZ_PAGE (self), kept);
    }
}

static void
figure_activated_cb (SpzOverviewPage *self,
                     GtkFlowBoxChild *child)
{
  g_autoptr(SpzRecord) record = g_object_ref (g_object_get_data (G_OBJECT (child), "spz-record"));

  spz_page_go_to (SPZ_PAGE (self), record);
}

static void
show_more_concerns_cb (SpzOverviewPage *self)
{
  self->max_concerns += MORE_ROWS;
  queue_refresh (self);
}

static void
show_more_due_cb (SpzOverviewPage *self)
{
  self->max_due += MORE_ROWS;
  queue_refresh (self);
}

static void
show_more_running_cb (SpzOverviewPage *self)
{
  self->max_running += MORE_ROWS;
  queue_refresh (self);
}

static void
completed_clicked_cb (SpzOverviewPage *self,
                      GtkWidget       *button)
{
  SpzProgramme *programme = spz_page_get_programme (SPZ_PAGE (self));
  SpzRecord *record = g_object_get_data (G_OBJECT (button), "spz-record");
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (SPZ_IS_PHASE (record))
    done = spz_programme_set (programme, record, &error, "progress", (gint64) 100, NULL);
  else
    done = spz_programme_set (programme, record, &error, "state", SPZ_ASSIGNMENT_DONE, NULL);

  if (done)
    spz_page_toast_undo (SPZ_PAGE (self));
  else
    spz_page_report (SPZ_PAGE (self), g_steal_pointer (&error));
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
set_record (gpointer   widget,
            SpzRecord *record)
{
  g_object_set_data_full (G_OBJECT (widget), "spz-record", g_object_ref (record), g_object_unref);
}

static GtkWidget *
make_row (const char *title,
          const char *detail)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
append_more_row (SpzOverviewPage *self,
                 GtkListBox      *list,
                 guint            n_more,
                 GCallback        callback)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_button_new ();
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_more), n_more);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "spz-more");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
}

/* What can be settled here and now */
static GtkWidget *
make_completed_button (SpzOverviewPage *self,
                       SpzRecord       *record)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_tooltip_text (button, _("Mark as Completed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Mark as Completed"),
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  set_record (button, record);
  g_signal_connect_object (button, "clicked",
                           G_CALLBACK (completed_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* A phase that begins too early is not done by that. */
static gboolean
can_be_completed (SpzProgramme *programme,
                  SpzRecord    *record)
{
  if (spz_programme_get_read_only (programme))
    return FALSE;

  return SPZ_IS_ASSIGNMENT (record) ||
         (SPZ_IS_PHASE (record) &&
          spz_phase_get_status (SPZ_PHASE (record), spz_programme_get_reference_date (programme)) == SPZ_PHASE_OVERDUE);
}

/* One row an item, up to @max and one instead of the button that shows more */
static void
fill_list (SpzOverviewPage *self,
           GtkListBox      *list,
           GPtrArray       *items,
           guint            max,
           GtkWidget     *(*make_item_row) (SpzOverviewPage *self, const SpzOutlookItem *item),
           GCallback        show_more_cb)
{
  guint n_shown = items->len <= max + 1 ? items->len : max;

  clear_list (list);
  for (guint i = 0; i < n_shown; i++)
    {
      const SpzOutlookItem *item = g_ptr_array_index (items, i);
      GtkWidget *row = make_item_row (self, item);

      set_record (row, item->record);
      gtk_list_box_append (list, row);
    }

  if (n_shown < items->len)
    append_more_row (self, list, MIN (items->len - n_shown, MORE_ROWS), show_more_cb);
}

static GtkWidget *
make_due_row (SpzOverviewPage      *self,
              const SpzOutlookItem *item)
{
  GtkWidget *row = make_row (item->title, item->detail);

  if (can_be_completed (spz_page_get_programme (SPZ_PAGE (self)), item->record))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_completed_button (self, item->record));

  return row;
}

static GtkWidget *
make_concern_row (SpzOverviewPage      *self,
                  const SpzOutlookItem *item)
{
  GtkWidget *row = make_due_row (self, item);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static void
refresh_concerns (SpzOverviewPage *self,
                  SpzProgramme    *programme)
{
  g_autoptr(GPtrArray) items = spz_outlook_get_concerns (programme);

  fill_list (self, self->concerns, items, self->max_concerns, make_concern_row, G_CALLBACK (show_more_concerns_cb));
  gtk_widget_set_visible (self->concerns_section, items->len > 0);
}

static void
refresh_due (SpzOverviewPage *self,
             SpzProgramme    *programme)
{
  g_autoptr(GPtrArray) items = spz_outlook_get_due (programme);

  fill_list (self, self->due, items, self->max_due, make_due_row, G_CALLBACK (show_more_due_cb));
  gtk_widget_set_visible (self->due_section, items->len > 0);
}

static void
refresh_milestones (SpzOverviewPage *self,
                    SpzProgramme    *programme)
{
  g_autoptr(GPtrArray) items = spz_outlook_get_milestones (programme);

  if (items->len > MAX_MILESTONES)
    g_ptr_array_set_size (items, MAX_MILESTONES);

  spz_milestone_line_set_items (self->milestones, items,
                                spz_programme_get_reference_date (programme));
  gtk_widget_set_visible (self->milestones_section, items->len > 0);
}

static GtkWidget *
make_progress (SpzPhase *phase)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), phase->progress / 100.0);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 64, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"),
                                  -1);

  return bar;
}

static GtkWidget *
make_running_row (SpzOverviewPage      *self,
                  const SpzOutlookItem *item)
{
  GtkWidget *row = make_row (item->title, item->detail);

  if (SPZ_PHASE (item->record)->progress > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_progress (SPZ_PHASE (item->record)));

  return row;
}

static void
refresh_running (SpzOverviewPage *self,
                 SpzProgramme    *programme)
{
  g_autoptr(GPtrArray) items = spz_outlook_get_running (programme);

  fill_list (self, self->running, items, self->max_running, make_running_row, G_CALLBACK (show_more_running_cb));
  gtk_widget_set_visible (self->running_section, items->len > 0);
}

static char *
dup_change (SpzProgramme *programme,
            SpzFigure    *figure,
            SpzDate       today)
{
  SpzFigureValue *value = spz_figure_get_value (programme, figure, today);
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;
  double change;
  SpzDate since;

  if (spz_figure_get_change (programme, figure, today, &change, &since))
    {
      number = spz_figure_format_number (figure, ABS (change));
      date = spz_date_format (since, SPZ_DATE_STYLE_SHORT);

      /* Translators: by how much a figure changed, and the date since when */
      return g_strdup_printf (change < 0 ? _("−%s since %s") : _("+%s since %s"), number, date);
    }

  if (value == NULL || value->date == SPZ_DATE_NONE)
    return g_strdup (_("computed"));

  date = spz_date_format (value->date, SPZ_DATE_STYLE_SHORT);

  /* Translators: %s is the date of a figure's value */
  return g_strdup_printf (_("as of %s"), date);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_figure (SpzProgramme *programme,
             SpzFigure    *figure,
             double        number,
             SpzDate       today)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *change_label, *title;
  g_autofree char *text = spz_figure_format_number (figure, number);
  g_autofree char *change = dup_change (programme, figure, today);

  change_label = make_label (change, "caption");
  gtk_widget_add_css_class (change_label, "dim-label");
  title = make_label (figure->title, "body");
  gtk_widget_set_vexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (title), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 24);
  gtk_box_append (GTK_BOX (box), make_label (text, "title-2"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), change_label);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_add_css_class (child, "card");
  gtk_widget_add_css_class (child, "activatable");
  gtk_widget_add_css_class (child, "spz-figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (child),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, figure->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  set_record (child, SPZ_RECORD (figure));

  return child;
}

static void
refresh_figures (SpzOverviewPage *self,
                 SpzProgramme    *programme)
{
  SpzRecordList *figures = spz_programme_get_list (programme, SPZ_TYPE_FIGURE);
  SpzDate today = spz_programme_get_reference_date (programme);
  GtkFlowBoxChild *child;
  guint n_shown = 0;

  while ((child = gtk_flow_box_get_child_at_index (self->figures, 0)) != NULL)
    gtk_flow_box_remove (self->figures, GTK_WIDGET (child));

  for (guint i = 0; i < spz_record_list_get_size (figures) && n_shown < MAX_FIGURES; i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);
      double number;

      if (!spz_figure_get_number (programme, figure, today, &number, NULL))
        continue;

      gtk_flow_box_append (self->figures, make_figure (programme, figure, number, today));
      n_shown++;
    }

  gtk_widget_set_visible (self->figures_section, n_shown > 0);
}

static void
refresh_history (SpzOverviewPage *self,
                 SpzProgramme    *programme)
{
  g_autoptr(GPtrArray) entries = spz_programme_get_history (programme, MAX_HISTORY, NULL);
  guint n_shown = 0;

  clear_list (self->history);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SpzHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *when = NULL;
      g_autofree char *detail = NULL;
      GtkWidget *row;

      if (entry->undone)
        continue;

      when = spz_history_dup_when (entry->at);
      /* Translators: who did it, when */
      detail = g_strdup_printf (_("%s, %s"), entry->who, when);
      row = make_row (entry->label, detail);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.history");
      gtk_list_box_append (self->history, row);
      n_shown++;
    }

  gtk_widget_set_visible (self->history_section, n_shown > 0);
}

static gboolean
refresh_rest_cb (gpointer user_data)
{
  SpzOverviewPage *self = user_data;
  SpzProgramme *programme = spz_page_get_programme (SPZ_PAGE (self));

  self->rest_source = 0;
  if (programme != NULL)
    {
      refresh_figures (self, programme);
      refresh_history (self, programme);
    }

  return G_SOURCE_REMOVE;
}

static void
refresh (SpzOverviewPage *self)
{
  SpzProgramme *programme = spz_page_get_programme (SPZ_PAGE (self));

  if (programme == NULL)
    return;

  if (spz_outlook_is_empty (programme))
    {
      gtk_stack_set_visible_child_name (self->stack, "welcome");
      return;
    }

  spz_meeting_card_show (self->card, programme);
  refresh_concerns (self, programme);
  refresh_milestones (self, programme);
  refresh_due (self, programme);
  refresh_running (self, programme);
  /* What is further down has time until the first has been painted. */
  if (self->rest_source == 0)
    self->rest_source = g_idle_add_full (G_PRIORITY_LOW, refresh_rest_cb, self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "overview");
}

static gboolean
refresh_cb (gpointer user_data)
{
  SpzOverviewPage *self = user_data;

  self->refresh_source = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Several changes in a row are shown at once, and only while one is looking. */
static void
queue_refresh (SpzOverviewPage *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
spz_overview_page_map (GtkWidget *widget)
{
  /* What has changed while it was out of sight */
  refresh (SPZ_OVERVIEW_PAGE (widget));

  GTK_WIDGET_CLASS (spz_overview_page_parent_class)->map (widget);
}

static void
spz_overview_page_set_programme (SpzPage      *page,
                                 SpzProgramme *programme)
{
  SpzOverviewPage *self = SPZ_OVERVIEW_PAGE (page);

  self->max_concerns = MAX_ROWS;
  self->max_due = MAX_ROWS;
  self->max_running = MAX_ROWS;
  g_signal_group_set_target (self->signals, programme);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
spz_overview_page_dispose (GObject *object)
{
  SpzOverviewPage *self = SPZ_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (spz_overview_page_parent_class)->dispose (object);
}

static void
spz_overview_page_class_init (SpzOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SpzPageClass *page_class = SPZ_PAGE_CLASS (klass);

  object_class->dispose = spz_overview_page_dispose;
  widget_class->map = spz_overview_page_map;
  page_class->set_programme = spz_overview_page_set_programme;

  g_type_ensure (SPZ_TYPE_MEETING_CARD);
  g_type_ensure (SPZ_TYPE_MILESTONE_LINE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, card);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, concerns_section);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, concerns);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, milestones_section);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, milestones);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, due_section);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, due);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, running_section);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, running);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, figures_section);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, history_section);
  gtk_widget_class_bind_template_child (widget_class, SpzOverviewPage, history);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_activated_cb);
}

static void
spz_overview_page_init (SpzOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (SPZ_TYPE_PROGRAMME);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_group_connect_swapped (self->signals, "notify::reference-date",
                                  G_CALLBACK (queue_refresh), self);
}
