/* store_ask.c: statements made and run once, their parameters given in one call. */
#include "store_private.h"

sqlite3_stmt *rp_ask(sqlite3 *db, const char *sql, const char *types, va_list values)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    for (int i = 0; types[i] && code == SQLITE_OK; i++) {
        if (types[i] == 't')
            code = sqlite3_bind_text(statement, i + 1, va_arg(values, const char *), -1,
                                     SQLITE_TRANSIENT);
        else if (types[i] == 'i')
            code = sqlite3_bind_int64(statement, i + 1, va_arg(values, int64_t));
        else
            code = sqlite3_bind_blob(statement, i + 1, va_arg(values, const uint8_t *),
                                     RP_TOKEN_HASH_BYTES, SQLITE_TRANSIENT);
    }
    if (code == SQLITE_OK)
        return statement;
    sqlite3_finalize(statement);
    return NULL;
}

enum rp_err rp_read_rows(sqlite3 *db, sqlite3_stmt *statement, rp_row_reader *read, void *taker,
                         const char *event)
{
    int code = SQLITE_ERROR;
    while (statement && (code = sqlite3_step(statement)) == SQLITE_ROW)
        if (!read(taker, statement))
            break;
    enum rp_err err =
        code == SQLITE_DONE || code == SQLITE_ROW ? RP_OK : rp_store_complain(db, event);
    sqlite3_finalize(statement);
    return err;
}

const char *rp_row_words(sqlite3_stmt *row, int column)
{
    const char *words = (const char *)sqlite3_column_text(row, column);
    return words ? words : "";
}
