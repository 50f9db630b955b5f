/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli explain: how each z-score and class of a child came about, or a rate of a round. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"

#include "cli/tv-cli-choice.h"
#include "workflows/tv-explain.h"
#include "workflows/tv-rates-explain.h"

#include <glib/gi18n.h>

typedef struct {
    char *student;
    char *date;
    char *indicator;
    char *group;
    char *round;
    char *population;
    char *interval;
    char *overweight;
} Texts;

static void
clear_texts (Texts *self)
{
    g_free (self->student);
    g_free (self->date);
    g_free (self->indicator);
    g_free (self->group);
    g_free (self->round);
    g_free (self->population);
    g_free (self->interval);
    g_free (self->overweight);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static int
explain_child (const TvCliContext *context, const char *folder, const char *student, TvDate date)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_cli_open_book (context, folder, &error);
    g_autofree char *text = store ? tv_explain_child (store, student, date, &error) : NULL;

    if (text) {
        g_print ("%s", text);
        return TV_CLI_DONE;
    }
    return tv_cli_refuse_error (error);
}

static const TvIndicator *
find_indicator (const TvRates *rates, const char *code)
{
    guint n;
    const TvIndicator *indicators = tv_indicators (rates->population, rates->overweight_rule, &n);

    for (guint i = 0; i < n; i++) {
        if (g_str_equal (indicators[i].code, code))
            return &indicators[i];
    }
    return NULL;
}

static int
refuse_indicator (const TvRates *rates, const char *code)
{
    g_autoptr (GString) known = g_string_new (NULL);
    guint n;
    const TvIndicator *indicators = tv_indicators (rates->population, rates->overweight_rule, &n);

    for (guint i = 0; i < n; i++)
        g_string_append_printf (known, "%s%s", i ? ", " : "", indicators[i].code);
    if (rates->population == TV_POPULATION_UNDER_FIVE)
        /* Translators: what was typed, and a list of codes */
        return tv_cli_refuse (_ ("There is no indicator “%1$s” for children under five; there are: "
                                 "%2$s."),
                              code, known->str);
    /* Translators: what was typed, and a list of codes */
    return tv_cli_refuse (_ ("There is no indicator “%1$s” for children of school age; there are: "
                             "%2$s."),
                          code, known->str);
}

static int
refuse_group (const TvRates *rates, const TvIndicator *indicator, const char *code)
{
    g_autoptr (GString) known = g_string_new (NULL);

    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        if (line->indicator == indicator)
            g_string_append_printf (known, "%s%s", known->len ? ", " : "", line->group_code);
    }
    /* Translators: what was typed, and a list of codes */
    return tv_cli_refuse (_ ("The round has no group “%1$s”; there are: %2$s."), code, known->str);
}

static int
explain_rate (const TvCliContext *context, const char *folder, const TvRatesQuery *query,
              const char *code, const char *group)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_cli_open_book (context, folder, &error);
    g_autoptr (TvRates) rates = store ? tv_rates_work_out (store, query, &error) : NULL;
    const TvIndicator *indicator;
    const TvRateLine *line;
    g_autofree char *text = NULL;

    if (!rates)
        return tv_cli_refuse_error (error);
    if (!rates->round)
        return tv_cli_refuse (_ ("This record book has no measuring round yet."));
    indicator = find_indicator (rates, code);
    if (!indicator)
        return refuse_indicator (rates, code);
    line = tv_rates_find (rates, indicator->id, group);
    if (!line)
        return refuse_group (rates, indicator, group);
    text = tv_rates_explain (rates, line);
    g_print ("%s", text);
    return TV_CLI_DONE;
}

static int
run_rate (const TvCliContext *context, const char *folder, const Texts *texts)
{
    TvRatesQuery query = { .round_code = texts->round,
                           .population = TV_POPULATION_BY_SCHOOL,
                           .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                           .split = TV_SPLIT_EVERY };

    if (texts->student || texts->date)
        return tv_cli_usage (context, _ ("Name either a child or an indicator, not both."));
    if (!tv_cli_choose_population (context, texts->population, &query.population)
        || !tv_cli_choose_interval (context, texts->interval, &query.interval)
        || !tv_cli_choose_overweight (context, texts->overweight, &query.overweight_rule))
        return TV_CLI_USAGE;
    return explain_rate (context, folder, &query, texts->indicator,
                         texts->group ? texts->group : "All");
}

static int
run_child (const TvCliContext *context, const char *folder, const Texts *texts)
{
    TvDate date = TV_DATE_NONE;

    if (!texts->student)
        return tv_cli_usage (context, _ ("Name a child by --student, or a rate by --indicator."));
    if (texts->group || texts->round || texts->population || texts->interval || texts->overweight)
        return tv_cli_usage (context,
                             _ ("Name a rate by --indicator; the other options are for rates."));
    if (texts->date)
        date = tv_date_parse_iso (texts->date);
    if (texts->date && date == TV_DATE_NONE)
        return tv_cli_usage (context, _ ("“%s” is not a date; write it as 2026-09-05."),
                             texts->date);
    return explain_child (context, folder, texts->student, date);
}

/**
 * tv_cli_explain:
 *
 * Returns: TV_CLI_DONE once the explanation is on standard output
 */
int
tv_cli_explain (TvCliContext *context, int argc, char **argv)
{
    g_auto (Texts) texts = { NULL };
    const GOptionEntry entries[] = {
        { "student", 0, 0, G_OPTION_ARG_STRING, &texts.student, N_ ("Key of the child"), "UID" },
        { "date", 0, 0, G_OPTION_ARG_STRING, &texts.date,
          N_ ("Day of the measurement; without it, the latest"), N_ ("YYYY-MM-DD") },
        { "indicator", 0, 0, G_OPTION_ARG_STRING, &texts.indicator,
          N_ ("A rate instead of a child, such as stunting"), N_ ("CODE") },
        { "group", 0, 0, G_OPTION_ARG_STRING, &texts.group,
          N_ ("The rate's group as “rates” names it, the whole school without it"), N_ ("CODE") },
        { "round", 0, 0, G_OPTION_ARG_STRING, &texts.round,
          N_ ("Code of the round, the latest without it"), N_ ("ROUND") },
        { "population", 0, 0, G_OPTION_ARG_STRING, &texts.population, N_ ("Which children"),
          "under-five|school-age" },
        { "interval", 0, 0, G_OPTION_ARG_STRING, &texts.interval,
          /* xgettext:no-c-format */
          N_ ("Wilson's 95 % interval, or WHO's"), "wilson|logit" },
        { "overweight", 0, 0, G_OPTION_ARG_STRING, &texts.overweight,
          N_ ("Overweight under five by weight-for-height, or by BMI-for-age"), "whz|baz" },
        { NULL },
    };

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK", 1, 1))
        return TV_CLI_USAGE;
    return texts.indicator ? run_rate (context, argv[1], &texts)
                           : run_child (context, argv[1], &texts);
}
