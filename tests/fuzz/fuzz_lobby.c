/* Bytes as a workshop: its plan, then people who come and go, staff who steer, and time. Whatever
 * comes, nobody has two seats, nobody who is here is left without an answer for longer than he may
 * be, and the accepted inputs alone give the same seats again. */
#include <string.h>

#include "bytes.h"
#include "rp_lobby.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUTS_MAX = 200, HOUR_MS = 3600000 };

static struct rp_event plan(struct bytes *bytes)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_OPENED};
    event.as.workshop_opened = (struct rp_event_workshop_opened){
        .pairing = (enum rp_pairing)(take(bytes, 1) % RP_PAIRINGS),
        .sessions = (uint8_t)(1 + take(bytes, 1) % 12),
        .seed = take(bytes, 1),
        .read_ms = 16 * take(bytes, 2),
        .play_ms = 16 * take(bytes, 2),
        .wrap_ms = take(bytes, 2),
        .debrief_ms = take(bytes, 2),
        .switch_ms = take(bytes, 2),
        .buffer_ms = 16 * take(bytes, 2),
        .patience_pct = (uint8_t)take(bytes, 1),
    };
    return event;
}

/* Most often somebody who is there. */
static uint16_t somebody(const struct rp_lobby *lobby, struct bytes *bytes)
{
    return (uint16_t)(take(bytes, 1) % (lobby->people_n + 1u));
}

static struct rp_event next_input(const struct rp_lobby *lobby, struct bytes *bytes)
{
    uint32_t mark = take(bytes, 1);
    struct rp_event event = {0};
    switch (take(bytes, 1) % 10) {
    case 0:
    case 1:
        event.type = RP_EVENT_WORKSHOP_CAME;
        event.as.workshop_came =
            (struct rp_event_workshop_came){lobby->people_n, (uint16_t)(100 + mark % 4 * 25)};
        break;
    case 2:
    case 3:
        event.type = RP_EVENT_WORKSHOP_LINK;
        event.as.workshop_link = (struct rp_event_workshop_link){somebody(lobby, bytes), mark & 1};
        break;
    case 4:
        event.type = RP_EVENT_WORKSHOP_HELP;
        event.as.workshop_help = (struct rp_event_workshop_help){somebody(lobby, bytes), mark & 1};
        break;
    case 5:
        event.type = RP_EVENT_WORKSHOP_STAFF;
        event.as.workshop_staff.here = lobby->staff_away_ms != RP_NEVER; /* the first, the last */
        break;
    case 6:
        event.type = RP_EVENT_WORKSHOP_CHOSE;
        event.as.workshop_chose = (struct rp_event_workshop_chose){
            somebody(lobby, bytes), (enum rp_choice)(mark % RP_CHOICES)};
        break;
    case 7:
        event.type = RP_EVENT_WORKSHOP_COMFORT;
        event.as.workshop_comfort = (struct rp_event_workshop_comfort){
            somebody(lobby, bytes), (uint16_t)(100 + mark % 4 * 25)};
        break;
    default:
        event.type = RP_EVENT_WORKSHOP_STEERED;
        event.as.workshop_steered = (struct rp_event_workshop_steered){
            (enum rp_steer)(mark % RP_STEERS), somebody(lobby, bytes), somebody(lobby, bytes),
            mark & 128};
        break;
    }
    return event;
}

/* What must hold. */

static void check_seats(const struct rp_lobby *lobby)
{
    bool sits[RP_PEOPLE_MAX] = {false};
    RP_CHECK(lobby->people_n <= RP_PEOPLE_MAX && lobby->groups_n <= RP_GROUPS_MAX);
    for (uint16_t g = 0; rp_lobby_in_session(lobby) && g < lobby->groups_n; g++) {
        const struct rp_group *group = &lobby->groups[g];
        RP_CHECK(group->seats[RP_SEAT_TRAINEE] != RP_NOBODY || rp_group_size(*group) == 0);
        for (size_t i = 0; i < RP_COUNT(group->seats); i++) {
            uint16_t person = group->seats[i];
            if (person == RP_NOBODY)
                continue;
            RP_CHECK(person < lobby->people_n && !sits[person] && !lobby->people[person].removed);
            sits[person] = true;
        }
    }
}

/* Without a seat he is asked in time, unless he would rather wait. */
static void check_wait(const struct rp_lobby *lobby, uint16_t person)
{
    const struct rp_lobby_person *who = &lobby->people[person];
    uint16_t group;
    enum rp_seat seat;
    bool plays = lobby->phase == RP_GATHERING_READ || lobby->phase == RP_GATHERING_PLAY;
    int64_t most_ms = rp_lobby_patience_ms(lobby, RP_LOBBY_ALONE_MS);
    if (!plays || lobby->paused || !who->here || rp_lobby_seat_of(lobby, person, &group, &seat))
        return;
    RP_CHECK(who->waits || who->asked == RP_ASKED_ALONE ||
             (who->alone_since_ms != RP_NEVER && lobby->now_ms - who->alone_since_ms <= most_ms));
}

/* With a trainee who is lost he is asked in time, and then it is decided. */
static void check_lost(const struct rp_lobby *lobby, uint16_t person)
{
    const struct rp_lobby_person *who = &lobby->people[person];
    int64_t most_ms = rp_lobby_patience_ms(lobby, RP_LOBBY_ASKED_MS);
    if (who->here && who->asked == RP_ASKED_TRAINEE_LOST && !lobby->paused &&
        (lobby->phase == RP_GATHERING_READ || lobby->phase == RP_GATHERING_PLAY))
        RP_CHECK(lobby->now_ms - who->asked_since_ms <= most_ms);
}

static void check(const struct rp_lobby *lobby)
{
    bool open_end = lobby->phase == RP_GATHERING_OPEN || lobby->phase == RP_GATHERING_OVER ||
                    (lobby->phase == RP_GATHERING_SWITCH && rp_lobby_staff_away(lobby));
    RP_CHECK(lobby->phase_ends_ms != RP_NEVER || open_end);
    RP_CHECK(rp_lobby_left_ms(lobby) >= 0);
    check_seats(lobby);
    for (uint16_t i = 0; i < lobby->people_n; i++) {
        check_wait(lobby, i);
        check_lost(lobby, i);
    }
}

static void check_same(const struct rp_lobby *a, const struct rp_lobby *b)
{
    RP_CHECK(a->phase == b->phase && a->session == b->session &&
             a->phase_ends_ms == b->phase_ends_ms && a->turns == b->turns);
    RP_CHECK(a->people_n == b->people_n && a->groups_n == b->groups_n);
    RP_CHECK(memcmp(a->groups, b->groups, a->groups_n * sizeof(a->groups[0])) == 0);
    RP_CHECK(memcmp(a->takes, b->takes, sizeof(a->takes)) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct rp_lobby lobby, twin;
    struct bytes bytes = {data, size};
    struct rp_event input = plan(&bytes);
    int64_t now_ms = 0;
    rp_lobby_init(&lobby);
    rp_lobby_init(&twin);
    RP_CHECK(rp_lobby_step(&lobby, 0, &input) == RP_OK && rp_lobby_step(&twin, 0, &input) == RP_OK);
    for (size_t i = 0; i < INPUTS_MAX && bytes.left > 0; i++) {
        uint32_t pace = take(&bytes, 1);
        now_ms += pace < 128 ? 0 : 16 * (int64_t)take(&bytes, 2);
        rp_lobby_advance(&lobby, now_ms);
        check(&lobby);
        input = next_input(&lobby, &bytes);
        if (rp_lobby_step(&lobby, now_ms, &input) == RP_OK)
            RP_CHECK(rp_lobby_step(&twin, now_ms, &input) == RP_OK);
        check(&lobby);
    }
    now_ms += HOUR_MS;
    rp_lobby_advance(&lobby, now_ms);
    rp_lobby_advance(&twin, now_ms);
    check(&lobby);
    check_same(&lobby, &twin);
    return 0;
}
