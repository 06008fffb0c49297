/* spz-line-text.c: one line of an outline, edited in place
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-text-private.h"

#include "spz-marked-buffer.h"

#include <string.h>

/**
 * SpzLineText:
 *
 * A paragraph that is edited where it stands, its bold and italic shown. What
 * an outline does with keys (Enter, Tab, Backspace at the start, Delete at the
 * end, Alt+↑ and Alt+↓, leaving by ↑ and ↓) it tells by signals; the row it stands in knows
 * what they mean. It keeps no undo of its own: the programme's is the one.
 */
G_DEFINE_FINAL_TYPE (SpzLineText, spz_line_text, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_0,
  PROP_MARKDOWN,
  PROP_PLACEHOLDER_TEXT,
  PROP_PLAIN,
  PROP_CHECK_SPELLING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint signals[SPZ_LINE_N_SIGNALS];

/* The line's buffer. */
GtkTextBuffer *
spz_line_text_get_buffer (SpzLineText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* A part of the text, as "markdown" has it. */
char *
spz_line_text_serialise (SpzLineText       *self,
                         const GtkTextIter *from,
                         const GtkTextIter *to)
{
  return self->plain ? gtk_text_iter_get_text (from, to)
                     : spz_marked_buffer_get_markdown (spz_line_text_get_buffer (self), from, to);
}

static char *
serialise_all (SpzLineText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (spz_line_text_get_buffer (self), &start, &end);

  return spz_line_text_serialise (self, &start, &end);
}

/* Where the cursor belongs after an undo: behind what is different */
static int
find_difference (const char *before,
                 const char *after,
                 int         offset)
{
  glong n_before = g_utf8_strlen (before, -1);
  glong n_after = g_utf8_strlen (after, -1);
  const char *p = before + strlen (before);
  const char *q = after + strlen (after);
  glong n_same = 0;

  if (strcmp (before, after) == 0)
    return offset;

  while (n_same < MIN (n_before, n_after))
    {
      p = g_utf8_prev_char (p);
      q = g_utf8_prev_char (q);
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        break;
      n_same++;
    }

  return (int) (n_after - n_same);
}

static char *
get_text (SpzLineText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (spz_line_text_get_buffer (self), &start, &end);

  return gtk_text_iter_get_text (&start, &end);
}

static void
load (SpzLineText *self,
      const char  *markdown)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  g_autofree char *before = get_text (self);
  g_autofree char *after = NULL;
  GtkTextIter iter;
  int offset;

  g_object_get (buffer, "cursor-position", &offset, NULL);

  self->loading = TRUE;
  if (self->plain)
    gtk_text_buffer_set_text (buffer, markdown, -1);
  else
    spz_marked_buffer_set_markdown (buffer, markdown);
  self->loading = FALSE;
  spz_line_text_marks_update (self);

  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      after = get_text (self);
      offset = find_difference (before, after, offset);
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  spz_line_text_typing_forget (self);
}

/* Called for text and tags alike, but once for text that gets its tags. */
void
spz_line_text_edited (SpzLineText *self)
{
  g_autofree char *markdown = NULL;

  if (self->loading || self->inserting)
    return;

  markdown = serialise_all (self);
  if (g_strcmp0 (markdown, self->markdown) == 0)
    return;

  spz_line_text_typing_edited (self);
  g_free (self->markdown);
  self->markdown = g_steal_pointer (&markdown);
  spz_line_text_size_follow (self);
  spz_line_spelling_queue (self->spelling);
  spz_line_text_marks_update (self);
  spz_line_text_tell_later (self);
}

/* Whether anybody does anything about a signal. */
gboolean
spz_line_text_has_handler (SpzLineText   *self,
                           SpzLineSignal  signal)
{
  return g_signal_has_handler_pending (self, signals[signal], 0, FALSE);
}

/* Emits a signal without arguments. */
void
spz_line_text_emit (SpzLineText   *self,
                    SpzLineSignal  signal)
{
  spz_line_text_tell (self);
  g_signal_emit (self, signals[signal], 0);
}

/* Emits a signal with a direction. Where nobody listens the key does what it
 * does in any text: Tab leaves. */
gboolean
spz_line_text_emit_step (SpzLineText   *self,
                         SpzLineSignal  signal,
                         int            direction)
{
  if (!spz_line_text_has_handler (self, signal))
    return GDK_EVENT_PROPAGATE;

  spz_line_text_tell (self);
  g_signal_emit (self, signals[signal], 0, direction);

  return GDK_EVENT_STOP;
}

/* Tells of several lines pasted, and returns whether they were taken. */
gboolean
spz_line_text_emit_lines (SpzLineText *self,
                          GPtrArray   *lines)
{
  gboolean taken = FALSE;

  spz_line_text_tell (self);
  g_signal_emit (self, signals[SPZ_LINE_LINES], 0, lines, &taken);

  return taken;
}

static void
spz_line_text_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  GTK_WIDGET_CLASS (spz_line_text_parent_class)->size_allocate (widget, width, height, baseline);
  spz_line_text_size_given (SPZ_LINE_TEXT (widget), width);
}

static void
spz_line_text_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  SpzLineText *self = SPZ_LINE_TEXT (widget);

  GTK_WIDGET_CLASS (spz_line_text_parent_class)->css_changed (widget, change);
  spz_line_text_size_forget (self);
  spz_line_text_marks_style (self);
}

static void
spz_line_text_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SpzLineText *self = SPZ_LINE_TEXT (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA colour;

  GTK_WIDGET_CLASS (spz_line_text_parent_class)->snapshot (widget, snapshot);

  if (self->placeholder_text == NULL || self->composing ||
      gtk_text_buffer_get_char_count (spz_line_text_get_buffer (self)) > 0)
    return;

  layout = gtk_widget_create_pango_layout (widget, self->placeholder_text);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.55f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (gtk_text_view_get_left_margin (view),
                                                gtk_text_view_get_top_margin (view)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
spz_line_text_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SpzLineText *self = SPZ_LINE_TEXT (object);

  switch (prop_id)
    {
    case PROP_MARKDOWN:
      g_value_set_string (value, spz_line_text_get_markdown (self));
      break;

    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, self->placeholder_text);
      break;

    case PROP_PLAIN:
      g_value_set_boolean (value, self->plain);
      break;

    case PROP_CHECK_SPELLING:
      g_value_set_boolean (value, self->spelling != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_placeholder_text (SpzLineText *self,
                      const char  *placeholder_text)
{
  if (g_strcmp0 (self->placeholder_text, placeholder_text) == 0)
    return;

  g_free (self->placeholder_text);
  self->placeholder_text = g_strdup (placeholder_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder_text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER_TEXT]);
}

static void
spz_line_text_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SpzLineText *self = SPZ_LINE_TEXT (object);

  switch (prop_id)
    {
    case PROP_MARKDOWN:
      spz_line_text_set_markdown (self, g_value_get_string (value));
      break;

    case PROP_PLACEHOLDER_TEXT:
      set_placeholder_text (self, g_value_get_string (value));
      break;

    case PROP_PLAIN:
      self->plain = g_value_get_boolean (value);
      break;

    case PROP_CHECK_SPELLING:
      if (g_value_get_boolean (value))
        self->spelling = spz_line_spelling_new (GTK_TEXT_VIEW (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_line_text_dispose (GObject *object)
{
  SpzLineText *self = SPZ_LINE_TEXT (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->spelling, spz_line_spelling_free);
  spz_line_text_caret_dispose (self);
  spz_line_text_telling_forget (self);

  G_OBJECT_CLASS (spz_line_text_parent_class)->dispose (object);
}

static void
spz_line_text_finalize (GObject *object)
{
  SpzLineText *self = SPZ_LINE_TEXT (object);

  g_clear_pointer (&self->markdown, g_free);
  g_clear_pointer (&self->placeholder_text, g_free);
  g_clear_pointer (&self->searched, g_free);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (spz_line_text_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * SpzLineText::enter:
   *
   * Enter was pressed; see [method@LineText.split]. Without a handler the
   * focus goes on.
   */
  signals[SPZ_LINE_ENTER] = g_signal_new ("enter", type, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SpzLineText::erase:
   *
   * Backspace was pressed while the line was empty.
   */
  signals[SPZ_LINE_ERASE] = g_signal_new ("erase", type, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SpzLineText::level:
   * @direction: 1 for one level deeper, -1 for one up
   */
  signals[SPZ_LINE_LEVEL] = g_signal_new ("level", type, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SpzLineText::shift:
   * @direction: -1 to move the line up, 1 down
   */
  signals[SPZ_LINE_SHIFT] = g_signal_new ("shift", type, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SpzLineText::leave:
   * @direction: -1 where the cursor leaves upwards, 1 downwards
   */
  signals[SPZ_LINE_LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SpzLineText::lines:
   * @lines: (type GPtrArray) (element-type SpzPasteLine): what was pasted
   *
   * Several lines are pasted at the cursor; see [method@LineText.split].
   *
   * Returns: whether they were taken; otherwise they go into this line
   */
  signals[SPZ_LINE_LINES] = g_signal_new ("lines", type, G_SIGNAL_RUN_LAST, 0,
                                          g_signal_accumulator_true_handled, NULL, NULL,
                                          G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);

  /**
   * SpzLineText::join:
   * @direction: -1 to the line before, by Backspace at the start, 1 with the
   *   line after, by Delete at the end
   */
  signals[SPZ_LINE_JOIN] = g_signal_new ("join", type, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SpzLineText::pause:
   *
   * The text is about to be changed in a way that is not to be undone together
   * with what was typed before.
   */
  signals[SPZ_LINE_PAUSE] = g_signal_new ("pause", type, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
spz_line_text_class_init (SpzLineTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  view_class->copy_clipboard = spz_line_text_copy_clipboard;
  view_class->cut_clipboard = spz_line_text_cut_clipboard;
  view_class->paste_clipboard = spz_line_text_paste_clipboard;

  object_class->get_property = spz_line_text_get_property;
  object_class->set_property = spz_line_text_set_property;
  object_class->dispose = spz_line_text_dispose;
  object_class->finalize = spz_line_text_finalize;

  widget_class->css_changed = spz_line_text_css_changed;
  spz_line_text_size_class_init (widget_class);
  widget_class->size_allocate = spz_line_text_size_allocate;
  widget_class->snapshot = spz_line_text_snapshot;

  properties[PROP_MARKDOWN] =
    g_param_spec_string ("markdown", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_PLACEHOLDER_TEXT] =
    g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SpzLineText:plain:
   *
   * Whether the text knows no bold and italic: "markdown" is then the text.
   */
  properties[PROP_PLAIN] =
    g_param_spec_boolean ("plain", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * SpzLineText:check-spelling:
   *
   * Whether words the dictionary doesn't know are underlined: in prose, not in
   * names.
   */
  properties[PROP_CHECK_SPELLING] =
    g_param_spec_boolean ("check-spelling", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  spz_line_text_menu_class_init (widget_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static void
spz_line_text_init (SpzLineText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->markdown = g_strdup ("");

  gtk_widget_add_css_class (GTK_WIDGET (self), "line-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);

  spz_marked_buffer_init (buffer);
  spz_line_text_marks_init (self);

  g_signal_connect_object (buffer, "changed",
                           G_CALLBACK (spz_line_text_edited), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "apply-tag",
                           G_CALLBACK (spz_line_text_edited), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "remove-tag",
                           G_CALLBACK (spz_line_text_edited), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  spz_line_text_typing_init (self);
  spz_line_text_keys_init (self);
  spz_line_text_caret_init (self);
  spz_line_text_telling_init (self);
}

/**
 * spz_line_text_new:
 *
 * Returns: (transfer floating): a line without text
 */
GtkWidget *
spz_line_text_new (void)
{
  return g_object_new (SPZ_TYPE_LINE_TEXT, NULL);
}

/**
 * spz_line_text_get_markdown:
 * @self: a line
 *
 * Gets the text as inline Markdown, or as it is in a plain line.
 *
 * Returns: (transfer none): the text
 */
const char *
spz_line_text_get_markdown (SpzLineText *self)
{
  g_return_val_if_fail (SPZ_IS_LINE_TEXT (self), NULL);

  return self->markdown;
}

/**
 * spz_line_text_set_markdown:
 * @self: a line
 * @markdown: (nullable): inline Markdown, or the text of a plain line
 *
 * Shows another text; the cursor stays where it was, as far as there is text.
 */
void
spz_line_text_set_markdown (SpzLineText *self,
                            const char  *markdown)
{
  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  if (markdown == NULL)
    markdown = "";

  if (g_strcmp0 (self->markdown, markdown) == 0)
    return;

  load (self, markdown);
  spz_line_text_telling_forget (self);
  g_free (self->markdown);
  self->markdown = g_strdup (markdown);
  spz_line_text_size_invalidate (self);
  spz_line_spelling_queue (self->spelling);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKDOWN]);
}

/**
 * spz_line_text_set_menu:
 * @self: a line
 * @menu: what its menu offers besides what every text's does
 *
 * Sets what the line's menu offers.
 */
void
spz_line_text_set_menu (SpzLineText *self,
                        GMenuModel  *menu)
{
  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  g_set_object (&self->menu, menu);
}

/**
 * spz_line_text_toggle_style:
 * @self: a line
 * @style: bold or italic
 *
 * Marks the selection, or takes the mark off where all of it has it. Without a
 * selection it is the style of what is typed next.
 */
void
spz_line_text_toggle_style (SpzLineText    *self,
                            SpzInlineStyle  style)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  buffer = spz_line_text_get_buffer (self);

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->edit_direction = 0;
      spz_marked_buffer_toggle_style (buffer, &start, &end, style);
      return;
    }

  if (!self->style_chosen)
    self->style = spz_marked_buffer_get_style_before (buffer, &start);
  self->style ^= style;
  self->style_chosen = TRUE;
}

/**
 * spz_line_text_place_cursor:
 * @self: a line
 * @offset: in characters; -1: at the end
 *
 * Places the cursor, without focusing the line.
 */
void
spz_line_text_place_cursor (SpzLineText *self,
                            int          offset)
{
  GtkTextIter iter;

  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  gtk_text_buffer_get_iter_at_offset (spz_line_text_get_buffer (self), &iter, offset);
  gtk_text_buffer_place_cursor (spz_line_text_get_buffer (self), &iter);
}

/**
 * spz_line_text_split:
 * @self: a line
 * @head: (out): the text before the cursor or the selection
 * @tail: (out): the text after it
 *
 * Tells what the line would be split into by Enter. The line is not changed.
 */
void
spz_line_text_split (SpzLineText  *self,
                     char        **head,
                     char        **tail)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter from;
  GtkTextIter to;

  g_return_if_fail (SPZ_IS_LINE_TEXT (self));
  g_return_if_fail (head != NULL && tail != NULL);

  gtk_text_buffer_get_bounds (spz_line_text_get_buffer (self), &start, &end);
  gtk_text_buffer_get_selection_bounds (spz_line_text_get_buffer (self), &from, &to);
  *head = g_strchomp (spz_line_text_serialise (self, &start, &from));
  *tail = g_strchug (spz_line_text_serialise (self, &to, &end));
}

/**
 * spz_line_text_select_all:
 * @self: a line
 *
 * Selects the whole text.
 */
void
spz_line_text_select_all (SpzLineText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  gtk_text_buffer_get_bounds (spz_line_text_get_buffer (self), &start, &end);
  gtk_text_buffer_select_range (spz_line_text_get_buffer (self), &start, &end);
}
