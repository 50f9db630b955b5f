/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

/* One column as two copies of a book can compare it: a key is the uid of what it refers to. */
typedef struct {
    const char *column; /* interned */
    TvFieldKind kind;   /* of a key TV_FIELD_TEXT */
    gint64 number;
    char *text;
    const char *refers_to; /* (nullable): the table that a key refers to */
} TvPortableField;

const char *tv_portable_refers_to (const char *column);
GPtrArray *tv_portable_row_read (TvConnection *connection, const char *json, GError **error);
const TvPortableField *tv_portable_row_find (GPtrArray *row, const char *column);
gboolean tv_portable_field_equal (const TvPortableField *one, const TvPortableField *other);
gboolean tv_record_find_id (TvConnection *connection, const char *table, const char *uid,
                            gint64 *id, GError **error);

G_END_DECLS
