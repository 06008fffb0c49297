/* test-kinds.c: editing the kinds of phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-kind-button.h"
#include "spz-kinds-window.h"
#include "spz-page-tools.h"

/* Two kinds, and all phases of the first one */
static void
add_kinds (SpzAppFixture *self)
{
  SpzRecordList *phases = spz_programme_get_list (self->programme, SPZ_TYPE_PHASE);
  g_autoptr(GError) error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_PHASE_KIND, &error,
                                 "title", "Vorbereitung",
                                 "short-label", "Vorb.",
                                 "colour", SPZ_COLOUR_BLUE,
                                 "hatch", SPZ_HATCH_FORWARD,
                                 NULL);

  g_assert_no_error (error);
  spz_programme_add (self->programme, SPZ_TYPE_PHASE_KIND, &error,
                     "title", "Konzept",
                     NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    spz_programme_set (self->programme, spz_record_list_get (phases, i), &error,
                       "kind", id,
                       NULL);
  g_assert_no_error (error);
}

static GtkWidget *
open_window (SpzAppFixture *self)
{
  GtkWidget *window;

  add_kinds (self);
  window = spz_kinds_window_new (self->programme, GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (window));
  spz_app_settle ();

  return window;
}

static SpzPhaseKind *
get_kind (SpzAppFixture *self,
          guint          index)
{
  return spz_record_list_get (spz_programme_get_list (self->programme, SPZ_TYPE_PHASE_KIND), index);
}

static guint
count_kinds (SpzAppFixture *self)
{
  return spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_PHASE_KIND));
}

static guint
count_uses (SpzAppFixture *self,
            gint64         kind)
{
  SpzRecordList *phases = spz_programme_get_list (self->programme, SPZ_TYPE_PHASE);
  guint n = 0;

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    n += SPZ_PHASE (spz_record_list_get (phases, i))->kind == kind;

  return n;
}

/* Not the handles' and not the buttons': only one of them tells it */
static void
assert_uses (GtkWidget  *row,
             const char *text)
{
  guint n_labels = spz_tool_count (row, GTK_TYPE_LABEL);
  gboolean found = FALSE;

  for (guint i = 0; i < n_labels; i++)
    found |= g_str_equal (gtk_label_get_text (spz_tool_find (row, GTK_TYPE_LABEL, i)), text);

  g_assert_true (found);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *icon)
{
  guint n_buttons = spz_tool_count (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < n_buttons; i++)
    {
      GtkButton *button = spz_tool_find (root, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_icon_name (button), icon) == 0)
        return GTK_WIDGET (button);
    }

  g_assert_not_reached ();
}

static void
test_add (SpzAppFixture *self,
          gconstpointer  data)
{
  GtkWidget *window = open_window (self);
  guint n_kinds = count_kinds (self);
  SpzPhaseKind *kind;
  GtkWidget *entry;

  g_signal_emit_by_name (find_button (window, "list-add-symbolic"), "clicked");
  spz_app_settle ();
  g_assert_cmpuint (count_kinds (self), ==, n_kinds + 1);

  /* It looks like no other, and waits for its name */
  kind = get_kind (self, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_assert_false (get_kind (self, i)->colour == kind->colour &&
                    get_kind (self, i)->hatch == kind->hatch);
  entry = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Erprobung");
  g_signal_emit_by_name (entry, "activate");
  spz_app_settle ();
  g_assert_cmpstr (kind->title, ==, "Erprobung");

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
}

static void
test_look (SpzAppFixture *self,
           gconstpointer  data)
{
  GtkWidget *window = open_window (self);
  SpzPhaseKind *kind = get_kind (self, 0);
  GtkWidget *button = spz_tool_find (window, SPZ_TYPE_KIND_BUTTON, 0);
  GtkMenuButton *menu = spz_tool_find (button, GTK_TYPE_MENU_BUTTON, 0);
  int colour = kind->colour, hatch = kind->hatch;
  int other_colour = (colour + 1) % (SPZ_COLOUR_BROWN + 1);
  int other_hatch = (hatch + 1) % (SPZ_HATCH_DOTS + 1);
  GtkWidget *colours, *hatches, *popover;

  gtk_menu_button_popup (menu);
  spz_app_settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (menu));
  colours = spz_tool_find (popover, GTK_TYPE_GRID, 0);
  hatches = spz_tool_find (popover, GTK_TYPE_GRID, 1);
  g_assert_cmpuint (spz_tool_count (colours, GTK_TYPE_TOGGLE_BUTTON), ==, SPZ_COLOUR_BROWN + 1);
  g_assert_cmpuint (spz_tool_count (hatches, GTK_TYPE_TOGGLE_BUTTON), ==, SPZ_HATCH_DOTS + 1);
  g_assert_true (gtk_toggle_button_get_active (spz_tool_find (colours, GTK_TYPE_TOGGLE_BUTTON, (guint) colour)));

  gtk_toggle_button_set_active (spz_tool_find (colours, GTK_TYPE_TOGGLE_BUTTON, (guint) other_colour), TRUE);
  gtk_toggle_button_set_active (spz_tool_find (hatches, GTK_TYPE_TOGGLE_BUTTON, (guint) other_hatch), TRUE);
  spz_app_settle ();
  g_assert_cmpint (kind->colour, ==, other_colour);
  g_assert_cmpint (kind->hatch, ==, other_hatch);

  /* Two steps, and what is chosen follows them back */
  spz_tool_undo (self);
  g_assert_cmpint (kind->hatch, ==, hatch);
  g_assert_cmpint (kind->colour, ==, other_colour);
  g_assert_true (gtk_toggle_button_get_active (spz_tool_find (hatches, GTK_TYPE_TOGGLE_BUTTON, (guint) hatch)));
  spz_tool_undo (self);
  g_assert_cmpint (kind->colour, ==, colour);

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
}

static void
test_delete (SpzAppFixture *self,
             gconstpointer  data)
{
  GtkWidget *window = open_window (self);
  gint64 id = spz_record_get_id (SPZ_RECORD (get_kind (self, 0)));
  guint n_kinds = count_kinds (self);
  guint n_uses = count_uses (self, id);
  g_autofree char *uses = g_strdup_printf ("%u phases", n_uses);
  GtkWidget *list = spz_tool_find (window, GTK_TYPE_LIST_BOX, 0);

  g_assert_cmpuint (n_uses, >, 1);
  assert_uses (spz_tool_find (list, GTK_TYPE_LIST_BOX_ROW, 0), uses);

  g_signal_emit_by_name (find_button (list, "user-trash-symbolic"), "clicked");
  spz_app_settle ();
  g_assert_cmpuint (count_kinds (self), ==, n_kinds - 1);
  g_assert_cmpuint (count_uses (self, id), ==, 0);

  /* The window's own key: the phases are of their kind again */
  g_assert_true (gtk_widget_activate_action (window, "records.undo", NULL));
  spz_app_settle ();
  g_assert_cmpuint (count_kinds (self), ==, n_kinds);
  g_assert_cmpuint (count_uses (self, id), ==, n_uses);
  assert_uses (spz_tool_find (list, GTK_TYPE_LIST_BOX_ROW, 0), uses);

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
}

static GtkButton *
find_undo (gpointer window)
{
  GtkWidget *button;

  for (guint i = 0; (button = spz_tool_find (window, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Undo") == 0 && gtk_widget_get_mapped (button))
      return GTK_BUTTON (button);

  return NULL;
}

/* The toast takes back the deletion, or nothing: not what was done since */
static void
test_toast (SpzAppFixture *self,
            gconstpointer  data)
{
  GtkWidget *window = open_window (self);
  GtkWidget *list = spz_tool_find (window, GTK_TYPE_LIST_BOX, 0);
  guint n_kinds = count_kinds (self);
  g_autoptr(GError) error = NULL;

  /* A title is no markup */
  spz_programme_set (self->programme, get_kind (self, 0), &error, "title", "Planung & <Prüfung>", NULL);
  g_assert_no_error (error);
  spz_app_settle ();

  g_signal_emit_by_name (find_button (list, "user-trash-symbolic"), "clicked");
  spz_app_settle ();
  g_assert_nonnull (find_undo (window));
  g_signal_emit_by_name (find_undo (window), "clicked");
  spz_app_settle ();
  g_assert_cmpuint (count_kinds (self), ==, n_kinds);
  g_assert_null (find_undo (window));

  g_signal_emit_by_name (find_button (list, "user-trash-symbolic"), "clicked");
  spz_app_settle ();
  g_assert_nonnull (find_undo (window));
  spz_programme_set (self->programme, get_kind (self, 0), &error, "title", "Betrieb", NULL);
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_null (find_undo (window));
  g_assert_cmpuint (count_kinds (self), ==, n_kinds - 1);

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
}

static void
test_empty (SpzAppFixture *self,
            gconstpointer  data)
{
  GtkWidget *window = open_window (self);
  GtkStack *stack = spz_tool_find (window, GTK_TYPE_STACK, 0);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  while (count_kinds (self) > 0)
    g_assert_true (spz_programme_remove (self->programme, get_kind (self, 0), &error));
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/kinds/add", test_add);
  spz_app_test ("/app/kinds/look", test_look);
  spz_app_test ("/app/kinds/delete", test_delete);
  spz_app_test ("/app/kinds/toast", test_toast);
  spz_app_test ("/app/kinds/empty", test_empty);

  return g_test_run ();
}
