/* play_talk.c: the talk: a trainee in the manner of a style, with the bot or with a peer. */
#include <stdio.h>
#include <string.h>

#include "app_private.h"
#include "clean.h"
#include "play.h"
#include "played.h"

enum {
    LOOK_MS = 1500,
    PER_WORD_MS = 300,
    INTO_WORDS_MS = 1200,
    PATIENCE_MS = 120000,
    PEER_LINES = 8,
    TEXT_BYTES_MAX = 700,
};

static const struct rp_session *session_of(const struct play *play)
{
    struct rp_room *room = sim_room(play->trainee);
    RP_CHECK(room != NULL);
    return &room->session;
}

static bool plays(const struct play *play)
{
    return rp_session_plays(session_of(play));
}

static bool may_speak(void *context)
{
    const struct rp_session *session = session_of(context);
    return !rp_session_plays(session) ||
           (session->picture.holder != RP_HOLDER_CUSTOMER && rp_speaker_silent(&session->speaker));
}

static bool customer_types(void *context)
{
    const struct rp_session *session = session_of(context);
    return !rp_session_plays(session) ||
           (session->picture.holder == RP_HOLDER_CUSTOMER && rp_speaker_types(&session->speaker) &&
            session->now_ms >= session->picture.rest_until_ms);
}

static bool is_over(void *context)
{
    return !plays(context);
}

static void wait_for(struct play *play, bool (*is_so)(void *context))
{
    sim_until(&play->sim, is_so, play, PATIENCE_MS);
}

/* What the trainee writes is his and staff's until it is said. */
static const char *marked_line(struct play *play, const char *text)
{
    uint64_t himself = play_bit(play->trainee) | play_staff(play);
    return marker_in(marker_new("what the trainee has written", himself, play_room(play)), text);
}

static void type(struct play *play, struct sim_guest *guest, const char *text)
{
    int64_t left_ms = (int64_t)rp_count_words(sim_str(text)) * PER_WORD_MS;
    sim_pass(&play->sim, LOOK_MS);
    sim_compose(guest, RP_COMPOSE_STATE_START);
    for (; left_ms > 0; left_ms -= RP_SPEAKER_KEEPALIVE_MS) {
        sim_pass(&play->sim, rp_min(left_ms, RP_SPEAKER_KEEPALIVE_MS));
        if (left_ms > RP_SPEAKER_KEEPALIVE_MS)
            sim_compose(guest, RP_COMPOSE_STATE_KEEPALIVE);
    }
}

/* A peer's own words, of which he has eight. */
static void customer_says(struct play *play, unsigned turn, bool typed)
{
    static const char *const lines[PEER_LINES] = {
        "I have been waiting for two hours and nobody could tell me anything.",
        "No. That is not what I was told on the phone.",
        "I don't want to hear about your rules again.",
        "My daughter was with me the whole time and she was crying.",
        "Yes. That's right. That is exactly how it was.",
        "And who pays me for the day that I have lost?",
        "Well, at least somebody listens now.",
        "If you send me that in writing, I can live with it.",
    };
    unsigned marker = marker_new("what the customer has said",
                                 play_bit(play->customer) | play_staff(play), play_room(play));
    if (!typed)
        type(play, play->customer, lines[turn % PEER_LINES]);
    sim_say(play->customer, marker_in(marker, lines[turn % PEER_LINES]), RP_CHIP_NONE);
    sim_pass(&play->sim, 1000);
}

/* Into the words of whoever plays the customer. */
static void into_his_words(struct play *play)
{
    if (play->customer != NULL)
        sim_compose(play->customer, RP_COMPOSE_STATE_START);
    else
        wait_for(play, customer_types);
    sim_pass(&play->sim, INTO_WORDS_MS);
}

static void send_action(struct play *play, enum rp_action what, const char *text)
{
    unsigned marker = marker_new("a briefing", play_bit(play->trainee) | play_staff(play), 0);
    struct rp_msg msg = {.type = RP_MSG_ACTION};
    wait_for(play, may_speak);
    msg.as.action.id = ++play->trainee->say_id;
    msg.as.action.what = what;
    msg.as.action.text = sim_str(marker_in(marker, text));
    if (!plays(play))
        return;
    sim_send(play->trainee, &msg);
    marker_must(marker, play_bit(play->trainee) | play_staff(play));
}

static void act(struct play *play, const struct rp_played_act *now)
{
    switch (now->kind) {
    case RP_PLAYED_SAY:
        wait_for(play, may_speak);
        type(play, play->trainee, now->text);
        sim_say(play->trainee, marked_line(play, now->text), RP_CHIP_NONE);
        break;
    case RP_PLAYED_CUT:
        into_his_words(play);
        sim_say(play->trainee, marked_line(play, now->text), RP_CHIP_NONE);
        break;
    case RP_PLAYED_CHIP:
        into_his_words(play);
        sim_say(play->trainee, "", RP_CHIP_MM_HM);
        break;
    case RP_PLAYED_WAIT:
        wait_for(play, may_speak);
        sim_pass(&play->sim, now->wait_ms);
        break;
    case RP_PLAYED_CLOSE:
        wait_for(play, may_speak);
        sim_simple(play->trainee, RP_MSG_CLOSE);
        break;
    case RP_PLAYED_HAND_OVER:
        send_action(play, RP_ACTION_HAND_OVER, now->text);
        break;
    default:
        send_action(play, RP_ACTION_END_BY_POLICY, now->text);
        break;
    }
    sim_pass(&play->sim, 1000);
}

static void read_style(const struct play *play, struct rp_played *played)
{
    char style[300], words[300];
    struct rp_text complaints = {0};
    snprintf(style, sizeof(style), HEAROUT_SOURCE "/scenarios/styles/%s.txt", play->style);
    snprintf(words, sizeof(words), HEAROUT_SOURCE "/scenarios/styles/words/%s.txt",
             play->scenario->id);
    FILE *there = fopen(words, "r");
    if (there != NULL)
        fclose(there);
    RP_CHECK(rp_played_read(played, style, there != NULL ? words : NULL, &complaints) == RP_OK);
    rp_text_clear(&complaints);
}

/* A room stands still for a moment, and goes on. */
static void stop_and_go_on(struct play *play)
{
    struct rp_msg msg = {.type = RP_MSG_STOP};
    msg.as.stop.on = true;
    sim_send(play->trainee, &msg);
    sim_pass(&play->sim, 3000);
    msg.as.stop.on = false;
    sim_send(play->trainee, &msg);
    sim_pass(&play->sim, 1000);
}

static void end(struct play *play)
{
    struct rp_msg msg = {.type = RP_MSG_CLOSE};
    msg.as.close.has_answer = true;
    msg.as.close.answer = RP_ANSWER_PARTLY;
    if (plays(play) && play->customer != NULL)
        sim_send(play->customer, &msg);
    sim_pass(&play->sim, 1000);
    wait_for(play, is_over);
    msg = (struct rp_msg){.type = RP_MSG_CONTROL};
    msg.as.control.what = RP_CONTROL_END;
    if (plays(play))
        sim_send(play->guests[PLAY_STAFF], &msg);
    sim_pass(&play->sim, 1000);
    RP_CHECK(!plays(play));
}

void play_talk(struct play *play)
{
    struct rp_played played = {0};
    read_style(play, &played);
    for (unsigned i = 0; i < played.count && plays(play); i++) {
        if (play->customer != NULL)
            customer_says(play, i, i > 0 && played.acts[i - 1].kind == RP_PLAYED_CUT);
        if (i == 3)
            stop_and_go_on(play);
        if (plays(play))
            act(play, &played.acts[i]);
        if (plays(play))
            play_beside(play, i);
    }
    end(play);
    rp_played_clear(&played);
}
