/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli prevalence: CSV of children in, CSV of rates with their intervals out. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-choice.h"
#include "cli/tv-cli-growth-rows.h"
#include "cli/tv-cli-rate-csv.h"
#include "indicators/tv-prevalence.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

typedef struct {
    char *population;
    char *interval;
    char *overweight;
} Texts;

static void
clear_texts (Texts *self)
{
    g_free (self->population);
    g_free (self->interval);
    g_free (self->overweight);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

typedef struct {
    TvPopulation population;
    TvIntervalKind interval;
    TvOverweightRule rule;
} Choices;

static gboolean
parse (const TvCliContext *context, const Texts *texts, Choices *choices)
{
    *choices = (Choices){ TV_POPULATION_UNDER_FIVE };
    if (!texts->population) {
        tv_cli_usage (context, _ ("Which children? Give --population=under-five or "
                                  "--population=school-age."));
        return FALSE;
    }
    return tv_cli_choose_population (context, texts->population, &choices->population)
           && tv_cli_choose_interval (context, texts->interval, &choices->interval)
           && tv_cli_choose_overweight (context, texts->overweight, &choices->rule);
}

static gboolean
count_rows (TvCliGrowthRows *rows, const Choices *choices, TvPrevalence *prevalence, GError **error)
{
    TvStandard standard
        = choices->population == TV_POPULATION_SCHOOL_AGE ? TV_STANDARD_2007 : TV_STANDARD_2006;
    g_autoptr (GError) read_error = NULL;
    TvCliGrowthRow row;

    while (tv_cli_growth_rows_next (rows, &row, &read_error)) {
        TvSubject subject = { .sex = row.input.sex,
                              .age_days = row.input.age_days,
                              .age_months = row.input.age_months,
                              .has_oedema = row.input.has_oedema };

        tv_growth_score (&row.input, standard, &subject.growth);
        tv_prevalence_add (prevalence, &subject);
    }
    if (!read_error)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&read_error));
    return FALSE;
}

static int
write_rates (const TvPrevalence *prevalence, TvIntervalKind interval)
{
    g_autoptr (GArray) rows = tv_prevalence_make_rows (prevalence, interval);
    g_autoptr (GString) text = g_string_new (TV_CLI_RATE_HEADER "\n");

    for (guint i = 0; i < rows->len; i++) {
        const TvPrevalenceRow *row = &g_array_index (rows, TvPrevalenceRow, i);

        g_string_append_printf (text, "%s,%s,%s", row->indicator->code, row->indicator->rule,
                                row->group);
        if (row->is_blank)
            g_string_append (text, ",,,,,");
        else
            tv_cli_append_rate_csv (text, &row->rate);
        g_string_append_c (text, '\n');
    }
    if (fputs (text->str, stdout) == EOF || fflush (stdout) != 0)
        /* Translators: %s is what the system says */
        return tv_cli_refuse (_ ("The result could not be written in full: %s."),
                              g_strerror (errno));
    return TV_CLI_DONE;
}

/**
 * tv_cli_prevalence:
 *
 * Returns: TV_CLI_DONE once the rates of all readable rows are on standard output
 */
int
tv_cli_prevalence (TvCliContext *context, int argc, char **argv)
{
    g_auto (Texts) texts = { NULL };
    const GOptionEntry entries[] = {
        { "population", 0, 0, G_OPTION_ARG_STRING, &texts.population,
          N_ ("Which children are counted, and by which tables"), "under-five|school-age" },
        { "interval", 0, 0, G_OPTION_ARG_STRING, &texts.interval,
          /* xgettext:no-c-format */
          N_ ("Wilson's 95 % interval, or WHO's"), "wilson|logit" },
        { "overweight", 0, 0, G_OPTION_ARG_STRING, &texts.overweight,
          N_ ("Overweight under five by weight-for-height, or by BMI-for-age"), "whz|baz" },
        { NULL },
    };
    g_autoptr (TvCliGrowthRows) rows = NULL;
    g_autoptr (TvPrevalence) prevalence = NULL;
    g_autoptr (GError) error = NULL;
    Choices choices;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "[FILE]", 0, 1)
        || !parse (context, &texts, &choices))
        return TV_CLI_USAGE;
    prevalence = tv_prevalence_new (choices.population, choices.rule);
    rows = tv_cli_growth_rows_open (argc > 1 ? argv[1] : NULL, &error);
    if (!rows || !count_rows (rows, &choices, prevalence, &error))
        return tv_cli_refuse ("%s", error->message);
    return write_rates (prevalence, choices.interval);
}
