/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"

G_BEGIN_DECLS

/* What an examination of the book found; each text says one thing that is wrong. */
typedef struct {
    GPtrArray *troubles; /* of char *, for the log and the command line */
    int version;
    gint64 n_students;
    gint64 n_measurements;
    gint64 n_changes;
} TvBookCheck;

void tv_book_check_free (TvBookCheck *self);

TvBookCheck *tv_store_check (TvConnection *connection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookCheck, tv_book_check_free)

G_END_DECLS
