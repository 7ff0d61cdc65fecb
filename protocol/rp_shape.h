/* rp_shape.h: what the tables in gen/c/rp_tables.c say of each message, for the one codec.
 *
 * Owner    constants.
 */
#pragma once

#include "rp_msg.h"

enum rp_field_kind {
    RP_FIELD_INTEGER, /* integers, enums and bool, by size */
    RP_FIELD_STRING,
    RP_FIELD_LIST,     /* an array inside the struct */
    RP_FIELD_OUT_LIST, /* a pointer to the caller's array */
    RP_FIELD_EVENT,    /* a pointer to an event */
    RP_FIELD_NAME,     /* a person's number; on the wire the name */
    RP_FIELD_WORDS,    /* `at` and `count_at` are line and say; on the wire the text */
};

/* Bits are seats; staff is one of them. */
struct rp_sight {
    uint8_t play, debrief;
};

struct rp_field {
    const char *name;
    enum rp_field_kind kind;
    int64_t min, max; /* integers: range; strings: bytes; lists: elements */
    uint32_t max_chars;
    size_t at, has_at, count_at;
    size_t size;
    bool optional, is_signed;
    const struct rp_shape *of;
    struct rp_sight see;
};

struct rp_shape {
    const char *name;
    unsigned number; /* on the wire and in the log; 0 for a struct inside a message */
    size_t size;
    const struct rp_field *fields;
    size_t fields_n;
    struct rp_sight see;
    uint8_t seats; /* who may send it; bit RP_SEATS: a guest without a seat */
};

/* Stands for a plain string as an element of a list. */
extern const struct rp_shape rp_shape_string;

/* NULL for a number that is no message. */
const struct rp_shape *rp_msg_shape(unsigned number);
const struct rp_shape *rp_event_shape(unsigned number);
const struct rp_shape *rp_out_shape(unsigned number);
