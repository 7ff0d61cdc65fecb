#include "dialogue_play.h"

#include <stdio.h>

/* Eight trainees, played to their ends. What must hold: the outcome of each, and who leaves the
 * customer angrier than whom. */

struct step {
    bool over_him;
    struct line line;
};

enum { STEPS = 12 };

static const struct script {
    const char *who;
    enum rp_outcome outcome;
    struct step steps[STEPS];
} scripts[] = {
    {"textbook order",
     RP_OUTCOME_SATISFIED,
     {
         {0, {.moves = M(ENCOURAGE) | M(USE_NAME)}},
         {0, {.moves = M(EMPATHY)}},
         {0, {.moves = M(APOLOGY_SPECIFIC) | M(OWNERSHIP), .apology_for = WINDOW}},
         {0, {.moves = M(CLARIFY)}},
         {0, {.moves = M(SUMMARY), .told = LATE | WINDOW | DEPOSIT}},
         {0, {.moves = M(ASK_SOLUTION)}},
         {0, {.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS}},
         {0, {.moves = M(FOLLOW_UP)}},
         {0, {.moves = M(CLOSING)}},
     }},
    {"all right but offers 30",
     RP_OUTCOME_GRUDGING,
     {
         {0, {.moves = M(EMPATHY) | M(ENCOURAGE)}},
         {0, {.moves = M(APOLOGY_SPECIFIC), .apology_for = WINDOW}},
         {0, {.moves = M(CLARIFY), .asked = DEPOSIT}},
         {0, {.moves = M(SUMMARY), .told = LATE | WINDOW | DEPOSIT}},
         {0, {.moves = M(ASK_SOLUTION)}},
         {0, {.moves = M(OFFER_SPECIFIC), .cents = 30 * DOLLARS}},
         {0, {.moves = M(CLOSING)}},
     }},
    {"bad start, then does everything right",
     RP_OUTCOME_GRUDGING,
     {
         {1, {.moves = M(ARGUE)}},
         {1, {.moves = M(NEGATIVE_POLICY)}},
         {0, {.moves = M(APOLOGY_SPECIFIC) | M(EMPATHY), .apology_for = WINDOW}},
         {0, {.moves = M(ENCOURAGE)}},
         {0, {.moves = M(EMPATHY)}},
         {0, {.moves = M(CLARIFY)}},
         {0, {.moves = M(SUMMARY), .told = LATE | WINDOW | DEPOSIT}},
         {0, {.moves = M(ASK_SOLUTION)}},
         {0, {.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS}},
         {0, {.moves = M(FOLLOW_UP)}},
         {0, {.moves = M(CLOSING)}},
     }},
    {"right money, no summary, generic apology",
     RP_OUTCOME_GRUDGING,
     {
         {0, {.moves = M(GREETING)}},
         {0, {.moves = M(APOLOGY_GENERIC)}},
         {0, {.moves = M(CLARIFY), .asked = DEPOSIT}},
         {0, {.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS}},
         {0, {.moves = M(CLOSING)}},
     }},
    {"only vague assurances",
     RP_OUTCOME_MANAGER,
     {
         {0, {.moves = M(GREETING)}},
         {0, {.moves = M(VAGUE_ASSURANCE)}},
         {0, {.moves = M(VAGUE_ASSURANCE)}},
         {0, {.moves = M(VAGUE_ASSURANCE)}},
         {0, {.moves = M(VAGUE_ASSURANCE)}},
         {0, {.moves = M(VAGUE_ASSURANCE)}},
     }},
    {"policy wall with blame",
     RP_OUTCOME_MANAGER,
     {
         {0, {.moves = M(NEGATIVE_POLICY)}},
         {0, {.moves = M(NEGATIVE_POLICY)}},
         {0, {.moves = M(BLAME_CUSTOMER)}},
         {0, {.moves = M(NEGATIVE_POLICY) | M(BLAME_CUSTOMER)}},
         {0, {.moves = M(NEGATIVE_POLICY)}},
     }},
    {"money first, interrupts twice, then argues",
     RP_OUTCOME_MANAGER,
     {
         {1, {.moves = M(OFFER_SPECIFIC), .cents = 20 * DOLLARS}},
         {1, {.moves = M(OFFER_SPECIFIC), .cents = 20 * DOLLARS}},
         {0, {.moves = M(ARGUE)}},
         {0, {.moves = M(ARGUE)}},
     }},
    {"rude",
     RP_OUTCOME_WALK_OUT,
     {
         {0, {.moves = M(RUDE)}},
         {0, {.moves = M(RUDE)}},
         {0, {.moves = M(RUDE)}},
         {0, {.moves = M(RUDE)}},
     }},
};

static bool is_step(const struct step *step)
{
    return step->over_him || step->line.moves;
}

static void play_script(struct play *play, const struct script *script, uint64_t seed)
{
    uint8_t cuts = 0;
    begin_at(play, seed, 3);
    for (unsigned i = 0; i < STEPS && is_step(&script->steps[i]) && !play->ended; i++) {
        const struct step *step = &script->steps[i];
        if (step->over_him)
            say_over(play, cuts++, step->line);
        else
            say(play, step->line);
    }
    hear_out(play);
}

static void print_path(const struct script *script, const struct play *play)
{
    printf("  %-44s outcome %d, trust %d, grasped %d, anger", script->who, play->outcome,
           play->dialogue.trust, play->dialogue.grasped);
    for (unsigned i = 0; i < play->turns; i++)
        printf(" %d", play->anger[i]);
    printf("\n");
}

static void each_trainee_ends_as_he_should(void **unused)
{
    (void)unused;
    static struct play play;
    for (unsigned i = 0; i < RP_COUNT(scripts); i++)
        for (uint64_t seed = 0; seed < 50; seed++) {
            play_script(&play, &scripts[i], seed);
            if (seed == 0)
                print_path(&scripts[i], &play);
            if (play.outcome != scripts[i].outcome)
                fail_msg("%s: outcome %d", scripts[i].who, play.outcome);
            if (!play.ended)
                fail_msg("%s: has no end", scripts[i].who);
        }
}

/* The table stands in the order of final anger. */
static void worse_trainees_leave_him_angrier(void **unused)
{
    (void)unused;
    static struct play play;
    uint8_t before = 0;
    for (unsigned i = 0; i < RP_COUNT(scripts); i++) {
        play_script(&play, &scripts[i], 1);
        if (play.dialogue.anger < before)
            fail_msg("%s: %d after %d", scripts[i].who, play.dialogue.anger, before);
        before = play.dialogue.anger;
    }
}

static void the_best_has_his_trust_and_was_understood(void **unused)
{
    (void)unused;
    static struct play play;
    play_script(&play, &scripts[0], 1);
    assert_in_range(play.dialogue.anger, 0, 10);
    assert_in_range(play.dialogue.trust, 70, 100);
    assert_int_equal(play.dialogue.grasped, 100);
    assert_int_equal(play.revealed, LATE | WINDOW | MORNING | DEPOSIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_trainee_ends_as_he_should),
        cmocka_unit_test(worse_trainees_leave_him_angrier),
        cmocka_unit_test(the_best_has_his_trust_and_was_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
