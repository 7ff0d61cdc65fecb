/* Any trainee against every scenario: bytes become events, and what comes out stays in bounds.
 *
 * The first bytes choose scenario, seed and heat; then each event takes a few more. */
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "rp_dialogue.h"
#include "scenario.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint8_t next(struct bytes *bytes)
{
    return (uint8_t)take(bytes, 1);
}

static const struct rp_scenario_shelf *shelf(void)
{
    static struct rp_scenario_shelf *opened;
    struct rp_text complaints = {0};
    if (!opened &&
        rp_scenario_shelf_open(&opened, HEAROUT_SOURCE "/scenarios", &complaints) != RP_OK)
        abort();
    rp_text_clear(&complaints);
    return opened;
}

static struct rp_understood line(struct bytes *bytes)
{
    struct rp_understood u = {.asked = take(bytes, 4),
                              .told = take(bytes, 4),
                              .remedies = take(bytes, 4),
                              .words = next(bytes),
                              .questions = next(bytes) % 4,
                              .name_uses = next(bytes) % 3};
    uint32_t moves = take(bytes, 4);
    uint8_t more = next(bytes);
    u.contradicted = more & 1 ? take(bytes, 4) : 0;
    u.apology_for = more & 2 ? take(bytes, 4) : 0;
    for (uint8_t i = 0; i < RP_MOVES && u.moves_n < RP_UNDERSTOOD_MOVES_MAX; i++)
        if (moves >> i & 1)
            u.moves[u.moves_n++] = (struct rp_move_found){.move = i, .confident = more >> 2 & 1};
    u.quantities_n = more >> 3 & 1;
    u.quantities[0].kind = (uint8_t)(next(bytes) % RP_QUANTITY_KINDS);
    u.quantities[0].value = take(bytes, 4);
    return u;
}

static void check(const struct rp_scenario *scenario, const struct rp_dialogue *d,
                  const struct rp_dialogue_out *out)
{
    if (d->anger > 100 || d->trust > 100 || d->heard > 100 || d->grasped > 100)
        abort();
    for (size_t i = 0; i < out->says_n; i++) {
        uint16_t say = out->says[i].say;
        if (say == 0 || say >= scenario->says_n || out->says[i].more != (i + 1 < out->says_n))
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes bytes = {data, size};
    struct rp_utterance plan[RP_DIALOGUE_SAYS_MAX];
    size_t planned = 0;
    const struct rp_scenario *scenario =
        rp_scenario_shelf_at(shelf(), next(&bytes) % rp_scenario_shelf_count(shelf()));
    struct rp_dialogue dialogue;
    struct rp_dialogue_out out;
    struct rp_understood u;
    struct rp_dialogue_event event = {.type = RP_DIALOGUE_OPENING};
    rp_dialogue_init(&dialogue, &scenario->script, next(&bytes), (uint8_t)(1 + next(&bytes) % 5));
    for (;;) {
        rp_dialogue_take(&dialogue, &scenario->script, &event, &out);
        check(scenario, &dialogue, &out);
        if (out.replaces_plan) {
            memcpy(plan, out.says, sizeof(plan));
            planned = out.says_n;
        }
        if (bytes.left == 0)
            return 0;
        event = (struct rp_dialogue_event){
            .type = (enum rp_dialogue_event_type)(1 + next(&bytes) % RP_DIALOGUE_END_BY_POLICY),
            .at_ms = event.at_ms + 1000 * next(&bytes),
            .say = planned > 0 ? plan[0].say : next(&bytes),
            .earlier = next(&bytes),
            .major = true,
        };
        if (event.type == RP_DIALOGUE_PART_HEARD && planned > 0)
            memmove(plan, plan + 1, --planned * sizeof(plan[0]));
        if (event.type == RP_DIALOGUE_TURN || event.type == RP_DIALOGUE_HAND_OVER) {
            u = line(&bytes);
            event.understood = &u;
        }
    }
}
