/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an explanation says of a child's measurement and of a rate; and that the numbers of a rate,
 * put through the formulas that stand there, give the ends of its interval. */

#include "base/tv-language.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-explain.h"
#include "workflows/tv-rates-explain.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static char *
explain (TvDate birth_date, const TvMeasurement *values)
{
    TvStudent student_values
        = { .name = (char *) "Bảo", .sex = TV_SEX_MALE, .birth_date = birth_date };
    g_autoptr (TvStudent) student = tv_student_new (&student_values);
    g_autoptr (TvMeasurement) measurement = tv_measurement_new (values);

    return tv_explain_measurement (student, measurement);
}

static void
assert_holds (const char *text, const char *part)
{
    g_test_message ("%s in %s", part, text);
    g_assert_nonnull (strstr (text, part));
}

static void
test_inputs (void)
{
    TvMeasurement values = { .date = tv_date_from_ymd (2026, 9, 10),
                             .position = TV_POSITION_STANDING,
                             .weight_g = 13250,
                             .height_mm = 945 };
    g_autofree char *text = explain (tv_date_from_ymd (2022, 9, 10), &values);

    g_assert_true (g_str_has_prefix (text, "Bảo, Boy, born 10/09/2022\n"
                                           "Measured on 10/09/2026, 4 years old\n"
                                           "In words: stunted\n"
                                           "\n"
                                           "What it is worked out from\n"));
    assert_holds (text, "  Age: from 10/09/2022 to 10/09/2026 it is 1461 days; 1461 / 30.4375 = "
                        "48.000000 months.\n"
                        "  Weight: 13.25 kg.\n"
                        "  Height: 94.5 cm, measured standing.\n"
                        "  Oedema: none written down.\n"
                        "  To day 1826 the WHO Child Growth Standards 2006 answer;");
    assert_holds (text, "\nheight for age: z = −2.10\n  Stunted: ");
    assert_holds (text, "\nSources\n  WHO Child Growth Standards: Methods and development.");
}

static void
test_missing (void)
{
    TvMeasurement values = { .date = tv_date_from_ymd (2026, 9, 10), .weight_g = 30000 };
    g_autofree char *no_height = explain (tv_date_from_ymd (2019, 9, 10), &values);
    g_autofree char *no_birth_date = explain (TV_DATE_NONE, &values);
    g_autofree char *before_birth = NULL, *unknown_position = NULL, *oedema = NULL;

    assert_holds (no_height, "  Height: not measured.\n");
    assert_holds (no_height, "  From day 1827 (60 months) on the WHO Growth Reference 2007");
    assert_holds (no_height, "height for age: no z-score\n  The height has not been measured.\n");
    assert_holds (no_height, "\nSources\n  WHO Growth Reference 2007: M. de Onis");
    assert_holds (no_birth_date, "Bảo, Boy, birth date not known\nMeasured on 10/09/2026\n");
    assert_holds (no_birth_date, "weight for age: no z-score\n  The child's birth date is not");
    assert_holds (no_birth_date, "Without a birth date there is only weight for height");
    g_assert_null (strstr (no_birth_date, "Age: "));
    before_birth = explain (tv_date_from_ymd (2026, 9, 11), &values);
    assert_holds (before_birth, "The measuring date lies before the birth date");
    values.height_mm = 1210;
    unknown_position = explain (tv_date_from_ymd (2019, 9, 10), &values);
    assert_holds (unknown_position, "121 cm; whether lying or standing is not written down");
    values.has_oedema = TRUE;
    values.height_mm = 960;
    oedema = explain (tv_date_from_ymd (2023, 9, 10), &values);
    assert_holds (oedema, "Oedema: yes.");
    assert_holds (oedema, "In words: severely wasted");
    assert_holds (oedema, "counts as z = −3.1");
}

/* 94.9 cm on the last day of the 48th month: by the day stunted, by the month before not. */
static void
test_completed_months (void)
{
    TvMeasurement values = { .date = tv_date_from_ymd (2026, 9, 9),
                             .position = TV_POSITION_STANDING,
                             .weight_g = 14000,
                             .height_mm = 948 };
    g_autofree char *differs = explain (tv_date_from_ymd (2022, 9, 10), &values);
    g_autofree char *same = NULL;

    assert_holds (differs, "height for age: z = −2.0");
    assert_holds (differs, "Read at 47 completed months, as charts on paper are, z would be −1.9");
    assert_holds (differs, ": normal. The exact day is what counts here.");
    values.height_mm = 1000;
    same = explain (tv_date_from_ymd (2022, 9, 10), &values);
    g_assert_null (strstr (same, "completed"));
}

typedef struct {
    char *folder;
    TvClock *clock;
    TvStore *store;
} Book;

static void
set_up (Book *book, gconstpointer level)
{
    TvDemoOptions options
        = { .n_students = 130, .seed = 5, .level = (TvLevel) GPOINTER_TO_INT (level) };
    g_autoptr (GError) error = NULL;

    book->folder = g_dir_make_tmp ("tv-explain-XXXXXX", NULL);
    book->clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 20));
    book->store = tv_demo_create (book->folder, &options, book->clock, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
}

static void
tear_down (Book *book, gconstpointer level)
{
    g_autoptr (GDir) files = NULL;
    const char *name;

    tv_store_close (book->store);
    g_clear_object (&book->store);
    tv_clock_unref (book->clock);
    files = g_dir_open (book->folder, 0, NULL);
    while ((name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (book->folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (book->folder);
    g_free (book->folder);
}

/* A line as a calculator takes it: plain signs, no brackets. */
static char *
simplify (const char *sentence)
{
    static const char *const replaced[][2]
        = { { "−", "-" }, { "×", "*" }, { "√", "" }, { "²", "" }, { "(", "" }, { ")", "" } };
    g_autoptr (GString) text = g_string_new (sentence);

    for (guint i = 0; i < G_N_ELEMENTS (replaced); i++)
        g_string_replace (text, replaced[i][0], replaced[i][1], 0);
    return g_strdup (text->str);
}

/* What the numbers of an explanation give. */
typedef struct {
    guint n_shares;
    guint n_centres;
    guint n_halves;
    guint n_ends;
    double centre;
    double half;
} Worked;

static void
work_out_wilson (Worked *worked, const char *line)
{
    double p, z, z2, z2_again, rest, shown;
    guint n, n_again, n_third;

    if (sscanf (line, "  Centre: p + z / 2n / 1 + z / n = %lf + %lf / 2 * %u / 1 + %lf / %u = %lf",
                &p, &z2, &n, &z2_again, &n_again, &shown)
        == 6) {
        worked->centre = (p + z2 / (2.0 * n)) / (1 + z2 / n);
        g_assert_cmpfloat_with_epsilon (worked->centre, shown, 2e-6);
        worked->n_centres++;
    } else if (sscanf (line,
                       "  Half width: z * p 1 - p / n + z / 4n / 1 + z / n = %lf * %lf * %lf / %u "
                       "+ %lf / 4 * %u / 1 + %lf / %u = %lf",
                       &z, &p, &rest, &n, &z2, &n_again, &z2_again, &n_third, &shown)
               == 9) {
        worked->half = z * sqrt (p * rest / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
        g_assert_cmpfloat_with_epsilon (worked->half, shown, 2e-6);
        worked->n_halves++;
    }
}

static void
work_out_logit (Worked *worked, const char *line)
{
    double p, rest, t, shown;
    guint sample, degrees, n;

    if (sscanf (line, "  Centre: g = lnp / 1 - p = ln%lf / %lf = %lf", &p, &rest, &shown) == 3) {
        worked->centre = log (p / rest);
        g_assert_cmpfloat_with_epsilon (worked->centre, shown, 2e-4);
        worked->n_centres++;
    } else if (sscanf (line,
                       "  Half width: h = t * N / N - 1 * n * p * 1 - p = %lf * %u / %u * %u * "
                       "%lf * %lf = %lf",
                       &t, &sample, &degrees, &n, &p, &rest, &shown)
               == 7) {
        worked->half = t * sqrt (sample / ((double) degrees * n * p * rest));
        g_assert_cmpfloat_with_epsilon (worked->half, shown, 2e-4);
        worked->n_halves++;
    }
}

static void
work_out_line (Worked *worked, const char *sentence, const TvRateLine *line, TvIntervalKind kind)
{
    g_autofree char *text = simplify (sentence);
    guint n_cases, n;
    double share;

    if (sscanf (text, "  p = %u / %u = %lf", &n_cases, &n, &share) == 3) {
        g_assert_cmpuint (n_cases, ==, line->rate.n_cases);
        g_assert_cmpuint (n, ==, line->rate.n);
        g_assert_cmpfloat_with_epsilon ((double) n_cases / n, share, 1e-6);
        worked->n_shares++;
    }
    if (kind == TV_INTERVAL_WILSON)
        work_out_wilson (worked, text);
    else
        work_out_logit (worked, text);
    worked->n_ends += g_str_has_prefix (text, "  Ends: ");
}

static void
assert_interval (const Worked *worked, const TvRateLine *line, TvIntervalKind kind)
{
    double lower = worked->centre - worked->half, upper = worked->centre + worked->half;

    g_assert_cmpuint (worked->n_centres, ==, 1);
    g_assert_cmpuint (worked->n_halves, ==, 1);
    g_assert_cmpuint (worked->n_ends, ==, 1);
    if (kind == TV_INTERVAL_LOGIT) {
        lower = 1 / (1 + exp (-lower));
        upper = 1 / (1 + exp (-upper));
    }
    g_assert_cmpfloat_with_epsilon (100 * lower, line->rate.lower, 0.005);
    g_assert_cmpfloat_with_epsilon (100 * upper, line->rate.upper, 0.005);
}

static void
check_line (const TvRates *rates, const TvRateLine *line, TvIntervalKind kind)
{
    g_autofree char *text = tv_rates_explain (rates, line);
    g_auto (GStrv) sentences = g_strsplit (text, "\n", -1);
    gboolean has_width = kind == TV_INTERVAL_WILSON
                         || (line->rate.n_cases > 0 && line->rate.n_cases < line->rate.n);
    Worked worked = { 0 };

    g_test_message ("%s", text);
    for (guint i = 0; sentences[i]; i++)
        work_out_line (&worked, sentences[i], line, kind);
    g_assert_cmpuint (worked.n_shares, ==, line->rate.n > 0);
    if (line->rate.n > 0 && has_width)
        assert_interval (&worked, line, kind);
    else
        g_assert_cmpuint (worked.n_ends, ==, 0);
    g_assert_nonnull (strstr (text, "\nThe target\n"));
    g_assert_nonnull (strstr (text, "\nWhich children it is taken of\n"));
}

static void
test_intervals (Book *book, gconstpointer level)
{
    for (int kind = TV_INTERVAL_WILSON; kind <= TV_INTERVAL_LOGIT; kind++) {
        TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL,
                               .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                               .interval = (TvIntervalKind) kind,
                               .split = TV_SPLIT_EVERY };
        g_autoptr (GError) error = NULL;
        g_autoptr (TvRates) rates = tv_rates_work_out (book->store, &query, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (rates->lines->len, >, 60);
        for (guint i = 0; i < rates->lines->len; i++)
            check_line (rates, g_ptr_array_index (rates->lines, i), (TvIntervalKind) kind);
    }
}

/* Everybody on the round's list is either counted or named with a reason. */
static void
test_accounts_for_all (Book *book, gconstpointer level)
{
    TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = tv_rates_work_out (book->store, &query, &error);
    const TvRateLine *line = tv_rates_find (rates, TV_STUNTING, "All");
    g_autofree char *text = tv_rates_explain (rates, line);
    const char *counted = strstr (text, "Counted: ");
    g_auto (GStrv) sentences = g_strsplit (text, "\n", -1);
    guint n_counted, n_out, n_named = 0;

    g_assert_nonnull (counted);
    g_assert_cmpint (sscanf (counted, "Counted: %u children. Not counted: %u.", &n_counted, &n_out),
                     ==, 2);
    for (guint i = 0; sentences[i]; i++) {
        const char *number = strrchr (sentences[i], ':');

        if (g_str_has_prefix (sentences[i], "  – ") && number)
            n_named += (guint) g_ascii_strtoull (number + 1, NULL, 10);
    }
    g_assert_cmpuint (n_counted, ==, line->rate.n);
    g_assert_cmpuint (n_named, ==, n_out);
    g_assert_cmpuint (n_counted + n_out, ==, rates->children->len);
}

static void
test_words (Book *book, gconstpointer level)
{
    TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL, .split = TV_SPLIT_SEX };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = tv_rates_work_out (book->store, &query, &error);
    g_autofree char *whole = tv_rates_explain (rates, tv_rates_find (rates, TV_UNDERWEIGHT, "All"));
    g_autofree char *girls = tv_rates_explain (rates, tv_rates_find (rates, TV_UNDERWEIGHT, "F"));
    g_autofree char *wasting = tv_rates_explain (rates, tv_rates_find (rates, TV_WASTING, "All"));
    g_autofree char *overweight
        = tv_rates_explain (rates, tv_rates_find (rates, TV_OVERWEIGHT, "All"));

    g_assert_true (g_str_has_prefix (whole, "Underweight – Whole school\n"));
    assert_holds (whole, "A case is a child with weight-for-age below −2 SD.");
    assert_holds (whole, "−2.00 itself is not a case.");
    assert_holds (whole, "The graver cases are among them: Severe underweight.");
    assert_holds (whole, "at most 1826 days");
    assert_holds (whole, "<\u00a06.4\u00a0% is asked: ");
    assert_holds (girls, "A target stands for the whole school");
    assert_holds (wasting, "The plan of this year sets no target for this.");
    assert_holds (overweight, "Overweight goes by weight-for-height");
    assert_holds (overweight, "Strictly above:");
}

#define LEVEL(level) GINT_TO_POINTER (level)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/explain/inputs", test_inputs);
    g_test_add_func ("/explain/missing", test_missing);
    g_test_add_func ("/explain/completed-months", test_completed_months);
    g_test_add ("/explain/intervals/kindergarten", Book, LEVEL (TV_LEVEL_KINDERGARTEN), set_up,
                test_intervals, tear_down);
    g_test_add ("/explain/intervals/primary", Book, LEVEL (TV_LEVEL_PRIMARY), set_up,
                test_intervals, tear_down);
    g_test_add ("/explain/accounts-for-all", Book, LEVEL (TV_LEVEL_KINDERGARTEN), set_up,
                test_accounts_for_all, tear_down);
    g_test_add ("/explain/words", Book, LEVEL (TV_LEVEL_KINDERGARTEN), set_up, test_words,
                tear_down);
    return g_test_run ();
}
