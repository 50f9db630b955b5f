/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place where an error code becomes words: what happened, what was kept, what to do. The
 * message of a GError is technical detail for the log and is not shown where a code is known. */

#include "workflows/tv-error-sentence.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-transfer-file.h"
#include "store/tv-store-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

static const char *
get_store_sentence (int code)
{
    switch (code) {
    case TV_STORE_ERROR_NOT_FOUND:
        return _ ("There is no record book in that folder. Nothing was changed. Choose the folder "
                  "in which book.db lies.");
    case TV_STORE_ERROR_EXISTS:
        return _ ("A record book stands in that folder already, and it was left as it is. Choose "
                  "another folder, or open the book that is there.");
    case TV_STORE_ERROR_NOT_A_BOOK:
        return _ ("That file was made by another program; it is not a record book of Tầm Vóc. "
                  "Nothing in it was changed.");
    case TV_STORE_ERROR_NEWER:
        return _ (
            "That record book was made by a newer Tầm Vóc. Nothing in it was changed. Install "
            "the newer version to open it.");
    case TV_STORE_ERROR_CORRUPT:
        return _ ("The record book is damaged and was not changed any further. Put back the last "
                  "backup, and keep the damaged folder until all is there again.");
    case TV_STORE_ERROR_READ_ONLY:
        return _ ("The record book cannot be written there: the folder or the file is read-only. "
                  "Everything saved before is kept. Choose a folder of your own, or ask for the "
                  "right to write.");
    case TV_STORE_ERROR_FULL:
        return _ ("There is no room left on the disk. Everything saved before is kept, the last "
                  "change was not saved. Make room and try again.");
    case TV_STORE_ERROR_BUSY:
        return _ ("Somebody else is writing in this record book just now. The last change was not "
                  "saved. Close the other window and try again.");
    case TV_STORE_ERROR_CONSTRAINT:
        return _ ("Another record in the book has this number or name already. The change was not "
                  "saved; the record that was there is kept.");
    case TV_STORE_ERROR_EDITED_SINCE:
        return _ ("That change cannot be taken back, since later changes stand on it. Nothing was "
                  "changed. Take the later changes back first.");
    case TV_STORE_ERROR_NOTHING_TO_UNDO:
        return _ ("There is nothing left to take back or to do again.");
    case TV_STORE_ERROR_NOT_ALLOWED:
        return _ ("The person who is signed in has no right to do that. Nothing was changed.");
    case TV_STORE_ERROR_NO_REASON:
        return _ ("A reason is needed, and it is kept in the history of the book. Nothing was "
                  "done. Write in a few words why.");
    case TV_STORE_ERROR_ERASED:
        return _ ("That change cannot be taken back: the child it is about was erased from the "
                  "book on a lawful request. Nothing was changed.");
    case TV_STORE_ERROR_SIGNED_OFF:
        return _ ("That measuring round is signed off: what was measured in it stands as it was "
                  "signed, and nothing was changed. To correct it, reopen the round first, under "
                  "“Sign-off” on the measuring page.");
    case TV_STORE_ERROR_TO_REOPEN:
        return _ ("The round was signed off, and the book has been written in since: that cannot "
                  "be taken back like a slip of the hand. Nothing was changed. Reopen the round "
                  "under “Sign-off” on the measuring page, and say why.");
    case TV_STORE_ERROR_PROTECTED:
        return _ ("That record book is protected by passwords. Sign in to open it.");
    case TV_STORE_ERROR_NO_ENCRYPTION:
        return _ ("This Tầm Vóc was built without encryption, so it can neither open nor make a "
                  "protected book. Nothing was changed. Install the Tầm Vóc of your system or the "
                  "Flatpak, which have it.");
    case TV_STORE_ERROR_WRONG_PASSWORD:
        return _ ("That password does not open the book. Mind capital letters and the Vietnamese "
                  "keyboard. If it is forgotten, somebody else with a password can give you a new "
                  "one, or the printed recovery code opens the book.");
    case TV_STORE_ERROR_TOO_SOON:
        return _ ("After several wrong passwords the next one has to wait a little. Nothing is "
                  "lost; try again in a few minutes at most.");
    case TV_STORE_ERROR_LOCKED:
        return _ ("The record book is locked. Sign in and try again.");
    case TV_STORE_ERROR_NO_KEYS:
        return _ ("The file “people”, which keeps the keys of the protected book, is missing or "
                  "damaged. The book was not changed. Put that file back from a copy of the "
                  "folder, or restore the last backup, which has the keys in it.");
    case TV_STORE_ERROR_LAST_NURSE:
        return _ ("Nobody would be left who may do everything in the book: it needs one school "
                  "nurse without a last day. Nothing was changed. Enter the new nurse first.");
    default:
        return NULL;
    }
}

static const char *
get_exchange_sentence (int code)
{
    switch (code) {
    case TV_EXCHANGE_ERROR_NOT_FOUND:
        return _ ("That file is not there any more. Nothing was imported.");
    case TV_EXCHANGE_ERROR_IO:
        return _ ("The file could not be read or written. What the record book holds is kept.");
    case TV_EXCHANGE_ERROR_EMPTY:
        return _ ("That file is empty. Nothing was imported.");
    case TV_EXCHANGE_ERROR_WRONG_TYPE:
        return _ (
            "That file holds no table that can be read. Nothing was imported. Choose a workbook "
            "of Excel or LibreOffice (.xlsx, .xls, .ods) or a CSV file.");
    case TV_EXCHANGE_ERROR_WEB_PAGE:
        return _ ("That file is a web page, though its name ends as a workbook's. Nothing was "
                  "imported. Open it in Excel or LibreOffice, save it as .xlsx and choose that "
                  "file.");
    case TV_EXCHANGE_ERROR_ENCRYPTED:
        return _ ("That workbook is protected by a password. Nothing was imported. Open it, take "
                  "the password off, save it and choose it again.");
    case TV_EXCHANGE_ERROR_BROKEN:
        return _ ("That file is damaged or was cut short. Nothing was imported. Ask for it again, "
                  "or open and save it in Excel or LibreOffice.");
    case TV_EXCHANGE_ERROR_TOO_LARGE:
        return _ ("That file is far larger than any list of a school. Nothing was imported. Delete "
                  "the empty rows and the pictures in it, or choose another file.");
    case TV_EXCHANGE_ERROR_NO_HEADER:
        return _ (
            "No row of that file names its columns. Nothing was imported. There must be a row "
            "with headings such as “Họ và tên” and “Ngày sinh”.");
    case TV_EXCHANGE_ERROR_NO_ROWS:
        return _ ("Under the headings of that file there are no children. Nothing was imported.");
    default:
        return NULL;
    }
}

static const char *
get_transfer_sentence (int code)
{
    switch (code) {
    case TV_TRANSFER_ERROR_OTHER:
        return _ ("That file is not a child's record from another school. Nothing was taken in. "
                  "Such a file is written by Tầm Vóc, and its name ends with .tamvoc-transfer.");
    case TV_TRANSFER_ERROR_ALTERED:
        return _ ("That file was changed or cut short since the other school wrote it. Nothing was "
                  "taken in. Ask the other school to send it again.");
    case TV_TRANSFER_ERROR_NEWER:
        return _ ("That file was written by a newer Tầm Vóc. Nothing was taken in. Install the "
                  "newer version to open it.");
    case TV_TRANSFER_ERROR_CODE_NEEDED:
        return _ ("That file opens with its code alone. Ask the other school for the code.");
    case TV_TRANSFER_ERROR_WRONG_CODE:
        return _ ("That is not the code of this file. Nothing was taken in. Each file has a code "
                  "of its own: ask the other school for the one of this file.");
    case TV_TRANSFER_ERROR_NOT_A_CODE:
        return _ ("That cannot be a code: it has 15 letters and digits in three groups, and one of "
                  "them is mistyped or missing. Compare it once more.");
    case TV_TRANSFER_ERROR_BROKEN:
        return _ ("What that file holds is not a child's record as Tầm Vóc writes it. Nothing was "
                  "taken in. Ask the other school to write the file again.");
    case TV_TRANSFER_ERROR_NO_MEMORY:
        return _ ("This machine has too little free memory for that. Nothing was done. Close other "
                  "programs and try again.");
    default:
        return NULL;
    }
}

static const char *
get_file_sentence (int code)
{
    switch (code) {
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
        return _ ("That place cannot be written or read by you. Nothing was saved there. Choose "
                  "another folder.");
    case G_IO_ERROR_NO_SPACE:
        return _ ("There is no room left on the disk. Nothing was saved. Make room and try again.");
    case G_IO_ERROR_CANCELLED:
        return _ ("It was stopped before it was done. Nothing was changed.");
    default:
        return NULL;
    }
}

/* GFileError tells the same causes in other numbers. */
static int
get_io_code (const GError *error)
{
    if (error->domain == G_IO_ERROR)
        return error->code;
    switch (error->code) {
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
        return G_IO_ERROR_PERMISSION_DENIED;
    case G_FILE_ERROR_ROFS:
        return G_IO_ERROR_READ_ONLY;
    case G_FILE_ERROR_NOSPC:
        return G_IO_ERROR_NO_SPACE;
    default:
        return G_IO_ERROR_FAILED;
    }
}

/**
 * tv_error_sentence:
 * @error: what went wrong
 *
 * Returns: (transfer full): whole sentences in the chosen language
 */
char *
tv_error_sentence (const GError *error)
{
    const char *sentence = NULL;

    g_return_val_if_fail (error, NULL);
    if (error->domain == TV_STORE_ERROR)
        sentence = get_store_sentence (error->code);
    else if (error->domain == TV_EXCHANGE_ERROR)
        sentence = get_exchange_sentence (error->code);
    else if (error->domain == TV_TRANSFER_ERROR)
        sentence = get_transfer_sentence (error->code);
    else if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
        sentence = get_file_sentence (get_io_code (error));
    if (sentence)
        return g_strdup (sentence);
    /* GIO translates its own, and workflows put whole sentences into this domain. */
    if (error->domain == G_IO_ERROR)
        return g_strdup (error->message);
    /* Translators: %s is technical detail, in English */
    return g_strdup_printf (_ ("Something unforeseen happened. Everything saved before is kept. "
                               "Detail for whoever helps you: %s"),
                            error->message);
}
