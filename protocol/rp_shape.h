/* rp_shape.h: what the tables in gen/c/rp_tables.c say of each message, for the one codec.
 *
 * Owner    constants.
 */
#pragma once

#include "rp_msg.h"

enum rp_field_kind {
    RP_FIELD_INTEGER, /* integers and enums, by size */
    RP_FIELD_BOOL,
    RP_FIELD_STRING,
    RP_FIELD_LIST,     /* an array inside the struct */
    RP_FIELD_OUT_LIST, /* a pointer to the caller's array */
    RP_FIELD_EVENT,    /* a pointer to an event */
    RP_FIELD_NAME,     /* a person's number; to a client the name */
    RP_FIELD_WORDS,    /* `at` and `say_at` are line and say; to a client the text */
};

/* By stage: bits are seats; staff is one of them. */
struct rp_sight {
    uint8_t seats[RP_STAGES];
};

struct rp_field {
    const char *name;
    enum rp_field_kind kind;
    int64_t min, max;   /* integers: range; strings: bytes; lists: elements */
    uint32_t max_chars; /* 0: bounded by bytes alone */
    uint32_t item_max;  /* a list of strings: bytes of each */
    size_t at, has_at, count_at;
    size_t say_at; /* 0: these words are never a line of the scenario */
    size_t size;
    bool optional, is_signed;
    const char *const *names; /* an enum's values; NULL: a number */
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
    uint8_t roles; /* and which of staff, where staff may: bits are enum rp_staff_role */
    bool in_room;  /* only from whoever sits in a room, or watches one */
    /* Only the seat that this field names, and staff, see the event; NULL: no such rule. Values
     * from own_seats on name no seat. */
    const struct rp_field *own;
    uint8_t own_seats;
};

/* Stands for a plain string as an element of a list. */
extern const struct rp_shape rp_shape_string;

/* NULL for a number that is no message. */
const struct rp_shape *rp_msg_shape(unsigned number);
const struct rp_shape *rp_event_shape(unsigned number);
const struct rp_shape *rp_out_shape(unsigned number);

/* The integer or enum that the field has in that struct, and back. */
int64_t rp_field_get(const struct rp_field *field, const void *from);
void rp_field_set(const struct rp_field *field, void *into, int64_t value);

/* What an event cites outside the log, by number: the text that it brings (0: none), and a person
 * (0: nobody). */
uint16_t rp_event_text(const struct rp_event *event);
uint32_t rp_event_person(const struct rp_event *event);
