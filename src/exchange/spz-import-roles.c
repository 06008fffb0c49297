/* spz-import-roles.c: the table of roles and tasks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-outline-private.h"

#include "spz-import-text-private.h"
#include "spz-inline.h"
#include "spz-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell of the roles' column is narrow; a wider line ends the table. */
#define MAX_ROLE_LINE 32

#define BULLET "\u2022"

/* Parts of an administration, where a role's unit begins. */
static const char *const units[] = {
  "Abteilung", "Amt", "Dezernat", "FB", "Fachbereich", "Fachdienst", "Geschäftsbereich",
  "Referat", "Sachgebiet", "Stabsstelle", "Team",
};

/* After these a part of an administration belongs to the role's own title. */
static const char *const prepositions[] = { "im", "in", "der", "des", "dem", "für", "vom", "von" };

typedef enum
{
  COLUMN_ROLE,
  COLUMN_HOLDER,
  COLUMN_UNIT,
  COLUMN_TASKS,
  COLUMN_OTHER,
} Column;

static gboolean
is_one_of (const char        *word,
           const char *const *list,
           gsize              n_list)
{
  for (gsize i = 0; i < n_list; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_acronym (const char *word)
{
  glong n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;

  return n >= 2 && n <= 5;
}

/* Words that all have a capital, at least two: a name, perhaps with an office. */
static gboolean
is_name (char **words)
{
  guint n = 0;

  for (; words[n] != NULL; n++)
    if (!g_unichar_isupper (g_utf8_get_char (words[n])))
      return FALSE;

  return n >= 2;
}

/**
 * spz_import_split_role:
 * @cell: the text of a role's cell
 * @title: (out): the role
 * @holder: (out): who has it, or ""
 * @unit: (out): where it belongs, or ""
 *
 * Takes apart what stands in one cell: "CDO Stadtkämmerer Markus Märtens",
 * "Programmbüro Team im Dezernat II". What isn't clear stays in the title.
 */
void
spz_import_split_role (const char  *cell,
                       char       **title,
                       char       **holder,
                       char       **unit)
{
  g_autofree char *squeezed = spz_text_squeeze (cell);
  g_auto (GStrv) words = g_strsplit (squeezed, " ", -1);
  guint n = g_strv_length (words);

  *holder = g_strdup ("");
  *unit = g_strdup ("");

  if (n >= 3 && is_acronym (words[0]) && is_name (words + 1))
    {
      g_free (*holder);
      *title = g_strdup (words[0]);
      *holder = g_strjoinv (" ", words + 1);
      return;
    }

  for (guint i = 1; i < n; i++)
    if (is_one_of (words[i], units, G_N_ELEMENTS (units)) &&
        !is_one_of (words[i - 1], prepositions, G_N_ELEMENTS (prepositions)))
      {
        g_free (*unit);
        *unit = g_strjoinv (" ", words + i);
        g_clear_pointer (&words[i], g_free);
        *title = g_strjoinv (" ", words);
        for (guint j = i + 1; j < n; j++)
          g_free (words[j]);
        return;
      }

  *title = g_steal_pointer (&squeezed);
}

/**
 * spz_import_add_role:
 * @self: a result
 * @cell: the text of the role's cell
 * @line: where it begins
 *
 * Appends a role without tasks: see spz_import_split_role().
 *
 * Returns: (transfer none): the role
 */
SpzImportRole *
spz_import_add_role (SpzImport  *self,
                     const char *cell,
                     guint       line)
{
  SpzImportRole *role = g_new0 (SpzImportRole, 1);

  spz_import_split_role (cell, &role->title, &role->holder, &role->unit);
  role->tasks = g_ptr_array_new_with_free_func (g_free);
  role->line = line;
  g_ptr_array_add (self->roles, role);

  return role;
}

static void
add_task (SpzImportRole *role,
          const char    *text)
{
  g_autofree char *squeezed = spz_text_squeeze (text);

  if (*squeezed != '\0')
    g_ptr_array_add (role->tasks, g_steal_pointer (&squeezed));
}

/* Tables whose rows are lines */

static Column
get_column (const char *head)
{
  g_autofree char *folded = spz_text_fold (head);

  if (g_str_has_prefix (folded, "rol"))
    return COLUMN_ROLE;
  if (strstr (folded, "aufgabe") != NULL || strstr (folded, "task") != NULL)
    return COLUMN_TASKS;
  if (strstr (folded, "einheit") != NULL || strstr (folded, "unit") != NULL || strstr (folded, "bereich") != NULL ||
      strstr (folded, "organisation") != NULL || strstr (folded, "stelle") != NULL)
    return COLUMN_UNIT;
  if (strstr (folded, "name") != NULL || strstr (folded, "person") != NULL ||
      strstr (folded, "inhab") != NULL || strstr (folded, "holder") != NULL || strstr (folded, "besetz") != NULL)
    return COLUMN_HOLDER;

  return COLUMN_OTHER;
}

static char **
split_cells (const SpzLine *line)
{
  return line->mark == SPZ_LINE_ROW ? spz_line_split_row (line) : g_strsplit (line->text, "\t", -1);
}

static gboolean
is_row (const SpzLine *line)
{
  return line != NULL && (line->mark == SPZ_LINE_ROW || strchr (line->text, '\t') != NULL);
}

/* "|---|:--|" */
static gboolean
is_separator (const SpzLine *line)
{
  return line->text[strspn (line->text, "|-: ")] == '\0';
}

/* Tasks in one cell: separated by bullets, tags or line breaks. */
static void
add_tasks (SpzImportRole *role,
           const char    *cell)
{
  g_autofree char *untagged = spz_import_text_strip_tags (cell, '\n');
  g_autofree char *bulleted = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) parts = g_strsplit (untagged, BULLET, -1);

  bulleted = g_strjoinv ("\n", parts);
  lines = g_strsplit (bulleted, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      const char *text = *line;

      text += strspn (text, " ");
      if (g_str_has_prefix (text, "- "))
        text += 2;
      add_task (role, text);
    }
}

static void
set_cell (char       **member,
          const char  *cell)
{
  g_autofree char *plain = spz_inline_to_plain (cell);

  g_free (*member);
  *member = spz_text_squeeze (plain);
}

/**
 * spz_import_take_role_cells:
 * @import: the result, which gets the role
 * @head: the heads of the columns
 * @cells: a row's cells, inline Markdown; tasks are separated by line breaks,
 *   bullets or tags
 * @line: where it begins in the source
 *
 * Takes a row of a table of roles and tasks.
 */
void
spz_import_take_role_cells (SpzImport  *import,
                            char      **head,
                            char      **cells,
                            guint       line)
{
  guint n_columns = g_strv_length (head);
  g_autofree char *first = spz_import_text_strip_tags (cells[0] != NULL ? cells[0] : "", ' ');
  g_autofree char *plain = spz_inline_to_plain (first);
  SpzImportRole *role = NULL;

  if (cells[0] == NULL)
    return;

  /* A row without a role goes on with the role of the row before. */
  if (*g_strstrip (plain) == '\0' && import->roles->len > 0)
    role = g_ptr_array_index (import->roles, import->roles->len - 1);
  else
    role = spz_import_add_role (import, plain, line);

  for (guint i = 1; cells[i] != NULL; i++)
    switch (i < n_columns ? get_column (head[i]) : COLUMN_TASKS)
      {
      case COLUMN_HOLDER:
        set_cell (&role->title, plain);
        set_cell (&role->holder, cells[i]);
        break;
      case COLUMN_UNIT:
        set_cell (&role->title, plain);
        set_cell (&role->unit, cells[i]);
        break;
      case COLUMN_ROLE:
      case COLUMN_TASKS:
      case COLUMN_OTHER:
      default:
        add_tasks (role, cells[i]);
        break;
      }
}

static void
report_head (SpzImport     *import,
             const SpzLine *line)
{
  spz_import_add_message (import, line->number, _("Repeated table head left out."));
}

static guint
take_rows (SpzImport *import,
           SpzLines  *lines,
           guint      index)
{
  g_auto (GStrv) head = split_cells (spz_lines_get (lines, index++));

  for (; is_row (spz_lines_get (lines, index)); index++)
    {
      const SpzLine *line = spz_lines_get (lines, index);

      if (spz_line_is_table_head (line))
        report_head (import, line);
      else if (!is_separator (line))
        {
          g_auto (GStrv) cells = split_cells (line);

          spz_import_take_role_cells (import, head, cells, line->number);
        }
    }

  return index;
}

/* Tables whose cells come one after the other, line by line */

typedef struct
{
  SpzImport     *import;
  SpzLines      *lines;
  SpzImportRole *role;
  GString       *cell;
  GString       *task;
  guint          cell_line;
  guint          width;
} Cells;

static void
finish_task (Cells *self)
{
  if (self->task->len > 0)
    {
      g_autofree char *escaped = spz_inline_escape (self->task->str);

      add_task (self->role, escaped);
    }
  g_string_truncate (self->task, 0);
}

/* "Programmbüro (Fortsetzung)": the row goes on on this page. */
static gboolean
goes_on (const char *cell)
{
  return g_str_has_suffix (cell, "(Fortsetzung)") || g_str_has_suffix (cell, "(continued)");
}

static void
finish_cell (Cells *self)
{
  if (self->cell->len > 0 && !(self->role != NULL && goes_on (self->cell->str)))
    self->role = spz_import_add_role (self->import, self->cell->str, self->cell_line);
  g_string_truncate (self->cell, 0);
}

static gboolean
ends_table (const SpzLine *line)
{
  if (line->mark == SPZ_LINE_HEADING || line->mark == SPZ_LINE_ARROW)
    return TRUE;
  if (line->mark != SPZ_LINE_PLAIN || !(line->gap || line->page) || spz_line_is_table_head (line) ||
      spz_import_text_starts_lower (line->text))
    return FALSE;

  return g_utf8_strlen (line->text, -1) > MAX_ROLE_LINE || g_str_has_suffix (line->text, ":") ||
         g_str_has_prefix (line->text, "Handlungsfeld") || spz_import_is_plan_heading (line->text);
}

static void
take_cell_line (Cells *self,
                guint  index)
{
  const SpzLine *line = spz_lines_get (self->lines, index);

  if (line->mark == SPZ_LINE_BULLET)
    {
      finish_cell (self);
      finish_task (self);
      g_string_assign (self->task, line->text);
      return;
    }

  /* In the tasks' column what the layout broke goes on in the next line. */
  if (self->task->len > 0 &&
      (spz_import_text_is_unfinished (self->task->str, TRUE) ||
       (line->blanks == 0 && (spz_import_text_starts_lower (line->text) ||
                              !spz_lines_has_room (self->lines, index, self->width)))))
    {
      spz_import_text_append (self->task, line->text);
      return;
    }

  finish_task (self);
  if (self->cell->len == 0)
    self->cell_line = line->number;
  spz_import_text_append (self->cell, line->text);
}

static guint
take_cells (SpzImport *import,
            SpzLines  *lines,
            guint      index)
{
  Cells self = { import, lines, NULL };
  guint first = ++index;
  guint end;

  for (end = first; end < lines->items->len && !ends_table (spz_lines_get (lines, end)); end++)
    {
      const SpzLine *line = spz_lines_get (lines, end);

      if (line->mark == SPZ_LINE_BULLET)
        self.width = MAX (self.width, (guint) g_utf8_strlen (line->text, -1));
    }

  /* Letters differ in width: a line that is a little shorter may be full. */
  self.width -= MIN (self.width, 4);
  self.cell = g_string_new (NULL);
  self.task = g_string_new (NULL);

  for (index = first; index < end; index++)
    {
      const SpzLine *line = spz_lines_get (lines, index);

      if (spz_line_is_table_head (line))
        report_head (import, line);
      else if (line->mark == SPZ_LINE_BULLET && self.role == NULL && self.cell->len == 0)
        break;
      else
        take_cell_line (&self, index);
    }

  if (self.role != NULL || self.cell->len > 0)
    {
      finish_cell (&self);
      finish_task (&self);
    }
  g_string_free (self.cell, TRUE);
  g_string_free (self.task, TRUE);

  return index;
}

/**
 * spz_import_take_roles:
 * @import: the result, which gets the roles
 * @lines: the lines of a text
 * @index: the table's head
 *
 * Takes a table of roles and tasks, in one of its forms: rows of Markdown, rows
 * with tabs and crumbs of HTML, or the text of its cells line by line. A head
 * that is repeated on another page is left out.
 *
 * Returns: the first line after the table
 */
guint
spz_import_take_roles (SpzImport *import,
                       SpzLines  *lines,
                       guint      index)
{
  const SpzLine *head = spz_lines_get (lines, index);

  return is_row (head) ? take_rows (import, lines, index) : take_cells (import, lines, index);
}
