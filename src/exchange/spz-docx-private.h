/* spz-docx-private.h: the parts of an Office Open XML text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

/* ECMA-376, transitional: what Word and LibreOffice both write */
#define SPZ_OOXML_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define SPZ_OOXML_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* A twentieth of a point */
#define SPZ_OOXML_TWIPS(millimetres) ((int) ((millimetres) * 1440 / 25.4))

GBytes *spz_docx_render_styles    (SpzDocument *document);
GBytes *spz_docx_render_numbering (void);
GBytes *spz_docx_render_header    (SpzDocument *document,
                                   guint        width);

G_END_DECLS
