/* A person plays the customer: temper, ticks, recognition, and the bot who has his part meanwhile.
 */
#include "core/dialogue_play.h"
#include "rp_session.h"

enum { RECORDS_MAX = 4000, STORY_LINE = 0, DEPOSIT_LINE = 1, DOUBT_LINE = 2, WISH_LINE = 3 };

struct room {
    struct rp_script script;
    struct rp_session session;
    struct rp_record records[RECORDS_MAX];
    size_t count;
    int64_t now_ms;
};

static void keep(void *context, const struct rp_record *record)
{
    struct room *room = context;
    assert_true(room->count < RECORDS_MAX);
    room->records[room->count++] = *record;
}

static enum rp_err step(struct room *room, const struct rp_event *input)
{
    const struct rp_record_sink sink = {keep, room};
    return rp_session_step(&room->session, room->now_ms, input, &sink);
}

static void passes(struct room *room, int64_t ms)
{
    const struct rp_record_sink sink = {keep, room};
    room->now_ms += ms;
    rp_session_advance(&room->session, room->now_ms, &sink);
}

static enum rp_err seat(struct room *room, enum rp_seat who, enum rp_player player)
{
    struct rp_event event = {.type = RP_EVENT_SEATED};
    event.as.seated = (struct rp_event_seated){who, player, 100, 1};
    return step(room, &event);
}

static void makes_script(struct rp_script *script)
{
    moving_truck(script);
    script->card_facts[STORY_LINE] = LATE | WINDOW | MORNING;
    script->card_facts[DEPOSIT_LINE] = DEPOSIT;
    script->card_facts[DOUBT_LINE] = DOUBT;
    script->card_facts[WISH_LINE] = RP_SCRIPT_WISH;
}

/* Both are seated and have read: they play. */
static struct room *plays(uint32_t seed)
{
    struct room *room = test_calloc(1, sizeof(*room));
    struct rp_event opened = {.type = RP_EVENT_OPENED};
    struct rp_event ready = {.type = RP_EVENT_READY};
    makes_script(&room->script);
    rp_session_init(&room->session, &room->script);
    opened.as.opened.play_ms = 1200000;
    opened.as.opened.seed = seed;
    opened.as.opened.heat = 3;
    opened.as.opened.player = RP_PLAYER_BOT;
    assert_int_equal(step(room, &opened), RP_OK);
    assert_int_equal(seat(room, RP_SEAT_TRAINEE, RP_PLAYER_BOT), RP_OK);
    assert_int_equal(seat(room, RP_SEAT_CUSTOMER, RP_PLAYER_PEER), RP_OK);
    for (int i = RP_SEAT_TRAINEE; i <= RP_SEAT_CUSTOMER; i++) {
        ready.as.ready.seat = (enum rp_seat)i;
        assert_int_equal(step(room, &ready), RP_OK);
    }
    assert_int_equal(room->session.phase, RP_PHASE_PLAY);
    return room;
}

static enum rp_err says(struct room *room, enum rp_party party)
{
    struct rp_event event = {.type = RP_EVENT_SEND};
    event.as.send.line = rp_session_next_line(&room->session);
    event.as.send.party = party;
    event.as.send.words = 6;
    event.as.send.yield = true;
    event.as.send.floor_seen = -1;
    return step(room, &event);
}

static enum rp_err temper(struct room *room, uint8_t level)
{
    struct rp_event event = {.type = RP_EVENT_TEMPER, .as.temper.level = level};
    return step(room, &event);
}

static enum rp_err ticks(struct room *room, uint8_t line, bool on)
{
    struct rp_event event = {.type = RP_EVENT_TOLD, .as.told = {line, on}};
    return step(room, &event);
}

static enum rp_err recognises(struct room *room, enum rp_recognition what, uint16_t line)
{
    struct rp_event event = {.type = RP_EVENT_RECOGNISED, .as.recognised = {what, line}};
    return step(room, &event);
}

/* The latest record of that type, or NULL. */
static const struct rp_record *latest(const struct room *room, enum rp_event_type type)
{
    for (size_t i = room->count; i > 0; i--)
        if (room->records[i - 1].event.type == type)
            return &room->records[i - 1];
    return NULL;
}

static unsigned count(const struct room *room, enum rp_event_type type)
{
    unsigned found = 0;
    for (size_t i = 0; i < room->count; i++)
        found += room->records[i].event.type == type;
    return found;
}

static void the_dial_begins_where_the_story_does_and_moves_his_anger(void **unused)
{
    (void)unused;
    static const struct {
        uint8_t level;
        int8_t change;
    } rows[] = {{9, 20}, {9, 0}, {0, -90}, {10, 100}, {3, -70}};
    struct room *room = plays(1);
    assert_int_equal(latest(room, RP_EVENT_TEMPER)->event.as.temper.level, 7);
    assert_int_equal(latest(room, RP_EVENT_TEMPER)->kind, RP_RECORD_DERIVED);
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        assert_int_equal(temper(room, rows[i].level), RP_OK);
        const struct rp_event_delta *delta = &latest(room, RP_EVENT_DELTA)->event.as.delta;
        assert_int_equal(delta->change, RP_CHANGE_TEMPER);
        assert_int_equal(delta->anger, rows[i].change);
        assert_int_equal(delta->anger_now, rows[i].level * 10);
        assert_int_equal(delta->trust_now, 25);
    }
    test_free(room);
}

static void a_tick_is_a_fact_told_and_can_be_taken_back(void **unused)
{
    (void)unused;
    struct room *room = plays(1);
    assert_int_equal(ticks(room, DEPOSIT_LINE, true), RP_OK);
    assert_int_equal(ticks(room, DEPOSIT_LINE, true), RP_ERR_DENIED);
    const struct rp_event_revealed *revealed = &latest(room, RP_EVENT_REVEALED)->event.as.revealed;
    assert_int_equal(revealed->fact, 3);
    assert_true(revealed->key);
    assert_false(revealed->undone);
    assert_int_equal(ticks(room, DEPOSIT_LINE, false), RP_OK);
    assert_true(latest(room, RP_EVENT_REVEALED)->event.as.revealed.undone);
    assert_int_equal(ticks(room, DEPOSIT_LINE, false), RP_ERR_DENIED);
    assert_int_equal(ticks(room, STORY_LINE, true), RP_OK);
    assert_int_equal(count(room, RP_EVENT_REVEALED), 5);
    assert_int_equal(ticks(room, WISH_LINE, true), RP_OK); /* no fact, but told */
    assert_int_equal(count(room, RP_EVENT_REVEALED), 5);
    assert_int_equal(ticks(room, WISH_LINE + 1, true), RP_ERR_DENIED);
    assert_int_equal(ticks(room, 31, true), RP_ERR_DENIED);
    test_free(room);
}

static void only_who_plays_the_customer_says_how_he_is(void **unused)
{
    (void)unused;
    struct room *room = plays(1);
    says(room, RP_PARTY_CUSTOMER);
    assert_int_equal(seat(room, RP_SEAT_CUSTOMER, RP_PLAYER_BOT), RP_OK);
    assert_int_equal(temper(room, 3), RP_ERR_DENIED);
    assert_int_equal(ticks(room, DEPOSIT_LINE, true), RP_ERR_DENIED);
    assert_int_equal(recognises(room, RP_RECOGNITION_THATS_RIGHT, 1), RP_ERR_DENIED);
    assert_int_equal(seat(room, RP_SEAT_CUSTOMER, RP_PLAYER_INSTRUCTOR), RP_OK);
    assert_int_equal(temper(room, 3), RP_OK);
    assert_int_equal(recognises(room, RP_RECOGNITION_THATS_RIGHT, 2), RP_ERR_DENIED);
    assert_int_equal(recognises(room, RP_RECOGNITION_THATS_RIGHT, 1), RP_OK);
    test_free(room);
}

/* The trainee asks for the doubt, and the bot answers. */
static void asks_for_the_doubt(struct room *room)
{
    uint16_t line = rp_session_next_line(&room->session);
    struct rp_event understood = {.type = RP_EVENT_UNDERSTOOD};
    assert_int_equal(says(room, RP_PARTY_TRAINEE), RP_OK);
    understood.as.understood.line = line;
    understood.as.understood.moves_n = 1;
    understood.as.understood.moves[0] =
        (struct rp_logged_move){.move = RP_MOVE_CLARIFY, .confident = true, .score = 900};
    understood.as.understood.asked = DOUBT;
    understood.as.understood.questions = 1;
    understood.as.understood.words = 6;
    assert_int_equal(step(room, &understood), RP_OK);
}

static void the_bot_goes_on_and_gives_back_with_what_it_told(void **unused)
{
    (void)unused;
    struct room *room = plays(3);
    assert_int_equal(says(room, RP_PARTY_CUSTOMER), RP_OK);
    assert_int_equal(temper(room, 9), RP_OK);
    assert_int_equal(ticks(room, DEPOSIT_LINE, true), RP_OK);
    assert_int_equal(seat(room, RP_SEAT_CUSTOMER, RP_PLAYER_BOT), RP_OK);
    assert_int_equal(room->session.dialogue.anger, 90);
    assert_true(room->session.dialogue.abusive);
    assert_int_equal(room->session.dialogue.revealed, LATE | WINDOW | MORNING | DEPOSIT);

    unsigned before = count(room, RP_EVENT_REVEALED);
    asks_for_the_doubt(room);
    for (int i = 0; i < 60 && count(room, RP_EVENT_REVEALED) == before; i++)
        passes(room, 1000);
    assert_int_equal(latest(room, RP_EVENT_REVEALED)->event.as.revealed.fact, 4);

    uint8_t anger = room->session.dialogue.anger;
    unsigned told = count(room, RP_EVENT_TOLD);
    assert_int_equal(seat(room, RP_SEAT_CUSTOMER, RP_PLAYER_PEER), RP_OK);
    assert_int_equal(latest(room, RP_EVENT_TEMPER)->event.as.temper.level, (anger + 5) / 10);
    assert_int_equal(count(room, RP_EVENT_TOLD), told + 2); /* the story, and the doubt */
    assert_int_equal(latest(room, RP_EVENT_TOLD)->event.as.told.line, DOUBT_LINE);
    assert_int_equal(latest(room, RP_EVENT_TOLD)->kind, RP_RECORD_DERIVED);
    assert_int_equal(room->session.dialogue.anger, anger); /* until he moves the dial */
    test_free(room);
}

static void a_report_cites_what_was_said(void **unused)
{
    (void)unused;
    static const struct {
        bool said;
        uint16_t from, upto;
        enum rp_err want;
    } rows[] = {
        {true, 1, 1, RP_OK},          {true, 1, 2, RP_ERR_DENIED}, {true, 0, 1, RP_ERR_DENIED},
        {true, 0, 0, RP_ERR_DENIED},  {true, 2, 1, RP_ERR_DENIED}, {false, 0, 0, RP_OK},
        {false, 1, 1, RP_ERR_DENIED},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct room *room = plays(1);
        struct rp_event event = {.type = RP_EVENT_REPORTED};
        if (rows[i].said)
            assert_int_equal(says(room, RP_PARTY_CUSTOMER), RP_OK);
        event.as.reported.from = rows[i].from;
        event.as.reported.upto = rows[i].upto;
        assert_int_equal(step(room, &event), rows[i].want);
        test_free(room);
    }
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void does_something(struct room *room, uint32_t *random)
{
    switch (next_random(random) % 8) {
    case 0:
        temper(room, (uint8_t)(next_random(random) % 11));
        break;
    case 1:
    case 2:
        ticks(room, (uint8_t)(next_random(random) % 5), next_random(random) % 2);
        break;
    case 3:
        seat(room, RP_SEAT_CUSTOMER, (enum rp_player)(next_random(random) % RP_PLAYERS));
        break;
    case 4:
        says(room, RP_PARTY_CUSTOMER);
        break;
    case 5:
        recognises(room, (enum rp_recognition)(next_random(random) % 2),
                   (uint16_t)(1 + next_random(random) % 9));
        break;
    case 6:
        if (room->session.phase == RP_PHASE_PLAY)
            says(room, RP_PARTY_TRAINEE);
        break;
    default:
        passes(room, next_random(random) % 9000);
        break;
    }
}

/* A line is ticked and unticked in turn; every record shows the anger that stands. */
static void check_records(const struct room *room)
{
    uint32_t ticked = 0;
    int32_t anger = 70;
    for (size_t i = 0; i < room->count; i++) {
        const struct rp_event *event = &room->records[i].event;
        if (event->type == RP_EVENT_TOLD) {
            assert_int_equal(ticked >> event->as.told.line & 1, !event->as.told.on);
            ticked ^= UINT32_C(1) << event->as.told.line;
        } else if (event->type == RP_EVENT_DELTA) {
            anger = event->as.delta.anger_now;
        } else if (event->type == RP_EVENT_TEMPER && room->records[i].kind != RP_RECORD_INPUT) {
            assert_int_equal(event->as.temper.level, (anger + 5) / 10);
        }
    }
}

/* That it is the same to the byte is for who can encode it. */
static void check_same(const struct rp_record *a, const struct rp_record *b)
{
    assert_int_equal(a->at_ms, b->at_ms);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->event.type, b->event.type);
    if (a->event.type == RP_EVENT_DELTA)
        assert_int_equal(a->event.as.delta.anger_now, b->event.as.delta.anger_now);
    if (a->event.type == RP_EVENT_TOLD)
        assert_int_equal(a->event.as.told.line, b->event.as.told.line);
    if (a->event.type == RP_EVENT_REVEALED)
        assert_int_equal(a->event.as.revealed.fact, b->event.as.revealed.fact);
}

static void decides_the_same_again(const struct room *room)
{
    struct room *again = test_calloc(1, sizeof(*again));
    makes_script(&again->script);
    rp_session_init(&again->session, &again->script);
    for (size_t i = 0; i < room->count; i++) {
        again->now_ms = room->records[i].at_ms;
        if (room->records[i].kind == RP_RECORD_INPUT)
            assert_int_equal(step(again, &room->records[i].event), RP_OK);
    }
    passes(again, room->now_ms - again->now_ms);
    assert_int_equal(again->count, room->count);
    for (size_t i = 0; i < room->count; i++)
        check_same(&again->records[i], &room->records[i]);
    test_free(again);
}

static void whatever_they_do_the_log_decides_itself(void **unused)
{
    (void)unused;
    for (uint32_t seed = 1; seed <= 150; seed++) {
        struct room *room = plays(seed);
        uint32_t random = seed;
        for (int i = 0; i < 60 && rp_session_plays(&room->session); i++)
            does_something(room, &random);
        check_records(room);
        decides_the_same_again(room);
        test_free(room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dial_begins_where_the_story_does_and_moves_his_anger),
        cmocka_unit_test(a_tick_is_a_fact_told_and_can_be_taken_back),
        cmocka_unit_test(only_who_plays_the_customer_says_how_he_is),
        cmocka_unit_test(the_bot_goes_on_and_gives_back_with_what_it_told),
        cmocka_unit_test(a_report_cites_what_was_said),
        cmocka_unit_test(whatever_they_do_the_log_decides_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
