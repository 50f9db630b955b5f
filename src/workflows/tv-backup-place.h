/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-clock.h"

G_BEGIN_DECLS

/* A backup that lies in a place, as its name tells. */
typedef struct {
    char *path;
    char *day_and_time; /* of this machine's time, for people */
    gint64 time_s;      /* civil time, in seconds since 1970 began */
    goffset size;
    gboolean is_before; /* made before another backup took the book's place; never rotated away */
} TvBackupEntry;

char *tv_backup_place_of_book (const char *book_folder);
gboolean tv_backup_place_claim (const char *folder, GError **error);
gboolean tv_backup_place_is_there (const char *folder);
char *tv_backup_place_name_file (const char *folder, const char *book_folder,
                                 const char *school_uid, gboolean is_before, TvClock *clock);
GPtrArray *tv_backup_place_list (const char *folder, const char *school_uid);
void tv_backup_place_rotate (const char *folder, const char *school_uid, TvClock *clock);

G_END_DECLS
