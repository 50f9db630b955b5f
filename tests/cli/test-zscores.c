/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli zscores from outside: the solved cases of WHO through a pipe, every way to write an
 * input, and every way to get it wrong. */

#include <gio/gio.h>
#include <string.h>

#define HEADER "id,standard,waz,haz,whz,baz,fwaz,fhaz,fwhz,fbaz\n"

typedef struct {
    int exit_code;
    char *output;
    char *errors;
} Run;

static void
clear_run (Run *run)
{
    g_free (run->output);
    g_free (run->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

static Run
run_zscores (const char *input, const char *option)
{
    const char *argv[] = { g_getenv ("TV_CLI"), "zscores", "--language=en", option, NULL };
    g_autoptr (GSubprocess) process = NULL;
    g_autoptr (GError) error = NULL;
    Run run = { 0 };

    process = g_subprocess_newv (argv,
                                 G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                     | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                                 &error);
    g_assert_no_error (error);
    g_subprocess_communicate_utf8 (process, input, NULL, &run.output, &run.errors, &error);
    g_assert_no_error (error);
    g_assert_true (g_subprocess_get_if_exited (process));
    run.exit_code = g_subprocess_get_exit_status (process);
    return run;
}

static void
append_z (GString *row, const char *hundredths)
{
    int value = (int) g_ascii_strtoll (hundredths, NULL, 10);

    g_string_append_c (row, ',');
    if (*hundredths)
        g_string_append_printf (row, "%s%d.%02d", value < 0 ? "-" : "", ABS (value) / 100,
                                ABS (value) % 100);
}

static void
append_flag (GString *row, const char *hundredths, const char *flags, char letter)
{
    g_string_append_c (row, ',');
    if (*hundredths)
        g_string_append_c (row, strchr (flags, letter) ? '1' : '0');
}

/* One row of a fixture, as it goes in and as it has to come out; columns as test-z-cases.c has
 * them. */
static void
append_case (char **f, gboolean is_2006, GString *input, GString *expected)
{
    const char *whz = is_2006 ? f[9] : "", *flags = f[is_2006 ? 10 : 9];

    g_string_append_printf (input, "%s,%s,ignored,%s,%s,%s,%s,%u\n", f[2], f[1], f[3], f[0], f[5],
                            f[4], (guint) input->len);
    g_string_append (expected, is_2006 ? "2006" : "2007");
    append_z (expected, f[7]);
    append_z (expected, f[6]);
    append_z (expected, whz);
    append_z (expected, f[8]);
    append_flag (expected, f[7], flags, 'w');
    append_flag (expected, f[6], flags, 'h');
    append_flag (expected, whz, flags, 'l');
    append_flag (expected, f[8], flags, 'b');
    g_string_append_c (expected, '\n');
}

static char *
drop_ids (const char *output)
{
    g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

    for (guint i = 0; lines[i]; i++) {
        const char *comma = strchr (lines[i], ',');

        if (comma)
            memmove (lines[i], comma + 1, strlen (comma));
    }
    return g_strjoinv ("\n", lines);
}

static void
test_cases (gconstpointer data)
{
    const char *year = data;
    gboolean is_2006 = strcmp (year, "2006") == 0;
    g_autofree char *name = g_strdup_printf ("z-%s.csv", year);
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "growth", name, NULL);
    g_autofree char *option = g_strdup_printf ("--standard=%s", year);
    g_autoptr (GString) input = g_string_new ("height_cm,sex,note,weight_kg,age_");
    g_autoptr (GString) expected = g_string_new (strchr (HEADER, ',') + 1);
    g_autofree char *text = NULL, *output = NULL;
    g_auto (GStrv) lines = NULL;
    g_auto (Run) run = { 0 };

    g_string_append_printf (input, "%s,oedema,measured,id\n", is_2006 ? "days" : "months");
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    lines = g_strsplit (text, "\n", -1);
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

        append_case (fields, is_2006, input, expected);
    }
    run = run_zscores (input->str, option);
    output = drop_ids (run.output);
    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpint (run.exit_code, ==, 0);
    g_assert_true (strcmp (output, expected->str) == 0);
}

/* Inputs of one meaning each, and what comes out behind the header. */
static void
test_inputs (void)
{
    static const struct {
        const char *input;
        const char *output;
    } files[] = {
        /* Day 1826 is the last of 2006; ages in days, months and dates say the same. */
        { "id,sex,age_days,height_cm\na,M,1826,109.9484\nb,M,1827,109.9484\n",
          "a,2006,,0.00,,,,0,,\nb,2007,,0.05,,,,0,,\n" },
        { "id,sex,age_months,height_cm\na,M,59.99,109.9484\nb,M,60.03,109.9484\n",
          "a,2006,,0.00,,,,0,,\nb,2007,,0.05,,,,0,,\n" },
        { "id,sex,birth_date,visit_date,height_cm\na,M,2021-09-16,2026-09-16,109.9484\n"
          "b,M,2021-09-15,2026-09-16,109.9484\n",
          "a,2006,,0.00,,,,0,,\nb,2007,,0.05,,,,0,,\n" },
        /* Without an age, weight-for-height alone. */
        { "sex,weight_kg,height_cm,measured\n2,11.5,88,l\n", ",2006,,,-0.46,,,,0,\n" },
        /* A file of a spreadsheet: byte order mark, semicolons, decimal commas, CRLF. */
        { "\xEF\xBB\xBFID;Sex;Age_Days;Height_cm\r\nx;1;1826;109,9484\r\n\r\n",
          "x,2006,,0.00,,,,0,,\n" },
        /* An id comes back as it was. */
        { "id,sex,age_days,height_cm\n\"Lê, \"\"Bi\"\"\",f,,\n",
          "\"Lê, \"\"Bi\"\"\",2006,,,,,,,,\n" },
        /* Short rows lack their last fields; nothing known is a row, too. */
        { "id,sex,age_days,height_cm\nshort\n", "short,2006,,,,,,,,\n" },
        /* Past nineteen nobody answers; still the child has a row. */
        { "id,sex,age_days,height_cm\nold,M,7000,170\n", "old,2007,,,,,,,,\n" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_auto (Run) run = run_zscores (files[i].input, NULL);
        g_autofree char *expected = g_strconcat (HEADER, files[i].output, NULL);

        g_assert_cmpstr (run.errors, ==, "");
        g_assert_cmpstr (run.output, ==, expected);
        g_assert_cmpint (run.exit_code, ==, 0);
    }
}

/* Ids that no buffer holds, behind rows that have all but filled it: the rows come without them. */
static void
test_long_ids (void)
{
    g_autoptr (GString) input = g_string_new ("id,sex,age_days,height_cm,weight_kg,measured\n");
    g_autoptr (GString) expected = g_string_new (HEADER);
    g_autofree char *id = g_strnfill (40000, 'x');
    g_auto (Run) run = { 0 };

    for (guint i = 0; i < 1700; i++) {
        gboolean is_long = i >= 1670;

        g_string_append_printf (input, "%s,M,1000,75,34,H\n", is_long ? id : "a");
        g_string_append_printf (expected, "%s,2006,9.25,-5.34,23.03,27.68,1,0,1,1\n",
                                is_long ? "" : "a");
    }
    run = run_zscores (input->str, NULL);
    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpstr (run.output, ==, expected->str);
}

/* One row in the middle that cannot be read: the others come through, and the place is told. */
static void
test_bad_rows (void)
{
    static const struct {
        const char *row;
        const char *place;
    } rows[] = {
        { "bad,X,100,60,6,L,n", "Line 3, column sex, “X”" },
        { "bad,M,abc,60,6,L,n", "Line 3, column age_days, “abc”" },
        { "bad,M,-1,60,6,L,n", "Line 3, column age_days, “-1”" },
        { "bad,M,100,60cm,6,L,n", "Line 3, column height_cm, “60cm”" },
        { "bad,M,100,60,6.1.2,L,n", "Line 3, column weight_kg, “6.1.2”" },
        { "bad,M,100,60,-6,L,n", "Line 3, column weight_kg, “-6”" },
        { "bad,M,100,60,6,Q,n", "Line 3, column measured, “Q”" },
        { "bad,M,100,60,6,-,n", "Line 3, column measured, “-”" },
        { "bad,M,100,60,6,L,perhaps", "Line 3, column oedema, “perhaps”" },
        { "bad,nam,100,60,6,L,n", "Line 3, column sex, “nam”" },
        { "bad,M,100,0.6,6,L,n", "are these metres?" },
        { "bad,M,100,600,6,L,n", "are these millimetres?" },
        { "bad,M,100,60,6000,L,n", "are these grams?" },
        { "bad,M,100,60 cm,6,L,n", "Line 3, column height_cm, “60 cm”" },
        { "bad,M,100,60,6kg,L,n", "Line 3, column weight_kg, “6kg”" },
        { "bad,M,nan,60,6,L,n", "Line 3, column age_days, “nan”" },
        { "bad,M,100,inf,6,L,n", "Line 3, column height_cm, “inf”" },
        { "bad,M,100,6e1,6,L,n", "Line 3, column height_cm, “6e1”" },
        { "bad,M,0x64,60,6,L,n", "Line 3, column age_days, “0x64”" },
        /* A decimal comma without quotes: all fields behind it have moved. */
        { "bad,M,100,60,5,6,5,L,n", "Line 3 has 9 fields, but the first line names 7" },
        { "bad,M,100,60,6,L,n,more", "Line 3 has 8 fields" },
        { "\"bad,M,100,60,6,L,n", "Line 3 never ends" },
        { "bad,\"M,100,60,6,L,n", "Line 3 never ends" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        g_autofree char *input
            = g_strdup_printf ("id,sex,age_days,height_cm,weight_kg,measured,oedema\n"
                               "first,M,1826,109.9484,,H,n\n%s\nlast,M,1826,109.9484,,H,n\n",
                               rows[i].row);
        g_auto (Run) run = run_zscores (input, NULL);

        g_assert_cmpstr (run.output, ==,
                         HEADER "first,2006,,0.00,,,,0,,\nlast,2006,,0.00,,,,0,,\n");
        g_assert_nonnull (strstr (run.errors, rows[i].place));
        g_assert_true (g_str_has_suffix (run.errors, "1 row passed over, 2 read.\n"));
        g_assert_cmpint (run.exit_code, ==, 0);
    }
}

/* The 1 of a last line without an end may be what is left of 15.4. */
static void
test_cut_off (void)
{
    g_auto (Run) cut = run_zscores ("id,sex,age_days,weight_kg,height_cm\n"
                                    "first,M,1826,18,109.9484\nsecond,M,700,1",
                                    NULL);
    g_auto (Run) whole = run_zscores ("id,sex,age_days,weight_kg,height_cm\n"
                                      "first,M,1826,18,109.9484\nsecond,M,700,12,",
                                      NULL);

    g_assert_null (strstr (cut.output, "second"));
    g_assert_nonnull (strstr (cut.errors, "Line 3 is the last one and ends after 4 of 5 fields"));
    g_assert_true (g_str_has_suffix (cut.errors, "1 row passed over, 1 read.\n"));
    g_assert_nonnull (strstr (whole.output, "second,2006,"));
}

/* What WHO's programs score is scored, however unlikely: flagged, and not passed over. */
static void
test_unlikely_rows (void)
{
    g_auto (Run) run = run_zscores ("id,sex,age_days,height_cm,weight_kg,measured,oedema\n"
                                    "a,M,1200,38.9,14.8,H,n\n"
                                    "b,M,1200,247.8,14.8,H,n\n"
                                    "c,M,1200,97.5,327.1,H,n,,\n"
                                    "d,F,99999,97.5,14.8,H,n\n",
                                    NULL);
    g_auto (GStrv) lines = g_strsplit (run.output, "\n", -1);

    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpint (run.exit_code, ==, 0);
    g_assert_cmpuint (g_strv_length (lines), ==, 6);
    g_assert_nonnull (strstr (lines[1], ",1,"));
    g_assert_nonnull (strstr (lines[2], ",1,"));
    g_assert_nonnull (strstr (lines[3], ",1,"));
}

static void
test_bad_dates (void)
{
    g_auto (Run) run = run_zscores ("id,sex,birth_date,visit_date,height_cm\n"
                                    "a,M,2026-02-31,2026-09-16,100\n"
                                    "b,M,2021-09-16,16/09/2026,100\n"
                                    "c,M,2026-09-17,2026-09-16,100\n"
                                    "d,M,,2026-09-16,100\n",
                                    NULL);

    g_assert_cmpstr (run.output, ==, HEADER "d,2006,,,,,,,,\n");
    g_assert_nonnull (strstr (run.errors, "Line 2, column birth_date, “2026-02-31”"));
    g_assert_nonnull (strstr (run.errors, "Line 3, column visit_date, “16/09/2026”"));
    g_assert_nonnull (strstr (run.errors, "Line 4, column visit_date, “2026-09-16”"));
    g_assert_cmpint (run.exit_code, ==, 0);
}

static void
test_refusals (void)
{
    static const struct {
        const char *input;
        const char *option;
        int exit_code;
        const char *sentence;
    } runs[] = {
        { "", NULL, 1, "There is nothing in the file." },
        { "sex,height_cm,height_cm\nM,100,101\n", NULL, 1, "Two columns are named height_cm" },
        { "a,b\n1,2\n", NULL, 1, "The first line has to name the columns" },
        { "sex,height_cm\n", NULL, 1, "No row could be read." },
        { "sex,height_cm\nX,100\n", NULL, 1, "No row could be read." },
        { "sex,height_cm\n\"M,100\n", NULL, 1, "Line 2 never ends" },
        { "", "/no/such/file", 1, "“/no/such/file” could not be opened" },
        { "", "--standard=1977", 2, "There is no standard “1977”" },
        { "", "--nonsense", 2, "--nonsense" },
        { "", "--as-of=yesterday", 2, "“yesterday” is not a date" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (runs); i++) {
        g_auto (Run) run = run_zscores (runs[i].input, runs[i].option);

        g_assert_cmpint (run.exit_code, ==, runs[i].exit_code);
        g_assert_nonnull (strstr (run.errors, runs[i].sentence));
        g_assert_true (*run.output == '\0' || strcmp (run.output, HEADER) == 0);
    }
}

static void
test_help (void)
{
    g_auto (Run) run = run_zscores ("", "--help");

    g_assert_cmpint (run.exit_code, ==, 0);
    g_assert_nonnull (strstr (run.output, "tamvoc-cli zscores"));
    g_assert_nonnull (strstr (run.output, "--standard"));
    g_assert_nonnull (strstr (run.output, "--language"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_assert_nonnull (g_getenv ("TV_CLI"));
    g_test_add_data_func ("/cli/zscores/cases/2006", "2006", test_cases);
    g_test_add_data_func ("/cli/zscores/cases/2007", "2007", test_cases);
    g_test_add_func ("/cli/zscores/inputs", test_inputs);
    g_test_add_func ("/cli/zscores/long-ids", test_long_ids);
    g_test_add_func ("/cli/zscores/bad-rows", test_bad_rows);
    g_test_add_func ("/cli/zscores/unlikely-rows", test_unlikely_rows);
    g_test_add_func ("/cli/zscores/bad-dates", test_bad_dates);
    g_test_add_func ("/cli/zscores/refusals", test_refusals);
    g_test_add_func ("/cli/zscores/help", test_help);
    g_test_add_func ("/cli/zscores/cut-off", test_cut_off);
    return g_test_run ();
}
