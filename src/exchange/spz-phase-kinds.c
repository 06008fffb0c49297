/* spz-phase-kinds.c: the usual kinds of phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-phase-kinds.h"

#include "spz-text.h"

#include <string.h>

typedef enum
{
  PREPARATION,
  CONCEPT,
  PROCUREMENT,
  PILOT,
  ROLLOUT,
  ONGOING,
} Kind;

/* These are rows of the user's file, in the language of the plans they come
 * with, and not texts of the program. */
static const SpzUsualKind kinds[SPZ_N_USUAL_KINDS] = {
  [PREPARATION] = { "Vorbereitung", "Vorb.", SPZ_COLOUR_GREY, SPZ_HATCH_DOTS },
  [CONCEPT] = { "Konzept", "Konz.", SPZ_COLOUR_BLUE, SPZ_HATCH_FORWARD },
  [PROCUREMENT] = { "Ausschreibung/Beschaffung", "Aus.", SPZ_COLOUR_YELLOW, SPZ_HATCH_CROSS },
  [PILOT] = { "Pilot/Bereitstellung", "Pilot", SPZ_COLOUR_TEAL, SPZ_HATCH_BACKWARD },
  [ROLLOUT] = { "Rollout/Umsetzung", "Roll.", SPZ_COLOUR_GREEN, SPZ_HATCH_SOLID },
  [ONGOING] = { "laufend", "lfd.", SPZ_COLOUR_PURPLE, SPZ_HATCH_VERTICAL },
};

/* Words in a phase's title that tell its kind, folded; the first that occurs
 * decides. "Umsetzung Maßnahmen des Konzeptes" is no concept, therefore the
 * order. */
static const struct
{
  const char *word;
  gboolean    at_start;
  Kind        kind;
} clues[] = {
  { "laufend", TRUE, ONGOING },
  { "umsetzung", FALSE, ROLLOUT },
  { "rollout", FALSE, ROLLOUT },
  { "einfuhrung", FALSE, ROLLOUT },
  { "digitalisierung", FALSE, ROLLOUT },
  { "anpassung", FALSE, ROLLOUT },
  { "aufbau", TRUE, ROLLOUT },
  { "ausschreibung", FALSE, PROCUREMENT },
  { "beschaffung", FALSE, PROCUREMENT },
  { "vergabe", FALSE, PROCUREMENT },
  { "dynamisch", TRUE, PILOT },
  { "bereitstellung", FALSE, PILOT },
  { "pilot", FALSE, PILOT },
  { "konzept", FALSE, CONCEPT },
  { "konzeption", FALSE, CONCEPT },
  { "erstellung", TRUE, CONCEPT },
  { "festlegung", FALSE, CONCEPT },
  { "entscheidung", FALSE, CONCEPT },
  { "standard", FALSE, CONCEPT },
  { "vorbereitung", FALSE, PREPARATION },
  { "voruberlegung", FALSE, PREPARATION },
  { "analyse", FALSE, PREPARATION },
  { "planung", FALSE, PREPARATION },
  { "kontinuierlich", FALSE, ONGOING },
  { "ernennung", FALSE, ROLLOUT },
};

/**
 * spz_usual_kind_get:
 * @index: which, below %SPZ_N_USUAL_KINDS
 *
 * Returns: a kind a new plan starts with
 */
const SpzUsualKind *
spz_usual_kind_get (guint index)
{
  g_return_val_if_fail (index < SPZ_N_USUAL_KINDS, NULL);

  return &kinds[index];
}

/**
 * spz_usual_kind_guess:
 * @phase_title: a phase's title, German
 *
 * Guesses a phase's kind from the words of its title.
 *
 * Returns: (nullable): the kind, %NULL if no word tells it
 */
const SpzUsualKind *
spz_usual_kind_guess (const char *phase_title)
{
  g_autofree char *folded = spz_text_fold (phase_title);

  for (guint i = 0; i < G_N_ELEMENTS (clues); i++)
    {
      const char *found = strstr (folded, clues[i].word);

      if (found != NULL && (!clues[i].at_start || found == folded))
        return &kinds[clues[i].kind];
    }

  return NULL;
}
