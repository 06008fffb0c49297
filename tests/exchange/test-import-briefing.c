/* test-import-briefing.c: reading briefings
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-import-fixture.h"

#define MD  "sprechzettel-2021-02-08.md"
#define TXT "sprechzettel-2021-02-08.pdftotext.txt"

static void
assert_outline (const char *text,
                const char *expected)
{
  g_autoptr (SpzImport) import = fixture_import_text (text);
  g_autofree char *outline = fixture_outline (import);

  g_assert_cmpstr (outline, ==, expected);
}

static const SpzImportSection *
get_section (const SpzImport *import,
             guint            index)
{
  g_assert_cmpuint (index, <, import->sections->len);

  return g_ptr_array_index (import->sections, index);
}

static void
check_source (const char *name)
{
  static const struct
  {
    SpzImportSectionKind  kind;
    const char           *title;
    guint                 n_points;
  } sections[] = {
    { SPZ_IMPORT_SECTION_POINTS, "Umsetzung E-Government-Strategie", 4 },
    { SPZ_IMPORT_SECTION_ROLES, "Aufbau Projektorganisation", 0 },
    { SPZ_IMPORT_SECTION_TEXT, "Nachfolgend Informationen zu einigen Handlungsfeldern:", 0 },
    { SPZ_IMPORT_SECTION_ACTION_FIELD, "elektronische Schriftgutverwaltung", 8 },
    { SPZ_IMPORT_SECTION_ACTION_FIELD, "Umsetzung Onlinezugangsgesetz (OZG)", 6 },
    { SPZ_IMPORT_SECTION_ACTION_FIELD, "modernes Arbeiten/mobile Arbeit", 11 },
    { SPZ_IMPORT_SECTION_ACTION_FIELD, "AK „Digitale Kommune“", 4 },
    { SPZ_IMPORT_SECTION_ACTION_FIELD, "Smart City", 7 },
    { SPZ_IMPORT_SECTION_PLAN, "E-Government-Strategie, angepasster Umsetzungszeitplan (Januar 2021)", 0 },
  };
  g_autoptr (SpzImport) import = fixture_import (name);
  g_autofree char *date = spz_date_to_iso (import->date);

  g_assert_cmpint (import->kind, ==, SPZ_IMPORT_BRIEFING);
  g_assert_cmpstr (import->title, ==, "Sprechzettel");
  g_assert_cmpstr (import->speaker, ==, "StK Märtens");
  g_assert_cmpstr (import->function, ==, "CDO");
  g_assert_cmpstr (import->body, ==, "Ausschuss für Finanzen und Digitalisierung");
  g_assert_cmpstr (date, ==, "2021-02-08");

  g_assert_cmpuint (import->sections->len, ==, G_N_ELEMENTS (sections));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const SpzImportSection *section = get_section (import, i);

      g_assert_cmpint (section->kind, ==, sections[i].kind);
      g_assert_cmpstr (section->title, ==, sections[i].title);
      g_assert_cmpuint (section->points->len, ==, sections[i].n_points);
    }
}

static void
test_markdown (void)
{
  check_source (MD);
}

static void
test_text (void)
{
  check_source (TXT);
}

/* Both forms of the source give the same points but for the two words that
 * differ in the sources themselves. */
static void
test_same_points (void)
{
  static const struct
  {
    const char *markdown;
    const char *text;
  } differences[] = {
    { "sukzessive", "suksessive" },
    { "in genauere Betrachtung", "in genauerer Betrachtung" },
  };
  g_autoptr (SpzImport) markdown = fixture_import (MD);
  g_autoptr (SpzImport) text = fixture_import (TXT);
  g_autoptr (GPtrArray) a = fixture_points (markdown);
  g_autoptr (GPtrArray) b = fixture_points (text);
  guint n_different = 0;

  g_assert_cmpuint (a->len, ==, 40);
  g_assert_cmpuint (b->len, ==, a->len);

  for (guint i = 0; i < a->len; i++)
    {
      const char *one = g_ptr_array_index (a, i);
      const char *other = g_ptr_array_index (b, i);
      g_autoptr (GString) corrected = g_string_new (other);

      n_different += !g_str_equal (one, other);
      for (guint j = 0; j < G_N_ELEMENTS (differences); j++)
        g_string_replace (corrected, differences[j].text, differences[j].markdown, 0);
      g_assert_cmpstr (one, ==, corrected->str);
    }
  g_assert_cmpuint (n_different, ==, G_N_ELEMENTS (differences));
}

static void
test_levels_of_source (void)
{
  static const char *const expected[] = {
    "1 „Home-Office-Corona Update“", "2 Realisierung erste Tranche", "3 davon 84", "3 100 Mitarbeitende",
    "3 weitere 299", "2 Realisierung zweite Tranche", "2 Realisierung von 38", "2 rund weitere 108",
    "1 !Insgesamt sind derzeit 613 Mitarbeitende (42,3 % der Gesamtverwaltung) Home-Office-Fähig.",
  };
  static const char *const names[] = { MD, TXT };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SpzImport) import = fixture_import (names[i]);
      g_autoptr (GPtrArray) points = fixture_points (import);

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          const char *point = g_ptr_array_index (points, 4 + 8 + 6 + 2 + j);

          g_assert_true (g_str_has_prefix (point, expected[j]));
        }
    }
}

static void
test_roles (void)
{
  static const struct
  {
    const char *title;
    const char *holder;
    const char *unit;
    guint       n_tasks;
  } roles[] = {
    { "CDO", "Stadtkämmerer Markus Märtens", "", 3 },
    { "Verwaltungsvorstand", "", "", 4 },
    { "Programmbüro E-Government", "", "Team im Dezernat II", 6 },
    { "Teilprojektgruppen mit expliziten Lei", "", "", 5 },
    { "Interfraktioneller Arbeitskreis „Digitale Kommune“", "", "", 3 },
  };
  g_autoptr (SpzImport) markdown = fixture_import (MD);
  g_autoptr (SpzImport) text = fixture_import (TXT);

  g_assert_cmpuint (markdown->roles->len, ==, 5);
  g_assert_cmpuint (text->roles->len, ==, 5);
  g_assert_cmpuint (spz_import_count_tasks (markdown), ==, 21);
  g_assert_cmpuint (spz_import_count_tasks (text), ==, 21);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const SpzImportRole *a = g_ptr_array_index (markdown->roles, i);
      const SpzImportRole *b = g_ptr_array_index (text->roles, i);

      g_assert_true (g_str_has_prefix (a->title, roles[i].title));
      g_assert_true (g_str_has_prefix (b->title, roles[i].title));
      g_assert_cmpstr (a->holder, ==, roles[i].holder);
      g_assert_cmpstr (b->holder, ==, roles[i].holder);
      g_assert_cmpstr (a->unit, ==, roles[i].unit);
      g_assert_cmpstr (b->unit, ==, roles[i].unit);
      g_assert_cmpuint (a->tasks->len, ==, roles[i].n_tasks);
      g_assert_cmpuint (b->tasks->len, ==, roles[i].n_tasks);
      for (guint j = 0; j < roles[i].n_tasks; j++)
        g_assert_cmpstr (g_ptr_array_index (a->tasks, j), ==, g_ptr_array_index (b->tasks, j));
    }
}

static void
test_plan_of_text (void)
{
  g_autoptr (SpzImport) import = fixture_import (TXT);
  const SpzImportPhase *portal;
  const SpzImportMilestone *start;
  g_autofree char *date = NULL;

  g_assert_cmpuint (import->phases->len, ==, 19);
  portal = g_ptr_array_index (import->phases, 13);
  g_assert_cmpstr (portal->measure, ==, "Zentrales Bürger-/Serviceportal");
  portal = g_ptr_array_index (import->phases, 16);
  g_assert_cmpstr (portal->measure, ==, "Moderne Arbeitsplatzausstattung");

  g_assert_cmpuint (import->milestones->len, ==, 2);
  start = g_ptr_array_index (import->milestones, 1);
  date = spz_date_to_iso (start->date);
  g_assert_cmpstr (start->title, ==, "Start NRW Kommunal.Portal");
  g_assert_cmpstr (date, ==, "2021-04-04");
  g_assert_cmpint (start->certainty, ==, SPZ_CERTAINTY_EXPECTED);

  g_assert_cmpuint (import->footnotes->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (import->footnotes, 0), "Zielstellung bis Ende 2022"));

  /* A milestone without a date, and the labels; each is reported. */
  g_assert_cmpuint (import->unplaced->len, ==, 52);
  g_assert_nonnull (fixture_find_message (import, 424));
  g_assert_nonnull (fixture_find_message (import, 522));
}

static void
test_dates (void)
{
  static const struct
  {
    const char   *title;
    const char   *date;
    SpzPrecision  precision;
  } dates[] = {
    { "Aktualisierte Beratung im VV", "2021-01-19", SPZ_PRECISION_DAY },
    { "Abstimmungstermin", "2021-01-29", SPZ_PRECISION_DAY },
    { "Rat", "2021-02-22", SPZ_PRECISION_DAY },
    { "Auftakt", "2021-01-19", SPZ_PRECISION_DAY },
    { "Auftakttermin", "2021-01-25", SPZ_PRECISION_DAY },
    { "Zweiter Workshop-Termin", "2021-02-15", SPZ_PRECISION_WEEK },
    { "Informationstermin für interessierte Kommunen", "2021-02-12", SPZ_PRECISION_DAY },
  };
  g_autoptr (SpzImport) import = fixture_import (TXT);

  g_assert_cmpuint (import->dates->len, ==, G_N_ELEMENTS (dates));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const SpzImportDate *named = g_ptr_array_index (import->dates, i);
      g_autofree char *date = spz_date_to_iso (named->date);

      g_assert_cmpstr (named->title, ==, dates[i].title);
      g_assert_cmpstr (date, ==, dates[i].date);
      g_assert_cmpint (named->precision, ==, dates[i].precision);
    }
}

/* Every word of both sources is in what was read of them. */
static void
test_nothing_is_dropped (void)
{
  static const char *const names[] = { MD, TXT };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *source = fixture_read (names[n]);
      g_autoptr (SpzImport) import = fixture_import (names[n]);
      g_autoptr (GString) all = g_string_new (NULL);
      g_autofree char *outline = fixture_outline (import);
      g_auto (GStrv) words = NULL;
      GRegex *signs = g_regex_new ("(?:<[^>]*>|[^\\pL\\pN<])+|<", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      g_autofree char *bare = NULL;

      g_string_append (all, outline);
      g_string_append (all, "Sprechzettel StK Märtens in seiner Funktion CDO Maßnahmen Q1 Q2 Q3 Q4 "
                            "Rolle Aufgaben beispielhaft Handlungsfeld Milestone am 08.02.2021 31.12.2022 ");
      g_string_append (all, import->body);
      for (guint i = 0; i < import->roles->len; i++)
        {
          const SpzImportRole *role = g_ptr_array_index (import->roles, i);

          g_string_append_printf (all, " %s %s %s", role->title, role->holder, role->unit);
          for (guint j = 0; j < role->tasks->len; j++)
            g_string_append_printf (all, " %s", (char *) g_ptr_array_index (role->tasks, j));
        }
      for (guint i = 0; i < import->phases->len; i++)
        g_string_append_printf (all, " %s",
                                ((SpzImportPhase *) g_ptr_array_index (import->phases, i))->measure);
      for (guint i = 0; i < import->milestones->len; i++)
        {
          const SpzImportMilestone *milestone = g_ptr_array_index (import->milestones, i);

          g_string_append_printf (all, " %s %s", milestone->title, milestone->wording);
        }
      for (guint i = 0; i < import->unplaced->len; i++)
        g_string_append_printf (all, " %s", (char *) g_ptr_array_index (import->unplaced, i));
      for (guint i = 0; i < import->footnotes->len; i++)
        g_string_append_printf (all, " %s", (char *) g_ptr_array_index (import->footnotes, i));

      /* Broken words were joined: compare without what separates. */
      bare = g_regex_replace (signs, all->str, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
      words = g_regex_split (signs, source, G_REGEX_MATCH_DEFAULT);
      for (char **word = words; *word != NULL; word++)
        if (strstr (bare, *word) == NULL && !g_str_equal (*word, "o"))
          g_error ("“%s” of %s is lost", *word, names[n]);
      g_regex_unref (signs);
    }
}

/* The same text with the glyphs a PDF gives, which extraction stripped. */
static void
test_private_use_bullets (void)
{
  g_autofree char *source = fixture_read (TXT);
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  g_autofree char *joined = NULL;
  g_autoptr (SpzImport) plain = fixture_import (TXT);
  g_autoptr (SpzImport) marked = NULL;
  g_autofree char *expected = fixture_outline (plain);
  g_autofree char *outline = NULL;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      const char *text = lines[i] + strspn (lines[i], " ");
      gboolean page = *lines[i - 1] != '\0' && *lines[i - 1] != ' ';
      char *line;

      if (*text == '\0' || text == lines[i] || (page && lines[i][1] != ' '))
        continue;
      line = g_strconcat (page ? "\f" : "",
                          g_str_has_prefix (text, "Insgesamt") ? "\uF0E0 " : "\uF0B7 ", text, NULL);
      g_free (lines[i]);
      lines[i] = line;
    }
  joined = g_strjoinv ("\n", lines);

  marked = fixture_import_text (joined);
  outline = fixture_outline (marked);
  g_assert_cmpstr (outline, ==, expected);
  g_assert_cmpuint (spz_import_count_tasks (marked), ==, 21);
}

static void
test_general_markdown (void)
{
  assert_outline ("# Sprechzettel Frau Dr. Ay in ihrer Funktion als CDO\n"
                  "\n"
                  "Rat der Stadt am 3. März 2022\n"
                  "\n"
                  "## Vorweg\n"
                  "\n"
                  "* Eins\n"
                  "  geht weiter\n"
                  "  * Zwei mit **fettem** Wort\n"
                  "    * Drei\n"
                  "      * Vier\n"
                  "* Fünf\n"
                  "\n"
                  "Ein Absatz ohne Punkt davor.\n"
                  "\n"
                  "## Handlungsfeld „Portal“\n"
                  "\n"
                  "1. Zuerst\n"
                  "2. Dann\n"
                  "\n"
                  "➔ **Also**\n",
                  "points: Vorweg\n1 Eins geht weiter\n2 Zwei mit fettem Wort\n3 Drei\n3 Vier\n1 Fünf\n"
                  "1 =Ein Absatz ohne Punkt davor.\n"
                  "field: Portal\n1 Zuerst\n1 Dann\n1 !Also\n");
}

static void
test_bullets (void)
{
  assert_outline ("Thema\n\n• Eins\n– Zwei\n◦ Drei\n• Vier\n→ Schluss\n",
                  "points: Thema\n1 Eins\n2 Zwei\n3 Drei\n1 Vier\n1 !Schluss\n");
  assert_outline ("Thema\n\n\uF0B7\tEins\no\tZwei\n\uF0A7\tDrei\n\uF0B7\tVier\n\uF0E0 Schluss\n",
                  "points: Thema\n1 Eins\n2 Zwei\n3 Drei\n1 Vier\n1 !Schluss\n");
  assert_outline ("Thema\n\n- Eins\n\t- Zwei\n\t\t- Drei\n- Vier\n=> Schluss\n",
                  "points: Thema\n1 Eins\n2 Zwei\n3 Drei\n1 Vier\n1 !Schluss\n");
}

static void
test_numbers_that_are_no_list (void)
{
  assert_outline ("Thema\n\n- Termin am\n12. Februar 2021 im Rathaus\n- im FB\n40 und\n22.02.2021 im Rat\n",
                  "points: Thema\n1 Termin am 12. Februar 2021 im Rathaus\n1 im FB 40 und 22.02.2021 im Rat\n");
}

static void
test_hyphens (void)
{
  assert_outline ("Thema\n\n"
                  "- Die Maßnah-\nmen der E-\nGovernment-Strategie sind Schulungs-\nund Fortbildung\n"
                  "- Online-An-\ntragsverfahren, Bürger-/\nServiceportal, Fraktions-\n/Ratsbüro\n"
                  "- IT-Sicherheit/Da-\ntenschutz, ein Gedanken -\nstrich, Silben\u00AD\ntrennung\n",
                  "points: Thema\n"
                  "1 Die Maßnahmen der E-Government-Strategie sind Schulungs- und Fortbildung\n"
                  "1 Online-Antragsverfahren, Bürger-/Serviceportal, Fraktions-/Ratsbüro\n"
                  "1 IT-Sicherheit/Datenschutz, ein Gedanken - strich, Silbentrennung\n");
}

static void
test_audiences (void)
{
  g_autoptr (SpzImport) import = NULL;

  assert_outline ("## Thema\n\n- [intern] Eins\n- [nichtöffentlich] Zwei\n- **[intern] Drei**\n"
                  "- \\[intern\\] Vier\n- [öffentlich] Fünf\n- Sechs [intern]\n➔ [intern] Sieben\n",
                  "points: Thema\n1 [i] Eins\n1 [c] Zwei\n1 [i] Drei\n1 [i] Vier\n1 Fünf\n"
                  "1 Sechs [intern]\n1 ![i] Sieben\n");
  assert_outline ("Thema\n\n• [intern] Eins\n• Zwei\n", "points: Thema\n1 [i] Eins\n1 Zwei\n");

  import = fixture_import_text ("## [intern] Thema\n\n- Eins\n");
  g_assert_cmpstr (get_section (import, 0)->title, ==, "Thema");
  g_assert_cmpint (get_section (import, 0)->audience, ==, SPZ_AUDIENCE_INTERNAL);
}

static void
test_levels (void)
{
  /* A breakdown lasts while its numbers fit into the number broken down. */
  assert_outline ("Thema\n\n- 10 Stellen\n- davon 4 befristet\n- 6 unbefristet\n- 3 Räume\n",
                  "points: Thema\n1 10 Stellen\n2 davon 4 befristet\n2 6 unbefristet\n1 3 Räume\n");
  assert_outline ("Thema\n\n- 10 Stellen\n- davon 4 befristet\n- ohne Zahl\n- 3 Räume\n",
                  "points: Thema\n1 10 Stellen\n2 davon 4 befristet\n1 ohne Zahl\n1 3 Räume\n");
  /* Already deeper: nothing to do. */
  assert_outline ("Thema\n\n- 10 Stellen\n  - davon 4 befristet\n  - 6 unbefristet\n- 3 Räume\n",
                  "points: Thema\n1 10 Stellen\n2 davon 4 befristet\n2 6 unbefristet\n1 3 Räume\n");
  /* Numbers that count nothing. */
  assert_outline ("Thema\n\n- im FB 40 am 01.02.2021\n- davon 4 befristet\n",
                  "points: Thema\n1 im FB 40 am 01.02.2021\n1 davon 4 befristet\n");
  /* "Insgesamt" concludes a topic only, after the end of a paragraph. */
  assert_outline ("Thema\n\n- Eins\n\n- Insgesamt gut\n", "points: Thema\n1 Eins\n1 Insgesamt gut\n");
  assert_outline ("Thema\n\n- „Titel“\n- Eins\n\n- Insgesamt gut\n- Zwei\n",
                  "points: Thema\n1 „Titel“\n2 Eins\n1 !Insgesamt gut\n1 Zwei\n");
  /* More hashes than a heading has are no level. */
  assert_outline ("## Thema\n\n- Eins\n\n############ Kein Titel\n",
                  "points: Thema\n1 Eins\n1 =############ Kein Titel\n");
}

static void
test_formatting_is_kept (void)
{
  g_autoptr (SpzImport) markdown = fixture_import_text ("## T\n\n- a **b** *c*\n");
  g_autoptr (SpzImport) text = fixture_import_text ("T\n\n• 2*3*4 und **so**_x_\n");
  const SpzImportPoint *point = g_ptr_array_index (get_section (markdown, 0)->points, 0);
  g_autoptr (GPtrArray) points = fixture_points (text);

  g_assert_cmpstr (point->text, ==, "a **b** *c*");
  g_assert_cmpuint (points->len, ==, 1);
}

static void
test_tables_in_markdown (void)
{
  g_autoptr (SpzImport) import =
    fixture_import_text ("## Organisation\n\n"
                         "| Rolle | Name | Einheit | Aufgaben |\n|---|---|---|---|\n"
                         "| CDO | Frau Ay | Dezernat II | • Eins<br>• Zwei |\n"
                         "| Büro | | Team | Drei |\n");
  const SpzImportRole *role;

  g_assert_cmpuint (import->roles->len, ==, 2);
  role = g_ptr_array_index (import->roles, 0);
  g_assert_cmpstr (role->title, ==, "CDO");
  g_assert_cmpstr (role->holder, ==, "Frau Ay");
  g_assert_cmpstr (role->unit, ==, "Dezernat II");
  g_assert_cmpuint (role->tasks->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (role->tasks, 1), ==, "Zwei");
}

static void
test_letterhead (void)
{
  g_autoptr (SpzImport) import = fixture_import_text ("Stadt Leverkusen\n\nSprechzettel Frau Ay\n\n"
                                                      "Hauptausschuss, 03.03.2022, 17:00 Uhr\n\n"
                                                      "Thema\n\n- Eins\n");
  g_autofree char *outline = fixture_outline (import);

  g_assert_cmpstr (outline, ==, "text: Stadt Leverkusen\npoints: Thema\n1 Eins\n");
  g_assert_cmpstr (import->speaker, ==, "Frau Ay");
  g_assert_cmpstr (import->body, ==, "Hauptausschuss");
  g_assert_cmpint (import->date, ==, spz_date_new (2022, 3, 3));
  g_assert_nonnull (fixture_find_message (import, 5));
}

static void
test_furniture (void)
{
  g_autoptr (SpzImport) import = fixture_import_text ("Thema\n\n- Eins\n\nSeite 2 von 6\n\n- Zwei\n");
  g_autofree char *outline = fixture_outline (import);

  g_assert_cmpstr (outline, ==, "points: Thema\n1 Eins\n1 Zwei\n");
  g_assert_nonnull (fixture_find_message (import, 5));
}

/* The text of a PDF with page headers, in which a bullet and a table's row go
 * on on the next page. */
static void
test_pages (void)
{
  g_autoptr (SpzImport) import = fixture_import_text (
    "Nur intern\n\nSeite 1 von 3\n\nSprechzettel Frau Ay\nRat am 03.03.2022\n\n"
    "Aufbau Projektorganisation\nRolle\n\nAufgaben\n\n"
    "CDO\nMarkus Meier\n\n• Verantwortung für die Umsetzung der ganzen\nStrategie\n• Zweite Aufgabe\n\n"
    "\fNur intern\n\nRat am 03.03.2022\n\nRolle\n\nAufgaben\n\nCDO\n(Fortsetzung)\n\n• Dritte Aufgabe\n\n"
    "Büro\n\n• Vierte Aufgabe\n\nSeite 2 von 3\n\n"
    "Nachfolgend Informationen zu den einzelnen Handlungsfeldern:\n\n"
    "Handlungsfeld „Portal“\n• Der erste Punkt ist so lang, dass er für die Zeile und\n"
    "\fNur intern\n\nRat am 03.03.2022\n\nSeite 3 von 3\n\n"
    "die Seite zu lang ist\n• Zwei\n");
  g_autofree char *outline = fixture_outline (import);
  const SpzImportRole *role;

  g_assert_cmpstr (outline, ==,
                   "roles: Aufbau Projektorganisation\n"
                   "text: Nachfolgend Informationen zu den einzelnen Handlungsfeldern:\n"
                   "field: Portal\n"
                   "1 Der erste Punkt ist so lang, dass er für die Zeile und die Seite zu lang ist\n"
                   "1 Zwei\n");
  g_assert_cmpstr (import->speaker, ==, "Frau Ay");
  g_assert_cmpstr (import->body, ==, "Rat");
  g_assert_cmpuint (import->roles->len, ==, 2);
  role = g_ptr_array_index (import->roles, 0);
  g_assert_cmpstr (role->holder, ==, "Markus Meier");
  g_assert_cmpuint (role->tasks->len, ==, 3);
}

/* Bytes that Windows-1252 lacks are no reason to doubt UTF-8. */
static void
test_scripts (void)
{
  static const char text[] = "Thema\n\n- “Eins” “Zwei” “Drei”\n- שלום עולם\n- 👩‍👩‍👧 Familien\n";
  g_autoptr (SpzImport) import = fixture_import_text (text);
  g_autofree char *outline = fixture_outline (import);

  g_assert_nonnull (strstr (outline, "1 “Eins” “Zwei” “Drei”\n1 שלום עולם\n1 👩‍👩‍👧 Familien\n"));
  g_assert_null (fixture_find_message (import, 0));
}

static void
test_bad_input (void)
{
  static const char latin[] = "Ma\xDFnahmen f\xFCr alle\n\n- Stra\xDF" "e\n";
  g_autofree char *huge = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (SpzImport) import = NULL;
  g_autoptr (GError) error = NULL;

  fixture_assert_fails ("", 0, "nothing");
  fixture_assert_fails (" \n\t\n", 4, "nothing");
  fixture_assert_fails ("%PDF-1.7\n", 9, "PDF");
  fixture_assert_fails ("SQLite format 3\0x", 17, "database");
  fixture_assert_fails ("PK\x03\x04zzz", 7, "damaged");
  fixture_assert_fails ("a\0b\0c", 5, "no text");
  fixture_assert_fails ("\x01\x02\x03\x04\x05\x06", 6, "no text");
  fixture_assert_fails (huge, 3 * 1024 * 1024, "larger");

  import = fixture_import_text (latin);
  g_assert_cmpstr (get_section (import, 0)->title, ==, "Maßnahmen für alle");
  g_assert_nonnull (fixture_find_message (import, 0));

  g_assert_null (spz_import_read_file ("/nowhere/at/all.md", SPZ_IMPORT_ANY, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (spz_import_read_file ("/", SPZ_IMPORT_ANY, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
}

/* Whatever is cut out of a text, reading it doesn't break. */
static void
test_fragments (void)
{
  static const char *const names[] = { MD, TXT };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *source = fixture_read (names[n]);
      gsize length = strlen (source);

      for (gsize begin = 0; begin < length; begin += 397)
        for (gsize size = 1; begin + size < length; size = size * 3 + 1)
          {
            g_autoptr (GBytes) bytes = g_bytes_new (source + begin, size);
            g_autoptr (SpzImport) import = spz_import_read (bytes, NULL, SPZ_IMPORT_ANY, NULL);
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/markdown", test_markdown);
  g_test_add_func ("/import/text", test_text);
  g_test_add_func ("/import/same-points", test_same_points);
  g_test_add_func ("/import/levels-of-source", test_levels_of_source);
  g_test_add_func ("/import/roles", test_roles);
  g_test_add_func ("/import/plan-of-text", test_plan_of_text);
  g_test_add_func ("/import/dates", test_dates);
  g_test_add_func ("/import/nothing-is-dropped", test_nothing_is_dropped);
  g_test_add_func ("/import/private-use-bullets", test_private_use_bullets);
  g_test_add_func ("/import/general-markdown", test_general_markdown);
  g_test_add_func ("/import/bullets", test_bullets);
  g_test_add_func ("/import/numbers-that-are-no-list", test_numbers_that_are_no_list);
  g_test_add_func ("/import/hyphens", test_hyphens);
  g_test_add_func ("/import/audiences", test_audiences);
  g_test_add_func ("/import/levels", test_levels);
  g_test_add_func ("/import/formatting-is-kept", test_formatting_is_kept);
  g_test_add_func ("/import/tables-in-markdown", test_tables_in_markdown);
  g_test_add_func ("/import/letterhead", test_letterhead);
  g_test_add_func ("/import/furniture", test_furniture);
  g_test_add_func ("/import/pages", test_pages);
  g_test_add_func ("/import/scripts", test_scripts);
  g_test_add_func ("/import/bad-input", test_bad_input);
  g_test_add_func ("/import/fragments", test_fragments);

  return g_test_run ();
}
