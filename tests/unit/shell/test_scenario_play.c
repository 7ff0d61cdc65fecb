#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_dialogue.h"
#include "scenario.h"

/* Every scenario, played by trainees who know its file: the best must satisfy the customer, and
 * the worst must lose him. What they say is given as what the recogniser would have read. */

enum { SEEDS = 20 };

struct play {
    const struct rp_scenario *scenario;
    const struct rp_script *script;
    struct rp_dialogue dialogue;
    struct rp_dialogue_out out;
    struct rp_utterance queue[RP_SPEAKER_QUEUE];
    size_t queued;
    uint16_t line;
    enum rp_outcome outcome;
    bool ended;
};

static void take(struct play *play, struct rp_dialogue_event event)
{
    rp_dialogue_take(&play->dialogue, play->script, &event, &play->out);
    if (play->out.replaces_plan)
        play->queued = 0;
    for (size_t i = 0; i < play->out.says_n; i++)
        play->queue[play->queued++] = play->out.says[i];
    if (play->out.outcome != RP_OUTCOME_NONE)
        play->outcome = play->out.outcome;
    play->ended |= play->out.ends;
}

static void hear_out(struct play *play)
{
    while (play->queued > 0) {
        uint16_t say = play->queue[0].say;
        play->queued--;
        for (size_t i = 0; i < play->queued; i++)
            play->queue[i] = play->queue[i + 1];
        take(play, (struct rp_dialogue_event){.type = RP_DIALOGUE_PART_HEARD, .say = say});
    }
}

static void begin(struct play *play, const struct rp_scenario *scenario, uint64_t seed,
                  uint8_t heat)
{
    *play = (struct play){.scenario = scenario, .script = &scenario->script};
    rp_dialogue_init(&play->dialogue, play->script, seed, heat);
    take(play, (struct rp_dialogue_event){.type = RP_DIALOGUE_OPENING});
    hear_out(play);
}

#define M(name) (1u << RP_MOVE_##name)

static void say_read(struct play *play, uint32_t moves, struct rp_understood u)
{
    for (uint8_t i = 0; i < RP_MOVES; i++)
        if (moves >> i & 1)
            u.moves[u.moves_n++] =
                (struct rp_move_found){.move = i, .confident = 1, .span = {0, 40}};
    u.words = 10;
    take(play, (struct rp_dialogue_event){
                   .type = RP_DIALOGUE_TURN, .line = ++play->line, .understood = &u});
    hear_out(play);
}

static void say(struct play *play, uint32_t moves)
{
    say_read(play, moves, (struct rp_understood){0});
}

static void apologise(struct play *play)
{
    say_read(play, M(APOLOGY_SPECIFIC) | M(OWNERSHIP),
             (struct rp_understood){.apology_for = play->script->apology_targets});
}

static void ask_for_all(struct play *play)
{
    for (unsigned i = 0; i < play->script->facts_n; i++)
        if (play->script->facts[i].by_question && !(play->dialogue.revealed >> i & 1))
            say_read(play, M(CLARIFY), (struct rp_understood){.asked = 1u << i});
}

static void sum_up(struct play *play)
{
    say_read(play, M(SUMMARY) | M(EMPATHY),
             (struct rp_understood){.told = play->dialogue.revealed});
}

/* The first set of its list, with the least sum that it needs, and with a time. */
static void offer(struct play *play, const uint32_t *sets, int64_t amount)
{
    uint32_t money = (uint32_t)1 << RP_SCRIPT_MONEY;
    struct rp_understood u = {.remedies = sets[0] & ~money, .quantities_n = 1};
    u.quantities[0] = (struct rp_quantity){RP_QUANTITY_TIME, 960, {5, 9}};
    if (sets[0] & money)
        u.quantities[0] = (struct rp_quantity){RP_QUANTITY_MONEY, amount, {5, 9}};
    say_read(play, M(OFFER_SPECIFIC), u);
}

static void the_best(struct play *play)
{
    say(play, M(EMPATHY) | M(ENCOURAGE) | M(USE_NAME));
    apologise(play);
    ask_for_all(play);
    sum_up(play);
    say(play, M(ASK_SOLUTION));
    offer(play, play->script->resolution.full, play->script->resolution.ask);
    say(play, M(FOLLOW_UP) | M(CHECK));
    say(play, M(CLOSING) | M(THANK));
}

/* The right thing without having understood him. */
static void the_efficient(struct play *play)
{
    say(play, M(APOLOGY_GENERIC));
    say(play, M(ENCOURAGE) | M(CLARIFY));
    say(play, M(ENCOURAGE));
    offer(play, play->script->resolution.full, play->script->resolution.ask);
    say(play, M(CLOSING));
}

static void the_vague(struct play *play)
{
    for (unsigned i = 0; i < 6; i++)
        say(play, M(VAGUE_ASSURANCE) | M(APOLOGY_GENERIC));
}

static void the_wall(struct play *play)
{
    for (unsigned i = 0; i < 6; i++)
        say(play, M(NEGATIVE_POLICY) | M(BLAME_CUSTOMER));
}

static void the_rude(struct play *play)
{
    for (unsigned i = 0; i < 8; i++)
        say(play, M(RUDE));
}

static void the_absent(struct play *play)
{
    for (unsigned i = 0; i < 10; i++) {
        take(play, (struct rp_dialogue_event){.type = RP_DIALOGUE_DEAD_AIR});
        hear_out(play);
    }
}

static const struct {
    const char *who;
    void (*plays)(struct play *play);
    uint32_t outcomes; /* bit i: outcome i is right */
} trainees[] = {
    {"the best", the_best, 1u << RP_OUTCOME_SATISFIED},
    {"the efficient", the_efficient, 1u << RP_OUTCOME_GRUDGING},
    {"the vague", the_vague, 1u << RP_OUTCOME_MANAGER},
    {"the wall", the_wall, 1u << RP_OUTCOME_MANAGER | 1u << RP_OUTCOME_WALK_OUT},
    {"the rude", the_rude, 1u << RP_OUTCOME_MANAGER | 1u << RP_OUTCOME_WALK_OUT},
    {"the absent", the_absent, 1u << RP_OUTCOME_UNRESOLVED},
};

static struct rp_scenario_shelf *shelf;

static int open_shelf(void **unused)
{
    (void)unused;
    struct rp_text complaints = {0};
    enum rp_err err = rp_scenario_shelf_open(&shelf, HEAROUT_SOURCE "/scenarios", &complaints);
    rp_text_clear(&complaints);
    return err == RP_OK ? 0 : -1;
}

static int close_shelf(void **unused)
{
    (void)unused;
    rp_scenario_shelf_close(shelf);
    return 0;
}

static void good_trainees_succeed_and_bad_ones_fail(void **unused)
{
    (void)unused;
    static struct play play;
    for (size_t n = 0; n < rp_scenario_shelf_count(shelf); n++)
        for (unsigned i = 0; i < RP_COUNT(trainees); i++)
            for (uint64_t seed = 0; seed < SEEDS; seed++) {
                const struct rp_scenario *scenario = rp_scenario_shelf_at(shelf, n);
                begin(&play, scenario, seed, 3);
                trainees[i].plays(&play);
                if (!play.ended || !(trainees[i].outcomes >> play.outcome & 1))
                    fail_msg("%s, %s, seed %u: outcome %d, anger %d, trust %d, grasped %d",
                             scenario->id, trainees[i].who, (unsigned)seed, play.outcome,
                             play.dialogue.anger, play.dialogue.trust, play.dialogue.grasped);
            }
}

static void the_best_satisfies_him_at_any_heat(void **unused)
{
    (void)unused;
    static struct play play;
    for (size_t n = 0; n < rp_scenario_shelf_count(shelf); n++)
        for (uint8_t heat = 1; heat <= 4; heat++) {
            const struct rp_scenario *scenario = rp_scenario_shelf_at(shelf, n);
            begin(&play, scenario, heat, heat);
            the_best(&play);
            if (play.outcome != RP_OUTCOME_SATISFIED)
                fail_msg("%s, heat %u: outcome %d, anger %d, trust %d", scenario->id, heat,
                         play.outcome, play.dialogue.anger, play.dialogue.trust);
        }
}

static void what_he_could_take_he_takes_on_trust(void **unused)
{
    (void)unused;
    static struct play play;
    for (size_t n = 0; n < rp_scenario_shelf_count(shelf); n++) {
        const struct rp_scenario *scenario = rp_scenario_shelf_at(shelf, n);
        const struct rp_script_resolution *r = &scenario->script.resolution;
        begin(&play, scenario, 1, 3);
        say(&play, M(EMPATHY) | M(ENCOURAGE) | M(USE_NAME));
        apologise(&play);
        ask_for_all(&play);
        sum_up(&play);
        offer(&play, r->acceptable, r->floor);
        say(&play, M(CLOSING));
        if (play.outcome != RP_OUTCOME_GRUDGING)
            fail_msg("%s: outcome %d, trust %d", scenario->id, play.outcome, play.dialogue.trust);
    }
}

/* All facts come out, and every facts' line is heard by somebody. */
static void all_facts_can_be_found(void **unused)
{
    (void)unused;
    static struct play play;
    for (size_t n = 0; n < rp_scenario_shelf_count(shelf); n++) {
        const struct rp_scenario *scenario = rp_scenario_shelf_at(shelf, n);
        begin(&play, scenario, 1, 2);
        the_best(&play);
        for (unsigned i = 0; i < scenario->script.facts_n; i++)
            if (!(play.dialogue.revealed >> i & 1))
                fail_msg("%s: %s stays hidden", scenario->id, scenario->fact_ids[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_trainees_succeed_and_bad_ones_fail),
        cmocka_unit_test(the_best_satisfies_him_at_any_heat),
        cmocka_unit_test(what_he_could_take_he_takes_on_trust),
        cmocka_unit_test(all_facts_can_be_found),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
