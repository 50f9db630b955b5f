/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli rates: the rates of one round against the plan's targets. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "cli/tv-cli-choice.h"
#include "cli/tv-cli-rates-format.h"
#include "workflows/tv-export-log.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

typedef struct {
    char *round;
    char *since;
    char *split;
    char *format;
    char *population;
    char *interval;
    char *overweight;
} Texts;

static void
clear_texts (Texts *self)
{
    g_free (self->round);
    g_free (self->since);
    g_free (self->split);
    g_free (self->format);
    g_free (self->population);
    g_free (self->interval);
    g_free (self->overweight);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static const struct {
    const char *name;
    char *(*write) (const TvCliRatesFacts *facts);
    gboolean is_brief;
} formats[] = {
    { "text", tv_cli_rates_to_text, FALSE },
    { "csv", tv_cli_rates_to_csv, TRUE },
    { "json", tv_cli_rates_to_json, FALSE },
};

static int
write_rates (const TvCliRatesFacts *facts, guint format)
{
    g_autofree char *text = formats[format].write (facts);

    if (fputs (text, stdout) == EOF || fflush (stdout) != 0)
        /* Translators: %s is what the system says */
        return tv_cli_refuse (_ ("The result could not be written in full: %s."),
                              g_strerror (errno));
    return TV_CLI_DONE;
}

static int
run (const TvCliContext *context, const char *folder, const TvCliRatesQuestion *question,
     guint format)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_cli_open_book (context, folder, &error);
    g_autoptr (TvCliRatesFacts) facts
        = store ? tv_cli_rates_facts_read (store, question, &error) : NULL;

    if (!facts)
        return tv_cli_refuse_error (error);
    if (!facts->rates->round)
        return tv_cli_refuse (_ ("This record book has no measuring round yet."));
    /* Only the brief format names no child. */
    if (!formats[format].is_brief && !tv_export_log (store, TV_EXPORT_LIST, NULL, &error))
        return tv_cli_refuse_error (error);
    return write_rates (facts, format);
}

static gboolean
parse_split (const TvCliContext *context, const char *text, TvCliRatesQuestion *question)
{
    question->has_rounds = g_strcmp0 (text, "round") == 0;
    if (!text || question->has_rounds || tv_split_parse (text, &question->query.split))
        return TRUE;
    tv_cli_usage (context, _ ("Children cannot be grouped by “%s”."), text);
    return FALSE;
}

static gboolean
parse_format (const TvCliContext *context, const char *text, guint *format)
{
    *format = 0;
    while (text && *format < G_N_ELEMENTS (formats) && !g_str_equal (formats[*format].name, text))
        (*format)++;
    if (*format < G_N_ELEMENTS (formats))
        return TRUE;
    tv_cli_usage (context, _ ("There is no format “%s”; text, csv and json are."), text);
    return FALSE;
}

/**
 * tv_cli_rates:
 *
 * Returns: TV_CLI_DONE once the rates are on standard output
 */
int
tv_cli_rates (TvCliContext *context, int argc, char **argv)
{
    g_auto (Texts) texts = { NULL };
    const GOptionEntry entries[] = {
        { "round", 0, 0, G_OPTION_ARG_STRING, &texts.round,
          N_ ("Code of the round, the latest without it"), N_ ("ROUND") },
        { "since", 0, 0, G_OPTION_ARG_STRING, &texts.since,
          N_ ("Compare the same children with this earlier round"), N_ ("ROUND") },
        { "by", 0, 0, G_OPTION_ARG_STRING, &texts.split, N_ ("Groups beside the whole school"),
          "class|grade|sex|age|round|every" },
        { "population", 0, 0, G_OPTION_ARG_STRING, &texts.population, N_ ("Which children"),
          "under-five|school-age" },
        { "interval", 0, 0, G_OPTION_ARG_STRING, &texts.interval,
          /* xgettext:no-c-format */
          N_ ("Wilson's 95 % interval, or WHO's"), "wilson|logit" },
        { "overweight", 0, 0, G_OPTION_ARG_STRING, &texts.overweight,
          N_ ("Overweight under five by weight-for-height, or by BMI-for-age"), "whz|baz" },
        { "format", 0, 0, G_OPTION_ARG_STRING, &texts.format, N_ ("How it is written"),
          "text|csv|json" },
        { NULL },
    };
    TvCliRatesQuestion question = { .query = { .population = TV_POPULATION_BY_SCHOOL,
                                               .overweight_rule = TV_OVERWEIGHT_BY_BOOK } };
    guint format;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK", 1, 1)
        || !parse_split (context, texts.split, &question)
        || !parse_format (context, texts.format, &format)
        || !tv_cli_choose_population (context, texts.population, &question.query.population)
        || !tv_cli_choose_interval (context, texts.interval, &question.query.interval)
        || !tv_cli_choose_overweight (context, texts.overweight, &question.query.overweight_rule))
        return TV_CLI_USAGE;
    question.query.round_code = texts.round;
    question.since = texts.since;
    question.is_brief = formats[format].is_brief;
    return run (context, argv[1], &question, format);
}
