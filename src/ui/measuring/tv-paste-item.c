/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of a plan to paste, with what the table shows of it as properties. */

#include "ui/measuring/tv-paste-item.h"

#include "workflows/tv-paste-summary.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TvPasteItem {
    GObject parent_instance;
    TvPastePlan *plan; /* that of the window, which holds this item */
    guint index;
    char *text[4]; /* by property */
};

enum {
    PROP_0,
    PROP_LINE,
    PROP_CHILD,
    PROP_VERDICT,
    PROP_REMARKS,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvPasteItem, tv_paste_item, G_TYPE_OBJECT)

static gboolean
shares_name (const TvPastePlan *plan, const TvStudent *student)
{
    guint n = 0;

    for (guint i = 0; i < plan->sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (plan->sheet->rows, i);

        n += strcmp (row->student->name, student->name) == 0;
    }
    return n > 1;
}

static char *
write_child (TvPasteItem *self)
{
    const TvPasteRow *row = tv_paste_item_get_row (self);
    const TvMeasuringRow *child = tv_paste_plan_child (self->plan, row->match.child);
    g_autofree char *day = NULL;

    if (!child && *row->name)
        /* Translators: a name that was pasted and that nobody of the class has. */
        return g_strdup_printf (_ ("“%s”"), row->name);
    if (!child)
        return g_strdup ("–");
    if (!shares_name (self->plan, child->student) || child->student->birth_date == TV_DATE_NONE)
        return g_strdup (child->student->name);
    day = tv_date_to_text (child->student->birth_date);
    /* Translators: a name, and the date of birth that tells it from another child's. */
    return g_strdup_printf (_ ("%1$s (%2$s)"), child->student->name, day);
}

static char *
write_remarks (const TvPasteRow *row)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < row->remarks->len; i++) {
        if (i > 0)
            g_string_append_c (text, ' ');
        g_string_append (text, g_ptr_array_index (row->remarks, i));
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_texts (TvPasteItem *self)
{
    const TvPasteRow *row = tv_paste_item_get_row (self);
    char *const texts[] = { g_strdup_printf ("%u", row->line), write_child (self),
                            g_strdup_printf ("%s %s", tv_paste_verdict_mark (row->verdict),
                                             tv_paste_verdict_label (row->verdict)),
                            write_remarks (row) };

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_free (self->text[i]);
        self->text[i] = texts[i];
    }
}

static void
tv_paste_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    g_value_set_string (value, TV_PASTE_ITEM (object)->text[id - PROP_LINE]);
}

static void
tv_paste_item_finalize (GObject *object)
{
    TvPasteItem *self = TV_PASTE_ITEM (object);

    for (guint i = 0; i < G_N_ELEMENTS (self->text); i++)
        g_free (self->text[i]);
    G_OBJECT_CLASS (tv_paste_item_parent_class)->finalize (object);
}

static void
tv_paste_item_class_init (TvPasteItemClass *klass)
{
    static const char *const names[] = { NULL, "line", "child", "verdict", "remarks" };
    GObjectClass *object_class = G_OBJECT_CLASS (klass);

    object_class->get_property = tv_paste_item_get_property;
    object_class->finalize = tv_paste_item_finalize;
    for (guint i = PROP_LINE; i < N_PROPS; i++)
        properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tv_paste_item_init (TvPasteItem *self)
{
}

/**
 * tv_paste_item_new:
 * @plan: a plan; it must stand as long as the item is used
 * @index: which of its lines
 *
 * Returns: (transfer full): the line
 */
TvPasteItem *
tv_paste_item_new (TvPastePlan *plan, guint index)
{
    TvPasteItem *self = g_object_new (TV_TYPE_PASTE_ITEM, NULL);

    self->plan = plan;
    self->index = index;
    write_texts (self);
    return self;
}

guint
tv_paste_item_get_index (TvPasteItem *self)
{
    return self->index;
}

const TvPasteRow *
tv_paste_item_get_row (TvPasteItem *self)
{
    return tv_paste_plan_row (self->plan, self->index);
}

/**
 * tv_paste_item_update:
 *
 * Says what has changed with the ticks of the line.
 */
void
tv_paste_item_update (TvPasteItem *self)
{
    write_texts (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMARKS]);
}
