/* spz-changes-window.c: what changed since a version of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-changes-window.h"

#include <glib/gi18n.h>

#include "spz-labels.h"
#include "spz-plan-changes.h"

struct _SpzChangesWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  SpzProgramme    *programme;
  GPtrArray       *changes;     /* in the order of the rows */

  gint64           version;

  /* Template */
  AdwWindowTitle  *heading;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkDropDown     *audience;
  GtkLabel        *wording;
  GtkWidget       *copy_button;
};

G_DEFINE_FINAL_TYPE (SpzChangesWindow, spz_changes_window, ADW_TYPE_WINDOW)

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static char *
format_when (const SpzPlanState *state)
{
  if (*state->wording != '\0')
    return g_strdup (state->wording);

  return spz_period_format (state->start,
                            state->certainty == SPZ_CERTAINTY_ONGOING ? SPZ_DATE_NONE : state->end,
                            state->precision);
}

static char *
format_shift (SpzDate from,
              SpzDate to)
{
  SpzPlanShiftUnit unit;
  int shift = spz_plan_shift_measure (from, to, &unit);

  return spz_plan_shift_format (shift, unit);
}

/* By how much it moved; an end is counted from the day after it */
static char *
describe_shift (const SpzPlanChange *change)
{
  g_autofree char *start = format_shift (change->before.start, change->after.start);
  g_autofree char *end = format_shift (change->before.end + 1, change->after.end + 1);

  if (!(change->flags & SPZ_PLAN_CHANGE_START))
    /* Translators: of a phase, by how much: "end one quarter later" */
    return g_strdup_printf (_("end %s"), end);
  if (change->type == SPZ_TYPE_MILESTONE || g_str_equal (start, end))
    return g_steal_pointer (&start);
  if (!(change->flags & SPZ_PLAN_CHANGE_END))
    /* Translators: of a phase, by how much: "start one quarter later" */
    return g_strdup_printf (_("start %s"), start);

  /* Translators: of a phase, by how much: "start one month later, end one quarter later" */
  return g_strdup_printf (_("start %s, end %s"), start, end);
}

static char *
describe_move (const SpzPlanChange *change)
{
  g_autofree char *before = format_when (&change->before);
  g_autofree char *after = format_when (&change->after);
  g_autofree char *shift = describe_shift (change);

  /* A wording that was left as it was doesn't tell the dates apart. */
  if (g_str_equal (before, after))
    {
      g_free (before);
      g_free (after);
      before = spz_date_format_precision (change->before.start, change->before.precision);
      after = spz_date_format_precision (change->after.start, change->after.precision);
    }

  return g_markup_printf_escaped ("<s>%s</s> → <b>%s</b>, %s", before, after, shift);
}

static char *
describe_kind (const SpzPlanChange *change)
{
  const char *before = change->before.phase_kind, *after = change->after.phase_kind;

  /* Translators: of a phase: the kind it was of, the one it is of; in Pango markup */
  return g_markup_printf_escaped (_("Kind: <s>%1$s</s> → <b>%2$s</b>"),
                                  /* Translators: a phase is of no kind */
                                  *before != '\0' ? before : C_("kind of a phase", "none"),
                                  *after != '\0' ? after : C_("kind of a phase", "none"));
}

/* In Pango markup: what becomes of the dates and of a phase's kind, then the rest in words */
static char *
describe (const SpzPlanChange *change)
{
  g_autoptr(GString) text = g_string_new (NULL);
  SpzPlanChange rest = *change;
  g_autofree char *when = format_when (change->flags & SPZ_PLAN_CHANGE_REMOVED ? &change->before
                                                                                : &change->after);
  g_autofree char *escaped = g_markup_escape_text (when, -1);
  g_autofree char *sentence = NULL;

  if (change->flags & SPZ_PLAN_CHANGE_ADDED)
    /* Translators: something is new in the plan; %s is when it is */
    g_string_append_printf (text, _("New: %s"), escaped);
  if (change->flags & SPZ_PLAN_CHANGE_REMOVED)
    {
      g_autofree char *struck = g_strdup_printf ("<s>%s</s>", escaped);

      /* Translators: something is no more in the plan; %s is when it was */
      g_string_append_printf (text, _("Dropped: %s"), struck);
    }
  if (change->flags & SPZ_PLAN_CHANGE_MOVED)
    {
      g_autofree char *move = describe_move (change);

      g_string_append (text, move);
    }
  if (change->type == SPZ_TYPE_PHASE && change->flags & SPZ_PLAN_CHANGE_KIND)
    {
      g_autofree char *kind = describe_kind (change);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", kind);
      rest.flags &= ~SPZ_PLAN_CHANGE_KIND;
    }

  rest.flags &= ~(SPZ_PLAN_CHANGE_ADDED | SPZ_PLAN_CHANGE_REMOVED | SPZ_PLAN_CHANGE_MOVED);
  if (rest.flags != 0)
    {
      g_autofree char *words = spz_plan_change_dup_sentence (&rest, FALSE);

      sentence = g_markup_escape_text (words, -1);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_icon (const SpzPlanChange *change)
{
  if (change->flags & SPZ_PLAN_CHANGE_ADDED)
    return "list-add-symbolic";
  if (change->flags & SPZ_PLAN_CHANGE_REMOVED)
    return "list-remove-symbolic";
  if (change->flags & SPZ_PLAN_CHANGE_MOVED)
    return change->after.start + change->after.end > change->before.start + change->before.end
           ? "go-next-symbolic" : "go-previous-symbolic";

  return "document-edit-symbolic";
}

static GtkWidget *
make_row (const SpzPlanChange *change)
{
  gboolean removed = (change->flags & SPZ_PLAN_CHANGE_REMOVED) != 0;
  const SpzPlanState *state = removed ? &change->before : &change->after;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (state->title, -1);
  g_autofree char *measure = g_markup_escape_text (state->measure_title, -1);
  g_autofree char *detail = describe (change);
  g_autofree char *subtitle = *measure != '\0' ? g_strdup_printf ("%s\n%s", measure, detail)
                                               : g_strdup (detail);
  g_autofree char *name = spz_plan_change_dup_sentence (change, TRUE);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (get_icon (change)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !removed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
row_activated_cb (SpzChangesWindow *self,
                  GtkListBoxRow    *row)
{
  const SpzPlanChange *change = g_ptr_array_index (self->changes, gtk_list_box_row_get_index (row));
  SpzRecord *record = spz_programme_lookup (self->programme, change->type, change->id);

  if (record != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, record);
}

/* The wording */

static SpzPlanVersion *
get_version (SpzChangesWindow *self)
{
  return spz_programme_lookup (self->programme, SPZ_TYPE_PLAN_VERSION, self->version);
}

/* What must not be read by its audience is not in it. */
static void
update_wording (SpzChangesWindow *self)
{
  SpzPlanVersion *version = self->programme != NULL ? get_version (self) : NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (version == NULL)
    return;

  changes = spz_plan_compare (self->programme, version, gtk_drop_down_get_selected (self->audience));
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *sentence = spz_plan_change_dup_sentence (g_ptr_array_index (changes, i), TRUE);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, sentence);
    }

  gtk_widget_set_sensitive (self->copy_button, text->len > 0);
  gtk_label_set_text (self->wording, text->len > 0 ? text->str
                                                   : _("Nothing that this audience may read has changed."));
}

static void
copy_cb (SpzChangesWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_text (self->wording));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Wording copied")));
}

static void
refresh (SpzChangesWindow *self)
{
  SpzPlanVersion *version = get_version (self);
  g_autofree char *summary = NULL;
  g_autofree char *title = NULL;
  GtkListBoxRow *row;

  if (version == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = spz_plan_compare (self->programme, version, SPZ_AUDIENCE_INTERNAL);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->changes->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->changes, i)));

  /* Translators: %s is the name of a version of the plan */
  title = g_strdup_printf (_("Changes since “%s”"), version->title);
  summary = spz_plan_changes_dup_summary (self->changes);
  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, self->changes->len > 0 ? summary : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_stack_set_visible_child_name (self->stack, self->changes->len > 0 ? "changes" : "nothing");
  update_wording (self);
}

static void
spz_changes_window_dispose (GObject *object)
{
  SpzChangesWindow *self = SPZ_CHANGES_WINDOW (object);

  g_clear_object (&self->programme);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_CHANGES_WINDOW);

  G_OBJECT_CLASS (spz_changes_window_parent_class)->dispose (object);
}

static void
spz_changes_window_class_init (SpzChangesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_changes_window_dispose;

  /**
   * SpzChangesWindow::activated:
   * @self: the window
   * @record: what changed
   *
   * The user wants to see @record in the plan.
   */
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-changes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzChangesWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesWindow, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesWindow, wording);
  gtk_widget_class_bind_template_child (widget_class, SpzChangesWindow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_wording);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
spz_changes_window_init (SpzChangesWindow *self)
{
  g_autoptr(GtkStringList) audiences = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (int audience = SPZ_AUDIENCE_PUBLIC; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
    gtk_string_list_append (audiences, spz_enum_get_label (SPZ_TYPE_AUDIENCE, audience));
  gtk_drop_down_set_model (self->audience, G_LIST_MODEL (audiences));
}

/**
 * spz_changes_window_new:
 * @parent: (nullable): the window it belongs to, whose undo and redo it offers
 * @programme: a programme
 * @version: a version of its plan
 *
 * Makes a window that lists what changed since @version, and follows the plan.
 * It closes when the version is deleted.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_changes_window_new (GtkWindow      *parent,
                        SpzProgramme   *programme,
                        SpzPlanVersion *version)
{
  SpzChangesWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_PLAN_VERSION (version), NULL);

  self = g_object_new (SPZ_TYPE_CHANGES_WINDOW,
                       "transient-for", parent,
                       NULL);
  if (G_IS_ACTION_GROUP (parent))
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));

  self->programme = g_object_ref (programme);
  self->version = spz_record_get_id (SPZ_RECORD (version));
  g_signal_connect_object (programme, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WINDOW (self);
}
