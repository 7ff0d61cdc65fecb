/* Who may mark what and when, and what the evidence hints at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_hints.h"
#include "rp_marking.h"

static struct rp_marking two_items(void)
{
    struct rp_marking marking = {
        .method = {.items = {{RP_ITEM_L1, 40}, {RP_ITEM_E1, 60}}, .items_n = 2}};
    return marking;
}

static struct rp_event mark_of(enum rp_item item, uint8_t level, uint16_t version)
{
    struct rp_event event = {.type = RP_EVENT_MARK};
    event.as.mark.item = item;
    event.as.mark.level = level;
    event.as.mark.version = version;
    return event;
}

/* Checks it, and takes it if it may come. */
static enum rp_err step(struct rp_marking *marking, struct rp_event event)
{
    enum rp_err err = rp_marking_check(marking, &event, RP_PHASE_DEBRIEF);
    if (err == RP_OK)
        rp_marking_take(marking, &event, 5000);
    return err;
}

static void a_mark_names_the_version_that_it_replaces(void **unused)
{
    (void)unused;
    struct rp_marking m = two_items();
    assert_int_equal(step(&m, mark_of(RP_ITEM_L2, 3, 0)), RP_ERR_NOT_FOUND);
    assert_int_equal(step(&m, mark_of(RP_ITEM_L1, 3, 1)), RP_ERR_CONFLICT);
    assert_int_equal(step(&m, mark_of(RP_ITEM_L1, 3, 0)), RP_OK);
    assert_int_equal(step(&m, mark_of(RP_ITEM_L1, 4, 0)), RP_ERR_CONFLICT);
    assert_int_equal(m.marks[RP_ITEM_L1].level, 3);
    assert_int_equal(step(&m, mark_of(RP_ITEM_L1, 4, 1)), RP_OK);
    assert_int_equal(m.marks[RP_ITEM_L1].level, 4);
    m.released = true;
    assert_int_equal(step(&m, mark_of(RP_ITEM_L1, 5, 2)), RP_ERR_DENIED);
    struct rp_event revision = mark_of(RP_ITEM_L1, 5, 2);
    revision.as.mark.line = 7;
    assert_int_equal(step(&m, revision), RP_OK);
}

static struct rp_event overall_of(uint8_t level)
{
    struct rp_event event = {.type = RP_EVENT_OVERALL, .as.overall.level = level};
    return event;
}

static struct rp_event release_of(bool on)
{
    struct rp_event event = {.type = RP_EVENT_RELEASE, .as.release.on = on};
    return event;
}

static void a_total_waits_for_every_item_and_the_overall_view(void **unused)
{
    (void)unused;
    struct rp_marking m = two_items();
    step(&m, mark_of(RP_ITEM_L1, 3, 0));
    step(&m, overall_of(3));
    assert_false(rp_marking_tells(&m, 100));
    assert_int_equal(step(&m, release_of(true)), RP_ERR_RANGE);
    step(&m, mark_of(RP_ITEM_E1, 4, 0));
    assert_true(rp_marking_tells(&m, 100));
    assert_int_equal(m.told.total, 72); /* R 65, T 52 + 20 */
    assert_false(rp_marking_tells(&m, 100));
    assert_int_equal(step(&m, release_of(true)), RP_OK);
    assert_int_equal(m.release_ms, 5000 + RP_RELEASE_UNDO_MS);
    assert_int_equal(step(&m, release_of(true)), RP_ERR_DENIED);
    assert_int_equal(step(&m, release_of(false)), RP_OK);
    assert_int_equal(step(&m, release_of(false)), RP_ERR_DENIED);
}

static void ones_own_view_is_whole_and_given_once(void **unused)
{
    (void)unused;
    struct rp_marking m = two_items();
    struct rp_event own = {.type = RP_EVENT_RATED_SELF};
    own.as.rated_self.marks[0] = (struct rp_own_mark){RP_ITEM_L1, 3};
    own.as.rated_self.marks_n = 1;
    assert_int_equal(step(&m, own), RP_ERR_RANGE);
    own.as.rated_self.marks[1] = (struct rp_own_mark){RP_ITEM_S1, 3};
    own.as.rated_self.marks_n = 2;
    assert_int_equal(step(&m, own), RP_ERR_NOT_FOUND);
    own.as.rated_self.marks[1].item = RP_ITEM_E1;
    assert_int_equal(step(&m, own), RP_OK);
    assert_int_equal(step(&m, own), RP_ERR_DENIED);
}

static void what_belongs_to_the_debrief_waits_for_it(void **unused)
{
    (void)unused;
    static const struct {
        enum rp_event_type type;
        bool read, play, debrief;
    } rows[] = {
        {RP_EVENT_GRADED_BY, false, false, false},    {RP_EVENT_OVERALL, false, false, true},
        {RP_EVENT_MOMENT, false, true, true},         {RP_EVENT_CRITICAL, false, true, true},
        {RP_EVENT_WHISPER, false, true, false},       {RP_EVENT_NOTE, false, false, true},
        {RP_EVENT_CUSTOMER_NOTE, false, false, true}, {RP_EVENT_FELT_HEARD, false, false, true},
        {RP_EVENT_MARK, false, true, true},           {RP_EVENT_RELEASED, false, false, false},
        {RP_EVENT_HINT, false, false, false},         {RP_EVENT_GRADED, false, false, false},
    };
    struct rp_marking m = two_items();
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        const struct rp_event event = {.type = rows[i].type};
        assert_int_equal(rp_marking_check(&m, &event, RP_PHASE_READ) == RP_OK, rows[i].read);
        assert_int_equal(rp_marking_check(&m, &event, RP_PHASE_PLAY) == RP_OK, rows[i].play);
        assert_int_equal(rp_marking_check(&m, &event, RP_PHASE_DEBRIEF) == RP_OK, rows[i].debrief);
    }
}

/* What one line after another does, and the hint that it comes to. */
struct said {
    enum rp_move moves[3];
    uint8_t moves_n, questions;
};

static struct rp_event_understood line_of(const struct said *said, uint16_t line)
{
    struct rp_event_understood understood = {.line = line, .questions = said->questions};
    for (uint8_t i = 0; i < said->moves_n; i++)
        understood.moves[i] =
            (struct rp_logged_move){.move = (uint8_t)said->moves[i], .confident = true};
    understood.moves_n = said->moves_n;
    return understood;
}

static void hints_follow_from_the_moves(void **unused)
{
    (void)unused;
    static const struct {
        struct said lines[2];
        enum rp_item item;
        uint8_t level;
        uint16_t cited;
    } rows[] = {
        {{{{RP_MOVE_SUMMARY}, 1, 0}}, RP_ITEM_L5, 3, 1},
        {{{{RP_MOVE_SUMMARY}, 1, 1}}, RP_ITEM_L5, 4, 1},
        {{{{RP_MOVE_SUMMARY, RP_MOVE_CHECK}, 2, 0}}, RP_ITEM_L5, 4, 1},
        {{{{RP_MOVE_GREETING}, 1, 0}}, RP_ITEM_L5, 0, 0},
        {{{{RP_MOVE_ASK_SOLUTION}, 1, 1}, {{RP_MOVE_OFFER_SPECIFIC}, 1, 0}}, RP_ITEM_S2, 4, 1},
        {{{{RP_MOVE_OFFER_SPECIFIC}, 1, 0}, {{RP_MOVE_ASK_SOLUTION}, 1, 1}}, RP_ITEM_S2, 3, 2},
        {{{{RP_MOVE_VAGUE_ASSURANCE}, 1, 0}}, RP_ITEM_S3, 2, 1},
        {{{{RP_MOVE_VAGUE_ASSURANCE}, 1, 0}, {{RP_MOVE_OFFER_SPECIFIC}, 1, 0}}, RP_ITEM_S3, 4, 2},
        {{{{RP_MOVE_OWNERSHIP}, 1, 0}}, RP_ITEM_S6, 3, 1},
        {{{{RP_MOVE_FOLLOW_UP}, 1, 0}}, RP_ITEM_S6, 4, 1},
        {{{{RP_MOVE_APOLOGY_GENERIC}, 1, 0}}, RP_ITEM_E4, 3, 1},
        {{{{RP_MOVE_EMPATHY}, 1, 0}}, RP_ITEM_E1, 0, 0},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_hints hints = {0};
        for (uint16_t line = 0; line < 2; line++) {
            struct rp_event_understood understood =
                line_of(&rows[i].lines[line], (uint16_t)(line + 1));
            rp_hints_read(&hints, &understood);
        }
        struct rp_hint hint = rp_hints_for(&hints, rows[i].item);
        if (hint.level != rows[i].level || hint.cited != rows[i].cited)
            fail_msg("row %zu: level %u of line %u", i, hint.level, hint.cited);
    }
}

static void the_customer_s_own_word_outweighs_the_machine(void **unused)
{
    (void)unused;
    const struct rp_event_recognised right = {RP_RECOGNITION_THATS_RIGHT, 7};
    const struct rp_event_recognised heard = {RP_RECOGNITION_FEEL_HEARD, 9};
    const struct rp_event_evidence wrong = {.line = 3, .finding = RP_FINDING_SUMMARY_WRONG};
    struct rp_hints hints = {0};
    rp_hints_recognise(&hints, &heard);
    assert_int_equal(rp_hints_for(&hints, RP_ITEM_L2).level, 4);
    assert_int_equal(rp_hints_for(&hints, RP_ITEM_L2).cited, 9);
    assert_int_equal(rp_hints_for(&hints, RP_ITEM_L5).level, 0);
    rp_hints_find(&hints, &wrong); /* and mended, since he says so */
    rp_hints_recognise(&hints, &right);
    assert_int_equal(rp_hints_for(&hints, RP_ITEM_L5).level, 5);
    assert_int_equal(rp_hints_for(&hints, RP_ITEM_L5).cited, 7);
    assert_int_equal(rp_hints_for(&hints, RP_ITEM_L2).level, 5);
}

static void what_is_missing_is_a_hint_once_the_talk_is_over(void **unused)
{
    (void)unused;
    struct rp_hints hints = {.talk_is_over = true};
    static const uint8_t want[RP_ITEMS] = {
        [RP_ITEM_L3] = 1, [RP_ITEM_L4] = 1, [RP_ITEM_L5] = 1, [RP_ITEM_E4] = 1,
        [RP_ITEM_S2] = 1, [RP_ITEM_S3] = 1, [RP_ITEM_S6] = 1,
    };
    for (unsigned item = 0; item < RP_ITEMS; item++)
        assert_int_equal(rp_hints_for(&hints, (enum rp_item)item).level, want[item]);
}

static void what_is_not_sure_hints_at_nothing(void **unused)
{
    (void)unused;
    struct rp_hints hints = {0};
    struct rp_event_understood line = {
        .line = 1, .moves_n = 1, .moves = {{.move = RP_MOVE_SUMMARY}}};
    rp_hints_read(&hints, &line);
    assert_int_equal(rp_hints_for(&hints, RP_ITEM_L5).level, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_names_the_version_that_it_replaces),
        cmocka_unit_test(a_total_waits_for_every_item_and_the_overall_view),
        cmocka_unit_test(ones_own_view_is_whole_and_given_once),
        cmocka_unit_test(what_belongs_to_the_debrief_waits_for_it),
        cmocka_unit_test(hints_follow_from_the_moves),
        cmocka_unit_test(the_customer_s_own_word_outweighs_the_machine),
        cmocka_unit_test(what_is_missing_is_a_hint_once_the_talk_is_over),
        cmocka_unit_test(what_is_not_sure_hints_at_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
