/* spz-pdf-object-private.h: reading a PDF's objects, whatever they are
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/**
 * SpzPdfObject:
 * @pdf: the file
 * @handle: qpdf's handle
 *
 * An object of a file of which nothing is known: it may be of any type, be
 * missing, or contain itself. Asking one of the wrong type gives nothing.
 */
typedef struct
{
  qpdf_data pdf;
  qpdf_oh   handle;
} SpzPdfObject;

SpzPdfObject  spz_pdf_object_root          (qpdf_data           pdf);
SpzPdfObject  spz_pdf_object_trailer       (qpdf_data           pdf);
SpzPdfObject  spz_pdf_object_page          (qpdf_data           pdf,
                                            guint               number);
SpzPdfObject  spz_pdf_object_by_id         (qpdf_data           pdf,
                                            gint64              id);
SpzPdfObject  spz_pdf_object_parse         (qpdf_data           pdf,
                                            const char         *text,
                                            gsize               length);
SpzPdfObject  spz_pdf_object_copy          (const SpzPdfObject *self);
void          spz_pdf_object_clear         (SpzPdfObject       *self);

SpzPdfObject  spz_pdf_object_get           (const SpzPdfObject *self,
                                            const char         *key);
SpzPdfObject  spz_pdf_object_get_inherited (const SpzPdfObject *self,
                                            const char         *key);
gboolean      spz_pdf_object_has           (const SpzPdfObject *self,
                                            const char         *key);
GStrv         spz_pdf_object_get_keys      (const SpzPdfObject *self);
guint         spz_pdf_object_get_length    (const SpzPdfObject *self);
SpzPdfObject  spz_pdf_object_get_item      (const SpzPdfObject *self,
                                            guint               index);
gint64        spz_pdf_object_get_id        (const SpzPdfObject *self);
GBytes       *spz_pdf_object_get_stream    (const SpzPdfObject *self);
GBytes       *spz_pdf_object_get_content   (const SpzPdfObject *self);

gboolean      spz_pdf_object_is_null       (const SpzPdfObject *self);
gboolean      spz_pdf_object_is_dictionary (const SpzPdfObject *self);
gboolean      spz_pdf_object_is_array      (const SpzPdfObject *self);
gboolean      spz_pdf_object_is_stream     (const SpzPdfObject *self);
gboolean      spz_pdf_object_is_string     (const SpzPdfObject *self);
gboolean      spz_pdf_object_is_name       (const SpzPdfObject *self,
                                            const char         *name);
gboolean      spz_pdf_object_is_true       (const SpzPdfObject *self);
gboolean      spz_pdf_object_to_int        (const SpzPdfObject *self,
                                            gint64             *value);
gboolean      spz_pdf_object_to_number     (const SpzPdfObject *self,
                                            double             *value);
char         *spz_pdf_object_to_name       (const SpzPdfObject *self);
char         *spz_pdf_object_to_text       (const SpzPdfObject *self);
GBytes       *spz_pdf_object_to_bytes      (const SpzPdfObject *self);

gboolean      spz_pdf_object_has_name      (const SpzPdfObject *self,
                                            const char         *key,
                                            const char         *name);
gboolean      spz_pdf_object_has_true      (const SpzPdfObject *self,
                                            const char         *key);
gboolean      spz_pdf_object_get_int       (const SpzPdfObject *self,
                                            const char         *key,
                                            gint64             *value);
char         *spz_pdf_object_get_name      (const SpzPdfObject *self,
                                            const char         *key);
char         *spz_pdf_object_get_text      (const SpzPdfObject *self,
                                            const char         *key);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpzPdfObject, spz_pdf_object_clear)

G_END_DECLS
