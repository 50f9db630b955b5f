/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-key-wrap.h"
#include "exchange/tv-transfer.h"

G_BEGIN_DECLS

/* How the name of such a file ends. */
#define TV_TRANSFER_FILE_SUFFIX ".tamvoc-transfer"

/* Why a file is not a child's record that can be taken over. */
typedef enum {
    TV_TRANSFER_ERROR_OTHER,       /* no file of this kind */
    TV_TRANSFER_ERROR_ALTERED,     /* changed since it was written, or cut short */
    TV_TRANSFER_ERROR_NEWER,       /* written by a newer program */
    TV_TRANSFER_ERROR_CODE_NEEDED, /* it opens with its code alone */
    TV_TRANSFER_ERROR_WRONG_CODE,
    TV_TRANSFER_ERROR_NOT_A_CODE, /* what was typed is no code: a slip in the typing */
    TV_TRANSFER_ERROR_BROKEN,     /* what it holds is no child's record */
    TV_TRANSFER_ERROR_NO_MEMORY,
} TvTransferError;

#define TV_TRANSFER_ERROR (tv_transfer_error_quark ())
GQuark tv_transfer_error_quark (void);

gboolean tv_transfer_file_is_named_so (const char *path);
GBytes *tv_transfer_file_pack (const TvTransfer *transfer, const TvSecret *code, TvKeyWrapCost cost,
                               GError **error);
TvTransfer *tv_transfer_file_unpack (GBytes *file, const TvSecret *code, GError **error);
gboolean tv_transfer_file_write (GBytes *file, const char *path, GError **error);
GBytes *tv_transfer_file_read (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
