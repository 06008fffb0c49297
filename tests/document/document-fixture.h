/* document-fixture.h: papers for tests
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

/* The figures and the dates are nearly those of the real briefing */

SpzDocument *document_fixture_new       (guint  copies);
SpzDocument *document_fixture_new_empty (void);
GPtrArray   *document_fixture_get_texts (SpzDocument *document);
char        *document_fixture_fold      (const char  *text);
