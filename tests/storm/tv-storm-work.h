/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* Called before each piece of a work, and after it came back as committed. */
typedef void (*TvStormReport) (gboolean is_done, gpointer data);

/* What somebody does with a book when the storm comes. */
typedef struct {
    const char *name;
    void (*prepare) (const char *folder);
    gboolean (*run) (const char *folder, TvStormReport report, gpointer data, GError **error);
    /* What is lost, or stands there without having been entered: exactly @n_done pieces must be in
     * the book, or one more, which was committed and not yet reported. NULL: nothing. */
    char *(*find_loss) (TvStore *store, const char *folder, guint n_done);
} TvStormWork;

const TvStormWork *tv_storm_work_list (guint *n_works);
const TvStormWork *tv_storm_work_find (const char *name);

/* The book opens, is sound, and lost nothing: NULL. Else what is wrong. */
char *tv_storm_work_look (const TvStormWork *work, const char *folder, guint n_done);

/* The cell number @number of the work "typing". */
gboolean tv_storm_work_type_cell (TvStore *store, guint number, GError **error);

/* For a program of its own: writes "-" before each piece and "+" after it. Returns what the program
 * ends with: 0, or TV_STORM_EXIT_OF_ERROR and the code of the #TvStoreError. */
#define TV_STORM_EXIT_OF_ERROR 100
int tv_storm_work_serve (const char *name, const char *folder);

G_END_DECLS
