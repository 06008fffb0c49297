/* spz-docx-reader.c: reading Office Open XML text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx-reader-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "spz-error.h"

/* ECMA-376, part 1, chapter 17, transitional and strict alike: elements are
 * known by their local names. What isn't known is looked into for text. */

#define MAX_SPAN 64

typedef struct
{
  SpzOfficeText    *text;
  SpzPackageReader *package;
  SpzDocxStyles    *styles;
  char             *folder;    /* of the main part, with its slash */
  xmlDoc           *footnotes; /* (nullable) */
  xmlDoc           *endnotes;  /* (nullable) */
  GHashTable       *notes;     /* elements of both, by what refers to them and number */

  /* The paragraph that is read */
  SpzOfficeBlock   *block;
} Reader;

static void read_inline (Reader        *self,
                         const xmlNode *parent);
static void read_blocks (Reader        *self,
                         const xmlNode *parent);

static void
append_plain (GString       *text,
              const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (spz_xml_is (child, "Fallback") || spz_xml_is (child, "del"))
        continue;
      if (spz_xml_is (child, "t"))
        for (const xmlNode *part = child->children; part != NULL; part = part->next)
          g_string_append (text, part->content != NULL ? (const char *) part->content : "");
      else if (child->type == XML_ELEMENT_NODE)
        append_plain (text, child);
      if (spz_xml_is (child, "p") || spz_xml_is (child, "tab"))
        g_string_append_c (text, ' ');
    }
}

/* Runs */

static char *
make_note_key (const char *kind,
               const char *id)
{
  return g_strconcat (kind, "Reference", id, NULL);
}

static void
index_notes (Reader       *self,
             const xmlDoc *tree,
             const char   *kind)
{
  const xmlNode *root = tree != NULL ? xmlDocGetRootElement (tree) : NULL;

  for (xmlNode *child = root != NULL ? root->children : NULL; child != NULL; child = child->next)
    if (spz_xml_is (child, kind) && spz_xml_get (child, "id") != NULL)
      g_hash_table_insert (self->notes, make_note_key (kind, spz_xml_get (child, "id")), child);
}

/* What was made of something else isn't read, but made again: it is known by
 * the bookmark in it. */
static gboolean
is_made (const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      const char *name = spz_xml_is (child, "bookmarkStart") ? spz_xml_get (child, "name") : NULL;

      if ((name != NULL && g_str_has_prefix (name, SPZ_OFFICE_NOTE)) || is_made (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
repeats_note (const xmlNode *field)
{
  const char *instruction = spz_xml_is (field, "fldSimple") ? spz_xml_get (field, "instr") : NULL;

  return instruction != NULL && strstr (instruction, SPZ_OFFICE_NOTE_FIELD) != NULL;
}

static void
add_note (Reader         *self,
          const xmlNode  *reference,
          SpzInlineStyle  style)
{
  const char *id = spz_xml_get (reference, "id");
  g_autofree char *key = g_strconcat ((const char *) reference->name, id, NULL);
  const xmlNode *note = g_hash_table_lookup (self->notes, key);
  g_autoptr (GString) plain = g_string_new (NULL);

  if (note == NULL || !spz_office_text_check (self->text, NULL) || is_made (note))
    return;

  append_plain (plain, note);
  spz_office_text_add_note (self->text, self->block, plain->str, style);
}

/* "F0B7", as Word writes a sign of the font Symbol */
static void
add_symbol (Reader         *self,
            const xmlNode  *symbol,
            SpzInlineStyle  style)
{
  const char *code = spz_xml_get (symbol, "char");
  gunichar c = code != NULL ? (gunichar) g_ascii_strtoull (code, NULL, 16) : 0;
  char utf8[7] = "";

  if (c > 0x20 && g_unichar_validate (c))
    utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
  spz_office_block_append (self->block, utf8, style);
}

/* What stands in a text box isn't part of the line it hangs on */
static void
read_picture (Reader        *self,
              const xmlNode *picture)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  append_plain (plain, picture);
  spz_office_text_add_aside (self->text, plain->str);
}

static void
read_run_child (Reader         *self,
                const xmlNode  *child,
                SpzInlineStyle  style)
{
  static const char *const pictures[] = { "drawing", "pict", "object", "AlternateContent", NULL };

  if (spz_xml_is (child, "t"))
    for (const xmlNode *part = child->children; part != NULL; part = part->next)
      spz_office_block_append (self->block, part->content != NULL ? (const char *) part->content : "", style);
  else if (spz_xml_is (child, "tab") || spz_xml_is (child, "ptab"))
    spz_office_block_append (self->block, "\t", style);
  else if (spz_xml_is (child, "cr") || (spz_xml_is (child, "br") && spz_xml_get (child, "type") == NULL) ||
           (spz_xml_is (child, "br") && g_str_equal (spz_xml_get (child, "type"), "textWrapping")))
    spz_office_block_append (self->block, "\n", style);
  else if (spz_xml_is (child, "noBreakHyphen"))
    spz_office_block_append (self->block, "\u2011", style);
  else if (spz_xml_is (child, "sym"))
    add_symbol (self, child, style);
  else if (spz_xml_is (child, "footnoteReference") || spz_xml_is (child, "endnoteReference"))
    add_note (self, child, style);
  else if (spz_xml_is (child, "commentReference"))
    self->text->n_comments++;
  else if (spz_xml_is_one_of (child, pictures))
    read_picture (self, child);
  else if (spz_xml_is (child, "ruby"))
    read_inline (self, spz_xml_child (child, "rubyBase"));
}

static void
read_run (Reader        *self,
          const xmlNode *run)
{
  /* Such paragraphs are bold as a rule */
  gboolean is_plain = self->block->kind == SPZ_OFFICE_TITLE || self->block->kind == SPZ_OFFICE_HEADING ||
                      self->block->kind == SPZ_OFFICE_CONCLUSION;
  gboolean is_hidden;
  SpzInlineStyle style = spz_docx_styles_get (self->styles, run, is_plain, &is_hidden);

  if (is_hidden)
    {
      g_autoptr (GString) plain = g_string_new (NULL);

      append_plain (plain, run);
      self->text->n_hidden += plain->len > 0;
      return;
    }

  for (const xmlNode *child = run->children; child != NULL; child = child->next)
    read_run_child (self, child, style);
}

static void
take_bookmark (Reader        *self,
               const xmlNode *bookmark)
{
  const char *name = spz_xml_get (bookmark, "name");

  if (name != NULL && g_str_has_prefix (name, SPZ_OFFICE_MARK) && self->block->mark == NULL)
    self->block->mark = g_strdup (name);
}

static void
read_inline (Reader        *self,
             const xmlNode *parent)
{
  static const char *const dropped[] = { "del", "moveFrom", NULL };
  static const char *const taken[] = { "ins", "moveTo", NULL };
  static const char *const ignored[] = { "pPr", "sdtPr", "sdtEndPr", "Fallback", "customXmlPr", NULL };

  for (const xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL; child = child->next)
    {
      if (spz_xml_is (child, "r"))
        read_run (self, child);
      else if (spz_xml_is (child, "bookmarkStart"))
        take_bookmark (self, child);
      else if (spz_xml_is_one_of (child, dropped))
        self->text->changes = TRUE;
      else if (child->type == XML_ELEMENT_NODE && !spz_xml_is_one_of (child, ignored) && !repeats_note (child))
        {
          self->text->changes |= spz_xml_is_one_of (child, taken);
          read_inline (self, child);
        }
    }
}

/* Paragraphs */

/* Whether its end was deleted: it goes on with the next (17.13.5.15) */
static gboolean
goes_on (const xmlNode *paragraph)
{
  return spz_xml_child (spz_xml_child (spz_xml_child (paragraph, "pPr"), "rPr"), "del") != NULL;
}

static void
read_paragraph (Reader        *self,
                const xmlNode *paragraph)
{
  g_autoptr (SpzOfficeBlock) block = NULL;

  self->text->place++;
  if (self->block == NULL)
    {
      block = spz_office_block_new (SPZ_OFFICE_PARAGRAPH);
      block->place = self->text->place;
      if (!spz_docx_styles_place (self->styles, paragraph, block))
        return;
    }
  else
    {
      block = self->block;
    }

  self->block = block;
  read_inline (self, paragraph);
  if (goes_on (paragraph))
    {
      self->text->changes = TRUE;
      g_steal_pointer (&block);
      return;
    }
  self->block = NULL;
  spz_office_text_add (self->text, g_steal_pointer (&block));
}

/* Ends a paragraph whose end was deleted but which nothing follows */
static void
finish_paragraph (Reader *self)
{
  if (self->block != NULL)
    spz_office_text_add (self->text, g_steal_pointer (&self->block));
}

/* Tables */

static guint
get_span (const xmlNode *properties,
          const char    *name)
{
  const char *value = spz_xml_get (spz_xml_child (properties, name), "val");

  return value != NULL ? (guint) CLAMP (atoi (value), 0, MAX_SPAN) : 0;
}

static void
read_cells (Reader        *self,
            const xmlNode *parent,
            GPtrArray     *row)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (spz_xml_is (child, "tc"))
        {
          GPtrArray *outer = spz_office_text_begin_cell (self->text);
          guint span = get_span (spz_xml_child (child, "tcPr"), "gridSpan");

          read_blocks (self, child);
          finish_paragraph (self);
          g_ptr_array_add (row, spz_office_text_end_cell (self->text, outer));
          spz_office_text_add_empty (self->text, row, span > 1 ? span - 1 : 0);
        }
      else if (spz_xml_is (child, "sdt") || spz_xml_is (child, "sdtContent") || spz_xml_is (child, "customXml"))
        {
          read_cells (self, child, row);
        }
    }
}

static void
read_rows (Reader         *self,
           const xmlNode  *parent,
           SpzOfficeBlock *table)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (spz_xml_is (child, "tr"))
        {
          const xmlNode *properties = spz_xml_child (child, "trPr");
          GPtrArray *row;

          if (spz_xml_child (properties, "del") != NULL)
            {
              self->text->changes = TRUE;
              continue;
            }
          row = spz_office_block_add_row (table);
          spz_office_text_add_empty (self->text, row, get_span (properties, "gridBefore"));
          read_cells (self, child, row);
        }
      else if (spz_xml_is (child, "sdt") || spz_xml_is (child, "sdtContent") || spz_xml_is (child, "customXml"))
        {
          read_rows (self, child, table);
        }
    }
}

static void
read_table (Reader        *self,
            const xmlNode *node)
{
  SpzOfficeBlock *table = spz_office_block_new (SPZ_OFFICE_TABLE);

  finish_paragraph (self);
  table->place = self->text->place + 1;
  read_rows (self, node, table);
  spz_office_text_add (self->text, table);
}

static gboolean
is_contents (const xmlNode *sdt)
{
  const xmlNode *part = spz_xml_child (spz_xml_child (sdt, "sdtPr"), "docPartObj");

  return g_strcmp0 (spz_xml_get (spz_xml_child (part, "docPartGallery"), "val"), "Table of Contents") == 0;
}

static void
read_blocks (Reader        *self,
             const xmlNode *parent)
{
  static const char *const dropped[] = { "del", "moveFrom", "sectPr", "tcPr", "sdtPr", "sdtEndPr", "Fallback", NULL };

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (spz_xml_is (child, "p"))
        read_paragraph (self, child);
      else if (spz_xml_is (child, "tbl"))
        read_table (self, child);
      else if (child->type == XML_ELEMENT_NODE && !spz_xml_is_one_of (child, dropped) &&
               !(spz_xml_is (child, "sdt") && is_contents (child)))
        read_blocks (self, child);
    }
}

/* The package */

/* The part a relation of a kind leads to; kinds are known by their last word,
 * as strict documents spell the rest of it in another way */
static char *
find_target (SpzPackageReader  *package,
             const char        *relations,
             const char        *kind,
             GError           **error)
{
  g_autoptr (xmlDoc) tree = spz_package_reader_tree (package, relations, error);
  const xmlNode *root = tree != NULL ? xmlDocGetRootElement (tree) : NULL;

  for (const xmlNode *child = root != NULL ? root->children : NULL; child != NULL; child = child->next)
    {
      const char *type = spz_xml_is (child, "Relationship") ? spz_xml_get (child, "Type") : NULL;
      const char *target = spz_xml_get (child, "Target");

      if (type != NULL && target != NULL && g_str_has_suffix (type, kind) &&
          g_strcmp0 (spz_xml_get (child, "TargetMode"), "External") != 0)
        return g_strdup (*target == '/' ? target + 1 : target);
    }

  return NULL;
}

/* A part that may be missing */
static gboolean
read_optional (Reader      *self,
               const char  *name,
               xmlDoc     **tree,
               GError     **error)
{
  g_autofree char *path = g_strconcat (self->folder, name, NULL);

  if (!spz_package_reader_has (self->package, path))
    return TRUE;

  *tree = spz_package_reader_tree (self->package, path, error);

  return *tree != NULL;
}

/* Headers and footers; those of the pages of one document differ in a few
 * signs as a rule, and are three kinds each at most */
static gboolean
read_furniture (Reader  *self,
                GError **error)
{
  static const char *const kinds[] = { "header", "footer" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint number = 1; number <= 9; number++)
      {
        g_autofree char *name = g_strdup_printf ("%s%u.xml", kinds[i], number);
        g_autoptr (xmlDoc) tree = NULL;

        if (!read_optional (self, name, &tree, error))
          return FALSE;
        if (tree != NULL)
          read_picture (self, xmlDocGetRootElement (tree));
      }

  return TRUE;
}

static gboolean
read_source (Reader  *self,
             GError **error)
{
  g_autoptr (xmlDoc) tree = NULL;
  const xmlNode *root;

  if (!spz_package_reader_has (self->package, "docProps/custom.xml"))
    return TRUE;

  tree = spz_package_reader_tree (self->package, "docProps/custom.xml", error);
  root = tree != NULL ? xmlDocGetRootElement (tree) : NULL;
  for (const xmlNode *child = root != NULL ? root->children : NULL; child != NULL; child = child->next)
    if (spz_xml_is (child, "property") && g_strcmp0 (spz_xml_get (child, "name"), SPZ_OFFICE_SOURCE) == 0)
      {
        xmlChar *content = xmlNodeGetContent (child);

        g_free (self->text->source);
        self->text->source = g_strstrip (g_strdup ((const char *) content));
        xmlFree (content);
      }

  return tree != NULL;
}

static gboolean
read_all (Reader      *self,
          const char  *main_part,
          GError     **error)
{
  g_autoptr (xmlDoc) document = spz_package_reader_tree (self->package, main_part, error);
  const xmlNode *body;

  if (document == NULL || !read_source (self, error))
    return FALSE;

  body = spz_xml_child (xmlDocGetRootElement (document), "body");
  if (body == NULL)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("This is an Office document without a text. Save it as DOCX in Word and import that."));
      return FALSE;
    }

  self->styles = spz_docx_styles_new (self->package, self->folder, error);
  if (self->styles == NULL ||
      !read_optional (self, "footnotes.xml", &self->footnotes, error) ||
      !read_optional (self, "endnotes.xml", &self->endnotes, error))
    return FALSE;

  index_notes (self, self->footnotes, "footnote");
  index_notes (self, self->endnotes, "endnote");
  read_blocks (self, body);
  finish_paragraph (self);

  return read_furniture (self, error);
}

/* Private: reads a DOCX */
gboolean
spz_docx_read (SpzOfficeText     *self,
               SpzPackageReader  *package,
               GError           **error)
{
  Reader reader = { self, package };
  g_autofree char *main_part = find_target (package, "_rels/.rels", "/officeDocument", error);
  const char *slash;
  gboolean done;

  if (main_part == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                             _("This is an Office document without a text. Save it as DOCX in Word and import that."));
      return FALSE;
    }

  slash = strrchr (main_part, '/');
  reader.folder = slash != NULL ? g_strndup (main_part, (gsize) (slash - main_part) + 1) : g_strdup ("");
  reader.notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = read_all (&reader, main_part, error);

  g_clear_pointer (&reader.block, spz_office_block_free);
  g_clear_pointer (&reader.styles, spz_docx_styles_free);
  g_hash_table_unref (reader.notes);
  g_clear_pointer (&reader.footnotes, xmlFreeDoc);
  g_clear_pointer (&reader.endnotes, xmlFreeDoc);
  g_free (reader.folder);

  return done;
}
