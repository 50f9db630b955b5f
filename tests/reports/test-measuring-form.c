/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper form: everybody once, with room to write, and what is asked for on every page. */

#include "reports/tv-measuring-form.h"

#include "base/tv-language.h"

#include <string.h>

#include "tv-report-samples.h"

#define N_CHILDREN 90

/* A page has 257 mm between its margins, and nobody writes into less than 7.5 mm. */
#define MOST_ROWS_A_PAGE 34

static TvMeasuringForm *
make_form (gboolean is_practice)
{
    TvMeasuringForm *form = tv_measuring_form_new ();
    TvMeasuringFormClass *class_;

    form->school = tv_sample_school (is_practice);
    form->year_name = g_strdup ("2026-2027");
    form->date = tv_date_from_ymd (2026, 11, 20);
    class_ = tv_measuring_form_add_class (form, "Mầm 1");
    for (int i = 0; i < N_CHILDREN; i++) {
        g_autofree char *name = g_strdup_printf ("Trần Khánh Số%02d", i);
        TvMeasuringFormChild child = { .roll_number = i == 5 ? 0 : i + 1,
                                       .name = name,
                                       .sex = TV_SEX_FEMALE,
                                       .last_weight_g = i == 3 ? 0 : 15400,
                                       .last_height_mm = 1012 };

        child.birth_date = tv_date_from_ymd (2022, 5, 1 + i % 28);
        tv_measuring_form_add_child (class_, &child);
    }
    return form;
}

static void
test_room_to_write (void)
{
    g_autoptr (TvMeasuringForm) form = make_form (FALSE);
    g_autoptr (TvReport) report = tv_measuring_form_make_report (form);
    guint n_named = 0;

    g_assert_cmpuint (tv_report_n_pages (report), >=, 3);
    for (guint page = 0; page < tv_report_n_pages (report); page++) {
        g_autofree char *words = tv_report_describe (report, page);
        guint n = tv_sample_count (words, "Trần Khánh Số");

        g_assert_cmpuint (n, <=, MOST_ROWS_A_PAGE);
        g_assert_cmpuint (tv_sample_count (words, "Date of birth"), ==, 1);
        g_assert_cmpuint (tv_sample_count (words, "Holds personal data"), ==, 1);
        n_named += n;
    }
    g_assert_cmpuint (n_named, ==, N_CHILDREN);
    g_assert_true (tv_report_holds_personal_data (report));
}

static void
test_what_is_asked (void)
{
    g_autoptr (TvMeasuringForm) form = make_form (TRUE);
    g_autoptr (TvReport) report = tv_measuring_form_make_report (form);
    g_autofree char *words = tv_sample_words (report);
    static const char *const asked[]
        = { "Measured by", "Measuring date", "Clothing", "Height board", "Second time", "Notes" };

    for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
        g_assert_nonnull (strstr (words, asked[i]));
    g_assert_nonnull (strstr (words, tv_clothing_label (TV_CLOTHING_COAT_OFF)));
    g_assert_cmpuint (tv_sample_count (words, "15.4"), ==, N_CHILDREN - 1);
    g_assert_cmpuint (tv_sample_count (words, "101.2"), ==, N_CHILDREN);
    g_assert_true (tv_report_is_practice (report));
}

static void
test_no_class (void)
{
    g_autoptr (TvMeasuringForm) form = tv_measuring_form_new ();
    g_autoptr (TvReport) report = NULL;

    form->school = tv_sample_school (FALSE);
    form->year_name = g_strdup ("2026-2027");
    form->date = tv_date_from_ymd (2026, 11, 20);
    report = tv_measuring_form_make_report (form);
    g_assert_cmpuint (tv_report_n_pages (report), ==, 1);
    g_assert_false (tv_report_holds_personal_data (report));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/measuring-form/room-to-write", test_room_to_write);
    g_test_add_func ("/measuring-form/what-is-asked", test_what_is_asked);
    g_test_add_func ("/measuring-form/no-class", test_no_class);
    return g_test_run ();
}
