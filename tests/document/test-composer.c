/* test-composer.c: from the programme to a paper, and who may see what
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "document-fixture.h"
#include "spz-composer.h"
#include "spz-fixture.h"
#include "spz-markdown.h"
#include "spz-outline.h"
#include "spz-pdf.h"
#include "spz-plain-text.h"
#include "spz-plan-versions.h"

/* Words that stand in items for a narrow audience only */
#define COMMITTEE "KANARIENVOGEL"
#define INTERNAL  "GRUBENLAMPE"

#define MAX_AUDIENCE SPZ_AUDIENCE_INTERNAL

static gint64
get_id (gpointer record)
{
  return spz_record_get_id (SPZ_RECORD (record));
}

static SpzPoint *
add_point (SpzFixture  *self,
           const char  *owner,
           gint64       owner_id,
           gint64       parent,
           const char  *position,
           const char  *text,
           SpzAudience  audience)
{
  return spz_fixture_add (self, SPZ_TYPE_POINT, owner, owner_id, "parent", parent, "position", position,
                          "title", text, "audience", audience, NULL);
}

static SpzBlock *
add_block (SpzFixture   *self,
           SpzBriefing  *briefing,
           const char   *position,
           SpzBlockKind  kind,
           const char   *title,
           gint64        action_field,
           SpzAudience   audience)
{
  return spz_fixture_add (self, SPZ_TYPE_BLOCK, "briefing", get_id (briefing), "position", position,
                          "kind", kind, "title", title, "action-field", action_field,
                          "audience", audience, NULL);
}

static void
add_figure (SpzFixture  *self,
            gint64       field,
            const char  *position,
            const char  *title,
            const char  *symbol,
            const char  *formula,
            double       value,
            SpzAudience  audience)
{
  SpzFigure *figure = spz_fixture_add (self, SPZ_TYPE_FIGURE, "action-field", field, "position", position,
                                       "title", title, "symbol", symbol, "formula", formula,
                                       "audience", audience, NULL);

  spz_fixture_add (self, SPZ_TYPE_FIGURE_VALUE, "figure", get_id (figure),
                   "date", spz_date_new (2021, 2, 1), "value", value, NULL);
}

static SpzMeasure *
add_measure (SpzFixture  *self,
             gint64       field,
             const char  *position,
             const char  *title,
             SpzAudience  audience)
{
  SpzMeasure *measure = spz_fixture_add (self, SPZ_TYPE_MEASURE, "action-field", field,
                                         "position", position, "title", title, "audience", audience, NULL);
  g_autofree char *phase = g_strconcat ("Phase ", title, NULL);
  g_autofree char *milestone = g_strconcat ("Meilenstein ", title, NULL);

  spz_fixture_add (self, SPZ_TYPE_PHASE, "measure", get_id (measure), "title", phase,
                   "start", spz_date_new (2021, 1, 1), "end", spz_date_new (2021, 12, 31), NULL);
  spz_fixture_add (self, SPZ_TYPE_MILESTONE, "measure", get_id (measure), "title", milestone,
                   "date", spz_date_new (2021, 7, 1), NULL);

  return measure;
}

/* A programme with something for everybody and something for few in each of
 * the places something can stand */
static SpzBriefing *
fill (SpzFixture *self)
{
  SpzProgramme *programme = self->programme;
  SpzBody *body;
  SpzMeeting *meeting;
  SpzAgendaItem *item;
  SpzBriefing *briefing;
  SpzBlock *block;
  SpzActionField *field, *secret;
  SpzPoint *point;
  SpzMeasure *measure;
  SpzRole *role;
  g_autoptr (GError) error = NULL;

  spz_programme_set (programme, spz_programme_get_info (programme), &error,
                     "title", "E-Government", "organisation", "Stadt Leverkusen",
                     "reference-date", spz_date_new (2021, 2, 1),
                     "plan-title", "Zeitplan", NULL);
  g_assert_no_error (error);

  body = spz_fixture_add (self, SPZ_TYPE_BODY, "title", "Ausschuss für Finanzen", NULL);
  meeting = spz_fixture_add (self, SPZ_TYPE_MEETING, "body", get_id (body),
                             "date", spz_date_new (2021, 2, 8), NULL);
  spz_fixture_add (self, SPZ_TYPE_MEETING, "title", "Rat", "date", spz_date_new (2021, 2, 22), NULL);
  spz_fixture_add (self, SPZ_TYPE_MEETING, "title", "vergangen", "date", spz_date_new (2021, 1, 22), NULL);
  item = spz_fixture_add (self, SPZ_TYPE_AGENDA_ITEM, "meeting", get_id (meeting), NULL);
  briefing = spz_fixture_add (self, SPZ_TYPE_BRIEFING, "agenda-item", get_id (item),
                              "title", "Umsetzung", "speaker", "StK Märtens", "function", "CDO", NULL);

  role = spz_fixture_add (self, SPZ_TYPE_ROLE, "title", "CDO", NULL);
  spz_fixture_add (self, SPZ_TYPE_TASK, "role", get_id (role), "title", "steuern", NULL);
  spz_fixture_add (self, SPZ_TYPE_ASSIGNMENT, "to-role", get_id (role), "title", "Auftrag " INTERNAL,
                   "due", spz_date_new (2021, 3, 1), NULL);

  field = spz_fixture_add (self, SPZ_TYPE_ACTION_FIELD, "position", "b", "title", "mobiles Arbeiten", NULL);
  point = add_point (self, "action-field", get_id (field), 0, "b", "für **alle**", SPZ_AUDIENCE_PUBLIC);
  add_point (self, "action-field", get_id (field), get_id (point), "b", "darunter " COMMITTEE, SPZ_AUDIENCE_COMMITTEE);
  point = add_point (self, "action-field", get_id (field), 0, "c", INTERNAL, SPZ_AUDIENCE_INTERNAL);
  add_point (self, "action-field", get_id (field), get_id (point), "b", "Kind von " INTERNAL, SPZ_AUDIENCE_PUBLIC);
  add_point (self, "action-field", get_id (field), 0, "d", "zuletzt", SPZ_AUDIENCE_PUBLIC);

  secret = spz_fixture_add (self, SPZ_TYPE_ACTION_FIELD, "position", "c", "title", "Feld " INTERNAL, NULL);
  add_point (self, "action-field", get_id (secret), 0, "b", INTERNAL, SPZ_AUDIENCE_INTERNAL);

  add_figure (self, get_id (field), "b", "Erste Tranche", "a", "", 483, SPZ_AUDIENCE_PUBLIC);
  add_figure (self, get_id (field), "c", INTERNAL, "b", "", 777, SPZ_AUDIENCE_INTERNAL);
  add_figure (self, get_id (field), "d", "Summe", "c", "a + b", 1260, SPZ_AUDIENCE_PUBLIC);

  measure = add_measure (self, get_id (field), "b", "Maßnahme", SPZ_AUDIENCE_PUBLIC);
  spz_fixture_add (self, SPZ_TYPE_PHASE, "measure", get_id (measure), "title", "Phase " COMMITTEE,
                   "start", spz_date_new (2022, 1, 1), "end", spz_date_new (2022, 12, 31),
                   "audience", SPZ_AUDIENCE_COMMITTEE, NULL);
  spz_fixture_add (self, SPZ_TYPE_MILESTONE, "measure", get_id (measure), "title", "Meilenstein " INTERNAL,
                   "date", spz_date_new (2021, 8, 1), "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  add_measure (self, get_id (field), "c", "Maßnahme " INTERNAL, SPZ_AUDIENCE_INTERNAL);

  block = add_block (self, briefing, "b", SPZ_BLOCK_POINTS, "Anfang", 0, SPZ_AUDIENCE_PUBLIC);
  add_point (self, "block", get_id (block), 0, "b", "erster Punkt", SPZ_AUDIENCE_PUBLIC);
  add_point (self, "block", get_id (block), 0, "c", "Punkt " COMMITTEE, SPZ_AUDIENCE_COMMITTEE);
  add_block (self, briefing, "c", SPZ_BLOCK_TEXT, "Text " INTERNAL, 0, SPZ_AUDIENCE_INTERNAL);
  add_block (self, briefing, "d", SPZ_BLOCK_HEADING, "Organisation", 0, SPZ_AUDIENCE_PUBLIC);
  add_block (self, briefing, "e", SPZ_BLOCK_ROLES, "", 0, SPZ_AUDIENCE_PUBLIC);
  add_block (self, briefing, "f", SPZ_BLOCK_HEADING, "Leer", 0, SPZ_AUDIENCE_PUBLIC);
  block = add_block (self, briefing, "g", SPZ_BLOCK_POINTS, "", 0, SPZ_AUDIENCE_PUBLIC);
  add_point (self, "block", get_id (block), 0, "b", INTERNAL, SPZ_AUDIENCE_INTERNAL);
  add_block (self, briefing, "h", SPZ_BLOCK_TIMELINE, "", 0, SPZ_AUDIENCE_PUBLIC);
  add_block (self, briefing, "i", SPZ_BLOCK_ACTION_FIELD, "", get_id (field), SPZ_AUDIENCE_PUBLIC);
  add_block (self, briefing, "j", SPZ_BLOCK_ACTION_FIELD, "", get_id (secret), SPZ_AUDIENCE_PUBLIC);
  block = add_block (self, briefing, "k", SPZ_BLOCK_POINTS, "Block " COMMITTEE, 0, SPZ_AUDIENCE_COMMITTEE);
  add_point (self, "block", get_id (block), 0, "b", "öffentlich in " COMMITTEE, SPZ_AUDIENCE_PUBLIC);
  add_block (self, briefing, "l", SPZ_BLOCK_FIGURES, "", 0, SPZ_AUDIENCE_PUBLIC);
  add_block (self, briefing, "m", SPZ_BLOCK_DATES, "", 0, SPZ_AUDIENCE_PUBLIC);

  return briefing;
}

static gboolean
contains (GBytes     *bytes,
          const char *word)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, word, strlen (word)) != NULL;
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

/* The PDF's bytes with its streams unpacked, and its text as readers show it,
 * one after the other */
static GBytes *
unpack_pdf (SpzDocument *document)
{
  static const char *const commands[][3] = {
    { "qpdf", "--qdf", "-" }, { "pdftotext", "-layout", "-" }, { "pdfinfo", "-struct-text", NULL },
  };
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "spz-XXXXXX.pdf", NULL);
  SpzPageSetup setup;
  int fd = g_mkstemp (path);

  close (fd);
  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *program = g_find_program_in_path (commands[i][0]);
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (GBytes) printed = NULL;

      if (program == NULL)
        continue;

      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                  program, commands[i][1], path, commands[i][2], NULL);
      g_assert_no_error (error);
      g_subprocess_communicate (process, NULL, NULL, &printed, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (process));
      g_byte_array_append (all, g_bytes_get_data (printed, NULL), (guint) g_bytes_get_size (printed));
    }

  unlink (path);

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static void
check_canaries (SpzAudience  audience,
                GBytes      *bytes,
                gboolean     is_text)
{
  if (audience < SPZ_AUDIENCE_INTERNAL)
    g_assert_false (contains (bytes, INTERNAL));
  else if (is_text)
    g_assert_true (contains (bytes, INTERNAL));

  if (audience < SPZ_AUDIENCE_COMMITTEE)
    g_assert_false (contains (bytes, COMMITTEE));
  else if (is_text)
    g_assert_true (contains (bytes, COMMITTEE));

  /* The hidden part of a public sum; among a PDF's coordinates it may occur. */
  if (audience < SPZ_AUDIENCE_INTERNAL && is_text)
    g_assert_false (contains (bytes, "777"));
}

/* No byte of an output shows what isn't for its audience */
static void
test_canaries (SpzFixture    *self,
               gconstpointer  data)
{
  SpzBriefing *briefing = fill (self);

  for (SpzAudience audience = SPZ_AUDIENCE_PUBLIC; audience <= MAX_AUDIENCE; audience++)
    {
      g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing, audience,
                                                               SPZ_COMPOSE_DEFAULT);
      g_autoptr (GBytes) markdown = take_text (spz_markdown_render (document));
      g_autoptr (GBytes) text = take_text (spz_plain_text_render (document, 0));
      g_autoptr (GBytes) pdf = unpack_pdf (document);

      check_canaries (audience, markdown, TRUE);
      check_canaries (audience, text, TRUE);
      check_canaries (audience, pdf, FALSE);
      g_assert_true (contains (markdown, "zuletzt"));
    }
}

/* A work order is among the dates until its day is past or it is done */
static void
test_due (SpzFixture    *self,
          gconstpointer  data)
{
  SpzDate today = spz_programme_get_reference_date (self->programme);
  SpzBriefing *briefing = spz_fixture_add (self, SPZ_TYPE_BRIEFING, "title", "Sprechzettel", NULL);
  SpzRole *role = spz_fixture_add (self, SPZ_TYPE_ROLE, "title", "Programmbüro", NULL);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzDocument) public = NULL;
  const SpzNode *table, *row;

  add_block (self, briefing, "a", SPZ_BLOCK_DATES, "", 0, SPZ_AUDIENCE_PUBLIC);
  spz_fixture_add (self, SPZ_TYPE_ASSIGNMENT, "title", "Vorlage **einbringen**", "to-role", get_id (role),
                   "due", today + 21, "audience", SPZ_AUDIENCE_COMMITTEE, NULL);
  spz_fixture_add (self, SPZ_TYPE_ASSIGNMENT, "title", "Getan", "due", today + 21,
                   "state", SPZ_ASSIGNMENT_DONE, NULL);
  spz_fixture_add (self, SPZ_TYPE_ASSIGNMENT, "title", "Versäumt", "due", today - 1, NULL);
  spz_fixture_add (self, SPZ_TYPE_ASSIGNMENT, "title", "Ohne Tag", NULL);

  document = spz_compose_briefing (self->programme, briefing, SPZ_AUDIENCE_INTERNAL, SPZ_COMPOSE_DEFAULT);
  g_assert_cmpuint (spz_document_get_n_nodes (document), ==, 2);
  table = spz_document_get_node (document, 1);
  g_assert_cmpuint (table->children->len, ==, 1);
  row = g_ptr_array_index (table->children, 0);
  g_assert_cmpstr (row->cells[SPZ_CELL_TITLE], ==, "Vorlage einbringen");
  g_assert_nonnull (strstr (row->cells[SPZ_CELL_DETAIL], "Programmbüro"));

  public = spz_compose_briefing (self->programme, briefing, SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_DEFAULT);
  g_assert_cmpuint (spz_document_get_n_nodes (public), ==, 0);
}

static void
append_kinds (GString       *kinds,
              const SpzNode *node)
{
  g_autofree char *text = spz_node_get_text (node);

  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      g_string_append_printf (kinds, "[%s]", text);
      break;

    case SPZ_NODE_POINT:
      g_string_append_printf (kinds, "%d(%s)", node->level, text);
      break;

    case SPZ_NODE_PARAGRAPH:
      g_string_append_printf (kinds, "P(%s)", text);
      break;

    case SPZ_NODE_ROLES:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_DATES:
      g_string_append_printf (kinds, "T%u", node->children->len);
      break;

    case SPZ_NODE_TIMELINE:
      g_string_append (kinds, "Z");
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
check_composition (SpzFixture  *self,
                   SpzBriefing *briefing,
                   SpzAudience  audience,
                   const char  *expected)
{
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing, audience,
                                                           SPZ_COMPOSE_DEFAULT);
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    append_kinds (kinds, spz_document_get_node (document, i));

  g_assert_cmpstr (kinds->str, ==, expected);
}

/* Which blocks, in which order, with what left of them */
static void
test_blocks (SpzFixture    *self,
             gconstpointer  data)
{
  SpzBriefing *briefing = fill (self);

  check_composition (self, briefing, SPZ_AUDIENCE_PUBLIC,
                     "[Anfang]1(erster Punkt)"
                     "[Organisation]T1"
                     "[Action field “mobiles Arbeiten”]1(für alle)1(zuletzt)"
                     "[Key figures]T2"
                     "[Next dates]T2"
                     "Z");
  check_composition (self, briefing, SPZ_AUDIENCE_INTERNAL,
                     "[Anfang]1(erster Punkt)1(Punkt " COMMITTEE ")"
                     "P(Text " INTERNAL ")"
                     "[Organisation]T1"
                     "[Leer]1(" INTERNAL ")"
                     "[Action field “mobiles Arbeiten”]1(für alle)2(darunter " COMMITTEE ")"
                     "1(" INTERNAL ")2(Kind von " INTERNAL ")1(zuletzt)"
                     "[Feld " INTERNAL "]1(" INTERNAL ")"
                     "[Block " COMMITTEE "]1(öffentlich in " COMMITTEE ")"
                     "[Key figures]T3"
                     "[Next dates]T5"
                     "Z");
}

static void
test_head (SpzFixture    *self,
           gconstpointer  data)
{
  SpzBriefing *briefing = fill (self);
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing,
                                                           SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_NO_TIMELINE);
  g_autoptr (SpzDocument) internal = spz_compose_briefing (self->programme, briefing,
                                                           SPZ_AUDIENCE_INTERNAL, SPZ_COMPOSE_DEFAULT);
  g_autoptr (SpzDocument) committee = spz_compose_briefing (self->programme, briefing,
                                                            SPZ_AUDIENCE_COMMITTEE, SPZ_COMPOSE_DEFAULT);

  g_assert_cmpstr (spz_document_get_title (document), ==, "Umsetzung");
  g_assert_cmpstr (spz_document_get_byline (document), ==, "StK Märtens in the function of CDO");
  g_assert_true (g_str_has_prefix (spz_document_get_occasion (document), "Ausschuss für Finanzen on "));
  g_assert_cmpstr (spz_document_get_organisation (document), ==, "Stadt Leverkusen");
  g_assert_cmpstr (spz_document_get_author (document), ==, "StK Märtens");
  g_assert_cmpstr (spz_document_get_keywords (document), ==, "mobiles Arbeiten");
  g_assert_cmpint (spz_document_get_date (document), ==, spz_date_new (2021, 2, 8));

  g_assert_null (spz_document_get_marking (document));
  g_assert_cmpstr (spz_document_get_marking (committee), ==, "Not public");
  g_assert_cmpstr (spz_document_get_marking (internal), ==, "For internal use only");
}

static const SpzNode *
find_table (SpzDocument *document,
            SpzNodeKind  kind)
{
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    if (spz_document_get_node (document, i)->kind == kind)
      return spz_document_get_node (document, i);

  g_assert_not_reached ();
}

static void
test_figures (SpzFixture    *self,
              gconstpointer  data)
{
  SpzBriefing *briefing = fill (self);
  g_autoptr (SpzDocument) public = spz_compose_briefing (self->programme, briefing,
                                                         SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_DEFAULT);
  g_autoptr (SpzDocument) internal = spz_compose_briefing (self->programme, briefing,
                                                           SPZ_AUDIENCE_INTERNAL, SPZ_COMPOSE_DEFAULT);
  const SpzNode *sum;

  /* Who may not see a part of a sum sees the sum without its arithmetic. */
  sum = g_ptr_array_index (find_table (public, SPZ_NODE_FIGURES)->children, 1);
  g_assert_cmpstr (sum->cells[SPZ_CELL_TITLE], ==, "Summe");
  g_assert_null (sum->cells[SPZ_CELL_ARITHMETIC]);

  sum = g_ptr_array_index (find_table (internal, SPZ_NODE_FIGURES)->children, 2);
  g_assert_cmpstr (sum->cells[SPZ_CELL_TITLE], ==, "Summe");
  g_assert_nonnull (strstr (sum->cells[SPZ_CELL_ARITHMETIC], "483 + 777 = "));
}

/* A figure in a heading is live, and left out visibly for whom it is not */
static void
test_heading_figures (SpzFixture    *self,
                      gconstpointer  data)
{
  SpzBriefing *briefing = fill (self);
  SpzRecord *block = spz_fixture_add (self, SPZ_TYPE_BLOCK, "briefing", get_id (briefing), "kind", SPZ_BLOCK_POINTS,
                                      "title", "Heute {heim_plaetze} Plätze", NULL);
  SpzRecord *figure = spz_fixture_add (self, SPZ_TYPE_FIGURE, "title", "Plätze", "symbol", "heim_plaetze", NULL);
  g_autoptr (GError) error = NULL;

  add_point (self, "block", get_id (block), 0, "b", "davon viele neu", SPZ_AUDIENCE_PUBLIC);
  spz_fixture_add (self, SPZ_TYPE_FIGURE_VALUE, "figure", get_id (figure), "value", 867.0,
                   "date", spz_date_new (2021, 1, 25), NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing, SPZ_AUDIENCE_PUBLIC,
                                                               SPZ_COMPOSE_DEFAULT);
      g_autofree char *text = spz_markdown_render (document);

      g_assert_nonnull (strstr (text, "Heute "));
      g_assert_true ((strstr (text, "Heute 867 Plätze") != NULL) == (i == 0));
      g_assert_true ((strstr (text, "867") != NULL) == (i == 0));
      spz_programme_set (self->programme, figure, &error, "audience", SPZ_AUDIENCE_INTERNAL, NULL);
      g_assert_no_error (error);
    }
}

/* Where figures are from is told to the office alone, where they are mentioned and in their table */
static void
test_sources (SpzFixture    *self,
              gconstpointer  data)
{
  SpzBriefing *briefing = fill (self);
  SpzRecord *block = spz_fixture_add (self, SPZ_TYPE_BLOCK, "briefing", get_id (briefing), "kind", SPZ_BLOCK_POINTS,
                                      "title", "Plätze", NULL);
  SpzRecord *figure = spz_fixture_add (self, SPZ_TYPE_FIGURE, "title", "Plätze", "symbol", "heim_plaetze", NULL);

  add_point (self, "block", get_id (block), 0, "b", "heute **{heim_plaetze}** Plätze", SPZ_AUDIENCE_PUBLIC);
  spz_fixture_add (self, SPZ_TYPE_FIGURE_VALUE, "figure", get_id (figure), "value", 867.0,
                   "date", spz_date_new (2021, 1, 25), "source", "Telefonat", NULL);
  for (guint audience = 0; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
    {
      g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing, (SpzAudience) audience,
                                                               SPZ_COMPOSE_DEFAULT);
      g_autofree char *text = spz_markdown_render (document);
      gboolean is_told = audience == SPZ_AUDIENCE_INTERNAL;

      g_assert_true ((strstr (text, "heute **867[^1]** Plätze") != NULL) == is_told);
      g_assert_true ((strstr (text, "heute **867** Plätze") != NULL) == !is_told);
      g_assert_true ((strstr (text, "| 867[^1] |") != NULL) == is_told);
      g_assert_true ((strstr (text, "[^1]: Quelle: Telefonat, ") != NULL) == is_told);
      g_assert_cmpuint (spz_document_get_n_notes (document), ==, is_told ? 1 : 0);
    }
}

/* The parts a document was composed of can be changed or gone */
static void
test_immutable (SpzFixture    *self,
                gconstpointer  data)
{
  SpzBriefing *briefing = fill (self);
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing,
                                                           SPZ_AUDIENCE_INTERNAL, SPZ_COMPOSE_DEFAULT);
  g_autofree char *before = spz_markdown_render (document);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (spz_programme_remove (self->programme, briefing, &error));
  g_assert_no_error (error);
  after = spz_markdown_render (document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_timeline (SpzFixture    *self,
               gconstpointer  data)
{
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzPages) pages = NULL;
  SpzPageSetup setup;
  double width, height;

  fill (self);
  document = spz_compose_timeline (self->programme, SPZ_AUDIENCE_PUBLIC);
  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  pages = spz_pages_new (document, &setup);

  g_assert_cmpuint (spz_pages_get_n_pages (pages), ==, 1);
  spz_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat (width, >, height);
}

static void
test_timeline_since (SpzFixture    *self,
                     gconstpointer  data)
{
  SpzRecordList *phases = spz_programme_get_list (self->programme, SPZ_TYPE_PHASE);
  SpzRecordList *milestones = spz_programme_get_list (self->programme, SPZ_TYPE_MILESTONE);
  g_autoptr (GError) error = NULL;
  SpzPlanVersion *version;
  gint64 id;

  fill (self);
  id = spz_plan_version_freeze (self->programme, "Stand Januar", "", SPZ_DATE_NONE, &error);
  g_assert_no_error (error);
  version = spz_programme_lookup (self->programme, SPZ_TYPE_PLAN_VERSION, id);

  /* All that was in the plan moves, is called otherwise, or goes */
  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      g_assert_true (spz_programme_set (self->programme, phase, &error, "end", phase->end + 31, NULL));
    }
  while (spz_record_list_get_size (milestones) > 0)
    g_assert_true (spz_programme_remove (self->programme, spz_record_list_get (milestones, 0), &error));

  for (int audience = SPZ_AUDIENCE_PUBLIC; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
    {
      g_autoptr (SpzDocument) document = spz_compose_timeline_since (self->programme, version, audience);
      g_autofree char *text = spz_markdown_render (document);

      g_assert_nonnull (strstr (text, "Stand Januar"));
      g_assert_nonnull (strstr (text, "Phase Maßnahme"));
      g_assert_nonnull (strstr (text, "Meilenstein Maßnahme"));
      g_assert_cmpint (strstr (text, COMMITTEE) != NULL, ==, audience >= SPZ_AUDIENCE_COMMITTEE);
      g_assert_cmpint (strstr (text, INTERNAL) != NULL, ==, audience >= SPZ_AUDIENCE_INTERNAL);
    }
}

#define ADD(path, function) \
  g_test_add ("/document/composer/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("canaries", test_canaries);
  ADD ("due", test_due);
  ADD ("blocks", test_blocks);
  ADD ("head", test_head);
  ADD ("figures", test_figures);
  ADD ("heading-figures", test_heading_figures);
  ADD ("sources", test_sources);
  ADD ("immutable", test_immutable);
  ADD ("timeline", test_timeline);
  ADD ("timeline-since", test_timeline_since);

  return g_test_run ();
}
