/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The drafts of one person: here as they were last typed, in the book as they were last written. */

#include "ui/measuring/tv-measuring-drafts.h"

#include "store/tv-store-error.h"
#include "workflows/tv-drafts.h"

/* Between two keys of one value nothing is written. */
#define REST_MS 300

struct _TvMeasuringDrafts {
    GObject parent_instance;

    TvStore *store;
    gint64 owner_id;    /* whose they are; 0 where nobody signs in */
    GHashTable *drafts; /* of TvDraft, by cell: what is typed */
    GHashTable
        *unkept; /* of TvDraft, by cell: what the book has otherwise; an empty text is none */
    guint rest_timeout;
    guint n_writing;
    gboolean is_loading;
    gboolean is_loaded;
    gboolean has_failed; /* and that was told */
};

G_DEFINE_FINAL_TYPE (TvMeasuringDrafts, tv_measuring_drafts, G_TYPE_OBJECT)

enum {
    LOADED,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A draft on its way into the book. */
typedef struct {
    TvMeasuringDrafts *drafts;
    TvDraft *draft;
} Writing;

static char *
name_cell (gint64 round_id, gint64 student_id, TvQuantity quantity)
{
    return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%d", round_id, student_id,
                            quantity);
}

static char *
cell_of (const TvDraft *draft)
{
    return name_cell (draft->round_id, draft->student_id, draft->quantity);
}

static void
writing_free (Writing *self)
{
    g_object_unref (self->drafts);
    tv_draft_unref (self->draft);
    g_free (self);
}

/* What the book will never take is not tried again; anything else is, unless it was typed over. */
static gboolean
is_worth_trying (TvMeasuringDrafts *self, const TvDraft *draft, const GError *error)
{
    const char *text
        = tv_measuring_drafts_find (self, draft->round_id, draft->student_id, draft->quantity);

    return g_str_equal (text ? text : "", draft->text)
           && !g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_SIGNED_OFF)
           && !g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
}

static void
tell_failure (TvMeasuringDrafts *self, const GError *error)
{
    if (self->has_failed)
        return;
    self->has_failed = TRUE;
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Writing *writing = user_data;
    TvMeasuringDrafts *self = writing->drafts;
    g_autoptr (GError) error = NULL;

    self->n_writing--;
    if (tv_drafts_save_finish (TV_STORE (source), result, &error)) {
        self->has_failed = FALSE;
    } else {
        if (is_worth_trying (self, writing->draft, error))
            g_hash_table_insert (self->unkept, cell_of (writing->draft),
                                 tv_draft_ref (writing->draft));
        /* Behind the curtain nobody is told; it is written when it is drawn back. */
        if (!g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED))
            tell_failure (self, error);
    }
    writing_free (writing);
}

static void
write_draft (TvMeasuringDrafts *self, TvDraft *draft)
{
    Writing *writing = g_new0 (Writing, 1);

    writing->drafts = g_object_ref (self);
    writing->draft = tv_draft_ref (draft);
    self->n_writing++;
    tv_drafts_save_async (self->store, draft, NULL, written_cb, writing);
}

static gboolean
rested_cb (gpointer user_data)
{
    TvMeasuringDrafts *self = user_data;

    self->rest_timeout = 0;
    tv_measuring_drafts_flush (self);
    return G_SOURCE_REMOVE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvMeasuringDrafts) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = tv_drafts_load_finish (TV_STORE (source), result, &error);

    self->is_loading = FALSE;
    if (!drafts) {
        if (!g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED))
            tell_failure (self, error);
        return;
    }
    for (guint i = 0; i < drafts->len; i++) {
        TvDraft *draft = g_ptr_array_index (drafts, i);
        g_autofree char *cell = cell_of (draft);

        /* What was typed meanwhile is newer. */
        if (!g_hash_table_contains (self->drafts, cell)
            && !g_hash_table_contains (self->unkept, cell))
            g_hash_table_insert (self->drafts, g_steal_pointer (&cell), tv_draft_ref (draft));
    }
    self->is_loaded = TRUE;
    g_signal_emit (self, signals[LOADED], 0);
}

static void
tv_measuring_drafts_dispose (GObject *object)
{
    TvMeasuringDrafts *self = TV_MEASURING_DRAFTS (object);

    g_clear_handle_id (&self->rest_timeout, g_source_remove);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (tv_measuring_drafts_parent_class)->dispose (object);
}

static void
tv_measuring_drafts_finalize (GObject *object)
{
    TvMeasuringDrafts *self = TV_MEASURING_DRAFTS (object);

    g_hash_table_unref (self->drafts);
    g_hash_table_unref (self->unkept);
    G_OBJECT_CLASS (tv_measuring_drafts_parent_class)->finalize (object);
}

static void
tv_measuring_drafts_class_init (TvMeasuringDraftsClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    object_class->dispose = tv_measuring_drafts_dispose;
    object_class->finalize = tv_measuring_drafts_finalize;
    signals[LOADED]
        = g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static GHashTable *
new_table (void)
{
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tv_draft_unref);
}

static void
tv_measuring_drafts_init (TvMeasuringDrafts *self)
{
    self->drafts = new_table ();
    self->unkept = new_table ();
}

/**
 * tv_measuring_drafts_new:
 * @store: an open book, at which the same person stays
 *
 * Returns: (transfer full): what is typed in it; nothing before tv_measuring_drafts_load()
 */
TvMeasuringDrafts *
tv_measuring_drafts_new (TvStore *store)
{
    TvMeasuringDrafts *self = g_object_new (TV_TYPE_MEASURING_DRAFTS, NULL);

    self->store = g_object_ref (store);
    self->owner_id = tv_drafts_owner (store);
    return self;
}

/**
 * tv_measuring_drafts_load:
 *
 * Fetches what the book keeps, once; "loaded" tells when it is here.
 */
void
tv_measuring_drafts_load (TvMeasuringDrafts *self)
{
    g_return_if_fail (TV_IS_MEASURING_DRAFTS (self));
    if (self->is_loading || self->is_loaded)
        return;
    self->is_loading = TRUE;
    tv_drafts_load_async (self->store, NULL, loaded_cb, g_object_ref (self));
}

gboolean
tv_measuring_drafts_is_loaded (TvMeasuringDrafts *self)
{
    return self->is_loaded;
}

/**
 * tv_measuring_drafts_is_kept:
 *
 * Returns: whether the book holds all that is typed
 */
gboolean
tv_measuring_drafts_is_kept (TvMeasuringDrafts *self)
{
    return g_hash_table_size (self->unkept) == 0 && self->n_writing == 0;
}

/**
 * tv_measuring_drafts_find:
 * @round_id: of a round
 * @student_id: of a child
 * @quantity: which cell
 *
 * Returns: (transfer none) (nullable): what is typed there
 */
const char *
tv_measuring_drafts_find (TvMeasuringDrafts *self, gint64 round_id, gint64 student_id,
                          TvQuantity quantity)
{
    g_autofree char *cell = name_cell (round_id, student_id, quantity);
    const TvDraft *draft = g_hash_table_lookup (self->drafts, cell);

    return draft ? draft->text : NULL;
}

static gboolean
take_over (TvMeasuringDrafts *self, const char *cell, const TvDraft *values)
{
    const TvDraft *former = g_hash_table_lookup (self->drafts, cell);
    TvDraft *draft;

    if (g_strcmp0 (former ? former->text : "", values->text) == 0)
        return FALSE;
    draft = tv_draft_new (values);
    if (*draft->text)
        g_hash_table_insert (self->drafts, g_strdup (cell), tv_draft_ref (draft));
    else
        g_hash_table_remove (self->drafts, cell);
    g_hash_table_insert (self->unkept, g_strdup (cell), draft);
    return TRUE;
}

/**
 * tv_measuring_drafts_put:
 * @draft: what is typed; an empty text is nothing
 * @is_urgent: whether it is written at once: the cell was left
 */
void
tv_measuring_drafts_put (TvMeasuringDrafts *self, const TvDraft *draft, gboolean is_urgent)
{
    g_autofree char *cell = NULL;
    gboolean is_new;

    g_return_if_fail (TV_IS_MEASURING_DRAFTS (self) && draft->text);
    cell = cell_of (draft);
    is_new = take_over (self, cell, draft);
    if (is_urgent) {
        if (g_hash_table_contains (self->unkept, cell))
            tv_measuring_drafts_flush (self);
    } else if (is_new) {
        g_clear_handle_id (&self->rest_timeout, g_source_remove);
        self->rest_timeout = g_timeout_add (REST_MS, rested_cb, self);
    }
}

/**
 * tv_measuring_drafts_forget:
 * @round_id: of a round
 * @student_id: of a child
 * @quantity: which cell
 *
 * What is typed there became a value that is on its way into the book, which takes the draft away
 * together with it.
 */
void
tv_measuring_drafts_forget (TvMeasuringDrafts *self, gint64 round_id, gint64 student_id,
                            TvQuantity quantity)
{
    g_autofree char *cell = name_cell (round_id, student_id, quantity);

    g_hash_table_remove (self->drafts, cell);
    g_hash_table_remove (self->unkept, cell);
}

/**
 * tv_measuring_drafts_flush:
 *
 * Writes at once what has not been written; not while the book is locked, nor when somebody else
 * has come to it.
 */
void
tv_measuring_drafts_flush (TvMeasuringDrafts *self)
{
    g_autoptr (GHashTable) unkept = NULL;
    GHashTableIter iter;
    gpointer draft;

    g_return_if_fail (TV_IS_MEASURING_DRAFTS (self));
    g_clear_handle_id (&self->rest_timeout, g_source_remove);
    if (tv_drafts_owner (self->store) != self->owner_id)
        return;
    unkept = g_steal_pointer (&self->unkept);
    self->unkept = new_table ();
    g_hash_table_iter_init (&iter, unkept);
    while (g_hash_table_iter_next (&iter, NULL, &draft))
        write_draft (self, draft);
}
