/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all commands share: the options that work everywhere, the shape of a command's own
 * options, and how a refusal is told. Results go to standard output, sentences to standard error,
 * so that a pipe gets nothing but data. */

#include "cli/tv-cli-context.h"

#include "base/tv-language.h"
#include "workflows/tv-error-sentence.h"

#include <glib/gi18n.h>

#define PROGRAM "tamvoc-cli"

typedef struct {
    char *language;
    char *as_of;
    char *password_file;
    char *person;
} Everywhere;

static void
clear_everywhere (Everywhere *options)
{
    g_free (options->language);
    g_free (options->as_of);
    g_free (options->password_file);
    g_free (options->person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Everywhere, clear_everywhere)

/* @options is NULL where the group is only to be shown by --help. */
static GOptionGroup *
make_everywhere_group (Everywhere *options)
{
    static Everywhere unused;
    Everywhere *target = options ? options : &unused;
    const GOptionEntry entries[] = {
        { "language", 0, 0, G_OPTION_ARG_STRING, &target->language,
          N_ ("Language of messages and documents"), "vi|en" },
        { "as-of", 0, 0, G_OPTION_ARG_STRING, &target->as_of, N_ ("Take this day as today"),
          N_ ("YYYY-MM-DD") },
        { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &target->password_file,
          N_ ("File whose first line is the password of the record book"), N_ ("FILE") },
        { "sign-in-as", 0, 0, G_OPTION_ARG_STRING, &target->person,
          N_ ("Who signs in, as the sign-in page names them"), N_ ("PERSON") },
        { NULL },
    };
    GOptionGroup *group = g_option_group_new ("everywhere", NULL, NULL, NULL, NULL);

    g_option_group_add_entries (group, entries);
    g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
    return group;
}

static gboolean
take_everywhere (TvCliContext *self, Everywhere *options)
{
    TvLanguage language;
    TvDate as_of = TV_DATE_NONE;

    if (options->language) {
        if (!tv_language_parse (options->language, &language)) {
            tv_cli_usage (self, _ ("“%s” is not a language of this program; vi and en are."),
                          options->language);
            return FALSE;
        }
        tv_language_start (language);
    }
    if (options->as_of) {
        as_of = tv_date_parse_iso (options->as_of);
        if (as_of == TV_DATE_NONE) {
            tv_cli_usage (self, _ ("“%s” is not a date; write it as 2026-09-05."), options->as_of);
            return FALSE;
        }
    }
    self->clock = as_of == TV_DATE_NONE ? tv_clock_new_system () : tv_clock_new_fixed (as_of);
    self->password_file = g_steal_pointer (&options->password_file);
    self->person = g_steal_pointer (&options->person);
    return TRUE;
}

/**
 * tv_cli_context_init:
 * @self: (out caller-allocates): what the commands get
 * @argv: (inout): the program's arguments; those that work everywhere are taken out, wherever
 *   they stand
 *
 * Starts the language and says on standard error what is wrong with an option.
 *
 * Returns: whether all of them could be understood
 */
gboolean
tv_cli_context_init (TvCliContext *self, char ***argv)
{
    g_autoptr (GOptionContext) parser = g_option_context_new (NULL);
    g_autoptr (GError) error = NULL;
    g_auto (Everywhere) options = { NULL };

    *self = (TvCliContext){ NULL };
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    g_option_context_set_main_group (parser, make_everywhere_group (&options));
    g_option_context_set_ignore_unknown_options (parser, TRUE);
    g_option_context_set_help_enabled (parser, FALSE);
    if (!g_option_context_parse_strv (parser, argv, &error)) {
        tv_cli_usage (self, "%s", error->message);
        return FALSE;
    }
    return take_everywhere (self, &options);
}

/**
 * tv_cli_context_clear:
 *
 * Frees what tv_cli_context_init() took.
 */
void
tv_cli_context_clear (TvCliContext *self)
{
    g_clear_pointer (&self->clock, tv_clock_unref);
    g_clear_pointer (&self->password_file, g_free);
    g_clear_pointer (&self->person, g_free);
}

/**
 * tv_cli_context_parse:
 * @argc: (inout): how many arguments there are, the command's name among them
 * @argv: the arguments; after the call the name and what is no option
 * @entries: (nullable): the command's own options
 * @arguments: what follows the options in the help, such as "BOOK FILE"
 * @n_min: how many arguments there must be, the name not counted
 * @n_max: how many there may be
 *
 * Says on standard error what is wrong; --help is answered here and ends the program.
 *
 * Returns: whether the command can go on; if not it returns TV_CLI_USAGE
 */
gboolean
tv_cli_context_parse (TvCliContext *self, int *argc, char **argv, const GOptionEntry *entries,
                      const char *arguments, int n_min, int n_max)
{
    g_autofree char *name = g_strconcat (PROGRAM " ", self->command, NULL);
    g_autoptr (GOptionContext) parser = g_option_context_new (arguments);
    g_autoptr (GError) error = NULL;

    g_set_prgname (name); /* the help shows it */
    g_option_context_set_translation_domain (parser, GETTEXT_PACKAGE);
    g_option_context_set_summary (parser, self->summary);
    g_option_context_set_main_group (parser, make_everywhere_group (NULL));
    if (entries)
        g_option_context_add_main_entries (parser, entries, GETTEXT_PACKAGE);
    if (!g_option_context_parse (parser, argc, &argv, &error)) {
        tv_cli_usage (self, "%s", error->message);
        return FALSE;
    }
    if (*argc - 1 < n_min || *argc - 1 > n_max) {
        /* Translators: a command, and what it wants, such as BOOK FILE */
        tv_cli_usage (self, _ ("This command is called as: %1$s %2$s"), name, arguments);
        return FALSE;
    }
    return TRUE;
}

/**
 * tv_cli_refuse:
 * @format: a translated sentence, as for printf()
 *
 * Returns: TV_CLI_REFUSED, with the sentence on standard error
 */
int
tv_cli_refuse (const char *format, ...)
{
    g_autofree char *sentence = NULL;
    va_list args;

    va_start (args, format);
    sentence = g_strdup_vprintf (format, args);
    va_end (args);
    g_printerr (PROGRAM ": %s\n", sentence);
    return TV_CLI_REFUSED;
}

/**
 * tv_cli_refuse_error:
 * @error: what went wrong with a record book or a file
 *
 * Returns: TV_CLI_REFUSED, with the same sentence on standard error that the window shows
 */
int
tv_cli_refuse_error (const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);

    return tv_cli_refuse ("%s", sentence);
}

/**
 * tv_cli_usage:
 * @format: a translated sentence, as for printf()
 *
 * Returns: TV_CLI_USAGE, with the sentence and where to find help on standard error
 */
int
tv_cli_usage (const TvCliContext *self, const char *format, ...)
{
    g_autofree char *sentence = NULL;
    g_autofree char *help = NULL;
    va_list args;

    va_start (args, format);
    sentence = g_strdup_vprintf (format, args);
    va_end (args);
    help = self->command ? g_strdup_printf (PROGRAM " %s --help", self->command)
                         : g_strdup (PROGRAM " --help");
    g_printerr (PROGRAM ": %s\n", sentence);
    /* Translators: %s is a command line */
    g_printerr (_ ("Help: %s"), help);
    g_printerr ("\n");
    return TV_CLI_USAGE;
}
