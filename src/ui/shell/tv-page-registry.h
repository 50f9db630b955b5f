/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-page.h"

G_BEGIN_DECLS

/* One page as the sidebar lists it and the window makes it. */
typedef struct {
    const char *code; /* "students"; the name of its folder, too */
    const char *icon_name;
    const char *title;
    const char *kindergarten_title; /* NULL: the same */
    GtkWidget *(*make) (TvWorkspace *workspace);
    guint rights; /* bits of TvRight: whoever has one of them has the page */
} TvPageEntry;

guint tv_page_registry_count (void);
const TvPageEntry *tv_page_registry_get (guint index);
const TvPageEntry *tv_page_registry_find (const char *code, guint *index);
gboolean tv_page_entry_is_open_to (const TvPageEntry *self, TvStore *store);
const char *tv_page_entry_title (const TvPageEntry *self, gboolean is_kindergarten);

G_END_DECLS
