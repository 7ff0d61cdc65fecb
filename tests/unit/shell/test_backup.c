/* `hearout backup` and `hearout restore`: what was safe when the backup began is in it, also under
 * load; a bad file or a folder in use harms nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commands.h"
#include "options.h"
#include "shell/support/temp_folder.h"
#include "store.h"

enum { BYTES = 500 };

static const char room[] = "0123456789abcdef";

struct kit {
    char root[TEMP_PATH];
    char data[TEMP_PATH + 16], file[TEMP_PATH + 16], back[TEMP_PATH + 16];
    uv_loop_t loop;
    struct rp_store *store;
    uint32_t put, stored, stop_at;
};

static void put_next(struct kit *kit);

static void on_done(void *context, enum rp_err err)
{
    struct kit *kit = context;
    assert_int_equal(err, RP_OK);
    kit->stored++;
    if (kit->put < kit->stop_at)
        put_next(kit);
}

static void put_next(struct kit *kit)
{
    uint8_t bytes[BYTES] = {(uint8_t)kit->put};
    struct rp_batch *batch = rp_batch_open(room);
    if (kit->put == 0)
        rp_batch_room(batch, "firm", "truck", "beef", 1);
    rp_batch_record(batch, kit->put, RP_RECORD_INPUT, kit->put, bytes, sizeof(bytes));
    kit->put++;
    rp_store_put(kit->store, batch, on_done, kit);
}

static void write_until(struct kit *kit, uint32_t count)
{
    kit->stop_at = count;
    put_next(kit);
    while (kit->stored < count)
        uv_run(&kit->loop, UV_RUN_ONCE);
}

static int set_up(void **state)
{
    static struct kit kit;
    memset(&kit, 0, sizeof(kit));
    temp_folder_make(kit.root);
    snprintf(kit.data, sizeof(kit.data), "%s/data", kit.root);
    snprintf(kit.file, sizeof(kit.file), "%s/file", kit.root);
    snprintf(kit.back, sizeof(kit.back), "%s/back", kit.root);
    uv_loop_init(&kit.loop);
    const struct rp_store_options options = {.folder = kit.data, .loop = &kit.loop};
    assert_int_equal(rp_store_open(&kit.store, &options), RP_OK);
    write_until(&kit, 50);
    *state = &kit;
    return 0;
}

static void close_store(struct kit *kit)
{
    rp_store_close(kit->store);
    kit->store = NULL;
    uv_run(&kit->loop, UV_RUN_DEFAULT);
}

static int tear_down(void **state)
{
    struct kit *kit = *state;
    if (kit->store)
        close_store(kit);
    uv_loop_close(&kit->loop);
    temp_folder_remove(kit->root);
    return 0;
}

static int run(int (*command)(int argc, char **argv), const char *data, const char *file)
{
    char *argv[] = {"command", "--data", (char *)data, (char *)file, NULL};
    return command(file ? 4 : 3, argv);
}

static bool count_record(void *context, const struct rp_stored_record *record)
{
    uint32_t *count = context;
    assert_int_equal(record->n, *count);
    assert_int_equal(record->length, BYTES);
    assert_int_equal(record->bytes[0], (uint8_t)*count);
    ++*count;
    return true;
}

/* Opened as a server would, so that a server can go on from there. */
static uint32_t count_in(const char *folder)
{
    struct rp_store *store;
    uint32_t count = 0;
    const struct rp_store_options options = {.folder = folder};
    assert_int_equal(rp_store_open(&store, &options), RP_OK);
    assert_int_equal(rp_store_records(store, room, count_record, &count), RP_OK);
    rp_store_close(store);
    return count;
}

static void a_stopped_store_comes_back_whole(void **state)
{
    struct kit *kit = *state;
    struct stat info;
    close_store(kit);
    assert_int_equal(run(rp_cmd_backup, kit->data, kit->file), RP_EXIT_DONE);
    assert_int_equal(stat(kit->file, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    assert_int_equal(run(rp_cmd_restore, kit->back, kit->file), RP_EXIT_DONE);
    assert_int_equal(count_in(kit->back), 50);
}

static void run_backup(void *context)
{
    struct kit *kit = context;
    RP_CHECK(run(rp_cmd_backup, kit->data, kit->file) == RP_EXIT_DONE);
}

static void what_was_safe_before_is_in_a_backup_under_load(void **state)
{
    struct kit *kit = *state;
    uv_thread_t thread;
    uint32_t before = kit->stored;
    assert_int_equal(uv_thread_create(&thread, run_backup, kit), 0);
    write_until(kit, 400);
    assert_int_equal(uv_thread_join(&thread), 0);
    assert_int_equal(run(rp_cmd_restore, kit->back, kit->file), RP_EXIT_DONE);
    assert_in_range(count_in(kit->back), before, 400);
}

static void nothing_is_overwritten(void **state)
{
    struct kit *kit = *state;
    assert_int_equal(run(rp_cmd_backup, kit->data, kit->file), RP_EXIT_DONE);
    write_until(kit, 60);
    assert_int_equal(run(rp_cmd_backup, kit->data, kit->file), RP_EXIT_FAILED);
    assert_int_equal(run(rp_cmd_restore, kit->data, kit->file), RP_EXIT_FAILED); /* in use */
    close_store(kit);
    assert_int_equal(run(rp_cmd_restore, kit->data, kit->file), RP_EXIT_FAILED); /* not empty */
    assert_int_equal(count_in(kit->data), 60);
    assert_int_equal(run(rp_cmd_restore, kit->back, kit->file), RP_EXIT_DONE);
    assert_int_equal(count_in(kit->back), 50);
}

static void what_is_not_there_is_said(void **state)
{
    struct kit *kit = *state;
    assert_int_equal(run(rp_cmd_backup, kit->back, kit->file), RP_EXIT_FAILED);
    assert_int_equal(run(rp_cmd_restore, kit->back, kit->file), RP_EXIT_FAILED);
    assert_int_equal(run(rp_cmd_backup, kit->data, NULL), RP_EXIT_USAGE);
    assert_int_equal(run(rp_cmd_restore, kit->back, NULL), RP_EXIT_USAGE);
    assert_int_not_equal(access(kit->back, F_OK), 0);
}

static void overwrite(const char *path, off_t at, const void *bytes, size_t length)
{
    int file = open(path, O_WRONLY);
    assert_int_equal(pwrite(file, bytes, length, at), length);
    close(file);
}

static void a_bad_backup_is_not_restored(void **state)
{
    static const uint8_t zeros[4096], schema[] = {0, 0, 0, 99};
    static const struct {
        off_t at; /* in the file, by SQLite's file format */
        const uint8_t *bytes;
        size_t length;
    } rows[] = {
        {0, zeros, 16},               /* no database */
        {60, schema, sizeof(schema)}, /* a newer hearout's */
        {68, zeros, 4},               /* another program's */
        {8192, zeros, 4096},          /* a page lost */
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        assert_int_equal(run(rp_cmd_backup, kit->data, kit->file), RP_EXIT_DONE);
        overwrite(kit->file, rows[i].at, rows[i].bytes, rows[i].length);
        assert_int_equal(run(rp_cmd_restore, kit->back, kit->file), RP_EXIT_FAILED);
        assert_int_equal(unlink(kit->file), 0);
    }
    assert_int_equal(run(rp_cmd_backup, kit->data, kit->file), RP_EXIT_DONE);
    assert_int_equal(run(rp_cmd_restore, kit->back, kit->file), RP_EXIT_DONE); /* the same folder */
    assert_int_equal(count_in(kit->back), 50);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_stopped_store_comes_back_whole),
        TEST(what_was_safe_before_is_in_a_backup_under_load),
        TEST(nothing_is_overwritten),
        TEST(what_is_not_there_is_said),
        TEST(a_bad_backup_is_not_restored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
