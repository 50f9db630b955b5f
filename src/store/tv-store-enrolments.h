/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

gboolean tv_store_is_enrolled_on (TvEnrolmentStatus status, TvDate from, TvDate until, TvDate day);

GPtrArray *
tv_store_list_enrolments_of_student (TvConnection *connection, gint64 student_id, GError **error);
GPtrArray *
tv_store_list_enrolments_of_class (TvConnection *connection, gint64 class_id, GError **error);
TvEnrolment *tv_store_get_enrolment (TvConnection *connection, gint64 id, GError **error);
gboolean tv_store_find_enrolment_on (TvConnection *connection, gint64 student_id, TvDate day,
                                     TvEnrolment **found, GError **error);
gint64 tv_store_put_enrolment (TvChange *change, const TvEnrolment *enrolment, GError **error);
gboolean tv_store_delete_enrolment (TvChange *change, gint64 id, GError **error);

G_END_DECLS
