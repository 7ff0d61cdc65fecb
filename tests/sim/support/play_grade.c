/* play_grade.c: what staff do beside the talk, and the debrief. What is secret takes no time:
 * whether it is sent or, by the plan, left out, everything else is the same. */
#include <string.h>

#include "app_private.h"
#include "play.h"

enum { LEVELS = 5, RELEASE_MS = 12000 };

static uint64_t trainee_and_staff(const struct play *play)
{
    return play_bit(play->trainee) | play_staff(play);
}

static uint16_t last_line(const struct play *play)
{
    return sim_room(play->trainee)->session.lines;
}

/* The trainee sees it, and nobody else in the room. */

static void whisper(struct play *play)
{
    unsigned marker = marker_new("a whisper", trainee_and_staff(play), 0);
    struct rp_msg msg = {.type = RP_MSG_WHISPER};
    msg.as.whisper.id = ++play->id;
    msg.as.whisper.text = sim_str(marker_in(marker, "Ask him about the day."));
    if (!play->plan.coached)
        return;
    sim_send(play->guests[PLAY_STAFF], &msg);
    if (play->level != RP_LEVEL_EXAM)
        marker_must(marker, trainee_and_staff(play));
}

/* The last charge is taken back: all see what it does to the floor, and staff alone why. */
static void waive(struct play *play)
{
    unsigned marker = marker_new("why a charge was waived", play_staff(play), 0);
    struct rp_msg msg = {.type = RP_MSG_CONTROL};
    msg.as.control.what = RP_CONTROL_WAIVE;
    msg.as.control.act_ms = play->charged_ms;
    msg.as.control.reason = sim_str(marker_in(marker, "His link was bad."));
    if (play->charged_ms > 0)
        sim_send(play->guests[PLAY_STAFF], &msg);
}

/* Grading: nobody sees it before the release. */

static void mark(struct play *play, struct sim_guest *grader, enum rp_item item, uint8_t level,
                 uint16_t version, unsigned reason)
{
    struct rp_msg msg = {.type = RP_MSG_MARK};
    msg.as.mark = (struct rp_msg_mark){.id = ++play->id,
                                       .item = item,
                                       .level = level,
                                       .version = version,
                                       .reason = sim_str(marker_in(reason, "He heard her out."))};
    if (play->plan.graded)
        sim_send(grader, &msg);
}

static void remember_grade(struct play *play, unsigned marker)
{
    RP_CHECK(play->grades_n < RP_COUNT(play->grades));
    play->grades[play->grades_n++] = marker;
}

static void mark_some_item(struct play *play, unsigned act)
{
    const struct rp_marking *marking = &sim_room(play->trainee)->session.marking;
    const struct rp_method *method = &sim_room(play->trainee)->method->method;
    enum rp_item item = method->items[act % method->items_n].item;
    unsigned marker = marker_new("the reason of a mark", play_staff(play), 0);
    remember_grade(play, marker);
    mark(play, play->guests[act % 2 ? PLAY_STAFF : PLAY_GRADER], item, (uint8_t)(1 + act % LEVELS),
         marking->versions[item], marker);
}

static void moment(struct play *play, unsigned act)
{
    struct rp_msg msg = {.type = RP_MSG_MOMENT};
    msg.as.moment.id = ++play->id;
    msg.as.moment.line = last_line(play);
    msg.as.moment.moment = (enum rp_moment)(act % RP_MOMENTS);
    msg.as.moment.on = true;
    if (play->plan.graded)
        sim_send(play->guests[PLAY_STAFF], &msg);
}

static void critical(struct play *play)
{
    unsigned marker = marker_new("the reason of a critical item", play_staff(play), 0);
    struct rp_msg msg = {.type = RP_MSG_CRITICAL};
    remember_grade(play, marker);
    msg.as.critical.id = ++play->id;
    msg.as.critical.critical = RP_CRITICAL_K4;
    msg.as.critical.cited = last_line(play);
    msg.as.critical.on = true;
    msg.as.critical.reason = sim_str(marker_in(marker, "No next step was named."));
    if (play->plan.graded)
        sim_send(play->guests[PLAY_STAFF], &msg);
}

void play_beside(struct play *play, unsigned act)
{
    whisper(play);
    waive(play);
    mark_some_item(play, act);
    moment(play, act);
    if (act == 2)
        critical(play);
    sim_pass(&play->sim, 500);
}

/* The debrief. */

static void mark_all(struct play *play)
{
    const struct rp_room *room = sim_room(play->trainee);
    const struct rp_method *method = &room->method->method;
    for (uint32_t i = 0; i < method->items_n; i++) {
        enum rp_item item = method->items[i].item;
        unsigned marker = marker_new("the reason of a mark", play_staff(play), 0);
        remember_grade(play, marker);
        if (play->plan.graded)
            marker_must(marker, trainee_and_staff(play));
        mark(play, play->guests[PLAY_STAFF], item, 4, room->session.marking.versions[item], marker);
        sim_pass(&play->sim, 100);
    }
}

static void release(struct play *play)
{
    struct rp_msg msg = {.type = RP_MSG_OVERALL};
    msg.as.overall.id = ++play->id;
    msg.as.overall.level = 3;
    if (play->plan.graded)
        sim_send(play->guests[PLAY_GRADER], &msg);
    sim_pass(&play->sim, 100);
    msg = (struct rp_msg){.type = RP_MSG_RELEASE};
    msg.as.release.id = ++play->id;
    msg.as.release.on = true;
    if (play->plan.graded)
        sim_send(play->guests[PLAY_STAFF], &msg);
}

static void rate_self(struct play *play)
{
    const struct rp_method *method = &sim_room(play->trainee)->method->method;
    struct rp_msg msg = {.type = RP_MSG_RATE_SELF};
    for (uint32_t i = 0; i < method->items_n; i++)
        msg.as.rate_self.marks[msg.as.rate_self.marks_n++] =
            (struct rp_own_mark){method->items[i].item, 3};
    sim_send(play->trainee, &msg);
    sim_pass(&play->sim, 1000);
}

static void note(struct sim_guest *guest, enum rp_note note, unsigned marker)
{
    struct rp_msg msg = {.type = RP_MSG_NOTE};
    msg.as.note.note = note;
    msg.as.note.text = sim_str(marker_in(marker, "The pause after her first words."));
    sim_send(guest, &msg);
}

static void trainee_writes(struct play *play)
{
    unsigned marker = marker_new("the trainee's note", trainee_and_staff(play), 0);
    marker_must(marker, trainee_and_staff(play));
    note(play->trainee, RP_NOTE_FEEL, marker);
    sim_pass(&play->sim, 1000);
}

/* What the customer's player says of it; the trainee reads it once he has rated himself. */
static void customer_writes(struct play *play)
{
    struct rp_msg msg = {.type = RP_MSG_FELT_HEARD};
    play->felt = marker_new("the customer's note", play_bit(play->customer) | play_staff(play), 0);
    if (play->customer == NULL)
        return;
    marker_must(play->felt, play_room(play) & ~play_bit(play->observer));
    msg.as.felt_heard.level = 4;
    sim_send(play->customer, &msg);
    note(play->customer, RP_NOTE_HELPED, play->felt);
    sim_pass(&play->sim, 1000);
}

/* His own stage says what is his to read. */
void play_let_go(struct play *play)
{
    if (play->trainee->stage >= RP_STAGE_RATED)
        marker_may(play->felt, play_bit(play->trainee), 0);
    for (uint32_t i = 0; play->trainee->stage == RP_STAGE_RELEASED && i < play->grades_n; i++)
        marker_may(play->grades[i], play_bit(play->trainee), 0);
}

static void everybody_recalls(struct play *play)
{
    struct sim_guest *const guests[] = {play->trainee, play->customer, play->observer,
                                        play->guests[PLAY_STAFF]};
    for (size_t i = 0; i < RP_COUNT(guests); i++)
        if (guests[i] != NULL)
            sim_simple(guests[i], RP_MSG_RECALL);
    sim_pass(&play->sim, 2000);
}

/* A changed mark wants a reason, and he sees it at once. */
static void revise(struct play *play)
{
    const struct rp_room *room = sim_room(play->trainee);
    enum rp_item item = room->method->method.items[0].item;
    unsigned marker = marker_new("why a mark was changed", trainee_and_staff(play), 0);
    if (play->plan.graded)
        marker_must(marker, trainee_and_staff(play));
    mark(play, play->guests[PLAY_GRADER], item, 2, room->session.marking.versions[item], marker);
    sim_pass(&play->sim, 1000);
}

static void rate_before_or_after(struct play *play, bool before)
{
    if ((play->plan.number % 2 == 0) == before)
        rate_self(play);
}

void play_debrief(struct play *play)
{
    trainee_writes(play);
    customer_writes(play);
    everybody_recalls(play);
    rate_before_or_after(play, true);
    everybody_recalls(play);
    mark_all(play);
    everybody_recalls(play);
    play->released_ns = (int64_t)uv_hrtime();
    release(play);
    sim_pass(&play->sim, RELEASE_MS);
    rate_before_or_after(play, false);
    everybody_recalls(play);
    revise(play);
}
