/* spz-briefing-editor.c: a briefing, edited beside its pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-briefing-editor.h"

#include "spz-block-list.h"
#include "spz-briefing-head.h"
#include "spz-changes-bar.h"
#include "spz-composer.h"
#include "spz-delivered-view.h"
#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-outline-find.h"
#include "spz-point-mark.h"
#include "spz-popover-point.h"
#include "spz-preview.h"
#include "spz-rehearsals.h"
#include "spz-text.h"
#include "spz-tooltip.h"

/* What was typed is painted first; then its pages are laid out, in a thread, and
 * meanwhile the marks brought up to date. Keys come between these. */
#define PREVIEW_PRIORITY G_PRIORITY_DEFAULT_IDLE
#define MARKS_PRIORITY (G_PRIORITY_DEFAULT_IDLE + 10)

struct _SpzBriefingEditor
{
  AdwBin          parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzBriefing    *briefing;
  SpzPointChanges *changes;
  guint           preview_id;
  guint           marks_id;
  GtkWidget      *details;     /* a popover: how a point was said before */
  gboolean        wants_preview; /* where there is one */

  /* Template */
  AdwFlap        *flap;
  SpzOutlineFind *find;
  GtkStack       *stack;
  SpzBriefingHead *head;
  SpzChangesBar  *changes_bar;
  SpzBlockList   *blocks;
  SpzDeliveredView *delivered;
  SpzPreview     *preview;
  GtkDropDown    *audience;
  GtkDropDown    *layout;
  GtkLabel       *length;
};

G_DEFINE_FINAL_TYPE (SpzBriefingEditor, spz_briefing_editor, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_PREVIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_delivered (SpzBriefingEditor *self)
{
  return self->briefing != NULL && spz_briefing_is_delivered (self->programme, self->briefing);
}

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
  spz_tooltip_set (GTK_WIDGET (self->length), text);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->length), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->length), "warning");
}

/* What of the blocks the audience chosen won't see, and what is new in them */
static void
update_cards (SpzBriefingEditor *self)
{
  SpzPointChanges *changes = spz_point_changes_new (self->programme, self->briefing);

  /* Nothing was said before: then that everything is new tells nothing */
  if (spz_point_changes_get_delivery (changes) == NULL)
    g_clear_pointer (&changes, spz_point_changes_free);

  spz_changes_bar_set_changes (self->changes_bar, changes);
  g_clear_pointer (&self->changes, spz_point_changes_free);
  self->changes = changes;

  spz_block_list_update (self->blocks, spz_briefing_editor_get_audience (self), changes,
                         spz_changes_bar_get_only_changed (self->changes_bar));
}

/* @document: all of the paper, of which a layout may leave parts out */
static void
show_pages (SpzBriefingEditor *self,
            SpzDocument       *document)
{
  const SpzPageLayout layout = spz_briefing_editor_get_layout (self);
  const SpzComposeFlags flags = spz_page_layout_get_flags (layout);
  g_autoptr (SpzDocument) shown = flags == SPZ_COMPOSE_DEFAULT
                                  ? spz_document_ref (document)
                                  : spz_compose_briefing (self->programme, self->briefing,
                                                          spz_briefing_editor_get_audience (self), flags);
  SpzPageSetup setup;

  spz_page_setup_init (&setup, layout);
  spz_preview_set_document (self->preview, shown, &setup);
}

static gboolean
update_preview_cb (gpointer data)
{
  SpzBriefingEditor *self = data;
  g_autoptr (SpzDocument) document = spz_briefing_editor_compose (self);

  self->preview_id = 0;
  if (adw_flap_get_reveal_flap (self->flap))
    show_pages (self, document);
  update_length (self, document);

  return G_SOURCE_REMOVE;
}

static gboolean
update_marks_cb (gpointer data)
{
  SpzBriefingEditor *self = data;

  self->marks_id = 0;
  if (!is_delivered (self))
    update_cards (self);

  return G_SOURCE_REMOVE;
}

static void
queue_preview (SpzBriefingEditor *self)
{
  if (self->briefing == NULL)
    return;

  if (self->preview_id == 0)
    self->preview_id = g_idle_add_full (PREVIEW_PRIORITY, update_preview_cb, self, NULL);
  if (self->marks_id == 0)
    self->marks_id = g_idle_add_full (MARKS_PRIORITY, update_marks_cb, self, NULL);
}

/* What is for others is set as they get it; the choice stays the user's. */
static void
audience_chosen_cb (SpzBriefingEditor *self)
{
  gtk_drop_down_set_selected (self->layout,
                              spz_page_layout_for_audience (spz_briefing_editor_get_audience (self)));
  queue_preview (self);
}

/* What was delivered is shown as it was; nothing of it can be edited, and the
 * pages would show the programme of today */
static void
update_delivered (SpzBriefingEditor *self)
{
  SpzDelivery *delivery = spz_briefing_get_delivery (self->programme, self->briefing);
  const gboolean was_delivered = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "delivered") == 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (delivery != NULL)
    spz_outline_find_stop (self->find);
  spz_delivered_view_set_delivery (self->delivered, self->programme, delivery);
  gtk_widget_set_visible (GTK_WIDGET (self->length), delivery == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->audience), delivery == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->layout), delivery == NULL);
  adw_flap_set_reveal_flap (self->flap, delivery == NULL && self->wants_preview);
  gtk_stack_set_visible_child_name (self->stack, delivery != NULL ? "delivered" : "draft");
  if (had_focus && was_delivered != (delivery != NULL))
    spz_briefing_editor_start (self);
}

static void
programme_changed_cb (SpzBriefingEditor *self)
{
  update_delivered (self);
  queue_preview (self);
}

static void
show_point_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  spz_briefing_editor_reveal (SPZ_BRIEFING_EDITOR (widget), "point", g_variant_get_int64 (parameter));
}

/* Activated by the mark of a point, which has the focus then, unless that was
 * done by a screen reader */
static void
explain_point_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (widget);
  const SpzPointChange *change = self->changes != NULL
                                 ? spz_point_changes_lookup (self->changes, g_variant_get_int64 (parameter)) : NULL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (change == NULL)
    return;

  if (focus == NULL || !gtk_widget_has_css_class (focus, "spz-mark"))
    {
      spz_briefing_editor_reveal (self, "point", change->point);
      focus = gtk_root_get_focus (gtk_widget_get_root (widget));
    }

  gtk_popover_set_child (GTK_POPOVER (self->details), spz_point_mark_new_details (change));
  spz_popover_point_to (GTK_POPOVER (self->details), focus);
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

/* Where what was clicked is edited: the point itself, or the block that made it */
static void
picked_cb (SpzBriefingEditor *self,
           const char        *table,
           gint64             id,
           gint64             block)
{
  spz_preview_highlight (self->preview, table != NULL ? table : "block", table != NULL ? id : block);
  if (table == NULL || !spz_briefing_editor_reveal (self, table, id))
    spz_briefing_editor_reveal (self, "block", block);
}

static void
entered_cb (SpzBriefingEditor *self,
            gint64             block)
{
  spz_preview_show (self->preview, "block", block);
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
  g_clear_handle_id (&self->marks_id, g_source_remove);
  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  spz_outline_find_stop (self->find);
  spz_block_list_set_briefing (self->blocks, NULL, NULL);
  spz_briefing_head_set_briefing (self->head, NULL, NULL);
  spz_changes_bar_set_changes (self->changes_bar, NULL);
  g_clear_pointer (&self->changes, spz_point_changes_free);
  spz_delivered_view_set_delivery (self->delivered, NULL, NULL);
  spz_preview_set_document (self->preview, NULL, NULL);
  g_clear_object (&self->briefing);
  g_clear_object (&self->programme);
}

static void
attach (SpzBriefingEditor *self)
{
  spz_briefing_head_set_briefing (self->head, self->programme, self->briefing);
  spz_block_list_set_briefing (self->blocks, self->programme, self->briefing);
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

static void
spz_briefing_editor_dispose (GObject *object)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (object);

  if (self->programme)
    detach (self);
  g_clear_pointer (&self->details, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_BRIEFING_EDITOR);

  G_OBJECT_CLASS (spz_briefing_editor_parent_class)->dispose (object);
}

static void
spz_briefing_editor_class_init (SpzBriefingEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_briefing_editor_get_property;
  object_class->set_property = spz_briefing_editor_set_property;
  object_class->dispose = spz_briefing_editor_dispose;

  properties[PROP_SHOW_PREVIEW] =
    g_param_spec_boolean ("show-preview", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SPZ_TYPE_BLOCK_LIST);
  g_type_ensure (SPZ_TYPE_BRIEFING_HEAD);
  g_type_ensure (SPZ_TYPE_CHANGES_BAR);
  g_type_ensure (SPZ_TYPE_DELIVERED_VIEW);
  g_type_ensure (SPZ_TYPE_OUTLINE_FIND);
  g_type_ensure (SPZ_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-briefing-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, find);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, flap);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, blocks);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, head);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, delivered);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, changes_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, layout);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, length);
  gtk_widget_class_bind_template_callback (widget_class, audience_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_preview);

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

  self->wants_preview = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->details = gtk_popover_new ();
  gtk_widget_set_parent (self->details, GTK_WIDGET (self));

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
 * spz_briefing_editor_toggle_only_changed:
 * @self: an editor
 *
 * Leaves out the points that are as they were, or shows them again.
 */
void
spz_briefing_editor_toggle_only_changed (SpzBriefingEditor *self)
{
  g_return_if_fail (SPZ_IS_BRIEFING_EDITOR (self));

  spz_changes_bar_toggle_only_changed (self->changes_bar);
}

/**
 * spz_briefing_editor_find:
 * @self: an editor
 *
 * Starts to search in the points, if the focus is in what is edited.
 *
 * Returns: whether it did
 */
gboolean
spz_briefing_editor_find (SpzBriefingEditor *self)
{
  g_autoptr (GPtrArray) outlines = NULL;

  g_return_val_if_fail (SPZ_IS_BRIEFING_EDITOR (self), FALSE);

  if (self->briefing == NULL || gtk_widget_get_focus_child (GTK_WIDGET (self->blocks)) == NULL)
    return FALSE;

  outlines = spz_block_list_get_outlines (self->blocks);
  if (outlines->len == 0)
    return FALSE;

  spz_outline_find_start (self->find, outlines);

  return TRUE;
}

/**
 * spz_briefing_editor_start:
 * @self: an editor
 *
 * Puts the keyboard where work begins: on the first block, or on what can be
 * done with what was delivered.
 */
void
spz_briefing_editor_start (SpzBriefingEditor *self)
{
  g_return_if_fail (SPZ_IS_BRIEFING_EDITOR (self));

  if (self->briefing == NULL)
    return;

  if (is_delivered (self))
    spz_delivered_view_start (self->delivered);
  else if (!spz_block_list_start (self->blocks))
    gtk_widget_child_focus (GTK_WIDGET (self->blocks), GTK_DIR_TAB_FORWARD);
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
  return spz_block_list_reveal (self->blocks, table, id);
}
