/* Bytes as a session: a configuration, then acts. Whatever comes, time adds up and nothing hangs.
 */
#include <string.h>

#include "bytes.h"
#include "rp_floor.h"

/* Any value of its range; most often the default. */
static void take_config(struct rp_floor_config *config, struct bytes *bytes)
{
    rp_floor_config_default(config);
    for (uint32_t changes = take(bytes, 1) % 8; changes > 0; changes--) {
        const struct rp_floor_setting *setting =
            rp_floor_setting(take(bytes, 1) % rp_floor_settings());
        int64_t span = (int64_t)setting->most - setting->least + 1;
        int64_t value = setting->least + (int64_t)take(bytes, 3) % span;
        RP_CHECK(rp_floor_config_set(config, setting->name, strlen(setting->name), value) == RP_OK);
    }
}

static struct rp_floor_event take_event(struct bytes *bytes, int64_t *now_ms)
{
    uint32_t kind = take(bytes, 1), marks = take(bytes, 1);
    *now_ms += take(bytes, 2) * (kind & 0x80 ? 8 : 1);
    return (struct rp_floor_event){
        .t_ms = *now_ms - (marks == 0xff ? 5000 : 0), /* a step back */
        .type = (enum rp_floor_event_type)(kind % RP_FLOOR_EVENTS),
        .party = (enum rp_party)(take(bytes, 1) % RP_PARTIES),
        .rtt_ms = (int32_t)take(bytes, 2) - 1,
        .stall_ms = (int32_t)(marks & 1 ? take(bytes, 2) : 0),
        .age_ms = (int32_t)(marks & 2 ? take(bytes, 2) : 0),
        .words = (int32_t)take(bytes, 1),
        .floor_seen = marks & 4 ? (int32_t)take(bytes, 1) : -1,
        .expect_ms = (int32_t)(marks & 8 ? take(bytes, 4) & INT32_MAX : 0),
        .act_ms = *now_ms - take(bytes, 2),
        .complete = (enum rp_floor_complete)((marks >> 4) % 3),
        .more = marks & 8,
        .yield = (marks & 0x30) == 0x30,
        .ack = (marks & 0x44) == 0x44,
        .confirm = marks & 0x80,
        .limit = marks & 0x10,
        .empty = marks & 0x20,
        .announced = marks & 0x40,
        .ref = 1 + take(bytes, 1) % 8,
    };
}

struct watch {
    uint32_t effects, verdicts;
};

static void take_effect(void *context, const struct rp_floor_effect *effect)
{
    struct watch *watch = context;
    watch->effects++;
    if (effect->type != RP_FLOOR_EFFECT_VERDICT)
        return;
    const struct rp_floor_judgement *verdict = &effect->as.verdict;
    RP_CHECK(verdict->number == ++watch->verdicts);
    RP_CHECK(verdict->decided_ms >= verdict->act_ms);
    RP_CHECK(!verdict->penalty || verdict->party == RP_PARTY_TRAINEE);
    RP_CHECK(verdict->penalty || verdict->points == 0);
}

static void check(const struct rp_floor *floor)
{
    struct rp_floor_totals totals;
    struct rp_floor_picture picture;
    int64_t sum_ms = 0;
    rp_floor_totals(floor, &totals);
    rp_floor_picture(floor, &picture);
    for (int i = 0; i < RP_FLOOR_HOLDERS; i++) {
        RP_CHECK(totals.held_ms[i] >= 0);
        sum_ms += totals.held_ms[i];
    }
    RP_CHECK(sum_ms == totals.session_ms);
    RP_CHECK(totals.talk_ms[0] + totals.talk_ms[1] - totals.overlap_ms + totals.silence_ms +
                 totals.held_ms[RP_FLOOR_HOLDER_SUSPENDED] ==
             totals.session_ms);
    RP_CHECK(rp_floor_score(floor) >= 0 && rp_floor_score(floor) <= 100);
    RP_CHECK(picture.holder != RP_FLOOR_HOLDER_NONE || picture.queued == RP_PARTY_NONE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes bytes = {data, size};
    struct rp_floor floor;
    struct rp_floor_config config;
    struct watch watch = {0, 0};
    const struct rp_floor_sink sink = {take_effect, &watch};
    int64_t now_ms = 0;
    take_config(&config, &bytes);
    rp_floor_init(&floor, &config);
    while (bytes.left > 0) {
        struct rp_floor_event event = take_event(&bytes, &now_ms);
        uint32_t before = watch.effects;
        rp_floor_step(&floor, &event, &sink);
        RP_CHECK(watch.effects - before < 64); /* what a live room makes space for */
        check(&floor);
    }
    rp_floor_end(&floor, now_ms + 1000, &sink);
    check(&floor);
    return 0;
}
