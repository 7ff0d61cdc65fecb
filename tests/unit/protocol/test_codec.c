/* What the vectors cannot say: any event there and back, rooms that are too small, the limits, and
 * what must never leave, by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_codec.h"
#include "rp_shape.h"
#include "rp_understood_event.h"

enum { RANDOM_ROUNDS = 200 };

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Often an end of the range, else anything inside. */
static int64_t random_within(uint64_t *state, int64_t min, int64_t max)
{
    switch (next_random(state) % 4) {
    case 0:
        return min;
    case 1:
        return max;
    default:
        return min + (int64_t)(next_random(state) % ((uint64_t)(max - min) + 1));
    }
}

static void randomise(uint64_t *state, const struct rp_shape *shape, void *into)
{
    static const char text[RP_CODEC_IN_MAX] = {'x', 'y', 'z'};
    for (size_t i = 0; i < shape->fields_n; i++) {
        const struct rp_field *field = &shape->fields[i];
        void *at = (char *)into + field->at, *count_at = (char *)into + field->count_at;
        uint32_t count = (uint32_t)random_within(state, 0, field->max);
        if (field->kind == RP_FIELD_INTEGER || field->kind == RP_FIELD_NAME)
            rp_field_set(field, into, random_within(state, field->min, field->max));
        else if (field->kind == RP_FIELD_BOOL)
            *(bool *)at = next_random(state) % 2;
        else if (field->kind == RP_FIELD_STRING)
            *(struct rp_str *)at = (struct rp_str){text, count};
        else if (field->kind == RP_FIELD_LIST) {
            *(uint32_t *)count_at = count;
            for (uint32_t k = 0; k < count; k++)
                randomise(state, field->of, (char *)at + k * field->of->size);
        }
    }
}

static void any_event_comes_back_from_the_store(void **unused)
{
    (void)unused;
    uint64_t state = 0x9e3779b97f4a7c15u;
    for (unsigned type = 0; type < RP_EVENT_END; type++) {
        if (!rp_event_shape(type))
            continue;
        for (int round = 0; round < RANDOM_ROUNDS; round++) {
            struct rp_event event = {.type = (enum rp_event_type)type}, back;
            uint8_t bytes[4096], again[4096];
            size_t length = 0, length_again = 0;
            randomise(&state, rp_event_shape(type), &event.as);
            assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_OK);
            assert_int_equal(rp_event_decode(bytes, length, &back), RP_OK);
            assert_int_equal(back.type, event.type);
            assert_int_equal(rp_event_encode(&back, again, sizeof(again), &length_again), RP_OK);
            assert_int_equal(length, length_again);
            assert_memory_equal(bytes, again, length);
        }
    }
}

static void every_field_of_an_event_comes_back(void **unused)
{
    (void)unused;
    const struct rp_event event = {
        .type = RP_EVENT_EVIDENCE,
        .as.evidence = {513, RP_GRADE_FAULT, RP_FINDING_PARROTING, 17, 3, 300, -2300000000},
    };
    const uint8_t want[] = {0x98, 41,   0xcd, 2,    1,    1,    3,    17,   3,    0xcd, 1,
                            0x2c, 0xd3, 0xff, 0xff, 0xff, 0xff, 0x76, 0xe8, 0xc9, 0};
    uint8_t bytes[64];
    size_t length = 0;
    struct rp_event back;
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_OK);
    assert_int_equal(length, sizeof(want));
    assert_memory_equal(bytes, want, sizeof(want));
    assert_int_equal(rp_event_decode(bytes, length, &back), RP_OK);
    assert_int_equal(back.as.evidence.line, 513);
    assert_int_equal(back.as.evidence.grade, RP_GRADE_FAULT);
    assert_int_equal(back.as.evidence.finding, RP_FINDING_PARROTING);
    assert_int_equal(back.as.evidence.move, 17);
    assert_int_equal(back.as.evidence.begin, 3);
    assert_int_equal(back.as.evidence.end, 300);
    assert_true(back.as.evidence.value == -2300000000);
}

static void a_room_that_is_too_small_is_never_overrun(void **unused)
{
    (void)unused;
    static const struct rp_event event = {
        .type = RP_EVENT_SEND,
        .as.send = {.line = 700, .send_id = 70000, .floor_seen = -1, .rtt_ms = 300},
    };
    uint8_t whole[64], part[64];
    size_t length = 0, unset = 77;
    assert_int_equal(rp_event_encode(&event, whole, sizeof(whole), &length), RP_OK);
    for (size_t room = 0; room < length; room++) {
        memset(part, 0xaa, sizeof(part));
        assert_int_equal(rp_event_encode(&event, part, room, &unset), RP_ERR_TOO_LARGE);
        for (size_t i = room; i < sizeof(part); i++)
            assert_int_equal(part[i], 0xaa);
    }
    assert_int_equal(unset, 77);
    assert_int_equal(rp_event_encode(&event, part, length, &unset), RP_OK);
    assert_int_equal(unset, length);
}

static void a_value_that_could_not_be_read_again_is_not_written(void **unused)
{
    (void)unused;
    struct rp_event event = {.type = RP_EVENT_SCORE, .as.score = {.floor_score = 101}};
    uint8_t bytes[4096];
    size_t length;
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_ERR_RANGE);

    event = (struct rp_event){.type = RP_EVENT_OPENED, .as.opened = {.heat = 1}};
    event.as.opened.scenario = (struct rp_str){(const char[41]){0}, 41};
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_ERR_RANGE);

    event = (struct rp_event){.type = RP_EVENT_UNDERSTOOD, .as.understood = {.moves_n = 17}};
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_ERR_RANGE);

    event = (struct rp_event){.type = RP_EVENT_COMPOSE, .as.compose = {.rtt_ms = -2}};
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_ERR_RANGE);

    event = (struct rp_event){.type = RP_EVENT_END};
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_ERR_NOT_FOUND);
}

static void a_list_is_written_up_to_its_most(void **unused)
{
    (void)unused;
    static const struct rp_str lines[33];
    struct rp_card_section sections[13] = {{.part = RP_CARD_PART_STEPS, lines, 32}};
    struct rp_out_seated seated = {.card = sections, .card_n = 12};
    uint8_t bytes[1024];
    size_t length;
    enum rp_err err;
    err = rp_out_encode(RP_OUT_SEATED, &seated, NULL, NULL, bytes, sizeof(bytes), &length);
    assert_int_equal(err, RP_OK);
    seated.card_n = 13;
    err = rp_out_encode(RP_OUT_SEATED, &seated, NULL, NULL, bytes, sizeof(bytes), &length);
    assert_int_equal(err, RP_ERR_RANGE);
    seated.card_n = 12;
    sections[0].lines_n = 33;
    err = rp_out_encode(RP_OUT_SEATED, &seated, NULL, NULL, bytes, sizeof(bytes), &length);
    assert_int_equal(err, RP_ERR_RANGE);
    err = rp_out_encode(RP_OUT_END, &seated, NULL, NULL, bytes, sizeof(bytes), &length);
    assert_int_equal(err, RP_ERR_NOT_FOUND);
}

static void a_frame_is_at_most_16_kib(void **unused)
{
    (void)unused;
    static uint8_t bytes[RP_CODEC_IN_MAX + 1] = {0x92, RP_MSG_READY, 0xda};
    struct rp_msg msg;
    for (size_t length = RP_CODEC_IN_MAX; length <= RP_CODEC_IN_MAX + 1; length++) {
        bytes[3] = (uint8_t)((length - 5) >> 8);
        bytes[4] = (uint8_t)(length - 5);
        assert_int_equal(rp_msg_decode(bytes, length, &msg),
                         length <= RP_CODEC_IN_MAX ? RP_OK : RP_ERR_TOO_LARGE);
    }
}

static void a_decoded_string_points_into_the_frame(void **unused)
{
    (void)unused;
    const uint8_t bytes[] = {0x93, RP_MSG_HELLO, 1, 0xa3, 't', 'a', 'b'};
    struct rp_msg msg;
    assert_int_equal(rp_msg_decode(bytes, sizeof(bytes), &msg), RP_OK);
    assert_int_equal(msg.type, RP_MSG_HELLO);
    assert_ptr_equal(msg.as.hello.tab.at, &bytes[4]);
    assert_int_equal(msg.as.hello.tab.length, 3);
    assert_false(msg.as.hello.has_secret);
}

static struct rp_str no_words(void *context, uint16_t line, uint16_t say)
{
    (void)context;
    (void)line;
    (void)say;
    return (struct rp_str){NULL, 0};
}

static struct rp_str no_name(void *context, uint32_t person)
{
    (void)context;
    (void)person;
    return (struct rp_str){NULL, 0};
}

static void erased_words_are_empty(void **unused)
{
    (void)unused;
    const struct rp_lookup lookup = {NULL, no_words, no_name};
    const struct rp_audience trainee = {RP_SEAT_TRAINEE, RP_STAGE_PLAY};
    const struct rp_event event = {.type = RP_EVENT_HELD, .as.held = {.line = 5}};
    const struct rp_out_event out = {1, &event};
    const uint8_t want[] = {0x93, RP_OUT_EVENT, 1, 0x95, RP_EVENT_HELD, 5, 0, 0xc2, 0xa0};
    uint8_t bytes[64];
    size_t length = 0;
    assert_int_equal(
        rp_out_encode(RP_OUT_EVENT, &out, &trainee, &lookup, bytes, sizeof(bytes), &length), RP_OK);
    assert_int_equal(length, sizeof(want));
    assert_memory_equal(bytes, want, sizeof(want));
}

/* Told by hand, so that a slip in the definition shows: what no trainee may have while the session
 * runs, and what nobody may have at all. */
static void secrets_stay_inside(void **unused)
{
    (void)unused;
    static const enum rp_event_type staff_only[] = {
        RP_EVENT_SEND,       RP_EVENT_FLOOR_ACT, RP_EVENT_DISCARD,  RP_EVENT_CONTROL,
        RP_EVENT_UNDERSTOOD, RP_EVENT_CONTESTED, RP_EVENT_TRANSFER, RP_EVENT_DELTA,
        RP_EVENT_EVIDENCE,   RP_EVENT_REVEALED,  RP_EVENT_SCORE,
    };
    for (size_t i = 0; i < RP_COUNT(staff_only); i++)
        for (unsigned seat = 0; seat < RP_SEATS; seat++) {
            const struct rp_event event = {.type = staff_only[i]};
            const struct rp_audience in_play = {(enum rp_seat)seat, RP_STAGE_PLAY};
            assert_int_equal(rp_visible(&event, &in_play), seat == RP_SEAT_STAFF);
        }
    for (unsigned seat = 0; seat < RP_SEATS; seat++)
        for (int debrief = 0; debrief < 2; debrief++) {
            const struct rp_event opened = {.type = RP_EVENT_OPENED};
            const struct rp_audience audience = {(enum rp_seat)seat, (enum rp_stage)debrief};
            uint32_t hashes_configuration_engine_seed = 0x3e;
            uint32_t fields = rp_visible_fields(&opened, &audience);
            assert_int_equal(fields & hashes_configuration_engine_seed, 0);
            assert_int_equal(fields & 1, seat == RP_SEAT_STAFF || debrief);
        }
}

static void a_refusal_is_for_its_own_party(void **unused)
{
    (void)unused;
    static const bool table[][RP_SEATS] = {
        [RP_PARTY_TRAINEE] = {true, false, false, true},
        [RP_PARTY_CUSTOMER] = {false, true, false, true},
        [RP_PARTY_INSTRUCTOR] = {false, false, false, true},
        [RP_PARTY_NONE] = {false, false, false, true},
    };
    for (size_t party = 0; party < RP_COUNT(table); party++)
        for (unsigned seat = 0; seat < RP_SEATS; seat++)
            for (int debrief = 0; debrief < 2; debrief++) {
                const struct rp_event event = {.type = RP_EVENT_REFUSED,
                                               .as.refused = {.party = (enum rp_party)party}};
                const struct rp_audience audience = {(enum rp_seat)seat, (enum rp_stage)debrief};
                assert_int_equal(rp_visible(&event, &audience), table[party][seat]);
                assert_int_equal(rp_visible_fields(&event, &audience),
                                 table[party][seat] ? 0xf : 0);
            }
}

static void nobody_sees_what_is_no_event(void **unused)
{
    (void)unused;
    const struct rp_audience staff = {RP_SEAT_STAFF, RP_STAGE_DEBRIEF},
                             no_seat = {RP_SEATS, RP_STAGE_DEBRIEF};
    const struct rp_event unknown = {.type = RP_EVENT_END}, ready = {.type = RP_EVENT_READY};
    assert_false(rp_visible(&unknown, &staff));
    assert_int_equal(rp_visible_fields(&unknown, &staff), 0);
    assert_true(rp_visible(&ready, &staff));
    assert_false(rp_visible(&ready, &no_seat));
}

static void what_was_understood_comes_back_from_the_log(void **unused)
{
    (void)unused;
    struct rp_understood understood = {
        .moves_n = 2,
        .moves = {{3, RP_REASON_WORDS, 1, -250, {0, 12}}, {9, RP_REASON_PATTERN, 0, 80, {13, 40}}},
        .quantities_n = 1,
        .quantities = {{RP_QUANTITY_MONEY, 12500, {20, 24}}},
        .asked = 1,
        .told = 2,
        .contradicted = 4,
        .apology_for = 8,
        .remedies = 1u << 23,
        .words = 11,
        .questions = 1,
        .name_uses = 2,
        .shouting = true,
    };
    struct rp_event event, stored;
    uint8_t bytes[256];
    size_t length = 0;
    rp_event_of_understood(&understood, 7, &event);
    assert_int_equal(event.as.understood.line, 7);
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_OK);
    assert_int_equal(rp_event_decode(bytes, length, &stored), RP_OK);

    struct rp_understood back = rp_understood_of(&stored.as.understood);
    assert_int_equal(back.moves[0].score, -250);
    assert_int_equal(back.moves[1].span.end, 40);
    assert_int_equal(back.moves[0].reason, RP_REASON_WORDS);
    assert_int_equal(back.moves[0].confident, 1);
    assert_int_equal(back.quantities[0].value, 12500);
    assert_int_equal(back.quantities[0].span.begin, 20);
    assert_int_equal(back.quantities[0].kind, RP_QUANTITY_MONEY);
    assert_int_equal(back.asked | back.told | back.contradicted | back.apology_for, 15);
    assert_int_equal(back.remedies, 1u << 23);
    assert_int_equal(back.words, 11);
    assert_int_equal(back.questions, 1);
    assert_int_equal(back.name_uses, 2);
    assert_true(back.shouting);
}

static void a_quantity_beyond_what_a_page_can_hold_is_kept_storable(void **unused)
{
    (void)unused;
    struct rp_understood understood = {.quantities_n = 2,
                                       .quantities = {{.value = INT64_MAX}, {.value = INT64_MIN}}};
    struct rp_event event;
    uint8_t bytes[128];
    size_t length;
    rp_event_of_understood(&understood, 1, &event);
    assert_int_equal(rp_event_encode(&event, bytes, sizeof(bytes), &length), RP_OK);
    assert_true(event.as.understood.quantities[0].value == 9007199254740991);
    assert_true(event.as.understood.quantities[1].value == -9007199254740991);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_event_comes_back_from_the_store),
        cmocka_unit_test(every_field_of_an_event_comes_back),
        cmocka_unit_test(a_room_that_is_too_small_is_never_overrun),
        cmocka_unit_test(a_value_that_could_not_be_read_again_is_not_written),
        cmocka_unit_test(a_list_is_written_up_to_its_most),
        cmocka_unit_test(a_frame_is_at_most_16_kib),
        cmocka_unit_test(a_decoded_string_points_into_the_frame),
        cmocka_unit_test(erased_words_are_empty),
        cmocka_unit_test(secrets_stay_inside),
        cmocka_unit_test(a_refusal_is_for_its_own_party),
        cmocka_unit_test(nobody_sees_what_is_no_event),
        cmocka_unit_test(what_was_understood_comes_back_from_the_log),
        cmocka_unit_test(a_quantity_beyond_what_a_page_can_hold_is_kept_storable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
