/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli import: prints the plan of a class list or weighing sheet row by row as CSV, then
 * writes it and says what was written. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-book.h"
#include "workflows/tv-csv-line.h"
#include "workflows/tv-import-reading.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

typedef struct {
    char *date;
    char *year;
    gboolean is_dry_run;
    gboolean is_whole_school;
} Texts;

static void
clear_texts (Texts *self)
{
    g_free (self->date);
    g_free (self->year);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

/* Each remark with the column to look in. */
static char *
join_remarks (const TvImportRow *row)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < row->remarks->len; i++) {
        const TvImportRemark *remark = g_ptr_array_index (row->remarks, i);

        if (i > 0)
            g_string_append_c (text, ' ');
        if (*remark->column)
            g_string_append_printf (text, "%s%u: ", remark->column, row->row);
        g_string_append (text, remark->sentence);
        if (remark->proposal)
            g_string_append_printf (text, " (→ %s)", remark->proposal);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_row (TvCsvLine *line, const TvImportRow *row)
{
    g_autofree char *remarks = join_remarks (row);

    tv_csv_line_add (line, tv_import_verdict_code (row->verdict));
    tv_csv_line_add (line, row->sheet);
    if (row->row > 0)
        tv_csv_line_add_number (line, row->row);
    else
        tv_csv_line_add (line, NULL);
    tv_csv_line_add (line, row->class_name);
    tv_csv_line_add (line, row->name);
    tv_csv_line_add (line, row->birth_date);
    tv_csv_line_add (line, row->sex);
    tv_csv_line_add (line, row->details);
    tv_csv_line_add (line, remarks);
    tv_csv_line_end (line);
}

/* How the file was read, where that was not plain, with names that show whether it was right. */
static void
print_notices (TvImportPlan *plan)
{
    g_autoptr (GPtrArray) notices = tv_import_plan_notices (plan);

    for (guint i = 0; i < notices->len; i++)
        fprintf (stdout, "%s\n", (const char *) g_ptr_array_index (notices, i));
    for (guint i = 0; i < tv_import_plan_n_examples (plan); i++) {
        TvImportExample example = tv_import_plan_example (plan, i);

        fprintf (stdout, "  %s → %s\n", example.before, example.after);
    }
}

static void
print_plan (TvImportPlan *plan)
{
    g_autofree char *summary = tv_import_plan_summary (plan);
    TvCsvLine line = { stdout, FALSE };

    fputs ("verdict,sheet,row,class,name,birth_date,sex,details,remarks\n", stdout);
    for (guint i = 0; i < tv_import_plan_n_rows (plan); i++)
        print_row (&line, tv_import_plan_row (plan, i));
    fprintf (stdout, "\n%s\n", summary);
    print_notices (plan);
}

static void
print_written (const TvImportCounts *written, guint n_refused)
{
    g_autofree char *sentence = tv_import_written_sentence (written);
    g_autofree char *refused = NULL;

    fprintf (stdout, "%s\n", sentence);
    if (n_refused == 0)
        return;
    /* Translators: %u is a number of rows. */
    refused = g_strdup_printf (ngettext ("%u row was refused and not written: correct it in the "
                                         "file and import the file again.",
                                         "%u rows were refused and not written: correct them in "
                                         "the file and import the file again.",
                                         n_refused),
                               n_refused);
    fprintf (stdout, "%s\n", refused);
}

static int
finish (const TvImportCounts *planned)
{
    if (fflush (stdout) != 0 || ferror (stdout))
        /* Translators: %s is what the system says */
        return tv_cli_refuse (_ ("The result could not be written in full: %s."),
                              g_strerror (errno));
    if (planned->n_by_verdict[TV_IMPORT_REFUSED] == planned->n_rows)
        return tv_cli_refuse (_ ("Every row of that file was refused."));
    return TV_CLI_DONE;
}

static int
run (TvStore *store, const char *path, const TvImportOptions *options, gboolean is_dry_run)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvImportPlan) plan = tv_import_plan_read (store, path, options, NULL, &error);
    TvImportCounts planned, written;

    if (!plan)
        return tv_cli_refuse_error (error);
    tv_import_plan_count (plan, &planned);
    print_plan (plan);
    if (is_dry_run) {
        fprintf (stdout, "%s\n", _ ("This was a trial: nothing was written."));
    } else {
        if (!tv_import_plan_apply (plan, &written, &error))
            return tv_cli_refuse_error (error);
        print_written (&written, planned.n_by_verdict[TV_IMPORT_REFUSED]);
    }
    return finish (&planned);
}

static gboolean
parse (const TvCliContext *context, const Texts *texts, TvImportOptions *options)
{
    *options = (TvImportOptions) TV_IMPORT_OPTIONS_INIT;
    options->is_whole_school = texts->is_whole_school;
    if (texts->date) {
        options->measuring_date = tv_date_parse_iso (texts->date);
        if (options->measuring_date == TV_DATE_NONE) {
            tv_cli_usage (context, _ ("“%s” is not a date; write it as 2026-09-05."), texts->date);
            return FALSE;
        }
    }
    if (texts->year && !tv_school_year_parse (texts->year, &options->first_year)) {
        tv_cli_usage (context, _ ("“%s” is not a school year; write it as 2026-2027."),
                      texts->year);
        return FALSE;
    }
    return TRUE;
}

/**
 * tv_cli_import:
 * @context: the options that work everywhere
 * @argc: number of arguments
 * @argv: arguments, the command's name first
 *
 * Returns: a #TvCliExit
 */
int
tv_cli_import (TvCliContext *context, int argc, char **argv)
{
    g_auto (Texts) texts = { NULL };
    const GOptionEntry entries[]
        = { { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &texts.is_dry_run,
              N_ ("Print the plan and write nothing"), NULL },
            { "date", 0, 0, G_OPTION_ARG_STRING, &texts.date,
              N_ ("The measuring date; default: as the file says, else today"), "ISO" },
            { "year", 0, 0, G_OPTION_ARG_STRING, &texts.year,
              N_ ("The school year; default: as the file says, else by the date"), "2026-2027" },
            { "whole-school", 0, 0, G_OPTION_ARG_NONE, &texts.is_whole_school,
              N_ ("The file names the whole school: who is not in it has left"), NULL },
            { NULL } };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    TvImportOptions options;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK FILE", 2, 2)
        || !parse (context, &texts, &options))
        return TV_CLI_USAGE;
    store = tv_cli_open_book (context, argv[1], &error);
    if (!store)
        return tv_cli_refuse_error (error);
    return run (store, argv[2], &options, texts.is_dry_run);
}
