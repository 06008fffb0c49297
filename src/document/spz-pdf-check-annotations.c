/* spz-pdf-check-annotations.c: links, form fields and notes on a PDF's pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>

/* Flags of an annotation, see ISO 32000-1, table 165 */
enum
{
  FLAG_INVISIBLE      = 1 << 0,
  FLAG_HIDDEN         = 1 << 1,
  FLAG_PRINT          = 1 << 2,
  FLAG_NO_VIEW        = 1 << 5,
  FLAG_TOGGLE_NO_VIEW = 1 << 8,
};

#define MAX_ANCESTORS 32
#define MAX_ACTIONS 32

static gboolean
is_one_of (const char *name,
           const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  return name != NULL && g_strv_contains ((const char *const *) split, name);
}

static gboolean
get_box (const SpzPdfObject *array,
         double             *box)
{
  if (spz_pdf_object_get_length (array) != 4)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      g_auto (SpzPdfObject) item = spz_pdf_object_get_item (array, i);

      if (!spz_pdf_object_to_number (&item, &box[i]))
        return FALSE;
    }

  return TRUE;
}

/* Whether nothing of an annotation is on its page */
static gboolean
is_outside (const SpzPdfObject *annotation,
            const SpzPdfObject *page)
{
  g_auto (SpzPdfObject) rectangle = spz_pdf_object_get (annotation, "/Rect");
  g_auto (SpzPdfObject) crop = spz_pdf_object_get_inherited (page, "/CropBox");
  g_auto (SpzPdfObject) media = spz_pdf_object_get_inherited (page, "/MediaBox");
  double r[4], p[4];

  if (!get_box (&rectangle, r) || !(get_box (&crop, p) || get_box (&media, p)))
    return FALSE;

  return MAX (r[0], r[2]) <= MIN (p[0], p[2]) || MIN (r[0], r[2]) >= MAX (p[0], p[2]) ||
         MAX (r[1], r[3]) <= MIN (p[1], p[3]) || MIN (r[1], r[3]) >= MAX (p[1], p[3]);
}

static gboolean
has_text (const SpzPdfObject *object,
          const char         *key)
{
  g_autofree char *text = spz_pdf_object_get_text (object, key);

  return text != NULL && *text != '\0';
}

/* Whether a field says in words what it is for: that which has a name, of which
 * there may be several widgets */
static gboolean
is_named (const SpzPdfObject *widget)
{
  g_auto (SpzPdfObject) node = spz_pdf_object_copy (widget);

  for (guint i = 0; i < MAX_ANCESTORS && !spz_pdf_object_has (&node, "/T"); i++)
    {
      SpzPdfObject parent = spz_pdf_object_get (&node, "/Parent");

      spz_pdf_object_clear (&node);
      node = parent;
    }

  return has_text (&node, "/TU");
}

/* What PDF/UA asks of those that can be seen */
static void
check_access (SpzPdfChecker      *self,
              const SpzPdfObject *annotation,
              const char         *subtype,
              const SpzPdfHolder *holder)
{
  const char *role = holder != NULL ? holder->role : "";

  if (is_one_of (subtype, "/Link"))
    {
      if (!g_str_equal (role, "Link"))
        spz_pdf_checker_report (self, "7.18.5", NULL, _("A link stands outside of the structure’s links"));
      if (!has_text (annotation, "/Contents"))
        spz_pdf_checker_report (self, "7.18.5", NULL, _("A link does not say in words where it leads"));
    }
  else if (is_one_of (subtype, "/Widget"))
    {
      if (!g_str_equal (role, "Form"))
        spz_pdf_checker_report (self, "7.18.4", NULL, _("A form field stands outside of the structure’s forms"));
      if (!is_named (annotation) && (holder == NULL || !holder->has_alt))
        spz_pdf_checker_report (self, "7.18.1", NULL, _("A form field does not say in words what it is for"));
    }
  else if (is_one_of (subtype, "/PrinterMark"))
    {
      if (holder != NULL)
        spz_pdf_checker_report (self, "7.18.8", NULL, _("A printer’s mark is part of the structure"));
    }
  else if (!is_one_of (subtype, "/Popup"))
    {
      if (!g_str_equal (role, "Annot"))
        spz_pdf_checker_report (self, "7.18.1", NULL, _("An annotation stands outside of the structure’s annotations"));
      if (!has_text (annotation, "/Contents") && (holder == NULL || !holder->has_alt))
        spz_pdf_checker_report (self, "7.18.1", NULL, _("An annotation has no description in words"));
    }
}

/* Private: whether an action may be in a file that is kept */
void
spz_pdf_check_action (SpzPdfChecker      *self,
                      const SpzPdfObject *first)
{
  g_auto (SpzPdfObject) action = spz_pdf_object_copy (first);

  for (guint i = 0; i < MAX_ACTIONS && spz_pdf_object_is_dictionary (&action); i++)
    {
      g_autofree char *type = spz_pdf_object_get_name (&action, "/S");
      g_autofree char *name = spz_pdf_object_get_name (&action, "/N");
      SpzPdfObject next;

      if (is_one_of (type, "/Launch /Sound /Movie /ResetForm /ImportData /Hide /SetOCGState /Rendition /Trans "
                           "/GoTo3DView /JavaScript") ||
          (is_one_of (type, "/Named") && !is_one_of (name, "/NextPage /PrevPage /FirstPage /LastPage")))
        spz_pdf_checker_report (self, NULL, "6.5.1",
                                /* Translators: the type of an action in a PDF: "JavaScript" */
                                _("The file does something by itself: %s"), type + 1);

      next = spz_pdf_object_get (&action, "/Next");
      spz_pdf_object_clear (&action);
      action = next;
    }
}

/* An annotation that isn't larger than a point needs no looks. */
static gboolean
is_empty (const SpzPdfObject *annotation)
{
  g_auto (SpzPdfObject) rectangle = spz_pdf_object_get (annotation, "/Rect");
  double box[4];

  return get_box (&rectangle, box) && box[0] == box[2] && box[1] == box[3];
}

/* A field's entry may stand in the field above it. */
static gboolean
is_button (const SpzPdfObject *widget)
{
  g_auto (SpzPdfObject) type = spz_pdf_object_get_inherited (widget, "/FT");

  return spz_pdf_object_is_name (&type, "/Btn");
}

/* An annotation has one look alone, and a button one for each of its states. */
static void
check_looks (SpzPdfChecker      *self,
             const SpzPdfObject *annotation,
             const char         *subtype)
{
  g_auto (SpzPdfObject) looks = spz_pdf_object_get (annotation, "/AP");
  g_auto (SpzPdfObject) normal = spz_pdf_object_get (&looks, "/N");
  g_auto (GStrv) keys = spz_pdf_object_get_keys (&looks);
  gboolean has_states = is_one_of (subtype, "/Widget") && is_button (annotation);
  gboolean needs_none = is_one_of (subtype, "/Popup /Link") || is_empty (annotation);

  if (spz_pdf_object_is_null (&looks) && needs_none)
    return;

  if (has_states ? !spz_pdf_object_is_dictionary (&normal) : !spz_pdf_object_is_stream (&normal))
    spz_pdf_checker_report (self, NULL, "6.3.3", _("An annotation does not say what it looks like"));
  else if (g_strv_length (keys) != 1)
    spz_pdf_checker_report (self, NULL, "6.3.3", _("An annotation looks different when it is touched"));
}

static void
check_keeping (SpzPdfChecker      *self,
               const SpzPdfObject *annotation,
               const char         *subtype,
               gint64              flags)
{
  g_auto (SpzPdfObject) action = spz_pdf_object_get (annotation, "/A");

  if (is_one_of (subtype, "/3D /Sound /Screen /Movie"))
    spz_pdf_checker_report (self, NULL, "6.3.1", _("A page plays a sound or a film"));
  if (!is_one_of (subtype, "/Popup") &&
      (!(flags & FLAG_PRINT) || (flags & (FLAG_INVISIBLE | FLAG_HIDDEN | FLAG_NO_VIEW | FLAG_TOGGLE_NO_VIEW))))
    spz_pdf_checker_report (self, NULL, "6.3.2", _("An annotation is hidden, or is not printed"));
  check_looks (self, annotation, subtype);
  if (spz_pdf_object_has (annotation, "/AA"))
    spz_pdf_checker_report (self, NULL, "6.5.2", _("Something happens when a part of the file is shown"));

  spz_pdf_check_action (self, &action);
}

static void
check_annotation (SpzPdfChecker      *self,
                  const SpzPdfObject *page,
                  const SpzPdfObject *annotation)
{
  g_autofree char *subtype = spz_pdf_object_get_name (annotation, "/Subtype");
  gint64 id = spz_pdf_object_get_id (annotation);
  const SpzPdfHolder *holder = g_hash_table_lookup (self->holders, &id);
  gboolean has_language = spz_pdf_checker_language (self, annotation) || (holder != NULL && holder->has_language);
  gint64 flags = 0;

  spz_pdf_object_get_int (annotation, "/F", &flags);
  if (is_one_of (subtype, "/TrapNet"))
    spz_pdf_checker_report (self, "7.18.2", "6.3.1", _("A page has instructions for printing presses (TrapNet)"));
  else if (!(flags & FLAG_HIDDEN) && !is_outside (annotation, page))
    check_access (self, annotation, subtype, holder);

  if (spz_pdf_object_has (annotation, "/Contents") && !has_language && !self->has_language)
    spz_pdf_checker_report (self, "7.2", NULL, _("The language of an annotation is not known"));

  check_keeping (self, annotation, subtype, flags);
}

/* Private: checks the annotations of a page */
void
spz_pdf_check_annotations (SpzPdfChecker      *self,
                           const SpzPdfObject *page)
{
  g_auto (SpzPdfObject) annotations = spz_pdf_object_get (page, "/Annots");
  guint n_annotations = spz_pdf_object_get_length (&annotations);

  if (n_annotations > 0 && !spz_pdf_object_has_name (page, "/Tabs", "/S"))
    spz_pdf_checker_report (self, "7.18.3", NULL, _("The Tab key does not follow the structure on a page"));
  if (spz_pdf_object_has (page, "/AA"))
    spz_pdf_checker_report (self, NULL, "6.5.2", _("Something happens when a part of the file is shown"));

  for (guint i = 0; i < n_annotations; i++)
    {
      g_auto (SpzPdfObject) annotation = spz_pdf_object_get_item (&annotations, i);

      check_annotation (self, page, &annotation);
    }
}
