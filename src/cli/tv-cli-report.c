/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli report: a report of a record book into a file, or the list of those there are. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-export-log.h"
#include "workflows/tv-report-build.h"

#include <glib/gi18n.h>

typedef gboolean (*Write) (const TvReport *report, const char *path, GError **error);

typedef struct {
    char *class_name;
    char *round;
    char *output;
    gboolean is_list;
} Texts;

static void
clear_texts (Texts *self)
{
    g_free (self->class_name);
    g_free (self->round);
    g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static int
print_kinds (void)
{
    guint n;
    const TvReportKind *kinds = tv_report_kinds (&n);

    for (guint i = 0; i < n; i++)
        g_print ("%-16s %s\n", kinds[i].code, tv_report_kind_label (&kinds[i]));
    return TV_CLI_DONE;
}

static Write
choose_writer (const char *path)
{
    g_autofree char *folded = g_ascii_strdown (path, -1);

    if (g_str_has_suffix (folded, ".pdf"))
        return tv_report_write_pdf;
    return g_str_has_suffix (folded, ".xlsx") ? tv_report_write_xlsx : NULL;
}

static void
tell (const TvReport *report, const char *path)
{
    guint n = tv_report_n_pages (report);

    /* Translators: a file name, and how many pages */
    g_print (ngettext ("%1$s was written: %2$u page.", "%1$s was written: %2$u pages.", n), path,
             n);
    g_print ("\n");
    if (tv_report_holds_personal_data (report))
        g_print ("%s\n", _ ("The file holds personal data of children: keep it where only those in "
                            "charge can read it."));
}

static int
run (const TvCliContext *context, const char *folder, const char *kind, const Texts *texts,
     Write write)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_cli_open_book (context, folder, &error);
    g_autoptr (TvReport) report = NULL;

    if (store)
        report = tv_report_build (store, kind, texts->class_name, texts->round, &error);
    if (report && tv_report_holds_personal_data (report)
        && !tv_export_log (store, TV_EXPORT_REPORT, NULL, &error))
        return tv_cli_refuse_error (error);
    if (!report || !write (report, texts->output, &error))
        return tv_cli_refuse_error (error);
    tell (report, texts->output);
    return TV_CLI_DONE;
}

/**
 * tv_cli_report:
 *
 * Returns: TV_CLI_DONE once the file stands, or the list is printed
 */
int
tv_cli_report (TvCliContext *context, int argc, char **argv)
{
    g_auto (Texts) texts = { NULL };
    /* clang-format off */
    const GOptionEntry entries[] = {
        { "class", 0, 0, G_OPTION_ARG_STRING, &texts.class_name,
          N_ ("Only this class, where the report has classes"), N_ ("NAME") },
        { "round", 0, 0, G_OPTION_ARG_STRING, &texts.round,
          N_ ("Code of a round, such as 2026-1; the latest without it"), N_ ("ROUND") },
        { "output", 0, 0, G_OPTION_ARG_FILENAME, &texts.output,
          N_ ("File to write, ending in .pdf or .xlsx"), N_ ("FILE") },
        { "list", 0, 0, G_OPTION_ARG_NONE, &texts.is_list, N_ ("Name the reports there are"), NULL },
        { NULL },
    };
    /* clang-format on */

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK KIND", 0, 2))
        return TV_CLI_USAGE;
    if (texts.is_list)
        return print_kinds ();
    if (argc != 3)
        return tv_cli_usage (context, _ ("Name the record book and the report."));
    if (!tv_report_kind_find (argv[2]))
        return tv_cli_usage (context, _ ("There is no report “%s”; --list names those there are."),
                             argv[2]);
    if (!texts.output)
        return tv_cli_usage (context, _ ("Name the file to write by --output."));
    if (!choose_writer (texts.output))
        return tv_cli_usage (context, _ ("“%s” must end in .pdf or .xlsx."), texts.output);
    return run (context, argv[1], argv[2], &texts, choose_writer (texts.output));
}
