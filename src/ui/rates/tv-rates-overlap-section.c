/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan counts forms, schools often publish children: the same school, two tables that differ.
 * Here they stand together, with the children behind each line. */

#include "ui/rates/tv-rates-overlap-section.h"

#include "ui/rates/tv-count-row.h"
#include "ui/rates/tv-rates-children.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-rates-parts.h"

#include <glib/gi18n.h>

struct _TvRatesOverlapSection {
    GtkWidget parent_instance;

    TvWorkspace *workspace;
    TvRates *rates;
    GPtrArray *groups; /* of TvRateLine, owned by the rates: one line of each group */
    gboolean is_filling;

    GtkWidget *box;
    GtkDropDown *group_drop_down;
    GtkWidget *empty_label;
    GtkWidget *tables_box;
    GtkLabel *any_label;
    GtkLabel *several_label;
    GtkListBox *union_list;
    GtkListBox *part_list;
    GtkListBox *burden_list;
    GtkLabel *overweight_label;
};

static void tv_rates_overlap_section_section_init (TvRatesSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesOverlapSection, tv_rates_overlap_section, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_RATES_SECTION,
                                                      tv_rates_overlap_section_section_init))

static const TvRateLine *
chosen_group (TvRatesOverlapSection *self)
{
    guint selected = gtk_drop_down_get_selected (self->group_drop_down);

    return g_ptr_array_index (self->groups, selected < self->groups->len ? selected : 0);
}

/* The line of another indicator in the same group. */
static const TvRateLine *
find_line (TvRatesOverlapSection *self, const TvRateLine *group, TvIndicatorId id)
{
    for (guint i = 0; i < self->rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (self->rates->lines, i);

        if (line->indicator->id == id && line->split == group->split
            && g_str_equal (line->group_code, group->group_code))
            return line;
    }
    return NULL;
}

static TvCountRow *
add_row (GtkListBox *list, const TvRateLine *group, const char *title, guint n, guint of,
         GArray *student_ids)
{
    TvCountRow *row = TV_COUNT_ROW (tv_count_row_new (title, NULL));
    /* Translators: an indicator and the group it was counted in, heading a list of children. */
    g_autofree char *heading = g_strdup_printf (_ ("%s, %s"), title, group->group);

    tv_count_row_set_count (row, n, of);
    tv_count_row_set_children (row, student_ids);
    tv_count_row_set_heading (row, heading);
    gtk_list_box_append (list, GTK_WIDGET (row));
    return row;
}

static void
show_union (TvRatesOverlapSection *self, const TvRateLine *group, const TvOverlap *overlap)
{
    const TvIndicatorId ids[]
        = { TV_UNDERWEIGHT, TV_STUNTING,
            self->rates->population == TV_POPULATION_UNDER_FIVE ? TV_WASTING : TV_THINNESS };

    tv_count_row_clear_list (self->union_list);
    for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
        const TvRateLine *line = find_line (self, group, ids[i]);

        if (line)
            add_row (self->union_list, group, tv_indicator_label (self->rates->population, ids[i]),
                     line->rate.n_cases, line->rate.n, tv_rates_list_cases (self->rates, line));
    }
    add_row (self->union_list, group, _ ("At least one of these, each child once"),
             tv_overlap_count_any (overlap), overlap->n,
             tv_rates_list_with_any_form (self->rates, group));
}

static void
show_parts (TvRatesOverlapSection *self, const TvRateLine *group, const TvOverlap *overlap)
{
    g_autoptr (GArray) everybody = g_array_new (FALSE, FALSE, sizeof (gint64));
    TvCountRow *sum;

    tv_count_row_clear_list (self->part_list);
    for (guint i = 1; i <= TV_OVERLAP_N_PARTS; i++) {
        guint forms = i % TV_OVERLAP_N_PARTS; /* those with none stand last */
        g_autofree char *label = tv_overlap_part_label (forms, self->rates->population);
        GArray *ids = tv_rates_list_part (self->rates, group, forms);

        g_array_append_vals (everybody, ids->data, ids->len);
        add_row (self->part_list, group, label, overlap->n_parts[forms], overlap->n, ids);
    }
    sum = add_row (self->part_list, group, _ ("Together"), overlap->n, overlap->n,
                   g_steal_pointer (&everybody));
    gtk_widget_add_css_class (GTK_WIDGET (sum), "heading");
}

static void
show_burden (TvRatesOverlapSection *self, const TvRateLine *group, const TvOverlap *overlap)
{
    g_autofree char *rule = NULL;

    tv_count_row_clear_list (self->burden_list);
    add_row (self->burden_list, group, _ ("Stunted and overweight"), overlap->n_double_cases,
             overlap->n_double, tv_rates_list_double_burden (self->rates, group));
    if (self->rates->population == TV_POPULATION_UNDER_FIVE)
        /* Translators: %s is such as "Weight for height above +2 SD" */
        rule = g_strdup_printf (_ ("Overweight is counted as: %s."),
                                tv_overweight_rule_label (self->rates->overweight_rule));
    else
        rule = g_strdup (_ ("Overweight at school age is counted as: BMI for age above +1 SD."));
    gtk_label_set_label (self->overweight_label, rule);
}

/* Why the two tables differ, with this group's numbers. */
static void
show_reason (TvRatesOverlapSection *self, const TvOverlap *overlap)
{
    guint n_any = tv_overlap_count_any (overlap);
    guint n_one = overlap->n_parts[TV_FORM_UNDERWEIGHT] + overlap->n_parts[TV_FORM_STUNTED]
                  + overlap->n_parts[TV_FORM_WASTED];
    guint n_several = n_any - n_one;
    g_autofree char *any
        = g_strdup_printf (ngettext ("%u child has at least one form of malnutrition.",
                                     "%u children have at least one form of malnutrition.", n_any),
                           n_any);
    g_autofree char *several = g_strdup_printf (
        ngettext ("%u of them has more than one, and so stands in more than one line of the "
                  "plan’s counting: its lines must not be added up.",
                  "%u of them have more than one, and so stand in more than one line of the "
                  "plan’s counting: its lines must not be added up.",
                  n_several),
        n_several);

    gtk_label_set_label (self->any_label,
                         n_any > 0 ? any : _ ("No child has any form of malnutrition."));
    gtk_label_set_label (self->several_label,
                         n_several > 0 ? several
                                       : _ ("No child has more than one, so both countings name "
                                            "the same children."));
    gtk_widget_set_visible (GTK_WIDGET (self->several_label), n_any > 0);
}

static void
show_group (TvRatesOverlapSection *self)
{
    const TvRateLine *group = chosen_group (self);
    TvOverlap overlap = { 0 };

    tv_rates_count_overlap (self->rates, group, &overlap);
    gtk_widget_set_visible (self->empty_label, overlap.n == 0);
    gtk_widget_set_visible (self->tables_box, overlap.n > 0);
    show_reason (self, &overlap);
    show_union (self, group, &overlap);
    show_parts (self, group, &overlap);
    show_burden (self, group, &overlap);
}

/* The same group stays chosen while it is among those of the split. */
static void
fill_groups (TvRatesOverlapSection *self, const TvRatesShown *shown, const char *chosen_code)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    guint selected = 0;

    g_ptr_array_set_size (self->groups, 0);
    for (guint i = 0; i < shown->rates->lines->len; i++) {
        TvRateLine *line = g_ptr_array_index (shown->rates->lines, i);

        if (!tv_rates_shown_holds (shown, line))
            continue;
        if (g_strcmp0 (line->group_code, chosen_code) == 0)
            selected = self->groups->len;
        g_ptr_array_add (self->groups, line);
        gtk_string_list_append (names, line->group);
    }
    self->is_filling = TRUE;
    gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (names));
    gtk_drop_down_set_selected (self->group_drop_down, selected);
    self->is_filling = FALSE;
}

static void
tv_rates_overlap_section_show (TvRatesSection *section, const TvRatesShown *shown)
{
    TvRatesOverlapSection *self = TV_RATES_OVERLAP_SECTION (section);
    g_autofree char *chosen_code
        = self->groups->len > 0 ? g_strdup (chosen_group (self)->group_code) : NULL;

    g_set_object (&self->workspace, shown->workspace);
    fill_groups (self, shown, chosen_code);
    tv_rates_ref (shown->rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = shown->rates;
    if (self->groups->len > 0)
        show_group (self);
}

static void
group_chosen_cb (TvRatesOverlapSection *self)
{
    if (!self->is_filling && self->groups->len > 0)
        show_group (self);
}

static void
row_activated_cb (TvRatesOverlapSection *self, GtkListBoxRow *row)
{
    tv_count_row_open (TV_COUNT_ROW (row), self->workspace);
}

static void
tv_rates_overlap_section_dispose (GObject *object)
{
    TvRatesOverlapSection *self = TV_RATES_OVERLAP_SECTION (object);

    self->is_filling = TRUE;
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_OVERLAP_SECTION);
    g_clear_pointer (&self->groups, g_ptr_array_unref);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->rates, tv_rates_unref);
    G_OBJECT_CLASS (tv_rates_overlap_section_parent_class)->dispose (object);
}

static void
tv_rates_overlap_section_section_init (TvRatesSectionInterface *iface)
{
    iface->show = tv_rates_overlap_section_show;
}

static void
tv_rates_overlap_section_class_init (TvRatesOverlapSectionClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_overlap_section_dispose;
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-overlap-section.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, any_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, burden_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, empty_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, group_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, overweight_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, part_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, several_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, tables_box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesOverlapSection, union_list);
    gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tv_rates_overlap_section_init (TvRatesOverlapSection *self)
{
    self->groups = g_ptr_array_new ();
    self->is_filling = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    self->is_filling = FALSE;
}

/**
 * tv_rates_overlap_section_new:
 *
 * Returns: (transfer floating): the part of the page
 */
GtkWidget *
tv_rates_overlap_section_new (void)
{
    return g_object_new (TV_TYPE_RATES_OVERLAP_SECTION, NULL);
}
