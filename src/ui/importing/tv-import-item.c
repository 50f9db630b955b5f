/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the import plan, with each cell of the list as a property, so that the template can show
 * it without code. */

#include "ui/importing/tv-import-item.h"

struct _TvImportItem {
    GObject parent_instance;
    guint index;
    TvImportVerdict verdict;
    gboolean has_remarks;
    char *text[8]; /* by property */
};

enum {
    PROP_0,
    PROP_PLACE,
    PROP_VERDICT,
    PROP_CLASS_NAME,
    PROP_NAME,
    PROP_BIRTH_DATE,
    PROP_SEX,
    PROP_DETAILS,
    PROP_REMARKS,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvImportItem, tv_import_item, G_TYPE_OBJECT)

/* Shape before word, so that the verdict does not hang on colour. */
static const char *
verdict_mark (TvImportVerdict verdict)
{
    switch (verdict) {
    case TV_IMPORT_NEW:
        return "+";
    case TV_IMPORT_CHANGED:
        return "✎";
    case TV_IMPORT_MOVED:
        return "→";
    case TV_IMPORT_LEFT:
        return "⇥";
    case TV_IMPORT_MEASURED:
        return "✓";
    case TV_IMPORT_SUSPICIOUS:
        return "?";
    case TV_IMPORT_REFUSED:
        return "✕";
    default:
        return "=";
    }
}

static char *
join_remarks (const TvImportRow *row)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < row->remarks->len; i++) {
        const TvImportRemark *remark = g_ptr_array_index (row->remarks, i);

        if (i > 0)
            g_string_append_c (text, ' ');
        g_string_append (text, remark->sentence);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tv_import_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    TvImportItem *self = TV_IMPORT_ITEM (object);

    g_value_set_string (value, self->text[id - PROP_PLACE]);
}

static void
tv_import_item_finalize (GObject *object)
{
    TvImportItem *self = TV_IMPORT_ITEM (object);

    for (guint i = 0; i < G_N_ELEMENTS (self->text); i++)
        g_free (self->text[i]);
    G_OBJECT_CLASS (tv_import_item_parent_class)->finalize (object);
}

static void
tv_import_item_class_init (TvImportItemClass *klass)
{
    static const char *const names[] = { NULL,         "place", "verdict", "class-name", "name",
                                         "birth-date", "sex",   "details", "remarks" };
    GObjectClass *object_class = G_OBJECT_CLASS (klass);

    object_class->get_property = tv_import_item_get_property;
    object_class->finalize = tv_import_item_finalize;
    for (guint i = PROP_PLACE; i < N_PROPS; i++)
        properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tv_import_item_init (TvImportItem *self)
{
}

/**
 * tv_import_item_new:
 * @plan: the plan
 * @index: which of its rows
 *
 * Returns: (transfer full): the row as it stands now; make a new one after a correction
 */
TvImportItem *
tv_import_item_new (TvImportPlan *plan, guint index)
{
    TvImportItem *self = g_object_new (TV_TYPE_IMPORT_ITEM, NULL);
    const TvImportRow *row = tv_import_plan_row (plan, index);

    self->index = index;
    self->verdict = row->verdict;
    self->has_remarks = row->remarks->len > 0;
    self->text[0] = g_strdup_printf ("%s · %u", row->sheet, row->row);
    self->text[1] = g_strdup_printf ("%s %s", verdict_mark (row->verdict),
                                     tv_import_verdict_label (row->verdict));
    self->text[2] = g_strdup (row->class_name);
    self->text[3] = g_strdup (row->name);
    self->text[4] = g_strdup (row->birth_date);
    self->text[5] = g_strdup (row->sex);
    self->text[6] = g_strdup (row->details);
    self->text[7] = join_remarks (row);
    return self;
}

guint
tv_import_item_get_index (TvImportItem *self)
{
    return self->index;
}

TvImportVerdict
tv_import_item_get_verdict (TvImportItem *self)
{
    return self->verdict;
}

gboolean
tv_import_item_has_remarks (TvImportItem *self)
{
    return self->has_remarks;
}
