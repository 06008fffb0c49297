/* spz-composer.c: from the programme to a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-composer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-audience.h"
#include "spz-blocks.h"
#include "spz-briefings.h"
#include "spz-deliveries.h"
#include "spz-document-notes.h"
#include "spz-figure-texts.h"
#include "spz-language.h"
#include "spz-rehearsals.h"
#include "spz-timeline-plan.h"

/* What is for a narrower audience than the document's is left out here and in
 * the timeline's snapshot, which takes the audience too; all that follows
 * (pages, PDF, Markdown, text) sees the filtered document only. */

/* Private: whether the document may hold an item for @audience */
gboolean
spz_composer_admits (SpzComposer *self,
                     SpzAudience  audience)
{
  return audience <= self->audience;
}

/* Private: the text with the figures it mentions, as far as the document may hold them */
char *
spz_composer_expand (SpzComposer *self,
                     const char  *text)
{
  return spz_figures_expand (self->programme, text, self->as_of, self->audience);
}

/* Whom a text is for that stands where @audience may see it: the figures in it
 * may be for fewer; those the document must not hold are not in it. */
static SpzAudience
get_text_audience (SpzComposer *self,
                   const char  *text,
                   SpzAudience  audience)
{
  return MIN (self->audience, MAX (audience, spz_figures_get_audience (self->programme, text)));
}

/* A text with the figures it mentions, which refer to their sources */
static void
add_noted (SpzComposer *self,
           SpzNode     *node,
           GPtrArray   *figures)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (texts, spz_composer_cite (self, g_ptr_array_index (figures, i)));
  spz_document_builder_take_marks (self->builder, node, texts);
}

static char *
expand_marked (SpzComposer *self,
               const char  *text,
               GPtrArray   *figures)
{
  return spz_figures_expand_marked (self->programme, text, self->as_of, self->audience, SPZ_NOTE_MARK, figures);
}

/* A heading is plain text, but the figures it mentions are live as in points */
static char *
expand_heading (SpzComposer *self,
                const char  *heading)
{
  g_autofree char *expanded = NULL;
  g_autofree char *plain = NULL;

  if (strchr (heading, '{') == NULL)
    return spz_inline_escape (heading);

  expanded = spz_composer_expand (self, heading);
  plain = spz_inline_to_plain (expanded);

  return spz_inline_escape (plain);
}

/* Private: a heading in plain text; none if it is empty */
void
spz_composer_add_heading (SpzComposer *self,
                          const char  *heading,
                          const char  *table,
                          gint64       id)
{
  g_autofree char *escaped = NULL;
  SpzNode *node;

  if (heading == NULL || *heading == '\0')
    return;

  escaped = expand_heading (self, heading);
  node = spz_document_builder_add_heading (self->builder, 1, escaped);
  spz_node_set_record (node, table, id);
  spz_node_set_audience (node, get_text_audience (self, heading, self->block_audience));
}

static gboolean
add_points (SpzComposer *self,
            const char  *heading,
            SpzBlock    *block)
{
  g_autoptr (GArray) points = spz_block_get_points (self->programme, block);
  gpointer owner = spz_block_get_owner (self->programme, block);
  gboolean added = FALSE;

  for (guint i = 0; i < points->len; i++)
    {
      const SpzBlockPoint *item = &g_array_index (points, SpzBlockPoint, i);
      g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *text = NULL;
      SpzNode *node;

      if (!spz_composer_admits (self, item->audience))
        continue;

      if (!added)
        spz_composer_add_heading (self, heading, spz_record_get_table (owner), spz_record_get_id (owner));
      added = TRUE;

      text = expand_marked (self, item->point->title, figures);
      node = spz_document_builder_add_point (self->builder, (int) item->level, item->point->style, text);
      add_noted (self, node, figures);
      spz_node_set_record (node, "point", spz_record_get_id (SPZ_RECORD (item->point)));
      spz_node_set_audience (node, get_text_audience (self, item->point->title, (SpzAudience) item->point->audience));
    }

  return added;
}

/* A title that stands in a sentence on the screen, "elektronische
 * Schriftgutverwaltung", gets a word before it to be a heading. */
static char *
get_field_heading (SpzBlock       *block,
                   SpzActionField *field)
{
  if (*block->title != '\0')
    return g_strdup (block->title);

  if (g_unichar_islower (g_utf8_get_char (field->title)))
    /* Translators: a heading; %s is the title of an action field */
    return g_strdup_printf (_("Action field “%s”"), field->title);

  return g_strdup (field->title);
}

static gboolean
add_action_field (SpzComposer *self,
                  SpzBlock    *block)
{
  SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD,
                                                block->action_field);
  g_autofree char *heading = NULL;

  if (field == NULL)
    return FALSE;

  heading = get_field_heading (block, field);

  return add_points (self, heading, block);
}

static gboolean
add_text (SpzComposer *self,
          SpzBlock    *block)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  SpzNode *node;

  if (*block->title == '\0')
    return FALSE;

  text = expand_marked (self, block->title, figures);
  node = spz_document_builder_add_paragraph (self->builder, text);
  add_noted (self, node, figures);
  spz_node_set_record (node, "block", spz_record_get_id (SPZ_RECORD (block)));
  spz_node_set_audience (node, get_text_audience (self, block->title, (SpzAudience) block->audience));

  return TRUE;
}

static const char *
get_heading (SpzBlock   *block,
             const char *fallback)
{
  return *block->title != '\0' ? block->title : fallback;
}

static gboolean
add_block (SpzComposer *self,
           SpzBlock    *block,
           SpzMeeting  *meeting)
{
  self->block_audience = spz_block_get_audience (self->programme, block);
  spz_document_builder_set_block (self->builder, spz_record_get_id (SPZ_RECORD (block)));

  switch ((SpzBlockKind) block->kind)
    {
    case SPZ_BLOCK_TEXT:
      return add_text (self, block);

    case SPZ_BLOCK_POINTS:
      return add_points (self, block->title, block);

    case SPZ_BLOCK_ACTION_FIELD:
      return add_action_field (self, block);

    case SPZ_BLOCK_ROLES:
      return spz_composer_add_roles (self, block->title);

    case SPZ_BLOCK_FIGURES:
      return spz_composer_add_figures (self, get_heading (block, _("Key figures")), block->action_field);

    case SPZ_BLOCK_DATES:
      return spz_composer_add_dates (self, get_heading (block, _("Next dates")), meeting);

    case SPZ_BLOCK_CHANGES:
      return spz_composer_add_changes (self, block);

    case SPZ_BLOCK_COMPARISON:
      return spz_composer_add_comparison (self, block);

    case SPZ_BLOCK_COMMITMENTS:
      return spz_composer_add_commitments (self, get_heading (block, _("Open commitments")));

    case SPZ_BLOCK_HEADING:
    case SPZ_BLOCK_TIMELINE:
    default:
      return FALSE;
    }
}

/* A heading block is written when the first thing under it is, and left out
 * if there were things under it and none is left. What has no heading of its
 * own is under it; if the first thing has one, it is a heading for several. */

static SpzBlock *
get_block (SpzRecordList *blocks,
           guint          index)
{
  return index < spz_record_list_get_size (blocks) ? spz_record_list_get (blocks, index) : NULL;
}

static void
write_heading (SpzComposer *self,
               SpzBlock    *heading)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (heading));

  self->block_audience = spz_block_get_audience (self->programme, heading);
  spz_document_builder_set_block (self->builder, id);
  spz_composer_add_heading (self, heading->title, "block", id);
}

/* Whether anything of @block would be written: asked before its heading is */
static gboolean
has_content (SpzComposer *self,
             SpzBlock    *block,
             SpzMeeting  *meeting)
{
  g_autoptr (SpzDocument) document = NULL;
  SpzComposer trial = *self;
  gboolean added;

  trial.builder = spz_document_builder_new (self->audience);
  added = add_block (&trial, block, meeting);
  document = spz_document_builder_end (trial.builder);

  return added;
}

static void
add_blocks (SpzComposer *self,
            SpzBriefing *briefing,
            SpzMeeting  *meeting)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));
  SpzBlock *pending = NULL;
  gboolean for_several = FALSE;

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      if (block->kind == SPZ_BLOCK_HEADING)
        {
          SpzBlock *next = get_block (blocks, i + 1);

          pending = spz_composer_admits (self, spz_block_get_audience (self->programme, block)) ? block : NULL;
          for_several = !spz_block_ends_section (next) && spz_block_has_own_heading (next);
          if (pending != NULL && spz_block_ends_section (next))
            write_heading (self, g_steal_pointer (&pending));
          continue;
        }

      if (spz_block_has_own_heading (block) && !for_several)
        pending = NULL;
      if (!spz_composer_admits (self, spz_block_get_audience (self->programme, block)))
        continue;

      if (pending != NULL && has_content (self, block, meeting))
        write_heading (self, g_steal_pointer (&pending));
      add_block (self, block, meeting);
    }
}

/* What the briefing shows of the plan; %NULL if it has no such block. */
static SpzTimelinePlan *
take_plan (SpzComposer *self,
           SpzBriefing *briefing,
           gint64      *id)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      if ((block->kind != SPZ_BLOCK_TIMELINE && block->kind != SPZ_BLOCK_COMPARISON) ||
          !spz_composer_admits (self, spz_block_get_audience (self->programme, block)))
        continue;

      *id = spz_record_get_id (SPZ_RECORD (block));
      return spz_timeline_plan_new_compared (self->programme, self->audience, NULL,
                                             spz_composer_get_compared (self, block));
    }

  return NULL;
}

/* As the briefing shows it, or else as it is */
static SpzTimelinePlan *
take_plan_alone (SpzComposer *self,
                 SpzBriefing *briefing)
{
  gint64 id;
  SpzTimelinePlan *plan = take_plan (self, briefing, &id);

  return plan != NULL ? plan : spz_timeline_plan_new_compared (self->programme, self->audience, NULL, NULL);
}

/* The plan is the last page, wherever its block stands. */
static void
add_timeline (SpzComposer *self,
              SpzBriefing *briefing)
{
  gint64 id;
  g_autoptr (SpzTimelinePlan) plan = take_plan (self, briefing, &id);

  if (plan == NULL)
    return;

  spz_document_builder_set_block (self->builder, id);
  spz_node_set_record (spz_document_builder_add_timeline (self->builder, plan), "block", id);
}

static char *
make_byline (SpzBriefing *briefing)
{
  if (*briefing->speaker == '\0')
    return g_strdup (briefing->function);
  if (*briefing->function == '\0')
    return g_strdup (briefing->speaker);

  /* Translators: who speaks, in which function: "StK Märtens in der Funktion CDO" */
  return g_strdup_printf (_("%s in the function of %s"), briefing->speaker, briefing->function);
}

/* Private: a meeting and its day, as they stand at the head of a paper */
char *
spz_composer_make_occasion (const char *title,
                            SpzDate     day)
{
  g_autofree char *date = spz_date_format (day, SPZ_DATE_STYLE_SHORT);

  /* Translators: a committee and a date: "Ausschuss für Finanzen am 08.02.2021" */
  return g_strdup_printf (_("%s on %s"), title, date);
}

static char *
describe_meeting (SpzComposer *self,
                  SpzMeeting  *meeting)
{
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;

  if (meeting == NULL)
    return NULL;

  title = spz_meeting_dup_title (self->programme, meeting);
  if (meeting->precision == SPZ_PRECISION_DAY && meeting->date != SPZ_DATE_NONE)
    return spz_composer_make_occasion (title, meeting->date);

  date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_SHORT);

  return g_strdup_printf ("%s, %s", title, date);
}

static char *
make_keywords (SpzComposer *self,
               SpzBriefing *briefing)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));
  g_autoptr (GString) keywords = g_string_new (NULL);

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);
      SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD,
                                                    block->action_field);

      if (block->kind != SPZ_BLOCK_ACTION_FIELD || field == NULL ||
          !spz_composer_admits (self, spz_block_get_audience (self->programme, block)) ||
          !has_content (self, block, NULL))
        continue;

      g_string_append_printf (keywords, "%s%s", keywords->len > 0 ? ", " : "", field->title);
    }

  return g_string_free (g_steal_pointer (&keywords), FALSE);
}

/* Private: what stands above the text, and what the file says about itself */
void
spz_composer_add_head (SpzComposer *self,
                       SpzBriefing *briefing,
                       const char  *occasion,
                       const char  *keywords,
                       SpzDate      date)
{
  SpzProgrammeInfo *info = spz_programme_get_info (self->programme);
  /* To whom nothing of it may be told, not even what it is about */
  const gboolean is_told = spz_composer_admits (self, spz_record_get_audience (self->programme, briefing));
  g_autofree char *byline = is_told ? make_byline (briefing) : NULL;
  const char *title = is_told && *briefing->title != '\0' ? briefing->title : _("Briefing");
  const char *author = is_told && *briefing->speaker != '\0' ? briefing->speaker : info->organisation;

  spz_document_builder_set_title (self->builder, title, byline, occasion, info->organisation);
  spz_document_builder_set_metadata (self->builder, author, occasion, keywords, date);
  /* Numbers of rows tell others how much there is that they don't see */
  if (self->audience == SPZ_AUDIENCE_INTERNAL)
    {
      g_autofree char *source = g_strdup_printf ("%s %" G_GINT64_FORMAT, info->uid,
                                                 spz_record_get_id (SPZ_RECORD (briefing)));

      spz_document_builder_set_source (self->builder, source);
    }
  spz_document_builder_set_letterhead (self->builder, info->letterhead, info->logo);
  spz_document_builder_set_pace (self->builder,
                                 spz_speaker_get_pace (self->programme, briefing->speaker, NULL));
}

/* Private: the plan without the text */
void
spz_composer_add_plan_alone (SpzComposer     *self,
                             SpzTimelinePlan *plan,
                             const char      *occasion,
                             SpzDate          date)
{
  SpzProgrammeInfo *info = spz_programme_get_info (self->programme);

  spz_document_builder_set_title (self->builder, spz_timeline_plan_get_title (plan), NULL, occasion,
                                  info->organisation);
  spz_document_builder_set_metadata (self->builder, info->organisation, occasion, NULL, date);
  spz_document_builder_set_letterhead (self->builder, NULL, info->logo);
  spz_document_builder_add_timeline (self->builder, plan);
}

/**
 * spz_compose_briefing:
 * @programme: a programme
 * @briefing: one of its briefings
 * @audience: whom the document is for
 * @flags: what to leave out
 *
 * Composes a briefing for an audience. An item is kept if it is for that
 * audience or a wider one; what stands under an omitted point goes with it,
 * and so does a heading with nothing left under it. This is the briefing as it
 * would be delivered now; what goes out is composed by spz_compose_paper().
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_compose_briefing (SpzProgramme    *programme,
                      SpzBriefing     *briefing,
                      SpzAudience      audience,
                      SpzComposeFlags  flags)
{
  g_auto (SpzLanguage) language = { 0 };
  g_autofree char *occasion = NULL;
  g_autofree char *keywords = NULL;
  SpzMeeting *meeting;
  SpzComposer self = { .audience = audience };
  SpzDate date;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_BRIEFING (briefing), NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  self.programme = programme;
  self.briefing = briefing;
  self.last = spz_briefing_get_last_delivery (programme, briefing);
  self.as_of = spz_programme_get_reference_date (programme);
  self.builder = spz_document_builder_new (audience);
  meeting = spz_briefing_get_meeting (programme, briefing);
  occasion = describe_meeting (&self, meeting);
  date = meeting != NULL ? meeting->date : SPZ_DATE_NONE;

  if (flags & SPZ_COMPOSE_NO_TEXT)
    {
      g_autoptr (SpzTimelinePlan) plan = take_plan_alone (&self, briefing);

      spz_composer_add_plan_alone (&self, plan, occasion, date);
      return spz_document_builder_end (self.builder);
    }

  keywords = make_keywords (&self, briefing);
  spz_composer_add_head (&self, briefing, occasion, keywords, date);
  add_blocks (&self, briefing, meeting);
  if (!(flags & SPZ_COMPOSE_NO_TIMELINE))
    add_timeline (&self, briefing);

  return spz_document_builder_end (self.builder);
}

/**
 * spz_compose_figures:
 * @programme: a programme
 * @field: one of its action fields
 * @as_of: the date whose figures they are
 * @audience: whom the document is for
 *
 * Composes the key figures of an action field.
 *
 * Returns: (transfer full): the document, without a node if there are none
 */
SpzDocument *
spz_compose_figures (SpzProgramme    *programme,
                     SpzActionField  *field,
                     SpzDate          as_of,
                     SpzAudience      audience)
{
  g_auto (SpzLanguage) language = { 0 };
  SpzComposer self = { .audience = audience };

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_ACTION_FIELD (field), NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  self.programme = programme;
  self.as_of = as_of;
  self.builder = spz_document_builder_new (audience);
  spz_composer_add_figures (&self, NULL, spz_record_get_id (SPZ_RECORD (field)));

  return spz_document_builder_end (self.builder);
}

static SpzDocumentBuilder *
begin_plan (SpzProgramme    *programme,
            SpzTimelinePlan *plan,
            SpzAudience      audience)
{
  SpzProgrammeInfo *info = spz_programme_get_info (programme);
  SpzDocumentBuilder *builder = spz_document_builder_new (audience);

  spz_document_builder_set_title (builder, spz_timeline_plan_get_title (plan), NULL, NULL, info->organisation);
  spz_document_builder_set_metadata (builder, info->organisation, info->title, NULL,
                                     spz_programme_get_reference_date (programme));
  spz_document_builder_set_letterhead (builder, NULL, info->logo);
  spz_document_builder_add_timeline (builder, plan);

  return builder;
}

/**
 * spz_composer_begin_timeline:
 * @programme: a programme
 * @version: (nullable): the version of the plan it is compared with
 * @audience: whom the document is for
 *
 * Returns: (transfer full): a paper that begins with the plan
 */
SpzDocumentBuilder *
spz_composer_begin_timeline (SpzProgramme   *programme,
                             SpzPlanVersion *version,
                             SpzAudience     audience)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new_compared (programme, audience, NULL, version);

  return begin_plan (programme, plan, audience);
}

/**
 * spz_compose_plan:
 * @programme: the programme
 * @plan: what to show of its plan
 * @audience: whom @plan was made for
 *
 * Composes a paper that is the plan of another one, on its own.
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_compose_plan (SpzProgramme    *programme,
                  SpzTimelinePlan *plan,
                  SpzAudience      audience)
{
  return spz_document_builder_end (begin_plan (programme, plan, audience));
}

/**
 * spz_compose_timeline_of_version:
 * @programme: a programme
 * @version: a version of its plan
 * @audience: whom the document is for
 *
 * Composes a paper that is the plan as it was kept.
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_compose_timeline_of_version (SpzProgramme   *programme,
                                 SpzPlanVersion *version,
                                 SpzAudience     audience)
{
  g_auto (SpzLanguage) language = { 0 };
  g_autoptr (SpzTimelinePlan) plan = NULL;

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  plan = spz_timeline_plan_new_of_version (programme, version, audience);

  return spz_document_builder_end (begin_plan (programme, plan, audience));
}

/**
 * spz_compose_timeline:
 * @programme: a programme
 * @audience: whom the document is for
 *
 * Composes a paper that is the plan alone.
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_compose_timeline (SpzProgramme *programme,
                      SpzAudience   audience)
{
  g_auto (SpzLanguage) language = { 0 };

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);

  return spz_document_builder_end (spz_composer_begin_timeline (programme, NULL, audience));
}
