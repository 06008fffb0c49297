/* spz-office-fixture.h: office documents as others write them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import.h"
#include "spz-package.h"

G_BEGIN_DECLS

/* Part and content in turn, NULL-terminated; a document is what a program
 * writes around them */
GBytes    *office_fixture_zip   (const char *name,
                                 ...) G_GNUC_NULL_TERMINATED;
GBytes    *office_fixture_docx  (const char *body,
                                 const char *styles,
                                 const char *numbering,
                                 const char *footnotes);
GBytes    *office_fixture_odt   (const char *text,
                                 const char *automatic_styles,
                                 const char *styles);
SpzImport *office_fixture_read  (GBytes     *bytes);
void       office_fixture_fails (GBytes     *bytes,
                                 const char *part);

G_END_DECLS
