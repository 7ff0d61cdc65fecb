/* dialogue_play.h: a small customer to test with, and a way to play him turn by turn.
 *
 * His story has three parts (facts 0 to 2), fact 3 is his loss, fact 4 a doubt. Every step of a
 * play is checked against what must hold at any time.
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_dialogue.h"

enum { LATE = 1, WINDOW = 2, MORNING = 4, DEPOSIT = 8, DOUBT = 16 };
enum { LINES_EACH = 3, DOLLARS = 100 };

struct play {
    struct rp_script script;
    struct rp_dialogue dialogue;
    struct rp_dialogue_out out;
    struct rp_utterance queue[RP_SPEAKER_QUEUE]; /* what his speaker would have */
    size_t queued;
    uint16_t line;
    uint16_t last_said;
    uint32_t revealed;
    enum rp_outcome outcome;
    bool ended;
    uint8_t anger[64]; /* after each turn */
    unsigned turns;
    uint32_t findings; /* bit i: finding i was shown as credit, fault or note */
    uint64_t digest;   /* of everything that came out */
};

static inline uint16_t add_line(struct rp_script *script, uint8_t says, uint8_t fact)
{
    uint16_t line = script->lines_n++;
    script->lines[line] = (struct rp_script_line){script->says_n, says, 7, 0, fact};
    for (unsigned i = 0; i < says; i++)
        script->says[script->says_n++] = (struct rp_script_say){line, 10};
    return line;
}

static inline void add_fact(struct rp_script *script, struct rp_script_fact fact, uint8_t says)
{
    uint8_t index = script->facts_n++;
    fact.line = add_line(script, says, index);
    fact.again = add_line(script, 1, index);
    if (fact.vent)
        script->story[script->story_n++] = index;
    script->facts[index] = fact;
}

static inline void moving_truck(struct rp_script *script)
{
    memset(script, 0, sizeof(*script));
    script->start_anger = 70;
    script->start_trust = 25;
    script->persona = (struct rp_script_persona){100, 24, RP_ABUSE_SWEARING, 100, 2, -3};
    script->says_n = script->lines_n = 1;
    script->lines[0].fact = RP_SCRIPT_NO_FACT;
    for (unsigned i = 0; i < RP_REACTIONS; i++) {
        script->reactions[i] = (struct rp_script_lines){script->lines_n, LINES_EACH};
        for (unsigned n = 0; n < LINES_EACH; n++)
            add_line(script, 1, RP_SCRIPT_NO_FACT);
    }
    add_fact(script, (struct rp_script_fact){.vent = 1, .key = true}, 2);
    add_fact(script, (struct rp_script_fact){.vent = 2, .key = true}, 2);
    add_fact(script, (struct rp_script_fact){.vent = 3}, 1);
    add_fact(script,
             (struct rp_script_fact){.key = true,
                                     .by_question = true,
                                     .by_open_question = true,
                                     .by_silence = true,
                                     .after = (1u << RP_MOVE_APOLOGY_SPECIFIC) |
                                              (1u << RP_MOVE_SUMMARY)},
             2);
    add_fact(script, (struct rp_script_fact){.by_question = true}, 1);
    script->heard_per_part = 20;
    script->apology_targets = WINDOW;
    struct rp_script_resolution *r = &script->resolution;
    *r = (struct rp_script_resolution){.money = true,
                                       .loss = 10000,
                                       .ask = 5000,
                                       .floor = 2500,
                                       .insult_below = 1000,
                                       .alone = 5000,
                                       .with_nod = 10000,
                                       .note_percent_of_loss = 150,
                                       .ask_on = 1u << RP_MOVE_ASK_SOLUTION,
                                       .full_n = 1,
                                       .acceptable_n = 1};
    r->full[0] = r->acceptable[0] = (uint32_t)1 << RP_SCRIPT_MONEY;
    r->ask_line = add_line(script, 1, RP_SCRIPT_NO_FACT);
    r->ask_again = add_line(script, 1, RP_SCRIPT_NO_FACT);
    script->satisfied_anger_max = 30;
    script->satisfied_trust_min = 55;
    script->briefing_facts_min = 3;
    script->policy_warnings = 2;
}

static inline void mix(struct play *play, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < size; i++)
        play->digest = (play->digest ^ at[i]) * 0x100000001b3u;
}

static inline void check_says(const struct play *play)
{
    const struct rp_dialogue_out *out = &play->out;
    if (out->says_n > 0)
        assert_true(out->replaces_plan);
    for (size_t i = 0; i < out->says_n; i++) {
        assert_in_range(out->says[i].say, 1, play->script.says_n - 1u);
        assert_in_range(out->says[i].words, 1, RP_SCRIPT_BUBBLE_WORDS_MAX);
        assert_int_equal(out->says[i].more, i + 1 < out->says_n);
    }
}

static inline void check_deltas(const struct play *play)
{
    const struct rp_dialogue_out *out = &play->out;
    for (size_t i = 0; i < out->deltas_n; i++) {
        const struct rp_event_delta *delta = &out->deltas[i];
        assert_true(delta->anger_now <= 100 && delta->trust_now <= 100);
        assert_true(delta->heard_now <= 100 && delta->grasped_now <= 100);
    }
    if (out->deltas_n > 0) { /* the last one tells how he is now */
        const struct rp_event_delta *last = &out->deltas[out->deltas_n - 1];
        assert_int_equal(last->anger_now, play->dialogue.anger);
        assert_int_equal(last->trust_now, play->dialogue.trust);
        assert_int_equal(last->heard_now, play->dialogue.heard);
        assert_int_equal(last->grasped_now, play->dialogue.grasped);
    }
}

static inline void take(struct play *play, struct rp_dialogue_event event)
{
    struct rp_dialogue_out *out = &play->out;
    rp_dialogue_take(&play->dialogue, &play->script, &event, out);
    mix(play, out, sizeof(*out));
    check_says(play);
    check_deltas(play);
    if (play->ended)
        assert_true(out->deltas_n == 0 && out->evidence_n == 0 && out->says_n == 0);
    if (out->replaces_plan)
        play->queued = 0;
    assert_true(play->queued + out->says_n <= RP_SPEAKER_QUEUE);
    memcpy(play->queue + play->queued, out->says, out->says_n * sizeof(out->says[0]));
    play->queued += out->says_n;
    for (size_t i = 0; i < out->revealed_n; i++) {
        assert_false(play->revealed & 1u << out->revealed[i].fact);
        play->revealed |= 1u << out->revealed[i].fact;
    }
    for (size_t i = 0; i < out->evidence_n; i++)
        if (out->evidence[i].grade != RP_GRADE_HINT)
            play->findings |= 1u << out->evidence[i].finding;
    if (out->outcome != RP_OUTCOME_NONE)
        play->outcome = out->outcome;
    play->ended |= out->ends;
}

/* He says his next bubble. */
static inline void hear_one(struct play *play)
{
    uint16_t say = play->queue[0].say;
    assert_int_not_equal(say, play->last_said);
    play->last_said = say;
    play->queued--;
    memmove(play->queue, play->queue + 1, play->queued * sizeof(play->queue[0]));
    take(play, (struct rp_dialogue_event){.type = RP_DIALOGUE_PART_HEARD, .say = say});
}

static inline void hear_out(struct play *play)
{
    while (play->queued > 0)
        hear_one(play);
}

static inline void begin_at(struct play *play, uint64_t seed, uint8_t heat)
{
    memset(play, 0, sizeof(*play));
    moving_truck(&play->script);
    rp_dialogue_init(&play->dialogue, &play->script, seed, heat);
    take(play, (struct rp_dialogue_event){.type = RP_DIALOGUE_OPENING});
}

static inline void begin(struct play *play)
{
    begin_at(play, 1, 3);
}

/* What the recogniser would have read in a line. */
struct line {
    uint32_t moves;
    uint32_t asked, told, contradicted, apology_for;
    int64_t cents;
};

static inline struct rp_understood understood_of(struct line line)
{
    struct rp_understood u = {.asked = line.asked,
                              .told = line.told,
                              .contradicted = line.contradicted,
                              .apology_for = line.apology_for,
                              .words = 12};
    for (unsigned i = 0; i < RP_MOVES && u.moves_n < RP_UNDERSTOOD_MOVES_MAX; i++)
        if (line.moves & 1u << i)
            u.moves[u.moves_n++] =
                (struct rp_move_found){.move = (uint8_t)i, .confident = 1, .span = {0, 20}};
    if (line.cents) {
        u.quantities_n = 1;
        u.quantities[0] = (struct rp_quantity){RP_QUANTITY_MONEY, line.cents, {3, 8}};
    }
    return u;
}

static inline void say_read(struct play *play, const struct rp_understood *u, bool over_him)
{
    take(play, (struct rp_dialogue_event){.type = RP_DIALOGUE_TURN,
                                          .line = ++play->line,
                                          .understood = u,
                                          .over_him = over_him});
    if (play->turns < 64)
        play->anger[play->turns++] = play->dialogue.anger;
}

/* Lets him finish, then says it. */
static inline void say(struct play *play, struct line line)
{
    hear_out(play);
    struct rp_understood u = understood_of(line);
    say_read(play, &u, false);
}

static inline void cut_in(struct play *play, bool major, uint8_t earlier)
{
    bool vent = play->revealed != (LATE | WINDOW | MORNING);
    take(play, (struct rp_dialogue_event){.type = RP_DIALOGUE_CUT_IN,
                                          .say = play->queued ? play->queue[0].say : 0,
                                          .major = major,
                                          .vent = vent,
                                          .earlier = earlier});
}

/* Says it over him. */
static inline void say_over(struct play *play, uint8_t earlier, struct line line)
{
    cut_in(play, true, earlier);
    struct rp_understood u = understood_of(line);
    say_read(play, &u, true);
}

#define M(name) (1u << RP_MOVE_##name)

static inline bool is_line_of(const struct play *play, enum rp_reaction reaction, uint16_t say)
{
    const struct rp_script_lines *lines = &play->script.reactions[reaction];
    uint16_t line = play->script.says[say].line;
    return line >= lines->first && line < lines->first + lines->count;
}

/* What he says first of all to the last event. */
static inline bool answers_with(const struct play *play, enum rp_reaction reaction)
{
    return play->out.says_n > 0 && is_line_of(play, reaction, play->out.says[0].say);
}

static inline bool has_finding(const struct play *play, enum rp_finding finding)
{
    return play->findings >> finding & 1;
}

static inline void begin_heard(struct play *play)
{
    begin(play);
    hear_out(play);
}

/* Heard out, understood, and with the loss out. */
static inline void begin_resolving(struct play *play)
{
    begin_heard(play);
    say(play, (struct line){.moves = M(APOLOGY_SPECIFIC), .apology_for = WINDOW});
    say(play, (struct line){.moves = M(CLARIFY), .asked = DEPOSIT});
    say(play, (struct line){.moves = M(SUMMARY), .told = LATE | WINDOW | DEPOSIT});
    hear_out(play);
}
