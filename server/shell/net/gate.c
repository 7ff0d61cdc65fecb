#include "gate.h"

#include <string.h>

enum { FAILS = 5, FAILS_SHARED = 60, FAILS_ALL = 600 };

static const int64_t minute_ns = INT64_C(60000000000);
static const int64_t hour_ns = INT64_C(3600000000000);

static struct rp_gate_address *find(struct rp_gate *gate, const char *address, int64_t now_ns)
{
    struct rp_gate_address *oldest = &gate->addresses[0];
    for (size_t i = 0; i < RP_GATE_ADDRESSES; i++) {
        struct rp_gate_address *one = &gate->addresses[i];
        if (one->used_ns > 0 && strcmp(one->address, address) == 0)
            return one;
        if (one->used_ns < oldest->used_ns)
            oldest = one;
    }
    *oldest = (struct rp_gate_address){.used_ns = now_ns, .minute_ns = now_ns};
    snprintf(oldest->address, sizeof(oldest->address), "%s", address);
    return oldest;
}

/* A new minute begins with nothing in it. */
static void turn(int64_t *began_ns, uint32_t *failed, int64_t now_ns)
{
    if (now_ns - *began_ns < minute_ns)
        return;
    *began_ns = now_ns;
    *failed = 0;
}

bool rp_gate_may_try(struct rp_gate *gate, const char *address, int64_t now_ns)
{
    struct rp_gate_address *one = find(gate, address, now_ns);
    turn(&one->minute_ns, &one->failed, now_ns);
    turn(&gate->minute_ns, &gate->failed, now_ns);
    bool shared = one->came_ns > 0 && now_ns - one->came_ns < hour_ns;
    one->used_ns = now_ns;
    return one->failed < (shared ? FAILS_SHARED : FAILS) && (shared || gate->failed < FAILS_ALL);
}

void rp_gate_failed(struct rp_gate *gate, const char *address, int64_t now_ns)
{
    find(gate, address, now_ns)->failed++;
    gate->failed++;
}

void rp_gate_came(struct rp_gate *gate, const char *address, int64_t now_ns)
{
    find(gate, address, now_ns)->came_ns = now_ns;
}
