/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file "people" of a protected book, and the same text at the end of its backups. It is read
 * before anything is known to be true: whatever it says is held against a bound. */

#include "store/tv-key-ring-private.h"

#include "store/tv-backup-file.h"
#include "store/tv-store-error.h"
#include "store/tv-store-file.h"

#include <string.h>

#define FORMAT 1
#define GROUP_OF_BOOK "book"
#define GROUP_OF_RECOVERY "recovery"
#define GROUP_OF_PERSON "person "

#define MAX_SIZE ((gsize) 256 * 1024)
#define MAX_HOLDERS 200
#define MAX_TEXT 200

static char *
get_path (const char *folder)
{
    return g_build_filename (folder, "people", NULL);
}

static void
set_damaged (GError **error, const char *what)
{
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_KEYS, "people: %s", what);
}

static gboolean
read_bytes (GKeyFile *file, const char *group, const char *name, guint8 *bytes, gsize size)
{
    g_autofree char *text = g_key_file_get_string (file, group, name, NULL);
    g_autofree guchar *decoded = NULL;
    gsize n_decoded = 0;

    if (!text || strlen (text) > 2 * size + 4)
        return FALSE;
    decoded = g_base64_decode (text, &n_decoded);
    if (n_decoded != size)
        return FALSE;
    memcpy (bytes, decoded, size);
    return TRUE;
}

static gboolean
read_wrap (GKeyFile *file, const char *group, TvKeyWrap *wrap)
{
    gint64 passes = g_key_file_get_int64 (file, group, "passes", NULL);
    gint64 memory_kib = g_key_file_get_int64 (file, group, "memory-kib", NULL);

    if (passes < 0 || passes > G_MAXINT || memory_kib < 0 || memory_kib > G_MAXINT)
        return FALSE;
    wrap->cost = (TvKeyWrapCost){ .passes = (guint) passes, .memory_kib = (guint) memory_kib };
    return tv_key_wrap_cost_is_bearable (wrap->cost)
           && read_bytes (file, group, "salt", wrap->salt, sizeof wrap->salt)
           && read_bytes (file, group, "nonce", wrap->nonce, sizeof wrap->nonce)
           && read_bytes (file, group, "key", wrap->sealed, sizeof wrap->sealed);
}

/* The recovery code's group has no label; a person's has one, and a uid in its name. */
static gboolean
read_slot (GKeyFile *file, const char *group, TvKeySlot *slot)
{
    g_autofree char *label = NULL;
    const char *uid = TV_KEY_SLOT_OF_RECOVERY;

    if (strcmp (group, GROUP_OF_RECOVERY) != 0) {
        if (!g_str_has_prefix (group, GROUP_OF_PERSON))
            return FALSE;
        uid = group + strlen (GROUP_OF_PERSON);
        label = g_key_file_get_string (file, group, "label", NULL);
        if (!*uid || strlen (uid) > MAX_TEXT || !label || strlen (label) > MAX_TEXT)
            return FALSE;
    }
    if (!read_wrap (file, group, &slot->wrap))
        return FALSE;
    slot->person_uid = g_strdup (uid);
    slot->label = label ? g_steal_pointer (&label) : g_strdup ("");
    return TRUE;
}

static gboolean
read_slots (TvKeyRing *self, GKeyFile *file, GError **error)
{
    gsize n_groups;
    g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

    if (n_groups > MAX_HOLDERS + 2) {
        set_damaged (error, "more people than a school has");
        return FALSE;
    }
    for (gsize i = 0; i < n_groups; i++) {
        TvKeySlot slot = { 0 };

        if (strcmp (groups[i], GROUP_OF_BOOK) == 0)
            continue;
        if (!read_slot (file, groups[i], &slot)) {
            set_damaged (error, groups[i]);
            return FALSE;
        }
        g_array_append_val (self->slots, slot);
    }
    return TRUE;
}

/**
 * tv_key_ring_parse:
 * @text: (array length=size): of any origin
 * @size: how many bytes
 * @error: (nullable): TV_STORE_ERROR_NO_KEYS if it is no ring; TV_STORE_ERROR_NEWER if it is of a
 *   newer program
 *
 * Returns: (transfer full) (nullable): the ring
 */
TvKeyRing *
tv_key_ring_parse (const char *text, gsize size, GError **error)
{
    g_autoptr (GKeyFile) file = g_key_file_new ();
    g_autoptr (TvKeyRing) self = NULL;
    g_autofree char *uid = NULL;
    int format;

    if (size > MAX_SIZE || !g_utf8_validate_len (text, size, NULL)
        || !g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL)) {
        set_damaged (error, "not a list of keys");
        return NULL;
    }
    format = g_key_file_get_integer (file, GROUP_OF_BOOK, "format", NULL);
    uid = g_key_file_get_string (file, GROUP_OF_BOOK, "uid", NULL);
    if (format > FORMAT) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NEWER, "people: format %d", format);
        return NULL;
    }
    if (format < 1 || !uid || !*uid || strlen (uid) > MAX_TEXT) {
        set_damaged (error, "the book's group");
        return NULL;
    }
    self = tv_key_ring_new_with_uid (g_steal_pointer (&uid));
    if (!read_slots (self, file, error))
        return NULL;
    return tv_key_ring_close (g_steal_pointer (&self));
}

static void
print_bytes (GKeyFile *file, const char *group, const char *name, const guint8 *bytes, gsize size)
{
    g_autofree char *text = g_base64_encode (bytes, size);

    g_key_file_set_string (file, group, name, text);
}

static void
print_slot (GKeyFile *file, const TvKeySlot *slot)
{
    g_autofree char *group = *slot->person_uid
                                 ? g_strconcat (GROUP_OF_PERSON, slot->person_uid, NULL)
                                 : g_strdup (GROUP_OF_RECOVERY);

    if (*slot->person_uid)
        g_key_file_set_string (file, group, "label", slot->label);
    g_key_file_set_int64 (file, group, "passes", slot->wrap.cost.passes);
    g_key_file_set_int64 (file, group, "memory-kib", slot->wrap.cost.memory_kib);
    print_bytes (file, group, "salt", slot->wrap.salt, sizeof slot->wrap.salt);
    print_bytes (file, group, "nonce", slot->wrap.nonce, sizeof slot->wrap.nonce);
    print_bytes (file, group, "key", slot->wrap.sealed, sizeof slot->wrap.sealed);
}

/**
 * tv_key_ring_print:
 * @self: a ring
 *
 * Returns: (transfer full): the text that tv_key_ring_parse() reads; it may stand in the open
 */
char *
tv_key_ring_print (TvKeyRing *self)
{
    g_autoptr (GKeyFile) file = g_key_file_new ();

    g_key_file_set_integer (file, GROUP_OF_BOOK, "format", FORMAT);
    g_key_file_set_string (file, GROUP_OF_BOOK, "uid", self->uid);
    for (guint i = 0; i < self->slots->len; i++)
        print_slot (file, &g_array_index (self->slots, TvKeySlot, i));
    return g_key_file_to_data (file, NULL, NULL);
}

/**
 * tv_key_ring_exists:
 * @folder: of a book
 *
 * Returns: whether there are keys beside the book
 */
gboolean
tv_key_ring_exists (const char *folder)
{
    g_autofree char *path = get_path (folder);

    tv_backup_file_finish_replacing (folder);
    return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * tv_key_ring_read:
 * @folder: of a book
 * @error: (nullable): TV_STORE_ERROR_NO_KEYS, _NEWER
 *
 * Returns: (transfer full) (nullable): the book's ring
 */
TvKeyRing *
tv_key_ring_read (const char *folder, GError **error)
{
    g_autofree char *path = get_path (folder);
    g_autofree char *text = NULL;
    g_autoptr (GError) own_error = NULL;
    gsize size;

    tv_backup_file_finish_replacing (folder);
    text = tv_store_file_read_small (path, MAX_SIZE, &size, &own_error);
    if (text)
        return tv_key_ring_parse (text, size, error);
    set_damaged (error, own_error->message);
    return NULL;
}

/**
 * tv_key_ring_write:
 * @self: a ring
 * @folder: of a book
 * @error: (nullable): a #TvStoreError
 *
 * The file there is replaced in one step: a power cut leaves the old keys or the new ones.
 *
 * Returns: whether it is on the disk
 */
gboolean
tv_key_ring_write (TvKeyRing *self, const char *folder, GError **error)
{
    g_autofree char *path = get_path (folder);
    g_autofree char *text = tv_key_ring_print (self);

    return tv_store_file_replace (path, text, strlen (text), error);
}
