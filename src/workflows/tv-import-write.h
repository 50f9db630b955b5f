/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-import-book.h"
#include "workflows/tv-import-step.h"

G_BEGIN_DECLS

/* What one transaction is to write; all of it is borrowed. */
typedef struct {
    GPtrArray *steps; /* of TvImportStep */
    TvImportBook *book;
    const char *columns; /* choices about columns to remember, NULL where there are none */
} TvImportWriting;

gboolean tv_import_write (TvChange *change, const TvImportWriting *writing, TvImportCounts *written,
                          GCancellable *cancellable, GError **error);
void tv_import_count_step (const TvImportStep *step, TvImportCounts *counts);

G_END_DECLS
