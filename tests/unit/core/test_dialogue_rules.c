/* What the customer answers to a line, and what it does to him. */
#include "dialogue_play.h"

/* One line said to him after his story: what he answers, and what it does to him. */

static const struct {
    const char *what;
    struct line line;
    enum rp_reaction reaction;
    int anger, trust; /* change */
    enum rp_finding finding;
} lines[] = {
    {"empathy", {.moves = M(EMPATHY)}, RP_REACTION_EMPATHY, -7, 4, RP_FINDING_MOVE},
    {"right apology",
     {.moves = M(APOLOGY_SPECIFIC), .apology_for = WINDOW},
     RP_REACTION_APOLOGY,
     -9,
     6,
     RP_FINDING_MOVE},
    {"apology for the hour",
     {.moves = M(APOLOGY_SPECIFIC), .apology_for = LATE},
     RP_REACTION_WRONG_APOLOGY,
     0,
     0,
     RP_FINDING_WRONG_APOLOGY},
    {"apology for both",
     {.moves = M(APOLOGY_SPECIFIC), .apology_for = LATE | WINDOW},
     RP_REACTION_APOLOGY,
     -9,
     6,
     RP_FINDING_MOVE},
    {"apology for nothing he named",
     {.moves = M(APOLOGY_SPECIFIC)},
     RP_REACTION_APOLOGY_GENERIC,
     -3,
     1,
     RP_FINDING_MOVE},
    {"summary of all",
     {.moves = M(SUMMARY), .told = LATE | WINDOW},
     RP_REACTION_SUMMARY_GOOD,
     -13,
     8,
     RP_FINDING_SUMMARY_FULL},
    {"summary of half",
     {.moves = M(SUMMARY), .told = LATE},
     RP_REACTION_SUMMARY_PART,
     -4,
     0,
     RP_FINDING_SUMMARY_PART},
    {"only his last words",
     {.moves = M(SUMMARY), .told = MORNING},
     RP_REACTION_PARROTING,
     0,
     0,
     RP_FINDING_PARROTING},
    {"summary of nothing",
     {.moves = M(SUMMARY)},
     RP_REACTION_SUMMARY_WRONG,
     4,
     -4,
     RP_FINDING_SUMMARY_PART},
    {"wrong figure",
     {.moves = M(SUMMARY), .told = WINDOW, .contradicted = LATE},
     RP_REACTION_SUMMARY_WRONG,
     4,
     -4,
     RP_FINDING_SUMMARY_WRONG},
    {"a question answered already",
     {.moves = M(CLARIFY), .asked = LATE},
     RP_REACTION_REPEAT_QUESTION,
     4,
     -3,
     RP_FINDING_REPEAT_QUESTION},
    {"checking what he said",
     {.moves = M(CLARIFY), .asked = LATE, .told = LATE},
     RP_REACTION_NO_ANSWER,
     -2,
     2,
     RP_FINDING_MOVE},
    {"vague", {.moves = M(VAGUE_ASSURANCE)}, RP_REACTION_VAGUE, 4, -4, RP_FINDING_MOVE},
    {"refusal", {.moves = M(NEGATIVE_POLICY)}, RP_REACTION_REFUSAL, 8, -6, RP_FINDING_MOVE},
    {"rude", {.moves = M(RUDE)}, RP_REACTION_RUDE, 20, -20, RP_FINDING_MOVE},
    {"limit for mere anger",
     {.moves = M(BOUNDARY)},
     RP_REACTION_BOUNDARY_EARLY,
     5,
     -3,
     RP_FINDING_MOVE},
    {"offer below what he takes",
     {.moves = M(OFFER_SPECIFIC), .cents = 20 * DOLLARS},
     RP_REACTION_OFFER_BELOW,
     6,
     -3,
     RP_FINDING_OFFER_BELOW_FLOOR},
    {"an insult of an offer",
     {.moves = M(OFFER_SPECIFIC), .cents = 5 * DOLLARS},
     RP_REACTION_OFFER_INSULT,
     6,
     -3,
     RP_FINDING_OFFER_BELOW_FLOOR},
    {"a fair offer to a distrustful man",
     {.moves = M(OFFER_SPECIFIC), .cents = 30 * DOLLARS},
     RP_REACTION_OFFER_COUNTER,
     -5,
     6,
     RP_FINDING_OFFER_COUNTER},
    {"what he wants",
     {.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS},
     RP_REACTION_GRUDGING,
     -11,
     6,
     RP_FINDING_OFFER_ACCEPTED},
    {"more than he lost",
     {.moves = M(OFFER_SPECIFIC), .cents = 200 * DOLLARS},
     RP_REACTION_GRUDGING,
     -11,
     -3,
     RP_FINDING_OFFER_OVER_LOSS},
    {"an offer of nothing",
     {.moves = M(OFFER_SPECIFIC)},
     RP_REACTION_OFFER_UNCLEAR,
     -1,
     0,
     RP_FINDING_MOVE},
    {"goodbye too soon", {.moves = M(CLOSING)}, RP_REACTION_CLOSING_EARLY, 10, 0, RP_FINDING_MOVE},
    {"nonsense", {0}, RP_REACTION_NOT_UNDERSTOOD, 0, 0, RP_FINDING_NOT_UNDERSTOOD},
    {"thrice bad is limited",
     {.moves = M(RUDE) | M(ARGUE) | M(BLAME_CUSTOMER)},
     RP_REACTION_RUDE,
     25,
     -35,
     RP_FINDING_MOVE},
    {"and so is good",
     {.moves = M(SUMMARY) | M(EMPATHY) | M(APOLOGY_SPECIFIC),
      .told = LATE | WINDOW,
      .apology_for = WINDOW},
     RP_REACTION_SUMMARY_GOOD,
     -15,
     18,
     RP_FINDING_SUMMARY_FULL},
};

static void he_answers_what_was_said(void **unused)
{
    (void)unused;
    static struct play play;
    for (unsigned i = 0; i < RP_COUNT(lines); i++) {
        begin_heard(&play);
        play.dialogue.trust = 35;
        play.findings = 0;
        int anger = play.dialogue.anger, trust = play.dialogue.trust;
        say(&play, lines[i].line);
        if (!answers_with(&play, lines[i].reaction))
            fail_msg("%s: another answer", lines[i].what);
        if (play.dialogue.anger - anger != lines[i].anger)
            fail_msg("%s: anger by %d", lines[i].what, play.dialogue.anger - anger);
        if (play.dialogue.trust - trust != lines[i].trust)
            fail_msg("%s: trust by %d", lines[i].what, play.dialogue.trust - trust);
        if (lines[i].finding != RP_FINDING_MOVE && !has_finding(&play, lines[i].finding))
            fail_msg("%s: finding missing", lines[i].what);
    }
}

static void credits_run_out_and_faults_do_not(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    for (unsigned i = 0; i < 3; i++)
        say(&play, (struct line){.moves = M(EMPATHY)});
    uint8_t trust = play.dialogue.trust;
    say(&play, (struct line){.moves = M(EMPATHY)});
    assert_int_equal(play.dialogue.trust, trust);
    assert_true(has_finding(&play, RP_FINDING_NO_CREDIT_LEFT));
    for (unsigned i = 0; i < 3; i++) {
        int anger = play.dialogue.anger;
        say(&play, (struct line){.moves = M(ARGUE)});
        assert_int_equal(play.dialogue.anger, anger + 10);
    }
}

static void an_unsure_accusation_moves_nothing(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    uint8_t anger = play.dialogue.anger;
    struct rp_understood u = understood_of((struct line){.moves = M(BLAME_CUSTOMER)});
    u.moves[0].confident = 0;
    say_read(&play, &u, false);
    assert_int_equal(play.out.evidence_n, 1);
    assert_int_equal(play.out.evidence[0].grade, RP_GRADE_HINT);
    assert_int_equal(play.out.deltas_n, 0);
    assert_int_equal(play.dialogue.anger, anger);
}

static void an_apology_before_any_fact_is_early(void **unused)
{
    (void)unused;
    static struct play play;
    begin(&play);
    say_over(&play, 0, (struct line){.moves = M(APOLOGY_GENERIC)});
    assert_true(has_finding(&play, RP_FINDING_PREMATURE_APOLOGY));
    assert_int_equal(play.dialogue.anger, 84);
    assert_true(is_line_of(&play, RP_REACTION_EARLY_APOLOGY, play.queue[0].say));
}

static void money_before_he_was_heard_is_not_considered(void **unused)
{
    (void)unused;
    static struct play play;
    begin(&play);
    say_over(&play, 0, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS});
    assert_true(has_finding(&play, RP_FINDING_OFFER_IN_VENT));
    assert_int_equal(play.dialogue.best_amount, -1);
    assert_int_equal(play.outcome, RP_OUTCOME_NONE);
}

static void two_key_facts_of_three_are_a_summary(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    say(&play, (struct line){.moves = M(CLARIFY), .asked = DEPOSIT});
    say(&play, (struct line){.moves = M(SUMMARY), .told = LATE | DEPOSIT});
    assert_true(has_finding(&play, RP_FINDING_SUMMARY_FULL));
    assert_int_equal(play.dialogue.grasped, 100);
}

static void silence_and_nods_count_as_far_as_they_may(void **unused)
{
    (void)unused;
    static struct play play;
    begin(&play);
    for (unsigned i = 0; i < 9; i++)
        take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_CHIP});
    assert_int_equal(play.dialogue.anger, 65);
    begin_heard(&play);
    for (unsigned i = 0; i < 20; i++)
        take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_DEAD_AIR});
    assert_int_equal(play.dialogue.anger, 70);
}

static void insults_are_said_at_their_heat_alone(void **unused)
{
    (void)unused;
    static struct play play;
    for (uint8_t heat = 1; heat <= 5; heat++)
        for (uint64_t seed = 0; seed < 30; seed++) {
            begin_at(&play, seed, heat);
            struct rp_script_lines *rude = &play.script.reactions[RP_REACTION_RUDE];
            for (unsigned i = 0; i < rude->count; i++)
                play.script.lines[rude->first + i].abuse = (uint8_t)i;
            hear_out(&play);
            say(&play, (struct line){.moves = M(RUDE)});
            uint16_t line = play.script.says[play.out.says[0].say].line;
            uint8_t abuse = play.script.lines[line].abuse;
            assert_true(abuse <= (heat < 3 ? 0 : heat < 5 ? 1 : 3));
            if (abuse >= RP_ABUSE_INSULT)
                assert_true(play.out.abusive);
        }
}

static void anger_chooses_the_wording(void **unused)
{
    (void)unused;
    static const uint8_t angers[] = {0, 34, 35, 69, 70, 90};
    static struct play play;
    for (unsigned i = 0; i < RP_COUNT(angers); i++) {
        begin_heard(&play);
        uint16_t first = play.script.reactions[RP_REACTION_NOT_UNDERSTOOD].first;
        for (unsigned band = 0; band < 3; band++)
            play.script.lines[first + band].bands = (uint8_t)(1u << band);
        play.dialogue.anger = angers[i];
        say(&play, (struct line){0});
        assert_int_equal(play.script.says[play.out.says[0].say].line, first + i / 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(he_answers_what_was_said),
        cmocka_unit_test(credits_run_out_and_faults_do_not),
        cmocka_unit_test(an_unsure_accusation_moves_nothing),
        cmocka_unit_test(an_apology_before_any_fact_is_early),
        cmocka_unit_test(money_before_he_was_heard_is_not_considered),
        cmocka_unit_test(two_key_facts_of_three_are_a_summary),
        cmocka_unit_test(silence_and_nods_count_as_far_as_they_may),
        cmocka_unit_test(insults_are_said_at_their_heat_alone),
        cmocka_unit_test(anger_chooses_the_wording),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
