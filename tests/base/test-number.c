/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers: comma and point alike, exact to the gram, written for people in their language. */

#include "base/tv-language.h"
#include "base/tv-number.h"

#include <locale.h>

static void
test_parse (void)
{
    const struct {
        const char *text;
        double value;
    } good[] = { { "15,4", 15.4 }, { "15.4", 15.4 },   { " 15 ", 15 },    { "-3,25", -3.25 },
                 { "+2", 2 },      { ",5", 0.5 },      { "5,", 5 },       { "-,5", -0.5 },
                 { "0", 0 },       { "1,125", 1.125 }, { "1.125", 1.125 } };
    const char *bad[] = { "",      " ",
                          "-",     "+",
                          ",",     ".",
                          "1,2,3", "1.000,5",
                          "15kg",  "1e5",
                          "--5",   "- 5",
                          "1 5",   "nan",
                          "inf",   "0x1A",
                          "１５",  "15,-",
                          "1,+2",  "15,4a",
                          "a15,4", "12345678901234567" };
    double value;

    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        g_assert_true (tv_number_parse (good[i].text, &value));
        g_assert_cmpfloat (value, ==, good[i].value);
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        g_assert_false (tv_number_parse (bad[i], &value));
    g_assert_false (tv_number_parse (NULL, &value));
}

static void
test_parse_fixed (void)
{
    const struct {
        const char *text;
        int n_decimals;
        gint64 value;
    } good[] = { { "112,5", 1, 1125 },  { "112.54", 1, 1125 },
                 { "112,55", 1, 1126 }, { "15,4", 3, 15400 },
                 { "15", 3, 15000 },    { ",05", 3, 50 },
                 { "-0,5", 1, -5 },     { "15,4999", 0, 15 },
                 { "0,0005", 3, 1 },    { "9999999999", 6, 9999999999000000 } };
    const char *bad[] = { "", "kg", "15,4 kg", "1,5,4", "12345678901", "1e3" };
    gint64 value;

    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        g_assert_true (tv_number_parse_fixed (good[i].text, good[i].n_decimals, &value));
        g_assert_cmpint (value, ==, good[i].value);
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        g_assert_false (tv_number_parse_fixed (bad[i], 1, &value));
    g_assert_false (tv_number_parse_fixed (NULL, 1, &value));
}

/* What is shown in 0.1 cm is read again as the same millimetres, for every height of a child. */
static void
test_there_and_back (void)
{
    for (gint64 height_mm = 0; height_mm < 3000; height_mm++) {
        g_autofree char *text = tv_number_format_fixed (height_mm, 1, 1);
        gint64 again;

        g_assert_true (tv_number_parse_fixed (text, 1, &again));
        g_assert_cmpint (again, ==, height_mm);
    }
}

static void
assert_text (char *text, const char *expected)
{
    g_autofree char *owned = text;

    g_assert_cmpstr (owned, ==, expected);
}

static void
test_format (void)
{
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    assert_text (tv_number_format (3.4, 1), "3,4");
    assert_text (tv_number_format (1234.5, 1), "1234,5");
    assert_text (tv_number_format (-0.04, 1), "0,0");
    assert_text (tv_number_format (-0.0, 0), "0");
    assert_text (tv_number_format (-2.5, 2), "-2,50");
    assert_text (tv_number_format (7, 0), "7");
    assert_text (tv_number_format (6.25, 1), "6,3");
    assert_text (tv_number_format (-6.25, 1), "-6,3");
    assert_text (tv_number_format (1.005, 2), "1,01");
    assert_text (tv_number_format (6.2499, 1), "6,2");
    assert_text (tv_number_format (0.5, 0), "1");
    assert_text (tv_number_format_fixed (1125, 1, 1), "112,5");
    assert_text (tv_number_format_fixed (15400, 3, 1), "15,4");
    assert_text (tv_number_format_fixed (15450, 3, 1), "15,45");
    assert_text (tv_number_format_fixed (15000, 3, 1), "15,0");
    assert_text (tv_number_format_fixed (6400, 3, 0), "6,4");
    assert_text (tv_number_format_fixed (100000, 3, 0), "100");
    assert_text (tv_number_format_fixed (0, 3, 1), "0,0");
    assert_text (tv_number_format_signed (-2.03, 2), "−2,03");
    assert_text (tv_number_format_signed (2.03, 2), "+2,03");
    assert_text (tv_number_format_signed (-0.001, 2), "0,00");
    tv_language_start (TV_LANGUAGE_ENGLISH);
    assert_text (tv_number_format (3.4, 1), "3.4");
    assert_text (tv_number_format_signed (-2.03, 2), "−2.03");
}

/* Starting a language leaves the program's own numbers alone, whatever the machine is set to. */
static void
test_locale_has_no_say (void)
{
    g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "C");
    g_setenv ("LC_ALL", "vi_VN.UTF-8", TRUE);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "C");
    assert_text (tv_number_format (3.4, 1), "3.4");
    assert_text (g_strdup_printf ("%.1f", 3.4), "3.4");
}

static void
test_append_whole (void)
{
    static const gint64 values[] = { 0, 7, -7, 10, 99, 100, -1000, 15450, G_MAXINT64, G_MININT64 };

    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        g_autoptr (GString) text = g_string_new ("n=");
        g_autofree char *expected = g_strdup_printf ("n=%" G_GINT64_FORMAT, values[i]);

        tv_number_append_whole (text, values[i]);
        g_assert_cmpstr (text->str, ==, expected);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/number/parse", test_parse);
    g_test_add_func ("/number/parse-fixed", test_parse_fixed);
    g_test_add_func ("/number/there-and-back", test_there_and_back);
    g_test_add_func ("/number/format", test_format);
    g_test_add_func ("/number/append-whole", test_append_whole);
    g_test_add_func ("/number/locale-has-no-say", test_locale_has_no_say);
    return g_test_run ();
}
