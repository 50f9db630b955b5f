/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli chart: growth charts of a child or a class into a file. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-chart-build.h"
#include "workflows/tv-export-log.h"

#include <glib/gi18n.h>

typedef struct {
    char *student;
    char *class_name;
    char *measure;
    char *output;
} Texts;

static void
clear_texts (Texts *self)
{
    g_free (self->student);
    g_free (self->class_name);
    g_free (self->measure);
    g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static int
run (const TvCliContext *context, const char *folder, const Texts *texts, TvMeasure measure)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_cli_open_book (context, folder, &error);
    g_autoptr (TvChartSet) charts = NULL;

    if (store)
        charts = tv_chart_build (store, measure, texts->student, texts->class_name, &error);
    if (charts && tv_export_log (store, TV_EXPORT_CHART, texts->student, &error)
        && tv_chart_set_write (charts, texts->output, &error))
        return TV_CLI_DONE;
    return tv_cli_refuse_error (error);
}

/**
 * tv_cli_chart:
 *
 * Returns: TV_CLI_DONE once the file stands
 */
int
tv_cli_chart (TvCliContext *context, int argc, char **argv)
{
    g_auto (Texts) texts = { NULL };
    const GOptionEntry entries[] = {
        { "student", 0, 0, G_OPTION_ARG_STRING, &texts.student, N_ ("Key of the child"), "UID" },
        { "class", 0, 0, G_OPTION_ARG_STRING, &texts.class_name,
          N_ ("Name of a class: one chart a page"), N_ ("NAME") },
        { "measure", 0, 0, G_OPTION_ARG_STRING, &texts.measure, N_ ("What is shown"),
          "height|weight|bmi|weight-for-height|z" },
        { "output", 0, 0, G_OPTION_ARG_FILENAME, &texts.output,
          N_ ("File to write, ending in .pdf, .svg or .png"), N_ ("FILE") },
        { NULL },
    };
    TvMeasure measure = TV_MEASURE_HEIGHT;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK", 1, 1))
        return TV_CLI_USAGE;
    if (!texts.student == !texts.class_name)
        return tv_cli_usage (context,
                             _ ("Name either a child by --student or a class by --class."));
    if (!texts.output)
        return tv_cli_usage (context, _ ("Name the file to write by --output."));
    if (texts.measure && !tv_measure_parse (texts.measure, &measure))
        return tv_cli_usage (context, _ ("There is no chart of “%s”."), texts.measure);
    return run (context, argv[1], &texts, measure);
}
