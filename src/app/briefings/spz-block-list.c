/* spz-block-list.c: the blocks of a briefing, in their order
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-block-list.h"

#include "spz-block-card.h"
#include "spz-block-palette.h"
#include "spz-blocks.h"
#include "spz-feedback.h"
#include "spz-figure-completion.h"
#include "spz-labels.h"
#include "spz-line-text.h"
#include "spz-popover-point.h"

struct _SpzBlockList
{
  AdwBin        parent_instance;

  /* Owned */
  SpzProgramme *programme;
  SpzBriefing  *briefing;
  GHashTable   *collapsed;    /* ids of blocks */
  GtkWidget    *palette;
  GtkWidget    *completion;
  gint64        insert_after; /* the id of a block; 0: at the end */

  /* Template */
  GtkListBox   *blocks;
  GtkWidget    *no_blocks;
  GtkWidget    *nothing_changed;
  GtkWidget    *add_button;
};

G_DEFINE_FINAL_TYPE (SpzBlockList, spz_block_list, ADW_TYPE_BIN)

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpzRecordList *
get_blocks (SpzBlockList *self)
{
  return spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                     spz_record_get_id (SPZ_RECORD (self->briefing)));
}

static SpzBlockCard *
get_card (GtkWidget *row)
{
  return SPZ_BLOCK_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

static SpzBlockCard *
find_card (SpzBlockList *self,
           gint64             block)
{
  for (int i = 0; ; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->blocks, i);

      if (row == NULL)
        return NULL;
      if (spz_record_get_id (SPZ_RECORD (spz_block_card_get_block (get_card (GTK_WIDGET (row))))) == block)
        return get_card (GTK_WIDGET (row));
    }
}

/* The card @widget is in, or that is in it */
static SpzBlockCard *
find_card_of (SpzBlockList *self,
              GtkWidget    *widget)
{
  GtkWidget *card = GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_parent (widget) == GTK_WIDGET (self->blocks)
                    ? GTK_WIDGET (get_card (widget)) : gtk_widget_get_ancestor (widget, SPZ_TYPE_BLOCK_CARD);

  return card != NULL ? SPZ_BLOCK_CARD (card) : NULL;
}

static void
update_empty (SpzBlockList *self)
{
  gboolean empty = spz_record_list_get_size (get_blocks (self)) == 0;

  gtk_widget_set_visible (self->no_blocks, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), !empty);
}

static void
collapsed_cb (SpzBlockList *self,
              GParamSpec   *pspec,
              SpzBlockCard *card)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (spz_block_card_get_block (card)));
  gboolean collapsed;

  g_object_get (card, "collapsed", &collapsed, NULL);
  if (collapsed)
    g_hash_table_add (self->collapsed, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->collapsed, &id);
}

static GtkWidget *
create_card_cb (gpointer item,
                gpointer user_data)
{
  SpzBlockList *self = user_data;
  GtkWidget *row = spz_block_card_new (self->programme, item);
  SpzBlockCard *card = get_card (row);
  gint64 id = spz_record_get_id (item);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spz_enum_get_label (SPZ_TYPE_BLOCK_KIND, SPZ_BLOCK (item)->kind), -1);

  /* A block that is moved gets a new card */
  g_object_set (card, "collapsed", g_hash_table_contains (self->collapsed, &id), NULL);
  g_signal_connect_object (card, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static guint
get_insert_index (SpzBlockList *self)
{
  SpzRecordList *blocks = get_blocks (self);
  SpzRecord *block = spz_programme_lookup (self->programme, SPZ_TYPE_BLOCK, self->insert_after);
  int index = block != NULL ? spz_record_list_index_of (blocks, block) : -1;

  return index < 0 ? spz_record_list_get_size (blocks) : (guint) index + 1;
}

static void
chosen_cb (SpzBlockList *self,
           SpzBlockKind  kind,
           gint64        field,
           gint64        version)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_block_insert (self->programme, self->briefing, get_insert_index (self), kind, field, version, &error);

  if (id == 0)
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
  else
    spz_block_list_reveal (self, "block", id);
}

/* @at: of the block it is to follow, which may be longer than what is seen */
static void
open_palette (SpzBlockList *self,
              gint64        after,
              GtkWidget    *at)
{
  self->insert_after = after;
  spz_popover_point_to (GTK_POPOVER (self->palette), at);
  spz_block_palette_open (SPZ_BLOCK_PALETTE (self->palette), self->programme);
}

static void
palette_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  SpzBlockList *self = SPZ_BLOCK_LIST (widget);
  gint64 after = g_variant_get_int64 (parameter);
  SpzBlockCard *card = after != 0 ? find_card (self, after) : NULL;

  open_palette (self, after, card != NULL ? spz_block_card_get_header (card) : self->add_button);
}

static gboolean
is_empty_text (GtkWidget *widget)
{
  return SPZ_IS_LINE_TEXT (widget) &&
         gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))) == 0;
}

/* "/" where no text is written, or in a point that is still empty */
static gboolean
key_pressed_cb (SpzBlockList    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  SpzBlockCard *card;

  if (keyval != GDK_KEY_slash && keyval != GDK_KEY_KP_Divide)
    return GDK_EVENT_PROPAGATE;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      gtk_widget_is_ancestor (focus, self->palette) ||
      spz_programme_get_read_only (self->programme) ||
      ((GTK_IS_TEXT_VIEW (focus) || GTK_IS_EDITABLE (focus)) && !is_empty_text (focus)))
    return GDK_EVENT_PROPAGATE;

  card = find_card_of (self, focus);
  if (card != NULL)
    open_palette (self, spz_record_get_id (SPZ_RECORD (spz_block_card_get_block (card))),
                  GTK_IS_LIST_BOX_ROW (focus) ? spz_block_card_get_header (card) : focus);
  else
    open_palette (self, 0, focus);

  return GDK_EVENT_STOP;
}

static void
focus_block_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  SpzBlockCard *card = find_card (SPZ_BLOCK_LIST (widget), g_variant_get_int64 (parameter));

  if (card != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (card)));
}

/* What nothing within used: Return leads into the block that has the keyboard,
 * Escape out of it, to where the arrow keys lead from block to block. (Were the
 * rows activatable, a click beside a text would move the cursor as well.) */
static gboolean
key_left_cb (SpzBlockList    *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  SpzBlockCard *card = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->blocks))
                       ? find_card_of (self, focus) : NULL;
  const gboolean on_row = GTK_IS_LIST_BOX_ROW (focus);

  if (card == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (on_row && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    spz_block_card_enter (card);
  else if (!on_row && keyval == GDK_KEY_Escape)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (card)));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* Figures are offered in points; what the keyboard is in, is told */
static void
focus_changed_cb (SpzBlockList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->blocks));
  SpzBlockCard *card = inside ? find_card_of (self, focus) : NULL;

  spz_figure_completion_set_text (SPZ_FIGURE_COMPLETION (self->completion),
                                  inside && SPZ_IS_LINE_TEXT (focus) ? GTK_TEXT_VIEW (focus) : NULL);
  if (card != NULL)
    g_signal_emit (self, signals[ENTERED], 0, spz_record_get_id (SPZ_RECORD (spz_block_card_get_block (card))));
}

static void
spz_block_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spz_block_list_parent_class)->map (widget);

  g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_changed_cb), widget);
}

static void
spz_block_list_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);
  spz_figure_completion_set_text (SPZ_FIGURE_COMPLETION (SPZ_BLOCK_LIST (widget)->completion), NULL);

  GTK_WIDGET_CLASS (spz_block_list_parent_class)->unmap (widget);
}

static void
programme_changed_cb (SpzBlockList *self)
{
  update_empty (self);
  gtk_widget_set_sensitive (self->add_button, !spz_programme_get_read_only (self->programme));
}

static void
detach (SpzBlockList *self)
{
  g_signal_handlers_disconnect_by_data (self->programme, self);
  gtk_list_box_bind_model (self->blocks, NULL, NULL, NULL, NULL);
  spz_figure_completion_set_programme (SPZ_FIGURE_COMPLETION (self->completion), NULL);
  g_hash_table_remove_all (self->collapsed);
  g_clear_object (&self->briefing);
  g_clear_object (&self->programme);
}

static void
attach (SpzBlockList *self)
{
  spz_figure_completion_set_programme (SPZ_FIGURE_COMPLETION (self->completion), self->programme);
  gtk_list_box_bind_model (self->blocks, G_LIST_MODEL (get_blocks (self)), create_card_cb, self, NULL);
  g_signal_connect_object (self->programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  programme_changed_cb (self);
}

static void
spz_block_list_dispose (GObject *object)
{
  SpzBlockList *self = SPZ_BLOCK_LIST (object);

  if (self->programme != NULL)
    detach (self);
  g_clear_pointer (&self->completion, gtk_widget_unparent);
  g_clear_pointer (&self->palette, gtk_widget_unparent);
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_BLOCK_LIST);

  G_OBJECT_CLASS (spz_block_list_parent_class)->dispose (object);
}

static void
spz_block_list_finalize (GObject *object)
{
  g_hash_table_unref (SPZ_BLOCK_LIST (object)->collapsed);

  G_OBJECT_CLASS (spz_block_list_parent_class)->finalize (object);
}

static void
spz_block_list_class_init (SpzBlockListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_block_list_dispose;
  object_class->finalize = spz_block_list_finalize;
  widget_class->map = spz_block_list_map;
  widget_class->unmap = spz_block_list_unmap;

  /**
   * SpzBlockList::entered:
   * @self: the list
   * @block: the id of a block
   *
   * The keyboard went to that block, or from one place in it to another.
   */
  signals[ENTERED] =
    g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-block-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBlockList, blocks);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockList, no_blocks);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockList, nothing_changed);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockList, add_button);

  gtk_widget_class_install_action (widget_class, "briefing.palette", "x", palette_cb);
  gtk_widget_class_install_action (widget_class, "briefing.focus-block", "x", focus_block_cb);
}

static void
spz_block_list_init (SpzBlockList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->palette = spz_block_palette_new ();
  gtk_widget_set_parent (self->palette, GTK_WIDGET (self));
  g_signal_connect_swapped (self->palette, "chosen", G_CALLBACK (chosen_cb), self);
  self->completion = spz_figure_completion_new ();
  gtk_widget_set_parent (self->completion, GTK_WIDGET (self));

  /* Before the text gets it */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->blocks), keys);
}

/**
 * spz_block_list_set_briefing:
 * @self: a list
 * @programme: (nullable): the programme
 * @briefing: (nullable): one of its briefings
 *
 * Edits another briefing's blocks, or none.
 */
void
spz_block_list_set_briefing (SpzBlockList *self,
                             SpzProgramme *programme,
                             SpzBriefing  *briefing)
{
  g_return_if_fail (SPZ_IS_BLOCK_LIST (self));

  if (self->briefing == briefing)
    return;

  if (self->programme != NULL)
    detach (self);

  if (briefing != NULL)
    {
      self->programme = g_object_ref (programme);
      self->briefing = g_object_ref (briefing);
      attach (self);
    }
}

/**
 * spz_block_list_update:
 * @self: a list
 * @reader: whom the paper is for
 * @changes: (nullable): what became of what was said last time
 * @only_changed: leaves out what is as it was then
 *
 * Shows what of the blocks that reader won't see, and what is new in them.
 */
void
spz_block_list_update (SpzBlockList    *self,
                       SpzAudience      reader,
                       SpzPointChanges *changes,
                       gboolean         only_changed)
{
  gboolean any = FALSE;
  GtkListBoxRow *row;

  g_return_if_fail (SPZ_IS_BLOCK_LIST (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->blocks, i)) != NULL; i++)
    {
      gboolean shown = spz_block_card_update (get_card (GTK_WIDGET (row)), reader, changes, only_changed);

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      any = any || shown;
    }

  gtk_widget_set_visible (self->nothing_changed, only_changed && !any);
}

/**
 * spz_block_list_get_outlines:
 * @self: a list
 *
 * Returns: (transfer container) (element-type SpzOutlineView): the points of all
 *   blocks that are not collapsed
 */
GPtrArray *
spz_block_list_get_outlines (SpzBlockList *self)
{
  GPtrArray *outlines = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->blocks, i)) != NULL; i++)
    {
      SpzOutlineView *outline = spz_block_card_get_outline (get_card (GTK_WIDGET (row)));

      if (outline != NULL)
        g_ptr_array_add (outlines, outline);
    }

  return outlines;
}

/**
 * spz_block_list_start:
 * @self: a list
 *
 * Puts the keyboard on the first block: the arrow keys lead on, and Return
 * into it.
 *
 * Returns: whether there is a block
 */
gboolean
spz_block_list_start (SpzBlockList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SPZ_IS_BLOCK_LIST (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->blocks, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * spz_block_list_reveal:
 * @self: a list with a briefing
 * @table: a record's table
 * @id: its id
 *
 * Puts the cursor where that record is edited.
 *
 * Returns: whether it is part of this briefing
 */
gboolean
spz_block_list_reveal (SpzBlockList *self,
                       const char   *table,
                       gint64        id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->blocks));
       row;
       row = gtk_widget_get_next_sibling (row))
    {
      SpzBlockCard *card;
      SpzBlock *block;

      if (!GTK_IS_LIST_BOX_ROW (row))
        continue;

      card = get_card (row);
      block = spz_block_card_get_block (card);

      if (g_str_equal (table, "point") && spz_block_card_reveal (card, id))
        return TRUE;

      if ((g_str_equal (table, "block") && spz_record_get_id (SPZ_RECORD (block)) == id) ||
          (g_str_equal (table, "action_field") && block->action_field == id) ||
          (g_str_equal (table, "role") && block->kind == SPZ_BLOCK_ROLES) ||
          (g_str_equal (table, "task") && block->kind == SPZ_BLOCK_ROLES))
        {
          spz_block_card_start (card);
          return TRUE;
        }
    }

  return FALSE;
}
