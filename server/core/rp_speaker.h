/* rp_speaker.h: when the scripted customer types and sends what he plans to say.
 *
 * He is as slow as a person: he reads what was written to him, types with a visible sign, and
 * shows a bubble whole. He does not type into the trainee's sentence.
 *
 * Times    session milliseconds.
 * Owner    plain data of the caller's.
 * Errors   none; a plan that does not fit loses its tail, which the loader's limits rule out.
 * Order    at one instant he acts after the floor's timers and before inputs from outside.
 * Source   docs/turn-timing.md, "The scripted customer".
 */
#pragma once

#include "rp_types.h"

enum {
    RP_SPEAKER_QUEUE = 32,
    RP_SPEAKER_READ_MS_PER_WORD = 250,
    RP_SPEAKER_READ_MIN_MS = 1000,
    RP_SPEAKER_WRITE_MS_PER_WORD = 250, /* 4 words a second */
    RP_SPEAKER_PAUSE_MS = 700,          /* between two bubbles of one turn */
    RP_SPEAKER_KEEPALIVE_MS = 3000,
};

/* One bubble. */
struct rp_utterance {
    uint16_t say; /* the scenario's line */
    uint16_t words;
    bool more;  /* he keeps the floor after it */
    bool again; /* said before, and cut off */
};

enum rp_speaker_state { RP_SPEAKER_SILENT = 0, RP_SPEAKER_READING, RP_SPEAKER_WRITING };

struct rp_speaker {
    struct rp_utterance queue[RP_SPEAKER_QUEUE];
    uint8_t first, count;
    enum rp_speaker_state state;
    bool held_back; /* the trainee is in the middle of a sentence */
    int64_t due_ms; /* reading: begins to type; writing: sends */
    int64_t keepalive_ms;
    int64_t read_until_ms;
};

enum rp_speaker_act {
    RP_SPEAKER_NOTHING,
    RP_SPEAKER_BEGINS,   /* to type */
    RP_SPEAKER_TYPES_ON, /* keepalive */
    RP_SPEAKER_STOPS,    /* and drops it */
    RP_SPEAKER_SENDS
};

void rp_speaker_init(struct rp_speaker *speaker);

/* Words were shown to him that he has to read before he answers. */
void rp_speaker_reads(struct rp_speaker *speaker, uint16_t words, int64_t now_ms);

/* Adds to what he is going to say. */
void rp_speaker_plans(struct rp_speaker *speaker, const struct rp_utterance *utterances,
                      size_t count, int64_t now_ms);

/* Drops what he had not said yet. If he was typing he types on, at what is planned next at this
 * moment; without a plan he stops. */
void rp_speaker_forgets(struct rp_speaker *speaker, int64_t now_ms);

/* Whether the trainee's sentence keeps him from typing or sending. */
void rp_speaker_hold_back(struct rp_speaker *speaker, bool held_back, int64_t now_ms);

int64_t rp_speaker_next_ms(const struct rp_speaker *speaker);

/* What is due at `now_ms`, once; `utterance` is filled for RP_SPEAKER_SENDS. Ask again until
 * nothing is due. */
enum rp_speaker_act rp_speaker_act(struct rp_speaker *speaker, int64_t now_ms,
                                   struct rp_utterance *utterance);

/* The room stood still for that long. */
void rp_speaker_shift(struct rp_speaker *speaker, int64_t gap_ms);

/* What he is typing, or NULL. */
const struct rp_utterance *rp_speaker_types(const struct rp_speaker *speaker);

bool rp_speaker_silent(const struct rp_speaker *speaker);
