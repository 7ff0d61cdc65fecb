/* The audit log: it only grows, from every connection, and no byte of it changes unseen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "doctor.h"
#include "shell/support/temp_folder.h"
#include "store_private.h"

enum { ENTRIES = 40, FLIPS = 1000 };

struct kit {
    char root[TEMP_PATH];
    char folder[TEMP_PATH + 8], database[TEMP_PATH + 24];
};

static int set_up(void **state)
{
    static struct kit kit;
    temp_folder_make(kit.root);
    snprintf(kit.folder, sizeof(kit.folder), "%s/data", kit.root);
    snprintf(kit.database, sizeof(kit.database), "%s/hearout.db", kit.folder);
    *state = &kit;
    return 0;
}

static int tear_down(void **state)
{
    temp_folder_remove(((struct kit *)*state)->root);
    return 0;
}

static struct rp_store *open_store(const struct kit *kit)
{
    struct rp_store *store = NULL;
    const struct rp_store_options options = {.folder = kit->folder};
    assert_int_equal(rp_store_open(&store, &options), RP_OK);
    return store;
}

static void keep_err(void *context, enum rp_err err)
{
    *(enum rp_err *)context = err;
}

static struct rp_audit entry(int number)
{
    static char what[64];
    snprintf(what, sizeof(what), "room 00112233445566778899aabbccddeeff record %d", number);
    return (struct rp_audit){1800000000 + number, (enum rp_audit_kind)(number % RP_AUDIT_KINDS),
                             number % 3 ? "firm" : "", "login anna", what};
}

static enum rp_err put(struct rp_store *store, int number, const char *room, uint32_t record)
{
    enum rp_err err = RP_ERRS;
    const struct rp_audit audit = entry(number);
    struct rp_batch *batch = rp_batch_open(room);
    assert_int_equal(rp_batch_audit(batch, &audit), RP_OK);
    if (record)
        assert_int_equal(rp_batch_record(batch, record, RP_RECORD_ACT, 0, NULL, 0), RP_OK);
    rp_store_put(store, batch, keep_err, &err);
    return err;
}

static void write_entries(const struct kit *kit)
{
    struct rp_store *store = open_store(kit);
    for (int i = 1; i <= ENTRIES; i++)
        assert_int_equal(put(store, i, "", 0), RP_OK);
    rp_store_close(store);
}

/* By a reader of its own, as the doctor does. */
static struct rp_audit_check check(const struct kit *kit, const struct rp_audit_head *kept)
{
    struct rp_store *store = NULL;
    struct rp_audit_check check;
    assert_int_equal(rp_store_open_read(&store, kit->folder), RP_OK);
    assert_int_equal(rp_store_audit_check(store, kept, &check), RP_OK);
    rp_store_close(store);
    return check;
}

static sqlite3 *open_writable(const struct kit *kit)
{
    sqlite3 *db = NULL;
    assert_int_equal(rp_connect(&db, kit->database, RP_CONNECT_WRITE, NULL), RP_OK);
    return db;
}

static void entries_are_chained_and_read_back(void **state)
{
    const struct kit *kit = *state;
    struct rp_audit_head kept;
    write_entries(kit);
    struct rp_audit_check whole = check(kit, NULL);
    assert_int_equal(whole.head.n, ENTRIES);
    assert_int_equal(whole.changed, 0);
    assert_int_equal(rp_store_audit_kept(kit->folder, &kept), RP_OK);
    assert_memory_equal(&kept, &whole.head, sizeof(kept));
}

/* What is not stored leaves no entry, and no gap. */
static void an_entry_stands_and_falls_with_its_batch(void **state)
{
    const struct kit *kit = *state;
    struct rp_store *store = open_store(kit);
    assert_int_equal(put(store, 1, "", 0), RP_OK);
    assert_int_equal(put(store, 2, "no such room", 7), RP_ERR_STORAGE);
    assert_int_equal(put(store, 3, "", 0), RP_OK);
    rp_store_close(store);
    assert_int_equal(check(kit, NULL).head.n, 2);
    assert_int_equal(check(kit, NULL).changed, 0);
}

/* The server's writer and a command beside it. */
static void two_connections_make_one_chain(void **state)
{
    const struct kit *kit = *state;
    struct rp_store *store = open_store(kit);
    sqlite3 *db = open_writable(kit);
    for (int i = 1; i <= ENTRIES; i++) {
        const struct rp_audit audit = entry(i);
        assert_int_equal(put(store, i, "", 0), RP_OK);
        assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
        assert_int_equal(rp_audit_append(db, &audit), RP_OK);
        assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
        rp_audit_keep_head(db);
    }
    sqlite3_close(db);
    rp_store_close(store);
    assert_int_equal(check(kit, NULL).head.n, 2 * ENTRIES);
    assert_int_equal(check(kit, NULL).changed, 0);
}

static void it_only_grows(void **state)
{
    const struct kit *kit = *state;
    write_entries(kit);
    sqlite3 *db = open_writable(kit);
    assert_int_equal(sqlite3_exec(db, "UPDATE audit SET who = 'x'", NULL, NULL, NULL),
                     SQLITE_CONSTRAINT_TRIGGER);
    assert_int_equal(sqlite3_exec(db, "DELETE FROM audit WHERE n = 40", NULL, NULL, NULL),
                     SQLITE_CONSTRAINT_TRIGGER);
    sqlite3_close(db);
    assert_int_equal(check(kit, NULL).head.n, ENTRIES);
}

/* Somebody who can write the file takes the triggers away first. */
static void force(const struct kit *kit, const char *sql)
{
    sqlite3 *db = open_writable(kit);
    assert_int_equal(sqlite3_exec(db,
                                  "DROP TRIGGER IF EXISTS audit_unchanged;"
                                  "DROP TRIGGER IF EXISTS audit_uncut;",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void what_was_taken_out_or_cut_off_is_seen(void **state)
{
    const struct kit *kit = *state;
    struct rp_audit_head kept;
    write_entries(kit);
    assert_int_equal(rp_store_audit_kept(kit->folder, &kept), RP_OK);
    force(kit, "DELETE FROM audit WHERE n > 38");
    assert_int_equal(check(kit, NULL).changed, 0); /* by itself it is a whole chain */
    assert_true(check(kit, &kept).cut);
    force(kit, "DELETE FROM audit WHERE n = 17");
    assert_int_equal(check(kit, NULL).changed, 17);
    force(kit, "DELETE FROM audit");
    assert_true(check(kit, &kept).cut);
}

/* A chain that was written anew fits itself, and not the head kept elsewhere. */
static void another_chain_is_seen_by_the_head(void **state)
{
    const struct kit *kit = *state;
    struct rp_audit_head kept;
    write_entries(kit);
    assert_int_equal(rp_store_audit_kept(kit->folder, &kept), RP_OK);
    force(kit, "DELETE FROM audit");
    struct rp_store *store = open_store(kit);
    for (int i = 1; i <= ENTRIES + 5; i++)
        assert_int_equal(put(store, i == 3 ? 4 : i, "", 0), RP_OK);
    rp_store_close(store);
    assert_int_equal(check(kit, NULL).changed, 0);
    assert_int_equal(check(kit, &kept).changed, ENTRIES);
}

/* Where in the file the row's values lie: they end with its hash. */
static size_t find(const uint8_t *file, size_t length, const uint8_t hash[RP_AUDIT_HASH_BYTES])
{
    const uint8_t *at = memmem(file, length, hash, RP_AUDIT_HASH_BYTES);
    assert_non_null(at);
    return (size_t)(at - file) + RP_AUDIT_HASH_BYTES;
}

struct places {
    size_t start[ENTRIES + 1], end[ENTRIES + 1];
    const uint8_t *file;
    size_t length;
};

static bool take_place(void *context, const struct rp_audit_row *row,
                       const uint8_t hash[RP_AUDIT_HASH_BYTES])
{
    struct places *places = context;
    size_t texts = row->firm.length + row->kind.length + row->who.length + row->what.length;
    places->end[row->n] = find(places->file, places->length, hash);
    places->start[row->n] = places->end[row->n] - RP_AUDIT_HASH_BYTES - texts - 4; /* at_s: 4 */
    return true;
}

static uint8_t *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = malloc(1 << 20);
    assert_non_null(file);
    *length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

static void write_byte(const char *path, size_t at, uint8_t byte)
{
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
    assert_int_equal(fputc(byte, file), byte);
    assert_int_equal(fclose(file), 0);
}

static void each_of_1000_changed_bytes_is_found(void **state)
{
    const struct kit *kit = *state;
    struct places places;
    struct rp_store *store = NULL;
    write_entries(kit);
    uint8_t *file = read_file(kit->database, &places.length);
    places.file = file;
    assert_int_equal(rp_store_open_read(&store, kit->folder), RP_OK);
    assert_int_equal(rp_store_audit(store, take_place, &places), RP_OK);
    rp_store_close(store);
    srand(7);
    for (int i = 0; i < FLIPS; i++) {
        int n = 1 + rand() % ENTRIES;
        size_t at = places.start[n] + (size_t)rand() % (places.end[n] - places.start[n]);
        write_byte(kit->database, at, file[at] ^ (uint8_t)(1 + rand() % 255));
        assert_int_equal(check(kit, NULL).changed, n);
        write_byte(kit->database, at, file[at]);
    }
    assert_int_equal(check(kit, NULL).changed, 0);
    free(file);
}

static void hear(void *context, const struct rp_symptom *symptom)
{
    if (strcmp(symptom->about, "audit log") == 0)
        rp_text_addf(context, "%d %s\n", symptom->health, symptom->words);
}

static void assert_doctor_says(const struct kit *kit, const char *head, const char *words)
{
    struct rp_text heard = {0}, complaints = {0};
    struct rp_config config;
    assert_int_equal(rp_config_load(&config, NULL, NULL, &complaints), RP_OK);
    config.data = kit->folder;
    rp_doctor_look(&(struct rp_doctor_options){&config, head}, hear, &heard);
    assert_non_null(heard.bytes);
    if (!strstr(heard.bytes, words))
        fail_msg("wanted '%s' in\n%s", words, heard.bytes);
    rp_text_clear(&heard);
    rp_config_clear(&config);
}

static void the_doctor_says_what_is_wrong(void **state)
{
    const struct kit *kit = *state;
    struct rp_audit_head kept;
    char head[RP_AUDIT_HEAD_TEXT];
    write_entries(kit);
    assert_int_equal(rp_store_audit_kept(kit->folder, &kept), RP_OK);
    rp_audit_head_write(&kept, head);
    assert_doctor_says(kit, NULL, "0 whole, as far as audit-head knows; its head: 40 ");
    assert_doctor_says(kit, head, "0 whole, as far as the head that you gave knows");
    assert_doctor_says(kit, "40 abc", "2 the head that you gave is none");
    force(kit, "DELETE FROM audit WHERE n > 38");
    assert_doctor_says(kit, NULL, "2 ends with entry 38, and audit-head knows of entry 40");
    force(kit, "UPDATE audit SET who = 'login otto' WHERE n = 12");
    assert_doctor_says(kit, head, "2 entry 12 is not as it was written");
}

static void a_head_is_read_as_it_is_written(void **state)
{
    static const char *const bad[] = {
        "", "7", "7 ", "x 00", "-1 00", "7 0011", "99999999999999999999 00"};
    struct rp_audit_head head = {.n = 7}, again;
    char text[RP_AUDIT_HEAD_TEXT + 4];
    (void)state;
    memset(head.hash, 0xa5, sizeof(head.hash));
    rp_audit_head_write(&head, text);
    assert_int_equal(rp_audit_head_read(text, &again), RP_OK);
    assert_memory_equal(&again, &head, sizeof(head));
    strcat(text, "\n");
    assert_int_equal(rp_audit_head_read(text, &again), RP_OK);
    strcat(text, "0");
    assert_int_equal(rp_audit_head_read(text, &again), RP_ERR_MALFORMED);
    for (size_t i = 0; i < RP_COUNT(bad); i++)
        assert_int_equal(rp_audit_head_read(bad[i], &again), RP_ERR_MALFORMED);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(entries_are_chained_and_read_back),
        IN_FOLDER(an_entry_stands_and_falls_with_its_batch),
        IN_FOLDER(two_connections_make_one_chain),
        IN_FOLDER(it_only_grows),
        IN_FOLDER(what_was_taken_out_or_cut_off_is_seen),
        IN_FOLDER(another_chain_is_seen_by_the_head),
        IN_FOLDER(each_of_1000_changed_bytes_is_found),
        IN_FOLDER(the_doctor_says_what_is_wrong),
        cmocka_unit_test(a_head_is_read_as_it_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
