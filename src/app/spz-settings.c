/* spz-settings.c: what the window remembers
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-settings.h"

/**
 * spz_settings_new:
 *
 * Gets the application's settings. Run from the build directory, or in a
 * test, there may be no schema, and GSettings would end the process; nothing
 * is remembered then.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL
 */
GSettings *
spz_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
