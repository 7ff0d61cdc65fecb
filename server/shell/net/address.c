#include "address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { CHAINS = 4096, V4_AT = 12, V4_BITS = 96, WHOLE_BITS = 128, SUBSCRIBER_BYTES = 8 };

static const int64_t minute_ns = 60 * (int64_t)1000000000;
static const uint8_t v4_prefix[V4_AT] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

struct rp_addresses {
    struct rp_address *chains[CHAINS];
    size_t count;
    uint8_t secret[crypto_shorthash_KEYBYTES]; /* nobody can choose addresses of one chain */
};

/* Keys. */

static bool is_v4(const struct rp_address_key *key)
{
    return memcmp(key->bytes, v4_prefix, V4_AT) == 0;
}

enum rp_err rp_address_parse(const char *text, struct rp_address_key *key)
{
    if (inet_pton(AF_INET6, text, key->bytes) == 1)
        return RP_OK;
    memcpy(key->bytes, v4_prefix, V4_AT);
    return inet_pton(AF_INET, text, key->bytes + V4_AT) == 1 ? RP_OK : RP_ERR_MALFORMED;
}

enum rp_err rp_network_parse(const char *text, struct rp_network *network)
{
    char address[INET6_ADDRSTRLEN];
    size_t length = strcspn(text, "/");
    if (length >= sizeof(address))
        return RP_ERR_MALFORMED;
    memcpy(address, text, length);
    address[length] = 0;
    enum rp_err err = rp_address_parse(address, &network->key);
    network->bits = WHOLE_BITS;
    if (err != RP_OK || text[length] == 0)
        return err;
    const char *bits = text + length + 1;
    unsigned most = is_v4(&network->key) ? WHOLE_BITS - V4_BITS : WHOLE_BITS;
    unsigned given = (unsigned)atoi(bits);
    if (*bits == 0 || strlen(bits) > 3 || bits[strspn(bits, "0123456789")] != 0 || given > most)
        return RP_ERR_RANGE;
    network->bits = WHOLE_BITS - most + given;
    return RP_OK;
}

enum rp_err rp_address_of(const struct sockaddr *socket, struct rp_address_key *key)
{
    if (socket->sa_family == AF_INET6) {
        memcpy(key->bytes, &((const struct sockaddr_in6 *)(const void *)socket)->sin6_addr,
               RP_ADDRESS_BYTES);
    } else if (socket->sa_family == AF_INET) {
        memcpy(key->bytes, v4_prefix, V4_AT);
        memcpy(key->bytes + V4_AT, &((const struct sockaddr_in *)(const void *)socket)->sin_addr,
               RP_ADDRESS_BYTES - V4_AT);
    } else {
        return RP_ERR_MALFORMED;
    }
    return RP_OK;
}

bool rp_network_holds(const struct rp_network *network, const struct rp_address_key *key)
{
    unsigned whole = network->bits / 8, rest = network->bits % 8;
    if (memcmp(network->key.bytes, key->bytes, whole) != 0)
        return false;
    return rest == 0 || (network->key.bytes[whole] ^ key->bytes[whole]) >> (8 - rest) == 0;
}

/* The table. */

struct rp_addresses *rp_addresses_open(void)
{
    struct rp_addresses *addresses = calloc(1, sizeof(*addresses));
    if (addresses)
        randombytes_buf(addresses->secret, sizeof(addresses->secret));
    return addresses;
}

void rp_addresses_close(struct rp_addresses *addresses)
{
    for (size_t i = 0; i < CHAINS; i++)
        for (struct rp_address *at = addresses->chains[i], *next; at; at = next) {
            next = at->next;
            free(at);
        }
    free(addresses);
}

static struct rp_address **chain_of(struct rp_addresses *addresses,
                                    const struct rp_address_key *key)
{
    uint8_t hash[crypto_shorthash_BYTES];
    crypto_shorthash(hash, key->bytes, RP_ADDRESS_BYTES, addresses->secret);
    return &addresses->chains[(hash[0] | hash[1] << 8) % CHAINS];
}

struct rp_address *rp_addresses_find(struct rp_addresses *addresses,
                                     const struct rp_address_key *key, int64_t now_ns)
{
    struct rp_address_key counted = *key;
    if (!is_v4(key))
        memset(counted.bytes + SUBSCRIBER_BYTES, 0, RP_ADDRESS_BYTES - SUBSCRIBER_BYTES);
    struct rp_address **chain = chain_of(addresses, &counted), *at = *chain;
    while (at && memcmp(&at->key, &counted, sizeof(counted)) != 0)
        at = at->next;
    if (at == NULL) {
        at = addresses->count < RP_ADDRESSES_MAX ? calloc(1, sizeof(*at)) : NULL;
        if (at == NULL)
            return NULL;
        *at = (struct rp_address){.key = counted, .next = *chain};
        *chain = at;
        addresses->count++;
    }
    at->seen_ns = now_ns;
    return at;
}

bool rp_address_is_known(const struct rp_address *address, int64_t now_ns)
{
    return address->seated_ns && now_ns - address->seated_ns < 60 * minute_ns;
}

/* After a minute every rate is full again: there is nothing left to remember but a guest. */
static bool may_be_forgotten(const struct rp_address *address, int64_t now_ns)
{
    return address->sockets == 0 && now_ns - address->seen_ns > minute_ns &&
           !rp_address_is_known(address, now_ns);
}

void rp_addresses_sweep(struct rp_addresses *addresses, int64_t now_ns)
{
    for (size_t i = 0; i < CHAINS; i++)
        for (struct rp_address **at = &addresses->chains[i]; *at;) {
            struct rp_address *address = *at;
            if (!may_be_forgotten(address, now_ns)) {
                at = &address->next;
                continue;
            }
            *at = address->next;
            addresses->count--;
            free(address);
        }
}

size_t rp_addresses_count(const struct rp_addresses *addresses)
{
    return addresses->count;
}
