#include "refold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"

static unsigned differs(const struct rp_room *live, const char *what, int64_t is, int64_t was)
{
    if (is == was)
        return 0;
    fprintf(stderr, "room %.8s: %s is %lld by its log, and was %lld\n", live->id, what,
            (long long)is, (long long)was);
    return 1;
}

static unsigned compare_marks(const struct rp_room *live, const struct rp_marking *is,
                              const struct rp_marking *was)
{
    unsigned faults = differs(live, "overall", is->overall, was->overall) +
                      differs(live, "released", is->released, was->released) +
                      differs(live, "criticals", is->criticals, was->criticals);
    for (unsigned i = 0; i < RP_ITEMS; i++)
        faults += differs(live, "a mark's version", is->versions[i], was->versions[i]) +
                  differs(live, "a mark", is->marks[i].level, was->marks[i].level);
    return faults;
}

static unsigned compare(const struct rp_room *again, const struct rp_room *live)
{
    const struct rp_session *is = &again->session, *was = &live->session;
    return differs(live, "the number of records", again->log.count, live->log.count) +
           differs(live, "the phase", is->phase, was->phase) +
           differs(live, "the number of lines", is->lines, was->lines) +
           differs(live, "the number of asides", is->asides, was->asides) +
           differs(live, "the floor's number", is->picture.number, was->picture.number) +
           differs(live, "the floor", is->picture.holder, was->picture.holder) +
           differs(live, "the score", is->floor_score, was->floor_score) +
           differs(live, "the outcome", is->outcome, was->outcome) +
           differs(live, "anger", again->anger, live->anger) +
           compare_marks(live, &is->marking, &was->marking);
}

static unsigned refold(struct sim *sim, const struct rp_room *live)
{
    struct rp_room *again = calloc(1, sizeof(*again));
    RP_CHECK(again != NULL);
    snprintf(again->id, sizeof(again->id), "%s", live->id);
    enum rp_err err =
        rp_room_find(sim->store, sim->options.scenarios, live->id, &again->scenario, NULL);
    RP_CHECK(err == RP_OK);
    rp_room_words_init(&again->words, again->scenario);
    err = rp_room_read(again, sim->store);
    if (err == RP_OK)
        err = rp_room_fold(again);
    unsigned faults = differs(live, "whether it decides itself", err == RP_OK, true);
    faults += differs(live, "whether it stands still", false, live->stopped || live->failed);
    if (err == RP_OK)
        faults += compare(again, live);
    rp_room_clear(again);
    free(again);
    return faults;
}

unsigned refold_all(struct sim *sim)
{
    unsigned faults = 0;
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++)
        if (sim->app->rooms[i] != NULL && sim->app->rooms[i]->stored > 0)
            faults += refold(sim, sim->app->rooms[i]);
    return faults;
}
