/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* List models hold objects; this one only points into its proposal. */

#include "ui/students/tv-year-item.h"

#include "base/tv-text.h"

struct _TvYearItem {
    GObject parent_instance;

    TvYearProposal *proposal;
    const TvYearChild *child;
    char *search_text; /* folded name and class, one a line */
};

G_DEFINE_FINAL_TYPE (TvYearItem, tv_year_item, G_TYPE_OBJECT)

static void
tv_year_item_finalize (GObject *object)
{
    TvYearItem *self = TV_YEAR_ITEM (object);

    g_free (self->search_text);
    g_clear_pointer (&self->proposal, tv_year_proposal_unref);
    G_OBJECT_CLASS (tv_year_item_parent_class)->finalize (object);
}

static void
tv_year_item_class_init (TvYearItemClass *class_)
{
    G_OBJECT_CLASS (class_)->finalize = tv_year_item_finalize;
}

static void
tv_year_item_init (TvYearItem *self)
{
}

/**
 * tv_year_item_new:
 * @index: of the proposal's children
 *
 * Returns: (transfer full): the child in a list
 */
TvYearItem *
tv_year_item_new (TvYearProposal *proposal, guint index)
{
    TvYearItem *self = g_object_new (TV_TYPE_YEAR_ITEM, NULL);
    g_autofree char *name = NULL, *class_name = NULL;

    self->proposal = tv_year_proposal_ref (proposal);
    self->child = g_ptr_array_index (proposal->children, index);
    name = tv_text_fold (self->child->student->name);
    class_name = tv_text_fold (tv_year_item_get_class_name (self));
    self->search_text = g_strconcat (name, "\n", class_name, NULL);
    return self;
}

/**
 * tv_year_item_get_child:
 *
 * Returns: (transfer none): the child
 */
const TvYearChild *
tv_year_item_get_child (TvYearItem *self)
{
    return self->child;
}

/**
 * tv_year_item_get_class_name:
 *
 * Returns: the class in which the child sits in the year that ends
 */
const char *
tv_year_item_get_class_name (TvYearItem *self)
{
    const TvYearClass *class_
        = g_ptr_array_index (self->proposal->classes, self->child->class_index);

    return class_->class_->name;
}

/**
 * tv_year_item_matches:
 * @folded_query: what somebody typed, from tv_text_fold()
 *
 * Returns: whether the name or the class has all words of it
 */
gboolean
tv_year_item_matches (TvYearItem *self, const char *folded_query)
{
    return tv_text_matches (self->search_text, folded_query);
}
