/* rp_types.h: words and small tools that every part of the core shares.
 *
 * Times    int64_t milliseconds since the session began, never wall time.
 * Owner    plain values only.
 * Errors   what users or the world can cause is an enum rp_err; what only a bug can
 *          cause is RP_CHECK, which is on in release too.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RP_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A time that never comes: no timer is armed. */
#define RP_NEVER INT64_MAX

enum rp_err {
    RP_OK = 0,
    RP_ERR_MALFORMED, /* bytes that are not what they claim to be */
    RP_ERR_RANGE,     /* a value outside what is allowed */
    RP_ERR_TOO_LARGE, /* a declared limit was reached */
    RP_ERR_NOT_FOUND, /* absent, or not yours: the two answer alike */
    RP_ERR_DENIED,    /* this seat may not do that, or not now */
    RP_ERR_CONFLICT,  /* somebody was first */
    RP_ERR_STORAGE,   /* not stored: keep your draft */
    RP_ERR_IO,        /* the world failed: file, socket, library */
    RP_ERRS
};

/* Whoever can act on the floor. The order is used as an index. */
enum rp_party {
    RP_PARTY_TRAINEE = 0,
    RP_PARTY_CUSTOMER,
    RP_PARTY_INSTRUCTOR,
    RP_PARTIES,
    RP_PARTY_NONE = RP_PARTIES
};

static inline int64_t rp_min(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static inline int64_t rp_max(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static inline int64_t rp_clamp(int64_t value, int64_t low, int64_t high)
{
    return rp_max(low, rp_min(value, high));
}

/* Ends the process: the state is no longer to be trusted, and the log on disk is. */
#define RP_CHECK(condition)                                                                        \
    do {                                                                                           \
        if (!(condition))                                                                          \
            __builtin_trap();                                                                      \
    } while (0)
