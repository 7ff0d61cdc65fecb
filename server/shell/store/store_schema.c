/* store_schema.c: the tables. A step is never changed once it was released: add one behind it, and
 * raise RP_STORE_SCHEMA. */
#include "log.h"
#include "store_private.h"

enum { APPLICATION = 0x48454152 }; /* "HEAR": whose file it is */

static const char *const steps[RP_STORE_SCHEMA] = {
    "CREATE TABLE firm (firm TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"

    "CREATE TABLE room ("
    "  room TEXT PRIMARY KEY,"
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  scenario TEXT NOT NULL,"
    "  scenario_hash TEXT NOT NULL,"
    "  created_s INTEGER NOT NULL,"
    "  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),"
    "  set_aside TEXT" /* why */
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX room_open ON room (created_s, room) WHERE closed = 0;"

    /* The log. It holds neither free text nor names: those can be erased, this stays whole. */
    "CREATE TABLE record ("
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  room TEXT NOT NULL REFERENCES room,"
    "  n INTEGER NOT NULL CHECK (n BETWEEN 0 AND 4294967295),"
    "  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2)," /* input, act, derived */
    "  at_ms INTEGER NOT NULL,"
    "  bytes BLOB NOT NULL,"
    "  PRIMARY KEY (room, n)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE line_text ("
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  room TEXT NOT NULL REFERENCES room,"
    "  line INTEGER NOT NULL CHECK (line BETWEEN 0 AND 65535),"
    "  text TEXT NOT NULL,"
    "  PRIMARY KEY (room, line)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE person ("
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  room TEXT NOT NULL REFERENCES room,"
    "  person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 4294967295),"
    "  name TEXT NOT NULL,"
    "  PRIMARY KEY (room, person)"
    ") STRICT, WITHOUT ROWID;"

    /* Tokens are hashes; NULL opens nothing. */
    "CREATE TABLE seat ("
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  room TEXT NOT NULL REFERENCES room,"
    "  seat INTEGER NOT NULL CHECK (seat BETWEEN 0 AND 3),"
    "  person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 4294967295),"
    "  last_send_id INTEGER NOT NULL CHECK (last_send_id BETWEEN 0 AND 4294967295),"
    "  token BLOB CHECK (length(token) = 32),"
    "  old_token BLOB CHECK (length(old_token) = 32),"
    "  PRIMARY KEY (room, seat)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX seat_token ON seat (token) WHERE token IS NOT NULL;"
    "CREATE INDEX seat_old_token ON seat (old_token) WHERE old_token IS NOT NULL;"

    /* Scenario files, as they were when a room was decided with them. Of no one firm. */
    "CREATE TABLE content (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;"

    /* Counts the attempts to write after a failure. */
    "CREATE TABLE probe (one INTEGER PRIMARY KEY CHECK (one = 1), tries INTEGER NOT NULL) STRICT;"
    "INSERT INTO probe VALUES (1, 0);",

    /* A workshop is a room of kind 1: a log and names, but no scenario of its own. */
    "ALTER TABLE room ADD COLUMN kind INTEGER NOT NULL DEFAULT 0 CHECK (kind IN (0, 1));"
    "CREATE TABLE member ("
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  workshop TEXT NOT NULL REFERENCES room,"
    "  person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 65535),"
    "  token BLOB CHECK (length(token) = 32),"
    "  old_token BLOB CHECK (length(old_token) = 32),"
    "  pin BLOB CHECK (length(pin) = 32),"
    "  PRIMARY KEY (workshop, person)"
    ") STRICT, WITHOUT ROWID;",

    /* Staff. Roles are enum rp_staff_role; tokens and secrets are hashes. */
    "ALTER TABLE firm ADD COLUMN name TEXT NOT NULL DEFAULT '';"
    "CREATE TABLE account ("
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  login TEXT NOT NULL,"
    "  name TEXT NOT NULL,"
    "  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 2),"
    "  password TEXT NOT NULL," /* argon2id */
    "  created_s INTEGER NOT NULL,"
    "  PRIMARY KEY (firm, login),"
    "  UNIQUE (firm, name)" /* marks go by it */
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in ("
    "  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),"
    "  firm TEXT NOT NULL,"
    "  login TEXT NOT NULL,"
    "  created_s INTEGER NOT NULL,"
    "  seen_s INTEGER NOT NULL,"
    "  FOREIGN KEY (firm, login) REFERENCES account ON DELETE CASCADE"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX sign_in_account ON sign_in (firm, login, seen_s);"
    "CREATE TABLE invite ("
    "  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),"
    "  firm TEXT NOT NULL REFERENCES firm,"
    "  workshop TEXT NOT NULL REFERENCES room ON DELETE CASCADE,"
    "  role INTEGER NOT NULL CHECK (role BETWEEN 3 AND 4),"
    "  created_s INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX invite_workshop ON invite (workshop);"

    /* Counts what happens to accounts, so that a running server need look at one number. */
    "CREATE TABLE account_change (one INTEGER PRIMARY KEY CHECK (one = 1), n INTEGER NOT NULL)"
    " STRICT;"
    "INSERT INTO account_change VALUES (1, 0);"
    "CREATE TRIGGER account_changed AFTER UPDATE ON account"
    "  BEGIN UPDATE account_change SET n = n + 1; END;"
    "CREATE TRIGGER account_removed AFTER DELETE ON account"
    "  BEGIN UPDATE account_change SET n = n + 1; END;",

    /* The audit log: each hash covers its row and the hash before it. It only grows. */
    "CREATE TABLE audit ("
    "  n INTEGER PRIMARY KEY CHECK (n > 0),"
    "  at_s INTEGER NOT NULL,"
    "  firm TEXT NOT NULL," /* '': of no one firm */
    "  kind TEXT NOT NULL,"
    "  who TEXT NOT NULL,"
    "  what TEXT NOT NULL,"
    "  hash BLOB NOT NULL CHECK (length(hash) = 32)"
    ") STRICT;"
    "CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit"
    "  BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;"
    "CREATE TRIGGER audit_uncut BEFORE DELETE ON audit"
    "  BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;",

    /* How long names and texts are kept, whose they are, and who wants them gone. */
    "ALTER TABLE firm ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 30"
    "  CHECK (retention_days BETWEEN 1 AND 3650);"
    "ALTER TABLE room ADD COLUMN erased_s INTEGER;" /* its time was over */
    "CREATE INDEX room_kept ON room (created_s) WHERE erased_s IS NULL;"
    /* The person is known by another room's or workshop's number; NULL: by this one's. */
    "ALTER TABLE person ADD COLUMN of_room TEXT;"
    "ALTER TABLE person ADD COLUMN of_person INTEGER;"
    "CREATE INDEX person_of ON person (of_room, of_person) WHERE of_room IS NOT NULL;"
    "CREATE TABLE erasure ("
    "  firm TEXT NOT NULL,"
    "  room TEXT NOT NULL,"
    "  person INTEGER NOT NULL,"
    "  asked_s INTEGER NOT NULL,"
    "  erased_s INTEGER," /* from the tables */
    "  done_s INTEGER,"   /* and from free pages and the journal */
    "  PRIMARY KEY (room, person)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX erasure_open ON erasure (asked_s) WHERE done_s IS NULL;",

    /* The password was made for somebody, who until then may choose another by it; NULL: chosen. */
    "ALTER TABLE account ADD COLUMN made_until_s INTEGER;",
};

static enum rp_err read_number(sqlite3 *db, const char *pragma, int *number)
{
    sqlite3_stmt *statement = NULL;
    bool found = sqlite3_prepare_v2(db, pragma, -1, &statement, NULL) == SQLITE_OK &&
                 sqlite3_step(statement) == SQLITE_ROW;
    if (found)
        *number = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return found ? RP_OK : rp_store_complain(db, "database-unreadable");
}

/* The schema's number, of a database that is ours; 0: it is empty. */
static enum rp_err read_version(sqlite3 *db, const char *path, int *version)
{
    int application = 0, tables = 0;
    enum rp_err err = read_number(db, "PRAGMA user_version", version);
    if (!err)
        err = read_number(db, "PRAGMA application_id", &application);
    if (!err)
        err = read_number(db, "SELECT count(*) FROM sqlite_schema", &tables);
    if (err)
        return err;
    if (application != APPLICATION && tables > 0) {
        rp_log(RP_LOG_ERROR, "database-foreign", RP_TEXT("file", path));
        return RP_ERR_STORAGE;
    }
    if (*version <= RP_STORE_SCHEMA)
        return RP_OK;
    rp_log(RP_LOG_ERROR, "database-newer", RP_TEXT("file", path), RP_NUMBER("schema", *version),
           RP_NUMBER("known", RP_STORE_SCHEMA),
           RP_TEXT("help", "written by a newer hearout: install that, or restore a backup"));
    return RP_ERR_STORAGE;
}

static bool take_step(sqlite3 *db, int from)
{
    char marks[96];
    sqlite3_snprintf(sizeof(marks), marks, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                     APPLICATION, from + 1);
    if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
        return false;
    if (sqlite3_exec(db, steps[from], NULL, NULL, NULL) == SQLITE_OK &&
        sqlite3_exec(db, marks, NULL, NULL, NULL) == SQLITE_OK &&
        sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
        return true;
    rp_store_complain(db, "migration-failed");
    sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

enum rp_err rp_schema_migrate(sqlite3 *db, const char *path)
{
    int version = 0;
    enum rp_err err = read_version(db, path, &version);
    if (err)
        return err;
    for (; version < RP_STORE_SCHEMA; version++)
        if (!take_step(db, version))
            return RP_ERR_STORAGE;
    return RP_OK;
}

bool rp_schema_is_current(sqlite3 *db)
{
    int application = 0, version = 0;
    return read_number(db, "PRAGMA application_id", &application) == RP_OK &&
           read_number(db, "PRAGMA user_version", &version) == RP_OK &&
           application == APPLICATION && version == RP_STORE_SCHEMA;
}

enum rp_err rp_schema_check(sqlite3 *db, const char *path, int oldest)
{
    int version = 0;
    enum rp_err err = read_version(db, path, &version);
    if (err || version >= oldest)
        return err;
    rp_log(RP_LOG_ERROR, "database-older", RP_TEXT("file", path), RP_NUMBER("schema", version),
           RP_NUMBER("known", RP_STORE_SCHEMA),
           RP_TEXT("help", "start the server on it once: that brings it up to date"));
    return RP_ERR_STORAGE;
}
