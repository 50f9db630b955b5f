/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Protecting a book and looking after its passwords. Each step waits for the disk or for the cost
 * of a password, so each runs on a thread of its own. */

#include "workflows/tv-protection.h"

#include "base/tv-text.h"
#include "store/tv-key-ring.h"
#include "store/tv-recovery-code.h"
#include "store/tv-store-access.h"
#include "store/tv-store-passwords.h"
#include "store/tv-store-protect.h"
#include "store/tv-store-sign-in.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct _Work Work;

struct _Work {
    gboolean (*run) (Work *self, GCancellable *cancellable, GError **error);
    const char *kind; /* for the history */
    TvStore *store;
    char *person_uid;
    char *label;
    TvSecret *password;
    TvSecret *code;
    TvSecret *present; /* the password of who is signed in, as typed */
    TvProtectionProgress progress;
    gpointer progress_data;
    GMainContext *context; /* where @progress is called */
};

static void
free_work (Work *self)
{
    g_object_unref (self->store);
    g_free (self->person_uid);
    g_free (self->label);
    g_clear_pointer (&self->password, tv_secret_unref);
    g_clear_pointer (&self->code, tv_secret_unref);
    g_clear_pointer (&self->present, tv_secret_unref);
    g_main_context_unref (self->context);
    g_free (self);
}

static Work *
new_work (TvStore *store, const TvPasswordOf *of, TvSecret *code)
{
    Work *self = g_new0 (Work, 1);

    self->store = g_object_ref (store);
    if (of) {
        self->person_uid = g_strdup (of->person_uid);
        self->label = g_strdup (of->label);
        self->password = of->password ? tv_secret_ref (of->password) : NULL;
    }
    self->code = code ? tv_secret_ref (code) : NULL;
    self->context = g_main_context_ref_thread_default ();
    return self;
}

/* What is done is done, also where the history takes no entry of it just now. */
static void
note (Work *self)
{
    g_autoptr (GError) error = NULL;

    if (!tv_store_log_access (self->store, self->kind, 0, self->label, &error))
        g_warning ("%s was not entered in the history: %s", self->kind, error->message);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Work *self = data;
    GError *error = NULL;

    if (self->run (self, cancellable, &error)) {
        note (self);
        g_task_return_boolean (task, TRUE);
    } else {
        g_task_return_error (task, error);
    }
}

static void
start (Work *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (self->store, cancellable, callback, user_data);

    /* What is on the disk is told as done, whenever it was given up. */
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_task_data (task, self, (GDestroyNotify) free_work);
    g_task_run_in_thread (task, work_thread);
}

typedef struct {
    TvProtectionProgress progress;
    gpointer user_data;
    double fraction;
} Notice;

static gboolean
tell_cb (gpointer data)
{
    Notice *notice = data;

    notice->progress (notice->fraction, notice->user_data);
    return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer data)
{
    Work *self = data;
    Notice *notice;

    if (!self->progress)
        return;
    notice = g_new (Notice, 1);
    *notice = (Notice){ self->progress, self->progress_data, fraction };
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_cb, notice, g_free);
}

/* A ring with the first person and the code on it. */
static TvKeyRing *
make_ring (Work *self, TvSecret *key, GError **error)
{
    TvKeyWrapCost cost = tv_key_wrap_cost_for_people ();
    g_autoptr (TvKeyRing) empty = tv_key_ring_new ();
    g_autoptr (TvKeyRing) with_code
        = tv_key_ring_with_recovery (empty, key, self->code, cost, error);

    if (!with_code)
        return NULL;
    return tv_key_ring_with_person (with_code, key, self->person_uid, self->label, self->password,
                                    cost, error);
}

static gboolean
run_protect (Work *self, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvKeyRing) ring = make_ring (self, key, error);

    return ring && tv_store_protect (self->store, ring, key, progress_cb, self, cancellable, error)
           && tv_store_sign_in (self->store, self->person_uid, error);
}

/* The book may lie open while somebody else is at the keyboard. */
static gboolean
confirm (Work *self, GError **error)
{
    g_autoptr (TvPerson) actor = tv_store_get_person_signed_in (self->store);

    if (!actor) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                             "nobody is signed in");
        return FALSE;
    }
    return tv_store_confirm_password (self->store, actor->uid, self->present, error);
}

static gboolean
run_remove (Work *self, GCancellable *cancellable, GError **error)
{
    return confirm (self, error)
           && tv_store_unprotect (self->store, progress_cb, self, cancellable, error);
}

static gboolean
run_set_password (Work *self, GCancellable *cancellable, GError **error)
{
    return confirm (self, error)
           && tv_store_set_password (self->store, self->person_uid, self->label, self->password,
                                     error);
}

static gboolean
run_drop_password (Work *self, GCancellable *cancellable, GError **error)
{
    return tv_store_remove_password (self->store, self->person_uid, error);
}

static gboolean
run_set_code (Work *self, GCancellable *cancellable, GError **error)
{
    return confirm (self, error) && tv_store_set_recovery_code (self->store, self->code, error);
}

/**
 * tv_protection_is_possible:
 *
 * Returns: whether this program was built with an engine that encrypts
 */
gboolean
tv_protection_is_possible (void)
{
    return tv_engine_encrypts ();
}

/**
 * tv_protection_describe:
 *
 * Returns: (transfer full): a sentence for the about page: what protected books are encrypted with
 */
char *
tv_protection_describe (void)
{
    g_autofree char *version = tv_engine_encryption_version ();

    if (!version)
        return g_strdup (_ ("Built without encryption: this Tầm Vóc can neither open nor make a "
                            "protected record book."));
    /* Translators: %s is a version, such as 4.6.1. */
    return g_strdup_printf (_ ("Protected record books are encrypted by SQLCipher %s."), version);
}

/* What a guesser tries first, without accents, digits and signs around. */
static const char *const common_words[]
    = { "matkhau", "password", "yte",    "ytetruong", "ytetruonghoc", "truonghoc",
        "mamnon",  "tamvoc",   "qwerty", "abc",       "admin",        "hieutruong" };

#define SHORTEST_PASSWORD 8

static gboolean
repeats_one_letter (const char *password)
{
    for (const char *c = password; *c; c++) {
        if (*c != *password)
            return FALSE;
    }
    return TRUE;
}

static char *
keep_letters (const char *password)
{
    g_autofree char *folded = tv_text_fold (password);
    GString *letters = g_string_new (NULL);

    for (const char *c = folded; *c; c++) {
        if (g_ascii_isalpha (*c))
            g_string_append_c (letters, *c);
    }
    return g_string_free (letters, FALSE);
}

/**
 * tv_protection_find_weakness:
 * @password: as it was typed
 *
 * Returns: (transfer none) (nullable): a sentence that says why it is not good enough
 */
const char *
tv_protection_find_weakness (const char *password)
{
    g_autofree char *word = NULL;

    if (g_utf8_strlen (password, -1) < SHORTEST_PASSWORD)
        return _ ("A password has at least eight letters; three words of your own are easy to "
                  "remember and hard to guess.");
    if (repeats_one_letter (password))
        return _ ("That is one letter over and over, which is guessed at once.");
    word = keep_letters (password);
    if (!*word)
        return _ ("Digits alone are guessed quickly; mix in words of your own.");
    for (guint i = 0; i < G_N_ELEMENTS (common_words); i++) {
        if (g_str_equal (word, common_words[i]))
            return _ ("That is one of the first passwords anybody would try.");
    }
    return NULL;
}

/**
 * tv_protection_new_code:
 *
 * Returns: (transfer full): a recovery code to be printed, which opens nothing yet
 */
TvSecret *
tv_protection_new_code (void)
{
    return tv_recovery_code_new ();
}

/**
 * tv_protection_code_ends_with:
 * @code: a recovery code
 * @typed_group: its last group, as it was typed from the paper: read as the sign-in page reads a
 *   code, which takes small letters, and an O for a zero
 *
 * Returns: whether the two agree
 */
gboolean
tv_protection_code_ends_with (TvSecret *code, const char *typed_group)
{
    const char *text = tv_secret_text (code);
    int n_before = (int) strlen (text) - TV_PROTECTION_CODE_GROUP;
    g_autofree char *whole = g_strdup_printf ("%.*s%s", n_before, text, typed_group);
    g_autoptr (TvSecret) typed = tv_recovery_code_parse (whole);

    tv_secret_wipe (whole, strlen (whole));
    return typed && strcmp (tv_secret_text (typed), text) == 0;
}

/**
 * tv_protection_protect_async:
 * @store: a plain book
 * @first: who is the first to have a password; signed in afterwards
 * @code: the recovery code, on paper already
 * @progress: (nullable): told how far it has come
 *
 * Ends with tv_protection_finish(); on an error the book is open and plain as before.
 */
void
tv_protection_protect_async (TvStore *store, const TvPasswordOf *first, TvSecret *code,
                             TvProtectionProgress progress, gpointer progress_data,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    Work *self = new_work (store, first, code);

    self->run = run_protect;
    self->kind = TV_ACCESS_PROTECT_BOOK;
    self->progress = progress;
    self->progress_data = progress_data;
    start (self, cancellable, callback, user_data);
}

/**
 * tv_protection_remove_async:
 * @store: a protected book in which somebody has signed in
 * @present: that person's password, as typed now; nothing is done with a wrong one
 * @progress: (nullable): told how far it has come
 *
 * Makes a plain book of it, which anybody who has the file can read. Ends with
 * tv_protection_finish(); on an error the book is locked or protected as before.
 */
void
tv_protection_remove_async (TvStore *store, TvSecret *present, TvProtectionProgress progress,
                            gpointer progress_data, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
    Work *self = new_work (store, NULL, NULL);

    self->present = tv_secret_ref (present);
    self->run = run_remove;
    self->kind = TV_ACCESS_PROTECT_OFF;
    self->progress = progress;
    self->progress_data = progress_data;
    start (self, cancellable, callback, user_data);
}

/**
 * tv_protection_set_password_async:
 * @store: a protected book in which somebody has signed in
 * @of: whose password it is, and the new one
 * @present: the password of who is signed in, as typed now; nothing is done with a wrong one
 *
 * Ends with tv_protection_finish().
 */
void
tv_protection_set_password_async (TvStore *store, const TvPasswordOf *of, TvSecret *present,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
    Work *self = new_work (store, of, NULL);

    self->present = tv_secret_ref (present);
    self->run = run_set_password;
    self->kind = TV_ACCESS_PROTECT_PASSWORD;
    start (self, NULL, callback, user_data);
}

/**
 * tv_protection_drop_password_async:
 * @store: a protected book in which somebody has signed in
 * @person_uid: who is to sign in no more
 *
 * Ends with tv_protection_finish().
 */
void
tv_protection_drop_password_async (TvStore *store, const char *person_uid,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
    Work *self = new_work (store, &(TvPasswordOf){ .person_uid = person_uid }, NULL);

    self->run = run_drop_password;
    self->kind = TV_ACCESS_PROTECT_PASSWORD_OFF;
    start (self, NULL, callback, user_data);
}

/**
 * tv_protection_set_code_async:
 * @store: a protected book in which somebody has signed in
 * @code: the new recovery code, on paper already; the one before opens nothing any more
 * @present: the password of who is signed in, as typed now; nothing is done with a wrong one
 *
 * Ends with tv_protection_finish().
 */
void
tv_protection_set_code_async (TvStore *store, TvSecret *code, TvSecret *present,
                              GAsyncReadyCallback callback, gpointer user_data)
{
    Work *self = new_work (store, NULL, code);

    self->present = tv_secret_ref (present);
    self->run = run_set_code;
    self->kind = TV_ACCESS_PROTECT_CODE;
    start (self, NULL, callback, user_data);
}

gboolean
tv_protection_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}
