/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keeps a second program from writing in a book; lets go when freed or when the program ends. */
typedef struct _TvBookLock TvBookLock;

TvBookLock *tv_book_lock_take (const char *folder, GError **error);
void tv_book_lock_free (TvBookLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookLock, tv_book_lock_free)

G_END_DECLS
