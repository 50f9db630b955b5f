/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Moments in UTC and the civil days they lie in; the tests run seven hours east of Greenwich. */

#include "base/tv-moment.h"

static void
test_text (void)
{
    static const struct {
        const char *time_utc;
        const char *text;
    } cases[] = {
        { "2026-11-21T01:00:00.004Z", "21/11/2026 08:00" },
        { "2026-11-20T16:59:59.999Z", "20/11/2026 23:59" },
        { "2026-11-20T17:00:00.000Z", "21/11/2026 00:00" },
        { "2026-12-31T17:00:00.000Z", "01/01/2027 00:00" },
        { "yesterday", "" },
        { NULL, "" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = tv_moment_to_text (cases[i].time_utc);

        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_day (void)
{
    TvDate day = tv_date_from_ymd (2026, 11, 21);
    g_autofree char *begin = tv_moment_of_day (day);

    g_assert_cmpstr (begin, ==, "2026-11-20T17:00:00.000Z");
    g_assert_cmpint (tv_moment_day (begin), ==, day);
    g_assert_cmpint (tv_moment_day ("2026-11-20T16:59:59.999Z"), ==, day - 1);
    g_assert_cmpint (tv_moment_day (NULL), ==, TV_DATE_NONE);
    g_assert_null (tv_moment_of_day (TV_DATE_NONE));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/moment/text", test_text);
    g_test_add_func ("/moment/day", test_day);
    return g_test_run ();
}
