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

/* A child, and the class whose sheet has its line. */
typedef struct {
    gint64 class_id;
    gint64 student_id;
} TvSigningPlace;

GtkWidget *_tv_round_signing_make_row (const char *title, const char *subtitle);
GtkWidget *
_tv_round_signing_add_row (TvRoundSigning *self, AdwPreferencesGroup *group, GtkWidget *row);
void _tv_round_signing_add_done_row (TvRoundSigning *self, AdwPreferencesGroup *group,
                                     const char *sentence);
void _tv_round_signing_make_activatable (GtkWidget *row);
GtkWidget *_tv_round_signing_make_child_row (TvRoundSigning *self, const TvSigningPlace *place,
                                             const char *title, const char *subtitle);
void _tv_round_signing_lead_to_list (TvRoundSigning *self, GtkWidget *widget, const char *signal,
                                     const char *title, GArray *ids);

void _tv_round_signing_show_state (TvRoundSigning *self);
void _tv_round_signing_show_lists (TvRoundSigning *self);
void _tv_round_signing_ask_to_sign (TvRoundSigning *self);
void _tv_round_signing_ask_to_reopen (TvRoundSigning *self);
char *_tv_round_signing_count_unmeasured (const TvRoundReview *review);
char *_tv_round_signing_count_questions (const TvRoundReview *review);
char *_tv_round_signing_count_half_typed (const TvRoundReview *review);

G_END_DECLS
