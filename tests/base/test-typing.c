/* test-typing.c: quotes and dashes as they are typed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-typing.h"

/* Types a text character by character */
static char *
type (const char *keys)
{
  GString *text = g_string_new (NULL);

  for (const char *p = keys; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *sign;
      guint n_replaced;

      g_string_append_unichar (text, g_utf8_get_char (p));
      sign = spz_typing_correct (text->str, &n_replaced);
      if (sign != NULL)
        {
          g_string_truncate (text, text->len - n_replaced);
          g_string_append (text, sign);
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *keys;
    const char *text;
  } cases[] = {
    { "", "" },
    { "Der \"Zuschlag\" ist da", "Der „Zuschlag“ ist da" },
    { "\"Er sagte 'ja' dazu.\"", "„Er sagte ‚ja‘ dazu.“" },
    { "\"'Ja' und 'nein'\"", "„‚Ja‘ und ‚nein‘“" },
    { "(\"neu\")", "(„neu“)" },
    { "Geht's?", "Geht’s?" },
    { "Hans' Akte", "Hans’ Akte" },
    { "ein 24\" Bildschirm", "ein 24\" Bildschirm" },
    { "\"bis 2021\"", "„bis 2021“" },
    { "\"\"", "„“" },
    { "2020 -- 2021", "2020 – 2021" },
    { "2020--2021", "2020–2021" },
    { "-- \"neu\"", "– „neu“" },
    { "--\"neu\"", "–„neu“" },
    { "E-Akte", "E-Akte" },
    { "Äöü \"ß\" 🙂\"", "Äöü „ß“ 🙂“" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = type (cases[i].keys);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typing/typed", test_typed);

  return g_test_run ();
}
