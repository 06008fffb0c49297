/* spz-docx-picture.c: the pictures of an Office Open XML document
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx-private.h"

#include "spz-timeline-picture.h"

/* Of the extension by which Word takes the vector picture in place of the bitmap
 * ([MS-ODRAWXML], CT_SVGBlip); LibreOffice 7.4 shows the bitmap */
#define SVG_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#define PICTURE_DPI 200.0
#define EMU_PER_MILLIMETRE 36000

typedef struct
{
  const char *id;
  const char *title;
  const char *description;
  int         bitmap;  /* the relation's number */
  int         vector;  /* likewise, or 0 */
  double      width;   /* in millimetres */
  double      height;
} Picture;

static char *
make_length (double millimetres)
{
  return g_strdup_printf ("%d", (int) (millimetres * EMU_PER_MILLIMETRE));
}

static void
write_vector (SpzXmlWriter *xml,
              int           relation)
{
  g_autofree char *vector = g_strdup_printf ("rId%d", relation);

  spz_xml_writer_start (xml, "a:extLst", NULL);
  spz_xml_writer_start (xml, "a:ext", "uri", SVG_EXTENSION, NULL);
  spz_xml_writer_empty (xml, "asvg:svgBlip", "r:embed", vector, NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

static void
write_size (SpzXmlWriter  *xml,
            const Picture *self)
{
  g_autofree char *width = make_length (self->width);
  g_autofree char *height = make_length (self->height);

  spz_xml_writer_empty (xml, "wp:extent", "cx", width, "cy", height, NULL);
}

static void
write_graphic (SpzXmlWriter  *xml,
               const Picture *self)
{
  g_autofree char *width = make_length (self->width);
  g_autofree char *height = make_length (self->height);
  g_autofree char *bitmap = g_strdup_printf ("rId%d", self->bitmap);

  spz_xml_writer_empty (xml, "wp:docPr", "id", self->id, "name", self->title, "title", self->title,
                        "descr", self->description, NULL);
  spz_xml_writer_start (xml, "a:graphic", NULL);
  spz_xml_writer_start (xml, "a:graphicData", "uri", SPZ_OOXML_DRAWING "picture", NULL);
  spz_xml_writer_start (xml, "pic:pic", NULL);
  spz_xml_writer_start (xml, "pic:nvPicPr", NULL);
  spz_xml_writer_empty (xml, "pic:cNvPr", "id", self->id, "name", self->title, "descr", self->description, NULL);
  spz_xml_writer_empty (xml, "pic:cNvPicPr", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "pic:blipFill", NULL);
  spz_xml_writer_start (xml, "a:blip", "r:embed", bitmap, NULL);
  if (self->vector != 0)
    write_vector (xml, self->vector);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "a:stretch", NULL);
  spz_xml_writer_empty (xml, "a:fillRect", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "pic:spPr", NULL);
  spz_xml_writer_start (xml, "a:xfrm", NULL);
  spz_xml_writer_empty (xml, "a:off", "x", "0", "y", "0", NULL);
  spz_xml_writer_empty (xml, "a:ext", "cx", width, "cy", height, NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "a:prstGeom", "prst", "rect", NULL);
  spz_xml_writer_empty (xml, "a:avLst", NULL);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

/* Private: the plan, as wide as its page */
void
spz_docx_write_plan_picture (SpzXmlWriter *xml,
                             const char   *title,
                             const char   *description)
{
  const Picture picture = {
    "1", title, description, SPZ_DOCX_REL_PICTURE, SPZ_DOCX_REL_VECTOR_PICTURE,
    SPZ_OFFICE_PLAN_WIDTH, (double) SPZ_OFFICE_PLAN_WIDTH * SPZ_OFFICE_PAGE_WIDTH / SPZ_OFFICE_PAGE_HEIGHT,
  };

  spz_xml_writer_start (xml, "w:drawing", NULL);
  spz_xml_writer_start (xml, "wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0", NULL);
  write_size (xml, &picture);
  write_graphic (xml, &picture);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

static void
write_position (SpzXmlWriter *xml)
{
  spz_xml_writer_empty (xml, "wp:simplePos", "x", "0", "y", "0", NULL);
  spz_xml_writer_start (xml, "wp:positionH", "relativeFrom", "margin", NULL);
  spz_xml_writer_element (xml, "wp:align", "right");
  spz_xml_writer_end (xml);
  spz_xml_writer_start (xml, "wp:positionV", "relativeFrom", "paragraph", NULL);
  spz_xml_writer_element (xml, "wp:posOffset", "0");
  spz_xml_writer_end (xml);
}

/* Private: the logo, on the right of the paragraph it stands in (ECMA-376, part
 * 1, 20.4.2.3) */
void
spz_docx_write_logo (SpzXmlWriter        *xml,
                     const SpzOfficeLogo *logo)
{
  const Picture picture = {
    "2", logo->description, logo->description, SPZ_DOCX_REL_LOGO, 0, logo->width, logo->height,
  };

  spz_xml_writer_start (xml, "w:drawing", NULL);
  spz_xml_writer_start (xml, "wp:anchor", "distT", "0", "distB", "0", "distL", "114300", "distR", "0",
                        "simplePos", "0", "relativeHeight", "1", "behindDoc", "0", "locked", "0",
                        "layoutInCell", "1", "allowOverlap", "0", NULL);
  write_position (xml);
  write_size (xml, &picture);
  spz_xml_writer_empty (xml, "wp:wrapSquare", "wrapText", "left", NULL);
  write_graphic (xml, &picture);
  spz_xml_writer_end (xml);
  spz_xml_writer_end (xml);
}

/* The vector picture, and a bitmap of it for those who don't know such */
static gboolean
add_plan (SpzPackage     *package,
          const SpzNode  *plan,
          GError        **error)
{
  g_autoptr (GBytes) vector = spz_timeline_picture_to_svg (plan->plan, SPZ_TIMELINE_PAPER_A4, error);
  g_autoptr (GBytes) bitmap = NULL;

  if (vector == NULL)
    return FALSE;

  bitmap = spz_timeline_picture_to_png (plan->plan, SPZ_TIMELINE_PAPER_A4, PICTURE_DPI, error);
  if (bitmap == NULL)
    return FALSE;

  spz_package_add (package, "word/media/plan.svg", vector);
  spz_package_add (package, "word/media/plan.png", bitmap);

  return TRUE;
}

/* Private: the pictures' files */
gboolean
spz_docx_add_pictures (SpzPackage   *package,
                       SpzDocument  *document,
                       GError      **error)
{
  const SpzNode *plan = spz_document_get_plan (document);

  if (spz_document_get_logo (document) != NULL)
    spz_package_add (package, "word/media/logo.png", spz_document_get_logo (document));

  return plan == NULL || add_plan (package, plan, error);
}
