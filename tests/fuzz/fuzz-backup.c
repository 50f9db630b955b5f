/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A backup from a stick: its seal is read and held against the file, its keys are looked at, and
 * the book in it is examined. A byte turned in a sealed file only breaks its seal, so that a flag
 * in the first byte asks for a good one, around as many of the bytes as the next one counts for
 * keys. */

#include "fuzz-entry.h"

#include "store/tv-backup-file.h"
#include "store/tv-key-ring.h"
#include "store/tv-store-error.h"

#include <string.h>

#define HEAD_SIZE 2

enum {
    IS_SEALED_ANEW = 1 << 0,
};

static char *folder;
static char *path;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    folder = tv_fuzz_folder_new ("backup");
    path = g_build_filename (folder, "backup.tamvoc", NULL);
    return 0;
}

static void
set_file (const uint8_t *data, size_t size)
{
    size_t n_keys = MIN (data[1], size - HEAD_SIZE);
    g_autoptr (GError) error = NULL;
    g_autofree char *keys = NULL;

    tv_fuzz_folder_clear (folder);
    if (!(data[0] & IS_SEALED_ANEW)) {
        tv_fuzz_file_set (path, data + HEAD_SIZE, size - HEAD_SIZE);
        return;
    }
    keys = g_strndup ((const char *) data + HEAD_SIZE, n_keys);
    tv_fuzz_file_set (path, data + HEAD_SIZE + n_keys, size - HEAD_SIZE - n_keys);
    tv_backup_seal_write (path, *keys ? keys : NULL, NULL, &error);
    g_assert_no_error (error);
}

static void
assert_told (GError **error)
{
    g_assert_nonnull (*error);
    g_assert_true ((*error)->domain == TV_STORE_ERROR || (*error)->domain == G_IO_ERROR);
    g_assert_cmpuint (strlen ((*error)->message), >, 0);
    g_clear_error (error);
}

static void
look_at_seal (gboolean is_sealed_anew)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupSeal) seal = tv_backup_seal_read (path, &error);

    if (!seal) {
        assert_told (&error);
        return;
    }
    g_assert_cmpuint (seal->book_size, <=, seal->seal_start);
    if (!tv_backup_seal_verify (seal, path, NULL, &error)) {
        g_assert_false (is_sealed_anew);
        assert_told (&error);
    }
}

static void
look_at_keys (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) keys = tv_backup_file_read_keys (path, &error);

    if (!keys)
        assert_told (&error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCheck) check = NULL;

    if (size < HEAD_SIZE)
        return 0;
    set_file (data, size);
    look_at_seal (data[0] & IS_SEALED_ANEW);
    tv_backup_file_is_protected (path);
    look_at_keys ();
    check = tv_backup_file_check (path, NULL, NULL, &error);
    if (!check)
        assert_told (&error);
    return 0;
}
