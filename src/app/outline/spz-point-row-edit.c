/* spz-point-row-edit.c: what keys and menu do with a point
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-point-row-private.h"

#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-outline.h"
#include "spz-outline-view.h"
#include "spz-paste.h"

static SpzOutlineView *
get_view (SpzPointRow *self)
{
  return SPZ_OUTLINE_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), SPZ_TYPE_OUTLINE_VIEW));
}

static SpzPointRow *
get_neighbour (SpzPointRow *self,
               int          direction)
{
  return spz_outline_view_get_neighbour (get_view (self), self, direction);
}

static gpointer
get_owner (SpzPointRow *self)
{
  return self->point->block != 0
         ? spz_programme_lookup (self->programme, SPZ_TYPE_BLOCK, self->point->block)
         : spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, self->point->action_field);
}

static gint64
get_id (SpzPointRow *self)
{
  return spz_record_get_id (SPZ_RECORD (self->point));
}

static int
get_cursor (SpzPointRow *self)
{
  int offset;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                "cursor-position", &offset,
                NULL);

  return offset;
}

/* After an operation: the point is where it was moved to, and is typed on in */
static void
finish (SpzPointRow *self,
        gboolean     done,
        GError      *error)
{
  if (done)
    spz_outline_view_focus_point (get_view (self), get_id (self), get_cursor (self));
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}

/* Tab and Shift+Tab: one level deeper, or up. */
void
spz_point_row_change_level (SpzPointRow *self,
                            int          direction)
{
  GError *error = NULL;
  gboolean done = direction > 0
                  ? spz_outline_indent (self->programme, self->point, &error)
                  : spz_outline_outdent (self->programme, self->point, &error);

  finish (self, done, error);
}

/* Moves the point up or down, with all below it. */
void
spz_point_row_move (SpzPointRow *self,
                    int          direction)
{
  GError *error = NULL;
  gboolean done = spz_outline_move (self->programme, self->point, direction, &error);

  finish (self, done, error);
}

static gint64
split (SpzPointRow  *self,
       GError      **error)
{
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  spz_line_text_split (self->text, &head, &tail);

  if (*tail == '\0')
    return spz_outline_add (self->programme, get_owner (self), self->point, "", error);

  return spz_outline_split (self->programme, self->point, head, tail, error);
}

/* Enter: splits the point at the cursor, and goes on in the second. */
void
spz_point_row_add_after (SpzPointRow *self)
{
  SpzOutlineView *view = get_view (self);
  GError *error = NULL;
  gint64 id = split (self, &error);

  if (id != 0)
    spz_outline_view_focus_point (view, id, 0);
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}

/* Moves the cursor to the point before or after. */
void
spz_point_row_leave (SpzPointRow *self,
                     int          direction)
{
  SpzPointRow *neighbour = get_neighbour (self, direction);

  if (neighbour != NULL)
    spz_point_row_focus (neighbour, direction < 0 ? -1 : 0);
}

/* Backspace in an empty point: it alone goes, its children stay */
void
spz_point_row_erase (SpzPointRow *self)
{
  g_autoptr(SpzPointRow) kept = g_object_ref (self);
  SpzOutlineView *view = get_view (self);
  SpzPointRow *neighbour = get_neighbour (self, -1);
  int offset = -1;
  gint64 id = 0;
  GError *error = NULL;

  if (neighbour == NULL)
    {
      neighbour = get_neighbour (self, 1);
      offset = 0;
    }

  if (neighbour != NULL)
    id = get_id (neighbour);

  if (!spz_outline_remove (self->programme, self->point, &error))
    spz_feedback_report (GTK_WIDGET (view), error);
  else if (id != 0)
    spz_outline_view_focus_point (view, id, offset);
}

/* The point goes, with all below it. */
void
spz_point_row_delete (SpzPointRow *self)
{
  g_autoptr(SpzPointRow) kept = g_object_ref (self);
  SpzOutlineView *view = get_view (self);
  GError *error = NULL;

  spz_point_row_leave (self, self->index > 0 ? -1 : 1);

  if (spz_programme_remove (self->programme, self->point, &error))
    spz_feedback_undo (GTK_WIDGET (view));
  else
    spz_feedback_report (GTK_WIDGET (view), error);
}

/* What becomes of the point that is pasted into. A list pasted behind a text
 * leaves it alone. */
static gboolean
make_first_line (const SpzPasteLine *pasted,
                 const char         *head,
                 const char         *tail,
                 char              **text)
{
  gboolean empty = *head == '\0' && *tail == '\0';

  if (pasted->bullet && !empty)
    return FALSE;

  *text = g_strconcat (head, *head != '\0' ? " " : "", pasted->text, NULL);

  return TRUE;
}

/* Levels as they were pasted, below the level of the first */
static GArray *
make_lines (GPtrArray *pasted,
            guint      from)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SpzOutlineLine));
  guint base = ((SpzPasteLine *) g_ptr_array_index (pasted, 0))->level;

  for (guint i = from; i < pasted->len; i++)
    {
      const SpzPasteLine *line = g_ptr_array_index (pasted, i);
      const SpzOutlineLine outline_line = { line->text, line->level > base ? line->level - base + 1 : 1, line->style };

      g_array_append_val (lines, outline_line);
    }

  return lines;
}

/* What stood behind the cursor stands behind what was pasted */
static void
append_tail (SpzPasteLine *last,
             const char   *tail)
{
  char *text;

  if (*tail == '\0')
    return;

  text = g_strconcat (last->text, " ", tail, NULL);
  g_free (last->text);
  last->text = text;
}

/* Takes pasted lines as points; returns whether it did. */
gboolean
spz_point_row_take_lines (SpzPointRow *self,
                          GPtrArray   *pasted)
{
  SpzOutlineView *view = get_view (self);
  SpzPasteLine *first = g_ptr_array_index (pasted, 0);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GArray) lines = NULL;
  SpzOutlineLine changed = { NULL, 1, first->style };
  GError *error = NULL;
  gboolean into;
  gint64 id;

  spz_line_text_split (self->text, &head, &tail);
  into = make_first_line (first, head, tail, &text);
  if (into)
    append_tail (g_ptr_array_index (pasted, pasted->len - 1), tail);
  changed.text = text;

  lines = make_lines (pasted, into ? 1 : 0);
  id = spz_outline_paste (self->programme, self->point, into ? &changed : NULL,
                          (const SpzOutlineLine *) (void *) lines->data, lines->len, &error);

  if (id != 0)
    spz_outline_view_focus_point (view, id, -1);
  else
    spz_feedback_report (GTK_WIDGET (view), error);

  return id != 0;
}

/* Joins the point to the one before, or the one after to it. */
void
spz_point_row_join (SpzPointRow *self,
                    int          direction)
{
  SpzPointRow *neighbour = get_neighbour (self, direction);
  SpzPointRow *first = direction < 0 ? neighbour : self;
  SpzPointRow *second = direction < 0 ? self : neighbour;
  SpzOutlineView *view = get_view (self);
  g_autoptr(SpzPointRow) kept = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  gint64 id;

  if (neighbour == NULL)
    return;

  kept = g_object_ref (self);
  id = get_id (first);
  text = spz_inline_to_plain (first->point->title);
  if (spz_outline_join (self->programme, first->point, second->point, &error))
    spz_outline_view_focus_point (view, id, (int) g_utf8_strlen (text, -1));
  else
    spz_feedback_report (GTK_WIDGET (view), error);
}
