/* spz-speech.h: a paper as it is spoken, step by step
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

/**
 * SpzSpeechStep:
 * @node: (unowned): what is said or shown: a paragraph, a point, a role, the
 *   key figures, the next dates, the plan, or a heading with nothing under it
 * @section: (unowned) (nullable): the heading it stands under
 * @context: (unowned) (nullable): the point it stands below
 * @words: how many words are said with it, those of a heading with the first
 *   step under it; 0 for what is only shown
 */
typedef struct
{
  const SpzNode *node;
  const SpzNode *section;
  const SpzNode *context;
  guint          words;
} SpzSpeechStep;

/**
 * SpzSpeech:
 *
 * The steps of a speech. It holds its document and never changes.
 */
typedef struct _SpzSpeech SpzSpeech;

SpzSpeech           *spz_speech_new           (SpzDocument *document);
void                 spz_speech_free          (SpzSpeech   *self);

guint                spz_speech_get_n_steps   (SpzSpeech   *self);
const SpzSpeechStep *spz_speech_get_step      (SpzSpeech   *self,
                                               guint        index);
guint                spz_speech_count_words   (SpzSpeech   *self,
                                               guint        first);
guint                spz_speech_find          (SpzSpeech   *self,
                                               SpzSpeech   *other,
                                               guint        index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzSpeech, spz_speech_free)

G_END_DECLS
