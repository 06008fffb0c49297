/* spz-search.c: finding anything in a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-search.h"

#include "spz-briefings.h"
#include "spz-deliveries.h"
#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-text.h"

#define MAX_TITLE_CHARS 160

/* What can be found, in the order in which it is offered. A kind that belongs
 * to another is shown with that one's title: "Phase · DMS/E-Akte". */
static const struct
{
  GType      (*get_type) (void);
  const char  *icon_name;
  struct {
    const char *property;
    GType     (*get_type) (void);
  } parents[2];
} searched[] = {
  { spz_action_field_get_type, "spz-fields-symbolic" },
  { spz_measure_get_type, "spz-timeline-symbolic",
    { { "action-field", spz_action_field_get_type } } },
  { spz_phase_get_type, "spz-timeline-symbolic",
    { { "measure", spz_measure_get_type } } },
  { spz_milestone_get_type, "spz-timeline-symbolic",
    { { "measure", spz_measure_get_type } } },
  { spz_role_get_type, "spz-organisation-symbolic" },
  { spz_task_get_type, "spz-organisation-symbolic",
    { { "role", spz_role_get_type } } },
  { spz_assignment_get_type, "spz-organisation-symbolic",
    { { "to-role", spz_role_get_type } } },
  { spz_meeting_get_type, "spz-meetings-symbolic",
    { { "body", spz_body_get_type } } },
  { spz_agenda_item_get_type, "spz-meetings-symbolic",
    { { "meeting", spz_meeting_get_type } } },
  { spz_briefing_get_type, "spz-briefings-symbolic" },
  { spz_figure_get_type, "spz-fields-symbolic",
    { { "action-field", spz_action_field_get_type } } },
  { spz_point_get_type, "spz-fields-symbolic",
    { { "action-field", spz_action_field_get_type }, { "block", spz_block_get_type } } },
  { spz_delivery_line_get_type, "spz-briefings-symbolic",
    { { "delivery", spz_delivery_get_type } } },
};

static void
search_hit_free (gpointer data)
{
  SpzSearchHit *hit = data;

  g_object_unref (hit->record);
  g_free (hit->title);
  g_free (hit->context);
  g_free (hit);
}

static char *
get_title (SpzProgramme *programme,
           SpzRecord    *record)
{
  const char *title;

  /* A meeting may be known by its body and its day alone. */
  if (SPZ_IS_MEETING (record))
    {
      g_autofree char *name = spz_meeting_dup_title (programme, SPZ_MEETING (record));
      g_autofree char *date = spz_meeting_dup_date (SPZ_MEETING (record), SPZ_DATE_STYLE_LONG);

      return g_strjoin (", ", name, date, NULL);
    }

  /* To whom and when is what one wants to know of what was said. */
  if (SPZ_IS_DELIVERY (record))
    return spz_delivery_describe (SPZ_DELIVERY (record));

  title = spz_record_get_title (record);

  return title != NULL ? spz_inline_to_plain (title) : g_strdup ("");
}

static char *
get_context (SpzProgramme *programme,
             SpzRecord    *record,
             gsize         index)
{
  const char *kind = spz_record_type_get_label (G_OBJECT_TYPE (record));

  for (gsize i = 0; i < G_N_ELEMENTS (searched[index].parents); i++)
    {
      SpzRecord *parent;
      gint64 id = 0;

      if (searched[index].parents[i].property == NULL)
        break;

      g_object_get (record, searched[index].parents[i].property, &id, NULL);
      parent = spz_programme_lookup (programme, searched[index].parents[i].get_type (), id);
      if (parent != NULL)
        {
          g_autofree char *title = get_title (programme, parent);

          if (title[0] != '\0')
            return g_strdup_printf ("%s · %s", kind, title);
        }
    }

  return g_strdup (kind);
}

static void
search_kind (SpzProgramme *programme,
             gsize         index,
             const char   *folded_query,
             guint         max_hits,
             GPtrArray    *hits)
{
  SpzRecordList *list = spz_programme_get_list (programme, searched[index].get_type ());
  guint n = spz_record_list_get_size (list);

  for (guint i = 0; i < n && hits->len < max_hits; i++)
    {
      SpzRecord *record = spz_record_list_get (list, i);
      g_autofree char *title = get_title (programme, record);
      g_autofree char *folded = spz_text_fold (title);
      SpzSearchHit *hit;

      if (!spz_text_matches (folded, folded_query))
        continue;

      hit = g_new0 (SpzSearchHit, 1);
      hit->record = g_object_ref (record);
      hit->title = spz_text_ellipsize (title, MAX_TITLE_CHARS);
      hit->context = get_context (programme, record, index);
      hit->icon_name = searched[index].icon_name;
      g_ptr_array_add (hits, hit);
    }
}

/**
 * spz_search:
 * @programme: a programme
 * @query: what to look for; upper and lower case and accents don't matter,
 *   words may stand in any order
 * @max_hits: how many at most
 *
 * Finds records by their titles, kind by kind.
 *
 * Returns: (transfer container) (element-type SpzSearchHit): what was found;
 *   nothing for an empty query
 */
GPtrArray *
spz_search (SpzProgramme *programme,
            const char   *query,
            guint         max_hits)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (search_hit_free);
  g_autofree char *folded = NULL;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folded = spz_text_fold (query);
  g_strstrip (folded);
  if (folded[0] == '\0')
    return g_steal_pointer (&hits);

  for (gsize i = 0; i < G_N_ELEMENTS (searched); i++)
    search_kind (programme, i, folded, max_hits, hits);

  return g_steal_pointer (&hits);
}
