/* A database of another version or of somebody else's: brought forward, or refused and left alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>

#include "shell/support/temp_folder.h"
#include "store_accounts.h"

static char root[TEMP_PATH];
static char folder[TEMP_PATH + 8]; /* made by the store */

static int set_up(void **unused)
{
    (void)unused;
    temp_folder_make(root);
    snprintf(folder, sizeof(folder), "%s/data", root);
    return 0;
}

static int tear_down(void **unused)
{
    (void)unused;
    temp_folder_remove(root);
    return 0;
}

static enum rp_err try_open(struct rp_store **store)
{
    const struct rp_store_options options = {.folder = folder};
    return rp_store_open(store, &options);
}

static void make_one(void)
{
    struct rp_store *store;
    assert_int_equal(try_open(&store), RP_OK);
    rp_store_close(store);
}

static void run_sql(const char *sql)
{
    char path[TEMP_PATH + 40];
    sqlite3 *db;
    snprintf(path, sizeof(path), "%s/hearout.db", folder);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void a_database_that_is_not_ours_is_refused(void **unused)
{
    (void)unused;
    static const struct {
        int version, application;
        enum rp_err err;
    } rows[] = {
        {RP_STORE_SCHEMA + 1, 0x48454152, RP_ERR_STORAGE}, /* newer */
        {RP_STORE_SCHEMA, 0x48454152, RP_OK},              /* ours again */
        {0, 0x48454152, RP_ERR_STORAGE},                   /* tables in the way */
        {RP_STORE_SCHEMA, 5, RP_ERR_STORAGE},
    };
    char sql[96];
    struct rp_store *store;
    make_one();
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        snprintf(sql, sizeof(sql), "PRAGMA user_version = %d; PRAGMA application_id = %d",
                 rows[i].version, rows[i].application);
        run_sql(sql);
        enum rp_err write = try_open(&store);
        assert_int_equal(write, rows[i].err);
        if (!write)
            rp_store_close(store);
        enum rp_err read = rp_store_open_read(&store, folder);
        assert_int_equal(read, rows[i].err);
        if (!read)
            rp_store_close(store);
    }
}

/* As version 5 left it: what is new goes, and the number with it. */
static void an_older_database_is_brought_forward(void **unused)
{
    (void)unused;
    struct rp_store *store;
    struct rp_accounts *accounts;
    struct rp_account found;
    make_one();
    run_sql("INSERT INTO firm (firm, name) VALUES ('acme', 'Acme');"
            "INSERT INTO account (firm, login, name, role, password, created_s)"
            " VALUES ('acme', 'dana', 'Dana', 1, 'a hash', 7);"
            "ALTER TABLE account DROP COLUMN made_until_s; PRAGMA user_version = 5");
    assert_int_equal(rp_store_open_read(&store, folder), RP_ERR_STORAGE);
    assert_int_equal(rp_accounts_open(&accounts, folder), RP_OK);
    assert_int_equal(rp_accounts_find(accounts, "acme", "dana", &found), RP_OK);
    assert_string_equal(found.password, "a hash");
    assert_int_equal(found.made_until_s, 0); /* chosen: nobody is kept out by the new version */
    rp_accounts_close(accounts);
    assert_int_equal(try_open(&store), RP_OK);
    rp_store_close(store);
}

static void a_file_that_is_no_database_is_refused(void **unused)
{
    (void)unused;
    struct rp_store *store;
    char path[TEMP_PATH + 40];
    assert_int_equal(mkdir(folder, 0700), 0);
    snprintf(path, sizeof(path), "%s/hearout.db", folder);
    FILE *file = fopen(path, "w");
    fprintf(file, "%4000s", "no database");
    fclose(file);
    assert_int_equal(try_open(&store), RP_ERR_STORAGE);
    assert_int_equal(rp_store_open_read(&store, folder), RP_ERR_STORAGE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_database_that_is_not_ours_is_refused),
        TEST(an_older_database_is_brought_forward),
        TEST(a_file_that_is_no_database_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
