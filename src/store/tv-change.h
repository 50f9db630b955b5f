/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* One column of a record that is being written. */
typedef enum {
    TV_FIELD_NULL,
    TV_FIELD_NUMBER,
    TV_FIELD_TEXT,
    TV_FIELD_DAY,
} TvFieldKind;

typedef struct {
    const char *column;
    TvFieldKind kind;
    gint64 number;
    const char *text;
} TvField;

#define TV_FIELD_OF_INT(column, value)                                                             \
    {                                                                                              \
        column, TV_FIELD_NUMBER, (value), NULL                                                     \
    }
/* A text; NULL is none. */
#define TV_FIELD_OF_TEXT(column, value)                                                            \
    {                                                                                              \
        column, TV_FIELD_TEXT, 0, (value)                                                          \
    }
/* A key to another record; 0 is none. */
#define TV_FIELD_OF_KEY(column, value)                                                             \
    {                                                                                              \
        column, (value) ? TV_FIELD_NUMBER : TV_FIELD_NULL, (value), NULL                           \
    }
/* A day; TV_DATE_NONE is none. */
#define TV_FIELD_OF_DATE(column, value)                                                            \
    {                                                                                              \
        column, TV_FIELD_DAY, (value), NULL                                                        \
    }

TvConnection *tv_change_connection (TvChange *self);
TvClock *tv_change_clock (TvChange *self);

gint64 tv_change_put (TvChange *self, const char *table, gint64 id, const char *uid,
                      const TvField *fields, guint n_fields, GError **error);
gboolean tv_change_delete (TvChange *self, const char *table, gint64 id, GError **error);

G_END_DECLS
