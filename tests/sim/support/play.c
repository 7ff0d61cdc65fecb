#include "play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "table.h"

enum { PLAY_MS = 420000, READ_MS = 60000, DEBRIEF_MS = 1200000, SOON_MS = 5000 };

/* The stage. */

struct play_stage stage;

/* As long as the scenario itself, which nothing else changes. */
static const char *keep(const struct rp_scenario *scenario, const char *text)
{
    struct rp_keep *all = (struct rp_keep *)(uintptr_t)&scenario->keep;
    const char *kept = rp_keep_text(all, text, strlen(text));
    RP_CHECK(kept != NULL);
    return kept;
}

/* The lines of a card are shared by whoever reads it: they are marked where they stand. */
static void mark_card(const struct rp_scenario *scenario, size_t seat, unsigned marker)
{
    const struct rp_scenario_card *card = &scenario->cards[seat];
    for (uint32_t i = 0; i < card->sections_n; i++)
        for (uint32_t j = 0; j < card->sections[i].lines_n; j++) {
            struct rp_str *line = (struct rp_str *)(uintptr_t)&card->sections[i].lines[j];
            char text[700];
            snprintf(text, sizeof(text), "%.*s", (int)line->length, line->at);
            *line = sim_str(keep(scenario, marker_in(marker, text)));
        }
}

static void mark_says(const struct rp_scenario *scenario, unsigned marker)
{
    for (size_t i = 1; i < scenario->says_n; i++) {
        const char **say = (const char **)(uintptr_t)&scenario->says[i];
        *say = keep(scenario, marker_in(marker, *say));
    }
}

int play_stage_open(void **unused)
{
    (void)unused;
    static const char *const cards[] = {"the trainee's card", "the customer's card",
                                        "the observer's card"};
    struct rp_text complaints = {0};
    RP_CHECK(rp_scenario_shelf_open(&stage.scenarios, HEAROUT_SOURCE "/scenarios", &complaints) ==
             RP_OK);
    RP_CHECK(rp_method_shelf_open(&stage.methods, HEAROUT_SOURCE "/scenarios/methods",
                                  &complaints) == RP_OK);
    RP_CHECK(rp_recogniser_open(&stage.recogniser) == RP_OK);
    rp_text_clear(&complaints);
    RP_CHECK(rp_scenario_shelf_count(stage.scenarios) <= PLAY_SCENARIOS_MAX);
    for (size_t i = 0; i < rp_scenario_shelf_count(stage.scenarios); i++) {
        const struct rp_scenario *scenario = rp_scenario_shelf_at(stage.scenarios, i);
        for (size_t seat = 0; seat < RP_COUNT(cards); seat++) {
            stage.cards[i][seat] = marker_new(cards[seat], 0, 0);
            mark_card(scenario, seat, stage.cards[i][seat]);
        }
        stage.says[i] = marker_new("what the bot has to say", 0, 0);
        mark_says(scenario, stage.says[i]);
    }
    marker_keep();
    return table_open() == 0 ? 0 : -1;
}

int play_stage_close(void **unused)
{
    (void)unused;
    rp_scenario_shelf_close(stage.scenarios);
    rp_method_shelf_close(stage.methods);
    rp_recogniser_close(stage.recogniser);
    return 0;
}

struct sim_options play_options(uint64_t seed)
{
    return (struct sim_options){
        .seed = seed,
        .scenarios = stage.scenarios,
        .methods = stage.methods,
        .recogniser = stage.recogniser,
    };
}

uint64_t play_setting(const char *name, uint64_t otherwise)
{
    const char *set = getenv(name);
    return set ? strtoull(set, NULL, 10) : otherwise;
}

/* Who comes. */

static struct sim_guest *come(struct play *play, enum play_guest at, const char *who)
{
    struct sim_guest *guest = sim_come(&play->sim, who, NULL);
    sim_settle(&play->sim);
    return play->guests[at] = guest;
}

static void open_workshop(struct play *play, struct sim_guest *staff, unsigned title)
{
    struct rp_msg msg = {.type = RP_MSG_OPEN_WORKSHOP};
    msg.as.open_workshop = (struct rp_msg_open_workshop){
        .title = sim_str(marker_in(title, "Cohort")),
        .pairing = play->pairing,
        .scenario = sim_str(play->scenario->id),
        .level = play->level,
        .heat = (uint8_t)(1 + play->plan.number % 5),
        .sessions = 1,
        .read_ms = READ_MS,
        .play_ms = PLAY_MS,
        .debrief_ms = DEBRIEF_MS,
        .switch_ms = SOON_MS,
    };
    sim_send(staff, &msg);
    sim_pass(&play->sim, 300);
    RP_CHECK(strlen(staff->code) == RP_CODE_TEXT - 1);
}

static struct sim_guest *enter(struct play *play, enum play_guest at, const char *who,
                               const char *code, unsigned name)
{
    struct sim_guest *guest = come(play, at, who);
    sim_enter(guest, code, marker_in(name, "Asha"));
    sim_pass(&play->sim, 300);
    RP_CHECK(guest->member[0] != 0);
    return guest;
}

static void project(struct play *play, enum play_guest at, const char *who, const char *code)
{
    struct rp_msg msg = {.type = RP_MSG_PROJECT};
    msg.as.project.code = sim_str(code);
    sim_send(come(play, at, who), &msg);
    sim_pass(&play->sim, 300);
}

/* Another firm's workshop: none of it may reach us, and nothing of ours it. */
static void come_of_another_firm(struct play *play)
{
    struct sim_guest *staff = sim_foreign_staff(&play->sim, "another firm's staff", "elsewhere");
    unsigned title = marker_new("another firm's title", 0, 0);
    unsigned name = marker_new("another firm's name", 0, 0);
    play->guests[PLAY_FOREIGN_STAFF] = staff;
    marker_may(title, play_bit(staff) | play_bit(staff) << 1 | play_bit(staff) << 2, 0);
    marker_must(title, play_bit(staff) | play_bit(staff) << 1 | play_bit(staff) << 2);
    marker_may(name, play_bit(staff) | play_bit(staff) << 1, 0);
    marker_must(name, play_bit(staff));
    open_workshop(play, staff, title);
    enter(play, PLAY_FOREIGN_MEMBER, "another firm's member", staff->code, name);
    project(play, PLAY_FOREIGN_PROJECTOR, "another firm's projector", staff->code);
}

static void come_of_ours(struct play *play)
{
    static const char *const who[] = {"the first member", "the second member", "the third member",
                                      "the fourth member"};
    struct sim_guest *staff = sim_staff(&play->sim, "staff");
    unsigned title = marker_new("the workshop's title", 0, 0);
    uint64_t all = 0;
    sim_settle(&play->sim);
    play->guests[PLAY_STAFF] = staff;
    play->guests[PLAY_GRADER] = sim_staff(&play->sim, "a second grader");
    come(play, PLAY_STRANGER, "a stranger");
    /* Who is to come has the slots that follow. */
    for (uint32_t i = 0; i <= play->members_n; i++)
        all |= UINT64_C(1) << (play->sim.guests_n + i);
    marker_may(title, all | play_bit(staff), 0);
    marker_must(title, all | play_bit(staff));
    open_workshop(play, staff, title);
    project(play, PLAY_PROJECTOR, "the projector", staff->code);
    for (uint32_t i = 0; i < play->members_n; i++) {
        uint64_t himself = UINT64_C(1) << play->sim.guests_n;
        unsigned name = marker_new("a member's name", himself | play_bit(staff), 0);
        marker_must(name, himself | play_bit(staff));
        play->names[i] = name;
        enter(play, (enum play_guest)(PLAY_MEMBERS + i), who[i], staff->code, name);
    }
}

/* The room that is played. */

static void take_seats(struct play *play)
{
    const char *room = NULL;
    for (uint32_t i = 0; i < play->members_n; i++) {
        struct sim_guest *member = play->guests[PLAY_MEMBERS + i];
        RP_CHECK(member->seated);
        if (member->seat == RP_SEAT_CUSTOMER || (room == NULL && play->pairing == RP_PAIRING_BOT))
            room = member->room;
    }
    RP_CHECK(room != NULL);
    for (uint32_t i = 0; i < play->members_n; i++) {
        struct sim_guest *member = play->guests[PLAY_MEMBERS + i];
        struct sim_guest **seats[] = {&play->trainee, &play->customer, &play->observer};
        if (strcmp(member->room, room) == 0)
            *seats[member->seat] = member;
    }
    RP_CHECK(play->trainee != NULL);
}

/* Who reads which card and hears the bot, and who may know whom. */
static void allow_seats(struct play *play)
{
    size_t at = 0;
    while (rp_scenario_shelf_at(stage.scenarios, at) != play->scenario)
        at++;
    marker_may(stage.cards[at][RP_SEAT_TRAINEE], play_staff(play), 0);
    marker_may(stage.cards[at][RP_SEAT_CUSTOMER], play_staff(play), 0);
    marker_may(stage.cards[at][RP_SEAT_OBSERVER], play_staff(play), 0);
    for (uint32_t i = 0; i < play->members_n; i++) {
        struct sim_guest *member = play->guests[PLAY_MEMBERS + i];
        marker_may(stage.cards[at][member->seat], play_bit(member), 0);
        marker_must(stage.cards[at][member->seat], play_bit(member));
        marker_may(stage.says[at], 0, play_bit(member) | play_staff(play));
        marker_may(play->names[i], play_staff(play), 0);
        for (uint32_t j = 0; j < play->members_n; j++)
            if (strcmp(member->room, play->guests[PLAY_MEMBERS + j]->room) == 0)
                marker_may(play->names[i], play_bit(play->guests[PLAY_MEMBERS + j]), 0);
    }
    if (play->customer == NULL)
        marker_must(stage.says[at], play_bit(play->trainee) | play_staff(play));
}

/* The seats are dealt by lot, and told before anything can be allowed by them: until then the
 * messages wait. */
static void begin(struct play *play)
{
    play->waits = true;
    sim_steer(play->guests[PLAY_STAFF], RP_STEER_START);
    sim_pass(&play->sim, 1000);
    take_seats(play);
    allow_seats(play);
    play->waits = false;
    play_look_again(play);
    sim_watch(play->guests[PLAY_STAFF], play->trainee->room);
    sim_watch(play->guests[PLAY_GRADER], play->trainee->room);
    sim_pass(&play->sim, 1000);
    for (uint32_t i = 0; i < play->members_n; i++)
        sim_simple(play->guests[PLAY_MEMBERS + i], RP_MSG_READY);
    sim_pass(&play->sim, 1000);
    RP_CHECK(rp_session_plays(&sim_room(play->trainee)->session));
}

static void choose(struct play *play)
{
    static const char *const styles[] = {"clumsy",      "gives-up", "haggler",   "interrupter",
                                         "money-first", "quiet",    "passes-on", "policy-wall",
                                         "recovers",    "rude",     "textbook",  "vague"};
    static const enum rp_pairing pairings[] = {RP_PAIRING_THREES, RP_PAIRING_BOT, RP_PAIRING_PAIRS};
    static const uint32_t members[RP_PAIRINGS] = {
        [RP_PAIRING_THREES] = 3, [RP_PAIRING_BOT] = 2, [RP_PAIRING_PAIRS] = 3};
    uint32_t number = play->plan.number;
    size_t scenarios = rp_scenario_shelf_count(stage.scenarios);
    play->scenario = rp_scenario_shelf_at(stage.scenarios, number % scenarios);
    play->style = styles[number / scenarios % RP_COUNT(styles)];
    play->pairing = pairings[number % RP_COUNT(pairings)];
    play->level = number % 7 == 6 ? RP_LEVEL_EXAM
                  : number % 2    ? RP_LEVEL_STANDARD
                                  : RP_LEVEL_GUIDED;
    play->members_n = members[play->pairing];
}

void play_run(struct play *play, struct play_plan plan)
{
    memset(play, 0, sizeof(*play));
    play->plan = plan;
    choose(play);
    struct sim_options options = play_options(plan.number + 1);
    options.told = play_look;
    options.context = play;
    marker_forget();
    sim_open(&play->sim, &options);
    come_of_ours(play);
    come_of_another_firm(play);
    begin(play);
    play_talk(play);
    play_debrief(play);
    play_look_at_exports(play);
}

void play_close(struct play *play)
{
    sim_close(&play->sim);
}

void play_clear(struct play *play)
{
    if (play->sim.app != NULL)
        play_close(play);
    sim_clear(&play->sim);
}
