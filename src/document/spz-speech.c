/* spz-speech.c: a paper as it is spoken, step by step
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-speech.h"

/* Points nest at most this deep */
#define MAX_LEVEL 8

struct _SpzSpeech
{
  SpzDocument *document;
  GArray      *steps; /* SpzSpeechStep */
};

/* What the steps that follow stand under */
typedef struct
{
  const SpzNode *section;
  const SpzNode *points[MAX_LEVEL]; /* the last one of each level */
  guint          words;             /* of the section, until its first step */
} Place;

static void
add_step (SpzSpeech     *self,
          const SpzNode *node,
          Place         *place,
          const SpzNode *context)
{
  const SpzSpeechStep step = { node, place->section, context, spz_node_get_words (node) + place->words };

  g_array_append_val (self->steps, step);
  place->words = 0;
}

static void
add_point (SpzSpeech     *self,
           const SpzNode *node,
           Place         *place)
{
  int level = CLAMP (node->level, 1, MAX_LEVEL - 1);

  place->points[level] = node;
  for (int below = level + 1; below < MAX_LEVEL; below++)
    place->points[below] = NULL;
  add_step (self, node, place, place->points[level - 1]);
}

/* A heading is said with what comes first under it, or alone if nothing does */
static void
end_section (SpzSpeech *self,
             Place     *place)
{
  const SpzNode *section = place->section;
  gboolean is_unsaid = place->words > 0;

  *place = (Place) { NULL };
  if (is_unsaid)
    add_step (self, section, place, NULL);
}

/* Tables and the plan are shown, not read out. A role is a step of its own:
 * all of them at once would be too small to read from a lectern. */
static void
add_node (SpzSpeech     *self,
          const SpzNode *node,
          Place         *place)
{
  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      end_section (self, place);
      place->section = node;
      place->words = spz_node_get_words (node);
      break;

    case SPZ_NODE_POINT:
      add_point (self, node, place);
      break;

    case SPZ_NODE_ROLES:
      for (guint i = 0; i < node->children->len; i++)
        add_step (self, g_ptr_array_index (node->children, i), place, NULL);
      break;

    case SPZ_NODE_TIMELINE:
      end_section (self, place);
      add_step (self, node, place, NULL);
      break;

    case SPZ_NODE_PARAGRAPH:
    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATES:
    case SPZ_NODE_DATE:
    default:
      add_step (self, node, place, NULL);
      break;
    }
}

/**
 * spz_speech_new:
 * @document: a briefing's document
 *
 * Takes a document apart into what is said one after the other.
 *
 * Returns: (transfer full): the speech
 */
SpzSpeech *
spz_speech_new (SpzDocument *document)
{
  SpzSpeech *self;
  Place place = { NULL };

  g_return_val_if_fail (document != NULL, NULL);

  self = g_new0 (SpzSpeech, 1);
  self->document = spz_document_ref (document);
  self->steps = g_array_new (FALSE, FALSE, sizeof (SpzSpeechStep));
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    add_node (self, spz_document_get_node (document, i), &place);
  end_section (self, &place);

  return self;
}

/**
 * spz_speech_free:
 * @self: (transfer full): a speech
 */
void
spz_speech_free (SpzSpeech *self)
{
  g_array_unref (self->steps);
  spz_document_unref (self->document);
  g_free (self);
}

/**
 * spz_speech_get_n_steps:
 * @self: a speech
 *
 * Returns: how many steps it has; 0 if there is nothing to say
 */
guint
spz_speech_get_n_steps (SpzSpeech *self)
{
  return self->steps->len;
}

/**
 * spz_speech_get_step:
 * @self: a speech
 * @index: the step's number, from 0
 *
 * Returns: (transfer none) (nullable): the step, %NULL past the last
 */
const SpzSpeechStep *
spz_speech_get_step (SpzSpeech *self,
                     guint      index)
{
  return index < self->steps->len ? &g_array_index (self->steps, SpzSpeechStep, index) : NULL;
}

/**
 * spz_speech_count_words:
 * @self: a speech
 * @first: the first step that counts
 *
 * Returns: the words from there to the end
 */
guint
spz_speech_count_words (SpzSpeech *self,
                        guint      first)
{
  guint words = 0;

  for (guint i = first; i < self->steps->len; i++)
    words += g_array_index (self->steps, SpzSpeechStep, i).words;

  return words;
}

static gboolean
find_node (SpzSpeech     *self,
           const SpzNode *node,
           guint         *index)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const SpzNode *mine = g_array_index (self->steps, SpzSpeechStep, i).node;

      if (mine->kind == node->kind && mine->block == node->block &&
          mine->table == node->table && mine->id == node->id)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * spz_speech_find:
 * @self: a speech
 * @other: the same briefing's speech, composed again or for another audience
 * @index: a step of @other
 *
 * Finds the place to go on from. Where the step isn't in @self it is the
 * nearest one before it.
 *
 * Returns: a step of @self, 0 if nothing up to there is in it
 */
guint
spz_speech_find (SpzSpeech *self,
                 SpzSpeech *other,
                 guint      index)
{
  guint found;

  for (guint i = MIN (index + 1, other->steps->len); i > 0; i--)
    if (find_node (self, g_array_index (other->steps, SpzSpeechStep, i - 1).node, &found))
      return found;

  return 0;
}
