/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window can ask of a page, whichever page it is. */

#include "ui/shell/tv-page.h"

G_DEFINE_INTERFACE (TvPage, tv_page, GTK_TYPE_WIDGET)

static void
tv_page_default_init (TvPageInterface *iface)
{
}

/**
 * tv_page_show_student:
 *
 * Asks the page to show one child.
 */
void
tv_page_show_student (TvPage *self, gint64 student_id)
{
    g_return_if_fail (TV_IS_PAGE (self));
    if (TV_PAGE_GET_IFACE (self)->show_student)
        TV_PAGE_GET_IFACE (self)->show_student (self, student_id);
}

/**
 * tv_page_show_class:
 *
 * Asks the page to show one class.
 */
void
tv_page_show_class (TvPage *self, gint64 class_id)
{
    g_return_if_fail (TV_IS_PAGE (self));
    if (TV_PAGE_GET_IFACE (self)->show_class)
        TV_PAGE_GET_IFACE (self)->show_class (self, class_id);
}

/**
 * tv_page_show_children:
 * @title: what these children have in common
 * @student_ids: (array length=n_students): who they are
 *
 * Asks the page to show these children and no others, as they were measured last.
 */
void
tv_page_show_children (TvPage *self, const char *title, const gint64 *student_ids, guint n_students)
{
    tv_page_show_children_of_round (self, title, NULL, student_ids, n_students);
}

/**
 * tv_page_show_children_of_round:
 * @title: what these children have in common, without the round
 * @round: (nullable): whose values stand beside them; %NULL for what was measured last
 * @student_ids: (array length=n_students): who they are
 *
 * Asks the page to show these children and no others, as they were in @round.
 */
void
tv_page_show_children_of_round (TvPage *self, const char *title, TvRound *round,
                                const gint64 *student_ids, guint n_students)
{
    g_return_if_fail (TV_IS_PAGE (self));
    if (TV_PAGE_GET_IFACE (self)->show_children)
        TV_PAGE_GET_IFACE (self)->show_children (self, title, round, student_ids, n_students);
}

/**
 * tv_page_set_way_back:
 * @page: (nullable): code of the page that asked for the children who are listed; %NULL for none
 *
 * Tells the page where "Back" leads to, for as long as it lists these children.
 */
void
tv_page_set_way_back (TvPage *self, const char *page)
{
    g_return_if_fail (TV_IS_PAGE (self));
    if (TV_PAGE_GET_IFACE (self)->set_way_back)
        TV_PAGE_GET_IFACE (self)->set_way_back (self, page);
}

/**
 * tv_page_show_report:
 * @code: of a report, such as "annual-summary"
 * @class_name: (nullable): only this class, where the report has classes
 */
void
tv_page_show_report (TvPage *self, const char *code, const char *class_name)
{
    g_return_if_fail (TV_IS_PAGE (self));
    if (TV_PAGE_GET_IFACE (self)->show_report)
        TV_PAGE_GET_IFACE (self)->show_report (self, code, class_name);
}

/**
 * tv_page_focus_search:
 *
 * Asks the page to put the cursor into its search field.
 */
void
tv_page_focus_search (TvPage *self)
{
    g_return_if_fail (TV_IS_PAGE (self));
    if (TV_PAGE_GET_IFACE (self)->focus_search)
        TV_PAGE_GET_IFACE (self)->focus_search (self);
}

/**
 * tv_page_has_half_typed:
 *
 * Returns: whether something was typed on the page that is not in the book
 */
gboolean
tv_page_has_half_typed (TvPage *self)
{
    g_return_val_if_fail (TV_IS_PAGE (self), FALSE);
    return TV_PAGE_GET_IFACE (self)->has_half_typed
           && TV_PAGE_GET_IFACE (self)->has_half_typed (self);
}
