/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures say where to look, never who is to blame: lines stand in the order of the classes,
 * and a score, a share or a spread of too few values is not shown at all. */

#include "ui/widgets/tv-quality-view.h"

#include "charts/tv-digit-chart.h"
#include "ui/widgets/tv-drawing-view.h"
#include "ui/widgets/tv-quality-table.h"

#include <glib/gi18n.h>

#define CHART_WIDTH_PT 260
#define CHART_HEIGHT_PT 150

struct _TvQualityView {
    GtkWidget parent_instance;
    GPtrArray *lines; /* of TvQualityLine */
    guint chosen;     /* of these */

    GtkLabel *group_label;
    GtkWidget *counts_box;
    GtkButton *measured_button;
    GtkButton *scored_button;
    GtkButton *compared_button;
    GtkLabel *remarks_label;
    GtkWidget *chart_frame;
    TvDrawingView *chart_view;
    TvFigureTable *table;
    GtkLabel *meaning_label;
};

enum {
    CHILDREN_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvQualityView, tv_quality_view, GTK_TYPE_WIDGET)

TV_DEFINE_CHART_SOURCE (chart_source, tv_digit_chart)

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
show_count (GtkButton *button, const char *text, guint count)
{
    gtk_button_set_label (button, text);
    gtk_widget_set_sensitive (GTK_WIDGET (button), count > 0);
}

/* What the table counts by, and has no column of its own. */
static void
show_counts (TvQualityView *self, const TvMeasuringQuality *quality)
{
    guint n_measured = quality->n_children - quality->n_missing;
    /* Translators: on a button; weight and height of so many children were taken. */
    g_autofree char *measured = g_strdup_printf (_ ("Measured: %u"), n_measured);
    /* Translators: on a button; so many children have one. */
    g_autofree char *scored = g_strdup_printf (_ ("With a z-score: %u"), quality->n_scored);
    g_autofree char *compared
        /* Translators: on a button; so many children have weight and height in both rounds. */
        = g_strdup_printf (_ ("Comparable with last time: %u"), quality->n_compared);

    show_count (self->measured_button, measured, n_measured);
    show_count (self->scored_button, scored, quality->n_scored);
    show_count (self->compared_button, compared, quality->n_compared);
}

static void
show_line (TvQualityView *self, guint index)
{
    const TvQualityLine *line = g_ptr_array_index (self->lines, index);
    const TvDigitChart values = { line->quality.weight, line->quality.height };
    g_autofree char *group = tv_quality_group_text (line);
    g_autofree char *remarks = remarks_on (&line->quality);

    self->chosen = index;
    gtk_label_set_label (self->group_label, group);
    gtk_label_set_label (self->remarks_label, remarks);
    show_counts (self, &line->quality);
    tv_drawing_view_set_source (self->chart_view, &chart_source, tv_digit_chart_new (&values));
}

static void
row_wanted_cb (TvQualityView *self, guint position)
{
    if (self->lines && position < self->lines->len)
        show_line (self, position);
}

static const char *
counts_title (TvQualityCounts counts)
{
    switch (counts) {
    case TV_QUALITY_TO_MEASURE:
        return _ ("Children to be measured");
    case TV_QUALITY_MEASURED:
        return _ ("Weight and height taken");
    case TV_QUALITY_MISSING:
        return _ ("Weight or height missing");
    case TV_QUALITY_WHOLE_KG:
        return _ ("Weight in whole kilograms");
    case TV_QUALITY_WHOLE_CM:
        return _ ("Height in whole centimetres");
    case TV_QUALITY_SCORED:
        return _ ("Children with a z-score");
    case TV_QUALITY_FLAGGED:
        return _ ("A value beyond WHO's limits");
    case TV_QUALITY_COMPARED:
        return _ ("Both values now and in the round before");
    case TV_QUALITY_REPEATED:
        return _ ("Weight and height as in the round before");
    default:
        g_return_val_if_reached (NULL);
    }
}

static void
open_children (TvQualityView *self, guint position, TvQualityCounts counts)
{
    const TvQualityLine *line = g_ptr_array_index (self->lines, position);
    g_autoptr (GArray) ids = tv_quality_line_list (line, counts);
    g_autofree char *group = tv_quality_group_text (line);
    /* Translators: what children have in common and the group they are of, heading their list. */
    g_autofree char *title
        = g_strdup_printf (C_ ("heading", "%s, %s"), counts_title (counts), group);

    g_signal_emit (self, signals[CHILDREN_WANTED], 0, title, ids);
}

static void
cell_wanted_cb (TvQualityView *self, guint position, guint column)
{
    if (self->lines && position < self->lines->len)
        open_children (self, position, tv_quality_table_counts (column));
}

static void
measured_clicked_cb (TvQualityView *self)
{
    open_children (self, self->chosen, TV_QUALITY_MEASURED);
}

static void
scored_clicked_cb (TvQualityView *self)
{
    open_children (self, self->chosen, TV_QUALITY_SCORED);
}

static void
compared_clicked_cb (TvQualityView *self)
{
    open_children (self, self->chosen, TV_QUALITY_COMPARED);
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
    signals[CHILDREN_WANTED]
        = g_signal_new ("children-wanted", TV_TYPE_QUALITY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ARRAY);
    g_type_ensure (TV_TYPE_DRAWING_VIEW);
    g_type_ensure (TV_TYPE_FIGURE_TABLE);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/widgets/tv-quality-view.ui");
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, chart_frame);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, chart_view);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, compared_button);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, counts_box);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, group_label);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, meaning_label);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, measured_button);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, remarks_label);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, scored_button);
    gtk_widget_class_bind_template_child (widget_class, TvQualityView, table);
    gtk_widget_class_bind_template_callback (widget_class, cell_wanted_cb);
    gtk_widget_class_bind_template_callback (widget_class, compared_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, measured_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_wanted_cb);
    gtk_widget_class_bind_template_callback (widget_class, scored_clicked_cb);
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
    tv_quality_table_set_up (self->table);
    gtk_label_set_label (self->meaning_label, meaning);
    tv_drawing_view_set_size (self->chart_view, CHART_WIDTH_PT, CHART_HEIGHT_PT);
}

GtkWidget *
tv_quality_view_new (void)
{
    return g_object_new (TV_TYPE_QUALITY_VIEW, NULL);
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
    gboolean has_lines = lines && lines->len > 0;

    g_return_if_fail (TV_IS_QUALITY_VIEW (self));
    g_clear_pointer (&self->lines, g_ptr_array_unref);
    self->lines = lines ? g_ptr_array_ref (lines) : NULL;
    gtk_widget_set_visible (self->chart_frame, has_lines);
    gtk_widget_set_visible (GTK_WIDGET (self->table), has_lines);
    gtk_widget_set_visible (GTK_WIDGET (self->meaning_label), has_lines);
    gtk_widget_set_visible (GTK_WIDGET (self->group_label), has_lines);
    gtk_widget_set_visible (self->counts_box, has_lines);
    if (has_lines) {
        tv_quality_table_show (self->table, lines);
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
