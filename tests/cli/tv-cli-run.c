/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs the program, whose path stands in TV_CLI, and waits for it. */

#include "tests/cli/tv-cli-run.h"

#include <glib/gstdio.h>

/**
 * tv_cli_run:
 * @input: (nullable): what stands on its standard input
 * @...: its arguments, ended by %NULL
 *
 * Returns: what came out; its sentences are English
 */
TvCliRunResult
tv_cli_run (const char *input, ...)
{
    g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
    g_autoptr (GSubprocess) process = NULL;
    g_autoptr (GError) error = NULL;
    TvCliRunResult result = { 0 };
    char *argument;
    va_list list;

    g_ptr_array_add (arguments, (char *) g_getenv ("TV_CLI"));
    g_ptr_array_add (arguments, (char *) "--language=en");
    va_start (list, input);
    while ((argument = va_arg (list, char *)))
        g_ptr_array_add (arguments, argument);
    va_end (list);
    g_ptr_array_add (arguments, NULL);
    process = g_subprocess_newv ((const char *const *) arguments->pdata,
                                 G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                     | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                                 &error);
    g_assert_no_error (error);
    g_subprocess_communicate_utf8 (process, input, NULL, &result.output, &result.errors, &error);
    g_assert_no_error (error);
    g_assert_true (g_subprocess_get_if_exited (process));
    result.exit_code = g_subprocess_get_exit_status (process);
    return result;
}

void
tv_cli_run_clear (TvCliRunResult *self)
{
    g_free (self->output);
    g_free (self->errors);
}

/**
 * tv_cli_run_make_folder:
 *
 * Returns: (transfer full): an empty folder of its own
 */
char *
tv_cli_run_make_folder (void)
{
    char *folder = g_dir_make_tmp ("tv-cli-XXXXXX", NULL);

    g_assert_nonnull (folder);
    return folder;
}

/**
 * tv_cli_run_remove_folder:
 * @folder: a folder with nothing but files
 *
 * Removes it with all that is in it.
 */
void
tv_cli_run_remove_folder (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    const char *name;

    while (files && (name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_remove (path);
    }
    g_rmdir (folder);
}
