#include "rp_recognise.h"

#include "rp_case.h"
#include "rp_judge.h"
#include "rp_name.h"
#include "rp_quantity.h"
#include "rp_score.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct rp_recogniser {
    struct rp_lexicon *lexicon;
    char hash[17];
};

static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const uint8_t *byte = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ byte[i]) * 1099511628211u;
    return hash;
}

enum rp_err rp_recogniser_open(struct rp_recogniser **out)
{
    struct rp_recogniser *recogniser = calloc(1, sizeof(*recogniser));
    if (recogniser == NULL)
        return RP_ERR_STORAGE;
    enum rp_err err = rp_lexicon_open(&recogniser->lexicon);
    if (err != RP_OK) {
        free(recogniser);
        return err;
    }
    uint64_t hash = rp_lexicon_hash(14695981039346656037u);
    hash = hash_bytes(hash, &rp_weights, sizeof(rp_weights));
    snprintf(recogniser->hash, sizeof(recogniser->hash), "%016llx", (unsigned long long)hash);
    *out = recogniser;
    return RP_OK;
}

void rp_recogniser_close(struct rp_recogniser *recogniser)
{
    if (recogniser == NULL)
        return;
    rp_lexicon_close(recogniser->lexicon);
    free(recogniser);
}

const char *rp_recogniser_hash(const struct rp_recogniser *recogniser)
{
    return recogniser->hash;
}

static const struct rp_hit *hit_inside(const struct rp_reading *text, const struct rp_hits *hits,
                                       struct rp_part part, enum rp_move move)
{
    size_t begin = text->words[part.first].begin, end = text->words[part.last - 1].end;
    for (size_t i = 0; i < hits->count; i++) {
        const struct rp_hit *hit = &hits->hits[i];
        if (hit->move == move && !hit->forbids && hit->begin >= begin && hit->begin < end)
            return hit;
    }
    return NULL;
}

static struct rp_span hit_span(const struct rp_reading *text, const struct rp_hit *hit)
{
    size_t last = hit->end > hit->begin ? hit->end - 1u : hit->begin;
    return rp_reading_span(text, rp_reading_word_at(text, hit->begin),
                           rp_reading_word_at(text, last) + 1);
}

static int16_t in_hundredths(int32_t score)
{
    return (int16_t)rp_clamp((int64_t)score * 100 / 1024, INT16_MIN, INT16_MAX);
}

/* A move is credited with the words that show it, or not at all. */
static bool credit(const struct rp_reading *text, const struct rp_hits *hits,
                   const struct rp_scores *scores, enum rp_move move, struct rp_move_found *found)
{
    const struct rp_hit *hit = hit_inside(text, hits, scores->part[move], move);
    *found = (struct rp_move_found){
        .move = (uint8_t)move,
        .reason = hit != NULL ? RP_REASON_PATTERN : RP_REASON_WORDS,
        .confident = !rp_move_accuses(move) || scores->best[move] >= rp_weights.confident[move],
        .score = in_hundredths(scores->best[move] - rp_weights.found[move]),
    };
    if (hit == NULL)
        return rp_score_evidence(&rp_weights, text, scores->part[move], move, &found->span);
    found->span = hit_span(text, hit);
    return true;
}

static void put_move(struct rp_understood *out, struct rp_move_found found)
{
    if (out->moves_n < RP_UNDERSTOOD_MOVES_MAX)
        out->moves[out->moves_n++] = found;
}

static void find_moves(const struct rp_reading *text, const struct rp_hits *hits,
                       struct rp_understood *out)
{
    struct rp_scores scores;
    struct rp_span name_span;
    rp_score(&rp_weights, &scores, text, hits);
    rp_judge_doubt(scores.best);
    uint32_t moves = rp_judge(scores.best, rp_weights.found);
    out->name_uses = rp_name_uses(text, &name_span);
    for (size_t move = 0; move < RP_MOVES; move++) {
        struct rp_move_found found;
        if (move == RP_MOVE_USE_NAME && out->name_uses > 0)
            put_move(out, (struct rp_move_found){.move = RP_MOVE_USE_NAME,
                                                 .reason = RP_REASON_PATTERN,
                                                 .confident = 1,
                                                 .score = 100,
                                                 .span = name_span});
        else if ((moves & 1u << move) != 0 &&
                 credit(text, hits, &scores, (enum rp_move)move, &found))
            put_move(out, found);
    }
}

static void count_line(const struct rp_reading *text, struct rp_understood *out)
{
    out->words = text->words_n;
    for (size_t i = 0; i < text->clauses_n && out->questions < UINT8_MAX; i++)
        out->questions = (uint8_t)(out->questions + text->clauses[i].question);
    bool capitals = text->letters >= 8 && text->capitals * 10 >= text->letters * 7;
    out->shouting = capitals || text->exclamations >= 3;
}

enum rp_err rp_recognise(const struct rp_recogniser *recogniser, const struct rp_case_words *words,
                         const char *utf8, size_t length, struct rp_understood *out)
{
    struct rp_reading text;
    struct rp_hits hits = {.count = 0};
    if (words != NULL && (words->facts_n > RP_UNDERSTOOD_FACTS_MAX ||
                          words->remedies_n > RP_UNDERSTOOD_REMEDIES_MAX))
        return RP_ERR_RANGE;
    enum rp_err err = rp_reading_make(&text, words, utf8, length);
    if (err != RP_OK)
        return err;
    memset(out, 0, sizeof(*out));
    if (text.words_n == 0)
        return RP_OK;
    for (size_t i = 0; i < text.clauses_n; i++)
        rp_lexicon_match(recogniser->lexicon, &text, text.clauses[i], &hits);
    find_moves(&text, &hits, out);
    count_line(&text, out);
    rp_quantity_read(&text, out);
    if (words != NULL)
        rp_case_read(&text, words, out);
    return RP_OK;
}
