/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-secret.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

#define TV_STORM_N_STUDENTS 12

/* A book of one class and one round in which nobody is measured yet; student keys go from 1. */
void tv_storm_book_make (const char *folder);

/* The same key in the program that dies and in the one that looks what is left. */
TvSecret *tv_storm_book_key (void);

/* Opens the book in @folder, protected or not. */
TvStore *tv_storm_book_open (const char *folder, GError **error);
gboolean tv_storm_book_sign_in (TvStore *store, GError **error);

/* What is wrong with an open book, NULL where nothing is. */
char *tv_storm_book_examine (TvStore *store);

/* The number that a statement gives. */
gint64 tv_storm_book_ask (TvStore *store, const char *sql);

char *tv_storm_folder_new (void);
void tv_storm_folder_copy (const char *from, const char *to);
void tv_storm_folder_remove (const char *folder);

G_END_DECLS
