/* spz-briefings-page.c: the briefings
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-archive-window.h"
#include "spz-briefing-editor.h"
#include "spz-briefings-page.h"
#include "spz-briefings.h"
#include "spz-delete.h"
#include "spz-deliver-window.h"
#include "spz-export.h"
#include "spz-labels.h"
#include "spz-lectern.h"
#include "spz-next-window.h"
#include "spz-print.h"

struct _SpzBriefingsPage
{
  SpzPage            parent_instance;

  /* Borrowed */
  SpzProgramme      *programme;

  /* Template */
  AdwLeaflet        *leaflet;
  GtkStack          *stack;
  GtkListBox        *list;
  AdwWindowTitle    *editor_title;
  GtkButton         *print_button;
  GtkToggleButton   *preview_button;
  SpzBriefingEditor *editor;
};

G_DEFINE_FINAL_TYPE (SpzBriefingsPage, spz_briefings_page, SPZ_TYPE_PAGE)

static char *
describe_occasion (SpzProgramme *programme,
                   SpzBriefing  *briefing)
{
  SpzMeeting *meeting = spz_briefing_get_meeting (programme, briefing);
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;

  if (meeting == NULL)
    return g_strdup (_("Not for a meeting yet"));

  title = spz_meeting_dup_title (programme, meeting);
  date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_LONG);
  /* Translators: a meeting's title and its date */
  return g_strdup_printf (_("%s, %s"), title, date);
}

/* The latest meeting first; briefings without one before all, they are new */
static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  SpzBriefingsPage *self = user_data;
  SpzBriefing *first = g_object_get_data (G_OBJECT (a), "spz-briefing");
  SpzBriefing *second = g_object_get_data (G_OBJECT (b), "spz-briefing");
  SpzMeeting *first_meeting = spz_briefing_get_meeting (self->programme, first);
  SpzMeeting *second_meeting = spz_briefing_get_meeting (self->programme, second);
  SpzDate first_date = first_meeting ? first_meeting->date : G_MAXINT;
  SpzDate second_date = second_meeting ? second_meeting->date : G_MAXINT;

  if (first_date != second_date)
    return first_date < second_date ? 1 : -1;

  return spz_record_get_id (SPZ_RECORD (first)) < spz_record_get_id (SPZ_RECORD (second)) ? 1 : -1;
}

static GtkWidget *
create_row (SpzBriefingsPage *self,
            SpzBriefing      *briefing)
{
  g_autofree char *occasion = describe_occasion (self->programme, briefing);
  g_autofree char *title = g_markup_escape_text (briefing->title, -1);
  g_autofree char *subtitle = g_markup_escape_text (occasion, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *state = gtk_label_new (spz_enum_get_label (SPZ_TYPE_BRIEFING_STATE, briefing->state));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (state, "spz-pill");
  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "spz-briefing", g_object_ref (briefing), g_object_unref);

  return row;
}

static void
update_list (SpzBriefingsPage *self)
{
  SpzRecordList *briefings = spz_programme_get_list (self->programme, SPZ_TYPE_BRIEFING);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    gtk_list_box_append (self->list, create_row (self, spz_record_list_get (briefings, i)));

  gtk_stack_set_visible_child_name (self->stack, spz_record_list_get_size (briefings) ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefings.next",
                                 spz_record_list_get_size (briefings) > 0 &&
                                 !spz_programme_get_read_only (self->programme));
}

static void
show_list (SpzBriefingsPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  spz_briefing_editor_set_briefing (self->editor, NULL, NULL);
}

static void
update_title (SpzBriefingsPage *self)
{
  SpzBriefing *briefing = spz_briefing_editor_get_briefing (self->editor);
  g_autofree char *occasion = describe_occasion (self->programme, briefing);

  adw_window_title_set_title (self->editor_title, briefing->title);
  adw_window_title_set_subtitle (self->editor_title, occasion);
}

static void
open_briefing (SpzBriefingsPage *self,
               SpzBriefing      *briefing)
{
  spz_briefing_editor_set_briefing (self->editor, self->programme, briefing);
  update_title (self);
  adw_leaflet_set_visible_child_name (self->leaflet, "editor");
}

/* Where work begins: in the briefing that is open, or on the first of the list */
static gboolean
spz_briefings_page_grab_focus (GtkWidget *widget)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (widget);

  if (spz_briefing_editor_get_briefing (self->editor) != NULL)
    spz_briefing_editor_start (self->editor);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static void
programme_changed_cb (SpzBriefingsPage *self,
                      const SpzChanges *changes)
{
  static const char *const contents[] = { "block", "point", NULL };
  SpzBriefing *briefing = spz_briefing_editor_get_briefing (self->editor);

  if (spz_changes_are_within (changes, contents))
    return;

  update_list (self);
  if (briefing == NULL)
    return;

  /* Deleted, or the adding of it undone */
  if (spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, spz_record_get_id (SPZ_RECORD (briefing))) != briefing)
    show_list (self);
  else
    update_title (self);
}

static void
row_activated_cb (SpzBriefingsPage *self,
                  GtkListBoxRow    *row)
{
  open_briefing (self, g_object_get_data (G_OBJECT (row), "spz-briefing"));
  spz_briefing_editor_start (self->editor);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  show_list (SPZ_BRIEFINGS_PAGE (widget));
  gtk_widget_grab_focus (widget);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (widget);

  spz_export_briefing (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme,
                       spz_briefing_editor_get_briefing (self->editor),
                       spz_briefing_editor_get_audience (self->editor),
                       spz_briefing_editor_get_layout (self->editor));
}

static void
speak_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (widget);
  SpzBriefing *briefing = spz_briefing_editor_get_briefing (self->editor);
  SpzLectern *lectern;

  if (briefing == NULL)
    return;

  lectern = spz_lectern_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme, briefing,
                             spz_briefing_editor_get_audience (self->editor));
  gtk_window_fullscreen (GTK_WINDOW (lectern));
  gtk_window_present (GTK_WINDOW (lectern));
}

static void
show_pages_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkToggleButton *button = SPZ_BRIEFINGS_PAGE (widget)->preview_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
only_changed_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  spz_briefing_editor_toggle_only_changed (SPZ_BRIEFINGS_PAGE (widget)->editor);
}

static void
deliver_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (widget);
  SpzBriefing *briefing = spz_briefing_editor_get_briefing (self->editor);

  if (briefing != NULL)
    gtk_window_present (spz_deliver_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme, briefing,
                                                spz_briefing_editor_get_audience (self->editor)));
}

static void
archive_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (widget);

  if (self->programme != NULL)
    spz_archive_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme, NULL, NULL);
}

static void
next_made_cb (SpzBriefingsPage *self,
              gint64            id)
{
  SpzBriefing *briefing = spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, id);

  if (briefing == NULL)
    return;

  open_briefing (self, briefing);
  spz_briefing_editor_start (self->editor);
  spz_page_toast_undo (SPZ_PAGE (self));
}

/* From the briefing that is open, or else the latest */
static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (widget);
  SpzBriefing *briefing = spz_briefing_editor_get_briefing (self->editor);
  GtkWindow *window;

  if (briefing == NULL && self->programme != NULL)
    briefing = spz_programme_get_latest_briefing (self->programme);
  if (briefing == NULL)
    return;

  window = spz_next_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme, briefing);
  g_signal_connect_object (window, "made", G_CALLBACK (next_made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (widget);

  spz_delete_record (widget, self->programme, spz_briefing_editor_get_briefing (self->editor));
}

static void
spz_briefings_page_set_programme (SpzPage      *page,
                                  SpzProgramme *programme)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  SpzBriefing *latest;

  show_list (self);
  if (GTK_IS_WINDOW (root))
    spz_archive_window_dismiss (GTK_WINDOW (root));
  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  self->programme = programme;
  if (programme == NULL)
    return;

  g_signal_connect_object (programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  update_list (self);

  /* What is worked on is nearly always the latest */
  latest = spz_programme_get_latest_briefing (programme);
  if (latest)
    open_briefing (self, latest);
}

static void
spz_briefings_page_add (SpzPage *page)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (page);
  SpzMeeting *meeting = spz_programme_get_next_meeting (self->programme);
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (meeting && spz_meeting_get_briefing (self->programme, meeting))
    meeting = NULL;

  id = spz_briefing_create (self->programme, meeting, &error);
  if (id == 0)
    {
      spz_page_report (page, g_steal_pointer (&error));
      return;
    }

  open_briefing (self, spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, id));
  spz_briefing_editor_start (self->editor);
  spz_page_toast_undo (page);
}

/* The briefing a record is part of */
static SpzBriefing *
find_briefing (SpzBriefingsPage *self,
               SpzRecord        *record)
{
  SpzBlock *block = NULL;

  if (SPZ_IS_BRIEFING (record))
    return SPZ_BRIEFING (record);

  if (SPZ_IS_BLOCK (record))
    block = SPZ_BLOCK (record);
  else if (SPZ_IS_POINT (record))
    block = spz_programme_lookup (self->programme, SPZ_TYPE_BLOCK, SPZ_POINT (record)->block);

  return block ? spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, block->briefing) : NULL;
}

/* What was delivered is not on this page, but in the archive. */
static gboolean
reveal_delivery (SpzBriefingsPage *self,
                 SpzRecord        *record)
{
  SpzDelivery *delivery = SPZ_IS_DELIVERY_LINE (record)
                          ? spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, SPZ_DELIVERY_LINE (record)->delivery)
                          : SPZ_DELIVERY (record);

  if (delivery != NULL)
    spz_archive_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->programme, delivery, NULL);

  return delivery != NULL;
}

static gboolean
spz_briefings_page_reveal (SpzPage   *page,
                           SpzRecord *record)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (page);
  SpzBriefing *briefing = find_briefing (self, record);

  if (SPZ_IS_DELIVERY (record) || SPZ_IS_DELIVERY_LINE (record))
    return reveal_delivery (self, record);
  if (briefing == NULL)
    return FALSE;

  open_briefing (self, briefing);
  if (!spz_briefing_editor_reveal (self->editor, spz_record_get_table (record), spz_record_get_id (record)))
    spz_briefing_editor_start (self->editor);
  return TRUE;
}

static gboolean
spz_briefings_page_find (SpzPage *page)
{
  return spz_briefing_editor_find (SPZ_BRIEFINGS_PAGE (page)->editor);
}

static void
spz_briefings_page_print (SpzPage *page)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (page);
  SpzBriefing *briefing = spz_briefing_editor_get_briefing (self->editor);

  /* In the list it is the latest that is wanted */
  if (briefing == NULL)
    briefing = spz_programme_get_latest_briefing (self->programme);

  if (briefing)
    spz_print_briefing (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), self->programme, briefing,
                        spz_briefing_editor_get_audience (self->editor),
                        spz_briefing_editor_get_layout (self->editor));
}

static void
spz_briefings_page_dispose (GObject *object)
{
  SpzBriefingsPage *self = SPZ_BRIEFINGS_PAGE (object);

  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  self->programme = NULL;
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_BRIEFINGS_PAGE);

  G_OBJECT_CLASS (spz_briefings_page_parent_class)->dispose (object);
}

static void
spz_briefings_page_class_init (SpzBriefingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SpzPageClass *page_class = SPZ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_briefings_page_dispose;
  widget_class->grab_focus = spz_briefings_page_grab_focus;

  page_class->set_programme = spz_briefings_page_set_programme;
  page_class->add = spz_briefings_page_add;
  page_class->reveal = spz_briefings_page_reveal;
  page_class->find = spz_briefings_page_find;
  page_class->print = spz_briefings_page_print;

  g_type_ensure (SPZ_TYPE_BRIEFING_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-briefings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingsPage, editor_title);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingsPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingsPage, preview_button);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingsPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "briefings.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "briefings.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "briefings.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "briefings.archive", NULL, archive_cb);
  gtk_widget_class_install_action (widget_class, "briefings.deliver", NULL, deliver_cb);
  gtk_widget_class_install_action (widget_class, "briefings.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "briefings.only-changed", NULL, only_changed_cb);
  gtk_widget_class_install_action (widget_class, "briefings.show-pages", NULL, show_pages_cb);
  gtk_widget_class_install_action (widget_class, "briefings.speak", NULL, speak_cb);
}

/* Wherever in the window the keyboard is, while this is the page that is seen */
static void
add_shortcuts (SpzBriefingsPage *self)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
  } shortcuts[] = {
    { GDK_KEY_F5, 0, "briefings.speak" },
    { GDK_KEY_F9, 0, "briefings.show-pages" },
    { GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "briefings.only-changed" },
    { GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "briefings.next" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "briefings.deliver" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "briefings.export" },
    { GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "briefings.archive" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].keyval,
                                                                                    shortcuts[i].modifiers),
                                                            gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
spz_briefings_page_init (SpzBriefingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);

  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  g_object_bind_property (self->preview_button, "active", self->editor, "show-preview",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  /* In a narrow window the menu has it alone */
  g_object_bind_property (self, "folded", self->print_button, "visible",
                          G_BINDING_INVERT_BOOLEAN | G_BINDING_SYNC_CREATE);
}
