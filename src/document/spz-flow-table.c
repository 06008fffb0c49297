/* spz-flow-table.c: tables in a column of text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-flow-private.h"

#include <glib/gi18n-lib.h>

#include "spz-document-notes.h"
#include "spz-marker.h"

/* What a column may take of the width at most to hold its longest word whole */
#define MAX_SHARE 0.45

/* Between the columns and above and below a row's text, in points */
#define GUTTER  14.0
#define PADDING 5.0

/**
 * Column:
 * @title: (nullable): its head, untranslated
 * @share: its part of the width
 * @alignment: of its texts
 */
typedef struct
{
  const char     *title;
  double          share;
  PangoAlignment  alignment;
} Column;

typedef struct
{
  SpzFlow      *flow;
  const Column *columns;
  guint         n_columns;
  SpzTag       *tag;
  SpzFlowItem  *head;
  double        x[SPZ_FLOW_MAX_COLUMNS];
  double        width[SPZ_FLOW_MAX_COLUMNS];
} Table;

static const Column role_columns[] =
{
  { N_("Role"),   0.33, PANGO_ALIGN_LEFT },
  { N_("Tasks"),  0.67, PANGO_ALIGN_LEFT },
};

static const Column figure_columns[] =
{
  { N_("Key figure"), 0.46, PANGO_ALIGN_LEFT },
  { N_("Value"),      0.20, PANGO_ALIGN_RIGHT },
  { N_("Difference"), 0.17, PANGO_ALIGN_RIGHT },
  { N_("As of"),      0.17, PANGO_ALIGN_RIGHT },
};

/* Where nothing is known to have changed */
static const Column first_figure_columns[] =
{
  { N_("Key figure"), 0.58, PANGO_ALIGN_LEFT },
  { N_("Value"),      0.23, PANGO_ALIGN_RIGHT },
  { N_("As of"),      0.19, PANGO_ALIGN_RIGHT },
};

static const Column date_columns[] =
{
  { N_("Date"),  0.30, PANGO_ALIGN_LEFT },
  { N_("Event"), 0.70, PANGO_ALIGN_LEFT },
};

static SpzFlowItem *
add_row (Table         *self,
         SpzFlowKind    kind,
         const SpzNode *node)
{
  SpzFlowItem *item = spz_flow_add_item (self->flow, kind, node);

  item->padding = PADDING * self->flow->typography->scale;
  item->tag = spz_flow_add_tag (self->flow, self->tag, "TR");
  item->head = self->head;
  item->n_columns = self->n_columns;
  for (guint i = 0; i < self->n_columns; i++)
    item->columns[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_flow_block_free);

  return item;
}

static SpzFlowBlock *
make_block (Table         *self,
            guint          column,
            SpzTextStyle   style,
            const char    *text,
            const SpzNode *node)
{
  PangoLayout *layout = spz_typography_set_text (self->flow->typography, style, text,
                                                 self->width[column],
                                                 self->columns[column].alignment);
  SpzFlowBlock *block = spz_flow_block_new (style, layout);

  block->x = self->x[column];
  block->node = node;

  return block;
}

/* Adds a paragraph to a cell. The first one is added even without text: every
 * row of a table has the same number of cells, for those who hear it too. */
static void
add_to_cell (Table        *self,
             SpzFlowItem  *item,
             guint         column,
             SpzTag       *cell,
             SpzTextStyle  style,
             const char   *text)
{
  SpzFlowBlock *block;

  if (text == NULL)
    text = "";
  if (*text == '\0' && item->columns[column]->len > 0)
    return;

  block = make_block (self, column, style, text, item->node);
  block->tag = spz_flow_add_tag (self->flow, cell, "P");
  g_ptr_array_add (item->columns[column], block);
}

/* A row's value, with its references to notes */
static void
add_value_to_cell (Table       *self,
                   SpzFlowItem *item,
                   guint        column,
                   SpzTag      *cell)
{
  const SpzNode *row = item->node;
  g_autofree char *marked = spz_node_mark_cell (row, SPZ_CELL_VALUE, row->cells[SPZ_CELL_VALUE]);
  PangoLayout *layout = spz_typography_set_noted (self->flow->typography, SPZ_TEXT_CELL_STRONG, marked, row->notes,
                                                  self->width[column], self->columns[column].alignment);
  SpzFlowBlock *block = spz_flow_block_new (SPZ_TEXT_CELL_STRONG, layout);

  block->x = self->x[column];
  block->node = row;
  block->tag = spz_flow_add_tag (self->flow, cell, "P");
  spz_flow_block_refer (block, row->notes);
  g_ptr_array_add (item->columns[column], block);
}

/* A row's title, marked if the row isn't for everybody */
static void
add_title_to_cell (Table        *self,
                   SpzFlowItem  *item,
                   guint         column,
                   SpzTag       *cell,
                   SpzTextStyle  style)
{
  g_autofree char *title = spz_node_get_text (item->node);
  g_autofree char *text = spz_marker_mark (item->node, title);

  add_to_cell (self, item, column, cell, style, text);
}

static SpzTag *
add_header_cell (Table       *self,
                 SpzFlowItem *item,
                 const char  *scope)
{
  SpzTag *tag = spz_flow_add_tag (self->flow, item->tag, "TH");

  tag->scope = scope;

  return tag;
}

static void
add_head (Table *self)
{
  SpzFlowItem *item = add_row (self, SPZ_FLOW_HEAD, NULL);

  for (guint i = 0; i < self->n_columns; i++)
    add_to_cell (self, item, i, add_header_cell (self, item, "Column"),
                 SPZ_TEXT_TABLE_HEAD, _(self->columns[i].title));

  item->space_before = 10 * self->flow->typography->scale;
  item->keep_with_next = TRUE;
  item->unbreakable = TRUE;
  self->head = item;
}

/* The longest word in the first column, by characters */
static char *
find_longest_word (const SpzNode *table)
{
  g_autofree char *longest = g_strdup ("");

  for (guint i = 0; i < table->children->len; i++)
    {
      const SpzNode *row = g_ptr_array_index (table->children, i);
      const char *title = row->cells[SPZ_CELL_TITLE];
      g_auto (GStrv) words = g_strsplit_set (title != NULL ? title : "", " -/", -1);

      for (char **word = words; *word != NULL; word++)
        if (g_utf8_strlen (*word, -1) > g_utf8_strlen (longest, -1))
          {
            g_free (longest);
            longest = g_strdup (*word);
          }
    }

  return g_steal_pointer (&longest);
}

/* How much of @usable the first column gets: more than its share where a word
 * would be broken without a hyphen else. */
static double
get_first_width (SpzFlow       *flow,
                 const SpzNode *table,
                 double         share,
                 double         usable)
{
  g_autofree char *word = find_longest_word (table);
  g_autoptr (PangoLayout) layout = spz_typography_set_text (flow->typography, SPZ_TEXT_CELL_STRONG, word,
                                                            0, PANGO_ALIGN_LEFT);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  /* One point for what is rounded */
  return CLAMP (pango_units_to_double (width) + 1, usable * share, usable * MAX (share, MAX_SHARE));
}

static void
table_init (Table         *self,
            SpzFlow       *flow,
            const SpzNode *node,
            const Column  *columns,
            guint          n_columns)
{
  double gutter = GUTTER * flow->typography->scale;
  double usable = flow->width - gutter * (n_columns - 1);
  double first = get_first_width (flow, node, columns[0].share, usable);
  double x = 0;

  *self = (Table) { .flow = flow, .columns = columns, .n_columns = n_columns };
  for (guint i = 0; i < n_columns; i++)
    {
      self->x[i] = x;
      self->width[i] = i == 0 ? first : (usable - first) * columns[i].share / (1 - columns[0].share);
      x += self->width[i] + gutter;
    }

  self->tag = spz_flow_add_tag (flow, flow->root, "Table");
  add_head (self);
}

static void
add_task (Table         *self,
          SpzFlowItem   *item,
          SpzTag        *list,
          const SpzNode *task)
{
  SpzTypography *typography = self->flow->typography;
  double indent = 13 * typography->scale;
  SpzTag *list_item = spz_flow_add_tag (self->flow, list, "LI");
  SpzTag *label = spz_flow_add_tag (self->flow, list_item, "Lbl");
  SpzTag *body = spz_flow_add_tag (self->flow, list_item, "LBody");
  PangoLayout *layout = spz_typography_set_node (typography, SPZ_TEXT_CELL, task,
                                                 self->width[1] - indent);
  SpzFlowBlock *block = spz_flow_block_new (SPZ_TEXT_CELL, layout);

  block->x = self->x[1] + indent;
  block->label_x = self->x[1];
  block->space_before = 2.5 * typography->scale;
  block->node = task;
  block->tag = spz_flow_add_tag (self->flow, body, "P");
  spz_flow_block_label (block, typography, "•", label);
  g_ptr_array_add (item->columns[1], block);
}

static void
add_role (Table         *self,
          const SpzNode *role)
{
  SpzFlowItem *item = add_row (self, SPZ_FLOW_ROW, role);
  SpzTag *title = add_header_cell (self, item, "Row");
  SpzTag *tasks = spz_flow_add_tag (self->flow, item->tag, "TD");
  SpzTag *list = spz_flow_add_tag (self->flow, tasks, "L");
  g_autofree char *continued = NULL;

  list->numbering = "Disc";
  add_title_to_cell (self, item, 0, title, SPZ_TEXT_CELL_STRONG);
  add_to_cell (self, item, 0, title, SPZ_TEXT_CELL, role->cells[SPZ_CELL_HOLDER]);
  add_to_cell (self, item, 0, title, SPZ_TEXT_CELL_NOTE, role->cells[SPZ_CELL_UNIT]);
  if (role->children->len == 0)
    add_to_cell (self, item, 1, tasks, SPZ_TEXT_CELL, NULL);
  for (guint i = 0; i < role->children->len; i++)
    add_task (self, item, list, g_ptr_array_index (role->children, i));

  /* Translators: a role of which some tasks are on the page before */
  continued = g_strdup_printf (_("%s (continued)"),
                               role->cells[SPZ_CELL_TITLE] != NULL ? role->cells[SPZ_CELL_TITLE] : "");
  item->continued = make_block (self, 0, SPZ_TEXT_CELL_NOTE, g_strstrip (continued), role);
}

static void
add_figure (Table         *self,
            const SpzNode *figure)
{
  SpzFlowItem *item = add_row (self, SPZ_FLOW_ROW, figure);
  SpzTag *cells[SPZ_FLOW_MAX_COLUMNS] = { NULL };
  guint last = self->n_columns - 1;

  cells[0] = add_header_cell (self, item, "Row");
  for (guint i = 1; i < self->n_columns; i++)
    cells[i] = spz_flow_add_tag (self->flow, item->tag, "TD");

  add_title_to_cell (self, item, 0, cells[0], SPZ_TEXT_CELL);
  add_to_cell (self, item, 0, cells[0], SPZ_TEXT_CELL_NOTE, figure->cells[SPZ_CELL_ARITHMETIC]);
  add_value_to_cell (self, item, 1, cells[1]);
  if (last == 3)
    add_to_cell (self, item, 2, cells[2], SPZ_TEXT_CELL, figure->cells[SPZ_CELL_CHANGE]);
  add_to_cell (self, item, last, cells[last], SPZ_TEXT_CELL, figure->cells[SPZ_CELL_DATE]);
  item->unbreakable = TRUE;
}

static gboolean
has_changes (const SpzNode *figures)
{
  for (guint i = 0; i < figures->children->len; i++)
    if (((const SpzNode *) g_ptr_array_index (figures->children, i))->cells[SPZ_CELL_CHANGE] != NULL)
      return TRUE;

  return FALSE;
}

static void
add_date (Table         *self,
          const SpzNode *date)
{
  SpzFlowItem *item = add_row (self, SPZ_FLOW_ROW, date);
  SpzTag *when = add_header_cell (self, item, "Row");
  SpzTag *what = spz_flow_add_tag (self->flow, item->tag, "TD");

  add_to_cell (self, item, 0, when, SPZ_TEXT_CELL_STRONG, date->cells[SPZ_CELL_DATE]);
  add_title_to_cell (self, item, 1, what, SPZ_TEXT_CELL);
  add_to_cell (self, item, 1, what, SPZ_TEXT_CELL_NOTE, date->cells[SPZ_CELL_DETAIL]);
  item->unbreakable = TRUE;
}

/* Private: a table's head and rows; nothing for a table without rows */
void
spz_flow_add_table (SpzFlow       *self,
                    const SpzNode *node)
{
  SpzFlowItem *last;
  Table table;

  if (node->children->len == 0)
    return;

  switch (node->kind)
    {
    case SPZ_NODE_ROLES:
      table_init (&table, self, node, role_columns, G_N_ELEMENTS (role_columns));
      break;

    case SPZ_NODE_FIGURES:
      if (has_changes (node))
        table_init (&table, self, node, figure_columns, G_N_ELEMENTS (figure_columns));
      else
        table_init (&table, self, node, first_figure_columns, G_N_ELEMENTS (first_figure_columns));
      break;

    case SPZ_NODE_DATES:
      table_init (&table, self, node, date_columns, G_N_ELEMENTS (date_columns));
      break;

    default:
      g_return_if_reached ();
    }

  for (guint i = 0; i < node->children->len; i++)
    {
      const SpzNode *row = g_ptr_array_index (node->children, i);

      if (row->kind == SPZ_NODE_ROLE)
        add_role (&table, row);
      else if (row->kind == SPZ_NODE_FIGURE)
        add_figure (&table, row);
      else
        add_date (&table, row);

      last = g_ptr_array_index (self->items, self->items->len - 1);
      last->rule_above = i > 0;
    }

  last = g_ptr_array_index (self->items, self->items->len - 1);
  last->rule_below = TRUE;
  last->space_after = 16 * self->typography->scale;
}
