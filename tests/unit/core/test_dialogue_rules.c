#include "dialogue_play.h"

static uint64_t is_line_of(const struct play *play, enum rp_reaction reaction, uint16_t say)
{
    const struct rp_script_lines *lines = &play->script.reactions[reaction];
    uint16_t line = play->script.says[say].line;
    return line >= lines->first && line < lines->first + lines->count;
}

/* What he says first of all to the last event. */
static bool answers_with(const struct play *play, enum rp_reaction reaction)
{
    return play->out.says_n > 0 && is_line_of(play, reaction, play->out.says[0].say);
}

static bool has_finding(const struct play *play, enum rp_finding finding)
{
    return play->findings >> finding & 1;
}

static void begin_heard(struct play *play)
{
    begin(play);
    hear_out(play);
}

/* Heard out, understood, and with the loss out. */
static void begin_resolving(struct play *play)
{
    begin_heard(play);
    say(play, (struct line){.moves = M(APOLOGY_SPECIFIC), .apology_for = WINDOW});
    say(play, (struct line){.moves = M(CLARIFY), .asked = DEPOSIT});
    say(play, (struct line){.moves = M(SUMMARY), .told = LATE | WINDOW | DEPOSIT});
    hear_out(play);
}

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

static void his_story_comes_in_parts_and_calms_him(void **unused)
{
    (void)unused;
    static struct play play;
    begin(&play);
    assert_int_equal(play.queued, 5);
    hear_one(&play);
    assert_int_equal(play.revealed, 0); /* half a part tells nothing */
    hear_one(&play);
    assert_int_equal(play.revealed, LATE);
    assert_int_equal(play.dialogue.heard, 20);
    hear_out(&play);
    assert_int_equal(play.revealed, LATE | WINDOW | MORNING);
    assert_int_equal(play.dialogue.heard, 60);
    assert_int_equal(play.dialogue.anger, 60);
    assert_true(has_finding(&play, RP_FINDING_VENT_HEARD));
}

static void cut_off_he_says_the_part_again_from_its_start(void **unused)
{
    (void)unused;
    static struct play play;
    begin(&play);
    hear_one(&play);
    cut_in(&play, true, 0);
    assert_int_equal(play.dialogue.anger, 82);
    assert_int_equal(play.dialogue.trust, 20);
    assert_true(answers_with(&play, RP_REACTION_VENT_AGAIN));
    assert_true(play.out.vents_again);
    assert_int_equal(play.script.says[play.out.says[1].say].line, play.script.facts[0].again);
    assert_true(play.out.says[1].again);
    hear_out(&play);
    assert_int_equal(play.revealed, LATE | WINDOW | MORNING);
}

static void a_cut_in_costs_by_what_it_met(void **unused)
{
    (void)unused;
    static const struct {
        bool major, vent;
        uint8_t earlier;
        int anger;
    } rows[] = {{true, true, 0, 12},  {true, false, 0, 8}, {false, true, 0, 6},
                {false, false, 0, 4}, {true, true, 2, 16}, {false, false, 1, 6}};
    static struct play play;
    for (unsigned i = 0; i < RP_COUNT(rows); i++) {
        begin_at(&play, 1, 1);
        take(&play, (struct rp_dialogue_event){.type = RP_DIALOGUE_CUT_IN,
                                               .say = play.queue[0].say,
                                               .major = rows[i].major,
                                               .vent = rows[i].vent,
                                               .earlier = rows[i].earlier});
        assert_int_equal(play.dialogue.anger, 40 + rows[i].anger);
    }
}

static void the_third_cut_of_one_part_sends_for_the_manager(void **unused)
{
    (void)unused;
    static struct play play;
    begin(&play);
    cut_in(&play, false, 0);
    cut_in(&play, false, 1);
    assert_false(play.ended);
    cut_in(&play, false, 2);
    assert_int_equal(play.outcome, RP_OUTCOME_MANAGER);
    assert_true(play.ended);
    assert_true(answers_with(&play, RP_REACTION_MANAGER));
}

static void cuts_of_several_parts_are_no_reason_to_go(void **unused)
{
    (void)unused;
    static struct play play;
    begin_at(&play, 1, 1);
    for (unsigned part = 0; part < 3; part++) {
        cut_in(&play, false, 0);
        assert_true(answers_with(&play, part < 2 ? RP_REACTION_VENT_AGAIN : RP_REACTION_CUT_OFTEN));
        hear_one(&play);
        hear_one(&play);
    }
    assert_false(play.ended);
}

/* He is in the middle of it and does not stop for that; for an insult he does. */
static void only_what_stings_breaks_off_his_story(void **unused)
{
    (void)unused;
    static struct play play;
    begin(&play);
    say_over(&play, 0, (struct line){.moves = M(EMPATHY)});
    assert_true(is_line_of(&play, RP_REACTION_VENT_AGAIN, play.queue[0].say));
    begin(&play);
    say_over(&play, 0, (struct line){.moves = M(RUDE)});
    assert_true(is_line_of(&play, RP_REACTION_RUDE, play.queue[0].say));
    assert_false(is_line_of(&play, RP_REACTION_VENT_AGAIN, play.queue[1].say));
    hear_out(&play);
    assert_int_equal(play.revealed, LATE | WINDOW | MORNING);
}

static void his_loss_comes_when_he_is_asked(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    say(&play, (struct line){.moves = M(CLARIFY), .asked = DEPOSIT});
    assert_false(play.revealed & DEPOSIT); /* planned, and not said yet */
    hear_out(&play);
    assert_true(play.revealed & DEPOSIT);
    say(&play, (struct line){.moves = M(CLARIFY), .asked = DOUBT});
    hear_out(&play);
    assert_true(play.revealed & DOUBT);
}

static void or_by_room_after_the_right_apology(void **unused)
{
    (void)unused;
    static struct play play;
    const struct rp_dialogue_event idle = {.type = RP_DIALOGUE_FLOOR_IDLE};
    begin_heard(&play);
    take(&play, idle);
    assert_int_equal(play.out.says_n, 0);
    say(&play, (struct line){.moves = M(APOLOGY_SPECIFIC), .apology_for = LATE});
    hear_out(&play);
    take(&play, idle);
    assert_int_equal(play.out.says_n, 0); /* the wrong one */
    say(&play, (struct line){.moves = M(APOLOGY_SPECIFIC), .apology_for = WINDOW});
    hear_out(&play);
    take(&play, idle);
    hear_out(&play);
    assert_true(play.revealed & DEPOSIT);
}

static void or_by_an_open_question_after_it(void **unused)
{
    (void)unused;
    static struct play play;
    begin_heard(&play);
    say(&play, (struct line){.moves = M(CLARIFY)});
    hear_out(&play);
    assert_false(play.revealed & DEPOSIT);
    say(&play, (struct line){.moves = M(APOLOGY_SPECIFIC) | M(CLARIFY), .apology_for = WINDOW});
    hear_out(&play);
    assert_true(play.revealed & DEPOSIT);
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
        cmocka_unit_test(he_answers_what_was_said),
        cmocka_unit_test(his_story_comes_in_parts_and_calms_him),
        cmocka_unit_test(cut_off_he_says_the_part_again_from_its_start),
        cmocka_unit_test(a_cut_in_costs_by_what_it_met),
        cmocka_unit_test(the_third_cut_of_one_part_sends_for_the_manager),
        cmocka_unit_test(cuts_of_several_parts_are_no_reason_to_go),
        cmocka_unit_test(only_what_stings_breaks_off_his_story),
        cmocka_unit_test(his_loss_comes_when_he_is_asked),
        cmocka_unit_test(or_by_room_after_the_right_apology),
        cmocka_unit_test(or_by_an_open_question_after_it),
        cmocka_unit_test(credits_run_out_and_faults_do_not),
        cmocka_unit_test(an_unsure_accusation_moves_nothing),
        cmocka_unit_test(an_apology_before_any_fact_is_early),
        cmocka_unit_test(money_before_he_was_heard_is_not_considered),
        cmocka_unit_test(asked_he_says_what_he_wants_in_two_wordings),
        cmocka_unit_test(a_little_less_is_taken_on_trust),
        cmocka_unit_test(two_key_facts_of_three_are_a_summary),
        cmocka_unit_test(the_same_offer_again_helps_no_more),
        cmocka_unit_test(a_better_offer_makes_up_for_a_grudge),
        cmocka_unit_test(authority_is_the_trainees_own_affair),
        cmocka_unit_test(remedies_add_up),
        cmocka_unit_test(once_they_agree_the_trainee_closes),
        cmocka_unit_test(he_does_not_wait_for_that_for_ever),
        cmocka_unit_test(closing_without_agreement_leaves_it_unresolved),
        cmocka_unit_test(patience_ends),
        cmocka_unit_test(silence_and_nods_count_as_far_as_they_may),
        cmocka_unit_test(a_briefing_is_measured_by_its_facts),
        cmocka_unit_test(ending_by_policy_takes_the_warnings),
        cmocka_unit_test(insults_are_said_at_their_heat_alone),
        cmocka_unit_test(anger_chooses_the_wording),
        cmocka_unit_test(a_trigger_comes_in_time_unless_averted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
