/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the records of an .xls workbook. No read goes past the end of a record: what is not
 * there is 0. */

#include "exchange/tv-xls-records.h"

#include <string.h>

/**
 * tv_xls_walk_next:
 * @record: (out): the next record
 *
 * Returns: whether there is one that ends inside the stream
 */
gboolean
tv_xls_walk_next (TvXlsWalk *self, TvXlsRecord *record)
{
    guint16 head[2];

    if (self->at > self->size || self->size - self->at < sizeof head)
        return FALSE;
    memcpy (head, self->data + self->at, sizeof head);
    record->type = GUINT16_FROM_LE (head[0]);
    record->size = GUINT16_FROM_LE (head[1]);
    record->data = self->data + self->at + sizeof head;
    if (self->size - self->at - sizeof head < record->size)
        return FALSE;
    self->at += sizeof head + record->size;
    return TRUE;
}

static gboolean
copy (const TvXlsRecord *self, gsize at, void *value, gsize size)
{
    if (at > self->size || self->size - at < size)
        return FALSE;
    memcpy (value, self->data + at, size);
    return TRUE;
}

guint16
tv_xls_record_get_16 (const TvXlsRecord *self, gsize at)
{
    guint16 value;

    return copy (self, at, &value, sizeof value) ? GUINT16_FROM_LE (value) : 0;
}

guint32
tv_xls_record_get_32 (const TvXlsRecord *self, gsize at)
{
    guint32 value;

    return copy (self, at, &value, sizeof value) ? GUINT32_FROM_LE (value) : 0;
}

double
tv_xls_record_get_double (const TvXlsRecord *self, gsize at)
{
    guint64 bits;
    double value;

    if (!copy (self, at, &bits, sizeof bits))
        return 0;
    bits = GUINT64_FROM_LE (bits);
    memcpy (&value, &bits, sizeof value);
    return value;
}
