/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan counts forms, schools often publish children: the same school, two tables that differ.
 * Here they stand together, with the children behind each line. */

#include "ui/rates/tv-rates-overlap-section.h"

#include "ui/rates/tv-count-row.h"
#include "ui/rates/tv-rates-children.h"
#include "ui/widgets/tv-width-first-layout.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-rates-parts.h"

#include <glib/gi18n.h>

#define N_FORMS 3

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

static void
put_row (GtkListBox *list, guint index, const char *title, guint n, guint of)
{
    TvCountRow *row = tv_count_list_put (list, index, title, NULL);

    tv_count_row_set_count (row, n, of);
    tv_count_row_set_opens (row, n > 0);
}

/* The forms the plan counts, in the order of the list. */
static TvIndicatorId
get_form (TvRatesOverlapSection *self, guint index)
{
    if (index == 0)
        return TV_UNDERWEIGHT;
    if (index == 1)
        return TV_STUNTING;
    return self->rates->population == TV_POPULATION_UNDER_FIVE ? TV_WASTING : TV_THINNESS;
}

static void
show_union (TvRatesOverlapSection *self, const TvRateLine *group, const TvOverlap *overlap)
{
    for (guint i = 0; i < N_FORMS; i++) {
        const TvRateLine *line = find_line (self, group, get_form (self, i));

        put_row (self->union_list, i,
                 tv_indicator_label (self->rates->population, line->indicator->id),
                 line->rate.n_cases, line->rate.n);
    }
    put_row (self->union_list, N_FORMS, _ ("At least one of these, each child once"),
             tv_overlap_count_any (overlap), overlap->n);
}

/* Those with none stand last. */
static guint
get_part (guint index)
{
    return (index + 1) % TV_OVERLAP_N_PARTS;
}

static void
show_parts (TvRatesOverlapSection *self, const TvOverlap *overlap)
{
    for (guint i = 0; i < TV_OVERLAP_N_PARTS; i++) {
        g_autofree char *label = tv_overlap_part_label (get_part (i), self->rates->population);

        put_row (self->part_list, i, label, overlap->n_parts[get_part (i)], overlap->n);
    }
    put_row (self->part_list, TV_OVERLAP_N_PARTS, _ ("All together"), overlap->n, overlap->n);
}

static void
show_burden (TvRatesOverlapSection *self, const TvOverlap *overlap)
{
    g_autofree char *rule = NULL;

    put_row (self->burden_list, 0, _ ("Stunted and overweight"), overlap->n_double_cases,
             overlap->n_double);
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
    show_parts (self, &overlap);
    show_burden (self, &overlap);
}

static gboolean
is_same_group (const TvRateLine *one, const TvRateLine *other)
{
    return one->split == other->split && g_str_equal (one->group_code, other->group_code);
}

/* Filling the list makes a widget for each group, so it is left alone where it can be. */
static gboolean
has_same_groups (TvRatesOverlapSection *self, GPtrArray *groups)
{
    gboolean is_same = self->groups->len == groups->len;

    for (guint i = 0; is_same && i < groups->len; i++)
        is_same = is_same_group (self->groups->pdata[i], groups->pdata[i]);
    return is_same;
}

/* The same group stays chosen while it is among those of the split. */
static void
fill_groups (TvRatesOverlapSection *self, GPtrArray *groups)
{
    const TvRateLine *chosen = self->groups->len > 0 ? chosen_group (self) : NULL;
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    guint selected = 0;

    for (guint i = 0; i < groups->len; i++) {
        const TvRateLine *line = g_ptr_array_index (groups, i);

        if (chosen && is_same_group (line, chosen))
            selected = i;
        gtk_string_list_append (names, line->group);
    }
    self->is_filling = TRUE;
    gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (names));
    gtk_drop_down_set_selected (self->group_drop_down, selected);
    self->is_filling = FALSE;
}

static GPtrArray *
list_groups (const TvRatesShown *shown)
{
    GPtrArray *groups = g_ptr_array_new ();

    for (guint i = 0; i < shown->rates->lines->len; i++) {
        TvRateLine *line = g_ptr_array_index (shown->rates->lines, i);

        if (tv_rates_shown_holds (shown, line))
            g_ptr_array_add (groups, line);
    }
    return groups;
}

static void
tv_rates_overlap_section_show (TvRatesSection *section, const TvRatesShown *shown)
{
    TvRatesOverlapSection *self = TV_RATES_OVERLAP_SECTION (section);
    GPtrArray *groups = list_groups (shown);

    g_set_object (&self->workspace, shown->workspace);
    if (!has_same_groups (self, groups))
        fill_groups (self, groups);
    g_ptr_array_unref (self->groups);
    self->groups = groups;
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

static GArray *
list_everybody (TvRatesOverlapSection *self, const TvRateLine *group)
{
    GArray *everybody = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint forms = 0; forms < TV_OVERLAP_N_PARTS; forms++) {
        g_autoptr (GArray) ids = tv_rates_list_part (self->rates, group, forms);

        g_array_append_vals (everybody, ids->data, ids->len);
    }
    return everybody;
}

/* Only the row that is opened is asked for its children. */
static GArray *
list_children (TvRatesOverlapSection *self, GtkListBoxRow *row)
{
    GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));
    guint index = (guint) gtk_list_box_row_get_index (row);
    const TvRateLine *group = chosen_group (self);

    if (list == GTK_WIDGET (self->burden_list))
        return tv_rates_list_double_burden (self->rates, group);
    if (list == GTK_WIDGET (self->part_list) && index < TV_OVERLAP_N_PARTS)
        return tv_rates_list_part (self->rates, group, get_part (index));
    if (list == GTK_WIDGET (self->part_list))
        return list_everybody (self, group);
    if (index < N_FORMS)
        return tv_rates_list_cases (self->rates, find_line (self, group, get_form (self, index)));
    return tv_rates_list_with_any_form (self->rates, group);
}

static void
row_activated_cb (TvRatesOverlapSection *self, GtkListBoxRow *row)
{
    g_autoptr (GArray) ids = list_children (self, row);
    /* Translators: an indicator and the group it was counted in, heading a list of children. */
    g_autofree char *title = g_strdup_printf (
        _ ("%s, %s"), tv_count_row_get_title (TV_COUNT_ROW (row)), chosen_group (self)->group);

    tv_workspace_show_children_of_round (self->workspace, title, self->rates->round,
                                         (const gint64 *) (gpointer) ids->data, ids->len);
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
    gtk_widget_class_set_layout_manager_type (widget_class, TV_TYPE_WIDTH_FIRST_LAYOUT);
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
