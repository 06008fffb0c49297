/* spz-programme-check.c: whether all of a programme holds
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-deliveries.h"
#include "spz-dependencies.h"
#include "spz-figures.h"
#include "spz-plan-versions.h"
#include "spz-programme-private.h"
#include "spz-promises.h"

static void
check_figures (SpzProgramme *self,
               GPtrArray    *messages)
{
  SpzRecordList *figures = spz_programme_get_list (self, SPZ_TYPE_FIGURE);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!spz_figure_check (self, spz_record_list_get (figures, i),
                             spz_programme_get_reference_date (self), &error))
        g_ptr_array_add (messages, g_strdup (error->message));
    }
}

static void
check_plan (SpzProgramme *self,
            GPtrArray    *messages)
{
  SpzRecordList *versions = spz_programme_get_list (self, SPZ_TYPE_PLAN_VERSION);
  g_autoptr (GError) dependency_error = NULL;

  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!spz_plan_version_check (self, spz_record_list_get (versions, i), &error))
        g_ptr_array_add (messages, g_strdup (error->message));
    }

  if (!spz_dependencies_check (self, &dependency_error))
    g_ptr_array_add (messages, g_strdup (dependency_error->message));
}

static void
check_deliveries (SpzProgramme *self,
                  GPtrArray    *messages)
{
  SpzRecordList *deliveries = spz_programme_get_list (self, SPZ_TYPE_DELIVERY);

  for (guint i = 0; i < spz_record_list_get_size (deliveries); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!spz_delivery_check (self, spz_record_list_get (deliveries, i), &error))
        g_ptr_array_add (messages, g_strdup (error->message));
    }
}

static void
check_promises (SpzProgramme *self,
                GPtrArray    *messages)
{
  g_autoptr (GPtrArray) broken = spz_promises_find_broken (self);

  for (guint i = 0; i < broken->len; i++)
    g_ptr_array_add (messages, spz_promise_describe (self, g_ptr_array_index (broken, i)));
}

/**
 * spz_programme_check:
 * @self: a programme
 * @error: return location for an #SPZ_ERROR
 *
 * Checks the file's integrity, its references, the arithmetic of the key
 * figures as of the reference date, that frozen versions of the plan and what
 * was delivered are what was kept, that no phase depends on itself, and that
 * the plan fits what was promised.
 *
 * Returns: (element-type utf8) (transfer full): what is wrong, a sentence each;
 *   empty where nothing is
 */
GPtrArray *
spz_programme_check (SpzProgramme  *self,
                     GError       **error)
{
  GPtrArray *messages;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  messages = spz_store_check (spz_programme_get_store (self), error);
  if (messages == NULL)
    return NULL;

  check_figures (self, messages);
  check_plan (self, messages);
  check_deliveries (self, messages);
  check_promises (self, messages);

  return messages;
}
