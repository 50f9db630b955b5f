/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a reader without libFuzzer: over every kept input, then over inputs made of those by a
 * generator with a fixed seed, so that each run is the same. The number of made inputs is the
 * second argument, the folder with the kept ones the first. Every input is copied to a block of
 * just its size, where a sanitizer sees a step past its end. */

#include "fuzz-entry.h"

#include <stdlib.h>
#include <string.h>

#define MAX_INPUT_BYTES (256 * 1024)
#define MAX_CHANGES 6

static guint n_made_wanted;

static void
run_one (const uint8_t *data, size_t size)
{
    g_autofree uint8_t *copy = size > 0 ? g_memdup2 (data, size) : g_malloc (1);

    g_assert_cmpint (LLVMFuzzerTestOneInput (copy, size), ==, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The kept inputs by the order of their names, whatever order the folder has. */
static GPtrArray *
load_corpus (const char *folder)
{
    GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
    const char *name;

    g_assert_no_error (error);
    while ((name = g_dir_read_name (dir)))
        g_ptr_array_add (names, g_strdup (name));
    g_ptr_array_sort (names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
        char *data;
        gsize size;

        g_file_get_contents (path, &data, &size, &error);
        g_assert_no_error (error);
        g_ptr_array_add (inputs, g_bytes_new_take (data, size));
    }
    return inputs;
}

static guint
below (GRand *random, gsize limit)
{
    return limit == 0 ? 0 : (guint) g_rand_int_range (random, 0, (gint32) MIN (limit, G_MAXINT32));
}

static void
insert_at (GByteArray *bytes, guint at, const guint8 *data, guint size)
{
    guint n_behind = bytes->len - at;

    g_byte_array_set_size (bytes, bytes->len + size);
    memmove (bytes->data + at + size, bytes->data + at, n_behind);
    memcpy (bytes->data + at, data, size);
}

/* A piece of another kept input, put somewhere into this one. */
static void
splice (GByteArray *bytes, GRand *random, GPtrArray *inputs)
{
    gsize size;
    const guint8 *other = g_bytes_get_data (inputs->pdata[below (random, inputs->len)], &size);
    guint from = below (random, size);
    guint n = size == 0 ? 0 : 1 + below (random, MIN (size - from, 400));

    n = MIN (n, (guint) size - from);
    if (n > 0)
        insert_at (bytes, below (random, bytes->len + 1), other + from, n);
}

static void
change_byte (GByteArray *bytes, GRand *random)
{
    static const guint8 interesting[] = { 0, 1, 0x7f, 0x80, 0xff, '"', '<', '\n', ';', '&' };
    guint8 *byte = &bytes->data[below (random, bytes->len)];

    switch (below (random, 3)) {
    case 0:
        *byte ^= (guint8) (1u << below (random, 8));
        break;
    case 1:
        *byte = interesting[below (random, G_N_ELEMENTS (interesting))];
        break;
    default:
        *byte = (guint8) g_rand_int (random);
    }
}

/* Repeats or takes out a run of bytes. */
static void
change_run (GByteArray *bytes, GRand *random, gboolean is_repeated)
{
    guint from = below (random, bytes->len);
    guint n = 1 + below (random, MIN (bytes->len - from, 200));
    g_autofree guint8 *run = NULL;

    n = MIN (n, bytes->len - from);
    if (!is_repeated) {
        g_byte_array_remove_range (bytes, from, n);
        return;
    }
    run = g_memdup2 (bytes->data + from, n);
    insert_at (bytes, from, run, n);
}

static void
change (GByteArray *bytes, GRand *random, GPtrArray *inputs)
{
    guint kind = bytes->len == 0 ? 5 : below (random, 8);

    if (bytes->len > MAX_INPUT_BYTES)
        g_byte_array_set_size (bytes, MAX_INPUT_BYTES);
    if (kind < 3)
        change_byte (bytes, random);
    else if (kind < 5)
        change_run (bytes, random, kind == 3);
    else if (kind < 7)
        splice (bytes, random, inputs);
    else
        g_byte_array_set_size (bytes, below (random, bytes->len));
}

static void
test_corpus (gconstpointer inputs)
{
    const GPtrArray *kept = inputs;

    g_assert_cmpuint (kept->len, >, 0);
    run_one (NULL, 0);
    for (guint i = 0; i < kept->len; i++) {
        gsize size;
        const guint8 *data = g_bytes_get_data (kept->pdata[i], &size);

        run_one (data, size);
    }
    g_test_message ("%u kept inputs", kept->len);
}

static void
test_made (gconstpointer inputs)
{
    GPtrArray *kept = (GPtrArray *) inputs;
    g_autoptr (GRand) random = g_rand_new_with_seed (20260901);

    for (guint i = 0; i < n_made_wanted; i++) {
        gsize size;
        const guint8 *data = g_bytes_get_data (kept->pdata[below (random, kept->len)], &size);
        g_autoptr (GByteArray) bytes = g_byte_array_new ();
        guint n_changes = 1 + below (random, MAX_CHANGES);

        g_byte_array_append (bytes, data, (guint) size);
        for (guint j = 0; j < n_changes; j++)
            change (bytes, random, kept);
        run_one (bytes->data, bytes->len);
    }
    g_test_message ("%u made inputs", n_made_wanted);
}

int
main (int argc, char **argv)
{
    g_autoptr (GPtrArray) inputs = NULL;

    g_test_init (&argc, &argv, NULL);
    g_assert_cmpint (argc, ==, 3);
    inputs = load_corpus (argv[1]);
    n_made_wanted = (guint) g_ascii_strtoull (argv[2], NULL, 10);
    LLVMFuzzerInitialize (&argc, &argv);
    g_test_add_data_func ("/fuzz/kept", inputs, test_corpus);
    g_test_add_data_func ("/fuzz/made", inputs, test_made);
    return g_test_run ();
}
