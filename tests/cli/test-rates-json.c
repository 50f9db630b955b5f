/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tamvoc-cli rates tells beside the rates: who stands behind them, the parts that add up, the
 * rounds before; and that its choices change what they name and nothing else. */

#include "tests/cli/tv-cli-run.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* The practice school of all these tests, which only read it. */
static char *book;

static void
make_book (void)
{
    g_auto (TvCliRunResult) run = { 0 };

    book = tv_cli_run_make_folder ();
    run = tv_cli_run (NULL, "demo", book, "--students=150", "--seed=7", "--as-of=2026-10-20", NULL);
    g_assert_cmpint (run.exit_code, ==, 0);
}

static void
remove_book (void)
{
    tv_cli_run_remove_folder (book);
    g_clear_pointer (&book, g_free);
}

static JsonParser *
read_json (const char *option, const char *other)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "rates", book, "--as-of=2026-10-20",
                                              "--format=json", option, other, NULL);
    JsonParser *parser = json_parser_new ();
    g_autoptr (GError) error = NULL;

    g_assert_cmpstr (run.errors, ==, "");
    json_parser_load_from_data (parser, run.output, -1, &error);
    g_assert_no_error (error);
    return parser;
}

static JsonObject *
get_root (JsonParser *parser)
{
    return json_node_get_object (json_parser_get_root (parser));
}

static guint
count (JsonObject *object, const char *list)
{
    return json_array_get_length (json_object_get_array_member (object, list));
}

static JsonObject *
find_line (JsonObject *root, const char *indicator)
{
    JsonArray *lines = json_object_get_array_member (root, "lines");

    for (guint i = 0; i < json_array_get_length (lines); i++) {
        JsonObject *line = json_array_get_object_element (lines, i);

        if (strcmp (json_object_get_string_member (line, "indicator"), indicator) == 0
            && strcmp (json_object_get_string_member (line, "group"), "All") == 0)
            return line;
    }
    g_assert_not_reached ();
}

/* Everybody counted is named, and for each indicator has a value or a reason for having none. */
static void
test_counted (void)
{
    g_autoptr (JsonParser) parser = read_json (NULL, NULL);
    JsonObject *root = get_root (parser);
    JsonArray *lines = json_object_get_array_member (root, "lines");

    g_assert_cmpuint (count (root, "included"), ==, json_object_get_int_member (root, "counted"));
    g_assert_cmpuint (count (root, "included"), >, 50);
    for (guint i = 0; i < json_array_get_length (lines); i++) {
        JsonObject *line = json_array_get_object_element (lines, i);

        g_assert_cmpuint (json_object_get_int_member (line, "n") + count (line, "excluded"), ==,
                          count (root, "included"));
    }
}

static guint
sum_parts_with (JsonObject *overlap, const char *form)
{
    JsonArray *parts = json_object_get_array_member (overlap, "parts");
    guint sum = 0;

    for (guint i = 0; i < json_array_get_length (parts); i++) {
        JsonObject *part = json_array_get_object_element (parts, i);

        g_assert_cmpuint (count (part, "uids"), ==, json_object_get_int_member (part, "n"));
        if (!form || strstr (json_object_get_string_member (part, "forms"), form))
            sum += (guint) json_object_get_int_member (part, "n");
    }
    return sum;
}

/* The parts share no child: together they are everybody, and those of a form are its rate. */
static void
test_overlap (void)
{
    g_autoptr (JsonParser) parser = read_json (NULL, NULL);
    JsonObject *root = get_root (parser);
    JsonObject *overlap = json_object_get_object_member (root, "overlap");
    JsonObject *any = json_object_get_object_member (overlap, "any");

    g_assert_cmpuint (sum_parts_with (overlap, NULL), ==,
                      json_object_get_int_member (overlap, "n"));
    g_assert_cmpuint (sum_parts_with (overlap, "stunted"), ==,
                      json_object_get_int_member (find_line (root, "stunting"), "cases"));
    g_assert_cmpuint (sum_parts_with (overlap, "underweight"), ==,
                      json_object_get_int_member (find_line (root, "underweight"), "cases"));
    g_assert_cmpuint (count (any, "uids"), ==, json_object_get_int_member (any, "n"));
    g_assert_cmpuint (count (any, "uids"), >, 0);
}

static void
check_comparison (JsonObject *one)
{
    JsonObject *before = json_object_get_object_member (one, "before");
    JsonObject *now = json_object_get_object_member (one, "now");
    JsonObject *recovery = json_object_get_object_member (one, "recovery");
    guint n_stayed = count (one, "stayed");

    g_assert_cmpint (json_object_get_int_member (before, "n"), ==,
                     json_object_get_int_member (now, "n"));
    g_assert_cmpint (json_object_get_int_member (before, "cases"), ==,
                     n_stayed + count (one, "recovered"));
    g_assert_cmpint (json_object_get_int_member (now, "cases"), ==, n_stayed + count (one, "new"));
    g_assert_cmpint (json_object_get_int_member (recovery, "n"), ==,
                     json_object_get_int_member (before, "cases"));
    g_assert_cmpint (json_object_get_int_member (recovery, "cases"), ==, count (one, "recovered"));
}

static void
test_change (void)
{
    g_autoptr (JsonParser) parser = read_json (NULL, NULL);
    g_autoptr (JsonParser) older = read_json ("--since=2025-1", NULL);
    JsonObject *change = json_object_get_object_member (get_root (parser), "change");
    JsonArray *conditions = json_object_get_array_member (change, "conditions");

    g_assert_cmpstr (json_object_get_string_member (change, "before"), ==, "2025-3");
    g_assert_cmpuint (json_array_get_length (conditions), ==, 9);
    for (guint i = 0; i < json_array_get_length (conditions); i++)
        check_comparison (json_array_get_object_element (conditions, i));
    g_assert_cmpuint (count (get_root (parser), "turned_five"), >, 0);
    change = json_object_get_object_member (get_root (older), "change");
    g_assert_cmpstr (json_object_get_string_member (change, "before"), ==, "2025-1");
    g_assert_cmpuint (count (get_root (older), "turned_five"), >,
                      count (get_root (parser), "turned_five"));
}

/* The first round has nothing before it. */
static void
test_first_round (void)
{
    g_autoptr (JsonParser) parser = read_json ("--round=2024-1", NULL);

    g_assert_true (json_object_get_null_member (get_root (parser), "change"));
    g_assert_cmpuint (count (get_root (parser), "turned_five"), ==, 0);
    g_assert_cmpuint (count (get_root (parser), "rounds"), ==, 8);
}

/* The lists of a line of the quality of measuring are as long as its counts say. */
static void
assert_lists (JsonObject *line)
{
    static const char *const counts[]
        = { "children", "missing", "scored", "flagged", "compared", "repeated" };

    for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
        g_autofree char *list = g_strdup_printf ("%s_uids", counts[i]);

        g_assert_cmpint (json_object_get_int_member (line, counts[i]), ==, count (line, list));
    }
    g_assert_cmpint (
        json_object_get_int_member (json_object_get_object_member (line, "weight"), "whole"), ==,
        count (line, "whole_kg_uids"));
    g_assert_cmpint (
        json_object_get_int_member (json_object_get_object_member (line, "height"), "whole"), ==,
        count (line, "whole_cm_uids"));
}

static void
test_measuring (void)
{
    g_autoptr (JsonParser) parser = read_json (NULL, NULL);
    JsonArray *kinds = json_object_get_array_member (get_root (parser), "distribution");
    JsonArray *quality = json_object_get_array_member (get_root (parser), "quality");
    JsonObject *whole = json_array_get_object_element (quality, 0);
    gint64 n_missing = 0;

    g_assert_cmpuint (json_array_get_length (kinds), ==, 4);
    for (guint i = 0; i < 4; i++) {
        JsonObject *kind = json_array_get_object_element (kinds, i);
        JsonArray *bins = json_object_get_array_member (kind, "bins");
        double expected = 0;
        gint64 n = 0;

        for (guint j = 0; j < json_array_get_length (bins); j++) {
            JsonObject *bin = json_array_get_object_element (bins, j);

            n += json_object_get_int_member (bin, "n");
            expected += json_object_get_double_member (bin, "expected_percent");
        }
        g_assert_cmpint (n, ==, json_object_get_int_member (kind, "n"));
        g_assert_cmpfloat (fabs (expected - 100), <, 1e-6);
    }
    for (guint i = 1; i < json_array_get_length (quality); i++) {
        JsonObject *line = json_array_get_object_element (quality, i);

        assert_lists (line);
        if (strcmp (json_object_get_string_member (line, "of"), "class") == 0)
            n_missing += json_object_get_int_member (line, "missing");
    }
    assert_lists (whole);
    g_assert_cmpint (json_object_get_int_member (whole, "missing"), ==, n_missing);
}

static void
test_months (void)
{
    g_autoptr (JsonParser) parser = read_json (NULL, NULL);
    JsonObject *months = json_object_get_object_member (get_root (parser), "completed_months");
    JsonArray *differences = json_object_get_array_member (months, "differences");

    g_assert_cmpuint (count (months, "rates"), ==, 8);
    g_assert_cmpint (json_object_get_int_member (months, "children"), <=,
                     json_array_get_length (differences));
    g_assert_cmpuint (json_array_get_length (differences), >, 0);
    for (guint i = 0; i < json_array_get_length (differences); i++) {
        JsonObject *one = json_array_get_object_element (differences, i);

        g_assert_cmpstr (json_object_get_string_member (one, "exact_class"), !=,
                         json_object_get_string_member (one, "months_class"));
    }
}

/* Each choice changes the figures that it is about. */
static void
test_choices (void)
{
    g_autoptr (JsonParser) plain = read_json (NULL, NULL);
    g_autoptr (JsonParser) logit = read_json ("--interval=logit", NULL);
    g_autoptr (JsonParser) baz = read_json ("--overweight=baz", NULL);
    g_autoptr (JsonParser) school = read_json ("--population=school-age", NULL);
    JsonObject *wilson_line = find_line (get_root (plain), "stunting");
    JsonObject *logit_line = find_line (get_root (logit), "stunting");
    JsonArray *conditions;

    g_assert_cmpstr (json_object_get_string_member (get_root (plain), "interval"), ==, "wilson");
    g_assert_cmpstr (json_object_get_string_member (get_root (logit), "interval"), ==, "logit");
    g_assert_cmpint (json_object_get_int_member (wilson_line, "cases"), ==,
                     json_object_get_int_member (logit_line, "cases"));
    g_assert_cmpfloat (json_object_get_double_member (wilson_line, "upper"), !=,
                       json_object_get_double_member (logit_line, "upper"));
    g_assert_cmpstr (json_object_get_string_member (get_root (plain), "overweight_rule"), ==,
                     "whz>+2");
    g_assert_cmpstr (json_object_get_string_member (get_root (baz), "overweight_rule"), ==,
                     "baz>+2");
    g_assert_cmpstr (
        json_object_get_string_member (find_line (get_root (baz), "overweight"), "rule"), ==,
        "baz>+2");
    /* The rounds before were counted by the book's rule, so they are no comparison. */
    conditions = json_object_get_array_member (
        json_object_get_object_member (get_root (baz), "change"), "conditions");
    g_assert_cmpuint (json_array_get_length (conditions), ==, 7);
    g_assert_cmpstr (json_object_get_string_member (get_root (school), "population"), ==,
                     "school-age");
    g_assert_cmpint (json_object_get_int_member (get_root (school), "counted"), >, 0);
}

/* A round is a group; the chosen one stands last with the whole school's figures. */
static void
test_rounds_csv (void)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "rates", book, "--as-of=2026-10-20",
                                              "--format=csv", "--by=round", NULL);
    g_auto (GStrv) lines = g_strsplit (run.output, "\n", -1);
    g_auto (GStrv) whole = g_strsplit (lines[1], ",", -1);
    g_auto (GStrv) last = g_strsplit (lines[8], ",", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, 1 + 8 * 8 + 1);
    g_assert_cmpstr (whole[2], ==, "All");
    g_assert_true (g_str_has_prefix (lines[2], "underweight,waz<-2,round:2024-1,"));
    g_assert_cmpstr (last[2], ==, "round:2026-1");
    for (guint i = 3; i < 8; i++)
        g_assert_cmpstr (whole[i], ==, last[i]);
}

static void
test_text (void)
{
    g_auto (TvCliRunResult) run
        = tv_cli_run (NULL, "rates", book, "--as-of=2026-10-20", "--by=round", NULL);
    const char *const words[] = {
        "Intervals: 95 %, by Wilson's method.",
        "Round 2 of school year 2025-2026",
        "Read as a count of this school: ",
        "Read as an estimate of the situation behind it: ",
        "the target of the whole city for 2026",
        "Both countings:",
        "Stunted and overweight at once: ",
        "Read at completed months",
        "The same children since Round 3 of school year 2025-2026:",
        "have turned five since then.",
        "Quality of measuring:",
    };

    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        g_assert_nonnull (strstr (run.output, words[i]));
}

static void
test_refused (void)
{
    const char *const options[] = { "--interval=exact", "--overweight=bmi", "--population=adults" };
    g_auto (TvCliRunResult) late
        = tv_cli_run (NULL, "rates", book, "--round=2025-1", "--since=2025-2", NULL);
    g_auto (TvCliRunResult) same
        = tv_cli_run (NULL, "rates", book, "--round=2025-1", "--since=2025-1", NULL);

    for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
        g_auto (TvCliRunResult) run = tv_cli_run (NULL, "rates", book, options[i], NULL);

        g_assert_cmpint (run.exit_code, ==, 2);
        g_assert_cmpstr (run.output, ==, "");
    }
    g_assert_cmpint (late.exit_code, ==, 1);
    g_assert_nonnull (strstr (late.errors, "no regular round 2025-2 before"));
    g_assert_cmpint (same.exit_code, ==, 1);
}

int
main (int argc, char **argv)
{
    int result;

    g_test_init (&argc, &argv, NULL);
    make_book ();
    g_test_add_func ("/cli/rates-json/counted", test_counted);
    g_test_add_func ("/cli/rates-json/overlap", test_overlap);
    g_test_add_func ("/cli/rates-json/change", test_change);
    g_test_add_func ("/cli/rates-json/first-round", test_first_round);
    g_test_add_func ("/cli/rates-json/measuring", test_measuring);
    g_test_add_func ("/cli/rates-json/months", test_months);
    g_test_add_func ("/cli/rates-json/choices", test_choices);
    g_test_add_func ("/cli/rates-json/rounds-csv", test_rounds_csv);
    g_test_add_func ("/cli/rates-json/text-beside", test_text);
    g_test_add_func ("/cli/rates-json/choices-refused", test_refused);
    result = g_test_run ();
    remove_book ();
    return result;
}
