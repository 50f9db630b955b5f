/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli prevalence from outside: a survey counted by hand, in both populations, with both
 * intervals and rules, and every way to ask for it wrongly. */

#include "tests/cli/tv-cli-run.h"

#include <string.h>

/* Boys of 1200 days: the middle of the table, short, heavy; a girl with oedema, a boy too old. */
static const char under_five[] = "height_cm,id,sex,age_days,weight_kg,oedema,measured,note\n"
                                 "97.5,a,M,1200,14.8,n,H,x\n"
                                 "88.0,b,M,1200,12.5,n,H,x\n"
                                 "96.0,c,M,1200,18.5,n,H,x\n"
                                 ",d,F,1200,,y,,x\n"
                                 "110.0,e,M,1827,18.0,n,H,x\n";

static void
assert_row (const TvCliRunResult *run, const char *row)
{
    g_autofree char *line = g_strconcat ("\n", row, "\n", NULL);

    g_test_message ("%s", row);
    g_assert_cmpint (run->exit_code, ==, 0);
    g_assert_nonnull (strstr (run->output, line));
}

static void
test_wilson (void)
{
    g_auto (TvCliRunResult) run
        = tv_cli_run (under_five, "prevalence", "--population=under-five", NULL);

    g_assert_true (
        g_str_has_prefix (run.output, "indicator,rule,group,n,cases,percent,lower,upper\n"));
    g_assert_cmpstr (run.errors, ==, "");
    /* 1 of 4 and 1 of 3, by Wilson. */
    assert_row (&run, "underweight,waz<-2,All,4,1,25.000000,4.558726,69.935816");
    assert_row (&run, "underweight,waz<-2,F,1,1,100.000000,20.654931,100.000000");
    assert_row (&run, "stunting,haz<-2,All,3,1,33.333333,6.149194,79.234040");
    assert_row (&run, "stunting,haz<-2,F,0,0,,,");
    assert_row (&run, "overweight,whz>+2,36-47 mo,4,1,25.000000,4.558726,69.935816");
    assert_row (&run, "overweight,whz>+2,24-35 mo,0,0,,,");
}

static void
test_logit (void)
{
    g_auto (TvCliRunResult) run = tv_cli_run (under_five, "prevalence", "--population=under-five",
                                              "--interval=logit", NULL);

    /* ln(1/3) ± 3.182446 sqrt(4/3 / (4 · 3/16)), with four in the sample. */
    assert_row (&run, "underweight,waz<-2,All,4,1,25.000000,0.476409,95.869738");
    assert_row (&run, "underweight,waz<-2,F,1,1,100.000000,100.000000,100.000000");
    assert_row (&run, "severe_stunting,haz<-3,All,3,0,0.000000,0.000000,0.000000");
}

static void
test_by_bmi (void)
{
    g_auto (TvCliRunResult) run = tv_cli_run (under_five, "prevalence", "--population=under-five",
                                              "--overweight=baz", NULL);

    assert_row (&run, "overweight,baz>+2,All,4,1,25.000000,4.558726,69.935816");
}

static void
test_school_age (void)
{
    g_auto (TvCliRunResult) run = tv_cli_run ("sex,age_months,weight_kg,height_cm\n"
                                              "M,100,45,128\n"
                                              "F,228,50,160\n"
                                              "M,228.01,50,170\n"
                                              "F,59.9,15,105\n",
                                              "prevalence", "--population=school-age", NULL);

    assert_row (&run, "severe_obesity,baz>+3,All,2,1,50.000000,9.453121,90.546879");
    assert_row (&run, "underweight,waz<-2,All,,,,,");
    assert_row (&run, "underweight,waz<-2,96-107 mo,1,0,0.000000,0.000000,79.345069");
    assert_row (&run, "thinness,baz<-2,228-228 mo,1,0,0.000000,0.000000,79.345069");
    assert_row (&run, "thinness,baz<-2,60-71 mo,0,0,,,");
}

/* Rows that cannot be read are told and counted, and change no figure. */
static void
test_bad_rows (void)
{
    const char *const rows[] = {
        "97.5,f,X,1200,14.8,n,H,x\n",     "97.5,f,nam,1200,14.8,n,H,x\n",
        "112cm,f,M,1200,14.8,n,H,x\n",    "0.975,f,M,1200,14.8,n,H,x\n",
        "975,f,M,1200,14.8,n,H,x\n",      "97.5,f,M,1200,14800,n,H,x\n",
        "97,5,f,M,1200,14.8,n,H,x\n",     "97.5,f,M,2023-02-30,14.8,n,H,x\n",
        "97.5,f,M,1200,14.8,maybe,H,x\n", "97.5,f,M,1200,14.8,n,stands,x\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        g_autofree char *input = g_strconcat (under_five, rows[i], NULL);
        g_auto (TvCliRunResult) good
            = tv_cli_run (under_five, "prevalence", "--population=under-five", NULL);
        g_auto (TvCliRunResult) run
            = tv_cli_run (input, "prevalence", "--population=under-five", NULL);

        g_assert_cmpint (run.exit_code, ==, 0);
        g_assert_cmpstr (run.output, ==, good.output);
        g_assert_nonnull (strstr (run.errors, "Line 7"));
        g_assert_true (g_str_has_suffix (run.errors, "1 row passed over, 5 read.\n"));
    }
}

static void
test_nothing_read (void)
{
    g_auto (TvCliRunResult) run = tv_cli_run ("sex,age_days,height_cm\nX,1200,97.5\nM,1200,97.5m\n",
                                              "prevalence", "--population=under-five", NULL);

    g_assert_cmpint (run.exit_code, ==, 1);
    g_assert_cmpstr (run.output, ==, "");
    g_assert_nonnull (strstr (run.errors, "2 rows passed over, 0 read."));
    g_assert_nonnull (strstr (run.errors, "No row could be read."));
}

static void
test_wrong_use (void)
{
    g_auto (TvCliRunResult) none = tv_cli_run (under_five, "prevalence", NULL);
    g_auto (TvCliRunResult) other
        = tv_cli_run (under_five, "prevalence", "--population=adults", NULL);
    g_auto (TvCliRunResult) interval
        = tv_cli_run (under_five, "prevalence", "--population=under-five", "--interval=wald", NULL);
    g_auto (TvCliRunResult) missing
        = tv_cli_run (NULL, "prevalence", "--population=under-five", "/nowhere/survey.csv", NULL);
    g_auto (TvCliRunResult) empty = tv_cli_run ("", "prevalence", "--population=under-five", NULL);

    g_assert_cmpint (none.exit_code, ==, 2);
    g_assert_cmpint (other.exit_code, ==, 2);
    g_assert_nonnull (strstr (other.errors, "adults"));
    g_assert_cmpint (interval.exit_code, ==, 2);
    g_assert_cmpint (missing.exit_code, ==, 1);
    g_assert_cmpint (empty.exit_code, ==, 1);
    g_assert_cmpstr (empty.output, ==, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/cli/prevalence/wilson", test_wilson);
    g_test_add_func ("/cli/prevalence/logit", test_logit);
    g_test_add_func ("/cli/prevalence/by-bmi", test_by_bmi);
    g_test_add_func ("/cli/prevalence/school-age", test_school_age);
    g_test_add_func ("/cli/prevalence/bad-rows", test_bad_rows);
    g_test_add_func ("/cli/prevalence/nothing-read", test_nothing_read);
    g_test_add_func ("/cli/prevalence/wrong-use", test_wrong_use);
    return g_test_run ();
}
