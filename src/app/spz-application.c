/* spz-application.c: the application
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-application.h"

#include "spz-window.h"
#include "spz-writing.h"

#include <glib/gi18n.h>

struct _SpzApplication
{
  AdwApplication  parent_instance;
};

G_DEFINE_FINAL_TYPE (SpzApplication, spz_application, ADW_TYPE_APPLICATION)

static SpzWindow *
find_window (SpzApplication *self,
             GFile          *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *open = SPZ_IS_WINDOW (l->data) ? spz_window_get_file (l->data) : NULL;

      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }

  return NULL;
}

/* On @page, or else on the one it was left on */
static void
show_file (SpzApplication *self,
           GFile          *file,
           gboolean        create,
           const char     *page)
{
  SpzWindow *window = find_window (self, file);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
    }
  else
    {
      /* It comes up by itself when the file is read. */
      window = spz_window_new (self);
      spz_window_load (window, file, create ? SPZ_STORE_CREATE : SPZ_STORE_OPEN);
    }

  if (page != NULL)
    spz_window_show_page (window, page);
}

/* Without a file: the window used last, or else the user's own programme */
static void
show_last (SpzApplication *self,
           const char     *page)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (!SPZ_IS_WINDOW (l->data))
        continue;

      gtk_window_present (l->data);
      if (page != NULL)
        spz_window_show_page (l->data, page);
      return;
    }

  path = spz_application_get_default_path ();
  file = g_file_new_for_path (path);
  show_file (self, file, !g_file_query_exists (file, NULL), page);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Closing lets each window write down its state. */
  g_list_foreach (windows, (GFunc) gtk_window_close, NULL);
  g_list_free (windows);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", _("Sprechzettel"),
                         "application-icon", APP_ID,
                         "developer-name", _("The Sprechzettel authors"),
                         "version", VERSION,
                         "comments", _("A programme's plan, and the notes for speaking about it"),
                         "license-type", GTK_LICENSE_CUSTOM,
                         "license", _("Licensed under the European Union Public Licence, version 1.2"),
                         /* Translators: your name, or nothing */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static const GActionEntry app_actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} app_accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new", { "<Shift><Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save-copy", { "<Shift><Control>s" } },
  { "win.import", { "<Control>i" } },
  { "win.import-clipboard", { "<Shift><Control>v" } },
  { "win.print", { "<Control>p" } },
  { "win.add", { "<Control>n" } },
  { "win.search", { "<Control>f" } },
  { "win.history", { "<Control>h" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "win.menu", { "F10" } },
  { "win.page::overview", { "<Alt>1" } },
  { "win.page::timeline", { "<Alt>2" } },
  { "win.page::fields", { "<Alt>3" } },
  { "win.page::organisation", { "<Alt>4" } },
  { "win.page::meetings", { "<Alt>5" } },
  { "win.page::briefings", { "<Alt>6" } },
};

/* How lines are written, for all windows */
static void
add_writing_actions (GActionMap *map)
{
  static const char *const names[] = { "typography", "check-spelling" };
  GdkDisplay *display = gdk_display_get_default ();

  for (gsize i = 0; display != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GPropertyAction) action =
        g_property_action_new (names[i], spz_writing_get_for_display (display), names[i]);

      g_action_map_add_action (map, G_ACTION (action));
    }
}

static void
spz_application_startup (GApplication *app)
{
  G_APPLICATION_CLASS (spz_application_parent_class)->startup (app);

  g_action_map_add_action_entries (G_ACTION_MAP (app), app_actions,
                                   G_N_ELEMENTS (app_actions), app);
  add_writing_actions (G_ACTION_MAP (app));

  for (gsize i = 0; i < G_N_ELEMENTS (app_accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (app),
                                           app_accels[i].action,
                                           app_accels[i].accels);
}

static void
spz_application_activate (GApplication *app)
{
  show_last (SPZ_APPLICATION (app), NULL);
}

static void
spz_application_open (GApplication  *app,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    show_file (SPZ_APPLICATION (app), files[i], FALSE, NULL);
}

/* Runs where the windows are, whoever was called */
static int
spz_application_command_line (GApplication            *app,
                              GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_auto(GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  const char *page = NULL;

  g_variant_dict_lookup (options, "page", "&s", &page);

  if (g_strv_length (arguments) < 2)
    show_last (SPZ_APPLICATION (app), page);

  for (guint i = 1; i < g_strv_length (arguments); i++)
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line, arguments[i]);

      show_file (SPZ_APPLICATION (app), file, FALSE, page);
    }

  return 0;
}

static int
spz_application_handle_local_options (GApplication *app,
                                      GVariantDict *options)
{
  const char *page = NULL;

  g_variant_dict_lookup (options, "page", "&s", &page);

  if (page != NULL && !spz_window_has_page (page))
    {
      g_printerr (_("sprechzettel: there is no page “%s”; there are: "
                    "overview, timeline, fields, organisation, meetings, briefings\n"),
                  page);
      return 2;
    }

  return -1;
}

static void
spz_application_class_init (SpzApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  app_class->startup = spz_application_startup;
  app_class->activate = spz_application_activate;
  app_class->open = spz_application_open;
  app_class->command_line = spz_application_command_line;
  app_class->handle_local_options = spz_application_handle_local_options;
}

static void
spz_application_init (SpzApplication *self)
{
  static const GOptionEntry options[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_("Show this page: overview, timeline, fields, organisation, meetings, briefings"),
      N_("NAME") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * spz_application_new:
 * @application_id: the id on the session bus
 *
 * Makes the application.
 *
 * Returns: (transfer full): an application that isn't registered yet
 */
SpzApplication *
spz_application_new (const char *application_id)
{
  return g_object_new (SPZ_TYPE_APPLICATION,
                       "application-id", application_id,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", SPZ_RESOURCE_PATH,
                       NULL);
}

/**
 * spz_application_open_file:
 * @self: an application
 * @file: a programme file
 *
 * Shows @file in a window of its own, or presents the window that shows it.
 */
void
spz_application_open_file (SpzApplication *self,
                           GFile          *file)
{
  g_return_if_fail (SPZ_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  show_file (self, file, FALSE, NULL);
}

/**
 * spz_application_get_default_path:
 *
 * Tells where the user's own programme is: what opens when no file is given.
 *
 * Returns: (transfer full): a path, which need not exist yet
 */
char *
spz_application_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "sprechzettel", "programm.db", NULL);
}
