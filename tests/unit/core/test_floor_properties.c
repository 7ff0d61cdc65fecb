/* What must hold for any timeline whatever: docs/turn-timing.md, "Invariants".
 *
 * HEAROUT_FLOOR_SESSIONS says how many sessions, HEAROUT_FLOOR_SEED where to begin. A failure
 * prints the seed and a timeline made as short as it gets, as a case file.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "floor_play.inc"

static struct play first, second, third;

/* One session by itself. */

static int64_t held_by(const struct play *play, enum rp_floor_holder holder)
{
    int64_t sum_ms = 0;
    for (size_t i = 0; i < play->interval_count; i++)
        if (play->intervals[i].holder == holder)
            sum_ms += play->intervals[i].to_ms - play->intervals[i].from_ms;
    return sum_ms;
}

static void check_partition(struct play *play)
{
    struct rp_floor_totals totals;
    int64_t sum_ms = 0;
    rp_floor_totals(&play->floor, &totals);
    for (int holder = 0; holder < RP_FLOOR_HOLDERS; holder++) {
        sum_ms += totals.held_ms[holder];
        PLAY_CHECK(play, totals.held_ms[holder] == held_by(play, (enum rp_floor_holder)holder));
    }
    PLAY_CHECK(play, sum_ms == totals.session_ms);
    PLAY_CHECK(play, totals.talk_ms[0] + totals.talk_ms[1] - totals.overlap_ms + totals.silence_ms +
                             totals.held_ms[RP_FLOOR_HOLDER_SUSPENDED] ==
                         totals.session_ms);
    PLAY_CHECK(play, totals.talk_ms[0] >= 0 && totals.talk_ms[1] >= 0 && totals.overlap_ms >= 0 &&
                         totals.silence_ms >= 0);
    PLAY_CHECK(play, totals.overlap_ms == totals.overlap_begun_ms[0] + totals.overlap_begun_ms[1]);
    PLAY_CHECK(play, totals.dead_air_ms >= 0);
    PLAY_CHECK(play, totals.holds_kept >= 0 && totals.holds_kept <= totals.holds_announced);
}

static bool in_grace(const struct play *play, int64_t at_ms)
{
    for (size_t i = 0; i < play->breaks; i++) {
        int64_t since_ms = at_ms - play->breaks_over_ms[i];
        if (since_ms > 0 && since_ms <= play->floor.config.grace)
            return true;
    }
    return false;
}

static bool suspended_at(const struct play *play, int64_t at_ms)
{
    for (size_t i = 0; i < play->interval_count; i++)
        if (play->intervals[i].holder == RP_FLOOR_HOLDER_SUSPENDED &&
            play->intervals[i].from_ms < at_ms && at_ms < play->intervals[i].to_ms)
            return true;
    return false;
}

static void check_charge(struct play *play, const struct timeline *t,
                         const struct rp_floor_judgement *verdict)
{
    const struct rp_floor_config *c = &t->config;
    PLAY_CHECK(play,
               verdict->verdict == RP_FLOOR_INTERRUPTION || verdict->verdict == RP_FLOOR_NO_YIELD);
    PLAY_CHECK(play, verdict->party == RP_PARTY_TRAINEE);
    PLAY_CHECK(play, verdict->ref > 0 && verdict->ref <= t->count);
    if (verdict->ref > 0 && verdict->ref <= t->count)
        PLAY_CHECK(play, t->events[verdict->ref - 1].party == RP_PARTY_TRAINEE);
    PLAY_CHECK(play, c->mode == RP_FLOOR_SOFT ||
                         (c->mode == RP_FLOOR_STRICT && c->medium == RP_FLOOR_VOICE) ||
                         !verdict->is_send || verdict->rule == RP_FLOOR_RULE_VENT_PAUSE);
    PLAY_CHECK(play, c->mode != RP_FLOOR_COACH);
    PLAY_CHECK(play, verdict->rtt_ms >= 0 && verdict->rtt_ms <= c->rtt_unfit);
    PLAY_CHECK(play, !in_grace(play, verdict->act_ms));
    PLAY_CHECK(play, !suspended_at(play, verdict->act_ms));
    PLAY_CHECK(play, verdict->points > 0 && verdict->base > 0);
}

/* Two messages may be sent in one millisecond; two bursts of one person cannot begin in one. */
static bool same_act(const struct rp_floor_judgement *a, const struct rp_floor_judgement *b)
{
    return a->act_ms == b->act_ms && (!a->is_send || a->ref == b->ref);
}

static void check_verdicts(struct play *play, const struct timeline *t)
{
    for (size_t i = 0; i < play->verdict_count; i++) {
        const struct rp_floor_judgement *verdict = &play->verdicts[i];
        PLAY_CHECK(play, verdict->decided_ms >= verdict->act_ms);
        PLAY_CHECK(play, verdict->number == i + 1);
        PLAY_CHECK(play, verdict->verdict != RP_FLOOR_BACKCHANNEL || !verdict->floor_taken);
        PLAY_CHECK(play, verdict->penalty || verdict->points == 0);
        PLAY_CHECK(play, i == 0 || verdict->decided_ms >= play->verdicts[i - 1].decided_ms ||
                             t->config.medium == RP_FLOOR_VOICE);
        if (!verdict->penalty)
            continue;
        check_charge(play, t, verdict);
        for (size_t j = 0; j < i; j++)
            PLAY_CHECK(play, !play->verdicts[j].penalty || !same_act(&play->verdicts[j], verdict));
    }
}

static void check_alone(struct play *play, const struct timeline *t)
{
    int32_t score = rp_floor_score(&play->floor);
    check_partition(play);
    check_verdicts(play, t);
    PLAY_CHECK(play, play->open_holds == 0);
    PLAY_CHECK(play, score == rp_max(0, 100 - play->points + play->points_back));
    PLAY_CHECK(play, score >= 0 && score <= 100);
}

/* Two sessions beside each other. */

static bool same_verdict(const struct rp_floor_judgement *a, const struct rp_floor_judgement *b,
                         int64_t shift_ms)
{
    return a->act_ms + shift_ms == b->act_ms && a->decided_ms + shift_ms == b->decided_ms &&
           a->party == b->party && a->verdict == b->verdict && a->penalty == b->penalty &&
           a->points == b->points && a->base == b->base && a->floor_taken == b->floor_taken;
}

static void check_replay(const struct timeline *t)
{
    play_all(&second, t);
    PLAY_CHECK(&first, first.fingerprint == second.fingerprint);
}

/* Waking the floor between the acts changes nothing. */
static void check_waking(const struct timeline *t, uint64_t *state)
{
    int64_t now_ms = 0;
    play_begin(&second, &t->config);
    for (size_t i = 0; i < t->count && t->events[i].t_ms <= t->end_ms; i++) {
        int64_t gap_ms = t->events[i].t_ms - now_ms;
        rp_floor_advance(&second.floor,
                         now_ms + (gap_ms > 0 ? (int64_t)(draw(state) % (uint64_t)gap_ms) : 0),
                         sink_of(&second));
        now_ms = t->events[i].t_ms;
        play_step(&second, &t->events[i]);
    }
    play_end(&second, t->end_ms);
    PLAY_CHECK(&first, first.fingerprint == second.fingerprint);
}

static void check_interleaved(const struct timeline *t, uint64_t *state)
{
    static struct timeline other;
    static struct play alone;
    timeline_make(&other, draw(state));
    play_all(&alone, &other);
    play_begin(&second, &t->config);
    play_begin(&third, &other.config);
    for (size_t i = 0; i < t->count || i < other.count; i++) {
        if (i < t->count && t->events[i].t_ms <= t->end_ms)
            play_step(&second, &t->events[i]);
        if (i < other.count)
            play_step(&third, &other.events[i]);
    }
    play_end(&second, t->end_ms);
    play_end(&third, other.end_ms);
    PLAY_CHECK(&first, first.fingerprint == second.fingerprint);
    PLAY_CHECK(&first, alone.fingerprint == third.fingerprint);
}

/* No hindsight. A verdict on an aged report is dated before it arrives: leave ages out. */
static void check_cut(const struct timeline *t, uint64_t *state)
{
    struct timeline cut = *t;
    size_t i = 0;
    for (; i < cut.count; i++)
        cut.events[i].age_ms = 0;
    play_all(&first, &cut);
    cut.end_ms = (int64_t)(draw(state) % (uint64_t)(t->end_ms + 1));
    play_all(&second, &cut);
    i = 0;
    for (; i < first.verdict_count && first.verdicts[i].decided_ms < cut.end_ms; i++) {
        PLAY_CHECK(&first, i < second.verdict_count);
        PLAY_CHECK(&first, i >= second.verdict_count ||
                               same_verdict(&first.verdicts[i], &second.verdicts[i], 0));
    }
}

static void shift_from(struct timeline *t, size_t from, int64_t by_ms, int64_t acts_from_ms)
{
    for (size_t i = 0; i < t->count; i++) {
        t->events[i].t_ms += i >= from ? by_ms : 0;
        t->events[i].act_ms += t->events[i].act_ms >= acts_from_ms ? by_ms : 0;
    }
    t->end_ms += by_ms;
}

static void check_shift(const struct timeline *t, uint64_t *state)
{
    struct timeline moved = *t;
    int64_t by_ms = 1 + below(state, 1000000);
    shift_from(&moved, 0, by_ms, INT64_MIN);
    play_all(&second, &moved);
    PLAY_CHECK(&first, first.verdict_count == second.verdict_count);
    for (size_t i = 0; i < first.verdict_count && i < second.verdict_count; i++)
        PLAY_CHECK(&first, same_verdict(&first.verdicts[i], &second.verdicts[i], by_ms));
}

/* A pause where nobody is at it and no question is open. */

static bool is_quiet(const struct rp_floor *f)
{
    bool active = false;
    for (size_t i = 0; i < RP_COUNT(f->actors); i++)
        active = active || f->actors[i].composing || f->actors[i].talking;
    return !active && f->suspended_ms == RP_NEVER && !f->early.open && !f->challenge.open &&
           !f->over.open;
}

/* The pause goes in before this event; 0: nowhere. */
static size_t quiet_spot(const struct timeline *t, int64_t *at_ms)
{
    play_begin(&second, &t->config);
    for (size_t i = 0; i + 1 < t->count && t->events[i + 1].t_ms <= t->end_ms; i++) {
        int64_t next_ms = t->events[i + 1].t_ms;
        play_step(&second, &t->events[i]);
        *at_ms = t->events[i].t_ms + 1;
        if (next_ms <= *at_ms + 1)
            continue;
        rp_floor_advance(&second.floor, *at_ms, sink_of(&second));
        if (is_quiet(&second.floor))
            return i + 1;
    }
    return 0;
}

static void check_pause(const struct timeline *original)
{
    static struct timeline t, paused;
    const struct rp_floor_event blank = {
        .party = RP_PARTY_INSTRUCTOR, .rtt_ms = -1, .floor_seen = -1};
    int64_t at_ms, gap_ms = 7777;
    t = *original;
    t.config.grace = 0;
    for (size_t i = 0; i < t.count; i++) {
        t.events[i].floor_seen = -1; /* a pause moves the floor's number on, */
        t.events[i].age_ms = 0;      /* and no report is older than a pause */
    }
    size_t spot = quiet_spot(&t, &at_ms);
    if (spot == 0 || t.count + 2 > PLAY_EVENTS)
        return;
    paused = t;
    shift_from(&paused, spot, gap_ms, at_ms + 1);
    memmove(&paused.events[spot + 2], &paused.events[spot],
            (paused.count - spot) * sizeof(paused.events[0]));
    paused.count += 2;
    paused.events[spot] = paused.events[spot + 1] = blank;
    paused.events[spot].type = RP_FLOOR_EVENT_PAUSE;
    paused.events[spot].t_ms = at_ms;
    paused.events[spot + 1].type = RP_FLOOR_EVENT_RESUME;
    paused.events[spot + 1].t_ms = at_ms + gap_ms;
    play_all(&second, &t);
    play_all(&third, &paused);
    PLAY_CHECK(&first, second.verdict_count == third.verdict_count);
    for (size_t i = 0; i < second.verdict_count && i < third.verdict_count; i++) {
        int64_t act_by = second.verdicts[i].act_ms > at_ms ? gap_ms : 0;
        int64_t decided_by = second.verdicts[i].decided_ms > at_ms ? gap_ms : 0;
        PLAY_CHECK(&first, second.verdicts[i].verdict == third.verdicts[i].verdict);
        PLAY_CHECK(&first, second.verdicts[i].points == third.verdicts[i].points);
        PLAY_CHECK(&first, second.verdicts[i].act_ms + act_by == third.verdicts[i].act_ms);
        PLAY_CHECK(&first,
                   second.verdicts[i].decided_ms + decided_by == third.verdicts[i].decided_ms);
    }
}

/* Until the two sessions go separate ways, nothing that was free may now be charged. */

static int64_t parting_ms(const struct play *a, const struct play *b)
{
    size_t i = 0;
    for (; i < a->interval_count && i < b->interval_count; i++) {
        const struct interval *one = &a->intervals[i], *two = &b->intervals[i];
        if (one->from_ms != two->from_ms || one->holder != two->holder)
            return rp_min(one->from_ms, two->from_ms);
        if (one->to_ms != two->to_ms)
            return rp_min(one->to_ms, two->to_ms);
    }
    return RP_NEVER;
}

static const struct rp_floor_judgement *verdict_on(const struct play *play, int64_t act_ms,
                                                   uint32_t ref)
{
    for (size_t i = 0; i < play->verdict_count; i++)
        if (play->verdicts[i].act_ms == act_ms && play->verdicts[i].ref == ref)
            return &play->verdicts[i];
    return NULL;
}

static void check_no_harder(const struct play *before, const struct play *after)
{
    int64_t until_ms = parting_ms(before, after);
    for (size_t i = 0; i < after->verdict_count; i++) {
        const struct rp_floor_judgement *now = &after->verdicts[i];
        const struct rp_floor_judgement *was = verdict_on(before, now->act_ms, now->ref);
        bool same = i < before->verdict_count && same_verdict(&before->verdicts[i], now, 0);
        if (now->act_ms >= until_ms)
            return;
        PLAY_CHECK(&first, !now->penalty || (was && was->penalty));
        if (!same)
            return; /* what follows follows from this */
    }
}

static void check_round_trip(const struct timeline *t, uint64_t *state)
{
    static struct timeline near, far;
    int32_t more_ms = below(state, 1000);
    near = *t;
    near.config.quota_init = near.config.quota_max = 60000;
    far = near;
    for (size_t i = 0; i < far.count; i++)
        if (far.events[i].party == RP_PARTY_TRAINEE && far.events[i].rtt_ms >= 0)
            far.events[i].rtt_ms += more_ms;
    play_all(&second, &near);
    play_all(&third, &far);
    check_no_harder(&second, &third);
}

static void check_allowance(const struct timeline *t, uint64_t *state)
{
    struct timeline longer = *t;
    longer.config.trainee_time_pct =
        (int32_t)rp_min(1000, t->config.trainee_time_pct + below(state, 200));
    play_all(&second, &longer);
    check_no_harder(&first, &second);
}

/* One session, and one of the relations that cost a second one. */
static const char *check_session(const struct timeline *t, uint64_t seed)
{
    uint64_t state = seed;
    play_all(&first, t);
    check_alone(&first, t);
    switch (seed % 8) {
    case 0:
        check_replay(t);
        break;
    case 1:
        check_waking(t, &state);
        break;
    case 2:
        check_interleaved(t, &state);
        break;
    case 3:
        check_cut(t, &state);
        break;
    case 4:
        check_shift(t, &state);
        break;
    case 5:
        check_pause(t);
        break;
    case 6:
        check_round_trip(t, &state);
        break;
    default:
        check_allowance(t, &state);
        break;
    }
    return first.fault;
}

/* Leaves out what is not needed to fail. */
static void shrink(struct timeline *t, uint64_t seed)
{
    struct timeline shorter;
    for (size_t i = t->count; i-- > 0;) {
        shorter = *t;
        memmove(&shorter.events[i], &shorter.events[i + 1],
                (shorter.count - i - 1) * sizeof(shorter.events[0]));
        shorter.count--;
        for (size_t j = i; j < shorter.count; j++)
            shorter.events[j].ref = (uint32_t)j + 1;
        if (check_session(&shorter, seed) != NULL)
            *t = shorter;
    }
}

static uint64_t setting(const char *name, uint64_t value)
{
    const char *text = getenv(name);
    return text ? strtoull(text, NULL, 10) : value;
}

static void report_kinds(const uint64_t *kinds, uint64_t sessions)
{
    printf("%llu sessions:", (unsigned long long)sessions);
    for (int i = 0; i < RP_FLOOR_VERDICTS; i++)
        printf(" %s %llu", rp_floor_verdict_name((enum rp_floor_verdict)i),
               (unsigned long long)kinds[i]);
    printf("\n");
}

static void any_session_keeps_the_invariants(void **unused)
{
    (void)unused;
    static struct timeline t;
    uint64_t sessions = setting("HEAROUT_FLOOR_SESSIONS", 400000);
    uint64_t from = setting("HEAROUT_FLOOR_SEED", 1), kinds[RP_FLOOR_VERDICTS] = {0};
    for (uint64_t seed = from; seed < from + sessions; seed++) {
        timeline_make(&t, seed);
        const char *fault = check_session(&t, seed);
        for (int i = 0; i < RP_FLOOR_VERDICTS; i++)
            kinds[i] += first.seen_verdicts[i];
        if (fault == NULL)
            continue;
        shrink(&t, seed);
        fault = check_session(&t, seed);
        printf("seed %llu breaks: %s\n", (unsigned long long)seed, fault ? fault : "(gone)");
        timeline_print(&t);
        fail();
    }
    report_kinds(kinds, sessions);
    for (int i = 0; i < RP_FLOOR_VERDICTS; i++) /* the generator must not have gone blind */
        assert_true(sessions < 100000 || kinds[i] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_session_keeps_the_invariants),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
