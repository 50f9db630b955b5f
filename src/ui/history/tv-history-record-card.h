/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-history-change.h"

G_BEGIN_DECLS

/* One record that a change set touched: which, and column by column what it was and became. */
#define TV_TYPE_HISTORY_RECORD_CARD (tv_history_record_card_get_type ())
G_DECLARE_FINAL_TYPE (TvHistoryRecordCard, tv_history_record_card, TV, HISTORY_RECORD_CARD, GtkBox)

GtkWidget *tv_history_record_card_new (const TvHistoryRecord *record);

G_END_DECLS
