/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a stream out of a compound file, the small file system that old office documents are.
 * Sectors form chains by a table, and the first chain is the directory ([MS-CFB] 2). A chain that
 * leaves the file or leads in a circle is damage. */

#include "exchange/tv-compound-file.h"

#include "exchange/tv-exchange-error.h"

#include <string.h>

#define HEADER_SIZE 512
#define ENTRY_SIZE 128
#define MINI_SHIFT 6
#define N_TABLE_IN_HEADER 109
#define LAST_SECTOR 0xfffffffa /* what is larger ends a chain or says why a sector is in none */

typedef enum {
    ENTRY_STREAM = 2,
    ENTRY_ROOT = 5,
} EntryKind;

/* Where a chain begins and what it is worth. */
typedef struct {
    guint32 first;
    guint32 size;
} Entry;

typedef struct {
    const guint8 *data;
    gsize size;
    guint shift;     /* of the size of a sector */
    guint32 cut_off; /* streams that are shorter lie in small sectors */
    GArray *table;   /* of guint32: the sector behind each sector */
} File;

static gboolean
set_broken (GError **error, const char *detail)
{
    g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN, detail);
    return FALSE;
}

static guint32
read_32 (const guint8 *data)
{
    guint32 value;

    memcpy (&value, data, sizeof value);
    return GUINT32_FROM_LE (value);
}

/* The bytes of a sector; the last one of a file may be short. */
static const guint8 *
find_sector (const File *self, guint32 sector, gsize *n_bytes)
{
    gsize sector_size = (gsize) 1 << self->shift;
    gsize begin = ((gsize) sector + 1) << self->shift;

    if (sector > LAST_SECTOR || begin >= self->size)
        return NULL;
    *n_bytes = MIN (sector_size, self->size - begin);
    return self->data + begin;
}

static gboolean
add_table_sector (File *self, guint32 sector, GError **error)
{
    gsize n_bytes;
    const guint8 *data = find_sector (self, sector, &n_bytes);

    if (!data || n_bytes < (gsize) 1 << self->shift)
        return set_broken (error, "the table of sectors lies outside the file");
    for (gsize at = 0; at < n_bytes; at += 4) {
        guint32 next = read_32 (data + at);

        g_array_append_val (self->table, next);
    }
    return TRUE;
}

/* Adds the parts of the table that a list of sectors names, up to the first that is none. */
static gboolean
add_listed (File *self, const guint8 *list, guint n, gboolean *is_over, GError **error)
{
    for (guint i = 0; i < n && !*is_over; i++) {
        guint32 sector = read_32 (list + 4 * i);

        *is_over = sector > LAST_SECTOR || self->table->len > self->size >> self->shift;
        if (!*is_over && !add_table_sector (self, sector, error))
            return FALSE;
    }
    return TRUE;
}

/* The header lists the first parts of the table; a chain of sectors lists those of a long file. */
static gboolean
read_table (File *self, GError **error)
{
    guint n_listed = (1u << self->shift) / 4 - 1;
    guint32 sector = read_32 (self->data + 68);
    gboolean is_over = FALSE;

    if (!add_listed (self, self->data + 76, N_TABLE_IN_HEADER, &is_over, error))
        return FALSE;
    while (!is_over && sector <= LAST_SECTOR) {
        gsize n_bytes;
        const guint8 *data = find_sector (self, sector, &n_bytes);

        if (!data || n_bytes < (gsize) 1 << self->shift)
            return set_broken (error, "the list of tables lies outside the file");
        if (!add_listed (self, data, n_listed, &is_over, error))
            return FALSE;
        sector = read_32 (data + 4 * n_listed);
    }
    return TRUE;
}

static GByteArray *
read_chain (const File *self, guint32 sector, GError **error)
{
    g_autoptr (GByteArray) chain = g_byte_array_new ();
    gsize n_left = (self->size >> self->shift) + 1;

    while (sector <= LAST_SECTOR) {
        gsize n_bytes;
        const guint8 *data = find_sector (self, sector, &n_bytes);

        if (!data || sector >= self->table->len || n_left-- == 0) {
            set_broken (error, "a chain of sectors leaves the file or leads in a circle");
            return NULL;
        }
        g_byte_array_append (chain, data, (guint) n_bytes);
        sector = g_array_index (self->table, guint32, sector);
    }
    return g_steal_pointer (&chain);
}

/* Whether an entry of the directory is called that; names are UTF-16 in it. */
static gboolean
is_called (const guint8 *entry, const char *name)
{
    gsize n = strlen (name);

    for (gsize i = 0; i < n; i++) {
        if (g_ascii_tolower ((char) entry[2 * i]) != g_ascii_tolower (name[i])
            || entry[2 * i + 1] != 0)
            return FALSE;
    }
    return entry[2 * n] == 0 && entry[2 * n + 1] == 0;
}

static gboolean
find_entry (const GByteArray *directory, EntryKind kind, const char *name, Entry *found)
{
    for (gsize at = 0; at + ENTRY_SIZE <= directory->len; at += ENTRY_SIZE) {
        const guint8 *entry = directory->data + at;

        if (entry[66] != kind || (name && !is_called (entry, name)))
            continue;
        found->first = read_32 (entry + 116);
        found->size = read_32 (entry + 120);
        return TRUE;
    }
    return FALSE;
}

/* Small sectors lie in the stream of the root, chained by a table of their own. */
static GByteArray *
read_small_chain (const File *self, const GByteArray *directory, guint32 sector, GError **error)
{
    g_autoptr (GByteArray) chain = g_byte_array_new ();
    g_autoptr (GByteArray) table = read_chain (self, read_32 (self->data + 60), error);
    g_autoptr (GByteArray) sectors = NULL;
    Entry root;

    if (!table || !find_entry (directory, ENTRY_ROOT, NULL, &root))
        return table && set_broken (error, "the directory has no root") ? NULL : NULL;
    sectors = read_chain (self, root.first, error);
    while (sectors && sector <= LAST_SECTOR) {
        gsize begin = (gsize) sector << MINI_SHIFT;

        if (begin + (1 << MINI_SHIFT) > sectors->len || 4 * ((gsize) sector + 1) > table->len
            || chain->len > sectors->len) {
            set_broken (error, "a chain of small sectors leaves the file or leads in a circle");
            return NULL;
        }
        g_byte_array_append (chain, sectors->data + begin, 1 << MINI_SHIFT);
        sector = read_32 (table->data + 4 * sector);
    }
    return sectors ? g_steal_pointer (&chain) : NULL;
}

static GByteArray *
read_stream (const File *self, const GByteArray *directory, const Entry *entry, GError **error)
{
    g_autoptr (GByteArray) stream = entry->size < self->cut_off
                                        ? read_small_chain (self, directory, entry->first, error)
                                        : read_chain (self, entry->first, error);

    if (!stream)
        return NULL;
    if (stream->len < entry->size) {
        set_broken (error, "a stream is shorter than it says");
        return NULL;
    }
    g_byte_array_set_size (stream, entry->size);
    return g_steal_pointer (&stream);
}

static gboolean
read_header (File *self, GError **error)
{
    static const guint8 magic[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

    if (self->size < HEADER_SIZE || memcmp (self->data, magic, sizeof magic) != 0)
        return set_broken (error, "no compound file");
    self->shift = self->data[30];
    self->cut_off = read_32 (self->data + 56);
    if (self->shift != 9 && self->shift != 12)
        return set_broken (error, "sectors of an impossible size");
    return read_table (self, error);
}

/**
 * tv_compound_file_read:
 * @bytes: a compound file
 * @names: (array zero-terminated=1): what the stream may be called, the best name first
 * @error: BROKEN, or WRONG_TYPE of #TvExchangeError where no stream is called that
 *
 * Returns: (transfer full) (nullable): what the stream holds
 */
GByteArray *
tv_compound_file_read (GBytes *bytes, const char *const *names, GError **error)
{
    g_autoptr (GArray) table = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GByteArray) directory = NULL;
    File self = { .table = table };
    Entry entry;

    self.data = g_bytes_get_data (bytes, &self.size);
    if (!read_header (&self, error)
        || !(directory = read_chain (&self, read_32 (self.data + 48), error)))
        return NULL;
    for (; *names; names++) {
        if (find_entry (directory, ENTRY_STREAM, *names, &entry))
            return read_stream (&self, directory, &entry, error);
    }
    g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_WRONG_TYPE,
                         "a compound file without a workbook");
    return NULL;
}
