/* spz-error.h: errors about what the user gave
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SPZ_ERROR:
 *
 * Errors whose message tells a person, in the user's language, what is wrong
 * and what to do. They never name a function or an errno.
 */
#define SPZ_ERROR (spz_error_quark ())

/**
 * SpzError:
 * @SPZ_ERROR_FAILED: anything without a code of its own
 * @SPZ_ERROR_NOT_FOUND: a file, record or name is not there
 * @SPZ_ERROR_NOT_PROGRAMME: a file that is no programme file
 * @SPZ_ERROR_NEWER: a file written by a newer version
 * @SPZ_ERROR_DAMAGED: a file that is damaged
 * @SPZ_ERROR_ACCESS: reading or writing is not permitted
 * @SPZ_ERROR_BUSY: somebody else is writing to the file
 * @SPZ_ERROR_FULL: no room is left on the disk
 * @SPZ_ERROR_INVALID: a value or a text that is not accepted
 */
typedef enum
{
  SPZ_ERROR_FAILED,
  SPZ_ERROR_NOT_FOUND,
  SPZ_ERROR_NOT_PROGRAMME,
  SPZ_ERROR_NEWER,
  SPZ_ERROR_DAMAGED,
  SPZ_ERROR_ACCESS,
  SPZ_ERROR_BUSY,
  SPZ_ERROR_FULL,
  SPZ_ERROR_INVALID,
} SpzError;

GQuark spz_error_quark (void);

G_END_DECLS
