/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-measurement.h"
#include "records/tv-student.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* Changes to one child, each a change set of its own in the history. All are ended with
 * tv_child_edit_finish(), which gives the id of the record that was written. */

void
tv_child_save_async (TvStore *store, const TvStudent *student, gint64 class_id,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void
tv_child_add_async (TvStore *store, const TvStudent *student, gint64 class_id, TvDate from,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void tv_child_change_class_async (TvStore *store, gint64 enrolment_id, gint64 class_id, TvDate day,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
void tv_child_leave_async (TvStore *store, gint64 enrolment_id, TvEnrolmentStatus status,
                           TvDate last_day, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
void tv_child_come_back_async (TvStore *store, gint64 student_id, gint64 class_id, TvDate day,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
void tv_child_edit_measurement_async (TvStore *store, const TvMeasurement *measurement,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
void tv_child_exclude_async (TvStore *store, gint64 measurement_id, const char *reason,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gint64 tv_child_edit_finish (TvStore *store, GAsyncResult *result, GError **error);

char *tv_child_number_doubt (const char *number, TvSex sex, TvDate birth_date);

G_END_DECLS
