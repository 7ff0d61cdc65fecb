/* close_codes.h: why this server ends a WebSocket: each reason has a number and a name.
 *
 * The page tells people what happened by the number; the name goes with it as the close reason
 * and into log and metrics. Numbers are part of the protocol: appended, never changed.
 */
#pragma once

#include <stdint.h>

enum rp_close_code {
    RP_CLOSE_GOING_AWAY = 1001, /* this server stops; come back to the next one */
    RP_CLOSE_BAD_FRAME = 4000,  /* a frame or message that is not what it must be */
    RP_CLOSE_HELLO_TIMEOUT = 4001,
    RP_CLOSE_BAD_VERSION = 4002,
    RP_CLOSE_REFUSED = 4003,
    RP_CLOSE_NOT_FOUND = 4004,
    RP_CLOSE_FRAME_TIMEOUT = 4005, /* a message begun and not finished in time */
    RP_CLOSE_SILENT = 4006,        /* neither answers our pings nor speaks */
    RP_CLOSE_SLOW_READER = 4008,   /* resume by number to get the rest */
    RP_CLOSE_RATE_LIMITED = 4009,
    RP_CLOSE_REPLACED = 4010,   /* the seat was opened in another tab */
    RP_CLOSE_SIGNED_OUT = 4011, /* signed out, removed, or the time of the sign-in is over */
    RP_CLOSE_TOO_MANY = 4012,   /* the account has as many connections as it may */
    RP_CLOSE_TOO_LARGE = 4013,
};

/* The name of a code above, such as "slow_reader"; "closed" for any other number. */
const char *rp_close_name(uint16_t code);
