/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Wrong passwords slow down: after the third, each doubles the time until the next may be tried.
 * The count lies beside the book, so that starting the program anew does not forget it. Somebody
 * who carries the file away is held up by the cost of each try alone. */

#include "store/tv-sign-in-guard.h"

#include "store/tv-key-ring.h"
#include "store/tv-store-error.h"
#include "store/tv-store-file.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define FREE_TRIES 3u
#define FIRST_WAIT_S 2u
#define LONGEST_WAIT_S 300u
#define MAX_SIZE 100

typedef struct {
    guint n_wrong;
    gint64 last_us; /* of the last wrong one */
} Tries;

static char *
get_path (const char *folder)
{
    return g_build_filename (folder, "attempts", NULL);
}

/* A file that cannot be read counts as none: it keeps nobody from their own book. */
static Tries
read_tries (const char *folder)
{
    g_autofree char *path = get_path (folder);
    gsize size;
    g_autofree char *text = tv_store_file_read_small (path, MAX_SIZE, &size, NULL);
    Tries tries = { 0 };

    if (text
        && (sscanf (text, "%u %" G_GINT64_FORMAT, &tries.n_wrong, &tries.last_us) != 2
            || tries.last_us < 0))
        tries = (Tries){ 0 };
    return tries;
}

static gboolean
write_tries (const char *folder, Tries tries)
{
    g_autofree char *path = get_path (folder);
    g_autofree char *text
        = g_strdup_printf ("%u %" G_GINT64_FORMAT "\n", tries.n_wrong, tries.last_us);

    return tv_store_file_replace (path, text, strlen (text), NULL);
}

/* A clock that was ahead when the password was wrong would make somebody wait for years: the wait
 * is counted from now on, and where that cannot be written down there is none. */
static void
mend_tries (Tries *tries, const char *folder, gint64 now_us)
{
    if (tries->last_us <= now_us)
        return;
    tries->last_us = now_us;
    if (!write_tries (folder, *tries))
        *tries = (Tries){ 0 };
}

static guint
get_wait_s (guint n_wrong)
{
    guint n_doubled = n_wrong >= FREE_TRIES ? n_wrong - FREE_TRIES : 0;

    if (n_wrong < FREE_TRIES)
        return 0;
    return n_doubled < 8 ? MIN (FIRST_WAIT_S << n_doubled, LONGEST_WAIT_S) : LONGEST_WAIT_S;
}

/**
 * tv_sign_in_guard_lets_try:
 * @folder: of a book
 * @clock: where the time comes from; set back, it makes the whole wait begin anew and no longer one
 * @error: (nullable): TV_STORE_ERROR_TOO_SOON, the message being the seconds that are left
 *
 * Returns: whether a password may be tried now
 */
gboolean
tv_sign_in_guard_lets_try (const char *folder, TvClock *clock, GError **error)
{
    Tries tries = read_tries (folder);
    gint64 now_us = tv_clock_now_us (clock);
    gint64 left_us;

    mend_tries (&tries, folder, now_us);
    left_us = (gint64) get_wait_s (tries.n_wrong) * G_USEC_PER_SEC - (now_us - tries.last_us);
    if (left_us <= 0)
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_TOO_SOON, "%" G_GINT64_FORMAT,
                 (left_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
    return FALSE;
}

/**
 * tv_sign_in_guard_note:
 * @folder: of a book
 * @clock: where the time comes from
 * @was_right: whether the password that was tried opened the book; forgets the wrong ones before it
 *
 * Where nothing can be written nothing is noted.
 */
void
tv_sign_in_guard_note (const char *folder, TvClock *clock, gboolean was_right)
{
    g_autofree char *path = get_path (folder);
    Tries tries = read_tries (folder);

    if (was_right) {
        g_unlink (path);
        return;
    }
    tries.n_wrong = MIN (tries.n_wrong, 1000u) + 1;
    tries.last_us = tv_clock_now_us (clock);
    write_tries (folder, tries);
}

static TvSecret *
try_secret (TvKeyRing *ring, const char *person_uid, const TvSecret *secret, GError **error)
{
    return person_uid ? tv_key_ring_open (ring, person_uid, secret, error)
                      : tv_key_ring_recover (ring, secret, error);
}

/**
 * tv_sign_in_guard_find_key:
 * @folder: of a protected book
 * @clock: where the time comes from
 * @person_uid: (nullable): whose password it is; %NULL for the recovery code
 * @secret: what was typed
 * @error: (nullable): TV_STORE_ERROR_WRONG_PASSWORD, _TOO_SOON, or why the keys cannot be read
 *
 * A wrong password counts, a damaged file does not. Waits, a fifth of a second and more by design.
 *
 * Returns: (transfer full) (nullable): the key of the book
 */
TvSecret *
tv_sign_in_guard_find_key (const char *folder, TvClock *clock, const char *person_uid,
                           const TvSecret *secret, GError **error)
{
    g_autoptr (TvKeyRing) ring = NULL;
    g_autoptr (GError) own_error = NULL;
    TvSecret *key;

    if (!tv_sign_in_guard_lets_try (folder, clock, error))
        return NULL;
    ring = tv_key_ring_read (folder, error);
    if (!ring)
        return NULL;
    key = try_secret (ring, person_uid, secret, &own_error);
    if (key || g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD))
        tv_sign_in_guard_note (folder, clock, key != NULL);
    if (!key)
        g_propagate_error (error, g_steal_pointer (&own_error));
    return key;
}
