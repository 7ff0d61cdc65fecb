#include "rp_score.h"

enum {
    SHORT_WORDS = 12, /* a sentence that is quoted whole */
    FORBIDDEN = 2048, /* what a pattern against an accusation takes from it */
};

static uint32_t root(uint64_t n)
{
    uint64_t low = 0, high = 1u << 28;
    while (high - low > 1) {
        uint64_t middle = (low + high) / 2;
        if (middle * middle <= n)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* A sum over n features is divided by the root of n, or length alone would convince. */
static void add_buckets(const struct rp_weights *weights, const struct rp_features *features,
                        int32_t scores[RP_MOVES])
{
    int32_t sums[RP_MOVES] = {0};
    int64_t length = root((uint64_t)features->count * 4096);
    for (size_t i = 0; i < features->count; i++)
        for (size_t move = 0; move < RP_MOVES; move++)
            sums[move] += rp_weights_at(weights, features->buckets[i], move);
    for (size_t move = 0; length > 0 && move < RP_MOVES; move++)
        scores[move] += (int32_t)((int64_t)sums[move] * weights->unit[move] / length);
}

static void add_vector(const struct rp_weights *weights, const int32_t vector[RP_VECTOR_SIZE],
                       int32_t scores[RP_MOVES])
{
    int64_t sums[RP_MOVES] = {0};
    uint64_t squares = 0;
    for (size_t i = 0; i < RP_VECTOR_SIZE; i++) {
        squares += (uint64_t)((int64_t)vector[i] * vector[i]);
        for (size_t move = 0; move < RP_MOVES; move++)
            sums[move] += (int64_t)vector[i] * weights->vector[i][move];
    }
    int64_t length = root(squares * 4096);
    for (size_t move = 0; length > 0 && move < RP_MOVES; move++)
        scores[move] += (int32_t)(sums[move] / length);
}

void rp_score_part(const struct rp_weights *weights, const struct rp_features *features,
                   int32_t scores[RP_MOVES])
{
    for (size_t move = 0; move < RP_MOVES; move++)
        scores[move] = weights->bias[move];
    add_buckets(weights, features, scores);
    add_vector(weights, features->vector, scores);
    for (size_t mark = 0; mark < RP_MARKS; mark++)
        for (size_t move = 0; features->marks[mark] && move < RP_MOVES; move++)
            scores[move] += weights->marks[mark][move];
    for (size_t move = 0; move < RP_MOVES; move++)
        if (features->marks[RP_MOVES + move] && rp_move_accuses((enum rp_move)move))
            scores[move] -= FORBIDDEN;
}

void rp_score(const struct rp_weights *weights, struct rp_scores *scores,
              const struct rp_reading *text, const struct rp_hits *hits)
{
    struct rp_part parts[RP_PARTS_MAX];
    struct rp_features features;
    size_t n = rp_features_parts(text, parts);
    for (size_t i = 0; i < n; i++) {
        int32_t now[RP_MOVES];
        rp_features_read(&features, text, hits, parts[i]);
        rp_score_part(weights, &features, now);
        for (size_t move = 0; move < RP_MOVES; move++) {
            if (i > 0 && now[move] <= scores->best[move])
                continue;
            scores->best[move] = now[move];
            scores->part[move] = parts[i];
        }
    }
}

/* The run of words [first, last) with the greatest sum, inside one sentence. */
static int32_t strongest_run(const int32_t *sums, struct rp_clause clause, size_t *first,
                             size_t *last)
{
    int32_t best = 0, now = 0;
    size_t start = clause.first;
    for (size_t i = clause.first; i < clause.last; i++) {
        if (now <= 0) {
            now = 0;
            start = i;
        }
        now += sums[i];
        if (now > best) {
            best = now;
            *first = start;
            *last = i + 1;
        }
    }
    return best;
}

bool rp_score_evidence(const struct rp_weights *weights, const struct rp_reading *text,
                       struct rp_part part, enum rp_move move, struct rp_span *span)
{
    static const struct rp_hits none;
    struct rp_features features;
    int32_t sums[RP_READING_WORDS_MAX] = {0}, best = 0;
    rp_features_read(&features, text, &none, part);
    for (size_t i = 0; i < features.count; i++)
        sums[features.words[i]] += rp_weights_at(weights, features.buckets[i], move);
    for (size_t i = 0; i < text->clauses_n; i++) {
        struct rp_clause clause = text->clauses[i];
        size_t first = 0, last = 0;
        if (clause.first < part.first || clause.last > part.last)
            continue;
        int32_t sum = strongest_run(sums, clause, &first, &last);
        if (sum <= best)
            continue;
        bool whole = clause.last - clause.first <= SHORT_WORDS;
        best = sum;
        *span = whole ? rp_reading_span(text, clause.first, clause.last)
                      : rp_reading_span(text, first, last);
    }
    return best > 0;
}
