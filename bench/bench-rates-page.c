/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long somebody waits at the rates page of a school of 3,000 children with 30 rounds: from each
 * choice to the end of the frame that shows the new figures. The yardstick is one frame of a screen
 * of 60 Hz. Each choice is made several times and its best time counts, so that what else the
 * machine does stays out; of all choices of a kind the worst is told. The name of a part as
 * argument tells every choice in that part, and where its time went. */

#include "tv-bench-book.h"
#include "tv-bench.h"

#include "base/tv-language.h"
#include "ui/rates/tv-rates-page.h"
#include "ui/shell/tv-application.h"
#include "ui/shell/tv-window.h"
#include "ui/widgets/tv-figure-table.h"

#include <glib/gi18n.h>
#include <time.h>

#define N_STUDENTS 3000
#define N_ROUNDS 30
#define N_TIMES 3
#define MAX_CHOICES 5 /* of which there may be a hundred */
#define N_ROUNDS_CHOSEN 6
#define FRAME_S (1 / 60.0)
/* Nothing to show: as quality has no indicator. */
#define GIVEN_UP (-1.0)
#define WAIT_S 1.0

typedef struct {
    TvStore *store;
    TvWorkspace *workspace;
    TvWindow *window;
    GtkWidget *page;
    GtkStack *stack;  /* of the parts */
    const char *only; /* (nullable): the part that is measured, choice by choice */
    gint64 painted_at;
    /* Where the time goes, in the processor time of this thread. */
    gint64 changed_cpu;
    gint64 chosen_cpu;
    gint64 begun_cpu; /* the last frame */
    gint64 laid_out_cpu;
    gint64 painted_cpu;
    guint n_frames;
    guint n_frames_waited;
    char *phases;        /* of the last change: where its time went */
    double first_look_s; /* the worst of each kind */
    double section_s;
    double population_s;
    double indicator_s;
    double split_s;
    double interval_s;
    double inner_s; /* choices within a section */
    double round_s;
} Bench;

typedef void (*Change) (Bench *bench, gpointer what, guint value);

static gint64
read_cpu_time (void)
{
    struct timespec time;

    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
    return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
begun_cb (Bench *bench)
{
    bench->begun_cpu = read_cpu_time ();
}

static void
laid_out_cb (Bench *bench)
{
    bench->laid_out_cpu = read_cpu_time ();
}

static void
painted_cb (Bench *bench)
{
    bench->painted_at = g_get_monotonic_time ();
    bench->painted_cpu = read_cpu_time ();
    bench->n_frames++;
}

static guint
hash_table_words (TvFigureTable *table)
{
    guint hash = tv_figure_table_get_n_rows (table);

    for (guint row = 0; row < tv_figure_table_get_n_rows (table); row++) {
        for (guint column = 0; column < tv_figure_table_get_n_columns (table); column++)
            hash = hash * 33 + g_str_hash (tv_figure_table_get_text (table, row, column));
    }
    return hash;
}

/* All words; figures among them. */
static guint
hash_words (GtkWidget *widget)
{
    guint hash = 5381;

    if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
        return 0;
    if (TV_IS_FIGURE_TABLE (widget))
        return hash_table_words (TV_FIGURE_TABLE (widget));
    if (GTK_IS_LABEL (widget))
        return g_str_hash (gtk_label_get_text (GTK_LABEL (widget)));
    if (GTK_IS_INSCRIPTION (widget) && gtk_inscription_get_text (GTK_INSCRIPTION (widget)))
        return g_str_hash (gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child))
        hash = hash * 33 + hash_words (child);
    return hash;
}

static gboolean
wake_cb (gpointer data)
{
    return G_SOURCE_CONTINUE;
}

static void
come_to_rest (Bench *bench)
{
    gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 25;

    while (g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, TRUE);
}

static double
to_ms (gint64 from, gint64 to)
{
    return (double) (to - from) / 1000;
}

static void
tell_phases (Bench *bench)
{
    g_free (bench->phases);
    bench->phases = g_strdup_printf (
        "of processor: choice %.1f, until frame %u %.1f, layout %.1f, painting %.1f",
        to_ms (bench->changed_cpu, bench->chosen_cpu), bench->n_frames_waited,
        to_ms (bench->chosen_cpu, bench->begun_cpu), to_ms (bench->begun_cpu, bench->laid_out_cpu),
        to_ms (bench->laid_out_cpu, bench->painted_cpu));
}

/* From the change to the end of the first frame with other words. */
static double
time_change (Bench *bench, Change change, gpointer what, guint value)
{
    guint before, n_frames;
    gint64 begin, deadline;

    come_to_rest (bench);
    before = hash_words (GTK_WIDGET (bench->stack));
    n_frames = bench->n_frames;
    begin = g_get_monotonic_time ();
    deadline = begin + (gint64) (WAIT_S * G_USEC_PER_SEC);
    bench->changed_cpu = read_cpu_time ();
    change (bench, what, value);
    bench->chosen_cpu = read_cpu_time ();
    bench->n_frames_waited = 0;
    while (g_get_monotonic_time () < deadline) {
        g_main_context_iteration (NULL, TRUE);
        if (bench->n_frames == n_frames)
            continue;
        n_frames = bench->n_frames;
        bench->n_frames_waited++;
        if (hash_words (GTK_WIDGET (bench->stack)) == before)
            continue;
        tell_phases (bench);
        return (double) (bench->painted_at - begin) / G_USEC_PER_SEC;
    }
    return GIVEN_UP;
}

static void
choose_in_drop_down (Bench *bench, gpointer drop_down, guint value)
{
    gtk_drop_down_set_selected (drop_down, value);
}

static void
choose_round (Bench *bench, gpointer rounds, guint value)
{
    tv_workspace_set_round (bench->workspace, g_ptr_array_index ((GPtrArray *) rounds, value));
}

static void
choose_interval (Bench *bench, gpointer check, guint value)
{
    gtk_check_button_set_active (check, value == 1);
}

static void
choose_section (Bench *bench, gpointer stack, guint value)
{
    GtkSelectionModel *pages = gtk_stack_get_pages (stack);

    gtk_selection_model_select_item (pages, value, TRUE);
    g_object_unref (pages);
}

/* Lets what was chosen be read in full. */
static void
no_change (Bench *bench, gpointer what, guint value)
{
}

/* Goes round all values several times; ends at the last one. */
static void
time_choices (Bench *bench, const char *name, Change change, gpointer what, guint n_values,
              double *worst_s)
{
    g_autofree double *best_s = g_new (double, MAX (n_values, 1));
    g_auto (GStrv) phases = g_new0 (char *, n_values + 1);

    for (guint i = 0; i < n_values; i++)
        best_s[i] = G_MAXDOUBLE;
    for (guint n = 0; n < N_TIMES; n++) {
        for (guint i = 0; i < n_values; i++) {
            double seconds;

            /* What is chosen already shows nothing new the first time. */
            if (n > 1 && best_s[i] == G_MAXDOUBLE)
                continue;
            seconds = time_change (bench, change, what, i);
            if (seconds == GIVEN_UP || seconds > best_s[i])
                continue;
            best_s[i] = seconds;
            g_free (phases[i]);
            phases[i] = g_strdup (bench->phases);
        }
    }
    for (guint i = 0; i < n_values; i++) {
        if (best_s[i] < G_MAXDOUBLE)
            *worst_s = MAX (*worst_s, best_s[i]);
        if (best_s[i] < G_MAXDOUBLE && bench->only)
            g_printerr ("%s %u: %.1f ms (%s)\n", name, i, 1000 * best_s[i], phases[i]);
    }
}

static gpointer
page_child (Bench *bench, const char *name)
{
    GObject *child = gtk_widget_get_template_child (bench->page, TV_TYPE_RATES_PAGE, name);

    g_assert_nonnull (child);
    return child;
}

static void
time_drop_down (Bench *bench, GtkDropDown *drop_down, const char *name, double *worst_s)
{
    guint selected = gtk_drop_down_get_selected (drop_down);
    guint n_items = g_list_model_get_n_items (gtk_drop_down_get_model (drop_down));

    time_choices (bench, name, choose_in_drop_down, drop_down, MIN (n_items, MAX_CHOICES), worst_s);
    gtk_drop_down_set_selected (drop_down, selected);
}

/* The choices that a section has of its own. */
static void
time_inner_choices (Bench *bench, GtkWidget *widget, const char *name)
{
    if (GTK_IS_DROP_DOWN (widget)) {
        time_drop_down (bench, GTK_DROP_DOWN (widget), name, &bench->inner_s);
        return;
    }
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child))
        time_inner_choices (bench, child, name);
}

static void
time_section (Bench *bench, GtkStack *stack)
{
    const char *name = gtk_stack_get_visible_child_name (stack);

    if (bench->only)
        g_printerr ("-- %s\n", name);
    time_drop_down (bench, page_child (bench, "indicator_drop_down"), "indicator",
                    &bench->indicator_s);
    time_drop_down (bench, page_child (bench, "split_drop_down"), "split", &bench->split_s);
    time_drop_down (bench, page_child (bench, "population_drop_down"), "population",
                    &bench->population_s);
    time_choices (bench, "interval", choose_interval, page_child (bench, "logit_check"), 2,
                  &bench->interval_s);
    time_inner_choices (bench, gtk_stack_get_visible_child (stack), "inner");
}

static GPtrArray *
list_last_rounds (Bench *bench)
{
    TvBookCover *cover = tv_workspace_get_cover (bench->workspace);
    TvSchoolYear *year = tv_workspace_get_year (bench->workspace);
    GPtrArray *rounds = g_ptr_array_new ();

    for (guint i = 0; i < cover->rounds->len && rounds->len < N_ROUNDS_CHOSEN; i++) {
        TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (round->year_id == year->id && round->kind == TV_ROUND_REGULAR)
            g_ptr_array_add (rounds, round);
    }
    return rounds;
}

static void
measure_section (Bench *bench, GPtrArray *rounds, guint section)
{
    g_autoptr (TvRound) round = NULL;

    choose_section (bench, bench->stack, section);
    come_to_rest (bench);
    if (bench->only && !g_str_equal (gtk_stack_get_visible_child_name (bench->stack), bench->only))
        return;
    time_section (bench, bench->stack);
    round = tv_round_ref (tv_workspace_get_round (bench->workspace));
    time_choices (bench, "round", choose_round, rounds, rounds->len, &bench->round_s);
    tv_workspace_set_round (bench->workspace, round);
    time_change (bench, no_change, NULL, 0);
}

static void
measure (Bench *bench)
{
    g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (bench->stack);
    g_autoptr (GPtrArray) rounds = list_last_rounds (bench);
    guint n_sections = g_list_model_get_n_items (G_LIST_MODEL (pages));

    for (guint i = 1; i < n_sections; i++) {
        double seconds = time_change (bench, choose_section, bench->stack, i);

        bench->first_look_s = MAX (bench->first_look_s, seconds);
        if (bench->only)
            g_printerr ("first look at %u: %.1f ms (%s)\n", i, 1000 * seconds, bench->phases);
    }
    time_choices (bench, "section", choose_section, bench->stack, n_sections, &bench->section_s);
    for (guint i = 0; i < n_sections; i++)
        measure_section (bench, rounds, i);
}

static void
print (const char *what, double seconds)
{
    g_autofree char *words = g_strdup_printf ("rates page: %s / frame of 16.7 ms", what);

    tv_bench_print (words, seconds, FRAME_S, TV_BENCH_AT_MOST, 2);
}

static void
print_all (const Bench *bench)
{
    print ("first look at a part", bench->first_look_s);
    print ("another part", bench->section_s);
    print ("another indicator", bench->indicator_s);
    print ("another split", bench->split_s);
    print ("another population", bench->population_s);
    print ("another interval", bench->interval_s);
    print ("a choice within a part", bench->inner_s);
    print ("another round", bench->round_s);
}

/* Whoever comes to the clock last is called when the window is done. */
static void
clock_frames (Bench *bench)
{
    GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));

    g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (begun_cb), bench);
    g_signal_connect_swapped (clock, "layout", G_CALLBACK (laid_out_cb), bench);
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), bench);
}

static void
open_page (Bench *bench, GtkApplication *application, const char *folder)
{
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    g_autoptr (GError) error = NULL;

    bench->store = tv_store_open (folder, clock, &error);
    g_assert_no_error (error);
    bench->workspace = tv_workspace_new ();
    bench->window = TV_WINDOW (tv_window_new (application, bench->workspace));
    gtk_window_set_default_size (GTK_WINDOW (bench->window), 1366, 768);
    tv_workspace_set_store (bench->workspace, bench->store);
    gtk_window_present (GTK_WINDOW (bench->window));
    while (!tv_window_get_page_code (bench->window))
        g_main_context_iteration (NULL, TRUE);
    clock_frames (bench);
    bench->page = GTK_WIDGET (tv_window_show_page (bench->window, "rates"));
    bench->stack = page_child (bench, "section_stack");
    g_timeout_add (5, wake_cb, NULL);
    /* The history is read behind the page; its figures are what is measured, not the reading. */
    for (int i = 0; i < 150; i++)
        come_to_rest (bench);
}

int
main (int argc, char **argv)
{
    g_autoptr (TvApplication) application = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *parent = g_dir_make_tmp ("tv-rates-page-XXXXXX", &error);
    g_autofree char *folder = g_build_filename (parent, "book", NULL);
    Bench bench = { .only = argc > 1 ? argv[1] : NULL };

    gtk_disable_setlocale ();
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    gtk_init ();
    application = tv_application_new ();
    g_application_register (G_APPLICATION (application), NULL, &error);
    g_assert_no_error (error);
    tv_bench_make_book (folder, N_STUDENTS, N_ROUNDS);
    open_page (&bench, GTK_APPLICATION (application), folder);
    measure (&bench);
    print_all (&bench);
    gtk_window_destroy (GTK_WINDOW (bench.window));
    g_clear_object (&bench.workspace);
    tv_store_close (bench.store);
    g_clear_object (&bench.store);
    g_free (bench.phases);
    tv_bench_remove_folder (parent);
    return 0;
}
