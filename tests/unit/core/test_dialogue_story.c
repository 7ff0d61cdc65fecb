/* How his story and his loss come out. */
#include "dialogue_play.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(his_story_comes_in_parts_and_calms_him),
        cmocka_unit_test(cut_off_he_says_the_part_again_from_its_start),
        cmocka_unit_test(a_cut_in_costs_by_what_it_met),
        cmocka_unit_test(the_third_cut_of_one_part_sends_for_the_manager),
        cmocka_unit_test(cuts_of_several_parts_are_no_reason_to_go),
        cmocka_unit_test(only_what_stings_breaks_off_his_story),
        cmocka_unit_test(his_loss_comes_when_he_is_asked),
        cmocka_unit_test(or_by_room_after_the_right_apology),
        cmocka_unit_test(or_by_an_open_question_after_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
