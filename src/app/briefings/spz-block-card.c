/* spz-block-card.c: one block of a briefing, edited in place
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-audience-button.h"
#include "spz-block-card.h"
#include "spz-combo-binding.h"
#include "spz-delete.h"
#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-outline-view.h"
#include "spz-page.h"
#include "spz-reorder.h"
#include "spz-text-binding.h"

struct _SpzBlockCard
{
  AdwBin          parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzBlock       *block;

  /* Template */
  GtkBox         *header;
  GtkImage       *icon;
  GtkLabel       *kind;
  GtkLabel       *field_title;
  GtkEntry       *title;
  GtkFrame       *text_frame;
  GtkTextView    *text;
  GtkLabel       *summary;
  GtkDropDown    *field;
  SpzAudienceButton *audience;
  SpzOutlineView *outline;
  GtkButton      *open;
};

G_DEFINE_FINAL_TYPE (SpzBlockCard, spz_block_card, ADW_TYPE_BIN)

static const char *const icons[] = {
  [SPZ_BLOCK_HEADING] = "format-text-bold-symbolic",
  [SPZ_BLOCK_TEXT] = "format-justify-left-symbolic",
  [SPZ_BLOCK_POINTS] = "view-list-bullet-symbolic",
  [SPZ_BLOCK_ACTION_FIELD] = "spz-fields-symbolic",
  [SPZ_BLOCK_ROLES] = "spz-organisation-symbolic",
  [SPZ_BLOCK_FIGURES] = "view-grid-symbolic",
  [SPZ_BLOCK_DATES] = "spz-meetings-symbolic",
  [SPZ_BLOCK_TIMELINE] = "spz-timeline-symbolic",
  [SPZ_BLOCK_CHANGES] = "view-refresh-symbolic",
  [SPZ_BLOCK_COMPARISON] = "view-dual-symbolic",
  [SPZ_BLOCK_COMMITMENTS] = "object-select-symbolic",
};

/* Where a block's content is edited; %G_TYPE_INVALID where that is here */
static GType
get_shown_type (SpzBlock *block)
{
  switch ((SpzBlockKind) block->kind)
    {
    case SPZ_BLOCK_ACTION_FIELD:
      return SPZ_TYPE_ACTION_FIELD;
    case SPZ_BLOCK_ROLES:
      return SPZ_TYPE_ROLE;
    case SPZ_BLOCK_FIGURES:
      return SPZ_TYPE_FIGURE;
    case SPZ_BLOCK_DATES:
      return SPZ_TYPE_MEETING;
    case SPZ_BLOCK_TIMELINE:
      return SPZ_TYPE_MEASURE;
    case SPZ_BLOCK_HEADING:
    case SPZ_BLOCK_TEXT:
    case SPZ_BLOCK_POINTS:
    default:
      return G_TYPE_INVALID;
    }
}

static guint
count (SpzBlockCard *self,
       GType         type)
{
  return spz_record_list_get_size (spz_programme_get_list (self->programme, type));
}

static char *
summarise (SpzBlockCard *self)
{
  guint n;

  switch ((SpzBlockKind) self->block->kind)
    {
    case SPZ_BLOCK_ROLES:
      {
        g_autofree char *roles = NULL;
        g_autofree char *tasks = NULL;

        n = count (self, SPZ_TYPE_ROLE);
        roles = g_strdup_printf (ngettext ("%u role", "%u roles", n), n);
        n = count (self, SPZ_TYPE_TASK);
        tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
        /* Translators: "5 roles with 21 tasks" */
        return g_strdup_printf (_("%s with %s, as a table"), roles, tasks);
      }
    case SPZ_BLOCK_FIGURES:
      {
        gint64 id = self->block->action_field;

        n = id ? spz_record_list_get_size (spz_programme_get_children (self->programme, SPZ_TYPE_FIGURE, "action-field", id))
               : count (self, SPZ_TYPE_FIGURE);
        return g_strdup_printf (ngettext ("%u key figure with its latest value",
                                          "%u key figures with their latest values", n), n);
      }
    case SPZ_BLOCK_DATES:
      return g_strdup (_("The milestones, meetings and assignments after the reference date"));
    case SPZ_BLOCK_TIMELINE:
      {
        g_autofree char *measures = NULL;
        g_autofree char *phases = NULL;

        n = count (self, SPZ_TYPE_MEASURE);
        measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
        n = count (self, SPZ_TYPE_PHASE);
        phases = g_strdup_printf (ngettext ("%u phase", "%u phases", n), n);
        /* Translators: "19 measures with 57 phases, …" */
        return g_strdup_printf (_("%s with %s, on a landscape page"), measures, phases);
      }
    case SPZ_BLOCK_HEADING:
    case SPZ_BLOCK_TEXT:
    case SPZ_BLOCK_POINTS:
    case SPZ_BLOCK_ACTION_FIELD:
    default:
      return g_strdup ("");
    }
}

static void
update_summary (SpzBlockCard *self)
{
  g_autofree char *summary = summarise (self);
  SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, self->block->action_field);

  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->field_title, field ? field->title : "");
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (widget);

  spz_delete_record (widget, self->programme, self->block);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (widget);
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      self->block->briefing);
  int index = spz_record_list_index_of (blocks, SPZ_RECORD (self->block)) + g_variant_get_int32 (parameter);
  g_autoptr (GError) error = NULL;

  if (index < 0 || index >= (int) spz_record_list_get_size (blocks))
    return;

  if (!spz_programme_move (self->programme, self->block, blocks, (guint) index, &error))
    spz_feedback_report (widget, g_steal_pointer (&error));
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (widget);
  GType type = get_shown_type (self->block);
  GtkWidget *page = gtk_widget_get_ancestor (widget, SPZ_TYPE_PAGE);
  SpzRecord *record;

  if (self->block->action_field)
    record = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, self->block->action_field);
  else
    record = spz_record_list_get (spz_programme_get_list (self->programme, type), 0);

  if (page && record)
    spz_page_go_to (SPZ_PAGE (page), record);
}

static void
set_up (SpzBlockCard *self)
{
  SpzBlockKind kind = (SpzBlockKind) self->block->kind;
  gboolean has_outline = kind == SPZ_BLOCK_POINTS || kind == SPZ_BLOCK_ACTION_FIELD;
  gboolean has_title = kind == SPZ_BLOCK_HEADING || kind == SPZ_BLOCK_POINTS || kind == SPZ_BLOCK_ROLES;

  gtk_image_set_from_icon_name (self->icon, icons[kind]);
  gtk_label_set_label (self->kind, spz_enum_get_label (SPZ_TYPE_BLOCK_KIND, kind));
  gtk_widget_set_visible (GTK_WIDGET (self->field_title), kind == SPZ_BLOCK_ACTION_FIELD);
  gtk_widget_set_visible (GTK_WIDGET (self->title), has_title);
  gtk_widget_set_visible (GTK_WIDGET (self->text_frame), kind == SPZ_BLOCK_TEXT);
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          get_shown_type (self->block) != G_TYPE_INVALID && kind != SPZ_BLOCK_ACTION_FIELD);
  gtk_widget_set_visible (GTK_WIDGET (self->field), kind == SPZ_BLOCK_FIGURES);
  gtk_widget_set_visible (GTK_WIDGET (self->outline), has_outline);
  gtk_widget_set_visible (GTK_WIDGET (self->open), get_shown_type (self->block) != G_TYPE_INVALID);

  if (has_title)
    spz_text_bind (GTK_WIDGET (self->title), self->programme, self->block, "title");
  if (kind == SPZ_BLOCK_TEXT)
    spz_text_bind (GTK_WIDGET (self->text), self->programme, self->block, "title");
  if (kind == SPZ_BLOCK_FIGURES)
    spz_combo_bind_reference (GTK_WIDGET (self->field), self->programme, self->block, "action-field",
                              G_LIST_MODEL (spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD)),
                              _("All action fields"));
  if (kind == SPZ_BLOCK_POINTS)
    spz_outline_view_set_owner (self->outline, self->programme, self->block);
  if (kind == SPZ_BLOCK_ACTION_FIELD)
    spz_outline_view_set_owner (self->outline, self->programme,
                                spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD,
                                                      self->block->action_field));
  spz_audience_button_bind (self->audience, self->programme, self->block);

  update_summary (self);
  g_signal_connect_object (self->programme, "changed", G_CALLBACK (update_summary), self, G_CONNECT_SWAPPED);
}

static void
spz_block_card_dispose (GObject *object)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (object);

  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_BLOCK_CARD);
  g_clear_object (&self->block);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_block_card_parent_class)->dispose (object);
}

static void
spz_block_card_class_init (SpzBlockCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_block_card_dispose;

  g_type_ensure (SPZ_TYPE_AUDIENCE_BUTTON);
  g_type_ensure (SPZ_TYPE_OUTLINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-block-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, header);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, icon);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, kind);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, field_title);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, title);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, text_frame);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, text);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, summary);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, field);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, outline);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, open);

  gtk_widget_class_install_action (widget_class, "block.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "block.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "block.open", NULL, open_cb);

}

static void
spz_block_card_init (SpzBlockCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_block_card_new:
 * @programme: the programme
 * @block: a block of a briefing
 *
 * Returns: (transfer floating): a row with a card to edit @block, which can be
 *   dragged to another place in the briefing
 */
GtkWidget *
spz_block_card_new (SpzProgramme *programme,
                    SpzBlock     *block)
{
  SpzBlockCard *self = g_object_new (SPZ_TYPE_BLOCK_CARD, NULL);
  GtkWidget *handle = spz_reorder_handle_new ();
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW,
                                 "activatable", FALSE,
                                 "child", self,
                                 NULL);

  self->programme = g_object_ref (programme);
  self->block = g_object_ref (block);
  set_up (self);

  gtk_box_prepend (self->header, handle);
  spz_reorder_attach (GTK_LIST_BOX_ROW (row), handle, programme,
                      spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing", block->briefing),
                      block);

  return row;
}

/**
 * spz_block_card_get_block:
 * @self: a card
 *
 * Returns: (transfer none): the block it edits
 */
SpzBlock *
spz_block_card_get_block (SpzBlockCard *self)
{
  return self->block;
}

/**
 * spz_block_card_start:
 * @self: a card
 *
 * Puts the cursor where a new block is written.
 */
void
spz_block_card_start (SpzBlockCard *self)
{
  switch ((SpzBlockKind) self->block->kind)
    {
    case SPZ_BLOCK_HEADING:
    case SPZ_BLOCK_POINTS:
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      break;
    case SPZ_BLOCK_TEXT:
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      break;
    case SPZ_BLOCK_ACTION_FIELD:
    case SPZ_BLOCK_ROLES:
    case SPZ_BLOCK_FIGURES:
    case SPZ_BLOCK_DATES:
    case SPZ_BLOCK_TIMELINE:
    default:
      gtk_widget_grab_focus (GTK_WIDGET (self->audience));
    }
}

/**
 * spz_block_card_reveal:
 * @self: a card
 * @point: the id of a point
 *
 * Puts the cursor into a point, if it is one of this block.
 *
 * Returns: whether it is
 */
gboolean
spz_block_card_reveal (SpzBlockCard *self,
                       gint64        point)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->outline)) &&
         spz_outline_view_focus_point (self->outline, point, 0);
}
