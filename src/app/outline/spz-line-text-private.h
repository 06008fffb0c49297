/* spz-line-text-private.h: what the parts of a line share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-line-text.h"

#include "spz-line-spelling.h"

G_BEGIN_DECLS

/* How many heights are kept: a page asks for those at several widths every
 * time one of its rows has changed, more than a widget's own cache holds */
#define SPZ_LINE_N_MEASURED 8

/**
 * SpzLineSignal:
 *
 * The signals of a line, see there.
 */
typedef enum
{
  SPZ_LINE_ENTER,
  SPZ_LINE_ERASE,
  SPZ_LINE_JOIN,
  SPZ_LINE_LEVEL,
  SPZ_LINE_SHIFT,
  SPZ_LINE_LEAVE,
  SPZ_LINE_LINES,
  SPZ_LINE_PAUSE,
  SPZ_LINE_N_SIGNALS
} SpzLineSignal;

struct _SpzLineText
{
  GtkTextView      parent_instance;

  /* Owned */
  char            *markdown;
  char            *placeholder_text;
  PangoLayout     *layout;
  SpzLineSpelling *spelling;
  GMenuModel      *menu;
  GtkWidget       *popover;

  /* What is marked in it */
  char            *searched;
  SpzLineMentionFunc is_mention;
  gpointer         mention_data;
  gboolean         marked;

  /* Until the frame is over after which the caret is brought into view */
  GdkFrameClock   *clock;
  gulong           painted_id;
  gboolean         showing;

  /* Until the frame is over after which an edited text is told */
  GdkFrameClock   *untold_clock;
  gulong           untold_id;
  guint            untold_source;
  gboolean         untold;

  /* Heights measured, for the widths asked for last */
  struct
  {
    int width;
    int height;
    int baseline;
  }                measured[SPZ_LINE_N_MEASURED];
  guint            n_measured;
  int              kept_width; /* where the text was changed and kept its size; else 0 */

  gboolean         plain;
  gboolean         composing;
  gboolean         loading;
  gboolean         inserting;

  /* The style of what is typed next, where it was chosen by hand; the cursor's
   * moving ends the choice */
  gboolean         style_chosen;
  SpzInlineStyle   style;

  /* What was typed last: where, when, how many characters in one go */
  int              edit_offset;
  int              edit_count;
  int              edit_direction;
  guint            edit_length;
  gint64           edit_time;

  /* A sign that was just corrected: where it ends, and what was typed */
  gboolean         typed;
  int              corrected_at;
  const char      *corrected_from;
};

GtkTextBuffer *spz_line_text_get_buffer      (SpzLineText       *self);
char          *spz_line_text_serialise       (SpzLineText       *self,
                                              const GtkTextIter *from,
                                              const GtkTextIter *to);
void           spz_line_text_edited          (SpzLineText       *self);
gboolean       spz_line_text_has_handler     (SpzLineText       *self,
                                              SpzLineSignal      signal);
void           spz_line_text_emit            (SpzLineText       *self,
                                              SpzLineSignal      signal);
gboolean       spz_line_text_emit_step       (SpzLineText       *self,
                                              SpzLineSignal      signal,
                                              int                direction);
gboolean       spz_line_text_emit_lines      (SpzLineText       *self,
                                              GPtrArray         *lines);

void           spz_line_text_caret_init      (SpzLineText       *self);
void           spz_line_text_caret_show      (SpzLineText       *self);
void           spz_line_text_caret_dispose   (SpzLineText       *self);

void           spz_line_text_marks_init      (SpzLineText       *self);
void           spz_line_text_marks_style     (SpzLineText       *self);
void           spz_line_text_marks_update    (SpzLineText       *self);

void           spz_line_text_size_class_init (GtkWidgetClass    *widget_class);
void           spz_line_text_size_invalidate (SpzLineText       *self);
void           spz_line_text_size_follow     (SpzLineText       *self);
void           spz_line_text_size_forget     (SpzLineText       *self);
void           spz_line_text_size_given      (SpzLineText       *self,
                                              int                width);

void           spz_line_text_telling_init    (SpzLineText       *self);
void           spz_line_text_telling_forget  (SpzLineText       *self);
void           spz_line_text_tell_later      (SpzLineText       *self);

void           spz_line_text_keys_init       (SpzLineText       *self);
void           spz_line_text_menu_class_init (GtkWidgetClass    *widget_class);
void           spz_line_text_menu_open       (SpzLineText       *self,
                                              const GtkTextIter *iter);

void           spz_line_text_typing_init     (SpzLineText       *self);
void           spz_line_text_typing_forget   (SpzLineText       *self);
void           spz_line_text_typing_edited   (SpzLineText       *self);
gboolean       spz_line_text_uncorrect       (SpzLineText       *self);

void           spz_line_text_insert_markdown (SpzLineText       *self,
                                              const char        *markdown);
void           spz_line_text_insert_lines    (SpzLineText       *self,
                                              GPtrArray         *lines);
void           spz_line_text_copy_clipboard  (GtkTextView       *view);
void           spz_line_text_cut_clipboard   (GtkTextView       *view);
void           spz_line_text_paste_clipboard (GtkTextView       *view);

G_END_DECLS
