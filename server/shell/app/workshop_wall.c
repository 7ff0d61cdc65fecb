/* workshop_wall.c: the rooms of a workshop again and again: all of each to staff, and to the
 * projector how many rooms each side has the floor in. */
#include "rp_attention.h"
#include "workshop_private.h"

/* Often enough that nobody sees more than a second old, with the way and the drawing. */
enum {
    TILES_MAX = 60,
    TICK_MS = 600,
    LAST_BYTES = 120,
    CUT_INS_MS = 90000,
    LOOKED_MS = 60000,
    REPORT_MS = 10000,
    SEEN_S = 3600
};

static const int64_t s_ns = 1000000000, ms_ns = 1000000;

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

/* Who looks at it is in it. */
static bool note_look(struct rp_workshop_glance *glance, const struct rp_room *room, int64_t now_ns)
{
    bool looks = false;
    for (const struct rp_guest *guest = room->guests; guest != NULL; guest = guest->next_in_room) {
        if (guest->audience.seat != RP_SEAT_STAFF)
            continue;
        looks = true;
        glance->looked_ns = now_ns;
        snprintf(glance->looked_by, sizeof(glance->looked_by), "%s", rp_room_staff_name(guest));
    }
    return looks;
}

/* All staff are told for a while, also when one of them is there; then it is his. */
static int64_t reported_ms(struct rp_room *room, bool looks, int64_t now_ns)
{
    struct rp_room_report *report = &room->report;
    if (report->n == 0 || report->n > room->told)
        return 0;
    int64_t ago_ms = rp_max(1000, rp_room_now_ms(room, now_ns) - report->at_ms);
    report->seen |= looks && ago_ms >= REPORT_MS;
    return report->seen ? 0 : ago_ms;
}

static struct rp_attention_facts facts_of(const struct rp_workshop *ws, const struct rp_room *room,
                                          const struct rp_workshop_glance *glance, int64_t now_ns)
{
    const struct rp_session *session = &room->session;
    bool plays = rp_session_plays(session);
    int64_t now_ms = rp_room_now_ms(room, now_ns);
    uint8_t before = glance->anger[ws->ticks % RP_ANGER_TICKS];
    return (struct rp_attention_facts){
        .stopped = room->stop_by >= 0 && rp_session_suspended(session),
        .colleague = plays && session->colleague_until_ms != RP_NEVER,
        .anger = room->anger,
        .anger_before = before ? before : room->anger,
        .cut_ins = recent_cut_ins(room),
        .begun = session->lines > 0,
        .play_ms = plays ? rp_max(1, now_ms - session->play_began_ms) : 0,
        .silent_ms = plays && session->picture.holder == RP_HOLDER_NONE
                         ? now_ms - (int64_t)session->picture.since_ms
                         : 0,
        .looked = glance->looked_ns > 0 && (now_ns - glance->looked_ns) / ms_ns < LOOKED_MS,
    };
}

static int64_t need_ms(const struct rp_attention_facts *facts, enum rp_need need, int64_t help_ms)
{
    switch (need) {
    case RP_NEED_HELP:
        return help_ms;
    case RP_NEED_LOST:
        return facts->lost_ms;
    case RP_NEED_SILENT:
        return facts->silent_ms;
    default:
        return 0;
    }
}

static struct rp_tile tile_of(struct rp_workshop *ws, uint16_t g, struct rp_room *room,
                              int64_t now_ns)
{
    const struct rp_group *group = &ws->lobby.groups[g];
    const struct rp_session *session = &room->session;
    struct rp_workshop_glance *glance = &ws->glances[g];
    int64_t help_ms = 0;
    int64_t report_ms = reported_ms(room, note_look(glance, room, now_ns), now_ns);
    struct rp_attention_facts facts = facts_of(ws, room, glance, now_ns);
    facts.reported = report_ms > 0;
    note_people(ws, group, &facts, &help_ms);
    glance->anger[ws->ticks % RP_ANGER_TICKS] = room->anger;
    struct rp_attention attention = rp_attention_of(&facts);
    int64_t seen_s = (now_ns - glance->looked_ns) / s_ns;
    bool seen = glance->looked_ns > 0 && seen_s < SEEN_S;
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
        .need_s =
            (uint16_t)rp_clamp(need_ms(&facts, attention.need, help_ms) / 1000, 0, UINT16_MAX),
        .last = cut(rp_room_words_line(&room->words, room->last_line, room->last_say)),
        .seen_by = rp_str_of(seen ? glance->looked_by : ""),
        .seen_s = (uint16_t)(seen ? seen_s : 0),
        .play_s = (uint16_t)rp_clamp(facts.play_ms / 1000, 0, UINT16_MAX),
        .reported_s = (uint16_t)rp_min(report_ms / 1000, UINT16_MAX),
        .reported_by = room->report.by,
    };
}

static void send_to(struct rp_workshop *ws, enum rp_guest_role role, enum rp_out_type type,
                    const void *out)
{
    struct rp_body *body = rp_app_encode(ws->app, type, out, NULL, NULL);
    if (body == NULL)
        return;
    RP_WORKSHOP_GUESTS(ws, guest)
    if (guest->role == role)
        rp_net_send(ws->app->net, guest->conn, body, 0);
    rp_body_release(body);
}

/* One message holds so many. */
static void send_tiles(struct rp_workshop *ws, const struct rp_tile *tiles, uint32_t n)
{
    const struct rp_out_wall wall = {.rooms = ws->lobby.groups_n, .tiles = tiles, .tiles_n = n};
    send_to(ws, RP_ROLE_STAFF, RP_OUT_WALL, &wall);
}

static void count_floor(struct rp_out_lane *lane, const struct rp_room *room)
{
    enum rp_holder holder = room->told_holder;
    bool plays = room->told_phase == RP_PHASE_PLAY || room->told_phase == RP_PHASE_WRAP;
    if (!plays || holder == RP_HOLDER_SUSPENDED)
        return;
    lane->customer = (uint16_t)(lane->customer + (holder == RP_HOLDER_CUSTOMER));
    lane->trainee =
        (uint16_t)(lane->trainee + (holder == RP_HOLDER_TRAINEE || holder == RP_HOLDER_HOLD));
    lane->open = (uint16_t)(lane->open + (holder == RP_HOLDER_NONE));
}

void rp_workshop_tell_wall(struct rp_workshop *ws, int64_t now_ns)
{
    struct rp_tile tiles[TILES_MAX];
    struct rp_out_lane lane = {0};
    uint32_t n = 0;
    if (now_ns - ws->wall_ns < TICK_MS * ms_ns || ws->lobby.session == 0)
        return;
    ws->wall_ns = now_ns;
    ws->ticks++;
    for (uint16_t g = 0; g < ws->lobby.groups_n; g++) {
        struct rp_room *room = rp_workshop_room(ws, g);
        if (room == NULL || room->stored == 0)
            continue;
        if (n == TILES_MAX) {
            send_tiles(ws, tiles, n);
            n = 0;
        }
        tiles[n++] = tile_of(ws, g, room, now_ns);
        count_floor(&lane, room);
    }
    send_tiles(ws, tiles, n);
    send_to(ws, RP_ROLE_PROJECTOR, RP_OUT_LANE, &lane);
}
