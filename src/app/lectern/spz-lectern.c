/* spz-lectern.c: the screen a briefing is spoken from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-lectern.h"

#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-fit-label.h"
#include "spz-labels.h"
#include "spz-lectern-figures.h"
#include "spz-lectern-text.h"
#include "spz-preview.h"
#include "spz-rehearsals.h"
#include "spz-settings.h"
#include "spz-speech.h"

/* How long the controls stay when nobody points at them */
#define CONTROLS_SECONDS 3
#define TEXT_SIZE_STEP 1.125
#define USUAL_TEXT_SIZE 56.0
#define MIN_TEXT_SIZE 20.0
#define MAX_TEXT_SIZE 200.0
/* Below this much of the speech nothing is learnt of the speaker's pace */
#define LEARNT_PART 0.8
#define LEARNT_SECONDS 60
/* A tap on this part of the screen leads back */
#define BACK_PART 0.3
/* In pixels */
#define SWIPE_DISTANCE 60

struct _SpzLectern
{
  AdwWindow      parent_instance;

  /* Owned */
  SpzProgramme  *programme;
  SpzBriefing   *briefing;
  SpzSpeech     *speech;
  GSettings     *settings;      /* NULL where none are installed */
  GTimer        *timer;         /* of the time spoken, stopped while paused */
  guint          tick_id;
  guint          controls_id;
  guint          update_id;

  SpzAudience    audience;
  guint          step;
  guint          farthest;      /* the last step that was shown */
  gboolean       paused;
  gboolean       updating;
  double         text_size;
  guint          inhibit_cookie;

  /* Template */
  GtkWidget     *stage;
  GtkProgressBar *time_bar;
  GtkLabel      *section;
  GtkLabel      *delivered;
  GtkWidget     *marking;
  GtkLabel      *count;
  GtkLabel      *elapsed;
  GtkLabel      *remaining;
  GtkStack      *stack;
  SpzFitLabel   *current;
  SpzPreview    *plan;
  GtkWidget     *figures_card;
  GtkBox        *figures;
  GtkLabel      *next;
  GtkRevealer   *controls_revealer;
  GtkWidget     *controls;
  GtkButton     *pause_button;
  GtkSpinButton *pace;
  GtkDropDown   *audience_choice;
  GtkWidget     *blank;
};

G_DEFINE_FINAL_TYPE (SpzLectern, spz_lectern, ADW_TYPE_WINDOW)

/* Time */

static guint
get_pace (SpzLectern *self)
{
  return (guint) gtk_spin_button_get_value_as_int (self->pace);
}

static gint64
get_seconds (SpzLectern *self,
             guint       words)
{
  return ((gint64) words * 60 + get_pace (self) - 1) / get_pace (self);
}

/* What was agreed for the agenda item, or else what the speech should take */
static gint64
get_slot (SpzLectern *self)
{
  SpzAgendaItem *item = spz_programme_lookup (self->programme, SPZ_TYPE_AGENDA_ITEM,
                                              self->briefing->agenda_item);

  if (item != NULL && item->minutes > 0)
    return item->minutes * 60;

  return MAX (get_seconds (self, spz_speech_count_words (self->speech, 0)), 60);
}

static void
set_css_class (GtkWidget  *widget,
               const char *name,
               gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_time (SpzLectern *self)
{
  gint64 used = (gint64) g_timer_elapsed (self->timer, NULL);
  gint64 slot = get_slot (self);
  gint64 needed = get_seconds (self, spz_speech_count_words (self->speech, self->step));
  g_autofree char *elapsed = spz_lectern_format_time (used);
  g_autofree char *remaining = spz_lectern_describe_remaining (slot - used, needed);

  gtk_label_set_label (self->elapsed, elapsed);
  gtk_label_set_label (self->remaining, remaining);
  gtk_progress_bar_set_fraction (self->time_bar, MIN (1.0, (double) used / (double) slot));
  set_css_class (GTK_WIDGET (self->time_bar), "over", used > slot);
  set_css_class (GTK_WIDGET (self->remaining), "over", used > slot);
}

static gboolean
tick_cb (gpointer data)
{
  update_time (data);

  return G_SOURCE_CONTINUE;
}

static void
set_paused (SpzLectern *self,
            gboolean    paused)
{
  const char *label = paused ? _("Go On with the Time") : _("Stop the Time");

  if (paused)
    g_timer_stop (self->timer);
  else if (self->paused)
    g_timer_continue (self->timer);
  self->paused = paused;

  gtk_button_set_icon_name (self->pause_button,
                            paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), label);
  set_css_class (GTK_WIDGET (self->elapsed), "paused", paused);
}

/* The step on the screen */

/* As the paper shows it: with what it is compared to, or as it was kept */
static void
show_plan (SpzLectern          *self,
           const SpzSpeechStep *step)
{
  g_autoptr (SpzDocument) document = spz_compose_plan (self->programme, step->node->plan, self->audience);
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_PLAN);
  spz_preview_set_document (self->plan, document, &setup);
  gtk_stack_set_visible_child_name (self->stack, "plan");
}

static void
show_text (SpzLectern          *self,
           const SpzSpeechStep *step)
{
  g_autofree char *markup = spz_lectern_dup_markup (step->node, step->context);

  spz_fit_label_set_markup (self->current, markup, step->node->kind == SPZ_NODE_ROLE ? "• " : NULL);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static void
show_next (SpzLectern *self)
{
  const SpzSpeechStep *step = spz_speech_get_step (self->speech, self->step);
  const SpzSpeechStep *next = spz_speech_get_step (self->speech, self->step + 1);
  const gboolean has_new_section = next != NULL && next->section != NULL && next->section != step->section;
  g_autofree char *line = next ? spz_lectern_dup_line (next->node) : NULL;
  g_autofree char *section = has_new_section ? spz_node_get_text (next->section) : NULL;
  g_autofree char *text = NULL;

  if (next == NULL)
    {
      gtk_label_set_label (self->next, step ? _("This is the end") : "");
      return;
    }

  /* A table is announced by its heading */
  if (section != NULL && (next->node->kind == SPZ_NODE_FIGURES || next->node->kind == SPZ_NODE_DATES))
    text = g_steal_pointer (&section);
  else
    text = section ? g_strdup_printf ("%s – %s", section, line) : g_steal_pointer (&line);
  gtk_label_set_label (self->next, text);
}

static void
show_head (SpzLectern          *self,
           const SpzSpeechStep *step)
{
  guint n_steps = spz_speech_get_n_steps (self->speech);
  g_autofree char *section = step && step->section ? spz_node_get_text (step->section) : NULL;
  /* Translators: the step that is spoken, and how many there are: "7 of 40" */
  g_autofree char *count = step ? g_strdup_printf (_("%u of %u"), self->step + 1, n_steps) : NULL;

  if (section == NULL)
    section = step && step->node->kind == SPZ_NODE_TIMELINE ? spz_lectern_dup_line (step->node)
                                                            : g_strdup (self->briefing->title);
  gtk_label_set_label (self->section, section);
  gtk_label_set_label (self->count, count ? count : "");
  gtk_widget_set_visible (self->marking, self->audience == SPZ_AUDIENCE_INTERNAL);
}

/* What was delivered is spoken with the figures of its day */
static SpzDate
get_date (SpzLectern *self)
{
  SpzDelivery *delivery = spz_briefing_get_delivery_for (self->programme, self->briefing, self->audience);

  return delivery != NULL ? spz_delivery_get_date (delivery) : spz_programme_get_reference_date (self->programme);
}

static void
show_step (SpzLectern *self)
{
  const SpzSpeechStep *step = spz_speech_get_step (self->speech, self->step);

  self->farthest = MAX (self->farthest, self->step);

  show_head (self, step);
  if (step == NULL)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else if (step->node->kind == SPZ_NODE_TIMELINE)
    show_plan (self, step);
  else
    show_text (self, step);
  gtk_widget_set_visible (self->figures_card,
                          spz_lectern_figures_fill (self->figures, self->programme, step, get_date (self),
                                                    self->audience));
  show_next (self);
  update_time (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lectern.previous", self->step > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lectern.next",
                                 self->step + 1 < spz_speech_get_n_steps (self->speech));
}

static void
go_to (SpzLectern *self,
       gint64      step)
{
  guint n_steps = spz_speech_get_n_steps (self->speech);

  if (gtk_widget_get_visible (self->blank))
    {
      gtk_widget_set_visible (self->blank, FALSE);
      return;
    }

  if (n_steps == 0)
    return;

  self->step = (guint) CLAMP (step, 0, (gint64) n_steps - 1);
  show_step (self);
}

static void
show_delivery (SpzLectern  *self,
               SpzDelivery *delivery)
{
  g_autofree char *day = delivery != NULL ? spz_date_format (spz_delivery_get_date (delivery), SPZ_DATE_STYLE_LONG)
                                          : NULL;
  /* Translators: of a briefing; %s is the date it is for, which may be ahead */
  g_autofree char *text = delivery != NULL ? g_strdup_printf (_("Delivered version for %s"), day) : NULL;

  gtk_label_set_label (self->delivered, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->delivered), delivery != NULL);
}

/* Composes the speech again, or takes what was delivered, and goes on where it was */
static void
update_speech (SpzLectern *self)
{
  SpzDelivery *delivery = spz_briefing_get_delivery_for (self->programme, self->briefing, self->audience);
  g_autoptr (SpzDocument) document = spz_compose_paper (self->programme, self->briefing, self->audience,
                                                        SPZ_COMPOSE_DEFAULT);
  g_autoptr (SpzSpeech) former = g_steal_pointer (&self->speech);

  show_delivery (self, delivery);
  self->speech = spz_speech_new (document);
  if (former != NULL)
    {
      self->farthest = spz_speech_find (self->speech, former, self->farthest);
      self->step = spz_speech_find (self->speech, former, self->step);
    }
  show_step (self);
}

static gboolean
update_cb (gpointer data)
{
  SpzLectern *self = data;
  gint64 id = spz_record_get_id (SPZ_RECORD (self->briefing));

  self->update_id = 0;

  /* Deleted by somebody else: what is on the screen is still what is said */
  if (spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, id) == self->briefing)
    update_speech (self);

  return G_SOURCE_REMOVE;
}

/* However much changed, it is composed once, after what was pressed was seen to */
static void
programme_changed_cb (SpzLectern *self,
                      SpzChanges *changes)
{
  gboolean shown = changes->n_items == 0;

  /* A pace that was learnt is in no paper; nearly all else may be in this one */
  for (guint i = 0; i < changes->n_items && !shown; i++)
    shown = !g_str_equal (changes->items[i].table, "rehearsal");

  if (shown && self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

/* Controls */

static gboolean
hide_controls_cb (gpointer data)
{
  SpzLectern *self = data;

  /* Not from under the pointer, and not while the keyboard is in them */
  if (gtk_widget_get_state_flags (self->controls) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN))
    return G_SOURCE_CONTINUE;

  self->controls_id = 0;
  gtk_revealer_set_reveal_child (self->controls_revealer, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");

  return G_SOURCE_REMOVE;
}

static void
show_controls (SpzLectern *self)
{
  g_clear_handle_id (&self->controls_id, g_source_remove);
  gtk_revealer_set_reveal_child (self->controls_revealer, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  self->controls_id = g_timeout_add_seconds (CONTROLS_SECONDS, hide_controls_cb, self);
}

static void
focus_cb (SpzLectern *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->controls))
    show_controls (self);
}

/* Swiped over the screen, or tapped on it: on, or back near its start */
static void
touched_cb (SpzLectern     *self,
            double          offset_x,
            double          offset_y,
            GtkGestureDrag *gesture)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double start, part;
  gboolean forward;

  gtk_gesture_drag_get_start_point (gesture, &start, NULL);
  part = start / MAX (gtk_widget_get_width (self->stage), 1);

  if (ABS (offset_x) >= SWIPE_DISTANCE && ABS (offset_x) > ABS (offset_y))
    forward = (offset_x < 0) != mirrored;
  else if (!gtk_drag_check_threshold (self->stage, 0, 0, (int) offset_x, (int) offset_y))
    forward = (mirrored ? 1 - part : part) >= BACK_PART;
  else
    return;

  go_to (self, (gint64) self->step + (forward ? 1 : -1));
}

/* What was learnt */

static void
learn_pace (SpzLectern *self)
{
  guint all = spz_speech_count_words (self->speech, 0);
  guint spoken = all - spz_speech_count_words (self->speech, self->farthest + 1);
  gint64 seconds = (gint64) g_timer_elapsed (self->timer, NULL);
  g_autoptr (GError) error = NULL;

  if (seconds < LEARNT_SECONDS || spoken < all * LEARNT_PART ||
      spz_programme_get_read_only (self->programme))
    return;

  if (spz_rehearsal_add (self->programme, self->briefing, spoken, (guint) seconds, &error) == 0)
    spz_feedback_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), g_steal_pointer (&error));
}

/* It counts for this speech, and for speakers of whom nothing is learnt yet */
static void
pace_changed_cb (SpzLectern *self)
{
  g_autoptr (GError) error = NULL;

  if (self->updating || self->speech == NULL)
    return;

  update_time (self);
  if (!spz_programme_get_read_only (self->programme) &&
      !spz_programme_set (self->programme, SPZ_RECORD (spz_programme_get_info (self->programme)), &error,
                          "words-per-minute", (gint64) get_pace (self), NULL))
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

static void
audience_chosen_cb (SpzLectern *self)
{
  if (self->updating)
    return;

  self->audience = (SpzAudience) gtk_drop_down_get_selected (self->audience_choice);
  update_speech (self);
}

/* Actions */

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  SpzLectern *self = SPZ_LECTERN (widget);

  go_to (self, (gint64) self->step + 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  SpzLectern *self = SPZ_LECTERN (widget);

  go_to (self, (gint64) self->step - 1);
}

static void
first_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  go_to (SPZ_LECTERN (widget), 0);
}

static void
last_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  go_to (SPZ_LECTERN (widget), G_MAXUINT);
}

static void
pause_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  SpzLectern *self = SPZ_LECTERN (widget);

  set_paused (self, !self->paused);
  update_time (self);
}

static void
blank_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  SpzLectern *self = SPZ_LECTERN (widget);

  gtk_widget_set_visible (self->blank, !gtk_widget_get_visible (self->blank));
}

static void
scale_text (SpzLectern *self,
            double      factor)
{
  self->text_size = CLAMP (self->text_size * factor, MIN_TEXT_SIZE, MAX_TEXT_SIZE);
  spz_fit_label_set_size (self->current, self->text_size);
  if (self->settings)
    g_settings_set_double (self->settings, "lectern-text-size", self->text_size);
}

static void
larger_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  scale_text (SPZ_LECTERN (widget), TEXT_SIZE_STEP);
}

static void
smaller_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  scale_text (SPZ_LECTERN (widget), 1 / TEXT_SIZE_STEP);
}

static void
full_screen_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
end_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
spz_lectern_close_request (GtkWindow *window)
{
  SpzLectern *self = SPZ_LECTERN (window);

  learn_pace (self);

  return GTK_WINDOW_CLASS (spz_lectern_parent_class)->close_request (window);
}

/* The screen stays lit while it is spoken from */

static void
spz_lectern_map (GtkWidget *widget)
{
  SpzLectern *self = SPZ_LECTERN (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  GTK_WIDGET_CLASS (spz_lectern_parent_class)->map (widget);
  gtk_widget_grab_focus (self->stage);
  show_controls (self);
  if (application != NULL)
    self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (widget),
                                                    GTK_APPLICATION_INHIBIT_IDLE,
                                                    _("A briefing is being spoken"));
}

static void
spz_lectern_unmap (GtkWidget *widget)
{
  SpzLectern *self = SPZ_LECTERN (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  if (application != NULL && self->inhibit_cookie != 0)
    gtk_application_uninhibit (application, self->inhibit_cookie);
  self->inhibit_cookie = 0;

  GTK_WIDGET_CLASS (spz_lectern_parent_class)->unmap (widget);
}

static void
spz_lectern_dispose (GObject *object)
{
  SpzLectern *self = SPZ_LECTERN (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->controls_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->speech, spz_speech_free);
  g_clear_pointer (&self->timer, g_timer_destroy);
  g_clear_object (&self->settings);
  g_clear_object (&self->briefing);
  if (self->programme)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  g_clear_object (&self->programme);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_LECTERN);

  G_OBJECT_CLASS (spz_lectern_parent_class)->dispose (object);
}

typedef struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} Binding;

/* What remote presenters send and slide shows listen to; they work wherever
 * the focus is */
static const Binding window_bindings[] = {
  { GDK_KEY_Page_Down, 0, "lectern.next" },
  { GDK_KEY_KP_Page_Down, 0, "lectern.next" },
  { GDK_KEY_Page_Up, 0, "lectern.previous" },
  { GDK_KEY_KP_Page_Up, 0, "lectern.previous" },
  { GDK_KEY_b, 0, "lectern.blank" },
  { GDK_KEY_period, 0, "lectern.blank" },
  { GDK_KEY_t, 0, "lectern.pause" },
  { GDK_KEY_plus, 0, "lectern.larger" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "lectern.larger" },
  { GDK_KEY_minus, 0, "lectern.smaller" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "lectern.smaller" },
  { GDK_KEY_F11, 0, "lectern.full-screen" },
  { GDK_KEY_F5, 0, "lectern.end" },
  { GDK_KEY_Escape, 0, "lectern.end" },
};

/* What the controls and the window itself have another use for */
static const Binding stage_bindings[] = {
  { GDK_KEY_Right, 0, "lectern.next" },
  { GDK_KEY_Down, 0, "lectern.next" },
  { GDK_KEY_space, 0, "lectern.next" },
  { GDK_KEY_Return, 0, "lectern.next" },
  { GDK_KEY_Left, 0, "lectern.previous" },
  { GDK_KEY_Up, 0, "lectern.previous" },
  { GDK_KEY_BackSpace, 0, "lectern.previous" },
  { GDK_KEY_Home, 0, "lectern.first" },
  { GDK_KEY_End, 0, "lectern.last" },
};

static void
add_stage_bindings (SpzLectern *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (stage_bindings); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (stage_bindings[i].key, stage_bindings[i].modifiers),
                        gtk_named_action_new (stage_bindings[i].action)));
  gtk_widget_add_controller (self->stage, controller);
}

static void
spz_lectern_class_init (SpzLecternClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_lectern_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = spz_lectern_close_request;
  widget_class->map = spz_lectern_map;
  widget_class->unmap = spz_lectern_unmap;

  g_type_ensure (SPZ_TYPE_FIT_LABEL);
  g_type_ensure (SPZ_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-lectern.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, stage);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, time_bar);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, section);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, delivered);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, marking);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, count);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, elapsed);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, remaining);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, current);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, plan);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, figures_card);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, figures);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, next);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, controls_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, controls);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, pause_button);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, pace);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, audience_choice);
  gtk_widget_class_bind_template_child (widget_class, SpzLectern, blank);
  gtk_widget_class_bind_template_callback (widget_class, pace_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, audience_chosen_cb);

  gtk_widget_class_install_action (widget_class, "lectern.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "lectern.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "lectern.first", NULL, first_cb);
  gtk_widget_class_install_action (widget_class, "lectern.last", NULL, last_cb);
  gtk_widget_class_install_action (widget_class, "lectern.pause", NULL, pause_cb);
  gtk_widget_class_install_action (widget_class, "lectern.blank", NULL, blank_cb);
  gtk_widget_class_install_action (widget_class, "lectern.larger", NULL, larger_cb);
  gtk_widget_class_install_action (widget_class, "lectern.smaller", NULL, smaller_cb);
  gtk_widget_class_install_action (widget_class, "lectern.full-screen", NULL, full_screen_cb);
  gtk_widget_class_install_action (widget_class, "lectern.end", NULL, end_cb);

  for (guint i = 0; i < G_N_ELEMENTS (window_bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, window_bindings[i].key, window_bindings[i].modifiers,
                                         window_bindings[i].action, NULL);
}

static void
add_gestures (SpzLectern *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (touched_cb), self);
  gtk_widget_add_controller (self->stage, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (show_controls), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

static void
spz_lectern_init (SpzLectern *self)
{
  g_autoptr (GtkStringList) audiences = gtk_string_list_new (NULL);

  self->timer = g_timer_new ();
  self->settings = spz_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = SPZ_AUDIENCE_PUBLIC; i <= SPZ_AUDIENCE_INTERNAL; i++)
    gtk_string_list_append (audiences, spz_enum_get_label (SPZ_TYPE_AUDIENCE, i));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->audience_choice, G_LIST_MODEL (audiences));
  self->updating = FALSE;

  self->text_size = self->settings ? CLAMP (g_settings_get_double (self->settings, "lectern-text-size"),
                                            MIN_TEXT_SIZE, MAX_TEXT_SIZE)
                                   : USUAL_TEXT_SIZE;
  spz_fit_label_set_size (self->current, self->text_size);
  set_paused (self, FALSE);
  add_gestures (self);
  add_stage_bindings (self);
}

/**
 * spz_lectern_new:
 * @parent: the window it is opened from
 * @programme: a programme
 * @briefing: one of its briefings
 * @audience: whom the screen is for
 *
 * Makes the screen a briefing is spoken from, one point after the other: as it
 * was delivered, word for word, or else as it is now. Its
 * time runs from now on; when it is closed after most of the briefing was
 * shown, the speaker's pace is learnt from it.
 *
 * Returns: (transfer none): the window
 */
SpzLectern *
spz_lectern_new (GtkWindow    *parent,
                 SpzProgramme *programme,
                 SpzBriefing  *briefing,
                 SpzAudience   audience)
{
  SpzLectern *self = g_object_new (SPZ_TYPE_LECTERN,
                                   "application", parent ? gtk_window_get_application (parent) : NULL,
                                   "transient-for", parent,
                                   "title", briefing->title,
                                   NULL);

  self->programme = g_object_ref (programme);
  self->briefing = g_object_ref (briefing);
  self->audience = audience;

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->audience_choice, audience);
  gtk_spin_button_set_value (self->pace, spz_speaker_get_pace (programme, briefing->speaker, NULL));
  self->updating = FALSE;

  update_speech (self);
  self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
  g_signal_connect_object (programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * spz_lectern_get_step:
 * @self: a lectern
 *
 * Returns: the number of the step on the screen, from 0
 */
guint
spz_lectern_get_step (SpzLectern *self)
{
  return self->step;
}
