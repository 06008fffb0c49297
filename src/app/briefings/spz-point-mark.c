/* spz-point-mark.c: how a point stands to what was said last time
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-date.h"
#include "spz-point-mark.h"

/* Signs, so that they tell without colour */
static const char *const signs[] = {
  [SPZ_POINT_UNCHANGED] = "=",
  [SPZ_POINT_NEW] = "+",
  [SPZ_POINT_CHANGED] = "≠",
  [SPZ_POINT_DROPPED] = "−",
};

static const char *const css_classes[] = {
  [SPZ_POINT_UNCHANGED] = "unchanged",
  [SPZ_POINT_NEW] = "new",
  [SPZ_POINT_CHANGED] = "changed",
  [SPZ_POINT_DROPPED] = "dropped",
};

/**
 * spz_point_mark_update:
 * @row: the row of a point
 * @change: (nullable): how the point stands to what was said last time; %NULL
 *   if there is nothing to compare it with
 *
 * Puts a small mark behind the point's text, which tells more when it is
 * clicked: it activates "briefing.explain-point" with the point's id.
 */
void
spz_point_mark_update (SpzPointRow          *row,
                       const SpzPointChange *change)
{
  GtkWidget *mark = spz_point_row_get_suffix (row);
  const char *label;

  if (change == NULL)
    {
      spz_point_row_set_suffix (row, NULL);
      return;
    }

  label = spz_point_mark_get_label (change->mark);
  if (mark != NULL && g_strcmp0 (gtk_widget_get_tooltip_text (mark), label) == 0)
    return;

  mark = gtk_button_new_with_label (signs[change->mark]);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_css_classes (mark, (const char *[]) { "flat", "spz-mark", css_classes[change->mark], NULL });
  gtk_widget_set_tooltip_text (mark, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (mark), "briefing.explain-point");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (mark), "x", change->point);
  spz_point_row_set_suffix (row, mark);
}

static void
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", 0.0f,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 44,
                                   "selectable", FALSE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/**
 * spz_point_mark_new_details:
 * @change: a change
 *
 * Returns: (transfer floating): what is known of it: the former wording, since
 *   when it is there, when it was said last
 */
GtkWidget *
spz_point_mark_new_details (const SpzPointChange *change)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  add_label (box, spz_point_mark_get_label (change->mark), "heading");
  if (change->mark == SPZ_POINT_CHANGED || change->mark == SPZ_POINT_DROPPED)
    {
      add_label (box, _("Last time it was:"), "caption");
      add_label (box, change->before, "spz-before");
    }
  if (change->since != SPZ_DATE_NONE)
    {
      g_autofree char *day = spz_date_format (change->since, SPZ_DATE_STYLE_LONG);
      /* Translators: since when a point is part of what is said; %s is a date */
      g_autofree char *since = g_strdup_printf (_("Since %s"), day);

      add_label (box, since, "caption");
    }
  if (change->last_spoken != SPZ_DATE_NONE)
    {
      g_autofree char *day = spz_date_format (change->last_spoken, SPZ_DATE_STYLE_LONG);
      /* Translators: %s is a date */
      g_autofree char *last_spoken = g_strdup_printf (_("Last spoken on %s"), day);

      add_label (box, last_spoken, "caption");
    }

  return GTK_WIDGET (box);
}
