/* spz-import-window.c: what an import would make
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-window.h"

#include "spz-feedback.h"
#include "spz-import-apply.h"
#include "spz-import-source.h"

#include <glib/gi18n.h>

/* A person reads so many remarks, and rows take their time to be made */
#define MAX_REMARKS 200

struct _SpzImportWindow
{
  AdwWindow       parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  GPtrArray      *sources;
  GCancellable   *cancellable;

  gboolean        applying;

  /* Template */
  GtkProgressBar *progress;
  GtkStack       *stack;
  GtkBox         *groups;
  GtkButton      *import_button;
};

G_DEFINE_FINAL_TYPE (SpzImportWindow, spz_import_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *icon_name,
          const char *css_class)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (icon, css_class);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }

  return row;
}

/* What a person may want to check, folded away */
static GtkWidget *
make_messages (const SpzImport *import)
{
  GtkWidget *expander = adw_expander_row_new ();
  guint n = import->messages->len;
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u Remark", "%u Remarks", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                 import->by_paragraph ? _("What could not be placed for certain, by paragraph")
                                                      : _("What could not be placed for certain, by line"));

  for (guint i = 0; i < MIN (n, MAX_REMARKS); i++)
    {
      const SpzImportMessage *message = g_ptr_array_index (import->messages, i);
      g_autofree char *line = NULL;

      if (message->line > 0 && import->by_paragraph)
        /* Translators: %u is the number of a paragraph in a document */
        line = g_strdup_printf (_("Paragraph %u"), message->line);
      else if (message->line > 0)
        /* Translators: %u is the number of a line in a file */
        line = g_strdup_printf (_("Line %u"), message->line);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                make_row (message->text, line, NULL, NULL));
    }

  if (n > MAX_REMARKS)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u further remark", "%u further remarks", n - MAX_REMARKS),
                                               n - MAX_REMARKS);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_row (rest, NULL, NULL, NULL));
    }

  return expander;
}

static char *
dup_title (SpzImportSource *source)
{
  const SpzImport *import = source->import;
  g_autofree char *date = NULL;

  switch (import->kind)
    {
    case SPZ_IMPORT_TIMELINE:
      return g_strdup (_("Timeline"));

    case SPZ_IMPORT_MILESTONES:
      return g_strdup (_("Milestones"));

    case SPZ_IMPORT_MEETINGS:
      return g_strdup (_("Meetings"));

    case SPZ_IMPORT_ANY:
    case SPZ_IMPORT_BRIEFING:
    default:
      if (import->title == NULL || import->title[0] == '\0')
        return g_strdup (_("Briefing"));
      if (import->date == SPZ_DATE_NONE)
        return g_strdup (import->title);

      date = spz_date_format (import->date, SPZ_DATE_STYLE_LONG);

      return g_strdup_printf ("%s, %s", import->title, date);
    }
}

/* What of it would be new here: calendars are imported again and again, and
 * papers come back changed. Of meetings, also what is in it. */
static char *
dup_summary (SpzImportSource *source)
{
  g_autofree char *counts = NULL;

  if (source->import->kind != SPZ_IMPORT_MEETINGS)
    return g_strdup (source->summary);

  counts = spz_import_source_summarise (source);

  return g_strdup_printf ("%s\n%s", counts, source->summary);
}

static void
add_source (SpzImportWindow *self,
            SpzImportSource *source)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (source->name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);

  if (source->import == NULL)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_row (_("Could not be imported"), source->error->message,
                                           "dialog-error-symbolic", "error"));
    }
  else
    {
      g_autofree char *title = dup_title (source);
      g_autofree char *summary = dup_summary (source);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_row (title, summary, "object-select-symbolic", "success"));
      if (source->import->messages->len > 0)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_messages (source->import));
    }

  gtk_box_append (self->groups, group);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  SpzImportWindow *self = user_data;

  /* It may be closed by now */
  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
previewed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(SpzImportWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean any = FALSE;

  if (!spz_import_sources_finish (result, &error))
    {
      /* Not if it was closed */
      if (self->progress != NULL)
        {
          spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
          gtk_window_close (GTK_WINDOW (self));
        }
      return;
    }

  /* Closed when it was too late to give up */
  if (self->progress == NULL)
    return;

  for (guint i = 0; i < self->sources->len; i++)
    {
      SpzImportSource *source = g_ptr_array_index (self->sources, i);

      add_source (self, source);
      any = any || source->import != NULL;
    }

  gtk_widget_hide (GTK_WIDGET (self->progress));
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), any);
  gtk_stack_set_visible_child_name (self->stack, "summary");
  if (any)
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(SpzImportWindow) self = user_data;
  g_autoptr(GtkWindow) parent = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done = spz_import_sources_finish (result, &error) && spz_programme_refresh (self->programme, &error);

  g_set_object (&parent, gtk_window_get_transient_for (GTK_WINDOW (self)));
  self->applying = FALSE;
  spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
  gtk_window_close (GTK_WINDOW (self));
  if (done && parent != NULL)
    spz_feedback_undo (GTK_WIDGET (parent));
}

static void
import_clicked_cb (SpzImportWindow *self)
{
  self->applying = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups), FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_show (GTK_WIDGET (self->progress));
  spz_import_sources_apply_async (self->sources, self->programme, progress_cb, self, self->cancellable,
                                  applied_cb, g_object_ref (self));
}

static void
spz_import_window_dispose (GObject *object)
{
  SpzImportWindow *self = SPZ_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (spz_import_window_parent_class)->dispose (object);
}

static void
spz_import_window_finalize (GObject *object)
{
  g_object_unref (SPZ_IMPORT_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (spz_import_window_parent_class)->finalize (object);
}

/* While it is being entered the window stays, so that nothing else is changed,
 * until it is known whether that was given up in time. */
static gboolean
spz_import_window_close_request (GtkWindow *window)
{
  SpzImportWindow *self = SPZ_IMPORT_WINDOW (window);

  g_cancellable_cancel (self->cancellable);
  if (self->applying)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (spz_import_window_parent_class)->close_request (window);
}

static void
spz_import_window_class_init (SpzImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_import_window_dispose;
  object_class->finalize = spz_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = spz_import_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SpzImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzImportWindow, groups);
  gtk_widget_class_bind_template_child (widget_class, SpzImportWindow, import_button);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_import_window_init (SpzImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * spz_import_window_new:
 * @parent: (nullable): the window it belongs to
 * @programme: the programme to import into
 * @sources: (element-type SpzImportSource): what to read
 *
 * Makes a window that reads @sources in the background, says what would be
 * made of each, and enters all of it in one undoable step when told to.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_import_window_new (GtkWindow    *parent,
                       SpzProgramme *programme,
                       GPtrArray    *sources)
{
  SpzImportWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  self = g_object_new (SPZ_TYPE_IMPORT_WINDOW,
                       "transient-for", parent,
                       NULL);
  self->programme = g_object_ref (programme);
  self->sources = g_ptr_array_ref (sources);
  spz_import_sources_preview_async (sources, programme, progress_cb, self, self->cancellable,
                                    previewed_cb, g_object_ref (self));

  return GTK_WINDOW (self);
}
