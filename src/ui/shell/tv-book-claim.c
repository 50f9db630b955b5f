/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One book, one window: a name on the session bus for each book that is open, made of the folder
 * in which it lies. Whoever opens a book that has its name already asks the owner to show its
 * window instead. Where there is no bus, or its owner does not answer, the book's own lock decides,
 * and the second window can only read. */

#include "ui/shell/tv-book-claim.h"

#include "base/tv-platform.h"

#define INTERFACE TV_APPLICATION_ID ".Book"
#define OBJECT_PATH "/io/github/tamvoc/TamVoc/Book"
/* Longer than a window takes to answer while it draws, shorter than anybody waits for a start. */
#define ANSWER_MS 3000
#define NAME_LENGTH 16

/* RequestName of the bus. */
#define DO_NOT_QUEUE 4u
#define IS_OWNER 1u
#define IS_OWNER_ALREADY 4u

struct _TvBookClaim {
    GDBusConnection *bus; /* NULL: there is none */
    char *name;
    char *path;
    guint object_id;
    gboolean is_owner;
    TvBookClaimShow show;
    gpointer show_data;
};

typedef struct {
    TvBookClaim *claim;
    char *folder;
    char *startup_id;
} Request;

static void
free_request (Request *self)
{
    g_clear_pointer (&self->claim, tv_book_claim_free);
    g_free (self->folder);
    g_free (self->startup_id);
    g_free (self);
}

static void
method_called_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                  const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
                  gpointer user_data)
{
    const TvBookClaim *self = user_data;
    const char *startup_id;

    g_variant_get (parameters, "(&s)", &startup_id);
    g_dbus_method_invocation_return_value (
        invocation, g_variant_new ("(b)", self->show (startup_id, self->show_data)));
}

static gboolean
add_object (TvBookClaim *self)
{
    static const char xml[]
        = "<node><interface name='" INTERFACE "'><method name='Show'>"
          "<arg name='startup_id' type='s' direction='in'/>"
          "<arg name='is_shown' type='b' direction='out'/></method></interface></node>";
    static const GDBusInterfaceVTable table = { .method_call = method_called_cb };
    g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);

    self->object_id = g_dbus_connection_register_object (self->bus, self->path, node->interfaces[0],
                                                         &table, self, NULL, NULL);
    return self->object_id != 0;
}

static gboolean
own_name (TvBookClaim *self)
{
    g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
        self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
        "RequestName", g_variant_new ("(su)", self->name, DO_NOT_QUEUE), G_VARIANT_TYPE ("(u)"),
        G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, NULL);
    guint32 code = 0;

    if (answer)
        g_variant_get (answer, "(u)", &code);
    return code == IS_OWNER || code == IS_OWNER_ALREADY;
}

static void
disown_name (TvBookClaim *self)
{
    g_dbus_connection_call (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                            "org.freedesktop.DBus", "ReleaseName",
                            g_variant_new ("(s)", self->name), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, NULL, NULL);
}

static void
remove_object (TvBookClaim *self)
{
    if (self->object_id)
        g_dbus_connection_unregister_object (self->bus, self->object_id);
    self->object_id = 0;
}

/* The object is there before the name, so that nobody who sees the name finds it missing. */
static gboolean
take (TvBookClaim *self)
{
    if (!add_object (self))
        return FALSE;
    self->is_owner = own_name (self);
    if (!self->is_owner)
        remove_object (self);
    return self->is_owner;
}

static gboolean
show_other (TvBookClaim *self, const char *startup_id)
{
    g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
        self->bus, self->name, self->path, INTERFACE, "Show", g_variant_new ("(s)", startup_id),
        G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, ANSWER_MS, NULL, NULL);
    gboolean is_shown = FALSE;

    if (answer)
        g_variant_get (answer, "(b)", &is_shown);
    return is_shown;
}

/* An element of a bus name begins with a letter. */
static void
name_book (TvBookClaim *self, const char *folder)
{
    g_autofree char *place = tv_platform_real_path (folder);
    g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, place, -1);

    self->name = g_strdup_printf (INTERFACE "_%.*s", NAME_LENGTH, digest);
    self->path = g_strdup_printf (OBJECT_PATH "_%.*s", NAME_LENGTH, digest);
}

/* The owner may have closed between the two questions: then the name is free. */
static void
take_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Request *request = data;
    TvBookClaim *claim = request->claim;
    gboolean is_shown = FALSE;

    claim->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
    if (claim->bus) {
        name_book (claim, request->folder);
        if (!take (claim)) {
            is_shown = show_other (claim, request->startup_id);
            if (!is_shown)
                take (claim);
        }
    }
    if (is_shown)
        g_task_return_pointer (task, NULL, NULL);
    else
        g_task_return_pointer (task, g_steal_pointer (&request->claim),
                               (GDestroyNotify) tv_book_claim_free);
}

/**
 * tv_book_claim_take_async:
 * @folder: of a book, which need not stand yet
 * @startup_id: (nullable): what the desktop gave this start along, for the window that is shown
 * @show: asked when somebody opens the book once more, until the claim is freed
 * @show_data: handed to @show
 * @cancellable: (nullable): makes no difference; the answer comes soon
 * @callback: called in this thread's main context
 * @user_data: handed to @callback
 *
 * Says that this program opens the book. End it with tv_book_claim_take_finish().
 */
void
tv_book_claim_take_async (const char *folder, const char *startup_id, TvBookClaimShow show,
                          gpointer show_data, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
    Request *request = g_new0 (Request, 1);

    g_return_if_fail (folder && show);
    request->folder = g_strdup (folder);
    request->startup_id = g_strdup (startup_id ? startup_id : "");
    request->claim = g_new0 (TvBookClaim, 1);
    request->claim->show = show;
    request->claim->show_data = show_data;
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_source_tag (task, tv_book_claim_take_async);
    g_task_set_task_data (task, request, (GDestroyNotify) free_request);
    g_task_run_in_thread (task, take_thread);
}

/**
 * tv_book_claim_take_finish:
 *
 * Returns: (transfer full) (nullable): the claim; NULL where another window has the book and was
 *   shown
 */
TvBookClaim *
tv_book_claim_take_finish (GAsyncResult *result)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
tv_book_claim_free (TvBookClaim *self)
{
    if (self->bus) {
        remove_object (self);
        if (self->is_owner)
            disown_name (self);
    }
    g_clear_object (&self->bus);
    g_free (self->name);
    g_free (self->path);
    g_free (self);
}
