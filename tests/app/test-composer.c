/* test-composer.c: a briefing is put together by keyboard, and carried forward
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-block-card.h"
#include "spz-blocks.h"
#include "spz-briefing-editor.h"
#include "spz-briefings.h"
#include "spz-changes-bar.h"
#include "spz-delivered-view.h"
#include "spz-deliveries.h"
#include "spz-figure-texts.h"
#include "spz-next-window.h"
#include "spz-page-tools.h"
#include "spz-point-row.h"

typedef struct
{
  SpzPage           *page;
  SpzBriefingEditor *editor;
  SpzBriefing       *briefing;
  SpzRecordList     *blocks;
} Composer;

/* A briefing as "+" makes it: own points, the action field's points, the plan */
static Composer
start (SpzAppFixture *self)
{
  Composer composer = { spz_tool_show (self, "briefings") };

  g_assert_true (spz_app_action (self, "add"));
  composer.editor = spz_tool_find (composer.page, SPZ_TYPE_BRIEFING_EDITOR, 0);
  composer.briefing = spz_briefing_editor_get_briefing (composer.editor);
  composer.blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                spz_record_get_id (SPZ_RECORD (composer.briefing)));
  g_assert_cmpuint (spz_record_list_get_size (composer.blocks), ==, 3);

  return composer;
}

static SpzBlock *
get_block (Composer *composer,
           guint     index)
{
  return spz_record_list_get (composer->blocks, index);
}

/* "2 3 1": the blocks' kinds, in order */
static void
assert_kinds (Composer   *composer,
              const char *expected)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < spz_record_list_get_size (composer->blocks); i++)
    g_string_append_printf (kinds, "%s%d", i > 0 ? " " : "", (int) get_block (composer, i)->kind);

  g_assert_cmpstr (kinds->str, ==, expected);
}

static SpzBlockCard *
get_card (Composer *composer,
          guint     index)
{
  return spz_tool_find (composer->editor, SPZ_TYPE_BLOCK_CARD, index);
}

static void
focus_block (Composer *composer,
             guint     index)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (get_card (composer, index))));
  spz_app_settle ();
}

static SpzPoint *
add_point (SpzAppFixture *self,
           SpzBlock      *block,
           const char    *text)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_outline_add (self->programme, spz_block_get_owner (self->programme, block), NULL, text, &error);

  g_assert_no_error (error);
  spz_app_settle ();

  return spz_programme_lookup (self->programme, SPZ_TYPE_POINT, id);
}

/* "/" between blocks, what is looked for, Return; and one is in the new block */
static void
test_slash (SpzAppFixture *self,
            gconstpointer  data)
{
  Composer composer = start (self);

  focus_block (&composer, 0);
  spz_tool_xdo ("key slash");
  spz_tool_xdo ("type paragraph");
  spz_tool_xdo ("key Return");
  assert_kinds (&composer, "2 1 3 7");
  spz_tool_xdo ("type Hallo");
  spz_tool_xdo ("key Tab");
  g_assert_cmpstr (get_block (&composer, 1)->title, ==, "Hallo");

  /* The second of what is found, by arrow keys */
  focus_block (&composer, 3);
  spz_tool_xdo ("key slash");
  spz_tool_xdo ("type plan");
  spz_tool_xdo ("key Down");
  spz_tool_xdo ("key Up");
  spz_tool_xdo ("key Escape");
  assert_kinds (&composer, "2 1 3 7");

  /* One step */
  focus_block (&composer, 3);
  spz_tool_xdo ("key slash");
  spz_tool_xdo ("type roles");
  spz_tool_xdo ("key Return");
  assert_kinds (&composer, "2 1 3 7 4");
  spz_tool_undo (self);
  assert_kinds (&composer, "2 1 3 7");
}

/* In an empty own point too, but not in a text */
static void
test_slash_in_point (SpzAppFixture *self,
                     gconstpointer  data)
{
  Composer composer = start (self);
  SpzPoint *point = add_point (self, get_block (&composer, 0), "");

  spz_briefing_editor_reveal (composer.editor, "point", spz_record_get_id (SPZ_RECORD (point)));
  spz_app_settle ();
  spz_tool_xdo ("key slash");
  spz_tool_xdo ("type schrift");
  spz_tool_xdo ("key Return");
  assert_kinds (&composer, "2 3 3 7");
  g_assert_cmpint (get_block (&composer, 1)->action_field, !=, 0);

  spz_briefing_editor_reveal (composer.editor, "point", spz_record_get_id (SPZ_RECORD (point)));
  spz_app_settle ();
  spz_tool_xdo ("type 2020");
  spz_tool_xdo ("key slash");
  spz_tool_xdo ("type 21");
  g_assert_cmpstr (point->title, ==, "2020/21");
  assert_kinds (&composer, "2 3 3 7");
}

/* Alt+↑ and ↓ move the block where none of its texts has the cursor, else the point */
static void
test_move (SpzAppFixture *self,
           gconstpointer  data)
{
  Composer composer = start (self);
  SpzPoint *first = add_point (self, get_block (&composer, 0), "eins");
  SpzPoint *second = add_point (self, get_block (&composer, 0), "zwei");

  focus_block (&composer, 0);
  spz_tool_xdo ("key alt+Down");
  assert_kinds (&composer, "3 2 7");
  spz_tool_xdo ("key alt+Down");
  assert_kinds (&composer, "3 7 2");
  spz_tool_xdo ("key alt+Up");
  spz_tool_xdo ("key alt+Up");
  assert_kinds (&composer, "2 3 7");

  spz_briefing_editor_reveal (composer.editor, "point", spz_record_get_id (SPZ_RECORD (second)));
  spz_app_settle ();
  spz_tool_xdo ("key alt+Up");
  assert_kinds (&composer, "2 3 7");
  g_assert_cmpint (strcmp (second->position, first->position), <, 0);

  gtk_widget_activate_action (GTK_WIDGET (get_card (&composer, 0)), "block.move", "i", 1000000);
  spz_app_settle ();
  assert_kinds (&composer, "3 7 2");
  gtk_widget_activate_action (GTK_WIDGET (get_card (&composer, 2)), "block.move", "i", -1000000);
  spz_app_settle ();
  assert_kinds (&composer, "2 3 7");
}

static void
test_duplicate (SpzAppFixture *self,
                gconstpointer  data)
{
  Composer composer = start (self);
  SpzRecordList *points;
  SpzPoint *copy;

  add_point (self, get_block (&composer, 0), "eins");
  spz_tool_do (get_card (&composer, 0), "block.duplicate");
  assert_kinds (&composer, "2 2 3 7");
  points = spz_programme_get_children (self->programme, SPZ_TYPE_POINT, "block",
                                       spz_record_get_id (SPZ_RECORD (get_block (&composer, 1))));
  g_assert_cmpuint (spz_record_list_get_size (points), ==, 1);
  copy = spz_record_list_get (points, 0);
  g_assert_cmpstr (copy->title, ==, "eins");
  g_assert_cmpint (copy->predecessor, ==, 0);

  spz_tool_do (get_card (&composer, 1), "block.remove");
  assert_kinds (&composer, "2 3 7");
  spz_tool_undo (self);
  spz_tool_undo (self);
  assert_kinds (&composer, "2 3 7");
}

/* What is folded away stays so when the block is moved, and is opened to be found */
static void
test_collapse (SpzAppFixture *self,
               gconstpointer  data)
{
  Composer composer = start (self);
  SpzPoint *point = add_point (self, get_block (&composer, 0), "eins");
  gboolean collapsed;

  spz_tool_do (get_card (&composer, 0), "block.collapsed");
  focus_block (&composer, 0);
  spz_tool_xdo ("key alt+Down");
  g_object_get (get_card (&composer, 1), "collapsed", &collapsed, NULL);
  g_assert_true (collapsed);

  spz_briefing_editor_reveal (composer.editor, "point", spz_record_get_id (SPZ_RECORD (point)));
  spz_app_settle ();
  g_object_get (get_card (&composer, 1), "collapsed", &collapsed, NULL);
  g_assert_false (collapsed);
}

static SpzPointRow *
find_row (SpzBlockCard *card,
          SpzPoint     *point)
{
  SpzPointRow *row;

  for (guint i = 0; (row = spz_tool_find (card, SPZ_TYPE_POINT_ROW, i)) != NULL; i++)
    if (spz_point_row_get_point (row) == point)
      break;

  return row;
}

/* The check box of a point, by the keyboard */
static void
test_choose (SpzAppFixture *self,
             gconstpointer  data)
{
  Composer composer = start (self);
  SpzBlock *block = get_block (&composer, 1);
  SpzBlockCard *card = get_card (&composer, 1);
  SpzPoint *first = spz_point_row_get_point (spz_tool_find (card, SPZ_TYPE_POINT_ROW, 0));
  SpzPoint *point = add_point (self, block, "wird ausgelassen");
  SpzRecordList *omissions = spz_programme_get_children (self->programme, SPZ_TYPE_OMISSION, "block",
                                                         spz_record_get_id (SPZ_RECORD (block)));
  SpzPointRow *row;

  for (guint i = 0; i < spz_tool_count (card, GTK_TYPE_TOGGLE_BUTTON); i++)
    {
      GtkButton *button = spz_tool_find (card, GTK_TYPE_TOGGLE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (button), "Choose Points") == 0)
        gtk_widget_grab_focus (GTK_WIDGET (button));
    }
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), TRUE);
  spz_tool_xdo ("key space");
  spz_app_settle ();

  /* It begins at the first one, and arrows lead on */
  row = find_row (card, first);
  g_assert_nonnull (spz_point_row_get_prefix (row));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == spz_point_row_get_prefix (row));
  spz_tool_xdo ("key Down");
  row = find_row (card, point);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == spz_point_row_get_prefix (row));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (spz_point_row_get_prefix (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Say “wird ausgelassen”");
  spz_tool_xdo ("key space");
  g_assert_cmpuint (spz_record_list_get_size (omissions), ==, 1);
  g_assert_false (spz_block_shows_point (self->programme, block, point));

  spz_tool_do (card, "block.show-all-points");
  g_assert_true (spz_block_shows_point (self->programme, block, point));
  g_assert_cmpuint (spz_record_list_get_size (omissions), ==, 0);
}

/* What the audience chosen won't see looks so */
static void
test_unseen (SpzAppFixture *self,
             gconstpointer  data)
{
  Composer composer = start (self);
  SpzPoint *point = add_point (self, get_block (&composer, 0), "eins");
  GtkWidget *row = spz_tool_find (get_card (&composer, 0), SPZ_TYPE_POINT_ROW, 0);

  g_assert_false (gtk_widget_has_css_class (row, "spz-unseen"));
  spz_programme_set (self->programme, point, NULL, "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  spz_app_settle ();
  spz_app_settle ();
  g_assert_true (gtk_widget_has_css_class (row, "spz-unseen"));

  spz_programme_set (self->programme, point, NULL, "audience", SPZ_AUDIENCE_PUBLIC, NULL);
  spz_programme_set (self->programme, get_block (&composer, 0), NULL, "audience", SPZ_AUDIENCE_COMMITTEE, NULL);
  spz_app_settle ();
  spz_app_settle ();
  g_assert_true (gtk_widget_has_css_class (row, "spz-unseen"));
}

/* "{" offers the figures; the one taken is mentioned, and lives in the paper */
static void
test_mention (SpzAppFixture *self,
              gconstpointer  data)
{
  Composer composer = start (self);
  SpzPoint *point = add_point (self, get_block (&composer, 0), "");
  g_autofree char *text = NULL;

  spz_briefing_editor_reveal (composer.editor, "point", spz_record_get_id (SPZ_RECORD (point)));
  spz_app_settle ();
  spz_tool_xdo ("type Bisher");
  spz_tool_xdo ("key space");
  spz_tool_xdo ("key braceleft");
  spz_tool_xdo ("type arbeits");
  spz_tool_xdo ("key Return");
  spz_tool_xdo ("type ,");
  spz_tool_xdo ("key space");
  spz_tool_xdo ("key braceleft");
  spz_tool_xdo ("key numbersign");
  spz_tool_xdo ("key Down");
  spz_tool_xdo ("key Up");
  spz_tool_xdo ("key Tab");
  g_assert_cmpstr (point->title, ==, "Bisher {plaetze}, {#antraege}");
  text = spz_figures_expand (self->programme, point->title, spz_date_new (2021, 2, 8), SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpstr (text, ==, "Bisher 483, 84");

  /* Nothing offered: Return is Return, Escape leaves what was typed */
  spz_tool_xdo ("key braceleft");
  spz_tool_xdo ("key Escape");
  g_assert_cmpstr (point->title, ==, "Bisher {plaetze}, {#antraege}{");
}

static void
assert_typed_in (SpzAppFixture *self,
                 const char    *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SPZ_TYPE_POINT_ROW) : NULL;

  g_assert_nonnull (row);
  g_assert_cmpstr (spz_point_row_get_point (SPZ_POINT_ROW (row))->title, ==, text);
}

/* Ctrl+F finds in the points of all blocks, from the one that is written in on */
static void
test_find (SpzAppFixture *self,
           gconstpointer  data)
{
  Composer composer = start (self);

  add_point (self, get_block (&composer, 0), "Die Ausschreibung beginnt");
  add_point (self, get_block (&composer, 0), "Der CDO berichtet");
  focus_block (&composer, 0);
  g_assert_true (spz_app_action (self, "search"));
  spz_tool_xdo ("type ausschreib");
  spz_tool_xdo ("sleep 0.3 key Escape");
  assert_typed_in (self, "Die Ausschreibung beginnt");

  /* On to the next block, and round */
  g_assert_true (spz_app_action (self, "search"));
  spz_tool_xdo ("type ausschreib");
  spz_tool_xdo ("sleep 0.3 key Return Escape");
  assert_typed_in (self, "Die **Ausschreibung** läuft");
  g_assert_true (spz_app_action (self, "search"));
  spz_tool_xdo ("type ausschreib");
  spz_tool_xdo ("sleep 0.3 key Return Escape");
  assert_typed_in (self, "Die Ausschreibung beginnt");

  /* Not found in the first, found in the next; a collapsed one is left out */
  g_assert_true (spz_app_action (self, "search"));
  spz_tool_xdo ("type uft");
  spz_tool_xdo ("sleep 0.3 key Escape");
  assert_typed_in (self, "Die **Ausschreibung** läuft");
  g_object_set (get_card (&composer, 1), "collapsed", TRUE, NULL);
  focus_block (&composer, 0);
  g_assert_true (spz_app_action (self, "search"));
  spz_tool_xdo ("type ausschreib");
  spz_tool_xdo ("sleep 0.3 key Return Escape");
  assert_typed_in (self, "Die Ausschreibung beginnt");
}

/* Keeps the briefing as spoken: of its text just these points */
static SpzDelivery *
deliver (SpzAppFixture  *self,
         SpzBriefing    *briefing,
         SpzPoint      **points,
         guint           n_points)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_delivery_text_free);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-", 5);
  const SpzDeliveryDraft draft = {
    .at = "2021-02-08T17:00:00+01", .recipient = "Ausschuss", .document = "", .pdf = pdf, .texts = texts,
  };
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (guint i = 0; i < n_points; i++)
    {
      SpzDeliveryText *text = g_new0 (SpzDeliveryText, 1);

      *text = (SpzDeliveryText) {
        .point = spz_record_get_id (SPZ_RECORD (points[i])), .heading = g_strdup ("Programm E-Government"),
        .level = 1, .title = g_strdup (points[i]->title),
      };
      g_ptr_array_add (texts, text);
    }

  id = spz_delivery_add (self->programme, briefing, &draft, &error);
  g_assert_no_error (error);
  spz_app_settle ();

  return spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, id);
}

static GtkWindow *
find_next_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SPZ_IS_NEXT_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* The points that are seen, in whatever order, each once */
static void
assert_shown_points (Composer   *composer,
                     const char *expected)
{
  g_auto (GStrv) texts = g_strsplit (expected, "|", -1);
  guint n_shown = 0;

  for (guint i = 0; i < spz_tool_count (composer->editor, SPZ_TYPE_POINT_ROW); i++)
    {
      SpzPointRow *row = spz_tool_find (composer->editor, SPZ_TYPE_POINT_ROW, i);

      if (!gtk_widget_is_visible (GTK_WIDGET (row)))
        continue;

      n_shown++;
      g_assert_true (g_strv_contains ((const char *const *) texts, spz_point_row_get_point (row)->title));
    }

  g_assert_cmpuint (n_shown, ==, g_strv_length (texts));
}

/* Delivered: it is read; the next one is a Return away; then what differs is told */
static void
test_next (SpzAppFixture *self,
           gconstpointer  data)
{
  Composer composer = start (self);
  SpzPoint *points[] = {
    add_point (self, get_block (&composer, 0), "613 können von zu Hause arbeiten."),
    add_point (self, get_block (&composer, 0), "Der CDO berichtet."),
    add_point (self, get_block (&composer, 0), "Entfällt demnächst."),
  };
  g_autoptr (SpzPointChanges) changes = NULL;
  g_autoptr (SpzPointChanges) taken_up = NULL;
  g_autoptr (GError) error = NULL;
  SpzMeeting *meeting = spz_briefing_get_meeting (self->programme, composer.briefing);
  SpzBriefing *next;
  SpzRecordList *own;
  SpzBlock *block = NULL;

  spz_programme_add (self->programme, SPZ_TYPE_MEETING, &error, "body", meeting->body,
                     "date", spz_date_new (2021, 6, 7), NULL);
  g_assert_no_error (error);
  deliver (self, composer.briefing, points, G_N_ELEMENTS (points));
  g_assert_true (gtk_widget_get_mapped (spz_tool_find (composer.editor, SPZ_TYPE_DELIVERED_VIEW, 0)));
  g_assert_null (get_card (&composer, 0) != NULL && gtk_widget_get_mapped (GTK_WIDGET (get_card (&composer, 0)))
                 ? get_card (&composer, 0) : NULL);

  spz_tool_do (composer.editor, "briefings.next");
  g_assert_nonnull (find_next_window ());
  spz_tool_xdo ("key Return");
  g_assert_null (find_next_window ());
  next = spz_briefing_editor_get_briefing (composer.editor);
  g_assert_true (next != composer.briefing);
  g_assert_cmpint (next->predecessor, ==, spz_record_get_id (SPZ_RECORD (composer.briefing)));
  g_assert_cmpint (spz_briefing_get_meeting (self->programme, next)->date, ==, spz_date_new (2021, 6, 7));

  /* One changed, one dropped, one new; the action field's was never said */
  composer.blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                spz_record_get_id (SPZ_RECORD (next)));
  for (guint i = 0; i < spz_record_list_get_size (composer.blocks); i++)
    if (get_block (&composer, i)->kind == SPZ_BLOCK_POINTS)
      block = get_block (&composer, i);
  own = spz_programme_get_children (self->programme, SPZ_TYPE_POINT, "block", spz_record_get_id (SPZ_RECORD (block)));
  g_assert_cmpuint (spz_record_list_get_size (own), ==, 3);
  spz_programme_set (self->programme, spz_record_list_get (own, 0), &error, "title", "867 können es.", NULL);
  g_assert_no_error (error);
  g_assert_true (spz_programme_remove (self->programme, spz_record_list_get (own, 2), &error));
  add_point (self, block, "Die Ausschreibung ist veröffentlicht.");
  spz_app_settle ();

  changes = spz_point_changes_new (self->programme, next);
  g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_CHANGED), ==, 1);
  g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_DROPPED), ==, 1);
  g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_UNCHANGED), ==, 1);
  g_assert_true (gtk_widget_get_visible (spz_tool_find (composer.editor, SPZ_TYPE_CHANGES_BAR, 0)));

  /* Every point has its mark, and the mark its words */
  for (guint i = 0; i < spz_tool_count (composer.editor, SPZ_TYPE_POINT_ROW); i++)
    {
      SpzPointRow *row = spz_tool_find (composer.editor, SPZ_TYPE_POINT_ROW, i);
      const SpzPointChange *change =
        spz_point_changes_lookup (changes, spz_record_get_id (SPZ_RECORD (spz_point_row_get_point (row))));

      g_assert_nonnull (change);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (spz_point_row_get_suffix (row)), ==,
                       spz_point_mark_get_label (change->mark));
    }

  /* What is as it was can be left out, and comes back */
  assert_shown_points (&composer, "867 können es.|Die Ausschreibung ist veröffentlicht.|Die **Ausschreibung** läuft|"
                                  "Der CDO berichtet.");
  spz_tool_xdo ("key shift+ctrl+l");
  assert_shown_points (&composer, "867 können es.|Die Ausschreibung ist veröffentlicht.|Die **Ausschreibung** läuft");
  spz_tool_xdo ("key shift+ctrl+l");
  assert_shown_points (&composer, "867 können es.|Die Ausschreibung ist veröffentlicht.|Die **Ausschreibung** läuft|"
                                  "Der CDO berichtet.");

  gtk_widget_activate_action (GTK_WIDGET (composer.editor), "briefing.take-up", "x",
                              spz_record_get_id (SPZ_RECORD (points[2])));
  spz_app_settle ();
  taken_up = spz_point_changes_new (self->programme, next);
  g_assert_cmpuint (spz_point_changes_count (taken_up, SPZ_POINT_DROPPED), ==, 0);
  g_assert_cmpuint (spz_point_changes_count (taken_up, SPZ_POINT_UNCHANGED), ==, 2);
  spz_tool_undo (self);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/composer/slash", test_slash);
  spz_app_test ("/app/composer/slash-in-point", test_slash_in_point);
  spz_app_test ("/app/composer/move", test_move);
  spz_app_test ("/app/composer/duplicate", test_duplicate);
  spz_app_test ("/app/composer/collapse", test_collapse);
  spz_app_test ("/app/composer/choose", test_choose);
  spz_app_test ("/app/composer/unseen", test_unseen);
  spz_app_test ("/app/composer/mention", test_mention);
  spz_app_test ("/app/composer/find", test_find);
  spz_app_test ("/app/composer/next", test_next);

  return g_test_run ();
}
