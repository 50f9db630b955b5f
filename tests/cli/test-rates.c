/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli demo and rates from outside: a practice school, and its rates in three formats that
 * must say the same. */

#include "tests/cli/tv-cli-run.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
    char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_auto (TvCliRunResult) run = { 0 };

    fixture->folder = tv_cli_run_make_folder ();
    run = tv_cli_run (NULL, "demo", fixture->folder, "--students=80", "--seed=7",
                      "--as-of=2026-10-20", NULL);
    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpint (run.exit_code, ==, 0);
    g_assert_nonnull (strstr (run.output, fixture->folder));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    tv_cli_run_remove_folder (fixture->folder);
    g_free (fixture->folder);
}

static TvCliRunResult
run_rates (Fixture *fixture, const char *option, const char *other)
{
    TvCliRunResult run
        = tv_cli_run (NULL, "rates", fixture->folder, "--as-of=2026-10-20", option, other, NULL);

    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpint (run.exit_code, ==, 0);
    return run;
}

/* Each class holds all the school's children between them, so counts add up. */
static void
test_csv (Fixture *fixture, gconstpointer data)
{
    g_auto (TvCliRunResult) run = run_rates (fixture, "--format=csv", "--by=class");
    g_auto (GStrv) lines = g_strsplit (run.output, "\n", -1);
    guint n_all = 0, n_groups = 0, n_verdicts = 0;

    g_assert_cmpstr (lines[0], ==,
                     "indicator,rule,group,n,cases,percent,lower,upper,target,verdict");
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

        g_assert_cmpuint (g_strv_length (cells), ==, 10);
        *(strcmp (cells[2], "All") == 0 ? &n_all : &n_groups)
            += (guint) g_ascii_strtoull (cells[3], NULL, 10);
        n_verdicts += *cells[9] != '\0';
    }
    g_assert_cmpuint (n_all, >, 8 * 30);
    g_assert_cmpuint (n_groups, ==, n_all);
    g_assert_cmpuint (n_verdicts, ==, 3);
    g_assert_nonnull (strstr (run.output, "underweight,waz<-2,All,"));
    g_assert_nonnull (strstr (run.output, ",6.4,"));
}

static void
check_line (JsonObject *line, const char *csv)
{
    g_autofree char *row = g_strdup_printf (
        "\n%s,%s,%s,%d,%d,", json_object_get_string_member (line, "indicator"),
        json_object_get_string_member (line, "rule"), json_object_get_string_member (line, "group"),
        (int) json_object_get_int_member (line, "n"),
        (int) json_object_get_int_member (line, "cases"));

    g_assert_nonnull (strstr (csv, row));
    g_assert_cmpint (json_array_get_length (json_object_get_array_member (line, "case_uids")), ==,
                     json_object_get_int_member (line, "cases"));
}

/* Whoever is enrolled is either counted or named with a reason. */
static void
test_json (Fixture *fixture, gconstpointer data)
{
    g_auto (TvCliRunResult) csv = run_rates (fixture, "--format=csv", "--by=sex");
    g_auto (TvCliRunResult) run = run_rates (fixture, "--format=json", "--by=sex");
    g_autoptr (JsonParser) parser = json_parser_new ();
    g_autoptr (GError) error = NULL;
    JsonObject *root;
    JsonArray *lines, *excluded;
    gint64 n_left = 0;

    json_parser_load_from_data (parser, run.output, -1, &error);
    g_assert_no_error (error);
    root = json_node_get_object (json_parser_get_root (parser));
    g_assert_true (json_object_get_boolean_member (root, "practice"));
    g_assert_cmpstr (json_object_get_string_member (root, "round"), ==, "2026-1");
    g_assert_cmpstr (json_object_get_string_member (root, "population"), ==, "under-five");
    lines = json_object_get_array_member (root, "lines");
    g_assert_cmpuint (json_array_get_length (lines), ==, 8 * 3);
    for (guint i = 0; i < json_array_get_length (lines); i++)
        check_line (json_array_get_object_element (lines, i), csv.output);
    excluded = json_object_get_array_member (root, "excluded");
    for (guint i = 0; i < json_array_get_length (excluded); i++) {
        JsonObject *child = json_array_get_object_element (excluded, i);
        const char *reason = json_object_get_string_member (child, "reason");

        g_assert_cmpuint (strlen (json_object_get_string_member (child, "uid")), ==, 36);
        n_left += strcmp (reason, "not-enrolled") == 0;
    }
    g_assert_cmpint (json_object_get_int_member (root, "counted")
                         + json_array_get_length (excluded),
                     ==, json_object_get_int_member (root, "enrolled") + n_left);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
    g_auto (TvCliRunResult) run = run_rates (fixture, "--format=text", NULL);
    g_auto (TvCliRunResult) same = run_rates (fixture, NULL, NULL);

    g_assert_cmpstr (run.output, ==, same.output);
    g_assert_nonnull (strstr (run.output, "PRACTICE DATA"));
    g_assert_nonnull (strstr (run.output, "Stunting (height-for-age below −2 SD)"));
    g_assert_nonnull (strstr (run.output, "The target (<\u00a09.6\u00a0%) is "));
    g_assert_nonnull (strstr (run.output, "Not counted:"));
}

static void
test_older_round (Fixture *fixture, gconstpointer data)
{
    g_auto (TvCliRunResult) run = run_rates (fixture, "--round=2024-2", "--format=csv");
    g_auto (GStrv) lines = g_strsplit (run.output, "\n", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, 10);
    /* There is no plan of 2024 in the book. */
    g_assert_true (g_str_has_suffix (lines[1], ",,"));
}

static void
assert_refused (Fixture *fixture, const char *option, int exit_code, const char *words)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "rates", fixture->folder, option, NULL);

    g_assert_cmpint (run.exit_code, ==, exit_code);
    g_assert_cmpstr (run.output, ==, "");
    g_assert_nonnull (strstr (run.errors, words));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
    g_auto (TvCliRunResult) again = tv_cli_run (NULL, "demo", fixture->folder, NULL);
    g_auto (TvCliRunResult) none = tv_cli_run (NULL, "rates", "/nowhere", NULL);
    g_auto (TvCliRunResult) many = tv_cli_run (NULL, "demo", "/nowhere", "--students=0", NULL);
    g_auto (TvCliRunResult) level = tv_cli_run (NULL, "demo", "/nowhere", "--level=x", NULL);

    assert_refused (fixture, "--round=1999-1", 1, "1999-1");
    assert_refused (fixture, "--by=colour", 2, "colour");
    assert_refused (fixture, "--format=pdf", 2, "pdf");
    g_assert_cmpint (again.exit_code, ==, 1);
    g_assert_cmpint (none.exit_code, ==, 1);
    g_assert_cmpint (many.exit_code, ==, 2);
    g_assert_cmpint (level.exit_code, ==, 2);
}

#define ADD(path, test) g_test_add ("/cli/rates/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("csv", test_csv);
    ADD ("json", test_json);
    ADD ("text", test_text);
    ADD ("older-round", test_older_round);
    ADD ("refused", test_refused);
    return g_test_run ();
}
