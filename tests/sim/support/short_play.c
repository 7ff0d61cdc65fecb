#include "short_play.h"

#include <stdio.h>
#include <string.h>

#include "app_private.h"
#include "refold.h"

enum { TRIES = 8, STAFF = 0, TRAINEE = 1, SOON_MS = 400, FLOOR_MS = 60000, MINUTE_MS = 60000 };

static const char *const names[SHORT_PEOPLE] = {"the staff", "the first member",
                                                "the second member"};
static const char *const lines[SHORT_LINES] = {
    "I am sorry, that should not have happened to you.",
    "Two hours on boxes with nobody calling must be exhausting.",
    "Which street was the truck meant to come from?",
    "I will call the driver now and ring you back before four.",
};

static void fault(struct short_play *play, const char *what, const char *more)
{
    fprintf(stderr, "%s%s\n", what, more);
    play->faults++;
}

/* What everybody is told. */

static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ ((const uint8_t *)bytes)[i]) * UINT64_C(0x100000001b3);
    return hash;
}

static uint64_t hash_of(const struct sim_told *told)
{
    uint64_t hash = mix(UINT64_C(0xcbf29ce484222325), &told->at_ms, sizeof(told->at_ms));
    hash = mix(hash, &told->event, sizeof(told->event));
    for (uint32_t i = 0; i < told->values_n; i++)
        hash = mix(hash, told->values[i].at, told->values[i].length);
    return hash;
}

void short_play_told(void *context, struct sim_guest *guest, const struct sim_told *told)
{
    struct short_play *play = context;
    struct short_stream *stream = &play->streams[guest->conn.slot];
    if (told->type == RP_OUT_SEATED) {
        stream->told_n = 0;
        stream->seat = guest->seat;
        memcpy(stream->room, guest->room, SIM_TEXT);
    }
    if (told->type == RP_OUT_EVENT) {
        RP_CHECK(stream->told_n < SHORT_TOLD_MAX);
        stream->told[stream->told_n++] = hash_of(told);
    }
    if (told->type == RP_OUT_ACK && play->waits > 0 && guest == play->people[TRAINEE].guest &&
        sim_integer(told, 0) == guest->say_id)
        play->said[play->waits - 1] = (uint16_t)sim_integer(told, 1);
}

/* Who comes, and comes back. */

static struct sim_guest *come(struct short_play *play, uint32_t who)
{
    struct short_person *person = &play->people[who];
    person->guest =
        who == STAFF ? sim_staff(&play->sim, names[who]) : sim_come(&play->sim, names[who], NULL);
    play->streams[person->guest->conn.slot].person = who;
    return person->guest;
}

static void keep(char to[SIM_TEXT], const char *text)
{
    if (text[0] != 0)
        memcpy(to, text, SIM_TEXT);
}

static void attend_staff(struct short_play *play)
{
    struct short_person *staff = &play->people[STAFF];
    if (staff->guest != NULL && staff->guest->open)
        return;
    come(play, STAFF);
    if (staff->code[0] != 0) {
        struct rp_msg msg = {.type = RP_MSG_WATCH_WORKSHOP};
        msg.as.watch_workshop.code = sim_str(staff->code);
        sim_send(staff->guest, &msg);
    }
    if (staff->watches != NULL)
        sim_watch(staff->watches = staff->guest, play->people[TRAINEE].guest->room);
}

static void attend_member(struct short_play *play, uint32_t who)
{
    struct short_person *member = &play->people[who];
    if (member->guest == NULL || (member->guest->open && member->guest->member[0] != 0))
        return;
    struct sim_guest *guest = member->guest->open ? member->guest : come(play, who);
    struct rp_msg msg = {.type = RP_MSG_COME_BACK};
    msg.as.come_back.token = sim_str(member->key);
    if (member->key[0] != 0)
        sim_send(guest, &msg);
    else
        sim_enter(guest, play->people[STAFF].code, "Asha");
}

/* As the page does when a line is cut, or an answer fails to come. */
static void attend(struct short_play *play)
{
    attend_staff(play);
    for (uint32_t who = TRAINEE; who < SHORT_PEOPLE; who++)
        attend_member(play, who);
    sim_pass(&play->sim, SOON_MS);
    for (uint32_t who = 0; who < SHORT_PEOPLE; who++) {
        const struct sim_guest *guest = play->people[who].guest;
        if (guest != NULL) {
            keep(play->people[who].code, guest->code);
            keep(play->people[who].key, guest->member);
        }
    }
}

/* What is to be done, until it is done. */

static struct rp_room *room(const struct short_play *play)
{
    const struct sim_guest *trainee = play->people[TRAINEE].guest;
    return trainee != NULL && trainee->room[0] != 0 ? sim_room(trainee) : NULL;
}

static bool is_open(struct short_play *play)
{
    return play->people[STAFF].code[0] != 0;
}

static void open_workshop(struct short_play *play)
{
    struct rp_msg msg = {.type = RP_MSG_OPEN_WORKSHOP};
    msg.as.open_workshop = (struct rp_msg_open_workshop){
        .title = sim_str("Cohort"),
        .pairing = play->pairing,
        .scenario = sim_str("moving-truck"),
        .level = RP_LEVEL_STANDARD,
        .heat = 3,
        .sessions = 1,
        .read_ms = 5 * MINUTE_MS,
        .play_ms = 20 * MINUTE_MS,
        .debrief_ms = 20 * MINUTE_MS,
        .switch_ms = MINUTE_MS,
    };
    sim_send(play->people[STAFF].guest, &msg);
}

static bool are_in(struct short_play *play)
{
    return play->people[TRAINEE].key[0] != 0 && play->people[TRAINEE + 1].key[0] != 0;
}

static void enter(struct short_play *play)
{
    for (uint32_t who = TRAINEE; who < SHORT_PEOPLE; who++)
        if (play->people[who].guest == NULL)
            sim_enter(come(play, who), play->people[STAFF].code, "Asha");
}

static bool are_seated(struct short_play *play)
{
    bool seated = true;
    for (uint32_t who = TRAINEE; who < SHORT_PEOPLE; who++)
        seated &= play->people[who].guest->open && play->people[who].guest->seated;
    return seated;
}

static void start(struct short_play *play)
{
    sim_steer(play->people[STAFF].guest, RP_STEER_START);
}

/* Who was given the trainee's card is the trainee from here on. */
static bool is_watched(struct short_play *play)
{
    const struct sim_guest *staff = play->people[STAFF].guest;
    return play->people[STAFF].watches == staff && staff->seated;
}

static void watch(struct short_play *play)
{
    if (play->people[TRAINEE].guest->seat != RP_SEAT_TRAINEE) {
        struct short_person other = play->people[TRAINEE + 1];
        play->people[TRAINEE + 1] = play->people[TRAINEE];
        play->people[TRAINEE] = other;
        for (uint32_t who = TRAINEE; who < SHORT_PEOPLE; who++)
            play->streams[play->people[who].guest->conn.slot].person = who;
    }
    play->people[STAFF].watches = play->people[STAFF].guest;
    sim_watch(play->people[STAFF].guest, play->people[TRAINEE].guest->room);
}

static bool is_played(struct short_play *play)
{
    return room(play) != NULL && rp_session_plays(&room(play)->session);
}

static void be_ready(struct short_play *play)
{
    for (uint32_t who = TRAINEE; who < SHORT_PEOPLE; who++)
        sim_simple(play->people[who].guest, RP_MSG_READY);
}

static bool may_talk(void *context)
{
    const struct rp_room *room_ = room(context);
    return room_ != NULL && room_->session.picture.holder != RP_HOLDER_CUSTOMER;
}

static bool is_said(struct short_play *play)
{
    return play->said[play->waits - 1] != 0;
}

static void say(struct short_play *play)
{
    const struct sim_guest *other = play->people[TRAINEE + 1].guest;
    struct sim_guest *trainee = play->people[TRAINEE].guest;
    sim_until(&play->sim, may_talk, play, FLOOR_MS);
    if (room(play) == NULL || !trainee->open)
        return;
    trainee->say_id = (uint32_t)rp_max(trainee->say_id, room(play)->holders[0].last_send_id);
    sim_say(trainee, lines[play->waits - 1], RP_CHIP_NONE);
    if (play->pairing == RP_PAIRING_PAIRS && other->seat == RP_SEAT_CUSTOMER)
        sim_compose(play->people[TRAINEE + 1].guest, RP_COMPOSE_STATE_START);
}

static bool is_over(struct short_play *play)
{
    return room(play) != NULL && room(play)->debrief_from > 0 &&
           room(play)->stored >= room(play)->debrief_from;
}

static void end(struct short_play *play)
{
    struct rp_msg msg = {.type = RP_MSG_CONTROL};
    msg.as.control.what = RP_CONTROL_END;
    msg.as.control.reason = sim_str("It is time.");
    sim_send(play->people[STAFF].guest, &msg);
}

static const struct rp_marking *marking(const struct short_play *play)
{
    return room(play) != NULL ? &room(play)->session.marking : NULL;
}

static bool is_marked(struct short_play *play)
{
    const struct rp_marking *is = marking(play);
    bool marked = is != NULL && is->overall == 3;
    for (uint32_t i = 0; marked && i < is->method.items_n; i++)
        marked &= is->marks[is->method.items[i].item].marked;
    return marked && room(play)->stored == room(play)->log.count;
}

static void mark(struct short_play *play)
{
    const struct rp_marking *is = marking(play);
    for (uint32_t i = 0; is != NULL && i < is->method.items_n; i++) {
        enum rp_item item = is->method.items[i].item;
        struct rp_msg msg = {.type = RP_MSG_MARK};
        msg.as.mark = (struct rp_msg_mark){
            .id = i + 1, .item = item, .level = 3, .version = is->versions[item]};
        if (!is->marks[item].marked)
            sim_send(play->people[STAFF].guest, &msg);
    }
    struct rp_msg msg = {.type = RP_MSG_OVERALL};
    msg.as.overall.level = 3;
    sim_send(play->people[STAFF].guest, &msg);
}

static bool is_released(struct short_play *play)
{
    return room(play) != NULL && room(play)->released_from > 0 &&
           room(play)->stored >= room(play)->released_from && play->people[TRAINEE].guest->released;
}

static void release(struct short_play *play)
{
    struct rp_msg msg = {.type = RP_MSG_RELEASE};
    msg.as.release.on = true;
    sim_send(play->people[STAFF].guest, &msg);
}

struct step {
    const char *what;
    bool (*is_done)(struct short_play *play);
    void (*act)(struct short_play *play);
    int64_t takes_ms;
};

static bool take(struct short_play *play, const struct step *step)
{
    for (int i = 0; i < TRIES; i++) {
        attend(play);
        if (step->is_done(play))
            return true;
        step->act(play);
        sim_pass(&play->sim, step->takes_ms);
    }
    attend(play);
    if (!step->is_done(play))
        fault(play, "did not come about: ", step->what);
    return step->is_done(play);
}

void short_play_run(struct short_play *play)
{
    static const struct step before[] = {
        {"the workshop is open", is_open, open_workshop, 500},
        {"everybody is in", are_in, enter, 500},
        {"everybody has a seat", are_seated, start, 1500},
        {"staff watch", is_watched, watch, 500},
        {"the session plays", is_played, be_ready, 1500},
    };
    static const struct step talk = {"the line is said", is_said, say, 1500};
    static const struct step after[] = {
        {"the session is over", is_over, end, 500},
        {"it is marked", is_marked, mark, 500},
        {"the marks are out", is_released, release, 12000},
    };
    for (size_t i = 0; i < RP_COUNT(before); i++)
        if (!take(play, &before[i]))
            return;
    for (play->waits = 1; play->waits <= SHORT_LINES; play->waits++)
        if (!take(play, &talk))
            return;
    play->waits = 0;
    for (size_t i = 0; i < RP_COUNT(after); i++)
        if (!take(play, &after[i]))
            return;
}

/* Afterwards. */

static bool take_text(void *context, uint16_t line, struct rp_str text)
{
    struct short_play *play = context;
    for (int i = 0; i < SHORT_LINES; i++)
        if (play->said[i] == line && text.length == strlen(lines[i]) &&
            memcmp(text.at, lines[i], text.length) == 0)
            play->said[i] = 0;
    return true;
}

/* Every line that was acknowledged stands in the store. */
static void look_for_lines(struct short_play *play, const char *id)
{
    RP_CHECK(rp_store_texts(play->sim.store, id, take_text, play) == RP_OK);
    for (int i = 0; i < SHORT_LINES; i++)
        if (play->said[i] != 0)
            fault(play, "acknowledged and not stored: ", lines[i]);
}

/* Who sat in that seat of that room was told what is told there now, as far as he came. */
static void look_at_stream(struct short_play *play, const struct short_stream *then)
{
    const struct short_stream *is = &play->streams[play->people[then->person].guest->conn.slot];
    if (then->told_n == 0 || strcmp(is->room, then->room) != 0 || is->seat != then->seat)
        return;
    uint32_t same = 0;
    while (same < then->told_n && same < is->told_n && then->told[same] == is->told[same])
        same++;
    if (same == then->told_n)
        return;
    fprintf(stderr, "of %u events, %u as they are told now; ", then->told_n, same);
    fault(play, "was told what is not in the log: ", names[then->person]);
}

void short_play_look(struct short_play *play)
{
    char id[SIM_TEXT];
    uint32_t before = play->sim.guests_n;
    if (play->faults > 0)
        return;
    memcpy(id, play->people[TRAINEE].guest->room, SIM_TEXT);
    sim_pass(&play->sim, SOON_MS);
    play->faults += refold_all(&play->sim);
    look_for_lines(play, id);
    attend(play);
    sim_pass(&play->sim, 2000);
    for (uint32_t who = 0; who < SHORT_PEOPLE; who++)
        if (!play->people[who].guest->open || !play->people[who].guest->seated)
            fault(play, "cannot come back: ", names[who]);
    for (uint32_t i = 0; i < before; i++)
        look_at_stream(play, &play->streams[i]);
}
