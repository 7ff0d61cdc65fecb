/* bench_store: how long a commit takes, and how many records a second are made safe.
 *
 *     bench_store [DIR [SECONDS]]
 *
 * DIR is on the disk that is to be measured; a store is made in it and stays. Rooms that each have
 * one batch of four records under way put the next when the last is safe, as a talk does.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"

enum { ROOMS_MAX = 200, RECORDS = 4, BYTES = 180 };

struct bench {
    struct rp_store *store;
    uint64_t ends_ns;
    uint64_t waits, wait_us_sum, wait_us_max;
};

struct room {
    struct bench *bench;
    char id[RP_ID_TEXT];
    uint32_t n;
    uint64_t put_ns;
};

static void on_done(void *context, enum rp_err err);

static void put(struct room *room)
{
    static const uint8_t bytes[BYTES];
    struct rp_batch *batch = rp_batch_open(room->id);
    RP_CHECK(batch != NULL);
    if (room->n == 0)
        rp_batch_room(batch, "bench", "truck", "beef", 0);
    for (int i = 0; i < RECORDS; i++)
        rp_batch_record(batch, room->n++, RP_RECORD_INPUT, 0, bytes, sizeof(bytes));
    room->put_ns = uv_hrtime();
    rp_store_put(room->bench->store, batch, on_done, room);
}

static void on_done(void *context, enum rp_err err)
{
    struct room *room = context;
    struct bench *bench = room->bench;
    uint64_t now_ns = uv_hrtime(), wait_us = (now_ns - room->put_ns) / 1000;
    RP_CHECK(!err);
    bench->waits++;
    bench->wait_us_sum += wait_us;
    if (wait_us > bench->wait_us_max)
        bench->wait_us_max = wait_us;
    if (now_ns < bench->ends_ns)
        put(room);
}

static void print(const struct bench *bench, const struct rp_store_figures *was,
                  const struct rp_store_figures *is, int rooms, double seconds)
{
    uint64_t commits = is->commits.count - was->commits.count, records = is->records - was->records;
    printf("%3d rooms: %7.0f records/s, %5.1f batches a commit, commit mean %.2f ms, "
           "put to done mean %.2f ms, worst %.1f ms\n  commits within",
           rooms, (double)records / seconds, (double)(is->batches - was->batches) / (double)commits,
           (double)(is->commits.us_sum - was->commits.us_sum) / (double)commits / 1000,
           (double)bench->wait_us_sum / (double)bench->waits / 1000,
           (double)bench->wait_us_max / 1000);
    for (size_t i = 0; i < RP_HISTOGRAM_BOUNDS; i++)
        printf(" %u ms: %.1f%%", rp_histogram_ms[i],
               100 * (double)(is->commits.le[i] - was->commits.le[i]) / (double)commits);
    printf("\n");
}

static void run(struct rp_store *store, uv_loop_t *loop, int rooms_n, double seconds)
{
    static struct room rooms[ROOMS_MAX];
    struct bench bench = {.store = store};
    struct rp_store_figures was, is;
    uint64_t began_ns = uv_hrtime();
    bench.ends_ns = began_ns + (uint64_t)(seconds * 1e9);
    rp_store_figures(store, &was);
    for (int i = 0; i < rooms_n; i++) {
        rooms[i] = (struct room){.bench = &bench};
        snprintf(rooms[i].id, sizeof(rooms[i].id), "%016llx%04x", (unsigned long long)began_ns,
                 (unsigned)i);
        put(&rooms[i]);
    }
    while (rp_store_waiting(store) > 0)
        uv_run(loop, UV_RUN_ONCE);
    rp_store_figures(store, &is);
    print(&bench, &was, &is, rooms_n, (double)(uv_hrtime() - began_ns) / 1e9);
}

int main(int argc, char **argv)
{
    static const int sizes[] = {1, 10, 50, ROOMS_MAX};
    double seconds = argc > 2 ? strtod(argv[2], NULL) : 3;
    struct rp_store *store;
    uv_loop_t loop;
    uv_loop_init(&loop);
    const struct rp_store_options options = {.folder = argc > 1 ? argv[1] : "bench-data",
                                             .loop = &loop};
    if (rp_store_open(&store, &options) != RP_OK)
        return EXIT_FAILURE;
    for (size_t i = 0; i < RP_COUNT(sizes); i++)
        run(store, &loop, sizes[i], seconds);
    rp_store_close(store);
    uv_run(&loop, UV_RUN_DEFAULT);
    return uv_loop_close(&loop);
}
