/* test-import-office.c: briefings as people write them in Word and in LibreOffice
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-import-fixture.h"
#include "spz-office-fixture.h"

#define P(text) "<w:p><w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LISTED(number, level, runs) "<w:p><w:pPr><w:pStyle w:val=\"Listenabsatz\"/><w:numPr><w:ilvl w:val=\"" level "\"/>" \
                                    "<w:numId w:val=\"" number "\"/></w:numPr></w:pPr>" runs "</w:p>"
#define RUN(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define HEAD P ("Sprechzettel StK Märtens in seiner Funktion CDO") \
             P ("Ausschuss für Finanzen und Digitalisierung am 08.02.2021")

/* As German Word writes them: the names are English, the ids are not */
#define STYLES                                                                                            \
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>" \
  "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Standard\"/>" \
  "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"                              \
  "<w:style w:type=\"paragraph\" w:styleId=\"Amt\"><w:name w:val=\"Amtsüberschrift\"/><w:basedOn w:val=\"berschrift1\"/></w:style>" \
  "<w:style w:type=\"paragraph\" w:styleId=\"Listenabsatz\"><w:name w:val=\"List Paragraph\"/></w:style>"   \
  "<w:style w:type=\"paragraph\" w:styleId=\"Aufzhlungszeichen2\"><w:name w:val=\"List Bullet 2\"/>"        \
  "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"                                      \
  "<w:style w:type=\"paragraph\" w:styleId=\"Wichtig\"><w:name w:val=\"Wichtig\"/><w:rPr><w:b/></w:rPr></w:style>" \
  "<w:style w:type=\"character\" w:styleId=\"Fett\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>" \
  "<w:style w:type=\"character\" w:styleId=\"Amtsfett\"><w:name w:val=\"Amtsfett\"/><w:basedOn w:val=\"Fett\"/></w:style>" \
  "<w:style w:type=\"character\" w:styleId=\"Kreis\"><w:name w:val=\"Kreis\"/><w:basedOn w:val=\"Kreis\"/></w:style>"

#define LEVEL(number, sign) "<w:lvl w:ilvl=\"" number "\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"" sign "\"/></w:lvl>"
#define NUMBERING                                                                                         \
  "<w:abstractNum w:abstractNumId=\"0\">" LEVEL ("0", "\xEF\x82\xB7") LEVEL ("1", "o") LEVEL ("2", "\xEF\x82\xA7") "</w:abstractNum>" \
  "<w:abstractNum w:abstractNumId=\"1\">" LEVEL ("0", "–") "</w:abstractNum>"                               \
  "<w:abstractNum w:abstractNumId=\"2\">" LEVEL ("0", "\xEF\x83\xA8") "</w:abstractNum>"                    \
  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"                                            \
  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"                                            \
  "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>"

static SpzImport *
read_docx (const char *body)
{
  g_autoptr (GBytes) bytes = office_fixture_docx (body, STYLES, NUMBERING, NULL);

  return office_fixture_read (bytes);
}

static const char *
get_text (const SpzImport *import,
          guint            section,
          guint            point)
{
  const SpzImportSection *found = g_ptr_array_index (import->sections, section);

  return ((SpzImportPoint *) g_ptr_array_index (found->points, point))->text;
}

static void
assert_outline (const SpzImport *import,
                const char      *expected)
{
  g_autofree char *outline = fixture_outline (import);

  g_assert_cmpstr (outline, ==, expected);
}

/* Some message has this in it. */
static void
assert_says (const SpzImport *import,
             const char      *part)
{
  for (guint i = 0; i < import->messages->len; i++)
    if (strstr (((SpzImportMessage *) g_ptr_array_index (import->messages, i))->text, part) != NULL)
      return;

  g_error ("No message has “%s” in it", part);
}

static void
test_head (void)
{
  g_autoptr (SpzImport) import = read_docx (HEAD STYLED ("berschrift1", "Smart City") LISTED ("1", "0", RUN ("", "Eins")));

  g_assert_cmpstr (import->title, ==, "Sprechzettel");
  g_assert_cmpstr (import->speaker, ==, "StK Märtens");
  g_assert_cmpstr (import->function, ==, "CDO");
  g_assert_cmpstr (import->body, ==, "Ausschuss für Finanzen und Digitalisierung");
  g_assert_cmpint (import->date, ==, spz_date_parse_iso ("2021-02-08"));
  g_assert_true (import->by_paragraph);
}

/* Levels of lists, by themselves, by their style, and an arrow for a bullet */
static void
test_lists (void)
{
  g_autoptr (SpzImport) import = read_docx (
    HEAD STYLED ("berschrift1", "Handlungsfeld modernes Arbeiten/mobile Arbeit")
    LISTED ("1", "0", RUN ("", "Realisierung erste Tranche"))
    LISTED ("1", "1", RUN ("", "mit 84 alternierenden Telearbeitern"))
    LISTED ("1", "2", RUN ("", "nur VPN / RDP"))
    STYLED ("Aufzhlungszeichen2", "Realisierung von 38 weiteren Plätzen")
    LISTED ("3", "0", RUN ("", "Derzeit sind 613 Mitarbeitende Home-Office-fähig"))
    STYLED ("Amt", "AK „Digitale Kommune“")
    LISTED ("2", "0", RUN ("", "Auftakt")));

  assert_outline (import,
                  "field: modernes Arbeiten/mobile Arbeit\n"
                  "1 Realisierung erste Tranche\n"
                  "2 mit 84 alternierenden Telearbeitern\n"
                  "3 nur VPN / RDP\n"
                  "2 Realisierung von 38 weiteren Plätzen\n"
                  "1 !Derzeit sind 613 Mitarbeitende Home-Office-fähig\n"
                  "field: AK „Digitale Kommune“\n"
                  "1 Auftakt\n");
}

/* Bullets somebody typed: the signs of Symbol and Wingdings, tabs, line breaks */
static void
test_typed_bullets (void)
{
  g_autoptr (SpzImport) import = read_docx (
    HEAD P ("Smart City")
    "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:tab/><w:t>Auftakttermin am 25.01.2021</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:ind w:left=\"720\"/></w:pPr>" RUN ("", "o\tmit Stadtplanung") "</w:p>"
    "<w:p><w:r><w:t>•</w:t><w:tab/><w:t>Im Vorfeld ein Briefing</w:t><w:br/><w:t>•</w:t><w:tab/>"
    "<w:t>und die Bitte um Ansätze</w:t></w:r></w:p>"
    P ("➔ Kein Antrag"));

  assert_outline (import,
                  "points: Smart City\n"
                  "1 Auftakttermin am 25.01.2021\n"
                  "2 mit Stadtplanung\n"
                  "1 Im Vorfeld ein Briefing\n"
                  "1 und die Bitte um Ansätze\n"
                  "1 !Kein Antrag\n");
  assert_says (import, "4 bullets were typed");
}

/* Bold by runs, by styles and what they are based on; switched off again */
static void
test_emphasis (void)
{
  g_autoptr (SpzImport) import = read_docx (
    HEAD STYLED ("berschrift1", "Smart City")
    LISTED ("1", "0", RUN ("", "Die Einführung eines ") RUN ("<w:b/>", "Dokumentenmanagements") RUN ("<w:b/><w:i/>", " (DMS)"))
    LISTED ("1", "0", RUN ("<w:rStyle w:val=\"Amtsfett\"/>", "Zweiter Termin") RUN ("<w:b w:val=\"0\"/>", " als Workshop"))
    LISTED ("1", "0", RUN ("<w:rStyle w:val=\"Kreis\"/>", "Ohne 5 * 3 _Zeichen_"))
    "<w:p><w:pPr><w:pStyle w:val=\"Wichtig\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    RUN ("", "Alles fett") RUN ("<w:rStyle w:val=\"Fett\"/>", " doppelt") RUN ("<w:rPrChange><w:rPr><w:b w:val=\"0\"/></w:rPr></w:rPrChange>", " fett") "</w:p>");

  g_assert_cmpstr (get_text (import, 0, 0), ==, "Die Einführung eines **Dokumentenmanagements *(DMS)***");
  g_assert_cmpstr (get_text (import, 0, 1), ==, "**Zweiter Termin** als Workshop");
  g_assert_cmpstr (get_text (import, 0, 2), ==, "Ohne 5 \\* 3 \\_Zeichen\\_");
  g_assert_cmpstr (get_text (import, 0, 3), ==, "**Alles fett** doppelt **fett**");
}

/* What Word keeps besides the text */
static void
test_asides (void)
{
  g_autoptr (GBytes) bytes = office_fixture_docx (
    HEAD STYLED ("berschrift1", "Smart City")
    LISTED ("1", "0", RUN ("", "Zeitplan") "<w:del><w:r><w:delText> (alt)</w:delText></w:r></w:del>"
            "<w:ins>" RUN ("", " (Anhang)") "</w:ins><w:r><w:footnoteReference w:id=\"2\"/></w:r>")
    LISTED ("1", "0", RUN ("", "Kosten") RUN ("<w:vanish/>", " geheim") "<w:r><w:commentReference w:id=\"0\"/></w:r>"
            "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P ("Entwurf Februar") "</w:txbxContent></mc:Choice>"
            "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" P ("Entwurf Februar") "</w:txbxContent></v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"),
    STYLES, NUMBERING, "<w:footnote w:id=\"2\">" P ("Beraten im VV") "</w:footnote>");
  g_autoptr (SpzImport) import = office_fixture_read (bytes);

  assert_outline (import,
                  "points: Smart City\n"
                  "1 Zeitplan (Anhang) (footnote: Beraten im VV)\n"
                  "1 Kosten\n");
  assert_says (import, "tracked changes");
  assert_says (import, "1 footnote");
  assert_says (import, "1 comment");
  assert_says (import, "1 hidden");
  assert_says (import, "“Entwurf Februar”");
}

/* A paragraph whose end was deleted goes on with the next */
static void
test_deleted_end (void)
{
  g_autoptr (SpzImport) import = read_docx (
    HEAD STYLED ("berschrift1", "Smart City")
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
    RUN ("", "Bitte um ") "</w:p>" P ("Einbringen von Ansätzen") LISTED ("1", "0", RUN ("", "Danach")));

  assert_outline (import, "points: Smart City\n1 Bitte um Einbringen von Ansätzen\n1 Danach\n");
}

#define CELL(text) "<w:tc><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:tc>"

/* The table of roles, one that has no place, and one that only lays out */
static void
test_tables (void)
{
  g_autoptr (SpzImport) import = read_docx (
    HEAD STYLED ("berschrift1", "Aufbau Projektorganisation")
    "<w:tbl><w:tr>" CELL ("Rolle") CELL ("Aufgaben beispielhaft") "</w:tr>"
    "<w:tr>" CELL ("CDO Stadtkämmerer Markus Märtens") "<w:tc>" LISTED ("1", "0", RUN ("", "Gesamtstädtische Verantwortung"))
    LISTED ("1", "0", RUN ("", "Kommunikator")) "</w:tc></w:tr>"
    "<w:tr>" CELL ("Verwaltungsvorstand") "<w:tc>" P ("• Einbindung") "</w:tc></w:tr></w:tbl>"
    STYLED ("berschrift1", "Kosten")
    "<w:tbl><w:tr>" CELL ("Posten") CELL ("2021") CELL ("2022") "</w:tr><w:tr>" CELL ("Notebooks") CELL ("12") CELL ("30") "</w:tr></w:tbl>"
    "<w:tbl><w:tr><w:tc>" LISTED ("1", "0", RUN ("", "Im Kasten")) "</w:tc></w:tr></w:tbl>");
  const SpzImportRole *role = g_ptr_array_index (import->roles, 0);

  assert_outline (import,
                  "roles: Aufbau Projektorganisation\n"
                  "points: Kosten\n"
                  "1 Notebooks · 2021: 12 · 2022: 30\n"
                  "1 Im Kasten\n");
  assert_says (import, "no place of its own");
  g_assert_cmpuint (import->roles->len, ==, 2);
  g_assert_cmpstr (role->title, ==, "CDO");
  g_assert_cmpstr (role->holder, ==, "Stadtkämmerer Markus Märtens");
  g_assert_cmpuint (spz_import_count_tasks (import), ==, 3);
  g_assert_cmpstr (g_ptr_array_index (role->tasks, 1), ==, "Kommunikator");
}

/* Figures with their units, decimals and dates */
static void
test_figures (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GBytes) bytes = office_fixture_docx (
    HEAD STYLED ("berschrift1", "Zahlen")
    "<w:tbl><w:tr>" CELL ("Kennzahl") CELL ("Wert") CELL ("Stand") "</w:tr>"
    "<w:tr>" CELL ("Home-Office-fähig") CELL ("613 Mitarbeitende") CELL ("31.01.2021") "</w:tr>"
    "<w:tr>" CELL ("[intern] Kosten") CELL ("viel") CELL ("") "</w:tr></w:tbl>", STYLES, NUMBERING, NULL);
  g_autoptr (SpzImport) import = office_fixture_read (bytes);
  g_autoptr (GError) error = NULL;
  SpzFigure *figure;
  SpzFigureValue *value;

  assert_outline (import, "figures: Zahlen\n");
  assert_says (import, "“Kosten” has no number");

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *summary = spz_import_apply (self->programme, import, &error);

      g_assert_no_error (error);
    }
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_FIGURE), ==, 2);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_FIGURE_VALUE), ==, 1);
  figure = apply_fixture_find (self, SPZ_TYPE_FIGURE, "Home-Office-fähig");
  value = apply_fixture_get (self, SPZ_TYPE_FIGURE_VALUE, 0);
  g_assert_cmpstr (figure->unit, ==, "Mitarbeitende");
  g_assert_cmpfloat (value->value, ==, 613);
  g_assert_cmpint (value->date, ==, spz_date_parse_iso ("2021-01-31"));
  figure = apply_fixture_find (self, SPZ_TYPE_FIGURE, "Kosten");
  g_assert_cmpint (figure->audience, ==, SPZ_AUDIENCE_INTERNAL);
}

/* ODT: nested lists, automatic styles, notes, spaces, repeated and covered cells */
static void
test_odt (void)
{
  g_autoptr (GBytes) bytes = office_fixture_odt (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gelöscht</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    "<text:p text:style-name=\"P1\">Sprechzettel  StK\n Märtens in seiner Funktion CDO</text:p>"
    "<text:p>Ausschuss für Finanzen und Digitalisierung am 08.02.2021</text:p>"
    "<text:table-of-content><text:index-body><text:p>Smart City 1</text:p></text:index-body></text:table-of-content>"
    "<text:h text:outline-level=\"1\">Smart City</text:h>"
    "<text:list text:style-name=\"L1\"><text:list-item><text:p text:style-name=\"P2\">Zeitplan<text:s text:c=\"2\"/>"
    "<text:span text:style-name=\"T1\">an die <text:span text:style-name=\"T2\">Gesetze</text:span></text:span> angepasst"
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>OZG</text:p></text:note-body></text:note>"
    "<office:annotation><dc:creator>Amt</dc:creator><text:p>Stimmt das?</text:p></office:annotation></text:p>"
    "<text:p>gehört noch dazu</text:p>"
    "<text:list><text:list-item><text:p>Ebene zwei</text:p></text:list-item></text:list></text:list-item></text:list>"
    "<text:list text:style-name=\"L2\"><text:list-item><text:p>Kein Antrag</text:p></text:list-item></text:list>"
    "<text:p><draw:frame><draw:text-box><text:p>Vertraulich</text:p></draw:text-box></draw:frame></text:p>"
    "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Rolle</text:p></table:table-cell>"
    "<table:table-cell><text:p>Aufgaben</text:p></table:table-cell></table:table-row></table:table-header-rows>"
    "<table:table-row><table:table-cell><text:p>CDO</text:p></table:table-cell><table:table-cell "
    "table:number-columns-repeated=\"100000000\"><text:p>Koordination</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>Berichte</text:p></table:table-cell></table:table-row>"
    "</table:table>",
    "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>"
    "<style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"P2\"/>"
    "<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Strong_20_Emphasis\"/>"
    "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties fo:font-weight=\"normal\" fo:font-style=\"italic\"/></style:style>"
    "<text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"/></text:list-style>"
    "<text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"➔\"/></text:list-style>",
    "<office:styles><style:style style:name=\"Title\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"Strong_20_Emphasis\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "</office:styles><office:master-styles><style:master-page><style:header><text:p>Stadt Leverkusen</text:p></style:header>"
    "</style:master-page></office:master-styles>");
  g_autoptr (SpzImport) import = office_fixture_read (bytes);

  assert_outline (import,
                  "points: Smart City\n"
                  "1 Zeitplan an die Gesetze angepasst (footnote: OZG)\n"
                  "1 =gehört noch dazu\n"
                  "2 Ebene zwei\n"
                  "1 !Kein Antrag\n"
                  "roles: \n");
  g_assert_cmpstr (import->speaker, ==, "StK Märtens");
  g_assert_true (g_str_has_prefix (get_text (import, 0, 0), "Zeitplan **an die** *Gesetze* angepasst"));
  g_assert_cmpuint (import->roles->len, ==, 1);
  g_assert_cmpuint (spz_import_count_tasks (import), ==, 2);
  assert_says (import, "tracked changes");
  assert_says (import, "1 comment");
  assert_says (import, "“Vertraulich”");
  assert_says (import, "“Stadt Leverkusen”");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-office/head", test_head);
  g_test_add_func ("/import-office/lists", test_lists);
  g_test_add_func ("/import-office/typed-bullets", test_typed_bullets);
  g_test_add_func ("/import-office/emphasis", test_emphasis);
  g_test_add_func ("/import-office/asides", test_asides);
  g_test_add_func ("/import-office/deleted-end", test_deleted_end);
  g_test_add_func ("/import-office/tables", test_tables);
  g_test_add ("/import-office/figures", Fixture, GINT_TO_POINTER (FALSE),
              apply_fixture_set_up, test_figures, apply_fixture_tear_down);
  g_test_add_func ("/import-office/odt", test_odt);

  return g_test_run ();
}
