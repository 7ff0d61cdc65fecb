/* net_limits.h: what strangers may cost: one list, from which everything else follows.
 *
 * The list makes the struct, the defaults, the settings of the configuration (config.h) and their
 * documentation. Those of the first list are fixed at the start.
 *
 * Owner    the caller; plain data.
 * Errors   none: config.h keeps values in their range.
 * Source   docs/security.md, "Limits", says why each default is what it is.
 */
#pragma once

#include "rp_types.h"

enum { RP_NET_FRAME_IN_MAX = 16384 };

/* X(name, default, least, most, text) */
#define RP_NET_LIMITS_AT_START(X)                                                                  \
    X(handshake_seconds, 10, 1, 120, "from the connection to the end of the request's head")       \
    X(keepalive_seconds, 30, 1, 600, "a connection waits for its next request")

#define RP_NET_LIMITS_LIST(X)                                                                      \
    X(frame_bytes, RP_NET_FRAME_IN_MAX, 1024, RP_NET_FRAME_IN_MAX, "one message from a client")    \
    X(fragments, 64, 1, 1024, "pieces that a client may cut one message into")                     \
    X(messages_per_second, 20, 1, 1000, "messages of one connection, in the long run")             \
    X(messages_burst, 40, 1, 10000, "messages of one connection at once")                          \
    X(controls_per_second, 10, 1, 1000, "pongs of one connection, in the long run")                \
    X(controls_burst, 20, 1, 10000, "pongs of one connection at once")                             \
    X(download_seconds, 120, 10, 3600, "for one answer to reach a slow phone")                     \
    X(hello_ms, 5000, 500, 60000, "from the upgrade to the hello")                                 \
    X(message_ms, 10000, 500, 60000, "from a message's first byte to its last")                    \
    X(silent_ms, 9000, 3000, 120000, "an unanswered ping this old ends the connection")            \
    X(close_ms, 5000, 500, 60000, "for a reader to take what is left before the close")            \
    X(outbox_bytes, 262144, 131072, 262144, "bytes that may wait for a slow reader")               \
    X(connections, 20000, 16, 1000000, "open sockets in all")                                      \
    X(address_connections, 4096, 4, 1000000, "open sockets of one address")                        \
    X(address_handshakes_per_second, 400, 1, 100000, "upgrades of one address, in the long run")   \
    X(address_handshakes_burst, 4000, 1, 1000000, "upgrades of one address at once")               \
    X(failures_per_minute, 5, 1, 10000, "wrong codes and tokens of one address")                   \
    X(failures_per_minute_known, 60, 1, 10000, "the same where somebody joined in the last hour")  \
    X(failures_per_minute_in_all, 600, 10, 1000000, "the same of all addresses without a guest")   \
    X(signin_failures_per_minute, 10, 1, 10000, "wrong passwords from one address")                \
    X(signin_failures_per_minute_account, 10, 1, 10000,                                            \
      "the same for one account, from addresses where nobody signed in in the last hour")          \
    X(signin_failures_per_minute_in_all, 300, 1, 1000000, "the same for all accounts")             \
    X(signin_waiting, 16, 1, 1000, "sign-ins that wait while two passwords are checked")           \
    X(signin_seconds, 43200, 2, 2592000, "a sign-in ends that long after it began")                \
    X(signin_idle_seconds, 7200, 2, 2592000, "and after so long without a message of its own")     \
    X(account_connections, 64, 2, 10000, "open WebSockets of one account")

struct rp_net_limits {
#define RP_NET_LIMITS_FIELD(name, value, least, most, text) int32_t name;
    RP_NET_LIMITS_AT_START(RP_NET_LIMITS_FIELD)
    RP_NET_LIMITS_LIST(RP_NET_LIMITS_FIELD)
#undef RP_NET_LIMITS_FIELD
};

#define RP_NET_LIMITS_VALUE(name, value, least, most, text) .name = (value),
#define RP_NET_LIMITS_DEFAULT                                                                      \
    ((struct rp_net_limits){RP_NET_LIMITS_AT_START(RP_NET_LIMITS_VALUE)                            \
                                RP_NET_LIMITS_LIST(RP_NET_LIMITS_VALUE)})
