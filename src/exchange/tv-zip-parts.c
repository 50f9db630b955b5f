/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Unpacks the parts of a zipped document that hold text, never more than the bounds allow: what a
 * zip says of its own sizes is not believed. */

#include "exchange/tv-zip-parts.h"

#include "exchange/tv-exchange-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _TvZipParts {
    GHashTable *parts; /* path to GBytes; an empty one where the part was not unpacked */
    gsize n_bytes;
};

typedef struct archive TvArchive;

static void
close_archive (TvArchive *archive)
{
    archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvArchive, close_archive)

static gboolean
set_broken (GError **error, TvArchive *archive)
{
    const char *detail = archive_error_string (archive);

    g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN, "damaged zip: %s",
                 detail ? detail : "no detail");
    return FALSE;
}

/* Only what a spreadsheet needs to be read is unpacked: pictures, themes and charts are not. */
static gboolean
is_wanted (const char *path)
{
    static const char *const unwanted[]
        = { "xl/theme/", "xl/drawings/", "xl/charts/", "docprops/", "xl/media/" };

    for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++) {
        if (g_str_has_prefix (path, unwanted[i]))
            return FALSE;
    }
    return g_str_has_suffix (path, ".xml") || g_str_has_suffix (path, ".rels")
           || strcmp (path, "mimetype") == 0;
}

static GBytes *
unpack_part (TvZipParts *self, TvArchive *archive, const char *path, GError **error)
{
    g_autoptr (GByteArray) data = g_byte_array_new ();
    guint8 block[65536];
    la_ssize_t n_read;

    while ((n_read = archive_read_data (archive, block, sizeof block)) > 0) {
        self->n_bytes += (gsize) n_read;
        if (data->len + (gsize) n_read > TV_ZIP_MAX_PART_BYTES
            || self->n_bytes > TV_ZIP_MAX_BYTES) {
            g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                         "part “%s” unpacks to more than is allowed", path);
            return NULL;
        }
        g_byte_array_append (data, block, (guint) n_read);
    }
    if (n_read < 0) {
        set_broken (error, archive);
        return NULL;
    }
    return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/* Paths are ASCII; some writers turn the slashes or the case. */
static char *
normal_path (struct archive_entry *entry)
{
    const char *path = archive_entry_pathname (entry);

    if (!path)
        path = archive_entry_pathname_utf8 (entry);
    if (!path)
        return NULL;
    while (*path == '/' || *path == '\\')
        path++;
    return g_strdelimit (g_ascii_strdown (path, -1), "\\", '/');
}

static gboolean
take_entry (TvZipParts *self, TvArchive *archive, struct archive_entry *entry, GError **error)
{
    g_autofree char *path = normal_path (entry);
    g_autoptr (GBytes) data = NULL;

    if (!path || g_str_has_suffix (path, "/") || g_hash_table_contains (self->parts, path))
        return TRUE;
    if (archive_entry_is_encrypted (entry)) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_ENCRYPTED,
                     "part “%s” of the zip is encrypted", path);
        return FALSE;
    }
    data = is_wanted (path) ? unpack_part (self, archive, path, error) : g_bytes_new (NULL, 0);
    if (!data)
        return FALSE;
    g_hash_table_insert (self->parts, g_steal_pointer (&path), g_steal_pointer (&data));
    return TRUE;
}

static gboolean
take_entries (TvZipParts *self, TvArchive *archive, GCancellable *cancellable, GError **error)
{
    struct archive_entry *entry;
    int result;

    while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
           || result == ARCHIVE_WARN) {
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !take_entry (self, archive, entry, error))
            return FALSE;
        if (g_hash_table_size (self->parts) > TV_ZIP_MAX_PARTS) {
            g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                         "more than %d parts in the zip", TV_ZIP_MAX_PARTS);
            return FALSE;
        }
    }
    return result == ARCHIVE_EOF || set_broken (error, archive);
}

/**
 * tv_zip_parts_read:
 * @bytes: a zip file
 * @cancellable: (nullable): to stop between parts
 * @error: BROKEN, ENCRYPTED or TOO_LARGE of #TvExchangeError, or G_IO_ERROR_CANCELLED
 *
 * Only a zip with its list of contents at the end is read, so a download cut short is refused.
 *
 * Returns: (transfer full) (nullable): its parts
 */
TvZipParts *
tv_zip_parts_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvArchive) archive = archive_read_new ();
    g_autoptr (TvZipParts) self = g_new0 (TvZipParts, 1);
    gsize size;
    const void *data = g_bytes_get_data (bytes, &size);

    self->parts
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
    archive_read_support_format_zip_seekable (archive);
    if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK) {
        set_broken (error, archive);
        return NULL;
    }
    if (!take_entries (self, archive, cancellable, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
tv_zip_parts_free (TvZipParts *self)
{
    g_hash_table_unref (self->parts);
    g_free (self);
}

/**
 * tv_zip_parts_get:
 * @path: a path inside the zip, in any case
 *
 * Returns: (transfer none) (nullable): what stands there
 */
GBytes *
tv_zip_parts_get (TvZipParts *self, const char *path)
{
    g_autofree char *small = g_ascii_strdown (path, -1);

    return g_hash_table_lookup (self->parts, small);
}

/**
 * tv_zip_parts_has:
 * @path: a path inside the zip, in any case
 *
 * Returns: whether there is such a part, unpacked or not
 */
gboolean
tv_zip_parts_has (TvZipParts *self, const char *path)
{
    return tv_zip_parts_get (self, path) != NULL;
}
