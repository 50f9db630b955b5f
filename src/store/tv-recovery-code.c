/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The code on the sheet of paper that opens a book whose passwords are all forgotten: 29 letters of
 * five bits (145 bits that nobody guesses) and one that tells a slip of the pen, in six groups. The
 * letters are those of Crockford's base 32, which leaves out what is misread for another. */

#include "store/tv-recovery-code.h"

#include <string.h>

#define N_LETTERS 30
#define LETTERS_IN_GROUP 5
#define N_GROUPS (N_LETTERS / LETTERS_IN_GROUP)
#define LENGTH (N_LETTERS + N_GROUPS - 1)

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Multiplied by a place's odd number and added up: any one wrong letter and any two neighbours
 * exchanged but for rare pairs change the sum. */
static guint
sum_up (const guint8 *values)
{
    guint sum = 0;

    for (guint i = 0; i < N_LETTERS - 1; i++)
        sum += values[i] * (2 * i + 1);
    return sum % 32;
}

static TvSecret *
write_out (const guint8 *values)
{
    char text[LENGTH];
    TvSecret *code;
    guint at = 0;

    for (guint i = 0; i < N_LETTERS; i++) {
        if (i > 0 && i % LETTERS_IN_GROUP == 0)
            text[at++] = '-';
        text[at++] = letters[values[i]];
    }
    code = tv_secret_new (text, sizeof text);
    tv_secret_wipe (text, sizeof text);
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
    g_autoptr (TvSecret) random = tv_secret_new_random (N_LETTERS - 1);
    const guint8 *bytes = tv_secret_bytes (random);
    guint8 values[N_LETTERS];
    TvSecret *code;

    for (guint i = 0; i < N_LETTERS - 1; i++)
        values[i] = bytes[i] & 31;
    values[N_LETTERS - 1] = (guint8) sum_up (values);
    code = write_out (values);
    tv_secret_wipe (values, sizeof values);
    return code;
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
read_values (const char *typed, guint8 *values)
{
    guint n = 0;

    for (const char *c = typed; *c; c++) {
        const char *letter = find_letter (*c);

        if (*c == '-' || g_ascii_isspace (*c))
            continue;
        if (!letter || n == N_LETTERS)
            return FALSE;
        values[n++] = (guint8) (letter - letters);
    }
    return n == N_LETTERS && values[N_LETTERS - 1] == sum_up (values);
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
    guint8 values[N_LETTERS];
    TvSecret *code = read_values (typed, values) ? write_out (values) : NULL;

    tv_secret_wipe (values, sizeof values);
    return code;
}
