/* The protocol's own table of who may see what, held against one that was written by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_shape.h"
#include "support/table.h"

enum { EVENTS_MAX = 256 };

static void every_event_field_and_message_has_its_row(void **unused)
{
    (void)unused;
    assert_int_equal(table_open(), 0);
}

/* Every event, to every seat at every stage; what belongs to one seat, of both. */
static void each(void (*look)(const struct rp_shape *shape, const struct rp_event *event,
                              const struct rp_audience *audience))
{
    for (unsigned number = 0; number < EVENTS_MAX; number++)
        for (unsigned owner = 0; owner < 2 && rp_event_shape(number) != NULL; owner++)
            for (unsigned at = 0; at < RP_SEATS * RP_STAGES; at++) {
                const struct rp_shape *shape = rp_event_shape(number);
                const struct rp_audience audience = {(enum rp_seat)(at % RP_SEATS),
                                                     (enum rp_stage)(at / RP_SEATS)};
                struct rp_event event = {.type = (enum rp_event_type)number};
                if (shape->own)
                    rp_field_set(shape->own, &event.as, owner);
                look(shape, &event, &audience);
            }
}

/* By the hand-written table, and the seat that the event belongs to. */
static bool may_know(const struct rp_shape *shape, const struct rp_event *event,
                     const struct rp_audience *audience)
{
    int own = table_own(event->type);
    bool others = own >= 0 && audience->seat != RP_SEAT_STAFF &&
                  rp_field_get(&shape->fields[own], &event->as) != (int64_t)audience->seat;
    return table_sees(event->type, audience) && !others;
}

static void look_at_cell(const struct rp_shape *shape, const struct rp_event *event,
                         const struct rp_audience *audience)
{
    uint32_t fields = rp_visible_fields(event, audience);
    bool knows = may_know(shape, event, audience);
    if (rp_visible(event, audience) != knows)
        fail_msg("%s: seat %d at stage %d %s be told", shape->name, audience->seat, audience->stage,
                 knows ? "should" : "must not");
    for (unsigned i = 0; i < shape->fields_n; i++) {
        bool sees = knows && table_sees_field(event->type, i, audience);
        if ((fields >> i & 1) != sees)
            fail_msg("%s.%s: seat %d at stage %d %s see it", shape->name, shape->fields[i].name,
                     audience->seat, audience->stage, sees ? "should" : "must not");
    }
}

static void the_definition_says_what_was_decided_by_hand(void **unused)
{
    (void)unused;
    each(look_at_cell);
}

/* Nothing is taken back at a later stage, and after the debrief only the trainee learns more. */
static void look_at_growth(const struct rp_shape *shape, const struct rp_event *event,
                           const struct rp_audience *audience)
{
    if (audience->stage == RP_STAGE_PLAY)
        return;
    const struct rp_audience before = {audience->seat, (enum rp_stage)(audience->stage - 1)};
    uint32_t now = rp_visible_fields(event, audience), then = rp_visible_fields(event, &before);
    assert_int_equal(then & ~now, 0);
    if (audience->seat != RP_SEAT_TRAINEE && before.stage >= RP_STAGE_DEBRIEF && now != then)
        fail_msg("%s: seat %d learns more at stage %d", shape->name, audience->seat,
                 audience->stage);
}

static void what_is_seen_grows_and_after_the_end_for_the_trainee_alone(void **unused)
{
    (void)unused;
    each(look_at_growth);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_event_field_and_message_has_its_row),
        cmocka_unit_test(the_definition_says_what_was_decided_by_hand),
        cmocka_unit_test(what_is_seen_grows_and_after_the_end_for_the_trainee_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
