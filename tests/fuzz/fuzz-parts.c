/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Packs parts into a zip as a spreadsheet is one. A byte turned in a packed file only breaks its
 * checksum, so the bytes are the parts themselves, one after the other, each behind a line with its
 * path:
 *
 *     %xl/workbook.xml
 *     <workbook>…
 *
 * and are packed without compression before they are read. */

#include "fuzz-parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_PARTS 20
#define MAX_PATH_BYTES 200

typedef struct archive Archive;

static la_ssize_t
write_cb (Archive *archive, void *user_data, const void *data, size_t size)
{
    g_byte_array_append (user_data, data, (guint) size);
    return (la_ssize_t) size;
}

static void
add_part (Archive *archive, const char *path, const char *data, size_t size)
{
    struct archive_entry *entry = archive_entry_new ();

    archive_entry_set_pathname (entry, path);
    archive_entry_set_size (entry, (la_int64_t) size);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    if (archive_write_header (archive, entry) == ARCHIVE_OK)
        archive_write_data (archive, data, size);
    archive_entry_free (entry);
}

/* Where the next line begins with a percent sign: the next part. */
static const char *
find_next (const char *from, const char *end)
{
    for (const char *p = from; p + 1 < end; p++) {
        if (*p == '\n' && p[1] == '%')
            return p + 1;
    }
    return end;
}

static void
add_parts (Archive *archive, const char *data, const char *end)
{
    guint n_parts = 0;

    while (data < end && *data == '%' && n_parts++ < MAX_PARTS) {
        const char *next = find_next (data, end);
        const char *newline = memchr (data, '\n', (size_t) (next - data));
        g_autofree char *path = NULL;

        if (!newline || newline == data + 1 || newline - data > MAX_PATH_BYTES)
            return;
        path = g_strndup (data + 1, (gsize) (newline - data - 1));
        add_part (archive, path, newline + 1, (size_t) (next - newline - 1));
        data = next;
    }
}

/* Returns a zip with the parts that stand in @data. */
GBytes *
tv_fuzz_pack_parts (const uint8_t *data, size_t size)
{
    Archive *archive = archive_write_new ();
    GByteArray *packed = g_byte_array_new ();

    archive_write_set_format_zip (archive);
    archive_write_set_options (archive, "zip:compression=store");
    archive_write_set_bytes_in_last_block (archive, 1);
    g_assert_cmpint (archive_write_open (archive, packed, NULL, write_cb, NULL), ==, ARCHIVE_OK);
    add_parts (archive, (const char *) data, (const char *) data + size);
    archive_write_close (archive);
    archive_write_free (archive);
    return g_byte_array_free_to_bytes (packed);
}
