/* store_people_private.h: what store_people.c and store_erase.c share. Nobody else includes it. */
#pragma once

#include "store_people.h"
#include "store_private.h"

enum { RP_PEOPLE_BITS = UINT16_MAX + 1 };

struct rp_people {
    sqlite3 *db;
    /* Of the room at hand: a bit for each text that is to go, and for each person who sat there. */
    uint8_t lines[RP_PEOPLE_BITS / 8], seated[RP_PEOPLE_BITS / 8];
};

/* One statement with its parameters, as rp_ask takes them. */
enum rp_err rp_people_run(struct rp_people *people, const char *sql, const char *types, ...);

enum rp_err rp_people_look_up(struct rp_people *people, rp_row_reader *take, void *taker,
                              const char *sql, const char *types, ...);

/* A transaction; what is not RP_OK at its end is taken back. */
enum rp_err rp_people_begin(struct rp_people *people);
enum rp_err rp_people_end(struct rp_people *people, enum rp_err err);

/* In the audit log, by the operator. */
enum rp_err rp_people_note(struct rp_people *people, enum rp_audit_kind kind,
                           const struct rp_subject *subject, const char *what, int64_t now_s);
