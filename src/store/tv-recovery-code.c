/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Codes that people carry on paper or say over the telephone, in groups of five letters of which
 * the last tells a slip of the pen. That which opens a book whose passwords are all forgotten has
 * 29 letters of five bits (145 bits that nobody guesses), that of a file for another school 14 (70
 * bits, behind the work that a password costs). The letters are those of Crockford's base 32, which
 * leaves out what is misread for another. */

#include "store/tv-recovery-code.h"

#include <string.h>

#define N_LETTERS 30
#define N_LETTERS_OF_TRANSFER 15
#define LETTERS_IN_GROUP 5
#define MAX_LENGTH (N_LETTERS + N_LETTERS / LETTERS_IN_GROUP - 1)

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Multiplied by a place's odd number and added up: any one wrong letter and any two neighbours
 * exchanged but for rare pairs change the sum. */
static guint
sum_up (const guint8 *values, guint n_letters)
{
    guint sum = 0;

    for (guint i = 0; i < n_letters - 1; i++)
        sum += values[i] * (2 * i + 1);
    return sum % 32;
}

static TvSecret *
write_out (const guint8 *values, guint n_letters)
{
    char text[MAX_LENGTH];
    TvSecret *code;
    guint at = 0;

    for (guint i = 0; i < n_letters; i++) {
        if (i > 0 && i % LETTERS_IN_GROUP == 0)
            text[at++] = '-';
        text[at++] = letters[values[i]];
    }
    code = tv_secret_new (text, at);
    tv_secret_wipe (text, sizeof text);
    return code;
}

static TvSecret *
draw (guint n_letters)
{
    g_autoptr (TvSecret) random = tv_secret_new_random (n_letters - 1);
    const guint8 *bytes = tv_secret_bytes (random);
    guint8 values[N_LETTERS];
    TvSecret *code;

    for (guint i = 0; i < n_letters - 1; i++)
        values[i] = bytes[i] & 31;
    values[n_letters - 1] = (guint8) sum_up (values, n_letters);
    code = write_out (values, n_letters);
    tv_secret_wipe (values, sizeof values);
    return code;
}

/**
 * tv_recovery_code_new:
 *
 * Returns: (transfer full): a code as it is printed, such as 7K3QF-…-P4M2D
 */
TvSecret *
tv_recovery_code_new (void)
{
    return draw (N_LETTERS);
}

/**
 * tv_transfer_code_new:
 *
 * Returns: (transfer full): a code as it is shown beside a file for another school
 */
TvSecret *
tv_transfer_code_new (void)
{
    return draw (N_LETTERS_OF_TRANSFER);
}

/* What is misread or mistyped for a letter counts as that letter. */
static const char *
find_letter (char typed)
{
    char upper = g_ascii_toupper (typed);

    if (upper == 'O')
        upper = '0';
    if (upper == 'I' || upper == 'L')
        upper = '1';
    return upper ? strchr (letters, upper) : NULL;
}

static gboolean
read_values (const char *typed, guint8 *values, guint n_letters)
{
    guint n = 0;

    for (const char *c = typed; *c; c++) {
        const char *letter = find_letter (*c);

        if (*c == '-' || g_ascii_isspace (*c))
            continue;
        if (!letter || n == n_letters)
            return FALSE;
        values[n++] = (guint8) (letter - letters);
    }
    return n == n_letters && values[n_letters - 1] == sum_up (values, n_letters);
}

static TvSecret *
parse (const char *typed, guint n_letters)
{
    guint8 values[N_LETTERS];
    TvSecret *code = read_values (typed, values, n_letters) ? write_out (values, n_letters) : NULL;

    tv_secret_wipe (values, sizeof values);
    return code;
}

/**
 * tv_recovery_code_parse:
 * @typed: what was typed from the sheet: small letters, blanks and missing dashes are good
 *
 * Returns: (transfer full) (nullable): the code as it was printed; %NULL if it cannot be one, for a
 *   slip in the typing most likely
 */
TvSecret *
tv_recovery_code_parse (const char *typed)
{
    return parse (typed, N_LETTERS);
}

/**
 * tv_transfer_code_parse:
 * @typed: what was typed, as in tv_recovery_code_parse()
 *
 * Returns: (transfer full) (nullable): the code as it was shown; %NULL if it cannot be one
 */
TvSecret *
tv_transfer_code_parse (const char *typed)
{
    return parse (typed, N_LETTERS_OF_TRANSFER);
}
