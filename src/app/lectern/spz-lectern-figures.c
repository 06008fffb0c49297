/* spz-lectern-figures.c: the figures beside what is spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-lectern-figures.h"

#include "spz-composer.h"

static void
append_line (GtkWidget  *card,
             const char *text,
             const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (card), label);
}

static void
append_figure (GtkBox        *box,
               const SpzNode *figure)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_line (card, figure->cells[SPZ_CELL_VALUE], "value");
  append_line (card, figure->cells[SPZ_CELL_TITLE], "title");
  append_line (card, figure->cells[SPZ_CELL_ARITHMETIC], "detail");
  append_line (card, figure->cells[SPZ_CELL_CHANGE], "detail");
  gtk_widget_add_css_class (card, "figure");
  gtk_box_append (box, card);
}

/**
 * spz_lectern_figures_fill:
 * @box: what holds them; what was in it goes
 * @programme: the programme
 * @step: (nullable): what is spoken
 * @as_of: the date whose figures they are
 * @audience: whom the screen is for
 *
 * Shows the figures of the action field that is spoken of, unless they are what
 * is spoken.
 *
 * Returns: whether there are any
 */
gboolean
spz_lectern_figures_fill (GtkBox              *box,
                          SpzProgramme        *programme,
                          const SpzSpeechStep *step,
                          SpzDate              as_of,
                          SpzAudience          audience)
{
  SpzBlock *block = step ? spz_programme_lookup (programme, SPZ_TYPE_BLOCK, step->node->block) : NULL;
  SpzActionField *field = block ? spz_programme_lookup (programme, SPZ_TYPE_ACTION_FIELD, block->action_field) : NULL;
  g_autoptr (SpzDocument) document = NULL;
  const SpzNode *table = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);

  if (field != NULL && step->node->kind != SPZ_NODE_FIGURES)
    document = spz_compose_figures (programme, field, as_of, audience);
  if (document != NULL && spz_document_get_n_nodes (document) > 0)
    table = spz_document_get_node (document, 0);

  for (guint i = 0; table != NULL && i < table->children->len; i++)
    append_figure (box, g_ptr_array_index (table->children, i));

  return table != NULL;
}
