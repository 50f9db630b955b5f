/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    TV_FOLDER_ON_THIS_MACHINE, /* or nothing is known that speaks against it */
    TV_FOLDER_ON_NETWORK,      /* on another machine */
    TV_FOLDER_SYNCED,          /* some program copies it to another machine */
} TvFolderPlace;

/* Where a folder lies, and how that is known. Never changes. */
typedef struct {
    TvFolderPlace place;
    const char *service; /* (nullable): "OneDrive"; NULL where no name is known */
    char *sign;          /* (nullable): "nfs4", ".dropbox.cache", "OneDrive - Sở GD&ĐT" */
} TvFolderKind;

/* What is known of a folder; a test makes it up. */
typedef struct {
    const char *path;        /* absolute, the links in it followed */
    const char *file_system; /* (nullable): "ext4", "nfs4", "fuse.sshfs" */
    /* The names in a folder on the way to it that begin with a dot; NULL where it cannot be read */
    char **(*list_hidden) (const char *folder, gpointer data);
    gpointer data;
} TvFolderFacts;

TvFolderKind *tv_folder_kind_judge (const TvFolderFacts *facts);
TvFolderKind *tv_folder_kind_look (const char *path);
TvFolderKind *tv_folder_kind_ref (TvFolderKind *self);
void tv_folder_kind_unref (TvFolderKind *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvFolderKind, tv_folder_kind_unref)

G_END_DECLS
