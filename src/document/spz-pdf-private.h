/* spz-pdf-private.h: what turns a drawn PDF into an accessible one
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>
#include <string.h>

#include "spz-flow-private.h"
#include "spz-pdf-file-private.h"

G_BEGIN_DECLS

/**
 * SpzPdfElement:
 * @tag: what it is
 * @continues: index of the element of the same tag that was opened first, or
 *   %SPZ_PDF_NONE if it is that one
 * @box: of a figure: left, lower, right and upper edge in points, from the
 *   page's lower left corner
 *
 * An element of the structure tree, as it was opened while drawing.
 */
typedef struct
{
  const SpzTag *tag;
  guint         continues;
  double        box[4];
} SpzPdfElement;

#define SPZ_PDF_NONE G_MAXUINT

/**
 * SpzPdfMetadata:
 * @title: of the document
 * @author: who answers for it
 * @subject: what it is for
 * @keywords: what it is about
 * @producer: what drew the file
 * @creator: what wrote the document
 * @date: when, in UTC
 *
 * What a file tells about itself; "" for what it doesn't.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *producer;
  const char *creator;
  GDateTime  *date;
} SpzPdfMetadata;

/**
 * SpzPdfInstruction:
 * @start: offset of its first operand
 * @end: offset after its operator
 * @name: the operator, not terminated
 * @length: of @name
 *
 * Operands and their operator in a page's content.
 */
typedef struct
{
  gsize       start;
  gsize       end;
  const char *name;
  gsize       length;
} SpzPdfInstruction;

/* Content by the number of its page's object and its own on that page */
static inline gint64
spz_pdf_content_key (guint page,
                     int   mcid)
{
  return (gint64) page << 32 | (guint32) mcid;
}

/* Inlined, so that the length of a literal is known to the compiler: an instruction
 * is asked for a dozen names */
static inline gboolean
spz_pdf_instruction_is (const SpzPdfInstruction *self,
                        const char              *name)
{
  return strlen (name) == self->length && memcmp (self->name, name, self->length) == 0;
}

gboolean spz_pdf_content_next     (const char        *content,
                                   gsize              length,
                                   SpzPdfInstruction *instruction);
gboolean spz_pdf_instruction_has  (const SpzPdfInstruction *self,
                                   const char              *content,
                                   const char              *operand);
gboolean spz_pdf_instruction_paints (const SpzPdfInstruction *self);
GString *spz_pdf_content_mark     (const char        *content,
                                   gsize              length,
                                   guint              page,
                                   GHashTable        *unseen,
                                   GError           **error);

gboolean spz_pdf_structure_finish (SpzPdfFile           *file,
                                   GArray               *elements,
                                   GHashTable           *unseen,
                                   GError              **error);
void     spz_pdf_metadata_finish  (SpzPdfFile           *file,
                                   const SpzPdfMetadata *metadata);
void     spz_pdf_colours_finish   (SpzPdfFile           *file);
void     spz_pdf_set_unknown      (GError              **error);
GBytes  *spz_pdf_finish           (GBytes               *drawn,
                                   const char           *language,
                                   const SpzPdfMetadata *metadata,
                                   GArray               *elements,
                                   GError              **error);

G_END_DECLS
