/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-column-map.h"
#include "exchange/tv-list-row.h"
#include "exchange/tv-workbook-charset.h"

G_BEGIN_DECLS

/* What became of a sheet. */
typedef enum {
    TV_LIST_SHEET_READ,
    TV_LIST_SHEET_HIDDEN,    /* out of sight, so not meant to be read */
    TV_LIST_SHEET_NO_HEADER, /* a look-up table, a cover, an empty sheet */
} TvListSheetState;

typedef struct {
    char *title;
    TvListSheetState state;
    GPtrArray *maps;       /* of TvColumnMap: one for each header row */
    guint n_rows;          /* children's rows */
    TvDate measured_on;    /* named above its list, TV_DATE_NONE */
    guint n_hidden_rows;   /* out of sight, be it by a filter, and read all the same */
    guint n_lost_formulas; /* cells that read as empty since their results are not in the file */
} TvListSheet;

/* Why a row that is not empty is no child's row. */
typedef enum {
    TV_LIST_PASSED_TITLE,
    TV_LIST_PASSED_HEADER,
    TV_LIST_PASSED_TOTAL,
    TV_LIST_PASSED_SIGNATURE,
    TV_LIST_PASSED_OTHER,
} TvListPassedReason;

typedef struct {
    guint sheet;
    guint source_row;
    TvListPassedReason reason;
    char *text; /* the first words of it */
} TvListPassedRow;

/* A name as the file has it, and as it was read. */
typedef struct {
    char *before;
    char *after;
} TvListRereading;

/* So many show whether an encoding was told rightly. */
#define TV_LIST_MAX_REREADINGS 5

/* A class list or a weighing sheet, read: its children's rows, and how it was understood. */
typedef struct {
    char *name;             /* of the file */
    GPtrArray *rows;        /* of TvListRow, in the order of the file */
    GPtrArray *sheets;      /* of TvListSheet */
    GPtrArray *passed_rows; /* of TvListPassedRow */
    int first_year;         /* of the school year named in a title, 0 where none is */
    int round_number;       /* of the measuring round named in a title, 0 where none is */
    TvDate measured_on;     /* the first measuring date named in a title, TV_DATE_NONE */
    gboolean has_measures;
    TvCharsetCounts charsets; /* of the cells that were in an old encoding */
    GPtrArray *rereadings;    /* of TvListRereading: the first names among them */
} TvListFile;

TvListFile *tv_list_file_new (const char *name);
void tv_list_file_unref (TvListFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvListFile, tv_list_file_unref)

G_END_DECLS
