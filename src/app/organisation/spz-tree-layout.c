/* spz-tree-layout.c: where the boxes of a tree stand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-tree-layout.h"

typedef struct
{
  SpzTreeNode *nodes;
  guint        n_nodes;
  int          gap;
  int          level_gap;

  int         *level_y;
} Tree;

/**
 * spz_tree_break_cycles:
 * @nodes: (array length=n_nodes): the boxes
 * @n_nodes: how many
 *
 * Makes roots of those whose ancestors would lead back to themselves, so that
 * the boxes are a forest.
 */
void
spz_tree_break_cycles (SpzTreeNode *nodes,
                       guint        n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    {
      int ancestor = nodes[i].parent;
      guint steps = 0;

      while (ancestor >= 0 && ancestor != (int) i && steps++ < n_nodes)
        ancestor = nodes[ancestor].parent;

      if (ancestor == (int) i)
        nodes[i].parent = -1;
    }
}

static int
get_level (Tree *tree,
           int   node)
{
  int level = 0;

  while ((node = tree->nodes[node].parent) >= 0)
    level++;

  return level;
}

/* The upper edge of each level: below the tallest box of the one before */
static int
place_levels (Tree *tree)
{
  g_autofree int *heights = g_new0 (int, tree->n_nodes + 1);
  int y = 0;

  tree->level_y = g_new0 (int, tree->n_nodes + 1);

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      int level = get_level (tree, i);

      heights[level] = MAX (heights[level], tree->nodes[i].height);
    }

  for (guint level = 0; level < tree->n_nodes && heights[level] > 0; level++)
    {
      tree->level_y[level] = y;
      y += heights[level] + tree->level_gap;
    }

  return MAX (0, y - tree->level_gap);
}

static void
move_subtree (Tree *tree,
              int   node,
              int   dx)
{
  tree->nodes[node].x += dx;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].parent == node)
        move_subtree (tree, i, dx);
    }
}

/* Returns the right edge of what stands below and including @node (-1: of all) */
static int
stand (Tree *tree,
       int   node,
       int   level,
       int   x)
{
  int right = x;
  int middle;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].parent == node)
        right = stand (tree, i, level + 1, right) + tree->gap;
    }

  if (right > x)
    right -= tree->gap;

  if (node < 0)
    return right;

  tree->nodes[node].y = tree->level_y[level];
  middle = (x + right) / 2;

  /* A box wider than what stands below it has that centred below it */
  if (tree->nodes[node].width > right - x)
    {
      int dx = (tree->nodes[node].width - (right - x)) / 2;

      for (guint i = 0; i < tree->n_nodes; i++)
        {
          if (tree->nodes[i].parent == node)
            move_subtree (tree, i, dx);
        }

      tree->nodes[node].x = x;
      right = x + tree->nodes[node].width;
    }
  else
    {
      tree->nodes[node].x = middle - tree->nodes[node].width / 2;
    }

  return right;
}

static int
indent (Tree *tree,
        int   node,
        int   level,
        int   y)
{
  if (node >= 0)
    {
      tree->nodes[node].x = level * tree->level_gap;
      tree->nodes[node].y = y;
      y += tree->nodes[node].height + tree->gap;
    }

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].parent == node)
        y = indent (tree, i, level + 1, y);
    }

  return y;
}

/**
 * spz_tree_layout:
 * @nodes: (array length=n_nodes): the boxes of a forest, with their sizes
 * @n_nodes: how many
 * @style: how children stand
 * @gap: between neighbours
 * @level_gap: between a level and the next; the indent
 * @width: (out): of the whole
 * @height: (out): of the whole
 *
 * Places boxes so that none overlaps another, in their order, every parent
 * above its children.
 */
void
spz_tree_layout (SpzTreeNode  *nodes,
                 guint         n_nodes,
                 SpzTreeStyle  style,
                 int           gap,
                 int           level_gap,
                 int          *width,
                 int          *height)
{
  Tree tree = { nodes, n_nodes, gap, level_gap, NULL };

  *width = 0;
  *height = 0;

  if (style == SPZ_TREE_STANDING)
    {
      *height = place_levels (&tree);
      *width = stand (&tree, -1, -1, 0);
      g_free (tree.level_y);
    }
  else
    {
      *height = MAX (0, indent (&tree, -1, -1, 0) - gap);
      for (guint i = 0; i < n_nodes; i++)
        *width = MAX (*width, nodes[i].x + nodes[i].width);
    }
}
