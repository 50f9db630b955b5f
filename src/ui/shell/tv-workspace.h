/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-round.h"
#include "records/tv-school.h"
#include "workflows/tv-record-book.h"
#include "workflows/tv-rights.h"

G_BEGIN_DECLS

/* What all pages of a window share: the open book, the school, the year and round that are
 * chosen, and the ways from one page to another. Pages get it as their construct property
 * "workspace" and never look for each other.
 *
 * Properties: "store" (TvStore, null while no book is open), "cover" (all years and rounds),
 * "school", "year", "round" (pointers to records; notify when another is chosen or its record
 * changes), "is-kindergarten", "is-locked" (nothing of the book is shown for now). Pages are made
 * when store and school are there. Signals: "changed" (guint topics): the store's signal, passed on
 * while a book is open. The others are the ways to pages and the words to the person, which the
 * window follows: "page-wanted", "student-wanted", "class-wanted", "children-wanted",
 * "report-wanted", "history-wanted", "told", "failed". */
#define TV_TYPE_WORKSPACE (tv_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TvWorkspace, tv_workspace, TV, WORKSPACE, GObject)

TvWorkspace *tv_workspace_new (void);

TvStore *tv_workspace_get_store (TvWorkspace *self);
void tv_workspace_set_store (TvWorkspace *self, TvStore *store);
void tv_workspace_set_locked (TvWorkspace *self, gboolean is_locked);
gboolean tv_workspace_is_locked (TvWorkspace *self);
void tv_workspace_reload (TvWorkspace *self);
TvBookCover *tv_workspace_get_cover (TvWorkspace *self);
TvSchool *tv_workspace_get_school (TvWorkspace *self);
TvSchoolYear *tv_workspace_get_year (TvWorkspace *self);
TvRound *tv_workspace_get_round (TvWorkspace *self);
void tv_workspace_set_year (TvWorkspace *self, TvSchoolYear *year);
void tv_workspace_set_round (TvWorkspace *self, TvRound *round);
gboolean tv_workspace_is_kindergarten (TvWorkspace *self);
gboolean tv_workspace_is_read_only (TvWorkspace *self);
gboolean tv_workspace_may (TvWorkspace *self, TvRight right);
gboolean tv_workspace_can_edit (TvWorkspace *self);
TvDate tv_workspace_today (TvWorkspace *self);

/* Ways to other pages; the window follows them. */
void tv_workspace_open_page (TvWorkspace *self, const char *page);
void tv_workspace_open_student (TvWorkspace *self, gint64 student_id);
void tv_workspace_open_class_grid (TvWorkspace *self, gint64 class_id);
void tv_workspace_show_children (TvWorkspace *self, const char *title, const gint64 *student_ids,
                                 guint n_students);
void tv_workspace_show_children_of_round (TvWorkspace *self, const char *title, TvRound *round,
                                          const gint64 *student_ids, guint n_students);
void tv_workspace_open_report (TvWorkspace *self, const char *code);
void tv_workspace_open_class_report (TvWorkspace *self, const char *code, const char *class_name);
void tv_workspace_open_history (TvWorkspace *self, gint64 student_id);

/* Words for the person: a toast (with a button that takes the last change back), or an error. */
void tv_workspace_tell (TvWorkspace *self, const char *sentence, gboolean can_undo);
void tv_workspace_tell_error (TvWorkspace *self, const GError *error);

G_END_DECLS
