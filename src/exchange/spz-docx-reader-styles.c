/* spz-docx-reader-styles.c: the styles and lists of somebody else's DOCX
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx-reader-private.h"

#include <stdlib.h>
#include <string.h>

/* Styles based on styles: what a hostile document could make a circle */
#define MAX_CHAIN 32
#define MAX_LEVEL 9

#define MILLIMETRES_PER_TWIP (25.4 / 1440)

/**
 * Style:
 * @node: its element
 * @name: (nullable): its name
 * @is_resolved: whether what follows is known
 * @bold: whether its text is
 * @italic: whether its text is
 * @hidden: whether its text is
 * @number: (nullable): the list its paragraphs are in
 * @depth: (nullable): and how deep
 * @outline: (nullable): how deep a heading it is
 *
 * A style, with what it has from those it is based on. All is looked up once:
 * a document could be made to have it looked up for very long.
 */
typedef struct _Style Style;

struct _Style
{
  const xmlNode *node;
  const char    *name;
  gboolean       is_resolved;
  gboolean       bold;
  gboolean       italic;
  gboolean       hidden;
  const char    *number;
  const char    *depth;
  const char    *outline;
};

/**
 * Level:
 * @exists: whether the list has it
 * @is_list: whether anything stands before its items
 * @is_arrow: whether that is an arrow
 * @style: (nullable): the style of paragraphs that are on it
 */
typedef struct
{
  gboolean    exists;
  gboolean    is_list;
  gboolean    is_arrow;
  const char *style;
} Level;

/**
 * List:
 * @levels: its levels
 * @link: (nullable): the name of the style of lists that it stands for (17.9.21)
 */
typedef struct
{
  Level       levels[MAX_LEVEL];
  const char *link;
} List;

struct _SpzDocxStyles
{
  xmlDoc      *styles;    /* (nullable) */
  xmlDoc      *numbering; /* (nullable) */
  GHashTable  *by_id;     /* Style by its id */
  GHashTable  *abstracts; /* List by number of its form */
  GHashTable  *linked;    /* List by the name of its style; borrowed */
  GHashTable  *lists;     /* List by number; borrowed */
  Style       *normal;    /* (nullable): the paragraphs' own; borrowed */
  const Style *current;   /* (nullable): of the paragraph that is read; borrowed */
};

static const char *
get_value (const xmlNode *node,
           const char    *name)
{
  return spz_xml_get (spz_xml_child (node, name), "val");
}

/* A switch without a value is on (17.17.4) */
static gboolean
is_on (const xmlNode *node)
{
  const char *value = spz_xml_get (node, "val");

  return node != NULL && (value == NULL || !(g_str_equal (value, "0") || g_str_equal (value, "false") ||
                                             g_str_equal (value, "off") || g_str_equal (value, "none")));
}

/* Reading the parts */

static xmlDoc *
read_part (SpzPackageReader  *package,
           const char        *folder,
           const char        *name,
           GError           **error)
{
  g_autofree char *path = g_strconcat (folder, name, NULL);

  return spz_package_reader_has (package, path) ? spz_package_reader_tree (package, path, error) : NULL;
}

static void
index_styles (SpzDocxStyles *self,
              const xmlNode *root)
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    {
      const char *id = spz_xml_is (child, "style") ? spz_xml_get (child, "styleId") : NULL;
      Style *style;

      if (id == NULL || g_hash_table_contains (self->by_id, id))
        continue;

      style = g_new0 (Style, 1);
      style->node = child;
      style->name = get_value (child, "name");
      g_hash_table_insert (self->by_id, (gpointer) id, style);
      if (g_strcmp0 (spz_xml_get (child, "type"), "paragraph") == 0 &&
          spz_xml_get (child, "default") != NULL && self->normal == NULL)
        self->normal = style;
    }
}

static void
read_levels (List          *list,
             const xmlNode *abstract)
{
  for (const xmlNode *child = abstract->children; child != NULL; child = child->next)
    {
      const char *depth = spz_xml_is (child, "lvl") ? spz_xml_get (child, "ilvl") : NULL;
      const char *bullet;
      Level *level;

      if (depth == NULL || atoi (depth) < 0 || atoi (depth) >= MAX_LEVEL)
        continue;

      level = &list->levels[atoi (depth)];
      bullet = get_value (child, "lvlText");
      level->exists = TRUE;
      level->is_list = (bullet != NULL && *bullet != '\0') || g_strcmp0 (get_value (child, "numFmt"), "none") != 0;
      level->is_arrow = bullet != NULL && spz_office_is_arrow (bullet);
      level->style = get_value (child, "pStyle");
    }
}

static void
index_lists (SpzDocxStyles *self,
             const xmlNode *root)
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    {
      const char *id = spz_xml_is (child, "abstractNum") ? spz_xml_get (child, "abstractNumId") : NULL;
      const char *style_link;
      List *list;

      if (id == NULL || g_hash_table_contains (self->abstracts, id))
        continue;

      list = g_new0 (List, 1);
      list->link = get_value (child, "numStyleLink");
      read_levels (list, child);
      g_hash_table_insert (self->abstracts, (gpointer) id, list);
      style_link = get_value (child, "styleLink");
      if (style_link != NULL)
        g_hash_table_insert (self->linked, (gpointer) style_link, list);
    }

  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    {
      const char *id = spz_xml_is (child, "num") ? spz_xml_get (child, "numId") : NULL;
      const char *form = id != NULL ? get_value (child, "abstractNumId") : NULL;
      List *list = form != NULL ? g_hash_table_lookup (self->abstracts, form) : NULL;

      if (list != NULL && list->link != NULL && g_hash_table_contains (self->linked, list->link))
        list = g_hash_table_lookup (self->linked, list->link);
      if (list != NULL)
        g_hash_table_insert (self->lists, (gpointer) id, list);
    }
}

/* Private: reads them, both parts of which may be missing */
SpzDocxStyles *
spz_docx_styles_new (SpzPackageReader  *package,
                     const char        *folder,
                     GError           **error)
{
  g_autoptr (SpzDocxStyles) self = g_new0 (SpzDocxStyles, 1);
  g_autoptr (GError) failure = NULL;

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->abstracts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->linked = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists = g_hash_table_new (g_str_hash, g_str_equal);

  self->styles = read_part (package, folder, "styles.xml", &failure);
  if (failure == NULL)
    self->numbering = read_part (package, folder, "numbering.xml", &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (self->styles != NULL)
    index_styles (self, xmlDocGetRootElement (self->styles));
  if (self->numbering != NULL)
    index_lists (self, xmlDocGetRootElement (self->numbering));

  return g_steal_pointer (&self);
}

/* Private: frees them */
void
spz_docx_styles_free (SpzDocxStyles *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->linked, g_hash_table_unref);
  g_clear_pointer (&self->abstracts, g_hash_table_unref);
  g_clear_pointer (&self->styles, xmlFreeDoc);
  g_clear_pointer (&self->numbering, xmlFreeDoc);
  g_free (self);
}

/* Styles */

/* The properties' element of that name, of the style or what it is based on */
static const xmlNode *
find_property (SpzDocxStyles *self,
               const Style   *style,
               const char    *properties,
               const char    *name)
{
  for (guint i = 0; style != NULL && i < MAX_CHAIN; i++)
    {
      const xmlNode *found = spz_xml_child (spz_xml_child (style->node, properties), name);
      const char *parent;

      if (found != NULL)
        return found;
      parent = get_value (style->node, "basedOn");
      style = parent != NULL ? g_hash_table_lookup (self->by_id, parent) : NULL;
    }

  return NULL;
}

static const Style *
resolve (SpzDocxStyles *self,
         Style         *style)
{
  const xmlNode *numbering;

  if (style == NULL || style->is_resolved)
    return style;

  numbering = find_property (self, style, "pPr", "numPr");
  style->number = get_value (numbering, "numId");
  style->depth = get_value (numbering, "ilvl");
  style->outline = spz_xml_get (find_property (self, style, "pPr", "outlineLvl"), "val");
  style->bold = is_on (find_property (self, style, "rPr", "b"));
  style->italic = is_on (find_property (self, style, "rPr", "i"));
  style->hidden = is_on (find_property (self, style, "rPr", "vanish"));
  style->is_resolved = TRUE;

  return style;
}

static const Style *
find_style (SpzDocxStyles *self,
            const char    *id)
{
  return id != NULL ? resolve (self, g_hash_table_lookup (self->by_id, id)) : NULL;
}

/* What styles switch on twice is off (17.7.3); what a run says itself holds */
static gboolean
is_set (const xmlNode *properties,
        const char    *name,
        gboolean       by_paragraph,
        gboolean       by_run)
{
  const xmlNode *own = spz_xml_child (properties, name);

  return own != NULL ? is_on (own) : by_paragraph != by_run;
}

/* Private: the emphasis of a run of the paragraph placed last; @is_plain where
 * that of its style is what such paragraphs look like, and says nothing */
SpzInlineStyle
spz_docx_styles_get (SpzDocxStyles *self,
                     const xmlNode *run,
                     gboolean       is_plain,
                     gboolean      *is_hidden)
{
  static const Style none = { NULL };
  const xmlNode *properties = spz_xml_child (run, "rPr");
  const Style *by_run = find_style (self, get_value (properties, "rStyle"));
  const Style *by_paragraph = is_plain ? NULL : self->current;
  SpzInlineStyle style = SPZ_INLINE_PLAIN;

  by_run = by_run != NULL ? by_run : &none;
  by_paragraph = by_paragraph != NULL ? by_paragraph : &none;
  if (is_set (properties, "b", by_paragraph->bold, by_run->bold))
    style |= SPZ_INLINE_BOLD;
  if (is_set (properties, "i", by_paragraph->italic, by_run->italic))
    style |= SPZ_INLINE_ITALIC;
  *is_hidden = is_set (properties, "vanish", by_paragraph->hidden, by_run->hidden);

  return style;
}

/* Paragraphs */

static double
get_indent (const xmlNode *properties)
{
  const xmlNode *indent = spz_xml_child (properties, "ind");
  const char *left = spz_xml_get (indent, "left");

  if (left == NULL)
    left = spz_xml_get (indent, "start");

  return left != NULL ? CLAMP (atoi (left), -30000, 30000) * MILLIMETRES_PER_TWIP : 0;
}

/* How deep a paragraph is in a list, by itself, by its style or by the level
 * that is made for its style; from 0 */
static int
get_depth (const xmlNode *own,
           const Style   *style,
           const char    *id,
           const List    *list)
{
  const char *depth = get_value (own, "ilvl");

  for (int i = 0; depth == NULL && list != NULL && id != NULL && i < MAX_LEVEL; i++)
    if (g_strcmp0 (list->levels[i].style, id) == 0)
      return i;
  if (depth == NULL && style != NULL)
    depth = style->depth;

  return depth != NULL ? CLAMP (atoi (depth), 0, MAX_LEVEL - 1) : 0;
}

/* Makes an item of a paragraph that is numbered, by itself or by its style */
static void
place_in_list (SpzDocxStyles  *self,
               const xmlNode  *properties,
               SpzOfficeBlock *block)
{
  const xmlNode *own = spz_xml_child (properties, "numPr");
  const char *number = get_value (own, "numId");
  const Level *level;
  const List *list;
  int depth;

  if (number == NULL && self->current != NULL)
    number = self->current->number;
  if (number == NULL || g_str_equal (number, "0"))
    {
      /* Taken out of the list that its style is in */
      if (number != NULL && block->kind == SPZ_OFFICE_ITEM)
        block->kind = SPZ_OFFICE_CONTINUED;
      return;
    }

  list = g_hash_table_lookup (self->lists, number);
  depth = get_depth (own, self->current, get_value (properties, "pStyle"), list);
  level = list != NULL ? &list->levels[depth] : NULL;
  if (level != NULL && level->exists && !level->is_list)
    return;

  block->kind = level != NULL && level->is_arrow ? SPZ_OFFICE_CONCLUSION : SPZ_OFFICE_ITEM;
  block->level = MAX (block->level, depth + 1);
}

/* Private: finds out what a paragraph is; whether it belongs to the text, and
 * not to a table of contents */
gboolean
spz_docx_styles_place (SpzDocxStyles  *self,
                       const xmlNode  *paragraph,
                       SpzOfficeBlock *block)
{
  const xmlNode *properties = spz_xml_child (paragraph, "pPr");
  const Style *style = find_style (self, get_value (properties, "pStyle"));
  const char *outline = spz_xml_get (spz_xml_child (properties, "outlineLvl"), "val");

  self->current = style = style != NULL ? style : resolve (self, self->normal);
  block->indent = get_indent (properties);
  if (style != NULL && style->name != NULL && !spz_office_place_by_name (style->name, block))
    return FALSE;
  if (block->kind == SPZ_OFFICE_TITLE || block->kind == SPZ_OFFICE_CONCLUSION ||
      block->kind == SPZ_OFFICE_HEADING)
    return TRUE;

  if (outline == NULL && style != NULL)
    outline = style->outline;
  if (outline != NULL && atoi (outline) >= 0 && atoi (outline) < MAX_LEVEL)
    {
      block->kind = SPZ_OFFICE_HEADING;
      block->level = atoi (outline) + 1;
      return TRUE;
    }

  place_in_list (self, properties, block);

  return TRUE;
}
