/* Two to eight at once for what only one may have: exactly one has it, everybody is answered once,
 * and the log decides itself to the same state.
 *
 * RACES=10000 and the like for more of them than in every run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "app_private.h"
#include "support/play.h"
#include "support/refold.h"

enum {
    RACERS_MAX = 8,
    PER_SIM = 12,
    SPREAD_MS = 8, /* between the first and the last of them; commits take 1 to 6 */
};

static const enum rp_item item = RP_ITEM_E1;
static struct sim sim;
static struct sim_guest *racers[RACERS_MAX];
static unsigned racers_n;

static unsigned races_wanted(void)
{
    return (unsigned)play_setting("RACES", 360);
}

/* A while that is often nothing: many of them come in one turn of the loop. */
static void a_moment(void)
{
    if (sim_random(&sim, 2) == 0)
        sim_pass(&sim, sim_random(&sim, SPREAD_MS));
}

static void choose_racers(const char *who, const char *secret)
{
    racers_n = 2 + sim_random(&sim, RACERS_MAX - 1);
    for (unsigned i = 0; i < racers_n; i++)
        racers[i] = sim_come(&sim, who, secret);
    sim_settle(&sim);
}

static void choose_staff(const char *room)
{
    choose_racers("one of the staff", rp_app_demo(sim.app)->staff);
    for (unsigned i = 0; i < racers_n; i++)
        sim_watch(racers[i], room);
    sim_pass(&sim, 50);
}

static unsigned count_seated(const char *room, enum rp_seat seat)
{
    unsigned count = 0;
    for (uint32_t i = 0; i < sim.guests_n; i++) {
        const struct sim_guest *guest = sim.guests[i];
        count += guest->open && guest->seated && guest->seat == seat && !strcmp(guest->room, room);
    }
    return count;
}

/* A trainee with the bot, at play. */
static struct sim_guest *practise(void)
{
    struct sim_guest *trainee = sim_come(&sim, "a trainee", NULL);
    sim_join(trainee, "moving-truck", "Asha");
    sim_pass(&sim, 50);
    assert_true(trainee->seated);
    sim_simple(trainee, RP_MSG_READY);
    sim_pass(&sim, 3000);
    return trainee;
}

/* Races. */

static void for_one_seat(void)
{
    struct sim_guest *trainee = sim_come(&sim, "a trainee", rp_app_demo(sim.app)->trainee);
    sim_join(trainee, "", "Asha");
    sim_pass(&sim, 50);
    choose_racers("a customer", rp_app_demo(sim.app)->customer);
    for (unsigned i = 0; i < racers_n; i++) {
        sim_join(racers[i], "", "Tom");
        a_moment();
    }
    sim_pass(&sim, 100);
    assert_int_equal(count_seated(trainee->room, RP_SEAT_CUSTOMER), 1);
    for (unsigned i = 0; i < racers_n; i++)
        assert_int_equal(count_seated(racers[i]->room, RP_SEAT_CUSTOMER), 1);
}

/* Two tabs, and more: the newest has the seat, the others are told that it sits elsewhere. */
static void with_one_token(void)
{
    struct sim_guest *trainee = practise();
    sim_drop(trainee);
    sim_pass(&sim, sim_random(&sim, 3000));
    choose_racers("a tab", NULL);
    for (unsigned i = 0; i < racers_n; i++) {
        sim_resume(racers[i], trainee->token, 0);
        a_moment();
    }
    sim_pass(&sim, 100);
    assert_int_equal(count_seated(trainee->room, RP_SEAT_TRAINEE), 1);
}

static void with_one_place(void)
{
    struct sim_guest *staff = sim_staff(&sim, "staff");
    struct rp_msg msg = {.type = RP_MSG_OPEN_WORKSHOP};
    msg.as.open_workshop = (struct rp_msg_open_workshop){.pairing = RP_PAIRING_BOT,
                                                         .scenario = sim_str("moving-truck"),
                                                         .heat = 3,
                                                         .sessions = 1,
                                                         .read_ms = 60000,
                                                         .play_ms = 60000,
                                                         .debrief_ms = 60000,
                                                         .switch_ms = 1000};
    sim_send(staff, &msg);
    sim_pass(&sim, 300);
    struct sim_guest *member = sim_come(&sim, "a member", NULL);
    sim_enter(member, staff->code, "Asha");
    sim_pass(&sim, 300);
    sim_drop(member);
    choose_racers("a tab", NULL);
    for (unsigned i = 0; i < racers_n; i++) {
        msg = (struct rp_msg){.type = RP_MSG_COME_BACK};
        msg.as.come_back.token = sim_str(member->member);
        sim_send(racers[i], &msg);
        a_moment();
    }
    sim_pass(&sim, 300);
    unsigned open = 0;
    for (unsigned i = 0; i < racers_n; i++)
        open += racers[i]->open && racers[i]->member[0] != 0;
    assert_int_equal(open, 1);
    sim_steer(staff, RP_STEER_END);
    sim_pass(&sim, 300);
}

static void to_mark_one_item(void)
{
    struct sim_guest *trainee = practise();
    unsigned stored = 0, refused = 0;
    choose_staff(trainee->room);
    for (unsigned i = 0; i < racers_n; i++) {
        struct rp_msg msg = {.type = RP_MSG_MARK};
        msg.as.mark = (struct rp_msg_mark){.id = 1,
                                           .item = item,
                                           .level = (uint8_t)(1 + i % 5),
                                           .reason = sim_str("He named it.")};
        sim_send(racers[i], &msg);
        a_moment();
    }
    sim_pass(&sim, 100);
    for (unsigned i = 0; i < racers_n; i++) {
        stored += racers[i]->acks;
        refused += racers[i]->errors == 1 && racers[i]->error == RP_ERROR_CONFLICT;
    }
    assert_int_equal(stored, 1);
    assert_int_equal(refused, racers_n - 1);
    assert_int_equal(sim_room(trainee)->session.marking.versions[item], 1);
}

static void end(struct sim_guest *staff)
{
    struct rp_msg msg = {.type = RP_MSG_CONTROL};
    msg.as.control.what = RP_CONTROL_END;
    msg.as.control.reason = sim_str("It is time.");
    sim_send(staff, &msg);
}

/* The line was said, or it was not; either way he can write of it afterwards. */
static void to_say_before_the_end(void)
{
    struct sim_guest *trainee = practise();
    unsigned last = sim_random(&sim, 2);
    choose_staff(trainee->room);
    if (last == 0)
        sim_say(trainee, "Let me see what I can do.", RP_CHIP_NONE);
    for (unsigned i = 0; i < racers_n; i++) {
        a_moment();
        end(racers[i]);
    }
    if (last == 1)
        sim_say(trainee, "Let me see what I can do.", RP_CHIP_NONE);
    sim_pass(&sim, 200);
    assert_int_equal(trainee->acks + trainee->errors, 1);
    assert_false(rp_session_plays(&sim_room(trainee)->session));
    struct rp_msg msg = {.type = RP_MSG_NOTE};
    msg.as.note.note = RP_NOTE_FEEL;
    msg.as.note.text = sim_str("That was sudden.");
    sim_send(trainee, &msg);
    sim_pass(&sim, 100);
    assert_int_equal(trainee->acks + trainee->errors, 2);
    assert_true(trainee->acks > 0);
}

static void mark_all(struct sim_guest *grader, const struct rp_room *room)
{
    for (uint32_t i = 0; i < room->method->method.items_n; i++) {
        struct rp_msg msg = {.type = RP_MSG_MARK};
        msg.as.mark =
            (struct rp_msg_mark){.id = 1, .item = room->method->method.items[i].item, .level = 3};
        sim_send(grader, &msg);
    }
    struct rp_msg msg = {.type = RP_MSG_OVERALL};
    msg.as.overall.level = 3;
    sim_send(grader, &msg);
}

/* Some release, some take it back, some change a mark: it is out once, or not at all. */
static void to_release(void)
{
    struct sim_guest *trainee = practise();
    choose_staff(trainee->room);
    end(racers[0]);
    sim_pass(&sim, 50);
    mark_all(racers[0], sim_room(trainee));
    sim_pass(&sim, 50);
    for (unsigned i = 0; i < racers_n; i++) {
        struct rp_msg msg = {.type = RP_MSG_RELEASE};
        msg.as.release.on = i % 2 == 0;
        sim_send(racers[i], &msg);
        msg = (struct rp_msg){.type = RP_MSG_MARK};
        msg.as.mark = (struct rp_msg_mark){.id = 7, .item = item, .level = 5, .version = 1};
        sim_send(racers[i], &msg);
        a_moment();
    }
    sim_pass(&sim, 9990 + sim_random(&sim, 20));
    end(racers[racers_n - 1]);
    sim_pass(&sim, 100);
    assert_int_equal(sim_room(trainee)->session.marking.versions[item], 2);
}

static void (*const races[])(void) = {
    for_one_seat,     with_one_token,        with_one_place,
    to_mark_one_item, to_say_before_the_end, to_release,
};

/* Some races in one house, then every log of it. */
static void run_races(unsigned first, unsigned count)
{
    struct sim_options options = play_options(first + 1);
    options.commit_ms = 1;
    options.commit_jitter_ms = 6;
    sim_open(&sim, &options);
    for (unsigned i = first; i < first + count; i++)
        races[i % RP_COUNT(races)]();
    sim_pass(&sim, 1000);
    assert_int_equal(refold_all(&sim), 0);
    sim_close(&sim);
    sim_clear(&sim);
}

static void one_wins_and_the_log_decides_itself(void **unused)
{
    (void)unused;
    for (unsigned i = 0; i < races_wanted(); i += PER_SIM)
        run_races(i, PER_SIM);
    print_message("%u races\n", races_wanted());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_wins_and_the_log_decides_itself),
    };
    return cmocka_run_group_tests(tests, play_stage_open, play_stage_close);
}
