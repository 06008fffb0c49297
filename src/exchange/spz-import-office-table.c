/* spz-import-office-table.c: the tables of a word processor's document
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-office-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-document.h"
#include "spz-language.h"
#include "spz-text.h"

/* A head is short; a first row that isn't is a row as any other */
#define MAX_HEAD_CELL 60

typedef enum
{
  TABLE_OTHER,
  TABLE_LAYOUT,
  TABLE_ROLES,
  TABLE_PLAN,
  TABLE_FIGURES,
  TABLE_DATES,
} TableKind;

/* Words by which a head is known, as our own papers write them and others may:
 * all of a line have to be in it, folded. */
static const struct
{
  TableKind   kind;
  const char *words[3];
} heads[] = {
  { TABLE_ROLES,   { "rolle", "aufgabe" } },
  { TABLE_ROLES,   { "role", "task" } },
  { TABLE_PLAN,    { "massnahme", "phase", "zeitraum" } },
  { TABLE_PLAN,    { "measure", "phase", "period" } },
  { TABLE_PLAN,    { "meilenstein", "datum" } },
  { TABLE_PLAN,    { "milestone", "date" } },
  { TABLE_FIGURES, { "kennzahl", "wert" } },
  { TABLE_FIGURES, { "key figure", "value" } },
  { TABLE_DATES,   { "datum", "termin", "einzelheiten" } },
  { TABLE_DATES,   { "date", "event", "details" } },
};

/* A row's cells as inline Markdown */
static char **
get_cells (SpzImportOffice *self,
           GPtrArray       *row)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *cell = spz_import_office_get_cell (self, g_ptr_array_index (row, i));

      g_strv_builder_add (cells, cell);
    }

  return g_strv_builder_end (cells);
}

static gboolean
is_head (char **cells)
{
  for (char **cell = cells; *cell != NULL; cell++)
    if (strchr (*cell, '\n') != NULL || g_utf8_strlen (*cell, -1) > MAX_HEAD_CELL)
      return FALSE;

  return TRUE;
}

static TableKind
get_kind (SpzOfficeBlock *table,
          char          **head)
{
  g_autofree char *joined = g_strjoinv (" | ", head);
  g_autofree char *folded = spz_text_fold (joined);

  if (table->rows->len == 1 || g_strv_length (head) <= 1)
    return TABLE_LAYOUT;

  for (guint i = 0; is_head (head) && i < G_N_ELEMENTS (heads); i++)
    {
      gboolean has_all = TRUE;

      for (guint word = 0; word < G_N_ELEMENTS (heads[i].words) && heads[i].words[word] != NULL; word++)
        has_all &= strstr (folded, heads[i].words[word]) != NULL;
      if (has_all)
        return heads[i].kind;
    }

  return TABLE_OTHER;
}

/* Rows, by what they are */

/* "42,3 %" */
static void
take_value (SpzImportFigure *figure,
            const char      *cell)
{
  g_autofree char *text = spz_text_squeeze (cell);
  gsize length = strcspn (text, " \302");
  g_auto (SpzLanguage) language = { 0 };
  g_autofree char *number = g_strndup (text, length);
  const char *comma = strpbrk (number, ",.");

  if (text[length] == '\302' && (guchar) text[length + 1] == 0xA0)
    length += 2;
  /* As papers write numbers, whatever the screen does */
  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  figure->has_value = spz_text_parse_number (number, &figure->value);
  if (!figure->has_value)
    return;

  /* A separator that three digits follow is one of thousands */
  if (comma != NULL && strspn (comma + 1, "0123456789") != 3)
    figure->decimals = (int) strspn (comma + 1, "0123456789");
  g_free (figure->unit);
  figure->unit = g_strstrip (g_strdup (text + length));
}

static void
take_figure (SpzImport  *import,
             char      **head,
             char      **cells,
             guint       line)
{
  SpzAudience audience = SPZ_AUDIENCE_PUBLIC;
  g_autofree char *marked = spz_import_take_audience (cells[0], &audience);
  g_autofree char *title = spz_inline_to_plain (marked);
  SpzImportFigure *figure = spz_import_add_figure (import, g_strstrip (title), line);

  figure->audience = audience;
  for (guint i = 1; head[i] != NULL && cells[i] != NULL; i++)
    {
      g_autofree char *folded = spz_text_fold (head[i]);
      g_autofree char *plain = spz_inline_to_plain (cells[i]);

      if (strstr (folded, "wert") != NULL || strstr (folded, "value") != NULL)
        take_value (figure, plain);
      else if (strstr (folded, "stand") != NULL || strstr (folded, "as of") != NULL)
        spz_period_parse (plain, &figure->date, NULL, NULL);
      else if (strstr (folded, "rechnung") != NULL || strstr (folded, "arithmetic") != NULL)
        figure->computed = *g_strstrip (plain) != '\0';
    }
  if (!figure->has_value)
    spz_import_add_message (import, line, _("“%s” has no number that could be read."), figure->title);
}

/* "Title · Head: cell · Head: cell" */
static void
take_other (SpzImportOffice  *self,
            char            **head,
            char            **cells,
            guint             line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = g_strdelimit (g_strdup (cells[i]), "\n", ' ');
      gboolean is_named = head != NULL && i > 0 && i < g_strv_length (head) && *head[i] != '\0';

      if (*g_strstrip (cell) == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      if (is_named)
        g_string_append_printf (text, "%s: ", head[i]);
      g_string_append (text, cell);
    }
  if (text->len > 0)
    spz_import_items_add (self->items, SPZ_IMPORT_ITEM_BULLET, text->str, 1, line);
}

/* The plan's heading is what stands before its tables */
static void
begin_plan (SpzImportOffice *self,
            guint            line)
{
  SpzImportItem *last = self->items->len > 0 ? g_ptr_array_index (self->items, self->items->len - 1) : NULL;

  if (last != NULL && last->kind == SPZ_IMPORT_ITEM_HEADING)
    last->kind = SPZ_IMPORT_ITEM_PLAN;
  else if (last == NULL || last->kind != SPZ_IMPORT_ITEM_PLAN)
    spz_import_items_add (self->items, SPZ_IMPORT_ITEM_PLAN, "", 1, line);
}

static void
begin (SpzImportOffice *self,
       SpzOfficeBlock  *table,
       TableKind        kind)
{
  SpzImportItem *item;

  switch (kind)
    {
    case TABLE_ROLES:
      spz_import_items_add (self->items, SPZ_IMPORT_ITEM_ROLES, "", 1, table->place);
      break;

    case TABLE_FIGURES:
      spz_import_items_add (self->items, SPZ_IMPORT_ITEM_FIGURES, "", 1, table->place);
      break;

    case TABLE_DATES:
      item = spz_import_items_add (self->items, SPZ_IMPORT_ITEM_DATES, "", 1, table->place);
      spz_import_add_message (self->import, item->line,
                              _("The table of next dates is made of meetings and milestones: its rows were not taken."));
      break;

    case TABLE_PLAN:
      begin_plan (self, table->place);
      break;

    case TABLE_OTHER:
    case TABLE_LAYOUT:
    default:
      spz_import_add_message (self->import, table->place,
                              ngettext ("A table of %u row has no place of its own: it became a point.",
                                        "A table of %u rows has no place of its own: each row became a point.",
                                        table->rows->len), table->rows->len);
      break;
    }
}

static void
take_row (SpzImportOffice  *self,
          TableKind         kind,
          char            **head,
          char            **cells,
          guint             line)
{
  switch (kind)
    {
    case TABLE_ROLES:
      spz_import_take_role_cells (self->import, head, cells, line);
      break;

    case TABLE_PLAN:
      spz_import_take_plan_cells (self->import, cells, line);
      break;

    case TABLE_FIGURES:
      take_figure (self->import, head, cells, line);
      break;

    case TABLE_DATES:
      break;

    case TABLE_OTHER:
    case TABLE_LAYOUT:
    default:
      take_other (self, is_head (head) ? head : NULL, cells, line);
      break;
    }
}

/* Private: makes of a table what it is: roles, figures, a plan, or points. One
 * that serves to lay out a page is what is in it. */
void
spz_import_office_add_table (SpzImportOffice *self,
                             SpzOfficeBlock  *table)
{
  g_auto (GStrv) head = get_cells (self, g_ptr_array_index (table->rows, 0));
  TableKind kind = get_kind (table, head);

  if (kind == TABLE_LAYOUT)
    {
      for (guint i = 0; i < table->rows->len; i++)
        {
          GPtrArray *row = g_ptr_array_index (table->rows, i);

          for (guint column = 0; column < row->len; column++)
            spz_import_office_add_blocks (self, g_ptr_array_index (row, column));
        }
      return;
    }

  begin (self, table, kind);
  if (kind == TABLE_OTHER && !is_head (head))
    take_other (self, NULL, head, table->place);
  for (guint i = 1; i < table->rows->len; i++)
    {
      g_auto (GStrv) cells = get_cells (self, g_ptr_array_index (table->rows, i));

      if (*cells != NULL && !g_strv_equal ((const char *const *) cells, (const char *const *) head))
        take_row (self, kind, head, cells, table->place + i);
    }
  self->after_plan = kind == TABLE_PLAN;
}
