#include "sign_in_brake.h"

#include <sodium.h>
#include <string.h>

static const int64_t minute_ns = 60 * INT64_C(1000000000);

enum rp_err rp_brake_open(struct rp_sign_in_brake *brake)
{
    *brake = (struct rp_sign_in_brake){.addresses = rp_addresses_open(),
                                       .accounts = rp_addresses_open()};
    return brake->addresses && brake->accounts ? RP_OK : RP_ERR_IO;
}

void rp_brake_close(struct rp_sign_in_brake *brake)
{
    if (brake->addresses)
        rp_addresses_close(brake->addresses);
    if (brake->accounts)
        rp_addresses_close(brake->accounts);
}

/* An account is counted like an address, under a hash of what it is called. */
static struct rp_address *account_of(struct rp_sign_in_brake *brake, const struct rp_brake_try *of,
                                     int64_t now_ns)
{
    struct rp_address_key key;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof(key.bytes));
    crypto_generichash_update(&state, (const uint8_t *)of->firm, strlen(of->firm) + 1);
    crypto_generichash_update(&state, (const uint8_t *)of->login, strlen(of->login) + 1);
    crypto_generichash_final(&state, key.bytes, sizeof(key.bytes));
    return rp_addresses_find(brake->accounts, &key, now_ns);
}

static struct rp_address *address_of(struct rp_sign_in_brake *brake, const struct rp_brake_try *of,
                                     int64_t now_ns)
{
    struct rp_address_key key;
    if (rp_address_parse(of->address, &key) != RP_OK)
        return NULL;
    return rp_addresses_find(brake->addresses, &key, now_ns);
}

static bool take(struct rp_rate *rate, int32_t per_minute, int64_t now_ns)
{
    return rp_rate_take_slow(rate, minute_ns / per_minute, (uint32_t)per_minute, now_ns);
}

/* Each that lets the try through has counted it, also when the next one does not. */
enum rp_braked rp_brake_take(struct rp_sign_in_brake *brake, const struct rp_net_limits *limits,
                             const struct rp_brake_try *of, int64_t now_ns)
{
    struct rp_address *address = address_of(brake, of, now_ns);
    struct rp_address *account = account_of(brake, of, now_ns);
    if (now_ns - brake->swept_ns > minute_ns) {
        rp_addresses_sweep(brake->addresses, now_ns);
        rp_addresses_sweep(brake->accounts, now_ns);
        brake->swept_ns = now_ns;
    }
    if (address && !take(&address->guesses, limits->signin_failures_per_minute, now_ns))
        return RP_BRAKED_ADDRESS;
    if (address && rp_address_is_known(address, now_ns))
        return RP_BRAKED_NOT;
    if (account && !take(&account->guesses, limits->signin_failures_per_minute_account, now_ns))
        return RP_BRAKED_ACCOUNT;
    if (!take(&brake->all, limits->signin_failures_per_minute_in_all, now_ns))
        return RP_BRAKED_ALL;
    return RP_BRAKED_NOT;
}

void rp_brake_give_back(struct rp_sign_in_brake *brake, const struct rp_brake_try *of,
                        int64_t now_ns)
{
    struct rp_address *address = address_of(brake, of, now_ns);
    struct rp_address *account = account_of(brake, of, now_ns);
    if (address) {
        address->guesses = (struct rp_rate){0};
        address->seated_ns = now_ns;
    }
    if (account)
        account->guesses = (struct rp_rate){0};
}
