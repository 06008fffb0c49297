/* spz-inspector.c: the editor of what is selected in the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-inspector.h"

#include <glib/gi18n.h>

#include "spz-date-row.h"
#include "spz-measure-editor.h"
#include "spz-milestone-editor.h"
#include "spz-phase-editor.h"
#include "spz-selection-editor.h"

struct _SpzInspector
{
  AdwBin           parent_instance;

  gboolean         active;

  /* Owned */
  SpzTimelineView *view;
  GPtrArray       *records;    /* what the editor is for */
  guint            update_id;

  /* Template */
  AdwWindowTitle  *title;
  AdwBin          *editor;
};

G_DEFINE_FINAL_TYPE (SpzInspector, spz_inspector, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_VIEW,
  PROP_ACTIVE,
  N_PROPS
};

enum {
  CLOSE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkWidget *
create_editor (SpzInspector *self)
{
  SpzProgramme *programme = spz_timeline_view_get_programme (self->view);
  SpzRecord *record = g_ptr_array_index (self->records, 0);

  if (self->records->len > 1)
    return spz_selection_editor_new (programme, self->records);
  if (SPZ_IS_PHASE (record))
    return spz_phase_editor_new (programme, SPZ_PHASE (record));
  if (SPZ_IS_MILESTONE (record))
    return spz_milestone_editor_new (programme, SPZ_MILESTONE (record));

  return spz_measure_editor_new (programme, SPZ_MEASURE (record));
}

static GType
get_common_type (GPtrArray *records)
{
  GType type = G_OBJECT_TYPE (g_ptr_array_index (records, 0));

  for (guint i = 1; i < records->len; i++)
    if (G_OBJECT_TYPE (g_ptr_array_index (records, i)) != type)
      return G_TYPE_INVALID;

  return type;
}

static char *
dup_title (GPtrArray *records)
{
  GType type = records->len > 0 ? get_common_type (records) : G_TYPE_INVALID;

  if (records->len == 0)
    return g_strdup (_("Nothing Selected"));

  if (records->len == 1)
    return g_strdup (type == SPZ_TYPE_PHASE ? _("Phase") : type == SPZ_TYPE_MILESTONE ? _("Milestone") : _("Measure"));

  if (type == SPZ_TYPE_PHASE)
    return g_strdup_printf (ngettext ("%u Phase", "%u Phases", records->len), records->len);
  if (type == SPZ_TYPE_MILESTONE)
    return g_strdup_printf (ngettext ("%u Milestone", "%u Milestones", records->len), records->len);
  if (type == SPZ_TYPE_MEASURE)
    return g_strdup_printf (ngettext ("%u Measure", "%u Measures", records->len), records->len);

  /* Translators: phases, milestones and measures */
  return g_strdup_printf (ngettext ("%u Entry", "%u Entries", records->len), records->len);
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find (b, g_ptr_array_index (a, i), NULL))
      return FALSE;

  return TRUE;
}

static void
update (SpzInspector *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *title = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);

  records = self->active && self->view != NULL ? spz_timeline_view_dup_selection (self->view)
                                               : g_ptr_array_new_with_free_func (g_object_unref);
  if (is_same (records, self->records))
    return;

  g_ptr_array_unref (self->records);
  self->records = g_steal_pointer (&records);
  title = dup_title (self->records);
  adw_window_title_set_title (self->title, title);
  adw_bin_set_child (self->editor, self->records->len > 0 ? create_editor (self) : NULL);
}

static void
update_cb (gpointer data)
{
  SpzInspector *self = data;

  self->update_id = 0;
  update (self);
}

/* A selection changes with every step of a rubber band */
static void
selection_changed_cb (SpzInspector *self)
{
  if (self->active && self->update_id == 0)
    self->update_id = g_idle_add_once (update_cb, self);
}

/* What is written but can't be taken yet */
static GtkWidget *
find_problem (GtkWidget *widget)
{
  if (SPZ_IS_DATE_ROW (widget) && spz_date_row_get_has_problem (SPZ_DATE_ROW (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_problem (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
close_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSE], 0);
}

/* What has the focus writes down what it holds when it loses it; what it can't
 * write down keeps the user here. */
static void
finish_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GtkWidget *problem;

  gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
  problem = find_problem (widget);
  if (problem != NULL)
    gtk_widget_grab_focus (problem);
  else
    g_signal_emit (widget, signals[CLOSE], 0);
}

static void
set_view (SpzInspector    *self,
          SpzTimelineView *view)
{
  if (!g_set_object (&self->view, view))
    return;

  if (view != NULL)
    g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
spz_inspector_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SpzInspector *self = SPZ_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;

    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_inspector_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SpzInspector *self = SPZ_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      set_view (self, g_value_get_object (value));
      break;

    case PROP_ACTIVE:
      self->active = g_value_get_boolean (value);
      update (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_inspector_dispose (GObject *object)
{
  SpzInspector *self = SPZ_INSPECTOR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->active = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_INSPECTOR);
  g_ptr_array_set_size (self->records, 0);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (spz_inspector_parent_class)->dispose (object);
}

static void
spz_inspector_finalize (GObject *object)
{
  g_ptr_array_unref (SPZ_INSPECTOR (object)->records);

  G_OBJECT_CLASS (spz_inspector_parent_class)->finalize (object);
}

static void
spz_inspector_class_init (SpzInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_inspector_get_property;
  object_class->set_property = spz_inspector_set_property;
  object_class->dispose = spz_inspector_dispose;
  object_class->finalize = spz_inspector_finalize;

  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, SPZ_TYPE_TIMELINE_VIEW,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SpzInspector::close:
   * @self: the inspector
   *
   * The user has finished.
   */
  signals[CLOSE] = g_signal_new ("close", SPZ_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzInspector, title);
  gtk_widget_class_bind_template_child (widget_class, SpzInspector, editor);

  gtk_widget_class_install_action (widget_class, "inspector.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "inspector.finish", NULL, finish_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "inspector.close", NULL);
}

static void
spz_inspector_init (SpzInspector *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->records = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Before a text takes the key for itself */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("inspector.finish")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * spz_inspector_enter:
 * @self: an inspector that is active
 *
 * Gives the focus to the first field of what is selected.
 */
void
spz_inspector_enter (SpzInspector *self)
{
  g_return_if_fail (SPZ_IS_INSPECTOR (self));

  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}
