/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An xlsx workbook: which sheets there are, in which order, and the parts they share. */

#include "exchange/tv-xlsx-reader.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xlsx-sheet.h"
#include "exchange/tv-xlsx-strings.h"
#include "exchange/tv-xml-part.h"

#include <string.h>

/* A sheet as the workbook part names it. */
typedef struct {
    char *title;
    char *relation;
    gboolean is_hidden;
} SheetEntry;

typedef struct {
    TvZipParts *parts;
    char *path;            /* of the workbook part */
    GHashTable *relations; /* id to path, of the workbook part */
    GHashTable *taken;     /* parts that were read as sheets, as a set; unowned */
    GPtrArray *entries;    /* of SheetEntry */
    GPtrArray *strings;
    TvXlsxStyles *styles;
    gboolean is_from_1904;
    TvSheetBudget budget;
} Book;

static void
free_entry (gpointer data)
{
    SheetEntry *entry = data;

    g_free (entry->title);
    g_free (entry->relation);
    g_free (entry);
}

static void
clear_book (Book *self)
{
    g_free (self->path);
    g_clear_pointer (&self->relations, g_hash_table_unref);
    g_clear_pointer (&self->taken, g_hash_table_unref);
    g_clear_pointer (&self->entries, g_ptr_array_unref);
    g_clear_pointer (&self->strings, g_ptr_array_unref);
    g_clear_pointer (&self->styles, tv_xlsx_styles_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, clear_book)

/* The path that a target means, seen from the part that names it. */
static char *
resolve (const char *from, const char *target)
{
    g_auto (GStrv) from_steps = g_strsplit (*target == '/' ? "" : from, "/", -1);
    g_auto (GStrv) steps = g_strsplit (target, "/", -1);
    g_autoptr (GPtrArray) path = g_ptr_array_new ();

    for (char **step = from_steps; *step && step[1]; step++)
        g_ptr_array_add (path, *step);
    for (char **step = steps; *step; step++) {
        if (strcmp (*step, "..") == 0)
            g_ptr_array_set_size (path, (gint) MAX (path->len, 1) - 1);
        else if (**step && strcmp (*step, ".") != 0)
            g_ptr_array_add (path, *step);
    }
    g_ptr_array_add (path, NULL);
    return g_strjoinv ("/", (char **) path->pdata);
}

/* Where the relations of the part at @path stand. */
static char *
relations_path (const char *path)
{
    const char *slash = strrchr (path, '/');
    const char *base = slash ? slash + 1 : path;

    return g_strdup_printf ("%.*s_rels/%s.rels", (int) (base - path), path, base);
}

/* Reads the relations of the part at @path: by id, or by the last word of their type. What they
 * say of other files and of the net is passed over. */
static GHashTable *
read_relations (TvZipParts *parts, const char *path, gboolean by_type, GError **error)
{
    g_autoptr (GHashTable) relations
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autofree char *file = relations_path (path);
    GBytes *bytes = tv_zip_parts_get (parts, file);
    g_autoptr (TvXmlPart) part = bytes ? tv_xml_part_new (bytes) : NULL;
    TvXmlEvent event;

    while (part && (event = tv_xml_part_next (part, error)) != TV_XML_DONE) {
        g_autofree char *key = NULL;
        g_autofree char *target = NULL;
        g_autofree char *mode = NULL;

        if (event == TV_XML_ERROR)
            return NULL;
        if (event != TV_XML_START || !tv_xml_part_is (part, "Relationship"))
            continue;
        if (g_hash_table_size (relations) > TV_ZIP_MAX_PARTS) {
            g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                         "more than %d relations", TV_ZIP_MAX_PARTS);
            return NULL;
        }
        key = tv_xml_part_dup_attribute (part, by_type ? "Type" : "Id");
        target = tv_xml_part_dup_attribute (part, "Target");
        mode = tv_xml_part_dup_attribute (part, "TargetMode");
        if (key && target && g_strcmp0 (mode, "External") != 0) {
            const char *slash = by_type ? strrchr (key, '/') : NULL;

            g_hash_table_insert (relations, g_strdup (slash ? slash + 1 : key),
                                 resolve (path, target));
        }
    }
    return g_steal_pointer (&relations);
}

static gboolean
find_workbook (Book *self, GError **error)
{
    g_autoptr (GHashTable) relations = read_relations (self->parts, "", TRUE, error);
    const char *path;

    if (!relations)
        return FALSE;
    path = g_hash_table_lookup (relations, "officeDocument");
    self->path = g_strdup (path ? path : "xl/workbook.xml");
    if (tv_zip_parts_get (self->parts, self->path))
        return TRUE;
    g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                 "the part “%s” that lists the sheets is missing", self->path);
    return FALSE;
}

static gboolean
is_true (const char *text)
{
    return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

static gboolean
note_sheet (Book *self, TvXmlPart *part, GError **error)
{
    g_autofree char *state = tv_xml_part_dup_attribute (part, "state");
    SheetEntry *entry;

    if (self->entries->len >= TV_WORKBOOK_MAX_SHEETS) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE, "more than %d sheets",
                     TV_WORKBOOK_MAX_SHEETS);
        return FALSE;
    }
    entry = g_new0 (SheetEntry, 1);
    entry->title = tv_xml_part_dup_attribute (part, "name");
    entry->relation = tv_xml_part_dup_attribute (part, "id");
    entry->is_hidden = state && strcmp (state, "visible") != 0;
    g_ptr_array_add (self->entries, entry);
    return TRUE;
}

static gboolean
read_workbook_part (Book *self, GError **error)
{
    g_autoptr (TvXmlPart) part = tv_xml_part_new (tv_zip_parts_get (self->parts, self->path));
    TvXmlEvent event;
    gboolean is_workbook = FALSE;

    self->entries = g_ptr_array_new_with_free_func (free_entry);
    while ((event = tv_xml_part_next (part, error)) != TV_XML_DONE) {
        if (event == TV_XML_ERROR)
            return FALSE;
        if (event != TV_XML_START)
            continue;
        if (tv_xml_part_is (part, "workbook")) {
            is_workbook = TRUE;
        } else if (tv_xml_part_is (part, "workbookPr")) {
            g_autofree char *is_from_1904 = tv_xml_part_dup_attribute (part, "date1904");

            self->is_from_1904 = is_true (is_from_1904);
        } else if (tv_xml_part_is (part, "sheet") && !note_sheet (self, part, error)) {
            return FALSE;
        }
    }
    if (!is_workbook)
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_WRONG_TYPE,
                             "the document is no workbook");
    return is_workbook;
}

/* Texts and styles are found by their relation's type; a workbook may do without either. */
static gboolean
read_shared_parts (Book *self, GError **error)
{
    g_autoptr (GHashTable) by_type = read_relations (self->parts, self->path, TRUE, error);
    const char *strings, *styles;

    self->relations = by_type ? read_relations (self->parts, self->path, FALSE, error) : NULL;
    if (!self->relations)
        return FALSE;
    strings = g_hash_table_lookup (by_type, "sharedStrings");
    styles = g_hash_table_lookup (by_type, "styles");
    if (strings && tv_zip_parts_has (self->parts, strings)
        && !(self->strings = tv_xlsx_strings_read (tv_zip_parts_get (self->parts, strings), error)))
        return FALSE;
    return !styles || !tv_zip_parts_has (self->parts, styles)
           || (self->styles = tv_xlsx_styles_read (tv_zip_parts_get (self->parts, styles), error));
}

static gboolean
read_sheet (Book *self, const SheetEntry *entry, TvSheet **sheet, GError **error)
{
    TvXlsxContext context = { self->strings, self->styles, self->is_from_1904, &self->budget };
    const char *path
        = entry->relation ? g_hash_table_lookup (self->relations, entry->relation) : NULL;
    GBytes *bytes = path ? tv_zip_parts_get (self->parts, path) : NULL;

    /* One part named as many sheets would grow past every bound that unpacking keeps. */
    if (!bytes || !g_hash_table_add (self->taken, bytes)) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                     "the part of sheet “%s” is missing, or another sheet has it",
                     entry->title ? entry->title : "");
        return FALSE;
    }
    *sheet = tv_xlsx_sheet_read (bytes, entry->title, entry->is_hidden, &context, error);
    return *sheet != NULL;
}

/**
 * tv_xlsx_read:
 * @name: the file's name, without its folder
 * @parts: its parts
 * @cancellable: (nullable): to stop between sheets
 * @error: #TvExchangeError or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TvWorkbook *
tv_xlsx_read (const char *name, TvZipParts *parts, GCancellable *cancellable, GError **error)
{
    g_auto (Book) self = { .parts = parts,
                           .taken = g_hash_table_new (NULL, NULL),
                           .budget = TV_SHEET_BUDGET_FULL };
    g_autoptr (GPtrArray) sheets = NULL;

    sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_sheet_unref);
    if (!find_workbook (&self, error) || !read_workbook_part (&self, error)
        || !read_shared_parts (&self, error))
        return NULL;
    for (guint i = 0; i < self.entries->len; i++) {
        TvSheet *sheet = NULL;

        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !read_sheet (&self, g_ptr_array_index (self.entries, i), &sheet, error))
            return NULL;
        g_ptr_array_add (sheets, sheet);
    }
    return tv_workbook_new (name, g_steal_pointer (&sheets));
}
