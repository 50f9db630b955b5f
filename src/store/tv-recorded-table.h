/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* A table whose records the history follows. */
typedef struct {
    const char *name;
    TvTopics topic;
    gboolean has_school;       /* its records carry the school's key */
    const char *student_query; /* finds the child a record is about by the record's key; or NULL */
    const char *round_query;   /* finds the round a record is of by the record's key; or NULL */
} TvRecordedTable;

const TvRecordedTable *tv_recorded_table_find (const char *name);
const TvRecordedTable *tv_recorded_table_list (guint *n_tables);

G_END_DECLS
