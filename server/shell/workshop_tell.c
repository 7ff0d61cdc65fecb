/* workshop_tell.c: what members, the projector and staff are shown. */
#include "rp_attention.h"
#include "workshop_private.h"

enum { TILES_MAX = 60, APART_MAX = 200, LAST_BYTES = 120, CUT_INS_MS = 90000, LOOKED_MS = 60000 };

static const int64_t s_ns = 1000000000;

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

/* The wall. */

static const char *name_in(const struct rp_workshop *ws, uint16_t person)
{
    return person == RP_NOBODY ? "" : ws->members[person].name;
}

static struct rp_str cut(struct rp_str text)
{
    uint32_t length = (uint32_t)rp_min(text.length, LAST_BYTES);
    while (length > 0 && length < text.length && ((uint8_t)text.at[length] & 0xc0) == 0x80)
        length--;
    return (struct rp_str){text.at, length};
}

static uint8_t recent_cut_ins(const struct rp_room *room)
{
    const struct rp_session *session = &room->session;
    uint8_t recent = 0;
    for (uint32_t i = 0; i < RP_SESSION_CUT_INS && i < session->cut_ins; i++)
        recent = (uint8_t)(recent + (session->now_ms - session->cut_ins_ms[i] <= CUT_INS_MS));
    return recent;
}

/* How long the person in question has been asking for help or been away. */
static void note_people(const struct rp_workshop *ws, const struct rp_group *group,
                        struct rp_attention_facts *facts, int64_t *help_ms)
{
    for (int i = 0; i < 3; i++) {
        if (group->seats[i] == RP_NOBODY)
            continue;
        const struct rp_lobby_person *who = &ws->lobby.people[group->seats[i]];
        if (!who->here)
            facts->lost_ms = rp_max(facts->lost_ms, ws->lobby.now_ms - who->away_since_ms);
        if (who->help_since_ms != RP_NEVER) {
            facts->help = true;
            *help_ms = rp_max(*help_ms, ws->lobby.now_ms - who->help_since_ms);
        }
    }
}

static struct rp_tile tile_of(struct rp_workshop *ws, uint16_t g, const struct rp_room *room,
                              int64_t now_ns)
{
    const struct rp_group *group = &ws->lobby.groups[g];
    const struct rp_session *session = &room->session;
    struct rp_workshop_glance *glance = &ws->glances[g];
    bool plays = rp_session_plays(session);
    int64_t now_ms = rp_room_now_ms(room, now_ns), help_ms = 0;
    uint32_t second = ws->seconds % RP_ANGER_SECONDS;
    bool free = session->picture.holder == RP_HOLDER_NONE;
    struct rp_attention_facts facts = {
        .stopped = room->stop_by >= 0 && rp_session_suspended(session),
        .anger = room->anger,
        .anger_before = glance->anger[second] ? glance->anger[second] : room->anger,
        .cut_ins = recent_cut_ins(room),
        .begun = session->lines > 0,
        .play_ms = plays ? rp_max(1, now_ms - session->play_began_ms) : 0,
        .silent_ms = plays && free ? now_ms - (int64_t)session->picture.since_ms : 0,
        .looked = glance->looked_ns > 0 && (now_ns - glance->looked_ns) / 1000000 < LOOKED_MS,
    };
    note_people(ws, group, &facts, &help_ms);
    glance->anger[second] = room->anger;
    struct rp_attention attention = rp_attention_of(&facts);
    int64_t need_ms = attention.need == RP_NEED_HELP     ? help_ms
                      : attention.need == RP_NEED_LOST   ? facts.lost_ms
                      : attention.need == RP_NEED_SILENT ? facts.silent_ms
                                                         : 0;
    uint16_t line = session->last_customer_line;
    return (struct rp_tile){
        .group = (uint16_t)(g + 1),
        .room = rp_str_of(room->id),
        .trainee = rp_str_of(name_in(ws, group->seats[0])),
        .customer = rp_str_of(name_in(ws, group->seats[1])),
        .observer = rp_str_of(name_in(ws, group->seats[2])),
        .player = session->player,
        .phase = session->phase,
        .holder = session->picture.holder,
        .anger = room->anger,
        .anger_before = facts.anger_before,
        .score = (uint8_t)session->floor_score,
        .cut_ins = facts.cut_ins,
        .attention = attention.score,
        .need = attention.need,
        .need_s = (uint16_t)rp_clamp(need_ms / 1000, 0, UINT16_MAX),
        .last = cut(rp_room_words_line(&room->words, line, session->last_customer_say)),
    };
}

static void send_tiles(struct rp_workshop *ws, const struct rp_tile *tiles, uint32_t n,
                       uint16_t rooms)
{
    const struct rp_out_wall wall = {.rooms = rooms, .tiles = tiles, .tiles_n = n};
    struct rp_body *body = rp_app_encode(ws->app, RP_OUT_WALL, &wall, NULL, NULL);
    if (body == NULL)
        return;
    RP_WORKSHOP_GUESTS(ws, guest)
    if (guest->role == RP_ROLE_STAFF)
        rp_net_send(ws->app->net, guest->conn, body, 0);
    rp_body_release(body);
}

void rp_workshop_tell_wall(struct rp_workshop *ws, int64_t now_ns)
{
    struct rp_tile tiles[TILES_MAX];
    uint32_t n = 0;
    if (now_ns - ws->wall_ns < s_ns || ws->lobby.session == 0)
        return;
    ws->wall_ns = now_ns;
    ws->seconds++;
    for (uint16_t g = 0; g < ws->lobby.groups_n; g++) {
        const struct rp_room *room = rp_workshop_room(ws, g);
        if (room == NULL || room->stored == 0)
            continue;
        if (n == TILES_MAX) {
            send_tiles(ws, tiles, n, ws->lobby.groups_n);
            n = 0;
        }
        tiles[n++] = tile_of(ws, g, room, now_ns);
    }
    send_tiles(ws, tiles, n, ws->lobby.groups_n);
}
