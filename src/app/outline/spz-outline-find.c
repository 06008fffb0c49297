/* spz-outline-find.c: searching in outlines
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-outline-find.h"

/**
 * SpzOutlineFind:
 *
 * A bar that finds in outlines what is typed in it. All hits are marked, one
 * is selected; Enter and Shift+Enter go to the next and the one before, and
 * round. Escape goes to the point of the hit, to write on there.
 */
struct _SpzOutlineFind
{
  AdwBin          parent_instance;

  guint           index; /* the hit that is selected */
  guint           n_hits;

  /* Owned */
  GPtrArray      *outlines; /* SpzOutlineView, in their order; none while nothing is searched */
  GArray         *counts;   /* guint, of each */
  guint           current;  /* the one that was written in */

  /* Template */
  GtkSearchBar   *bar;
  GtkSearchEntry *entry;
  GtkLabel       *count;
};

G_DEFINE_FINAL_TYPE (SpzOutlineFind, spz_outline_find, ADW_TYPE_BIN)

/* Where the hit is that is selected; @index goes to its number there */
static SpzOutlineView *
locate (SpzOutlineFind *self,
        guint          *index)
{
  *index = self->index;
  for (guint i = 0; i < self->outlines->len; i++)
    {
      const guint count = g_array_index (self->counts, guint, i);

      if (*index < count)
        return g_ptr_array_index (self->outlines, i);
      *index -= count;
    }

  return NULL;
}

static void
show_hit (SpzOutlineFind *self)
{
  guint index;
  SpzOutlineView *outline = locate (self, &index);
  g_autofree char *text = NULL;

  if (outline != NULL)
    {
      spz_outline_view_show_hit (outline, index);
      /* Translators: which of the places where a word was found: "2 of 7" */
      text = g_strdup_printf (_("%u of %u"), self->index + 1, self->n_hits);
    }
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      text = g_strdup (_("Not found"));
    }

  gtk_label_set_label (self->count, text != NULL ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", self->n_hits > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", self->n_hits > 1);
}

static void
changed_cb (SpzOutlineFind *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  self->n_hits = 0;
  self->index = 0;
  g_array_set_size (self->counts, 0);
  for (guint i = 0; i < self->outlines->len; i++)
    {
      guint nearest;
      guint count = spz_outline_view_search (g_ptr_array_index (self->outlines, i), text, &nearest);

      if (i == self->current)
        self->index = self->n_hits + nearest;
      self->n_hits += count;
      g_array_append_val (self->counts, count);
    }
  /* There may be none in it, and none after it */
  if (self->index >= self->n_hits)
    self->index = 0;

  show_hit (self);
}

static void
step (SpzOutlineFind *self,
      guint           by)
{
  if (self->n_hits == 0)
    return;

  self->index = (self->index + by) % self->n_hits;
  show_hit (self);
}

static void
next_cb (SpzOutlineFind *self)
{
  step (self, 1);
}

static void
previous_cb (SpzOutlineFind *self)
{
  step (self, self->n_hits - 1);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  if (g_str_equal (name, "find.next"))
    next_cb (SPZ_OUTLINE_FIND (widget));
  else
    previous_cb (SPZ_OUTLINE_FIND (widget));
}

/* Enter alone activates the entry */
static gboolean
key_pressed_cb (SpzOutlineFind  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  previous_cb (self);

  return GDK_EVENT_STOP;
}

static void
stop_cb (SpzOutlineFind *self)
{
  guint index;
  SpzOutlineView *outline = locate (self, &index);

  if (self->outlines->len > 0 && (outline == NULL || !spz_outline_view_focus_hit (outline, index)))
    spz_outline_view_focus_last (g_ptr_array_index (self->outlines, self->current));

  spz_outline_find_stop (self);
}

static void
spz_outline_find_dispose (GObject *object)
{
  SpzOutlineFind *self = SPZ_OUTLINE_FIND (object);

  g_ptr_array_set_size (self->outlines, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_OUTLINE_FIND);

  G_OBJECT_CLASS (spz_outline_find_parent_class)->dispose (object);
}

static void
spz_outline_find_finalize (GObject *object)
{
  SpzOutlineFind *self = SPZ_OUTLINE_FIND (object);

  g_ptr_array_unref (self->outlines);
  g_array_unref (self->counts);

  G_OBJECT_CLASS (spz_outline_find_parent_class)->finalize (object);
}

static void
spz_outline_find_class_init (SpzOutlineFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_outline_find_dispose;
  G_OBJECT_CLASS (klass)->finalize = spz_outline_find_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-outline-find.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineFind, bar);
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineFind, entry);
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineFind, count);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_install_action (widget_class, "find.next", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, action_cb);
}

static void
spz_outline_find_init (SpzOutlineFind *self)
{
  self->outlines = g_ptr_array_new_with_free_func (g_object_unref);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
forget (SpzOutlineFind *self)
{
  for (guint i = 0; i < self->outlines->len; i++)
    spz_outline_view_search (g_ptr_array_index (self->outlines, i), NULL, NULL);
  g_ptr_array_set_size (self->outlines, 0);
  g_array_set_size (self->counts, 0);
  self->current = 0;
  self->n_hits = 0;
}

/**
 * spz_outline_find_start:
 * @self: a bar
 * @outlines: (element-type SpzOutlineView): where to search, in this order; one
 *   at least
 *
 * Shows the bar, and searches once more for what was typed in it last.
 */
void
spz_outline_find_start (SpzOutlineFind *self,
                        GPtrArray      *outlines)
{
  g_return_if_fail (SPZ_IS_OUTLINE_FIND (self));
  g_return_if_fail (outlines->len > 0);

  forget (self);
  for (guint i = 0; i < outlines->len; i++)
    {
      SpzOutlineView *outline = g_ptr_array_index (outlines, i);

      if (gtk_widget_get_focus_child (GTK_WIDGET (outline)) != NULL)
        self->current = i;
      spz_outline_view_remember_focus (outline);
      g_ptr_array_add (self->outlines, g_object_ref (outline));
    }
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  changed_cb (self);
  /* At last: there is one selection, which showing the hit took */
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * spz_outline_find_stop:
 * @self: a bar
 *
 * Hides the bar, and marks nothing any more.
 */
void
spz_outline_find_stop (SpzOutlineFind *self)
{
  g_return_if_fail (SPZ_IS_OUTLINE_FIND (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
  forget (self);
}
