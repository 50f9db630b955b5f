/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What hides a window's content, and every other window that belongs to it, while the book is
 * locked. */
typedef struct _TvCurtain TvCurtain;

TvCurtain *tv_curtain_draw (GtkWindow *window, GtkWidget *content);
void tv_curtain_open (TvCurtain *self);
void tv_curtain_drop (TvCurtain *self);

G_END_DECLS
