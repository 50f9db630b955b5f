/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli rates: the rates of one round against the plan's targets. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-rates-format.h"
#include "workflows/tv-rates.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

typedef struct {
    char *round;
    char *split;
    char *format;
} Texts;

static void
clear_texts (Texts *self)
{
    g_free (self->round);
    g_free (self->split);
    g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static const struct {
    const char *name;
    char *(*write) (const TvRates *rates);
} formats[] = {
    { "text", tv_cli_rates_to_text },
    { "csv", tv_cli_rates_to_csv },
    { "json", tv_cli_rates_to_json },
};

static int
write_rates (const TvRates *rates, guint format)
{
    g_autofree char *text = formats[format].write (rates);

    if (fputs (text, stdout) == EOF || fflush (stdout) != 0)
        /* Translators: %s is what the system says */
        return tv_cli_refuse (_ ("The result could not be written in full: %s."),
                              g_strerror (errno));
    return TV_CLI_DONE;
}

static int
run (const TvCliContext *context, const char *folder, const TvRatesQuery *query, guint format)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_store_open (folder, context->clock, &error);
    g_autoptr (TvRates) rates = store ? tv_rates_work_out (store, query, &error) : NULL;

    if (!rates)
        return tv_cli_refuse_error (error);
    if (!rates->round)
        return tv_cli_refuse (_ ("This record book has no measuring round yet."));
    return write_rates (rates, format);
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
        { "by", 0, 0, G_OPTION_ARG_STRING, &texts.split, N_ ("Groups beside the whole school"),
          "class|grade|sex|age|every" },
        { "format", 0, 0, G_OPTION_ARG_STRING, &texts.format, N_ ("How it is written"),
          "text|csv|json" },
        { NULL },
    };
    TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL };
    guint format = 0;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK", 1, 1))
        return TV_CLI_USAGE;
    if (texts.split && !tv_split_parse (texts.split, &query.split))
        return tv_cli_usage (context, _ ("Children cannot be grouped by “%s”."), texts.split);
    while (texts.format && format < G_N_ELEMENTS (formats)
           && !g_str_equal (formats[format].name, texts.format))
        format++;
    if (format == G_N_ELEMENTS (formats))
        return tv_cli_usage (context, _ ("There is no format “%s”; text, csv and json are."),
                             texts.format);
    query.round_code = texts.round;
    return run (context, argv[1], &query, format);
}
