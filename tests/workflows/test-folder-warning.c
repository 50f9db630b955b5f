/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a folder that is not on this machine alone. */

#include "workflows/tv-folder-warning.h"

#include <string.h>

static char *
write_warning (TvFolderPlace place, const char *service, const char *sign, TvFolderUse use)
{
    const TvFolderKind kind = { place, service, (char *) sign };

    return tv_folder_warning_write (&kind, use);
}

/* It names the service and what it is known by, and says something else of a backup. */
static void
test_sentences (void)
{
    g_autofree char *book
        = write_warning (TV_FOLDER_SYNCED, "OneDrive", "OneDrive - Sở", TV_FOLDER_FOR_BOOK);
    g_autofree char *backup
        = write_warning (TV_FOLDER_SYNCED, "OneDrive", "OneDrive - Sở", TV_FOLDER_FOR_BACKUP);
    g_autofree char *share = write_warning (TV_FOLDER_ON_NETWORK, NULL, "nfs4", TV_FOLDER_FOR_BOOK);
    g_autofree char *share_backup
        = write_warning (TV_FOLDER_ON_NETWORK, NULL, "nfs4", TV_FOLDER_FOR_BACKUP);

    g_assert_nonnull (strstr (book, "OneDrive (known by “OneDrive - Sở”)"));
    g_assert_nonnull (strstr (backup, "OneDrive (known by “OneDrive - Sở”)"));
    g_assert_nonnull (strstr (share, "nfs4"));
    g_assert_nonnull (strstr (share_backup, "nfs4"));
    g_assert_cmpstr (book, !=, backup);
    g_assert_cmpstr (share, !=, share_backup);
    g_assert_null (write_warning (TV_FOLDER_ON_THIS_MACHINE, NULL, NULL, TV_FOLDER_FOR_BOOK));
    g_assert_null (write_warning (TV_FOLDER_ON_THIS_MACHINE, NULL, NULL, TV_FOLDER_FOR_BACKUP));
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    char **warning = user_data;

    *warning = tv_folder_warning_finish (result);
    if (!*warning)
        *warning = g_strdup ("");
}

static char *
ask (const char *folder)
{
    char *warning = NULL;

    tv_folder_warning_async (folder, TV_FOLDER_FOR_BOOK, NULL, judged_cb, &warning);
    while (!warning)
        g_main_context_iteration (NULL, TRUE);
    return warning;
}

static void
test_asked (void)
{
    g_autofree char *synced = ask ("/no-such-folder/Dropbox/book");
    g_autofree char *local = ask ("/proc");

    g_assert_nonnull (strstr (synced, "Dropbox"));
    g_assert_cmpstr (local, ==, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/folder-warning/sentences", test_sentences);
    g_test_add_func ("/folder-warning/asked", test_asked);
    return g_test_run ();
}
