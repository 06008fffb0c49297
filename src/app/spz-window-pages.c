/* spz-window-pages.c: the window's pages and the way between them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-window-private.h"

#include "spz-briefings-page.h"
#include "spz-fields-page.h"
#include "spz-meetings-page.h"
#include "spz-organisation-page.h"
#include "spz-overview-page.h"
#include "spz-timeline-page.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType     (*get_type) (void);
} page_infos[] = {
  { "overview", N_("Overview"), "spz-overview-symbolic", spz_overview_page_get_type },
  { "timeline", N_("Timeline"), "spz-timeline-symbolic", spz_timeline_page_get_type },
  { "fields", N_("Action Fields"), "spz-fields-symbolic", spz_fields_page_get_type },
  { "organisation", N_("Project Organisation"), "spz-organisation-symbolic", spz_organisation_page_get_type },
  { "meetings", N_("Meetings"), "spz-meetings-symbolic", spz_meetings_page_get_type },
  { "briefings", N_("Briefings"), "spz-briefings-symbolic", spz_briefings_page_get_type },
};

static int
find_page (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_infos); i++)
    if (g_strcmp0 (page_infos[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* Pages are made when they are first shown: the window comes up sooner. */
static SpzPage *
ensure_page (SpzWindow *self,
             int        index)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, page_infos[index].name);

  if (page == NULL)
    {
      page = g_object_new (page_infos[index].get_type (),
                           "title", _(page_infos[index].title),
                           "icon-name", page_infos[index].icon_name,
                           NULL);
      gtk_stack_add_named (self->pages, page, page_infos[index].name);
      g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
      g_object_set (page, "programme", self->programme, NULL);
    }

  return SPZ_PAGE (page);
}

static GtkWidget *
make_row (const char *title,
          const char *icon_name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return row;
}

static void
show_content (SpzWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

static void
navigation_activated_cb (SpzWindow     *self,
                         GtkListBoxRow *row)
{
  spz_window_show_page (self, page_infos[gtk_list_box_row_get_index (row)].name);
  show_content (self);
}

/* The page a kind of record lives on */
static const char *
page_of (SpzRecord *record)
{
  static const struct
  {
    GType      (*get_type) (void);
    const char  *page;
  } places[] = {
    { spz_role_get_type, "organisation" },
    { spz_task_get_type, "organisation" },
    { spz_assignment_get_type, "organisation" },
    { spz_action_field_get_type, "fields" },
    { spz_figure_get_type, "fields" },
    { spz_figure_value_get_type, "fields" },
    { spz_measure_get_type, "timeline" },
    { spz_phase_get_type, "timeline" },
    { spz_milestone_get_type, "timeline" },
    { spz_plan_version_get_type, "timeline" },
    { spz_body_get_type, "meetings" },
    { spz_meeting_get_type, "meetings" },
    { spz_agenda_item_get_type, "meetings" },
    { spz_briefing_get_type, "briefings" },
    { spz_block_get_type, "briefings" },
    { spz_delivery_get_type, "briefings" },
    { spz_delivery_line_get_type, "briefings" },
  };

  if (SPZ_IS_POINT (record))
    return SPZ_POINT (record)->block != 0 ? "briefings" : "fields";

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_type_is_a (G_OBJECT_TYPE (record), places[i].get_type ()))
      return places[i].page;

  return NULL;
}

void
spz_window_pages_init (SpzWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_infos); i++)
    gtk_list_box_append (self->navigation,
                         make_row (_(page_infos[i].title), page_infos[i].icon_name));

  g_signal_connect_object (self->navigation, "row-activated",
                           G_CALLBACK (navigation_activated_cb), self, G_CONNECT_SWAPPED);
}

/* Lets every page there is follow the window's programme. */
void
spz_window_pages_refresh (SpzWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_infos); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, page_infos[i].name);

      if (page != NULL)
        g_object_set (page, "programme", self->programme, NULL);
    }
}

SpzPage *
spz_window_get_current_page (SpzWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? SPZ_PAGE (page) : NULL;
}

void
spz_window_go_back (SpzWindow *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
}

/**
 * spz_window_has_page:
 * @name: (nullable): a name
 *
 * Tells whether there is a page of that name.
 *
 * Returns: whether spz_window_show_page() knows @name
 */
gboolean
spz_window_has_page (const char *name)
{
  return find_page (name) >= 0;
}

/**
 * spz_window_show_page:
 * @self: a window
 * @name: a page's name, see spz_window_has_page()
 *
 * Shows a page. In a window without a programme the page is shown when there
 * is one.
 */
void
spz_window_show_page (SpzWindow  *self,
                      const char *name)
{
  int index = find_page (name);

  g_return_if_fail (SPZ_IS_WINDOW (self));
  g_return_if_fail (index >= 0);

  if (self->programme == NULL)
    {
      g_free (self->wanted_page);
      self->wanted_page = g_strdup (name);
      return;
    }

  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (ensure_page (self, index)));
  gtk_list_box_select_row (self->navigation,
                           gtk_list_box_get_row_at_index (self->navigation, index));
  spz_window_actions_refresh (self);
}

/**
 * spz_window_go_to:
 * @self: a window
 * @record: a record of the window's programme
 *
 * Shows @record where it lives: its page, with the record in view.
 *
 * Returns: whether there is such a place
 */
gboolean
spz_window_go_to (SpzWindow *self,
                  SpzRecord *record)
{
  const char *name;

  g_return_val_if_fail (SPZ_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);

  name = page_of (record);
  if (name == NULL || self->programme == NULL)
    return FALSE;

  spz_window_show_page (self, name);
  show_content (self);

  return spz_page_reveal (spz_window_get_current_page (self), record);
}
