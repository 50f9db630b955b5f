/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How well a round was measured: as a whole, class by class, and by whoever measured. Here every
 * enrolled child counts, of any age: a careless reading is one whatever the child's age. */

#include "workflows/tv-rates-quality.h"

#include "base/tv-text.h"
#include "store/tv-store-classes.h"

#include <glib/gi18n.h>

typedef struct {
    TvQualityLine *round;
    GPtrArray *classes;      /* of TvQualityLine, in the order of the school */
    GHashTable *by_class;    /* of class id to one of these */
    GPtrArray *measurers;    /* of TvQualityLine */
    GHashTable *by_measurer; /* of name to one of these */
} Checking;

static void
free_line (gpointer data)
{
    TvQualityLine *self = data;

    g_array_unref (self->members);
    g_free (self->group);
    g_free (self);
}

static TvQualityLine *
make_line (TvQualitySplit split, const char *group)
{
    TvQualityLine *self = g_new0 (TvQualityLine, 1);

    self->split = split;
    self->group = g_strdup (group);
    self->members = g_array_new (FALSE, FALSE, sizeof (TvQualityMember));
    return self;
}

/* What somebody took out, and what was never taken, are no values. */
static gboolean
gives_values (const TvRateChild *child)
{
    switch (child->left_out) {
    case TV_LEFT_OUT_NOT:
    case TV_LEFT_OUT_NO_BIRTH_DATE:
    case TV_LEFT_OUT_NO_SEX:
    case TV_LEFT_OUT_OTHER_AGE:
        return TRUE;
    default:
        return FALSE;
    }
}

static TvQualityChild
describe_child (const TvRateChild *child, const TvRateRound *before)
{
    const TvRateMoment *last = before ? tv_rate_round_find (before, child->student_id) : NULL;
    TvQualityChild described = { 0 };

    if (gives_values (child)) {
        described.subject = &child->subject;
        described.weight_g = MAX (child->weight_g, 0);
        described.height_mm = MAX (child->height_mm, 0);
    }
    if (last) {
        described.last_weight_g = MAX (last->weight_g, 0);
        described.last_height_mm = MAX (last->height_mm, 0);
    }
    return described;
}

static void
add_class_line (Checking *self, gint64 class_id, const char *name)
{
    TvQualityLine *line = make_line (TV_QUALITY_OF_CLASS, name);

    g_ptr_array_add (self->classes, line);
    g_hash_table_insert (self->by_class, g_memdup2 (&class_id, sizeof class_id), line);
}

static TvQualityLine *
find_class_line (Checking *self, const TvRateChild *child)
{
    if (!g_hash_table_contains (self->by_class, &child->class_id))
        add_class_line (self, child->class_id, child->class_name);
    return g_hash_table_lookup (self->by_class, &child->class_id);
}

/* Nobody stands behind a child that was not called up; whoever called up an absent one does. */
static TvQualityLine *
find_measurer_line (Checking *self, const TvRateChild *child)
{
    TvQualityLine *line;

    if (child->date == TV_DATE_NONE)
        return NULL;
    line = g_hash_table_lookup (self->by_measurer, child->measurer);
    if (!line) {
        line = make_line (TV_QUALITY_OF_MEASURER,
                          child->measurer[0] ? child->measurer : _ ("Not written down"));
        g_ptr_array_add (self->measurers, line);
        g_hash_table_insert (self->by_measurer, (gpointer) child->measurer, line);
    }
    return line;
}

static void
add_member (TvQualityLine *line, const TvRateChild *child, const TvQualityChild *described)
{
    const TvQualityMember member
        = { child->student_id, tv_measuring_quality_add (&line->quality, described) };

    g_array_append_val (line->members, member);
}

static void
add_child (Checking *self, const TvRateChild *child, const TvRateRound *before)
{
    TvQualityChild described = describe_child (child, before);
    TvQualityLine *measurer = find_measurer_line (self, child);

    add_member (self->round, child, &described);
    add_member (find_class_line (self, child), child, &described);
    if (measurer)
        add_member (measurer, child, &described);
}

static int
compare_measurers (gconstpointer a, gconstpointer b)
{
    const TvQualityLine *left = *(TvQualityLine *const *) a;
    const TvQualityLine *right = *(TvQualityLine *const *) b;

    return tv_text_compare (left->group, right->group);
}

/* By name, and after them what nobody has signed; nothing at all where no name was written down. */
static void
order_measurers (Checking *self)
{
    TvQualityLine *nameless = g_hash_table_lookup (self->by_measurer, "");

    if (nameless)
        g_ptr_array_remove (self->measurers, nameless);
    g_ptr_array_sort (self->measurers, compare_measurers);
    if (nameless && self->measurers->len > 0)
        g_ptr_array_add (self->measurers, nameless);
    else if (nameless)
        free_line (nameless);
}

static GPtrArray *
collect_lines (Checking *self)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

    order_measurers (self);
    g_ptr_array_add (lines, self->round);
    for (guint i = 0; i < self->classes->len; i++) {
        TvQualityLine *line = g_ptr_array_index (self->classes, i);

        if (line->quality.n_children > 0)
            g_ptr_array_add (lines, line);
        else
            free_line (line);
    }
    for (guint i = 0; i < self->measurers->len; i++)
        g_ptr_array_add (lines, g_ptr_array_index (self->measurers, i));
    for (guint i = 0; i < lines->len; i++)
        tv_measuring_quality_close (&((TvQualityLine *) lines->pdata[i])->quality);
    return lines;
}

/**
 * tv_rates_check_quality:
 * @rates: a round
 * @before: (nullable): the regular round before it, for values that were only repeated
 *
 * An enrolled child that was away, or whose measurement somebody took out, has missing values.
 *
 * Returns: (transfer full) (element-type TvQualityLine): the whole round, each class in the order
 *   of the school, and each measurer where any was written down
 */
GPtrArray *
tv_rates_check_quality (const TvRates *rates, const TvRateRound *before)
{
    g_autoptr (GPtrArray) classes = g_ptr_array_new ();
    g_autoptr (GPtrArray) measurers = g_ptr_array_new ();
    g_autoptr (GHashTable) by_class
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GHashTable) by_measurer = g_hash_table_new (g_str_hash, g_str_equal);
    Checking self = { .round = make_line (TV_QUALITY_OF_ROUND, _ ("Whole round")),
                      .classes = classes,
                      .by_class = by_class,
                      .measurers = measurers,
                      .by_measurer = by_measurer };

    for (guint i = 0; rates->classes && i < rates->classes->len; i++) {
        const TvClass *class_ = ((const TvClassCount *) rates->classes->pdata[i])->class_;

        add_class_line (&self, class_->id, class_->name);
    }
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        if (child->left_out != TV_LEFT_OUT_NOT_ENROLLED)
            add_child (&self, child, before);
    }
    return collect_lines (&self);
}

/**
 * tv_quality_line_list:
 * @counts: one of the counts, or several of which a child stands in each
 *
 * Returns: (transfer full) (element-type gint64): the students behind a figure of the line, in the
 *   order in which the round has them
 */
GArray *
tv_quality_line_list (const TvQualityLine *self, TvQualityCounts counts)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < self->members->len; i++) {
        const TvQualityMember *member = &g_array_index (self->members, TvQualityMember, i);

        if ((member->counts & counts) == counts)
            g_array_append_val (ids, member->student_id);
    }
    return ids;
}
