/* spz-briefing-editor.c: a briefing, edited beside its pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-block-card.h"
#include "spz-briefing-editor.h"
#include "spz-briefings.h"
#include "spz-combo-binding.h"
#include "spz-composer.h"
#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-labels.h"
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
  guint           preview_id;

  /* Template */
  AdwFlap        *flap;
  AdwEntryRow    *title;
  AdwEntryRow    *speaker;
  AdwEntryRow    *function;
  AdwComboRow    *meeting;
  AdwComboRow    *state;
  GtkListBox     *blocks;
  GtkWidget      *no_blocks;
  GMenu          *field_menu;
  SpzPreview     *preview;
  GtkDropDown    *audience;
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

static void
update_length (SpzBriefingEditor *self,
               SpzDocument       *document)
{
  guint words = spz_document_get_words (document);
  guint seconds = spz_speaking_time (self->programme, self->briefing->speaker, words);
  g_autofree char *number = spz_text_format_number (words, 0);
  g_autofree char *words_text = g_strdup_printf (ngettext ("%s word", "%s words", words), number);
  g_autofree char *time = spz_speaking_time_format (seconds);
  /* Translators: "1,120 words · about 9 minutes" */
  g_autofree char *text = g_strdup_printf (_("%s · %s"), words_text, time);

  gtk_label_set_label (self->length, text);
}

static gboolean
update_preview_cb (gpointer data)
{
  SpzBriefingEditor *self = data;
  g_autoptr (SpzDocument) document = spz_briefing_editor_compose (self);

  self->preview_id = 0;
  update_length (self, document);
  if (adw_flap_get_reveal_flap (self->flap))
    spz_preview_set_document (self->preview, document);

  return G_SOURCE_REMOVE;
}

static void
queue_preview (SpzBriefingEditor *self)
{
  if (self->briefing && self->preview_id == 0)
    self->preview_id = g_timeout_add (PREVIEW_DELAY_MS, update_preview_cb, self);
}

static void
update_field_menu (SpzBriefingEditor *self)
{
  SpzRecordList *fields = spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD);

  g_menu_remove_all (self->field_menu);
  for (guint i = 0; i < spz_record_list_get_size (fields); i++)
    {
      SpzRecord *field = spz_record_list_get (fields, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      /* An underline in a title is none of a mnemonic */
      g_auto (GStrv) parts = g_strsplit (spz_record_get_title (field), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "briefing.add-field", "x", spz_record_get_id (field));
      g_menu_append_item (self->field_menu, item);
    }
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

static void
programme_changed_cb (SpzBriefingEditor *self)
{
  update_state (self);
  update_field_menu (self);
  update_meetings (self);
  update_empty (self);
  queue_preview (self);
}

static GtkWidget *
create_card_cb (gpointer item,
                gpointer user_data)
{
  SpzBriefingEditor *self = user_data;

  return spz_block_card_new (self->programme, item);
}

static SpzBlockCard *
get_card (GtkWidget *row)
{
  return SPZ_BLOCK_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

static void
add_block (SpzBriefingEditor *self,
           SpzBlockKind       kind,
           gint64             field)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_BLOCK, &error,
                                 "briefing", spz_record_get_id (SPZ_RECORD (self->briefing)),
                                 "kind", kind,
                                 "action-field", field,
                                 NULL);

  if (id == 0)
    {
      spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
      return;
    }

  spz_briefing_editor_reveal (self, "block", id);
}

static void
add_block_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (SPZ_TYPE_BLOCK_KIND);
  GEnumValue *kind = g_enum_get_value_by_nick (kinds, g_variant_get_string (parameter, NULL));

  g_return_if_fail (kind != NULL);
  add_block (SPZ_BRIEFING_EDITOR (widget), (SpzBlockKind) kind->value, 0);
}

static void
add_field_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  add_block (SPZ_BRIEFING_EDITOR (widget), SPZ_BLOCK_ACTION_FIELD, g_variant_get_int64 (parameter));
}

static void
picked_cb (SpzBriefingEditor *self,
           const char        *table,
           gint64             id)
{
  spz_preview_highlight (self->preview, table, id);
  spz_briefing_editor_reveal (self, table, id);
}

static void
preview_shown_cb (SpzBriefingEditor *self)
{
  queue_preview (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PREVIEW]);
}

static void
detach (SpzBriefingEditor *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  gtk_list_box_bind_model (self->blocks, NULL, NULL, NULL, NULL);
  spz_text_unbind (GTK_WIDGET (self->title));
  spz_text_unbind (GTK_WIDGET (self->speaker));
  spz_text_unbind (GTK_WIDGET (self->function));
  spz_combo_unbind (GTK_WIDGET (self->state));
  spz_preview_set_document (self->preview, NULL);
  g_clear_object (&self->briefing);
  g_clear_object (&self->programme);
}

static void
attach (SpzBriefingEditor *self)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (self->briefing)));

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
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
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
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
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
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_BRIEFING_EDITOR);

  G_OBJECT_CLASS (spz_briefing_editor_parent_class)->dispose (object);
}

static void
spz_briefing_editor_finalize (GObject *object)
{
  SpzBriefingEditor *self = SPZ_BRIEFING_EDITOR (object);

  g_array_unref (self->meeting_ids);

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

  properties[PROP_SHOW_PREVIEW] =
    g_param_spec_boolean ("show-preview", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, field_menu);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzBriefingEditor, length);
  gtk_widget_class_bind_template_callback (widget_class, meeting_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_preview);

  gtk_widget_class_install_action (widget_class, "briefing.add-block", "s", add_block_cb);
  gtk_widget_class_install_action (widget_class, "briefing.add-field", "x", add_field_cb);
}

static void
spz_briefing_editor_init (SpzBriefingEditor *self)
{
  g_autoptr (GtkStringList) audiences = gtk_string_list_new (NULL);

  self->meeting_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = SPZ_AUDIENCE_PUBLIC; i <= SPZ_AUDIENCE_INTERNAL; i++)
    gtk_string_list_append (audiences, spz_enum_get_label (SPZ_TYPE_AUDIENCE, i));
  gtk_drop_down_set_model (self->audience, G_LIST_MODEL (audiences));
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
