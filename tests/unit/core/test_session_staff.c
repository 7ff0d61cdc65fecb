/* Staff who take part in a session: in the customer's place, and as the colleague. */
#include "dialogue_play.h"

#include "rp_session.h"

enum { RECORDS_MAX = 512, OFFER_MS = 20000 };

struct talk {
    struct rp_script script;
    struct rp_session session;
    struct rp_record records[RECORDS_MAX];
    size_t count;
    int64_t now_ms;
};

static void keep(void *context, const struct rp_record *record)
{
    struct talk *talk = context;
    assert_true(talk->count < RECORDS_MAX);
    talk->records[talk->count++] = *record;
}

static enum rp_err step(struct talk *talk, int64_t after_ms, const struct rp_event *event)
{
    const struct rp_record_sink sink = {keep, talk};
    talk->now_ms += after_ms;
    return rp_session_step(&talk->session, talk->now_ms, event, &sink);
}

static void wait(struct talk *talk, int64_t for_ms)
{
    const struct rp_record_sink sink = {keep, talk};
    talk->now_ms += for_ms;
    rp_session_advance(&talk->session, talk->now_ms, &sink);
}

static const struct rp_record *last(const struct talk *talk, enum rp_event_type type)
{
    for (size_t i = talk->count; i > 0; i--)
        if (talk->records[i - 1].event.type == type)
            return &talk->records[i - 1];
    return NULL;
}

static enum rp_err seat(struct talk *talk, int64_t after_ms, enum rp_player player)
{
    struct rp_event event = {.type = RP_EVENT_SEATED};
    event.as.seated.seat = RP_SEAT_CUSTOMER;
    event.as.seated.player = player;
    event.as.seated.time_pct = 100;
    return step(talk, after_ms, &event);
}

static void begin_talk(struct talk *talk, enum rp_player player)
{
    struct rp_event event = {.type = RP_EVENT_OPENED};
    memset(talk, 0, sizeof(*talk));
    moving_truck(&talk->script);
    rp_session_init(&talk->session, &talk->script);
    event.as.opened = (struct rp_event_opened){
        .seed = 7, .player = RP_PLAYER_BOT, .play_ms = 600000, .wrap_ms = 20000, .heat = 3};
    assert_int_equal(step(talk, 0, &event), RP_OK);
    assert_int_equal(seat(talk, 0, player), RP_OK);
    for (int i = 0; i < 2; i++) {
        event = (struct rp_event){.type = RP_EVENT_READY};
        event.as.ready.seat = (enum rp_seat)i;
        if (talk->session.phase == RP_PHASE_READ)
            assert_int_equal(step(talk, 100, &event), RP_OK);
    }
    assert_int_equal(talk->session.phase, RP_PHASE_PLAY);
}

static enum rp_err ask(struct talk *talk, int64_t after_ms, uint32_t offer_ms)
{
    struct rp_event event = {.type = RP_EVENT_ACTION};
    wait(talk, after_ms);
    event.as.action.what = RP_ACTION_HAND_OVER;
    event.as.action.line = rp_session_next_line(&talk->session);
    event.as.action.offer_ms = offer_ms;
    return step(talk, 0, &event);
}

static enum rp_err colleague(struct talk *talk, bool on)
{
    struct rp_event event = {.type = RP_EVENT_COLLEAGUE};
    event.as.colleague.on = on;
    return step(talk, 500, &event);
}

static enum rp_err colleague_says(struct talk *talk)
{
    struct rp_event event = {.type = RP_EVENT_COLLEAGUE_SAID};
    event.as.colleague_said.line = rp_session_next_line(&talk->session);
    return step(talk, 500, &event);
}

static enum rp_err read_line(struct talk *talk, uint16_t line)
{
    struct rp_event event = {.type = RP_EVENT_UNDERSTOOD};
    event.as.understood.line = line;
    return step(talk, 100, &event);
}

static void whoever_takes_over_finds_nothing_being_typed(void **unused)
{
    static struct talk talk;
    (void)unused;
    begin_talk(&talk, RP_PLAYER_BOT);
    while (talk.session.picture.holder != RP_HOLDER_CUSTOMER)
        wait(&talk, 100);
    uint16_t anger = talk.session.dialogue.anger;
    uint32_t revealed = talk.session.dialogue.revealed;
    assert_int_equal(seat(&talk, 0, RP_PLAYER_INSTRUCTOR), RP_OK);
    const struct rp_event_compose *sign = &last(&talk, RP_EVENT_COMPOSE)->event.as.compose;
    assert_int_equal(sign->state, RP_COMPOSE_STATE_EMPTY);
    assert_int_equal(sign->party, RP_PARTY_CUSTOMER);

    size_t before = talk.count;
    wait(&talk, 30000);
    for (size_t i = before; i < talk.count; i++) /* the bot says nothing meanwhile */
        assert_int_not_equal(talk.records[i].event.type, RP_EVENT_SEND);
    assert_int_equal(talk.session.dialogue.anger, anger);
    assert_int_equal(talk.session.dialogue.revealed, revealed);
    assert_int_equal(seat(&talk, 0, RP_PLAYER_BOT), RP_OK);
    wait(&talk, 30000);
    assert_int_equal(last(&talk, RP_EVENT_SEND)->event.as.send.party, RP_PARTY_CUSTOMER);
}

/* However many lines are numbered after it and wait to be read. */
static void a_line_that_the_floor_holds_is_not_forgotten(void **unused)
{
    static struct talk talk;
    (void)unused;
    begin_talk(&talk, RP_PLAYER_BOT);
    while (talk.session.picture.holder != RP_HOLDER_CUSTOMER)
        wait(&talk, 10);
    uint16_t line = rp_session_next_line(&talk.session);
    struct rp_event event = {.type = RP_EVENT_SEND};
    event.as.send = (struct rp_event_send){.line = line, .party = RP_PARTY_TRAINEE, .words = 3};
    assert_int_equal(step(&talk, 10, &event), RP_OK); /* he could not have known */
    assert_int_equal(last(&talk, RP_EVENT_HELD)->event.as.held.line, line);
    for (int i = 0; i <= RP_SESSION_PENDING; i++)
        assert_int_equal(ask(&talk, 0, 0), RP_OK);
    assert_int_equal(seat(&talk, 0, RP_PLAYER_INSTRUCTOR), RP_OK); /* what was typed is gone */
    wait(&talk, 10000);
    assert_int_equal(last(&talk, RP_EVENT_DELIVERED)->event.as.delivered.line, line);
}

static void without_anybody_to_ask_it_is_handed_over_at_once(void **unused)
{
    static struct talk talk;
    (void)unused;
    begin_talk(&talk, RP_PLAYER_PEER);
    assert_int_equal(ask(&talk, 1000, 0), RP_OK);
    assert_null(last(&talk, RP_EVENT_COLLEAGUE_OFFER));
    assert_int_equal(last(&talk, RP_EVENT_OUTCOME)->event.as.outcome.outcome,
                     RP_OUTCOME_HANDED_OVER);
}

static void an_offer_lapses_and_stands_still_in_a_pause(void **unused)
{
    static struct talk talk;
    struct rp_event pause = {.type = RP_EVENT_CONTROL};
    (void)unused;
    begin_talk(&talk, RP_PLAYER_PEER);
    assert_int_equal(ask(&talk, 1000, OFFER_MS), RP_OK);
    int64_t asked_ms = talk.now_ms;
    assert_int_equal(ask(&talk, 1000, OFFER_MS), RP_ERR_DENIED); /* once at a time */
    assert_int_equal(colleague_says(&talk), RP_ERR_DENIED);
    pause.as.control.what = RP_CONTROL_PAUSE;
    assert_int_equal(step(&talk, 0, &pause), RP_OK);
    wait(&talk, 60000);
    assert_int_equal(talk.session.phase, RP_PHASE_PLAY);
    pause.as.control.what = RP_CONTROL_RESUME;
    assert_int_equal(step(&talk, 0, &pause), RP_OK);
    wait(&talk, OFFER_MS);
    const struct rp_record *lapsed = last(&talk, RP_EVENT_COLLEAGUE_OFFER);
    assert_int_equal(lapsed->event.as.colleague_offer.until_ms, 0);
    assert_int_equal(lapsed->at_ms, asked_ms + OFFER_MS + 60000);
    assert_int_equal(last(&talk, RP_EVENT_OUTCOME)->event.as.outcome.outcome,
                     RP_OUTCOME_HANDED_OVER);
    assert_int_equal(colleague(&talk, true), RP_ERR_DENIED);
}

/* The bot keeps still while he is waited for and here, and has his say when he leaves. */
static void a_colleague_joins_speaks_and_hands_over(void **unused)
{
    static struct talk talk;
    (void)unused;
    begin_talk(&talk, RP_PLAYER_BOT);
    while (last(&talk, RP_EVENT_DELIVERED) == NULL)
        wait(&talk, 500);
    assert_int_equal(ask(&talk, 1000, OFFER_MS), RP_OK);
    uint16_t briefing = talk.session.lines;
    assert_int_equal(read_line(&talk, briefing), RP_OK);
    assert_int_equal(colleague(&talk, true), RP_OK);
    assert_int_equal(colleague(&talk, true), RP_ERR_DENIED);
    size_t before = talk.count;
    wait(&talk, 60000); /* longer than the offer: it is taken */
    assert_int_equal(colleague_says(&talk), RP_OK);
    for (size_t i = before; i < talk.count; i++)
        assert_int_not_equal(talk.records[i].event.type, RP_EVENT_SEND);
    assert_int_not_equal(talk.session.picture.holder, RP_HOLDER_INSTRUCTOR);
    assert_int_equal(colleague(&talk, false), RP_OK);
    while (talk.session.phase == RP_PHASE_PLAY)
        wait(&talk, 1000);
    assert_int_equal(last(&talk, RP_EVENT_OUTCOME)->event.as.outcome.outcome,
                     RP_OUTCOME_HANDED_OVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_takes_over_finds_nothing_being_typed),
        cmocka_unit_test(a_line_that_the_floor_holds_is_not_forgotten),
        cmocka_unit_test(without_anybody_to_ask_it_is_handed_over_at_once),
        cmocka_unit_test(an_offer_lapses_and_stands_still_in_a_pause),
        cmocka_unit_test(a_colleague_joins_speaks_and_hands_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
