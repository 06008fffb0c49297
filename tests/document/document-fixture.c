/* document-fixture.c: papers for tests
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "document-fixture.h"

#include "spz-document-builder.h"
#include "spz-timeline-plan-builder.h"

typedef enum
{
  HEADING,
  TEXT,
  POINT,
  CONCLUSION,
  ROLES,
  ROLE,
  TASK,
} Kind;

typedef struct
{
  Kind        kind;
  int         level;
  const char *text;
  const char *holder;
  const char *unit;
} Row;

/* The briefing of 8 February 2021, as it was */
static const Row rows[] =
{
  { HEADING, 1, "Umsetzung E-Government-Strategie" },
  { POINT, 1, "Aktualisierte Beratung im VV am 19.01.2021: abstraktes Regelwerk (das war es naturgemäß zu Beginn) zu Eigen gemacht (konkrete Schwerpunkte gesetzt und mit einer handfesten Projektorganisation hinterlegt)" },
  { POINT, 1, "Zeitplan (**Anhang letzte Seite**) an die aktuellen Erfordernisse, die „Lernkurve“ in 2020 und die gesetzliche Dynamik (OZG) angepasst" },
  { POINT, 1, "Die E-Government Strategie besteht aus verschiedenen Handlungsfelder, die in unterschiedlichen Bearbeitungsstadien sind." },
  { POINT, 1, "Im Hinblick auf die Umsetzung wurde die Projektorganisation konkretisiert:" },
  { HEADING, 1, "Aufbau Projektorganisation" },
  { ROLES, 0, NULL },
  { ROLE, 0, "CDO", "Stadtkämmerer Markus Märtens", NULL },
  { TASK, 0, "Gesamtstädtische Verantwortung für die Umsetzung der E-Government Strategie" },
  { TASK, 0, "Kommunikator gegenüber dem Verwaltungsvorstand" },
  { TASK, 0, "Erteilt im Rahmen der Projektorganisation Arbeitsaufträge an die Experten und die Projektgruppen" },
  { ROLE, 0, "Verwaltungsvorstand", NULL, NULL },
  { TASK, 0, "gezielte Einbindung des Verwaltungsvorstands in den stadtweiten Umsetzungsprozess der E-Government-Strategie" },
  { TASK, 0, "Erörterung richtungsweisender Entscheidungen" },
  { TASK, 0, "erhält vom Dezernat II Projektfortschrittberichte" },
  { TASK, 0, "Instanz zur Herstellung von Einvernehmen bei dringenden Maßnahmen der Gegensteuerung und Kurskorrekturen" },
  { ROLE, 0, "Programmbüro E-Government", NULL, "Team im Dezernat II" },
  { TASK, 0, "rechte Hand des CDO" },
  { TASK, 0, "Koordination des Gesamtprojektplans" },
  { TASK, 0, "Konzeption eines einheitlichen Berichtswesens für das stadtweite Controlling" },
  { TASK, 0, "Weitergabe von „Mandaten“ und Arbeitsaufträge an Projektgruppenleitungen" },
  { TASK, 0, "regelmäßige Rückkopplung mit allen Verfahrensbeteiligten" },
  { TASK, 0, "enge Zusammenarbeit mit dem FB 11 Kommunikation in die Verwaltung" },
  { ROLE, 0, "Teilprojektgruppen mit expliziten Leistungen", NULL, NULL },
  { TASK, 0, "Koordination des zugewiesenen Projektes" },
  { TASK, 0, "detaillierte Konkretisierung der Projektaufträge" },
  { TASK, 0, "eigenverantwortliche Durchführung der Projektphasen mit allen notwendigen Beteiligungsrechten und Abstimmungserfordernissen" },
  { TASK, 0, "verantworten die Erreichung des jeweiligen Projektziels" },
  { TASK, 0, "Berichtspflicht gegenüber Dezernat II" },
  { ROLE, 0, "Interfraktioneller Arbeitskreis „Digitale Kommune“", NULL, NULL },
  { TASK, 0, "Federführung Dezernat II" },
  { TASK, 0, "Kommunikation und Informationsfluss zur politischen Ebene sicherstellen" },
  { TASK, 0, "Digitalisierungsprozess transparent gestalten" },
  { TEXT, 0, "Nachfolgend Informationen zu einigen Handlungsfeldern:" },
  { HEADING, 1, "Handlungsfeld „elektronische Schriftgutverwaltung“" },
  { POINT, 1, "Um digitale Verwaltungsarbeit und Schriftgutverwaltung durchführen zu können, wird ein zentraler „digitalen Aktenschrank“ benötigt. Antragsverfahren werden erst durch die Anbindung an diese Datensammelstelle befähigt, nahezu vollends digital abgearbeitet und wo notwendig archiviert zu werden." },
  { POINT, 1, "Hierzu ist die Einführung eines **Dokumentenmanagements (DMS)** bei der Stadt Leverkusen erforderlich." },
  { POINT, 1, "Im vergangenen Jahr wurde mittels einer externen Unterstützung (Zöller und Partner) die Vorbereitung der Ausschreibungsunterlagen vorbereitet. Ferner wurde im Rahmen einer Beratung durch die Partnerschaft Deutschland potentielle Pilotbereiche für die Einführung des DMS ermittelt." },
  { POINT, 1, "Zur Finalisierung der Ausschreibeunterlagen hat am 29.01.2021 unter Beteiligung des begleitenden Beraters von Zöller & Partner, der ivl sowie den federführenden Ansprechpartnern in FB 11, Dezernat II und weiteren betroffenen Fachbereichen (FB 14, 30-ZV, FB 50) ein Abstimmungstermin stattgefunden." },
  { POINT, 1, "Zielsetzung ist, im 2. Halbjahr 2021 in den ausgewählten Pilotbereichen mit der Einführung des DMS zu starten und dann die Umsetzung sukzessive auf die gesamte Stadtverwaltung auszurollen." },
  { POINT, 1, "Aufgrund des Auftragsvolumen durch die ivl bedingt eine europaweite Ausschreibung. Die getroffene Vergabeentscheidung ist bindend und mündet in eine entsprechende Beauftragung zur Durchführung des Verfahrens gegenüber der ivl. Die ivl wird die Ausschreibung über einen Vergaberechtsanwalt auf dem Vergabemarktplatz „Rheinland“ durchführen lassen." },
  { POINT, 1, "Es handelt sich beim gewählten Vergabeverfahren um eine Verhandlungsvergabe mit Teilnahmewettbewerb. Nach Abschluss der Vergabe ist der Auftrag zu erteilen. Damit die ivl im nächsten Schritt das Vergabeverfahren einleitet kann, muss die Stadtverwaltung eine Absichtserklärung zur Auftragsvergabe (Letter of Intent) abgeben, da mit Abschluss des Ausschreibungsverfahrens ein Zuschlag durch die ivl erfolgen muss (Abnahmeverpflichtung). Der Gesamtauftragswert wird voraussichtlich in sechsstelliger Höhe liegen." },
  { POINT, 1, "Um die politische Einbindung sicherzustellen, wird daher für den Rat am 22.02.2021 eine entsprechende Beschlussvorlage zum „Letter of Intent“ eingebracht werden." },
  { HEADING, 1, "Handlungsfeld Umsetzung Onlinezugangsgesetz (OZG)" },
  { POINT, 1, "zeitliche und inhaltliche Treiber im Rahmen der E-Government-Strategie" },
  { POINT, 1, "Ebenso wie auf Bundes- und Landesebene orientiert sich die Stadtverwaltung an einem systematischen Vorgehen." },
  { POINT, 1, "Ziel für 2021: eine größtmögliche Anzahl an OZG-Leistungen in ein Online-Antragsverfahren zu überführen, die organisatorische Bedarfen (u.a. Fallzahlen), externe Anforderungen (höchste Prioritätsstufe der zentralen Koordinierungsstelle vom Kompetenzzentrum Digitalisierung) und technologischen Vorgaben (Nutzung und Anbindung der Antragsverfahren zu bestehenden/einzuführenden Fachverfahren) gerecht werden" },
  { POINT, 1, "Dazu sind gerade rund ein Dutzend OZG-Leistungen mit erhöhter Priorität in genauere Betrachtung, die für eine erste Umsetzungswelle ausgestaltet werden könnten." },
  { POINT, 1, "In Q1/2021 werden die ersten Projektgruppen zur Umsetzung dieser OZG Leistungen initiiert" },
  { POINT, 1, "Zeitliche Abhängigkeit der Umsetzung des OZG: Bereitstellung der Antragsverfahren über das Kommunalportal/den Portalverbund und Einführung des DMS" },
  { HEADING, 1, "Handlungsfeld modernes Arbeiten/mobile Arbeit" },
  { POINT, 1, "Stadt strebt eine Dienstvereinbarung zum mobilen Arbeiten mit der Personalvertretung an" },
  { POINT, 1, "Projektarbeiten wurden im Dez. 2020 begonnen und können voraussichtlich ab Ende Februar in eine **erste** Verhandlungsrunde zwischen der Dienststelle und der Personalvertretung gehen" },
  { POINT, 1, "„Home-Office-Corona Update“" },
  { POINT, 2, "Realisierung erste Tranche 483 Anträge" },
  { POINT, 3, "davon 84 alternierende Telearbeiter" },
  { POINT, 3, "100 Mitarbeitende durch IGEL Sticks in Verbindung mit der Nutzung eigenen Hardware" },
  { POINT, 3, "weitere 299 mit Notebooks bzw. anderen Alternativen (nur VPN / RDP)" },
  { POINT, 2, "Realisierung zweite Tranche 92 Anträge nach „Appell“ der Bundesregierung und in Kraft treten der Arbeitsschutzverordnung" },
  { POINT, 2, "Realisierung von 38 weiteren Home-Office-Plätzen durch Pilotprojekt im FB 40" },
  { POINT, 2, "rund weitere 108 Home-Office-Anträge sind derzeit in der Prüfung, aufgrund Hardwareverfügbarkeit bzw. organisatorischen Erfordernissen, ist hier eine weitere Detailabstimmung erforderlich." },
  { CONCLUSION, 1, "Insgesamt sind derzeit **613** Mitarbeitende (42,3 % der Gesamtverwaltung) Home-Office-Fähig." },
  { HEADING, 1, "AK „Digitale Kommune“" },
  { POINT, 1, "Auftakt am 19.01.2021 mit Teilnahme Dezernat II, ivl, CDU, SPD, Die Grünen, FDP, Opladen Plus, nach Einladung an jedes Fraktions-/Ratsgruppenbüro" },
  { POINT, 1, "Übergeordnete Intentionen sind Informationsfluss und Transparenz herstellen, Diskussionen über TOP Themen führen, Plattform für Ideenschmiede ebenso wie Filterfunktion und Prioritätensetzungen" },
  { POINT, 1, "Ganzheitliches Spektrum beleuchten: Binnenmodernisierung und digitale Transformation in der Verwaltung/Digitalisierung als gesellschaftliche Entwicklung und die „Kunden“ der Verwaltung eng in den Blick nehmen" },
  { POINT, 1, "Mögliche Handlungsfelder sind mehr als nur die „digitale Verwaltung“. (E-Government), so insbesondere auch Smart City, Digitale Souveränität, IT-Sicherheit/Datenschutz" },
  { HEADING, 1, "Smart City" },
  { POINT, 1, "Die Modellprojekte Smart Cities 2021 (dritte Staffel) stehen unter dem Leitthema: *\"Gemeinsam aus der Krise: Raum für Zukunft\": Wiedererstarkens, des Wiederbelebens und der Neugestaltung städtischer und ländlicher Räume und Strukturen sowie des Zusammenhalts (von in der Pandemie Benachteiligten). Als neue Dimension: Gestaltung und Einbindung digitaler Räume und Strukturen*" },
  { POINT, 1, "Veröffentlichung der ersten Förderinformationen am 16.12.2020, am 23.12.2020 Terminkoordination mit Teilnehmern für den Auftakt Januar." },
  { POINT, 1, "**Auftakttermin am 25.01.2021** mit Stadtplanung und Töchtern zur konzeptionellen Vorarbeit. Im Vorfeld Briefing zum konkreten Förderaufruf und die Bitte um Einbringen von Smart-City-Ansätzen aus der eigenen Organisation zum Termin bzw. im Nachgang." },
  { POINT, 1, "Aufgrund Rückmeldung hinsichtlich der Ressourcenverfügbarkeit u.a. auch von den politischen Vertretern, wird die Antragsstellung nicht forciert, sondern der Förderaufruf vielmehr **als Ankerpunkt für die Intensivierung des Diskussionsprozesses zur Thematik „Smart Cities Leverkusen“** gesehen." },
  { POINT, 1, "**Zielsetzung ist nicht die zwingende Antragstellung, sondern der Start der Erarbeitung einer entsprechenden Strategie, hierzu wird der Prozess mit einem Workshop unter externer Begleitung fortgeführt**" },
  { POINT, 1, "**Zweiter Termin als Workshop** mit bestehenden Teilnehmern, Teilnehmern des AK Digitale Kommune und weiteren „Innovations“-Köpfen zum vertieften Einstieg in die Thematik. Darüber hinaus erfolgt derzeit ein Austausch mit anderen Kommunen bezgl. potentieller Kooperationsmöglichkeiten" },
  { POINT, 1, "**Zweiter Workshop-Termin in KW 7 mit externer Moderation, unmittelbar nach dem offiziellen Informationstermin für interessierte Kommunen am 12. Februar 2021 geplant**" },
};

static const char *const figures[][5] =
{
  { "Home-Office-Plätze, erste Tranche", "483", NULL, "01.02.2021", "84 + 100 + 299 = 483" },
  { "Home-Office-Plätze, zweite Tranche", "92", "+12", "01.02.2021", NULL },
  { "Home-Office-fähige Mitarbeitende", "613", "+130", "01.02.2021", "483 + 92 + 38 = 613" },
  { "Anteil an der Gesamtverwaltung", "42,3 %", NULL, "01.02.2021", "613 ÷ 1.449 × 100 = 42,3" },
};

static const char *const dates[][3] =
{
  { "12.02.2021", "Informationstermin für interessierte Kommunen", NULL },
  { "KW 7 2021", "Workshop Smart City mit externer Moderation", NULL },
  { "22.02.2021", "Rat der Stadt Leverkusen", "17:00 Uhr, Forum" },
  { "voraussichtlich Ostern 2021", "Start NRW Kommunal.Portal", "Zentrales Bürger-/Serviceportal" },
  { "31.12.2022", "OZG-Endfrist", "Onlinezugangsgesetz (OZG)" },
};

static void
add_rows (SpzDocumentBuilder *builder)
{
  SpzNode *table = NULL, *role = NULL, *node = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];

      switch (row->kind)
        {
        case HEADING:
          node = spz_document_builder_add_heading (builder, row->level, row->text);
          break;

        case TEXT:
          node = spz_document_builder_add_paragraph (builder, row->text);
          break;

        case POINT:
        case CONCLUSION:
          node = spz_document_builder_add_point (builder, row->level,
                                                 row->kind == POINT ? SPZ_POINT_BULLET : SPZ_POINT_CONCLUSION,
                                                 row->text);
          break;

        case ROLES:
          table = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);
          continue;

        case ROLE:
          node = role = spz_node_add_row (table);
          spz_node_set_cell (role, SPZ_CELL_TITLE, row->text);
          spz_node_set_cell (role, SPZ_CELL_HOLDER, row->holder);
          spz_node_set_cell (role, SPZ_CELL_UNIT, row->unit);
          break;

        case TASK:
        default:
          node = spz_node_add_task (role, row->text);
          break;
        }

      spz_node_set_record (node, "test", i + 1);
    }
}

static void
add_figures (SpzDocumentBuilder *builder)
{
  SpzNode *table;

  spz_document_builder_add_heading (builder, 1, "Kennzahlen");
  table = spz_document_builder_add_table (builder, SPZ_NODE_FIGURES);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      SpzNode *row = spz_node_add_row (table);

      spz_node_set_record (row, "figure", i + 1);
      spz_node_set_cell (row, SPZ_CELL_TITLE, figures[i][0]);
      spz_node_set_cell (row, SPZ_CELL_VALUE, figures[i][1]);
      spz_node_set_cell (row, SPZ_CELL_CHANGE, figures[i][2]);
      spz_node_set_cell (row, SPZ_CELL_DATE, figures[i][3]);
      spz_node_set_cell (row, SPZ_CELL_ARITHMETIC, figures[i][4]);
    }
}

static void
add_dates (SpzDocumentBuilder *builder)
{
  SpzNode *table;

  spz_document_builder_add_heading (builder, 1, "Nächste Termine");
  table = spz_document_builder_add_table (builder, SPZ_NODE_DATES);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      SpzNode *row = spz_node_add_row (table);

      spz_node_set_record (row, "meeting", i + 1);
      spz_node_set_cell (row, SPZ_CELL_DATE, dates[i][0]);
      spz_node_set_cell (row, SPZ_CELL_TITLE, dates[i][1]);
      spz_node_set_cell (row, SPZ_CELL_DETAIL, dates[i][2]);
    }
}

static void
add_plan (SpzDocumentBuilder *builder)
{
  g_autoptr (SpzTimelinePlanBuilder) plan_builder = spz_timeline_plan_builder_new ();
  g_autoptr (SpzTimelinePlan) plan = NULL;
  SpzTimelineBar bar = {
    .id = 1,
    .title = "Vorbereitung",
    .short_label = "",
    .kind = SPZ_TIMELINE_NONE,
    .start = spz_date_new (2020, 1, 1),
    .end = spz_date_new (2020, 12, 31),
    .precision = SPZ_PRECISION_QUARTER,
  };
  SpzTimelineMilestone milestone = {
    .id = 1,
    .title = "OZG-Endfrist",
    .when = "31.12.2022",
    .date = spz_date_new (2022, 12, 31),
  };

  spz_timeline_plan_builder_set_texts (plan_builder, "Angepasster Umsetzungszeitplan (Januar 2021)", "");
  spz_timeline_plan_builder_set_years (plan_builder, 2020, 2023, 1);
  spz_timeline_plan_builder_add_group (plan_builder, 1, "Schriftgut");
  bar.measure = milestone.measure =
    spz_timeline_plan_builder_add_measure (plan_builder, 1, "Zentrales DMS / E-Akte", "");
  spz_timeline_plan_builder_add_bar (plan_builder, &bar);
  spz_timeline_plan_builder_add_milestone (plan_builder, &milestone);
  plan = spz_timeline_plan_builder_end (plan_builder);

  spz_node_set_record (spz_document_builder_add_timeline (builder, plan), "block", 99);
}

/* The real briefing, so many times over, with figures, dates and a plan */
SpzDocument *
document_fixture_new (guint copies)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);

  spz_document_builder_set_title (builder, "Sprechzettel",
                                  "StK Märtens in der Funktion CDO",
                                  "Ausschuss für Finanzen und Digitalisierung am 08.02.2021",
                                  "Stadt Leverkusen");
  spz_document_builder_set_metadata (builder, "StK Märtens",
                                     "Ausschuss für Finanzen und Digitalisierung am 08.02.2021",
                                     "OZG, Smart City", spz_date_new (2021, 2, 8));

  for (guint i = 0; i < copies; i++)
    add_rows (builder);
  add_figures (builder);
  add_dates (builder);
  add_plan (builder);
  spz_document_builder_set_pace (builder, 120);

  return spz_document_builder_end (builder);
}

/* A document that says nothing */
SpzDocument *
document_fixture_new_empty (void)
{
  return spz_document_builder_end (spz_document_builder_new (SPZ_AUDIENCE_PUBLIC));
}

static void
collect_texts (GPtrArray     *texts,
               const SpzNode *node)
{
  if (node->kind == SPZ_NODE_HEADING || node->kind == SPZ_NODE_PARAGRAPH ||
      node->kind == SPZ_NODE_POINT || node->kind == SPZ_NODE_TASK)
    g_ptr_array_add (texts, spz_node_get_text (node));

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    collect_texts (texts, g_ptr_array_index (node->children, i));
}

/* The texts of a document in reading order */
GPtrArray *
document_fixture_get_texts (SpzDocument *document)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    collect_texts (texts, spz_document_get_node (document, i));

  return texts;
}

/* The text without white space and no-break spaces */
char *
document_fixture_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (folded, character);
    }

  return g_string_free (folded, FALSE);
}
