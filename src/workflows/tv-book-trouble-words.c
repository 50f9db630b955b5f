/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong in a record book, told to people. */

#include "workflows/tv-book-trouble-words.h"

#include <glib/gi18n.h>

/* What a person calls a record of a table. */
/* clang-format off */
static const struct {
    const char *table;
    const char *label;
} labels[] = {
    { "school", N_ ("school") },
    { "person", N_ ("person who uses the book") },
    { "school_year", N_ ("school year") },
    { "class", N_ ("class") },
    { "student", N_ ("child") },
    { "enrolment", N_ ("enrolment") },
    { "round", N_ ("measuring round") },
    { "round_class", N_ ("class of a measuring round") },
    { "session", N_ ("measuring session") },
    { "measurement", N_ ("measurement") },
    { "reading", N_ ("reading of a scale or board") },
    { "target", N_ ("target") },
    { "setting", N_ ("setting") },
    { "access", N_ ("opening or export of children's data") },
    { "change_set", N_ ("change in the history") },
    { "change_entry", N_ ("entry of the history") },
};
/* clang-format on */

static const char *
label_of_table (const char *table)
{
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
        if (g_str_equal (labels[i].table, table))
            return _ (labels[i].label);
    }
    return table;
}

/* What contradicts what the history says of one record. */
static char *
write_about_record (const TvBookTrouble *trouble, const char *number)
{
    const char *label = label_of_table (trouble->table);

    switch (trouble->kind) {
    case TV_BOOK_TROUBLE_VALUE:
        /* Translators: %1$s is a kind of record such as "measurement", %2$s its number */
        return g_strdup_printf (_ ("Something in record %2$s (%1$s) is not what the history says "
                                   "was entered."),
                                label, number);
    case TV_BOOK_TROUBLE_GONE:
        /* Translators: %1$s is a kind of record such as "measurement", %2$s its number */
        return g_strdup_printf (_ ("Record %2$s (%1$s) is missing, and the history does not say "
                                   "that anybody deleted it."),
                                label, number);
    case TV_BOOK_TROUBLE_UNHEARD_OF:
        /* Translators: %1$s is a kind of record such as "measurement", %2$s its number */
        return g_strdup_printf (_ ("Record %2$s (%1$s) stands in the book, and the history does "
                                   "not say that anybody entered it."),
                                label, number);
    default:
        /* Translators: %1$s and %3$s are kinds of records such as "measurement", %2$s is a number
         */
        return g_strdup_printf (
            _ ("Record %2$s (%1$s) belongs to a record that is missing (%3$s)."), label, number,
            label_of_table (trouble->detail));
    }
}

/* What is wrong in the history itself. */
static char *
write_about_history (const TvBookTrouble *trouble, const char *number)
{
    const char *label = label_of_table (trouble->table);

    switch (trouble->kind) {
    case TV_BOOK_TROUBLE_NUMBERING:
        /* Translators: %1$s is "change in the history" or "entry of the history", %2$s a number */
        return g_strdup_printf (_ ("After number %2$s (%1$s) something was taken out of the "
                                   "history."),
                                label, number);
    case TV_BOOK_TROUBLE_CHAIN:
        /* Translators: %s is the number of a change */
        return g_strdup_printf (_ ("Change %s of the history, or what stood before it, was altered "
                                   "past the program."),
                                number);
    default:
        /* Translators: %1$s is a kind of record such as "measurement", %2$s the number of a change,
         * %3$s the name of the record outside the book, a long code */
        return g_strdup_printf (_ ("What change %2$s of the history says of a record (%1$s, %3$s) "
                                   "was altered past the program."),
                                label, number, trouble->detail);
    }
}

/**
 * tv_book_trouble_sentence:
 * @trouble: what is wrong
 *
 * Returns: (transfer full): one sentence in the chosen language
 */
char *
tv_book_trouble_sentence (const TvBookTrouble *trouble)
{
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, trouble->id);

    switch (trouble->kind) {
    case TV_BOOK_TROUBLE_FILE:
        /* Translators: %s is what SQLite says, in English */
        return g_strdup_printf (_ ("The file itself is damaged: %s"), trouble->detail);
    case TV_BOOK_TROUBLE_LAYOUT:
        /* Translators: %s is the name of a table, an index or a trigger of the file */
        return g_strdup_printf (_ ("Part “%s” of the file is not as the program makes it."),
                                trouble->table);
    case TV_BOOK_TROUBLE_VERSION:
        /* Translators: %s is a number */
        return g_strdup_printf (_ ("The file calls itself version %s, and its own list of versions "
                                   "says otherwise."),
                                number);
    case TV_BOOK_TROUBLE_NUMBERING:
    case TV_BOOK_TROUBLE_CHAIN:
    case TV_BOOK_TROUBLE_ENTRY:
        return write_about_history (trouble, number);
    default:
        return write_about_record (trouble, number);
    }
}

/**
 * tv_book_trouble_more_sentence:
 * @n_more: how many troubles of one kind were counted beyond those that were told
 *
 * Returns: (transfer full): one sentence in the chosen language
 */
char *
tv_book_trouble_more_sentence (guint64 n_more)
{
    return g_strdup_printf (ngettext ("There is %u more of this kind.",
                                      "There are %u more of this kind.", (gulong) n_more),
                            (guint) MIN (n_more, G_MAXUINT));
}
