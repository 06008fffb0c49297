/* spz-pdf-structure.c: what Cairo's structure tree lacks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-private.h"

#include <glib/gi18n-lib.h>

#include "spz-error.h"

/**
 * Walk:
 * @elements: (element-type SpzPdfElement): what was opened, in order
 * @nodes: (element-type qpdf_oh): the tree's node of each, as far as it came
 * @unseen: (element-type gint64): content that is not to be painted
 *
 * Cairo writes the tree in the order its elements were opened in.
 */
typedef struct
{
  qpdf_data  pdf;
  GError   **error;

  /* Owned */
  GArray    *nodes;

  /* Borrowed */
  GArray     *elements;
  GHashTable *unseen;

  /* qpdf's own: the notes' identifiers and nodes, in turn */
  qpdf_oh     names;

  /* qpdf's own, by what they say: many nodes share one */
  GHashTable *attributes;
} Walk;

/* The attributes of an owner, of which one is a name; nodes with the same ones
 * share them */
static qpdf_oh
get_attributes (Walk       *self,
                const char *owner,
                const char *key,
                const char *value)
{
  gpointer known = g_hash_table_lookup (self->attributes, value);
  g_autofree char *text = NULL;
  qpdf_oh attributes;

  if (known != NULL)
    return (qpdf_oh) GPOINTER_TO_UINT (known);

  text = g_strdup_printf ("<< /O /%s %s /%s >>", owner, key, value);
  attributes = qpdf_oh_parse (self->pdf, text);
  g_hash_table_insert (self->attributes, (gpointer) value, GUINT_TO_POINTER (attributes));

  return attributes;
}

static qpdf_oh
make_box (qpdf_data     pdf,
          const double *box)
{
  qpdf_oh attributes = qpdf_oh_parse (pdf, "<< /O /Layout /Placement /Block >>");
  qpdf_oh array = qpdf_oh_new_array (pdf);

  for (guint i = 0; i < 4; i++)
    qpdf_oh_append_item (pdf, array, qpdf_oh_new_real_from_double (pdf, box[i], 3));
  qpdf_oh_replace_key (pdf, attributes, "/BBox", array);

  return attributes;
}

static void
describe_node (Walk                *self,
               qpdf_oh              node,
               const SpzPdfElement *element)
{
  qpdf_data pdf = self->pdf;
  const SpzTag *tag = element->tag;

  if (tag->scope != NULL)
    qpdf_oh_replace_key (pdf, node, "/A", get_attributes (self, "Table", "/Scope", tag->scope));
  if (tag->numbering != NULL)
    qpdf_oh_replace_key (pdf, node, "/A", get_attributes (self, "List", "/ListNumbering", tag->numbering));
  if (tag->id != NULL)
    {
      qpdf_oh id = qpdf_oh_new_string (pdf, tag->id);

      qpdf_oh_replace_key (pdf, node, "/ID", id);
      qpdf_oh_append_item (pdf, self->names, id);
      qpdf_oh_append_item (pdf, self->names, node);
    }
  if (tag->alt != NULL)
    {
      qpdf_oh_replace_key (pdf, node, "/Alt", qpdf_oh_new_unicode_string (pdf, tag->alt));
      qpdf_oh_replace_key (pdf, node, "/A", make_box (pdf, element->box));
    }
}

static gboolean
is_node (qpdf_data pdf,
         qpdf_oh   kid)
{
  return qpdf_oh_is_dictionary (pdf, kid) && qpdf_oh_has_key (pdf, kid, "/S");
}

/* Content is named by its number on the page that the node names. */
static void
note_unseen (Walk    *self,
             qpdf_oh  node)
{
  qpdf_oh page = qpdf_oh_get_key (self->pdf, node, "/Pg");
  qpdf_oh kids = qpdf_oh_get_key (self->pdf, node, "/K");
  int n_kids = qpdf_oh_is_array (self->pdf, kids) ? qpdf_oh_get_array_n_items (self->pdf, kids) : 0;

  for (int i = 0; i < MAX (n_kids, 1); i++)
    {
      qpdf_oh kid = n_kids > 0 ? qpdf_oh_get_array_item (self->pdf, kids, i) : kids;

      if (qpdf_oh_is_integer (self->pdf, kid))
        {
          gint64 key = spz_pdf_content_key (qpdf_oh_get_object_id (self->pdf, page),
                                            qpdf_oh_get_int_value_as_int (self->pdf, kid));

          g_hash_table_add (self->unseen, g_memdup2 (&key, sizeof key));
        }
    }
}

/* A node's content, as an array that can be changed */
static qpdf_oh
get_kids (qpdf_data pdf,
          qpdf_oh   node)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, node, "/K");
  qpdf_oh array;

  if (qpdf_oh_is_array (pdf, kids))
    return kids;

  array = qpdf_oh_new_array (pdf);
  if (!qpdf_oh_is_null (pdf, kids))
    qpdf_oh_append_item (pdf, array, kids);
  qpdf_oh_replace_key (pdf, node, "/K", array);

  return array;
}

/* A cell that goes on after another one was opened is one cell all the same. */
static void
join (Walk    *self,
      qpdf_oh  node,
      qpdf_oh  first)
{
  qpdf_oh from = get_kids (self->pdf, node);
  qpdf_oh to = get_kids (self->pdf, first);
  int n_kids = qpdf_oh_get_array_n_items (self->pdf, from);

  for (int i = 0; i < n_kids; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->pdf, from, i);

      if (is_node (self->pdf, kid))
        qpdf_oh_replace_key (self->pdf, kid, "/P", first);
      qpdf_oh_append_item (self->pdf, to, kid);
    }
}

static gboolean
begin_node (Walk    *self,
            qpdf_oh  node,
            guint   *index)
{
  qpdf_oh role = qpdf_oh_get_key (self->pdf, node, "/S");
  const char *name = qpdf_oh_get_name (self->pdf, role);
  const SpzPdfElement *element = NULL;

  *index = self->nodes->len;
  if (*index < self->elements->len)
    element = &g_array_index (self->elements, SpzPdfElement, *index);

  if (element == NULL || *name != '/' || !g_str_equal (name + 1, element->tag->name))
    {
      g_set_error (self->error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   /* Translators: the type of an element of the PDF: "/P" */
                   _("The PDF could not be made accessible: %s is not where it was drawn"), name);
      return FALSE;
    }

  qpdf_oh_release (self->pdf, role);
  g_array_append_val (self->nodes, node);
  describe_node (self, node, element);
  if (element->tag->is_unseen)
    note_unseen (self, node);

  return TRUE;
}

/* Walks the tree below a node. Nodes whose content was joined to that of an
 * earlier one are taken out, which is why a node's content is done before it. */
static gboolean
walk (Walk    *self,
      qpdf_oh  node)
{
  qpdf_oh kids = qpdf_oh_get_key (self->pdf, node, "/K");
  int n_kids;

  if (is_node (self->pdf, kids))
    kids = get_kids (self->pdf, node);
  n_kids = qpdf_oh_is_array (self->pdf, kids) ? qpdf_oh_get_array_n_items (self->pdf, kids) : 0;

  for (int i = 0; i < n_kids; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->pdf, kids, i);
      const SpzPdfElement *element;
      guint index;

      if (!is_node (self->pdf, kid))
        continue;
      if (!begin_node (self, kid, &index))
        return FALSE;

      /* Half of all nodes are leaves, and each look into one costs. */
      element = &g_array_index (self->elements, SpzPdfElement, index);
      if (element->tag->has_kids && !walk (self, kid))
        return FALSE;

      if (element->continues != SPZ_PDF_NONE)
        {
          join (self, kid, g_array_index (self->nodes, qpdf_oh, element->continues));
          qpdf_oh_erase_item (self->pdf, kids, i);
          i--;
          n_kids--;
        }
    }

  return TRUE;
}

/* By which nodes are found that have an identifier (ISO 32000-1, 14.7.2) */
static void
finish_names (Walk    *self,
              qpdf_oh  root)
{
  qpdf_oh tree;

  if (qpdf_oh_get_array_n_items (self->pdf, self->names) == 0)
    return;

  tree = qpdf_oh_new_dictionary (self->pdf);
  qpdf_oh_replace_key (self->pdf, tree, "/Names", self->names);
  qpdf_oh_replace_key (self->pdf, root, "/IDTree", tree);
}

/**
 * spz_pdf_structure_finish:
 * @pdf: a file that Cairo wrote
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
spz_pdf_structure_finish (qpdf_data   pdf,
                          GArray     *elements,
                          GHashTable *unseen,
                          GError    **error)
{
  g_autoptr (GArray) nodes = g_array_sized_new (FALSE, FALSE, sizeof (qpdf_oh), elements->len);
  g_autoptr (GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);
  Walk self = { .pdf = pdf, .error = error, .nodes = nodes, .elements = elements, .unseen = unseen,
                .names = qpdf_oh_new_array (pdf), .attributes = attributes };
  qpdf_oh root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");

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
