/* spz-document-private.h: what documents are made of
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

struct _SpzDocument
{
  gatomicrefcount  ref_count;

  SpzAudience      audience;
  SpzDate          date;
  double           pace;

  /* Owned */
  char            *language;
  char            *title;
  char            *byline;
  char            *occasion;
  char            *organisation;
  char            *author;
  char            *subject;
  char            *keywords;
  char            *letterhead;
  GBytes          *logo;
  char            *source;
  GPtrArray       *nodes;
  GPtrArray       *notes; /* SpzNote */

  /* Owned; of a paper that was delivered: what went out then, or NULL */
  GBytes          *kept_pdf;
  char            *kept_markdown;
};

SpzDocument *spz_document_new (SpzAudience  audience);
SpzNode     *spz_node_new     (SpzNodeKind  kind,
                               const char  *text);

G_END_DECLS
