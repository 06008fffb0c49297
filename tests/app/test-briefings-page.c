/* test-briefings-page.c: briefings, edited beside their pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"
#include "spz-block-card.h"
#include "spz-block-palette.h"
#include "spz-briefing-editor.h"
#include "spz-briefings.h"
#include "spz-plan-versions.h"
#include "spz-preview.h"
#include "spz-window-private.h"

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static guint
count_cards (GtkWidget *widget)
{
  guint n = SPZ_IS_BLOCK_CARD (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cards (child);

  return n;
}

static SpzBriefingEditor *
show_page (SpzAppFixture *self)
{
  spz_window_show_page (self->window, "briefings");
  spz_app_settle ();

  return SPZ_BRIEFING_EDITOR (find (GTK_WIDGET (self->window), SPZ_TYPE_BRIEFING_EDITOR));
}

/* Shows the page and adds a briefing, as "+" does */
static SpzBriefingEditor *
add_briefing (SpzAppFixture *self)
{
  SpzBriefingEditor *editor = show_page (self);

  g_assert_true (spz_app_action (self, "add"));
  spz_app_settle ();
  g_assert_nonnull (spz_briefing_editor_get_briefing (editor));

  return editor;
}

static guint
count_blocks (SpzAppFixture     *self,
              SpzBriefingEditor *editor)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (spz_briefing_editor_get_briefing (editor)));

  return spz_record_list_get_size (spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing", id));
}

static void
test_add (SpzAppFixture *self,
          gconstpointer  data)
{
  SpzBriefingEditor *editor = show_page (self);
  SpzBriefing *briefing;

  g_assert_null (spz_briefing_editor_get_briefing (editor));
  editor = add_briefing (self);

  /* For the meeting that is next, with its blocks */
  briefing = spz_briefing_editor_get_briefing (editor);
  g_assert_true (spz_briefing_get_meeting (self->programme, briefing) ==
                 spz_programme_get_next_meeting (self->programme));
  g_assert_cmpuint (count_blocks (self, editor), >, 0);
  g_assert_cmpuint (count_cards (GTK_WIDGET (editor)), ==, count_blocks (self, editor));

  /* What isn't there any more is not edited any more */
  g_assert_true (spz_app_action (self, "undo"));
  spz_app_settle ();
  g_assert_null (spz_briefing_editor_get_briefing (editor));
  g_assert_cmpuint (count_cards (GTK_WIDGET (editor)), ==, 0);

  g_assert_true (spz_app_action (self, "redo"));
  spz_app_settle ();
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_BRIEFING)), ==, 1);
}

static void
test_blocks (SpzAppFixture *self,
             gconstpointer  data)
{
  static const SpzBlockKind kinds[] = {
    SPZ_BLOCK_HEADING, SPZ_BLOCK_TEXT, SPZ_BLOCK_POINTS, SPZ_BLOCK_ROLES, SPZ_BLOCK_FIGURES, SPZ_BLOCK_DATES,
    SPZ_BLOCK_TIMELINE, SPZ_BLOCK_CHANGES, SPZ_BLOCK_COMPARISON, SPZ_BLOCK_COMMITMENTS,
  };
  SpzBriefingEditor *editor = add_briefing (self);
  guint n = count_blocks (self, editor);
  SpzRecordList *blocks;
  SpzBlock *first;
  GtkWidget *card;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (editor), "briefing.palette", "x", (gint64) 0);
      g_signal_emit_by_name (find (GTK_WIDGET (editor), SPZ_TYPE_BLOCK_PALETTE), "chosen", kinds[i],
                             (gint64) 0, (gint64) 0);
      spz_app_settle ();
      g_assert_cmpuint (count_blocks (self, editor), ==, n + i + 1);
      g_assert_cmpuint (count_cards (GTK_WIDGET (editor)), ==, n + i + 1);
    }

  blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                       spz_record_get_id (SPZ_RECORD (spz_briefing_editor_get_briefing (editor))));
  first = spz_record_list_get (blocks, 0);
  card = find (GTK_WIDGET (editor), SPZ_TYPE_BLOCK_CARD);
  g_assert_true (spz_block_card_get_block (SPZ_BLOCK_CARD (card)) == first);

  gtk_widget_activate_action (card, "block.move", "i", -1);
  g_assert_true (spz_record_list_get (blocks, 0) == first);
  gtk_widget_activate_action (card, "block.move", "i", 1);
  g_assert_true (spz_record_list_get (blocks, 1) == first);
  spz_app_settle ();

  card = find (GTK_WIDGET (editor), SPZ_TYPE_BLOCK_CARD);
  gtk_widget_activate_action (card, "block.remove", NULL);
  spz_app_settle ();
  g_assert_cmpuint (count_blocks (self, editor), ==, n + G_N_ELEMENTS (kinds) - 1);
  g_assert_true (spz_app_action (self, "undo"));
  spz_app_settle ();
  g_assert_cmpuint (count_cards (GTK_WIDGET (editor)), ==, n + G_N_ELEMENTS (kinds));
}

/* Deleting its meeting doesn't put a briefing under another one */
static void
test_meeting_deleted (SpzAppFixture *self,
                      gconstpointer  data)
{
  SpzBriefingEditor *editor = add_briefing (self);
  SpzBriefing *briefing = spz_briefing_editor_get_briefing (editor);
  SpzMeeting *meeting = spz_briefing_get_meeting (self->programme, briefing);
  g_autoptr (GError) error = NULL;

  spz_programme_add (self->programme, SPZ_TYPE_MEETING, &error,
                     "title", "Rat", "date", spz_date_new (2021, 2, 22), NULL);
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_true (spz_programme_remove (self->programme, meeting, &error));
  spz_app_settle ();

  g_assert_true (spz_briefing_editor_get_briefing (editor) == briefing);
  g_assert_null (spz_briefing_get_meeting (self->programme, briefing));
  g_assert_true (spz_app_action (self, "undo"));
  spz_app_settle ();
  g_assert_nonnull (spz_briefing_get_meeting (self->programme, briefing));
}

static gboolean
has_pages (gpointer data)
{
  int minimum;

  gtk_widget_measure (data, GTK_ORIENTATION_VERTICAL, 400, &minimum, NULL, NULL, NULL);

  return minimum > 400;
}

static void
test_preview (SpzAppFixture *self,
              gconstpointer  data)
{
  SpzBriefingEditor *editor = add_briefing (self);
  GtkWidget *preview = find (GTK_WIDGET (editor), SPZ_TYPE_PREVIEW);
  SpzRecord *point = spz_record_list_get (spz_programme_get_list (self->programme, SPZ_TYPE_POINT), 0);
  GtkWidget *focus;

  g_assert_true (spz_app_wait (has_pages, preview));

  /* What is clicked on the page is edited */
  g_signal_emit_by_name (preview, "picked", "point", spz_record_get_id (point), (gint64) 0);
  spz_app_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, SPZ_TYPE_BLOCK_CARD));
}

/* The paper for an audience holds what that audience may see */
static void
test_audience (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzBriefingEditor *editor = add_briefing (self);
  gint64 id = spz_record_get_id (SPZ_RECORD (spz_briefing_editor_get_briefing (editor)));
  g_autoptr (SpzDocument) before = spz_briefing_editor_compose (editor);
  g_autoptr (SpzDocument) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (spz_briefing_editor_get_audience (editor), ==, SPZ_AUDIENCE_PUBLIC);
  spz_programme_add (self->programme, SPZ_TYPE_BLOCK, &error,
                     "briefing", id, "kind", SPZ_BLOCK_TEXT, "title", "Kanarienvogel",
                     "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  g_assert_no_error (error);
  spz_app_settle ();

  after = spz_briefing_editor_compose (editor);
  g_assert_cmpuint (spz_document_get_n_nodes (after), ==, spz_document_get_n_nodes (before));
}

static void
assert_picked (SpzBriefingEditor *editor,
               SpzWindow         *window,
               const SpzNode     *node)
{
  GtkWidget *focus, *card;

  g_signal_emit_by_name (find (GTK_WIDGET (editor), SPZ_TYPE_PREVIEW), "picked", node->table, node->id, node->block);
  spz_app_settle ();

  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  card = GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (focus))
                                     : gtk_widget_get_ancestor (focus, SPZ_TYPE_BLOCK_CARD);
  g_assert_true (SPZ_IS_BLOCK_CARD (card));
  g_assert_cmpint (spz_record_get_id (SPZ_RECORD (spz_block_card_get_block (SPZ_BLOCK_CARD (card)))), ==, node->block);
}

/* A click on whatever a block put on the page leads to that block */
static void
test_pick (SpzAppFixture *self,
           gconstpointer  data)
{
  static const SpzBlockKind kinds[] = {
    SPZ_BLOCK_HEADING, SPZ_BLOCK_TEXT, SPZ_BLOCK_ROLES, SPZ_BLOCK_FIGURES, SPZ_BLOCK_DATES, SPZ_BLOCK_CHANGES,
    SPZ_BLOCK_COMPARISON, SPZ_BLOCK_COMMITMENTS,
  };
  SpzBriefingEditor *editor = add_briefing (self);
  gint64 id = spz_record_get_id (SPZ_RECORD (spz_briefing_editor_get_briefing (editor)));
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing", id);
  g_autoptr (GHashTable) picked = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = spz_plan_version_freeze (self->programme, "Stand Januar", "", spz_date_new (2021, 1, 19), &error);

  g_assert_no_error (error);
  spz_programme_add (self->programme, SPZ_TYPE_POINT, &error,
                     "block", spz_record_get_id (spz_record_list_get (blocks, 0)), "title", "Eigener Punkt", NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      spz_programme_add (self->programme, SPZ_TYPE_BLOCK, &error, "briefing", id, "kind", kinds[i],
                         "title", "Etwas", "plan-version", kinds[i] == SPZ_BLOCK_COMPARISON ? version : 0, NULL);
      g_assert_no_error (error);
    }
  spz_app_settle ();

  document = spz_briefing_editor_compose (editor);
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    {
      const SpzNode *node = spz_document_get_node (document, i);

      if (node->block == 0)
        continue;
      assert_picked (editor, self->window, node);
      g_hash_table_add (picked, (gpointer) &node->block);
      for (guint j = 0; node->children != NULL && j < node->children->len; j++)
        assert_picked (editor, self->window, g_ptr_array_index (node->children, j));
    }
  g_assert_cmpuint (g_hash_table_size (picked), >=, 7);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/briefings/add", test_add);
  spz_app_test ("/app/briefings/blocks", test_blocks);
  spz_app_test ("/app/briefings/meeting-deleted", test_meeting_deleted);
  spz_app_test ("/app/briefings/preview", test_preview);
  spz_app_test ("/app/briefings/audience", test_audience);
  spz_app_test ("/app/briefings/pick", test_pick);

  return g_test_run ();
}
