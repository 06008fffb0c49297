/* spz-pdf-check-catalogue.c: what a PDF says about itself as a whole
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In an encrypted file's permissions, see ISO 32000-1, table 22 */
#define PERMISSION_ACCESS (1 << 9)

/* Fields of a profile's header, see ICC.1:2001-04, 6.1 */
#define PROFILE_HEADER      128
#define PROFILE_COLOURS     16
#define PROFILE_SIGNATURE   36

#define MAX_NAMES 2000

static void
check_viewer (SpzPdfChecker      *self,
              const SpzPdfObject *root)
{
  g_auto (SpzPdfObject) marks = spz_pdf_object_get (root, "/MarkInfo");
  g_auto (SpzPdfObject) viewer = spz_pdf_object_get (root, "/ViewerPreferences");

  if (!spz_pdf_object_has_true (&marks, "/Marked"))
    spz_pdf_checker_report (self, "7.1", "6.7.2.2", _("The file does not say that it is tagged (Marked)"));
  if (spz_pdf_object_has_true (&marks, "/Suspects"))
    spz_pdf_checker_report (self, "7.1", NULL, _("The file says itself that its structure may be wrong (Suspects)"));
  if (!spz_pdf_object_has_true (&viewer, "/DisplayDocTitle"))
    spz_pdf_checker_report (self, "7.1", NULL, _("The window would show the file’s name, not its title"));
}

static void
check_encryption (SpzPdfChecker      *self,
                  const SpzPdfObject *trailer)
{
  g_auto (SpzPdfObject) encryption = spz_pdf_object_get (trailer, "/Encrypt");
  gint64 permissions;

  if (spz_pdf_object_is_null (&encryption))
    return;

  spz_pdf_checker_report (self, NULL, "6.1.3", _("The file is encrypted"));
  if (!spz_pdf_object_get_int (&encryption, "/P", &permissions) || !(permissions & PERMISSION_ACCESS))
    spz_pdf_checker_report (self, "7.16", NULL, _("The file forbids to be read aloud"));
}

static void
check_layer (SpzPdfChecker      *self,
             const SpzPdfObject *layer)
{
  g_autofree char *name = spz_pdf_object_get_text (layer, "/Name");

  if (name == NULL || *name == '\0')
    spz_pdf_checker_report (self, "7.10", "6.9", _("A set of layers has no name"));
  if (spz_pdf_object_has (layer, "/AS"))
    spz_pdf_checker_report (self, "7.10", "6.9", _("Layers show and hide by themselves"));
}

static void
check_layers (SpzPdfChecker      *self,
              const SpzPdfObject *root)
{
  g_auto (SpzPdfObject) layers = spz_pdf_object_get (root, "/OCProperties");
  g_auto (SpzPdfObject) usual = spz_pdf_object_get (&layers, "/D");
  g_auto (SpzPdfObject) others = spz_pdf_object_get (&layers, "/Configs");
  guint n_others = spz_pdf_object_get_length (&others);

  if (spz_pdf_object_is_null (&layers))
    return;

  check_layer (self, &usual);
  for (guint i = 0; i < n_others; i++)
    {
      g_auto (SpzPdfObject) layer = spz_pdf_object_get_item (&others, i);

      check_layer (self, &layer);
    }
}

static void
check_forms (SpzPdfChecker      *self,
             const SpzPdfObject *root)
{
  g_auto (SpzPdfObject) form = spz_pdf_object_get (root, "/AcroForm");

  if (spz_pdf_object_has (&form, "/XFA"))
    spz_pdf_checker_report (self, "7.15", "6.4.2", _("The file has a second form in another format (XFA)"));
  if (spz_pdf_object_has_true (&form, "/NeedAppearances"))
    spz_pdf_checker_report (self, NULL, "6.4.1", _("Form fields do not say what they look like"));
}

/* Names of files that are in the file, in the leaves of a tree */
static void
check_files (SpzPdfChecker      *self,
             const SpzPdfObject *node,
             GHashTable         *visited)
{
  g_auto (SpzPdfObject) names = spz_pdf_object_get (node, "/Names");
  g_auto (SpzPdfObject) kids = spz_pdf_object_get (node, "/Kids");
  guint n_names = spz_pdf_object_get_length (&names);
  guint n_kids = spz_pdf_object_get_length (&kids);
  gint64 id = spz_pdf_object_get_id (node);

  if (!g_hash_table_add (visited, g_memdup2 (&id, sizeof id)) || g_hash_table_size (visited) > MAX_NAMES)
    return;

  for (guint i = 1; i < n_names; i += 2)
    {
      g_auto (SpzPdfObject) file = spz_pdf_object_get_item (&names, i);

      spz_pdf_checker_report (self, NULL, "6.8", _("There is another file in the file"));
      if (!spz_pdf_object_has (&file, "/F") || !spz_pdf_object_has (&file, "/UF"))
        spz_pdf_checker_report (self, "7.11", NULL, _("A file in the file has no name"));
    }

  for (guint i = 0; i < n_kids; i++)
    {
      g_auto (SpzPdfObject) kid = spz_pdf_object_get_item (&kids, i);

      check_files (self, &kid, visited);
    }
}

static void
check_names (SpzPdfChecker      *self,
             const SpzPdfObject *root)
{
  g_auto (SpzPdfObject) names = spz_pdf_object_get (root, "/Names");
  g_auto (SpzPdfObject) files = spz_pdf_object_get (&names, "/EmbeddedFiles");
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  check_files (self, &files, visited);
  if (spz_pdf_object_has (&names, "/JavaScript"))
    spz_pdf_checker_report (self, NULL, "6.5.1", _("The file does something by itself: %s"), "JavaScript");
  if (spz_pdf_object_has (&names, "/AlternatePresentations"))
    spz_pdf_checker_report (self, NULL, "6.10", _("The file can be shown in another way than page by page"));
}

/* Private: checks the catalogue and what hangs on it */
void
spz_pdf_check_catalogue (SpzPdfChecker *self)
{
  g_auto (SpzPdfObject) trailer = spz_pdf_object_trailer (self->pdf);
  g_auto (SpzPdfObject) root = spz_pdf_object_root (self->pdf);
  g_auto (SpzPdfObject) action = spz_pdf_object_get (&root, "/OpenAction");
  g_auto (SpzPdfObject) outlines = spz_pdf_object_get (&root, "/Outlines");

  self->has_language = spz_pdf_checker_language (self, &root);
  check_viewer (self, &root);
  check_encryption (self, &trailer);
  check_layers (self, &root);
  check_forms (self, &root);
  check_names (self, &root);

  if (!spz_pdf_object_has (&trailer, "/ID"))
    spz_pdf_checker_report (self, NULL, "6.1.3", _("The file has no identifier (ID)"));
  if (!self->has_language && spz_pdf_object_has (&outlines, "/First"))
    spz_pdf_checker_report (self, "7.2", NULL, _("The language of the bookmarks is not known"));
  if (spz_pdf_object_has (&root, "/AA"))
    spz_pdf_checker_report (self, NULL, "6.5.2", _("Something happens when a part of the file is shown"));
  if (spz_pdf_object_has_true (&root, "/NeedsRendering"))
    spz_pdf_checker_report (self, NULL, "6.4.2", _("The file is a form that has yet to be laid out"));

  spz_pdf_check_action (self, &action);
}

/* The colours a profile is for: "RGB ", "CMYK" or "GRAY"; %NULL if it is none */
static char *
get_profile_colours (const SpzPdfObject *intent)
{
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (intent, "/DestOutputProfile");
  g_autoptr (GBytes) profile = spz_pdf_object_get_stream (&stream);
  const char *data = profile != NULL ? g_bytes_get_data (profile, NULL) : NULL;

  if (data == NULL || g_bytes_get_size (profile) < PROFILE_HEADER ||
      strncmp (data + PROFILE_SIGNATURE, "acsp", 4) != 0)
    return NULL;

  return g_strndup (data + PROFILE_COLOURS, 4);
}

/* Private: whether it is said what the colours that were found mean */
void
spz_pdf_check_colours (SpzPdfChecker *self)
{
  g_auto (SpzPdfObject) root = spz_pdf_object_root (self->pdf);
  g_auto (SpzPdfObject) intents = spz_pdf_object_get (&root, "/OutputIntents");
  guint n_intents = spz_pdf_object_get_length (&intents);
  g_autofree char *colours = NULL;

  for (guint i = 0; i < n_intents && colours == NULL; i++)
    {
      g_auto (SpzPdfObject) intent = spz_pdf_object_get_item (&intents, i);

      if (!spz_pdf_object_has_name (&intent, "/S", "/GTS_PDFA1"))
        continue;
      colours = get_profile_colours (&intent);
      if (colours == NULL)
        {
          spz_pdf_checker_report (self, NULL, "6.2.3", _("The colour profile is missing or damaged"));
          return;
        }
    }

  if (self->colours == 0)
    return;
  if (colours == NULL)
    spz_pdf_checker_report (self, NULL, "6.2.4.3", _("It is not said what the colours mean: there is no colour profile"));
  else if (((self->colours & SPZ_PDF_COLOURS_RGB) && !g_str_equal (colours, "RGB ")) ||
           ((self->colours & SPZ_PDF_COLOURS_CMYK) && !g_str_equal (colours, "CMYK")))
    spz_pdf_checker_report (self, NULL, "6.2.4.3", _("The colour profile is not for the colours that are used"));
}
