/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-reader.h"
#include "workflows/tv-import-book.h"
#include "workflows/tv-import.h"

G_BEGIN_DECLS

/* A plan, for the files that make it. */
struct _TvImportPlan {
    GObject parent_instance;

    TvStore *store;
    TvImportOptions options;
    TvDate today;
    TvWorkbook *workbook;
    TvImportBook *book;
    TvListFile *list;
    GHashTable *choices; /* what people have said of lists, see tv-import-columns.h */
    gboolean has_new_choices;
    char *layout;           /* of the list as it was read before anybody said anything of it */
    char *text_layout;      /* the same, with the encoding that was found then */
    gboolean has_charset;   /* whether a person has said which encoding it is */
    TvCharset charset;      /* then that */
    TvDateOrder date_order; /* UNKNOWN: each column tells */
    GArray *corrections;    /* of Correction, in the order in which they were made */
    GHashTable *skipped;    /* indices of rows to leave out */
    GPtrArray *rows;        /* of TvListRow, with the corrections */
    GPtrArray *steps;       /* of TvImportStep */
};

gboolean tv_import_plan_read_list (TvImportPlan *self, GError **error);
void tv_import_plan_recall (TvImportPlan *self);
void tv_import_plan_weigh_anew (TvImportPlan *self);

G_END_DECLS
