/* spz-records-window.h: a window in which a few records of one kind are kept
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_RECORDS_WINDOW (spz_records_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (SpzRecordsWindow, spz_records_window, SPZ, RECORDS_WINDOW, AdwWindow)

/**
 * SpzRecordsWindowClass:
 * @record_type: the records' type
 * @title: the window's title, as all of these to be translated
 * @add_label: what the button that adds one does
 * @delete_label: what the button that deletes one does
 * @empty_icon: for when there are none
 * @empty_title: says that there are none
 * @empty_description: says what they are for
 * @width: the default width
 * @height: the default height
 * @add: adds a record, without a name; returns its identifier, 0 on error
 * @fill_row: puts a record's widgets into @cells, the first entry being its
 *   name, and into lines below that if there are more
 */
struct _SpzRecordsWindowClass
{
  AdwWindowClass parent_class;

  GType          record_type;
  const char    *title;
  const char    *add_label;
  const char    *delete_label;
  const char    *empty_icon;
  const char    *empty_title;
  const char    *empty_description;
  int            width;
  int            height;

  gint64       (*add)      (SpzRecordsWindow  *self,
                            GError           **error);
  void         (*fill_row) (SpzRecordsWindow  *self,
                            SpzRecord         *record,
                            GtkBox            *cells,
                            GtkBox            *lines);
};

SpzProgramme *spz_records_window_get_programme (SpzRecordsWindow *self);
GtkWidget    *spz_records_window_create_entry  (SpzRecordsWindow *self,
                                                SpzRecord        *record,
                                                const char       *property,
                                                const char       *name);

G_END_DECLS
