/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-round.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What of a book a list is compared with, as it stood at one moment. */
typedef struct {
    TvSchool *school;
    int first_year;
    gint64 year_id;        /* 0: the book has no such year yet */
    gint64 last_change_id; /* the newest change set when this was read */

    GPtrArray *students;      /* of TvStudent */
    GHashTable *by_number;    /* personal number to TvStudent */
    GHashTable *by_code;      /* ministry code to TvStudent */
    GHashTable *by_child;     /* key of name and birth date to GPtrArray of TvStudent */
    GHashTable *classes;      /* id to TvClass, of the year */
    GHashTable *by_class_key; /* key of its name to TvClass */
    GHashTable *enrolments;   /* student id to GPtrArray of TvEnrolment, of the year */
    GPtrArray *rounds;        /* of TvRound, this year's and last year's, the newest first */
    GHashTable *taken_in;     /* round id to TvRoundClasses, of those rounds */
    GHashTable *measurements; /* student id to GPtrArray of TvMeasurement, of those rounds */
    char *columns;            /* what people have said of columns, as it was saved; or NULL */
} TvImportBook;

/* The setting in which the choices about columns are kept. */
#define TV_IMPORT_COLUMNS_SETTING "import-columns"

TvImportBook *tv_import_book_read (TvConnection *connection, int first_year,
                                   GCancellable *cancellable, GError **error);
void tv_import_book_free (TvImportBook *self);
gboolean tv_import_book_find_last_change (TvConnection *connection, gint64 *id, GError **error);

char *tv_import_child_key (const char *name, TvDate birth_date);
TvEnrolment *tv_import_book_find_enrolment (TvImportBook *self, gint64 student_id, TvDate day);
TvClass *tv_import_book_find_class (TvImportBook *self, const char *name);
TvClass *tv_import_book_get_class (TvImportBook *self, gint64 id);
gboolean tv_import_book_takes_in (TvImportBook *self, gint64 round_id, gint64 class_id);
TvMeasurement *
tv_import_book_find_measurement (TvImportBook *self, gint64 student_id, gint64 round_id);
TvMeasurement *tv_import_book_find_previous (TvImportBook *self, gint64 student_id, TvDate before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvImportBook, tv_import_book_free)

G_END_DECLS
