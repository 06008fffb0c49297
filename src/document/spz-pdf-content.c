/* spz-pdf-content.c: marking what on a page is no content
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A page's content is a sequence of operands and operators, see ISO 32000-1,
 * 7.8.2. What a reader is to be told stands in marked content sequences that
 * have an identifier (MCID); all else that paints has to be an artifact.
 */

#include "config.h"

#include "spz-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "spz-error.h"
#include "spz-pdf-lexer-private.h"

/* Reading */

static gsize
skip_comment (const char *content,
              gsize       length,
              gsize       at)
{
  while (at < length && content[at] != '\n' && content[at] != '\r')
    at++;

  return at;
}

/* An inline image's bytes may look like anything up to its "EI". */
static gsize
skip_image (const char *content,
            gsize       length,
            gsize       at)
{
  for (; at + 3 < length; at++)
    if (spz_pdf_is_space (content[at]) && content[at + 1] == 'E' && content[at + 2] == 'I' &&
        spz_pdf_is_space (content[at + 3]))
      return at + 3;

  return length;
}

static gboolean
is_operator (const char *content,
             gsize       at)
{
  return g_ascii_isalpha (content[at]) || content[at] == '\'' || content[at] == '"';
}

/* Private: reads the instruction after @instruction, which is all zero before
 * the first. %FALSE at the end. */
gboolean
spz_pdf_content_next (const char        *content,
                      gsize              length,
                      SpzPdfInstruction *instruction)
{
  gsize at = instruction->end;

  at = spz_pdf_skip_space (content, length, at);
  instruction->start = at;

  while (at < length)
    {
      char c = content[at];

      if (c == '%')
        at = skip_comment (content, length, at);
      else if (c == '(')
        at = spz_pdf_skip_string (content, length, at);
      else if (c == '/')
        at = spz_pdf_skip_regular (content, length, at + 1);
      else if (c == '<' && at + 1 < length && content[at + 1] != '<')
        at = spz_pdf_skip_digits (content, length, at);
      else if (c == '<')
        at += 2;
      else if (!spz_pdf_is_regular (c))
        at++;
      else
        {
          gsize end = spz_pdf_skip_regular (content, length, at);

          if (is_operator (content, at))
            {
              instruction->name = content + at;
              instruction->length = end - at;
              if (spz_pdf_instruction_is (instruction, "ID"))
                end = skip_image (content, length, end);
              if (!spz_pdf_instruction_is (instruction, "true") &&
                  !spz_pdf_instruction_is (instruction, "false") &&
                  !spz_pdf_instruction_is (instruction, "null"))
                {
                  instruction->end = end;
                  return TRUE;
                }
            }
          at = end;
        }
    }

  instruction->end = length;

  return FALSE;
}

/* Private: whether a text stands in the operands */
gboolean
spz_pdf_instruction_has (const SpzPdfInstruction *self,
                         const char              *content,
                         const char              *operand)
{
  return g_strstr_len (content + self->start, (gssize) (self->end - self->start), operand) != NULL;
}

static gboolean
is_one_of (const SpzPdfInstruction *self,
           const char *const       *names)
{
  for (; *names != NULL; names++)
    if (self->name[0] == (*names)[0] && spz_pdf_instruction_is (self, *names))
      return TRUE;

  return FALSE;
}

static gboolean
shows_text (const SpzPdfInstruction *self)
{
  static const char *const names[] = { "Tj", "TJ", "'", "\"", NULL };

  return is_one_of (self, names);
}

/* Private: whether it leaves a trace on the page */
gboolean
spz_pdf_instruction_paints (const SpzPdfInstruction *self)
{
  static const char *const names[] = { "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "ID", NULL };

  return shows_text (self) || is_one_of (self, names);
}

/* Nothing else may come between what begins an object on the page and what
 * paints it. */
static gboolean
begins_object (const SpzPdfInstruction *self)
{
  static const char *const names[] = { "BT", "m", "re", "Do", "sh", "BI", NULL };

  return is_one_of (self, names);
}

/* Marking */

typedef struct
{
  GString  *out;
  guint     depth;        /* of marked content, artifacts of ours left out */
  gboolean  in_content;   /* an outer sequence of it is content */
  gboolean  in_text;      /* between BT and ET */
  gboolean  is_unseen;    /* the content is not to be painted */
  gboolean  has_content;  /* some came before */

  gboolean  in_artifact;
  gboolean  has_text;     /* the artifact has */
  gsize     artifact;     /* where it begins in @out */

  /* Borrowed */
  GHashTable *unseen;
  guint       page;
} Marker;

/* Text that isn't content is there because of the page: its header, the head
 * of a table that goes on. */
static void
end_artifact (Marker *self)
{
  const char *begin = "/Artifact << /Type /Layout >> BDC\n";

  if (!self->in_artifact)
    return;

  if (self->has_text && self->has_content)
    begin = "/Artifact << /Type /Pagination >> BDC\n";
  else if (self->has_text)
    begin = "/Artifact << /Type /Pagination /Subtype /Header >> BDC\n";

  g_string_insert (self->out, (gssize) self->artifact, begin);
  g_string_append (self->out, "EMC\n");
  self->in_artifact = FALSE;
}

static void
begin_artifact (Marker *self)
{
  self->in_artifact = TRUE;
  self->has_text = FALSE;
  self->artifact = self->out->len;
}

/* Cairo writes the space of a line's end as a replacement for nothing, which
 * readers stumble over. Returns whether @instruction begins such a span;
 * @instruction then is its end. */
static gboolean
skip_empty_span (const char        *content,
                 gsize              length,
                 SpzPdfInstruction *instruction)
{
  SpzPdfInstruction next = *instruction;

  if (!spz_pdf_instruction_has (instruction, content, "/ActualText") ||
      spz_pdf_instruction_has (instruction, content, "/MCID") ||
      !spz_pdf_content_next (content, length, &next) ||
      !spz_pdf_instruction_is (&next, "EMC"))
    return FALSE;

  *instruction = next;

  return TRUE;
}

static gboolean
is_unseen (Marker                  *self,
           const char              *content,
           const SpzPdfInstruction *instruction)
{
  const char *at = g_strstr_len (content + instruction->start,
                                 (gssize) (instruction->end - instruction->start), "/MCID");
  gint64 key = spz_pdf_content_key (self->page, atoi (at + strlen ("/MCID")));

  return g_hash_table_contains (self->unseen, &key);
}

static void
begin_marked (Marker            *self,
              const char        *content,
              SpzPdfInstruction *instruction)
{
  if (spz_pdf_instruction_has (instruction, content, "/MCID"))
    {
      end_artifact (self);
      self->in_content = TRUE;
      self->has_content = TRUE;
      self->is_unseen = is_unseen (self, content, instruction);
    }
  self->depth++;
}

static void
end_marked (Marker *self)
{
  if (--self->depth == 0)
    self->in_content = self->is_unseen = FALSE;
}

/* What the instruction changes, before it is copied */
static void
note (Marker            *self,
      const char        *content,
      SpzPdfInstruction *instruction)
{
  if (spz_pdf_instruction_is (instruction, "BDC") || spz_pdf_instruction_is (instruction, "BMC"))
    begin_marked (self, content, instruction);
  else if (spz_pdf_instruction_is (instruction, "EMC") && self->depth > 0)
    end_marked (self);
  else if (spz_pdf_instruction_is (instruction, "q") || spz_pdf_instruction_is (instruction, "Q"))
    end_artifact (self);
  else if (!self->in_content && !self->in_artifact && begins_object (instruction))
    begin_artifact (self);

  if (spz_pdf_instruction_is (instruction, "BT"))
    self->in_text = TRUE;
  else if (spz_pdf_instruction_is (instruction, "ET"))
    self->in_text = FALSE;

  if (self->in_artifact && shows_text (instruction))
    self->has_text = TRUE;
}

/* Text is shown in mode 3, which leaves no trace, and then as before, see ISO
 * 32000-1, 9.3.6. */
static void
copy (Marker                  *self,
      const char              *content,
      const SpzPdfInstruction *instruction)
{
  if (self->is_unseen && spz_pdf_instruction_is (instruction, "ET"))
    g_string_append (self->out, "0 Tr\n");
  g_string_append_len (self->out, content + instruction->start,
                       (gssize) (instruction->end - instruction->start));
  g_string_append_c (self->out, '\n');
  if (self->is_unseen && spz_pdf_instruction_is (instruction, "BT"))
    g_string_append (self->out, "3 Tr\n");
}

/* Private: makes an artifact of all that is painted outside of content; drops
 * replacements for nothing; takes the paint from text of which the key (see
 * spz_pdf_content_key()) is in @unseen. Fails where content begins inside of other text. */
GString *
spz_pdf_content_mark (const char  *content,
                      gsize        length,
                      guint        page,
                      GHashTable  *unseen,
                      GError     **error)
{
  g_autoptr (GString) out = g_string_sized_new (length + length / 8);
  Marker marker = { .out = out, .page = page, .unseen = unseen };
  SpzPdfInstruction instruction = { 0 };

  while (spz_pdf_content_next (content, length, &instruction))
    {
      gboolean was_artifact = marker.in_artifact && marker.in_text;

      if (spz_pdf_instruction_is (&instruction, "BDC") &&
          skip_empty_span (content, length, &instruction))
        continue;

      note (&marker, content, &instruction);
      if (was_artifact && !marker.in_artifact)
        {
          g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                               _("The PDF could not be made accessible: its content is out of order"));
          return NULL;
        }

      copy (&marker, content, &instruction);
    }
  end_artifact (&marker);

  return g_steal_pointer (&out);
}
