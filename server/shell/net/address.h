/* address.h: what is known of the addresses that connect, each by itself.
 *
 * An IPv6 address stands for its /64: that is what one subscriber gets. The table is bounded;
 * whoever finds no place in it is not counted by himself, and the limits on all still hold.
 *
 * Times    nanoseconds of one clock that does not go back.
 * Owner    open/close. An entry is good from find until the sweep; hold it for longer.
 * Errors   NULL: no address, or no place.
 */
#pragma once

#include <sys/socket.h>

#include "rate.h"

enum { RP_ADDRESS_BYTES = 16, RP_ADDRESSES_MAX = 16384 };

struct rp_address_key {
    uint8_t bytes[RP_ADDRESS_BYTES]; /* IPv4 as ::ffff:a.b.c.d */
};

struct rp_network {
    struct rp_address_key key;
    unsigned bits;
};

struct rp_address {
    struct rp_address_key key;
    struct rp_address *next;
    uint32_t sockets; /* that are open, each a holder of this entry */
    struct rp_rate handshakes, guesses;
    int64_t seen_ns;
    int64_t seated_ns; /* when somebody there last took a seat; 0: never */
};

struct rp_addresses;

/* "192.0.2.7" or "2001:db8::1", whole; and "192.0.2.0/24", where no /bits means all of them. */
enum rp_err rp_address_parse(const char *text, struct rp_address_key *key);
enum rp_err rp_network_parse(const char *text, struct rp_network *network);
enum rp_err rp_address_of(const struct sockaddr *socket, struct rp_address_key *key);
bool rp_network_holds(const struct rp_network *network, const struct rp_address_key *key);

struct rp_addresses *rp_addresses_open(void);
void rp_addresses_close(struct rp_addresses *addresses);
struct rp_address *rp_addresses_find(struct rp_addresses *addresses,
                                     const struct rp_address_key *key, int64_t now_ns);
/* Forgets those that nobody holds and that have nothing left to remember. */
void rp_addresses_sweep(struct rp_addresses *addresses, int64_t now_ns);
size_t rp_addresses_count(const struct rp_addresses *addresses);

/* Whether somebody took a seat there within the hour. */
bool rp_address_is_known(const struct rp_address *address, int64_t now_ns);
