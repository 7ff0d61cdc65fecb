/* store_writer.c: the queue of batches, the thread that writes them, and who is told what.
 *
 * A batch goes from waiting to writing to finished. The loop's thread appends to the first and
 * takes from the last, the writer's does all between; every list and fate is under the mutex.
 */
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "store_private.h"

enum {
    GROUP_MAX = 256, /* batches in one transaction */
    PROBE_MS = 1000, /* how often a store that failed is tried */
};

struct list {
    struct rp_batch *first, *last;
};

struct rp_writer {
    struct rp_ledger ledger; /* the writing thread's alone */
    uv_thread_t thread;
    bool threaded;
    uv_async_t *async; /* outlives the writer until the loop has let go of it */

    uv_mutex_t mutex; /* over all below */
    uv_cond_t wake;
    bool stopping;
    struct list waiting, writing, finished;
    uint32_t count;     /* in the three lists */
    uint32_t unsettled; /* failed by themselves, their done not yet called */
    bool healthy;
    struct rp_store_figures figures;
};

static void append(struct list *list, struct rp_batch *batch)
{
    batch->next = NULL;
    if (list->last)
        list->last->next = batch;
    else
        list->first = batch;
    list->last = batch;
}

static struct rp_batch *take_first(struct list *list)
{
    struct rp_batch *batch = list->first;
    if (batch == NULL)
        return NULL;
    list->first = batch->next;
    if (list->first == NULL)
        list->last = NULL;
    return batch;
}

/* ---- One transaction. */

static bool has_failed(const struct list *list, const char *room)
{
    for (const struct rp_batch *batch = list->first; batch; batch = batch->next)
        if (batch->fate == RP_FATE_FAILED && strcmp(batch->room, room) == 0)
            return true;
    return false;
}

/* A failure that its room has not been told of yet. */
static bool room_failed(const struct rp_writer *writer, const char *room)
{
    return writer->unsettled > 0 &&
           (has_failed(&writer->finished, room) || has_failed(&writer->writing, room));
}

static void fail(struct rp_writer *writer, struct rp_batch *batch)
{
    if (room_failed(writer, batch->room)) {
        batch->fate = RP_FATE_FOLLOWED;
    } else {
        batch->fate = RP_FATE_FAILED;
        writer->unsettled++;
    }
}

/* May it still be stored? */
static bool is_open(struct rp_writer *writer, struct rp_batch *batch)
{
    uv_mutex_lock(&writer->mutex);
    if (room_failed(writer, batch->room))
        batch->fate = RP_FATE_FOLLOWED;
    bool open = batch->fate == RP_FATE_OPEN;
    uv_mutex_unlock(&writer->mutex);
    return open;
}

/* True when at least one batch is in the transaction. */
static bool apply_group(struct rp_writer *writer)
{
    bool any = false;
    for (struct rp_batch *batch = writer->writing.first; batch; batch = batch->next) {
        if (!is_open(writer, batch))
            continue;
        enum rp_err err = rp_ledger_apply(&writer->ledger, batch);
        uv_mutex_lock(&writer->mutex);
        if (err)
            fail(writer, batch);
        else
            batch->fate = RP_FATE_STORED; /* once the commit has succeeded */
        uv_mutex_unlock(&writer->mutex);
        any = any || !err;
    }
    return any;
}

static void set_health(struct rp_writer *writer, bool healthy)
{
    uv_mutex_lock(&writer->mutex);
    bool changed = writer->healthy != healthy;
    writer->healthy = healthy;
    uv_mutex_unlock(&writer->mutex);
    if (changed)
        rp_log_event(healthy ? RP_LOG_INFO : RP_LOG_ERROR,
                     healthy ? "storage-back" : "storage-failed");
}

static void fail_group(struct rp_writer *writer)
{
    uv_mutex_lock(&writer->mutex);
    for (struct rp_batch *batch = writer->writing.first; batch; batch = batch->next)
        if (batch->fate == RP_FATE_STORED) {
            batch->fate = RP_FATE_OPEN;
            fail(writer, batch);
        }
    uv_mutex_unlock(&writer->mutex);
}

/* What a failed commit wrote may lie whole in the journal: a crash now, and the next start would
 * find it there and believe it. The probe writes over it, so it comes before anyone is told. */
static void recover(struct rp_writer *writer)
{
    set_health(writer, false);
    if (rp_ledger_probe(&writer->ledger) == RP_OK)
        set_health(writer, true);
}

static void write_group(struct rp_writer *writer)
{
    uint64_t began_ns = uv_hrtime();
    rp_ledger_begin(&writer->ledger);
    bool any = apply_group(writer);
    if (rp_ledger_stands(&writer->ledger) && !any) {
        rp_ledger_rollback(&writer->ledger); /* says nothing about the disk */
    } else if (rp_ledger_commit(&writer->ledger) == RP_OK) {
        set_health(writer, true);
        uv_mutex_lock(&writer->mutex);
        rp_histogram_add(&writer->figures.commits, (uv_hrtime() - began_ns) / 1000);
        uv_mutex_unlock(&writer->mutex);
    } else {
        fail_group(writer);
        recover(writer);
    }
}

/* ---- From list to list. */

static bool take_group(struct rp_writer *writer)
{
    uv_mutex_lock(&writer->mutex);
    for (int i = 0; i < GROUP_MAX && writer->waiting.first; i++)
        append(&writer->writing, take_first(&writer->waiting));
    uv_mutex_unlock(&writer->mutex);
    return writer->writing.first != NULL;
}

static uint32_t count_records(const struct rp_batch *batch)
{
    uint32_t count = 0;
    for (const struct rp_entry *entry = batch->first; entry; entry = entry->next)
        count += entry->kind == RP_ENTRY_RECORD;
    return count;
}

static void finish_group(struct rp_writer *writer)
{
    struct rp_batch *batch;
    uv_mutex_lock(&writer->mutex);
    while ((batch = take_first(&writer->writing)) != NULL) {
        if (batch->fate == RP_FATE_STORED) {
            writer->figures.batches++;
            writer->figures.records += count_records(batch);
        } else {
            writer->figures.failed++;
        }
        append(&writer->finished, batch);
    }
    uv_mutex_unlock(&writer->mutex);
}

/* What its room has put so far was built on a batch that was not stored. */
static void fail_waiting(struct rp_writer *writer, const char *room)
{
    const struct list lists[] = {writer->writing, writer->waiting};
    for (size_t i = 0; i < RP_COUNT(lists); i++)
        for (struct rp_batch *batch = lists[i].first; batch; batch = batch->next)
            if (batch->fate == RP_FATE_OPEN && strcmp(batch->room, room) == 0)
                batch->fate = RP_FATE_FOLLOWED;
}

static struct rp_batch *take_finished(struct rp_writer *writer)
{
    uv_mutex_lock(&writer->mutex);
    struct rp_batch *batch = take_first(&writer->finished);
    if (batch) {
        writer->count--;
        if (batch->fate == RP_FATE_FAILED) {
            writer->unsettled--;
            fail_waiting(writer, batch->room);
        }
    }
    uv_mutex_unlock(&writer->mutex);
    return batch;
}

static void tell(struct rp_writer *writer)
{
    struct rp_batch *batch;
    while ((batch = take_finished(writer)) != NULL) {
        batch->done(batch->context, batch->fate == RP_FATE_STORED ? RP_OK : RP_ERR_STORAGE);
        rp_batch_drop(batch);
    }
}

/* ---- The two threads. */

static void on_async(uv_async_t *async)
{
    tell(async->data);
}

/* False: it is time to end, and nothing is left to write. */
static bool wait_for_work(struct rp_writer *writer)
{
    bool timed_out = false;
    uv_mutex_lock(&writer->mutex);
    while (!writer->waiting.first && !writer->stopping && !timed_out) {
        if (writer->healthy)
            uv_cond_wait(&writer->wake, &writer->mutex);
        else
            timed_out = uv_cond_timedwait(&writer->wake, &writer->mutex,
                                          PROBE_MS * UINT64_C(1000000)) == UV_ETIMEDOUT;
    }
    bool on = writer->waiting.first || !writer->stopping;
    uv_mutex_unlock(&writer->mutex);
    if (timed_out && rp_ledger_probe(&writer->ledger) == RP_OK)
        set_health(writer, true);
    return on;
}

static void run_thread(void *context)
{
    struct rp_writer *writer = context;
    while (wait_for_work(writer)) {
        if (!take_group(writer))
            continue;
        write_group(writer);
        finish_group(writer);
        uv_async_send(writer->async);
        rp_ledger_tidy(&writer->ledger); /* after the answer: it takes a while */
    }
}

/* The same on the caller's thread. */
static void write_now(struct rp_writer *writer)
{
    while (take_group(writer)) {
        write_group(writer);
        finish_group(writer);
        tell(writer);
        rp_ledger_tidy(&writer->ledger);
    }
}

static void free_async(uv_handle_t *handle)
{
    free(handle);
}

static enum rp_err start_thread(struct rp_writer *writer, uv_loop_t *loop)
{
    writer->async = malloc(sizeof(*writer->async));
    if (writer->async == NULL)
        return RP_ERR_STORAGE;
    if (uv_async_init(loop, writer->async, on_async) != 0) {
        free(writer->async);
        return RP_ERR_STORAGE;
    }
    writer->async->data = writer;
    writer->threaded = uv_thread_create(&writer->thread, run_thread, writer) == 0;
    if (writer->threaded)
        return RP_OK;
    uv_close((uv_handle_t *)writer->async, free_async);
    return RP_ERR_STORAGE;
}

static void clear(struct rp_writer *writer)
{
    rp_ledger_close(&writer->ledger);
    uv_cond_destroy(&writer->wake);
    uv_mutex_destroy(&writer->mutex);
    free(writer);
}

enum rp_err rp_writer_open(struct rp_writer **writer, const char *path,
                           const struct rp_store_options *options)
{
    struct rp_writer *opened = calloc(1, sizeof(*opened));
    if (opened == NULL)
        return RP_ERR_STORAGE;
    enum rp_err err = rp_ledger_open(&opened->ledger, path, options->vfs);
    if (err) {
        free(opened);
        return err;
    }
    opened->healthy = true;
    RP_CHECK(uv_mutex_init(&opened->mutex) == 0 && uv_cond_init(&opened->wake) == 0);
    if (options->loop)
        err = start_thread(opened, options->loop);
    if (err)
        clear(opened);
    else
        *writer = opened;
    return err;
}

static void stop_thread(struct rp_writer *writer)
{
    uv_mutex_lock(&writer->mutex);
    writer->stopping = true;
    uv_cond_signal(&writer->wake);
    uv_mutex_unlock(&writer->mutex);
    uv_thread_join(&writer->thread);
    writer->threaded = false;
    uv_close((uv_handle_t *)writer->async, free_async);
}

void rp_writer_close(struct rp_writer *writer)
{
    if (writer->threaded)
        stop_thread(writer);
    tell(writer);
    write_now(writer); /* what those who were told have put */
    clear(writer);
}

/* ---- What the rest of the server sees of it. */

void rp_store_put(struct rp_store *store, struct rp_batch *batch, rp_store_done *done,
                  void *context)
{
    struct rp_writer *writer = store->writer;
    batch->done = done;
    batch->context = context;
    uv_mutex_lock(&writer->mutex);
    append(&writer->waiting, batch);
    writer->count++;
    uv_cond_signal(&writer->wake);
    uv_mutex_unlock(&writer->mutex);
    if (!writer->threaded)
        write_now(writer);
}

uint32_t rp_store_waiting(const struct rp_store *store)
{
    uv_mutex_lock(&store->writer->mutex);
    uint32_t count = store->writer->count;
    uv_mutex_unlock(&store->writer->mutex);
    return count;
}

bool rp_store_healthy(const struct rp_store *store)
{
    uv_mutex_lock(&store->writer->mutex);
    bool healthy = store->writer->healthy;
    uv_mutex_unlock(&store->writer->mutex);
    return healthy;
}

void rp_store_figures(const struct rp_store *store, struct rp_store_figures *figures)
{
    uv_mutex_lock(&store->writer->mutex);
    *figures = store->writer->figures;
    uv_mutex_unlock(&store->writer->mutex);
}
