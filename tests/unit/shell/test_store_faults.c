/* The store on a disk that fails: what was acknowledged is there, what was not is not, and the
 * store comes back by itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shell/support/fault_vfs.h"
#include "shell/support/temp_folder.h"
#include "store.h"

enum { ROOMS = 4, TOLD_MAX = 64 };

struct kit {
    char folder[TEMP_PATH];
    uv_loop_t loop;
    struct rp_store *store;
    /* What came back, in its order: a letter for each batch, large when it was stored. */
    char told[TOLD_MAX + 1];
    uint32_t told_n;
};

static const char *room_id(uint32_t room)
{
    static const char *const ids[ROOMS] = {"a000", "b000", "c000", "d000"};
    return ids[room];
}

static void open_store(struct kit *kit, uv_loop_t *loop)
{
    const struct rp_store_options options = {kit->folder, loop, FAULT_VFS};
    assert_int_equal(rp_store_open(&kit->store, &options), RP_OK);
}

static void ignore(void *context, enum rp_err err)
{
    (void)context;
    assert_int_equal(err, RP_OK);
}

static void run_until_told(struct kit *kit)
{
    while (rp_store_waiting(kit->store) > 0)
        uv_run(&kit->loop, UV_RUN_ONCE);
}

/* A store with four rooms, without a record. */
static int set_up(void **state)
{
    static struct kit kit;
    memset(&kit, 0, sizeof(kit));
    temp_folder_make(kit.folder);
    uv_loop_init(&kit.loop);
    open_store(&kit, &kit.loop);
    for (uint32_t i = 0; i < ROOMS; i++) {
        struct rp_batch *batch = rp_batch_open(room_id(i));
        rp_batch_room(batch, "firm", "truck", "beef", i);
        rp_store_put(kit.store, batch, ignore, NULL);
    }
    run_until_told(&kit);
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
    fault_set(FAULT_NONE);
    fault_release();
    if (kit->store)
        close_store(kit);
    uv_loop_close(&kit->loop);
    temp_folder_remove(kit->folder);
    return 0;
}

/* ---- Batches that are known by a letter. */

struct asked {
    struct kit *kit;
    char letter;
    void (*then)(struct kit *kit); /* inside its done */
};

static void note(void *context, enum rp_err err)
{
    struct asked *asked = context;
    struct kit *kit = asked->kit;
    assert_true(err == RP_OK || err == RP_ERR_STORAGE);
    assert_true(kit->told_n < TOLD_MAX);
    kit->told[kit->told_n++] = (char)(err ? asked->letter : asked->letter - 'a' + 'A');
    if (asked->then)
        asked->then(kit);
}

static struct asked *ask(struct kit *kit, char letter)
{
    static struct asked asked[26];
    asked[letter - 'a'] = (struct asked){kit, letter, NULL};
    return &asked[letter - 'a'];
}

static void put(struct kit *kit, char letter, uint32_t room, uint32_t n)
{
    struct rp_batch *batch = rp_batch_open(room_id(room));
    rp_batch_record(batch, n, RP_RECORD_INPUT, n, (const uint8_t *)&letter, 1);
    rp_store_put(kit->store, batch, note, ask(kit, letter));
}

static bool add_letter(void *context, const struct rp_stored_record *record)
{
    char *letters = context;
    size_t length = strlen(letters);
    assert_int_equal(record->n, length);
    letters[length] = (char)record->bytes[0];
    return true;
}

static void check_room(struct rp_store *store, uint32_t room, const char *want)
{
    char letters[TOLD_MAX] = "";
    assert_int_equal(rp_store_records(store, room_id(room), add_letter, letters), RP_OK);
    assert_string_equal(letters, want);
}

/* What a start after kill -9 at this moment would find. */
static void check_after_crash(const struct kit *kit, uint32_t room, const char *want)
{
    char copy[TEMP_PATH];
    struct rp_store *store;
    temp_folder_make(copy);
    temp_folder_copy(kit->folder, copy);
    const struct rp_store_options options = {.folder = copy};
    assert_int_equal(rp_store_open(&store, &options), RP_OK);
    check_room(store, room, want);
    rp_store_close(store);
    temp_folder_remove(copy);
}

/* ---- The tests. */

static void what_comes_while_the_disk_is_slow_is_one_commit(void **state)
{
    struct kit *kit = *state;
    struct rp_store_figures before, after;
    rp_store_figures(kit->store, &before);
    fault_hold();
    put(kit, 'a', 0, 0);
    fault_await_held(); /* the writer is busy with it: the rest queues up */
    for (uint32_t n = 0; n < 5; n++)
        put(kit, (char)('b' + n), 1, n);
    uv_run(&kit->loop, UV_RUN_NOWAIT); /* the loop does not wait for the disk */
    check_room(kit->store, 0, "");     /* nor does a reader */
    assert_int_equal(rp_store_waiting(kit->store), 6);
    assert_string_equal(kit->told, "");
    fault_release();
    run_until_told(kit);
    assert_string_equal(kit->told, "ABCDEF");
    rp_store_figures(kit->store, &after);
    assert_int_equal(after.commits.count - before.commits.count, 2);
}

static void put_g(struct kit *kit)
{
    put(kit, 'g', 0, 1);
}

static void one_bad_batch_stops_its_room_alone(void **state)
{
    struct kit *kit = *state;
    fault_hold();
    put(kit, 'a', 1, 0);
    fault_await_held();
    put(kit, 'b', 0, 0);
    put(kit, 'c', 0, 7); /* a gap */
    ask(kit, 'c')->then = put_g;
    put(kit, 'd', 0, 1); /* good by itself, but put before the room knew */
    put(kit, 'e', 1, 1);
    put(kit, 'f', 0, 2);
    fault_release();
    run_until_told(kit);
    assert_string_equal(kit->told, "ABcdEfG");
    assert_true(rp_store_healthy(kit->store));
    check_room(kit->store, 0, "bg");
    check_room(kit->store, 1, "ae");
}

static void put_e(struct kit *kit)
{
    put(kit, 'e', 0, 0);
}

/* The room has put more after the commit had failed, but before it was told. */
static void a_failed_commit_fails_what_its_rooms_put_until_they_know(void **state)
{
    struct kit *kit = *state;
    fault_hold();
    fault_set(FAULT_SYNC);
    put(kit, 'a', 0, 0);
    ask(kit, 'a')->then = put_e;
    fault_await_held();
    put(kit, 'b', 0, 1);
    put(kit, 'c', 1, 0);
    fault_release();
    while (rp_store_healthy(kit->store)) /* the commit of `a` fails; nobody is told yet */
        sched_yield();
    fault_set(FAULT_NONE);
    put(kit, 'd', 0, 0);
    run_until_told(kit);
    assert_memory_equal(kit->told, "ab", 2);
    assert_true(kit->told[2] == 'C' ||
                kit->told[2] == 'c'); /* as the disk was when its turn came */
    assert_string_equal(kit->told + 3, "dE");
    check_room(kit->store, 0, "e");
}

static const enum fault faults[] = {FAULT_FULL, FAULT_HALF, FAULT_SYNC, FAULT_READ_ONLY};

static void a_fault_is_told_and_leaves_nothing(void **state)
{
    struct kit *kit = *state;
    put(kit, 'z', 0, 0);
    run_until_told(kit);
    for (size_t i = 0; i < RP_COUNT(faults); i++) {
        kit->told_n = 0;
        memset(kit->told, 0, sizeof(kit->told));
        fault_set(faults[i]);
        put(kit, 'a', 0, 1);
        put(kit, 'b', 1, 0);
        run_until_told(kit);
        assert_string_equal(kit->told + strlen(kit->told) - 2, "ab");
        assert_false(rp_store_healthy(kit->store));
        check_room(kit->store, 0, "z"); /* what was stored can be read all the while */
        check_after_crash(kit, 0, "z");
        check_after_crash(kit, 1, "");
        fault_set(FAULT_NONE);
    }
    put(kit, 'a', 0, 1);
    run_until_told(kit);
    assert_true(rp_store_healthy(kit->store));
    check_after_crash(kit, 0, "za");
}

static void the_store_comes_back_by_itself(void **state)
{
    struct kit *kit = *state;
    fault_set(FAULT_FULL);
    put(kit, 'a', 0, 0);
    run_until_told(kit);
    assert_false(rp_store_healthy(kit->store));
    fault_set(FAULT_NONE);
    for (int i = 0; i < 500 && !rp_store_healthy(kit->store); i++)
        usleep(10000); /* nothing tells: it is asked for */
    assert_true(rp_store_healthy(kit->store));
    put(kit, 'b', 0, 0);
    run_until_told(kit);
    assert_string_equal(kit->told, "aB");
}

static void memory_that_runs_out_is_told(void **state)
{
    struct kit *kit = *state;
    static uint8_t bytes[400000];
    struct rp_batch *batch = rp_batch_open(room_id(0));
    rp_batch_record(batch, 0, RP_RECORD_INPUT, 0, bytes, sizeof(bytes));
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + 100000);
    rp_store_put(kit->store, batch, note, ask(kit, 'a'));
    run_until_told(kit);
    sqlite3_hard_heap_limit64(0);
    put(kit, 'b', 0, 0);
    put(kit, 'c', 1, 0);
    run_until_told(kit);
    assert_string_equal(kit->told, "aBC");
    check_room(kit->store, 0, "b");
}

static void a_read_only_disk_is_refused_at_the_start(void **state)
{
    struct kit *kit = *state;
    const struct rp_store_options options = {kit->folder, NULL, FAULT_VFS};
    struct rp_store *reader;
    close_store(kit);
    for (int beside_a_reader = 0; beside_a_reader < 2; beside_a_reader++) {
        if (beside_a_reader) {
            assert_int_equal(rp_store_open_read(&reader, kit->folder), RP_OK);
            check_room(reader, 0, "");
        }
        fault_set(FAULT_READ_ONLY);
        assert_int_equal(rp_store_open(&kit->store, &options), RP_ERR_STORAGE);
        fault_set(FAULT_NONE);
    }
    rp_store_close(reader);
    open_store(kit, &kit->loop);
}

/* ---- kill -9. */

static void tell_parent(void *context, enum rp_err err)
{
    int pipe = *(int *)context;
    RP_CHECK(!err && write(pipe, "", 1) == 1);
}

/* Writes records one by one, and a byte into the pipe for each that is safe, until it is killed. */
static void write_for_ever(const char *folder, int pipe, uint32_t n)
{
    struct rp_store *store;
    const struct rp_store_options options = {.folder = folder};
    RP_CHECK(rp_store_open(&store, &options) == RP_OK);
    for (;; n++) {
        struct rp_batch *batch = rp_batch_open(room_id(0));
        rp_batch_record(batch, n, RP_RECORD_INPUT, 0, (const uint8_t *)"k", 1);
        rp_store_put(store, batch, tell_parent, &pipe);
    }
}

/* How many the child had told by the time it was dead. */
static uint32_t kill_after(const char *folder, uint32_t stored, uint32_t least)
{
    int ends[2];
    char byte;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0)
        write_for_ever(folder, ends[1], stored);
    close(ends[1]);
    uint32_t told = 0;
    while (read(ends[0], &byte, 1) == 1)
        if (++told == least)
            kill(child, SIGKILL);
    close(ends[0]);
    assert_int_equal(waitpid(child, NULL, 0), child);
    return told;
}

static bool count_row(void *context, const struct rp_stored_record *record)
{
    assert_int_equal(record->n, (*(uint32_t *)context)++);
    return true;
}

static void what_was_told_survives_kill_9(void **state)
{
    struct kit *kit = *state;
    uint32_t stored = 0;
    close_store(kit);
    for (uint32_t i = 0; i < 20; i++) {
        struct rp_store *store;
        uint32_t told = kill_after(kit->folder, stored, 1 + i * 7 % 13), found = 0;
        assert_int_equal(rp_store_open_read(&store, kit->folder), RP_OK);
        assert_int_equal(rp_store_records(store, room_id(0), count_row, &found), RP_OK);
        rp_store_close(store);
        assert_in_range(found, stored + told, stored + told + 1); /* safe, but not yet told */
        stored = found;
    }
}

/* ---- Any order of faults: four rooms that do as rooms do. */

struct room {
    uint32_t epoch;         /* one more each time it is folded again */
    uint32_t stored, built; /* the next number, in the log and in memory */
};

struct step {
    struct room *room;
    uint32_t epoch, n;
};

static void take_told(void *context, enum rp_err err)
{
    struct step *step = context;
    struct room *room = step->room;
    if (!err) {
        assert_int_equal(step->epoch, room->epoch);
        assert_int_equal(step->n, room->stored);
        room->stored++;
    } else if (step->epoch == room->epoch) {
        room->epoch++;
        room->built = room->stored;
    }
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void step_room(struct kit *kit, struct step *step, uint32_t index, struct room *room,
                      bool bad)
{
    struct rp_batch *batch = rp_batch_open(room_id(index));
    *step = (struct step){room, room->epoch, room->built++};
    rp_batch_record(batch, bad ? step->n + 1 : step->n, RP_RECORD_INPUT, 0, NULL, 0);
    rp_store_put(kit->store, batch, take_told, step);
}

static void check_counts(struct rp_store *store, const struct room *rooms)
{
    for (uint32_t i = 0; i < ROOMS; i++) {
        uint32_t count = 0;
        assert_int_equal(rp_store_records(store, room_id(i), count_row, &count), RP_OK);
        assert_int_equal(count, rooms[i].stored);
    }
}

static void nothing_acknowledged_is_lost_whatever_fails(void **state)
{
    enum { STEPS = 1500 };
    static struct step steps[STEPS];
    struct kit *kit = *state;
    struct room rooms[ROOMS] = {0};
    uint32_t random = 11;
    for (uint32_t i = 0; i < STEPS; i++) {
        uint32_t room = next_random(&random) % ROOMS;
        step_room(kit, &steps[i], room, &rooms[room], next_random(&random) % 40 == 0);
        if (next_random(&random) % 12 == 0)
            fault_set(faults[next_random(&random) % RP_COUNT(faults)]);
        if (next_random(&random) % 6 == 0)
            fault_set(FAULT_NONE);
        if (next_random(&random) % 3 == 0)
            uv_run(&kit->loop, UV_RUN_NOWAIT);
        if (next_random(&random) % 50 == 0) {
            run_until_told(kit);
            check_counts(kit->store, rooms);
        }
    }
    fault_set(FAULT_NONE);
    close_store(kit);
    struct rp_store *store;
    assert_int_equal(rp_store_open_read(&store, kit->folder), RP_OK);
    check_counts(store, rooms);
    rp_store_close(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_comes_while_the_disk_is_slow_is_one_commit),
        TEST(one_bad_batch_stops_its_room_alone),
        TEST(a_failed_commit_fails_what_its_rooms_put_until_they_know),
        TEST(a_fault_is_told_and_leaves_nothing),
        TEST(the_store_comes_back_by_itself),
        TEST(memory_that_runs_out_is_told),
        TEST(a_read_only_disk_is_refused_at_the_start),
        TEST(what_was_told_survives_kill_9),
        TEST(nothing_acknowledged_is_lost_whatever_fails),
    };
    fault_vfs_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
