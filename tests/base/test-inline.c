/* test-inline.c: bold and italic inside a line of text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "spz-inline.h"

#include <string.h>

static void
run_free (gpointer data)
{
  SpzInlineRun *run = data;

  g_free (run->text);
  g_free (run);
}

/* "[B:text][:text]" */
static char *
describe (GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      SpzInlineRun *run = g_ptr_array_index (runs, i);

      g_string_append_printf (text, "[%s%s:%s]",
                              run->style & SPZ_INLINE_BOLD ? "B" : "",
                              run->style & SPZ_INLINE_ITALIC ? "I" : "",
                              run->text);
    }

  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const struct { const char *markdown, *runs; } cases[] = {
    { "", "" },
    { "schlicht", "[:schlicht]" },
    { "ein **fettes** Wort", "[:ein ][B:fettes][: Wort]" },
    { "ein *schräges* Wort", "[:ein ][I:schräges][: Wort]" },
    { "ein __fettes__ und _schräges_", "[:ein ][B:fettes][: und ][I:schräges]" },
    { "**fett und *beides***", "[B:fett und ][BI:beides]" },
    { "**ganz**", "[B:ganz]" },
    /* Unbalanced stays. */
    { "5 * 3 = 15 *", "[:5 * 3 = 15 *]" },
    { "**offen", "[:**offen]" },
    { "*", "[:*]" },
    { "***", "[:***]" },
    { "** **", "[:** **]" },
    /* Gender asterisks are no emphasis. */
    { "Bürger*innen und Mitarbeiter*innen", "[:Bürger*innen und Mitarbeiter*innen]" },
    { "snake_case_name", "[:snake_case_name]" },
    /* Nothing but emphasis. */
    { "# Titel", "[:# Titel]" },
    { "- Punkt", "[:- Punkt]" },
    { "1. Punkt", "[:1. Punkt]" },
    { "> Zitat", "[:> Zitat]" },
    { "---", "[:---]" },
    { "```", "[:```]" },
    { "    Code", "[:    Code]" },
    { "a `b*c*` d", "[:a `b*c*` d]" },
    { "[Text](http://x.de) ![Bild](y)", "[:[Text](http://x.de) ![Bild](y)]" },
    { "[a]: http://x.de", "[:[a]: http://x.de]" },
    { "<b>x</b> <http://x.de> &amp; & &#x41;", "[:<b>x</b> <http://x.de> &amp; & &#x41;]" },
    { "| a | b |", "[:| a | b |]" },
    { "eins\n\n  zwei  \n- drei", "[:eins\n\n  zwei  \n- drei]" },
    { "**fett**\nund", "[B:fett][:\nund]" },
    /* Escapes. */
    { "\\*kein\\* \\\\ Stern\\", "[:*kein* \\ Stern\\]" },
    { "\\[intern] C:\\Dateien", "[:[intern] C:\\Dateien]" },
    { "&#65;&#0;", "[:A&#0;]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) runs = spz_inline_parse (cases[i].markdown);
      g_autofree char *text = describe (runs);

      g_assert_cmpstr (text, ==, cases[i].runs);
    }

  {
    g_autoptr (GPtrArray) none = spz_inline_parse (NULL);

    g_assert_cmpuint (none->len, ==, 0);
  }
}

static void
test_pango (void)
{
  g_autofree char *markup = spz_inline_to_pango ("A & <B> **fett <&> *beides***");
  g_autofree char *plain = spz_inline_to_plain ("**84+100+299 = 483** \\*");

  g_assert_cmpstr (markup, ==, "A &amp; &lt;B&gt; <b>fett &lt;&amp;&gt; </b><b><i>beides</i></b>");
  g_assert_cmpstr (plain, ==, "84+100+299 = 483 *");
}

static void
test_write (void)
{
  static const char *const kept[] = {
    "ein **fettes** Wort", "*schräg* und **fett**", "**fett und *beides* und fett**",
    "***beides***", "Bürger\\*innen", "\\- Strich", "1\\. Punkt", "\\# Raute", "snake_case",
    "R&D, Müller & Söhne", "Wort**mitte**n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GPtrArray) runs = spz_inline_parse (kept[i]);
      g_autofree char *markdown = spz_inline_from_runs (runs);

      g_assert_cmpstr (markdown, ==, kept[i]);
    }
}

/* Characters that mean something somewhere, and few others, so that they meet. */
static char *
random_text (guint max_length)
{
  static const char *const pieces[] = {
    "a", "b", "ß", "7", " ", " ", ".", ",", "*", "**", "_", "__", "\\", "`", "[", "](", ")", "<",
    ">", "&", "&#65;", "#", "-", "+", "~", "~~~", "=", "!", "1.", "|", "➔", "\xC2\xA0", "„", "“",
    "\n", "\t", ";", "amp;", "😀", "http://x.de", "$", "@",
  };
  GString *text = g_string_new (NULL);
  guint length = g_test_rand_int_range (1, max_length + 1);

  for (guint i = 0; i < length; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
test_escape_property (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *text = random_text (12);
      g_autofree char *markdown = spz_inline_escape (text);
      g_autofree char *plain = spz_inline_to_plain (markdown);
      g_autoptr (GPtrArray) runs = spz_inline_parse (markdown);

      g_assert_cmpstr (plain, ==, text);
      g_assert_cmpuint (runs->len, ==, 1);
    }
}

/* The style of each character that can be seen. */
static char *
visible_styles (GPtrArray *runs)
{
  GString *styles = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      SpzInlineRun *run = g_ptr_array_index (runs, i);

      for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          g_string_append_printf (styles, "%.*s%d", (int) (g_utf8_next_char (p) - p), p,
                                  (int) run->style);
    }

  return g_string_free (styles, FALSE);
}

static char *
plain_of (GPtrArray *runs)
{
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (plain, ((SpzInlineRun *) g_ptr_array_index (runs, i))->text);

  return g_string_free (plain, FALSE);
}

static void
test_runs_property (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (run_free);
      guint n = g_test_rand_int_range (1, 7);

      for (guint j = 0; j < n; j++)
        {
          SpzInlineRun *run = g_new0 (SpzInlineRun, 1);

          run->text = random_text (3);
          run->style = g_test_rand_int_range (0, 4);
          g_ptr_array_add (runs, run);
        }

      {
        g_autofree char *markdown = spz_inline_from_runs (runs);
        g_autoptr (GPtrArray) back = spz_inline_parse (markdown);
        g_autofree char *text = plain_of (runs);
        g_autofree char *text_back = plain_of (back);
        g_autofree char *styles = visible_styles (runs);
        g_autofree char *styles_back = visible_styles (back);
        g_autofree char *again = spz_inline_from_runs (back);

        if (strcmp (styles, styles_back) != 0)
          g_test_message ("%s", markdown);
        g_assert_cmpstr (text_back, ==, text);
        g_assert_cmpstr (styles_back, ==, styles);
        /* Reading and writing again changes nothing. */
        g_assert_cmpstr (again, ==, markdown);
      }
    }
}

/* Whatever is typed, nothing but marks and character references gets lost. */
static void
test_nothing_lost (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *typed = random_text (20);
      g_autofree char *plain = spz_inline_to_plain (typed);
      const char *q = plain;

      for (const char *p = typed; *p != '\0'; p++)
        if (strchr ("*_\\&#;567", *p) == NULL)
          {
            q = strchr (q, *p);
            if (q == NULL)
              g_error ("“%s” became “%s”", typed, plain);
            q++;
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inline/parse", test_parse);
  g_test_add_func ("/inline/pango", test_pango);
  g_test_add_func ("/inline/write", test_write);
  g_test_add_func ("/inline/escape-property", test_escape_property);
  g_test_add_func ("/inline/runs-property", test_runs_property);
  g_test_add_func ("/inline/nothing-lost", test_nothing_lost);

  return g_test_run ();
}
