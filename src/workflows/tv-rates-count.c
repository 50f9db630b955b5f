/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From children with their z to counts in groups: the whole school, then each split in turn. */

#include "workflows/tv-rates-count.h"

#include "indicators/tv-age-group.h"
#include "store/tv-store-classes.h"

#include <glib/gi18n.h>

#define NO_SLOT G_MAXUINT

/* A place that children of a split fall into; those nobody falls into become no group. */
typedef struct {
    guint n_children;
    guint first_child;
    guint first_line; /* its indicators stand side by side from here */
} Slot;

/* One bit for each indicator: the child has a value, and is a case. */
typedef struct {
    guint32 values;
    guint32 cases;
} Finding;

typedef struct {
    TvRates *rates;
    const Finding *findings; /* of each child */
    TvSplit split;
    const TvIndicator *indicators;
    guint n_indicators;
    const TvAgeGroup *ages;
    guint n_ages;
    GHashTable *class_slots; /* of class id to slot + 1, in the order of the school */
    GArray *slots;
    guint *slot_of_child;
} Counting;

static guint
find_class_slot (Counting *self, gint64 class_id)
{
    gpointer known = g_hash_table_lookup (self->class_slots, &class_id);
    guint next = g_hash_table_size (self->class_slots) + 1;

    if (known)
        return GPOINTER_TO_UINT (known) - 1;
    g_hash_table_insert (self->class_slots, g_memdup2 (&class_id, sizeof class_id),
                         GUINT_TO_POINTER (next));
    return next - 1;
}

static guint
find_age_slot (const Counting *self, const TvRateChild *child)
{
    double months = tv_subject_months (&child->subject);

    for (guint i = 0; i < self->n_ages; i++) {
        if (child->left_out == TV_LEFT_OUT_NOT && tv_age_group_holds (&self->ages[i], months))
            return i;
    }
    return NO_SLOT;
}

static guint
find_slot (Counting *self, const TvRateChild *child)
{
    if (child->left_out == TV_LEFT_OUT_NOT_ENROLLED)
        return NO_SLOT;
    switch (self->split) {
    case TV_SPLIT_CLASS:
        return find_class_slot (self, child->class_id);
    case TV_SPLIT_GRADE:
        return child->grade < 0 ? 13 : (guint) child->grade;
    case TV_SPLIT_SEX:
        return child->sex == TV_SEX_UNKNOWN ? NO_SLOT : child->sex == TV_SEX_FEMALE;
    case TV_SPLIT_AGE:
        return find_age_slot (self, child);
    default:
        return 0;
    }
}

static void
place_children (Counting *self)
{
    guint n_children = self->rates->children->len;

    for (guint i = 0; i < n_children; i++) {
        guint slot = find_slot (self, tv_rates_child (self->rates, i));
        Slot *place;

        self->slot_of_child[i] = slot;
        if (slot == NO_SLOT)
            continue;
        if (slot >= self->slots->len)
            g_array_set_size (self->slots, slot + 1);
        place = &g_array_index (self->slots, Slot, slot);
        if (place->n_children++ == 0)
            place->first_child = i;
    }
    if (self->split == TV_SPLIT_NONE && self->slots->len == 0)
        g_array_set_size (self->slots, 1);
}

static char *
write_label (const Counting *self, guint slot, const TvRateChild *child)
{
    switch (self->split) {
    case TV_SPLIT_CLASS:
        return g_strdup (child->class_name);
    case TV_SPLIT_GRADE:
        return tv_class_grade_label (child->grade, self->rates->school->level);
    case TV_SPLIT_SEX:
        return g_strdup (slot == 0 ? _ ("Boys") : _ ("Girls"));
    case TV_SPLIT_AGE:
        return tv_age_group_label (&self->ages[slot]);
    default:
        return g_strdup (_ ("Whole school"));
    }
}

static char *
write_code (const Counting *self, guint slot, const TvRateChild *child)
{
    switch (self->split) {
    case TV_SPLIT_CLASS:
        return g_strdup (child->class_name);
    case TV_SPLIT_GRADE:
        return child->grade < 0 ? g_strdup ("other") : g_strdup_printf ("%d", child->grade);
    case TV_SPLIT_SEX:
        return g_strdup (slot == 0 ? "M" : "F");
    case TV_SPLIT_AGE:
        return g_strdup (self->ages[slot].code);
    default:
        return g_strdup ("All");
    }
}

static void
add_lines (Counting *self)
{
    GPtrArray *lines = self->rates->lines;

    for (guint slot = 0; slot < self->slots->len; slot++) {
        Slot *place = &g_array_index (self->slots, Slot, slot);
        const TvRateChild *child
            = place->n_children > 0 ? tv_rates_child (self->rates, place->first_child) : NULL;

        if (!child && self->split != TV_SPLIT_NONE)
            continue;
        place->first_line = lines->len;
        for (guint i = 0; i < self->n_indicators; i++) {
            TvRateLine *line = g_new0 (TvRateLine, 1);

            line->indicator = &self->indicators[i];
            line->split = self->split;
            line->group = write_label (self, slot, child);
            line->group_code = write_code (self, slot, child);
            line->cases = g_array_new (FALSE, FALSE, sizeof (guint));
            g_ptr_array_add (lines, line);
        }
    }
}

static void
count_child (Counting *self, guint index)
{
    const Slot *place = &g_array_index (self->slots, Slot, self->slot_of_child[index]);
    const Finding *finding = &self->findings[index];

    for (guint i = 0; i < self->n_indicators; i++) {
        TvRateLine *line = g_ptr_array_index (self->rates->lines, place->first_line + i);

        line->rate.n += finding->values >> i & 1;
        if (finding->cases >> i & 1)
            g_array_append_val (line->cases, index);
    }
}

static void
count_split (TvRates *rates, const Finding *findings, TvSplit split)
{
    g_autoptr (GHashTable) class_slots
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (Slot));
    g_autofree guint *slot_of_child = g_new (guint, rates->children->len);
    Counting self = { .rates = rates,
                      .findings = findings,
                      .split = split,
                      .class_slots = class_slots,
                      .slots = slots,
                      .slot_of_child = slot_of_child };

    self.indicators = tv_indicators (rates->population, rates->overweight_rule, &self.n_indicators);
    self.ages = tv_age_groups (rates->population, &self.n_ages, NULL);
    for (guint i = 0; i < rates->classes->len; i++)
        find_class_slot (&self, ((const TvClassCount *) rates->classes->pdata[i])->class_->id);
    place_children (&self);
    add_lines (&self);
    for (guint i = 0; i < rates->children->len; i++) {
        if (findings[i].values && slot_of_child[i] != NO_SLOT)
            count_child (&self, i);
    }
}

/* Who is left out has no value for anything. */
static Finding *
find_cases (const TvRates *self)
{
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (self->population, self->overweight_rule, &n_indicators);
    Finding *findings = g_new0 (Finding, self->children->len);

    g_assert (n_indicators <= 32);
    for (guint i = 0; i < self->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self, i);

        for (guint j = 0; child->left_out == TV_LEFT_OUT_NOT && j < n_indicators; j++) {
            gboolean is_case;

            if (!tv_subject_has_value (&child->subject, self->population, &indicators[j], &is_case))
                continue;
            findings[i].values |= 1u << j;
            findings[i].cases |= (guint32) is_case << j;
        }
    }
    return findings;
}

static TvTarget *
find_target (GPtrArray *targets, const TvIndicator *indicator, TvLevel level)
{
    for (guint i = 0; i < targets->len; i++) {
        TvTarget *target = g_ptr_array_index (targets, i);

        if (g_strcmp0 (target->indicator, indicator->code) == 0
            && tv_target_applies_to (target, level))
            return tv_target_ref (target);
    }
    return NULL;
}

/**
 * tv_rates_count_lines:
 * @self: rates with their classes, and their children counted
 * @interval: which interval
 * @targets: (element-type TvTarget): of the plan's year; they are for children under five
 *
 * Makes the lines of the whole school, then of each group of the split.
 */
void
tv_rates_count_lines (TvRates *self, TvIntervalKind interval, GPtrArray *targets)
{
    g_autofree Finding *findings = find_cases (self);

    count_split (self, findings, TV_SPLIT_NONE);
    for (int split = TV_SPLIT_CLASS; split <= TV_SPLIT_AGE; split++) {
        if (self->split == (TvSplit) split || self->split == TV_SPLIT_EVERY)
            count_split (self, findings, (TvSplit) split);
    }
    for (guint i = 0; i < self->lines->len; i++) {
        TvRateLine *line = g_ptr_array_index (self->lines, i);

        tv_rate_init (&line->rate, interval, line->cases->len, line->rate.n, self->n_population);
        if (line->split == TV_SPLIT_NONE && self->population == TV_POPULATION_UNDER_FIVE)
            line->target = find_target (targets, line->indicator, self->school->level);
        tv_rate_judge (&line->rate, line->target, &line->judgement);
    }
}

void
tv_rate_line_free (TvRateLine *self)
{
    g_free (self->group);
    g_free (self->group_code);
    g_clear_pointer (&self->target, tv_target_unref);
    g_array_unref (self->cases);
    g_free (self);
}
