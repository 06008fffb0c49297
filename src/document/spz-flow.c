/* spz-flow.c: a document as a column of text, before it is cut into pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-flow-private.h"

#include <string.h>

#include "spz-logo.h"
#include "spz-timeline-plan.h"

/* Indents of the three levels, in points: a bullet and its text */
#define INDENT 17.0

static const char *const bullets[] = { "•", "–", "◦" };

/* Private: takes over @layout */
SpzFlowBlock *
spz_flow_block_new (SpzTextStyle  style,
                    PangoLayout  *layout)
{
  SpzFlowBlock *self = g_new0 (SpzFlowBlock, 1);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  self->style = style;
  self->layout = layout;
  self->n_lines = (guint) pango_layout_get_line_count (layout);
  self->tops = g_new0 (double, self->n_lines + 1);
  self->baselines = g_new0 (double, self->n_lines);

  for (guint i = 0; i < self->n_lines; i++)
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      self->tops[i] = pango_units_to_double (top);
      self->tops[i + 1] = pango_units_to_double (bottom);
      self->baselines[i] = pango_units_to_double (pango_layout_iter_get_baseline (iter));
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);

  return self;
}

void
spz_flow_block_free (SpzFlowBlock *self)
{
  g_free (self->tops);
  g_free (self->baselines);
  g_clear_pointer (&self->references, g_array_unref);
  g_clear_object (&self->layout);
  g_clear_object (&self->label);
  g_free (self);
}

/* Private: puts a bullet before the block */
void
spz_flow_block_label (SpzFlowBlock  *self,
                      SpzTypography *typography,
                      const char    *label,
                      SpzTag        *tag)
{
  self->label = spz_typography_set_label (typography, self->style, label);
  self->label_tag = tag;
}

static void
item_free (SpzFlowItem *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_unref (self->columns[i]);
  g_clear_pointer (&self->continued, spz_flow_block_free);
  g_clear_pointer (&self->heading, spz_flow_block_free);
  g_free (self);
}

static void
tag_free (SpzTag *self)
{
  g_free (self->alt);
  g_free (self->id);
  g_free (self);
}

/* Private: an element of the structure tree, which the flow owns */
SpzTag *
spz_flow_add_tag (SpzFlow    *self,
                  SpzTag     *parent,
                  const char *name)
{
  SpzTag *tag = g_new0 (SpzTag, 1);

  tag->parent = parent;
  tag->name = name;
  if (parent != NULL)
    parent->has_kids = TRUE;
  g_ptr_array_add (self->tags, tag);

  return tag;
}

/* Private: an item without columns at the flow's end */
SpzFlowItem *
spz_flow_add_item (SpzFlow       *self,
                   SpzFlowKind    kind,
                   const SpzNode *node)
{
  SpzFlowItem *item = g_new0 (SpzFlowItem, 1);

  item->kind = kind;
  item->node = node;
  g_ptr_array_add (self->items, item);

  return item;
}

static SpzFlowItem *
add_text (SpzFlow      *self,
          SpzFlowBlock *block,
          double        space_before,
          double        space_after)
{
  double scale = self->typography->scale;
  SpzFlowItem *item = spz_flow_add_item (self, SPZ_FLOW_TEXT, block->node);

  item->space_before = space_before * scale;
  item->space_after = space_after * scale;
  item->n_columns = 1;
  item->columns[0] = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_flow_block_free);
  g_ptr_array_add (item->columns[0], block);

  return item;
}

static SpzFlowBlock *
set_line (SpzFlow      *self,
          SpzTextStyle  style,
          const char   *text,
          double        width,
          const char   *tag)
{
  PangoLayout *layout = spz_typography_set_text (self->typography, style, text,
                                                 width, PANGO_ALIGN_LEFT);
  SpzFlowBlock *block = spz_flow_block_new (style, layout);

  block->tag = spz_flow_add_tag (self, self->root, tag);

  return block;
}

/* The structure type of a heading that wants a level, from 1: a reader finds
 * its way by headings of which none is left out. */
static const char *
get_heading_tag (SpzFlow *self,
                 int      level)
{
  static const char *const tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  self->heading = CLAMP (level, 1, MIN (self->heading + 1, (int) G_N_ELEMENTS (tags)));

  return tags[self->heading - 1];
}

static void
add_title (SpzFlow     *self,
           SpzDocument *document)
{
  const char *byline = spz_document_get_byline (document);
  const char *title = spz_document_get_title (document);
  const char *occasion = spz_document_get_occasion (document);
  SpzFlowItem *item = NULL;

  if (*title != '\0')
    {
      item = add_text (self, set_line (self, SPZ_TEXT_TITLE, title, self->width,
                                       get_heading_tag (self, 1)), 0, 4);
      item->unbreakable = TRUE;
      self->has_title = TRUE;
    }
  if (*byline != '\0')
    item = add_text (self, set_line (self, SPZ_TEXT_BYLINE, byline, self->width, "P"), 0, 0);
  if (*occasion != '\0')
    item = add_text (self, set_line (self, SPZ_TEXT_OCCASION, occasion, self->width, "P"), 0, 0);

  if (item != NULL)
    item->space_after = 16 * self->typography->scale;
}

static void
end_lists (SpzFlow *self)
{
  memset (self->lists, 0, sizeof self->lists);
  memset (self->bodies, 0, sizeof self->bodies);
}

static void
add_heading (SpzFlow       *self,
             const SpzNode *node)
{
  SpzTextStyle style = node->level <= 1 ? SPZ_TEXT_HEADING_1 : SPZ_TEXT_HEADING_2;
  PangoLayout *layout;
  SpzFlowBlock *block;
  SpzFlowItem *item;

  end_lists (self);
  layout = spz_typography_set_node (self->typography, style, node, self->width);
  block = spz_flow_block_new (style, layout);
  block->node = node;
  block->tag = spz_flow_add_tag (self, self->root, get_heading_tag (self, node->level + (self->has_title ? 1 : 0)));

  item = add_text (self, block, style == SPZ_TEXT_HEADING_1 ? 24 : 16, 6);
  item->keep_with_next = TRUE;
  item->unbreakable = TRUE;
}

/* Texts that announce what follows stay with it */
static gboolean
announces (const SpzNode *node)
{
  g_autofree char *text = g_strchomp (spz_node_get_text (node));

  return g_str_has_suffix (text, ":");
}

static void
add_paragraph (SpzFlow       *self,
               const SpzNode *node,
               SpzTag        *parent,
               double         x)
{
  PangoLayout *layout = spz_typography_set_node (self->typography, SPZ_TEXT_BODY,
                                                 node, self->width - x);
  SpzFlowBlock *block = spz_flow_block_new (SPZ_TEXT_BODY, layout);
  SpzFlowItem *item;

  block->x = x;
  block->node = node;
  spz_flow_block_refer (block, node->notes);
  block->tag = spz_flow_add_tag (self, parent, "P");

  item = add_text (self, block, 8, 8);
  item->keep_with_next = announces (node);
}

/* A list stands in the body of the item above it; levels that are left out do
 * not leave a hole in the tree. Returns the body of the new item. */
static SpzTag *
open_list_item (SpzFlow  *self,
                guint     depth,
                SpzTag  **label)
{
  SpzTag *item;

  while (depth > 0 && self->bodies[depth - 1] == NULL)
    depth--;

  if (self->lists[depth] == NULL)
    {
      self->lists[depth] = spz_flow_add_tag (self, depth == 0 ? self->root : self->bodies[depth - 1], "L");
      self->lists[depth]->numbering = depth < 2 ? "Disc" : "Circle";
    }
  for (guint i = depth + 1; i < G_N_ELEMENTS (self->lists); i++)
    self->lists[i] = self->bodies[i] = NULL;

  item = spz_flow_add_tag (self, self->lists[depth], "LI");
  *label = spz_flow_add_tag (self, item, "Lbl");
  self->bodies[depth] = spz_flow_add_tag (self, item, "LBody");

  return self->bodies[depth];
}

/* A heading with a single line below it looks lost at a page's foot: that line
 * stays with what is next, too. */
static gboolean
is_lone_line (SpzFlow            *self,
              const SpzFlowBlock *block)
{
  const SpzFlowItem *above = self->items->len > 0
    ? g_ptr_array_index (self->items, self->items->len - 1) : NULL;

  return block->n_lines == 1 && above != NULL && above->node != NULL &&
         above->node->kind == SPZ_NODE_HEADING;
}

static void
add_point (SpzFlow       *self,
           const SpzNode *node,
           const SpzNode *next)
{
  static const double space[] = { 6, 4, 2.5 };
  gboolean concludes = node->style == SPZ_POINT_CONCLUSION;
  SpzTextStyle style = concludes ? SPZ_TEXT_CONCLUSION : SPZ_TEXT_BODY;
  guint depth = (guint) node->level - 1;
  double indent = INDENT * self->typography->scale;
  gboolean is_lone;
  SpzFlowBlock *block;
  SpzFlowItem *item;
  SpzTag *body, *label;

  if (node->style == SPZ_POINT_TEXT)
    {
      SpzTag *parent = depth > 0 ? self->bodies[depth - 1] : NULL;

      if (parent == NULL)
        end_lists (self);
      add_paragraph (self, node, parent != NULL ? parent : self->root, depth * indent);
      return;
    }

  body = open_list_item (self, depth, &label);
  block = spz_flow_block_new (style,
                              spz_typography_set_node (self->typography, style, node,
                                                       self->width - (depth + 1) * indent));
  block->x = (depth + 1) * indent;
  block->label_x = depth * indent + (concludes ? 0 : 2 * self->typography->scale);
  block->node = node;
  block->tag = spz_flow_add_tag (self, body, "P");
  spz_flow_block_refer (block, node->notes);
  spz_flow_block_label (block, self->typography, concludes ? "➔" : bullets[depth], label);

  is_lone = is_lone_line (self, block);
  item = add_text (self, block, concludes ? 10 : space[depth], concludes ? 8 : 0);
  item->keep_with_next = announces (node) ||
    (next != NULL && next->kind == SPZ_NODE_POINT &&
     (is_lone || next->style == SPZ_POINT_CONCLUSION || next->level > node->level));
}

static void
add_timeline (SpzFlow       *self,
              const SpzNode *node)
{
  SpzFlowItem *item;

  end_lists (self);
  item = spz_flow_add_item (self, SPZ_FLOW_TIMELINE, node);
  item->heading = set_line (self, SPZ_TEXT_HEADING_1, spz_timeline_plan_get_title (node->plan),
                            self->is_plan && self->logo != NULL ? self->sheet_width * 0.8 : self->sheet_width,
                            get_heading_tag (self, self->has_title ? 2 : 1));
  item->heading->node = node;
  item->tag = spz_flow_add_tag (self, self->root, "Figure");
}

static void
add_node (SpzFlow       *self,
          const SpzNode *node,
          const SpzNode *next)
{
  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      add_heading (self, node);
      break;

    case SPZ_NODE_PARAGRAPH:
      end_lists (self);
      add_paragraph (self, node, self->root, 0);
      break;

    case SPZ_NODE_POINT:
      add_point (self, node, next);
      break;

    case SPZ_NODE_ROLES:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_DATES:
      end_lists (self);
      spz_flow_add_table (self, node);
      break;

    case SPZ_NODE_TIMELINE:
      add_timeline (self, node);
      break;

    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    default:
      g_assert_not_reached ();
    }
}

static void
add_logo (SpzFlow     *self,
          SpzDocument *document)
{
  GBytes *logo = spz_document_get_logo (document);

  self->logo = logo != NULL ? spz_logo_decode (logo) : NULL;
  if (self->logo == NULL)
    return;

  self->logo_tag = spz_flow_add_tag (self, self->root, "Figure");
  self->logo_tag->alt = spz_document_describe_logo (document);
}

/* What stands above the title, the lines of text beside the picture */
static void
add_letterhead (SpzFlow     *self,
                SpzDocument *document)
{
  g_autofree char *lines = g_strstrip (g_strdup (spz_document_get_letterhead (document)));

  if (*lines != '\0')
    self->letterhead = set_line (self, SPZ_TEXT_LETTERHEAD, lines,
                                 self->width * (self->logo != NULL ? 0.6 : 1.0), "P");
}

/* Private: sets @document in lines of @width points, the plan's heading in
 * lines of @sheet_width */
SpzFlow *
spz_flow_new (SpzDocument   *document,
              SpzTypography *typography,
              double         width,
              double         sheet_width)
{
  SpzFlow *self = g_new0 (SpzFlow, 1);
  guint n_nodes = spz_document_get_n_nodes (document);

  self->width = width;
  self->sheet_width = sheet_width;
  self->typography = typography;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) tag_free);
  self->root = spz_flow_add_tag (self, NULL, "Document");
  spz_flow_add_notes (self, document);

  /* A paper that is the plan alone has its title above the plan, and no room for
   * more than the logo. */
  self->is_plan = n_nodes > 0 && spz_document_get_node (document, 0)->kind == SPZ_NODE_TIMELINE;
  add_logo (self, document);
  if (!self->is_plan)
    {
      add_letterhead (self, document);
      add_title (self, document);
    }
  for (guint i = 0; i < n_nodes; i++)
    add_node (self,
              spz_document_get_node (document, i),
              i + 1 < n_nodes ? spz_document_get_node (document, i + 1) : NULL);

  return self;
}

void
spz_flow_free (SpzFlow *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->feet);
  g_clear_pointer (&self->letterhead, spz_flow_block_free);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self);
}
