#include "rp_lobby_parts.h"

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

int64_t rp_lobby_patience_ms(const struct rp_lobby *lobby, int64_t wait_ms)
{
    int64_t pct = lobby->setup.patience_pct;
    return pct == 0 ? wait_ms : wait_ms * pct / 100;
}

uint16_t rp_lobby_time_pct(const struct rp_lobby *lobby, uint16_t group)
{
    uint16_t most = 100;
    for (int i = 0; i < 3; i++) {
        uint16_t person = lobby->groups[group].seats[i];
        if (person != RP_NOBODY)
            most = (uint16_t)rp_max(most, lobby->people[person].time_pct);
    }
    return most;
}

bool rp_lobby_staff_away(const struct rp_lobby *lobby)
{
    return lobby->staff_away_ms != RP_NEVER &&
           lobby->now_ms - lobby->staff_away_ms >=
               rp_lobby_patience_ms(lobby, RP_LOBBY_NO_STAFF_MS);
}

int64_t rp_lobby_next_start_ms(const struct rp_lobby *lobby)
{
    const struct rp_event_workshop_opened *setup = &lobby->setup;
    const int64_t after[] = {
        [RP_GATHERING_READ] =
            (int64_t)setup->play_ms + lobby->waits_ms + setup->wrap_ms + setup->debrief_ms,
        [RP_GATHERING_PLAY] = (int64_t)setup->wrap_ms + setup->debrief_ms,
        [RP_GATHERING_WRAP] = setup->debrief_ms,
        [RP_GATHERING_DEBRIEF] = 0,
    };
    int64_t left_ms = rp_lobby_left_ms(lobby);
    if (lobby->session >= setup->sessions || left_ms == RP_NEVER)
        return RP_NEVER;
    if (lobby->phase == RP_GATHERING_SWITCH)
        return left_ms;
    return rp_lobby_in_session(lobby) ? left_ms + after[lobby->phase] + setup->switch_ms : RP_NEVER;
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

/* Cards are read as long as the slowest wants, up to the planned buffer. */
static int64_t reads_longer_ms(const struct rp_lobby *lobby)
{
    int64_t most_ms = 0;
    for (uint16_t g = 0; g < lobby->groups_n; g++)
        most_ms = rp_max(most_ms,
                         (int64_t)lobby->setup.read_ms * (rp_lobby_time_pct(lobby, g) - 100) / 100);
    return rp_min(most_ms, (int64_t)lobby->setup.buffer_ms);
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
    for (uint16_t i = 0; i < lobby->people_n; i++)
        lobby->people[i].was_away_ms = 0;
    lobby->session++;
    lobby->extended = 0;
    lobby->waits_ms = 0;
    memset(lobby->takes, 0, sizeof(lobby->takes));
    memset(lobby->extras, 0, sizeof(lobby->extras));
    enter(lobby, RP_GATHERING_READ, lobby->setup.read_ms + reads_longer_ms(lobby));
}

/* Without staff nothing new begins: the switch goes on until they are back. */
static void end_switch(struct rp_lobby *lobby)
{
    if (rp_lobby_staff_away(lobby))
        lobby->phase_ends_ms = RP_NEVER;
    else
        begin_session(lobby);
}

static void phase_is_over(struct rp_lobby *lobby)
{
    const struct rp_event_workshop_opened *setup = &lobby->setup;
    switch (lobby->phase) {
    case RP_GATHERING_READ:
        enter(lobby, RP_GATHERING_PLAY, setup->play_ms + lobby->waits_ms);
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

int64_t rp_lobby_next_ms(const struct rp_lobby *lobby)
{
    return lobby->paused ? RP_NEVER : rp_min(lobby->phase_ends_ms, rp_lobby_seats_next_ms(lobby));
}

void rp_lobby_advance(struct rp_lobby *lobby, int64_t at_ms)
{
    RP_CHECK(at_ms >= lobby->now_ms);
    for (int64_t next_ms; (next_ms = rp_lobby_next_ms(lobby)) <= at_ms;) {
        lobby->now_ms = rp_max(next_ms, lobby->now_ms);
        if (rp_lobby_seats_next_ms(lobby) <= lobby->now_ms)
            rp_lobby_seats_due(lobby);
        else
            phase_is_over(lobby);
        rp_lobby_follow_seats(lobby);
        lobby->turns++;
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
        .alone_since_ms = RP_NEVER,
    };
    rp_lobby_place(lobby, (uint16_t)input->person);
    return RP_OK;
}

static void follow_link(struct rp_lobby *lobby, uint16_t person, bool up)
{
    struct rp_lobby_person *who = &lobby->people[person];
    if (who->removed || who->here == up)
        return;
    if (up)
        who->was_away_ms += lobby->now_ms - who->away_since_ms;
    who->here = up;
    who->away_since_ms = up ? RP_NEVER : lobby->now_ms;
    if (up)
        rp_lobby_place(lobby, person);
}

static void remove_person(struct rp_lobby *lobby, uint16_t person, bool block)
{
    rp_lobby_leave_seat(lobby, person);
    lobby->people[person].here = false;
    lobby->people[person].removed = true;
    lobby->people[person].blocked |= block;
    lobby->people[person].help_since_ms = RP_NEVER;
}

static int64_t later(const struct rp_lobby *lobby, int64_t since_ms, int64_t gap_ms)
{
    return since_ms == RP_NEVER ? RP_NEVER : rp_min(lobby->now_ms, since_ms + gap_ms);
}

/* The clock stood still, and so did the wait for whoever is lost. */
static void resume(struct rp_lobby *lobby)
{
    int64_t gap_ms = lobby->now_ms - lobby->paused_since_ms;
    lobby->paused = false;
    if (lobby->phase_ends_ms != RP_NEVER)
        lobby->phase_ends_ms += gap_ms;
    for (uint16_t i = 0; i < lobby->people_n; i++) {
        struct rp_lobby_person *who = &lobby->people[i];
        who->away_since_ms = later(lobby, who->away_since_ms, gap_ms);
        who->alone_since_ms = later(lobby, who->alone_since_ms, gap_ms);
        who->asked_since_ms = later(lobby, who->asked_since_ms, gap_ms);
    }
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

/* One more minute for one room; the others wait for it up to the buffer. */
static enum rp_err extend_room(struct rp_lobby *lobby, uint16_t group)
{
    if (!rp_lobby_seats_open(lobby) || group >= lobby->groups_n ||
        lobby->groups[group].seats[RP_SEAT_TRAINEE] == RP_NOBODY ||
        lobby->extras[group] == UINT8_MAX)
        return RP_ERR_DENIED;
    lobby->extras[group]++;
    return RP_OK;
}

static enum rp_err steer_two(struct rp_lobby *lobby, enum rp_steer what, uint16_t a, uint16_t b,
                             bool on)
{
    if (b >= lobby->people_n || a == b || lobby->people[b].removed)
        return RP_ERR_NOT_FOUND;
    if (what == RP_STEER_SWAP)
        return rp_lobby_swap(lobby, a, b);
    if (what == RP_STEER_APART)
        rp_pairing_apart(&lobby->ledger, a, b, on);
    else
        rp_pairing_lock(&lobby->ledger, a, b, on);
    return RP_OK;
}

static enum rp_err steer_person(struct rp_lobby *lobby,
                                const struct rp_event_workshop_steered *input)
{
    uint16_t person = (uint16_t)input->person, other = (uint16_t)input->other;
    if (person >= lobby->people_n || lobby->people[person].removed)
        return RP_ERR_NOT_FOUND;
    switch (input->what) {
    case RP_STEER_REMOVE:
    case RP_STEER_BLOCK:
        remove_person(lobby, person, input->what == RP_STEER_BLOCK);
        return RP_OK;
    case RP_STEER_BOT:
        return rp_lobby_call_bot(lobby, person);
    case RP_STEER_MOVE:
        return other == 0 ? RP_ERR_NOT_FOUND : rp_lobby_move(lobby, person, (uint16_t)(other - 1));
    default:
        return steer_two(lobby, input->what, person, other, input->on);
    }
}

static enum rp_err steered(struct rp_lobby *lobby, const struct rp_event_workshop_steered *input)
{
    switch (input->what) {
    case RP_STEER_START:
        return start(lobby);
    case RP_STEER_EXTEND:
        return extend(lobby);
    case RP_STEER_EXTEND_ROOM:
        return extend_room(lobby, (uint16_t)(input->person - 1));
    case RP_STEER_PAUSE:
    case RP_STEER_RESUME:
        return set_paused(lobby, input->what == RP_STEER_PAUSE);
    case RP_STEER_END:
        lobby->paused = false;
        enter(lobby, RP_GATHERING_OVER, RP_NEVER);
        return RP_OK;
    case RP_STEER_SHUT:
        lobby->shut = input->on;
        return RP_OK;
    case RP_STEER_BELL:
        lobby->bells++;
        return RP_OK;
    default:
        return steer_person(lobby, input);
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
    case RP_EVENT_WORKSHOP_CHOSE:
        if (input->as.workshop_chose.person >= lobby->people_n)
            return RP_ERR_NOT_FOUND;
        return rp_lobby_choose(lobby, (uint16_t)input->as.workshop_chose.person,
                               input->as.workshop_chose.what);
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
    enum rp_err err = take(lobby, input);
    if (err == RP_OK)
        rp_lobby_follow_seats(lobby);
    return err;
}
