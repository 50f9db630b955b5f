/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which child of a class a pasted line is about: by the name as it is written, else by the name
 * without its marks; two of one name are told apart by birth date or roll number. Whoever is only
 * called nearly so is offered and never taken. */

#include "workflows/tv-paste-match.h"

#include "base/tv-text-distance.h"
#include "base/tv-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Slips of the hand in one name, beyond which it is another. */
#define MAX_SLIPS 2

typedef struct {
    const TvStudent *student;
    int roll_number;
    char *key;    /* of the name with its marks */
    char *folded; /* without */
} Name;

struct _TvPasteNames {
    const TvMeasuringSheet *sheet;
    GArray *names; /* of Name, one a row of the sheet */
};

/* Rows of the sheet, few. */
typedef GArray Rows;

static void
clear_name (gpointer data)
{
    Name *self = data;

    g_free (self->key);
    g_free (self->folded);
}

/**
 * tv_paste_names_new:
 * @sheet: a class; it must stand as long as this
 *
 * Returns: (transfer full): its names
 */
TvPasteNames *
tv_paste_names_new (const TvMeasuringSheet *sheet)
{
    TvPasteNames *self = g_new0 (TvPasteNames, 1);

    self->sheet = sheet;
    self->names = g_array_new (FALSE, FALSE, sizeof (Name));
    g_array_set_clear_func (self->names, clear_name);
    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);
        Name name = { row->student, row->roll_number, tv_text_name_key (row->student->name),
                      tv_text_fold (row->student->name) };

        g_array_append_val (self->names, name);
    }
    return self;
}

void
tv_paste_names_free (TvPasteNames *self)
{
    g_array_unref (self->names);
    g_free (self);
}

static const Name *
name_at (const TvPasteNames *self, int row)
{
    return &g_array_index (self->names, Name, (guint) row);
}

/* Whether the name was written by a program or a hand that leaves the marks out. */
static gboolean
has_no_marks (const char *name, const char *folded)
{
    g_autofree char *small = g_utf8_strdown (name, -1);

    return strcmp (small, folded) == 0;
}

static Rows *
find_named (const TvPasteNames *self, const char *name, const char *folded)
{
    g_autofree char *key = tv_text_name_key (name);
    Rows *rows = g_array_new (FALSE, FALSE, sizeof (int));

    for (int i = 0; i < (int) self->names->len; i++) {
        if (strcmp (name_at (self, i)->key, key) == 0)
            g_array_append_val (rows, i);
    }
    if (rows->len > 0 || !has_no_marks (name, folded))
        return rows;
    for (int i = 0; i < (int) self->names->len; i++) {
        if (strcmp (name_at (self, i)->folded, folded) == 0)
            g_array_append_val (rows, i);
    }
    return rows;
}

/* "Bảo" or "Gia Bảo" of Nguyễn Gia Bảo. */
static gboolean
ends_with_words (const char *name, const char *words)
{
    gsize n_name = strlen (name), n_words = strlen (words);

    return n_name > n_words && name[n_name - n_words - 1] == ' '
           && strcmp (name + n_name - n_words, words) == 0;
}

static Rows *
find_called (const TvPasteNames *self, const char *name)
{
    g_autofree char *clean = tv_text_clean (name);
    g_autofree char *small = g_utf8_strdown (clean, -1);
    Rows *rows = g_array_new (FALSE, FALSE, sizeof (int));

    for (int i = 0; *small && i < (int) self->names->len; i++) {
        g_autofree char *known = g_utf8_strdown (name_at (self, i)->student->name, -1);

        if (ends_with_words (known, small))
            g_array_append_val (rows, i);
    }
    return rows;
}

static Rows *
narrow_by_birth_date (const TvPasteNames *self, const Rows *rows, TvDate birth_date)
{
    Rows *left = g_array_new (FALSE, FALSE, sizeof (int));

    for (guint i = 0; i < rows->len; i++) {
        int row = g_array_index (rows, int, i);

        if (name_at (self, row)->student->birth_date == birth_date)
            g_array_append_val (left, row);
    }
    return left;
}

static Rows *
narrow_by_roll_number (const TvPasteNames *self, const Rows *rows, int roll_number)
{
    Rows *left = g_array_new (FALSE, FALSE, sizeof (int));

    for (guint i = 0; i < rows->len; i++) {
        int row = g_array_index (rows, int, i);

        if (name_at (self, row)->roll_number == roll_number)
            g_array_append_val (left, row);
    }
    return left;
}

static void
offer (TvPasteMatch *match, const Rows *rows)
{
    for (guint i = 0; i < rows->len && match->n_near < TV_PASTE_MAX_NEAR; i++)
        match->near[match->n_near++] = g_array_index (rows, int, i);
}

/* A child that was found by its name: is it born when the line says? */
static void
take (const TvPasteNames *self, const TvPasteWho *who, int row, TvPasteMatch *match)
{
    TvDate known = name_at (self, row)->student->birth_date;
    g_autofree char *here = NULL;
    g_autofree char *there = NULL;

    match->child = row;
    if (who->birth_date == TV_DATE_NONE || known == TV_DATE_NONE || who->birth_date == known)
        return;
    here = tv_date_to_text (known);
    there = tv_date_to_text (who->birth_date);
    match->is_unsure = TRUE;
    /* Translators: two dates of birth. */
    match->remark = g_strdup_printf (_ ("In the book this child is born %1$s, what is pasted says "
                                        "%2$s. Tick the values if it is the same child."),
                                     here, there);
}

static void
take_one_of (const TvPasteNames *self, const TvPasteWho *who, const Rows *rows, TvPasteMatch *match)
{
    g_autoptr (GArray) born = who->birth_date == TV_DATE_NONE
                                  ? NULL
                                  : narrow_by_birth_date (self, rows, who->birth_date);
    const Rows *left = born && born->len > 0 ? born : rows;
    g_autoptr (GArray) numbered
        = who->roll_number ? narrow_by_roll_number (self, left, who->roll_number) : NULL;

    if (left->len == 1) {
        take (self, who, g_array_index (left, int, 0), match);
    } else if (numbered && numbered->len == 1) {
        take (self, who, g_array_index (numbered, int, 0), match);
    } else {
        offer (match, left);
        /* Translators: %u is at least 2. */
        match->remark = g_strdup_printf (_ ("%u children of this class are called so. Copy the "
                                            "column with the birth dates or the roll numbers, "
                                            "too, or say who it is."),
                                         left->len);
    }
}

/* Nearest first; a name in the wrong order, "Bảo Nguyễn Gia", has the same letters. */
static guint
slips_between (const Name *name, const char *folded)
{
    guint slips = tv_text_distance (name->folded, folded, MAX_SLIPS);
    g_auto (GStrv) words = NULL;

    if (slips <= MAX_SLIPS || strlen (name->folded) != strlen (folded))
        return slips;
    words = g_strsplit (folded, " ", -1);
    for (char **word = words; *word; word++) {
        if (!tv_text_matches (name->folded, *word))
            return slips;
    }
    return MAX_SLIPS;
}

static Rows *
find_near (const TvPasteNames *self, const char *folded)
{
    Rows *rows = g_array_new (FALSE, FALSE, sizeof (int));

    for (guint slips = 0; slips <= MAX_SLIPS; slips++) {
        for (int i = 0; i < (int) self->names->len; i++) {
            if (slips_between (name_at (self, i), folded) == slips)
                g_array_append_val (rows, i);
        }
    }
    return rows;
}

static void
take_unknown (const TvPasteNames *self, const TvPasteWho *who, const char *folded,
              TvPasteMatch *match)
{
    g_autoptr (GArray) called = find_called (self, who->name);
    g_autoptr (GArray) near = find_near (self, folded);
    g_autoptr (GArray) born = narrow_by_birth_date (self, near, who->birth_date);

    if (called->len == 1) {
        take (self, who, g_array_index (called, int, 0), match);
    } else if (called->len > 1) {
        take_one_of (self, who, called, match);
    } else if (who->birth_date != TV_DATE_NONE && born->len == 1) {
        match->child = g_array_index (born, int, 0);
        /* Translators: %s is a name as it was pasted. */
        match->remark
            = g_strdup_printf (_ ("Pasted as “%s”; the date of birth is the same."), who->name);
    } else {
        offer (match, near);
        /* Translators: %s is a name as it was pasted. */
        match->remark = g_strdup_printf (_ ("Nobody on this sheet is called “%s”."), who->name);
    }
}

static void
take_by_number (const TvPasteNames *self, const TvPasteWho *who, TvPasteMatch *match)
{
    int found = TV_PASTE_NOBODY;
    guint n_found = 0;

    for (int i = 0; i < (int) self->names->len; i++) {
        if (name_at (self, i)->roll_number == who->roll_number) {
            found = i;
            n_found++;
        }
    }
    if (n_found == 1)
        take (self, who, found, match);
    else
        match->remark = g_strdup_printf (
            n_found == 0
                /* Translators: %d is a roll number. */
                ? _ ("Nobody on this sheet has the roll number %d.")
                /* Translators: %d is a roll number. */
                : _ ("Several children have the roll number %d. Copy the names, too."),
            who->roll_number);
}

/**
 * tv_paste_names_find:
 * @self: the names of a class
 * @who: what a line says
 * @match: (out caller-allocates): whom it is about; clear it with tv_paste_match_clear()
 */
void
tv_paste_names_find (const TvPasteNames *self, const TvPasteWho *who, TvPasteMatch *match)
{
    g_autofree char *folded = tv_text_fold (who->name);
    g_autoptr (GArray) named = NULL;

    *match = (TvPasteMatch){ .child = TV_PASTE_NOBODY };
    if (*folded) {
        named = find_named (self, who->name, folded);
        if (named->len > 0)
            take_one_of (self, who, named, match);
        else
            take_unknown (self, who, folded, match);
    } else if (who->roll_number != 0) {
        take_by_number (self, who, match);
    } else {
        match->remark = g_strdup (_ ("The line does not say who it is about."));
    }
}

/**
 * tv_paste_names_is_called:
 * @child: a row of the sheet
 * @name: a name as it was pasted
 *
 * Returns: whether the child may be meant by it; marks and the family name may be missing
 */
gboolean
tv_paste_names_is_called (const TvPasteNames *self, int child, const char *name)
{
    g_autofree char *folded = tv_text_fold (name);
    const char *known = name_at (self, child)->folded;

    return strcmp (known, folded) == 0 || ends_with_words (known, folded);
}

void
tv_paste_match_clear (TvPasteMatch *self)
{
    g_clear_pointer (&self->remark, g_free);
}
