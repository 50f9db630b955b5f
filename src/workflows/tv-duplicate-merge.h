/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"
#include "workflows/tv-child.h"
#include "workflows/tv-duplicate-plan.h"

G_BEGIN_DECLS

/* What of a child is chosen where its two records say it otherwise. */
typedef enum {
    TV_DUPLICATE_NAME,
    TV_DUPLICATE_SEX,
    TV_DUPLICATE_BIRTH_DATE,
    TV_DUPLICATE_PERSONAL_NUMBER,
    TV_DUPLICATE_MINISTRY_CODE,
    TV_DUPLICATE_ETHNIC_GROUP,
    TV_DUPLICATE_GUARDIAN_NAME,
    TV_DUPLICATE_GUARDIAN_PHONE,
    TV_DUPLICATE_NOTES,
    TV_DUPLICATE_N_FIELDS,
} TvDuplicateField;

/* Two records side by side, and what putting them together would make of them. */
typedef struct {
    TvChild *kept;
    TvChild *gone;
    char *kept_texts[TV_DUPLICATE_N_FIELDS]; /* as people write them; NULL: not known */
    char *gone_texts[TV_DUPLICATE_N_FIELDS];
    GPtrArray *visits; /* of TvDuplicateVisit */
} TvDuplicatePreview;

void tv_duplicate_preview_free (TvDuplicatePreview *self);
const char *tv_duplicate_field_label (TvDuplicateField field);
gboolean tv_duplicate_preview_asks (const TvDuplicatePreview *self, TvDuplicateField field);

void tv_duplicate_preview_async (TvStore *store, gint64 student_id, gint64 other_id,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
TvDuplicatePreview *
tv_duplicate_preview_finish (TvStore *store, GAsyncResult *result, GError **error);

/* @theirs: bits of TvDuplicateField: what the record that goes says stands. */
void tv_duplicate_merge_async (TvStore *store, gint64 kept_id, gint64 gone_id, guint theirs,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean tv_duplicate_merge_finish (TvStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvDuplicatePreview, tv_duplicate_preview_free)

G_END_DECLS
