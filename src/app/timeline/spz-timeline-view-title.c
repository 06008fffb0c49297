/* spz-timeline-view-title.c: renaming in place
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <glib/gi18n.h>

#include "spz-feedback.h"

/* A title is edited in an entry over the bar, the mark or the row's title.
 * Enter and leaving the entry write it, in one step; Escape doesn't. */

/* An entry over something short is still long enough to write in, in em */
#define MIN_WIDTH 16

/* The entry can't be removed while it is handling the event */
static gboolean
remove_cb (gpointer entry)
{
  gtk_widget_unparent (entry);

  return G_SOURCE_REMOVE;
}

static void
end_by_key (SpzTimelineView *self,
            gboolean         write)
{
  SpzTimelineKey key = self->renamed;

  spz_timeline_view_end_rename (self, write);
  spz_timeline_view_focus_key (self, key);
}

static void
activate_cb (SpzTimelineView *self)
{
  end_by_key (self, TRUE);
}

static void
leave_cb (SpzTimelineView *self)
{
  spz_timeline_view_end_rename (self, TRUE);
}

static gboolean
key_cb (SpzTimelineView *self,
        guint            keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_by_key (self, FALSE);

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_entry (SpzTimelineView *self,
              const char      *title)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *controller;

  gtk_widget_add_css_class (entry, "timeline-title");
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"),
                                  -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (entry, controller);

  return entry;
}

/*
 * spz_timeline_view_rename:
 * @self: a view
 *
 * Lets what was selected last be renamed where it stands.
 *
 * Returns: whether it can be
 */
gboolean
spz_timeline_view_rename (SpzTimelineView *self)
{
  SpzRecord *record = spz_timeline_view_lookup (self, self->cursor);

  if (record == NULL || !spz_timeline_view_can_edit (self))
    return FALSE;

  spz_timeline_view_end_rename (self, TRUE);
  spz_timeline_view_scroll_to (self, self->cursor);
  self->renamed = self->cursor;
  self->entry = create_entry (self, spz_record_get_title (record));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  spz_timeline_view_update (self);
  gtk_widget_grab_focus (self->entry);

  return TRUE;
}

static void
write_title (SpzTimelineView *self,
             SpzTimelineKey   key,
             const char      *text)
{
  g_autofree char *title = g_strstrip (g_strdup (text));
  SpzRecord *record = spz_timeline_view_lookup (self, key);
  GError *error = NULL;

  if (record == NULL || *title == '\0' || g_str_equal (title, spz_record_get_title (record)))
    return;

  if (!spz_programme_set (self->programme, record, &error, "title", title, NULL))
    spz_feedback_report (GTK_WIDGET (self), error);
}

/*
 * spz_timeline_view_end_rename:
 * @self: a view
 * @write: whether what was written is kept; an empty title never is
 *
 * Takes the entry away again, if there is one.
 */
void
spz_timeline_view_end_rename (SpzTimelineView *self,
                              gboolean         write)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);

  if (entry == NULL)
    return;

  if (write)
    write_title (self, self->renamed, gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_widget_set_visible (entry, FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_cb, g_object_ref (entry), g_object_unref);
  self->renamed = 0;
}

/*
 * spz_timeline_view_allocate_entry:
 * @self: a view
 *
 * Puts the entry over what is renamed.
 */
void
spz_timeline_view_allocate_entry (SpzTimelineView *self)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  double least = spz_timeline_layout_get_em (self->layout) * MIN_WIDTH;
  graphene_rect_t room;
  gboolean in_column;
  SpzRect rect;
  int width, height;
  double x, y;

  if (self->entry == NULL ||
      !spz_timeline_view_get_key_rect (self, self->renamed, &rect, &in_column))
    return;

  room = in_column ? geometry->column : geometry->chart;
  x = in_column ? room.origin.x : room.origin.x + rect.x - geometry->x;
  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  width = (int) MAX (width, MIN (MAX (rect.width, least), room.size.width));
  height = (int) MAX (height, MIN (rect.height, height * 1.5));
  y = room.origin.y + rect.y + (rect.height - height) / 2 - geometry->y;

  /* In a right-to-left plan a bar begins at its right end */
  if (!in_column && spz_timeline_layout_get_scale (self->layout)->rtl)
    x += rect.width - width;
  x = CLAMP (x, room.origin.x, MAX (room.origin.x + room.size.width - width, room.origin.x));

  gtk_widget_size_allocate (self->entry, &(GtkAllocation) { (int) x, (int) y, width, height }, -1);
}
