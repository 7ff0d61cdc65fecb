/* The store without faults: what goes in comes out, in order, once, and to one process alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shell/support/temp_folder.h"
#include "store.h"

static const char room_a[] = "00112233445566778899aabbccddeeff";
static const char room_b[] = "ffeeddccbbaa99887766554433221100";

struct kit {
    char root[TEMP_PATH];
    char folder[TEMP_PATH + 8]; /* made by the store */
    struct rp_store *store;
};

static int set_up(void **state)
{
    static struct kit kit;
    temp_folder_make(kit.root);
    snprintf(kit.folder, sizeof(kit.folder), "%s/data", kit.root);
    kit.store = NULL;
    *state = &kit;
    return 0;
}

static int tear_down(void **state)
{
    struct kit *kit = *state;
    temp_folder_remove(kit->root);
    return 0;
}

static enum rp_err try_open(const struct kit *kit, struct rp_store **store, uv_loop_t *loop)
{
    const struct rp_store_options options = {.folder = kit->folder, .loop = loop};
    return rp_store_open(store, &options);
}

static void open_store(struct kit *kit, uv_loop_t *loop)
{
    assert_int_equal(try_open(kit, &kit->store, loop), RP_OK);
}

static void keep_err(void *context, enum rp_err err)
{
    *(enum rp_err *)context = err;
}

static enum rp_err put(struct rp_store *store, struct rp_batch *batch)
{
    enum rp_err err = RP_ERRS;
    rp_store_put(store, batch, keep_err, &err);
    assert_int_not_equal(err, RP_ERRS); /* without a loop it is told at once */
    return err;
}

static struct rp_batch *new_room(const char *room, int64_t created_s)
{
    struct rp_batch *batch = rp_batch_open(room);
    assert_int_equal(rp_batch_room(batch, "firm", "truck", "beef", created_s), RP_OK);
    return batch;
}

static struct rp_batch *one_record(const char *room, uint32_t n)
{
    struct rp_batch *batch = rp_batch_open(room);
    uint8_t bytes[3] = {(uint8_t)n, 0, 0xff};
    assert_int_equal(rp_batch_record(batch, n, RP_RECORD_ACT, n * 10, bytes, sizeof(bytes)), RP_OK);
    return batch;
}

/* ---- What was read, as text: one line a row. */

struct sheet {
    char text[2000];
    size_t length;
    int rows_max;
};

static void add(struct sheet *sheet, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    sheet->length += (size_t)vsnprintf(sheet->text + sheet->length,
                                       sizeof(sheet->text) - sheet->length, format, values);
    va_end(values);
    assert_true(sheet->length < sizeof(sheet->text));
}

static bool show_room(void *context, const struct rp_stored_room *room)
{
    add(context, "%.2s %s %s %s %lld%s%s %u\n", room->id, room->firm, room->scenario,
        room->scenario_hash, (long long)room->created_s, room->closed ? " closed" : "",
        room->set_aside ? " aside" : "", room->records);
    return --((struct sheet *)context)->rows_max != 0;
}

static bool show_record(void *context, const struct rp_stored_record *record)
{
    add(context, "%u %d %lld ", record->n, record->kind, (long long)record->at_ms);
    for (size_t i = 0; i < record->length; i++)
        add(context, "%02x", record->bytes[i]);
    add(context, "\n");
    return --((struct sheet *)context)->rows_max != 0;
}

static bool show_person(void *context, uint32_t person, struct rp_str name)
{
    add(context, "%u %.*s\n", person, (int)name.length, name.at);
    return true;
}

static bool show_seat(void *context, const struct rp_stored_seat *seat)
{
    add(context, "%d %u %u %02x%02x %02x\n", seat->seat, seat->person, seat->last_send_id,
        seat->token[0], seat->token[31], seat->old_token[0]);
    return true;
}

#define ASSERT_READS(call, want)                                                                   \
    do {                                                                                           \
        struct sheet sheet = {.rows_max = -1};                                                     \
        assert_int_equal(call, RP_OK);                                                             \
        assert_string_equal(sheet.text, want);                                                     \
    } while (0)

static void put_everything(struct rp_store *store)
{
    struct rp_batch *batch = new_room(room_a, 7);
    const uint8_t bytes[] = {0x93, 0x00, 0x01};
    struct rp_stored_seat seat = {RP_SEAT_CUSTOMER, 4000000000u, 3, {0xaa, [31] = 0xbb}, {0}};
    rp_batch_record(batch, 0, RP_RECORD_INPUT, 0, bytes, sizeof(bytes));
    rp_batch_record(batch, 1, RP_RECORD_ACT, 1500, NULL, 0);
    rp_batch_record(batch, 2, RP_RECORD_DERIVED, INT64_C(1) << 40, bytes, 1);
    rp_batch_text(batch, 65535, "It came at th\0ree \xe2\x9c\x82", 20);
    rp_batch_text(batch, 1, "", 0);
    rp_batch_person(batch, 9, "Ana", 3);
    rp_batch_person(batch, 9, "Anna O'Neill; --", 16);
    rp_batch_seat(batch, &seat);
    assert_int_equal(put(store, batch), RP_OK);
}

static void check_everything(struct rp_store *store)
{
    ASSERT_READS(rp_store_rooms(store, false, show_room, &sheet), "00 firm truck beef 7 3\n");
    ASSERT_READS(rp_store_records(store, room_a, show_record, &sheet),
                 "0 0 0 930001\n1 1 1500 \n2 2 1099511627776 93\n");
    ASSERT_READS(rp_store_people(store, room_a, show_person, &sheet), "9 Anna O'Neill; --\n");
    ASSERT_READS(rp_store_seats(store, room_a, show_seat, &sheet), "1 4000000000 3 aabb 00\n");
    ASSERT_READS(rp_store_records(store, room_b, show_record, &sheet), "");
}

static bool check_text(void *context, uint16_t line, struct rp_str text)
{
    int *rows = context;
    ++*rows;
    assert_int_equal(line, *rows == 1 ? 1 : 65535);
    assert_int_equal(text.length, *rows == 1 ? 0 : 20);
    assert_memory_equal(text.at, "It came at th\0ree \xe2\x9c\x82", text.length);
    return true;
}

static void what_is_put_comes_back_also_after_reopening(void **state)
{
    struct kit *kit = *state;
    open_store(kit, NULL);
    put_everything(kit->store);
    for (int i = 0; i < 2; i++) {
        int rows = 0;
        check_everything(kit->store);
        assert_int_equal(rp_store_texts(kit->store, room_a, check_text, &rows), RP_OK);
        assert_int_equal(rows, 2);
        rp_store_close(kit->store);
        open_store(kit, NULL);
    }
    rp_store_close(kit->store);
}

static void a_room_is_marked_and_listed(void **state)
{
    struct kit *kit = *state;
    open_store(kit, NULL);
    put(kit->store, new_room(room_b, 5));
    put(kit->store, new_room(room_a, 6));
    struct rp_batch *batch = rp_batch_open(room_b);
    rp_batch_set_aside(batch, "the fold crashed");
    put(kit->store, batch);
    ASSERT_READS(rp_store_rooms(kit->store, true, show_room, &sheet),
                 "ff firm truck beef 5 aside 0\n00 firm truck beef 6 0\n");
    batch = rp_batch_open(room_b);
    rp_batch_closed(batch);
    put(kit->store, batch);
    ASSERT_READS(rp_store_rooms(kit->store, true, show_room, &sheet), "00 firm truck beef 6 0\n");
    ASSERT_READS(rp_store_room(kit->store, room_b, show_room, &sheet),
                 "ff firm truck beef 5 closed aside 0\n");
    struct sheet first = {.rows_max = 1};
    assert_int_equal(rp_store_rooms(kit->store, false, show_room, &first), RP_OK);
    assert_string_equal(first.text, "ff firm truck beef 5 closed aside 0\n");
    rp_store_close(kit->store);
}

static enum rp_err find(struct rp_store *store, uint8_t first, char room[RP_ID_TEXT],
                        enum rp_seat *seat)
{
    const uint8_t hash[RP_TOKEN_HASH_BYTES] = {first};
    return rp_store_token(store, hash, room, seat);
}

static void seat_token(struct rp_store *store, enum rp_seat seat, uint8_t token, uint8_t old)
{
    const struct rp_stored_seat row = {.seat = seat, .token = {token}, .old_token = {old}};
    struct rp_batch *batch = rp_batch_open(room_a);
    rp_batch_seat(batch, &row);
    assert_int_equal(put(store, batch), RP_OK);
}

static void both_tokens_open_the_seat_until_the_old_one_goes(void **state)
{
    struct kit *kit = *state;
    char room[RP_ID_TEXT];
    enum rp_seat seat;
    open_store(kit, NULL);
    put(kit->store, new_room(room_a, 1));
    seat_token(kit->store, RP_SEAT_OBSERVER, 1, 0);
    seat_token(kit->store, RP_SEAT_TRAINEE, 0, 0); /* free: nothing opens it */
    assert_int_equal(find(kit->store, 0, room, &seat), RP_ERR_NOT_FOUND);
    seat_token(kit->store, RP_SEAT_OBSERVER, 2, 1);
    for (uint8_t token = 1; token <= 2; token++) {
        assert_int_equal(find(kit->store, token, room, &seat), RP_OK);
        assert_string_equal(room, room_a);
        assert_int_equal(seat, RP_SEAT_OBSERVER);
    }
    seat_token(kit->store, RP_SEAT_OBSERVER, 2, 0);
    assert_int_equal(find(kit->store, 1, room, &seat), RP_ERR_NOT_FOUND);
    assert_int_equal(find(kit->store, 2, room, &seat), RP_OK);
    rp_store_close(kit->store);
}

/* Each is refused whole: the good record that stands before the bad change is not stored either. */
static void a_batch_that_does_not_fit_is_as_if_never_put(void **state)
{
    struct kit *kit = *state;
    open_store(kit, NULL);
    put(kit->store, new_room(room_a, 1));
    assert_int_equal(put(kit->store, one_record(room_a, 0)), RP_OK);

    struct rp_batch *bad[] = {one_record(room_a, 1), one_record(room_a, 1), one_record(room_a, 1),
                              one_record(room_b, 0), one_record(room_a, 2), one_record(room_a, 0)};
    rp_batch_record(bad[0], 1, RP_RECORD_ACT, 20, NULL, 0); /* a number twice */
    rp_batch_record(bad[1], 3, RP_RECORD_ACT, 20, NULL, 0); /* a gap */
    rp_batch_room(bad[2], "firm", "truck", "beef", 1);      /* the room stands */
    for (size_t i = 0; i < RP_COUNT(bad); i++)              /* no such room; a gap; twice */
        assert_int_equal(put(kit->store, bad[i]), RP_ERR_STORAGE);
    assert_true(rp_store_healthy(kit->store)); /* the disk is not to blame */
    ASSERT_READS(rp_store_records(kit->store, room_a, show_record, &sheet), "0 1 0 0000ff\n");
    assert_int_equal(put(kit->store, one_record(room_a, 1)), RP_OK);
    rp_store_close(kit->store);
}

/* ---- With a loop. */

enum { MANY = 400 };

struct told {
    uint32_t order[MANY], count;
    enum rp_err errs[MANY];
};

struct asked {
    struct told *told;
    uint32_t number;
};

static void note(void *context, enum rp_err err)
{
    struct asked *asked = context;
    asked->told->order[asked->told->count] = asked->number;
    asked->told->errs[asked->told->count++] = err;
}

static void run_until_told(struct kit *kit, uv_loop_t *loop)
{
    while (rp_store_waiting(kit->store) > 0)
        uv_run(loop, UV_RUN_ONCE);
}

static void close_with_loop(struct kit *kit, uv_loop_t *loop)
{
    rp_store_close(kit->store);
    uv_run(loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(loop), 0);
}

static void done_comes_in_the_order_of_put(void **state)
{
    struct kit *kit = *state;
    static struct told told;
    static struct asked asked[MANY];
    uv_loop_t loop;
    uv_loop_init(&loop);
    open_store(kit, &loop);
    told.count = 0;
    for (uint32_t i = 0; i < MANY; i++) {
        asked[i] = (struct asked){&told, i};
        const char *room = i % 2 ? room_a : room_b;
        rp_store_put(kit->store, i < 2 ? new_room(room, 1) : one_record(room, i / 2 - 1), note,
                     &asked[i]);
        if (i % 50 == 0)
            uv_run(&loop, UV_RUN_NOWAIT);
    }
    run_until_told(kit, &loop);
    assert_int_equal(told.count, MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(told.order[i], i);
        assert_int_equal(told.errs[i], RP_OK);
    }
    struct rp_store_figures figures;
    rp_store_figures(kit->store, &figures);
    assert_int_equal(figures.batches, MANY);
    assert_int_equal(figures.records, MANY - 2);
    assert_int_equal(figures.failed, 0);
    assert_in_range(figures.commits.count, 1, MANY);
    close_with_loop(kit, &loop);
}

static void closing_writes_what_is_queued_and_tells(void **state)
{
    struct kit *kit = *state;
    struct told told = {.count = 0};
    struct asked asked[3] = {{&told, 0}, {&told, 1}, {&told, 2}};
    uv_loop_t loop;
    uv_loop_init(&loop);
    open_store(kit, &loop);
    rp_store_put(kit->store, new_room(room_a, 1), note, &asked[0]);
    for (uint32_t n = 0; n < 2; n++)
        rp_store_put(kit->store, one_record(room_a, n), note, &asked[n + 1]);
    close_with_loop(kit, &loop);
    assert_int_equal(told.count, 3);
    open_store(kit, NULL);
    ASSERT_READS(rp_store_rooms(kit->store, true, show_room, &sheet), "00 firm truck beef 1 2\n");
    rp_store_close(kit->store);
}

static mode_t mode_of(const struct kit *kit, const char *name)
{
    char path[TEMP_PATH + 40];
    struct stat info;
    snprintf(path, sizeof(path), "%s/%s", kit->folder, name);
    assert_int_equal(stat(path, &info), 0);
    return info.st_mode & 07777;
}

static void the_folder_is_its_owners_alone(void **state)
{
    struct kit *kit = *state;
    mode_t mask = umask(0);
    open_store(kit, NULL);
    put(kit->store, new_room(room_a, 1));
    assert_int_equal(mode_of(kit, "."), 0700);
    assert_int_equal(mode_of(kit, "hearout.db"), 0600);
    assert_int_equal(mode_of(kit, "hearout.db-wal"), 0600);
    assert_int_equal(mode_of(kit, "hearout.lock"), 0600);
    rp_store_close(kit->store);
    umask(mask);
}

/* Opens it in another process; the exit code is the error. */
static enum rp_err open_elsewhere(const struct kit *kit)
{
    pid_t child = fork();
    if (child == 0) {
        struct rp_store *store;
        _exit((int)try_open(kit, &store, NULL));
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return (enum rp_err)WEXITSTATUS(status);
}

static void a_second_server_is_refused_while_the_first_runs(void **state)
{
    struct kit *kit = *state;
    struct rp_store *second;
    open_store(kit, NULL);
    assert_int_equal(open_elsewhere(kit), RP_ERR_CONFLICT);
    assert_int_equal(try_open(kit, &second, NULL), RP_ERR_CONFLICT);
    assert_int_equal(put(kit->store, new_room(room_a, 1)), RP_OK); /* the first is not disturbed */
    rp_store_close(kit->store);
    assert_int_equal(open_elsewhere(kit), RP_OK);
}

static void a_reader_stands_beside_the_writer(void **state)
{
    struct kit *kit = *state;
    struct rp_store *reader;
    assert_int_equal(rp_store_open_read(&reader, kit->folder), RP_ERR_STORAGE); /* nothing there */
    open_store(kit, NULL);
    put(kit->store, new_room(room_a, 1));
    assert_int_equal(rp_store_open_read(&reader, kit->folder), RP_OK);
    for (uint32_t n = 0; n < 3; n++) {
        char want[64];
        snprintf(want, sizeof(want), "00 firm truck beef 1 %u\n", n);
        ASSERT_READS(rp_store_room(reader, room_a, show_room, &sheet), want);
        assert_int_equal(put(kit->store, one_record(room_a, n)), RP_OK);
    }
    rp_store_close(kit->store);
    ASSERT_READS(rp_store_room(reader, room_a, show_room, &sheet), "00 firm truck beef 1 3\n");
    rp_store_close(reader);
    assert_int_equal(rp_store_open_read(&reader, kit->folder), RP_OK); /* the writer is away */
    ASSERT_READS(rp_store_room(reader, room_a, show_room, &sheet), "00 firm truck beef 1 3\n");
    rp_store_close(reader);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_put_comes_back_also_after_reopening),
        TEST(a_room_is_marked_and_listed),
        TEST(both_tokens_open_the_seat_until_the_old_one_goes),
        TEST(a_batch_that_does_not_fit_is_as_if_never_put),
        TEST(done_comes_in_the_order_of_put),
        TEST(closing_writes_what_is_queued_and_tells),
        TEST(the_folder_is_its_owners_alone),
        TEST(a_second_server_is_refused_while_the_first_runs),
        TEST(a_reader_stands_beside_the_writer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
