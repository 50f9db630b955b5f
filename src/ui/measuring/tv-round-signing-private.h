/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/measuring/tv-round-signing.h"
#include "ui/widgets/tv-quality-view.h"
#include "workflows/tv-round-review.h"

G_BEGIN_DECLS

struct _TvRoundSigning {
    GtkWidget parent_instance;

    TvWorkspace *workspace;
    TvRoundReview *review; /* (nullable) */
    GPtrArray *rows;       /* of GtkWidget: those that tell of the review */
    GCancellable *reading;
    gboolean is_stale; /* the book changed while nobody looked */
    gboolean shows_all_classes;
    gboolean shows_all_questions;

    GtkWidget *content_box;
    GtkWidget *back_button;
    GtkLabel *title_label;
    GtkWidget *reopen_button;
    GtkWidget *sign_button;
    GtkStack *stack;
    AdwPreferencesGroup *state_group;
    AdwPreferencesGroup *unmeasured_group;
    AdwPreferencesGroup *question_group;
    AdwPreferencesGroup *unknown_group;
    TvQualityView *quality_view;
};

void _tv_round_signing_show_lists (TvRoundSigning *self);
void _tv_round_signing_ask_to_sign (TvRoundSigning *self);
void _tv_round_signing_ask_to_reopen (TvRoundSigning *self);
char *_tv_round_signing_count_unmeasured (const TvRoundReview *review);
char *_tv_round_signing_count_questions (const TvRoundReview *review);

G_END_DECLS
