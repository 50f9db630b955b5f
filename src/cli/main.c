/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: finds the command and hands over to its file. */

#include "base/tv-platform.h"
#include "cli/tv-cli-commands.h"

#include <glib/gi18n.h>

/* clang-format off */
static const struct {
    const char *name;
    TvCliRun run;
    const char *summary;
} commands[] = {
    { "backup", tv_cli_backup, N_ ("A record book into one file, read through afterwards") },
    { "chart", tv_cli_chart, N_ ("Growth charts of a child or a class into a file") },
    { "check", tv_cli_check, N_ ("Look a record book through for damage and tampering") },
    { "create", tv_cli_create, N_ ("A new record book") },
    { "demo", tv_cli_demo, N_ ("A practice school with three years of rounds") },
    { "erase", tv_cli_erase, N_ ("A child out of a record book for good, on a lawful request") },
    { "explain", tv_cli_explain, N_ ("How the z-scores of a child, or a rate, came about") },
    { "import", tv_cli_import, N_ ("A class list or weighing sheet into a record book") },
    { "list", tv_cli_list, N_ ("What a record book holds, as CSV") },
    { "merge", tv_cli_merge, N_ ("Two copies of a record book that both changed into one") },
    { "prevalence", tv_cli_prevalence, N_ ("Rates of the children in a CSV file") },
    { "rates", tv_cli_rates, N_ ("Rates of a round against the plan's targets") },
    { "report", tv_cli_report, N_ ("A report of the school into a PDF or xlsx file") },
    { "restore", tv_cli_restore, N_ ("A backup into a folder without a record book") },
    { "self-test", tv_cli_self_test, N_ ("Whether this program works out and writes rightly here") },
    { "zscores", tv_cli_zscores, N_ ("Z-scores of the children in a CSV file") },
    { NULL },
};
/* clang-format on */

static int
print_help (void)
{
    g_print (_ ("Use: tamvoc-cli COMMAND …, or tamvoc-cli COMMAND --help for its options"));
    g_print ("\n\n");
    for (guint i = 0; commands[i].name; i++)
        g_print ("  %-12s %s\n", commands[i].name, _ (commands[i].summary));
    return TV_CLI_DONE;
}

static int
run_command (TvCliContext *context, int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : NULL;

    if (!name)
        return tv_cli_usage (context, _ ("Which command?"));
    if (g_strcmp0 (name, "--help") == 0 || g_strcmp0 (name, "-h") == 0)
        return print_help ();
    if (g_strcmp0 (name, "--version") == 0) {
        g_print ("Tầm Vóc %s\n", TV_VERSION);
        return TV_CLI_DONE;
    }
    for (guint i = 0; commands[i].name; i++) {
        if (g_strcmp0 (name, commands[i].name) == 0) {
            context->command = name;
            context->summary = _ (commands[i].summary);
            return commands[i].run (context, argc - 1, argv + 1);
        }
    }
    return tv_cli_usage (context, _ ("There is no command “%s”."), name);
}

int
main (int argc, char **argv)
{
    g_auto (GStrv) arguments = g_strdupv (argv);
    g_autofree char **view = NULL;
    TvCliContext context;
    int exit_code = TV_CLI_USAGE;

    tv_platform_forbid_core_dumps ();
    if (tv_cli_context_init (&context, &arguments)) {
        /* GOption drops what it has read from the array it is given, without freeing it. */
        argc = (int) g_strv_length (arguments);
        view = g_memdup2 (arguments, sizeof *arguments * (gsize) (argc + 1));
        exit_code = run_command (&context, argc, view);
    }
    tv_cli_context_clear (&context);
    return exit_code;
}
