/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a folder is one of this machine alone. A record book elsewhere is in danger: locks over a
 * network do not hold, and a program that keeps folders in step copies a file in the middle of a
 * write, or leaves two of it. Three signs tell: the kind of file system, the marks that
 * synchronising programs leave in their folders, and the names that they give them. */

#include "base/tv-folder-kind.h"

#include "base/tv-platform.h"

#include <string.h>

/* More names than anybody keeps in a folder; a larger one is not read to its end. */
#define MOST_NAMES 20000

/* Of file systems: the whole name, or what follows "fuse.". */
static const char *const network_systems[] = {
    "nfs",         "nfs4",
    "cifs",        "smb3",
    "smbfs",       "9p",
    "ceph",        "afs",
    "coda",        "ncpfs",
    "lustre",      "gfs2",
    "ocfs2",       "beegfs",
    "glusterfs",   "davfs",
    "vboxsf",      "vmhgfs",
    "prl_fs",      "virtiofs",
    "sshfs",       "gvfsd-fuse",
    "curlftpfs",   "davfs2",
    "vmhgfs-fuse", "s3fs",
    "gcsfuse",     "goofys",
    "smbnetfs",    "rclone",
    "juicefs",     "blobfuse2",
    "kio-fuse",    "google-drive-ocamlfuse",
    "onedriver",   "pcloud",
    "seadrive",
};

/* Those of them that show what lies with a company, under the name that people know. */
static const struct {
    const char *system;
    const char *service;
} cloud_systems[] = {
    { "google-drive-ocamlfuse", "Google Drive" },
    { "onedriver", "OneDrive" },
    { "pcloud", "pCloud" },
    { "seadrive", "Seafile" },
};

/* In gvfs and in the folders that sync programs make, the name begins so; letter case is theirs. */
static const struct {
    const char *prefix;
    const char *service;
} names[] = {
    { "OneDrive", "OneDrive" },
    { "Google Drive", "Google Drive" },
    { "GoogleDrive", "Google Drive" },
    { "google-drive:", "Google Drive" },
    { "My Drive", "Google Drive" },
    { "Drive của tôi", "Google Drive" },
    { "Dropbox", "Dropbox" },
    { "Nextcloud", "Nextcloud" },
    { "ownCloud", "ownCloud" },
    { "iCloud Drive", "iCloud" },
    { "iCloudDrive", "iCloud" },
    { "com~apple~CloudDocs", "iCloud" },
    { "Mobile Documents", "iCloud" },
    { "SynologyDrive", "Synology Drive" },
    { "Synology Drive", "Synology Drive" },
    { "pCloud", "pCloud" },
    { "Seafile", "Seafile" },
    { "MEGAsync", "MEGA" },
    { "Zalo Received Files", "Zalo" },
    { "ZaloReceivedFiles", "Zalo" },
    { "Zalo Cloud", "Zalo" },
};

/* What they leave in the topmost folder that they look after. */
static const struct {
    const char *pattern;
    const char *service;
} marks[] = {
    { ".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive" },
    { ".tmp.drivedownload", "Google Drive" },
    { ".tmp.driveupload", "Google Drive" },
    { ".dropbox", "Dropbox" },
    { ".dropbox.cache", "Dropbox" },
    { ".nextcloudsync.log", "Nextcloud" },
    { ".owncloudsync.log", "ownCloud" },
    { ".sync_*.db", "Nextcloud" },
    { "._sync_*.db", "Nextcloud" },
    { ".SynologyWorkingDirectory", "Synology Drive" },
    { ".stfolder*", "Syncthing" },
    { ".megaignore", "MEGA" },
};

static TvFolderKind *
make_kind (TvFolderPlace place, const char *service, const char *sign)
{
    TvFolderKind *self = g_atomic_rc_box_new0 (TvFolderKind);

    self->place = place;
    self->service = service;
    self->sign = g_strdup (sign);
    return self;
}

static gboolean
begins_with (const char *name, const char *prefix)
{
    g_autofree char *folded_name = g_utf8_casefold (name, -1);
    g_autofree char *folded_prefix = g_utf8_casefold (prefix, -1);

    return g_str_has_prefix (folded_name, folded_prefix);
}

static TvFolderKind *
judge_names (const char *path)
{
    g_autofree char *readable = g_utf8_make_valid (path, -1);
    g_auto (GStrv) parts = g_strsplit_set (readable, "/\\", -1);

    for (guint i = 0; parts[i]; i++) {
        for (guint k = 0; k < G_N_ELEMENTS (names); k++) {
            if (begins_with (parts[i], names[k].prefix))
                return make_kind (TV_FOLDER_SYNCED, names[k].service, parts[i]);
        }
    }
    return NULL;
}

static TvFolderKind *
judge_hidden (char **hidden)
{
    for (guint i = 0; hidden && hidden[i]; i++) {
        for (guint k = 0; k < G_N_ELEMENTS (marks); k++) {
            if (g_pattern_match_simple (marks[k].pattern, hidden[i]))
                return make_kind (TV_FOLDER_SYNCED, marks[k].service, hidden[i]);
        }
    }
    return NULL;
}

/* The home folder of ".dropbox" is where Dropbox keeps its settings, not what it looks after. */
static gboolean
is_home (const char *folder)
{
    return g_strcmp0 (folder, g_get_home_dir ()) == 0;
}

static TvFolderKind *
judge_marks (const TvFolderFacts *facts)
{
    g_autofree char *folder = g_strdup (facts->path);

    while (!is_home (folder)) {
        g_auto (GStrv) hidden = facts->list_hidden (folder, facts->data);
        g_autoptr (TvFolderKind) kind = judge_hidden (hidden);
        char *parent;

        if (kind)
            return g_steal_pointer (&kind);
        parent = g_path_get_dirname (folder);
        if (g_str_equal (parent, folder)) {
            g_free (parent);
            break;
        }
        g_free (folder);
        folder = parent;
    }
    return NULL;
}

/* A FUSE without a name of its own is davfs2's; those on a disk of this machine are "fuseblk" or
 * have names that are not in the list. */
static TvFolderKind *
judge_file_system (const char *file_system)
{
    const char *name = file_system ? file_system : "";

    if (g_str_has_prefix (name, "fuse."))
        name += strlen ("fuse.");
    for (guint i = 0; i < G_N_ELEMENTS (cloud_systems); i++) {
        if (g_str_equal (cloud_systems[i].system, name))
            return make_kind (TV_FOLDER_SYNCED, cloud_systems[i].service, file_system);
    }
    for (guint i = 0; i < G_N_ELEMENTS (network_systems); i++) {
        if (g_str_equal (network_systems[i], name))
            return make_kind (TV_FOLDER_ON_NETWORK, NULL, file_system);
    }
    return g_str_equal (name, "fuse") ? make_kind (TV_FOLDER_ON_NETWORK, NULL, file_system) : NULL;
}

/**
 * tv_folder_kind_judge:
 * @facts: what is known of the folder
 *
 * A company's name says more than "a network", so it is looked for first.
 *
 * Returns: (transfer full): where the folder lies, as far as the facts tell
 */
TvFolderKind *
tv_folder_kind_judge (const TvFolderFacts *facts)
{
    TvFolderKind *kind;

    g_return_val_if_fail (facts && facts->path && facts->list_hidden, NULL);
    kind = judge_marks (facts);
    if (!kind)
        kind = judge_names (facts->path);
    if (!kind)
        kind = judge_file_system (facts->file_system);
    return kind ? kind : make_kind (TV_FOLDER_ON_THIS_MACHINE, NULL, NULL);
}

static char **
list_hidden_cb (const char *folder, gpointer data)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
    const char *name;

    for (guint n = 0; files && n < MOST_NAMES && (name = g_dir_read_name (files)); n++) {
        if (name[0] == '.')
            g_ptr_array_add (hidden, g_strdup (name));
    }
    g_ptr_array_add (hidden, NULL);
    return (char **) g_ptr_array_steal (hidden, NULL);
}

static char *
find_standing (const char *path)
{
    char *folder = g_strdup (path);

    while (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
        char *parent = g_path_get_dirname (folder);

        if (g_str_equal (parent, folder)) {
            g_free (parent);
            break;
        }
        g_free (folder);
        folder = parent;
    }
    return folder;
}

/**
 * tv_folder_kind_look:
 * @path: of a folder or file, which need not stand yet
 *
 * Looks at this machine for the facts. Waits for the disk, or for a server that is slow.
 *
 * Returns: (transfer full): where the folder lies
 */
TvFolderKind *
tv_folder_kind_look (const char *path)
{
    g_autofree char *real = tv_platform_real_path (path);
    g_autofree char *standing = find_standing (real);
    g_autofree char *file_system = tv_platform_file_system (standing);
    TvFolderFacts facts = { .path = real, .file_system = file_system };

    facts.list_hidden = list_hidden_cb;
    return tv_folder_kind_judge (&facts);
}

TvFolderKind *
tv_folder_kind_ref (TvFolderKind *self)
{
    return g_atomic_rc_box_acquire (self);
}

static void
free_kind (gpointer data)
{
    TvFolderKind *self = data;

    g_free (self->sign);
}

void
tv_folder_kind_unref (TvFolderKind *self)
{
    g_atomic_rc_box_release_full (self, free_kind);
}
