/* rp_pairing.h: who works with whom next: pairs and threes that meet anew as long as they can.
 *
 * Pairs follow the circle method: the rotation with the fewest people who have met, mended by
 * exchanges. As long as everyone has met fewer than half of those who are there, nobody meets
 * anybody twice. The odd one works with the bot, nobody twice before all once. Threes are grouped
 * greedily, the best of 60 tries; what is left over are one pair or two, and those who have been in
 * a pair least go there.
 *
 * Owner    the caller; plain data. People are numbers from 0.
 * Errors   none. Chance comes from `seed` alone.
 * Source   docs/workshops.md, "Pairing".
 */
#pragma once

#include "rp_types.h"

enum {
    RP_PEOPLE_MAX = 200,
    RP_GROUPS_MAX = RP_PEOPLE_MAX,
    RP_NOBODY = 0xffff, /* an empty seat; as the customer: the bot plays him */
};

/* In the order of enum rp_seat: trainee, customer, observer. */
struct rp_group {
    uint16_t seats[3];
};

enum { RP_MET_MAX = 63, RP_MET_COUNT = 63, RP_MET_APART = 64 };

/* What is remembered for fairness. */
struct rp_ledger_of_meetings {
    uint8_t met[RP_PEOPLE_MAX + 1][RP_PEOPLE_MAX + 1]; /* the last one is the bot */
    uint8_t seats[RP_PEOPLE_MAX][3];                   /* sessions in each seat */
    uint8_t pairs[RP_PEOPLE_MAX];                      /* blocks in a pair, among threes */
    uint16_t locked[RP_PEOPLE_MAX];                    /* stays with him; RP_NOBODY */
};

void rp_pairing_init(struct rp_ledger_of_meetings *ledger);

/* Keeps two apart from now on, or lets them meet again. */
void rp_pairing_apart(struct rp_ledger_of_meetings *ledger, uint16_t a, uint16_t b, bool apart);

/* Locks two together, or lets them go. */
void rp_pairing_lock(struct rp_ledger_of_meetings *ledger, uint16_t a, uint16_t b, bool locked);

/* Groups `people` into pairs, or threes; the groups' number. Each group's first session has its
 * seats given so that whoever had a seat least gets it. */
uint16_t rp_pairing_pairs(struct rp_ledger_of_meetings *ledger, const uint16_t *people, uint16_t n,
                          struct rp_group groups[RP_GROUPS_MAX]);
uint16_t rp_pairing_threes(struct rp_ledger_of_meetings *ledger, const uint16_t *people, uint16_t n,
                           uint64_t seed, struct rp_group groups[RP_GROUPS_MAX]);

/* The same group with everyone one seat further. */
struct rp_group rp_pairing_rotate(struct rp_group group);

/* A session of the group begins: it is counted. */
void rp_pairing_count(struct rp_ledger_of_meetings *ledger, struct rp_group group);

/* These meet in a session that has begun already. */
void rp_pairing_meet(struct rp_ledger_of_meetings *ledger, struct rp_group group);

static inline int rp_group_size(struct rp_group group)
{
    int size = 0;
    for (int i = 0; i < 3; i++)
        size += group.seats[i] != RP_NOBODY;
    return size;
}
