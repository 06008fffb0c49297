/* test-tree-layout.c: boxes of a tree don't overlap and stand in order
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-tree-layout.h"

enum { GAP = 12, LEVEL_GAP = 32 };

static gboolean
overlap (const SpzTreeNode *a,
         const SpzTreeNode *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
check (SpzTreeNode  *nodes,
       guint         n_nodes,
       SpzTreeStyle  style)
{
  int width;
  int height;

  spz_tree_layout (nodes, n_nodes, style, GAP, LEVEL_GAP, &width, &height);

  for (guint i = 0; i < n_nodes; i++)
    {
      g_assert_cmpint (nodes[i].x, >=, 0);
      g_assert_cmpint (nodes[i].y, >=, 0);
      g_assert_cmpint (nodes[i].x + nodes[i].width, <=, width);
      g_assert_cmpint (nodes[i].y + nodes[i].height, <=, height);

      if (nodes[i].parent >= 0)
        g_assert_cmpint (nodes[i].y, >,
                         nodes[nodes[i].parent].y + nodes[nodes[i].parent].height - 1);

      for (guint j = i + 1; j < n_nodes; j++)
        {
          g_assert_false (overlap (&nodes[i], &nodes[j]));

          /* Siblings keep their order */
          if (nodes[i].parent == nodes[j].parent)
            g_assert_cmpint (nodes[i].x + nodes[i].y, <, nodes[j].x + nodes[j].y);
        }
    }
}

static void
test_chart (void)
{
  SpzTreeNode nodes[] = {
    { -1, 200, 60 }, { 0, 180, 80 }, { 0, 180, 60 }, { 2, 240, 60 }, { 2, 100, 60 },
  };

  check (nodes, G_N_ELEMENTS (nodes), SPZ_TREE_STANDING);
  check (nodes, G_N_ELEMENTS (nodes), SPZ_TREE_INDENTED);
}

static void
test_wide_parent (void)
{
  SpzTreeNode nodes[] = { { -1, 400, 60 }, { 0, 100, 60 }, { -1, 100, 60 } };
  int width;
  int height;

  spz_tree_layout (nodes, G_N_ELEMENTS (nodes), SPZ_TREE_STANDING, GAP, LEVEL_GAP, &width, &height);

  g_assert_cmpint (nodes[1].x, ==, 150);
  g_assert_cmpint (nodes[2].x, ==, 400 + GAP);
  g_assert_cmpint (width, ==, 500 + GAP);
  g_assert_cmpint (height, ==, 120 + LEVEL_GAP);
}

static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n_nodes = g_test_rand_int_range (1, 40);
      g_autofree SpzTreeNode *nodes = g_new0 (SpzTreeNode, n_nodes);

      for (guint i = 0; i < n_nodes; i++)
        {
          nodes[i].parent = g_test_rand_int_range (-1, n_nodes);
          nodes[i].width = g_test_rand_int_range (10, 300);
          nodes[i].height = g_test_rand_int_range (10, 100);
        }

      spz_tree_break_cycles (nodes, n_nodes);
      check (nodes, n_nodes, SPZ_TREE_STANDING);
      check (nodes, n_nodes, SPZ_TREE_INDENTED);
    }
}

static void
test_cycles (void)
{
  SpzTreeNode nodes[] = { { 1, 10, 10 }, { 2, 10, 10 }, { 0, 10, 10 }, { 3, 10, 10 }, { 0, 10, 10 } };

  spz_tree_break_cycles (nodes, G_N_ELEMENTS (nodes));

  g_assert_cmpint (nodes[0].parent, ==, -1);
  g_assert_cmpint (nodes[1].parent, ==, 2);
  g_assert_cmpint (nodes[2].parent, ==, 0);
  g_assert_cmpint (nodes[3].parent, ==, -1);
  g_assert_cmpint (nodes[4].parent, ==, 0);
}

static void
test_empty (void)
{
  int width = -1;
  int height = -1;

  spz_tree_layout (NULL, 0, SPZ_TREE_STANDING, GAP, LEVEL_GAP, &width, &height);
  g_assert_cmpint (width, ==, 0);
  g_assert_cmpint (height, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tree-layout/chart", test_chart);
  g_test_add_func ("/tree-layout/wide-parent", test_wide_parent);
  g_test_add_func ("/tree-layout/random", test_random);
  g_test_add_func ("/tree-layout/cycles", test_cycles);
  g_test_add_func ("/tree-layout/empty", test_empty);

  return g_test_run ();
}
