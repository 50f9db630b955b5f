/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the rates table, with each cell as a property for the template. */

#include "ui/rates/tv-rate-row.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

struct _TvRateRow {
    GObject parent_instance;
    TvRates *rates; /* keeps the line alive */
    const TvRateLine *line;
    char *text[4]; /* by property */
};

enum {
    PROP_0,
    PROP_GROUP,
    PROP_COUNT,
    PROP_PERCENT,
    PROP_INTERVAL,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvRateRow, tv_rate_row, G_TYPE_OBJECT)

static void
tv_rate_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    TvRateRow *self = TV_RATE_ROW (object);

    g_value_set_string (value, self->text[id - PROP_GROUP]);
}

static void
tv_rate_row_finalize (GObject *object)
{
    TvRateRow *self = TV_RATE_ROW (object);

    for (guint i = 0; i < G_N_ELEMENTS (self->text); i++)
        g_free (self->text[i]);
    g_clear_pointer (&self->rates, tv_rates_unref);
    G_OBJECT_CLASS (tv_rate_row_parent_class)->finalize (object);
}

static void
tv_rate_row_class_init (TvRateRowClass *klass)
{
    static const char *const names[] = { NULL, "group", "count", "percent", "interval" };
    GObjectClass *object_class = G_OBJECT_CLASS (klass);

    object_class->get_property = tv_rate_row_get_property;
    object_class->finalize = tv_rate_row_finalize;
    for (guint i = PROP_GROUP; i < N_PROPS; i++)
        properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tv_rate_row_init (TvRateRow *self)
{
}

/**
 * tv_rate_row_new:
 * @rates: what the line belongs to
 * @line: one of its lines
 *
 * Returns: (transfer full): the line as the table shows it
 */
TvRateRow *
tv_rate_row_new (TvRates *rates, const TvRateLine *line)
{
    TvRateRow *self = g_object_new (TV_TYPE_RATE_ROW, NULL);

    self->rates = tv_rates_ref (rates);
    self->line = line;
    self->text[0] = g_strdup (line->group);
    /* Translators: children counted of children measured, in a table. */
    self->text[1] = g_strdup_printf (_ ("%u of %u"), line->rate.n_cases, line->rate.n);
    if (line->rate.n == 0) {
        self->text[2] = g_strdup ("–");
        self->text[3] = g_strdup ("–");
    } else {
        g_autofree char *percent = tv_number_format (line->rate.percent, 1);
        g_autofree char *lower = tv_number_format (line->rate.lower, 1);
        g_autofree char *upper = tv_number_format (line->rate.upper, 1);

        self->text[2] = g_strdup_printf ("%s %%", percent);
        self->text[3] = g_strdup_printf ("%s–%s %%", lower, upper);
    }
    return self;
}

const TvRateLine *
tv_rate_row_get_line (TvRateRow *self)
{
    return self->line;
}
