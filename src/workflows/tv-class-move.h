/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-student.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

/* Children who go to another class of their school year, one or many in one change set. */

void tv_class_move_async (TvStore *store, const gint64 *enrolment_ids, guint n_enrolments,
                          gint64 class_id, TvDate day, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
guint tv_class_move_finish (TvStore *store, GAsyncResult *result, GError **error);

char *tv_class_move_find_fault (int first_year, TvDate day);

gboolean tv_class_find_next_roll_number (TvConnection *connection, gint64 class_id, int *next,
                                         GError **error);

/* The same inside a change that is under way. */
gint64 tv_class_move_write (TvChange *change, gint64 enrolment_id, gint64 class_id, TvDate day,
                            GError **error);
gint64 tv_class_join_write (TvChange *change, gint64 student_id, gint64 class_id, TvDate from,
                            GError **error);

G_END_DECLS
