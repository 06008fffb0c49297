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
 * @file: a file
 *
 * Says that its colours are those of sRGB.
 */
void
spz_pdf_colours_finish (SpzPdfFile *file)
{
  GByteArray *profile = get_profile ();
  guint stream = spz_pdf_file_add_stream (file, "/N 3", profile->data, profile->len);
  g_autofree char *intents = g_strdup_printf ("[ << /Type /OutputIntent /S /GTS_PDFA1 /Info (sRGB IEC61966-2.1) "
                                              "/OutputConditionIdentifier (sRGB IEC61966-2.1) "
                                              "/DestOutputProfile %u 0 R >> ]", stream);

  spz_pdf_file_set (file, spz_pdf_file_get_root (file), "/OutputIntents", intents);
}
