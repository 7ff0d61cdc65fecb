#include "rp_pairing.h"

#include <string.h>

enum {
    BOT = RP_PEOPLE_MAX,
    COST_APART = 1000000,
    COST_BOT = 10000, /* the bot once more, beyond those who had him least */
    COST_PAIR = 100,  /* a pair among threes once more */
    TRIES = 60,
};

void rp_pairing_init(struct rp_ledger_of_meetings *ledger)
{
    memset(ledger, 0, sizeof(*ledger));
    for (size_t i = 0; i < RP_PEOPLE_MAX; i++)
        ledger->locked[i] = RP_NOBODY;
}

void rp_pairing_apart(struct rp_ledger_of_meetings *ledger, uint16_t a, uint16_t b, bool apart)
{
    ledger->met[a][b] &= RP_MET_COUNT;
    ledger->met[b][a] &= RP_MET_COUNT;
    if (!apart)
        return;
    ledger->met[a][b] |= RP_MET_APART;
    ledger->met[b][a] |= RP_MET_APART;
}

void rp_pairing_lock(struct rp_ledger_of_meetings *ledger, uint16_t a, uint16_t b, bool locked)
{
    const uint16_t two[] = {a, b};
    for (size_t i = 0; i < RP_COUNT(two); i++) {
        uint16_t other = ledger->locked[two[i]];
        if (other != RP_NOBODY)
            ledger->locked[other] = RP_NOBODY;
        ledger->locked[two[i]] = RP_NOBODY;
    }
    if (!locked)
        return;
    ledger->locked[a] = b;
    ledger->locked[b] = a;
}

/* What it costs that these two work together. Twice is worse than two others once more each. */
static int32_t cost_of(const struct rp_ledger_of_meetings *ledger, uint16_t a, uint16_t b)
{
    int32_t met = ledger->met[a][b] & RP_MET_COUNT;
    int32_t apart = ledger->met[a][b] & RP_MET_APART ? COST_APART : 0;
    return apart + met * met * (a == BOT || b == BOT ? COST_BOT : 1);
}

/* The circle: the first one stays, the others move on by one place each time. */
static uint16_t on_circle(const uint16_t *people, uint16_t n, uint16_t place, uint16_t turn)
{
    return place == 0 ? people[0] : people[1 + (place - 1 + turn) % (n - 1)];
}

static int32_t circle_cost(const struct rp_ledger_of_meetings *ledger, const uint16_t *people,
                           uint16_t n, uint16_t turn)
{
    int32_t cost = 0;
    for (uint16_t i = 0; i < n / 2; i++)
        cost += cost_of(ledger, on_circle(people, n, i, turn),
                        on_circle(people, n, (uint16_t)(n - 1 - i), turn));
    return cost;
}

struct pair {
    uint16_t a, b;
};

static uint16_t best_circle(const struct rp_ledger_of_meetings *ledger, const uint16_t *people,
                            uint16_t n, struct pair *pairs)
{
    uint16_t best = 0;
    int32_t least = INT32_MAX;
    for (uint16_t turn = 0; turn < n - 1 && least > 0; turn++) {
        int32_t cost = circle_cost(ledger, people, n, turn);
        if (cost < least) {
            least = cost;
            best = turn;
        }
    }
    for (uint16_t i = 0; i < n / 2; i++)
        pairs[i] = (struct pair){on_circle(people, n, i, best),
                                 on_circle(people, n, (uint16_t)(n - 1 - i), best)};
    return n / 2;
}

/* Two pairs exchange partners where that is better for all. */
static bool exchange(const struct rp_ledger_of_meetings *ledger, struct pair *x, struct pair *y)
{
    int32_t now = cost_of(ledger, x->a, x->b) + cost_of(ledger, y->a, y->b);
    int32_t across = cost_of(ledger, x->a, y->b) + cost_of(ledger, y->a, x->b);
    int32_t along = cost_of(ledger, x->a, y->a) + cost_of(ledger, x->b, y->b);
    uint16_t kept = x->b;
    if (rp_min(across, along) >= now)
        return false;
    if (across <= along) {
        x->b = y->b;
        y->b = kept;
    } else {
        x->b = y->a;
        y->a = kept;
    }
    return true;
}

/* Each exchange lowers the whole cost, so this ends. */
static void mend(const struct rp_ledger_of_meetings *ledger, struct pair *pairs, uint16_t n)
{
    for (bool better = true; better;) {
        better = false;
        for (uint16_t i = 0; i < n; i++)
            for (uint16_t j = 0; j < n; j++)
                if (i != j && cost_of(ledger, pairs[i].a, pairs[i].b) > 0)
                    better |= exchange(ledger, &pairs[i], &pairs[j]);
    }
}

/* Takes whoever has had the seat least out of `people`. */
static uint16_t take_for_seat(const struct rp_ledger_of_meetings *ledger, uint16_t *people,
                              uint16_t *n, int seat)
{
    uint16_t best = 0;
    for (uint16_t i = 1; i < *n; i++)
        if (ledger->seats[people[i]][seat] < ledger->seats[people[best]][seat])
            best = i;
    uint16_t taken = people[best];
    people[best] = people[--*n];
    return taken;
}

static struct rp_group group_of(const struct rp_ledger_of_meetings *ledger, const uint16_t *people,
                                uint16_t n)
{
    struct rp_group group = {{RP_NOBODY, RP_NOBODY, RP_NOBODY}};
    uint16_t left[3], left_n = 0;
    for (uint16_t i = 0; i < n; i++)
        if (people[i] != BOT)
            left[left_n++] = people[i];
    for (int seat = 0; left_n > 0; seat++)
        group.seats[seat] = take_for_seat(ledger, left, &left_n, seat);
    return group;
}

static bool is_here(const uint16_t *people, uint16_t n, uint16_t person)
{
    for (uint16_t i = 0; i < n; i++)
        if (people[i] == person)
            return true;
    return false;
}

/* Locked pairs stand; the rest is left in `free_people`. */
static uint16_t take_locked(const struct rp_ledger_of_meetings *ledger, const uint16_t *people,
                            uint16_t n, uint16_t *free_people, struct rp_group *groups)
{
    uint16_t groups_n = 0, free_n = 0;
    for (uint16_t i = 0; i < n; i++) {
        uint16_t other = ledger->locked[people[i]];
        if (other == RP_NOBODY || !is_here(people, n, other))
            free_people[free_n++] = people[i];
        else if (people[i] < other)
            groups[groups_n++] = group_of(ledger, (const uint16_t[]){people[i], other}, 2);
    }
    free_people[free_n] = RP_NOBODY;
    return groups_n;
}

static uint16_t count(const uint16_t *people)
{
    uint16_t n = 0;
    while (people[n] != RP_NOBODY)
        n++;
    return n;
}

uint16_t rp_pairing_pairs(struct rp_ledger_of_meetings *ledger, const uint16_t *people, uint16_t n,
                          struct rp_group groups[RP_GROUPS_MAX])
{
    uint16_t free_people[RP_PEOPLE_MAX + 2];
    struct pair pairs[RP_PEOPLE_MAX / 2 + 1];
    uint16_t groups_n = take_locked(ledger, people, n, free_people, groups);
    uint16_t free_n = count(free_people);
    if (free_n % 2 == 1)
        free_people[free_n++] = BOT;
    if (free_n == 0)
        return groups_n;
    uint16_t pairs_n = best_circle(ledger, free_people, free_n, pairs);
    mend(ledger, pairs, pairs_n);
    for (uint16_t i = 0; i < pairs_n; i++)
        groups[groups_n++] = group_of(ledger, (const uint16_t[]){pairs[i].a, pairs[i].b}, 2);
    return groups_n;
}

/* Threes. */

static uint32_t next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static void shuffle(uint16_t *people, uint16_t n, uint64_t *state)
{
    for (uint16_t i = n; i > 1; i--) {
        uint16_t j = (uint16_t)(next_random(state) % i);
        uint16_t kept = people[i - 1];
        people[i - 1] = people[j];
        people[j] = kept;
    }
}

/* How many of n go in pairs: n mod 3 = 1 gives two pairs, 2 gives one. One alone has the bot. */
static uint16_t in_pairs(uint16_t n)
{
    if (n < 3)
        return n;
    return n % 3 == 0 ? 0 : n % 3 == 1 ? 4 : 2;
}

/* The one of people[from..n) who costs these least, moved to `from`. */
static int32_t take_next(const struct rp_ledger_of_meetings *ledger, uint16_t *people,
                         uint16_t begin, uint16_t from, uint16_t n, bool pair)
{
    uint16_t best = from;
    int32_t least = INT32_MAX;
    for (uint16_t i = from; i < n; i++) {
        int32_t cost = pair ? ledger->pairs[people[i]] * COST_PAIR : 0;
        for (uint16_t j = begin; j < from; j++)
            cost += cost_of(ledger, people[i], people[j]);
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    uint16_t kept = people[from];
    people[from] = people[best];
    people[best] = kept;
    return least;
}

/* Orders the people so that each group stands together, pairs first; the cost of it all. */
static int32_t try_groups(const struct rp_ledger_of_meetings *ledger, uint16_t *people, uint16_t n)
{
    int32_t cost = 0;
    uint16_t pairs = in_pairs(n), at = 0;
    while (at < n) {
        uint16_t begin = at, size = at < pairs ? 2 : 3;
        for (uint16_t end = (uint16_t)rp_min(n, at + size); at < end; at++)
            cost += take_next(ledger, people, begin, at, n, begin < pairs);
    }
    return cost;
}

uint16_t rp_pairing_threes(struct rp_ledger_of_meetings *ledger, const uint16_t *people, uint16_t n,
                           uint64_t seed, struct rp_group groups[RP_GROUPS_MAX])
{
    uint16_t order[RP_PEOPLE_MAX + 1], best[RP_PEOPLE_MAX + 1];
    uint16_t groups_n = take_locked(ledger, people, n, order, groups);
    uint16_t free_n = count(order), pairs = in_pairs(free_n);
    int32_t least = INT32_MAX;
    for (int i = 0; i < TRIES && least > 0; i++) {
        shuffle(order, free_n, &seed);
        int32_t cost = try_groups(ledger, order, free_n);
        if (cost >= least)
            continue;
        least = cost;
        memcpy(best, order, free_n * sizeof(*order));
    }
    for (uint16_t at = 0; at < free_n;) {
        uint16_t size = (uint16_t)rp_min(at < pairs ? 2 : 3, free_n - at);
        groups[groups_n] = group_of(ledger, best + at, size);
        for (uint16_t i = at; i < at + size && size == 2 && n > 2; i++)
            ledger->pairs[best[i]]++;
        groups_n++;
        at = (uint16_t)(at + size);
    }
    return groups_n;
}

struct rp_group rp_pairing_rotate(struct rp_group group)
{
    int size = rp_group_size(group);
    struct rp_group next = group;
    for (int i = 0; i < size; i++)
        next.seats[(i + 1) % size] = group.seats[i];
    return next;
}

static void count_meeting(struct rp_ledger_of_meetings *ledger, uint16_t a, uint16_t b)
{
    if ((ledger->met[a][b] & RP_MET_COUNT) == RP_MET_MAX)
        return;
    ledger->met[a][b]++;
    ledger->met[b][a]++;
}

void rp_pairing_meet(struct rp_ledger_of_meetings *ledger, struct rp_group group)
{
    for (int seat = 0; seat < 3; seat++)
        for (int other = seat + 1; other < 3; other++)
            if (group.seats[seat] != RP_NOBODY && group.seats[other] != RP_NOBODY)
                count_meeting(ledger, group.seats[seat], group.seats[other]);
    if (rp_group_size(group) == 1 && group.seats[0] != RP_NOBODY)
        count_meeting(ledger, group.seats[0], BOT);
}

void rp_pairing_count(struct rp_ledger_of_meetings *ledger, struct rp_group group)
{
    rp_pairing_meet(ledger, group);
    for (int seat = 0; seat < 3; seat++) {
        uint16_t person = group.seats[seat];
        if (person != RP_NOBODY && ledger->seats[person][seat] < UINT8_MAX)
            ledger->seats[person][seat]++;
    }
}
