#include "rp_lobby_parts.h"

bool rp_lobby_seats_open(const struct rp_lobby *lobby)
{
    return lobby->phase == RP_GATHERING_READ || lobby->phase == RP_GATHERING_PLAY;
}

static bool has_seat(const struct rp_lobby *lobby, uint16_t person)
{
    uint16_t group;
    enum rp_seat seat;
    return rp_lobby_seat_of(lobby, person, &group, &seat);
}

static bool is_here(const struct rp_lobby *lobby, uint16_t person)
{
    return person != RP_NOBODY && lobby->people[person].here;
}

/* Two who work with each other and are watched by nobody. */
static uint16_t unwatched(const struct rp_lobby *lobby)
{
    for (uint16_t g = 0; g < lobby->groups_n; g++)
        if (is_here(lobby, lobby->groups[g].seats[RP_SEAT_TRAINEE]) &&
            lobby->groups[g].seats[RP_SEAT_CUSTOMER] != RP_NOBODY &&
            lobby->groups[g].seats[RP_SEAT_OBSERVER] == RP_NOBODY)
            return g;
    return RP_NOBODY;
}

bool rp_lobby_customer_lost(const struct rp_lobby *lobby, uint16_t person)
{
    const struct rp_lobby_person *who = &lobby->people[person];
    int64_t away_ms = who->here ? 0 : lobby->now_ms - who->away_since_ms;
    int64_t all_ms = who->was_away_ms + away_ms;
    return away_ms > 0 && (away_ms >= rp_lobby_patience_ms(lobby, RP_LOBBY_BOT_MS) ||
                           all_ms >= rp_lobby_patience_ms(lobby, RP_LOBBY_BUDGET_MS));
}

bool rp_lobby_may_watch(const struct rp_lobby *lobby, uint16_t person)
{
    return rp_lobby_seats_open(lobby) && is_here(lobby, person) && unwatched(lobby) != RP_NOBODY;
}

/* A room with the bot is worth it while reading, and while enough of play is left. */
static bool may_begin(const struct rp_lobby *lobby)
{
    int64_t enough_ms = rp_min(RP_LOBBY_SOLO_MS, (int64_t)lobby->setup.play_ms / 2);
    return lobby->phase == RP_GATHERING_READ ||
           (lobby->phase == RP_GATHERING_PLAY && rp_lobby_left_ms(lobby) >= enough_ms);
}

static bool sit_with_bot(struct rp_lobby *lobby, uint16_t person)
{
    if (lobby->groups_n == RP_GROUPS_MAX)
        return false;
    lobby->takes[lobby->groups_n] = lobby->extras[lobby->groups_n] = 0;
    lobby->groups[lobby->groups_n++] = (struct rp_group){{person, RP_NOBODY, RP_NOBODY}};
    return true;
}

static bool sit_to_watch(struct rp_lobby *lobby, uint16_t person)
{
    uint16_t group = unwatched(lobby);
    if (group != RP_NOBODY)
        lobby->groups[group].seats[RP_SEAT_OBSERVER] = person;
    return group != RP_NOBODY;
}

void rp_lobby_place(struct rp_lobby *lobby, uint16_t person)
{
    if (!rp_lobby_seats_open(lobby) || has_seat(lobby, person))
        return;
    if (!sit_to_watch(lobby, person) && may_begin(lobby))
        sit_with_bot(lobby, person);
}

void rp_lobby_end_group(struct rp_lobby *lobby, uint16_t group)
{
    struct rp_group left = lobby->groups[group];
    lobby->groups[group] = (struct rp_group){{RP_NOBODY, RP_NOBODY, RP_NOBODY}};
    for (int i = 1; i < 3; i++)
        if (is_here(lobby, left.seats[i]))
            rp_lobby_place(lobby, left.seats[i]);
}

void rp_lobby_leave_seat(struct rp_lobby *lobby, uint16_t person)
{
    uint16_t group;
    enum rp_seat seat;
    if (!rp_lobby_seat_of(lobby, person, &group, &seat))
        return;
    lobby->groups[group].seats[seat] = RP_NOBODY;
    if (seat == RP_SEAT_TRAINEE)
        rp_lobby_end_group(lobby, group);
}

/* The trainee whom this person sits with is away: since when; RP_NEVER: he is not. */
static int64_t trainee_away_since(const struct rp_lobby *lobby, uint16_t person)
{
    uint16_t group;
    enum rp_seat seat;
    if (!rp_lobby_seat_of(lobby, person, &group, &seat) || seat == RP_SEAT_TRAINEE)
        return RP_NEVER;
    uint16_t trainee = lobby->groups[group].seats[RP_SEAT_TRAINEE];
    return trainee == RP_NOBODY ? RP_NEVER : lobby->people[trainee].away_since_ms;
}

static void follow_person(struct rp_lobby *lobby, uint16_t person)
{
    struct rp_lobby_person *who = &lobby->people[person];
    bool open = rp_lobby_seats_open(lobby);
    bool alone = open && who->here && !has_seat(lobby, person);
    bool lost = open && who->here && trainee_away_since(lobby, person) != RP_NEVER;
    if (!alone)
        who->alone_since_ms = RP_NEVER;
    else if (who->alone_since_ms == RP_NEVER)
        who->alone_since_ms = lobby->now_ms;
    if ((who->asked == RP_ASKED_ALONE && !alone) || (who->asked == RP_ASKED_TRAINEE_LOST && !lost))
        who->asked = RP_ASKED_NOTHING;
    who->waits &= alone || lost;
}

/* Play goes on for whoever has more time, up to the planned buffer. */
static void wait_for_slow_rooms(struct rp_lobby *lobby)
{
    int64_t most_ms = lobby->waits_ms;
    for (uint16_t g = 0; g < lobby->groups_n; g++) {
        int64_t more_pct = rp_lobby_time_pct(lobby, g) - 100;
        most_ms = rp_max(most_ms, lobby->setup.play_ms * more_pct / 100 +
                                      (int64_t)lobby->extras[g] * RP_LOBBY_EXTEND_MS);
    }
    most_ms = rp_min(most_ms, (int64_t)lobby->setup.buffer_ms);
    if (lobby->phase == RP_GATHERING_PLAY && most_ms > lobby->waits_ms)
        lobby->phase_ends_ms += most_ms - lobby->waits_ms;
    lobby->waits_ms = rp_max(lobby->waits_ms, most_ms);
}

void rp_lobby_follow_seats(struct rp_lobby *lobby)
{
    for (uint16_t i = 0; i < lobby->people_n; i++)
        follow_person(lobby, i);
    if (rp_lobby_seats_open(lobby))
        wait_for_slow_rooms(lobby);
}

/* What he would like. */

enum rp_err rp_lobby_choose(struct rp_lobby *lobby, uint16_t person, enum rp_choice what)
{
    struct rp_lobby_person *who = &lobby->people[person];
    if (who->asked == RP_ASKED_NOTHING)
        return RP_ERR_DENIED;
    if (what == RP_CHOICE_WATCH && !rp_lobby_may_watch(lobby, person))
        return RP_ERR_DENIED;
    if (what == RP_CHOICE_BOT && lobby->groups_n == RP_GROUPS_MAX)
        return RP_ERR_TOO_LARGE;
    who->asked = RP_ASKED_NOTHING;
    who->waits = what == RP_CHOICE_WAIT;
    if (what == RP_CHOICE_WAIT)
        return RP_OK;
    rp_lobby_leave_seat(lobby, person);
    if (what == RP_CHOICE_BOT)
        sit_with_bot(lobby, person);
    else
        sit_to_watch(lobby, person);
    return RP_OK;
}

static void decide_for(struct rp_lobby *lobby, uint16_t person)
{
    bool bot = may_begin(lobby) && lobby->groups_n < RP_GROUPS_MAX;
    enum rp_choice what = bot                                 ? RP_CHOICE_BOT
                          : rp_lobby_may_watch(lobby, person) ? RP_CHOICE_WATCH
                                                              : RP_CHOICE_WAIT;
    rp_lobby_choose(lobby, person, what);
}

/* When this person is to be asked, or has been for too long. */
static int64_t due_ms(const struct rp_lobby *lobby, uint16_t person)
{
    const struct rp_lobby_person *who = &lobby->people[person];
    if (!who->here || who->waits || who->asked == RP_ASKED_ALONE)
        return RP_NEVER;
    if (who->asked == RP_ASKED_TRAINEE_LOST)
        return who->asked_since_ms + rp_lobby_patience_ms(lobby, RP_LOBBY_ASKED_MS);
    if (who->alone_since_ms != RP_NEVER)
        return who->alone_since_ms + rp_lobby_patience_ms(lobby, RP_LOBBY_ALONE_MS);
    int64_t since_ms = trainee_away_since(lobby, person);
    return since_ms == RP_NEVER ? RP_NEVER
                                : since_ms + rp_lobby_patience_ms(lobby, RP_LOBBY_LOST_MS);
}

int64_t rp_lobby_seats_next_ms(const struct rp_lobby *lobby)
{
    int64_t next_ms = RP_NEVER;
    for (uint16_t i = 0; rp_lobby_seats_open(lobby) && i < lobby->people_n; i++)
        next_ms = rp_min(next_ms, due_ms(lobby, i));
    return next_ms;
}

void rp_lobby_seats_due(struct rp_lobby *lobby)
{
    for (uint16_t i = 0; i < lobby->people_n; i++) {
        struct rp_lobby_person *who = &lobby->people[i];
        if (due_ms(lobby, i) > lobby->now_ms)
            continue;
        if (who->asked == RP_ASKED_TRAINEE_LOST) {
            decide_for(lobby, i);
            continue;
        }
        who->asked = who->alone_since_ms != RP_NEVER ? RP_ASKED_ALONE : RP_ASKED_TRAINEE_LOST;
        who->asked_since_ms = lobby->now_ms;
    }
}
