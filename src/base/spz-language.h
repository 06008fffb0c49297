/* spz-language.h: the language of what is written, whatever the screen's is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/**
 * SpzLanguage:
 *
 * A stretch of a thread's work in another language than the user's. Enter and
 * leave it in the same function:
 *
 * |[
 * g_auto (SpzLanguage) language = { 0 };
 *
 * spz_language_enter (&language, "de-DE");
 * ]|
 */
typedef struct
{
  locale_t own;
  locale_t before;
} SpzLanguage;

void spz_language_prepare (const char  *tag);
void spz_language_enter   (SpzLanguage *self,
                           const char  *tag);
void spz_language_leave   (SpzLanguage *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpzLanguage, spz_language_leave)

G_END_DECLS
