/* spz-xml-writer.h: writing XML
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzXmlWriter:
 *
 * An XML document that is being written. Names are qualified names, given as
 * they are written.
 */
typedef struct _SpzXmlWriter SpzXmlWriter;

SpzXmlWriter *spz_xml_writer_new     (void);
void          spz_xml_writer_free    (SpzXmlWriter *self);
void          spz_xml_writer_start   (SpzXmlWriter *self,
                                      const char   *name,
                                      ...) G_GNUC_NULL_TERMINATED;
void          spz_xml_writer_end     (SpzXmlWriter *self);
void          spz_xml_writer_empty   (SpzXmlWriter *self,
                                      const char   *name,
                                      ...) G_GNUC_NULL_TERMINATED;
void          spz_xml_writer_text    (SpzXmlWriter *self,
                                      const char   *text);
void          spz_xml_writer_element (SpzXmlWriter *self,
                                      const char   *name,
                                      const char   *text);
GBytes       *spz_xml_writer_finish  (SpzXmlWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzXmlWriter, spz_xml_writer_free)

G_END_DECLS
