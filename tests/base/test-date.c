/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates: the calendar, what people type, and months of age. */

#include "base/tv-date.h"

static void
test_calendar (void)
{
    int year, month, day;

    g_assert_cmpint (tv_date_from_ymd (1970, 1, 1), ==, 0);
    g_assert_cmpint (tv_date_from_ymd (1969, 12, 31), ==, -1);
    g_assert_cmpint (tv_date_from_ymd (2000, 3, 1) - tv_date_from_ymd (2000, 2, 28), ==, 2);
    g_assert_cmpint (tv_date_from_ymd (2100, 3, 1) - tv_date_from_ymd (2100, 2, 28), ==, 1);
    for (TvDate date = tv_date_from_ymd (1899, 12, 25); date < tv_date_from_ymd (2101, 1, 5);
         date++) {
        tv_date_get_ymd (date, &year, &month, &day);
        g_assert_cmpint (tv_date_from_ymd (year, month, day), ==, date);
    }
    tv_date_get_ymd (tv_date_from_ymd (2026, 9, 5), &year, NULL, NULL);
    g_assert_cmpint (year, ==, 2026);
}

/* Against GLib's own calendar, day by day. */
static void
test_against_glib (void)
{
    TvDate first = tv_date_from_ymd (1800, 1, 1), last = tv_date_from_ymd (2199, 12, 31);
    GDate date;

    g_date_clear (&date, 1);
    g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1800);
    for (TvDate day = first; day <= last; day++) {
        int year, month, day_of_month;

        tv_date_get_ymd (day, &year, &month, &day_of_month);
        g_assert_cmpint (year, ==, g_date_get_year (&date));
        g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
        g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
        g_assert_cmpint (tv_date_from_ymd (year, month, day_of_month), ==, day);
        g_date_add_days (&date, 1);
    }
    for (int months = -1200; months <= 1200; months++) {
        TvDate day = tv_date_from_ymd (2024, 1, 31);

        g_date_set_dmy (&date, 31, G_DATE_JANUARY, 2024);
        if (months >= 0)
            g_date_add_months (&date, (guint) months);
        else
            g_date_subtract_months (&date, (guint) -months);
        g_assert_cmpint (tv_date_add_months (day, months), ==,
                         tv_date_from_ymd (g_date_get_year (&date), (int) g_date_get_month (&date),
                                           g_date_get_day (&date)));
    }
}

static void
test_days_that_are_not (void)
{
    const int none[][3]
        = { { 2026, 2, 29 }, { 2026, 2, 31 }, { 2026, 4, 31 },  { 2026, 13, 1 }, { 2026, 0, 1 },
            { 2026, 1, 0 },  { 2026, 1, 32 }, { 2026, 1, 261 }, { 2026, 1, -5 }, { 2100, 2, 29 },
            { 1799, 1, 1 },  { 2200, 1, 1 },  { 2026, 257, 1 }, { 67562, 1, 1 } };

    for (guint i = 0; i < G_N_ELEMENTS (none); i++)
        g_assert_cmpint (tv_date_from_ymd (none[i][0], none[i][1], none[i][2]), ==, TV_DATE_NONE);
}

static void
test_iso (void)
{
    const char *none[]
        = { "",           "2026-9-5",       "2026-09-5",  "2026-09-05 ", " 2026-09-05",
            "2026/09/05", "05-09-2026",     "2026-09-31", "20260905",    "2026-09-05T",
            "2026-09",    "２０２６-09-05", "-026-09-05", "2026-+9-05" };
    g_autofree char *text = tv_date_to_iso (tv_date_from_ymd (2026, 9, 5));

    g_assert_cmpstr (text, ==, "2026-09-05");
    g_assert_cmpint (tv_date_parse_iso (text), ==, tv_date_from_ymd (2026, 9, 5));
    g_assert_cmpint (tv_date_parse_iso (NULL), ==, TV_DATE_NONE);
    g_assert_null (tv_date_to_iso (TV_DATE_NONE));
    for (guint i = 0; i < G_N_ELEMENTS (none); i++)
        g_assert_cmpint (tv_date_parse_iso (none[i]), ==, TV_DATE_NONE);
}

static void
test_typed (void)
{
    const char *good[] = { "5/9/2026", "05/09/2026", " 05-09-2026 ", "5.9.26",
                           "5 9 2026", "2026-09-05", "5/09.2026" };
    const char *none[] = { "9/13/2026", "31/02/2026", "5/9",       "5/9/",    "5//2026",  "/9/2026",
                           "5/9/202",   "5/9/20266",  "5/9/2026x", "5 thg 9", "",         "5",
                           "50/9/2026", "123/9/2026", "5/9/2",     "44805",   "5/9/2026/" };

    for (guint i = 0; i < G_N_ELEMENTS (good); i++)
        g_assert_cmpint (tv_date_parse_typed (good[i]), ==, tv_date_from_ymd (2026, 9, 5));
    for (guint i = 0; i < G_N_ELEMENTS (none); i++)
        g_assert_cmpint (tv_date_parse_typed (none[i]), ==, TV_DATE_NONE);
    g_assert_cmpint (tv_date_parse_typed (NULL), ==, TV_DATE_NONE);
}

static void
test_for_people (void)
{
    g_autofree char *text = tv_date_to_text (tv_date_from_ymd (2026, 9, 5));
    g_autofree char *none = tv_date_to_text (TV_DATE_NONE);

    g_assert_cmpstr (text, ==, "05/09/2026");
    g_assert_cmpstr (none, ==, "");
}

static void
test_add_months (void)
{
    g_assert_cmpint (tv_date_add_months (tv_date_from_ymd (2026, 1, 31), 1), ==,
                     tv_date_from_ymd (2026, 2, 28));
    g_assert_cmpint (tv_date_add_months (tv_date_from_ymd (2024, 1, 31), 1), ==,
                     tv_date_from_ymd (2024, 2, 29));
    g_assert_cmpint (tv_date_add_months (tv_date_from_ymd (2026, 3, 31), -1), ==,
                     tv_date_from_ymd (2026, 2, 28));
    g_assert_cmpint (tv_date_add_months (tv_date_from_ymd (2026, 3, 15), -36), ==,
                     tv_date_from_ymd (2023, 3, 15));
    g_assert_cmpint (tv_date_add_months (tv_date_from_ymd (2026, 11, 30), 14), ==,
                     tv_date_from_ymd (2028, 1, 30));
}

static void
test_completed_months (void)
{
    const struct {
        int birth[3], day[3], months;
    } cases[] = {
        { { 2023, 9, 15 }, { 2023, 9, 15 }, 0 },  { { 2023, 9, 15 }, { 2023, 10, 14 }, 0 },
        { { 2023, 9, 15 }, { 2023, 10, 15 }, 1 }, { { 2023, 9, 15 }, { 2026, 9, 14 }, 35 },
        { { 2023, 9, 15 }, { 2026, 9, 15 }, 36 }, { { 2024, 1, 31 }, { 2024, 2, 29 }, 0 },
        { { 2024, 1, 31 }, { 2024, 3, 1 }, 1 },   { { 2024, 2, 29 }, { 2025, 2, 28 }, 11 },
        { { 2024, 2, 29 }, { 2025, 3, 1 }, 12 },  { { 2021, 12, 31 }, { 2026, 12, 31 }, 60 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const int *b = cases[i].birth, *d = cases[i].day;

        g_assert_cmpint (tv_date_completed_months (tv_date_from_ymd (b[0], b[1], b[2]),
                                                   tv_date_from_ymd (d[0], d[1], d[2])),
                         ==, cases[i].months);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/date/calendar", test_calendar);
    g_test_add_func ("/date/against-glib", test_against_glib);
    g_test_add_func ("/date/days-that-are-not", test_days_that_are_not);
    g_test_add_func ("/date/iso", test_iso);
    g_test_add_func ("/date/typed", test_typed);
    g_test_add_func ("/date/for-people", test_for_people);
    g_test_add_func ("/date/add-months", test_add_months);
    g_test_add_func ("/date/completed-months", test_completed_months);
    return g_test_run ();
}
