/* spz-pdf-file-private.h: changing the objects of a file that Cairo wrote
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzPdfText:
 * @text: not terminated; %NULL for nothing
 * @length: in bytes
 *
 * A part of a file: an object or a value in it. It is valid until the object it
 * stands in is changed.
 */
typedef struct
{
  const char *text;
  gsize       length;
} SpzPdfText;

gboolean    spz_pdf_text_is            (const SpzPdfText *self,
                                        const char       *text);
guint       spz_pdf_text_get_reference (const SpzPdfText *self);
SpzPdfText  spz_pdf_text_get           (const SpzPdfText *self,
                                        const char       *key);
gboolean    spz_pdf_text_next          (const SpzPdfText *self,
                                        gsize            *at,
                                        SpzPdfText       *item);
char       *spz_pdf_quote              (const char       *text);

typedef struct _SpzPdfFile SpzPdfFile;

SpzPdfFile *spz_pdf_file_new           (GBytes           *drawn);
void        spz_pdf_file_free          (SpzPdfFile       *self);
guint       spz_pdf_file_get_n_objects (SpzPdfFile       *self);
guint       spz_pdf_file_get_root      (SpzPdfFile       *self);
guint       spz_pdf_file_get_info      (SpzPdfFile       *self);
SpzPdfText  spz_pdf_file_get           (SpzPdfFile       *self,
                                        guint             object,
                                        const char       *key);
void        spz_pdf_file_set           (SpzPdfFile       *self,
                                        guint             object,
                                        const char       *key,
                                        const char       *value);
void        spz_pdf_file_replace       (SpzPdfFile       *self,
                                        guint             object,
                                        const char       *text);
guint       spz_pdf_file_add_stream    (SpzPdfFile       *self,
                                        const char       *entries,
                                        gconstpointer     data,
                                        gsize             length);
GBytes     *spz_pdf_file_unpack        (SpzPdfFile       *self,
                                        guint             object);
void        spz_pdf_file_pack          (SpzPdfFile       *self,
                                        guint             object,
                                        gconstpointer     data,
                                        gsize             length);
GBytes     *spz_pdf_file_write         (SpzPdfFile       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPdfFile, spz_pdf_file_free)

G_END_DECLS
