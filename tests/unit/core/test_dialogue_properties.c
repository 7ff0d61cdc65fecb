#include "dialogue_play.h"

/* What must hold for any trainee, however he behaves: played at random. `take` in dialogue_play.h
 * checks ranges, plans and records at every step. */

enum { TALKS = 3000, STEPS = 30 };

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static const uint32_t bad_moves = M(VAGUE_ASSURANCE) | M(OVERPROMISE) | M(NEGATIVE_POLICY) |
                                  M(BLAME_CUSTOMER) | M(ARGUE) | M(RUDE) | M(ABRUPT_HANDOFF);

static struct line random_line(uint32_t *random)
{
    struct line line = {
        .asked = next_random(random) % 4 ? 0 : next_random(random) % 32,
        .told = next_random(random) % 2 ? 0 : next_random(random) % 32,
        .contradicted = next_random(random) % 8 ? 0 : next_random(random) % 32,
        .apology_for = next_random(random) % 32,
        .cents = next_random(random) % 3 ? 0 : next_random(random) % 30000,
    };
    for (unsigned n = next_random(random) % 4; n > 0; n--)
        line.moves |= 1u << next_random(random) % RP_MOVES;
    return line;
}

static void random_event(struct play *play, uint32_t *random)
{
    struct rp_understood u = understood_of(random_line(random));
    u.questions = (uint8_t)(next_random(random) % 3);
    u.name_uses = (uint8_t)(next_random(random) % 3);
    u.moves[0].confident = next_random(random) % 5 > 0;
    unsigned kind = next_random(random) % 100;
    if (kind < 45) {
        if (next_random(random) % 2)
            hear_out(play);
        say_read(play, &u, false);
    } else if (kind < 55 && play->queued > 0) {
        cut_in(play, next_random(random) % 2, (uint8_t)(next_random(random) % 4));
        say_read(play, &u, true);
    } else if (kind < 85 && play->queued > 0) {
        hear_one(play);
    } else if (kind < 98) {
        const enum rp_dialogue_event_type types[] = {RP_DIALOGUE_CHIP, RP_DIALOGUE_DEAD_AIR,
                                                     RP_DIALOGUE_HOLD_OVERRUN,
                                                     RP_DIALOGUE_FLOOR_IDLE};
        take(play, (struct rp_dialogue_event){.type = types[next_random(random) % 4]});
    } else {
        const enum rp_dialogue_event_type types[] = {RP_DIALOGUE_CLOSE, RP_DIALOGUE_HAND_OVER,
                                                     RP_DIALOGUE_END_BY_POLICY};
        take(play,
             (struct rp_dialogue_event){.type = types[next_random(random) % 3], .understood = &u});
    }
}

static void play_at_random(struct play *play, uint32_t seed)
{
    uint32_t random = seed;
    begin_at(play, seed, (uint8_t)(1 + seed % 5));
    for (unsigned i = 0; i < STEPS; i++)
        random_event(play, &random);
    hear_out(play);
}

static void the_same_talk_gives_the_same_bytes(void **unused)
{
    (void)unused;
    static struct play first, second;
    unsigned ends[RP_OUTCOMES] = {0};
    for (uint32_t seed = 0; seed < TALKS; seed++) {
        play_at_random(&first, seed);
        play_at_random(&second, seed);
        assert_memory_equal(&first.dialogue, &second.dialogue, sizeof(first.dialogue));
        assert_true(first.digest == second.digest);
        ends[first.outcome]++;
    }
    const enum rp_outcome found_by_chance[] = {RP_OUTCOME_GRUDGING, RP_OUTCOME_MANAGER,
                                               RP_OUTCOME_WALK_OUT, RP_OUTCOME_UNRESOLVED,
                                               RP_OUTCOME_HANDED_OVER};
    for (unsigned i = 0; i < RP_COUNT(found_by_chance); i++)
        assert_true(ends[found_by_chance[i]] > 0);
}

/* He ends with words, and what he has told he told once, in a bubble that was shown. */
static void a_talk_that_ends_ends_with_words(void **unused)
{
    (void)unused;
    static struct play play;
    for (uint32_t seed = 0; seed < TALKS; seed++) {
        uint32_t random = seed;
        begin_at(&play, seed, 3);
        for (unsigned i = 0; i < 100 && !play.ended; i++)
            random_event(&play, &random);
        if (!play.ended)
            continue;
        assert_in_range(play.queued, 1, RP_SCRIPT_BUBBLES_MAX);
        hear_out(&play);
        assert_int_not_equal(play.outcome, RP_OUTCOME_NONE);
    }
}

/* Talks of good and bad lines, without those whose worth hangs on his being abusive. */
struct talk {
    struct line lines[12];
    unsigned count;
};

static struct talk random_talk(uint32_t *random)
{
    struct talk talk = {.count = 2 + next_random(random) % 6};
    for (unsigned i = 0; i < talk.count; i++) {
        talk.lines[i] = random_line(random);
        talk.lines[i].moves &= ~M(BOUNDARY);
    }
    return talk;
}

static void play_talk(struct play *play, const struct talk *talk, uint32_t seed)
{
    begin_at(play, seed, 1);
    play->script.persona.patience_turns = UINT16_MAX;
    for (unsigned i = 0; i < talk->count; i++)
        say(play, talk->lines[i]);
}

static void one_more_bad_move_never_calms_him(void **unused)
{
    (void)unused;
    static struct play plain, worse;
    unsigned compared = 0;
    for (uint32_t seed = 0; seed < TALKS; seed++) {
        uint32_t random = seed;
        struct talk talk = random_talk(&random);
        struct talk bad = talk;
        unsigned at = next_random(&random) % bad.count;
        unsigned move;
        do
            move = next_random(&random) % RP_MOVES;
        while (!(bad_moves >> move & 1) || bad.lines[at].moves >> move & 1);
        bad.lines[at].moves |= 1u << move;
        play_talk(&plain, &talk, seed);
        play_talk(&worse, &bad, seed);
        if (plain.ended || worse.ended)
            continue; /* who has left is not angered further */
        compared++;
        if (worse.dialogue.anger < plain.dialogue.anger)
            fail_msg("seed %u: %s calmed him", seed, rp_move_name((enum rp_move)move));
    }
    assert_in_range(compared, TALKS / 10, TALKS);
}

static void a_real_offer_is_never_worse_than_a_vague_word(void **unused)
{
    (void)unused;
    static struct play vague, offer;
    for (uint32_t seed = 0; seed < TALKS; seed++) {
        uint32_t random = seed;
        struct talk talk = random_talk(&random);
        struct talk better = talk;
        unsigned at = next_random(&random) % talk.count;
        talk.lines[at].moves &= ~M(OFFER_SPECIFIC);
        better.lines[at].moves = talk.lines[at].moves & ~M(VAGUE_ASSURANCE);
        talk.lines[at].moves |= M(VAGUE_ASSURANCE);
        better.lines[at].moves |= M(OFFER_SPECIFIC);
        better.lines[at].cents = 25 * DOLLARS + next_random(&random) % (75 * DOLLARS);
        play_talk(&vague, &talk, seed);
        play_talk(&offer, &better, seed);
        if (!vague.ended && !offer.ended && offer.dialogue.anger > vague.dialogue.anger)
            fail_msg("seed %u: the offer angered him more", seed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_talk_gives_the_same_bytes),
        cmocka_unit_test(a_talk_that_ends_ends_with_words),
        cmocka_unit_test(one_more_bad_move_never_calms_him),
        cmocka_unit_test(a_real_offer_is_never_worse_than_a_vague_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
