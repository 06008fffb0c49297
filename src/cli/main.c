/* main.c: sprechzettel-cli
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

#include "spz-cli.h"
#include "spz-document.h"
#include "spz-language.h"

static const SpzCliVerb verbs[] = {
  { "new", N_("FILE"), N_("Create a programme"), spz_cli_new },
  { "import", N_("FILE SOURCE…"), N_("Read texts and tables into a programme"), spz_cli_import },
  { "list", N_("FILE KIND"), N_("Print what is in a programme"), spz_cli_list },
  { "export", N_("FILE"), N_("Write a briefing or the plan as a file to hand out"), spz_cli_export },
  { "copy", N_("FILE TO"), N_("Write a copy to pass on, with what its audience may see"), spz_cli_copy },
  { "briefing", N_("FILE next|deliver BRIEFING"), N_("Make the next briefing from one, or keep one as it was spoken"),
    spz_cli_briefing },
  { "search", N_("FILE TEXT"), N_("Find what was said, to whom and when"), spz_cli_search },
  { "set", N_("FILE KIND ID NAME=VALUE…"), N_("Change an item of a programme"), spz_cli_set },
  { "link", N_("FILE PHASE PHASE"), N_("Let a phase wait for another one"), spz_cli_link },
  { "unlink", N_("FILE DEPENDENCY"), N_("Let a phase wait no longer"), spz_cli_unlink },
  { "version", N_("FILE NAME"), N_("Keep the plan as it stands under a name"), spz_cli_version },
  { "diff", N_("FILE VERSION"), N_("Print what changed in the plan since a version"), spz_cli_diff },
  { "history", N_("FILE"), N_("Print what was done, by whom and when"), spz_cli_history },
  { "undo", N_("FILE"), N_("Take the last step back"), spz_cli_undo },
  { "redo", N_("FILE"), N_("Do again what was taken back last"), spz_cli_redo },
  { "check", N_("FILE"), N_("Check a programme’s file, references and arithmetic"), spz_cli_check },
  { "check-pdf", N_("FILE"), N_("Check whether a PDF can be read aloud and archived"), spz_cli_check_pdf },
};

/* What could not be printed, on a full disk say, was not done. */
static int
finish (SpzCliStatus status)
{
  if ((fflush (stdout) != 0 || ferror (stdout) != 0) && status == SPZ_CLI_DONE)
    return spz_cli_wrong ("stdout", _("The output could not be written."));

  return status;
}

static void
print_help (void)
{
  spz_cli_print ("%s\n  sprechzettel-cli VERB FILE …\n\n%s\n",
                 _("Usage:"), _("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    spz_cli_print ("  %s %s\n      %s\n", verbs[i].name, _(verbs[i].operands), _(verbs[i].summary));
  spz_cli_print ("\n%s\n%s\n",
                 _("“sprechzettel-cli VERB --help” tells about a verb."),
                 _("Exit status: 0 done, 1 the input is wrong, 2 the command line is wrong."));
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  spz_language_prepare (SPZ_DOCUMENT_LANGUAGE);

  if (argc < 2)
    return spz_cli_misused (NULL, _("A verb is missing"));

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
      g_str_equal (argv[1], "help"))
    {
      print_help ();
      return finish (SPZ_CLI_DONE);
    }
  if (g_str_equal (argv[1], "--version"))
    {
      spz_cli_print ("sprechzettel-cli " VERSION "\n");
      return finish (SPZ_CLI_DONE);
    }

  arguments = g_strdupv (argv + 1);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, argv[1]))
      return finish (verbs[i].run (&verbs[i], arguments));

  return spz_cli_misused (NULL, _("“%s” is no verb"), argv[1]);
}
