/* spz-programme.h: an open programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-error.h"
#include "spz-record-list.h"
#include "spz-records.h"
#include "spz-store.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PROGRAMME (spz_programme_get_type ())
G_DECLARE_FINAL_TYPE (SpzProgramme, spz_programme, SPZ, PROGRAMME, GObject)

/* Properties, all read-only and notified: "path", "info" (SpzProgrammeInfo),
 * "reference-date" (SpzDate as int), "undo-label", "redo-label" (nullable),
 * "read-only".
 * Signal "changed" (SpzChanges *changes): after the lists followed a
 * committed change; for what is derived from many rows. Without any items, the
 * whole file was read again. */

SpzProgramme     *spz_programme_open               (const char          *path,
                                                    SpzStoreFlags        flags,
                                                    GError             **error);
void              spz_programme_open_async         (const char          *path,
                                                    SpzStoreFlags        flags,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
SpzProgramme     *spz_programme_open_finish        (GAsyncResult        *result,
                                                    GError             **error);

const char       *spz_programme_get_path           (SpzProgramme        *self);
gboolean          spz_programme_get_read_only      (SpzProgramme        *self);
gboolean          spz_programme_refresh            (SpzProgramme        *self,
                                                    GError             **error);
SpzProgrammeInfo *spz_programme_get_info           (SpzProgramme        *self);
SpzDate           spz_programme_get_reference_date (SpzProgramme        *self);

/* Reading: live lists, owned by the programme */

SpzRecordList    *spz_programme_get_list           (SpzProgramme        *self,
                                                    GType                type);
SpzRecordList    *spz_programme_get_children       (SpzProgramme        *self,
                                                    GType                type,
                                                    const char          *reference,
                                                    gint64               id);
gpointer          spz_programme_lookup             (SpzProgramme        *self,
                                                    GType                type,
                                                    gint64               id);

gpointer          spz_programme_lookup_table       (SpzProgramme        *self,
                                                    const char          *table,
                                                    gint64               id);

/* Writing. Each of these is an undoable step of its own, unless it stands
 * between spz_programme_begin() and spz_programme_commit(), which make one
 * step, with one name, of all between them. Steps nest; the outermost names.
 * Lists and records follow when the outermost step is committed, unless asked
 * to before. */

gboolean          spz_programme_begin              (SpzProgramme        *self,
                                                    const char          *label,
                                                    GError             **error);
gboolean          spz_programme_begin_merging      (SpzProgramme        *self,
                                                    const char          *label,
                                                    const char          *merge_key,
                                                    GError             **error);
void              spz_programme_end_merging        (SpzProgramme        *self);
gboolean          spz_programme_catch_up           (SpzProgramme        *self,
                                                    GError             **error);
gboolean          spz_programme_commit             (SpzProgramme        *self,
                                                    GError             **error);
void              spz_programme_rollback           (SpzProgramme        *self);

gint64            spz_programme_add                (SpzProgramme        *self,
                                                    GType                type,
                                                    GError             **error,
                                                    const char          *first_property,
                                                    ...) G_GNUC_NULL_TERMINATED;
gboolean          spz_programme_set                (SpzProgramme        *self,
                                                    gpointer             record,
                                                    GError             **error,
                                                    const char          *first_property,
                                                    ...) G_GNUC_NULL_TERMINATED;
gboolean          spz_programme_set_by_id          (SpzProgramme        *self,
                                                    GType                type,
                                                    gint64               id,
                                                    GError             **error,
                                                    const char          *first_property,
                                                    ...) G_GNUC_NULL_TERMINATED;
gboolean          spz_programme_set_text           (SpzProgramme        *self,
                                                    gpointer             record,
                                                    const char          *property,
                                                    const char          *text,
                                                    GError             **error);
gboolean          spz_programme_set_value          (SpzProgramme        *self,
                                                    gpointer             record,
                                                    const char          *property,
                                                    const GValue        *value,
                                                    GError             **error);
gboolean          spz_programme_set_values         (SpzProgramme        *self,
                                                    gpointer             record,
                                                    const char *const   *properties,
                                                    const GValue        *values,
                                                    GError             **error);
gboolean          spz_programme_remove             (SpzProgramme        *self,
                                                    gpointer             record,
                                                    GError             **error);
gboolean          spz_programme_move               (SpzProgramme        *self,
                                                    gpointer             record,
                                                    SpzRecordList       *siblings,
                                                    guint                index,
                                                    GError             **error);

gboolean          spz_programme_undo               (SpzProgramme        *self,
                                                    GError             **error);
gboolean          spz_programme_redo               (SpzProgramme        *self,
                                                    GError             **error);
const char       *spz_programme_get_undo_label     (SpzProgramme        *self);
const char       *spz_programme_get_redo_label     (SpzProgramme        *self);
GPtrArray        *spz_programme_get_history        (SpzProgramme        *self,
                                                    guint                limit,
                                                    GError             **error);

void              spz_programme_copy_to_async      (SpzProgramme        *self,
                                                    const char          *path,
                                                    gboolean             with_history,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean          spz_programme_copy_to_finish     (SpzProgramme        *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);
GPtrArray        *spz_programme_check              (SpzProgramme        *self,
                                                    GError             **error);

G_END_DECLS
