/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the rates table, with each cell as a property. Another indicator changes the texts, not
 * the row, so that its widgets stay. */

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
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tv_rate_row_init (TvRateRow *self)
{
}

static void
set_text (TvRateRow *self, guint property, char *text)
{
    char **place = &self->text[property - PROP_GROUP];
    gboolean is_other = g_strcmp0 (*place, text) != 0;

    g_free (*place);
    *place = text;
    if (is_other)
        g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * tv_rate_row_set:
 * @self: a row
 * @rates: what the line belongs to
 * @line: one of its lines, shown from now on
 */
void
tv_rate_row_set (TvRateRow *self, TvRates *rates, const TvRateLine *line)
{
    g_autofree char *percent = tv_number_format (line->rate.percent, 1);
    g_autofree char *lower = tv_number_format (line->rate.lower, 1);
    g_autofree char *upper = tv_number_format (line->rate.upper, 1);
    gboolean has_rate = line->rate.n > 0;

    tv_rates_ref (rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = rates;
    self->line = line;
    set_text (self, PROP_GROUP, g_strdup (line->group));
    /* Translators: children counted of children measured, in a table. */
    set_text (self, PROP_COUNT, g_strdup_printf (_ ("%u of %u"), line->rate.n_cases, line->rate.n));
    /* Translators: a percentage; the space is a narrow one that does not break */
    set_text (self, PROP_PERCENT,
              has_rate ? g_strdup_printf (_ ("%s\u00a0%%"), percent) : g_strdup ("–"));
    set_text (self, PROP_INTERVAL,
              /* Translators: a confidence interval, from and to, in percent */
              has_rate ? g_strdup_printf (_ ("%s–%s\u00a0%%"), lower, upper) : g_strdup ("–"));
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

    tv_rate_row_set (self, rates, line);
    return self;
}

const TvRateLine *
tv_rate_row_get_line (TvRateRow *self)
{
    return self->line;
}
