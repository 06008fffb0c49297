/* spz-pdf-check-true-type.c: whether a PDF's TrueType fonts say which glyph is which
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_one_of (const char *name,
           const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  return name != NULL && g_strv_contains ((const char *const *) split, name);
}

/* Words of the Adobe Glyph List, beside letters with accents and numbers */
static const char glyph_words[] =
  "A AE B C D E Eth Euro F G H I IJ J K L Lslash M N O OE P Q R S T Thorn U V W X Y Z a acute ae ampersand "
  "asciicircum asciitilde asterisk at b backslash bar braceleft braceright bracketleft bracketright breve "
  "brokenbar bullet c caron cedilla cent circumflex colon comma copyright currency d dagger daggerdbl degree "
  "dieresis divide dollar dotaccent dotlessi e eight ellipsis emdash endash equal eth exclam exclamdown f fi five "
  "fl florin four fraction g germandbls grave greater greaterequal guillemotleft guillemotright guilsinglleft "
  "guilsinglright h hungarumlaut hyphen i ij infinity integral j k l less lessequal logicalnot lozenge lslash m "
  "macron minus mu multiply n nbspace nine notequal numbersign o oe ogonek one onehalf onequarter onesuperior "
  "ordfeminine ordmasculine p paragraph parenleft parenright partialdiff percent period periodcentered "
  "perthousand pi plus plusminus product q question questiondown quotedbl quotedblbase quotedblleft "
  "quotedblright quoteleft quoteright quotesinglbase quotesingle r radical registered ring s section semicolon "
  "seven sfthyphen six slash space sterling summation t thorn three threequarters threesuperior tilde trademark "
  "two twosuperior u underscore v w x y yen z zero approxequal Delta Omega Alpha Beta Gamma Epsilon Zeta Eta "
  "Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi alpha beta gamma delta epsilon "
  "zeta eta theta iota kappa lambda nu xi omicron rho sigma tau upsilon phi chi psi omega ff ffi ffl dotlessj "
  "arrowleft arrowup arrowright arrowdown .notdef";

static const char glyph_accents[] =
  "acute grave circumflex dieresis tilde ring caron cedilla ogonek breve macron dotaccent hungarumlaut "
  "commaaccent slash croat bar dot horn stroke slashacute eacute";

static gboolean
has_digits (const char *text)
{
  guint n_digits = 0;

  while (g_ascii_isxdigit (text[n_digits]))
    n_digits++;

  return n_digits >= 4 && text[n_digits] == '\0';
}

/* Whether a name tells which character a glyph is, as those of the Adobe Glyph
 * List do; "g23" doesn't. What stands behind a dot is a variant. */
static gboolean
is_glyph_name (const char *name)
{
  g_autofree char *base = g_strndup (name, strchr (name + 1, '.') != NULL ? (gsize) (strchr (name + 1, '.') - name) : strlen (name));

  return is_one_of (base, glyph_words) ||
         (g_ascii_isalpha (base[0]) && is_one_of (base + 1, glyph_accents)) ||
         (g_str_has_prefix (base, "uni") && has_digits (base + 3)) ||
         (g_str_has_prefix (base, "afii") && has_digits (base + 4)) ||
         (base[0] == 'u' && has_digits (base + 1));
}

static gboolean
has_invented_names (const SpzPdfObject *differences)
{
  guint n_items = spz_pdf_object_get_length (differences);

  for (guint i = 0; i < n_items; i++)
    {
      g_auto (SpzPdfObject) item = spz_pdf_object_get_item (differences, i);
      g_autofree char *name = spz_pdf_object_to_name (&item);

      if (name != NULL && name[1] != '\0' && !is_glyph_name (name + 1))
        return TRUE;
    }

  return FALSE;
}

/* Private: checks how a simple TrueType font is encoded */
void
spz_pdf_check_true_type (SpzPdfChecker      *checker,
                         const SpzPdfFont   *self,
                         const SpzPdfObject *font,
                         gboolean            is_symbolic)
{
  g_auto (SpzPdfObject) encoding = spz_pdf_object_get (font, "/Encoding");
  g_auto (SpzPdfObject) differences = spz_pdf_object_get (&encoding, "/Differences");
  g_autofree char *name = spz_pdf_object_is_dictionary (&encoding)
    ? spz_pdf_object_get_name (&encoding, "/BaseEncoding") : spz_pdf_object_to_name (&encoding);
  gboolean has_unicode = FALSE, has_symbols = FALSE;
  guint n_tables = self->program != NULL ? spz_pdf_program_count_tables (self->program, &has_unicode, &has_symbols) : 0;

  if (is_symbolic)
    {
      if (!spz_pdf_object_is_null (&encoding))
        spz_pdf_checker_report (checker, "7.21.6", "6.2.11.6",
                                _("The font %s is one of symbols, but has an encoding"), self->name);
      if (n_tables > 1 && !has_symbols)
        spz_pdf_checker_report (checker, "7.21.6", "6.2.11.6",
                                _("The font %s does not say which of its symbols is which"), self->name);
      return;
    }

  if (!is_one_of (name, "/WinAnsiEncoding /MacRomanEncoding"))
    spz_pdf_checker_report (checker, "7.21.6", "6.2.11.6",
                            _("The font %s has neither the Windows nor the Macintosh encoding"), self->name);
  else if (spz_pdf_object_is_array (&differences) && (!has_unicode || has_invented_names (&differences)))
    spz_pdf_checker_report (checker, "7.21.6", "6.2.11.6",
                            _("The encoding of the font %s has names that are no characters’"), self->name);
  if (self->is_embedded && n_tables == 0)
    spz_pdf_checker_report (checker, "7.21.6", "6.2.11.6",
                            _("The font %s has no table of its characters"), self->name);
}
