/* Every message from everybody: whoever may not send it is told so, and nothing comes of it. What
 * belongs to another firm answers as what is not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "app_private.h"
#include "rp_shape.h"
#include "support/play.h"
#include "support/table.h"

enum { MESSAGES_MAX = 256, MEMBERS = 3 };

static struct sim sim;
static struct sim_guest *staff, *idle_staff, *foreign, *stranger, *lobby, *projector;
static struct sim_guest *seats[RP_SEATS];

static void open_workshop(struct sim_guest *by, enum rp_pairing pairing)
{
    struct rp_msg msg = {.type = RP_MSG_OPEN_WORKSHOP};
    msg.as.open_workshop = (struct rp_msg_open_workshop){.pairing = pairing,
                                                         .scenario = sim_str("moving-truck"),
                                                         .heat = 3,
                                                         .sessions = 1,
                                                         .read_ms = 60000,
                                                         .play_ms = 3600000,
                                                         .debrief_ms = 60000,
                                                         .switch_ms = 1000};
    sim_send(by, &msg);
    sim_pass(&sim, 300);
}

/* A room of three at play, and staff who watch it. */
static void seat_three(void)
{
    struct sim_guest *members[MEMBERS];
    open_workshop(staff, RP_PAIRING_THREES);
    for (unsigned i = 0; i < MEMBERS; i++) {
        members[i] = sim_come(&sim, "a member", NULL);
        sim_enter(members[i], staff->code, "Asha");
        sim_pass(&sim, 300);
    }
    sim_steer(staff, RP_STEER_START);
    sim_pass(&sim, 1000);
    for (unsigned i = 0; i < MEMBERS; i++) {
        assert_true(members[i]->seated);
        seats[members[i]->seat] = members[i];
        sim_simple(members[i], RP_MSG_READY);
    }
    sim_watch(staff, members[0]->room);
    seats[RP_SEAT_STAFF] = staff;
    sim_pass(&sim, 1000);
    assert_true(rp_session_plays(&sim_room(staff)->session));
}

static void come_without_seat(void)
{
    struct rp_msg msg = {.type = RP_MSG_PROJECT};
    stranger = sim_come(&sim, "a stranger", NULL);
    foreign = sim_foreign_staff(&sim, "another firm's staff", "elsewhere");
    open_workshop(foreign, RP_PAIRING_BOT);
    lobby = sim_come(&sim, "a member in a lobby", NULL);
    sim_enter(lobby, foreign->code, "Ben");
    projector = sim_come(&sim, "a projector", NULL);
    msg.as.project.code = sim_str(foreign->code);
    sim_send(projector, &msg);
    idle_staff = sim_staff(&sim, "staff who watch nothing");
    sim_pass(&sim, 300);
}

static int open_all(void **unused)
{
    (void)unused;
    if (play_stage_open(NULL) != 0)
        return -1;
    const struct sim_options options = play_options(1);
    sim_open(&sim, &options);
    staff = sim_staff(&sim, "staff");
    seat_three();
    come_without_seat();
    return 0;
}

static int close_all(void **unused)
{
    (void)unused;
    if (sim.app != NULL) {
        sim_close(&sim);
        sim_clear(&sim);
    }
    return play_stage_close(NULL);
}

/* The least that the definition allows in every field. */
static struct rp_msg least(const struct rp_shape *shape)
{
    struct rp_msg msg = {.type = (enum rp_msg_type)shape->number};
    for (size_t i = 0; i < shape->fields_n; i++) {
        const struct rp_field *field = &shape->fields[i];
        if (field->kind == RP_FIELD_INTEGER)
            rp_field_set(field, &msg.as, rp_max(field->min, 0));
        if (field->kind == RP_FIELD_STRING)
            *(struct rp_str *)(void *)((char *)&msg.as + field->at) = sim_str("x");
    }
    return msg;
}

static uint32_t count_records(void)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++)
        if (sim.app->rooms[i] != NULL)
            count += 1000 + sim.app->rooms[i]->log.count;
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX; i++)
        count += sim.app->workshops[i] != NULL ? 1000 : 0;
    return count;
}

static bool may(enum rp_msg_type type, const char *letters)
{
    for (; *letters; letters++)
        if (table_may(type, *letters))
            return true;
    return false;
}

/* All that he may not send; how many that were. */
static unsigned refuse(struct sim_guest *guest, const char *letters)
{
    unsigned cells = 0;
    for (unsigned number = 0; number < MESSAGES_MAX; number++) {
        const struct rp_shape *shape = rp_msg_shape(number);
        if (shape == NULL || may((enum rp_msg_type)number, letters))
            continue;
        struct rp_msg msg = least(shape);
        uint32_t errors = guest->errors, acks = guest->acks, records = count_records();
        sim_send(guest, &msg);
        sim_settle(&sim);
        if (guest->errors != errors + 1 || guest->error != RP_ERROR_DENIED || guest->acks != acks ||
            !guest->open)
            fail_msg("%s may send %s", guest->who, shape->name);
        if (count_records() != records)
            fail_msg("%s: something came of %s", guest->who, shape->name);
        cells++;
    }
    return cells;
}

static void who_may_not_is_told_and_nothing_comes_of_it(void **unused)
{
    (void)unused;
    unsigned cells = refuse(seats[RP_SEAT_TRAINEE], "T") + refuse(seats[RP_SEAT_CUSTOMER], "C") +
                     refuse(seats[RP_SEAT_OBSERVER], "O") + refuse(staff, "S") +
                     refuse(stranger, "G") + refuse(lobby, "G") + refuse(projector, "G") +
                     refuse(idle_staff, "SG") + refuse(foreign, "SG");
    print_message("%u cells refused\n", cells);
    assert_true(cells > 100);
}

/* The definition's own column of who may send, against the one written by hand. */
static void the_definition_says_who_may(void **unused)
{
    (void)unused;
    static const char letters[] = "TCOSG";
    for (unsigned number = 0; number < MESSAGES_MAX; number++) {
        const struct rp_shape *shape = rp_msg_shape(number);
        for (unsigned i = 0; shape != NULL && letters[i] != 0; i++)
            if ((shape->seats >> i & 1) != table_may((enum rp_msg_type)number, letters[i]))
                fail_msg("%s from %c", shape->name, letters[i]);
    }
}

/* Watching a room without being in one. */
static void staff_act_on_no_room_but_the_watched(void **unused)
{
    (void)unused;
    static const enum rp_msg_type of_a_room[] = {RP_MSG_CONTROL, RP_MSG_MARK,    RP_MSG_OVERALL,
                                                 RP_MSG_MOMENT,  RP_MSG_WHISPER, RP_MSG_RELEASE};
    for (size_t i = 0; i < RP_COUNT(of_a_room); i++) {
        struct rp_msg msg = least(rp_msg_shape(of_a_room[i]));
        uint32_t errors = idle_staff->errors, records = count_records();
        sim_send(idle_staff, &msg);
        sim_settle(&sim);
        assert_int_equal(idle_staff->errors, errors + 1);
        assert_int_equal(idle_staff->error, RP_ERROR_DENIED);
        assert_int_equal(count_records(), records);
    }
}

/* What he is sent for it, to the byte. */
static struct rp_str answer_to(struct sim_guest *guest, const struct rp_msg *msg)
{
    uint32_t from = guest->bytes_n, frames = guest->frames_n;
    int64_t asked_ns = (int64_t)uv_hrtime();
    sim_send(guest, msg);
    sim_settle(&sim);
    assert_int_equal(guest->frames_n, frames + 1);
    assert_int_equal(guest->frames[frames].at_ns, asked_ns);
    return (struct rp_str){(const char *)guest->bytes + from, guest->bytes_n - from};
}

static void assert_same_answer(struct sim_guest *guest, const struct rp_msg *theirs,
                               const struct rp_msg *absent)
{
    uint8_t first[256];
    struct rp_str one = answer_to(guest, theirs);
    assert_true(one.length < sizeof(first));
    memcpy(first, one.at, one.length);
    struct rp_str other = answer_to(guest, absent);
    assert_int_equal(one.length, other.length);
    assert_memory_equal(first, other.at, other.length);
    assert_int_equal(guest->error, RP_ERROR_NOT_FOUND);
}

static void what_is_another_firms_is_not_there(void **unused)
{
    (void)unused;
    struct rp_msg theirs = {.type = RP_MSG_WATCH}, absent = {.type = RP_MSG_WATCH};
    theirs.as.watch.room = sim_str(staff->room);
    absent.as.watch.room = sim_str("0123456789abcdef0123456789abcdef");
    assert_same_answer(foreign, &theirs, &absent);
    theirs = absent = (struct rp_msg){.type = RP_MSG_WATCH_WORKSHOP};
    theirs.as.watch_workshop.code = sim_str(staff->code);
    absent.as.watch_workshop.code = sim_str("BCDFGH");
    assert_same_answer(foreign, &theirs, &absent);
    theirs.as.watch_workshop.code = sim_str(foreign->code);
    assert_same_answer(idle_staff, &theirs, &absent);
    sim_simple(foreign, RP_MSG_LIST_ROOMS);
    sim_settle(&sim);
    assert_null(memmem(foreign->bytes, foreign->bytes_n, staff->room, strlen(staff->room)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_definition_says_who_may),
        cmocka_unit_test(who_may_not_is_told_and_nothing_comes_of_it),
        cmocka_unit_test(staff_act_on_no_room_but_the_watched),
        cmocka_unit_test(what_is_another_firms_is_not_there),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
