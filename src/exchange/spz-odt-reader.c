/* spz-odt-reader.c: reading OpenDocument text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-odt-reader-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "spz-error.h"

/* ODF 1.2, part 1, chapters 5 to 9. What isn't known is looked into for text. */

#define MAX_SPACES 100
#define MAX_LIST_LEVEL 10

/**
 * Place:
 * @list: (nullable): the style of the list
 * @level: how deep in lists, 0 outside of any
 * @is_first: whether the item's first paragraph is still to come
 *
 * Where in lists a paragraph stands.
 */
typedef struct
{
  const char *list;
  int         level;
  gboolean    is_first;
} Place;

typedef struct
{
  SpzOfficeText  *text;
  SpzOdtStyles   *styles;

  /* The paragraph that is read */
  SpzOfficeBlock *block;
  gboolean        after_space;
} Reader;

static void read_inline (Reader         *self,
                         const xmlNode  *parent,
                         SpzOdtEmphasis  emphasis);
static void read_blocks (Reader         *self,
                         const xmlNode  *parent,
                         Place           place);

static void
append_plain (GString       *text,
              const xmlNode *parent)
{
  static const char *const ignored[] = { "note-citation", "annotation", "title", "desc", NULL };

  for (const xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        g_string_append (text, (const char *) child->content);
      else if (child->type == XML_ELEMENT_NODE && !spz_xml_is_one_of (child, ignored))
        append_plain (text, child);
      if (spz_xml_is (child, "p") || spz_xml_is (child, "tab") || spz_xml_is (child, "s"))
        g_string_append_c (text, ' ');
    }
}

/* Within paragraphs */

/* White space is one space, and none after a space or at the beginning (6.1.2) */
static void
add_text (Reader         *self,
          const char     *text,
          SpzInlineStyle  style)
{
  g_autoptr (GString) collapsed = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      gboolean is_space = strchr (" \t\r\n", *text) != NULL;

      if (!is_space)
        g_string_append_c (collapsed, *text);
      else if (!self->after_space)
        g_string_append_c (collapsed, ' ');
      self->after_space = is_space;
    }
  spz_office_block_append (self->block, collapsed->str, style);
}

static void
add_spaces (Reader         *self,
            const xmlNode  *node,
            SpzInlineStyle  style)
{
  const char *count = spz_xml_get (node, "c");
  g_autofree char *spaces = g_strnfill (count != NULL ? (gsize) CLAMP (atoi (count), 0, MAX_SPACES) : 1, ' ');

  spz_office_block_append (self->block, spaces, style);
}

/* What was made of something else isn't read, but made again: it is known by
 * the bookmark in it. */
static gboolean
is_made (const xmlNode *parent)
{
  for (const xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL; child = child->next)
    {
      const char *name = spz_xml_is (child, "bookmark") ? spz_xml_get (child, "name") : NULL;

      if ((name != NULL && g_str_has_prefix (name, SPZ_OFFICE_NOTE)) || is_made (child))
        return TRUE;
    }

  return FALSE;
}

static void
read_note (Reader         *self,
           const xmlNode  *note,
           SpzInlineStyle  style)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  if (is_made (spz_xml_child (note, "note-body")))
    return;

  append_plain (plain, spz_xml_child (note, "note-body"));
  spz_office_text_add_note (self->text, self->block, plain->str, style);
}

static void
read_frame (Reader        *self,
            const xmlNode *frame)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  append_plain (plain, frame);
  spz_office_text_add_aside (self->text, plain->str);
}

static void
take_bookmark (Reader        *self,
               const xmlNode *bookmark)
{
  const char *name = spz_xml_get (bookmark, "name");

  if (name != NULL && g_str_has_prefix (name, SPZ_OFFICE_MARK) && self->block->mark == NULL)
    self->block->mark = g_strdup (name);
}

static SpzInlineStyle
get_style (SpzOdtEmphasis emphasis)
{
  return (emphasis.bold > 0 ? SPZ_INLINE_BOLD : 0) | (emphasis.italic > 0 ? SPZ_INLINE_ITALIC : 0);
}

static SpzOdtEmphasis
get_emphasis (Reader         *self,
              const xmlNode  *span,
              SpzOdtEmphasis  outer)
{
  SpzOdtEmphasis own = spz_odt_styles_get (self->styles, "text", spz_xml_get (span, "style-name"));

  return (SpzOdtEmphasis) { own.bold >= 0 ? own.bold : outer.bold,
                            own.italic >= 0 ? own.italic : outer.italic,
                            own.hidden >= 0 ? own.hidden : outer.hidden };
}

static void
read_element (Reader         *self,
              const xmlNode  *node,
              SpzOdtEmphasis  emphasis)
{
  static const char *const frames[] = { "frame", "custom-shape", "rect", "ellipse", "line", "g", "object", NULL };
  static const char *const ignored[] = { "ruby-text", "soft-page-break", "bibliography-configuration", "note-ref", NULL };
  SpzInlineStyle style = get_style (emphasis);

  if (spz_xml_is (node, "span"))
    read_inline (self, node, get_emphasis (self, node, emphasis));
  else if (spz_xml_is (node, "s"))
    add_spaces (self, node, style);
  else if (spz_xml_is (node, "tab"))
    spz_office_block_append (self->block, "\t", style);
  else if (spz_xml_is (node, "line-break"))
    spz_office_block_append (self->block, "\n", style);
  else if (spz_xml_is (node, "note"))
    read_note (self, node, style);
  else if (spz_xml_is (node, "annotation"))
    self->text->n_comments++;
  else if (spz_xml_is (node, "bookmark") || spz_xml_is (node, "bookmark-start"))
    take_bookmark (self, node);
  else if (spz_xml_is_one_of (node, frames))
    read_frame (self, node);
  else if (!spz_xml_is_one_of (node, ignored))
    read_inline (self, node, emphasis);

  /* What was written by an element isn't collapsed with what follows */
  if (spz_xml_is (node, "tab") || spz_xml_is (node, "line-break") || spz_xml_is (node, "s"))
    self->after_space = FALSE;
}

static void
read_inline (Reader         *self,
             const xmlNode  *parent,
             SpzOdtEmphasis  emphasis)
{
  if (emphasis.hidden > 0)
    {
      self->text->n_hidden++;
      return;
    }

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      add_text (self, (const char *) child->content, get_style (emphasis));
    else if (child->type == XML_ELEMENT_NODE)
      read_element (self, child, emphasis);
}

/* Paragraphs */

/* A list says more than the name of a style, but how deep it is */
static void
place_in_list (Reader         *self,
               SpzOfficeBlock *block,
               Place           place)
{
  SpzOfficeKind kind = spz_odt_styles_get_item (self->styles, place.list, place.level);

  if (place.level == 0 || block->kind == SPZ_OFFICE_TITLE || block->kind == SPZ_OFFICE_HEADING ||
      block->kind == SPZ_OFFICE_CONCLUSION)
    return;

  block->kind = place.is_first ? kind : SPZ_OFFICE_CONTINUED;
  block->level = MAX (block->level, place.level);
}

static void
read_paragraph (Reader        *self,
                const xmlNode *paragraph,
                Place          place)
{
  g_autoptr (SpzOfficeBlock) block = spz_office_block_new (SPZ_OFFICE_PARAGRAPH);
  const char *style = spz_xml_get (paragraph, "style-name");
  SpzOdtEmphasis emphasis = { -1, -1, -1 };

  block->place = ++self->text->place;
  if (!spz_odt_styles_place (self->styles, style, block))
    return;

  if (spz_xml_is (paragraph, "h"))
    {
      const char *level = spz_xml_get (paragraph, "outline-level");

      block->kind = SPZ_OFFICE_HEADING;
      block->level = level != NULL ? CLAMP (atoi (level), 1, MAX_LIST_LEVEL) : 1;
    }
  place_in_list (self, block, place);

  /* Such paragraphs are bold as a rule */
  if (block->kind != SPZ_OFFICE_TITLE && block->kind != SPZ_OFFICE_HEADING && block->kind != SPZ_OFFICE_CONCLUSION)
    emphasis = spz_odt_styles_get (self->styles, "paragraph", style);

  self->block = block;
  self->after_space = TRUE;
  read_inline (self, paragraph, emphasis);
  self->block = NULL;
  spz_office_text_add (self->text, g_steal_pointer (&block));
}

static void
read_list (Reader        *self,
           const xmlNode *list,
           Place          place)
{
  const char *style = spz_xml_get (list, "style-name");

  place.list = style != NULL ? style : place.list;
  place.level = MIN (place.level + 1, MAX_LIST_LEVEL);
  for (const xmlNode *child = list->children; child != NULL; child = child->next)
    {
      place.is_first = spz_xml_is (child, "list-item");
      if (place.is_first || spz_xml_is (child, "list-header"))
        read_blocks (self, child, place);
    }
}

/* Tables */

static void
read_cell (Reader        *self,
           const xmlNode *cell,
           GPtrArray     *row)
{
  const char *repeated = spz_xml_get (cell, "number-columns-repeated");
  GPtrArray *outer = spz_office_text_begin_cell (self->text);

  read_blocks (self, cell, (Place) { NULL });
  g_ptr_array_add (row, spz_office_text_end_cell (self->text, outer));
  if (repeated != NULL && atoi (repeated) > 1)
    spz_office_text_add_empty (self->text, row, (guint) atoi (repeated) - 1);
}

static void
read_rows (Reader         *self,
           const xmlNode  *parent,
           SpzOfficeBlock *table)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (spz_xml_is (child, "table-row"))
        {
          GPtrArray *row = spz_office_block_add_row (table);

          for (const xmlNode *cell = child->children; cell != NULL; cell = cell->next)
            if (spz_xml_is (cell, "table-cell"))
              read_cell (self, cell, row);
            else if (spz_xml_is (cell, "covered-table-cell"))
              spz_office_text_add_empty (self->text, row, 1);
        }
      else if (child->type == XML_ELEMENT_NODE && !spz_xml_is (child, "title") && !spz_xml_is (child, "desc"))
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
  SpzOfficeBlock *block = self->block;

  table->place = self->text->place + 1;
  read_rows (self, node, table);
  self->block = block;
  spz_office_text_add (self->text, table);
}

static gboolean
is_hidden (const xmlNode *section)
{
  return spz_xml_is (section, "section") && g_strcmp0 (spz_xml_get (section, "display"), "none") == 0;
}

static void
read_blocks (Reader        *self,
             const xmlNode *parent,
             Place          place)
{
  static const char *const ignored[] = {
    "table-of-content", "illustration-index", "table-index", "object-index", "alphabetical-index",
    "bibliography", "forms", "sequence-decls", "variable-decls", "user-field-decls", "soft-page-break", NULL,
  };

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || spz_xml_is_one_of (child, ignored))
        continue;

      if (spz_xml_is (child, "p") || spz_xml_is (child, "h"))
        {
          read_paragraph (self, child, place);
          place.is_first = FALSE;
        }
      else if (spz_xml_is (child, "list"))
        read_list (self, child, place);
      else if (spz_xml_is (child, "table"))
        read_table (self, child);
      else if (spz_xml_is (child, "frame"))
        read_frame (self, child);
      else if (spz_xml_is (child, "tracked-changes"))
        self->text->changes |= spz_xml_child (child, "changed-region") != NULL;
      else if (is_hidden (child))
        self->text->n_hidden++;
      else
        read_blocks (self, child, place);
    }
}

/* The package */

static gboolean
is_encrypted (SpzPackageReader *package)
{
  g_autoptr (xmlDoc) manifest = NULL;
  const xmlNode *root;

  if (!spz_package_reader_has (package, "META-INF/manifest.xml"))
    return FALSE;

  manifest = spz_package_reader_tree (package, "META-INF/manifest.xml", NULL);
  root = manifest != NULL ? xmlDocGetRootElement (manifest) : NULL;
  for (const xmlNode *child = root != NULL ? root->children : NULL; child != NULL; child = child->next)
    if (spz_xml_child (child, "encryption-data") != NULL)
      return TRUE;

  return FALSE;
}

static void
read_furniture (Reader        *self,
                const xmlNode *styles)
{
  const xmlNode *masters = spz_xml_child (styles, "master-styles");

  for (const xmlNode *master = masters != NULL ? masters->children : NULL; master != NULL; master = master->next)
    for (const xmlNode *child = master->children; child != NULL; child = child->next)
      if (spz_xml_is (child, "header") || spz_xml_is (child, "footer"))
        read_frame (self, child);
}

static void
read_source (Reader        *self,
             const xmlNode *meta)
{
  const xmlNode *inner = spz_xml_child (meta, "meta");

  for (const xmlNode *child = inner != NULL ? inner->children : NULL; child != NULL; child = child->next)
    if (spz_xml_is (child, "user-defined") && g_strcmp0 (spz_xml_get (child, "name"), SPZ_OFFICE_SOURCE) == 0)
      {
        g_autoptr (GString) plain = g_string_new (NULL);

        append_plain (plain, child);
        g_free (self->text->source);
        self->text->source = g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
      }
}

/* A part that may be missing */
static gboolean
read_optional (SpzPackageReader  *package,
               const char        *name,
               xmlDoc           **tree,
               GError           **error)
{
  if (!spz_package_reader_has (package, name))
    return TRUE;

  *tree = spz_package_reader_tree (package, name, error);

  return *tree != NULL;
}

/* Private: reads an ODT */
gboolean
spz_odt_read (SpzOfficeText     *self,
              SpzPackageReader  *package,
              GError           **error)
{
  g_autoptr (xmlDoc) content = NULL;
  g_autoptr (xmlDoc) styles = NULL;
  g_autoptr (xmlDoc) meta = NULL;
  g_autoptr (SpzOdtStyles) read = NULL;
  const xmlNode *body, *root;
  Reader reader = { self };

  if (is_encrypted (package))
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("This document is protected by a password. Open it in the program it was made "
                             "with, save it without a password and import that."));
      return FALSE;
    }

  content = spz_package_reader_tree (package, "content.xml", error);
  if (content == NULL ||
      !read_optional (package, "styles.xml", &styles, error) ||
      !read_optional (package, "meta.xml", &meta, error))
    return FALSE;

  root = xmlDocGetRootElement (content);
  body = spz_xml_child (spz_xml_child (root, "body"), "text");
  if (body == NULL)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("This is an OpenDocument file without a text. Save it as ODT in LibreOffice and "
                             "import that."));
      return FALSE;
    }

  read = spz_odt_styles_new (root, styles != NULL ? xmlDocGetRootElement (styles) : NULL);
  reader.styles = read;
  read_source (&reader, meta != NULL ? xmlDocGetRootElement (meta) : NULL);
  read_blocks (&reader, body, (Place) { NULL });
  read_furniture (&reader, styles != NULL ? xmlDocGetRootElement (styles) : NULL);

  return TRUE;
}
