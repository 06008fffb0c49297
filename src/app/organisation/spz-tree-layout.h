/* spz-tree-layout.h: where the boxes of a tree stand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzTreeStyle:
 * @SPZ_TREE_STANDING: children stand side by side below their parent
 * @SPZ_TREE_INDENTED: children stand one below the other, indented; narrow
 */
typedef enum
{
  SPZ_TREE_STANDING,
  SPZ_TREE_INDENTED,
} SpzTreeStyle;

/**
 * SpzTreeNode:
 * @parent: index of the parent, or -1
 * @width: in
 * @height: in
 * @x: out: the left edge
 * @y: out: the upper edge
 *
 * A box of a tree.
 */
typedef struct
{
  int parent;
  int width;
  int height;
  int x;
  int y;
} SpzTreeNode;

void spz_tree_break_cycles (SpzTreeNode  *nodes,
                            guint         n_nodes);
void spz_tree_layout       (SpzTreeNode  *nodes,
                            guint         n_nodes,
                            SpzTreeStyle  style,
                            int           gap,
                            int           level_gap,
                            int          *width,
                            int          *height);

G_END_DECLS
