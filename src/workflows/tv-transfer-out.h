/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* A child who goes to another school, and the file that goes with it. */
typedef struct {
    gint64 student_id;
    gint64 enrolment_id;      /* which ends; 0: the child has left already, the file alone */
    const char *other_school; /* (nullable): where it goes */
    TvDate last_day;          /* its last day here; not looked at where nothing ends */
    gboolean has_notes;       /* the notes about the child go with it */
    gboolean is_open;         /* whoever has the file reads it, without a code */
    const char *path;         /* absolute; a file there is replaced */
    gboolean is_completed;    /* the path got its ending after somebody was asked about it: then no
                                 file is replaced */
} TvTransferOut;

char *tv_transfer_out_file_name (const char *student_name, TvDate day);
char *tv_transfer_out_complete_name (const char *path);
void tv_transfer_out_async (TvStore *store, const TvTransferOut *request, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean
tv_transfer_out_finish (TvStore *store, GAsyncResult *result, TvSecret **code, GError **error);

G_END_DECLS
