/* spz-pdf-structure.c: what Cairo's structure tree lacks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "spz-error.h"

/**
 * Walk:
 * @elements: (element-type SpzPdfElement): what was opened, in order
 * @nodes: (element-type guint): the number of each one's object, as far as it came
 * @names: the notes' identifiers and nodes, in turn
 * @unseen: (element-type gint64): content that is not to be painted
 *
 * Cairo writes the tree in the order its elements were opened in.
 */
typedef struct
{
  SpzPdfFile  *file;
  GError     **error;

  /* Owned */
  GArray      *nodes;
  GString     *names;

  /* Borrowed */
  GArray      *elements;
  GHashTable  *unseen;
} Walk;

static void
set_attribute (Walk       *self,
               guint       node,
               const char *owner,
               const char *key,
               const char *value)
{
  g_autofree char *attributes = g_strdup_printf ("<< /O /%s /%s /%s >>", owner, key, value);

  spz_pdf_file_set (self->file, node, "/A", attributes);
}

static void
set_box (Walk         *self,
         guint         node,
         const double *box)
{
  g_autoptr (GString) attributes = g_string_new ("<< /O /Layout /Placement /Block /BBox [ ");

  for (guint i = 0; i < 4; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (attributes, "%s ", g_ascii_formatd (number, sizeof number, "%.3f", box[i]));
    }
  g_string_append (attributes, "] >>");
  spz_pdf_file_set (self->file, node, "/A", attributes->str);
}

static void
describe_node (Walk                *self,
               guint                node,
               const SpzPdfElement *element)
{
  const SpzTag *tag = element->tag;

  if (tag->scope != NULL)
    set_attribute (self, node, "Table", "Scope", tag->scope);
  if (tag->numbering != NULL)
    set_attribute (self, node, "List", "ListNumbering", tag->numbering);
  if (tag->id != NULL)
    {
      g_autofree char *id = spz_pdf_quote (tag->id);

      spz_pdf_file_set (self->file, node, "/ID", id);
      g_string_append_printf (self->names, "%s %u 0 R ", id, node);
    }
  if (tag->alt != NULL)
    {
      g_autofree char *alt = spz_pdf_quote (tag->alt);

      spz_pdf_file_set (self->file, node, "/Alt", alt);
      set_box (self, node, element->box);
    }
}

static SpzPdfText
get_kids (Walk  *self,
          guint  node)
{
  return spz_pdf_file_get (self->file, node, "/K");
}

/* The next item of a node's content, which is an array or its only item */
static gboolean
next_kid (const SpzPdfText *kids,
          gsize            *at,
          SpzPdfText       *kid)
{
  if (kids->length > 0 && kids->text[0] == '[')
    return spz_pdf_text_next (kids, at, kid);
  if (kids->length == 0 || *at > 0)
    return FALSE;

  *kid = *kids;
  *at = kids->length;

  return TRUE;
}

/* Content is named by its number on the page that the node names. */
static void
note_unseen (Walk  *self,
             guint  node)
{
  SpzPdfText reference = spz_pdf_file_get (self->file, node, "/Pg");
  guint page = spz_pdf_text_get_reference (&reference);
  SpzPdfText kids = get_kids (self, node);
  SpzPdfText kid;
  gsize at = 0;

  while (next_kid (&kids, &at, &kid))
    if (g_ascii_isdigit (*kid.text))
      {
        gint64 key = spz_pdf_content_key (page, atoi (kid.text));

        g_hash_table_add (self->unseen, g_memdup2 (&key, sizeof key));
      }
}

/* A cell that goes on after another one was opened is one cell all the same. */
static void
join (Walk  *self,
      guint  node,
      guint  first)
{
  SpzPdfText to = get_kids (self, first), from = get_kids (self, node);
  g_autoptr (GString) kids = g_string_new ("[ ");
  g_autofree char *parent = g_strdup_printf ("%u 0 R", first);
  SpzPdfText kid;

  for (gsize at = 0; next_kid (&to, &at, &kid);)
    g_string_append_printf (kids, "%.*s ", (int) kid.length, kid.text);
  for (gsize at = 0; next_kid (&from, &at, &kid);)
    {
      guint reference = spz_pdf_text_get_reference (&kid);

      g_string_append_printf (kids, "%.*s ", (int) kid.length, kid.text);
      if (reference > 0)
        spz_pdf_file_set (self->file, reference, "/P", parent);
    }
  g_string_append_c (kids, ']');
  spz_pdf_file_set (self->file, first, "/K", kids->str);
}

static const SpzPdfElement *
begin_node (Walk  *self,
            guint  node)
{
  SpzPdfText role = spz_pdf_file_get (self->file, node, "/S");
  const SpzPdfElement *element = NULL;

  if (self->nodes->len < self->elements->len)
    element = &g_array_index (self->elements, SpzPdfElement, self->nodes->len);

  if (element == NULL || role.length < 1 ||
      !spz_pdf_text_is (&(SpzPdfText) { role.text + 1, role.length - 1 }, element->tag->name))
    {
      g_autofree char *name = g_strndup (role.text, role.length);

      g_set_error (self->error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   /* Translators: the type of an element of the PDF: "/P" */
                   _("The PDF could not be made accessible: %s is not where it was drawn"), name);
      return NULL;
    }

  g_array_append_val (self->nodes, node);
  describe_node (self, node, element);
  if (element->tag->is_unseen)
    note_unseen (self, node);

  return element;
}

/* Walks the tree below a node. Nodes whose content was joined to that of an
 * earlier one are taken out, which is why a node's content is done before it. */
static gboolean
walk (Walk  *self,
      guint  node)
{
  SpzPdfText kids = get_kids (self, node);
  g_autoptr (GString) kept = g_string_new ("[ ");
  gboolean is_changed = FALSE;
  SpzPdfText kid;
  gsize at = 0;

  while (next_kid (&kids, &at, &kid))
    {
      guint child = spz_pdf_text_get_reference (&kid);
      const SpzPdfElement *element = NULL;

      if (child > 0)
        {
          element = begin_node (self, child);
          if (element == NULL || (element->tag->has_kids && !walk (self, child)))
            return FALSE;
        }

      if (element != NULL && element->continues != SPZ_PDF_NONE)
        {
          join (self, child, g_array_index (self->nodes, guint, element->continues));
          is_changed = TRUE;
        }
      else
        g_string_append_printf (kept, "%.*s ", (int) kid.length, kid.text);
    }

  if (is_changed)
    {
      g_string_append_c (kept, ']');
      spz_pdf_file_set (self->file, node, "/K", kept->str);
    }

  return TRUE;
}

/* By which nodes are found that have an identifier (ISO 32000-1, 14.7.2) */
static void
finish_names (Walk  *self,
              guint  root)
{
  g_autofree char *tree = NULL;

  if (self->names->len == 0)
    return;

  tree = g_strdup_printf ("<< /Names [ %s] >>", self->names->str);
  spz_pdf_file_set (self->file, root, "/IDTree", tree);
}

/**
 * spz_pdf_structure_finish:
 * @file: a file that Cairo wrote
 * @elements: (element-type SpzPdfElement): what was opened while drawing
 * @unseen: (element-type gint64): is filled with the keys of content that is
 *   not to be painted, see spz_pdf_content_key()
 * @error: return location for an error
 *
 * Adds to the structure tree what Cairo can't be told: what figures show, which
 * way header cells head, how lists are numbered, how notes are known.
 *
 * Returns: whether the tree is that which was drawn
 */
gboolean
spz_pdf_structure_finish (SpzPdfFile  *file,
                          GArray      *elements,
                          GHashTable  *unseen,
                          GError     **error)
{
  g_autoptr (GArray) nodes = g_array_sized_new (FALSE, FALSE, sizeof (guint), elements->len);
  g_autoptr (GString) names = g_string_new (NULL);
  Walk self = { .file = file, .error = error, .nodes = nodes, .names = names, .elements = elements, .unseen = unseen };
  SpzPdfText reference = spz_pdf_file_get (file, spz_pdf_file_get_root (file), "/StructTreeRoot");
  guint root = spz_pdf_text_get_reference (&reference);

  if (!walk (&self, root))
    return FALSE;

  if (nodes->len < elements->len)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   _("The PDF could not be made accessible: %s is not where it was drawn"),
                   g_array_index (elements, SpzPdfElement, nodes->len).tag->name);
      return FALSE;
    }

  finish_names (&self, root);

  return TRUE;
}
