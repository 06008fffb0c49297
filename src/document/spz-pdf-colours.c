/* spz-pdf-colours.c: which colours a PDF's numbers mean
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pdf-private.h"

#include <lcms2.h>
#include <string.h>

/* Fields of a profile's header, see ICC.1:2001-04, 6.1 */
#define DATE_OFFSET  24
#define DATE_LENGTH  12
#define ID_OFFSET    84
#define ID_LENGTH    16

static GByteArray *
make_profile (void)
{
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  GByteArray *bytes = g_byte_array_new ();
  cmsUInt32Number length = 0;

  cmsSetProfileVersion (profile, 2.1);
  cmsSaveProfileToMem (profile, NULL, &length);
  g_byte_array_set_size (bytes, length);
  cmsSaveProfileToMem (profile, bytes->data, &length);
  cmsCloseProfile (profile);

  if (bytes->len >= ID_OFFSET + ID_LENGTH)
    {
      memset (bytes->data + DATE_OFFSET, 0, DATE_LENGTH);
      memset (bytes->data + ID_OFFSET, 0, ID_LENGTH);
    }

  return bytes;
}

/* An sRGB profile, the same each time: made once, and then only read */
static GByteArray *
get_profile (void)
{
  static gsize profile;

  if (g_once_init_enter (&profile))
    g_once_init_leave (&profile, (gsize) make_profile ());

  return (GByteArray *) profile;
}

/**
 * spz_pdf_colours_finish:
 * @pdf: a file
 *
 * Says that its colours are those of sRGB.
 */
void
spz_pdf_colours_finish (qpdf_data pdf)
{
  GByteArray *profile = get_profile ();
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh intents = qpdf_oh_new_array (pdf);
  qpdf_oh intent = qpdf_oh_parse (pdf,
                                  "<< /Type /OutputIntent /S /GTS_PDFA1 /Info (sRGB IEC61966-2.1) "
                                  "/OutputConditionIdentifier (sRGB IEC61966-2.1) >>");

  qpdf_oh_replace_stream_data (pdf, stream, profile->data, profile->len,
                               qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, stream), "/N", qpdf_oh_new_integer (pdf, 3));
  qpdf_oh_replace_key (pdf, intent, "/DestOutputProfile", stream);
  qpdf_oh_append_item (pdf, intents, intent);
  qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/OutputIntents", intents);
}
