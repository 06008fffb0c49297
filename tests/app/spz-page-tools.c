/* spz-page-tools.c: finding one's way on a page, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-page-tools.h"

#include "spz-window-private.h"

/**
 * spz_tool_show:
 * @self: a fixture
 * @name: a page's name
 *
 * Returns: (transfer none): the page, which is shown
 */
SpzPage *
spz_tool_show (SpzAppFixture *self,
               const char    *name)
{
  spz_window_show_page (self->window, name);
  spz_app_settle ();

  return spz_window_get_current_page (self->window);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * spz_tool_find:
 * @root: where to look
 * @type: a type of widgets
 * @nth: which, from 0
 *
 * Returns: (transfer none) (nullable): the widget at or below @root
 */
gpointer
spz_tool_find (gpointer root,
               GType    type,
               guint    nth)
{
  return find (root, type, &nth);
}

/**
 * spz_tool_count:
 * @root: where to look
 * @type: a type of widgets
 *
 * Returns: how many there are at or below @root
 */
guint
spz_tool_count (gpointer root,
                GType    type)
{
  guint n_widgets = 0;

  while (spz_tool_find (root, type, n_widgets) != NULL)
    n_widgets++;

  return n_widgets;
}

/**
 * spz_tool_do:
 * @widget: a widget
 * @action: an action that is found from it, and enabled
 *
 * Does what a menu would.
 */
void
spz_tool_do (gpointer    widget,
             const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  spz_app_settle ();
}

/**
 * spz_tool_undo:
 * @self: a fixture
 *
 * Undoes the last step by the window's action.
 */
void
spz_tool_undo (SpzAppFixture *self)
{
  g_assert_true (spz_app_action (self, "undo"));
}

/**
 * spz_tool_record:
 * @self: a fixture
 * @type: a type of records
 * @index: which
 *
 * Returns: (transfer none) (nullable): the record at @index
 */
gpointer
spz_tool_record (SpzAppFixture *self,
                 GType          type,
                 guint          index)
{
  return spz_record_list_get (spz_programme_get_list (self->programme, type), index);
}

static void
child_exited_cb (GPid     pid,
                 int      status,
                 gpointer done)
{
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_spawn_close_pid (pid);
  *(gboolean *) done = TRUE;
}

/* Has xdotool do what the line says, as a hand would */
void
spz_tool_xdo (const char *format,
              ...)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *line = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  va_list list;
  GPid pid;

  va_start (list, format);
  line = g_strdup_vprintf (format, list);
  va_end (list);
  all = g_strconcat ("xdotool ", line, NULL);

  g_assert_true (g_shell_parse_argv (all, NULL, &arguments, &error));
  g_spawn_async (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                 NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_child_watch_add (pid, child_exited_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  spz_app_settle ();
}

/**
 * spz_tool_to_screen:
 * @widget: a widget
 * @x: (inout): a place, in its coordinates
 * @y: (inout): a place, in its coordinates
 *
 * Finds a place on the screen, where there is no window manager: the window is
 * in the corner; only its shadow is around it. Menus and the like are where
 * they stand beside it.
 */
void
spz_tool_to_screen (GtkWidget *widget,
                    int       *x,
                    int       *y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double in_window_x, in_window_y, shadow_x, shadow_y;

  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), *x, *y, &in_window_x, &in_window_y));
  gtk_native_get_surface_transform (native, &shadow_x, &shadow_y);
  *x = (int) (in_window_x + shadow_x);
  *y = (int) (in_window_y + shadow_y);

  if (GDK_IS_POPUP (gtk_native_get_surface (native)))
    {
      GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (native));

      *x += gdk_popup_get_position_x (popup);
      *y += gdk_popup_get_position_y (popup);
    }
}

/**
 * spz_tool_text_in_file:
 * @self: a fixture
 * @record: one of its records
 * @table: the table it is in
 * @column: one of its columns
 *
 * Returns: (transfer full): what another connection reads from the file
 */
char *
spz_tool_text_in_file (SpzAppFixture *self,
                       gpointer       record,
                       const char    *table,
                       const char    *column)
{
  const char *columns[] = { column, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(SpzStore) store = spz_store_open (self->path, SPZ_STORE_READ_ONLY, &error);
  g_autoptr(SpzCursor) cursor = NULL;

  g_assert_no_error (error);
  cursor = spz_store_read (store, table, columns, spz_record_get_id (record), &error);
  g_assert_true (spz_cursor_next (cursor, &error));

  return g_strdup (spz_cursor_get_text (cursor, 1));
}
