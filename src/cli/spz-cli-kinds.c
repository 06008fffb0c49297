/* spz-cli-kinds.c: the kinds of items the command line knows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-cli-kinds.h"

#include <glib/gi18n-lib.h>

#include "spz-briefings.h"
#include "spz-deliveries.h"
#include "spz-dependencies.h"
#include "spz-figures.h"
#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-outline.h"
#include "spz-plan.h"
#include "spz-promises.h"

/**
 * spz_cli_add_string:
 * @builder: a JSON object being built
 * @name: the member's name
 * @value: (nullable): its value
 *
 * Adds a text, or null.
 */
void
spz_cli_add_string (JsonBuilder *builder,
                    const char  *name,
                    const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * spz_cli_add_date:
 * @builder: a JSON object being built
 * @name: the member's name
 * @date: its value
 *
 * Adds a date as ISO 8601, or null for none.
 */
void
spz_cli_add_date (JsonBuilder *builder,
                  const char  *name,
                  SpzDate      date)
{
  g_autofree char *iso = spz_date_to_iso (date);

  spz_cli_add_string (builder, name, iso);
}

static void
append_list (GPtrArray     *records,
             SpzRecordList *list)
{
  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    g_ptr_array_add (records, g_object_ref (spz_record_list_get (list, i)));
}

/* Each parent's children after the other's, then those without a parent. */
static GPtrArray *
collect_by_parent (SpzProgramme *programme,
                   GType         parent_type,
                   GType         type,
                   const char   *reference)
{
  SpzRecordList *parents = spz_programme_get_list (programme, parent_type);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < spz_record_list_get_size (parents); i++)
    append_list (records,
                 spz_programme_get_children (programme, type, reference,
                                             spz_record_get_id (spz_record_list_get (parents, i))));
  append_list (records, spz_programme_get_children (programme, type, reference, 0));

  return records;
}

/* Tasks */

static GPtrArray *
collect_tasks (SpzProgramme *programme)
{
  return collect_by_parent (programme, SPZ_TYPE_ROLE, SPZ_TYPE_TASK, "role");
}

static char *
dup_task_detail (SpzProgramme *programme,
                 gpointer      record)
{
  SpzRecord *role = spz_programme_lookup (programme, SPZ_TYPE_ROLE, SPZ_TASK (record)->role);

  return role != NULL ? g_strdup (spz_record_get_title (role)) : NULL;
}

static char *
dup_role_detail (SpzProgramme *programme,
                 gpointer      record)
{
  return g_strdup (SPZ_ROLE (record)->holder);
}

/* Points */

typedef struct
{
  GPtrArray  *points;
  GHashTable *owners; /* records whose points are in already */
} PointCollector;

static void
collect_points_of (PointCollector *self,
                   SpzProgramme   *programme,
                   gpointer        owner)
{
  g_autoptr (GArray) items = NULL;

  if (owner == NULL || !g_hash_table_add (self->owners, owner))
    return;

  items = spz_outline_flatten (programme, owner);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->points,
                     g_object_ref (g_array_index (items, SpzOutlineItem, i).point));
}

/* As they are spoken: briefing by briefing, block by block; then the points of
 * action fields that are in no briefing yet. */
static GPtrArray *
collect_points (SpzProgramme *programme)
{
  SpzRecordList *briefings = spz_programme_get_list (programme, SPZ_TYPE_BRIEFING);
  SpzRecordList *fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);
  g_autoptr (GHashTable) owners = g_hash_table_new (NULL, NULL);
  PointCollector collector = { g_ptr_array_new_with_free_func (g_object_unref), owners };

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    {
      SpzRecord *briefing = spz_record_list_get (briefings, i);
      SpzRecordList *blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing",
                                                          spz_record_get_id (briefing));

      for (guint j = 0; j < spz_record_list_get_size (blocks); j++)
        {
          SpzBlock *block = spz_record_list_get (blocks, j);

          collect_points_of (&collector, programme, block);
          if (block->kind == SPZ_BLOCK_ACTION_FIELD)
            collect_points_of (&collector, programme,
                               spz_programme_lookup (programme, SPZ_TYPE_ACTION_FIELD,
                                                     block->action_field));
        }
    }

  for (guint i = 0; i < spz_record_list_get_size (fields); i++)
    collect_points_of (&collector, programme, spz_record_list_get (fields, i));

  return collector.points;
}

static SpzBriefing *
get_briefing_of_point (SpzProgramme *programme,
                       SpzPoint     *point)
{
  SpzBlock *block = spz_programme_lookup (programme, SPZ_TYPE_BLOCK, point->block);

  return block != NULL ? spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, block->briefing) : NULL;
}

static char *
dup_point_title (SpzProgramme *programme,
                 gpointer      record)
{
  return spz_inline_to_plain (SPZ_POINT (record)->title);
}

static char *
dup_point_detail (SpzProgramme *programme,
                  gpointer      record)
{
  SpzPoint *point = record;

  return point->audience != SPZ_AUDIENCE_PUBLIC
         ? g_strdup (spz_enum_get_label (SPZ_TYPE_AUDIENCE, point->audience))
         : NULL;
}

static void
add_point_members (SpzProgramme *programme,
                   gpointer      record,
                   JsonBuilder  *builder)
{
  SpzPoint *point = record;
  SpzBriefing *briefing = get_briefing_of_point (programme, point);

  spz_cli_add_string (builder, "markdown", point->title);
  json_builder_set_member_name (builder, "level");
  json_builder_add_int_value (builder, spz_outline_get_level (programme, point));
  if (briefing != NULL)
    {
      spz_cli_add_string (builder, "briefing", briefing->title);
      json_builder_set_member_name (builder, "briefing_id");
      json_builder_add_int_value (builder, spz_record_get_id (SPZ_RECORD (briefing)));
    }
}

/* Figures */

static char *
dup_figure_detail (SpzProgramme *programme,
                   gpointer      record)
{
  double number;

  if (!spz_figure_get_number (programme, record, spz_programme_get_reference_date (programme),
                              &number, NULL))
    return NULL;

  return spz_figure_format_number (record, number);
}

static void
add_figure_members (SpzProgramme *programme,
                    gpointer      record,
                    JsonBuilder  *builder)
{
  SpzDate as_of = spz_programme_get_reference_date (programme);
  SpzFigureValue *value = spz_figure_get_value (programme, record, as_of);
  g_autofree char *arithmetic = spz_figure_format_arithmetic (programme, record, as_of);
  double number;

  json_builder_set_member_name (builder, "value");
  if (spz_figure_get_number (programme, record, as_of, &number, NULL))
    json_builder_add_double_value (builder, number);
  else
    json_builder_add_null_value (builder);
  spz_cli_add_date (builder, "date", value != NULL ? value->date : SPZ_DATE_NONE);
  spz_cli_add_string (builder, "source", value != NULL ? value->source : NULL);
  spz_cli_add_string (builder, "arithmetic", arithmetic);
}

/* The plan */

static GPtrArray *
collect_phases (SpzProgramme *programme)
{
  return collect_by_parent (programme, SPZ_TYPE_MEASURE, SPZ_TYPE_PHASE, "measure");
}

static char *
dup_phase_detail (SpzProgramme *programme,
                  gpointer      record)
{
  SpzRecord *measure = spz_programme_lookup (programme, SPZ_TYPE_MEASURE,
                                             SPZ_PHASE (record)->measure);
  g_autofree char *period = spz_phase_dup_period (record);

  return g_strdup_printf ("%s, %s", period,
                          measure != NULL ? spz_record_get_title (measure) : "");
}

static void
add_phase_members (SpzProgramme *programme,
                   gpointer      record,
                   JsonBuilder  *builder)
{
  static const char *const names[] = { "ahead", "running", "done", "overdue" };
  SpzPhaseStatus status = spz_phase_get_status (record,
                                                spz_programme_get_reference_date (programme));

  spz_cli_add_string (builder, "status", names[status]);
}

static char *
dup_milestone_detail (SpzProgramme *programme,
                      gpointer      record)
{
  return spz_milestone_dup_date (record);
}

static char *
dup_dependency_title (SpzProgramme *programme,
                      gpointer      record)
{
  return spz_dependency_describe (programme, record);
}

/* The measures, where they are two */
static char *
dup_dependency_detail (SpzProgramme *programme,
                       gpointer      record)
{
  SpzPhase *predecessor = spz_programme_lookup (programme, SPZ_TYPE_PHASE, SPZ_DEPENDENCY (record)->predecessor);
  SpzPhase *successor = spz_programme_lookup (programme, SPZ_TYPE_PHASE, SPZ_DEPENDENCY (record)->successor);
  SpzMeasure *from = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, predecessor->measure);
  SpzMeasure *to = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, successor->measure);

  return from == to ? g_strdup (from->title) : g_strdup_printf ("%s → %s", from->title, to->title);
}

static char *
dup_version_detail (SpzProgramme *programme,
                    gpointer      record)
{
  SpzPlanVersion *version = record;
  g_autofree char *date = spz_date_format (version->date, SPZ_DATE_STYLE_SHORT);

  return *version->occasion != '\0' ? g_strdup_printf ("%s, %s", version->occasion, date)
                                    : g_steal_pointer (&date);
}

/* Meetings */

static char *
dup_meeting_title (SpzProgramme *programme,
                   gpointer      record)
{
  return spz_meeting_dup_title (programme, record);
}

static char *
dup_meeting_detail (SpzProgramme *programme,
                    gpointer      record)
{
  return spz_meeting_dup_date (record, SPZ_DATE_STYLE_SHORT);
}

static char *
dup_briefing_detail (SpzProgramme *programme,
                     gpointer      record)
{
  SpzMeeting *meeting = spz_briefing_get_meeting (programme, record);

  return meeting != NULL ? spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_SHORT) : NULL;
}

static void
add_briefing_members (SpzProgramme *programme,
                      gpointer      record,
                      JsonBuilder  *builder)
{
  SpzMeeting *meeting = spz_briefing_get_meeting (programme, record);
  g_autofree char *title = meeting != NULL ? spz_meeting_dup_title (programme, meeting) : NULL;

  spz_cli_add_string (builder, "meeting", title);
  spz_cli_add_date (builder, "date", meeting != NULL ? meeting->date : SPZ_DATE_NONE);
}

/* Promises and deliveries */

static char *
dup_promise_title (SpzProgramme *programme,
                   gpointer      record)
{
  return spz_promise_describe (programme, record);
}

static char *
dup_promise_detail (SpzProgramme *programme,
                    gpointer      record)
{
  return g_strdup (spz_promise_is_renewed (programme, record)
                   ? _("said anew")
                   : spz_promise_state_get_label (spz_promise_get_state (programme, record)));
}

static void
add_promise_members (SpzProgramme *programme,
                     gpointer      record,
                     JsonBuilder  *builder)
{
  static const char *const names[] = { "kept", "contradicted", "gone" };
  g_autofree char *said = spz_promise_dup_said (programme, record);
  g_autofree char *planned = spz_promise_dup_planned (programme, record);

  spz_cli_add_string (builder, "state", names[spz_promise_get_state (programme, record)]);
  spz_cli_add_string (builder, "said", said);
  spz_cli_add_string (builder, "planned", planned);
}

static char *
dup_delivery_title (SpzProgramme *programme,
                    gpointer      record)
{
  return spz_delivery_describe (record);
}

static char *
dup_delivery_detail (SpzProgramme *programme,
                     gpointer      record)
{
  SpzDelivery *delivery = record;

  return g_strdup (spz_delivery_is_superseded (programme, delivery)
                   ? _("superseded")
                   : spz_enum_get_label (SPZ_TYPE_AUDIENCE, delivery->audience));
}

static const SpzCliKind kinds[] = {
  { "programme", "programme", spz_programme_info_get_type },
  { "roles", "role", spz_role_get_type, .dup_detail = dup_role_detail },
  { "tasks", "task", spz_task_get_type, .collect = collect_tasks, .dup_detail = dup_task_detail },
  { "fields", "field", spz_action_field_get_type },
  { "points", "point", spz_point_get_type, collect_points, dup_point_title, dup_point_detail,
    add_point_members },
  { "figures", "figure", spz_figure_get_type, .dup_detail = dup_figure_detail,
    .add_members = add_figure_members },
  { "measures", "measure", spz_measure_get_type },
  { "phases", "phase", spz_phase_get_type, .collect = collect_phases,
    .dup_detail = dup_phase_detail, .add_members = add_phase_members },
  { "kinds", "kind", spz_phase_kind_get_type },
  { "milestones", "milestone", spz_milestone_get_type, .dup_detail = dup_milestone_detail },
  { "dependencies", "dependency", spz_dependency_get_type, .dup_title = dup_dependency_title,
    .dup_detail = dup_dependency_detail },
  { "versions", "version", spz_plan_version_get_type, .dup_detail = dup_version_detail },
  { "meetings", "meeting", spz_meeting_get_type, .dup_title = dup_meeting_title,
    .dup_detail = dup_meeting_detail },
  { "briefings", "briefing", spz_briefing_get_type, .dup_detail = dup_briefing_detail,
    .add_members = add_briefing_members },
  { "assignments", "assignment", spz_assignment_get_type },
  { "promises", "promise", spz_promise_get_type, .dup_title = dup_promise_title,
    .dup_detail = dup_promise_detail, .add_members = add_promise_members },
  { "deliveries", "delivery", spz_delivery_get_type, .dup_title = dup_delivery_title,
    .dup_detail = dup_delivery_detail },
};

/**
 * spz_cli_kind_find:
 * @name: "phase" or "phases"
 *
 * Returns: (nullable): the kind
 */
const SpzCliKind *
spz_cli_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name) || g_str_equal (kinds[i].singular, name))
      return &kinds[i];

  return NULL;
}

/**
 * spz_cli_kind_describe_all:
 *
 * Returns: (transfer full): a sentence that names all kinds
 */
char *
spz_cli_kind_describe_all (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i].name);

  /* Translators: %s are words to type */
  return g_strdup_printf (_("KIND is one of: %s"), names->str);
}

/**
 * spz_cli_kind_collect:
 * @self: a kind
 * @programme: a programme
 *
 * Returns: (transfer full) (element-type SpzRecord): all items of a kind, in
 *   reading order
 */
GPtrArray *
spz_cli_kind_collect (const SpzCliKind *self,
                      SpzProgramme     *programme)
{
  GPtrArray *records;

  if (self->collect != NULL)
    return self->collect (programme);

  records = g_ptr_array_new_with_free_func (g_object_unref);
  append_list (records, spz_programme_get_list (programme, self->get_type ()));

  return records;
}

/**
 * spz_cli_kind_dup_title:
 * @self: a kind
 * @programme: a programme
 * @record: (type SpzRecord): an item of that kind
 *
 * Returns: (transfer full): what the item is known by, as plain text
 */
char *
spz_cli_kind_dup_title (const SpzCliKind *self,
                        SpzProgramme     *programme,
                        gpointer          record)
{
  if (self->dup_title != NULL)
    return self->dup_title (programme, record);

  return g_strdup (spz_record_get_title (record));
}
