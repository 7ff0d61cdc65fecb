/* workshop_tell.c: what members, the projector and staff are shown. */
#include "workshop_private.h"

enum { APART_MAX = 200 };

static uint64_t left_ms(const struct rp_workshop *ws)
{
    int64_t left = rp_lobby_left_ms(&ws->lobby);
    return left == RP_NEVER ? 0 : (uint64_t)left;
}

static bool lets_in(const struct rp_workshop *ws)
{
    return !ws->lobby.shut && ws->lobby.phase != RP_GATHERING_OVER;
}

void rp_workshop_tell_lobby(struct rp_workshop *ws, const struct rp_guest *guest)
{
    const struct rp_lobby *lobby = &ws->lobby;
    uint16_t group;
    enum rp_seat seat;
    bool member = guest->role == RP_ROLE_MEMBER && guest->workshop == ws;
    const struct rp_lobby_person *who = member ? &lobby->people[guest->member] : NULL;
    int64_t next_ms = rp_lobby_next_start_ms(lobby);
    const struct rp_out_lobby out = {
        .code = rp_str_of(lets_in(ws) ? ws->code : ""),
        .title = rp_str_of(ws->title),
        .phase = lobby->phase,
        .left_ms = (int64_t)left_ms(ws),
        .paused = lobby->paused,
        .people = rp_lobby_count(lobby),
        .session = lobby->session,
        .sessions = lobby->setup.sessions,
        .placed = member && rp_lobby_seat_of(lobby, guest->member, &group, &seat),
        .help = member && who->help_since_ms != RP_NEVER,
        .bells = lobby->bells,
        .next_ms = next_ms == RP_NEVER ? 0 : next_ms,
        .staff_away = rp_lobby_staff_away(lobby),
        .asked = member ? who->asked : RP_ASKED_NOTHING,
        .may_watch = member && rp_lobby_may_watch(lobby, guest->member),
    };
    rp_app_send(ws->app, guest->conn, RP_OUT_LOBBY, &out);
}

static struct rp_member member_of(const struct rp_workshop *ws, uint16_t person)
{
    const struct rp_lobby_person *who = &ws->lobby.people[person];
    struct rp_member member = {
        .person = person,
        .name = rp_str_of(ws->members[person].name),
        .here = who->here,
        .time_pct = who->time_pct,
        .asked = who->asked,
    };
    uint16_t other = ws->lobby.ledger.locked[person];
    member.locked = other == RP_NOBODY ? 0 : (uint16_t)(other + 1);
    uint16_t group;
    enum rp_seat seat;
    if (rp_lobby_seat_of(&ws->lobby, person, &group, &seat)) {
        member.group = (uint16_t)(group + 1);
        member.seat = seat;
    }
    if (who->help_since_ms != RP_NEVER)
        member.help_s =
            (uint16_t)rp_clamp((ws->lobby.now_ms - who->help_since_ms) / 1000, 1, UINT16_MAX);
    return member;
}

static uint32_t list_apart(const struct rp_workshop *ws, struct rp_two apart[APART_MAX])
{
    uint32_t n = 0;
    for (uint16_t a = 0; a < ws->lobby.people_n; a++)
        for (uint16_t b = (uint16_t)(a + 1); b < ws->lobby.people_n && n < APART_MAX; b++)
            if (ws->lobby.ledger.met[a][b] & RP_MET_APART)
                apart[n++] = (struct rp_two){a, b};
    return n;
}

void rp_workshop_tell_staff(struct rp_workshop *ws, const struct rp_guest *guest)
{
    struct rp_member people[RP_PEOPLE_MAX];
    struct rp_two apart[APART_MAX];
    struct rp_out_workshop out = {
        .code = rp_str_of(ws->code),
        .shut = !lets_in(ws),
        .title = rp_str_of(ws->title),
        .phase = ws->lobby.phase,
        .left_ms = (int64_t)left_ms(ws),
        .paused = ws->lobby.paused,
        .pairing = ws->lobby.setup.pairing,
        .session = ws->lobby.session,
        .sessions = ws->lobby.setup.sessions,
        .people = people,
        .apart = apart,
        .apart_n = list_apart(ws, apart),
    };
    for (uint16_t i = 0; i < ws->lobby.people_n; i++)
        if (!ws->lobby.people[i].removed)
            people[out.people_n++] = member_of(ws, i);
    rp_app_send(ws->app, guest->conn, RP_OUT_WORKSHOP, &out);
}

void rp_workshop_tell(struct rp_workshop *ws)
{
    if (!ws->changed)
        return;
    ws->changed = false;
    RP_WORKSHOP_GUESTS(ws, guest)
    {
        if (guest->role == RP_ROLE_STAFF)
            rp_workshop_tell_staff(ws, guest);
        else
            rp_workshop_tell_lobby(ws, guest);
    }
}
