/* Offers, and the ways in which it ends. */
#include "dialogue_play.h"

static void asked_he_says_what_he_wants_in_two_wordings(void **unused)
{
    (void)unused;
    static struct play play;
    begin_resolving(&play);
    say(&play, (struct line){.moves = M(ASK_SOLUTION)});
    assert_int_equal(play.script.says[play.queue[play.queued - 1].say].line,
                     play.script.resolution.ask_line);
    say(&play, (struct line){.moves = M(ASK_SOLUTION)});
    assert_int_equal(play.script.says[play.queue[play.queued - 1].say].line,
                     play.script.resolution.ask_again);
}

static void a_little_less_is_taken_on_trust(void **unused)
{
    (void)unused;
    static struct play play;
    begin_resolving(&play);
    play.dialogue.trust = 43;
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 30 * DOLLARS});
    assert_int_equal(play.outcome, RP_OUTCOME_NONE);
    say(&play, (struct line){.moves = M(FOLLOW_UP)});
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 30 * DOLLARS});
    assert_int_equal(play.outcome, RP_OUTCOME_GRUDGING);
    assert_false(play.ended);
}

static void the_same_offer_again_helps_no_more(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 30 * DOLLARS});
    uint8_t trust = play.dialogue.trust;
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 30 * DOLLARS});
    assert_int_equal(play.dialogue.trust, trust);
}

static void a_better_offer_makes_up_for_a_grudge(void **unused)
{
    (void)unused;
    static struct play play;
    begin_resolving(&play);
    play.dialogue.trust = 60;
    play.dialogue.anger = 25;
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 30 * DOLLARS});
    assert_int_equal(play.outcome, RP_OUTCOME_GRUDGING);
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS});
    assert_int_equal(play.outcome, RP_OUTCOME_SATISFIED);
}

static void authority_is_the_trainees_own_affair(void **unused)
{
    (void)unused;
    static const struct {
        int64_t dollars;
        bool shown;
        enum rp_grade grade;
    } rows[] = {{50, false, RP_GRADE_NOTE}, {80, true, RP_GRADE_NOTE}, {120, true, RP_GRADE_FAULT}};
    static struct play play;
    for (unsigned i = 0; i < RP_COUNT(rows); i++) {
        begin_resolving(&play);
        say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = rows[i].dollars * DOLLARS});
        assert_int_equal(has_finding(&play, RP_FINDING_OFFER_OVER_AUTHORITY), rows[i].shown);
        if (rows[i].shown) {
            assert_int_equal(play.out.evidence[0].finding, RP_FINDING_OFFER_OVER_AUTHORITY);
            assert_int_equal(play.out.evidence[0].grade, rows[i].grade);
        }
    }
}

/* Remedies that are no money: two of them together settle it, one alone gets a counter-offer. */
static void remedies_add_up(void **unused)
{
    (void)unused;
    static struct play play;
    begin_resolving(&play);
    struct rp_script_resolution *r = &play.script.resolution;
    play.script.remedies_n = 3;
    play.script.remedies[1].needs_time = true;
    play.script.remedies[2].fails = true;
    r->money = false;
    r->full[0] = 3;
    r->acceptable_n = 0;
    struct rp_understood u = understood_of((struct line){.moves = M(OFFER_SPECIFIC)});
    u.remedies = 4;
    say_read(&play, &u, false);
    assert_true(answers_with(&play, RP_REACTION_OFFER_BELOW));
    u.remedies = 1;
    say_read(&play, &u, false);
    assert_true(answers_with(&play, RP_REACTION_OFFER_COUNTER));
    u.remedies = 2;
    say_read(&play, &u, false);
    assert_true(answers_with(&play, RP_REACTION_OFFER_WHEN));
    u.quantities_n = 1;
    u.quantities[0] = (struct rp_quantity){RP_QUANTITY_DATE, 3001, {0, 4}};
    say_read(&play, &u, false);
    assert_int_equal(play.dialogue.accepted, RP_ACCEPTED_ALL);
}

static void once_they_agree_the_trainee_closes(void **unused)
{
    (void)unused;
    static struct play play;
    begin_resolving(&play);
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS});
    say(&play, (struct line){.moves = M(FOLLOW_UP)});
    assert_false(play.ended);
    say(&play, (struct line){.moves = M(CLOSING)});
    assert_true(play.ended);
    assert_true(answers_with(&play, RP_REACTION_GOODBYE));
}

static void he_does_not_wait_for_that_for_ever(void **unused)
{
    (void)unused;
    static struct play play;
    begin_resolving(&play);
    say(&play, (struct line){.moves = M(OFFER_SPECIFIC), .cents = 50 * DOLLARS});
    for (unsigned i = 0; i < 4; i++)
        say(&play, (struct line){.moves = M(THANK)});
    assert_true(play.ended);
}

static void closing_without_agreement_leaves_it_unresolved(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_CLOSE});
    assert_int_equal(play.outcome, RP_OUTCOME_UNRESOLVED);
    assert_true(play.ended);
    begin_heard(&play);
    say(&play, (struct line){.moves = M(CLOSING)});
    assert_false(play.ended);
    say(&play, (struct line){.moves = M(CLOSING)});
    assert_int_equal(play.outcome, RP_OUTCOME_UNRESOLVED);
}

static void patience_ends(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    for (unsigned i = 0; i < 24; i++)
        say(&play, (struct line){.moves = M(THANK)});
    assert_int_equal(play.outcome, RP_OUTCOME_UNRESOLVED);
    begin_heard(&play);
    for (unsigned i = 0; i < 5; i++) {
        assert_false(play.ended);
        take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_DEAD_AIR});
        hear_out(&play);
    }
    assert_int_equal(play.outcome, RP_OUTCOME_UNRESOLVED);
}

static void a_briefing_is_measured_by_its_facts(void **unused)
{
    (void)unused;
    static const struct {
        uint32_t told;
        enum rp_grade grade;
    } rows[] = {{LATE | WINDOW | DEPOSIT, RP_GRADE_CREDIT}, {LATE, RP_GRADE_FAULT}};
    static struct play play;
    for (unsigned i = 0; i < RP_COUNT(rows); i++) {
        struct rp_understood u = understood_of((struct line){.told = rows[i].told});
        begin_heard(&play);
        take(&play, (struct rp_dialogue_event){
                        .type = RP_DIALOGUE_HAND_OVER, .line = 9, .understood = &u});
        assert_int_equal(play.outcome, RP_OUTCOME_HANDED_OVER);
        assert_int_equal(play.out.evidence[0].grade, rows[i].grade);
        assert_int_equal(play.out.evidence[0].line, 9);
    }
}

static void ending_by_policy_takes_the_warnings(void **unused)
{
    (void)unused;
    static struct play play;
    for (unsigned warnings = 0; warnings <= 2; warnings++) {
        begin_heard(&play);
        play.script.persona.cools_percent = 0;
        play.dialogue.anger = 94;
        play.dialogue.abusive = true;
        for (unsigned i = 0; i < warnings; i++)
            say(&play, (struct line){.moves = M(BOUNDARY)});
        take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_END_BY_POLICY});
        assert_int_equal(play.outcome,
                         warnings == 2 ? RP_OUTCOME_ENDED_BY_POLICY : RP_OUTCOME_UNRESOLVED);
    }
}

static void a_trigger_comes_in_time_unless_averted(void **unused)
{
    (void)unused;
    static struct play play;
    for (unsigned averted = 0; averted < 2; averted++) {
        begin_heard(&play);
        play.script.triggers_n = 1;
        play.script.triggers[0] = (struct rp_script_trigger){
            .after_ms = 90000, .unless = 3, .safety_miss = true, .line = 1};
        if (averted)
            say(&play, (struct line){.moves = M(CLARIFY), .asked = DEPOSIT});
        hear_out(&play);
        take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_FLOOR_IDLE, .at_ms = 89999});
        assert_false(play.ended);
        take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_FLOOR_IDLE, .at_ms = 90000});
        assert_int_equal(play.outcome, averted ? RP_OUTCOME_NONE : RP_OUTCOME_SAFETY_MISS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asked_he_says_what_he_wants_in_two_wordings),
        cmocka_unit_test(a_little_less_is_taken_on_trust),
        cmocka_unit_test(the_same_offer_again_helps_no_more),
        cmocka_unit_test(a_better_offer_makes_up_for_a_grudge),
        cmocka_unit_test(authority_is_the_trainees_own_affair),
        cmocka_unit_test(remedies_add_up),
        cmocka_unit_test(once_they_agree_the_trainee_closes),
        cmocka_unit_test(he_does_not_wait_for_that_for_ever),
        cmocka_unit_test(closing_without_agreement_leaves_it_unresolved),
        cmocka_unit_test(patience_ends),
        cmocka_unit_test(a_briefing_is_measured_by_its_facts),
        cmocka_unit_test(ending_by_policy_takes_the_warnings),
        cmocka_unit_test(a_trigger_comes_in_time_unless_averted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
