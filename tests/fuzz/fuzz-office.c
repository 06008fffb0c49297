/* fuzz-office.c: a document of a word processor
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fuzz.h"

#include <string.h>

#include "spz-package.h"

/* A changed byte of a packed file is hardly ever more than a wrong checksum.
 * So the input is what is packed: the parts of a document, with a form feed
 * between them, which XML can't have. What is packed already is taken as it
 * is. */

#define RELATIONS "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define RELATION  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const char *const odt_parts[] = { "content.xml", "styles.xml", "meta.xml" };
static const char *const docx_parts[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml",
                                          "word/footnotes.xml", "docProps/custom.xml" };

static void
add_relations (SpzPackage *package)
{
  spz_package_add_stored (package, "[Content_Types].xml", "<Types/>");
  spz_package_add_stored (package, "_rels/.rels",
                          RELATIONS "<Relationship Id=\"r1\" Type=\"" RELATION "officeDocument\" Target=\"word/document.xml\"/>"
                          "</Relationships>");
  spz_package_add_stored (package, "word/_rels/document.xml.rels",
                          RELATIONS "<Relationship Id=\"r1\" Type=\"" RELATION "styles\" Target=\"styles.xml\"/>"
                          "<Relationship Id=\"r2\" Type=\"" RELATION "numbering\" Target=\"numbering.xml\"/>"
                          "<Relationship Id=\"r3\" Type=\"" RELATION "footnotes\" Target=\"footnotes.xml\"/></Relationships>");
}

static GBytes *
pack (const guint8 *data,
      gsize         size)
{
  gboolean odt = g_str_has_suffix (FUZZ_NAME, ".odt");
  const char *const *names = odt ? odt_parts : docx_parts;
  guint n_names = odt ? G_N_ELEMENTS (odt_parts) : G_N_ELEMENTS (docx_parts);
  g_autoptr (SpzPackage) package = spz_package_new ();
  g_autoptr (GError) error = NULL;
  const guint8 *end = data + size;
  GBytes *packed;

  if (odt)
    spz_package_add_stored (package, "mimetype", "application/vnd.oasis.opendocument.text");
  else
    add_relations (package);

  for (guint i = 0; i < n_names && data < end; i++)
    {
      const guint8 *feed = i + 1 < n_names ? memchr (data, '\f', (gsize) (end - data)) : NULL;
      const guint8 *next = feed != NULL ? feed : end;

      /* What a document hasn't got it needn't have */
      if (next > data)
        spz_package_take (package, names[i], g_bytes_new (data, (gsize) (next - data)));
      data = feed != NULL ? feed + 1 : end;
    }

  packed = spz_package_end (package, &error);
  g_assert_no_error (error);

  return packed;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = NULL;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    bytes = g_bytes_new (data, size);
  else
    bytes = pack (data, size);
  fuzz_check_import (bytes, FUZZ_NAME);

  return 0;
}
