/* spz-pdf-check.c: whether a PDF can be read aloud and archived
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * By what a program can find of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO
 * 19005-2). Whether a text describes its picture, only a person can tell.
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "spz-error.h"

/* As many different findings tell enough. */
#define MAX_FINDINGS 200

/**
 * spz_pdf_finding_free:
 * @self: (transfer full): a finding
 *
 * Frees it.
 */
void
spz_pdf_finding_free (SpzPdfFinding *self)
{
  g_free (self->message);
  g_free (self);
}

/**
 * spz_pdf_finding_describe:
 * @self: a finding
 *
 * Says it in one line: "PDF/UA-1 7.3, PDF/A-2 6.7.3.3: A picture has no
 * alternative text (page 2, 3 times)".
 *
 * Returns: (transfer full): the text
 */
char *
spz_pdf_finding_describe (const SpzPdfFinding *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->ua != NULL)
    g_string_append_printf (text, "PDF/UA-1 %s", self->ua);
  if (self->a != NULL)
    g_string_append_printf (text, "%sPDF/A-2 %s", self->ua != NULL ? ", " : "", self->a);
  g_string_append_printf (text, ": %s", self->message);

  if (self->page > 0 && self->count > 1)
    /* Translators: the first page of a finding, and how often it was found */
    g_string_append_printf (text, _(" (first on page %u, %u times)"), self->page, self->count);
  else if (self->page > 0)
    g_string_append_printf (text, _(" (page %u)"), self->page);
  else if (self->count > 1)
    g_string_append_printf (text, _(" (%u times)"), self->count);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Private: notes that something is wrong; the same is noted once, and counted */
void
spz_pdf_checker_report (SpzPdfChecker *self,
                        const char    *ua,
                        const char    *a,
                        const char    *format,
                        ...)
{
  g_autofree char *message = NULL;
  SpzPdfFinding *finding;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  finding = g_hash_table_lookup (self->known, message);
  if (finding != NULL)
    {
      finding->count++;
      return;
    }
  if (self->findings->len >= MAX_FINDINGS)
    return;

  finding = g_new0 (SpzPdfFinding, 1);
  finding->ua = ua;
  finding->a = a;
  finding->message = g_steal_pointer (&message);
  finding->page = self->page;
  finding->count = 1;
  g_ptr_array_add (self->findings, finding);
  g_hash_table_insert (self->known, finding->message, finding);
}

/* See RFC 3066, 2.1 */
static gboolean
is_language (const char *tag)
{
  return g_regex_match_simple ("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", tag, 0, 0);
}

/* Private: whether an object says which language it is in, and checks that it
 * is one */
gboolean
spz_pdf_checker_language (SpzPdfChecker      *self,
                          const SpzPdfObject *object)
{
  g_autofree char *tag = spz_pdf_object_get_text (object, "/Lang");

  if (tag == NULL)
    return FALSE;

  if (!is_language (tag))
    spz_pdf_checker_report (self, "7.2", "6.7.4", _("“%s” is not the name of a language"), tag);

  return TRUE;
}

/* The tree's claims, by the content they are on */

static guint
claim_hash (gconstpointer data)
{
  const SpzPdfClaim *claim = data;

  return g_int64_hash (&claim->owner) * 31 + g_int64_hash (&claim->mcid);
}

static gboolean
claim_equal (gconstpointer a,
             gconstpointer b)
{
  const SpzPdfClaim *first = a, *second = b;

  return first->owner == second->owner && first->mcid == second->mcid;
}

/* Private: (nullable): the claim on a content */
SpzPdfClaim *
spz_pdf_checker_find_claim (SpzPdfChecker *self,
                            gint64         owner,
                            gint64         mcid)
{
  SpzPdfClaim key = { .owner = owner, .mcid = mcid };

  return g_hash_table_lookup (self->claims, &key);
}

/* The checker */

static void
object_free (gpointer data)
{
  spz_pdf_object_clear (data);
  g_free (data);
}

static GHashTable *
new_by_number (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static void
checker_init (SpzPdfChecker *self,
              qpdf_data      pdf)
{
  *self = (SpzPdfChecker) {
    .pdf = pdf,
    .findings = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_pdf_finding_free),
    .known = g_hash_table_new (g_str_hash, g_str_equal),
    .claims = g_hash_table_new_full (claim_hash, claim_equal, g_free, NULL),
    .holders = new_by_number (g_free),
    .parents = new_by_number (object_free),
    .forms = new_by_number (NULL),
    .fonts = new_by_number ((GDestroyNotify) spz_pdf_font_free),
  };
}

static GPtrArray *
checker_end (SpzPdfChecker *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->claims);
  g_hash_table_unref (self->holders);
  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->fonts);

  return self->findings;
}

static GPtrArray *
check_file (qpdf_data pdf,
            int       n_pages)
{
  SpzPdfChecker self;

  checker_init (&self, pdf);
  if (qpdf_more_warnings (pdf))
    spz_pdf_checker_report (&self, NULL, "6.1", _("The file is damaged, but could be read"));
  spz_pdf_check_catalogue (&self);
  spz_pdf_check_metadata (&self);
  spz_pdf_check_structure (&self);

  for (int i = 0; i < n_pages; i++)
    {
      g_auto (SpzPdfObject) page = spz_pdf_object_page (pdf, (guint) i);

      self.page = (guint) i + 1;
      spz_pdf_check_content (&self, &page);
      spz_pdf_check_annotations (&self, &page);
    }

  self.page = 0;
  spz_pdf_check_claims (&self);
  spz_pdf_check_colours (&self);

  return checker_end (&self);
}

/**
 * spz_pdf_check:
 * @file: a file's bytes
 * @error: return location for an error
 *
 * Checks a file by PDF/UA-1 and PDF/A-2a, as far as a program can. The file may
 * be anything; one made to do harm may take long and much memory, so check
 * strangers' files in a process of limited means. Can be called on any thread.
 *
 * Fails with %SPZ_ERROR_INVALID if it is no PDF or is damaged.
 *
 * Returns: (transfer full) (element-type SpzPdfFinding): why it does not
 *   conform; empty if it does
 */
GPtrArray *
spz_pdf_check (GBytes  *file,
               GError **error)
{
  GPtrArray *findings = NULL;
  qpdf_data pdf;
  gsize length;
  const char *data;
  int n_pages = -1;

  g_return_val_if_fail (file != NULL, NULL);

  data = g_bytes_get_data (file, &length);
  pdf = qpdf_init ();
  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);

  if (length > 0 && !(qpdf_read_memory (pdf, "PDF", data, length, NULL) & QPDF_ERRORS))
    n_pages = qpdf_get_num_pages (pdf);
  if (n_pages >= 0)
    findings = check_file (pdf, n_pages);
  else
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                         _("This is no PDF, or it is damaged or locked by a password"));

  /* Else qpdf would print it. */
  if (qpdf_has_error (pdf))
    qpdf_get_error (pdf);
  qpdf_cleanup (&pdf);

  return findings;
}
