/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/tv-person.h"
#include "store/tv-connection.h"

G_BEGIN_DECLS

/* How long the principal sees the records that were asked for. */
#define TV_ACCESS_REQUEST_US (15 * 60 * (gint64) G_USEC_PER_SEC)

/* What one role sees of one table, when it does not see all of it. */
typedef struct {
    TvRole role;
    const char *table;
    const char *columns; /* of a SELECT */
    const char *rows;    /* a condition in which {class} and {person} stand for keys; NULL: all */
    gboolean is_opened;  /* seen whole once records were requested */
} TvSight;

const TvSight *tv_access_list_sights (guint *n_sights);
const TvSight *tv_access_find_sight (TvRole role, gboolean has_request, const char *table);
char *tv_access_write_select (const TvSight *sight, const TvPerson *person);
gboolean tv_access_is_known (const char *table);

/* The engine's part. */
gboolean tv_access_install (TvConnection *connection, const TvPerson *person, gint64 until_us,
                            GError **error);
gboolean tv_access_keep (TvConnection *connection, TvClock *clock, GError **error);
gboolean tv_access_is_installed (TvConnection *connection);

G_END_DECLS
