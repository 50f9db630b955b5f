/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

GPtrArray *tv_store_list_students (TvConnection *connection, GError **error);
TvStudent *tv_store_get_student (TvConnection *connection, gint64 id, GError **error);
gboolean tv_store_find_student_by_uid (TvConnection *connection, const char *uid, TvStudent **found,
                                       GError **error);
gboolean tv_store_find_student_by_personal_number (TvConnection *connection, const char *number,
                                                   TvStudent **found, GError **error);
gboolean tv_store_find_student_by_ministry_code (TvConnection *connection, const char *code,
                                                 TvStudent **found, GError **error);
gint64 tv_store_put_student (TvChange *change, const TvStudent *student, GError **error);
gboolean tv_store_delete_student (TvChange *change, gint64 id, GError **error);

G_END_DECLS
