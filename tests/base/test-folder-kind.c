/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folders of made-up machines: which are on a network, which some program keeps in step. */

#include "base/tv-folder-kind.h"

#include <glib/gstdio.h>

/* One mark in one folder of the machine. */
typedef struct {
    const char *folder;
    const char *name;
} Mark;

static char **
list_hidden_cb (const char *folder, gpointer data)
{
    const Mark *mark = data;
    const char *names[] = { ".cache", ".profile", NULL, NULL };

    if (mark && g_str_equal (folder, mark->folder))
        names[2] = mark->name;
    return g_strdupv ((char **) names);
}

static void
assert_kind (const char *path, const char *file_system, const Mark *mark, TvFolderPlace place,
             const char *service, const char *sign)
{
    const TvFolderFacts facts = { path, file_system, list_hidden_cb, (gpointer) mark };
    g_autoptr (TvFolderKind) kind = tv_folder_kind_judge (&facts);

    g_test_message ("%s on %s", path, file_system ? file_system : "?");
    g_assert_cmpint (kind->place, ==, place);
    g_assert_cmpstr (kind->service, ==, service);
    g_assert_cmpstr (kind->sign, ==, sign);
}

static void
test_file_systems (void)
{
    static const char *const network[] = { "nfs",
                                           "nfs4",
                                           "cifs",
                                           "smb3",
                                           "9p",
                                           "fuse.sshfs",
                                           "fuse.gvfsd-fuse",
                                           "fuse.rclone",
                                           "fuse",
                                           "vboxsf",
                                           "fuse.vmhgfs-fuse",
                                           "davfs",
                                           "glusterfs",
                                           "fuse.glusterfs" };
    static const char *const local[] = { "ext4",
                                         "btrfs",
                                         "xfs",
                                         "vfat",
                                         "exfat",
                                         "ntfs3",
                                         "fuseblk",
                                         "tmpfs",
                                         "overlay",
                                         "fuse.portal",
                                         "fuse.gocryptfs",
                                         "zfs",
                                         "fuse.fuse-overlayfs" };

    for (guint i = 0; i < G_N_ELEMENTS (network); i++)
        assert_kind ("/srv/books/one", network[i], NULL, TV_FOLDER_ON_NETWORK, NULL, network[i]);
    for (guint i = 0; i < G_N_ELEMENTS (local); i++)
        assert_kind ("/srv/books/one", local[i], NULL, TV_FOLDER_ON_THIS_MACHINE, NULL, NULL);
    assert_kind ("/srv/books/one", "fuse.onedriver", NULL, TV_FOLDER_SYNCED, "OneDrive",
                 "fuse.onedriver");
}

static void
test_names (void)
{
    static const struct {
        const char *path;
        const char *service;
        const char *sign;
    } cases[] = {
        { "/home/hoa/OneDrive/Sổ", "OneDrive", "OneDrive" },
        { "/home/hoa/OneDrive - Sở GD&ĐT Hà Nội/book", "OneDrive", "OneDrive - Sở GD&ĐT Hà Nội" },
        { "/home/hoa/onedrive/book", "OneDrive", "onedrive" },
        { "/media/Google Drive/Drive của tôi/book", "Google Drive", "Google Drive" },
        { "/mnt/g/Drive của tôi/book", "Google Drive", "Drive của tôi" },
        { "/run/user/1000/gvfs/google-drive:host=gmail.com,user=hoa/x", "Google Drive",
          "google-drive:host=gmail.com,user=hoa" },
        { "/home/hoa/Dropbox (Trường)/book", "Dropbox", "Dropbox (Trường)" },
        { "/home/hoa/Nextcloud/book", "Nextcloud", "Nextcloud" },
        { "/Users/hoa/Library/Mobile Documents/com~apple~CloudDocs/book", "iCloud",
          "Mobile Documents" },
        { "/home/hoa/Documents/Zalo Received Files/book", "Zalo", "Zalo Received Files" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        assert_kind (cases[i].path, "ext4", NULL, TV_FOLDER_SYNCED, cases[i].service,
                     cases[i].sign);
    assert_kind ("/home/hoa/Tài liệu/Trường mầm non/book", "ext4", NULL, TV_FOLDER_ON_THIS_MACHINE,
                 NULL, NULL);
    assert_kind ("/home/hoa/old-dropbox/book", "ext4", NULL, TV_FOLDER_ON_THIS_MACHINE, NULL, NULL);
}

/* The mark stands in the topmost folder; the book may lie far below it. */
static void
test_marks (void)
{
    static const struct {
        const char *name;
        const char *service;
    } cases[] = {
        { ".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive" },
        { ".tmp.driveupload", "Google Drive" },
        { ".dropbox.cache", "Dropbox" },
        { ".nextcloudsync.log", "Nextcloud" },
        { ".sync_0a1b2c3d.db", "Nextcloud" },
        { ".stfolder", "Syncthing" },
        { ".SynologyWorkingDirectory", "Synology Drive" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const Mark mark = { "/data/shared", cases[i].name };

        assert_kind ("/data/shared/school/2026/book", "ext4", &mark, TV_FOLDER_SYNCED,
                     cases[i].service, cases[i].name);
        assert_kind ("/data/shared", "ext4", &mark, TV_FOLDER_SYNCED, cases[i].service,
                     cases[i].name);
        assert_kind ("/data/other/book", "ext4", &mark, TV_FOLDER_ON_THIS_MACHINE, NULL, NULL);
    }
}

/* Dropbox keeps its settings in the home folder of whoever has it; that says nothing of the
 * folders beside them. */
static void
test_home (void)
{
    const Mark mark = { g_get_home_dir (), ".dropbox" };
    g_autofree char *book = g_build_filename (g_get_home_dir (), "books", "one", NULL);

    assert_kind (book, "ext4", &mark, TV_FOLDER_ON_THIS_MACHINE, NULL, NULL);
}

static void
test_look (void)
{
    g_autofree char *parent = g_dir_make_tmp ("tv-folder-XXXXXX", NULL);
    g_autofree char *mark = g_build_filename (parent, ".dropbox.cache", NULL);
    g_autofree char *book = g_build_filename (parent, "school", "book", NULL);
    g_autoptr (TvFolderKind) before = tv_folder_kind_look (book);
    g_autoptr (TvFolderKind) after = NULL;

    g_assert_cmpint (before->place, !=, TV_FOLDER_SYNCED);
    g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
    after = tv_folder_kind_look (book);
    g_assert_cmpint (after->place, ==, TV_FOLDER_SYNCED);
    g_assert_cmpstr (after->service, ==, "Dropbox");
    g_assert_cmpint (g_rmdir (mark), ==, 0);
    g_assert_cmpint (g_rmdir (parent), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/folder-kind/file-systems", test_file_systems);
    g_test_add_func ("/folder-kind/names", test_names);
    g_test_add_func ("/folder-kind/marks", test_marks);
    g_test_add_func ("/folder-kind/home", test_home);
    g_test_add_func ("/folder-kind/look", test_look);
    return g_test_run ();
}
