#include "floor_metrics.h"

#include <stdlib.h>

/* Collecting. */

static void *grown(void *at, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return at;
    *capacity = *capacity ? *capacity * 2 : 16;
    at = realloc(at, *capacity * size);
    RP_CHECK(at != NULL);
    return at;
}

void rp_floor_metrics_verdict(struct rp_floor_metrics *m, const struct rp_floor_judgement *verdict)
{
    m->backchannels += verdict->verdict == RP_FLOOR_BACKCHANNEL;
}

void rp_floor_metrics_transfer(struct rp_floor_metrics *m, const struct rp_floor_transfer *transfer)
{
    m->offsets = grown(m->offsets, m->count, &m->capacity, sizeof(*m->offsets));
    m->offsets[m->count++] =
        (struct rp_floor_metric_offset){.transfer = *transfer, .band = transfer->band};
}

void rp_floor_metrics_change(struct rp_floor_metrics *m,
                             const struct rp_floor_transfer_change *change)
{
    struct rp_floor_metric_offset *offset = &m->offsets[change->number - 1];
    offset->reverted = offset->reverted || change->reverted;
    if (!change->has_send_latency)
        return;
    offset->has_send_latency = true;
    offset->send_latency_ms = change->send_latency_ms;
    offset->band = change->band;
}

void rp_floor_metrics_turn(struct rp_floor_metrics *m, const struct rp_floor_turn *turn)
{
    m->turns = grown(m->turns, m->turns_count, &m->turns_capacity, sizeof(*m->turns));
    m->turns[m->turns_count++] = *turn;
}

void rp_floor_metrics_clear(struct rp_floor_metrics *m)
{
    free(m->offsets);
    free(m->turns);
    *m = (struct rp_floor_metrics){0};
}

/* Numbers. */

static void set_int(json_t *object, const char *key, int64_t value)
{
    json_object_set_new_nocheck(object, key, json_integer(value));
}

static void set_maybe(json_t *object, const char *key, bool known, int64_t value)
{
    json_object_set_new_nocheck(object, key, known ? json_integer(value) : json_null());
}

/* part * scale / whole, rounded half up; absent without a whole. */
static void set_ratio(json_t *object, const char *key, int64_t part, int64_t scale, int64_t whole)
{
    set_maybe(object, key, whole > 0, whole > 0 ? (part * scale * 2 + whole) / (whole * 2) : 0);
}

static int by_size(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static int64_t median(const int64_t *sorted, size_t count)
{
    int64_t high = sorted[count / 2];
    int64_t sum = count % 2 ? high * 2 : high + sorted[count / 2 - 1];
    return sum >= 0 ? sum / 2 : (sum - 1) / 2; /* rounds down */
}

/* Median and the medians of the two halves. */
static void set_quartiles(json_t *object, const char *const keys[3], int64_t *values, size_t count)
{
    size_t half = count / 2;
    if (count > 0)
        qsort(values, count, sizeof(*values), by_size);
    set_maybe(object, keys[1], count > 0, count > 0 ? median(values, count) : 0);
    if (keys[0] == NULL)
        return;
    set_maybe(object, keys[0], half > 0, half > 0 ? median(values, half) : 0);
    set_maybe(object, keys[2], half > 0, half > 0 ? median(values + count - half, half) : 0);
}

/* Offsets between two people, as they were lived. */

static bool counts(const struct rp_floor_metric_offset *offset)
{
    const struct rp_floor_transfer *t = &offset->transfer;
    return t->has_offset && t->from != t->to && !t->preempt && !t->carry && !offset->reverted;
}

static bool answers(const struct rp_floor_metric_offset *offset)
{
    return counts(offset) && offset->transfer.from == RP_PARTY_CUSTOMER &&
           offset->transfer.to == RP_PARTY_TRAINEE;
}

static json_t *histogram(const int64_t *values, size_t count, bool voice)
{
    int64_t bin_ms = voice ? 100 : 1000, from_ms = voice ? -2000 : 0;
    int64_t to_ms = voice ? 5000 : 60000;
    int64_t below = 0, above = 0, bins[70] = {0};
    for (size_t i = 0; i < count; i++) {
        if (values[i] < from_ms)
            below++;
        else if (values[i] >= to_ms)
            above++;
        else
            bins[(values[i] - from_ms) / bin_ms]++;
    }
    json_t *object = json_object(), *list = json_array();
    for (int64_t i = 0; i < (to_ms - from_ms) / bin_ms; i++)
        if (bins[i] > 0)
            json_array_append_new(list, json_pack("{s:I, s:I}", "from_ms",
                                                  (json_int_t)(from_ms + i * bin_ms), "count",
                                                  (json_int_t)bins[i]));
    set_int(object, "bin_ms", bin_ms);
    set_int(object, "below", below);
    json_object_set_new_nocheck(object, "bins", list);
    set_int(object, "above", above);
    return object;
}

static void set_offsets(json_t *object, const struct rp_floor_metrics *m, bool voice)
{
    static const char *const offset_keys[] = {"offset_lower_quartile_ms", "offset_median_ms",
                                              "offset_upper_quartile_ms"};
    static const char *const answer_keys[] = {NULL, "response_median_ms", NULL};
    static const char *const send_keys[] = {NULL, "send_latency_median_ms", NULL};
    int64_t *values = calloc(m->count + 1, sizeof(*values));
    size_t count = 0;
    RP_CHECK(values != NULL);
    for (size_t i = 0; i < m->count; i++)
        if (counts(&m->offsets[i]))
            values[count++] = m->offsets[i].transfer.offset_ms;
    json_object_set_new_nocheck(object, "offsets", histogram(values, count, voice));
    set_quartiles(object, offset_keys, values, count);
    count = 0;
    for (size_t i = 0; i < m->count; i++)
        if (answers(&m->offsets[i]))
            values[count++] = m->offsets[i].transfer.offset_ms;
    set_quartiles(object, answer_keys, values, count);
    count = 0;
    for (size_t i = 0; i < m->count; i++)
        if (answers(&m->offsets[i]) && m->offsets[i].has_send_latency)
            values[count++] = m->offsets[i].send_latency_ms;
    set_quartiles(object, send_keys, values, count);
    free(values);
}

/* Turns. */

static void set_customer_turns(json_t *object, const struct rp_floor_metrics *m)
{
    int64_t turns = 0, interrupted = 0, longest_ms = -1;
    const struct rp_floor_turn *longest = NULL, *vent = NULL;
    for (size_t i = 0; i < m->turns_count; i++) {
        const struct rp_floor_turn *turn = &m->turns[i];
        if (turn->holder != RP_PARTY_CUSTOMER)
            continue;
        turns++;
        interrupted += turn->interruptions > 0;
        if (turn->vent)
            vent = turn;
        if (turn->charges == 0 && turn->end_ms - turn->start_ms > longest_ms) {
            longest = turn;
            longest_ms = turn->end_ms - turn->start_ms;
        }
    }
    set_int(object, "customer_turns", turns);
    set_int(object, "customer_turns_interrupted", interrupted);
    set_ratio(object, "interrupted_turn_permille", interrupted, 1000, turns);
    json_object_set_new_nocheck(object, "longest_vent_heard",
                                longest
                                    ? json_pack("{s:I, s:i, s:i}", "ms", (json_int_t)longest_ms,
                                                "parts", longest->parts, "words", longest->words)
                                    : json_null());
    json_object_set_new_nocheck(object, "vent_completed",
                                vent ? json_boolean(!vent->interrupted_last_part) : json_null());
}

static json_t *turn_report(const struct rp_floor_metrics *m, const struct rp_floor_turn *turn)
{
    const struct rp_floor_metric_offset *offset = &m->offsets[turn->transfer - 1];
    json_t *object = json_object();
    json_object_set_new_nocheck(object, "holder",
                                json_string_nocheck(rp_floor_party_name(turn->holder)));
    set_int(object, "start_ms", turn->start_ms);
    set_int(object, "end_ms", turn->end_ms);
    set_int(object, "closed_ms", turn->closed_ms);
    set_int(object, "parts", turn->parts);
    set_int(object, "talk_ms", turn->talk_ms);
    set_int(object, "pauses_ms", turn->pauses_ms);
    set_int(object, "words", turn->words);
    set_maybe(object, "offset_ms", offset->transfer.has_offset, offset->transfer.offset_ms);
    if (offset->band != RP_FLOOR_BAND_NONE)
        json_object_set_new_nocheck(object, "band",
                                    json_string_nocheck(rp_floor_band_name(offset->band)));
    set_int(object, "backchannels", turn->backchannels);
    set_int(object, "verdicts", turn->verdicts);
    set_maybe(object, "rtt_ms", turn->rtt_ms >= 0, turn->rtt_ms);
    return object;
}

static void set_turns(json_t *object, const struct rp_floor_metrics *m)
{
    json_t *list = json_array();
    for (size_t i = 0; i < m->turns_count; i++)
        json_array_append_new(list, turn_report(m, &m->turns[i]));
    json_object_set_new_nocheck(object, "turns", list);
}

/* The sums of the floor. */

static void set_shares(json_t *object, const struct rp_floor_totals *t, bool voice)
{
    int64_t held_t = t->held_ms[RP_FLOOR_HOLDER_TRAINEE];
    int64_t held_c = t->held_ms[RP_FLOOR_HOLDER_CUSTOMER];
    int64_t said_t = voice ? t->talk_ms[RP_PARTY_TRAINEE] : t->words[RP_PARTY_TRAINEE];
    int64_t said_c = voice ? t->talk_ms[RP_PARTY_CUSTOMER] : t->words[RP_PARTY_CUSTOMER];
    set_ratio(object, "floor_share_trainee_permille", held_t, 1000, held_t + held_c);
    set_ratio(object, "floor_share_customer_permille", held_c, 1000, held_t + held_c);
    set_ratio(object, "talk_share_trainee_permille", said_t, 1000, said_t + said_c);
    set_ratio(object, "talk_share_customer_permille", said_c, 1000, said_t + said_c);
    set_int(object, "words_trainee", t->words[RP_PARTY_TRAINEE]);
    set_int(object, "words_customer", t->words[RP_PARTY_CUSTOMER]);
}

static void set_overlap(json_t *object, const struct rp_floor_totals *t)
{
    int64_t talk_ms = t->talk_ms[RP_PARTY_TRAINEE] + t->talk_ms[RP_PARTY_CUSTOMER];
    set_int(object, "overlap_ms", t->overlap_ms);
    set_int(object, "overlap_begun_by_trainee_ms", t->overlap_begun_ms[RP_PARTY_TRAINEE]);
    set_int(object, "overlap_begun_by_customer_ms", t->overlap_begun_ms[RP_PARTY_CUSTOMER]);
    set_ratio(object, "overlap_rate_permille", t->overlap_ms, 1000, talk_ms - t->overlap_ms);
    set_int(object, "silence_ms", t->silence_ms);
    set_int(object, "co_compose_ms", t->co_compose_ms);
}

static void set_excused(json_t *object, const struct rp_floor_totals *t)
{
    json_t *excused = json_object();
    set_int(excused, "collisions_simultaneous", t->collisions_simultaneous);
    set_int(excused, "collisions_latency", t->collisions_latency);
    set_int(excused, "collisions_other", t->collisions_other);
    set_int(excused, "voids", t->voids);
    set_int(excused, "graces", t->graces);
    set_int(excused, "stalls", t->stalls_excused);
    set_int(excused, "quota_left_ms", t->quota_left_ms[RP_PARTY_TRAINEE]);
    set_int(excused, "rtt_max_ms", t->rtt_max_ms);
    json_object_set_new_nocheck(object, "excused", excused);
}

json_t *rp_floor_metrics_report(const struct rp_floor_metrics *m, const struct rp_floor_totals *t,
                                bool voice)
{
    json_t *object = json_object();
    int64_t active_ms = t->session_ms - t->held_ms[RP_FLOOR_HOLDER_SUSPENDED];
    int64_t talk_ms = voice ? t->talk_ms[RP_PARTY_CUSTOMER] : t->compose_ms[RP_PARTY_CUSTOMER];
    set_int(object, "active_ms", active_ms);
    set_shares(object, t, voice);
    set_overlap(object, t);
    set_int(object, "interruptions", t->charged_interruptions);
    set_ratio(object, "interruptions_a_minute_thousandths", t->charged_interruptions, 60000 * 1000,
              active_ms);
    set_customer_turns(object, m);
    set_offsets(object, m, voice);
    set_int(object, "backchannels", m->backchannels);
    set_ratio(object, "backchannels_a_minute_thousandths", m->backchannels, 60000 * 1000, talk_ms);
    set_int(object, "chips", t->chips);
    set_int(object, "dead_air_ms", t->dead_air_ms);
    json_object_set_new_nocheck(object, "holds",
                                json_pack("{s:i, s:i, s:i}", "number", t->holds, "announced",
                                          t->holds_announced, "kept", t->holds_kept));
    json_object_set_new_nocheck(object, "repairs",
                                json_pack("{s:i, s:i, s:i}", "given_back", t->repaired, "charged",
                                          t->charged_interruptions, "waived", t->waived));
    set_excused(object, t);
    set_turns(object, m);
    return object;
}
