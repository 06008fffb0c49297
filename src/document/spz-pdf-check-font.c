/* spz-pdf-check-font.c: whether a PDF's fonts are there, and their text readable
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-pdf-private.h"

#define N_CODES 65536

/* Flags of a font, see ISO 32000-1, table 123 */
#define FLAG_SYMBOLIC (1 << 2)

/* What is known of a character's code */
enum
{
  CODE_UNKNOWN,
  CODE_KNOWN,
  CODE_INVALID,
};

void
spz_pdf_font_free (SpzPdfFont *self)
{
  g_free (self->name);
  g_free (self->codes);
  g_free (self);
}

/* Which characters codes are */

static guint
get_code (GBytes *bytes,
          gsize   at,
          gsize   length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint code = 0;

  for (gsize i = at; i < MIN (at + length, size); i++)
    code = code << 8 | data[i];

  return code;
}

/* UTF-16BE, of which the last unit is @offset higher */
static guint8
judge_text (GBytes *text,
            guint   offset)
{
  gsize size = g_bytes_get_size (text);

  if (size < 2)
    return CODE_INVALID;

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      guint unit = get_code (text, i, 2) + (i + 3 >= size ? offset : 0);

      if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE)
        return CODE_INVALID;
    }

  return CODE_KNOWN;
}

static GBytes *
get_bytes (const SpzPdfObject *array,
           guint               index)
{
  g_auto (SpzPdfObject) item = spz_pdf_object_get_item (array, index);
  GBytes *bytes = spz_pdf_object_to_bytes (&item);

  return bytes != NULL ? bytes : g_bytes_new (NULL, 0);
}

static void
read_characters (SpzPdfFont         *self,
                 const SpzPdfObject *operands)
{
  guint n_operands = spz_pdf_object_get_length (operands);

  for (guint i = 0; i + 1 < n_operands; i += 2)
    {
      g_autoptr (GBytes) code = get_bytes (operands, i);
      g_autoptr (GBytes) text = get_bytes (operands, i + 1);

      self->codes[get_code (code, 0, 2)] = judge_text (text, 0);
    }
}

static void
read_ranges (SpzPdfFont         *self,
             const SpzPdfObject *operands)
{
  guint n_operands = spz_pdf_object_get_length (operands);

  for (guint i = 0; i + 2 < n_operands; i += 3)
    {
      g_autoptr (GBytes) first = get_bytes (operands, i);
      g_autoptr (GBytes) last = get_bytes (operands, i + 1);
      g_autoptr (GBytes) text = get_bytes (operands, i + 2);
      g_auto (SpzPdfObject) list = spz_pdf_object_get_item (operands, i + 2);
      gboolean is_list = spz_pdf_object_is_array (&list);
      guint from = get_code (first, 0, 2), to = get_code (last, 0, 2);

      for (guint code = from; code <= to; code++)
        {
          g_autoptr (GBytes) own = is_list ? get_bytes (&list, code - from) : NULL;

          self->codes[code] = judge_text (is_list ? own : text, is_list ? 0 : code - from);
        }
    }
}

/* Reads a CMap, see ISO 32000-1, 9.10.3: its syntax is that of content. */
static void
read_characters_map (SpzPdfFont *self,
                     qpdf_data   pdf,
                     GBytes     *map)
{
  gsize length;
  const char *data = g_bytes_get_data (map, &length);
  SpzPdfInstruction instruction = { 0 };

  while (data != NULL && spz_pdf_content_next (data, length, &instruction))
    {
      gboolean is_range = spz_pdf_instruction_is (&instruction, "endbfrange");

      if (is_range || spz_pdf_instruction_is (&instruction, "endbfchar"))
        {
          g_auto (SpzPdfObject) operands = spz_pdf_object_parse (pdf, data + instruction.start,
                                                                 (gsize) (instruction.name - data) - instruction.start);

          if (is_range)
            read_ranges (self, &operands);
          else
            read_characters (self, &operands);
        }
    }
}

static gboolean
is_one_of (const char *name,
           const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  return name != NULL && g_strv_contains ((const char *const *) split, name);
}

/* Whether the encoding alone says which characters a simple font's codes are */
static gboolean
is_encoded (const SpzPdfObject *font,
            gboolean            is_symbolic)
{
  g_auto (SpzPdfObject) encoding = spz_pdf_object_get (font, "/Encoding");
  g_autofree char *name = spz_pdf_object_to_name (&encoding);

  if (spz_pdf_object_is_dictionary (&encoding))
    return TRUE;
  if (is_one_of (name, "/WinAnsiEncoding /MacRomanEncoding /MacExpertEncoding /StandardEncoding"))
    return TRUE;

  return !is_symbolic && !spz_pdf_object_has_name (font, "/Subtype", "/Type3");
}

/* Whether a collection of characters is known, see ISO 32000-1, 9.7.3 */
static gboolean
is_collection (const SpzPdfObject *descendant)
{
  g_auto (SpzPdfObject) info = spz_pdf_object_get (descendant, "/CIDSystemInfo");
  g_autofree char *ordering = spz_pdf_object_get_text (&info, "/Ordering");

  return is_one_of (ordering, "GB1 CNS1 Japan1 Korea1");
}

static void
read_codes (SpzPdfChecker      *checker,
            SpzPdfFont         *self,
            const SpzPdfObject *font,
            gboolean            are_known)
{
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (font, "/ToUnicode");
  g_autoptr (GBytes) map = spz_pdf_object_get_stream (&stream);

  if (map == NULL && are_known)
    return;

  self->codes = g_malloc (N_CODES);
  memset (self->codes, are_known ? CODE_KNOWN : CODE_UNKNOWN, N_CODES);
  if (map != NULL)
    read_characters_map (self, checker->pdf, map);
}

/* TrueType */

/* Which tables of characters a TrueType program has, see OpenType's "cmap" */
static guint
count_tables (const SpzPdfObject *descriptor,
              gboolean           *has_unicode,
              gboolean           *has_symbols)
{
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (descriptor, "/FontFile2");
  g_autoptr (GBytes) program = spz_pdf_object_get_stream (&stream);
  gsize n_tables, n_maps = 0, cmap = 0;

  *has_unicode = *has_symbols = FALSE;
  if (program == NULL)
    return 0;

  n_tables = get_code (program, 4, 2);
  for (gsize i = 0; i < n_tables && cmap == 0; i++)
    if (get_code (program, 12 + 16 * i, 4) == 0x636D6170)
      cmap = get_code (program, 12 + 16 * i + 8, 4);

  if (cmap > 0)
    n_maps = get_code (program, cmap + 2, 2);
  for (gsize i = 0; i < n_maps; i++)
    {
      guint platform = get_code (program, cmap + 4 + 8 * i, 2);
      guint encoding = get_code (program, cmap + 4 + 8 * i + 2, 2);

      *has_unicode = *has_unicode || (platform == 3 && encoding == 1);
      *has_symbols = *has_symbols || (platform == 3 && encoding == 0);
    }

  return (guint) n_maps;
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

static void
check_true_type (SpzPdfChecker      *checker,
                 const SpzPdfFont   *self,
                 const SpzPdfObject *font,
                 const SpzPdfObject *descriptor,
                 gboolean            is_symbolic)
{
  g_auto (SpzPdfObject) encoding = spz_pdf_object_get (font, "/Encoding");
  g_auto (SpzPdfObject) differences = spz_pdf_object_get (&encoding, "/Differences");
  g_autofree char *name = spz_pdf_object_is_dictionary (&encoding)
    ? spz_pdf_object_get_name (&encoding, "/BaseEncoding") : spz_pdf_object_to_name (&encoding);
  gboolean has_unicode, has_symbols;
  guint n_tables = count_tables (descriptor, &has_unicode, &has_symbols);

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

/* Compact fonts, see Adobe Technical Note 5176 */

/* Reads the index at @at; returns where it ends, 0 if it is damaged. */
static gsize
skip_index (GBytes *program,
            gsize   at,
            guint  *n_items,
            gsize  *first)
{
  gsize size = g_bytes_get_size (program);
  guint offset_size;

  if (at + 3 > size)
    return 0;

  *n_items = get_code (program, at, 2);
  if (*n_items == 0)
    return at + 2;

  offset_size = get_code (program, at + 2, 1);
  *first = at + 2 + (gsize) (*n_items + 1) * offset_size;

  return offset_size < 1 || offset_size > 4 || *first >= size
    ? 0 : *first + get_code (program, at + 3 + (gsize) *n_items * offset_size, offset_size);
}

/* An integer of a dictionary, or -1 if it is none; moves @at */
static gint64
read_operand (GBytes *program,
              gsize  *at)
{
  guint first = get_code (program, (*at)++, 1);

  if (first >= 32 && first <= 246)
    return (gint64) first - 139;
  if (first >= 247 && first <= 254)
    {
      guint second = get_code (program, (*at)++, 1);

      return first < 251 ? (gint64) (first - 247) * 256 + second + 108 : -1;
    }
  if (first == 28 || first == 29)
    {
      guint length = first == 28 ? 2 : 4;
      guint value = get_code (program, *at, length);

      *at += length;
      return value;
    }
  if (first == 30)
    while (*at < g_bytes_get_size (program) && (get_code (program, (*at)++, 1) & 15) != 15)
      continue;

  return -1;
}

/* How many glyphs a compact font has, the missing one left out; 0 if that is
 * not known */
static guint
count_glyphs (GBytes *program)
{
  const guint glyphs_operator = 17;
  gint64 operand = -1;
  guint n_items;
  gsize at, end, first = 0;

  at = skip_index (program, get_code (program, 2, 1), &n_items, &first);
  end = at > 0 ? skip_index (program, at, &n_items, &first) : 0;
  if (end == 0 || n_items == 0)
    return 0;

  for (at = first + 1; at < MIN (end, g_bytes_get_size (program));)
    {
      guint byte = get_code (program, at, 1);

      if (byte == glyphs_operator)
        return operand > 0 && skip_index (program, (gsize) operand, &n_items, &first) > 0 && n_items > 0 ? n_items - 1 : 0;
      if (byte <= 21)
        at += byte == 12 ? 2 : 1;
      else
        operand = read_operand (program, &at);
    }

  return 0;
}

/* A list of the glyphs, where there is one, names all of them. */
static void
check_glyph_list (SpzPdfChecker      *checker,
                  const SpzPdfFont   *self,
                  const SpzPdfObject *descriptor)
{
  g_autofree char *list = spz_pdf_object_get_text (descriptor, "/CharSet");
  g_auto (SpzPdfObject) stream = spz_pdf_object_get (descriptor, "/FontFile3");
  g_autoptr (GBytes) program = NULL;
  guint n_names = 0, n_glyphs;

  if (list == NULL || !spz_pdf_object_has_name (&stream, "/Subtype", "/Type1C"))
    return;

  for (const char *c = list; *c != '\0'; c++)
    n_names += *c == '/' && !g_str_has_prefix (c, "/.notdef");
  program = spz_pdf_object_get_stream (&stream);
  n_glyphs = program != NULL ? count_glyphs (program) : 0;
  if (n_glyphs > 0 && n_names != n_glyphs)
    spz_pdf_checker_report (checker, "7.21.4.2", "6.2.11.4.2",
                            _("The font %s does not list all of its characters, or others (CharSet)"), self->name);
}

/* Fonts */

static gboolean
is_embedded (const SpzPdfObject *descriptor)
{
  return spz_pdf_object_has (descriptor, "/FontFile") || spz_pdf_object_has (descriptor, "/FontFile2") ||
         spz_pdf_object_has (descriptor, "/FontFile3");
}

static void
check_composite (SpzPdfChecker      *checker,
                 SpzPdfFont         *self,
                 const SpzPdfObject *font)
{
  g_auto (SpzPdfObject) encoding = spz_pdf_object_get (font, "/Encoding");
  g_auto (SpzPdfObject) descendants = spz_pdf_object_get (font, "/DescendantFonts");
  g_auto (SpzPdfObject) descendant = spz_pdf_object_get_item (&descendants, 0);
  g_auto (SpzPdfObject) descriptor = spz_pdf_object_get (&descendant, "/FontDescriptor");
  g_auto (SpzPdfObject) glyphs = spz_pdf_object_get (&descendant, "/CIDToGIDMap");
  gboolean is_identity = spz_pdf_object_is_name (&encoding, "/Identity-H") ||
                         spz_pdf_object_is_name (&encoding, "/Identity-V");

  self->is_embedded = is_embedded (&descriptor);
  self->is_identity = is_identity && spz_pdf_object_is_name (&glyphs, "/Identity");
  self->code_length = is_identity ? 2 : 0;
  if (self->is_embedded && spz_pdf_object_has_name (&descendant, "/Subtype", "/CIDFontType2") &&
      !spz_pdf_object_is_stream (&glyphs) && !spz_pdf_object_is_name (&glyphs, "/Identity"))
    spz_pdf_checker_report (checker, "7.21.3.2", "6.2.11.3.2",
                            _("The font %s does not say which character is which glyph (CIDToGIDMap)"), self->name);

  read_codes (checker, self, font, !is_identity || is_collection (&descendant));
}

static void
check_simple (SpzPdfChecker      *checker,
              SpzPdfFont         *self,
              const SpzPdfObject *font)
{
  g_auto (SpzPdfObject) descriptor = spz_pdf_object_get (font, "/FontDescriptor");
  gboolean is_symbolic;
  gint64 flags = 0;

  spz_pdf_object_get_int (&descriptor, "/Flags", &flags);
  is_symbolic = (flags & FLAG_SYMBOLIC) != 0;
  self->code_length = 1;
  self->is_embedded = is_embedded (&descriptor) || spz_pdf_object_has_name (font, "/Subtype", "/Type3");
  if (spz_pdf_object_has_name (font, "/Subtype", "/TrueType"))
    check_true_type (checker, self, font, &descriptor, is_symbolic);
  check_glyph_list (checker, self, &descriptor);

  read_codes (checker, self, font, is_encoded (font, is_symbolic));
}

/* Private: checks a font, once; the checker owns the result */
SpzPdfFont *
spz_pdf_check_font (SpzPdfChecker      *self,
                    const SpzPdfObject *font)
{
  gint64 id = spz_pdf_object_get_id (font);
  SpzPdfFont *known = id != 0 ? g_hash_table_lookup (self->fonts, &id) : NULL;
  g_autofree char *name = NULL;

  if (known != NULL || !spz_pdf_object_is_dictionary (font))
    return known;

  name = spz_pdf_object_get_name (font, "/BaseFont");
  known = g_new0 (SpzPdfFont, 1);
  known->name = g_strdup (name != NULL ? name + 1 : "?");
  if (spz_pdf_object_has_name (font, "/Subtype", "/Type0"))
    check_composite (self, known, font);
  else
    check_simple (self, known, font);

  /* One that is part of its page has no number. */
  if (id == 0)
    id = -1 - (gint64) g_hash_table_size (self->fonts);
  g_hash_table_replace (self->fonts, g_memdup2 (&id, sizeof id), known);

  return known;
}

/* Private: checks a text that is shown in a font */
void
spz_pdf_check_text (SpzPdfChecker    *self,
                    const SpzPdfFont *font,
                    GBytes           *text,
                    gboolean          is_visible)
{
  gsize size = g_bytes_get_size (text);

  if (is_visible && !font->is_embedded)
    spz_pdf_checker_report (self, "7.21.4.1", "6.2.11.4.1",
                            _("The font %s is not embedded in the file"), font->name);
  if (font->code_length == 0)
    return;

  for (gsize i = 0; i + font->code_length <= size; i += font->code_length)
    {
      guint code = get_code (text, i, font->code_length);

      if (code == 0 && font->is_identity)
        spz_pdf_checker_report (self, "7.21.8", "6.2.11.8",
                                _("A character is shown that the font %s does not have"), font->name);
      else if (font->codes != NULL && font->codes[code] == CODE_UNKNOWN)
        spz_pdf_checker_report (self, "7.21.7", "6.2.11.7.2",
                                _("Text in the font %s can be seen, but not read (ToUnicode)"), font->name);
      else if (font->codes != NULL && font->codes[code] == CODE_INVALID)
        spz_pdf_checker_report (self, "7.21.7", "6.2.11.7.2",
                                _("Characters of the font %s are said to be none (ToUnicode)"), font->name);
    }
}
