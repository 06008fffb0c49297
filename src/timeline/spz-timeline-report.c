/* spz-timeline-report.c: how well a plan's labels fit on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-report.h"

#include <glib/gi18n-lib.h>

#include "spz-timeline-layout-private.h"
#include "spz-timeline-sheet-private.h"

/* Rounding of Pango's units, in points */
#define TOLERANCE 0.5

/* Whether all of a label can be read: in its bar or beside it, or in the
 * legend under its number or behind the short one. */
static gboolean
is_whole (const SpzTimelineBox *box,
          double                width)
{
  return box->text != NULL &&
         !pango_layout_is_ellipsized (box->text) &&
         box->label.x > -TOLERANCE &&
         box->label.x + box->label.width < width + TOLERANCE;
}

static guint
count_whole (SpzTimelineSheet *sheet,
             guint            *n_labels)
{
  SpzTimelineLayout *layout = spz_timeline_sheet_get_layout (sheet);
  double width = spz_timeline_layout_get_width (layout);
  guint n_whole = 0;

  *n_labels = 0;
  for (guint row = 0; row < spz_timeline_layout_get_n_rows (layout); row++)
    {
      guint n;
      const SpzTimelineBox *boxes = spz_timeline_layout_get_bars (layout, row, &n);

      *n_labels += n;
      for (guint i = 0; i < n; i++)
        n_whole += is_whole (&boxes[i], width);
    }

  return n_whole;
}

/* "“Vorbereitung” (Moderne Arbeitsplatzausstattung)" */
static char *
name_label (SpzTimelineSheet        *sheet,
            const SpzTimelineRemark *remark)
{
  SpzTimelineLayout *layout = spz_timeline_sheet_get_layout (sheet);
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (layout);
  const SpzTimelineBar *bar;

  if (remark->bar == SPZ_TIMELINE_NONE)
    /* Translators: a label in the middle of a sentence */
    return g_strdup_printf (_("“%s”"),
                            spz_timeline_plan_get_milestones (plan, NULL)[remark->milestone].title);

  bar = &spz_timeline_plan_get_bars (plan, NULL)[remark->bar];

  /* Translators: a phase and the measure it belongs to */
  return g_strdup_printf (_("“%s” (%s)"), spz_timeline_layout_get_label (layout, bar),
                          spz_timeline_plan_get_measures (plan, NULL)[bar->measure].title);
}

/* The labels that this was done to, one after the other. */
static char *
name_labels (SpzTimelineSheet      *sheet,
             SpzTimelineRemarkType  type,
             guint                 *n_labels)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_remarks;
  const SpzTimelineRemark *remarks = spz_timeline_sheet_get_remarks (sheet, &n_remarks);

  *n_labels = 0;
  for (guint i = 0; i < n_remarks; i++)
    {
      g_autofree char *name = NULL;

      if (remarks[i].type != type)
        continue;

      name = name_label (sheet, &remarks[i]);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      (*n_labels)++;
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_remarks (SpzTimelineSheet      *sheet,
             SpzTimelineRemarkType  type,
             GPtrArray             *sentences)
{
  guint n;
  g_autofree char *names = name_labels (sheet, type, &n);
  char *sentence;

  if (n == 0)
    return;

  switch (type)
    {
    case SPZ_TIMELINE_REMARK_DISPLACED:
      /* Translators: how many labels, and which */
      sentence = g_strdup_printf (ngettext ("%u has no room where it is pinned: %s",
                                            "%u have no room where they are pinned: %s", n),
                                  n, names);
      break;
    case SPZ_TIMELINE_REMARK_SHORT:
      /* Translators: how many labels, and which */
      sentence = g_strdup_printf (ngettext ("%u stands as its short label, which the legend spells out: %s",
                                            "%u stand as their short labels, which the legend spells out: %s", n),
                                  n, names);
      break;
    case SPZ_TIMELINE_REMARK_NUMBERED:
      /* Translators: how many labels, and which */
      sentence = g_strdup_printf (ngettext ("%u stands as a number in the legend: %s",
                                            "%u stand as numbers in the legend: %s", n),
                                  n, names);
      break;
    case SPZ_TIMELINE_REMARK_SHRUNK:
      /* Translators: how many labels, and which */
      sentence = g_strdup_printf (ngettext ("%u is printed smaller than the others: %s",
                                            "%u are printed smaller than the others: %s", n),
                                  n, names);
      break;
    case SPZ_TIMELINE_REMARK_MOVED:
    default:
      /* Translators: how many labels, and which */
      sentence = g_strdup_printf (ngettext ("%u stands beside its place: %s",
                                            "%u stand beside their places: %s", n),
                                  n, names);
      break;
    }

  g_ptr_array_add (sentences, sentence);
}

/* Whether larger paper might do better: what is pinned as a number or a short
 * label stays one. */
static gboolean
is_for_want_of_room (SpzTimelineSheet        *sheet,
                     const SpzTimelineRemark *remark)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (spz_timeline_sheet_get_layout (sheet));
  SpzLabelPlacement pinned;

  if (remark->bar == SPZ_TIMELINE_NONE)
    return FALSE;

  pinned = spz_timeline_plan_get_bars (plan, NULL)[remark->bar].label_placement;

  return remark->type == SPZ_TIMELINE_REMARK_DISPLACED ||
         (remark->type == SPZ_TIMELINE_REMARK_NUMBERED && pinned != SPZ_LABEL_NUMBER) ||
         (remark->type == SPZ_TIMELINE_REMARK_SHORT && pinned != SPZ_LABEL_SHORT);
}

/**
 * spz_timeline_sheet_fits:
 * @sheet: a sheet
 *
 * Finds out whether the paper is large enough: the plan is on one page, and
 * every label stands whole at its bar, be it smaller than others or beside, or
 * as it is pinned.
 *
 * Returns: whether it is
 */
gboolean
spz_timeline_sheet_fits (SpzTimelineSheet *sheet)
{
  guint n_remarks, n_labels;
  const SpzTimelineRemark *remarks;

  g_return_val_if_fail (SPZ_IS_TIMELINE_SHEET (sheet), FALSE);

  remarks = spz_timeline_sheet_get_remarks (sheet, &n_remarks);
  for (guint i = 0; i < n_remarks; i++)
    if (is_for_want_of_room (sheet, &remarks[i]))
      return FALSE;

  return spz_timeline_sheet_get_n_pages (sheet) <= 1 && count_whole (sheet, &n_labels) == n_labels;
}

/**
 * spz_timeline_sheet_report:
 * @sheet: a sheet
 *
 * Tells in plain sentences how many of the phases' labels stand whole on the
 * page, and which stand as a number or short, smaller, beside their place, or
 * elsewhere than they are pinned.
 *
 * Returns: (transfer full) (array zero-terminated=1): the sentences, at least
 *   one
 */
char **
spz_timeline_sheet_report (SpzTimelineSheet *sheet)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  guint n_labels, n_whole, n_pages;

  g_return_val_if_fail (SPZ_IS_TIMELINE_SHEET (sheet), NULL);

  n_whole = count_whole (sheet, &n_labels);
  n_pages = spz_timeline_sheet_get_n_pages (sheet);

  /* Translators: how many labels can be read, of how many: "57 of 57" */
  g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u of %u label stands whole on the page.",
                                                         "%u of %u labels stand whole on the page.", n_labels),
                                               n_whole, n_labels));
  if (n_pages > 1)
    g_ptr_array_add (sentences,
                     g_strdup_printf (spz_timeline_sheet_get_cuts_group (sheet)
                                      ? ngettext ("The plan takes %u page.", "The plan takes %u pages.", n_pages)
                                      : ngettext ("The plan takes %u page, split between action fields.",
                                                  "The plan takes %u pages, split between action fields.", n_pages),
                                      n_pages));
  if (spz_timeline_sheet_get_layout (sheet)->slim_ghosts)
    g_ptr_array_add (sentences, g_strdup (_("Former dates don’t fit on the page; only the outlines show where things were.")));
  add_remarks (sheet, SPZ_TIMELINE_REMARK_DISPLACED, sentences);
  add_remarks (sheet, SPZ_TIMELINE_REMARK_NUMBERED, sentences);
  add_remarks (sheet, SPZ_TIMELINE_REMARK_SHORT, sentences);
  add_remarks (sheet, SPZ_TIMELINE_REMARK_SHRUNK, sentences);
  add_remarks (sheet, SPZ_TIMELINE_REMARK_MOVED, sentences);
  g_ptr_array_add (sentences, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}
