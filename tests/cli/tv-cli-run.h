/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program did with its arguments. */
typedef struct {
    int exit_code;
    char *output;
    char *errors;
} TvCliRunResult;

TvCliRunResult tv_cli_run (const char *input, ...) G_GNUC_NULL_TERMINATED;
void tv_cli_run_clear (TvCliRunResult *self);
char *tv_cli_run_make_folder (void);
void tv_cli_run_remove_folder (const char *folder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TvCliRunResult, tv_cli_run_clear)

G_END_DECLS
