/* spz-block-palette.c: the blocks there are, to choose one from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-block-kinds.h"
#include "spz-block-palette.h"
#include "spz-labels.h"
#include "spz-plan-versions.h"
#include "spz-text.h"

/* Of the list, in pixels, and of all of the popover around it */
#define MAX_LIST_HEIGHT 340
#define MIN_LIST_HEIGHT 100
#define OTHER_HEIGHT 100

/**
 * SpzBlockPalette:
 *
 * All blocks a briefing can have, with each action field and each kept version
 * of the plan by its name. What is typed narrows the list; ↑, ↓ and Return
 * choose from it while the typing goes on.
 */
struct _SpzBlockPalette
{
  GtkPopover      parent_instance;

  /* Owned */
  char           *needle; /* folded */

  /* Template */
  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkScrolledWindow *scroller;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (SpzBlockPalette, spz_block_palette, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row stands for */
typedef struct
{
  SpzBlockKind  kind;
  gint64        field;
  gint64        version;
  char         *words; /* folded, what it is found by */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->words);
  g_free (choice);
}

static Choice *
get_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "spz-choice");
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0f,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "css-classes", (const char *[]) { css_class, NULL },
                       NULL);
}

static void
add_choice (SpzBlockPalette *self,
            SpzBlockKind     kind,
            gint64           field,
            gint64           version,
            const char      *title)
{
  const char *label = spz_enum_get_label (SPZ_TYPE_BLOCK_KIND, kind);
  const char *description = title != NULL ? label : spz_block_kind_get_description (kind);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (spz_block_kind_get_icon_name (kind));
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *words = g_strjoin (" ", title != NULL ? title : "", label, description, NULL);

  gtk_box_append (GTK_BOX (texts), create_label (title != NULL ? title : label, "body"));
  gtk_box_append (GTK_BOX (texts), create_label (description, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);

  *choice = (Choice) { kind, field, version, spz_text_fold (words) };
  g_object_set_data_full (G_OBJECT (row), "spz-choice", choice, choice_free);
  gtk_list_box_append (self->list, row);
}

static void
add_records (SpzBlockPalette *self,
             SpzProgramme    *programme,
             GType            type,
             SpzBlockKind     kind)
{
  SpzRecordList *records = spz_programme_get_list (programme, type);

  for (guint i = 0; i < spz_record_list_get_size (records); i++)
    {
      gpointer record = spz_record_list_get (records, i);
      gint64 id = spz_record_get_id (record);
      g_autofree char *title = SPZ_IS_PLAN_VERSION (record) ? spz_plan_version_describe (record)
                                                            : g_strdup (spz_record_get_title (record));

      add_choice (self, kind,
                  kind == SPZ_BLOCK_ACTION_FIELD ? id : 0,
                  kind == SPZ_BLOCK_COMPARISON ? id : 0,
                  title);
    }
}

/* What is written comes first, then what is drawn from the programme */
static void
fill (SpzBlockPalette *self,
      SpzProgramme    *programme)
{
  static const SpzBlockKind drawn[] = {
    SPZ_BLOCK_HEADING, SPZ_BLOCK_TEXT, SPZ_BLOCK_CHANGES, SPZ_BLOCK_COMMITMENTS, SPZ_BLOCK_FIGURES,
    SPZ_BLOCK_DATES, SPZ_BLOCK_ROLES, SPZ_BLOCK_TIMELINE,
  };
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  add_choice (self, SPZ_BLOCK_POINTS, 0, 0, NULL);
  add_records (self, programme, SPZ_TYPE_ACTION_FIELD, SPZ_BLOCK_ACTION_FIELD);
  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    add_choice (self, drawn[i], 0, 0, NULL);
  add_records (self, programme, SPZ_TYPE_PLAN_VERSION, SPZ_BLOCK_COMPARISON);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  SpzBlockPalette *self = user_data;

  return self->needle == NULL || strstr (get_choice (row)->words, self->needle) != NULL;
}

static GtkListBoxRow *
next_visible (SpzBlockPalette *self,
              GtkListBoxRow   *row,
              int              direction)
{
  GtkWidget *widget = GTK_WIDGET (row);

  do
    widget = widget == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->list))
             : direction < 0 ? gtk_widget_get_prev_sibling (widget) : gtk_widget_get_next_sibling (widget);
  while (widget != NULL && !gtk_widget_get_child_visible (widget));

  return GTK_LIST_BOX_ROW (widget);
}

/* The list scrolls by itself only for the row that has the focus */
static void
scroll_to (SpzBlockPalette *self,
           GtkListBoxRow   *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t box;

  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &box))
    gtk_adjustment_clamp_page (adjustment, box.origin.y, box.origin.y + box.size.height);
}

static void
select_row (SpzBlockPalette *self,
            GtkListBoxRow   *row)
{
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
}

static void
search_changed_cb (SpzBlockPalette *self)
{
  g_autofree char *text = spz_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkListBoxRow *first;

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = spz_text_fold (text);

  gtk_list_box_invalidate_filter (self->list);
  first = next_visible (self, NULL, 1);
  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "list" : "nothing");
  gtk_list_box_unselect_all (self->list);
  select_row (self, first);
}

static void
choose (SpzBlockPalette *self,
        GtkListBoxRow   *row)
{
  const Choice choice = *get_choice (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, choice.kind, choice.field, choice.version);
}

static void
activate_cb (SpzBlockPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)))
    choose (self, row);
}

static gboolean
key_pressed_cb (SpzBlockPalette *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    select_row (self, next_visible (self, row, 1));
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    select_row (self, row != NULL ? next_visible (self, row, -1) : NULL);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
spz_block_palette_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_BLOCK_PALETTE);

  G_OBJECT_CLASS (spz_block_palette_parent_class)->dispose (object);
}

static void
spz_block_palette_finalize (GObject *object)
{
  g_free (SPZ_BLOCK_PALETTE (object)->needle);

  G_OBJECT_CLASS (spz_block_palette_parent_class)->finalize (object);
}

static void
spz_block_palette_class_init (SpzBlockPaletteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_block_palette_dispose;
  object_class->finalize = spz_block_palette_finalize;

  /**
   * SpzBlockPalette::chosen:
   * @self: the palette
   * @kind: a kind of block
   * @field: the id of an action field, or 0
   * @version: the id of a version of the plan, or 0
   *
   * The user wants such a block.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, SPZ_TYPE_BLOCK_KIND, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-block-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBlockPalette, search);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockPalette, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockPalette, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpzBlockPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
spz_block_palette_init (SpzBlockPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

/**
 * spz_block_palette_new:
 *
 * Returns: (transfer floating): a palette, to be given a parent
 */
GtkWidget *
spz_block_palette_new (void)
{
  return g_object_new (SPZ_TYPE_BLOCK_PALETTE, NULL);
}

/* In a low window the list is as long as there is room above or below what the
 * palette points to: GTK lets a popover that fits nowhere leave the screen. */
static void
fit_list (SpzBlockPalette *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (parent));
  GdkRectangle at;
  double top;
  int room;

  if (!gtk_popover_get_pointing_to (GTK_POPOVER (self), &at) ||
      !gtk_widget_translate_coordinates (parent, root, 0, at.y, NULL, &top))
    return;

  room = MAX ((int) top, gtk_widget_get_height (root) - (int) top - at.height);
  gtk_scrolled_window_set_max_content_height (self->scroller,
                                              CLAMP (room - OTHER_HEIGHT, MIN_LIST_HEIGHT, MAX_LIST_HEIGHT));
}

/**
 * spz_block_palette_open:
 * @self: a palette that has a parent
 * @programme: the programme the blocks draw from
 *
 * Shows what there is now, ready to be searched.
 */
void
spz_block_palette_open (SpzBlockPalette *self,
                        SpzProgramme    *programme)
{
  g_return_if_fail (SPZ_IS_BLOCK_PALETTE (self));

  fill (self, programme);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  fit_list (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
