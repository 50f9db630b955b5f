/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-round.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

/* The kinds of change sets by which a round is signed off and reopened. */
#define TV_CHANGE_SIGN_OFF "sign-off-round"
#define TV_CHANGE_REOPEN "reopen-round"

/* A round was signed off or opened again, or one of these was taken back. */
typedef struct {
    TvSigningKind kind;
    char *person_name; /* NULL while the book knows nobody */
    char *time_utc;    /* YYYY-MM-DDTHH:MM:SS.mmmZ */
    char *reason;      /* of a reopening; NULL where its values were erased */
} TvSigning;

void tv_signing_free (TvSigning *self);

gboolean tv_store_sign_off_round (TvChange *change, gint64 round_id, GError **error);
gboolean tv_store_put_signed_figures (TvChange *change, const char *round_code, const char *figures,
                                      GError **error);
gboolean tv_store_find_signed_figures (TvConnection *connection, const char *round_code,
                                       char **figures, GError **error);
gboolean
tv_store_reopen_round (TvChange *change, gint64 round_id, const char *reason, GError **error);
GPtrArray *tv_store_list_signings (TvConnection *connection, gint64 round_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSigning, tv_signing_free)

G_END_DECLS
