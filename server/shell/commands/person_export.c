#include "person_export.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "event_json.h"
#include "stored.h"

struct exporting {
    struct rp_person_command *command;
    const char *scenarios;
    json_t *places;
    bool failed;
};

/* His own view of one room. */
struct view {
    struct rp_stored *stored;
    uint32_t person;
};

static struct rp_str look_up_words(void *context, uint16_t line, uint16_t say)
{
    const struct view *view = context;
    return rp_room_words_line(&view->stored->room.words, line, say);
}

static struct rp_str look_up_name(void *context, uint32_t person)
{
    static const char other[] = "another person";
    const struct view *view = context;
    if (person == 0 || person == view->person)
        return rp_room_words_person(&view->stored->room.words, person);
    return (struct rp_str){other, sizeof(other) - 1};
}

/* The seat of his that says most about him; RP_SEATS: he had none. */
static enum rp_seat seat_of(const struct rp_stored *stored, uint32_t person)
{
    enum rp_seat seat = RP_SEATS;
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        rp_stored_record(stored, n, &event);
        if (event.type == RP_EVENT_SEATED && event.as.seated.name == person &&
            event.as.seated.seat < seat)
            seat = event.as.seated.seat;
    }
    return seat;
}

static json_t *events_of(struct view *view, enum rp_seat seat)
{
    const struct rp_lookup lookup = {view, look_up_words, look_up_name};
    const struct rp_audience audience = {.seat = seat == RP_SEAT_TRAINEE ? RP_SEAT_STAFF : seat,
                                         .stage = RP_STAGE_RELEASED};
    json_t *events = json_array();
    for (uint32_t n = 1; n <= view->stored->room.log.count; n++) {
        struct rp_event event;
        const struct rp_log_entry *entry = rp_stored_record(view->stored, n, &event);
        if (rp_visible(&event, &audience))
            json_array_append_new(events, rp_event_json(n, entry, &event, &audience, &lookup));
    }
    return events;
}

static void add_room(struct exporting *exporting, json_t *place, const struct rp_appearance *one)
{
    static const char *const seats[RP_SEATS + 1] = {"trainee", "customer", "observer", "staff",
                                                    "none"};
    static struct rp_stored stored;
    struct view view = {&stored, one->person};
    if (rp_stored_open(&stored, exporting->command->name, exporting->command->data,
                       exporting->scenarios, one->room) == RP_OK) {
        enum rp_seat seat = seat_of(&stored, one->person);
        json_object_set_new(place, "situation", json_string(stored.room.scenario->title));
        json_object_set_new(place, "seat", json_string(seats[seat]));
        if (seat < RP_SEATS)
            json_object_set_new(place, "events", events_of(&view, seat));
    } else {
        exporting->failed = true;
    }
    rp_stored_close(&stored);
}

static json_t *time_of(int64_t at_s)
{
    char text[32] = "";
    time_t at = (time_t)at_s;
    struct tm parts;
    if (gmtime_r(&at, &parts))
        strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return json_string(text);
}

static bool take_place(void *context, const struct rp_appearance *one)
{
    struct exporting *exporting = context;
    json_t *place = json_object();
    json_object_set_new(place, one->workshop ? "workshop" : "room", json_string(one->room));
    json_object_set_new(place, "opened", time_of(one->created_s));
    json_object_set_new(place, "closed", json_boolean(one->closed));
    json_object_set_new(place, "person", json_integer(one->person));
    json_object_set_new(place, "name", json_stringn(one->name.at, one->name.length));
    if (!one->workshop)
        add_room(exporting, place, one);
    json_array_append_new(exporting->places, place);
    return !exporting->failed;
}

json_t *rp_person_export(struct rp_person_command *command, const char *scenarios)
{
    const struct rp_subject *subject = &command->subject;
    int64_t now_s = (int64_t)time(NULL);
    struct exporting exporting = {command, scenarios, json_array(), false};
    enum rp_err err = rp_people_appearances(command->people, subject, take_place, &exporting);
    if (err == RP_OK && !exporting.failed)
        err = rp_people_exported(command->people, subject, now_s);
    if (err != RP_OK || exporting.failed) {
        json_decref(exporting.places);
        return NULL;
    }
    json_t *document = json_object();
    json_object_set_new(document, "format", json_string("hearout person 1"));
    json_object_set_new(document, "firm", json_string(subject->firm));
    json_object_set_new(document, "known_from", json_string(subject->room));
    json_object_set_new(document, "person", json_integer(subject->person));
    json_object_set_new(document, "exported", time_of(now_s));
    json_object_set_new(document, "places", exporting.places);
    return document;
}
