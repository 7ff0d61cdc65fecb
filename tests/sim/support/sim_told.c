/* sim_told.c: frames as messages: [n, [[number, field ...], ...]]. */
#include <string.h>

#include "rp_reader.h"
#include "rp_shape.h"
#include "sim_time.h"

enum { DEPTH = 12 };

static struct sim_value take_value(struct rp_reader *reader)
{
    struct sim_value value = {reader->at, 0};
    if (rp_read_nil(reader))
        return value;
    RP_CHECK(rp_read_skip(reader, DEPTH));
    value.length = (uint32_t)(reader->at - value.at);
    return value;
}

static unsigned take_head(struct rp_reader *reader, uint32_t *count)
{
    int64_t number = 0;
    RP_CHECK(rp_read_array(reader, count) && *count > 0 && rp_read_integer(reader, &number));
    *count -= 1;
    return (unsigned)number;
}

static void take_values(struct rp_reader *reader, uint32_t count, struct sim_told *told)
{
    RP_CHECK(count <= SIM_VALUES_MAX);
    told->values_n = count;
    for (uint32_t i = 0; i < count; i++)
        told->values[i] = take_value(reader);
}

static void take_message(struct rp_reader *reader, struct sim_told *told)
{
    uint32_t count;
    told->type = (enum rp_out_type)take_head(reader, &count);
    if (told->type != RP_OUT_EVENT && told->type != RP_OUT_RECALLED) {
        take_values(reader, count, told);
        return;
    }
    RP_CHECK(count == 2 && rp_read_integer(reader, &told->at_ms));
    told->event = (enum rp_event_type)take_head(reader, &count);
    take_values(reader, count, told);
}

void sim_read_frame(const uint8_t *bytes, size_t length,
                    void (*take)(void *context, const struct sim_told *told), void *context)
{
    struct rp_reader reader = rp_reader_over(bytes, length);
    uint32_t count;
    int64_t n;
    RP_CHECK(rp_read_array(&reader, &count) && count == 2 && rp_read_integer(&reader, &n));
    RP_CHECK(rp_read_array(&reader, &count) && count > 0);
    for (uint32_t i = 0; i < count; i++) {
        struct sim_told told = {0};
        take_message(&reader, &told);
        take(context, &told);
    }
    RP_CHECK(rp_read_end(&reader));
}

bool sim_is_nil(const struct sim_told *told, unsigned value)
{
    return value >= told->values_n || told->values[value].length == 0;
}

static struct rp_reader over(const struct sim_told *told, unsigned value)
{
    RP_CHECK(!sim_is_nil(told, value));
    return rp_reader_over(told->values[value].at, told->values[value].length);
}

int64_t sim_integer(const struct sim_told *told, unsigned value)
{
    struct rp_reader reader = over(told, value);
    int64_t integer = 0;
    RP_CHECK(rp_read_integer(&reader, &integer));
    return integer;
}

struct rp_str sim_string(const struct sim_told *told, unsigned value)
{
    struct rp_reader reader = over(told, value);
    struct rp_str text = {0};
    uint32_t points;
    RP_CHECK(rp_read_string(&reader, &text, &points));
    return text;
}

/* A value of any kind: its strings are given, arrays are gone into. */
static void walk(struct rp_reader *reader, void (*take)(void *context, struct rp_str text),
                 void *context)
{
    struct rp_reader at = *reader;
    struct rp_str text;
    uint32_t count;
    if (rp_read_array(&at, &count)) {
        *reader = at;
        for (uint32_t i = 0; i < count; i++)
            walk(reader, take, context);
        return;
    }
    at = *reader;
    if (rp_read_string(&at, &text, &count)) {
        *reader = at;
        take(context, text);
        return;
    }
    RP_CHECK(rp_read_nil(reader) || rp_read_skip(reader, DEPTH));
}

void sim_strings(const uint8_t *bytes, size_t length,
                 void (*take)(void *context, struct rp_str text), void *context)
{
    struct rp_reader reader = rp_reader_over(bytes, length);
    walk(&reader, take, context);
}

/* What the guest itself learns. */

static void keep(char to[SIM_TEXT], struct rp_str text)
{
    RP_CHECK(text.length < SIM_TEXT);
    memcpy(to, text.at, text.length);
    to[text.length] = 0;
}

static void learn_stage(struct sim_guest *guest, const struct sim_told *told)
{
    if (told->event == RP_EVENT_PHASE && sim_integer(told, 0) == RP_PHASE_DEBRIEF)
        guest->stage = (enum rp_stage)rp_max(guest->stage, RP_STAGE_DEBRIEF);
    if (told->event == RP_EVENT_RATED_SELF)
        guest->rated = true;
    if (told->event == RP_EVENT_RELEASED)
        guest->released = true;
    if (guest->rated)
        guest->stage = guest->released ? RP_STAGE_RELEASED : RP_STAGE_RATED;
}

void sim_learn(struct sim_guest *guest, const struct sim_told *told)
{
    switch (told->type) {
    case RP_OUT_SEATED:
        keep(guest->room, sim_string(told, 0));
        keep(guest->token, sim_string(told, 2));
        guest->seat = (enum rp_seat)sim_integer(told, 1);
        guest->seated = true;
        guest->stage = RP_STAGE_PLAY;
        guest->rated = guest->released = false;
        break;
    case RP_OUT_EVENT:
        learn_stage(guest, told);
        break;
    case RP_OUT_ACK:
        guest->acks++;
        break;
    case RP_OUT_ERROR:
        guest->errors++;
        guest->error = (enum rp_error)sim_integer(told, 0);
        break;
    case RP_OUT_MEMBER:
        keep(guest->code, sim_string(told, 0));
        keep(guest->member, sim_string(told, 2));
        if (sim_string(told, 3).length > 0)
            keep(guest->pin, sim_string(told, 3));
        break;
    case RP_OUT_WORKSHOP:
        keep(guest->code, sim_string(told, 0));
        break;
    default:
        break;
    }
}
