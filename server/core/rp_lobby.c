#include "rp_lobby.h"

#include <string.h>

void rp_lobby_init(struct rp_lobby *lobby)
{
    memset(lobby, 0, sizeof(*lobby));
    lobby->phase_ends_ms = RP_NEVER;
    lobby->staff_away_ms = RP_NEVER;
    rp_pairing_init(&lobby->ledger);
}

bool rp_lobby_in_session(const struct rp_lobby *lobby)
{
    return lobby->phase >= RP_GATHERING_READ && lobby->phase <= RP_GATHERING_DEBRIEF;
}

bool rp_lobby_seat_of(const struct rp_lobby *lobby, uint16_t person, uint16_t *group,
                      enum rp_seat *seat)
{
    for (uint16_t g = 0; g < lobby->groups_n; g++)
        for (int i = 0; i < 3; i++)
            if (lobby->groups[g].seats[i] == person) {
                *group = g;
                *seat = (enum rp_seat)i;
                return rp_lobby_in_session(lobby);
            }
    return false;
}

uint16_t rp_lobby_count(const struct rp_lobby *lobby)
{
    uint16_t count = 0;
    for (uint16_t i = 0; i < lobby->people_n; i++)
        count = (uint16_t)(count + lobby->people[i].here);
    return count;
}

int64_t rp_lobby_left_ms(const struct rp_lobby *lobby)
{
    if (lobby->phase_ends_ms == RP_NEVER)
        return RP_NEVER;
    int64_t now_ms = lobby->paused ? lobby->paused_since_ms : lobby->now_ms;
    return rp_max(0, lobby->phase_ends_ms - now_ms);
}

/* Seats. */

static uint16_t open_group(struct rp_lobby *lobby)
{
    lobby->groups[lobby->groups_n] = (struct rp_group){{RP_NOBODY, RP_NOBODY, RP_NOBODY}};
    return lobby->groups_n++;
}

/* Two who work with each other and are watched by nobody. */
static uint16_t unwatched(const struct rp_lobby *lobby)
{
    for (uint16_t g = 0; g < lobby->groups_n; g++)
        if (rp_group_size(lobby->groups[g]) == 2 &&
            lobby->groups[g].seats[RP_SEAT_OBSERVER] == RP_NOBODY)
            return g;
    return RP_NOBODY;
}

/* A room with the bot is worth it while reading, and while enough of play is left. */
static bool may_begin(const struct rp_lobby *lobby)
{
    int64_t enough_ms = rp_min(RP_LOBBY_SOLO_MS, (int64_t)lobby->setup.play_ms / 2);
    return lobby->phase == RP_GATHERING_READ ||
           (lobby->phase == RP_GATHERING_PLAY && rp_lobby_left_ms(lobby) >= enough_ms);
}

static void place_late(struct rp_lobby *lobby, uint16_t person)
{
    uint16_t group;
    enum rp_seat seat;
    bool plays = lobby->phase == RP_GATHERING_READ || lobby->phase == RP_GATHERING_PLAY;
    if (!plays || rp_lobby_seat_of(lobby, person, &group, &seat))
        return;
    uint16_t watched = unwatched(lobby);
    if (watched != RP_NOBODY)
        lobby->groups[watched].seats[RP_SEAT_OBSERVER] = person;
    else if (may_begin(lobby) && lobby->groups_n < RP_GROUPS_MAX)
        lobby->groups[open_group(lobby)].seats[RP_SEAT_TRAINEE] = person;
}

/* Whoever leaves the customer's seat leaves it to the bot. Without its trainee a room is over:
 * whoever sat there is placed anew. */
static void leave_group(struct rp_lobby *lobby, uint16_t person)
{
    uint16_t group;
    enum rp_seat seat;
    if (!rp_lobby_seat_of(lobby, person, &group, &seat))
        return;
    struct rp_group left = lobby->groups[group];
    lobby->groups[group].seats[seat] = RP_NOBODY;
    if (seat != RP_SEAT_TRAINEE)
        return;
    for (int i = 1; i < 3; i++)
        lobby->groups[group].seats[i] = RP_NOBODY;
    for (int i = 1; i < 3; i++)
        if (left.seats[i] != RP_NOBODY && lobby->people[left.seats[i]].here)
            place_late(lobby, left.seats[i]);
}

/* Sessions. */

static int block_of(const struct rp_lobby *lobby)
{
    static const int sessions[] = {1, 2, 3};
    return sessions[lobby->setup.pairing];
}

/* A group stays for its block while it is whole and still as it was formed. */
static bool stays(const struct rp_lobby *lobby, struct rp_group group)
{
    int size = rp_group_size(group);
    for (int i = 0; i < size; i++)
        if (group.seats[i] == RP_NOBODY || !lobby->people[group.seats[i]].here)
            return false;
    if (lobby->setup.pairing == RP_PAIRING_PAIRS)
        return size == 2;
    return size == 3 || (size == 2 && lobby->in_block < 2);
}

/* Keeps the groups that stay, one seat further, and marks their people. */
static void keep_groups(struct rp_lobby *lobby, bool sits[RP_PEOPLE_MAX])
{
    uint16_t kept = 0;
    for (uint16_t g = 0; g < lobby->groups_n; g++) {
        if (!stays(lobby, lobby->groups[g]))
            continue;
        lobby->groups[kept] = rp_pairing_rotate(lobby->groups[g]);
        for (int i = 0; i < 3; i++)
            if (lobby->groups[kept].seats[i] != RP_NOBODY)
                sits[lobby->groups[kept].seats[i]] = true;
        kept++;
    }
    lobby->groups_n = kept;
}

/* The third session of a pair among threes: both with the bot. */
static bool is_third(const struct rp_lobby *lobby)
{
    return lobby->setup.pairing == RP_PAIRING_THREES && lobby->in_block == 2;
}

static void form_groups(struct rp_lobby *lobby, const uint16_t *people, uint16_t n)
{
    struct rp_group *groups = lobby->groups + lobby->groups_n;
    uint16_t formed = 0;
    if (lobby->setup.pairing == RP_PAIRING_BOT || is_third(lobby)) {
        for (; formed < n; formed++)
            groups[formed] = (struct rp_group){{people[formed], RP_NOBODY, RP_NOBODY}};
    } else if (lobby->setup.pairing == RP_PAIRING_PAIRS) {
        formed = rp_pairing_pairs(&lobby->ledger, people, n, groups);
    } else {
        formed = rp_pairing_threes(&lobby->ledger, people, n,
                                   (uint64_t)lobby->setup.seed + lobby->session, groups);
    }
    lobby->groups_n = (uint16_t)(lobby->groups_n + formed);
}

static void enter(struct rp_lobby *lobby, enum rp_gathering phase, int64_t lasts_ms)
{
    lobby->phase = phase;
    lobby->phase_ends_ms = lasts_ms == RP_NEVER ? RP_NEVER : lobby->now_ms + lasts_ms;
}

static void begin_session(struct rp_lobby *lobby)
{
    bool sits[RP_PEOPLE_MAX] = {false};
    uint16_t waiting[RP_PEOPLE_MAX], n = 0;
    bool new_block = lobby->session == 0 || ++lobby->in_block == block_of(lobby);
    if (new_block) {
        lobby->in_block = 0;
        lobby->groups_n = 0;
    }
    keep_groups(lobby, sits);
    for (uint16_t i = 0; i < lobby->people_n; i++)
        if (lobby->people[i].here && !sits[i])
            waiting[n++] = i;
    form_groups(lobby, waiting, n);
    for (uint16_t g = 0; g < lobby->groups_n; g++)
        rp_pairing_count(&lobby->ledger, lobby->groups[g]);
    lobby->session++;
    lobby->extended = 0;
    enter(lobby, RP_GATHERING_READ, lobby->setup.read_ms);
}

/* Without staff nothing new begins: the switch goes on until they are back. */
static void end_switch(struct rp_lobby *lobby)
{
    if (lobby->staff_away_ms != RP_NEVER &&
        lobby->now_ms - lobby->staff_away_ms >= RP_LOBBY_NO_STAFF_MS)
        lobby->phase_ends_ms = RP_NEVER;
    else
        begin_session(lobby);
}

static void phase_is_over(struct rp_lobby *lobby)
{
    const struct rp_event_workshop_opened *setup = &lobby->setup;
    switch (lobby->phase) {
    case RP_GATHERING_READ:
        enter(lobby, RP_GATHERING_PLAY, setup->play_ms);
        break;
    case RP_GATHERING_PLAY:
        enter(lobby, RP_GATHERING_WRAP, setup->wrap_ms);
        break;
    case RP_GATHERING_WRAP:
        enter(lobby, RP_GATHERING_DEBRIEF, setup->debrief_ms);
        break;
    case RP_GATHERING_DEBRIEF:
        if (lobby->session >= setup->sessions)
            enter(lobby, RP_GATHERING_OVER, RP_NEVER);
        else
            enter(lobby, RP_GATHERING_SWITCH, setup->switch_ms);
        break;
    default:
        end_switch(lobby);
        break;
    }
}

/* Time. */

static bool waits_for_trainee(const struct rp_lobby *lobby, uint16_t group, int64_t *until_ms)
{
    uint16_t trainee = lobby->groups[group].seats[RP_SEAT_TRAINEE];
    if (trainee == RP_NOBODY || rp_group_size(lobby->groups[group]) == 1 ||
        lobby->people[trainee].away_since_ms == RP_NEVER)
        return false;
    *until_ms = lobby->people[trainee].away_since_ms + RP_LOBBY_LOST_MS;
    return true;
}

static int64_t lost_next_ms(const struct rp_lobby *lobby)
{
    int64_t next_ms = RP_NEVER, until_ms;
    bool plays = lobby->phase == RP_GATHERING_READ || lobby->phase == RP_GATHERING_PLAY;
    for (uint16_t g = 0; plays && g < lobby->groups_n; g++)
        if (waits_for_trainee(lobby, g, &until_ms))
            next_ms = rp_min(next_ms, until_ms);
    return next_ms;
}

int64_t rp_lobby_next_ms(const struct rp_lobby *lobby)
{
    return lobby->paused ? RP_NEVER : rp_min(lobby->phase_ends_ms, lost_next_ms(lobby));
}

static void give_up_lost(struct rp_lobby *lobby)
{
    int64_t until_ms;
    for (uint16_t g = 0; g < lobby->groups_n; g++)
        if (waits_for_trainee(lobby, g, &until_ms) && until_ms <= lobby->now_ms)
            leave_group(lobby, lobby->groups[g].seats[RP_SEAT_TRAINEE]);
}

void rp_lobby_advance(struct rp_lobby *lobby, int64_t at_ms)
{
    RP_CHECK(at_ms >= lobby->now_ms);
    for (int64_t next_ms; (next_ms = rp_lobby_next_ms(lobby)) <= at_ms;) {
        lobby->now_ms = rp_max(next_ms, lobby->now_ms);
        if (lost_next_ms(lobby) <= lobby->now_ms)
            give_up_lost(lobby);
        else
            phase_is_over(lobby);
    }
    lobby->now_ms = at_ms;
}

/* Inputs. */

static enum rp_err came(struct rp_lobby *lobby, const struct rp_event_workshop_came *input)
{
    if (lobby->shut || lobby->phase == RP_GATHERING_OVER || input->person != lobby->people_n)
        return RP_ERR_DENIED;
    if (lobby->people_n == RP_PEOPLE_MAX)
        return RP_ERR_TOO_LARGE;
    lobby->people[lobby->people_n++] = (struct rp_lobby_person){
        .here = true,
        .time_pct = input->time_pct,
        .away_since_ms = RP_NEVER,
        .help_since_ms = RP_NEVER,
    };
    place_late(lobby, (uint16_t)input->person);
    return RP_OK;
}

static void follow_link(struct rp_lobby *lobby, uint16_t person, bool up)
{
    struct rp_lobby_person *who = &lobby->people[person];
    if (who->removed || who->here == up)
        return;
    who->here = up;
    who->away_since_ms = up ? RP_NEVER : lobby->now_ms;
    if (up)
        place_late(lobby, person);
}

static void remove_person(struct rp_lobby *lobby, uint16_t person)
{
    leave_group(lobby, person);
    lobby->people[person].here = false;
    lobby->people[person].removed = true;
    lobby->people[person].help_since_ms = RP_NEVER;
}

/* The clock stands still, and so does the wait for whoever is lost. */
static void resume(struct rp_lobby *lobby)
{
    int64_t gap_ms = lobby->now_ms - lobby->paused_since_ms;
    lobby->paused = false;
    if (lobby->phase_ends_ms != RP_NEVER)
        lobby->phase_ends_ms += gap_ms;
    for (uint16_t i = 0; i < lobby->people_n; i++)
        if (lobby->people[i].away_since_ms != RP_NEVER)
            lobby->people[i].away_since_ms =
                rp_min(lobby->now_ms, lobby->people[i].away_since_ms + gap_ms);
}

static enum rp_err start(struct rp_lobby *lobby)
{
    bool waits = lobby->phase == RP_GATHERING_OPEN || lobby->phase == RP_GATHERING_SWITCH;
    if (!waits || lobby->paused || rp_lobby_count(lobby) == 0)
        return RP_ERR_DENIED;
    begin_session(lobby);
    return RP_OK;
}

static enum rp_err set_paused(struct rp_lobby *lobby, bool paused)
{
    if (lobby->phase == RP_GATHERING_OVER || lobby->paused == paused)
        return RP_ERR_DENIED;
    if (!paused)
        resume(lobby);
    lobby->paused = paused;
    lobby->paused_since_ms = lobby->now_ms;
    return RP_OK;
}

static enum rp_err extend(struct rp_lobby *lobby)
{
    if (lobby->phase_ends_ms == RP_NEVER)
        return RP_ERR_DENIED;
    lobby->phase_ends_ms += RP_LOBBY_EXTEND_MS;
    lobby->extended = (uint16_t)(lobby->extended + (lobby->phase == RP_GATHERING_READ ||
                                                    lobby->phase == RP_GATHERING_PLAY));
    return RP_OK;
}

static enum rp_err steer_two(struct rp_lobby *lobby, const struct rp_event_workshop_steered *input)
{
    uint16_t a = (uint16_t)input->person, b = (uint16_t)input->other;
    if (a >= lobby->people_n || b >= lobby->people_n || a == b)
        return RP_ERR_NOT_FOUND;
    if (input->what == RP_STEER_APART)
        rp_pairing_apart(&lobby->ledger, a, b, input->on);
    else
        rp_pairing_lock(&lobby->ledger, a, b, input->on);
    return RP_OK;
}

static enum rp_err steered(struct rp_lobby *lobby, const struct rp_event_workshop_steered *input)
{
    switch (input->what) {
    case RP_STEER_START:
        return start(lobby);
    case RP_STEER_EXTEND:
        return extend(lobby);
    case RP_STEER_PAUSE:
    case RP_STEER_RESUME:
        return set_paused(lobby, input->what == RP_STEER_PAUSE);
    case RP_STEER_END:
        lobby->paused = false;
        enter(lobby, RP_GATHERING_OVER, RP_NEVER);
        return RP_OK;
    case RP_STEER_REMOVE:
        if (input->person >= lobby->people_n)
            return RP_ERR_NOT_FOUND;
        remove_person(lobby, (uint16_t)input->person);
        return RP_OK;
    case RP_STEER_SHUT:
        lobby->shut = input->on;
        return RP_OK;
    case RP_STEER_BELL:
        lobby->bells++;
        return RP_OK;
    default:
        return steer_two(lobby, input);
    }
}

static void follow_staff(struct rp_lobby *lobby, bool here)
{
    lobby->staff_away_ms = here ? RP_NEVER : lobby->now_ms;
    if (here && lobby->phase == RP_GATHERING_SWITCH && lobby->phase_ends_ms == RP_NEVER)
        lobby->phase_ends_ms = lobby->now_ms;
}

static enum rp_err take(struct rp_lobby *lobby, const struct rp_event *input)
{
    switch (input->type) {
    case RP_EVENT_WORKSHOP_CAME:
        return came(lobby, &input->as.workshop_came);
    case RP_EVENT_WORKSHOP_LINK:
        if (input->as.workshop_link.person >= lobby->people_n)
            return RP_ERR_NOT_FOUND;
        follow_link(lobby, (uint16_t)input->as.workshop_link.person, input->as.workshop_link.up);
        return RP_OK;
    case RP_EVENT_WORKSHOP_STEERED:
        return steered(lobby, &input->as.workshop_steered);
    case RP_EVENT_WORKSHOP_HELP:
        if (input->as.workshop_help.person >= lobby->people_n)
            return RP_ERR_NOT_FOUND;
        lobby->people[input->as.workshop_help.person].help_since_ms =
            input->as.workshop_help.on ? lobby->now_ms : RP_NEVER;
        return RP_OK;
    case RP_EVENT_WORKSHOP_COMFORT:
        if (input->as.workshop_comfort.person >= lobby->people_n)
            return RP_ERR_NOT_FOUND;
        lobby->people[input->as.workshop_comfort.person].time_pct =
            input->as.workshop_comfort.time_pct;
        return RP_OK;
    case RP_EVENT_WORKSHOP_STAFF:
        follow_staff(lobby, input->as.workshop_staff.here);
        return RP_OK;
    case RP_EVENT_WORKSHOP_BEAT:
        return RP_OK;
    default:
        return RP_ERR_DENIED;
    }
}

enum rp_err rp_lobby_step(struct rp_lobby *lobby, int64_t at_ms, const struct rp_event *input)
{
    if (!lobby->opened) {
        if (input->type != RP_EVENT_WORKSHOP_OPENED)
            return RP_ERR_DENIED;
        lobby->setup = input->as.workshop_opened;
        lobby->opened = true;
        lobby->now_ms = at_ms;
        return RP_OK;
    }
    rp_lobby_advance(lobby, at_ms);
    return take(lobby, input);
}
