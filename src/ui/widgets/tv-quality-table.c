/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the quality of measuring: what each says of a group, and which children stand
 * behind it. */

#include "ui/widgets/tv-quality-table.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

static char *
count_text (guint count)
{
    return g_strdup_printf ("%u", count);
}

static char *
score_text (const TvDigitPattern *pattern)
{
    g_autofree char *score = NULL;

    if (pattern->n < TV_QUALITY_FEWEST)
        return g_strdup ("–");
    score = tv_number_format (pattern->score, 0);
    /* Translators: a score of the last digits, in a table: some digits come too often. */
    return pattern->is_uneven ? g_strdup_printf (_ ("%s, uneven"), score)
                              : g_steal_pointer (&score);
}

static char *
whole_text (const TvDigitPattern *pattern)
{
    g_autofree char *percent = NULL;

    if (pattern->n < TV_QUALITY_FEWEST)
        return g_strdup ("–");
    percent = tv_number_format (100.0 * pattern->n_whole / pattern->n, 0);
    /* Translators: a percentage; the space is a narrow one that does not break */
    return g_strdup_printf (_ ("%s\u00a0%%"), percent);
}

static char *
spread_text (const TvZDistribution *distribution)
{
    return distribution->n < TV_QUALITY_FEWEST ? g_strdup ("–")
                                               : tv_number_format (distribution->sd, 2);
}

static char *
share_text (guint n, guint of)
{
    /* Translators: children counted of children measured, in a narrow column */
    return of == 0 ? g_strdup ("–") : g_strdup_printf (C_ ("measuring quality", "%u/%u"), n, of);
}

enum {
    COLUMN_GROUP,
    COLUMN_CHILDREN,
    COLUMN_MISSING,
    COLUMN_WEIGHT_DIGITS,
    COLUMN_HEIGHT_DIGITS,
    COLUMN_WHOLE_KG,
    COLUMN_WHOLE_CM,
    COLUMN_WEIGHT_FOR_AGE,
    COLUMN_HEIGHT_FOR_AGE,
    COLUMN_WEIGHT_FOR_HEIGHT,
    COLUMN_BMI,
    COLUMN_FLAGGED,
    COLUMN_REPEATED,
    N_COLUMNS,
};

/* In the order of the columns. */
static GStrv
make_texts (const TvQualityLine *line)
{
    const TvMeasuringQuality *quality = &line->quality;
    g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
    char *figures[] = {
        tv_quality_group_text (line),
        count_text (quality->n_children),
        count_text (quality->n_missing),
        score_text (&quality->weight),
        score_text (&quality->height),
        whole_text (&quality->weight),
        whole_text (&quality->height),
        spread_text (&quality->z[TV_Z_WEIGHT_FOR_AGE]),
        spread_text (&quality->z[TV_Z_HEIGHT_FOR_AGE]),
        spread_text (&quality->z[TV_Z_WEIGHT_FOR_HEIGHT]),
        spread_text (&quality->z[TV_Z_BMI_FOR_AGE]),
        share_text (quality->n_flagged, quality->n_scored),
        share_text (quality->n_repeated, quality->n_compared),
    };

    for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
        g_strv_builder_add (texts, figures[i]);
        g_free (figures[i]);
    }
    return g_strv_builder_end (texts);
}

/* Zero opens nothing, and neither does a share of too few values, which is not told. */
static guint
find_links (const TvQualityLine *line)
{
    const TvMeasuringQuality *quality = &line->quality;
    const struct {
        guint column;
        gboolean is_link;
    } counts[] = {
        { COLUMN_CHILDREN, quality->n_children > 0 },
        { COLUMN_MISSING, quality->n_missing > 0 },
        { COLUMN_WHOLE_KG, quality->weight.n >= TV_QUALITY_FEWEST && quality->weight.n_whole > 0 },
        { COLUMN_WHOLE_CM, quality->height.n >= TV_QUALITY_FEWEST && quality->height.n_whole > 0 },
        { COLUMN_FLAGGED, quality->n_flagged > 0 },
        { COLUMN_REPEATED, quality->n_repeated > 0 },
    };
    guint links = 0;

    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        links |= (counts[i].is_link ? 1U : 0U) << counts[i].column;
    return links;
}

static void
free_texts (gpointer texts)
{
    g_strfreev (texts);
}

/**
 * tv_quality_group_text:
 *
 * Returns: (transfer full): whom a line is about, in the chosen language
 */
char *
tv_quality_group_text (const TvQualityLine *line)
{
    if (line->split != TV_QUALITY_OF_MEASURER)
        return g_strdup (line->group);
    /* Translators: %s is a person, or "Not written down" */
    return g_strdup_printf (_ ("Measurer: %s"), line->group);
}

/**
 * tv_quality_table_set_up:
 * @table: gets its columns, once
 */
void
tv_quality_table_set_up (TvFigureTable *table)
{
    const TvFigureColumn columns[N_COLUMNS] = {
        { _ ("Group"), TRUE },
        { C_ ("measuring quality", "Children"), FALSE },
        { C_ ("measuring quality", "Not\nmeasured"), FALSE },
        { C_ ("measuring quality", "Digits of\nweight"), FALSE },
        { C_ ("measuring quality", "Digits of\nheight"), FALSE },
        { C_ ("measuring quality", "Whole\nkg"), FALSE },
        { C_ ("measuring quality", "Whole\ncm"), FALSE },
        { C_ ("measuring quality", "SD weight\nfor age"), FALSE },
        { C_ ("measuring quality", "SD height\nfor age"), FALSE },
        { C_ ("measuring quality", "SD weight\nfor height"), FALSE },
        { C_ ("measuring quality", "SD BMI\nfor age"), FALSE },
        { C_ ("measuring quality", "Beyond\nlimits"), FALSE },
        { C_ ("measuring quality", "As last\ntime"), FALSE },
    };

    tv_figure_table_set_up (table, _ ("Quality of measuring, group by group"),
                            TV_FIGURE_TABLE_CHOOSES, columns, N_COLUMNS);
}

/* Thinness is weight-for-height under five and BMI-for-age from there on; one of them is told. */
static void
show_columns (TvFigureTable *table, const TvMeasuringQuality *quality)
{
    gboolean is_under_five
        = 2 * quality->z[TV_Z_WEIGHT_FOR_HEIGHT].n >= quality->z[TV_Z_BMI_FOR_AGE].n;

    tv_figure_table_set_column_visible (table, COLUMN_WEIGHT_FOR_HEIGHT, is_under_five);
    tv_figure_table_set_column_visible (table, COLUMN_BMI, !is_under_five);
}

/**
 * tv_quality_table_show:
 * @table: a table with these columns
 * @lines: (element-type TvQualityLine): its rows
 */
void
tv_quality_table_show (TvFigureTable *table, GPtrArray *lines)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_texts);
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < lines->len; i++) {
        const TvQualityLine *line = g_ptr_array_index (lines, i);
        guint line_links = find_links (line);

        g_ptr_array_add (rows, make_texts (line));
        g_array_append_val (links, line_links);
    }
    tv_figure_table_show_links (table, rows, links);
    if (lines->len > 0)
        show_columns (table, &((TvQualityLine *) g_ptr_array_index (lines, 0))->quality);
}

/**
 * tv_quality_table_counts:
 * @column: whose figures may be links
 *
 * Returns: the count that such a figure stands for
 */
TvQualityCounts
tv_quality_table_counts (guint column)
{
    switch (column) {
    case COLUMN_CHILDREN:
        return TV_QUALITY_TO_MEASURE;
    case COLUMN_MISSING:
        return TV_QUALITY_MISSING;
    case COLUMN_WHOLE_KG:
        return TV_QUALITY_WHOLE_KG;
    case COLUMN_WHOLE_CM:
        return TV_QUALITY_WHOLE_CM;
    case COLUMN_FLAGGED:
        return TV_QUALITY_FLAGGED;
    case COLUMN_REPEATED:
        return TV_QUALITY_REPEATED;
    default:
        g_return_val_if_reached (0);
    }
}
