/* spz-pdf-check-content.c: whether all that is on a PDF's pages is accounted for
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-pdf-private.h"

/* Forms in forms */
#define MAX_FORMS 30

/* Text that leaves no trace, see ISO 32000-1, table 106 */
#define INVISIBLE 3

/**
 * Mark:
 * @is_content: whether an element of the structure claims what is in it
 * @is_artifact: whether it is marked as no content
 * @has_language: whether it, or that element, says its language
 *
 * A marked content sequence.
 */
typedef struct
{
  gboolean is_content;
  gboolean is_artifact;
  gboolean has_language;
} Mark;

/**
 * State:
 * @font: (nullable): what text is shown in
 * @mode: how
 *
 * What of the graphics state counts here.
 */
typedef struct
{
  const SpzPdfFont *font;
  gint64            mode;
} State;

/**
 * Scan:
 * @owner: number of the page or form
 * @forms: (element-type gint64): forms that have marked content, by number
 * @scanned: (element-type gint64): what was looked at, by number and mark
 * @marks: (element-type Mark): that are open; that of a form's place is first
 * @states: (element-type State): the stack of the graphics state
 *
 * Content that is looked at: a page's, or a form's in it.
 */
typedef struct
{
  SpzPdfChecker      *checker;
  const char         *content;
  gint64              owner;
  guint               depth;
  gboolean            has_marks;

  /* Borrowed */
  const SpzPdfObject *resources;
  GHashTable         *forms;
  GHashTable         *scanned;

  /* Owned */
  GArray             *marks;
  GArray             *states;
} Scan;

static void scan_form (Scan               *self,
                       const SpzPdfObject *form);

/* Instructions */

static SpzPdfObject
parse_operands (Scan                    *self,
                const SpzPdfInstruction *instruction)
{
  return spz_pdf_object_parse (self->checker->pdf, self->content + instruction->start,
                               (gsize) (instruction->name - self->content) - instruction->start);
}

/* A resource that the operand at @index names */
static SpzPdfObject
get_resource (Scan               *self,
              const char         *category,
              const SpzPdfObject *operands,
              guint               index)
{
  g_auto (SpzPdfObject) resources = spz_pdf_object_get (self->resources, category);
  g_auto (SpzPdfObject) operand = spz_pdf_object_get_item (operands, index);
  g_autofree char *name = spz_pdf_object_to_name (&operand);

  return spz_pdf_object_get (&resources, name != NULL ? name : "/");
}

static Mark *
get_mark (Scan *self)
{
  return &g_array_index (self->marks, Mark, self->marks->len - 1);
}

static State *
get_state (Scan *self)
{
  return &g_array_index (self->states, State, self->states->len - 1);
}

/* Marked content */

static void
check_span (Scan               *self,
            const SpzPdfObject *properties,
            gboolean            has_language)
{
  if (!has_language && !self->checker->has_language &&
      (spz_pdf_object_has (properties, "/ActualText") || spz_pdf_object_has (properties, "/Alt") ||
       spz_pdf_object_has (properties, "/E")))
    spz_pdf_checker_report (self->checker, "7.2", NULL,
                            _("The language of an alternative text or of an expansion is not known"));
}

static void
begin_mark (Scan               *self,
            const SpzPdfObject *operands)
{
  g_auto (SpzPdfObject) tag = spz_pdf_object_get_item (operands, 0);
  g_auto (SpzPdfObject) direct = spz_pdf_object_get_item (operands, 1);
  g_auto (SpzPdfObject) properties = spz_pdf_object_is_dictionary (&direct)
    ? spz_pdf_object_copy (&direct) : get_resource (self, "/Properties", operands, 1);
  Mark outer = *get_mark (self);
  Mark mark = outer;
  gint64 mcid;

  if (spz_pdf_checker_language (self->checker, &properties))
    mark.has_language = TRUE;

  if (spz_pdf_object_get_int (&properties, "/MCID", &mcid))
    {
      SpzPdfClaim *claim = spz_pdf_checker_find_claim (self->checker, self->owner, mcid);

      self->has_marks = TRUE;
      if (claim != NULL)
        {
          if (claim->is_marked)
            spz_pdf_checker_report (self->checker, "7.1", "6.7.3.3", _("Two contents of a page have the same number"));
          claim->is_marked = TRUE;
          mark.is_content = TRUE;
          mark.has_language = mark.has_language || claim->has_language;
        }
      if (outer.is_artifact)
        spz_pdf_checker_report (self->checker, "7.1", NULL, _("Content stands in what is marked as none"));
    }
  if (spz_pdf_object_is_name (&tag, "/Artifact"))
    {
      mark.is_artifact = TRUE;
      if (outer.is_content)
        spz_pdf_checker_report (self->checker, "7.1", NULL, _("What is marked as no content stands in content"));
    }
  else if (spz_pdf_object_is_name (&tag, "/Span"))
    check_span (self, &properties, mark.has_language);

  g_array_append_val (self->marks, mark);
}

static void
end_mark (Scan *self)
{
  /* The first is that of the place. */
  if (self->marks->len > 1)
    g_array_set_size (self->marks, self->marks->len - 1);
}

/* Painting */

static void
check_painting (Scan *self)
{
  Mark *mark = get_mark (self);

  if (!mark->is_content && !mark->is_artifact)
    spz_pdf_checker_report (self->checker, "7.1", "6.7.3.3",
                            _("Something on the page is neither part of the structure nor marked as decoration"));
}

static void
show_text (Scan               *self,
           const SpzPdfObject *text)
{
  g_autoptr (GBytes) bytes = spz_pdf_object_to_bytes (text);
  guint n_items = spz_pdf_object_get_length (text);
  State *state = get_state (self);

  if (bytes != NULL && state->font != NULL)
    spz_pdf_check_text (self->checker, state->font, bytes, state->mode != INVISIBLE);

  for (guint i = 0; i < n_items; i++)
    {
      g_auto (SpzPdfObject) item = spz_pdf_object_get_item (text, i);

      if (spz_pdf_object_is_string (&item))
        show_text (self, &item);
    }
}

static void
check_language (Scan *self)
{
  Mark *mark = get_mark (self);

  if (!mark->has_language && !mark->is_artifact && !self->checker->has_language)
    spz_pdf_checker_report (self->checker, "7.2", "6.7.4", _("The language of a text is not known"));
}

static void
check_image (Scan               *self,
             const SpzPdfObject *image)
{
  g_auto (SpzPdfObject) space = spz_pdf_object_get (image, "/ColorSpace");

  if (spz_pdf_object_is_name (&space, "/DeviceRGB"))
    self->checker->colours |= SPZ_PDF_COLOURS_RGB;
  else if (spz_pdf_object_is_name (&space, "/DeviceCMYK"))
    self->checker->colours |= SPZ_PDF_COLOURS_CMYK;
  else if (spz_pdf_object_is_name (&space, "/DeviceGray"))
    self->checker->colours |= SPZ_PDF_COLOURS_GREY;

  if (spz_pdf_object_has_true (image, "/Interpolate"))
    spz_pdf_checker_report (self->checker, NULL, "6.2.8", _("A picture asks to be smoothed (Interpolate)"));
  if (spz_pdf_object_has (image, "/Alternates") || spz_pdf_object_has (image, "/OPI"))
    spz_pdf_checker_report (self->checker, NULL, "6.2.8", _("A picture has others in its place (Alternates, OPI)"));
}

static void
draw_object (Scan               *self,
             const SpzPdfObject *operands)
{
  g_auto (SpzPdfObject) object = get_resource (self, "/XObject", operands, 0);

  if (spz_pdf_object_has_name (&object, "/Subtype", "/Form"))
    {
      scan_form (self, &object);
      return;
    }

  check_painting (self);
  check_image (self, &object);
}

static void
set_font (Scan               *self,
          const SpzPdfObject *operands)
{
  g_auto (SpzPdfObject) font = get_resource (self, "/Font", operands, 0);

  get_state (self)->font = spz_pdf_check_font (self->checker, &font);
}

static void
set_graphics_state (Scan               *self,
                    const SpzPdfObject *operands)
{
  g_auto (SpzPdfObject) state = get_resource (self, "/ExtGState", operands, 0);

  if (spz_pdf_object_has (&state, "/TR") || spz_pdf_object_has (&state, "/HTP") ||
      (spz_pdf_object_has (&state, "/TR2") && !spz_pdf_object_has_name (&state, "/TR2", "/Default")))
    spz_pdf_checker_report (self->checker, NULL, "6.2.5", _("Colours are changed for a certain printer"));
}

/* Running through it */

static gboolean
is_one_of (const SpzPdfInstruction *instruction,
           const char *const       *names)
{
  for (; *names != NULL; names++)
    if (spz_pdf_instruction_is (instruction, *names))
      return TRUE;

  return FALSE;
}

static void
note_colour (Scan                    *self,
             const SpzPdfInstruction *instruction,
             const SpzPdfObject      *operands)
{
  static const char *const grey[] = { "g", "G", NULL };
  static const char *const rgb[] = { "rg", "RG", NULL };
  static const char *const cmyk[] = { "k", "K", NULL };
  g_auto (SpzPdfObject) space = spz_pdf_object_get_item (operands, 0);

  if (is_one_of (instruction, grey) || spz_pdf_object_is_name (&space, "/DeviceGray"))
    self->checker->colours |= SPZ_PDF_COLOURS_GREY;
  else if (is_one_of (instruction, rgb) || spz_pdf_object_is_name (&space, "/DeviceRGB"))
    self->checker->colours |= SPZ_PDF_COLOURS_RGB;
  else if (is_one_of (instruction, cmyk) || spz_pdf_object_is_name (&space, "/DeviceCMYK"))
    self->checker->colours |= SPZ_PDF_COLOURS_CMYK;
}

static void
run_with_operands (Scan                    *self,
                   const SpzPdfInstruction *instruction)
{
  static const char *const colours[] = { "g", "G", "rg", "RG", "k", "K", "cs", "CS", NULL };
  static const char *const texts[] = { "Tj", "TJ", "'", "\"", NULL };
  g_auto (SpzPdfObject) operands = parse_operands (self, instruction);

  if (spz_pdf_instruction_is (instruction, "BDC") || spz_pdf_instruction_is (instruction, "BMC"))
    begin_mark (self, &operands);
  else if (is_one_of (instruction, texts))
    {
      guint n_operands = spz_pdf_object_get_length (&operands);
      g_auto (SpzPdfObject) text = spz_pdf_object_get_item (&operands, n_operands > 0 ? n_operands - 1 : 0);

      check_painting (self);
      check_language (self);
      show_text (self, &text);
    }
  else if (spz_pdf_instruction_is (instruction, "Do"))
    draw_object (self, &operands);
  else if (spz_pdf_instruction_is (instruction, "Tf"))
    set_font (self, &operands);
  else if (spz_pdf_instruction_is (instruction, "gs"))
    set_graphics_state (self, &operands);
  else if (spz_pdf_instruction_is (instruction, "Tr"))
    {
      g_auto (SpzPdfObject) mode = spz_pdf_object_get_item (&operands, 0);

      spz_pdf_object_to_int (&mode, &get_state (self)->mode);
    }
  else if (is_one_of (instruction, colours))
    note_colour (self, instruction, &operands);
}

static void
run (Scan                    *self,
     const SpzPdfInstruction *instruction)
{
  static const char *const painting[] =
  {
    "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "ID", NULL
  };
  static const char *const with_operands[] =
  {
    "BDC", "BMC", "Tj", "TJ", "'", "\"", "Do", "Tf", "Tr", "gs", "g", "G", "rg", "RG", "k", "K", "cs", "CS", NULL
  };

  if (spz_pdf_instruction_is (instruction, "q"))
    {
      State state = *get_state (self);

      g_array_append_val (self->states, state);
    }
  else if (spz_pdf_instruction_is (instruction, "Q"))
    {
      if (self->states->len > 1)
        g_array_set_size (self->states, self->states->len - 1);
    }
  else if (spz_pdf_instruction_is (instruction, "EMC"))
    end_mark (self);
  else if (is_one_of (instruction, painting))
    check_painting (self);
  else if (is_one_of (instruction, with_operands))
    run_with_operands (self, instruction);
}

static void
scan (Scan    *self,
      GBytes  *content,
      Mark     mark,
      State    state)
{
  SpzPdfInstruction instruction = { 0 };
  gsize length;

  self->content = g_bytes_get_data (content, &length);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_append_val (self->marks, mark);
  g_array_append_val (self->states, state);

  while (self->content != NULL && spz_pdf_content_next (self->content, length, &instruction))
    run (self, &instruction);

  g_array_unref (self->marks);
  g_array_unref (self->states);
}

/* Forms: content that is drawn by its name */

static void
check_form (Scan               *self,
            const SpzPdfObject *form,
            gint64              id)
{
  if (spz_pdf_object_has (form, "/Ref"))
    spz_pdf_checker_report (self->checker, "7.20", "6.2.9", _("A part of a page is taken from another file"));
  if (spz_pdf_object_has (form, "/PS") || spz_pdf_object_has_name (form, "/Subtype2", "/PS") ||
      spz_pdf_object_has (form, "/OPI"))
    spz_pdf_checker_report (self->checker, NULL, "6.2.9", _("A part of a page is a program for printers"));
  if (g_hash_table_contains (self->forms, &id))
    spz_pdf_checker_report (self->checker, "7.20", NULL, _("The same content is drawn more than once"));
}

static void
scan_form (Scan               *self,
           const SpzPdfObject *form)
{
  gint64 id = spz_pdf_object_get_id (form);
  Mark mark = *get_mark (self);
  gint64 key = id * 8 + (mark.is_content ? 4 : 0) + (mark.is_artifact ? 2 : 0) + (mark.has_language ? 1 : 0);
  g_auto (SpzPdfObject) own = spz_pdf_object_get (form, "/Resources");
  g_autoptr (GBytes) content = NULL;
  Scan inner = { 0 };

  check_form (self, form, id);
  if (self->depth >= MAX_FORMS || !g_hash_table_add (self->scanned, g_memdup2 (&key, sizeof key)))
    return;

  content = spz_pdf_object_get_stream (form);
  if (content == NULL)
    return;

  inner.checker = self->checker;
  inner.owner = id;
  inner.depth = self->depth + 1;
  inner.resources = spz_pdf_object_is_dictionary (&own) ? &own : self->resources;
  inner.forms = self->forms;
  inner.scanned = self->scanned;
  scan (&inner, content, mark, *get_state (self));
  if (inner.has_marks)
    g_hash_table_add (self->forms, g_memdup2 (&id, sizeof id));
}

/* Private: checks what is drawn on a page */
void
spz_pdf_check_content (SpzPdfChecker      *self,
                       const SpzPdfObject *page)
{
  g_auto (SpzPdfObject) resources = spz_pdf_object_get_inherited (page, "/Resources");
  g_autoptr (GHashTable) scanned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GBytes) content = spz_pdf_object_get_content (page);
  Scan page_scan = { .checker = self, .owner = spz_pdf_object_get_id (page), .resources = &resources,
                     .forms = self->forms, .scanned = scanned };

  if (content == NULL)
    spz_pdf_checker_report (self, "7.1", "6.1.7", _("A page cannot be read"));
  else
    scan (&page_scan, content, (Mark) { 0 }, (State) { 0 });
}

/* Private: whether the way back from content to its element leads there */
void
spz_pdf_check_claims (SpzPdfChecker *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->claims);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const SpzPdfClaim *claim = key;
      g_auto (SpzPdfObject) owner = spz_pdf_object_by_id (self->pdf, claim->owner);
      gint64 number = -1;
      const SpzPdfObject *parents;

      spz_pdf_object_get_int (&owner, "/StructParents", &number);
      parents = g_hash_table_lookup (self->parents, &number);
      if (parents != NULL && spz_pdf_object_is_array (parents) && claim->mcid >= 0)
        {
          g_auto (SpzPdfObject) parent = spz_pdf_object_get_item (parents, (guint) MIN (claim->mcid, G_MAXINT));

          if (spz_pdf_object_get_id (&parent) == claim->element)
            continue;
        }

      spz_pdf_checker_report (self, "7.1", "6.7.3.3",
                              _("The way from content back to the structure (ParentTree) leads elsewhere"));
    }
}
