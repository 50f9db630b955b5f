/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures say where to look, never who is to blame: lines stand in the order of the classes,
 * and a score, a share or a spread of too few values is not shown at all. */

#include "ui/widgets/tv-quality-view.h"

#include "base/tv-number.h"
#include "charts/tv-digit-chart.h"
#include "ui/widgets/tv-drawing-view.h"
#include "ui/widgets/tv-figure-table.h"
#include "workflows/tv-rates-quality.h"

#include <glib/gi18n.h>

#define CHART_WIDTH_PT 260
#define CHART_HEIGHT_PT 150

struct _TvQualityView {
    GtkWidget parent_instance;
    GPtrArray *lines; /* of TvQualityLine */

    GtkLabel *group_label;
    GtkLabel *remarks_label;
    GtkWidget *chart_frame;
    TvDrawingView *chart_view;
    TvFigureTable *table;
    GtkLabel *meaning_label;
};

G_DEFINE_FINAL_TYPE (TvQualityView, tv_quality_view, GTK_TYPE_WIDGET)

TV_DEFINE_CHART_SOURCE (chart_source, tv_digit_chart)

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
    COLUMN_WEIGHT_FOR_HEIGHT = 9,
    COLUMN_BMI = 10,
};

static char *
group_text (const TvQualityLine *line)
{
    if (line->split != TV_QUALITY_OF_MEASURER)
        return g_strdup (line->group);
    /* Translators: %s is a person, or "Not written down" */
    return g_strdup_printf (_ ("Measurer: %s"), line->group);
}

/* In the order of the columns. */
static GStrv
make_texts (const TvQualityLine *line)
{
    const TvMeasuringQuality *quality = &line->quality;
    g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
    char *figures[] = {
        group_text (line),
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

static void
free_texts (gpointer texts)
{
    g_strfreev (texts);
}

static char *
remarks_on (const TvMeasuringQuality *quality)
{
    g_auto (GStrv) remarks = tv_measuring_quality_remarks (quality);

    if (remarks && remarks[0])
        return g_strjoinv ("\n", remarks);
    if (MAX (quality->weight.n, quality->height.n) < TV_QUALITY_FEWEST)
        return g_strdup_printf (
            /* Translators: %d is 50. */
            _ ("Fewer than %d values: too few to say how they were measured."), TV_QUALITY_FEWEST);
    return g_strdup (_ ("Nothing stands out in these figures."));
}

static void
show_line (TvQualityView *self, guint index)
{
    const TvQualityLine *line = g_ptr_array_index (self->lines, index);
    const TvDigitChart values = { line->quality.weight, line->quality.height };
    g_autofree char *group = group_text (line);
    g_autofree char *remarks = remarks_on (&line->quality);

    gtk_label_set_label (self->group_label, group);
    gtk_label_set_label (self->remarks_label, remarks);
    tv_drawing_view_set_source (self->chart_view, &chart_source, tv_digit_chart_new (&values));
}

static void
row_wanted_cb (TvQualityView *self, guint position)
{
    if (self->lines && position < self->lines->len)
        show_line (self, position);
}

static void
tv_quality_view_dispose (GObject *object)
{
    TvQualityView *self = TV_QUALITY_VIEW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_QUALITY_VIEW);
    g_clear_pointer (&self->lines, g_ptr_array_unref);
    G_OBJECT_CLASS (tv_quality_view_parent_class)->dispose (object);
}

static void
tv_quality_view_class_init (TvQualityViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_quality_view_dispose;
    g_type_ensure (TV_TYPE_DRAWING_VIEW);
    g_type_ensure (TV_TYPE_FIGURE_TABLE);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/widgets/tv-quality-view.ui");
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, chart_frame);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, chart_view);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, group_label);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, meaning_label);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, remarks_label);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, table);
    gtk_widget_class_bind_template_callback (widget_class, row_wanted_cb);
}

static void
set_up_table (TvQualityView *self)
{
    const TvFigureColumn columns[] = {
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

    tv_figure_table_set_up (self->table, _ ("Quality of measuring, group by group"),
                            TV_FIGURE_TABLE_CHOOSES, columns, G_N_ELEMENTS (columns));
}

static void
tv_quality_view_init (TvQualityView *self)
{
    g_autofree char *meaning = g_strdup_printf (
        /* Translators: under the table of how well was measured; %d is 50. */
        _ ("Where every digit is read, the last ones come about equally often: the score of the "
           "digits is then near 0, it is 100 where all are the same, and about one value in ten is "
           "whole. The SD of z-scores is usually near 1; much more speaks of mistakes in values, "
           "birth dates or sex. “Beyond limits” are children with a value that WHO holds to be "
           "hardly possible; “as last time” are those with the very weight and height of the round "
           "before. “–” in a score, a share or a spread stands for fewer than %d values, too few "
           "to mean anything, elsewhere for nobody. These figures say where a second look is worth "
           "it: at the scale, the board, the light or the haste."),
        TV_QUALITY_FEWEST);

    gtk_widget_init_template (GTK_WIDGET (self));
    set_up_table (self);
    gtk_label_set_label (self->meaning_label, meaning);
    tv_drawing_view_set_size (self->chart_view, CHART_WIDTH_PT, CHART_HEIGHT_PT);
}

GtkWidget *
tv_quality_view_new (void)
{
    return g_object_new (TV_TYPE_QUALITY_VIEW, NULL);
}

/* Thinness is weight-for-height under five and BMI-for-age from there on; one of them is told. */
static void
show_columns (TvQualityView *self, const TvMeasuringQuality *quality)
{
    gboolean is_under_five
        = 2 * quality->z[TV_Z_WEIGHT_FOR_HEIGHT].n >= quality->z[TV_Z_BMI_FOR_AGE].n;

    tv_figure_table_set_column_visible (self->table, COLUMN_WEIGHT_FOR_HEIGHT, is_under_five);
    tv_figure_table_set_column_visible (self->table, COLUMN_BMI, !is_under_five);
}

/**
 * tv_quality_view_show:
 * @lines: (element-type TvQualityLine) (nullable): what tv_rates_check_quality() found; the first
 *   is chosen
 *
 * Without lines it says that nothing has been measured.
 */
void
tv_quality_view_show (TvQualityView *self, GPtrArray *lines)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_texts);
    gboolean has_lines = lines && lines->len > 0;

    g_return_if_fail (TV_IS_QUALITY_VIEW (self));
    g_clear_pointer (&self->lines, g_ptr_array_unref);
    self->lines = lines ? g_ptr_array_ref (lines) : NULL;
    for (guint i = 0; has_lines && i < lines->len; i++)
        g_ptr_array_add (rows, make_texts (g_ptr_array_index (lines, i)));
    tv_figure_table_show (self->table, rows);
    gtk_widget_set_visible (self->chart_frame, has_lines);
    gtk_widget_set_visible (GTK_WIDGET (self->table), has_lines);
    gtk_widget_set_visible (GTK_WIDGET (self->meaning_label), has_lines);
    gtk_widget_set_visible (GTK_WIDGET (self->group_label), has_lines);
    if (has_lines) {
        show_columns (self, &((TvQualityLine *) g_ptr_array_index (lines, 0))->quality);
        show_line (self, 0);
    } else {
        gtk_label_set_label (self->remarks_label, _ ("Nothing has been measured yet."));
    }
}

/**
 * tv_quality_view_choose:
 * @line: index of the line whose remarks and digits are shown, as if chosen by hand
 */
void
tv_quality_view_choose (TvQualityView *self, guint line)
{
    g_return_if_fail (TV_IS_QUALITY_VIEW (self));
    tv_figure_table_choose (self->table, line);
}
