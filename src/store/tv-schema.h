/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"

G_BEGIN_DECLS

/* One rung of the ladder: the script that makes a book of the version before into this one. */
typedef struct {
    int version;
    const char *resource; /* of the script; NULL where script stands */
    const char *script;
} TvSchemaStep;

const TvSchemaStep *tv_schema_get_steps (guint *n_steps);
gboolean tv_schema_identify (TvConnection *connection, int newest, int *version, GError **error);
gboolean tv_schema_upgrade (TvConnection *connection, const TvSchemaStep *steps, guint n_steps,
                            const char *copy_path, GError **error);
TvConnection *tv_schema_make_plan (int version, GError **error);

G_END_DECLS
