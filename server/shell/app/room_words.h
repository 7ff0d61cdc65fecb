/* room_words.h: what stands outside a room's log: the text of each line, and people's names.
 *
 * The log cites them by number, so that they can be erased while it stays whole.
 *
 * Owner    one room; starts as {0}, ends with rp_room_words_clear. Texts are copied.
 * Errors   RP_ERR_TOO_LARGE: no more of them fit. RP_ERR_STORAGE: no memory.
 */
#pragma once

#include "rp_codec.h"
#include "scenario.h"
#include "store.h"

enum {
    RP_ROOM_PEOPLE_MAX = 16,
    RP_ROOM_LINES_MAX = 4000, /* messages of one session */
};

struct rp_room_texts {
    struct rp_str *list; /* by number; those that were never set are empty */
    uint32_t count, capacity;
};

struct rp_room_words {
    const struct rp_scenario *scenario;
    struct rp_room_texts lines, asides;                 /* what the bot says, the scenario has */
    char people[RP_ROOM_PEOPLE_MAX][RP_STORE_NAME_MAX]; /* 0 is the customer of the story */
    uint32_t people_n;
};

void rp_room_words_init(struct rp_room_words *words, const struct rp_scenario *scenario);

/* Sets the text of line number `line`; those between stay empty. */
enum rp_err rp_room_words_set_line(struct rp_room_words *words, uint16_t line, struct rp_str text);
/* Drops that line and every later one, or that aside and every later one. */
void rp_room_words_forget(struct rp_room_words *words, uint16_t first);
enum rp_err rp_room_words_set_person(struct rp_room_words *words, uint32_t person,
                                     struct rp_str name);

/* The texts of a line: typed, or said by the bot; empty when it is not known. */
struct rp_str rp_room_words_line(const struct rp_room_words *words, uint16_t line, uint16_t say);
struct rp_str rp_room_words_person(const struct rp_room_words *words, uint32_t person);

/* For the encoder; `words` must outlive it. */
struct rp_lookup rp_room_words_lookup(struct rp_room_words *words);

void rp_room_words_clear(struct rp_room_words *words);
