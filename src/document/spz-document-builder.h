/* spz-document-builder.h: putting a document together
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

/**
 * SpzDocumentBuilder:
 *
 * Collects what becomes an immutable #SpzDocument. Texts are inline Markdown
 * (see spz-inline.h) where a node has runs, and plain elsewhere.
 */
typedef struct _SpzDocumentBuilder SpzDocumentBuilder;

SpzDocumentBuilder *spz_document_builder_new           (SpzAudience         audience);
void                spz_document_builder_free          (SpzDocumentBuilder *self);
SpzDocument        *spz_document_builder_end           (SpzDocumentBuilder *self);

void                spz_document_builder_set_title     (SpzDocumentBuilder *self,
                                                        const char         *title,
                                                        const char         *byline,
                                                        const char         *occasion,
                                                        const char         *organisation);
void                spz_document_builder_set_metadata  (SpzDocumentBuilder *self,
                                                        const char         *author,
                                                        const char         *subject,
                                                        const char         *keywords,
                                                        SpzDate             date);
void                spz_document_builder_set_pace      (SpzDocumentBuilder *self,
                                                        double              pace);
void                spz_document_builder_set_source    (SpzDocumentBuilder *self,
                                                        const char         *source);
void                spz_document_builder_set_letterhead (SpzDocumentBuilder *self,
                                                        const char         *letterhead,
                                                        GBytes             *logo);
void                spz_document_builder_set_kept      (SpzDocumentBuilder *self,
                                                        GBytes             *pdf,
                                                        const char         *markdown);
void                spz_document_builder_set_block     (SpzDocumentBuilder *self,
                                                        gint64              block);

SpzNode            *spz_document_builder_add_heading   (SpzDocumentBuilder *self,
                                                        int                 level,
                                                        const char         *text);
SpzNode            *spz_document_builder_add_paragraph (SpzDocumentBuilder *self,
                                                        const char         *text);
SpzNode            *spz_document_builder_add_point     (SpzDocumentBuilder *self,
                                                        int                 level,
                                                        SpzPointStyle       style,
                                                        const char         *text);
SpzNode            *spz_document_builder_add_table     (SpzDocumentBuilder *self,
                                                        SpzNodeKind         kind);
SpzNode            *spz_document_builder_add_timeline  (SpzDocumentBuilder *self,
                                                        SpzTimelinePlan    *plan);

void                spz_document_builder_add_note      (SpzDocumentBuilder *self,
                                                        SpzNode            *node,
                                                        gsize               offset,
                                                        const char         *text);
void                spz_document_builder_take_marks    (SpzDocumentBuilder *self,
                                                        SpzNode            *node,
                                                        GPtrArray          *texts);

/* For the node just added, before the document is ended */

SpzNode            *spz_node_add_row                   (SpzNode            *table);
SpzNode            *spz_node_add_task                  (SpzNode            *role,
                                                        const char         *text);
void                spz_node_set_cell                  (SpzNode            *row,
                                                        SpzNodeCell         cell,
                                                        const char         *text);
void                spz_node_set_record                (SpzNode            *self,
                                                        const char         *table,
                                                        gint64              id);
void                spz_node_set_audience              (SpzNode            *self,
                                                        SpzAudience         audience);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzDocumentBuilder, spz_document_builder_free)

G_END_DECLS
