/* spz-import-office.c: a briefing from a word processor's document
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-office-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "spz-error.h"
#include "spz-import-line-private.h"
#include "spz-text.h"

/* A document says what is a heading, a list or a table. What it doesn't say,
 * because somebody typed bullets or made headings bold, is found out as in a
 * text; a document of our own is taken at its word. */

#define MIME_ODT "application/vnd.oasis.opendocument.text"

/* Where typed bullets stand: what a tab and a space are wide, in millimetres,
 * and how much they may differ on one level */
#define TAB_WIDTH 12.5
#define SPACE_WIDTH 2.0
#define SAME_COLUMN 2.0

/* Text */

/* A run's text as a point has it: no tabs, nothing that is only there for a
 * layout. In documents of others, white space is one space. */
static char *
clean (const char *text,
       gboolean    is_own,
       gboolean   *after_space)
{
  GString *cleaned = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = c == '\t' || c == ' ' || c == '\r';

      /* Soft hyphen, zero width space, byte order mark */
      if (c == 0xAD || c == 0x200B || c == 0xFEFF)
        continue;
      if (is_space && *after_space && !is_own)
        continue;
      if (is_space)
        g_string_append_c (cleaned, ' ');
      else
        g_string_append_unichar (cleaned, c);
      *after_space = is_space || c == '\n';
    }

  return g_string_free (cleaned, FALSE);
}

/* A paragraph's text as inline Markdown, without its first @skip bytes */
static char *
make_markdown (SpzOfficeBlock *block,
               gsize           skip,
               gboolean        is_own)
{
  g_autoptr (SpzOfficeBlock) cleaned = spz_office_block_new (SPZ_OFFICE_PARAGRAPH);
  gboolean after_space = TRUE;
  char *markdown;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (block->runs, i);
      gsize length = strlen (run->text);
      gsize cut = MIN (skip, length);
      g_autofree char *text = clean (run->text + cut, is_own, &after_space);

      skip -= cut;
      spz_office_block_append (cleaned, text, run->style);
    }
  markdown = spz_inline_from_runs (cleaned->runs);

  return g_strstrip (markdown);
}

/* Bullets somebody typed */

/* Where a typed bullet stands, and how deep its sign is used */
typedef struct
{
  SpzOfficeBlock *block;
  double          column;
  guint           depth;
} Typed;

static double
get_column (SpzOfficeBlock *block,
            const char     *text)
{
  double column = block->indent;

  for (; *text == '\t' || *text == ' '; text++)
    column += *text == '\t' ? TAB_WIDTH : SPACE_WIDTH;

  return column;
}

/* Cuts the mark, and the white space around it, off a paragraph */
static void
cut (SpzOfficeBlock *block,
     gsize           n)
{
  for (guint i = 0; n > 0 && i < block->runs->len; i++)
    {
      SpzInlineRun *run = g_ptr_array_index (block->runs, i);
      gsize here = MIN (n, strlen (run->text));

      memmove (run->text, run->text + here, strlen (run->text + here) + 1);
      n -= here;
    }
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const double *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

/* The levels of typed bullets are their columns or, where all are in one, how
 * deep their signs are used as a rule */
static void
set_typed_levels (GArray *typed)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean by_column = FALSE;
  guint n = 0;

  for (guint i = 1; i < typed->len; i++)
    by_column |= ABS (g_array_index (typed, Typed, i).column - g_array_index (typed, Typed, 0).column) > SAME_COLUMN;

  for (guint i = 0; i < typed->len; i++)
    {
      const Typed *one = &g_array_index (typed, Typed, i);
      double key = by_column ? one->column : one->depth;

      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_columns);
  for (guint i = 0; i < keys->len; i++)
    if (n == 0 || g_array_index (keys, double, i) - g_array_index (keys, double, n - 1) > SAME_COLUMN)
      g_array_index (keys, double, n++) = g_array_index (keys, double, i);

  for (guint i = 0; i < typed->len; i++)
    {
      const Typed *one = &g_array_index (typed, Typed, i);
      double key = by_column ? one->column : one->depth;
      int level = 1;

      while ((guint) level < n && g_array_index (keys, double, level) <= key + SAME_COLUMN / 2)
        level++;
      one->block->level = level;
    }
}

static void
find_typed_bullets (SpzImport *import,
                    GPtrArray *blocks)
{
  g_autoptr (GArray) typed = g_array_new (FALSE, FALSE, sizeof (Typed));
  guint last_number = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      SpzOfficeBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *plain = spz_office_block_to_plain (block);
      g_autofree char *spaced = g_strdelimit (g_strdup (plain), "\t", ' ');
      Typed one = { block, 0, 0 };
      const char *rest;
      SpzLineMark mark = SPZ_LINE_PLAIN;

      if (block->mark == NULL && block->kind == SPZ_OFFICE_PARAGRAPH)
        mark = spz_line_find_mark (spaced, &last_number, &one.depth, &rest);
      if (mark == SPZ_LINE_PLAIN || *rest == '\0')
        continue;

      one.column = get_column (block, plain);
      cut (block, (gsize) (rest - spaced));
      block->kind = mark == SPZ_LINE_ARROW ? SPZ_OFFICE_CONCLUSION : SPZ_OFFICE_ITEM;
      block->level = 1;
      if (mark == SPZ_LINE_BULLET)
        g_array_append_val (typed, one);
    }

  if (typed->len > 0)
    {
      const Typed *first = &g_array_index (typed, Typed, 0);

      set_typed_levels (typed);
      spz_import_add_message (import, first->block->place,
                              ngettext ("%u bullet was typed by hand; it became a point.",
                                        "%u bullets were typed by hand; they became points.", typed->len),
                              typed->len);
    }
}

/* Where a paragraph's lines begin with typed bullets, each is one */
static gboolean
has_typed_lines (SpzOfficeBlock *block)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) lines = NULL;
  guint number = 0, depth;
  const char *rest;

  if (block->runs == NULL || block->mark != NULL || block->kind == SPZ_OFFICE_HEADING || block->kind == SPZ_OFFICE_TITLE)
    return FALSE;

  plain = g_strdelimit (spz_office_block_to_plain (block), "\t", ' ');
  if (strchr (plain, '\n') == NULL)
    return FALSE;
  lines = g_strsplit (plain, "\n", -1);
  for (char **line = lines + 1; *line != NULL; line++)
    if (spz_line_find_mark (*line, &number, &depth, &rest) != SPZ_LINE_PLAIN)
      return TRUE;

  return FALSE;
}

static SpzOfficeBlock *
begin_line (SpzOfficeBlock *block,
            gboolean        is_first)
{
  SpzOfficeBlock *line = spz_office_block_new (is_first ? block->kind : SPZ_OFFICE_PARAGRAPH);

  line->level = block->level;
  line->indent = block->indent;
  line->place = block->place;
  line->gap = is_first && block->gap;

  return line;
}

static void
split_lines (SpzOfficeBlock *block,
             GPtrArray      *lines)
{
  SpzOfficeBlock *line = begin_line (block, TRUE);

  for (guint i = 0; i < block->runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (block->runs, i);
      g_auto (GStrv) parts = g_strsplit (run->text, "\n", -1);

      for (guint part = 0; parts[part] != NULL; part++)
        {
          if (part > 0)
            {
              g_ptr_array_add (lines, line);
              line = begin_line (block, FALSE);
            }
          spz_office_block_append (line, parts[part], run->style);
        }
    }
  g_ptr_array_add (lines, line);
}

static void
split_typed_lines (SpzOfficeText *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_office_block_free);

  for (guint i = 0; i < text->blocks->len; i++)
    {
      SpzOfficeBlock *block = g_ptr_array_index (text->blocks, i);

      if (has_typed_lines (block))
        {
          split_lines (block, lines);
          continue;
        }
      g_ptr_array_index (text->blocks, i) = NULL;
      g_ptr_array_add (lines, block);
    }
  g_ptr_array_set_free_func (text->blocks, NULL);
  for (guint i = 0; i < text->blocks->len; i++)
    g_clear_pointer (&g_ptr_array_index (text->blocks, i), spz_office_block_free);
  g_ptr_array_unref (text->blocks);
  text->blocks = lines;
}

/* Items */

/* "spz_point_r12" is the point of that number, "spz_field_n3" a field without
 * one: see spz-office.c */
static void
set_mark (SpzImportItem  *item,
          SpzOfficeBlock *block)
{
  g_auto (GStrv) parts = block->mark != NULL ? g_strsplit (block->mark, "_", 3) : NULL;

  if (parts == NULL || g_strv_length (parts) < 2)
    return;

  item->mark = g_strdup (parts[1]);
  if (parts[2] != NULL && *parts[2] == 'r')
    item->id = g_ascii_strtoll (parts[2] + 1, NULL, 10);
}

static void
add_item (SpzImportOffice         *self,
          SpzOfficeBlock *block)
{
  static const SpzImportItemKind kinds[] = {
    [SPZ_OFFICE_PARAGRAPH] = SPZ_IMPORT_ITEM_PARAGRAPH,
    [SPZ_OFFICE_TITLE] = SPZ_IMPORT_ITEM_HEADING,
    [SPZ_OFFICE_HEADING] = SPZ_IMPORT_ITEM_HEADING,
    [SPZ_OFFICE_ITEM] = SPZ_IMPORT_ITEM_BULLET,
    [SPZ_OFFICE_CONTINUED] = SPZ_IMPORT_ITEM_TEXT,
    [SPZ_OFFICE_CONCLUSION] = SPZ_IMPORT_ITEM_CONCLUSION,
  };
  g_autofree char *plain = spz_office_block_to_plain (block);
  guint number = 0, depth;
  const char *rest = plain;
  g_autofree char *markdown = NULL;
  SpzImportItem *item;
  int level = block->level;

  if (g_strcmp0 (block->mark, SPZ_OFFICE_LETTERHEAD) == 0)
    return;

  if (block->kind == SPZ_OFFICE_CONCLUSION)
    spz_line_find_mark (plain, &number, &depth, &rest);
  markdown = make_markdown (block, (gsize) (rest - plain), self->is_own);
  if (*markdown == '\0')
    return;

  if (block->kind == SPZ_OFFICE_PARAGRAPH &&
      (g_strcmp0 (block->mark, SPZ_OFFICE_MARK "note") == 0 || (block->mark == NULL && self->after_plan)))
    {
      g_free (self->import->plan_note);
      self->import->plan_note = spz_inline_to_plain (markdown);
      self->after_plan = FALSE;
      return;
    }

  if (block->kind == SPZ_OFFICE_HEADING)
    level += self->has_title;
  else if (block->kind == SPZ_OFFICE_TITLE)
    level = 1;
  else if (self->is_own)
    level = MIN (level, SPZ_IMPORT_MAX_LEVEL);
  item = spz_import_items_add (self->items, kinds[block->kind], markdown, level, block->place);
  item->gap = block->gap;
  set_mark (item, block);
  if (g_strcmp0 (item->mark, "plan") == 0)
    item->kind = SPZ_IMPORT_ITEM_PLAN;
  self->after_plan = FALSE;
}

/* The plan itself is a picture, of which its heading is what can be read */
static void
find_plan (GPtrArray *items)
{
  SpzImportItem *last = items->len > 1 ? g_ptr_array_index (items, items->len - 1) : NULL;

  if (last != NULL && last->mark == NULL &&
      (last->kind == SPZ_IMPORT_ITEM_PARAGRAPH || last->kind == SPZ_IMPORT_ITEM_HEADING) &&
      spz_import_is_plan_heading (last->text))
    last->kind = SPZ_IMPORT_ITEM_PLAN;
}

static gboolean
has_title (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((SpzOfficeBlock *) g_ptr_array_index (blocks, i))->kind == SPZ_OFFICE_TITLE)
      return TRUE;

  return FALSE;
}

/* Private: makes items of paragraphs and tables */
void
spz_import_office_add_blocks (SpzImportOffice    *self,
                              GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SpzOfficeBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SPZ_OFFICE_TABLE)
        spz_import_office_add_table (self, block);
      else
        add_item (self, block);
    }
}

/* Private: the text of a cell, a line a paragraph, inline Markdown */
char *
spz_import_office_get_cell (SpzImportOffice    *self,
                            GPtrArray *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cell->len; i++)
    {
      SpzOfficeBlock *block = g_ptr_array_index (cell, i);
      g_autofree char *markdown = NULL;

      if (block->kind != SPZ_OFFICE_TABLE)
        {
          markdown = make_markdown (block, 0, self->is_own);
          if (text->len > 0)
            g_string_append_c (text, '\n');
          g_string_append (text, markdown);
          continue;
        }

      for (guint row = 0; row < block->rows->len; row++)
        {
          GPtrArray *cells = g_ptr_array_index (block->rows, row);

          for (guint column = 0; column < cells->len; column++)
            {
              g_autofree char *inner = spz_import_office_get_cell (self, g_ptr_array_index (cells, column));

              g_string_append_printf (text, "%s%s", text->len > 0 && *inner != '\0' ? "\n" : "", inner);
            }
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What was left out or changed on the way, of the document as a whole */
static void
report (SpzImport           *import,
        const SpzOfficeText *text,
        gboolean             is_own)
{
  if (text->changes)
    spz_import_add_message (import, 0, _("The document has tracked changes: insertions were taken, what was "
                                         "deleted was left out."));
  if (text->n_comments > 0)
    spz_import_add_message (import, 0, ngettext ("%u comment was left out.", "%u comments were left out.",
                                                 text->n_comments), text->n_comments);
  if (text->n_hidden > 0)
    spz_import_add_message (import, 0, ngettext ("%u hidden text was left out.", "%u hidden texts were left out.",
                                                 text->n_hidden), text->n_hidden);
  if (text->n_notes > 0)
    spz_import_add_message (import, 0, ngettext ("%u footnote became text in brackets.",
                                                 "%u footnotes became text in brackets.", text->n_notes),
                            text->n_notes);

  /* The header of our own says what the programme knows */
  for (guint i = 0; !is_own && i < text->aside->len; i++)
    {
      g_autofree char *squeezed = spz_text_squeeze (g_ptr_array_index (text->aside, i));
      g_autofree char *shown = spz_text_ellipsize (squeezed, 80);

      spz_import_add_message (import, 0, _("In a header, a footer or a text box, and left out: “%s”"), shown);
    }
}

/* "PROGRAMME BRIEFING", or "-" in a paper that isn't for the office alone */
static void
take_source (SpzImport  *import,
             const char *source)
{
  g_auto (GStrv) words = g_strsplit (source, " ", 2);

  if (g_strv_length (words) != 2)
    return;

  g_free (import->source);
  import->source = g_strdup (words[0]);
  import->briefing = g_ascii_strtoll (words[1], NULL, 10);
}

static gboolean
read_package (SpzOfficeText     *text,
              SpzPackageReader  *package,
              GError           **error)
{
  g_autofree char *type = spz_package_reader_text (package, "mimetype");

  if (g_str_has_prefix (type, MIME_ODT))
    return spz_odt_read (text, package, error);
  if (spz_package_reader_has (package, "[Content_Types].xml") && !spz_package_reader_has (package, "xl/workbook.xml"))
    return spz_docx_read (text, package, error);

  if (strstr (type, "spreadsheet") != NULL || spz_package_reader_has (package, "xl/workbook.xml"))
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                         _("This is a spreadsheet. Save it as CSV and import that."));
  else
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                         _("This is a packed file, but no document of Word (DOCX) or LibreOffice (ODT). Unpack it "
                           "and import what is in it."));

  return FALSE;
}

/**
 * spz_import_read_office:
 * @import: the result
 * @bytes: a packed document
 * @error: return location for an #SPZ_ERROR
 *
 * Reads a briefing from a DOCX (ECMA-376) or an ODT (ODF 1.2), by what is in
 * it. What has no place becomes text, and what was left out is named.
 *
 * Returns: whether it could be read
 */
gboolean
spz_import_read_office (SpzImport  *import,
                        GBytes     *bytes,
                        GError    **error)
{
  g_autoptr (SpzPackageReader) package = spz_package_reader_new (bytes, error);
  g_autoptr (SpzOfficeText) text = spz_office_text_new ();
  g_autoptr (GPtrArray) items = spz_import_items_new ();
  SpzImportOffice self = { import, items };

  if (package == NULL || !read_package (text, package, error) || !spz_office_text_check (text, error))
    return FALSE;
  if (text->blocks->len == 0)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("There is no text in this document."));
      return FALSE;
    }

  self.is_own = text->source != NULL;
  import->has_emphasis = TRUE;
  import->by_paragraph = TRUE;
  if (self.is_own)
    take_source (import, text->source);
  split_typed_lines (text);
  find_typed_bullets (import, text->blocks);

  self.has_title = has_title (text->blocks);
  report (import, text, self.is_own);
  spz_import_office_add_blocks (&self, text->blocks);
  find_plan (items);
  spz_import_read_items (import, items, self.is_own);

  return TRUE;
}
