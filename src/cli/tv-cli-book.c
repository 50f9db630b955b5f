/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How every command opens a record book or a backup: a protected one with the password that stands
 * in a file, since what is typed as an argument is seen by everybody on the machine. */

#include "cli/tv-cli-book.h"

#include "records/tv-person.h"
#include "store/tv-store-error.h"
#include "workflows/tv-backup-restore.h"
#include "workflows/tv-sign-in.h"

#include <glib/gi18n.h>
#include <string.h>

/* The first line, without its end. */
static TvSecret *
read_password (const char *file, GError **error)
{
    char *text = NULL;
    gsize size = 0;
    TvSecret *password;

    if (!g_file_get_contents (file, &text, &size, error))
        return NULL;
    text[strcspn (text, "\r\n")] = '\0';
    password = tv_secret_new_text (text);
    tv_secret_wipe (text, size);
    g_free (text);
    return password;
}

static char *
list_labels (GPtrArray *names)
{
    GString *text = g_string_new (NULL);

    for (guint i = 0; i < names->len; i++) {
        const TvSignInName *name = g_ptr_array_index (names, i);

        g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : "", name->label);
    }
    return g_string_free (text, FALSE);
}

static const TvSignInName *
find_named (GPtrArray *names, const char *wanted)
{
    const TvSignInName *found = NULL;

    for (guint i = 0; i < names->len; i++) {
        const TvSignInName *name = g_ptr_array_index (names, i);

        if (strcmp (name->person_uid, wanted) == 0)
            return name;
        if (g_strcmp0 (name->label, wanted) == 0) {
            if (found)
                return NULL; /* two of one label: only the uid tells them apart */
            found = name;
        }
    }
    return found;
}

/* The label is the role's own word in the language that was spoken when it was chosen. */
static const TvSignInName *
find_nurse (GPtrArray *names)
{
    const TvSignInName *nurse = find_named (names, tv_role_label (TV_ROLE_NURSE));

    return nurse ? nurse : find_named (names, "School nurse");
}

static const TvSignInName *
choose (const TvCliContext *context, GPtrArray *names, GError **error)
{
    const TvSignInName *chosen = NULL;
    g_autofree char *labels = NULL;

    if (context->person)
        chosen = find_named (names, context->person);
    else if (names->len == 1)
        chosen = g_ptr_array_index (names, 0);
    else
        chosen = find_nurse (names);
    if (chosen)
        return chosen;
    labels = list_labels (names);
    /* Translators: %s is a list of those who can sign in. */
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_FAILED,
        _ ("Say with --sign-in-as who signs in: %s. Where two have the same word, give the "
           "code of the one."),
        labels);
    return NULL;
}

static gboolean
check_password_file (const TvCliContext *context, const char *sentence, GError **error)
{
    if (context->password_file)
        return TRUE;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sentence);
    return FALSE;
}

static TvStore *
sign_in (const TvCliContext *context, const char *folder, GError **error)
{
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (TvSecret) password = NULL;
    TvSignIn sign_in = { .folder = folder };
    const TvSignInName *name;

    if (!check_password_file (context,
                              _ ("That record book is protected: give --password-file with a file "
                                 "whose first line is the password. Nothing was changed."),
                              error))
        return NULL;
    names = tv_sign_in_list_wait (folder, error);
    name = names ? choose (context, names, error) : NULL;
    password = name ? read_password (context->password_file, error) : NULL;
    if (!password)
        return NULL;
    sign_in.person_uid = name->person_uid;
    sign_in.password = password;
    return tv_sign_in_wait (&sign_in, context->clock, error);
}

/**
 * tv_cli_open_book:
 * @folder: a record book
 * @error: (nullable): a #TvStoreError, or a sentence that says what is missing
 *
 * Opens it, as --sign-in-as and with the password of --password-file where it is protected. A plain
 * book needs neither.
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_cli_open_book (const TvCliContext *context, const char *folder, GError **error)
{
    g_autoptr (GError) own_error = NULL;
    TvStore *store = tv_store_open (folder, context->clock, &own_error);

    if (store)
        return store;
    if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED))
        return sign_in (context, folder, error);
    g_propagate_error (error, g_steal_pointer (&own_error));
    return NULL;
}

static TvSecret *
unlock_backup (const TvCliContext *context, const char *path, GError **error)
{
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (TvSecret) password = NULL;
    const TvSignInName *name;
    TvBackupOpener opener = { NULL };

    if (!check_password_file (context,
                              _ ("That backup is protected: give --password-file with a file whose "
                                 "first line is the password of the day on which it was made. "
                                 "Nothing was changed."),
                              error))
        return NULL;
    names = tv_backup_list_holders (path, error);
    name = names ? choose (context, names, error) : NULL;
    password = name ? read_password (context->password_file, error) : NULL;
    if (!password)
        return NULL;
    opener.person_uid = name->person_uid;
    opener.secret = password;
    return tv_backup_unlock (path, &opener, error);
}

/**
 * tv_cli_find_backup_key:
 * @path: an absolute path of a backup
 * @present: (nullable): an open book whose key may fit
 * @key: (out) (nullable) (transfer full): what the backup is protected with; %NULL for a plain one
 * @error: (nullable): TV_STORE_ERROR_WRONG_PASSWORD …, or a sentence that says what is missing
 *
 * Takes the people and passwords that stand in the backup itself, where it is not protected as
 * @present is. What else is wrong with the file is left to whoever reads it.
 *
 * Returns: whether the backup can be looked into
 */
gboolean
tv_cli_find_backup_key (const TvCliContext *context, const char *path, TvStore *present,
                        TvSecret **key, GError **error)
{
    if (!tv_backup_needs_password (path, present, key))
        return TRUE;
    *key = unlock_backup (context, path, error);
    return *key != NULL;
}
