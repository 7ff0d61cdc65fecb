/* store_people.h: people as the law sees them: where somebody's name and words stand, how long they
 * are kept, and how they go.
 *
 * A person is known by the room or workshop in which he first gave his name, and his number there;
 * rooms of a workshop, and rooms that were branched off, point back to that. To erase is to put
 * "[erased]" in the place of name and texts: the log and its numbers stay, so that it still decides
 * itself and grades can be counted.
 *
 * An erasure is asked for first, and carried out when every session of the person is closed. It is
 * done once no trace is left in free pages and journals either (rp_people_scrub).
 *
 * Times    *_s are seconds of the wall clock, and come in.
 * Owner    open/close; a connection of its own, also beside a running server. One thread at a time,
 *          and never the loop's: it waits for the disk.
 * Errors   RP_ERR_NOT_FOUND; RP_ERR_STORAGE otherwise, with the reason in the log.
 * Source   docs/data-protection.md
 */
#pragma once

#include "store.h"

#define RP_ERASED "[erased]"

enum { RP_RETENTION_MOST = 3650 };

struct rp_people;

/* The database must be there, and of this version's schema. */
enum rp_err rp_people_open(struct rp_people **people, const char *folder);
void rp_people_close(struct rp_people *people);

struct rp_subject {
    char firm[41], room[RP_ID_TEXT]; /* room: a room's or workshop's id */
    uint32_t person;                 /* his number there */
};

/* A name that stands in a room or workshop. */
struct rp_appearance {
    const char *room, *firm;
    bool workshop, closed;
    int64_t created_s;
    uint32_t person;
    struct rp_str name;
    const char *of_room; /* where the person is known from; "": here */
    uint32_t of_person;
};

/* The id of the firm's newest workshop with that code, however it is typed. */
enum rp_err rp_people_coded(struct rp_people *people, const char *firm, const char *code,
                            char id[RP_ID_TEXT]);

typedef bool rp_appearance_taker(void *context, const struct rp_appearance *one);

/* Everybody of a firm's rooms and workshops; of one of them alone unless room is NULL. */
enum rp_err rp_people_list(struct rp_people *people, const char *firm, const char *room,
                           rp_appearance_taker *take, void *context);
/* Everywhere this person appears. */
enum rp_err rp_people_appearances(struct rp_people *people, const struct rp_subject *subject,
                                  rp_appearance_taker *take, void *context);

/* Notes in the audit log that the person's data were exported. */
enum rp_err rp_people_exported(struct rp_people *people, const struct rp_subject *subject,
                               int64_t now_s);

/* Asks for an erasure; once more is the same as once. */
enum rp_err rp_people_ask(struct rp_people *people, const struct rp_subject *subject,
                          int64_t now_s);

/* Whether no server runs on the folder, and none can as long as *lock is open. */
bool rp_people_claim(const char *folder, int *lock);

struct rp_erasure {
    struct rp_subject subject;         /* person 0: everybody in the room, when its time was over */
    int64_t asked_s, erased_s, done_s; /* 0: not yet */
};

typedef bool rp_erasure_taker(void *context, const struct rp_erasure *one);

enum rp_err rp_people_erasures(struct rp_people *people, rp_erasure_taker *take, void *context);
/* Those that were asked for and can be carried out now. */
enum rp_err rp_people_due(struct rp_people *people, rp_erasure_taker *take, void *context);
/* Takes name and texts away, in all rooms, and the keys to come back. */
enum rp_err rp_people_erase(struct rp_people *people, const struct rp_subject *subject,
                            int64_t now_s);

/* All that is due, and the scrubbing after it: where no server runs. */
enum rp_err rp_people_carry_out(struct rp_people *people, int64_t now_s);

/* Days that a firm keeps names and texts. RP_ERR_NOT_FOUND: no such firm. */
enum rp_err rp_people_retention(struct rp_people *people, const char *firm, int32_t *days);
enum rp_err rp_people_set_retention(struct rp_people *people, const char *firm, int32_t days);

/* Closed rooms and workshops that are older than their firm keeps them, oldest first, `most` at
 * the most. */
enum rp_err rp_people_outdated(struct rp_people *people, int64_t now_s, int most,
                               bool (*take)(void *context, const char *room), void *context);
/* Takes every guest's name and all texts of one of them away. */
enum rp_err rp_people_erase_room(struct rp_people *people, const char *room, int64_t now_s);

/* Whether something was erased and rp_people_scrub has not been since. */
enum rp_err rp_people_unscrubbed(struct rp_people *people, bool *unscrubbed);
/* Writes the database anew and empties the journal: what was erased is in no file any more, and
 * erasures count as done. Nobody can write meanwhile: do it when no session plays. */
enum rp_err rp_people_scrub(struct rp_people *people, int64_t now_s);
