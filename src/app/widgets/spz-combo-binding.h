/* spz-combo-binding.h: a choice on the screen that edits a record
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

/* @combo is an AdwComboRow or a GtkDropDown */

void spz_combo_bind_reference (GtkWidget    *combo,
                               SpzProgramme *programme,
                               gpointer      record,
                               const char   *property,
                               GListModel   *choices,
                               const char   *none);
void spz_combo_bind_enum      (GtkWidget    *combo,
                               SpzProgramme *programme,
                               gpointer      record,
                               const char   *property);
void spz_combo_bind_first     (GtkWidget    *combo,
                               SpzProgramme *programme,
                               gpointer      record,
                               const char   *property,
                               guint         n_values);
void spz_combo_unbind         (GtkWidget    *combo);
void spz_combo_set_choices    (GtkWidget    *combo,
                               GListModel   *choices);

G_END_DECLS
