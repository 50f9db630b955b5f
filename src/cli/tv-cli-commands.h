/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tv-cli-context.h"

G_BEGIN_DECLS

/* Each command stands in a file of its name; argv[0] is that name. Returns a TvCliExit. */
typedef int (*TvCliRun) (TvCliContext *context, int argc, char **argv);

int tv_cli_backup (TvCliContext *context, int argc, char **argv);
int tv_cli_chart (TvCliContext *context, int argc, char **argv);
int tv_cli_check (TvCliContext *context, int argc, char **argv);
int tv_cli_create (TvCliContext *context, int argc, char **argv);
int tv_cli_demo (TvCliContext *context, int argc, char **argv);
int tv_cli_erase (TvCliContext *context, int argc, char **argv);
int tv_cli_explain (TvCliContext *context, int argc, char **argv);
int tv_cli_import (TvCliContext *context, int argc, char **argv);
int tv_cli_list (TvCliContext *context, int argc, char **argv);
int tv_cli_merge (TvCliContext *context, int argc, char **argv);
int tv_cli_prevalence (TvCliContext *context, int argc, char **argv);
int tv_cli_rates (TvCliContext *context, int argc, char **argv);
int tv_cli_report (TvCliContext *context, int argc, char **argv);
int tv_cli_restore (TvCliContext *context, int argc, char **argv);
int tv_cli_self_test (TvCliContext *context, int argc, char **argv);
int tv_cli_zscores (TvCliContext *context, int argc, char **argv);

G_END_DECLS
