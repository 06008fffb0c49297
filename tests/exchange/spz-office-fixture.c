/* spz-office-fixture.c: office documents as others write them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-office-fixture.h"

#include <string.h>

#include "spz-import-fixture.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORD "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
             "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " \
             "xmlns:v=\"urn:schemas-microsoft-com:vml\" " \
             "xmlns:r=\"" RELATIONS "\""
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODF "xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" xmlns:style=\"" OASIS "style:1.0\" " \
            "xmlns:table=\"" OASIS "table:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\" " \
            "xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " \
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\""

static void
add (SpzPackage *package,
     const char *name,
     const char *contents)
{
  spz_package_take (package, name, g_bytes_new (contents, strlen (contents)));
}

static GBytes *
end (SpzPackage *package)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = spz_package_end (package, &error);

  g_assert_no_error (error);

  return bytes;
}

GBytes *
office_fixture_zip (const char *name,
                    ...)
{
  g_autoptr (SpzPackage) package = spz_package_new ();
  va_list parts;

  va_start (parts, name);
  for (; name != NULL; name = va_arg (parts, const char *))
    add (package, name, va_arg (parts, const char *));
  va_end (parts);

  return end (package);
}

GBytes *
office_fixture_docx (const char *body,
                     const char *styles,
                     const char *numbering,
                     const char *footnotes)
{
  g_autoptr (SpzPackage) package = spz_package_new ();
  g_autofree char *document = g_strconcat (XML "<w:document " WORD "><w:body>", body, "</w:body></w:document>", NULL);
  const struct { const char *path; const char *root; const char *contents; } parts[] = {
    { "word/styles.xml", "styles", styles },
    { "word/numbering.xml", "numbering", numbering },
    { "word/footnotes.xml", "footnotes", footnotes },
  };

  add (package, "[Content_Types].xml", XML "<Types/>");
  add (package, "_rels/.rels", XML "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONS "/officeDocument\" "
       "Target=\"/word/document.xml\"/></Relationships>");
  add (package, "word/document.xml", document);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].contents != NULL)
      {
        g_autofree char *part = g_strdup_printf (XML "<w:%s " WORD ">%s</w:%s>", parts[i].root, parts[i].contents,
                                                 parts[i].root);

        add (package, parts[i].path, part);
      }

  return end (package);
}

GBytes *
office_fixture_odt (const char *text,
                    const char *automatic_styles,
                    const char *styles)
{
  g_autoptr (SpzPackage) package = spz_package_new ();
  g_autofree char *content = g_strdup_printf (XML "<office:document-content " ODF "><office:automatic-styles>%s"
                                              "</office:automatic-styles><office:body><office:text>%s"
                                              "</office:text></office:body></office:document-content>",
                                              automatic_styles, text);
  g_autofree char *common = g_strdup_printf (XML "<office:document-styles " ODF ">%s</office:document-styles>", styles);

  spz_package_add_stored (package, "mimetype", "application/vnd.oasis.opendocument.text");
  add (package, "content.xml", content);
  add (package, "styles.xml", common);

  return end (package);
}

SpzImport *
office_fixture_read (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  SpzImport *import = spz_import_read (bytes, "egal.txt", SPZ_IMPORT_ANY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

void
office_fixture_fails (GBytes     *bytes,
                      const char *part)
{
  fixture_assert_fails (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), part);
}
