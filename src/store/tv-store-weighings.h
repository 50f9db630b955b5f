/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

/* A child of a school year and the day it was weighed last. */
typedef struct {
    gint64 student_id;
    TvDate birth_date;
    TvEnrolmentStatus status;
    TvDate from;
    TvDate until;
    TvDate weighed_on; /* TV_DATE_NONE: never */
} TvWeighing;

GArray *tv_store_list_weighings (TvConnection *connection, gint64 year_id, GError **error);

G_END_DECLS
