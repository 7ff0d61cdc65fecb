#include "sim.h"

#include <ftw.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "outbox.h"
#include "sim_time.h"

enum { COMMIT_MS = 5 };

/* Chance: two streams, so that a test's own choices do not move with what the application draws. */

static uint64_t drawn, chosen;

static uint64_t mix(uint64_t *state) /* splitmix64 */
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static const char *name_of_chance(void)
{
    return "sim";
}

static uint32_t draw(void)
{
    return (uint32_t)mix(&drawn);
}

static void draw_bytes(void *const bytes, const size_t size)
{
    for (size_t i = 0; i < size; i++)
        ((uint8_t *)bytes)[i] = (uint8_t)mix(&drawn);
}

static struct randombytes_implementation chance = {
    .implementation_name = name_of_chance, .random = draw, .buf = draw_bytes};

static uint32_t choose(uint32_t bound)
{
    return bound > 0 ? (uint32_t)(mix(&chosen) % bound) : 0;
}

uint32_t sim_random(struct sim *sim, uint32_t bound)
{
    (void)sim;
    return choose(bound);
}

/* The folder lies in memory where that is possible: commits are many, and need not outlive us. */
static void make_folder(char folder[512])
{
    const char *root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(folder, 512, "%s/hearout-sim-XXXXXX", root);
    RP_CHECK(mkdtemp(folder) != NULL);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

void sim_reopen(struct sim *sim)
{
    static uv_loop_t no_loop; /* named, never run */
    const struct sim_options *options = &sim->options;
    const struct rp_store_options store = {.folder = sim->folder};
    RP_CHECK(rp_store_open(&sim->store, &store) == RP_OK);
    struct rp_floor_config config;
    rp_floor_config_default(&config);
    struct rp_app_options app = {
        .loop = &no_loop,
        .store = sim->store,
        .recogniser = options->recogniser,
        .scenarios = options->scenarios,
        .methods = options->methods,
        .data = sim->folder,
        .demo = true,
        .floor = config,
        .play_ms = options->play_ms,
    };
    if (options->methods)
        app.method = rp_method_named(options->methods, "five-steps", strlen("five-steps"));
    RP_CHECK(rp_app_open(&sim->app, &app) == RP_OK);
    RP_CHECK(rp_app_recover(sim->app) == RP_OK);
    sim->net = sim_net_make(sim);
    rp_app_attach(sim->app, sim->net);
}

void sim_open(struct sim *sim, const struct sim_options *options)
{
    memset(sim, 0, sizeof(*sim));
    sim->options = *options;
    rp_log_setup(RP_LOG_ERROR, RP_LOG_LOGFMT);
    randombytes_set_implementation(&chance);
    RP_CHECK(sodium_init() >= 0); /* which draws, the first time */
    drawn = options->seed;
    chosen = options->seed ^ UINT64_C(0x5851f42d4c957f2d);
    sim_time_reset(options->commit_ms ? options->commit_ms : COMMIT_MS, options->commit_jitter_ms,
                   choose);
    make_folder(sim->folder);
    sim_reopen(sim);
}

void sim_close(struct sim *sim)
{
    for (uint32_t i = 0; i < sim->guests_n; i++)
        if (sim->guests[i]->open)
            sim_drop(sim->guests[i]);
    rp_app_drain(sim->app);
    sim_pass(sim, 1000);
    rp_store_close(sim->store);
    rp_app_close(sim->app);
    sim_net_free(sim->net);
    sim->net = NULL;
    sim_pass(sim, 1);
    sim->app = NULL;
    sim->store = NULL;
}

void sim_restart(struct sim *sim)
{
    sim_close(sim);
    sim_reopen(sim);
}

void sim_clear(struct sim *sim)
{
    for (uint32_t i = 0; i < sim->guests_n; i++) {
        rp_outbox_clear(sim->guests[i]->outbox);
        free(sim->guests[i]->outbox);
        free(sim->guests[i]->frames);
        free(sim->guests[i]->bytes);
        free(sim->guests[i]);
    }
    sim_time_reset(0, 0, NULL);
    RP_CHECK(nftw(sim->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0);
}
