/* test-paste.c: points from the clipboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-paste.h"

#include <string.h>

/* "1 Update|2* 483": a star for what had a bullet, an arrow for conclusions */
static char *
write_down (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SpzPasteLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%u%s %s", i > 0 ? "|" : "", line->level,
                              line->style == SPZ_POINT_CONCLUSION ? ">" : line->bullet ? "*" : "", line->text);
    }

  return g_string_free (text, FALSE);
}

static void
assert_text (const char *text,
             const char *expected)
{
  g_autoptr (GPtrArray) lines = spz_paste_read_text (text);
  g_autofree char *written = write_down (lines);

  g_assert_cmpstr (written, ==, expected);
}

static void
assert_html (const char *html,
             const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GPtrArray) lines = spz_paste_read_html (bytes);
  g_autofree char *written = write_down (lines);

  g_assert_cmpstr (written, ==, expected);
}

static void
test_text (void)
{
  assert_text ("", "");
  assert_text ("\n \n", "");
  assert_text ("Zuschlag", "1 Zuschlag");
  assert_text ("Zuschlag\nEinführung\nPilot", "1 Zuschlag|1 Einführung|1 Pilot");

  /* As Word and Writer put lists into plain text */
  assert_text ("•\tUpdate\no\t483 Anträge\n▪\tdavon 84\n•\tZuschlag\n",
               "1* Update|2* 483 Anträge|3* davon 84|1* Zuschlag");
  assert_text ("• Update\n– 483 Anträge\n◦ davon 84\n➔ Erfolg\n", "1* Update|2* 483 Anträge|3* davon 84|1> Erfolg");
  assert_text ("1. Erstens\n2. Zweitens\n", "1* Erstens|1* Zweitens");

  /* Markdown */
  assert_text ("- **Update**\n  - 483 *Anträge*\n    - davon 84\n- Zuschlag\n",
               "1* **Update**|2* 483 *Anträge*|3* davon 84|1* Zuschlag");
  assert_text ("## OZG\n\n- Portal\n", "1* **OZG**|2* Portal");

  /* Nothing that is typed is markup */
  assert_text ("• 3 * 4\n• [neu]\n", "1* 3 \\* 4|1* \\[neu]");

  /* As PDFs have it: broken by the layout */
  assert_text ("• Die Ausschreibung des Dokumentenmanagementsystems ist veröffent-\n"
               "  licht; der Zuschlag wird im Sommer erwartet.\n"
               "• Danach folgt die Einführung.\n",
               "1* Die Ausschreibung des Dokumentenmanagementsystems ist veröffentlicht; "
               "der Zuschlag wird im Sommer erwartet.|1* Danach folgt die Einführung.");

  /* What introduces a list stands above it; a plan's heading is text like any */
  assert_text ("Davon sind:\n• 84 Telearbeiter\n• 100 im Homeoffice\n",
               "1 Davon sind:|2* 84 Telearbeiter|2* 100 im Homeoffice");
  assert_text ("• Neu\n\nZeitplan\n\nQ1 2021 Vergabe\n", "1* Neu|1 Zeitplan|1 Q1 2021 Vergabe");
}

static void
test_html (void)
{
  assert_html ("", "");
  assert_html ("<p></p>", "");
  assert_html ("Zuschlag", "1 Zuschlag");
  assert_html ("Der <b>Zu</b>schlag &amp; <i>mehr</i>", "1 Der **Zu**schlag & *mehr*");
  assert_html ("<ul><li>Update<ul><li>483 <strong>Anträge</strong></li></ul></li><li><p>Zuschlag</p></li></ul>",
               "1* Update|2* 483 **Anträge**|1* Zuschlag");

  /* Word */
  assert_html ("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>p {}</style></head><body>"
               "<!--StartFragment-->"
               "<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
               "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·"
               "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"
               "Update\n zum <b>Homeoffice</b><o:p></o:p></p>"
               "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'>"
               "<![if !supportLists]><span style='mso-list:Ignore'>o&nbsp;</span><![endif]>483</p>"
               "<!--EndFragment--></body></html>",
               "1* Update zum **Homeoffice**|2* 483");

  /* Writer */
  assert_html ("<meta charset=\"utf-8\"><h2>OZG</h2>\n<ul>\n\t<li><p style=\"margin-bottom: 0cm\">\n\tPortal</p>\n\t<ul>\n"
               "\t\t<li><p>Dienste</p></li>\n\t</ul></li>\n</ul>",
               "1* **OZG**|2* Portal|3* Dienste");

  /* Google Docs wraps everything in a bold that isn't */
  assert_html ("<b style=\"font-weight: normal\"><p><span style=\"font-weight:700\">Neu</span> hier</p></b>",
               "1 **Neu** hier");
  assert_html ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "1 a b|1 c");
  assert_html ("a<br>b<script>c</script>", "1 a|1 b");
  assert_html ("<p>3 * 4</p>", "1 3 \\* 4");
}

/* Whatever it is: no crash, no empty line */
static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20210201);
  static const char *const pieces[] = { "<ul>", "<li>", "</ul>", "<p style='mso-list:l0 level9'>", "\xff", "x", "<b>", "&#0;", "•\t", "\n", "<" };
  GString *deep = g_string_new (NULL);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) html = NULL;
      g_autoptr (GPtrArray) plain = NULL;

      for (guint i = 0; i < 40; i++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      bytes = g_bytes_new (text->str, text->len);
      html = spz_paste_read_html (bytes);
      plain = spz_paste_read_text (text->str);
      for (guint i = 0; i < html->len; i++)
        g_assert_cmpstr (((SpzPasteLine *) g_ptr_array_index (html, i))->text, !=, "");
      for (guint i = 0; i < plain->len; i++)
        g_assert_cmpstr (((SpzPasteLine *) g_ptr_array_index (plain, i))->text, !=, "");
    }

  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<ul><li>a");
  {
    g_autoptr (GBytes) bytes = g_string_free_to_bytes (deep);
    g_autoptr (GPtrArray) lines = spz_paste_read_html (bytes);

    g_assert_nonnull (lines);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paste/text", test_text);
  g_test_add_func ("/paste/html", test_html);
  g_test_add_func ("/paste/hostile", test_hostile);

  return g_test_run ();
}
