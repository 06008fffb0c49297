/* spz-writing.h: what helps with writing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"
#include "spz-spelling.h"

G_BEGIN_DECLS

#define SPZ_TYPE_WRITING (spz_writing_get_type ())
G_DECLARE_FINAL_TYPE (SpzWriting, spz_writing, SPZ, WRITING, GObject)

/* Properties, remembered in the settings: "typography", "check-spelling".
 * Signal "words-changed": what is right may not be so any more, or the other
 * way round. */

typedef void (*SpzWritingFunc) (gpointer data);

SpzWriting  *spz_writing_get            (GtkWidget      *widget);
SpzWriting  *spz_writing_get_for_display (GdkDisplay    *display);
gboolean     spz_writing_get_typography (SpzWriting     *self);
SpzSpelling *spz_writing_get_spelling   (SpzWriting     *self);
void         spz_writing_learn          (SpzWriting     *self,
                                         const char     *word);
void         spz_writing_ignore         (SpzWriting     *self,
                                         const char     *word);
void         spz_writing_take_words     (SpzWriting     *self,
                                         SpzProgramme   *programme);
void         spz_writing_queue          (SpzWriting     *self,
                                         SpzWritingFunc  func,
                                         gpointer        data);
void         spz_writing_forget         (SpzWriting     *self,
                                         gpointer        data);

G_END_DECLS
