/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plays what a power cut leaves. A file's content is what it was at its last sync, and of what was
 * done since then anything may be there or not; names of files come and go in their order, and
 * those that were not synced may not have come or gone yet. */

#include "tv-power-cut.h"

#include "tv-torn-vfs.h"

#include <string.h>

#define SECTOR_SIZE 512

/* A file, whatever its name is. */
typedef struct {
    grefcount count;
    GByteArray *synced;
    GPtrArray *pending; /* of const TvTornOp, since the last sync */
} Content;

typedef struct {
    GHashTable *now;     /* name -> Content, as the program sees it */
    GHashTable *on_disk; /* name -> Content, as it is after a power cut */
    GPtrArray *names;    /* of NameOp that are not on the disk yet */
    GRand *random;
} Disk;

/* A change of names, with the file it was about when it happened. */
typedef struct {
    const TvTornOp *op;
    Content *content;
} NameOp;

static Content *
new_content (void)
{
    Content *self = g_new0 (Content, 1);

    g_ref_count_init (&self->count);
    self->synced = g_byte_array_new ();
    self->pending = g_ptr_array_new ();
    return self;
}

static Content *
ref_content (Content *self)
{
    g_ref_count_inc (&self->count);
    return self;
}

static void
unref_content (gpointer data)
{
    Content *self = data;

    if (!g_ref_count_dec (&self->count))
        return;
    g_byte_array_unref (self->synced);
    g_ptr_array_unref (self->pending);
    g_free (self);
}

static void
free_name_op (gpointer data)
{
    NameOp *self = data;

    unref_content (self->content);
    g_free (self);
}

/* ---- content --------------------------------------------------------------------------- */

static void
write_at (GByteArray *file, gint64 offset, const guint8 *bytes, gsize size)
{
    guint old_size = file->len;

    if (offset + (gint64) size > old_size) {
        g_byte_array_set_size (file, (guint) (offset + (gint64) size));
        if (offset > old_size)
            memset (file->data + old_size, 0, (gsize) (offset - old_size));
    }
    memcpy (file->data + offset, bytes, size);
}

static void
apply_whole (GByteArray *file, const TvTornOp *op)
{
    if (op->kind == TV_TORN_WRITE) {
        gsize size;
        const guint8 *bytes = g_bytes_get_data (op->bytes, &size);

        write_at (file, op->offset, bytes, size);
    } else {
        guint old_size = file->len;

        g_byte_array_set_size (file, (guint) op->offset);
        if (op->offset > old_size)
            memset (file->data + old_size, 0, (gsize) op->offset - old_size);
    }
}

/* Each sector of a write comes or not, and one of them to a part. */
static void
apply_torn (GByteArray *file, const TvTornOp *op, GRand *random)
{
    gsize size, at = 0;
    const guint8 *bytes;

    if (op->kind != TV_TORN_WRITE) {
        if (g_rand_boolean (random))
            apply_whole (file, op);
        return;
    }
    bytes = g_bytes_get_data (op->bytes, &size);
    while (at < size) {
        gsize end = MIN (size, (gsize) ((op->offset + (gint64) at) / SECTOR_SIZE + 1) * SECTOR_SIZE
                                   - (gsize) op->offset);
        gsize part = end - at;

        if (g_rand_int_range (random, 0, 8) == 0)
            part = (gsize) g_rand_int_range (random, 0, (gint32) part + 1);
        if (g_rand_boolean (random))
            write_at (file, op->offset + (gint64) at, bytes + at, part);
        at = end;
    }
}

static void
shuffle (GPtrArray *list, GRand *random)
{
    for (guint i = list->len; i > 1; i--) {
        guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
        gpointer kept = list->pdata[i - 1];

        list->pdata[i - 1] = list->pdata[j];
        list->pdata[j] = kept;
    }
}

static void
apply_pending (GByteArray *file, GPtrArray *pending, TvPowerCutMode mode, GRand *random)
{
    g_autoptr (GPtrArray) ops = g_ptr_array_copy (pending, NULL, NULL);
    guint n = ops->len;

    if (mode == TV_POWER_CUT_NOTHING_STAYS)
        return;
    if (mode == TV_POWER_CUT_BEGINNING_STAYS)
        n = (guint) g_rand_int_range (random, 0, (gint32) n + 1);
    if (mode == TV_POWER_CUT_SOME_STAY || mode == TV_POWER_CUT_TORN)
        shuffle (ops, random);
    for (guint i = 0; i < n; i++) {
        if (mode == TV_POWER_CUT_TORN)
            apply_torn (file, ops->pdata[i], random);
        else if (mode != TV_POWER_CUT_SOME_STAY || g_rand_boolean (random))
            apply_whole (file, ops->pdata[i]);
    }
}

/* ---- names ----------------------------------------------------------------------------- */

static void
change_name (GHashTable *names, const NameOp *change)
{
    const TvTornOp *op = change->op;

    if (op->kind != TV_TORN_LINK)
        g_hash_table_remove (names, op->name);
    if (op->kind != TV_TORN_UNLINK)
        g_hash_table_replace (names, g_strdup (op->kind == TV_TORN_RENAME ? op->to : op->name),
                              ref_content (change->content));
}

static void
put_names_on_disk (Disk *disk, guint n)
{
    for (guint i = 0; i < n; i++)
        change_name (disk->on_disk, disk->names->pdata[i]);
    g_ptr_array_remove_range (disk->names, 0, n);
}

/* A file that is synced has its name on the disk, and all that happened to names before. */
static void
sync_name (Disk *disk, Content *content)
{
    for (guint i = disk->names->len; i > 0; i--) {
        const NameOp *change = g_ptr_array_index (disk->names, i - 1);

        if (change->op->kind == TV_TORN_LINK && change->content == content) {
            put_names_on_disk (disk, i);
            return;
        }
    }
}

static void
do_name_op (Disk *disk, const TvTornOp *op)
{
    NameOp *change;
    Content *content = g_hash_table_lookup (disk->now, op->name);

    if (!content && op->kind != TV_TORN_LINK)
        return;
    change = g_new0 (NameOp, 1);
    change->op = op;
    change->content = op->kind == TV_TORN_LINK ? new_content () : ref_content (content);
    change_name (disk->now, change);
    g_ptr_array_add (disk->names, change);
}

static void
do_op (Disk *disk, const TvTornOp *op)
{
    Content *content = g_hash_table_lookup (disk->now, op->name);

    switch (op->kind) {
    case TV_TORN_WRITE:
    case TV_TORN_TRUNCATE:
        g_assert (content);
        g_ptr_array_add (content->pending, (gpointer) op);
        break;
    case TV_TORN_SYNC:
        g_assert (content);
        apply_pending (content->synced, content->pending, TV_POWER_CUT_ALL_STAYS, disk->random);
        g_ptr_array_set_size (content->pending, 0);
        sync_name (disk, content);
        break;
    case TV_TORN_SYNC_FOLDER:
        put_names_on_disk (disk, disk->names->len);
        break;
    default:
        do_name_op (disk, op);
        break;
    }
}

/* ---- the disk -------------------------------------------------------------------------- */

static void
read_base (Disk *disk, const char *base)
{
    g_autoptr (GDir) dir = g_dir_open (base, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (base, name, NULL);
        Content *content = new_content ();
        char *bytes;
        gsize size;

        g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
        g_byte_array_append (content->synced, (guint8 *) bytes, (guint) size);
        g_free (bytes);
        g_hash_table_replace (disk->on_disk, g_strdup (name), ref_content (content));
        g_hash_table_replace (disk->now, g_strdup (name), content);
    }
}

static void
write_file (const char *folder, const char *name, const Content *content, TvPowerCutMode mode,
            GRand *random)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autoptr (GByteArray) bytes = g_byte_array_new ();

    g_byte_array_append (bytes, content->synced->data, content->synced->len);
    apply_pending (bytes, content->pending, mode, random);
    g_assert_true (
        g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
}

static void
write_disk (Disk *disk, TvPowerCutMode mode, const char *to)
{
    GHashTableIter iter;
    gpointer name, content;
    guint n = disk->names->len;

    if (mode == TV_POWER_CUT_NOTHING_STAYS)
        n = 0;
    else if (mode != TV_POWER_CUT_ALL_STAYS)
        n = (guint) g_rand_int_range (disk->random, 0, (gint32) n + 1);
    put_names_on_disk (disk, n);
    g_hash_table_iter_init (&iter, disk->on_disk);
    while (g_hash_table_iter_next (&iter, &name, &content))
        write_file (to, name, content, mode, disk->random);
}

guint
tv_power_cut_play (GPtrArray *ops, guint n_ops, TvPowerCutMode mode, GRand *random,
                   const char *base, const char *to)
{
    g_autoptr (GHashTable) now
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_content);
    g_autoptr (GHashTable) on_disk
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_content);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (free_name_op);
    Disk disk = { now, on_disk, names, random };
    guint n_marks = 0;

    read_base (&disk, base);
    for (guint i = 0; i < n_ops; i++) {
        const TvTornOp *op = g_ptr_array_index (ops, i);

        if (op->kind == TV_TORN_MARK)
            n_marks++;
        else
            do_op (&disk, op);
    }
    write_disk (&disk, mode, to);
    return n_marks;
}
