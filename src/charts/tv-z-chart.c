/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The z-scores of a group over WHO's curve: what they are made of, and the same in sentences. */

#include "charts/tv-z-chart-layout.h"

#include "base/tv-number.h"
#include "growth/tv-growth-class.h"

#include <glib/gi18n.h>

static void
clear_z_chart (gpointer data)
{
    TvZChart *self = data;

    g_free (self->title);
}

/**
 * tv_z_chart_new:
 * @values: what it holds; the distribution is closed
 *
 * Returns: (transfer full): an unchanging copy
 */
TvZChart *
tv_z_chart_new (const TvZChart *values)
{
    TvZChart *self = g_atomic_rc_box_new (TvZChart);

    *self = *values;
    self->title = g_strdup (values->title);
    return self;
}

TvZChart *
tv_z_chart_ref (TvZChart *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_z_chart_unref (TvZChart *self)
{
    g_atomic_rc_box_release_full (self, clear_z_chart);
}

/* What children beyond a cut-off are called, the severe among them. */
static const char *
name_low (TvStandard standard, TvZKind kind)
{
    switch (kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        return C_ ("z zone", "underweight");
    case TV_Z_HEIGHT_FOR_AGE:
        return C_ ("z zone", "stunted");
    case TV_Z_WEIGHT_FOR_HEIGHT:
    case TV_Z_BMI_FOR_AGE:
    default:
        return standard == TV_STANDARD_2007 ? C_ ("z zone", "thin") : C_ ("z zone", "wasted");
    }
}

static const char *
name_high (TvStandard standard, TvZKind kind)
{
    switch (kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        return C_ ("z zone", "heavy for age");
    case TV_Z_HEIGHT_FOR_AGE:
        return C_ ("z zone", "tall for age");
    case TV_Z_WEIGHT_FOR_HEIGHT:
    case TV_Z_BMI_FOR_AGE:
    default:
        return standard == TV_STANDARD_2007 ? C_ ("z zone", "obese")
                                            : C_ ("z zone", "overweight or obese");
    }
}

static TvTone
tone_at (TvStandard standard, TvZKind kind, gint32 hundredths)
{
    return tv_tone_of_concern (
        tv_growth_class_concern (tv_growth_class (standard, kind, hundredths)));
}

/**
 * tv_z_zones:
 * @standard: whose classes are meant; what is not 2007 counts as 2006
 * @kind: of which z
 * @zones: (out caller-allocates): gets the zones from low to high
 *
 * The cut-offs are -2 and +2, and for BMI-for-age at school age +1 too.
 *
 * Returns: how many there are
 */
guint
tv_z_zones (TvStandard standard, TvZKind kind, TvZZone zones[TV_Z_MOST_ZONES])
{
    const gint32 last = TV_Z_FIRST_BIN + TV_Z_N_BINS * TV_Z_BIN_WIDTH;
    TvStandard asked = standard == TV_STANDARD_2007 ? TV_STANDARD_2007 : TV_STANDARD_2006;
    gboolean has_plus_1 = asked == TV_STANDARD_2007 && kind == TV_Z_BMI_FOR_AGE;
    guint n_zones = 0;

    zones[n_zones++] = (TvZZone){ .from = TV_Z_FIRST_BIN,
                                  .to = -200,
                                  .word = name_low (asked, kind),
                                  .tone = tone_at (asked, kind, -201),
                                  .slant = TV_SLANT_DOWN,
                                  .is_first = TRUE };
    zones[n_zones++] = (TvZZone){ .from = -200, .to = has_plus_1 ? 100 : 200, .word = "" };
    if (has_plus_1)
        zones[n_zones++] = (TvZZone){ .from = 100,
                                      .to = 200,
                                      .word = C_ ("z zone", "overweight"),
                                      .tone = tone_at (asked, kind, 101),
                                      .slant = TV_SLANT_UP };
    zones[n_zones++] = (TvZZone){ .from = 200,
                                  .to = last,
                                  .word = name_high (asked, kind),
                                  .tone = tone_at (asked, kind, 201),
                                  .slant = TV_SLANT_UP,
                                  .is_last = TRUE };
    return n_zones;
}

static void
get_bins (const TvZZone *zone, guint *first, guint *end)
{
    *first = (guint) (zone->from - TV_Z_FIRST_BIN) / TV_Z_BIN_WIDTH;
    *end = (guint) (zone->to - TV_Z_FIRST_BIN) / TV_Z_BIN_WIDTH;
}

/**
 * tv_z_zone_count:
 *
 * Returns: how many children stand in the zone
 */
guint
tv_z_zone_count (const TvZZone *zone, const TvZDistribution *distribution)
{
    guint first, end, n = 0;

    get_bins (zone, &first, &end);
    for (guint bin = first; bin < end; bin++)
        n += distribution->counts[bin];
    return n;
}

/**
 * tv_z_zone_expected_percent:
 *
 * Returns: how many of a hundred of WHO's children stand in the zone
 */
double
tv_z_zone_expected_percent (const TvZZone *zone)
{
    guint first, end;
    double percent = 0;

    get_bins (zone, &first, &end);
    for (guint bin = first; bin < end; bin++)
        percent += tv_z_distribution_expected_percent (bin);
    return percent;
}

/**
 * tv_z_bin_describe:
 * @bin: one of its bins
 *
 * Returns: (transfer full): from where to where, how many children, what share, and WHO's
 */
char *
tv_z_bin_describe (const TvZChart *chart, guint bin)
{
    const TvZDistribution *distribution = &chart->distribution;
    double first = (TV_Z_FIRST_BIN + (int) bin * TV_Z_BIN_WIDTH) / 100.0;
    guint count = distribution->counts[bin], n = distribution->n;
    g_autofree char *from = tv_number_format_signed (first, 1);
    g_autofree char *to = tv_number_format_signed (first + TV_Z_BIN_WIDTH / 100.0, 1);
    g_autofree char *expected = tv_number_format (tv_z_distribution_expected_percent (bin), 1);
    g_autofree char *percent = tv_number_format (n > 0 ? 100.0 * count / n : 0, 1);

    if (n == 0)
        /* Translators: from −1.5 to −1.0 SD; of a hundred of WHO's children 9.2 stand there */
        return g_strdup_printf (_ ("From %1$s to %2$s SD: WHO expects %3$s %%."), from, to,
                                expected);
    return g_strdup_printf (
        /* Translators: from −1.5 to −1.0 SD, 12 of 118 children, 10.2 %, WHO's 9.2 */
        ngettext ("From %1$s to %2$s SD: %3$u of %4$u child, %5$s %%; WHO expects %6$s %%.",
                  "From %1$s to %2$s SD: %3$u of %4$u children, %5$s %%; WHO expects %6$s %%.", n),
        from, to, count, n, percent, expected);
}

/* Only for the zones outside the cut-offs. */
static char *
describe_zone (const TvZZone *zone, const TvZDistribution *distribution)
{
    guint count = tv_z_zone_count (zone, distribution), n = distribution->n;
    g_autofree char *from = tv_number_format_signed (zone->from / 100.0, 0);
    g_autofree char *to = tv_number_format_signed (zone->to / 100.0, 0);
    g_autofree char *percent = tv_number_format (100.0 * count / n, 1);
    g_autofree char *expected = tv_number_format (tv_z_zone_expected_percent (zone), 1);

    if (zone->is_first)
        return g_strdup_printf (
            /* Translators: below −2 SD (stunted): 10 of 118 children, 8.5 %, WHO's 2.3 */
            ngettext ("Below %1$s SD (%2$s): %3$u of %4$u child, %5$s %%; WHO expects %6$s %%.",
                      "Below %1$s SD (%2$s): %3$u of %4$u children, %5$s %%; WHO expects %6$s %%.",
                      n),
            to, zone->word, count, n, percent, expected);
    if (zone->is_last)
        return g_strdup_printf (
            /* Translators: above +2 SD (obese): 10 of 118 children, 8.5 %, WHO's 2.3 */
            ngettext ("Above %1$s SD (%2$s): %3$u of %4$u child, %5$s %%; WHO expects %6$s %%.",
                      "Above %1$s SD (%2$s): %3$u of %4$u children, %5$s %%; WHO expects %6$s %%.",
                      n),
            from, zone->word, count, n, percent, expected);
    return g_strdup_printf (
        /* Translators: from +1 to +2 SD (overweight): 10 of 118 children, 8.5 %, WHO's 13.6 */
        ngettext ("From %1$s to %2$s SD (%3$s): %4$u of %5$u child, %6$s %%; WHO expects %7$s %%.",
                  "From %1$s to %2$s SD (%3$s): %4$u of %5$u children, %6$s %%; WHO expects "
                  "%7$s %%.",
                  n),
        from, to, zone->word, count, n, percent, expected);
}

/**
 * tv_z_chart_describe:
 *
 * Returns: (transfer full): what the chart shows, sentence by sentence
 */
char **
tv_z_chart_describe (const TvZChart *self)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
    TvZZone zones[TV_Z_MOST_ZONES];
    guint n_zones = tv_z_zones (self->standard, self->kind, zones);
    g_autofree char *figures = NULL;

    if (self->distribution.n == 0) {
        g_strv_builder_add (sentences, _ ("No child has a z-score yet."));
        return g_strv_builder_end (sentences);
    }
    figures = tv_z_distribution_sentence (&self->distribution, self->kind);
    g_strv_builder_add (sentences, figures);
    for (guint i = 0; i < n_zones; i++) {
        g_autofree char *sentence = NULL;

        if (zones[i].slant == TV_SLANT_NONE)
            continue;
        sentence = describe_zone (&zones[i], &self->distribution);
        g_strv_builder_add (sentences, sentence);
    }
    return g_strv_builder_end (sentences);
}

/**
 * tv_z_chart_tell:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 * @width_pt: of the drawing
 * @height_pt: of the drawing
 *
 * Returns: (transfer full) (nullable): what stands there, in a sentence
 */
char *
tv_z_chart_tell (const TvZChart *self, double x_pt, double y_pt, double width_pt, double height_pt)
{
    g_autoptr (TvZChartLayout) layout
        = tv_z_chart_layout_new (self, width_pt, height_pt, tv_theme_get (TV_THEME_SCREEN_LIGHT));
    int bin = tv_z_chart_layout_find (layout, x_pt, y_pt);

    return bin < 0 ? NULL : tv_z_bin_describe (self, (guint) bin);
}
