/* What a client claims about time buys nothing: 10,000 interruptions, told honestly and forged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_floor.h"

enum { INTERRUPTIONS = 10000 };

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static int64_t within(uint64_t *state, int64_t least, int64_t most)
{
    return least + (int64_t)(next_random(state) % (uint64_t)(most - least + 1));
}

/* What a scene comes to. */
struct outcome {
    enum rp_floor_verdict verdict;
    bool judged, penalty, delivered;
    int32_t score;
};

static void take(void *context, const struct rp_floor_effect *effect)
{
    struct outcome *outcome = context;
    if (effect->type != RP_FLOOR_EFFECT_VERDICT || outcome->judged)
        return;
    outcome->judged = true;
    outcome->verdict = effect->as.verdict.verdict;
    outcome->penalty = effect->as.verdict.penalty;
    outcome->delivered = effect->as.verdict.delivered;
}

/* The customer begins to type; `delay_ms` later the trainee's message arrives. */
struct scene {
    int64_t delay_ms;
    int32_t rtt_ms, age_ms, floor_seen;
};

static struct outcome play(const struct scene *scene)
{
    struct rp_floor_config config;
    struct rp_floor floor;
    struct outcome outcome = {.judged = false};
    const struct rp_floor_sink sink = {take, &outcome};
    rp_floor_config_default(&config);
    rp_floor_init(&floor, &config);
    const struct rp_floor_event types = {.t_ms = 1000,
                                         .party = RP_PARTY_CUSTOMER,
                                         .type = RP_FLOOR_EVENT_COMPOSE_START,
                                         .floor_seen = -1};
    const struct rp_floor_event sends = {.t_ms = 1000 + scene->delay_ms,
                                         .party = RP_PARTY_TRAINEE,
                                         .type = RP_FLOOR_EVENT_SEND,
                                         .words = 5,
                                         .rtt_ms = scene->rtt_ms,
                                         .age_ms = scene->age_ms,
                                         .floor_seen = scene->floor_seen};
    rp_floor_step(&floor, &types, &sink);
    rp_floor_step(&floor, &sends, &sink);
    rp_floor_end(&floor, sends.t_ms + 1, &sink);
    outcome.score = rp_floor_score(&floor);
    return outcome;
}

static void a_forged_stamp_or_floor_number_changes_nothing(void **unused)
{
    (void)unused;
    uint64_t state = 20261125;
    for (int i = 0; i < INTERRUPTIONS; i++) {
        struct scene honest = {.rtt_ms = (int32_t)within(&state, 0, 3000), .floor_seen = 1};
        honest.delay_ms = within(&state, 701 + honest.rtt_ms, 6999);
        struct scene forged = honest;
        forged.age_ms = (int32_t)within(&state, 0, 60000);
        forged.floor_seen = (int32_t)within(&state, -1, 1000);
        struct outcome told = play(&honest), claimed = play(&forged);
        assert_int_equal(told.verdict, RP_FLOOR_INTERRUPTION);
        assert_int_equal(claimed.verdict, told.verdict);
        assert_int_equal(claimed.score, told.score);
    }
}

/* Kept in the buffer until the customer has finished: judged when it comes, like any message. */
static void released_at_the_turns_end_it_is_an_ordinary_turn(void **unused)
{
    (void)unused;
    uint64_t state = 7;
    for (int i = 0; i < INTERRUPTIONS; i++) {
        struct rp_floor_config config;
        struct rp_floor floor;
        struct outcome outcome = {.judged = false};
        const struct rp_floor_sink sink = {take, &outcome};
        int64_t ends_ms = within(&state, 2000, 60000);
        rp_floor_config_default(&config);
        rp_floor_init(&floor, &config);
        struct rp_floor_event event = {.t_ms = 1000,
                                       .party = RP_PARTY_CUSTOMER,
                                       .type = RP_FLOOR_EVENT_COMPOSE_START,
                                       .floor_seen = -1};
        rp_floor_step(&floor, &event, &sink);
        event.type = RP_FLOOR_EVENT_SEND;
        event.t_ms = ends_ms;
        event.yield = true;
        event.words = 9;
        rp_floor_step(&floor, &event, &sink);
        event.party = RP_PARTY_TRAINEE;
        event.age_ms = (int32_t)within(&state, 0, 60000);
        rp_floor_step(&floor, &event, &sink);
        rp_floor_end(&floor, ends_ms + 1, &sink);
        assert_false(outcome.penalty);
        assert_int_equal(rp_floor_score(&floor), 100);
    }
}

/* A late answer to our pings looks like a slow link. It excuses what lies within the bound, and
 * what is excused is held back: nothing was gained. */
static void a_late_pong_excuses_within_the_bound_and_holds_back(void **unused)
{
    (void)unused;
    uint64_t state = 99;
    for (int i = 0; i < INTERRUPTIONS; i++) {
        struct scene honest = {.delay_ms = within(&state, 1, 6999), .floor_seen = -1};
        struct scene inflated = honest;
        inflated.rtt_ms = (int32_t)within(&state, 0, 10000);
        struct outcome told = play(&honest), claimed = play(&inflated);
        if (!claimed.penalty)
            assert_false(claimed.delivered);
        if (told.penalty && !claimed.penalty && inflated.rtt_ms <= 4000)
            assert_true(honest.delay_ms < 700 + inflated.rtt_ms);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_forged_stamp_or_floor_number_changes_nothing),
        cmocka_unit_test(released_at_the_turns_end_it_is_an_ordinary_turn),
        cmocka_unit_test(a_late_pong_excuses_within_the_bound_and_holds_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
