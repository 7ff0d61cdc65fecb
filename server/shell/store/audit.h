/* audit.h: who did what that must not be denied later: the entries of the audit log, and how each
 * is chained to the one before it.
 *
 * An entry names people and accounts by number or login, rooms and workshops by id, and what was
 * changed by the number of its record: no name of a guest and no text, so that those can be erased
 * while the log stays whole.
 *
 * Times    seconds of the wall clock.
 * Owner    the caller; plain data.
 * Source   docs/data-protection.md
 */
#pragma once

#include "rp_msg.h"

enum { RP_AUDIT_HASH_BYTES = 32, RP_AUDIT_HEAD_TEXT = 86 };

enum rp_audit_kind {
    RP_AUDIT_SIGN_IN = 0,
    RP_AUDIT_SIGN_IN_FAILED,
    RP_AUDIT_SIGN_OUT,
    RP_AUDIT_FIRM,     /* a firm was made or changed */
    RP_AUDIT_ACCOUNT,  /* an account was made, changed or removed: what says which */
    RP_AUDIT_INVITE,   /* staff by a link, or no longer */
    RP_AUDIT_REMOVAL,  /* somebody was put out of a workshop */
    RP_AUDIT_RELEASE,  /* marks were released */
    RP_AUDIT_MARK,     /* a mark or overall view was changed after that */
    RP_AUDIT_CRITICAL, /* a critical item was set or taken back */
    RP_AUDIT_WAIVE,    /* a charge was taken back */
    RP_AUDIT_EXPORT,
    RP_AUDIT_ERASURE,
    RP_AUDIT_RESTORE,
    RP_AUDIT_RELOAD, /* the configuration was read again */
    RP_AUDIT_KINDS
};

/* As it stands in the log: "sign_in_failed". */
const char *rp_audit_name(enum rp_audit_kind kind);

struct rp_audit {
    int64_t at_s;
    enum rp_audit_kind kind;
    const char *firm; /* "": of no one firm */
    const char *who;  /* "login anna", "person 3", "operator" */
    const char *what; /* "room <id> record 17" */
};

/* What stands in a row. */
struct rp_audit_row {
    int64_t n, at_s; /* n from 1 on, without a gap */
    struct rp_str firm, kind, who, what;
};

/* SHA-256 over the hash before it (zero bytes for the first) and the row: numbers as eight bytes,
 * texts behind their length in eight bytes, highest byte first. */
void rp_audit_hash(const uint8_t before[RP_AUDIT_HASH_BYTES], const struct rp_audit_row *row,
                   uint8_t hash[RP_AUDIT_HASH_BYTES]);

/* The newest entry's number and hash. Who keeps them elsewhere can tell whether an end was cut
 * off. n 0: there is none. */
struct rp_audit_head {
    int64_t n;
    uint8_t hash[RP_AUDIT_HASH_BYTES];
};

/* "17 <hash in hex>" */
void rp_audit_head_write(const struct rp_audit_head *head, char text[RP_AUDIT_HEAD_TEXT]);
enum rp_err rp_audit_head_read(const char *text, struct rp_audit_head *head);
