/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sentence that is there while Caps Lock is on. */
#define TV_TYPE_CAPS_LOCK_LABEL (tv_caps_lock_label_get_type ())
G_DECLARE_FINAL_TYPE (TvCapsLockLabel, tv_caps_lock_label, TV, CAPS_LOCK_LABEL, GtkWidget)

G_END_DECLS
