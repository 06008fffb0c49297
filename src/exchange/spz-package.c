/* spz-package.c: the parts of an office document in one file
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "spz-error.h"

/* libzip and not libarchive: OpenDocument wants its first entry without any
 * extra field (ODF 1.3, part 2, 3.3), and libarchive always writes some. */

/* Each entry's time, 2 January 1980: when a paper was made is nobody's business,
 * and no time zone makes it earlier than ZIP knows. */
#define ENTRY_TIME 315619200

struct _SpzPackage
{
  zip_t        *zip;
  zip_source_t *target;
  GPtrArray    *contents; /* GBytes; libzip reads them when it closes the file */
  zip_error_t   error;
};

/**
 * spz_package_new:
 *
 * Returns: (transfer full): an empty package
 */
SpzPackage *
spz_package_new (void)
{
  SpzPackage *self = g_new0 (SpzPackage, 1);

  zip_error_init (&self->error);
  self->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->target = zip_source_buffer_create (NULL, 0, 0, &self->error);
  if (self->target != NULL)
    self->zip = zip_open_from_source (self->target, ZIP_CREATE | ZIP_TRUNCATE, &self->error);
  if (self->zip != NULL)
    zip_source_keep (self->target);

  return self;
}

/**
 * spz_package_free:
 * @self: (transfer full): a package
 */
void
spz_package_free (SpzPackage *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  if (self->target != NULL)
    zip_source_free (self->target);
  g_ptr_array_unref (self->contents);
  zip_error_fini (&self->error);
  g_free (self);
}

static gboolean
add (SpzPackage *self,
     const char *name,
     GBytes     *contents,
     int         compression)
{
  zip_source_t *source;
  zip_int64_t index;

  if (self->zip == NULL)
    return FALSE;

  g_ptr_array_add (self->contents, g_bytes_ref (contents));
  source = zip_source_buffer (self->zip, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), 0);
  if (source == NULL)
    return FALSE;

  index = zip_file_add (self->zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }

  return zip_set_file_compression (self->zip, (zip_uint64_t) index, compression, 0) == 0 &&
         zip_file_set_mtime (self->zip, (zip_uint64_t) index, ENTRY_TIME, 0) == 0;
}

static void
keep_error (SpzPackage *self)
{
  if (self->zip == NULL)
    return;

  zip_error_fini (&self->error);
  zip_error_init (&self->error);
  zip_error_set (&self->error, zip_error_code_zip (zip_get_error (self->zip)),
                 zip_error_code_system (zip_get_error (self->zip)));
  g_clear_pointer (&self->zip, zip_discard);
}

/**
 * spz_package_add:
 * @self: a package
 * @name: the part's path in the package
 * @contents: the part
 *
 * Adds a part. What goes wrong is told by spz_package_end().
 */
void
spz_package_add (SpzPackage *self,
                 const char *name,
                 GBytes     *contents)
{
  if (!add (self, name, contents, ZIP_CM_DEFLATE))
    keep_error (self);
}

/**
 * spz_package_take:
 * @self: a package
 * @name: the part's path in the package
 * @contents: (transfer full): the part
 *
 * Adds a part, as spz_package_add() does.
 */
void
spz_package_take (SpzPackage *self,
                  const char *name,
                  GBytes     *contents)
{
  spz_package_add (self, name, contents);
  g_bytes_unref (contents);
}

/**
 * spz_package_add_stored:
 * @self: a package
 * @name: the part's path in the package
 * @contents: the part
 *
 * Adds a part that is not compressed.
 */
void
spz_package_add_stored (SpzPackage *self,
                        const char *name,
                        const char *contents)
{
  g_autoptr (GBytes) bytes = g_bytes_new (contents, strlen (contents));

  if (!add (self, name, bytes, ZIP_CM_STORE))
    keep_error (self);
}

static GBytes *
read_target (SpzPackage *self)
{
  g_autofree char *data = NULL;
  zip_stat_t status;

  if (zip_source_stat (self->target, &status) != 0 || zip_source_open (self->target) != 0)
    return NULL;

  data = g_malloc (status.size);
  if (zip_source_read (self->target, data, status.size) != (zip_int64_t) status.size)
    {
      zip_source_close (self->target);
      return NULL;
    }
  zip_source_close (self->target);

  return g_bytes_new_take (g_steal_pointer (&data), status.size);
}

/**
 * spz_package_end:
 * @self: a package
 * @error: return location for an #SPZ_ERROR
 *
 * Writes the package; nothing can be added after.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
spz_package_end (SpzPackage  *self,
                 GError     **error)
{
  GBytes *bytes = NULL;

  if (self->zip != NULL && zip_close (self->zip) != 0)
    keep_error (self);
  else if (self->zip != NULL)
    {
      self->zip = NULL;
      bytes = read_target (self);
    }

  if (bytes == NULL)
    g_set_error (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                 _("The document could not be packed: %s"), zip_error_strerror (&self->error));

  return bytes;
}
