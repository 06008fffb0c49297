/* spz-odt-private.h: the parts of an OpenDocument text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

/* ODF 1.2, part 1; the version LibreOffice and Word read alike */
#define SPZ_ODF_VERSION "1.2"
#define SPZ_ODF_OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define SPZ_ODF_STYLE "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
#define SPZ_ODF_TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define SPZ_ODF_TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define SPZ_ODF_DRAW "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
#define SPZ_ODF_META "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
#define SPZ_ODF_MANIFEST "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
#define SPZ_ODF_FO "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
#define SPZ_ODF_SVG "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"

GBytes *spz_odt_render_styles (SpzDocument *document);

G_END_DECLS
