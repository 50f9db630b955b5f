/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The open book and what is chosen in it. The workspace knows no widget: it signals where the
 * person wants to go, and the window goes there. */

#include "ui/shell/tv-workspace.h"

#include "store/tv-store-error.h"

struct _TvWorkspace {
    GObject parent_instance;

    TvStore *store;
    gulong changed_handler;
    TvBookCover *cover;
    TvSchoolYear *year;
    TvRound *round;
    GCancellable *reading;
    gboolean is_locked;
};

G_DEFINE_FINAL_TYPE (TvWorkspace, tv_workspace, G_TYPE_OBJECT)

#define ALL_TOPICS (~0u)

enum {
    PROP_0,
    PROP_STORE,
    PROP_COVER,
    PROP_SCHOOL,
    PROP_YEAR,
    PROP_ROUND,
    PROP_IS_KINDERGARTEN,
    PROP_IS_LOCKED,
    N_PROPS,
};

enum {
    CHANGED,
    PAGE_WANTED,
    STUDENT_WANTED,
    CLASS_WANTED,
    CHILDREN_WANTED,
    REPORT_WANTED,
    HISTORY_WANTED,
    TOLD,
    FAILED,
    N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
take_year_and_round (TvWorkspace *self, TvSchoolYear *year, TvRound *round)
{
    gboolean is_other_year = year != self->year, is_other_round = round != self->round;

    if (is_other_year) {
        g_clear_pointer (&self->year, tv_school_year_unref);
        self->year = year ? tv_school_year_ref (year) : NULL;
    }
    if (is_other_round) {
        g_clear_pointer (&self->round, tv_round_unref);
        self->round = round ? tv_round_ref (round) : NULL;
    }
    if (is_other_year)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
    if (is_other_round)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUND]);
}

/* Everything is in place before the first notification, so that nobody sees half of it. */
static void
take_cover (TvWorkspace *self, TvBookCover *cover)
{
    gint64 year_id = self->year ? self->year->id : 0;
    gint64 round_id = self->round ? self->round->id : 0;
    TvSchoolYear *year = tv_book_cover_pick_year (cover, year_id, tv_workspace_today (self));
    TvRound *round = year ? tv_book_cover_pick_round (cover, year->id, round_id) : NULL;

    g_object_freeze_notify (G_OBJECT (self));
    g_clear_pointer (&self->cover, tv_book_cover_unref);
    self->cover = tv_book_cover_ref (cover);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVER]);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCHOOL]);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_KINDERGARTEN]);
    take_year_and_round (self, year, round);
    g_object_thaw_notify (G_OBJECT (self));
}

static void
cover_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWorkspace) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCover) cover = tv_book_cover_read_finish (TV_STORE (source), result, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (cover)
        take_cover (self, cover);
    else
        tv_workspace_tell_error (self, error);
}

static void
read_cover (TvWorkspace *self)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->reading = g_cancellable_new ();
    tv_book_cover_read_async (self->store, self->reading, cover_read_cb, g_object_ref (self));
}

static void
store_changed_cb (TvWorkspace *self, guint topics)
{
    if (topics & (TV_TOPIC_SCHOOL | TV_TOPIC_ROUNDS | TV_TOPIC_CLASSES))
        read_cover (self);
    g_signal_emit (self, signals[CHANGED], 0, topics);
}

static void
drop_store (TvWorkspace *self)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    if (self->store)
        g_clear_signal_handler (&self->changed_handler, self->store);
    g_clear_object (&self->store);
    g_clear_pointer (&self->cover, tv_book_cover_unref);
    g_clear_pointer (&self->year, tv_school_year_unref);
    g_clear_pointer (&self->round, tv_round_unref);
}

static void
tv_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    TvWorkspace *self = TV_WORKSPACE (object);

    switch (id) {
    case PROP_STORE:
        g_value_set_object (value, self->store);
        break;
    case PROP_COVER:
        g_value_set_pointer (value, self->cover);
        break;
    case PROP_SCHOOL:
        g_value_set_pointer (value, tv_workspace_get_school (self));
        break;
    case PROP_YEAR:
        g_value_set_pointer (value, self->year);
        break;
    case PROP_ROUND:
        g_value_set_pointer (value, self->round);
        break;
    case PROP_IS_KINDERGARTEN:
        g_value_set_boolean (value, tv_workspace_is_kindergarten (self));
        break;
    case PROP_IS_LOCKED:
        g_value_set_boolean (value, self->is_locked);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tv_workspace_dispose (GObject *object)
{
    drop_store (TV_WORKSPACE (object));
    G_OBJECT_CLASS (tv_workspace_parent_class)->dispose (object);
}

static guint
add_signal (TvWorkspaceClass *class_, const char *name, guint n_parameters, GType first,
            GType second, GType third)
{
    return g_signal_new (name, G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, n_parameters, first, second, third);
}

static GParamSpec *
pointer_property (const char *name)
{
    return g_param_spec_pointer (name, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tv_workspace_class_init (TvWorkspaceClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);

    object_class->get_property = tv_workspace_get_property;
    object_class->dispose = tv_workspace_dispose;
    properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, TV_TYPE_STORE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    properties[PROP_COVER] = pointer_property ("cover");
    properties[PROP_SCHOOL] = pointer_property ("school");
    properties[PROP_YEAR] = pointer_property ("year");
    properties[PROP_ROUND] = pointer_property ("round");
    properties[PROP_IS_KINDERGARTEN] = g_param_spec_boolean (
        "is-kindergarten", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    properties[PROP_IS_LOCKED] = g_param_spec_boolean ("is-locked", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);

    signals[CHANGED] = add_signal (class_, "changed", 1, G_TYPE_UINT, 0, 0);
    signals[PAGE_WANTED] = add_signal (class_, "page-wanted", 1, G_TYPE_STRING, 0, 0);
    signals[STUDENT_WANTED] = add_signal (class_, "student-wanted", 1, G_TYPE_INT64, 0, 0);
    signals[CLASS_WANTED] = add_signal (class_, "class-wanted", 1, G_TYPE_INT64, 0, 0);
    signals[CHILDREN_WANTED] = g_signal_new (
        "children-wanted", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
        G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_POINTER);
    signals[HISTORY_WANTED] = add_signal (class_, "history-wanted", 1, G_TYPE_INT64, 0, 0);
    signals[REPORT_WANTED]
        = add_signal (class_, "report-wanted", 2, G_TYPE_STRING, G_TYPE_STRING, 0);
    signals[TOLD] = add_signal (class_, "told", 2, G_TYPE_STRING, G_TYPE_BOOLEAN, 0);
    signals[FAILED] = add_signal (class_, "failed", 1, G_TYPE_ERROR, 0, 0);
}

static void
tv_workspace_init (TvWorkspace *self)
{
}

TvWorkspace *
tv_workspace_new (void)
{
    return g_object_new (TV_TYPE_WORKSPACE, NULL);
}

/**
 * tv_workspace_get_store:
 *
 * Returns: (transfer none) (nullable): the open book
 */
TvStore *
tv_workspace_get_store (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), NULL);
    return self->store;
}

/**
 * tv_workspace_set_store:
 * @store: (nullable) (transfer none): an open book
 *
 * Its cover is read at once; "school", "year" and "round" are notified when it is there.
 */
void
tv_workspace_set_store (TvWorkspace *self, TvStore *store)
{
    g_return_if_fail (TV_IS_WORKSPACE (self));
    if (store == self->store)
        return;
    drop_store (self);
    if (store) {
        self->store = g_object_ref (store);
        self->changed_handler
            = g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
        read_cover (self);
    }
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * tv_workspace_set_locked:
 * @is_locked: whether nothing of the book is to be seen or done for now
 *
 * Told before the content is hidden, so that what is half typed stays half typed.
 */
void
tv_workspace_set_locked (TvWorkspace *self, gboolean is_locked)
{
    g_return_if_fail (TV_IS_WORKSPACE (self));
    if (self->is_locked == is_locked)
        return;
    self->is_locked = is_locked;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOCKED]);
}

gboolean
tv_workspace_is_locked (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), FALSE);
    return self->is_locked;
}

/**
 * tv_workspace_reload:
 *
 * Has every page show again what the book says now.
 */
void
tv_workspace_reload (TvWorkspace *self)
{
    g_return_if_fail (TV_IS_WORKSPACE (self));
    if (self->store)
        store_changed_cb (self, ALL_TOPICS);
}

TvBookCover *
tv_workspace_get_cover (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), NULL);
    return self->cover;
}

TvSchool *
tv_workspace_get_school (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), NULL);
    return self->cover ? self->cover->school : NULL;
}

TvSchoolYear *
tv_workspace_get_year (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), NULL);
    return self->year;
}

TvRound *
tv_workspace_get_round (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), NULL);
    return self->round;
}

/**
 * tv_workspace_set_year:
 * @year: (nullable): a year of the book
 *
 * Chooses the year, and with it its newest regular round.
 */
void
tv_workspace_set_year (TvWorkspace *self, TvSchoolYear *year)
{
    TvRound *round = NULL;

    g_return_if_fail (TV_IS_WORKSPACE (self));
    if (self->cover && year)
        round = tv_book_cover_pick_round (self->cover, year->id, 0);
    g_object_freeze_notify (G_OBJECT (self));
    take_year_and_round (self, year, round);
    g_object_thaw_notify (G_OBJECT (self));
}

void
tv_workspace_set_round (TvWorkspace *self, TvRound *round)
{
    g_return_if_fail (TV_IS_WORKSPACE (self));
    take_year_and_round (self, self->year, round);
}

gboolean
tv_workspace_is_kindergarten (TvWorkspace *self)
{
    TvSchool *school = tv_workspace_get_school (self);

    return school && school->level == TV_LEVEL_KINDERGARTEN;
}

gboolean
tv_workspace_is_read_only (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), TRUE);
    return !self->store || tv_store_is_read_only (self->store);
}

/**
 * tv_workspace_may:
 * @right: what is to be done
 *
 * Returns: whether whoever is at the book has the right to it; whether the book can be written in
 *   is another question
 */
gboolean
tv_workspace_may (TvWorkspace *self, TvRight right)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self), FALSE);
    return self->store && tv_rights_has (self->store, right);
}

/**
 * tv_workspace_can_edit:
 *
 * Returns: whether whoever is at the book can change children, classes, rounds and targets here
 */
gboolean
tv_workspace_can_edit (TvWorkspace *self)
{
    return !tv_workspace_is_read_only (self) && tv_workspace_may (self, TV_RIGHT_EDIT_BOOK);
}

/**
 * tv_workspace_today:
 *
 * Returns: the civil date by the book's clock
 */
TvDate
tv_workspace_today (TvWorkspace *self)
{
    g_return_val_if_fail (TV_IS_WORKSPACE (self) && self->store, TV_DATE_NONE);
    return tv_clock_today (tv_store_clock (self->store));
}

/**
 * tv_workspace_open_page:
 * @page: code of a page: "overview", "students", "measuring", "rates", "reports", "history"
 */
void
tv_workspace_open_page (TvWorkspace *self, const char *page)
{
    g_signal_emit (self, signals[PAGE_WANTED], 0, page);
}

void
tv_workspace_open_student (TvWorkspace *self, gint64 student_id)
{
    g_signal_emit (self, signals[STUDENT_WANTED], 0, student_id);
}

void
tv_workspace_open_class_grid (TvWorkspace *self, gint64 class_id)
{
    g_signal_emit (self, signals[CLASS_WANTED], 0, class_id);
}

/**
 * tv_workspace_show_children:
 * @title: what these children have in common, in the chosen language
 * @student_ids: (array length=n_students): who they are
 *
 * Opens the list of children, with only these, as they were measured last.
 */
void
tv_workspace_show_children (TvWorkspace *self, const char *title, const gint64 *student_ids,
                            guint n_students)
{
    tv_workspace_show_children_of_round (self, title, NULL, student_ids, n_students);
}

/**
 * tv_workspace_show_children_of_round:
 * @title: what these children have in common, in the chosen language, without the round
 * @round: (nullable): the round that says it of them; %NULL for what was measured last
 * @student_ids: (array length=n_students): who they are
 *
 * Opens the list of children, with only these, those who have left since among them, and with the
 * values of @round.
 */
void
tv_workspace_show_children_of_round (TvWorkspace *self, const char *title, TvRound *round,
                                     const gint64 *student_ids, guint n_students)
{
    g_signal_emit (self, signals[CHILDREN_WANTED], 0, title, student_ids, n_students, round);
}

/**
 * tv_workspace_open_report:
 * @code: of a report, such as "annual-summary"
 */
void
tv_workspace_open_report (TvWorkspace *self, const char *code)
{
    tv_workspace_open_class_report (self, code, NULL);
}

/**
 * tv_workspace_open_class_report:
 * @code: of a report that has classes, such as "class-list"
 * @class_name: (nullable): only this class; %NULL leaves the choice as it is
 */
void
tv_workspace_open_class_report (TvWorkspace *self, const char *code, const char *class_name)
{
    g_signal_emit (self, signals[REPORT_WANTED], 0, code, class_name);
}

/**
 * tv_workspace_open_history:
 * @student_id: of a child
 *
 * Opens the history with only what is about this child.
 */
void
tv_workspace_open_history (TvWorkspace *self, gint64 student_id)
{
    g_signal_emit (self, signals[HISTORY_WANTED], 0, student_id);
}

/**
 * tv_workspace_tell:
 * @sentence: what was done, in the chosen language
 * @can_undo: whether a button beside it takes the last change back
 */
void
tv_workspace_tell (TvWorkspace *self, const char *sentence, gboolean can_undo)
{
    g_signal_emit (self, signals[TOLD], 0, sentence, can_undo);
}

/**
 * tv_workspace_tell_error:
 * @error: what went wrong; a cancelled job is passed over, and so is one that came to a locked
 *   book: it is done again once somebody has signed in
 */
void
tv_workspace_tell_error (TvWorkspace *self, const GError *error)
{
    if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
        && !g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED)
        && !(self->is_locked
             && g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED)))
        g_signal_emit (self, signals[FAILED], 0, error);
}
