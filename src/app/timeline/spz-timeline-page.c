/* spz-timeline-page.c: the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-page.h"

#include <glib/gi18n.h>

#include "spz-inspector.h"
#include "spz-kinds-window.h"
#include "spz-print-check.h"
#include "spz-print.h"
#include "spz-quarter.h"
#include "spz-plan-edit.h"
#include "spz-timeline-filter-bar.h"
#include "spz-timeline-legend-view.h"
#include "spz-timeline-view.h"
#include "spz-version-bar.h"
#include "spz-version-button.h"

#define ZOOM_STEP 1.25

struct _SpzTimelinePage
{
  SpzPage          parent_instance;

  /* Owned */
  GSignalGroup    *programme_signals;
  guint            return_id;

  /* Template */
  GtkStack        *stack;
  GtkWidget       *zoom_box;
  SpzTimelineView *view;
  SpzTimelineFilterBar *filter_bar;
  AdwFlap         *flap;
  GtkWidget       *content;
  SpzInspector    *inspector;
  SpzVersionBar   *version_bar;
};

G_DEFINE_FINAL_TYPE (SpzTimelinePage, spz_timeline_page, SPZ_TYPE_PAGE)

static SpzProgramme *
get_programme (SpzTimelinePage *self)
{
  return spz_page_get_programme (SPZ_PAGE (self));
}

/* The inspector */

/* On a narrow window it is a sheet over the plan, which can't be reached then */
static void
fold_cb (SpzTimelinePage *self)
{
  gboolean is_sheet = adw_flap_get_reveal_flap (self->flap) && adw_flap_get_folded (self->flap);

  gtk_widget_set_can_focus (self->content, !is_sheet);
}

static void
return_cb (gpointer data)
{
  SpzTimelinePage *self = data;

  self->return_id = 0;
  if (!adw_flap_get_reveal_flap (self->flap))
    spz_timeline_view_focus_selected (self->view);
}

/* To open or close it is not to zoom. However it is closed, the focus goes back
 * to the bar; the flap moves it first. */
static void
reveal_cb (SpzTimelinePage *self)
{
  spz_timeline_view_hold_scale (self->view);
  fold_cb (self);
  if (!adw_flap_get_reveal_flap (self->flap) && self->return_id == 0)
    self->return_id = g_idle_add_once (return_cb, self);
}

static void
open_inspector (SpzTimelinePage *self)
{
  if (spz_timeline_view_get_selected (self->view) == NULL)
    return;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  spz_inspector_enter (self->inspector);
}

static void
close_inspector_cb (SpzTimelinePage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* What can be done now */

static gint64
get_selected_measure (SpzTimelinePage *self)
{
  SpzRecord *record = spz_timeline_view_get_selected (self->view);

  if (record == NULL)
    return 0;
  if (SPZ_IS_PHASE (record))
    return SPZ_PHASE (record)->measure;
  if (SPZ_IS_MILESTONE (record))
    return SPZ_MILESTONE (record)->measure;

  return spz_record_get_id (record);
}

static void
update_actions (SpzTimelinePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SpzProgramme *programme = get_programme (self);
  gboolean writable = programme != NULL && !spz_programme_get_read_only (programme);
  gboolean selected = spz_timeline_view_get_selected (self->view) != NULL;

  gtk_widget_action_set_enabled (widget, "plan.kinds", programme != NULL);
  gtk_widget_action_set_enabled (widget, "plan.check", programme != NULL);
  gtk_widget_action_set_enabled (widget, "plan.add-measure", writable);
  gtk_widget_action_set_enabled (widget, "plan.add-milestone", writable);
  gtk_widget_action_set_enabled (widget, "plan.add-phase", writable && get_selected_measure (self) != 0);
  gtk_widget_action_set_enabled (widget, "plan.edit", selected);
  gtk_widget_action_set_enabled (widget, "plan.delete", writable && selected);
}

static void
selected_cb (SpzTimelinePage *self)
{
  update_actions (self);
}

static void
update_stack (SpzTimelinePage *self)
{
  SpzProgramme *programme = get_programme (self);
  gboolean is_empty = programme == NULL ||
                      (spz_record_list_get_size (spz_programme_get_list (programme, SPZ_TYPE_MEASURE)) == 0 &&
                       spz_record_list_get_size (spz_programme_get_list (programme, SPZ_TYPE_MILESTONE)) == 0);

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "plan");
}

/* What the filter hides is shown with all the rest */
static gboolean
reveal (SpzTimelinePage *self,
        SpzRecord       *record)
{
  if (spz_timeline_view_select (self->view, record))
    return TRUE;

  spz_timeline_filter_bar_clear (self->filter_bar);

  return spz_timeline_view_select (self->view, record);
}

/* Adding */

/* What is new is selected and its editor opened, so that it can be named */
static void
show_added (SpzTimelinePage *self,
            GType            type,
            gint64           id,
            GError          *error)
{
  if (id == 0)
    {
      spz_page_report (SPZ_PAGE (self), error);
      return;
    }

  update_stack (self);
  reveal (self, spz_programme_lookup (get_programme (self), type, id));
  open_inspector (self);
}

/* The action field of what is selected, or else the last one */
static gint64
guess_action_field (SpzTimelinePage *self)
{
  SpzProgramme *programme = get_programme (self);
  SpzMeasure *measure = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, get_selected_measure (self));
  SpzRecordList *fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);
  guint n_fields = spz_record_list_get_size (fields);

  if (measure != NULL)
    return measure->action_field;

  return n_fields > 0 ? spz_record_get_id (spz_record_list_get (fields, n_fields - 1)) : 0;
}

static void
add_measure_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SpzTimelinePage *self = SPZ_TIMELINE_PAGE (widget);
  GError *error = NULL;
  gint64 id = spz_plan_add_measure (get_programme (self), guess_action_field (self), &error);

  show_added (self, SPZ_TYPE_MEASURE, id, error);
}

/* The quarter after the measure's last phase, or else the one that is seen */
static SpzPlanSpan
guess_span (SpzTimelinePage *self,
            gint64           measure)
{
  SpzProgramme *programme = get_programme (self);
  SpzRecordList *phases = spz_programme_get_children (programme, SPZ_TYPE_PHASE, "measure", measure);
  int fiscal_start = (int) spz_programme_get_info (programme)->fiscal_start;
  SpzDate last = SPZ_DATE_NONE;
  SpzQuarter quarter;

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    last = MAX (last, SPZ_PHASE (spz_record_list_get (phases, i))->end);

  quarter = spz_quarter_from_date (last != SPZ_DATE_NONE ? last + 1
                                                         : spz_timeline_view_get_centre (self->view),
                                   fiscal_start);

  return (SpzPlanSpan) {
    spz_quarter_get_start (quarter, fiscal_start),
    spz_quarter_get_end (quarter, fiscal_start),
    SPZ_PRECISION_QUARTER,
  };
}

static void
add_phase_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SpzTimelinePage *self = SPZ_TIMELINE_PAGE (widget);
  gint64 measure = get_selected_measure (self);
  SpzPlanSpan span = guess_span (self, measure);
  GError *error = NULL;
  gint64 id = spz_plan_add_phase (get_programme (self), measure, &span, &error);

  show_added (self, SPZ_TYPE_PHASE, id, error);
}

static void
add_milestone_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SpzTimelinePage *self = SPZ_TIMELINE_PAGE (widget);
  SpzDate date = spz_timeline_view_get_centre (self->view);
  GError *error = NULL;
  gint64 id;

  if (date == SPZ_DATE_NONE)
    date = spz_programme_get_reference_date (get_programme (self));
  id = spz_plan_add_milestone (get_programme (self), get_selected_measure (self), date, &error);

  show_added (self, SPZ_TYPE_MILESTONE, id, error);
}

/* Other actions */

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  open_inspector (SPZ_TIMELINE_PAGE (widget));
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  spz_timeline_view_delete (SPZ_TIMELINE_PAGE (widget)->view);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  spz_timeline_view_zoom (SPZ_TIMELINE_PAGE (widget)->view,
                          g_str_equal (name, "plan.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  spz_timeline_view_fit (SPZ_TIMELINE_PAGE (widget)->view);
}

static void
today_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  spz_timeline_view_show_today (SPZ_TIMELINE_PAGE (widget)->view);
}

static void
kinds_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (spz_kinds_window_new (get_programme (SPZ_TIMELINE_PAGE (widget)),
                                                        GTK_WINDOW (gtk_widget_get_root (widget)))));
}

/* For whom it is printed, unless more is asked for */
static void
check_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (GTK_WINDOW (spz_print_check_new_plan (window, get_programme (SPZ_TIMELINE_PAGE (widget)),
                                                            spz_timeline_page_get_version (SPZ_TIMELINE_PAGE (widget)),
                                                            SPZ_AUDIENCE_PUBLIC)));
}

/* Overrides */

static void
spz_timeline_page_set_programme (SpzPage      *page,
                                 SpzProgramme *programme)
{
  SpzTimelinePage *self = SPZ_TIMELINE_PAGE (page);

  g_signal_group_set_target (self->programme_signals, programme);
  spz_timeline_view_set_programme (self->view, programme);
  update_stack (self);
  selected_cb (self);
}

static void
spz_timeline_page_add (SpzPage *page)
{
  SpzTimelinePage *self = SPZ_TIMELINE_PAGE (page);

  gtk_widget_activate_action (GTK_WIDGET (self),
                              get_selected_measure (self) != 0 ? "plan.add-phase" : "plan.add-measure",
                              NULL);
}

static gboolean
spz_timeline_page_reveal (SpzPage   *page,
                          SpzRecord *record)
{
  return reveal (SPZ_TIMELINE_PAGE (page), record);
}

static gboolean
spz_timeline_page_find (SpzPage *page)
{
  SpzTimelinePage *self = SPZ_TIMELINE_PAGE (page);

  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "plan") &&
         spz_timeline_filter_bar_start (self->filter_bar);
}

/* What is for everybody: more must be asked for, when exporting */
static void
spz_timeline_page_print (SpzPage *page)
{
  spz_print_plan (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                  spz_page_get_programme (page), spz_timeline_page_get_version (SPZ_TIMELINE_PAGE (page)),
                  SPZ_AUDIENCE_PUBLIC);
}

static void
spz_timeline_page_dispose (GObject *object)
{
  SpzTimelinePage *self = SPZ_TIMELINE_PAGE (object);

  g_clear_handle_id (&self->return_id, g_source_remove);
  g_clear_object (&self->programme_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_TIMELINE_PAGE);

  G_OBJECT_CLASS (spz_timeline_page_parent_class)->dispose (object);
}

static void
spz_timeline_page_class_init (SpzTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SpzPageClass *page_class = SPZ_PAGE_CLASS (klass);

  object_class->dispose = spz_timeline_page_dispose;

  page_class->set_programme = spz_timeline_page_set_programme;
  page_class->add = spz_timeline_page_add;
  page_class->reveal = spz_timeline_page_reveal;
  page_class->find = spz_timeline_page_find;
  page_class->print = spz_timeline_page_print;

  g_type_ensure (SPZ_TYPE_INSPECTOR);
  g_type_ensure (SPZ_TYPE_TIMELINE_FILTER_BAR);
  g_type_ensure (SPZ_TYPE_TIMELINE_LEGEND_VIEW);
  g_type_ensure (SPZ_TYPE_TIMELINE_VIEW);
  g_type_ensure (SPZ_TYPE_VERSION_BAR);
  g_type_ensure (SPZ_TYPE_VERSION_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, view);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, flap);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, content);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, inspector);
  gtk_widget_class_bind_template_child (widget_class, SpzTimelinePage, version_bar);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_inspector);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_inspector_cb);

  gtk_widget_class_install_action (widget_class, "plan.add-measure", NULL, add_measure_cb);
  gtk_widget_class_install_action (widget_class, "plan.add-phase", NULL, add_phase_cb);
  gtk_widget_class_install_action (widget_class, "plan.add-milestone", NULL, add_milestone_cb);
  gtk_widget_class_install_action (widget_class, "plan.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "plan.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "plan.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "plan.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "plan.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "plan.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "plan.kinds", NULL, kinds_cb);
  gtk_widget_class_install_action (widget_class, "plan.check", NULL, check_cb);
}

static void
spz_timeline_page_init (SpzTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "version",
                                  spz_version_bar_get_actions (self->version_bar));

  g_object_bind_property (self, "folded", self->zoom_box, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  self->programme_signals = g_signal_group_new (SPZ_TYPE_PROGRAMME);
  g_signal_group_connect_swapped (self->programme_signals, "changed", G_CALLBACK (update_stack), self);
  update_actions (self);
}

/**
 * spz_timeline_page_get_version:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the version of the plan it is compared
 *   with
 */
SpzPlanVersion *
spz_timeline_page_get_version (SpzTimelinePage *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_PAGE (self), NULL);

  return spz_version_bar_get_version (self->version_bar);
}
