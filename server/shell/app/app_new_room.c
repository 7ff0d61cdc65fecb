/* app_new_room.c: a room begins: its first events, and what is stored with them. */
#include <sodium.h>
#include <time.h>

#include "app_private.h"

enum { GUIDED_QUIET_MS = 6000 };

/* Every value of the floor's configuration, as the log carries it. */
static void write_config(struct rp_text *text, const struct rp_floor_config *config)
{
    for (size_t i = 0; i < rp_floor_settings(); i++)
        rp_text_addf(text, "%s=%d\n", rp_floor_setting(i)->name,
                     (int)rp_floor_config_value(config, i));
}

static struct rp_floor_config floor_for(const struct rp_app *app, enum rp_level level)
{
    struct rp_floor_config config = app->options.floor;
    if (level == RP_LEVEL_GUIDED) {
        config.cont_text = GUIDED_QUIET_MS;
        config.cont_text_vent = GUIDED_QUIET_MS;
        config.practice_first = 1;
    }
    return config;
}

static enum rp_err open_session(struct rp_room *room, const struct rp_room_plan *plan)
{
    struct rp_app *app = room->app;
    struct rp_floor_config config = floor_for(app, plan->level);
    struct rp_text text = {0};
    struct rp_event event = {.type = RP_EVENT_OPENED};
    write_config(&text, &config);
    event.as.opened = (struct rp_event_opened){
        .scenario = rp_str_of(room->scenario->id),
        .scenario_hash = rp_str_of(room->scenario->hash),
        .config = {text.bytes, (uint32_t)text.length},
        .recogniser_hash = rp_str_of(rp_recogniser_hash(app->options.recogniser)),
        .engine = rp_str_of(RP_SESSION_ENGINE),
        .seed = (int64_t)randombytes_random(),
        .medium = RP_MEDIUM_TEXT,
        .mode = (enum rp_mode)config.mode,
        .level = plan->level,
        .player = RP_PLAYER_BOT,
        .read_ms = plan->read_ms,
        .play_ms = plan->play_ms,
        .wrap_ms = plan->wrap_ms,
        .heat = plan->heat,
    };
    enum rp_err err =
        text.failed ? RP_ERR_STORAGE : rp_room_decide(room, (int64_t)uv_hrtime(), &event);
    rp_text_clear(&text);
    return err;
}

enum rp_err rp_app_seat_person(struct rp_room *room, enum rp_seat seat, enum rp_player player,
                               uint32_t person, uint16_t time_pct)
{
    struct rp_event event = {.type = RP_EVENT_SEATED};
    event.as.seated.seat = seat;
    event.as.seated.player = player;
    event.as.seated.time_pct = time_pct;
    event.as.seated.name = person;
    return rp_room_decide(room, (int64_t)uv_hrtime(), &event);
}

struct rp_room *rp_app_new_room(struct rp_app *app, const char *id, const char *firm,
                                const struct rp_scenario *scenario)
{
    struct rp_room *room = rp_app_add_room(app, id, scenario);
    if (room == NULL)
        return NULL;
    rp_firm_copy(room->firm, firm);
    struct rp_batch *batch = rp_room_batch(room);
    if (batch != NULL &&
        rp_batch_room(batch, firm, scenario->id, scenario->hash, (int64_t)time(NULL)) != RP_OK)
        room->failed = true;
    if (batch != NULL && rp_batch_content(batch, scenario->hash, scenario->source.at,
                                          scenario->source.length) != RP_OK)
        room->failed = true;
    return room;
}

struct rp_room *rp_app_open_room(struct rp_app *app, const struct rp_room_plan *plan)
{
    struct rp_room *room = rp_app_new_room(app, plan->id, plan->firm, plan->scenario);
    const struct rp_method_file *method = plan->method ? plan->method : app->options.method;
    if (room == NULL)
        return NULL;
    if (open_session(room, plan) != RP_OK ||
        (method != NULL && rp_room_graded_by(room, method) != RP_OK) ||
        rp_app_seat_person(room, RP_SEAT_CUSTOMER, RP_PLAYER_BOT, 0, 100) != RP_OK) {
        rp_app_forget_room(app, room);
        return NULL;
    }
    return room;
}
