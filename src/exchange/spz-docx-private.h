/* spz-docx-private.h: the parts of an Office Open XML text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"
#include "spz-office-private.h"
#include "spz-package.h"

G_BEGIN_DECLS

/* ECMA-376, transitional: what Word and LibreOffice both write */
#define SPZ_OOXML_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define SPZ_OOXML_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define SPZ_OOXML_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

/* Relations of word/document.xml, by number */
enum
{
  SPZ_DOCX_REL_STYLES = 1,
  SPZ_DOCX_REL_NUMBERING,
  SPZ_DOCX_REL_HEADER,
  SPZ_DOCX_REL_PLAN_HEADER,
  SPZ_DOCX_REL_PICTURE,
  SPZ_DOCX_REL_VECTOR_PICTURE,
  SPZ_DOCX_REL_LOGO,
  SPZ_DOCX_REL_NOTES,
};

/* A twentieth of a point */
#define SPZ_OOXML_TWIPS(millimetres) ((int) ((millimetres) * 1440 / 25.4))

GBytes   *spz_docx_render_document    (SpzDocument         *document);
GBytes   *spz_docx_render_notes       (SpzDocument         *document);
GBytes   *spz_docx_render_styles      (SpzDocument         *document);
GBytes   *spz_docx_render_numbering   (void);
GBytes   *spz_docx_render_header      (SpzDocument         *document,
                                       guint                width);
void      spz_docx_write_plan_picture (SpzXmlWriter        *xml,
                                       const char          *title,
                                       const char          *description);
void      spz_docx_write_logo         (SpzXmlWriter        *xml,
                                       const SpzOfficeLogo *logo);
gboolean  spz_docx_add_pictures       (SpzPackage          *package,
                                       SpzDocument         *document,
                                       GError             **error);

G_END_DECLS
