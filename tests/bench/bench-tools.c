/* bench-tools.c: measuring, and saying what came of it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "bench-tools.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "spz-example.h"

/* The long plan: after the example, 1,981 measures like those of it */
#define N_MEASURES  2000
#define N_PHASES    20000
#define PER_FIELD   20

/**
 * bench_get_cpu_ms:
 *
 * Returns: the processor time that this thread has used, in milliseconds: what
 *   else the machine does adds little to it
 */
double
bench_get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/**
 * bench_get_server_ms:
 *
 * Returns: the processor time that the X server of `tests/headless` has used, in
 *   milliseconds
 */
double
bench_get_server_ms (void)
{
  g_autofree char *path = g_build_filename ("/proc", g_getenv ("SPZ_X_SERVER"), "schedstat", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  return g_ascii_strtod (text, NULL) / 1e6;
}

/**
 * bench_get_peak_mib:
 *
 * Returns: the most memory this process has had, shared libraries included
 */
double
bench_get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

/**
 * bench_run_child:
 * @self: the benchmark's own path
 * @mode: what it is to do
 * @file: (nullable): a programme
 *
 * Runs the benchmark again, with @mode, the present time and @file as arguments.
 *
 * Returns: (transfer full) (element-type double): the numbers it printed
 */
GArray *
bench_run_child (const char *self,
                 const char *mode,
                 const char *file)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *argv[] = { self, mode, started, file, NULL };
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *rest;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                     &output, NULL, NULL, &error))
    g_error ("%s", error->message);

  rest = output;
  while (*rest != '\0')
    {
      char *end;
      double value = g_ascii_strtod (rest, &end);

      if (end == rest)
        g_error ("%s: %s", mode, output);
      g_array_append_val (values, value);
      rest = end + strspn (end, " \n");
    }
  if (values->len == 0)
    g_error ("%s printed nothing", mode);

  return values;
}

/**
 * bench_append:
 * @values: (element-type double): numbers
 * @more: (transfer full) (element-type double): others, to be put after them
 */
void
bench_append (GArray *values,
              GArray *more)
{
  g_array_append_vals (values, more->data, more->len);
  g_array_unref (more);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * bench_get_quantile:
 * @values: (element-type double): numbers; they are put in order
 * @quantile: from 0, the least, over 0.5, the median, to 1, the greatest
 *
 * Returns: the number that so many of them do not exceed
 */
double
bench_get_quantile (GArray *values,
                    double  quantile)
{
  g_assert_cmpuint (values->len, >, 0);

  g_array_sort (values, compare);

  return g_array_index (values, double, (guint) (quantile * (values->len - 1) + 0.5));
}

/**
 * bench_report:
 * @value: what was measured
 * @aim: what it should stay below
 * @format: what it is, as for printf()
 * @...: its arguments
 *
 * Prints a line with the figure, its aim and whether that was met.
 */
void
bench_report (double      value,
              double      aim,
              const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);

  g_print ("%s: %.2f (aim: up to %g) %s\n", text, value, aim, value <= aim ? "met" : "MISSED");
}

/* The plans */

typedef struct
{
  SpzProgramme *programme;
  GPtrArray    *models;   /* SpzMeasure, the example's */
  guint         n_phases;
} Plan;

static void
check (gboolean  success,
       GError   *error)
{
  if (!success)
    g_error ("%s", error->message);
}

/* The phases of a model, again and again, each time five years later */
static void
add_phases (Plan   *plan,
            gint64  measure,
            gint64  model,
            guint   n_phases)
{
  SpzRecordList *phases = spz_programme_get_children (plan->programme, SPZ_TYPE_PHASE, "measure", model);
  guint n_models = spz_record_list_get_size (phases);

  for (guint i = 0; i < n_phases; i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i % n_models);
      int months = 60 * (int) (i / n_models);
      GError *error = NULL;

      check (spz_programme_add (plan->programme, SPZ_TYPE_PHASE, &error,
                                "measure", measure,
                                "title", phase->title,
                                "kind", phase->kind,
                                "start", spz_date_add_months (phase->start, months),
                                "end", spz_date_add_months (phase->end + 1, months) - 1,
                                "precision", phase->precision,
                                "progress", months == 0 ? phase->progress : 0,
                                NULL) != 0, error);
      plan->n_phases++;
    }
}

static void
add_measures (Plan *plan)
{
  gint64 field = 0;

  for (guint i = plan->models->len; i < N_MEASURES; i++)
    {
      SpzMeasure *model = g_ptr_array_index (plan->models, i % plan->models->len);
      guint n_left = N_MEASURES - i;
      GError *error = NULL;
      gint64 measure;

      if (i % PER_FIELD == 0 || field == 0)
        {
          g_autofree char *title = g_strdup_printf ("Handlungsfeld %u", i / PER_FIELD);

          field = spz_programme_add (plan->programme, SPZ_TYPE_ACTION_FIELD, &error, "title", title, NULL);
          check (field != 0, error);
        }
      measure = spz_programme_add (plan->programme, SPZ_TYPE_MEASURE, &error,
                                   "action-field", field, "title", model->title, NULL);
      check (measure != 0, error);
      add_phases (plan, measure, spz_record_get_id (SPZ_RECORD (model)),
                  (N_PHASES - plan->n_phases) / n_left);
    }
}

static void
add_link (Plan     *plan,
          SpzPhase *predecessor,
          SpzPhase *successor)
{
  GError *error = NULL;

  if (predecessor->end < successor->start)
    check (spz_programme_add (plan->programme, SPZ_TYPE_DEPENDENCY, &error,
                              "predecessor", spz_record_get_id (SPZ_RECORD (predecessor)),
                              "successor", spz_record_get_id (SPZ_RECORD (successor)),
                              NULL) != 0, error);
}

/* Each phase waits for the one before it, and a measure's second for the next
 * one's first */
static void
add_links (Plan *plan)
{
  SpzRecordList *measures = spz_programme_get_list (plan->programme, SPZ_TYPE_MEASURE);
  SpzPhase *former = NULL;

  for (guint i = 0; i < spz_record_list_get_size (measures); i++)
    {
      SpzRecordList *phases = spz_programme_get_children (plan->programme, SPZ_TYPE_PHASE, "measure",
                                                          spz_record_get_id (spz_record_list_get (measures, i)));
      guint n_phases = spz_record_list_get_size (phases);

      for (guint j = 1; j < n_phases; j++)
        add_link (plan, spz_record_list_get (phases, j - 1), spz_record_list_get (phases, j));
      if (former != NULL && n_phases > 1)
        add_link (plan, former, spz_record_list_get (phases, 1));
      former = n_phases > 0 ? spz_record_list_get (phases, 0) : NULL;
    }
}

static void
find_models (Plan *plan)
{
  SpzRecordList *measures = spz_programme_get_list (plan->programme, SPZ_TYPE_MEASURE);

  for (guint i = 0; i < spz_record_list_get_size (measures); i++)
    {
      SpzRecord *measure = spz_record_list_get (measures, i);

      if (spz_record_list_get_size (spz_programme_get_children (plan->programme, SPZ_TYPE_PHASE, "measure",
                                                                spz_record_get_id (measure))) > 0)
        g_ptr_array_add (plan->models, measure);
    }
  plan->n_phases = spz_record_list_get_size (spz_programme_get_list (plan->programme, SPZ_TYPE_PHASE));
}

/**
 * bench_create_plan:
 * @directory: where
 * @is_large: whether it is to have 2,000 measures with 20,000 phases, rather
 *   than the example's 57
 *
 * Makes the example, and if asked for a long plan of which about as much is
 * seen at a time as of the example's: more measures and more years of the same
 * density. In both, phases wait for others.
 *
 * Returns: (transfer full): the file's path
 */
char *
bench_create_plan (const char *directory,
                   gboolean    is_large)
{
  char *path = g_build_filename (directory, is_large ? "large.db" : "example.db", NULL);
  g_autoptr (GPtrArray) models = g_ptr_array_new ();
  g_autoptr (SpzProgramme) programme = NULL;
  Plan plan = { NULL, models, 0 };
  GError *error = NULL;

  plan.programme = programme = spz_example_create (path, &error);
  check (programme != NULL, error);
  find_models (&plan);

  if (is_large)
    {
      check (spz_programme_begin (programme, "Long plan", &error), error);
      add_measures (&plan);
      check (spz_programme_commit (programme, &error), error);
    }

  check (spz_programme_begin (programme, "Links", &error), error);
  add_links (&plan);
  check (spz_programme_commit (programme, &error), error);

  return path;
}
