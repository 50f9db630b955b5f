/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli self-test: what the program finds when it tests itself. */

#include "cli/tv-cli-commands.h"

#include "workflows/tv-self-test.h"

/**
 * tv_cli_self_test:
 *
 * Returns: TV_CLI_DONE if nothing is wrong, else TV_CLI_REFUSED; what was found is on standard
 *   output either way
 */
int
tv_cli_self_test (TvCliContext *context, int argc, char **argv)
{
    g_autoptr (TvSelfTest) test = NULL;
    g_autofree char *text = NULL;

    if (!tv_cli_context_parse (context, &argc, argv, NULL, "", 0, 0))
        return TV_CLI_USAGE;
    test = tv_self_test_run (context->clock);
    text = tv_self_test_to_text (test);
    g_print ("%s", text);
    return test->is_good ? TV_CLI_DONE : TV_CLI_REFUSED;
}
