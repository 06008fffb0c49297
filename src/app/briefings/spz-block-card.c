/* spz-block-card.c: one block of a briefing, edited in place
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-audience-button.h"
#include "spz-block-card.h"
#include "spz-block-kinds.h"
#include "spz-blocks.h"
#include "spz-combo-binding.h"
#include "spz-delete.h"
#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-outline-view.h"
#include "spz-page.h"
#include "spz-point-mark.h"
#include "spz-point-row.h"
#include "spz-reorder.h"
#include "spz-text-binding.h"

struct _SpzBlockCard
{
  AdwBin          parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzBlock       *block;
  GArray         *points;    /* of SpzBlockPoint: what is shown, as of the last update */
  GHashTable     *audiences; /* of those, by id */
  GHashTable     *kept;      /* (nullable): ids; of others nothing is shown */

  /* Borrowed: of the editor, until the next update */
  SpzPointChanges *changes;

  SpzAudience     reader;
  gboolean        collapsed;

  /* Template */
  GtkBox         *header;
  GtkImage       *icon;
  GtkLabel       *kind;
  GtkToggleButton *fold;
  GtkWidget      *content;
  GtkLabel       *unseen;
  GtkLabel       *field_title;
  GtkEntry       *title;
  GtkFrame       *text_frame;
  GtkTextView    *text;
  GtkLabel       *summary;
  GtkDropDown    *field;
  GtkDropDown    *version;
  SpzAudienceButton *audience;
  SpzOutlineView *outline;
  GtkWidget      *choice;
  GtkLabel       *left_out;
  GtkToggleButton *choose;
  GtkWidget      *show_all;
  GtkButton      *open;
};

G_DEFINE_FINAL_TYPE (SpzBlockCard, spz_block_card, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COLLAPSED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
    case SPZ_BLOCK_COMPARISON:
      return SPZ_TYPE_MEASURE;
    case SPZ_BLOCK_COMMITMENTS:
      return SPZ_TYPE_ASSIGNMENT;
    case SPZ_BLOCK_CHANGES:
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
    case SPZ_BLOCK_COMPARISON:
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
    case SPZ_BLOCK_CHANGES:
    case SPZ_BLOCK_COMMITMENTS:
      return g_strdup (spz_block_kind_get_description ((SpzBlockKind) self->block->kind));
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

static SpzRecordList *
get_siblings (SpzBlockCard *self)
{
  return spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing", self->block->briefing);
}

/* Moving makes a new card of it: that has to be found again */
static void
find_again (GtkWidget *editor,
            gint64     block)
{
  gtk_widget_activate_action (editor, "briefing.focus-block", "x", block);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (widget);
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX);
  SpzRecordList *blocks = get_siblings (self);
  gint64 id = spz_record_get_id (SPZ_RECORD (self->block));
  int last = (int) spz_record_list_get_size (blocks) - 1;
  int index = spz_record_list_index_of (blocks, SPZ_RECORD (self->block));
  int to = CLAMP (index + g_variant_get_int32 (parameter), 0, last);
  g_autoptr (GError) error = NULL;

  if (to == index)
    return;

  if (spz_programme_move (self->programme, self->block, blocks, (guint) to, &error))
    find_again (list, id);
  else
    spz_feedback_report (widget, g_steal_pointer (&error));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (widget);
  g_autoptr (GError) error = NULL;
  gint64 copy = spz_block_duplicate (self->programme, self->block, &error);

  if (copy != 0)
    find_again (widget, copy);
  else
    spz_feedback_report (widget, g_steal_pointer (&error));
}

static void
insert_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (widget);

  gtk_widget_activate_action (widget, "briefing.palette", "x", spz_record_get_id (SPZ_RECORD (self->block)));
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (widget);
  g_autoptr (GError) error = NULL;

  if (!spz_block_show_all_points (self->programme, self->block, &error))
    spz_feedback_report (widget, g_steal_pointer (&error));
}

/* Which points of an action field are said */

static void
point_chosen_cb (GtkCheckButton *check,
                 SpzPointRow    *row)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (gtk_widget_get_ancestor (GTK_WIDGET (row), SPZ_TYPE_BLOCK_CARD));
  gboolean shown = gtk_check_button_get_active (check);
  g_autoptr (GError) error = NULL;

  if (!spz_block_show_point (self->programme, self->block, spz_point_row_get_point (row), shown, &error))
    {
      spz_feedback_report (GTK_WIDGET (row), g_steal_pointer (&error));
      gtk_check_button_set_active (check, !shown);
    }
}

/* Tab leads into the point's text, where it is for levels: from one check box
 * to the next one lead the arrows. */
static gboolean
check_key_cb (GtkEventControllerKey *keys,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              SpzPointRow           *row)
{
  const int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  GtkWidget *outline = gtk_widget_get_ancestor (GTK_WIDGET (row), SPZ_TYPE_OUTLINE_VIEW);
  SpzPointRow *next;

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  for (next = spz_outline_view_get_neighbour (SPZ_OUTLINE_VIEW (outline), row, step);
       next != NULL && !gtk_widget_grab_focus (spz_point_row_get_prefix (next));
       next = spz_outline_view_get_neighbour (SPZ_OUTLINE_VIEW (outline), next, step));

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_check (SpzPointRow *row)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (check, _("Say this point"));
  g_signal_connect (check, "toggled", G_CALLBACK (point_chosen_cb), row);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (check_key_cb), row);
  gtk_widget_add_controller (check, keys);

  return check;
}

/* Who doesn't see beside what it stands is told by its name */
static void
name_check (GtkWidget *check,
            SpzPoint  *point)
{
  g_autofree char *words = spz_inline_to_plain (point->title);
  /* Translators: a check box; %s is a point of a briefing */
  g_autofree char *name = g_strdup_printf (_("Say “%s”"), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, *words != '\0' ? name : _("Say this point"),
                                  -1);
}

/* @shown: with all it stands under; what stands under an omitted point can't be
 * chosen by itself */
static void
update_check (SpzBlockCard *self,
              SpzPointRow  *row,
              gboolean      shown)
{
  SpzPoint *point = spz_point_row_get_point (row);
  gboolean taken = spz_block_shows_point (self->programme, self->block, point);
  GtkWidget *check = spz_point_row_get_prefix (row);

  if (!gtk_toggle_button_get_active (self->choose))
    {
      spz_point_row_set_prefix (row, NULL);
      return;
    }

  if (check == NULL)
    {
      check = create_check (row);
      spz_point_row_set_prefix (row, check);
    }

  name_check (check, point);
  g_signal_handlers_block_by_func (check, point_chosen_cb, row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  g_signal_handlers_unblock_by_func (check, point_chosen_cb, row);
  gtk_widget_set_sensitive (check, shown || !taken);
}

static void
focus_first_check (gpointer row,
                   gpointer user_data)
{
  if (spz_point_row_get_index (row) == 0)
    gtk_widget_grab_focus (spz_point_row_get_prefix (row));
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static gboolean
is_visible (SpzBlockCard *self,
            SpzPointRow  *row,
            gboolean      shown)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (spz_point_row_get_point (row)));

  /* What is typed in doesn't go away under the hand, as it does by an undo */
  if (self->kept != NULL)
    return g_hash_table_contains (self->kept, &id) || gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL;

  return shown || gtk_toggle_button_get_active (self->choose);
}

static void
update_row (gpointer row,
            gpointer user_data)
{
  SpzBlockCard *self = user_data;
  gint64 id = spz_record_get_id (SPZ_RECORD (spz_point_row_get_point (row)));
  const SpzBlockPoint *shown = g_hash_table_lookup (self->audiences, &id);

  if (self->block->kind == SPZ_BLOCK_ACTION_FIELD)
    update_check (self, row, shown != NULL);
  gtk_widget_set_visible (row, is_visible (self, row, shown != NULL));
  set_css_class (row, "spz-unseen", shown == NULL || shown->audience > self->reader);
  spz_point_mark_update (row, shown != NULL && self->changes != NULL
                              ? spz_point_changes_lookup (self->changes, id) : NULL);
}

static void
row_added_cb (SpzBlockCard *self,
              SpzPointRow  *row)
{
  if (self->audiences != NULL)
    update_row (row, self);
}

static void
update_left_out (SpzBlockCard *self,
                 guint         n_left_out)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u point left out", "%u points left out", n_left_out), n_left_out);

  gtk_label_set_label (self->left_out, n_left_out > 0 ? text : _("All points"));
  gtk_widget_set_visible (self->show_all, n_left_out > 0);
}

/* The points that are not as they were, and what they stand under */
static GHashTable *
find_changed (GArray          *points,
              SpzPointChanges *changes)
{
  GHashTable *kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint wanted_level = 0;

  for (guint i = points->len; i-- > 0;)
    {
      const SpzBlockPoint *point = &g_array_index (points, SpzBlockPoint, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (point->point));
      const SpzPointChange *change = spz_point_changes_lookup (changes, id);

      if ((change == NULL || change->mark == SPZ_POINT_UNCHANGED) && point->level != wanted_level)
        continue;

      g_hash_table_add (kept, g_memdup2 (&id, sizeof id));
      wanted_level = point->level - 1;
    }

  return kept;
}

/**
 * spz_block_card_update:
 * @self: a card
 * @reader: whom the paper is for
 * @changes: (nullable): what became of what was said last time
 * @only_changed: leaves out what is as it was then
 *
 * Shows what of the block that reader won't see, and what is new in it.
 *
 * Returns: whether there is something to show: always, unless @only_changed
 */
gboolean
spz_block_card_update (SpzBlockCard    *self,
                       SpzAudience      reader,
                       SpzPointChanges *changes,
                       gboolean         only_changed)
{
  gboolean unseen = (SpzAudience) self->block->audience > reader;

  g_clear_pointer (&self->audiences, g_hash_table_unref);
  g_clear_pointer (&self->points, g_array_unref);
  self->points = spz_block_get_points (self->programme, self->block);
  self->audiences = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  self->kept = only_changed && changes != NULL ? find_changed (self->points, changes) : NULL;
  self->changes = changes;
  self->reader = reader;
  gtk_widget_set_visible (GTK_WIDGET (self->unseen), unseen);
  gtk_label_set_label (self->unseen, reader == SPZ_AUDIENCE_PUBLIC ? _("Not in the public version")
                                                                   : _("Not in the committee’s version"));
  set_css_class (self->content, "spz-unseen", unseen);

  for (guint i = 0; i < self->points->len; i++)
    {
      SpzBlockPoint *point = &g_array_index (self->points, SpzBlockPoint, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (point->point));

      g_hash_table_insert (self->audiences, g_memdup2 (&id, sizeof id), point);
    }
  spz_outline_view_foreach (self->outline, update_row, self);
  update_left_out (self, spz_outline_view_get_n_points (self->outline) - self->points->len);

  return self->kept == NULL || g_hash_table_size (self->kept) > 0 ||
         gtk_widget_get_focus_child (GTK_WIDGET (self->outline)) != NULL;
}

static void
choose_toggled_cb (SpzBlockCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "briefing.update", NULL);

  /* Who chooses by keyboard begins at the first; a hand on the mouse goes on where it is */
  if (gtk_toggle_button_get_active (self->choose) && root != NULL &&
      gtk_window_get_focus_visible (GTK_WINDOW (root)) && spz_outline_view_start (self->outline))
    spz_outline_view_foreach (self->outline, focus_first_check, NULL);
}

static void
update_collapsed (SpzBlockCard *self)
{
  gtk_widget_set_visible (self->content, !self->collapsed);
  gtk_button_set_icon_name (GTK_BUTTON (self->fold), self->collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fold), self->collapsed ? _("Expand") : _("Collapse"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, !self->collapsed, -1);
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
  gboolean has_summary = !has_outline && kind != SPZ_BLOCK_HEADING && kind != SPZ_BLOCK_TEXT;

  gtk_image_set_from_icon_name (self->icon, spz_block_kind_get_icon_name (kind));
  gtk_label_set_label (self->kind, spz_enum_get_label (SPZ_TYPE_BLOCK_KIND, kind));
  gtk_widget_set_visible (GTK_WIDGET (self->field_title), kind == SPZ_BLOCK_ACTION_FIELD);
  gtk_widget_set_visible (GTK_WIDGET (self->title), has_title);
  gtk_widget_set_visible (GTK_WIDGET (self->text_frame), kind == SPZ_BLOCK_TEXT);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), has_summary);
  gtk_widget_set_visible (GTK_WIDGET (self->field), kind == SPZ_BLOCK_FIGURES);
  gtk_widget_set_visible (GTK_WIDGET (self->version), kind == SPZ_BLOCK_COMPARISON);
  gtk_widget_set_visible (self->choice, kind == SPZ_BLOCK_ACTION_FIELD);
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
  if (kind == SPZ_BLOCK_COMPARISON)
    spz_combo_bind_reference (GTK_WIDGET (self->version), self->programme, self->block, "plan-version",
                              G_LIST_MODEL (spz_programme_get_list (self->programme, SPZ_TYPE_PLAN_VERSION)),
                              _("No version"));
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
spz_block_card_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (object);

  switch (prop_id)
    {
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_block_card_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (object);

  switch (prop_id)
    {
    case PROP_COLLAPSED:
      if (self->collapsed == g_value_get_boolean (value))
        break;
      self->collapsed = g_value_get_boolean (value);
      update_collapsed (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_block_card_dispose (GObject *object)
{
  SpzBlockCard *self = SPZ_BLOCK_CARD (object);

  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_BLOCK_CARD);
  g_clear_pointer (&self->audiences, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_object (&self->block);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_block_card_parent_class)->dispose (object);
}

static void
spz_block_card_class_init (SpzBlockCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_block_card_dispose;
  object_class->get_property = spz_block_card_get_property;
  object_class->set_property = spz_block_card_set_property;

  properties[PROP_COLLAPSED] =
    g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, fold);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, content);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, unseen);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, version);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, choice);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, left_out);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, choose);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockCard, show_all);
  gtk_widget_class_bind_template_callback (widget_class, choose_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_added_cb);

  gtk_widget_class_install_action (widget_class, "block.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "block.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "block.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "block.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "block.insert-below", NULL, insert_cb);
  gtk_widget_class_install_action (widget_class, "block.show-all-points", NULL, show_all_cb);
  gtk_widget_class_install_property_action (widget_class, "block.collapsed", "collapsed");
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
 * spz_block_card_get_header:
 * @self: a card
 *
 * Returns: (transfer none): its upper line, for what belongs to all of it
 */
GtkWidget *
spz_block_card_get_header (SpzBlockCard *self)
{
  return GTK_WIDGET (self->header);
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
  g_object_set (self, "collapsed", FALSE, NULL);

  switch ((SpzBlockKind) self->block->kind)
    {
    case SPZ_BLOCK_HEADING:
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      break;
    case SPZ_BLOCK_POINTS:
    case SPZ_BLOCK_ACTION_FIELD:
      if (!spz_outline_view_start (self->outline))
        gtk_widget_grab_focus (GTK_WIDGET (self->audience));
      break;
    case SPZ_BLOCK_TEXT:
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      break;
    case SPZ_BLOCK_ROLES:
    case SPZ_BLOCK_FIGURES:
    case SPZ_BLOCK_DATES:
    case SPZ_BLOCK_TIMELINE:
    case SPZ_BLOCK_CHANGES:
    case SPZ_BLOCK_COMPARISON:
    case SPZ_BLOCK_COMMITMENTS:
    default:
      gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
    }
}

/**
 * spz_block_card_enter:
 * @self: a card
 *
 * Leads the keyboard from the block into it: to what is written there, or to
 * the first of its buttons where nothing is.
 */
void
spz_block_card_enter (SpzBlockCard *self)
{
  g_return_if_fail (SPZ_IS_BLOCK_CARD (self));

  g_object_set (self, "collapsed", FALSE, NULL);
  if (!gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

/**
 * spz_block_card_get_outline:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): its points, if it has some that are seen
 */
SpzOutlineView *
spz_block_card_get_outline (SpzBlockCard *self)
{
  g_return_val_if_fail (SPZ_IS_BLOCK_CARD (self), NULL);

  return gtk_widget_get_mapped (GTK_WIDGET (self->outline)) && spz_outline_view_get_n_points (self->outline) > 0
         ? self->outline : NULL;
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
  if (!gtk_widget_get_visible (GTK_WIDGET (self->outline)) ||
      !spz_outline_view_has_point (self->outline, point))
    return FALSE;

  g_object_set (self, "collapsed", FALSE, NULL);

  return spz_outline_view_focus_point (self->outline, point, 0);
}
