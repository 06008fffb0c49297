/* main.c: the application's start
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "spz-application.h"
#include "spz-document.h"
#include "spz-language.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(SpzApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  spz_language_prepare (SPZ_DOCUMENT_LANGUAGE);

  app = spz_application_new (APP_ID);

  return g_application_run (G_APPLICATION (app), argc, argv);
}
