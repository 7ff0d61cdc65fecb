#include "floor_case.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the reader is, to say so. */
struct place {
    const char *name; /* of the file */
    struct rp_text *error;
    size_t event; /* from 0 */
    bool in_event, in_config;
};

static const int64_t latest_ms = INT64_C(1) << 52;

static enum rp_err wrong(const struct place *place, const char *key, const char *what)
{
    rp_text_addf(place->error, "%s: ", place->name);
    if (place->in_event)
        rp_text_addf(place->error, "events[%zu].", place->event);
    if (place->in_config)
        rp_text_add(place->error, "config.");
    rp_text_addf(place->error, "%s: %s", key, what);
    return RP_ERR_MALFORMED;
}

/* Values. A key that is absent leaves the default. */

static enum rp_err take_int(const struct place *place, const json_t *object, const char *key,
                            int64_t least, int64_t most, int64_t *value)
{
    char what[96];
    const json_t *found = json_object_get(object, key);
    if (found == NULL || json_is_null(found))
        return RP_OK;
    if (json_is_integer(found) && json_integer_value(found) >= least &&
        json_integer_value(found) <= most) {
        *value = json_integer_value(found);
        return RP_OK;
    }
    snprintf(what, sizeof(what), "must be a whole number from %lld to %lld", (long long)least,
             (long long)most);
    return wrong(place, key, what);
}

static enum rp_err take_int32(const struct place *place, const json_t *object, const char *key,
                              int32_t *value)
{
    int64_t wide = *value;
    enum rp_err err = take_int(place, object, key, 0, INT32_MAX, &wide);
    *value = (int32_t)wide;
    return err;
}

static enum rp_err take_bool(const struct place *place, const json_t *object, const char *key,
                             bool *value)
{
    const json_t *found = json_object_get(object, key);
    if (found == NULL || json_is_null(found))
        return RP_OK;
    if (!json_is_boolean(found))
        return wrong(place, key, "must be true or false");
    *value = json_is_true(found);
    return RP_OK;
}

/* One of the names; its place in the list is the value. */
static enum rp_err take_name(const struct place *place, const json_t *object, const char *key,
                             const char *(*name_of)(int), int count, int *value)
{
    const char *word = json_string_value(json_object_get(object, key));
    for (int i = 0; word && i < count; i++) {
        if (strcmp(word, name_of(i)) != 0)
            continue;
        *value = i;
        return RP_OK;
    }
    struct rp_text what = {0};
    rp_text_addf(&what, "must be one of");
    for (int i = 0; i < count; i++)
        rp_text_addf(&what, " %s", name_of(i));
    enum rp_err err = wrong(place, key, what.failed ? "is not known" : what.bytes);
    rp_text_clear(&what);
    return err;
}

static const char *medium_name(int i)
{
    static const char *const names[] = {"text", "voice"};
    return names[i];
}

static const char *mode_name(int i)
{
    static const char *const names[] = {"soft", "strict", "coach"};
    return names[i];
}

static const char *party_name(int i)
{
    return rp_floor_party_name((enum rp_party)i);
}

static const char *event_name(int i)
{
    return rp_floor_event_name((enum rp_floor_event_type)i);
}

/* Events. */

static bool is_event_key(const char *key)
{
    static const char *const keys[] = {
        "t_ms",     "party",     "event",     "rtt_ms",  "stall_ms", "age_ms",     "words",
        "more",     "yield",     "ack",       "confirm", "limit",    "floor_seen", "empty",
        "complete", "announced", "expect_ms", "act_ms",  "note",     "ref",
    };
    for (size_t i = 0; i < RP_COUNT(keys); i++)
        if (strcmp(key, keys[i]) == 0)
            return true;
    return false;
}

static enum rp_err check_event_keys(const struct place *place, json_t *object)
{
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        if (!is_event_key(key))
            return wrong(place, key, "is no field of an event");
    }
    return RP_OK;
}

static enum rp_err take_complete(const struct place *place, const json_t *object,
                                 struct rp_floor_event *event)
{
    bool complete = false;
    const json_t *found = json_object_get(object, "complete");
    if (found == NULL || json_is_null(found))
        return RP_OK;
    enum rp_err err = take_bool(place, object, "complete", &complete);
    event->complete = complete ? RP_FLOOR_COMPLETE : RP_FLOOR_INCOMPLETE;
    return err;
}

static enum rp_err take_numbers(const struct place *place, const json_t *object,
                                struct rp_floor_event *event)
{
    int64_t floor_seen = -1;
    enum rp_err err = take_int(place, object, "t_ms", 0, latest_ms, &event->t_ms);
    err = err ? err : take_int(place, object, "act_ms", 0, latest_ms, &event->act_ms);
    err = err ? err : take_int(place, object, "floor_seen", -1, INT32_MAX, &floor_seen);
    err = err ? err : take_int32(place, object, "rtt_ms", &event->rtt_ms);
    err = err ? err : take_int32(place, object, "stall_ms", &event->stall_ms);
    err = err ? err : take_int32(place, object, "age_ms", &event->age_ms);
    err = err ? err : take_int32(place, object, "words", &event->words);
    err = err ? err : take_int32(place, object, "expect_ms", &event->expect_ms);
    event->floor_seen = (int32_t)floor_seen;
    return err;
}

static enum rp_err take_marks(const struct place *place, const json_t *object,
                              struct rp_floor_event *event)
{
    enum rp_err err = take_bool(place, object, "more", &event->more);
    err = err ? err : take_bool(place, object, "yield", &event->yield);
    err = err ? err : take_bool(place, object, "ack", &event->ack);
    err = err ? err : take_bool(place, object, "confirm", &event->confirm);
    err = err ? err : take_bool(place, object, "limit", &event->limit);
    err = err ? err : take_bool(place, object, "empty", &event->empty);
    err = err ? err : take_bool(place, object, "announced", &event->announced);
    return err ? err : take_complete(place, object, event);
}

static enum rp_err take_event(const struct place *place, json_t *object,
                              struct rp_floor_event *event)
{
    int party = 0, type = 0;
    *event = (struct rp_floor_event){.rtt_ms = -1, .ref = (uint32_t)place->event + 1};
    if (!json_is_object(object))
        return wrong(place, "", "must be an object");
    if (json_object_get(object, "t_ms") == NULL)
        return wrong(place, "t_ms", "is missing");
    enum rp_err err = check_event_keys(place, object);
    err = err ? err : take_name(place, object, "party", party_name, RP_PARTIES, &party);
    err = err ? err : take_name(place, object, "event", event_name, RP_FLOOR_EVENTS, &type);
    err = err ? err : take_numbers(place, object, event);
    event->party = (enum rp_party)party;
    event->type = (enum rp_floor_event_type)type;
    return err ? err : take_marks(place, object, event);
}

static enum rp_err take_events(struct place *place, struct rp_floor_case *c)
{
    const json_t *events = json_object_get(c->root, "events");
    if (!json_is_array(events))
        return wrong(place, "events", "must be an array");
    c->events = calloc(json_array_size(events) + 1, sizeof(*c->events));
    if (c->events == NULL)
        return wrong(place, "events", "too many to keep");
    place->in_event = true;
    for (; c->count < json_array_size(events); c->count++) {
        place->event = c->count;
        enum rp_err err = take_event(place, json_array_get(events, c->count), &c->events[c->count]);
        if (err)
            return err;
    }
    place->in_event = false;
    return RP_OK;
}

/* Configuration. */

static enum rp_err set(const struct place *place, struct rp_floor_config *config, const char *key,
                       const json_t *value)
{
    int64_t number = json_is_boolean(value) ? json_is_true(value) : json_integer_value(value);
    if (!json_is_integer(value) && !json_is_boolean(value))
        return wrong(place, key, "must be a whole number");
    enum rp_err err = rp_floor_config_set(config, key, strlen(key), number);
    if (err == RP_ERR_NOT_FOUND)
        return wrong(place, key, "is no setting of the floor");
    return err ? wrong(place, key, "is out of range") : RP_OK;
}

static enum rp_err take_overrides(struct place *place, struct rp_floor_case *c)
{
    json_t *overrides = json_object_get(c->root, "config"), *value;
    const char *key;
    if (overrides == NULL || json_is_null(overrides))
        return RP_OK;
    if (!json_is_object(overrides))
        return wrong(place, "config", "must be an object");
    place->in_config = true;
    json_object_foreach(overrides, key, value)
    {
        enum rp_err err = set(place, &c->config, key, value);
        if (err)
            return err;
    }
    place->in_config = false;
    return RP_OK;
}

static enum rp_err take_direct(const struct place *place, struct rp_floor_case *c, const char *key)
{
    const json_t *value = json_object_get(c->root, key);
    return value == NULL ? RP_OK : set(place, &c->config, key, value);
}

static enum rp_err take_config(struct place *place, struct rp_floor_case *c)
{
    int medium = RP_FLOOR_TEXT, mode = RP_FLOOR_SOFT;
    enum rp_err err = take_name(place, c->root, "medium", medium_name, 2, &medium);
    if (!err && json_object_get(c->root, "mode"))
        err = take_name(place, c->root, "mode", mode_name, 3, &mode);
    rp_floor_config_default(&c->config);
    c->config.medium = medium;
    c->config.mode = mode;
    c->config.vent = false; /* a timeline says so when it opens in one */
    err = err ? err : take_direct(place, c, "vent");
    err = err ? err : take_direct(place, c, "trainee_time_pct");
    err = err ? err : take_direct(place, c, "customer_time_pct");
    err = err ? err : take_direct(place, c, "practice_first");
    return err ? err : take_overrides(place, c);
}

/* Probes. */

static enum rp_err take_probes(const struct place *place, struct rp_floor_case *c)
{
    const json_t *probes = json_object_get(c->root, "probes_ms");
    const json_t *list = probes ? probes : json_object_get(c->expect, "holder_at");
    if (list == NULL)
        return RP_OK;
    if (!json_is_array(list))
        return wrong(place, probes ? "probes_ms" : "expect.holder_at", "must be an array");
    c->probes = json_array_size(list);
    c->probes_ms = calloc(c->probes + 1, sizeof(*c->probes_ms));
    for (size_t i = 0; c->probes_ms && i < c->probes; i++) {
        const json_t *item = json_array_get(list, i);
        const json_t *time = probes ? item : json_object_get(item, "t_ms");
        if (!json_is_integer(time))
            return wrong(place, probes ? "probes_ms" : "expect.holder_at[].t_ms",
                         "must hold whole numbers");
        c->probes_ms[i] = json_integer_value(time);
    }
    return c->probes_ms ? RP_OK : wrong(place, "probes_ms", "too many to keep");
}

/* The whole. */

static enum rp_err take_end(const struct place *place, struct rp_floor_case *c)
{
    for (size_t i = 0; i < c->count; i++)
        c->end_ms = rp_max(c->end_ms, c->events[i].t_ms);
    return take_int(place, c->root, "end_ms", 0, latest_ms, &c->end_ms);
}

static enum rp_err take_case(struct place *place, struct rp_floor_case *c)
{
    const json_t *id = json_object_get(c->root, "id");
    if (!json_is_object(c->root))
        return wrong(place, "the file", "must hold one JSON object");
    if (id && !json_is_string(id))
        return wrong(place, "id", "must be a string");
    c->id = id ? json_string_value(id) : place->name;
    c->expect = json_object_get(c->root, "expect");
    if (c->expect && !json_is_object(c->expect))
        return wrong(place, "expect", "must be an object");
    enum rp_err err = take_config(place, c);
    err = err ? err : take_events(place, c);
    err = err ? err : take_end(place, c);
    return err ? err : take_probes(place, c);
}

enum rp_err rp_floor_case_parse(struct rp_floor_case *c, const char *name, const char *text,
                                size_t length, struct rp_text *error)
{
    json_error_t at;
    struct place place = {.name = name, .error = error};
    *c = (struct rp_floor_case){.root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &at)};
    if (c->root == NULL) {
        rp_text_addf(error, "%s:%d:%d: %s", name, at.line, at.column, at.text);
        return RP_ERR_MALFORMED;
    }
    enum rp_err err = take_case(&place, c);
    if (err)
        rp_floor_case_clear(c);
    return err;
}

static enum rp_err read_file(const char *path, struct rp_text *text)
{
    char piece[16384];
    size_t got;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return RP_ERR_IO;
    while ((got = fread(piece, 1, sizeof(piece), file)) > 0)
        rp_text_add_bytes(text, piece, got);
    bool failed = ferror(file) || text->failed;
    fclose(file);
    return failed ? RP_ERR_IO : RP_OK;
}

enum rp_err rp_floor_case_read(struct rp_floor_case *c, const char *path, struct rp_text *error)
{
    struct rp_text text = {0};
    *c = (struct rp_floor_case){0};
    errno = 0;
    enum rp_err err = read_file(path, &text);
    if (err)
        rp_text_addf(error, "%s: %s", path, errno ? strerror(errno) : "cannot be read");
    else
        err = rp_floor_case_parse(c, path, text.length ? text.bytes : "", text.length, error);
    rp_text_clear(&text);
    return err;
}

void rp_floor_case_clear(struct rp_floor_case *c)
{
    json_decref(c->root);
    free(c->events);
    free(c->probes_ms);
    *c = (struct rp_floor_case){0};
}
