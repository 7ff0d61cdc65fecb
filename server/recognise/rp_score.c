#include "rp_score.h"

#include <string.h>

static uint32_t root(uint64_t n)
{
    uint64_t low = 0, high = 1u << 20;
    while (high - low > 1) {
        uint64_t middle = (low + high) / 2;
        if (middle * middle <= n)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static void score_stretch(const struct rp_features *features, int32_t scores[RP_MOVES])
{
    int32_t sums[RP_MOVES] = {0};
    for (size_t i = 0; i < features->count; i++)
        for (size_t move = 0; move < RP_MOVES; move++)
            sums[move] += rp_weights_at(features->buckets[i], move);

    /* A sum over n features is divided by the root of n, or length alone would convince. */
    int64_t length = root((uint64_t)features->count * 4096);
    for (size_t move = 0; move < RP_MOVES; move++) {
        int64_t learned = (int64_t)sums[move] * rp_weights.unit[move] / length;
        scores[move] = rp_weights.bias[move] + (int32_t)learned;
    }
    for (size_t mark = 0; mark < RP_MARKS; mark++)
        for (size_t move = 0; features->marks[mark] && move < RP_MOVES; move++)
            scores[move] += rp_weights.marks[mark][move];
}

void rp_score(struct rp_scores *scores, const struct rp_reading *text, const struct rp_hits *hits)
{
    struct rp_stretch stretches[RP_STRETCHES_MAX];
    struct rp_features features;
    size_t n = rp_features_stretches(text, stretches);
    for (size_t i = 0; i < n; i++) {
        int32_t now[RP_MOVES];
        rp_features_read(&features, text, hits, stretches[i]);
        score_stretch(&features, now);
        for (size_t move = 0; move < RP_MOVES; move++) {
            if (i > 0 && now[move] <= scores->best[move])
                continue;
            scores->best[move] = now[move];
            scores->stretch[move] = stretches[i];
        }
    }
}

/* The run of words with the greatest sum. */
static bool strongest_run(const int32_t *sums, size_t n, size_t *first, size_t *last)
{
    int32_t best = 0, now = 0;
    size_t start = 0;
    for (size_t i = 0; i < n; i++) {
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
    return best > 0;
}

bool rp_score_evidence(const struct rp_reading *text, struct rp_stretch stretch, enum rp_move move,
                       struct rp_span *span)
{
    static const struct rp_hits none;
    struct rp_features features;
    int32_t sums[RP_READING_WORDS_MAX] = {0};
    size_t first = 0, last = 0;
    rp_features_read(&features, text, &none, stretch);
    for (size_t i = 0; i < features.count; i++)
        sums[features.words[i]] += rp_weights_at(features.buckets[i], move);
    if (!strongest_run(sums + stretch.first, (size_t)(stretch.last - stretch.first), &first, &last))
        return false;
    *span = rp_reading_span(text, stretch.first + first, stretch.first + last);
    return true;
}
