/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* Reads CSV of any length in one pass and constant memory. */
typedef struct _TvCsvStream TvCsvStream;

/* Text of one field: without quotes and the spaces around it, ends with a zero byte, stands until
 * the next record is read. */
typedef struct {
    const char *text;
    gsize size;
} TvCsvField;

#define TV_CSV_STREAM_ERROR (tv_csv_stream_error_quark ())

typedef enum {
    TV_CSV_STREAM_ERROR_READ,
} TvCsvStreamError;

GQuark tv_csv_stream_error_quark (void);

TvCsvStream *tv_csv_stream_new (FILE *file);
void tv_csv_stream_free (TvCsvStream *self);
gboolean tv_csv_stream_next (TvCsvStream *self, GError **error);
const TvCsvField *tv_csv_stream_get_fields (TvCsvStream *self, guint *n_fields);
gboolean tv_csv_stream_is_broken (const TvCsvStream *self);
gboolean tv_csv_stream_has_newline (const TvCsvStream *self);
guint64 tv_csv_stream_get_line (TvCsvStream *self);

gboolean tv_csv_field_get_number (const TvCsvField *field, double *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvCsvStream, tv_csv_stream_free)

G_END_DECLS
