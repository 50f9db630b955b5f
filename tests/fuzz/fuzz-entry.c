/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the entries share: how a fault of the program shows, and where bytes that must be a file
 * are put. */

#include "fuzz-entry.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *folder_at_exit;

static void
drop_text_cb (const char *text)
{
}

/* A warning is a fault: the reader went on after something that it never expected. What it says to
 * people is not looked at, and would be gigabytes. */
void
tv_fuzz_silence (void)
{
    g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
    g_set_printerr_handler (drop_text_cb);
}

static void
remove_folder_cb (void)
{
    tv_fuzz_folder_clear (folder_at_exit);
    g_rmdir (folder_at_exit);
    g_clear_pointer (&folder_at_exit, g_free);
}

/* A folder of this process, in memory where the system has a place for that: a thousand files a
 * second wear out a disk. */
char *
tv_fuzz_folder_new (const char *reader)
{
    g_autofree char *name = g_strdup_printf ("tamvoc-fuzz-%s-XXXXXX", reader);
    char *folder = g_build_filename (access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir (),
                                     name, NULL);

    g_assert_null (folder_at_exit);
    g_assert_nonnull (g_mkdtemp (folder));
    folder_at_exit = g_strdup (folder);
    atexit (remove_folder_cb);
    return folder;
}

void
tv_fuzz_folder_clear (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
    }
}

void
tv_fuzz_file_set (const char *path, const uint8_t *data, size_t size)
{
    FILE *file = fopen (path, "wb");

    g_assert_nonnull (file);
    g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
    g_assert_cmpint (fclose (file), ==, 0);
}
