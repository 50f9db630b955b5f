/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long somebody waits for the measuring grid: for a class of 45 to stand there, and from a
 * typed cell to its class on the screen, without the wait for the screen's next turn. The yardstick
 * is one frame of a screen of 60 Hz. */

#include "tv-bench.h"

#include "base/tv-language.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "ui/measuring/tv-measuring-page-private.h"
#include "ui/shell/tv-application.h"
#include "ui/shell/tv-window.h"

#define N_CLASSES 4
#define N_CHILDREN 45
#define N_CELLS 40
#define FRAME_S (1 / 60.0)

typedef struct {
    gint64 class_ids[N_CLASSES];
    gint64 round_id;
    TvStore *store;
    TvWorkspace *workspace;
    TvWindow *window;
    TvMeasuringPage *page;
    guint n_frames;
    gint64 frame_begin; /* of the latest frame */
    double frame_s;
} Bench;

static gboolean
put_child (TvChange *change, gint64 class_id, gint64 year_id, gint64 round_id, int number,
           GError **error)
{
    g_autofree char *name = g_strdup_printf ("Nguyễn Gia Bảo %d", number);
    TvStudent student = { .name = name, .sex = number % 2 ? TV_SEX_MALE : TV_SEX_FEMALE };
    TvEnrolment enrolment = { .class_id = class_id,
                              .year_id = year_id,
                              .roll_number = number,
                              .status = TV_ENROLMENT_STUDYING,
                              .from = TV_DATE_NONE,
                              .until = TV_DATE_NONE };
    TvMeasurement last = { .round_id = round_id,
                           .position = TV_POSITION_STANDING,
                           .weight_g = 15000 + 20 * number,
                           .height_mm = 1000 + number };

    student.birth_date = tv_date_from_ymd (2022, 1, 1) + 3 * number;
    last.date = tv_date_from_ymd (2026, 9, 15);
    enrolment.student_id = last.student_id = tv_store_put_student (change, &student, error);
    return enrolment.student_id && tv_store_put_enrolment (change, &enrolment, error)
           && tv_store_put_measurement (change, &last, error);
}

static gint64
put_round (TvChange *change, gint64 year_id, const char *code, TvDate day, GError **error)
{
    TvRound round = { .year_id = year_id, .code = (char *) code, .name = (char *) code };

    round.first_day = day;
    round.last_day = day + 30;
    return tv_store_put_round (change, &round, error);
}

static gboolean
fill (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable, GError **error)
{
    Bench *bench = input;
    gint64 year_id = tv_store_ensure_year (change, 2026, error);
    gint64 old_round_id
        = put_round (change, year_id, "2026-1", tv_date_from_ymd (2026, 9, 10), error);

    bench->round_id = put_round (change, year_id, "2026-2", tv_date_from_ymd (2026, 11, 10), error);
    for (int i = 0; i < N_CLASSES; i++) {
        g_autofree char *name = g_strdup_printf ("Mẫu giáo bé C%d", i + 1);

        bench->class_ids[i] = tv_store_ensure_class (change, year_id, name, 3, error);
        for (int number = 1; number <= N_CHILDREN; number++) {
            if (!put_child (change, bench->class_ids[i], year_id, old_round_id, number, error))
                return FALSE;
        }
    }
    return TRUE;
}

static void
make_book (Bench *bench, const char *folder)
{
    const TvSchool values = { .name = "Mầm non", .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (TvSchool) school = tv_school_new (&values);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 20));
    g_autoptr (GError) error = NULL;

    bench->store = tv_store_create_seeded (folder, school, clock, 1, &error);
    g_assert_no_error (error);
    tv_store_write (bench->store, "bench", fill, bench, NULL, &error);
    g_assert_no_error (error);
}

static void
begun_cb (Bench *bench)
{
    bench->frame_begin = g_get_monotonic_time ();
}

static void
painted_cb (Bench *bench)
{
    bench->n_frames++;
    bench->frame_s = (double) (g_get_monotonic_time () - bench->frame_begin) / G_USEC_PER_SEC;
}

static void
wait_for_frame (Bench *bench)
{
    guint n_frames = bench->n_frames;

    while (bench->n_frames == n_frames)
        g_main_context_iteration (NULL, TRUE);
}

/* The first page has its figures to fetch; they are not what is measured. */
static void
come_to_rest (Bench *bench)
{
    for (int i = 0; i < 40; i++) {
        gtk_widget_queue_draw (GTK_WIDGET (bench->window));
        wait_for_frame (bench);
    }
}

static gboolean
shows_class (Bench *bench, gint64 class_id)
{
    return bench->page->sheet && bench->page->sheet->class_->id == class_id
           && tv_measuring_grid_n_lines (bench->page->grid) == N_CHILDREN
           && bench->page->n_saving == 0;
}

/* From choosing the class to the frame that shows it; the first time the page is made, too. */
static double
open_class (Bench *bench, gint64 class_id)
{
    gint64 begin = g_get_monotonic_time ();

    if (!bench->page)
        bench->page = TV_MEASURING_PAGE (tv_window_show_page (bench->window, "measuring"));
    tv_page_show_class (TV_PAGE (bench->page), class_id);
    while (!shows_class (bench, class_id))
        g_main_context_iteration (NULL, TRUE);
    gtk_widget_queue_draw (GTK_WIDGET (bench->page));
    wait_for_frame (bench);
    return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

/* From leaving the cell to the frame that shows the class of the child. */
static double
type_cell (Bench *bench, guint index)
{
    TvMeasuringLine *line = tv_measuring_grid_get_line (bench->page->grid, index);
    g_autofree char *text = g_strdup_printf ("15,%u", 100 + index);
    gint64 begin;
    double commit_s;

    tv_measuring_grid_focus (bench->page->grid, line, TV_QUANTITY_WEIGHT);
    gtk_editable_set_text (GTK_EDITABLE (tv_measuring_line_get_cell (line, TV_QUANTITY_WEIGHT)),
                           text);
    wait_for_frame (bench);
    begin = g_get_monotonic_time ();
    tv_measuring_grid_commit (bench->page->grid);
    commit_s = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
    g_assert_cmpstr (tv_measuring_line_get_finding (line)->words, !=, "");
    wait_for_frame (bench);
    return commit_s + bench->frame_s;
}

static double
median (double *values, guint n_values)
{
    for (guint i = 1; i < n_values; i++) {
        for (guint j = i; j > 0 && values[j - 1] > values[j]; j--) {
            double other = values[j];

            values[j] = values[j - 1];
            values[j - 1] = other;
        }
    }
    return values[n_values / 2];
}

static void
measure (Bench *bench)
{
    double first_s, openings_s[N_CLASSES - 1], cells_s[N_CELLS];

    come_to_rest (bench);
    first_s = open_class (bench, bench->class_ids[0]);
    for (guint i = 1; i < N_CLASSES; i++)
        openings_s[i - 1] = open_class (bench, bench->class_ids[i]);
    for (guint i = 0; i < N_CELLS; i++)
        cells_s[i] = type_cell (bench, i);
    tv_bench_print ("first class of 45 in the grid / frame of 16.7 ms", first_s, FRAME_S,
                    TV_BENCH_AT_MOST, 6);
    tv_bench_print ("next class of 45 in the grid / frame of 16.7 ms",
                    median (openings_s, N_CLASSES - 1), FRAME_S, TV_BENCH_AT_MOST, 6);
    tv_bench_print ("cell typed to class shown / frame of 16.7 ms", median (cells_s, N_CELLS),
                    FRAME_S, TV_BENCH_AT_MOST, 1);
}

static void
open_window (Bench *bench, GtkApplication *application)
{
    GdkFrameClock *clock;

    bench->workspace = tv_workspace_new ();
    bench->window = TV_WINDOW (tv_window_new (application, bench->workspace));
    gtk_window_set_default_size (GTK_WINDOW (bench->window), 1366, 768);
    tv_workspace_set_store (bench->workspace, bench->store);
    gtk_window_present (GTK_WINDOW (bench->window));
    while (!tv_window_get_page_code (bench->window))
        g_main_context_iteration (NULL, TRUE);
    clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
    g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (begun_cb), bench);
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), bench);
}

int
main (int argc, char **argv)
{
    g_autoptr (TvApplication) application = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tv-grid-XXXXXX", &error);
    Bench bench = { 0 };

    gtk_disable_setlocale ();
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    gtk_init ();
    application = tv_application_new ();
    g_application_register (G_APPLICATION (application), NULL, &error);
    g_assert_no_error (error);
    make_book (&bench, folder);
    open_window (&bench, GTK_APPLICATION (application));
    measure (&bench);
    gtk_window_destroy (GTK_WINDOW (bench.window));
    g_clear_object (&bench.workspace);
    tv_store_close (bench.store);
    g_clear_object (&bench.store);
    tv_bench_remove_folder (folder);
    return 0;
}
