/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-transfer.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What of a child two schools can say otherwise, so that a person must choose. */
typedef enum {
    TV_TRANSFER_NAME,
    TV_TRANSFER_BIRTH_DATE,
    TV_TRANSFER_SEX,
    TV_TRANSFER_N_FIELDS,
} TvTransferField;

/* Owned by its #TvTransferPreview. */
typedef struct {
    TvTransferField field;
    char *name; /* what it is, in the chosen language */
    char *here;
    char *there;
} TvTransferQuestion;

/* What taking a file in would do. */
typedef struct {
    TvTransfer *transfer;
    TvStudent *known;     /* (nullable): the child of this book that it is about */
    gboolean is_sure;     /* known by uid or number, not by name and birth date alone */
    char *class_name;     /* (nullable): where the known child sits today */
    GPtrArray *questions; /* of TvTransferQuestion, about the known child */
    guint n_new;          /* measurements that this book does not have */
    guint n_there;        /* that it has */
    guint n_marks;        /* days without a value, which stay behind */
    char *growth;         /* how the child did when it was last measured, in words */
} TvTransferPreview;

void tv_transfer_preview_free (TvTransferPreview *self);

/* What was chosen. */
typedef struct {
    gint64 known_id; /* the child of this book; 0: it is a new one */
    gint64 class_id; /* which it joins; 0: none */
    TvDate from;     /* its first day in it */
    guint theirs;    /* bits of TvTransferField: what the file says stands from now on */
} TvTransferIn;

/* What was done. */
typedef struct {
    gint64 student_id;
    guint n_added;     /* measurements */
    gboolean is_known; /* the child was in the book before */
} TvTransferArrival;

gboolean tv_transfer_in_takes (const char *path);
gboolean tv_transfer_in_asks_code (const GError *error);

void tv_transfer_preview_async (TvStore *store, const char *path, const char *typed_code,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
TvTransferPreview *
tv_transfer_preview_finish (TvStore *store, GAsyncResult *result, GError **error);

void
tv_transfer_in_async (TvStore *store, TvTransfer *transfer, const TvTransferIn *request,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
TvTransferArrival *tv_transfer_in_finish (TvStore *store, GAsyncResult *result, GError **error);
char *tv_transfer_arrival_sentence (const TvTransferArrival *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTransferPreview, tv_transfer_preview_free)

G_END_DECLS
