/* spz-language.c: the language of what is written, whatever the screen's is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-language.h"

#include <glib/gi18n-lib.h>

/* Words, names of months, the characters they are written in, and numbers */
#define CATEGORIES (LC_MESSAGES_MASK | LC_TIME_MASK | LC_CTYPE_MASK | LC_NUMERIC_MASK)

static locale_t
make_locale (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", 2);
  g_autofree char *name = g_strdup_printf ("%s%s%s.UTF-8", parts[0],
                                           parts[1] != NULL ? "_" : "", parts[1] != NULL ? parts[1] : "");
  locale_t base = duplocale (uselocale ((locale_t) 0));
  locale_t changed = newlocale (CATEGORIES, name, base);

  if (changed == (locale_t) 0)
    freelocale (base);

  return changed;
}

/**
 * spz_language_prepare:
 * @tag: a BCP 47 tag of a language and a country: "de-DE"
 *
 * Lets a program speak that language at times though its user's is none that it
 * has. GLib finds out once whether there are translations for the user, and
 * gives none ever after if not; this asks on behalf of those who read papers. To
 * be called after textdomain(), before any message. Where the locale is "C",
 * messages stay as they are in the sources.
 */
void
spz_language_prepare (const char *tag)
{
  g_auto (SpzLanguage) language = { 0 };

  if (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C"))
    return;

  spz_language_enter (&language, tag);
  g_dgettext (GETTEXT_PACKAGE, "Sprechzettel");
}

/**
 * spz_language_enter:
 * @self: a language that is all zero
 * @tag: a BCP 47 tag of a language and a country: "de-DE"
 *
 * From now on messages, months and numbers of this thread are of that
 * language. Where the system does not have it, they stay the user's.
 */
void
spz_language_enter (SpzLanguage *self,
                    const char  *tag)
{
  self->own = make_locale (tag);
  if (self->own != (locale_t) 0)
    self->before = uselocale (self->own);
}

/**
 * spz_language_leave:
 * @self: a language
 *
 * Goes back to what was spoken before; nothing if none was entered.
 */
void
spz_language_leave (SpzLanguage *self)
{
  if (self->own == (locale_t) 0)
    return;

  uselocale (self->before);
  freelocale (self->own);
  self->own = (locale_t) 0;
}
