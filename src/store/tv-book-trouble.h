/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    TV_BOOK_TROUBLE_FILE,       /* detail: what the engine says of its file */
    TV_BOOK_TROUBLE_LAYOUT,     /* table: the table, index or trigger that is not as it was made */
    TV_BOOK_TROUBLE_VERSION,    /* id: the version the file gives itself, which its list lacks */
    TV_BOOK_TROUBLE_REFERENCE,  /* table, id: the record; detail: the table of the missing one */
    TV_BOOK_TROUBLE_NUMBERING,  /* table, id: a number in the history after which one is missing */
    TV_BOOK_TROUBLE_CHAIN,      /* id: the change set whose link does not fit */
    TV_BOOK_TROUBLE_ENTRY,      /* table, detail: the record's and its uid; id: the change set */
    TV_BOOK_TROUBLE_VALUE,      /* table, id: of a record that is not as the history left it */
    TV_BOOK_TROUBLE_GONE,       /* table, id: of a record that the history did not take away */
    TV_BOOK_TROUBLE_UNHEARD_OF, /* table, id: of a record that the history did not bring */
    TV_BOOK_TROUBLE_N_KINDS,
} TvBookTroubleKind;

/* One thing that is wrong in a book. */
typedef struct {
    TvBookTroubleKind kind;
    gint64 id;
    char *table;  /* "" where there is none */
    char *detail; /* "" where there is none */
} TvBookTrouble;

/* More of one kind than this say nothing new: they are counted, not kept. */
#define TV_BOOK_TROUBLE_MAX_OF_A_KIND 20

/* What an examination of the book found. */
typedef struct {
    GPtrArray *troubles; /* of TvBookTrouble */
    guint64 n_of_kind[TV_BOOK_TROUBLE_N_KINDS];
    int version;
    gint64 n_students;
    gint64 n_measurements;
    gint64 n_changes;
    gint64 n_entries;
} TvBookCheck;

TvBookCheck *tv_book_check_new (void);
void tv_book_check_free (TvBookCheck *self);
void tv_book_check_add (TvBookCheck *self, TvBookTroubleKind kind, const char *table, gint64 id,
                        const char *detail);
guint64 tv_book_check_count (const TvBookCheck *self);
const char *tv_book_trouble_code (TvBookTroubleKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookCheck, tv_book_check_free)

G_END_DECLS
