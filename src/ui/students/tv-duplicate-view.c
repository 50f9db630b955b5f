/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The two records of a pair, field by field, and all that was measured in the order of the days. */

#include "ui/students/tv-duplicate-view.h"

#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>

struct _TvDuplicateView {
    GtkWidget parent_instance;

    TvDuplicatePreview *preview; /* NULL: nothing is shown */
    guint theirs;                /* bits of TvDuplicateField */
    int n_rows;
    int n_visit_rows;

    GtkWidget *scrolled_window;
    GtkWidget *box;
    GtkLabel *reason_label;
    GtkGrid *grid;
    GtkGrid *visit_grid;
};

G_DEFINE_FINAL_TYPE (TvDuplicateView, tv_duplicate_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
    GtkWidget *label = gtk_label_new (text ? text : "–");

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    if (css_class)
        gtk_widget_add_css_class (label, css_class);
    return label;
}

static void
empty (GtkGrid *grid)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))))
        gtk_grid_remove (grid, child);
}

static void
add_row (TvDuplicateView *self, const char *title, GtkWidget *kept, GtkWidget *gone)
{
    gtk_grid_attach (self->grid, make_label (title, "dim-label"), 0, self->n_rows, 1, 1);
    gtk_grid_attach (self->grid, kept, 1, self->n_rows, 1, 1);
    gtk_grid_attach (self->grid, gone, 2, self->n_rows, 1, 1);
    gtk_widget_set_hexpand (kept, TRUE);
    gtk_widget_set_hexpand (gone, TRUE);
    self->n_rows++;
}

static void
chosen_cb (GtkCheckButton *gone, GParamSpec *pspec, TvDuplicateView *self)
{
    guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (gone), "tv-field"));

    if (gtk_check_button_get_active (gone))
        self->theirs |= 1u << field;
    else
        self->theirs &= ~(1u << field);
}

static GtkWidget *
make_choice (const char *text)
{
    GtkWidget *button = gtk_check_button_new ();

    gtk_check_button_set_child (GTK_CHECK_BUTTON (button), make_label (text, NULL));
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                    -1);
    return button;
}

static void
add_question (TvDuplicateView *self, TvDuplicateField field)
{
    GtkWidget *kept = make_choice (self->preview->kept_texts[field]);
    GtkWidget *gone = make_choice (self->preview->gone_texts[field]);

    gtk_check_button_set_group (GTK_CHECK_BUTTON (gone), GTK_CHECK_BUTTON (kept));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
    g_object_set_data (G_OBJECT (gone), "tv-field", GUINT_TO_POINTER (field));
    g_signal_connect_object (gone, "notify::active", G_CALLBACK (chosen_cb), self, 0);
    add_row (self, tv_duplicate_field_label (field), kept, gone);
}

static void
add_field (TvDuplicateView *self, TvDuplicateField field)
{
    const char *kept = self->preview->kept_texts[field];
    const char *gone = self->preview->gone_texts[field];

    if (tv_duplicate_preview_asks (self->preview, field))
        add_question (self, field);
    else if (kept || gone)
        add_row (self, tv_duplicate_field_label (field), make_label (kept, NULL),
                 make_label (gone, NULL));
}

static char *
write_places (const TvChild *child)
{
    g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
    g_auto (GStrv) strings = NULL;

    for (guint i = 0; i < child->places->len; i++) {
        const TvChildPlace *place = g_ptr_array_index (child->places, i);
        g_autofree char *year = tv_school_year_name (place->year->first_year);
        /* Translators: the name of a class and a school year. */
        g_autofree char *text = g_strdup_printf (_ ("%1$s (%2$s)"), place->class_->name, year);

        g_strv_builder_add (parts, text);
    }
    strings = g_strv_builder_end (parts);
    return strings[0] ? g_strjoinv ("\n", strings) : NULL;
}

static void
add_places (TvDuplicateView *self)
{
    g_autofree char *kept = write_places (self->preview->kept);
    g_autofree char *gone = write_places (self->preview->gone);

    add_row (self, _ ("Class"), make_label (kept, NULL), make_label (gone, NULL));
}

static const char *
get_fate (const TvDuplicateVisit *visit)
{
    if (visit->is_left_out)
        return _ ("counts no more: the round has another one");
    switch (visit->fate) {
    case TV_DUPLICATE_ONCE:
        return _ ("in both records: kept once");
    case TV_DUPLICATE_MOVES:
        return _ ("of the second record");
    default:
        return _ ("of the first record");
    }
}

static char *
write_values (const TvMeasurement *measurement)
{
    g_autofree char *weight = tv_quantity_text (TV_QUANTITY_WEIGHT, measurement->weight_g);
    g_autofree char *height = tv_quantity_text (TV_QUANTITY_HEIGHT, measurement->height_mm);

    if (measurement->state != TV_MEASUREMENT_MEASURED)
        return g_strdup (tv_measurement_state_label (measurement->state));
    if (!*height)
        /* Translators: a weight. */
        return g_strdup_printf (_ ("%s kg"), weight);
    if (!*weight)
        /* Translators: a height. */
        return g_strdup_printf (_ ("%s cm"), height);
    /* Translators: a weight and a height. */
    return g_strdup_printf (_ ("%1$s kg · %2$s cm"), weight, height);
}

static void
add_visit (TvDuplicateView *self, const TvDuplicateVisit *visit)
{
    g_autofree char *day = tv_date_to_text (visit->measurement->date);
    g_autofree char *values = write_values (visit->measurement);
    GtkWidget *fate = make_label (get_fate (visit), visit->is_left_out ? NULL : "dim-label");
    int row = self->n_visit_rows++;

    gtk_widget_set_hexpand (fate, TRUE);
    gtk_grid_attach (self->visit_grid, make_label (day, "numeric"), 0, row, 1, 1);
    gtk_grid_attach (self->visit_grid, make_label (values, "numeric"), 1, row, 1, 1);
    gtk_grid_attach (self->visit_grid, fate, 2, row, 1, 1);
}

static void
tv_duplicate_view_dispose (GObject *object)
{
    TvDuplicateView *self = TV_DUPLICATE_VIEW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_DUPLICATE_VIEW);
    g_clear_pointer (&self->preview, tv_duplicate_preview_free);
    G_OBJECT_CLASS (tv_duplicate_view_parent_class)->dispose (object);
}

static void
tv_duplicate_view_class_init (TvDuplicateViewClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_duplicate_view_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/students/tv-duplicate-view.ui");
    gtk_widget_class_bind_template_child (widget_class, TvDuplicateView, box);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicateView, grid);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicateView, reason_label);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicateView, scrolled_window);
    gtk_widget_class_bind_template_child (widget_class, TvDuplicateView, visit_grid);
}

static void
tv_duplicate_view_init (TvDuplicateView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_widget_set_visible (self->box, FALSE);
}

/**
 * tv_duplicate_view_clear:
 *
 * Shows nothing.
 */
void
tv_duplicate_view_clear (TvDuplicateView *self)
{
    g_clear_pointer (&self->preview, tv_duplicate_preview_free);
    self->theirs = 0;
    self->n_rows = self->n_visit_rows = 0;
    empty (self->grid);
    empty (self->visit_grid);
    gtk_widget_set_visible (self->box, FALSE);
}

/**
 * tv_duplicate_view_show:
 * @preview: (transfer full): two records
 * @reason: why they may be of one child
 */
void
tv_duplicate_view_show (TvDuplicateView *self, TvDuplicatePreview *preview, const char *reason)
{
    g_return_if_fail (TV_IS_DUPLICATE_VIEW (self));
    tv_duplicate_view_clear (self);
    self->preview = preview;
    gtk_label_set_label (self->reason_label, reason);
    add_row (self, "", make_label (_ ("First record, which stays"), "heading"),
             make_label (_ ("Second record, which goes into it"), "heading"));
    for (guint i = 0; i < TV_DUPLICATE_N_FIELDS; i++)
        add_field (self, i);
    add_places (self);
    for (guint i = 0; i < preview->visits->len; i++)
        add_visit (self, g_ptr_array_index (preview->visits, i));
    if (preview->visits->len == 0)
        gtk_grid_attach (self->visit_grid, make_label (_ ("Not measured yet."), "dim-label"), 0, 0,
                         1, 1);
    gtk_widget_set_visible (self->box, TRUE);
}

/**
 * tv_duplicate_view_get_preview:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const TvDuplicatePreview *
tv_duplicate_view_get_preview (TvDuplicateView *self)
{
    return self->preview;
}

/**
 * tv_duplicate_view_get_theirs:
 *
 * Returns: bits of #TvDuplicateField: what was chosen of the second record
 */
guint
tv_duplicate_view_get_theirs (TvDuplicateView *self)
{
    return self->theirs;
}
