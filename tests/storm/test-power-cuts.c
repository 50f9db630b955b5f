/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A kill is no power cut: what a program wrote is still written. Here everything that was not
 * synced is dropped, put in another order or torn, and then the book is opened as any other day. */

#include "tv-power-cut.h"
#include "tv-storm-book.h"
#include "tv-storm-scale.h"
#include "tv-storm-work.h"
#include "tv-torn-vfs.h"

static void
report_cb (gboolean is_done, gpointer data)
{
    if (is_done)
        tv_torn_vfs_mark ();
}

/* The whole work, and all it did to the disk. */
static GPtrArray *
note_work (const TvStormWork *work, const char *base)
{
    g_autofree char *folder = tv_storm_folder_new ();
    g_autoptr (GError) error = NULL;
    GPtrArray *ops;
    gboolean is_good;

    tv_storm_folder_copy (base, folder);
    tv_torn_vfs_begin (folder);
    is_good = work->run (folder, report_cb, NULL, &error);
    ops = tv_torn_vfs_end ();
    g_assert_no_error (error);
    g_assert_true (is_good);
    tv_storm_folder_remove (folder);
    return ops;
}

static void
cut (const TvStormWork *work, GPtrArray *ops, guint n_ops, TvPowerCutMode mode, GRand *random,
     const char *base)
{
    g_autofree char *folder = tv_storm_folder_new ();
    guint n_done = tv_power_cut_play (ops, n_ops, mode, random, base, folder);
    g_autofree char *trouble = tv_storm_work_look (work, folder, n_done);

    if (trouble)
        g_test_fail_printf ("power cut after %u of %u steps, mode %d: %s", n_ops, ops->len, mode,
                            trouble);
    tv_storm_folder_remove (folder);
}

static void
test_power_cuts (gconstpointer data)
{
    const TvStormWork *work = data;
    g_autoptr (GRand) random = tv_storm_random ();
    g_autofree char *base = tv_storm_folder_new ();
    g_autoptr (GPtrArray) ops = NULL;
    guint n_of_kind[TV_TORN_N_KINDS] = { 0 };
    guint n_cuts;

    work->prepare (base);
    ops = note_work (work, base);
    for (guint i = 0; i < ops->len; i++)
        n_of_kind[((TvTornOp *) ops->pdata[i])->kind]++;
    g_assert_cmpuint (n_of_kind[TV_TORN_WRITE], >, 10);
    g_assert_cmpuint (n_of_kind[TV_TORN_SYNC], >, 1);
    g_assert_cmpuint (n_of_kind[TV_TORN_MARK], >, 0);
    n_cuts = tv_storm_scale (40, 5 * (ops->len + 1));
    for (guint i = 0; i < n_cuts; i++)
        cut (work, ops, (guint) ((guint64) i * (ops->len + 1) / n_cuts), i % TV_POWER_CUT_N_MODES,
             random, base);
    tv_storm_tell ("%s: %u power cuts in %u steps (%u writes, %u syncs, %u pieces of work), none "
                   "lost",
                   work->name, n_cuts, ops->len, n_of_kind[TV_TORN_WRITE], n_of_kind[TV_TORN_SYNC],
                   n_of_kind[TV_TORN_MARK]);
    tv_storm_folder_remove (base);
}

int
main (int argc, char **argv)
{
    const TvStormWork *works;
    guint n_works;

    g_test_init (&argc, &argv, NULL);
    works = tv_storm_work_list (&n_works);
    for (guint i = 0; i < n_works; i++) {
        g_autofree char *path = g_strconcat ("/storm/power-cuts/", works[i].name, NULL);

        g_test_add_data_func (path, &works[i], test_power_cuts);
    }
    return g_test_run ();
}
