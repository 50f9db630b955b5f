/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings of the program on this machine; what belongs to a school stands in its book. */

#include "ui/shell/tv-settings.h"

/* The installed schema, or that of the build folder while the program is not installed. */
static GSettingsSchema *
find_schema (void)
{
    GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
    g_autoptr (GSettingsSchemaSource) build_source = NULL;
    GSettingsSchema *schema = NULL;

    if (source)
        schema = g_settings_schema_source_lookup (source, TV_APPLICATION_ID, TRUE);
    if (schema)
        return schema;
    build_source
        = g_settings_schema_source_new_from_directory (TV_BUILD_SCHEMA_DIR, source, TRUE, NULL);
    return build_source ? g_settings_schema_source_lookup (build_source, TV_APPLICATION_ID, FALSE)
                        : NULL;
}

/**
 * tv_settings_get:
 *
 * Returns: (transfer none): the settings of the program
 */
GSettings *
tv_settings_get (void)
{
    static GSettings *settings;
    g_autoptr (GSettingsSchema) schema = NULL;

    if (settings)
        return settings;
    schema = find_schema ();
    if (!schema)
        g_critical ("The settings schema %s is not installed", TV_APPLICATION_ID);
    else
        settings = g_settings_new_full (schema, NULL, NULL);
    return settings;
}

TvLanguage
tv_settings_get_language (void)
{
    g_autofree char *code = g_settings_get_string (tv_settings_get (), "language");
    TvLanguage language = TV_LANGUAGE_VIETNAMESE;

    tv_language_parse (code, &language);
    return language;
}

void
tv_settings_set_language (TvLanguage language)
{
    g_settings_set_string (tv_settings_get (), "language", tv_language_code (language));
}
