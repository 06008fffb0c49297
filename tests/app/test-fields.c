/* test-fields.c: action fields, points, figures and measures on their page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>

#include "spz-example.h"
#include "spz-field-row.h"
#include "spz-figure-card.h"
#include "spz-figure-value-row.h"
#include "spz-line-text.h"
#include "spz-measure-row.h"
#include "spz-outline.h"
#include "spz-outline-view.h"
#include "spz-page-tools.h"
#include "spz-point-row.h"
#include "spz-writing.h"

static SpzPointRow *
get_row (SpzPage *page,
         guint    index)
{
  return spz_tool_find (page, SPZ_TYPE_POINT_ROW, index);
}

static SpzLineText *
get_text (SpzPage *page,
          guint    index)
{
  return spz_tool_find (get_row (page, index), SPZ_TYPE_LINE_TEXT, 0);
}

static void
type (SpzLineText *line,
      const char  *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)), text, -1);
  spz_app_settle ();
}

static void
press (SpzLineText *line,
       const char  *signal,
       int          direction)
{
  if (direction != 0)
    g_signal_emit_by_name (line, signal, direction);
  else
    g_signal_emit_by_name (line, signal);

  spz_app_settle ();
}

/* "1 Update|2 483", as the rows show it, which is as the file has it */
static void
assert_points (SpzAppFixture *self,
               SpzPage       *page,
               const char    *expected)
{
  SpzActionField *field = spz_tool_record (self, SPZ_TYPE_ACTION_FIELD, 0);
  g_autoptr(GArray) items = spz_outline_flatten (self->programme, field);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_POINT_ROW), ==, items->len);

  for (guint i = 0; i < items->len; i++)
    {
      const SpzOutlineItem *item = &g_array_index (items, SpzOutlineItem, i);

      g_assert_true (spz_point_row_get_point (get_row (page, i)) == item->point);
      g_assert_cmpstr (spz_line_text_get_markdown (get_text (page, i)), ==, item->point->title);
      g_string_append_printf (text, "%s%u %s", i > 0 ? "|" : "", item->level, item->point->title);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_focus (SpzAppFixture *self,
              SpzPage       *page,
              guint          index)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == GTK_WIDGET (get_text (page, index)));
}

static void
test_outline (SpzAppFixture *self,
              gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");

  assert_points (self, page, "1 Die **Ausschreibung** läuft");

  /* Enter, and a sub-point by Tab */
  spz_point_row_focus (get_row (page, 0), -1);
  press (get_text (page, 0), "enter", 0);
  assert_focus (self, page, 1);
  type (get_text (page, 1), "bis Juni");
  press (get_text (page, 1), "level", 1);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|2 bis Juni");
  assert_focus (self, page, 1);

  /* Enter amid the text splits it */
  spz_line_text_place_cursor (get_text (page, 1), 3);
  press (get_text (page, 1), "enter", 0);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|2 bis|2 Juni");
  assert_focus (self, page, 2);
  press (get_text (page, 2), "shift", -1);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|2 Juni|2 bis");
  assert_focus (self, page, 1);
  press (get_text (page, 1), "level", -1);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|1 Juni|2 bis");

  /* Backspace in an empty one; undo brings it back */
  spz_point_row_focus (get_row (page, 0), -1);
  press (get_text (page, 0), "enter", 0);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|1 |1 Juni|2 bis");
  press (get_text (page, 1), "erase", 0);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|1 Juni|2 bis");
  assert_focus (self, page, 0);
  spz_tool_undo (self);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|1 |1 Juni|2 bis");
  spz_tool_undo (self);

  /* Deleted with what hangs below it */
  spz_tool_do (get_row (page, 1), "point.delete");
  assert_points (self, page, "1 Die **Ausschreibung** läuft");
  spz_tool_undo (self);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|1 Juni|2 bis");
}

static void
test_marks (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");
  SpzLineText *line = get_text (page, 0);
  SpzPoint *point = spz_point_row_get_point (get_row (page, 0));

  /* What is typed after a bold word goes on in bold, unless switched off */
  spz_point_row_focus (get_row (page, 0), 17);
  type (line, "en");
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibungen** läuft");
  spz_line_text_toggle_style (line, SPZ_INLINE_BOLD);
  type (line, "!");
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibungen**! läuft");

  spz_line_text_select_all (line);
  spz_tool_do (get_row (page, 0), "point.italic");
  g_assert_cmpstr (spz_line_text_get_markdown (line), ==, point->title);
  spz_tool_do (get_row (page, 0), "point.italic");
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibungen**! läuft");

  /* Stars that are typed are stars */
  spz_line_text_place_cursor (line, -1);
  type (line, " *");
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibungen**! läuft \\*");
}

static void
test_paste (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");

  spz_point_row_focus (get_row (page, 0), -1);
  type (get_text (page, 0), " an\n• Zuschlag\n\n– Einführung *\n");
  assert_points (self, page, "1 Die **Ausschreibung** läuft an|1 Zuschlag|2 Einführung \\*");
  assert_focus (self, page, 2);
}

static void
test_join (SpzAppFixture *self,
           gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");

  spz_point_row_focus (get_row (page, 0), -1);
  press (get_text (page, 0), "enter", 0);
  type (get_text (page, 1), "seit Mai");
  press (get_text (page, 1), "join", -1);
  assert_points (self, page, "1 Die **Ausschreibung** läuft seit Mai");
  assert_focus (self, page, 0);

  /* What is typed next goes where they were joined */
  type (get_text (page, 0), " wieder");
  assert_points (self, page, "1 Die **Ausschreibung** läuft wieder seit Mai");
  spz_tool_undo (self);
  spz_tool_undo (self);
  assert_points (self, page, "1 Die **Ausschreibung** läuft|1 seit Mai");
  press (get_text (page, 0), "join", 1);
  assert_points (self, page, "1 Die **Ausschreibung** läuft seit Mai");

  /* Nothing to join with */
  press (get_text (page, 0), "join", -1);
  press (get_text (page, 0), "join", 1);
  assert_points (self, page, "1 Die **Ausschreibung** läuft seit Mai");
}

/* As the keyboard types: each character is an action of its own */
static void
type_keys (SpzLineText *line,
           const char  *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)), p,
                                                  (int) (g_utf8_next_char (p) - p), TRUE);
  spz_app_settle ();
}

static void
test_typing (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");
  SpzLineText *line = get_text (page, 0);
  SpzPoint *point = spz_point_row_get_point (get_row (page, 0));

  spz_point_row_focus (get_row (page, 0), -1);
  type_keys (line, " \"so\" -- ja");
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibung** läuft „so“ – ja");

  /* Undone a piece at a time: what was typed since the dash, then the dash */
  spz_tool_undo (self);
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibung** läuft „so“ –");
  spz_tool_undo (self);
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibung** läuft „so“ --");
  spz_tool_undo (self);
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibung** läuft „so“");
  spz_tool_undo (self);
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibung** läuft „so\"");

  /* Switched off, signs are what was typed */
  g_object_set (spz_writing_get (GTK_WIDGET (line)), "typography", FALSE, NULL);
  type_keys (line, "\"");
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibung** läuft „so\"\"");
  g_object_set (spz_writing_get (GTK_WIDGET (line)), "typography", TRUE, NULL);
}

static gboolean
is_underlined (SpzLineText *line,
               int          offset)
{
  GtkTextIter iter;
  GSList *tags;
  gboolean underlined = FALSE;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *link = tags; link != NULL; link = link->next)
    {
      PangoUnderline underline;

      g_object_get (link->data, "underline", &underline, NULL);
      underlined |= underline == PANGO_UNDERLINE_ERROR;
    }
  g_slist_free (tags);

  return underlined;
}

static void
test_spelling (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");
  SpzLineText *line = get_text (page, 0);
  SpzPoint *point = spz_point_row_get_point (get_row (page, 0));

  spz_point_row_focus (get_row (page, 0), -1);
  type_keys (line, " scho");
  type_keys (line, "hn");
  g_assert_false (is_underlined (line, 24));
  type_keys (line, " ja");
  g_assert_true (is_underlined (line, 24));
  g_assert_false (is_underlined (line, 10));
  g_assert_cmpstr (point->title, ==, "Die **Ausschreibung** läuft schohn ja");

  g_object_set (spz_writing_get (GTK_WIDGET (line)), "check-spelling", FALSE, NULL);
  spz_app_settle ();
  g_assert_false (is_underlined (line, 24));
  g_object_set (spz_writing_get (GTK_WIDGET (line)), "check-spelling", TRUE, NULL);
}

static void
test_audience (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");
  SpzPointRow *row = get_row (page, 0);
  SpzPoint *point = spz_point_row_get_point (row);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "point.audience", "s", "internal"));
  g_assert_cmpint (point->audience, ==, SPZ_AUDIENCE_INTERNAL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "point.style", "s", "conclusion"));
  g_assert_cmpint (point->style, ==, SPZ_POINT_CONCLUSION);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "conclusion"));

  spz_tool_undo (self);
  spz_tool_undo (self);
  g_assert_cmpint (point->audience, ==, SPZ_AUDIENCE_PUBLIC);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "conclusion"));
}

static void
test_fields (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");
  SpzRecordList *fields = spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD);
  SpzActionField *added;

  g_assert_true (spz_app_action (self, "add"));
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 2);
  added = spz_record_list_get (fields, 1);

  /* The new one is shown, its title selected to be typed over */
  type (spz_tool_find (page, SPZ_TYPE_LINE_TEXT, 0), "");
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (spz_tool_find (page, SPZ_TYPE_LINE_TEXT, 0)),
                                    TRUE, TRUE);
  type (spz_tool_find (page, SPZ_TYPE_LINE_TEXT, 0), "Smart City");
  g_assert_cmpstr (added->title, ==, "Smart City");
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_POINT_ROW), ==, 0);

  spz_tool_do (page, "fields.move-up");
  g_assert_true (spz_record_list_get (fields, 0) == added);
  g_assert_true (spz_field_row_get_field (spz_tool_find (page, SPZ_TYPE_FIELD_ROW, 0)) == added);

  /* The focus stays in the list: what is typed next must not go into a title */
  gtk_widget_grab_focus (spz_tool_find (page, SPZ_TYPE_FIELD_ROW, 0));
  spz_tool_undo (self);
  g_assert_true (spz_record_list_get (fields, 1) == added);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == spz_tool_find (page, SPZ_TYPE_FIELD_ROW, 1));
  spz_tool_do (page, "fields.move-up");

  spz_tool_do (page, "fields.delete");
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 1);
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_POINT_ROW), ==, 1);
  spz_tool_undo (self);
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 2);

  /* Found by a word of its points alone */
  gtk_editable_set_text (spz_tool_find (page, GTK_TYPE_SEARCH_ENTRY, 1), "ausschreib");
  g_signal_emit_by_name (spz_tool_find (page, GTK_TYPE_SEARCH_ENTRY, 1), "search-changed");
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 1);

  /* Going to one that isn't shown ends the search */
  added = spz_record_list_get (fields, 0);
  g_assert_true (spz_page_reveal (page, SPZ_RECORD (added)));
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 2);
}

static void
test_figures (SpzAppFixture *self,
              gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");
  SpzActionField *field = spz_tool_record (self, SPZ_TYPE_ACTION_FIELD, 0);
  g_autoptr(GError) error = NULL;
  SpzFigureCard *card;
  SpzFigure *figure;
  guint n_cards = spz_tool_count (page, SPZ_TYPE_FIGURE_CARD);
  gint64 id;

  id = spz_programme_add (self->programme, SPZ_TYPE_FIGURE, &error,
                          "action-field", spz_record_get_id (SPZ_RECORD (field)),
                          "title", "Angebote",
                          NULL);
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIGURE_CARD), ==, n_cards + 1);
  figure = spz_programme_lookup (self->programme, SPZ_TYPE_FIGURE, id);
  g_assert_true (spz_page_reveal (page, SPZ_RECORD (figure)));

  card = spz_tool_find (page, SPZ_TYPE_FIGURE_CARD, n_cards);
  g_assert_true (spz_figure_card_get_figure (card) == figure);
  spz_figure_card_edit (card);
  spz_app_settle ();

  id = spz_programme_add (self->programme, SPZ_TYPE_FIGURE_VALUE, &error,
                          "figure", id,
                          "date", spz_date_new (2021, 1, 25),
                          "value", 7.0,
                          NULL);
  g_assert_no_error (error);
  spz_app_settle ();

  /* A value is written in the popover, and a wrong one is not taken */
  {
    SpzFigureValueRow *row = spz_tool_find (card, SPZ_TYPE_FIGURE_VALUE_ROW, 0);
    GtkEntry *number = spz_tool_find (row, GTK_TYPE_ENTRY, 1);
    SpzFigureValue *value = spz_programme_lookup (self->programme, SPZ_TYPE_FIGURE_VALUE, id);

    gtk_editable_set_text (GTK_EDITABLE (number), "1,449");
    g_signal_emit_by_name (number, "activate");
    g_assert_cmpfloat (value->value, ==, 1449);
    gtk_editable_set_text (GTK_EDITABLE (number), "viele");
    g_signal_emit_by_name (number, "activate");
    g_assert_cmpfloat (value->value, ==, 1449);
    g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (number), "error"));
  }

  spz_tool_do (card, "figure.delete");
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIGURE_CARD), ==, n_cards);
  spz_tool_undo (self);
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIGURE_CARD), ==, n_cards + 1);
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_MEASURE_ROW), ==, 1);
}

static void
test_empty (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "fields");
  g_autoptr(GError) error = NULL;

  g_assert_true (spz_programme_remove (self->programme, spz_tool_record (self, SPZ_TYPE_ACTION_FIELD, 0), &error));
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 0);
  spz_tool_do (page, "fields.add");
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 1);

  /* The first point is one click away */
  g_signal_emit_by_name (spz_tool_find (spz_tool_find (page, SPZ_TYPE_OUTLINE_VIEW, 0), GTK_TYPE_BUTTON, 0),
                         "clicked");
  spz_app_settle ();
  assert_points (self, page, "1 ");
  assert_focus (self, page, 0);
}

/* The real briefing's points, all of them, level by level */
static void
test_example (SpzAppFixture *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (self->directory, "example.db", NULL);
  SpzProgramme *example = spz_example_create (path, &error);
  SpzRecordList *fields = spz_programme_get_list (example, SPZ_TYPE_ACTION_FIELD);
  SpzPage *page;

  g_assert_no_error (error);
  spz_window_set_programme (self->window, example);
  page = spz_tool_show (self, "fields");
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_FIELD_ROW), ==, 5);

  for (guint i = 0; i < spz_record_list_get_size (fields); i++)
    {
      SpzRecord *field = spz_record_list_get (fields, i);
      SpzRecordList *points = spz_programme_get_children (example, SPZ_TYPE_POINT, "action_field",
                                                          spz_record_get_id (field));

      g_assert_true (spz_page_reveal (page, field));
      spz_app_settle ();
      g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_POINT_ROW), ==, spz_record_list_get_size (points));

      /* What is shown is what is stored: nothing is rewritten by showing it */
      for (guint j = 0; j < spz_record_list_get_size (points); j++)
        g_assert_cmpstr (spz_line_text_get_markdown (get_text (page, j)), ==,
                         spz_point_row_get_point (get_row (page, j))->title);
    }

  g_assert_null (spz_programme_get_undo_label (example));
  spz_tool_show (self, "organisation");
  spz_tool_show (self, "meetings");
  spz_window_set_programme (self->window, self->programme);
  spz_app_settle ();
  g_assert_finalize_object (example);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/fields/outline", test_outline);
  spz_app_test ("/fields/marks", test_marks);
  spz_app_test ("/fields/paste", test_paste);
  spz_app_test ("/fields/join", test_join);
  spz_app_test ("/fields/typing", test_typing);
  spz_app_test ("/fields/spelling", test_spelling);
  spz_app_test ("/fields/audience", test_audience);
  spz_app_test ("/fields/fields", test_fields);
  spz_app_test ("/fields/figures", test_figures);
  spz_app_test ("/fields/empty", test_empty);
  spz_app_test ("/fields/example", test_example);

  return g_test_run ();
}
