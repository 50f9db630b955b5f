/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a book holds, as CSV. */

#include "workflows/tv-book-list.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-roster.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-book-list-history.h"
#include "workflows/tv-book-list-measurements.h"
#include "workflows/tv-csv-line.h"
#include "workflows/tv-export-log.h"

#include <errno.h>

static void
write_header (TvCsvLine *line, const char *const *names)
{
    for (guint i = 0; names[i]; i++)
        tv_csv_line_add (line, names[i]);
    tv_csv_line_end (line);
}

/* @row is NULL for a child that never sat in a class. */
static void
write_student (TvCsvLine *line, const TvStudent *student, const TvRosterRow *row)
{
    tv_csv_line_add (line, student->uid);
    tv_csv_line_add (line, student->name);
    tv_csv_line_add (line, tv_sex_code (student->sex));
    tv_csv_line_add_date (line, student->birth_date);
    tv_csv_line_add (line, row ? row->class_->name : NULL);
    tv_csv_line_add (line, row ? tv_enrolment_status_code (row->enrolment->status) : NULL);
    tv_csv_line_add (line, student->personal_number);
    tv_csv_line_add (line, student->ministry_code);
    tv_csv_line_end (line);
}

/* Of a child's several places in one year, the one it holds, else the last. */
static gboolean
is_later_place (const TvEnrolment *a, const TvEnrolment *b)
{
    if (tv_enrolment_is_current (a) != tv_enrolment_is_current (b))
        return tv_enrolment_is_current (a);
    return a->from != b->from ? a->from > b->from : a->id > b->id;
}

/* Rows of children of whom none of a later year is in @written yet. */
static GHashTable *
choose_places (GPtrArray *roster, GHashTable *written)
{
    GHashTable *chosen = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < roster->len; i++) {
        TvRosterRow *row = roster->pdata[i];
        const TvRosterRow *other = g_hash_table_lookup (chosen, &row->student->id);

        if (!g_hash_table_contains (written, &row->student->id)
            && (!other || is_later_place (row->enrolment, other->enrolment)))
            g_hash_table_replace (chosen, &row->student->id, row);
    }
    return chosen;
}

static gboolean
write_year (TvConnection *connection, TvCsvLine *line, gint64 year_id, GHashTable *written,
            GError **error)
{
    g_autoptr (GPtrArray) roster = tv_store_list_roster (connection, year_id, 0, error);
    g_autoptr (GHashTable) chosen = NULL;

    if (!roster)
        return FALSE;
    chosen = choose_places (roster, written);
    for (guint i = 0; i < roster->len; i++) {
        const TvRosterRow *row = roster->pdata[i];

        if (g_hash_table_lookup (chosen, &row->student->id) != row)
            continue;
        write_student (line, row->student, row);
        g_hash_table_add (written, g_memdup2 (&row->student->id, sizeof row->student->id));
    }
    return TRUE;
}

/* Each child once, with the last place it held: those of the newest year first. */
static gboolean
write_students (TvConnection *connection, TvCsvLine *line, GError **error)
{
    static const char *const header[]
        = { "uid",           "name", "sex", "birth_date", "class", "status", "personal_number",
            "ministry_code", NULL };
    g_autoptr (GHashTable) written
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);
    g_autoptr (GPtrArray) students = years ? tv_store_list_students (connection, error) : NULL;

    if (!students)
        return FALSE;
    write_header (line, header);
    for (guint i = 0; i < years->len; i++) {
        const TvSchoolYear *year = years->pdata[i];

        if (!write_year (connection, line, year->id, written, error))
            return FALSE;
    }
    for (guint i = 0; i < students->len; i++) {
        const TvStudent *student = students->pdata[i];

        if (!g_hash_table_contains (written, &student->id))
            write_student (line, student, NULL);
    }
    return TRUE;
}

static gboolean
write_classes (TvConnection *connection, TvCsvLine *line, GError **error)
{
    static const char *const header[] = { "uid", "year", "name", "grade", "students", NULL };
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);

    if (!years)
        return FALSE;
    write_header (line, header);
    for (guint i = 0; i < years->len; i++) {
        const TvSchoolYear *year = years->pdata[i];
        g_autofree char *year_name = tv_school_year_name (year->first_year);
        g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, year->id, error);

        if (!classes)
            return FALSE;
        for (guint j = 0; j < classes->len; j++) {
            const TvClassCount *count = classes->pdata[j];

            tv_csv_line_add (line, count->class_->uid);
            tv_csv_line_add (line, year_name);
            tv_csv_line_add (line, count->class_->name);
            tv_csv_line_add_number (line, count->class_->grade);
            tv_csv_line_add_number (line, count->n_students);
            tv_csv_line_end (line);
        }
    }
    return TRUE;
}

static gboolean
write_rounds (TvConnection *connection, TvCsvLine *line, GError **error)
{
    static const char *const header[]
        = { "code", "name", "kind", "first_day", "last_day", "closed", NULL };
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, 0, error);

    if (!rounds)
        return FALSE;
    write_header (line, header);
    for (guint i = 0; i < rounds->len; i++) {
        const TvRound *round = rounds->pdata[i];

        tv_csv_line_add (line, round->code);
        tv_csv_line_add (line, round->name);
        tv_csv_line_add (line, tv_round_kind_code (round->kind));
        tv_csv_line_add_date (line, round->first_day);
        tv_csv_line_add_date (line, round->last_day);
        tv_csv_line_add (line, round->is_closed ? "y" : "n");
        tv_csv_line_end (line);
    }
    return TRUE;
}

static gboolean
write_measurements (TvConnection *connection, TvCsvLine *line, GError **error)
{
    return tv_book_list_measurements (connection, line, error);
}

static gboolean
write_history (TvConnection *connection, TvCsvLine *line, GError **error)
{
    const TvBookHistoryFilter everything = { .first_day = TV_DATE_NONE, .last_day = TV_DATE_NONE };

    return tv_book_list_history (connection, &everything, line, error);
}

static const struct {
    const char *code;
    gboolean (*write) (TvConnection *connection, TvCsvLine *line, GError **error);
} lists[] = {
    [TV_BOOK_LIST_STUDENTS] = { "students", write_students },
    [TV_BOOK_LIST_CLASSES] = { "classes", write_classes },
    [TV_BOOK_LIST_ROUNDS] = { "rounds", write_rounds },
    [TV_BOOK_LIST_MEASUREMENTS] = { "measurements", write_measurements },
    [TV_BOOK_LIST_HISTORY] = { "history", write_history },
};

typedef struct {
    TvBookListKind kind;
    const TvBookHistoryFilter *filter; /* of the history; NULL: all of it */
    TvCsvLine line;
    gboolean is_good;
} Listing;

static gpointer
write_list (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Listing *listing = input;

    if (listing->filter)
        listing->is_good
            = tv_book_list_history (connection, listing->filter, &listing->line, error);
    else
        listing->is_good = lists[listing->kind].write (connection, &listing->line, error);
    return NULL;
}

/* Classes and rounds are nobody's personal data. */
static gboolean
log_list (TvStore *store, TvBookListKind kind, GError **error)
{
    if (kind == TV_BOOK_LIST_CLASSES || kind == TV_BOOK_LIST_ROUNDS)
        return TRUE;
    return tv_export_log (store, kind == TV_BOOK_LIST_HISTORY ? TV_EXPORT_HISTORY : TV_EXPORT_LIST,
                          NULL, error);
}

/**
 * tv_book_list_parse:
 * @code: "students", "classes", "rounds", "measurements" or "history"
 * @kind: (out): which list it names
 *
 * Returns: whether it names one
 */
gboolean
tv_book_list_parse (const char *code, TvBookListKind *kind)
{
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        if (g_str_equal (lists[i].code, code)) {
            *kind = (TvBookListKind) i;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
write_file (TvStore *store, Listing *listing, GError **error)
{
    FILE *file = listing->line.file;

    if (!log_list (store, listing->kind, error))
        return FALSE;
    tv_store_read (store, write_list, listing, error);
    if (!listing->is_good)
        return FALSE;
    if (fflush (file) == 0 && !ferror (file))
        return TRUE;
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
    return FALSE;
}

/**
 * tv_book_list_write:
 * @store: an open book
 * @kind: what is to be listed
 * @file: where to, as CSV with a header
 * @error: (nullable): a #TvStoreError, or a #GIOError if @file could not be written
 *
 * A list of children, or of what was done about them, is entered in the history first. Waits until
 * all is written.
 *
 * Returns: whether it was
 */
gboolean
tv_book_list_write (TvStore *store, TvBookListKind kind, FILE *file, GError **error)
{
    Listing listing = { kind, NULL, { file, FALSE }, FALSE };

    return write_file (store, &listing, error);
}

/**
 * tv_book_list_write_history:
 * @store: an open book
 * @filter: which change sets are to be listed
 * @file: where to, as CSV with a header
 * @error: (nullable): as tv_book_list_write(), and G_IO_ERROR_NOT_FOUND where the book knows no
 * such child or person
 *
 * Waits until all is written.
 *
 * Returns: whether it was
 */
gboolean
tv_book_list_write_history (TvStore *store, const TvBookHistoryFilter *filter, FILE *file,
                            GError **error)
{
    Listing listing = { TV_BOOK_LIST_HISTORY, filter, { file, FALSE }, FALSE };

    return write_file (store, &listing, error);
}
