/* spz-pdf-check-structure.c: whether a PDF's structure tree holds together
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of which each may be in the one before: more would be an attack. */
#define MAX_PARENT_NODES 2000

/* Standard types, see ISO 32000-1, 14.8.4 */
static const char *const standard_types[] =
{
  "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
  "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
  "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
  "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form", NULL
};

/**
 * Rule:
 * @role: a type
 * @parents: (nullable): what it has to stand in
 * @kids: (nullable): what may stand in it
 *
 * What stands in what, see ISO 32000-1, 14.8.4.3
 */
typedef struct
{
  const char *role;
  const char *parents;
  const char *kids;
} Rule;

static const Rule rules[] =
{
  { "Table", NULL,                       "Caption TR THead TBody TFoot" },
  { "THead", "Table",                    "TR" },
  { "TBody", "Table",                    "TR" },
  { "TFoot", "Table",                    "TR" },
  { "TR",    "Table THead TBody TFoot",  "TH TD" },
  { "TH",    "TR",                       NULL },
  { "TD",    "TR",                       NULL },
  { "L",     NULL,                       "Caption L LI" },
  { "LI",    "L",                        "Lbl LBody" },
  { "LBody", "LI",                       NULL },
  { "TOC",   NULL,                       "Caption TOC TOCI" },
  { "TOCI",  "TOC",                      NULL },
};

/**
 * Place:
 * @role: the type of the element above, "" for the root
 * @has_language: whether that or one above it says its language
 * @page: number of the page that content belongs to unless it says so itself
 */
typedef struct
{
  const char *role;
  gboolean    has_language;
  gint64      page;
  guint       depth;
} Place;

/**
 * Walk:
 * @heading: level of the last numbered heading, 0 before the first
 */
typedef struct
{
  SpzPdfChecker *checker;
  int            heading;
  gboolean       uses_h;
  gboolean       uses_numbered;

  /* Owned */
  GHashTable    *visited;  /* gint64 */
  GHashTable    *notes;    /* char *, the notes' ids */
} Walk;

static void walk_kids (Walk               *self,
                       const SpzPdfObject *element,
                       const Place        *place,
                       GPtrArray          *roles);

static gboolean
is_in (const char *words,
       const char *word)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) split, word);
}

static gboolean
is_standard (const char *type)
{
  return g_strv_contains (standard_types, type);
}

/* Roles */

/* Private: the standard type of an element, by the role map if need be; what
 * it says itself if there is none. Reports what is wrong with the mapping. */
char *
spz_pdf_get_role (SpzPdfChecker      *self,
                  const SpzPdfObject *element)
{
  g_auto (SpzPdfObject) root = spz_pdf_object_root (self->pdf);
  g_auto (SpzPdfObject) tree = spz_pdf_object_get (&root, "/StructTreeRoot");
  g_auto (SpzPdfObject) map = spz_pdf_object_get (&tree, "/RoleMap");
  g_autofree char *type = spz_pdf_object_get_name (element, "/S");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *role = NULL;

  if (type == NULL)
    {
      spz_pdf_checker_report (self, "7.1", "6.7.3.3", _("An element of the structure has no type"));
      return g_strdup ("");
    }

  if (is_standard (type + 1))
    {
      if (spz_pdf_object_has (&map, type))
        spz_pdf_checker_report (self, "7.1", "6.7.3.4",
                                /* Translators: the type of an element of the PDF: "H1" */
                                _("The standard type “%s” is given another meaning"), type + 1);
      return g_strdup (type + 1);
    }

  role = g_strdup (type);
  while (role != NULL && !is_standard (role + 1))
    {
      g_autofree char *next = spz_pdf_object_get_name (&map, role);

      if (!g_hash_table_add (seen, g_steal_pointer (&role)))
        {
          spz_pdf_checker_report (self, "7.1", "6.7.3.4",
                                  _("The type “%s” is explained by itself"), type + 1);
          return g_strdup (type + 1);
        }
      role = g_steal_pointer (&next);
    }

  if (role == NULL)
    {
      spz_pdf_checker_report (self, "7.1", "6.7.3.4",
                              _("The type “%s” is none of the standard ones, and stands for none"), type + 1);
      return g_strdup (type + 1);
    }

  return g_strdup (role + 1);
}

/* Attributes */

static gboolean
find_in_attributes (const SpzPdfObject *attributes,
                    const char         *owner,
                    const char         *key,
                    SpzPdfObject       *value)
{
  guint n_items = spz_pdf_object_get_length (attributes);

  for (guint i = 0; i < n_items; i++)
    {
      g_auto (SpzPdfObject) item = spz_pdf_object_get_item (attributes, i);

      if (!spz_pdf_object_is_array (&item) && find_in_attributes (&item, owner, key, value))
        return TRUE;
    }

  if (!spz_pdf_object_has_name (attributes, "/O", owner) || !spz_pdf_object_has (attributes, key))
    return FALSE;

  *value = spz_pdf_object_get (attributes, key);

  return TRUE;
}

static gboolean
find_in_classes (SpzPdfChecker      *self,
                 const SpzPdfObject *classes,
                 const char         *owner,
                 const char         *key,
                 SpzPdfObject       *value)
{
  g_auto (SpzPdfObject) root = spz_pdf_object_root (self->pdf);
  g_auto (SpzPdfObject) tree = spz_pdf_object_get (&root, "/StructTreeRoot");
  g_auto (SpzPdfObject) map = spz_pdf_object_get (&tree, "/ClassMap");
  g_autofree char *name = spz_pdf_object_to_name (classes);
  guint n_items = spz_pdf_object_get_length (classes);

  if (name != NULL)
    {
      g_auto (SpzPdfObject) attributes = spz_pdf_object_get (&map, name);

      return find_in_attributes (&attributes, owner, key, value);
    }

  for (guint i = 0; i < n_items; i++)
    {
      g_auto (SpzPdfObject) item = spz_pdf_object_get_item (classes, i);

      if (!spz_pdf_object_is_array (&item) && find_in_classes (self, &item, owner, key, value))
        return TRUE;
    }

  return FALSE;
}

/* Private: an attribute that an element has itself or by its class */
SpzPdfObject
spz_pdf_get_attribute (SpzPdfChecker      *self,
                       const SpzPdfObject *element,
                       const char         *owner,
                       const char         *key)
{
  g_auto (SpzPdfObject) attributes = spz_pdf_object_get (element, "/A");
  g_auto (SpzPdfObject) classes = spz_pdf_object_get (element, "/C");
  SpzPdfObject value;

  if (find_in_attributes (&attributes, owner, key, &value) ||
      find_in_classes (self, &classes, owner, key, &value))
    return value;

  return spz_pdf_object_get (element, "/None");
}

static gboolean
has_text (const SpzPdfObject *element,
          const char         *key)
{
  g_autofree char *text = spz_pdf_object_get_text (element, key);

  return text != NULL && *text != '\0';
}

/* What stands in what */

static void
check_nesting (Walk       *self,
               const char *role,
               const char *parent)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const Rule *rule = &rules[i];

      if (g_str_equal (rule->role, role) && rule->parents != NULL && !is_in (rule->parents, parent))
        spz_pdf_checker_report (self->checker, "7.2", NULL,
                                /* Translators: types of elements: "LI", "L" */
                                _("“%s” stands in “%s”, where it has no place"), role,
                                *parent != '\0' ? parent : "StructTreeRoot");
    }
}

static guint
count (GPtrArray  *roles,
       const char *role)
{
  guint n = 0;

  for (guint i = 0; i < roles->len; i++)
    n += g_str_equal (g_ptr_array_index (roles, i), role);

  return n;
}

static void
check_caption (Walk       *self,
               const char *role,
               GPtrArray  *kids)
{
  guint n_captions = count (kids, "Caption");
  gboolean is_first, is_last;

  if (n_captions == 0 || !is_in ("Table L TOC", role))
    return;

  is_first = g_str_equal (g_ptr_array_index (kids, 0), "Caption");
  is_last = g_str_equal (g_ptr_array_index (kids, kids->len - 1), "Caption");
  if (n_captions > 1 || !(is_first || (is_last && g_str_equal (role, "Table"))))
    spz_pdf_checker_report (self->checker, "7.2", NULL,
                            _("The caption of a “%s” is neither its beginning nor the only one"), role);
}

static void
check_kids (Walk       *self,
            const char *role,
            GPtrArray  *kids)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = 0; g_str_equal (rules[i].role, role) && rules[i].kids != NULL && j < kids->len; j++)
      if (!is_in (rules[i].kids, g_ptr_array_index (kids, j)))
        spz_pdf_checker_report (self->checker, "7.2", NULL, _("“%s” holds “%s”, which has no place there"),
                                role, (const char *) g_ptr_array_index (kids, j));
  check_caption (self, role, kids);

  if (g_str_equal (role, "Table") && (count (kids, "THead") > 1 || count (kids, "TFoot") > 1))
    spz_pdf_checker_report (self->checker, "7.2", NULL, _("A table has more than one head or foot"));
  if (g_str_equal (role, "Table") && count (kids, "THead") + count (kids, "TFoot") > 0 && count (kids, "TBody") == 0)
    spz_pdf_checker_report (self->checker, "7.2", NULL, _("A table has a head or foot, but no body"));
  if (count (kids, "H") > 1)
    spz_pdf_checker_report (self->checker, "7.4.4", NULL, _("A section has more than one heading “H”"));
}

/* Single elements */

static void
check_heading (Walk       *self,
               const char *role)
{
  int level;

  if (g_str_equal (role, "H"))
    self->uses_h = TRUE;
  if (role[0] != 'H' || !g_ascii_isdigit (role[1]))
    return;

  self->uses_numbered = TRUE;
  level = role[1] - '0';
  if (self->heading == 0 && level > 1)
    spz_pdf_checker_report (self->checker, "7.4.2", NULL, _("The first heading is an H%d, not an H1"), level);
  else if (level > self->heading + 1)
    spz_pdf_checker_report (self->checker, "7.4.2", NULL,
                            _("An H%d follows an H%d: a level of the headings is left out"), level, self->heading);
  self->heading = level;
}

static void
check_note (Walk               *self,
            const SpzPdfObject *element)
{
  g_autofree char *id = spz_pdf_object_get_text (element, "/ID");

  if (id == NULL || *id == '\0')
    spz_pdf_checker_report (self->checker, "7.9", NULL, _("A note has no identifier"));
  else if (!g_hash_table_add (self->notes, g_steal_pointer (&id)))
    spz_pdf_checker_report (self->checker, "7.9", NULL, _("Two notes have the same identifier"));
}

static void
check_texts (Walk               *self,
             const SpzPdfObject *element,
             const char         *role,
             gboolean            has_language)
{
  gboolean has_alternative = has_text (element, "/Alt") || has_text (element, "/ActualText");

  if (g_str_equal (role, "Figure") && !has_alternative)
    spz_pdf_checker_report (self->checker, "7.3", "6.7.3.3", _("A picture has no alternative text"));
  else if (g_str_equal (role, "Formula") && !has_alternative)
    spz_pdf_checker_report (self->checker, "7.7", NULL, _("A formula has no alternative text"));

  if (!has_language && (spz_pdf_object_has (element, "/Alt") || spz_pdf_object_has (element, "/ActualText") ||
                        spz_pdf_object_has (element, "/E")))
    spz_pdf_checker_report (self->checker, "7.2", NULL,
                            _("The language of an alternative text or of an expansion is not known"));
}

/* The tree */

static void
claim (Walk               *self,
       const SpzPdfObject *element,
       gint64              owner,
       gint64              mcid,
       gboolean            has_language)
{
  SpzPdfClaim *claim = g_new0 (SpzPdfClaim, 1);

  claim->owner = owner;
  claim->mcid = mcid;
  claim->element = spz_pdf_object_get_id (element);
  claim->has_language = has_language;
  if (!g_hash_table_add (self->checker->claims, claim))
    spz_pdf_checker_report (self->checker, "7.1", "6.7.3.3", _("The same content belongs to two elements"));
}

static void
hold (Walk               *self,
      const SpzPdfObject *reference,
      const SpzPdfObject *element,
      const Place        *place)
{
  g_auto (SpzPdfObject) object = spz_pdf_object_get (reference, "/Obj");
  SpzPdfHolder *holder = g_new0 (SpzPdfHolder, 1);

  holder->role = g_intern_string (is_standard (place->role) ? place->role : "");
  holder->has_alt = has_text (element, "/Alt");
  holder->has_language = place->has_language;
  g_hash_table_replace (self->checker->holders,
                        g_memdup2 (&(gint64) { spz_pdf_object_get_id (&object) }, sizeof (gint64)), holder);
}

/* What a dictionary below an element is: content elsewhere, an annotation, or
 * an element */
static void
walk_dictionary (Walk               *self,
                 const SpzPdfObject *kid,
                 const SpzPdfObject *element,
                 const Place        *place,
                 GPtrArray          *roles)
{
  gint64 id = spz_pdf_object_get_id (kid);
  g_autofree char *role = NULL;
  g_autoptr (GPtrArray) kids = NULL;
  Place inner;
  gint64 mcid;

  if (spz_pdf_object_has_name (kid, "/Type", "/OBJR"))
    {
      hold (self, kid, element, place);
      return;
    }
  if (spz_pdf_object_has_name (kid, "/Type", "/MCR"))
    {
      g_auto (SpzPdfObject) page = spz_pdf_object_get (kid, "/Pg");
      g_auto (SpzPdfObject) stream = spz_pdf_object_get (kid, "/Stm");
      gint64 owner = spz_pdf_object_is_stream (&stream) ? spz_pdf_object_get_id (&stream)
                   : spz_pdf_object_is_dictionary (&page) ? spz_pdf_object_get_id (&page) : place->page;

      if (spz_pdf_object_get_int (kid, "/MCID", &mcid))
        claim (self, element, owner, mcid, place->has_language);
      return;
    }

  if (place->depth >= SPZ_PDF_MAX_DEPTH ||
      (id != 0 && !g_hash_table_add (self->visited, g_memdup2 (&id, sizeof id))))
    {
      spz_pdf_checker_report (self->checker, "7.1", "6.7.3.3",
                              _("The structure is no tree: an element stands in itself, or in two places"));
      return;
    }

  role = spz_pdf_get_role (self->checker, kid);
  g_ptr_array_add (roles, g_strdup (role));

  inner = (Place) { role, place->has_language, place->page, place->depth + 1 };
  if (spz_pdf_checker_language (self->checker, kid))
    inner.has_language = TRUE;
  if (spz_pdf_object_has (kid, "/Pg"))
    {
      g_auto (SpzPdfObject) page = spz_pdf_object_get (kid, "/Pg");

      inner.page = spz_pdf_object_get_id (&page);
    }

  check_nesting (self, role, place->role);
  check_heading (self, role);
  check_texts (self, kid, role, inner.has_language || self->checker->has_language);
  if (g_str_equal (role, "Note"))
    check_note (self, kid);

  kids = g_ptr_array_new_with_free_func (g_free);
  walk_kids (self, kid, &inner, kids);
  check_kids (self, role, kids);
  if (g_str_equal (role, "Table"))
    spz_pdf_check_table (self->checker, kid);
}

static void
walk_kid (Walk               *self,
          const SpzPdfObject *kid,
          const SpzPdfObject *element,
          const Place        *place,
          GPtrArray          *roles)
{
  gint64 mcid;

  if (spz_pdf_object_to_int (kid, &mcid))
    claim (self, element, place->page, mcid, place->has_language);
  else if (spz_pdf_object_is_dictionary (kid))
    walk_dictionary (self, kid, element, place, roles);
}

static void
walk_kids (Walk               *self,
           const SpzPdfObject *element,
           const Place        *place,
           GPtrArray          *roles)
{
  g_auto (SpzPdfObject) kids = spz_pdf_object_get (element, "/K");
  guint n_kids = spz_pdf_object_get_length (&kids);

  if (!spz_pdf_object_is_array (&kids))
    walk_kid (self, &kids, element, place, roles);

  for (guint i = 0; i < n_kids; i++)
    {
      g_auto (SpzPdfObject) kid = spz_pdf_object_get_item (&kids, i);

      walk_kid (self, &kid, element, place, roles);
    }
}

/* The parent tree, by which one finds from content to its element */

static void
read_parents (SpzPdfChecker      *self,
              const SpzPdfObject *node,
              GHashTable         *visited)
{
  g_auto (SpzPdfObject) numbers = spz_pdf_object_get (node, "/Nums");
  g_auto (SpzPdfObject) kids = spz_pdf_object_get (node, "/Kids");
  guint n_numbers = spz_pdf_object_get_length (&numbers);
  guint n_kids = spz_pdf_object_get_length (&kids);
  gint64 id = spz_pdf_object_get_id (node);

  if (!g_hash_table_add (visited, g_memdup2 (&id, sizeof id)) ||
      g_hash_table_size (visited) > MAX_PARENT_NODES)
    return;

  for (guint i = 0; i + 1 < n_numbers; i += 2)
    {
      g_auto (SpzPdfObject) number = spz_pdf_object_get_item (&numbers, i);
      gint64 key;

      if (spz_pdf_object_to_int (&number, &key))
        {
          SpzPdfObject *value = g_new0 (SpzPdfObject, 1);

          *value = spz_pdf_object_get_item (&numbers, i + 1);
          g_hash_table_replace (self->parents, g_memdup2 (&key, sizeof key), value);
        }
    }

  for (guint i = 0; i < n_kids; i++)
    {
      g_auto (SpzPdfObject) kid = spz_pdf_object_get_item (&kids, i);

      read_parents (self, &kid, visited);
    }
}

/* Private: walks the structure tree and notes what it claims */
void
spz_pdf_check_structure (SpzPdfChecker *self)
{
  g_auto (SpzPdfObject) root = spz_pdf_object_root (self->pdf);
  g_auto (SpzPdfObject) tree = spz_pdf_object_get (&root, "/StructTreeRoot");
  g_auto (SpzPdfObject) parents = spz_pdf_object_get (&tree, "/ParentTree");
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .checker = self, .visited = visited, .notes = notes };
  Place place = { "", FALSE, 0, 0 };

  if (!spz_pdf_object_is_dictionary (&tree))
    {
      spz_pdf_checker_report (self, "7.1", "6.7.3.3", _("The file has no structure: it is not tagged"));
      return;
    }

  read_parents (self, &parents, visited);
  g_hash_table_remove_all (visited);
  walk_kids (&walk, &tree, &place, roles);
  if (walk.uses_h && walk.uses_numbered)
    spz_pdf_checker_report (self, "7.4.4", NULL, _("Headings with a number (H1) and without (H) are mixed"));
}
