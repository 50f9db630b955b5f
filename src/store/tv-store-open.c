/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making and opening record books. */

#include "base/tv-platform.h"
#include "store/tv-change-private.h"
#include "store/tv-key-ring.h"
#include "store/tv-plan-targets.h"
#include "store/tv-schema.h"
#include "store/tv-store-file.h"
#include "store/tv-store-people.h"
#include "store/tv-store-private.h"
#include "store/tv-store-school.h"
#include "store/tv-store-targets.h"

#include <glib/gstdio.h>

static char *
get_book_path (const char *folder)
{
    return g_build_filename (folder, "book.db", NULL);
}

/**
 * tv_store_exists:
 * @folder: where a book may stand
 *
 * Returns: whether there is a book, ours or not
 */
gboolean
tv_store_exists (const char *folder)
{
    g_autofree char *path = get_book_path (folder);

    return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
put_first_person (TvChange *change, const TvSchool *school, GError **error)
{
    TvPerson person = { 0 };

    person.name
        = school->nurse && *school->nurse ? school->nurse : (char *) tv_role_label (TV_ROLE_NURSE);
    person.role = TV_ROLE_NURSE;
    person.until = TV_DATE_NONE;
    person.is_active = TRUE;
    return tv_store_put_person (change, &person, error) != 0;
}

static gboolean
put_targets (TvChange *change, GError **error)
{
    guint n_targets;
    const TvTarget *targets = tv_plan_targets_2026 (&n_targets);

    for (guint i = 0; i < n_targets; i++) {
        if (tv_store_put_target (change, &targets[i], error) == 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
fill_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    const TvSchool *school = input;

    return tv_store_put_school (change, school, error) && put_first_person (change, school, error)
           && put_targets (change, error);
}

static TvConnection *
make_file (const char *path, GError **error)
{
    g_autoptr (TvConnection) connection
        = tv_connection_open (path, TV_CONNECTION_CREATE, NULL, error);
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);

    if (!connection || !tv_schema_upgrade (connection, steps, n_steps, NULL, error))
        return NULL;
    return g_steal_pointer (&connection);
}

static void
remove_files (const char *path)
{
    static const char *const endings[] = { "", "-wal", "-shm" };

    for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
        g_autofree char *file = g_strconcat (path, endings[i], NULL);

        g_unlink (file);
    }
}

static TvStore *
create (const char *folder, const TvSchool *school, TvClock *clock, GRand *random, GError **error)
{
    g_autofree char *path = get_book_path (folder);
    g_autoptr (GRand) own_random = random;
    g_autoptr (TvBookLock) lock = NULL;
    g_autoptr (TvConnection) writer = NULL;
    g_autoptr (TvConnection) reader = NULL;
    g_autoptr (TvStore) self = NULL;

    if (!tv_store_file_make_folder (folder, error))
        return NULL;
    lock = tv_book_lock_take (folder, error);
    if (!lock)
        return NULL;
    if (tv_store_exists (folder)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS, folder);
        return NULL;
    }
    writer = make_file (path, error);
    reader = writer ? tv_connection_open (path, TV_CONNECTION_READ, NULL, error) : NULL;
    if (reader)
        self = tv_store_new (folder, g_steal_pointer (&lock), g_steal_pointer (&writer),
                             g_steal_pointer (&reader), NULL, clock, g_steal_pointer (&own_random));
    if (self && tv_store_write (self, "create", fill_cb, (gpointer) school, NULL, error))
        return g_steal_pointer (&self);
    /* No half a book stays behind; the lock may, it is empty. */
    g_clear_object (&self);
    g_clear_pointer (&writer, tv_connection_free);
    remove_files (path);
    return NULL;
}

/**
 * tv_store_create:
 * @folder: where the book is to stand; made if need be
 * @school: whose book it is
 * @clock: where the time comes from
 * @error: (nullable): TV_STORE_ERROR_EXISTS, _READ_ONLY, _FULL …
 *
 * Makes a book with the school, one person (its nurse) and the targets of the 2026 plan.
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_store_create (const char *folder, const TvSchool *school, TvClock *clock, GError **error)
{
    g_return_val_if_fail (folder && school && clock, NULL);
    return create (folder, school, clock, NULL, error);
}

/**
 * tv_store_create_seeded:
 * @seed: the same seed and a fixed clock give the same uids and salts, and so the same book
 *
 * As tv_store_create(), for practice and tests.
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_store_create_seeded (const char *folder, const TvSchool *school, TvClock *clock, guint32 seed,
                        GError **error)
{
    g_return_val_if_fail (folder && school && clock, NULL);
    return create (folder, school, clock, g_rand_new_with_seed (seed), error);
}

/* A copy of an older upgrade may stand under the first name. */
static char *
choose_copy_path (const char *folder, int version)
{
    for (int i = 1;; i++) {
        g_autofree char *name = i == 1 ? g_strdup_printf ("book-version-%d.db", version)
                                       : g_strdup_printf ("book-version-%d-%d.db", version, i);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (!g_file_test (path, G_FILE_TEST_EXISTS))
            return g_steal_pointer (&path);
    }
}

static gboolean
identify (TvConnection *connection, int *version, GError **error)
{
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);

    return tv_schema_identify (connection, steps[n_steps - 1].version, version, error);
}

/* What a power cut left half written in a file of that kind can only be taken back by whoever may
 * write; a book has such a journal for a moment, when it is opened after its file was exchanged. */
static TvConnectionMode
choose_looking_mode (const char *path)
{
    g_autofree char *journal = g_strconcat (path, "-journal", NULL);

    return g_file_test (journal, G_FILE_TEST_EXISTS) ? TV_CONNECTION_RECOVER : TV_CONNECTION_READ;
}

/* What a power cut left of a second file that was to take the book's place: nobody asks for it any
 * more, and where the protection was being taken off it is in plain. */
static void
remove_unfinished (const char *path)
{
    g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);
    g_autofree char *journal = g_strconcat (unfinished, "-journal", NULL);

    g_unlink (unfinished);
    g_unlink (journal);
}

/* The file is looked at before anything is written in it: it may be another program's. The engine
 * would open a file that cannot be written all the same, and leave its journal behind. */
static TvConnection *
open_writer (const char *folder, const char *path, TvSecret *key, GError **error)
{
    g_autoptr (TvConnection) look = NULL;
    g_autoptr (TvConnection) writer = NULL;
    g_autofree char *copy_path = NULL;
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);
    int version;

    if (!tv_platform_can_write (path)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY, path);
        return NULL;
    }
    look = tv_connection_open (path, choose_looking_mode (path), key, error);
    if (!look || !identify (look, &version, error))
        return NULL;
    g_clear_pointer (&look, tv_connection_free);
    remove_unfinished (path);
    copy_path = choose_copy_path (folder, version);
    writer = tv_connection_open (path, TV_CONNECTION_WRITE, key, error);
    if (!writer || !tv_schema_upgrade (writer, steps, n_steps, copy_path, error))
        return NULL;
    /* A power cut while the journal went into the file tears pages that the journal still has
     * whole. Queries read those, a check of the file itself would take it for damaged. Where there
     * is no room for it now, closing the book tries again. */
    tv_connection_empty_journal (writer, NULL);
    return g_steal_pointer (&writer);
}

/* An old book that cannot be upgraded cannot be read either, for the reason of @refusal. */
static TvConnection *
open_reader (const char *path, TvConnectionMode mode, TvSecret *key, const GError *refusal,
             GError **error)
{
    g_autoptr (TvConnection) reader = tv_connection_open (path, mode, key, error);
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);
    int version;

    if (!reader || !identify (reader, &version, error))
        return NULL;
    if (version < steps[n_steps - 1].version) {
        g_set_error (error, TV_STORE_ERROR, refusal ? refusal->code : TV_STORE_ERROR_READ_ONLY,
                     "a book of version %d cannot be upgraded where it stands", version);
        return NULL;
    }
    return g_steal_pointer (&reader);
}

static gboolean
has_journal (const char *path)
{
    g_autofree char *journal = g_strconcat (path, "-wal", NULL);
    GStatBuf status;

    return g_stat (journal, &status) == 0 && status.st_size > 0;
}

/* Where nothing can be written the journal's index cannot be made either; a book that was closed
 * properly needs none. */
static TvConnectionMode
choose_reading_mode (const char *path, const GError *refusal)
{
    gboolean is_held = g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_BUSY);

    return !refusal || is_held || has_journal (path) ? TV_CONNECTION_READ : TV_CONNECTION_UNLOCKED;
}

/* What keeps a book from being written and not from being read. */
static gboolean
leaves_reading (const GError *refusal)
{
    return g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_BUSY)
           || g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY)
           || g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_FULL);
}

/* Whether the file and the key go together: noise with keys beside it is a protected book, and
 * noise without is nothing that anybody can read. */
static gboolean
fits_key (const char *folder, const char *path, TvSecret *key, GError **error)
{
    gboolean is_plain = tv_engine_file_is_plain (path);

    if (is_plain || key || !tv_key_ring_exists (folder))
        return TRUE;
    if (tv_engine_encrypts ())
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED, folder);
    else
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_ENCRYPTION, folder);
    return FALSE;
}

/* The key was proved before: what it cannot read is damaged. */
static void
blame_file (GError **error, const TvSecret *key)
{
    if (key && error && g_error_matches (*error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_A_BOOK))
        (*error)->code = TV_STORE_ERROR_CORRUPT;
}

/**
 * tv_store_open_connections:
 * @folder: of a book whose lock is held
 * @lock: (nullable): what holds it; %NULL opens for reading alone
 * @key: (nullable): of a protected book; of a plain one it is passed over
 * @writer: (out) (nullable): the connection that writes, %NULL where @refusal is set
 * @refusal: (inout): why nothing can be written
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the connection that reads
 */
TvConnection *
tv_store_open_connections (const char *folder, TvBookLock *lock, TvSecret *key,
                           TvConnection **writer, GError **refusal, GError **error)
{
    g_autofree char *path = get_book_path (folder);
    g_autoptr (TvConnection) own_writer = NULL;
    TvConnection *reader;

    if (!fits_key (folder, path, key, error))
        return NULL;
    if (tv_engine_file_is_plain (path))
        key = NULL;
    if (lock)
        own_writer = open_writer (folder, path, key, refusal);
    if (*refusal && !leaves_reading (*refusal)) {
        g_propagate_error (error, g_steal_pointer (refusal));
        blame_file (error, key);
        return NULL;
    }
    reader = open_reader (path, choose_reading_mode (path, *refusal), key, *refusal, error);
    if (reader)
        *writer = g_steal_pointer (&own_writer);
    else
        blame_file (error, key);
    return reader;
}

/**
 * tv_store_open:
 * @folder: of a book
 * @clock: where the time comes from
 * @error: (nullable): TV_STORE_ERROR_NOT_FOUND, _NOT_A_BOOK, _NEWER, _CORRUPT, _PROTECTED …
 *
 * A book that another program has open for writing, that stands where nothing can be written, or
 * on a disk that is full opens for reading alone: see tv_store_is_read_only().
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_store_open (const char *folder, TvClock *clock, GError **error)
{
    return tv_store_open_with_key (folder, NULL, clock, error);
}

/**
 * tv_store_open_with_key:
 * @folder: of a book
 * @key: (nullable): what it is protected with; passed over where it is not
 * @clock: where the time comes from
 * @error: (nullable): TV_STORE_ERROR_NO_ENCRYPTION, or as tv_store_open()
 *
 * As tv_store_open(), for a protected book.
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_store_open_with_key (const char *folder, TvSecret *key, TvClock *clock, GError **error)
{
    g_autoptr (GError) refusal = NULL;
    g_autoptr (TvBookLock) lock = NULL;
    g_autoptr (TvConnection) writer = NULL;
    g_autoptr (TvConnection) reader = NULL;

    g_return_val_if_fail (folder && clock, NULL);
    if (!tv_store_exists (folder)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, folder);
        return NULL;
    }
    lock = tv_book_lock_take (folder, &refusal);
    if (refusal && !leaves_reading (refusal)) {
        g_propagate_error (error, g_steal_pointer (&refusal));
        return NULL;
    }
    reader = tv_store_open_connections (folder, lock, key, &writer, &refusal, error);
    if (!reader)
        return NULL;
    return tv_store_new (folder, g_steal_pointer (&lock), g_steal_pointer (&writer),
                         g_steal_pointer (&reader), refusal, clock, NULL);
}
