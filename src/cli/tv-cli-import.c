/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli import: prints the plan of a class list or weighing sheet row by row as CSV, then
 * writes it and says what was written. */

#include "cli/tv-cli-commands.h"

#include "workflows/tv-error-sentence.h"
#include "workflows/tv-import.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

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

static int
refuse (const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);

    return tv_cli_refuse ("%s", sentence);
}

static void
append_cell (GString *line, const char *text)
{
    g_auto (GStrv) parts = NULL;
    g_autofree char *doubled = NULL;

    if (line->len > 0)
        g_string_append_c (line, ',');
    if (!strpbrk (text, ",\"\n")) {
        g_string_append (line, text);
        return;
    }
    parts = g_strsplit (text, "\"", -1);
    doubled = g_strjoinv ("\"\"", parts);
    g_string_append_printf (line, "\"%s\"", doubled);
}

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
append_row (GString *text, const TvImportRow *row)
{
    g_autoptr (GString) line = g_string_new (NULL);
    g_autofree char *remarks = join_remarks (row);
    char number[16] = "";

    if (row->row > 0)
        g_snprintf (number, sizeof number, "%u", row->row);
    g_string_append (line, tv_import_verdict_code (row->verdict));
    append_cell (line, row->sheet);
    append_cell (line, number);
    append_cell (line, row->class_name);
    append_cell (line, row->name);
    append_cell (line, row->birth_date);
    append_cell (line, row->sex);
    append_cell (line, row->details);
    append_cell (line, remarks);
    g_string_append_printf (text, "%s\n", line->str);
}

static void
append_plan (GString *text, TvImportPlan *plan)
{
    g_autofree char *summary = tv_import_plan_summary (plan);

    g_string_append (text, "verdict,sheet,row,class,name,birth_date,sex,details,remarks\n");
    for (guint i = 0; i < tv_import_plan_n_rows (plan); i++)
        append_row (text, tv_import_plan_row (plan, i));
    g_string_append_printf (text, "\n%s\n", summary);
}

static void
append_written (GString *text, const TvImportCounts *written, guint n_refused)
{
    /* Translators: what an import wrote: children new, children changed, measurements, classes. */
    g_string_append_printf (text, _("Written: %1$u new children, %2$u changed children, %3$u "
                              "measurements, %4$u new classes."),
                                     written->n_students_new, written->n_students_changed,
                                     written->n_measurements, written->n_classes_new);
    g_string_append_c (text, '\n');
    if (n_refused > 0) {
        /* Translators: %u is a number of rows. */
        g_string_append_printf (text,
                                ngettext ("%u row was refused and not written: correct it in the "
                                          "file and import the file again.",
                                          "%u rows were refused and not written: correct them in "
                                          "the file and import the file again.",
                                          n_refused),
                                n_refused);
        g_string_append_c (text, '\n');
    }
}

static int
print (const GString *text)
{
    if (fputs (text->str, stdout) == EOF || fflush (stdout) != 0)
        /* Translators: %s is what the system says */
        return tv_cli_refuse (_("The result could not be written in full: %s."),
                                 g_strerror (errno));
    return TV_CLI_DONE;
}

static int
run (TvStore *store, const char *path, const TvImportOptions *options, gboolean is_dry_run)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvImportPlan) plan = tv_import_plan_read (store, path, options, NULL, &error);
    TvImportCounts counts, written;
    int printed;

    if (!plan)
        return refuse (error);
    tv_import_plan_count (plan, &counts);
    append_plan (text, plan);
    if (is_dry_run) {
        g_string_append_printf (text, "%s\n", _("This was a trial: nothing was written."));
    } else {
        if (!tv_import_plan_apply (plan, &written, &error))
            return refuse (error);
        append_written (text, &written, counts.n_by_verdict[TV_IMPORT_REFUSED]);
    }
    printed = print (text);
    if (printed == TV_CLI_DONE && counts.n_by_verdict[TV_IMPORT_REFUSED] == counts.n_rows)
        return tv_cli_refuse (_("Every row of that file was refused."));
    return printed;
}

static gboolean
parse (const TvCliContext *context, const Texts *texts, TvImportOptions *options)
{
    *options = (TvImportOptions) TV_IMPORT_OPTIONS_INIT;
    options->is_whole_school = texts->is_whole_school;
    if (texts->date) {
        options->measuring_date = tv_date_parse_iso (texts->date);
        if (options->measuring_date == TV_DATE_NONE) {
            tv_cli_usage (context, _("“%s” is not a date; write it as 2026-09-05."), texts->date);
            return FALSE;
        }
    }
    if (texts->year && !tv_school_year_parse (texts->year, &options->first_year)) {
        tv_cli_usage (context, _("“%s” is not a school year; write it as 2026-2027."),
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
    const GOptionEntry entries[] = {
        { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &texts.is_dry_run,
          N_("Print the plan and write nothing"), NULL },
          { "date", 0, 0, G_OPTION_ARG_STRING, &texts.date,
            N_("The measuring date; default: as the file says, else today"), "ISO" },
            { "year", 0, 0, G_OPTION_ARG_STRING, &texts.year,
              N_("The school year; default: as the file says, else by the date"), "2026-2027" },
              { "whole-school", 0, 0, G_OPTION_ARG_NONE, &texts.is_whole_school,
                N_("The file names the whole school: who is not in it has left"), NULL },
                { NULL } };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;
    TvImportOptions options;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "BOOK FILE", 2, 2)
        || !parse (context, &texts, &options))
        return TV_CLI_USAGE;
    store = tv_store_open (argv[1], context->clock, &error);
    if (!store)
        return refuse (error);
    return run (store, argv[2], &options, texts.is_dry_run);
}
