/* spz-archive-window.c: what was delivered
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-archive-window.h"

#include <glib/gi18n.h>

#include "spz-archive-files.h"
#include "spz-archive-marks.h"
#include "spz-deliver-window.h"
#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-pdf-view.h"
#include "spz-window.h"

/* Nobody reads more; the words are to be made more precise */
#define MAX_HITS 200

struct _SpzArchiveWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  SpzProgramme    *programme;
  GPtrArray       *shown;      /* SpzDelivery, in the order of the rows */

  gint64           delivery;   /* that is open, or 0 */

  /* Template */
  AdwToastOverlay *toasts;
  AdwLeaflet      *leaflet;
  GtkStack        *stack;
  GtkEditable     *search;
  GtkListBox      *list;
  AdwWindowTitle  *delivery_title;
  GtkLabel        *note;
  SpzPdfView      *view;
};

G_DEFINE_FINAL_TYPE (SpzArchiveWindow, spz_archive_window, ADW_TYPE_WINDOW)

static const char *
get_query (SpzArchiveWindow *self)
{
  return gtk_editable_get_text (self->search);
}

/* The list */

static GtkWidget *
make_pill (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "spz-pill");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static char *
dup_occasion (SpzDelivery *delivery)
{
  g_autofree char *date = spz_date_format (spz_delivery_get_date (delivery), SPZ_DATE_STYLE_LONG);
  const char *body = *delivery->body_title != '\0' ? delivery->body_title : delivery->recipient;

  /* Translators: when something was delivered and to whom */
  return g_strdup_printf (_("%s · %s"), date, body);
}

static void
append_row (SpzArchiveWindow *self,
            GtkWidget        *row,
            SpzDelivery      *delivery,
            gboolean          superseded)
{
  if (superseded)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_pill (_("Superseded")));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->shown, g_object_ref (delivery));
}

/* Who spoke; for whom, if that isn't said with the day */
static char *
dup_people (SpzDelivery *delivery)
{
  const gboolean is_said = *delivery->body_title == '\0' || g_str_equal (delivery->recipient, delivery->body_title);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (*delivery->speaker != '\0')
    {
      /* Translators: %s is a name */
      g_autofree char *speaker = g_strdup_printf (_("Spoken by %s"), delivery->speaker);

      g_strv_builder_add (builder, speaker);
    }
  if (!is_said)
    {
      /* Translators: %s is to whom a briefing was delivered */
      g_autofree char *recipient = g_strdup_printf (_("For: %s"), delivery->recipient);

      g_strv_builder_add (builder, recipient);
    }
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static void
append_delivery (SpzArchiveWindow *self,
                 SpzDelivery      *delivery)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *occasion = dup_occasion (delivery);
  g_autofree char *people = dup_people (delivery);
  g_autofree char *detail = *people != '\0' ? g_strdup_printf ("%s\n%s", occasion, people) : g_strdup (occasion);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), delivery->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_pill (spz_enum_get_label (SPZ_TYPE_AUDIENCE, (int) delivery->audience)));
  append_row (self, row, delivery, spz_delivery_is_superseded (self->programme, delivery));
}

static int
compare_deliveries (gconstpointer a,
                    gconstpointer b)
{
  SpzDelivery *first = *(SpzDelivery *const *) a;
  SpzDelivery *second = *(SpzDelivery *const *) b;

  if (spz_delivery_get_date (first) != spz_delivery_get_date (second))
    return spz_delivery_get_date (first) < spz_delivery_get_date (second) ? 1 : -1;

  return spz_record_get_id (SPZ_RECORD (first)) < spz_record_get_id (SPZ_RECORD (second)) ? 1 : -1;
}

static void
append_all (SpzArchiveWindow *self)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, SPZ_TYPE_DELIVERY);
  g_autoptr (GPtrArray) deliveries = g_ptr_array_new ();

  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    g_ptr_array_add (deliveries, spz_record_list_get (list, i));
  g_ptr_array_sort (deliveries, compare_deliveries);
  for (guint i = 0; i < deliveries->len; i++)
    append_delivery (self, g_ptr_array_index (deliveries, i));
}

static void
append_hit (SpzArchiveWindow     *self,
            const SpzDeliveryHit *hit)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *plain = spz_inline_to_plain (hit->line->title);
  g_autofree char *title = spz_archive_mark (plain, get_query (self));
  g_autofree char *occasion = dup_occasion (hit->delivery);
  g_autofree char *context = *hit->line->heading != '\0'
                             ? g_strdup_printf ("%s · %s", occasion, hit->line->heading) : g_strdup (occasion);
  g_autofree char *subtitle = spz_archive_mark (context, get_query (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  append_row (self, row, hit->delivery, hit->superseded);
}

static void
update (SpzArchiveWindow *self)
{
  SpzRecordList *deliveries = spz_programme_get_list (self->programme, SPZ_TYPE_DELIVERY);
  g_autofree char *query = g_strstrip (g_strdup (get_query (self)));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->shown, 0);

  if (*query == '\0')
    {
      append_all (self);
    }
  else
    {
      g_autoptr (GArray) hits = spz_deliveries_search (self->programme, query);

      for (guint i = 0; i < MIN (hits->len, MAX_HITS); i++)
        append_hit (self, &g_array_index (hits, SpzDeliveryHit, i));
    }

  gtk_stack_set_visible_child_name (self->stack, spz_record_list_get_size (deliveries) > 0 ? "deliveries" : "empty");
}

/* Keys that go to an entry nobody sees go nowhere, Escape neither: while there
 * is nothing to search the window has them itself. */
static void
focus_list (SpzArchiveWindow *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "deliveries"))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* A delivery */

static char *
describe (SpzArchiveWindow *self,
          SpzDelivery      *delivery)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *people = dup_people (delivery);
  g_autoptr (GError) error = NULL;

  g_string_append (text, spz_enum_get_label (SPZ_TYPE_AUDIENCE, (int) delivery->audience));
  if (*people != '\0')
    g_string_append_printf (text, " · %s", people);
  if (spz_delivery_is_superseded (self->programme, delivery))
    g_string_append_printf (text, "\n%s", _("Superseded: a later delivery of this briefing counts."));
  if (!spz_delivery_check (self->programme, delivery, &error))
    g_string_append_printf (text, "\n%s", error->message);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_delivery (SpzArchiveWindow *self,
               SpzDelivery      *delivery)
{
  g_autofree char *occasion = dup_occasion (delivery);
  g_autofree char *note = describe (self, delivery);
  g_autoptr (GError) error = NULL;

  self->delivery = spz_record_get_id (SPZ_RECORD (delivery));
  adw_window_title_set_title (self->delivery_title, delivery->title);
  adw_window_title_set_subtitle (self->delivery_title, occasion);
  gtk_label_set_label (self->note, note);
  if (!spz_pdf_view_set_pdf (self->view, delivery->pdf, get_query (self), &error))
    spz_feedback_toast_on (self->toasts, error->message);
  adw_leaflet_set_visible_child_name (self->leaflet, "delivery");
}

static void
show_list (SpzArchiveWindow *self)
{
  self->delivery = 0;
  spz_pdf_view_set_pdf (self->view, NULL, NULL, NULL);
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  focus_list (self);
}

static void
row_activated_cb (SpzArchiveWindow *self,
                  GtkListBoxRow    *row)
{
  show_delivery (self, g_ptr_array_index (self->shown, gtk_list_box_row_get_index (row)));
}

/* What was typed last may not have been searched yet. */
static void
search_activated_cb (SpzArchiveWindow *self)
{
  update (self);
  if (self->shown->len > 0)
    show_delivery (self, g_ptr_array_index (self->shown, 0));
}

static void
search_stopped_cb (SpzArchiveWindow *self)
{
  if (*get_query (self) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (SpzArchiveWindow *self)
{
  SpzDelivery *delivery = spz_archive_window_get_delivery (self);
  const char *former = gtk_stack_get_visible_child_name (self->stack);

  update (self);
  if (self->delivery == 0)
    {
      if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), former))
        focus_list (self);
      return;
    }

  /* Its delivering was undone */
  if (delivery == NULL)
    {
      show_list (self);
    }
  else
    {
      g_autofree char *note = describe (self, delivery);

      gtk_label_set_label (self->note, note);
    }
}

/* Actions */

static void
go_to_briefing (SpzArchiveWindow *self,
                SpzBriefing      *briefing)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (SPZ_IS_WINDOW (parent) && spz_window_go_to (SPZ_WINDOW (parent), SPZ_RECORD (briefing)))
    gtk_window_present (parent);
}

static void
back (SpzArchiveWindow *self)
{
  if (self->delivery != 0)
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SpzArchiveWindow *self = SPZ_ARCHIVE_WINDOW (widget);
  SpzDelivery *delivery = spz_archive_window_get_delivery (self);
  SpzBriefing *briefing = delivery != NULL
                          ? spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, delivery->briefing) : NULL;

  if (g_str_equal (name, "archive.back"))
    back (self);
  else if (delivery == NULL)
    return;
  else if (g_str_equal (name, "archive.save"))
    spz_archive_save (GTK_WINDOW (self), self->toasts, delivery);
  else if (g_str_equal (name, "archive.open"))
    spz_archive_open (GTK_WINDOW (self), self->toasts, delivery);
  else if (g_str_equal (name, "archive.supersede") && briefing != NULL)
    gtk_window_present (spz_deliver_window_new (GTK_WINDOW (self), self->programme, briefing,
                                                (SpzAudience) delivery->audience));
  else if (g_str_equal (name, "archive.briefing") && briefing != NULL)
    go_to_briefing (self, briefing);
}

static void
spz_archive_window_dispose (GObject *object)
{
  SpzArchiveWindow *self = SPZ_ARCHIVE_WINDOW (object);

  if (self->programme != NULL)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_ARCHIVE_WINDOW);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_archive_window_parent_class)->dispose (object);
}

static void
spz_archive_window_finalize (GObject *object)
{
  g_ptr_array_unref (SPZ_ARCHIVE_WINDOW (object)->shown);

  G_OBJECT_CLASS (spz_archive_window_parent_class)->finalize (object);
}

static void
spz_archive_window_class_init (SpzArchiveWindowClass *klass)
{
  static const char *const actions[] = {
    "archive.back", "archive.save", "archive.open", "archive.supersede", "archive.briefing",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_archive_window_dispose;
  object_class->finalize = spz_archive_window_finalize;

  g_type_ensure (SPZ_TYPE_PDF_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-archive-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, delivery_title);
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, note);
  gtk_widget_class_bind_template_child (widget_class, SpzArchiveWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "archive.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "archive.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "archive.save", NULL);
}

static void
spz_archive_window_init (SpzArchiveWindow *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SpzArchiveWindow *
find_window (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (SPZ_IS_ARCHIVE_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
        return SPZ_ARCHIVE_WINDOW (window);
    }

  return NULL;
}

static SpzArchiveWindow *
make_window (GtkWindow    *parent,
             SpzProgramme *programme)
{
  SpzArchiveWindow *self = g_object_new (SPZ_TYPE_ARCHIVE_WINDOW,
                                         "transient-for", parent,
                                         "destroy-with-parent", TRUE,
                                         NULL);

  self->programme = g_object_ref (programme);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * spz_archive_window_present:
 * @parent: the window it belongs to, which has one archive at the most
 * @programme: a programme
 * @delivery: (nullable): what to open, %NULL for the list of all
 * @query: (nullable): what to search
 *
 * Shows the briefings that were delivered: a list by date, a search over all
 * their lines, and each as its PDF shows it.
 */
void
spz_archive_window_present (GtkWindow    *parent,
                            SpzProgramme *programme,
                            SpzDelivery  *delivery,
                            const char   *query)
{
  SpzArchiveWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  self = find_window (parent);
  if (self == NULL)
    self = make_window (parent, programme);

  gtk_editable_set_text (self->search, query != NULL ? query : "");
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  if (delivery != NULL)
    show_delivery (self, delivery);
  else
    show_list (self);
}

/**
 * spz_archive_window_dismiss:
 * @parent: a window
 *
 * Closes its archive, if it has one: it is to show another programme.
 */
void
spz_archive_window_dismiss (GtkWindow *parent)
{
  SpzArchiveWindow *self = find_window (parent);

  if (self != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * spz_archive_window_get_delivery:
 * @self: an archive
 *
 * Returns: (transfer none) (nullable): the delivery that is open
 */
SpzDelivery *
spz_archive_window_get_delivery (SpzArchiveWindow *self)
{
  g_return_val_if_fail (SPZ_IS_ARCHIVE_WINDOW (self), NULL);

  return self->delivery != 0 ? spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, self->delivery) : NULL;
}
