/* spz-example.c: the example programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-example.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spz-exchange-resources.h"
#include "spz-import-apply.h"
#include "spz-promises.h"

/* The example is a real briefing of the city of Leverkusen, of February 2021,
 * and the plan it was handed out with. Its points, roles, meetings, measures,
 * phases and milestones come from the source files in data/example, through
 * the readers anybody's files go through. Below is what the text says without
 * giving it as structure, and nothing that it doesn't say: the total staff, for
 * instance, isn't in it, so the 42.3 % stand as they were told. */

#define RESOURCES "/io/github/sprechzettel/Sprechzettel/example/"
#define BRIEFING  "sprechzettel-2021-02-08.md"
#define PDF_TEXT  "sprechzettel-2021-02-08.pdftotext.txt"
#define TIMELINE  "zeitplan-2021-01.csv"
#define MILESTONES "meilensteine-2021-01.csv"

#define SOURCE "Sprechzettel vom 08.02.2021"

#define PLAN_NOTE                                                                       \
  "Rekonstruktion: Der Quelltext enthält die Beschriftungen des Zeitplans ohne ihre "   \
  "Anordnung. Die Quartale, die Zuordnung der Beschriftungen zu den Maßnahmen und die "  \
  "Gruppierung nach Handlungsfeldern sind nachgebildet. Phasen, die vor dem Stichtag "   \
  "enden, gelten als abgeschlossen."

#define RECORDS "elektronische Schriftgutverwaltung"
#define ONLINE  "Umsetzung Onlinezugangsgesetz (OZG)"
#define WORK    "modernes Arbeiten/mobile Arbeit"

static const struct
{
  const char *measure;
  const char *field;
} groups[] = {
  { "Zentrales DMS / E-Akte", RECORDS },
  { "Scan-Strategie", RECORDS },
  { "Langzeitarchivierung (inkl. Geo-Daten)", RECORDS },
  { "Einheitlicher Aktenplan", RECORDS },
  { "E-Rechnung", RECORDS },
  { "E-Vergabe", RECORDS },
  { "Digitale Poststelle", RECORDS },
  { "Onlinezugangsgesetz (OZG)", ONLINE },
  { "Zentrales Bürger-/Serviceportal", ONLINE },
  { "Open-Data-Portal", ONLINE },
  { "Nutzung KI & Chatbots", ONLINE },
  { "Moderne Arbeitsplatzausstattung", WORK },
  { "Moderne Raumkonzepte / moderne Arbeitsformen", WORK },
  { "Schulungs- und Fortbildungskonzept", WORK },
};

/* "rechte Hand des CDO", "Berichtspflicht gegenüber Dezernat II", "erhält vom
 * Dezernat II Projektfortschrittberichte", "Federführung Dezernat II" */
static const struct
{
  const char *role;
  const char *reports_to;
} reports[] = {
  { "CDO", "Verwaltungsvorstand" },
  { "Programmbüro E-Government", "CDO" },
  { "Teilprojektgruppen mit expliziten Leistungen", "Programmbüro E-Government" },
  { "Interfraktioneller Arbeitskreis „Digitale Kommune“", "CDO" },
};

/* The Home Office update's numbers; the sums are the source's, too, and the
 * formulas check them. */
static const struct
{
  const char *title;
  const char *symbol;
  const char *unit;
  int         decimals;
  const char *formula;
  double      value;
} figures[] = {
  { "Alternierende Telearbeit", "telearbeit", "", 0, "", 84 },
  { "IGEL-Sticks mit eigener Hardware", "igel", "", 0, "", 100 },
  { "Notebooks und andere Alternativen (VPN/RDP)", "notebooks", "", 0, "", 299 },
  { "Erste Tranche", "tranche1", "Anträge", 0, "telearbeit + igel + notebooks", 483 },
  { "Zweite Tranche", "tranche2", "Anträge", 0, "", 92 },
  { "Pilotprojekt im FB 40", "pilot", "Plätze", 0, "", 38 },
  { "Home-Office-fähige Mitarbeitende", "faehig", "", 0, "tranche1 + tranche2 + pilot", 613 },
  { "Anteil an der Gesamtverwaltung", "anteil", "%", 1, "", 42.3 },
  { "Home-Office-Anträge in Prüfung", "pruefung", "Anträge", 0, "", 108 },
};

/* Bodies the text names, by the title of the meeting it gave */
static const struct
{
  const char *meeting;
  const char *body;
  const char *short_title;
  const char *title;
} bodies[] = {
  { "Aktualisierte Beratung im VV", "Verwaltungsvorstand", "VV", "Aktualisierte Beratung im VV" },
  { "Rat", "Rat", "", "" },
  { "AK „Digitale Kommune“: Auftakt", "AK „Digitale Kommune“", "", "AK „Digitale Kommune“: Auftakt" },
};

/* What the text promises, each by the beginning of its point, and what of the
 * plan that is said of. The text names the periods; that it is this phase and
 * no other is a reconstruction, as the plan itself is. */
static const struct
{
  const char     *point;
  const char     *measure;   /* NULL for a work order */
  const char     *subject;
  SpzPromiseEvent event;
  int             from[3];
  int             to[3];
} promises[] = {
  { "Zielsetzung ist, im 2. Halbjahr 2021", "Zentrales DMS / E-Akte",
    "Dynamische Bereitstellung (Pilote & Prio-Projekte)", SPZ_PROMISE_START, { 2021, 7, 1 }, { 2021, 12, 31 } },
  { "Um die politische Einbindung sicherzustellen", NULL,
    "Beschlussvorlage zum „Letter of Intent“ in den Rat einbringen", SPZ_PROMISE_END, { 2021, 2, 22 }, { 2021, 2, 22 } },
  { "In Q1/2021 werden die ersten Projektgruppen", "Onlinezugangsgesetz (OZG)",
    "Dynamische Projektplanung mit agiler Projektarbeit", SPZ_PROMISE_START, { 2021, 1, 1 }, { 2021, 3, 31 } },
};

static gpointer
find (SpzProgramme *programme,
      GType         type,
      const char   *title)
{
  SpzRecordList *list = spz_programme_get_list (programme, type);

  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    if (g_str_equal (spz_record_get_title (spz_record_list_get (list, i)), title))
      return spz_record_list_get (list, i);

  return NULL;
}

static gint64
find_id (SpzProgramme *programme,
         GType         type,
         const char   *title)
{
  gpointer record = find (programme, type, title);

  return record != NULL ? spz_record_get_id (record) : 0;
}

static SpzImport *
read_resource (const char     *name,
               SpzImportKind   kind,
               GError        **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (spz_exchange_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? spz_import_read (bytes, name, kind, error) : NULL;
}

static gboolean
import_resource (SpzProgramme   *programme,
                 const char     *name,
                 SpzImportKind   kind,
                 GError        **error)
{
  g_autoptr (SpzImport) import = read_resource (name, kind, error);
  g_autofree char *summary = import != NULL ? spz_import_apply (programme, import, error) : NULL;

  return summary != NULL;
}

static gboolean
add_info (SpzProgramme  *programme,
          GError       **error)
{
  return spz_programme_set (programme, spz_programme_get_info (programme), error,
                            "title", "E-Government-Strategie",
                            "organisation", "Stadt Leverkusen",
                            "first-year", (gint64) 2020,
                            "last-year", (gint64) 2023,
                            "reference-date", spz_date_new (2021, 2, 1),
                            "plan-title", "E-Government-Strategie, angepasster Umsetzungszeitplan (Januar 2021)",
                            "plan-note", PLAN_NOTE,
                            NULL);
}

static gboolean
add_groups (SpzProgramme  *programme,
            GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      SpzMeasure *measure = find (programme, SPZ_TYPE_MEASURE, groups[i].measure);

      g_return_val_if_fail (measure != NULL, FALSE);
      if (!spz_programme_set (programme, measure, error,
                              "action-field", find_id (programme, SPZ_TYPE_ACTION_FIELD, groups[i].field),
                              NULL))
        return FALSE;
    }

  return TRUE;
}

/* The footnote stands in the PDF's text alone. */
static gboolean
add_footnote (SpzProgramme  *programme,
              GError       **error)
{
  SpzRecordList *phases = spz_programme_get_list (programme, SPZ_TYPE_PHASE);
  g_autoptr (SpzImport) text = read_resource (PDF_TEXT, SPZ_IMPORT_BRIEFING, error);

  if (text == NULL)
    return FALSE;
  g_return_val_if_fail (text->footnotes->len == 1, FALSE);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if (g_str_has_suffix (phase->title, "*"))
        return spz_programme_set (programme,
                                  spz_programme_lookup (programme, SPZ_TYPE_MEASURE, phase->measure),
                                  error,
                                  "footnote", g_ptr_array_index (text->footnotes, 0),
                                  NULL);
    }

  g_return_val_if_reached (FALSE);
}

/* The plan was adjusted in January 2021: what it shows as past is past. */
static gboolean
complete_past_phases (SpzProgramme  *programme,
                      GError       **error)
{
  SpzRecordList *phases = spz_programme_get_list (programme, SPZ_TYPE_PHASE);
  SpzDate reference = spz_programme_get_reference_date (programme);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if (phase->end < reference &&
          !spz_programme_set (programme, phase, error, "progress", (gint64) 100, NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_reports (SpzProgramme  *programme,
             GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      SpzRole *role = find (programme, SPZ_TYPE_ROLE, reports[i].role);

      g_return_val_if_fail (role != NULL, FALSE);
      if (!spz_programme_set (programme, role, error,
                              "reports-to", find_id (programme, SPZ_TYPE_ROLE, reports[i].reports_to),
                              NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_figures (SpzProgramme  *programme,
             GError       **error)
{
  gint64 field = find_id (programme, SPZ_TYPE_ACTION_FIELD, WORK);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      gint64 figure = spz_programme_add (programme, SPZ_TYPE_FIGURE, error,
                                         "action-field", field,
                                         "title", figures[i].title,
                                         "symbol", figures[i].symbol,
                                         "unit", figures[i].unit,
                                         "decimals", (gint64) figures[i].decimals,
                                         "formula", figures[i].formula,
                                         NULL);

      if (figure == 0 ||
          spz_programme_add (programme, SPZ_TYPE_FIGURE_VALUE, error,
                             "figure", figure,
                             "date", spz_programme_get_reference_date (programme),
                             "value", figures[i].value,
                             "source", SOURCE,
                             NULL) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_bodies (SpzProgramme  *programme,
            GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      SpzMeeting *meeting = find (programme, SPZ_TYPE_MEETING, bodies[i].meeting);
      gint64 body = spz_programme_add (programme, SPZ_TYPE_BODY, error,
                                       "title", bodies[i].body,
                                       "short-title", bodies[i].short_title,
                                       NULL);

      g_return_val_if_fail (meeting != NULL, FALSE);
      if (body == 0 ||
          !spz_programme_set (programme, meeting, error, "body", body, "title", bodies[i].title, NULL))
        return FALSE;
    }

  return TRUE;
}

/* What the text announces to be done; by whom it doesn't say. */
static gboolean
add_assignments (SpzProgramme  *programme,
                 GError       **error)
{
  SpzMeeting *council = find (programme, SPZ_TYPE_MEETING, "Rat");

  g_return_val_if_fail (council != NULL, FALSE);

  return spz_programme_add (programme, SPZ_TYPE_AGENDA_ITEM, error,
                            "meeting", spz_record_get_id (SPZ_RECORD (council)),
                            "title", "Beschlussvorlage zum „Letter of Intent“",
                            NULL) != 0 &&
         spz_programme_add (programme, SPZ_TYPE_ASSIGNMENT, error,
                            "title", "Beschlussvorlage zum „Letter of Intent“ in den Rat einbringen",
                            "due", council->date,
                            NULL) != 0 &&
         spz_programme_add (programme, SPZ_TYPE_ASSIGNMENT, error,
                            "title", "Detailabstimmung zu den 108 Home-Office-Anträgen in Prüfung",
                            NULL) != 0;
}

static SpzPoint *
find_point (SpzProgramme *programme,
            const char   *beginning)
{
  SpzRecordList *points = spz_programme_get_list (programme, SPZ_TYPE_POINT);

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    if (g_str_has_prefix (SPZ_POINT (spz_record_list_get (points, i))->title, beginning))
      return spz_record_list_get (points, i);

  return NULL;
}

static gpointer
find_phase (SpzProgramme *programme,
            const char   *measure,
            const char   *title)
{
  SpzRecordList *phases = spz_programme_get_children (programme, SPZ_TYPE_PHASE, "measure",
                                                      find_id (programme, SPZ_TYPE_MEASURE, measure));

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    if (g_str_equal (spz_record_get_title (spz_record_list_get (phases, i)), title))
      return spz_record_list_get (phases, i);

  return NULL;
}

/* The work orders have to be there before what is promised of them: this is a
 * step after the others. */
static gboolean
add_promises (SpzProgramme  *programme,
              GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      SpzPoint *point = find_point (programme, promises[i].point);
      const int *from = promises[i].from, *to = promises[i].to;
      gpointer subject = promises[i].measure != NULL
                         ? find_phase (programme, promises[i].measure, promises[i].subject)
                         : find (programme, SPZ_TYPE_ASSIGNMENT, promises[i].subject);

      g_return_val_if_fail (point != NULL && subject != NULL, FALSE);
      if (!spz_promise_add (programme, point, subject, promises[i].event,
                            spz_date_new (from[0], from[1], from[2]), spz_date_new (to[0], to[1], to[2]), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_details (SpzProgramme  *programme,
             GError       **error)
{
  return add_groups (programme, error) &&
         add_footnote (programme, error) &&
         complete_past_phases (programme, error) &&
         add_reports (programme, error) &&
         add_figures (programme, error) &&
         add_assignments (programme, error) &&
         add_bodies (programme, error);
}

static gboolean
fill (SpzProgramme  *programme,
      GError       **error)
{
  if (!add_info (programme, error) ||
      !import_resource (programme, BRIEFING, SPZ_IMPORT_BRIEFING, error) ||
      !import_resource (programme, TIMELINE, SPZ_IMPORT_TIMELINE, error) ||
      !import_resource (programme, MILESTONES, SPZ_IMPORT_MILESTONES, error) ||
      !spz_programme_begin (programme, _("Details added"), error))
    return FALSE;

  if (!add_details (programme, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error) && add_promises (programme, error);
}

/* Fills a file that is thrown away, and copies it without its history: nobody
 * undoes the making of the example. */
static gboolean
make_file (const char  *scratch,
           const char  *path,
           GError     **error)
{
  g_autoptr (SpzProgramme) programme = spz_programme_open (scratch, SPZ_STORE_CREATE, error);
  g_autoptr (SpzStore) store = NULL;

  if (programme == NULL || !fill (programme, error))
    return FALSE;
  g_clear_object (&programme);

  store = spz_store_open (scratch, SPZ_STORE_READ_ONLY, error);

  return store != NULL && spz_store_copy_to (store, path, FALSE, error);
}

/**
 * spz_example_create:
 * @path: where the file is to be
 * @error: return location for an #SPZ_ERROR
 *
 * Creates the example programme in a new file and opens it. Its history is
 * empty.
 *
 * Returns: (transfer full): the programme, or %NULL
 */
SpzProgramme *
spz_example_create (const char  *path,
                    GError     **error)
{
  g_autofree char *directory = NULL;
  g_autofree char *scratch = NULL;
  gboolean made;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("“%s” exists already. Please choose another name; the file was not changed."), path);
      return NULL;
    }

  directory = g_dir_make_tmp ("sprechzettel-XXXXXX", NULL);
  if (directory == NULL)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                           _("There is no room for temporary files."));
      return NULL;
    }

  scratch = g_build_filename (directory, "example.db", NULL);
  made = make_file (scratch, path, error);
  g_unlink (scratch);
  g_rmdir (directory);

  return made ? spz_programme_open (path, SPZ_STORE_OPEN, error) : NULL;
}
