/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-clock.h"

G_BEGIN_DECLS

/* What the program ends with. */
typedef enum {
    TV_CLI_DONE = 0,
    TV_CLI_REFUSED = 1, /* refused, or nothing could be read */
    TV_CLI_USAGE = 2,   /* called in a wrong way */
} TvCliExit;

/* What every command gets from the options that work everywhere. */
typedef struct {
    const char *command;
    const char *summary; /* what the command does, in a translated sentence */
    TvClock *clock;      /* stands still on the day of --as-of */
    char *password_file; /* NULL without one */
    char *person;        /* who signs in, label or uid; NULL without one */
} TvCliContext;

gboolean tv_cli_context_init (TvCliContext *self, char ***argv);
void tv_cli_context_clear (TvCliContext *self);

gboolean
tv_cli_context_parse (TvCliContext *self, int *argc, char **argv, const GOptionEntry *entries,
                      const char *arguments, int n_min, int n_max);

int tv_cli_refuse (const char *format, ...) G_GNUC_PRINTF (1, 2);
int tv_cli_refuse_error (const GError *error);
int tv_cli_usage (const TvCliContext *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
