/* spz-odt-reader-styles.c: the styles and lists of somebody else's ODT
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-odt-reader-private.h"

#include <stdlib.h>
#include <string.h>

#include "spz-docx-reader-private.h"

/* Styles based on styles: what a hostile document could make a circle */
#define MAX_CHAIN 32
#define MAX_LEVEL 10

/**
 * Style:
 * @name: (owned): its name as it is shown
 * @parent: (nullable): the name of what it is based on
 * @own: what it says itself
 * @all: what it says with what it is based on
 * @is_resolved: whether @all is known
 * @indent: how far from the margin, in millimetres
 */
typedef struct
{
  char           *name;
  const char     *parent;
  SpzOdtEmphasis  own;
  SpzOdtEmphasis  all;
  gboolean        is_resolved;
  double          indent;
} Style;

typedef struct
{
  SpzOfficeKind levels[MAX_LEVEL];
} List;

struct _SpzOdtStyles
{
  GHashTable *styles; /* Style, by family and name */
  GHashTable *lists;  /* List, by name */
};

static void
style_free (Style *style)
{
  g_free (style->name);
  g_free (style);
}

static char *
make_key (const char *family,
          const char *name)
{
  return g_strconcat (family, "/", name, NULL);
}

/* "List_20_1": "List 1" (19.498) */
static char *
decode_name (const char *name)
{
  GString *decoded = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (p[0] == '_' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]) && p[3] == '_')
      {
        gunichar c = (gunichar) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]));

        g_string_append_unichar (decoded, c >= 0x20 ? c : ' ');
        p += 3;
      }
    else
      {
        g_string_append_c (decoded, *p);
      }

  return g_string_free (decoded, FALSE);
}

/* "2.5cm", "12pt" in millimetres */
static double
parse_length (const char *text)
{
  char *end = NULL;
  double value = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (end == NULL || end == text || !(value > -1000 && value < 1000))
    return 0;
  if (g_str_equal (end, "cm"))
    return value * 10;
  if (g_str_equal (end, "in"))
    return value * 25.4;
  if (g_str_equal (end, "pt"))
    return value * 25.4 / 72;

  return g_str_equal (end, "mm") ? value : 0;
}

static SpzOdtEmphasis
read_emphasis (const xmlNode *properties)
{
  const char *weight = spz_xml_get (properties, "font-weight");
  const char *slant = spz_xml_get (properties, "font-style");
  const char *display = spz_xml_get (properties, "display");
  SpzOdtEmphasis emphasis = { -1, -1, -1 };

  if (weight != NULL)
    emphasis.bold = g_str_equal (weight, "bold") || atoi (weight) >= 600;
  if (slant != NULL)
    emphasis.italic = !g_str_equal (slant, "normal");
  if (display != NULL)
    emphasis.hidden = g_str_equal (display, "none");

  return emphasis;
}

static void
read_style (SpzOdtStyles  *self,
            const xmlNode *node)
{
  const char *family = spz_xml_get (node, "family");
  const char *name = spz_xml_get (node, "name");
  const char *shown = spz_xml_get (node, "display-name");
  Style *style;

  if (family == NULL || name == NULL)
    return;

  style = g_new0 (Style, 1);
  style->name = shown != NULL ? g_strdup (shown) : decode_name (name);
  style->parent = spz_xml_get (node, "parent-style-name");
  style->own = read_emphasis (spz_xml_child (node, "text-properties"));
  style->indent = parse_length (spz_xml_get (spz_xml_child (node, "paragraph-properties"), "margin-left"));
  g_hash_table_replace (self->styles, make_key (family, name), style);
}

static void
read_list (SpzOdtStyles  *self,
           const xmlNode *node)
{
  const char *name = spz_xml_get (node, "name");
  List *list;

  if (name == NULL)
    return;

  list = g_new0 (List, 1);
  for (guint i = 0; i < MAX_LEVEL; i++)
    list->levels[i] = SPZ_OFFICE_ITEM;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *level = child->type == XML_ELEMENT_NODE ? spz_xml_get (child, "level") : NULL;
      const char *bullet = level != NULL ? spz_xml_get (child, "bullet-char") : NULL;
      const char *format = level != NULL ? spz_xml_get (child, "num-format") : NULL;

      if (level == NULL || atoi (level) < 1 || atoi (level) > MAX_LEVEL)
        continue;
      if (bullet != NULL && spz_office_is_arrow (bullet))
        list->levels[atoi (level) - 1] = SPZ_OFFICE_CONCLUSION;
      else if (spz_xml_is (child, "list-level-style-number") && (format == NULL || *format == '\0'))
        list->levels[atoi (level) - 1] = SPZ_OFFICE_CONTINUED;
    }
  g_hash_table_replace (self->lists, g_strdup (name), list);
}

static void
read_styles (SpzOdtStyles  *self,
             const xmlNode *parent)
{
  for (const xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL; child = child->next)
    if (spz_xml_is (child, "style"))
      read_style (self, child);
    else if (spz_xml_is (child, "list-style"))
      read_list (self, child);
}

/* Private: reads the styles of both parts; @styles may be %NULL */
SpzOdtStyles *
spz_odt_styles_new (const xmlNode *content,
                    const xmlNode *styles)
{
  SpzOdtStyles *self = g_new0 (SpzOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_styles (self, spz_xml_child (styles, "styles"));
  read_styles (self, spz_xml_child (content, "automatic-styles"));

  return self;
}

/* Private: frees them */
void
spz_odt_styles_free (SpzOdtStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static Style *
find_style (SpzOdtStyles *self,
            const char   *family,
            const char   *name)
{
  g_autofree char *key = name != NULL ? make_key (family, name) : NULL;

  return key != NULL ? g_hash_table_lookup (self->styles, key) : NULL;
}

/* Private: what a style says of its text, with what it is based on */
SpzOdtEmphasis
spz_odt_styles_get (SpzOdtStyles *self,
                    const char   *family,
                    const char   *name)
{
  Style *first = find_style (self, family, name);
  Style *style = first;

  if (first == NULL)
    return (SpzOdtEmphasis) { -1, -1, -1 };

  if (!first->is_resolved)
    {
      first->all = first->own;
      for (guint i = 0; style != NULL && i < MAX_CHAIN; i++, style = find_style (self, family, style->parent))
        {
          first->all.bold = first->all.bold >= 0 ? first->all.bold : style->own.bold;
          first->all.italic = first->all.italic >= 0 ? first->all.italic : style->own.italic;
          first->all.hidden = first->all.hidden >= 0 ? first->all.hidden : style->own.hidden;
        }
      first->is_resolved = TRUE;
    }

  return first->all;
}

/* Private: finds out what a paragraph is by its style; whether it belongs to
 * the text, and not to a table of contents */
gboolean
spz_odt_styles_place (SpzOdtStyles   *self,
                      const char     *name,
                      SpzOfficeBlock *block)
{
  Style *style = find_style (self, "paragraph", name);

  if (style != NULL)
    block->indent = style->indent;

  /* An automatic style has a number for a name; it is based on one that says more */
  for (guint i = 0; style != NULL && i < MAX_CHAIN; i++, style = find_style (self, "paragraph", style->parent))
    {
      if (!spz_office_place_by_name (style->name, block))
        return FALSE;
      if (block->kind != SPZ_OFFICE_PARAGRAPH)
        return TRUE;
    }

  return TRUE;
}

/* Private: what a paragraph in a list is; @level from 1 */
SpzOfficeKind
spz_odt_styles_get_item (SpzOdtStyles *self,
                         const char   *list,
                         int           level)
{
  const List *found = list != NULL ? g_hash_table_lookup (self->lists, list) : NULL;

  return found != NULL ? found->levels[CLAMP (level, 1, MAX_LEVEL) - 1] : SPZ_OFFICE_ITEM;
}
