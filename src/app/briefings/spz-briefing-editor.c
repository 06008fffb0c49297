/* spz-briefing-editor.c: a briefing, edited beside its pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-block-card.h"
#include "spz-block-palette.h"
#include "spz-blocks.h"
#include "spz-briefing-editor.h"
#include "spz-briefings.h"
#include "spz-changes-bar.h"
#include "spz-combo-binding.h"
#include "spz-composer.h"
#include "spz-delivered-view.h"
#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-figure-completion.h"
#include "spz-labels.h"
#include "spz-line-text.h"
#include "spz-point-mark.h"
#include "spz-preview.h"
#include "spz-rehearsals.h"
#include "spz-text-binding.h"
#include "spz-text.h"

/* The preview follows typing after this pause, so that it never holds it up */
#define PREVIEW_DELAY_MS 60

struct _SpzBriefingEditor
{
  AdwBin          parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzBriefing    *briefing;
  GArray         *meeting_ids; /* gint64, of what "meeting" offers; 0 for none */
  GHashTable     *collapsed;   /* ids of blocks */
  SpzPointChanges *changes;
  guint           preview_id;
  GtkWidget      *palette;
  GtkWidget      *completion;
  GtkWidget      *details;     /* a popover: how a point was said before */
  gint64          insert_after; /* the id of a block; 0: at the end */
  gboolean        wants_preview; /* where there is one */

  /* Template */
  AdwFlap        *flap;
  AdwEntryRow    *title;
  AdwEntryRow    *speaker;
  AdwEntryRow    *function;
  AdwComboRow    *meeting;
  AdwComboRow    *state;
  GtkStack       *stack;
  SpzDeliveredView *delivered;
  SpzChangesBar  *changes_bar;
  GtkListBox     *blocks;
  GtkWidget      *no_blocks;
  GtkWidget      *add_button;
  SpzPreview     *preview;
  GtkDropDown    *audience;
  GtkDropDown    *layout;
  GtkLabel       *length;

  gboolean        updating_meetings;
  gboolean        offers_delivered;
};

G_DEFINE_FINAL_TYPE (SpzBriefingEditor, spz_briefing_editor, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_PREVIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* "7 of 10 min" where the agenda says how long there is */
static char *
describe_time (SpzBriefingEditor *self,
               guint              seconds,
               gboolean          *over)
{
  SpzAgendaItem *item = spz_programme_lookup (self->programme, SPZ_TYPE_AGENDA_ITEM, self->briefing->agenda_item);
  guint minutes = (seconds + 59) / 60;

  *over = item != NULL && item->minutes > 0 && minutes > item->minutes;
  if (item == NULL || item->minutes <= 0)
    return spz_speaking_time_format (seconds);

  if (*over)
    /* Translators: of a speech: the minutes it takes, those there are, and how many are too many */
    return g_strdup_printf (_("%u of %u min, %u too long"), minutes, (guint) item->minutes,
                            minutes - (guint) item->minutes);

  /* Translators: of a speech: the minutes it takes and those there are */
  return g_strdup_printf (_("%u of %u min"), minutes, (guint) item->minutes);
}

static void
update_length (SpzBriefingEditor *self,
               SpzDocument       *document)
{
  guint words = spz_document_get_words (document);
  guint seconds = spz_speaking_time (self->programme, self->briefing->speaker, words);
  gboolean over;
  g_autofree char *time = describe_time (self, seconds, &over);
  g_autofree char *number = spz_text_format_number (words, 0);
  g_autofree char *words_text = g_strdup_printf (ngettext ("%s word", "%s words", words), number);
  /* Translators: "1,120 words · about 9 minutes" */
  g_autofree char *text = g_strdup_printf (_("%s · %s"), words_text, time);

  gtk_label_set_label (self->length, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->length), text);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->length), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->length), "warning");
}

static SpzBlockCard *
get_card (GtkWidget *row)
{
  return SPZ_BLOCK_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

static SpzBlockCard *
find_card (SpzBriefingEditor *self,
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

/* What of the blocks the audience chosen won't see, and what is new in them */
static void
update_cards (SpzBriefingEditor *self)
{
  SpzPointChanges *changes = spz_point_changes_new (self->programme, self->briefing);
  GtkListBoxRow *row;

  /* Nothing was said before: then that everything is new tells nothing */
  if (spz_point_changes_get_delivery (changes) == NULL)
    g_clear_pointer (&changes, spz_point_changes_free);

  spz_changes_bar_set_changes (self->changes_bar, changes);
  g_clear_pointer (&self->changes, spz_point_changes_free);
  self->changes = changes;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->blocks, i)) != NULL; i++)
    spz_block_card_update (get_card (GTK_WIDGET (row)), spz_briefing_editor_get_audience (self), changes);
}

static void
show_pages (SpzBriefingEditor *self)
{
  const SpzPageLayout layout = spz_briefing_editor_get_layout (self);
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, self->briefing,
                                                           spz_briefing_editor_get_audience (self),
                                                           spz_page_layout_get_flags (layout));
  SpzPageSetup setup;

  spz_page_setup_init (&setup, layout);
  spz_preview_set_document (self->preview, document, &setup);
}

static gboolean
update_preview_cb (gpointer data)
{
  SpzBriefingEditor *self = data;
  g_autoptr (SpzDocument) document = spz_briefing_editor_compose (self);

  self->preview_id = 0;
  update_length (self, document);
  if (!spz_briefing_is_delivered (self->programme, self->briefing))
    update_cards (self);
  if (adw_flap_get_reveal_flap (self->flap))
    show_pages (self);

  return G_SOURCE_REMOVE;
}

static void
queue_preview (SpzBriefingEditor *self)
{
  if (self->briefing && self->preview_id == 0)
    self->preview_id = g_timeout_add (PREVIEW_DELAY_MS, update_preview_cb, self);
}

/* What is for others is set as they get it; the choice stays the user's. */
static void
audience_chosen_cb (SpzBriefingEditor *self)
{
  gtk_drop_down_set_selected (self->layout,
                              spz_page_layout_for_audience (spz_briefing_editor_get_audience (self)));
  queue_preview (self);
}

static void
update_empty (SpzBriefingEditor *self)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (self->briefing)));
  gboolean empty = spz_record_list_get_size (blocks) == 0;

  gtk_widget_set_visible (self->no_blocks, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), !empty);
}

static char *
describe_meeting (SpzBriefingEditor *self,
                  SpzMeeting        *meeting)
{
  g_autofree char *title = spz_meeting_dup_title (self->programme, meeting);
  g_autofree char *date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_SHORT);

  /* Translators: a meeting's date and its title */
  return g_strdup_printf (_("%s, %s"), date, title);
}

/* The choice is a copy that is made anew here and nowhere else: were it the
 * live list, deleting a meeting would make the row choose another one. */
static void
update_meetings (SpzBriefingEditor *self)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  SpzMeeting *chosen = spz_briefing_get_meeting (self->programme, self->briefing);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  guint selected = 0;

  self->updating_meetings = TRUE;

  g_array_set_size (self->meeting_ids, 0);
  g_array_append_val (self->meeting_ids, (gint64) { 0 });
  gtk_string_list_append (choices, _("None"));
  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (meeting));

      g_array_append_val (self->meeting_ids, id);
      gtk_string_list_take (choices, describe_meeting (self, meeting));
      if (meeting == chosen)
        selected = i + 1;
    }

  adw_combo_row_set_model (self->meeting, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->meeting, selected);

  self->updating_meetings = FALSE;
}

static void
meeting_selected_cb (SpzBriefingEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->meeting);
  g_autoptr (GError) error = NULL;
  SpzMeeting *meeting;

  if (self->updating_meetings || self->briefing == NULL || selected >= self->meeting_ids->len)
    return;

  meeting = spz_programme_lookup (self->programme, SPZ_TYPE_MEETING,
                                  g_array_index (self->meeting_ids, gint64, selected));
  if (meeting == spz_briefing_get_meeting (self->programme, self->briefing))
    return;

  if (!spz_briefing_set_meeting (self->programme, self->briefing, meeting, &error))
    {
      spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
      update_meetings (self);
    }
}

/* That it was delivered comes from its delivery alone, and stays. */
static void
update_state (SpzBriefingEditor *self)
{
  const gboolean delivered = self->briefing->state == SPZ_BRIEFING_DELIVERED;

  if (self->offers_delivered != delivered)
    spz_combo_bind_first (GTK_WIDGET (self->state), self->programme, self->briefing, "state",
                          delivered ? G_MAXUINT : SPZ_BRIEFING_DELIVERED);
  self->offers_delivered = delivered;
  gtk_widget_set_sensitive (GTK_WIDGET (self->state),
                            !spz_programme_get_read_only (self->programme) &&
                            !spz_briefing_is_delivered (self->programme, self->briefing));
}

/* What was delivered is shown as it was; nothing of it can be edited */
static void
update_delivered (SpzBriefingEditor *self)
{
  SpzDelivery *delivery = spz_briefing_get_delivery (self->programme, self->briefing);
  GtkWidget *const rows[] = {
    GTK_WIDGET (self->title), GTK_WIDGET (self->speaker), GTK_WIDGET (self->function), GTK_WIDGET (self->meeting),
  };

  spz_delivered_view_set_delivery (self->delivered, self->programme, delivery);
  gtk_widget_set_visible (GTK_WIDGET (self->length), delivery == NULL);
  /* The pages would show the programme of today, not what was delivered */
  adw_flap_set_reveal_flap (self->flap, delivery == NULL && self->wants_preview);
  gtk_stack_set_visible_child_name (self->stack, delivery != NULL ? "delivered" : "blocks");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_sensitive (rows[i], delivery == NULL);
  gtk_widget_set_sensitive (self->add_button, delivery == NULL && !spz_programme_get_read_only (self->programme));
}

static void
programme_changed_cb (SpzBriefingEditor *self)
{
  update_state (self);
  update_meetings (self);
  update_delivered (self);
  update_empty (self);
  queue_preview (self);
}

static void
collapsed_cb (SpzBriefingEditor *self,
              GParamSpec        *pspec,
              SpzBlockCard      *card)
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
  SpzBriefingEditor *self = user_data;
  GtkWidget *row = spz_block_card_new (self->programme, item);
  SpzBlockCard *card = get_card (row);
  gint64 id = spz_record_get_id (item);

  /* A block that is moved gets a new card */
  g_object_set (card, "collapsed", g_hash_table_contains (self->collapsed, &id), NULL);
  g_signal_connect_object (card, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static guint
get_insert_index (SpzBriefingEditor *self)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (self->briefing)));
  SpzRecord *block = spz_programme_lookup (self->programme, SPZ_TYPE_BLOCK, self->insert_after);
  int index = block != NULL ? spz_record_list_index_of (blocks, block) : -1;

  return index < 0 ? spz_record_list_get_size (blocks) : (guint) index + 1;
}

static void
chosen_cb (SpzBriefingEditor *self,
           SpzBlockKind       kind,
           gint64             field,
           gint64             version)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_block_insert (self->programme, self->briefing, get_insert_index (self), kind, field, version, &error);

  if (id == 0)
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
  else
    spz_briefing_editor_reveal (self, "block", id);
}

/* Where @widget is, or the edge behind which it is scrolled away */
static void
point_popover_at (SpzBriefingEditor *self,
                  GtkWidget         *popover,
                  GtkWidget         *widget)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t box;
  GdkRectangle visible;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &box))
    return;

  visible.x = CLAMP ((int) box.origin.x, 0, width - 1);
  visible.y = CLAMP ((int) box.origin.y, 0, height - 1);
  visible.width = CLAMP ((int) box.size.width, 1, width - visible.x);
  visible.height = CLAMP ((int) box.size.height, 1, height - visible.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &visible);
}

/* Below the block it is to follow, which may be longer than what is seen */
static void
open_palette (SpzBriefingEditor *self,
              gint64             after,
              GtkWidget         *at)
{
  self->insert_after = after;
  point_popover_at (self, self->palette, at);
  spz_block_palette_open (SPZ_BLOCK_PALETTE (self->palette), self->programme);
}

static void
palette_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (widget);
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
key_pressed_cb (SpzBriefingEditor *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *card;

  if (keyval != GDK_KEY_slash && keyval != GDK_KEY_KP_Divide)
    return GDK_EVENT_PROPAGATE;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      gtk_widget_is_ancestor (focus, self->palette) ||
      spz_programme_get_read_only (self->programme) ||
      ((GTK_IS_TEXT_VIEW (focus) || GTK_IS_EDITABLE (focus)) && !is_empty_text (focus)))
    return GDK_EVENT_PROPAGATE;

  card = GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self->blocks)
         ? GTK_WIDGET (get_card (focus)) : gtk_widget_get_ancestor (focus, SPZ_TYPE_BLOCK_CARD);
  open_palette (self,
                card != NULL ? spz_record_get_id (SPZ_RECORD (spz_block_card_get_block (SPZ_BLOCK_CARD (card)))) : 0,
                focus);

  return GDK_EVENT_STOP;
}

static void
focus_block_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  SpzBlockCard *card = find_card (SPZ_BRIEFING_EDITOR (widget), g_variant_get_int64 (parameter));

  if (card != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (card)));
}

static void
show_point_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  spz_briefing_editor_reveal (SPZ_BRIEFING_EDITOR (widget), "point", g_variant_get_int64 (parameter));
}

/* Activated by the mark of a point, which has the focus then */
static void
explain_point_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (widget);
  const SpzPointChange *change = self->changes != NULL
                                 ? spz_point_changes_lookup (self->changes, g_variant_get_int64 (parameter)) : NULL;

  if (change == NULL)
    return;

  gtk_popover_set_child (GTK_POPOVER (self->details), spz_point_mark_new_details (change));
  point_popover_at (self, self->details, gtk_root_get_focus (gtk_widget_get_root (widget)));
  gtk_popover_popup (GTK_POPOVER (self->details));
}

static void
take_up_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (widget);
  g_autoptr (GError) error = NULL;

  if (self->changes == NULL)
    return;

  if (spz_point_change_take_up (self->programme, self->briefing, spz_point_changes_get_delivery (self->changes),
                                g_variant_get_int64 (parameter), &error))
    spz_feedback_undo (widget);
  else
    spz_feedback_report (widget, g_steal_pointer (&error));
}

static void
update_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  update_cards (SPZ_BRIEFING_EDITOR (widget));
}

static void
picked_cb (SpzBriefingEditor *self,
           const char        *table,
           gint64             id)
{
  spz_preview_highlight (self->preview, table, id);
  spz_briefing_editor_reveal (self, table, id);
}

static gboolean
is_delivered (SpzBriefingEditor *self)
{
  return self->briefing != NULL && spz_briefing_is_delivered (self->programme, self->briefing);
}

static void
preview_shown_cb (SpzBriefingEditor *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->flap);

  queue_preview (self);
  if (shown == self->wants_preview || is_delivered (self))
    return;

  self->wants_preview = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PREVIEW]);
}

static void
detach (SpzBriefingEditor *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  gtk_list_box_bind_model (self->blocks, NULL, NULL, NULL, NULL);
  spz_figure_completion_set_programme (SPZ_FIGURE_COMPLETION (self->completion), NULL);
  spz_changes_bar_set_changes (self->changes_bar, NULL);
  g_clear_pointer (&self->changes, spz_point_changes_free);
  g_hash_table_remove_all (self->collapsed);
  spz_delivered_view_set_delivery (self->delivered, NULL, NULL);
  spz_text_unbind (GTK_WIDGET (self->title));
  spz_text_unbind (GTK_WIDGET (self->speaker));
  spz_text_unbind (GTK_WIDGET (self->function));
  spz_combo_unbind (GTK_WIDGET (self->state));
  spz_preview_set_document (self->preview, NULL, NULL);
  g_clear_object (&self->briefing);
  g_clear_object (&self->programme);
}

static void
attach (SpzBriefingEditor *self)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (self->briefing)));

  spz_figure_completion_set_programme (SPZ_FIGURE_COMPLETION (self->completion), self->programme);
  spz_text_bind (GTK_WIDGET (self->title), self->programme, self->briefing, "title");
  spz_text_bind (GTK_WIDGET (self->speaker), self->programme, self->briefing, "speaker");
  spz_text_bind (GTK_WIDGET (self->function), self->programme, self->briefing, "function");
  /* Something it isn't, so that it is bound */
  self->offers_delivered = self->briefing->state != SPZ_BRIEFING_DELIVERED;
  update_state (self);

  gtk_list_box_bind_model (self->blocks, G_LIST_MODEL (blocks), create_card_cb, self, NULL);

  g_signal_connect_object (self->programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  programme_changed_cb (self);
}

static void
spz_briefing_editor_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (object);

  switch (prop_id)
    {
    case PROP_SHOW_PREVIEW:
      g_value_set_boolean (value, self->wants_preview);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_briefing_editor_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (object);

  switch (prop_id)
    {
    case PROP_SHOW_PREVIEW:
      self->wants_preview = g_value_get_boolean (value);
      adw_flap_set_reveal_flap (self->flap, self->wants_preview && !is_delivered (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Figures are offered in points; a block that is in is shown on its page */
static void
focus_changed_cb (SpzBriefingEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->blocks));
  GtkWidget *card = inside ? gtk_widget_get_ancestor (focus, SPZ_TYPE_BLOCK_CARD) : NULL;

  if (inside && card == NULL && GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self->blocks))
    card = GTK_WIDGET (get_card (focus));

  spz_figure_completion_set_text (SPZ_FIGURE_COMPLETION (self->completion),
                                  inside && SPZ_IS_LINE_TEXT (focus) ? GTK_TEXT_VIEW (focus) : NULL);
  if (card != NULL)
    spz_preview_show (self->preview, "block",
                      spz_record_get_id (SPZ_RECORD (spz_block_card_get_block (SPZ_BLOCK_CARD (card)))));
}

static void
spz_briefing_editor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spz_briefing_editor_parent_class)->map (widget);

  g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_changed_cb), widget);
}

static void
spz_briefing_editor_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);
  spz_figure_completion_set_text (SPZ_FIGURE_COMPLETION (SPZ_BRIEFING_EDITOR (widget)->completion), NULL);

  GTK_WIDGET_CLASS (spz_briefing_editor_parent_class)->unmap (widget);
}

static void
spz_briefing_editor_dispose (GObject *object)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (object);

  if (self->programme)
    detach (self);
  g_clear_pointer (&self->completion, gtk_widget_unparent);
  g_clear_pointer (&self->palette, gtk_widget_unparent);
  g_clear_pointer (&self->details, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_BRIEFING_EDITOR);

  G_OBJECT_CLASS (spz_briefing_editor_parent_class)->dispose (object);
}

static void
spz_briefing_editor_finalize (GObject *object)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (object);

  g_array_unref (self->meeting_ids);
  g_hash_table_unref (self->collapsed);

  G_OBJECT_CLASS (spz_briefing_editor_parent_class)->finalize (object);
}

static void
spz_briefing_editor_class_init (SpzBriefingEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_briefing_editor_get_property;
  object_class->set_property = spz_briefing_editor_set_property;
  object_class->dispose = spz_briefing_editor_dispose;
  object_class->finalize = spz_briefing_editor_finalize;
  widget_class->map = spz_briefing_editor_map;
  widget_class->unmap = spz_briefing_editor_unmap;

  properties[PROP_SHOW_PREVIEW] =
    g_param_spec_boolean ("show-preview", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SPZ_TYPE_CHANGES_BAR);
  g_type_ensure (SPZ_TYPE_DELIVERED_VIEW);
  g_type_ensure (SPZ_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-briefing-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, flap);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, speaker);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, function);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, meeting);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, state);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, blocks);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, no_blocks);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, delivered);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, changes_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, layout);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, length);
  gtk_widget_class_bind_template_callback (widget_class, audience_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, meeting_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_preview);

  gtk_widget_class_install_action (widget_class, "briefing.palette", "x", palette_cb);
  gtk_widget_class_install_action (widget_class, "briefing.focus-block", "x", focus_block_cb);
  gtk_widget_class_install_action (widget_class, "briefing.show-point", "x", show_point_cb);
  gtk_widget_class_install_action (widget_class, "briefing.explain-point", "x", explain_point_cb);
  gtk_widget_class_install_action (widget_class, "briefing.take-up", "x", take_up_cb);
  gtk_widget_class_install_action (widget_class, "briefing.update", NULL, update_cb);
}

static void
spz_briefing_editor_init (SpzBriefingEditor *self)
{
  g_autoptr (GtkStringList) audiences = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) layouts = gtk_string_list_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->wants_preview = TRUE;
  self->meeting_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->palette = spz_block_palette_new ();
  gtk_widget_set_parent (self->palette, GTK_WIDGET (self));
  g_signal_connect_swapped (self->palette, "chosen", G_CALLBACK (chosen_cb), self);
  self->completion = spz_figure_completion_new ();
  gtk_widget_set_parent (self->completion, GTK_WIDGET (self));
  self->details = gtk_popover_new ();
  gtk_widget_set_parent (self->details, GTK_WIDGET (self));

  /* Before the text gets it */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  for (int i = SPZ_AUDIENCE_PUBLIC; i <= SPZ_AUDIENCE_INTERNAL; i++)
    gtk_string_list_append (audiences, spz_enum_get_label (SPZ_TYPE_AUDIENCE, i));
  gtk_drop_down_set_model (self->audience, G_LIST_MODEL (audiences));
  for (guint i = 0; i < SPZ_N_PAGE_LAYOUTS; i++)
    gtk_string_list_append (layouts, spz_page_layout_get_title ((SpzPageLayout) i));
  gtk_drop_down_set_model (self->layout, G_LIST_MODEL (layouts));
  audience_chosen_cb (self);
}

/**
 * spz_briefing_editor_set_briefing:
 * @self: an editor
 * @programme: (nullable): the programme
 * @briefing: (nullable): one of its briefings
 *
 * Edits another briefing, or none.
 */
void
spz_briefing_editor_set_briefing (SpzBriefingEditor *self,
                                  SpzProgramme      *programme,
                                  SpzBriefing       *briefing)
{
  g_return_if_fail (SPZ_IS_BRIEFING_EDITOR (self));

  if (self->briefing == briefing)
    return;

  if (self->programme)
    detach (self);

  if (briefing)
    {
      self->programme = g_object_ref (programme);
      self->briefing = g_object_ref (briefing);
      attach (self);
    }
}

/**
 * spz_briefing_editor_get_briefing:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what is edited
 */
SpzBriefing *
spz_briefing_editor_get_briefing (SpzBriefingEditor *self)
{
  return self->briefing;
}

/**
 * spz_briefing_editor_get_audience:
 * @self: an editor
 *
 * Returns: whom the pages shown are for
 */
SpzAudience
spz_briefing_editor_get_audience (SpzBriefingEditor *self)
{
  return (SpzAudience) gtk_drop_down_get_selected (self->audience);
}

/**
 * spz_briefing_editor_get_layout:
 * @self: an editor
 *
 * Returns: how the pages shown are set
 */
SpzPageLayout
spz_briefing_editor_get_layout (SpzBriefingEditor *self)
{
  return (SpzPageLayout) gtk_drop_down_get_selected (self->layout);
}

/**
 * spz_briefing_editor_compose:
 * @self: an editor with a briefing
 *
 * Returns: (transfer full): the paper for the audience chosen
 */
SpzDocument *
spz_briefing_editor_compose (SpzBriefingEditor *self)
{
  return spz_compose_briefing (self->programme, self->briefing,
                               spz_briefing_editor_get_audience (self),
                               SPZ_COMPOSE_DEFAULT);
}

/**
 * spz_briefing_editor_reveal:
 * @self: an editor with a briefing
 * @table: a record's table
 * @id: its id
 *
 * Puts the cursor where that record is edited.
 *
 * Returns: whether it is part of this briefing
 */
gboolean
spz_briefing_editor_reveal (SpzBriefingEditor *self,
                            const char        *table,
                            gint64             id)
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
