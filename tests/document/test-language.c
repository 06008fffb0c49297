/* test-language.c: a paper speaks its own language, whatever the screen's is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "spz-document-builder.h"
#include "spz-language.h"
#include "spz-plain-text.h"
#include "spz-plan-picture.h"
#include "spz-timeline-plan-builder.h"

static gboolean
has_german (void)
{
  g_auto (SpzLanguage) language = { 0 };

  spz_language_enter (&language, "de-DE");

  return language.own != (locale_t) 0;
}

/* What was entered is left again, also where it is entered twice */
static void
test_scope (void)
{
  const locale_t before = uselocale ((locale_t) 0);

  {
    g_auto (SpzLanguage) outer = { 0 };

    spz_language_enter (&outer, "de-DE");
    {
      g_auto (SpzLanguage) inner = { 0 };

      spz_language_enter (&inner, "de-DE");
    }
    g_assert_true (uselocale ((locale_t) 0) == (outer.own != (locale_t) 0 ? outer.own : before));
  }
  g_assert_true (uselocale ((locale_t) 0) == before);
}

/* A language the system does not have changes nothing. */
static void
test_unknown (void)
{
  g_auto (SpzLanguage) language = { 0 };
  const locale_t before = uselocale ((locale_t) 0);

  spz_language_enter (&language, "tlh-QO");
  g_assert_true (uselocale ((locale_t) 0) == before);
}

static void
test_paper (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_INTERNAL);
  g_autoptr (SpzDocument) document = NULL;
  g_autofree char *text = NULL;

  if (!has_german ())
    {
      g_test_skip ("There is no German on this system.");
      return;
    }

  spz_document_builder_set_title (builder, "Umsetzung E-Government-Strategie", NULL, NULL, NULL);
  document = spz_document_builder_end (builder);
  text = spz_plain_text_render (document, 0);

  g_assert_cmpstr (_("For internal use only"), ==, "For internal use only");
  g_assert_nonnull (strstr (text, "Nur für den internen Gebrauch"));
}

/* A picture of the plan is a paper too. */
static void
test_picture (void)
{
  g_autoptr (SpzTimelinePlanBuilder) plan_builder = spz_timeline_plan_builder_new ();
  g_autoptr (SpzTimelinePlan) plan = NULL;
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;

  if (!has_german ())
    {
      g_test_skip ("There is no German on this system.");
      return;
    }

  spz_timeline_plan_builder_set_years (plan_builder, 2020, 2023, 1);
  spz_timeline_plan_builder_add_group (plan_builder, 1, "Portal");
  spz_timeline_plan_builder_add_measure (plan_builder, 1, "Servicekonto", "");
  plan = spz_timeline_plan_builder_end (g_steal_pointer (&plan_builder));
  spz_document_builder_add_timeline (builder, plan);
  document = spz_document_builder_end (builder);
  picture = spz_plan_picture_to_svg (document, SPZ_TIMELINE_PAPER_A4, &error);
  g_assert_no_error (error);

  text = g_bytes_get_data (picture, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (picture), ". Zeitplan von 2020 bis "));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *translations = NULL;

  g_test_init (&argc, &argv, NULL);

  /* The screen speaks English. */
  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "C");
  translations = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  g_test_add_func ("/language/scope", test_scope);
  g_test_add_func ("/language/unknown", test_unknown);
  g_test_add_func ("/language/paper", test_paper);
  g_test_add_func ("/language/picture", test_picture);

  return g_test_run ();
}
