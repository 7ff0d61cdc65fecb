#include "rp_features.h"

#include <stdlib.h>
#include <string.h>

enum {
    PART_WORDS = 40,
    LETTERS_MIN = 3,
    LETTERS_MAX = 5,
};

/* Words that do the same work in a line; in byte order. */
static const struct class_word {
    const char *word;
    uint8_t class;
} class_words[] = {
#include "rp_classes_table.inc"
};

struct key {
    const char *word;
    size_t length;
};

static int compare(const void *wanted, const void *entry)
{
    const struct key *key = wanted;
    const struct class_word *class_word = entry;
    int order = strncmp(key->word, class_word->word, key->length);
    return order != 0 ? order : -(class_word->word[key->length] != '\0');
}

static uint8_t class_of(const char *word, size_t length)
{
    struct key key = {word, length};
    const struct class_word *found =
        bsearch(&key, class_words, RP_COUNT(class_words), sizeof(class_words[0]), compare);
    return found == NULL ? 0 : found->class;
}

static uint32_t hash(uint32_t seed, const char *bytes, size_t length)
{
    uint32_t h = seed;
    for (size_t i = 0; i < length; i++)
        h = (h ^ (uint8_t)bytes[i]) * 16777619u;
    return (h ^ 0xFFu) * 16777619u;
}

static void put(struct rp_features *features, uint32_t h, size_t word)
{
    h ^= h >> 15;
    h *= 2246822519u;
    h ^= h >> 13;
    uint32_t bucket = h % RP_BUCKETS;
    uint32_t bit = 1u << (bucket % 32);
    if (features->count == RP_FEATURES_MAX || (features->seen[bucket / 32] & bit) != 0)
        return;
    features->seen[bucket / 32] |= bit;
    features->buckets[features->count] = (uint16_t)bucket;
    features->words[features->count++] = (uint16_t)word;
}

static const uint32_t SEED_WORDS = 0x811C9DC5u, SEED_CLASSES = 0x2545F491u,
                      SEED_LETTERS = 0x5BD1E995u, SEED_FACTS = 0x1B873593u;

static uint32_t word_hash(const struct rp_reading *text, size_t at, bool classes)
{
    const struct rp_word *word = &text->words[at];
    const char *bytes = text->bytes + word->begin;
    size_t length = (size_t)(word->end - word->begin);
    if (word->quoted)
        return hash(SEED_FACTS, "quoted", 6);
    uint8_t class = classes ? class_of(bytes, length) : 0;
    if (class != 0)
        return hash(SEED_CLASSES, (const char *)&class, 1);
    return hash(SEED_WORDS, bytes, length);
}

/* 1- to 3-grams with the borders of the part as words of their own. */
static void put_words(struct rp_features *features, const struct rp_reading *text,
                      struct rp_part part, bool classes)
{
    uint32_t before = hash(SEED_FACTS, "^", 1), before2 = 0;
    uint32_t seed = classes ? SEED_CLASSES : SEED_WORDS;
    for (size_t at = part.first; at <= part.last; at++) {
        bool border = at == part.last;
        size_t word = border ? at - 1 : at;
        uint32_t h = border ? hash(SEED_FACTS, "$", 1) : word_hash(text, at, classes);
        if (!border)
            put(features, seed ^ h, word);
        put(features, seed ^ (before * 31u + h * 7u), at == part.first ? word : word - !border);
        if (before2 != 0)
            put(features, seed ^ (before2 * 961u + before * 37u + h * 11u), word);
        before2 = before;
        before = h;
    }
}

static void put_letters(struct rp_features *features, const struct rp_reading *text, size_t at)
{
    const struct rp_word *word = &text->words[at];
    size_t length = (size_t)(word->end - word->begin);
    char spaced[64];
    if (word->quoted || length + 2 > sizeof(spaced))
        return;
    spaced[0] = ' ';
    memcpy(spaced + 1, text->bytes + word->begin, length);
    spaced[length + 1] = ' ';
    for (size_t n = LETTERS_MIN; n <= LETTERS_MAX; n++)
        for (size_t i = 0; i + n <= length + 2; i++)
            put(features, hash(SEED_LETTERS, spaced + i, n), at);
}

static void put_fact(struct rp_features *features, const char *fact, size_t word)
{
    put(features, hash(SEED_FACTS, fact, strlen(fact)), word);
}

static void put_facts(struct rp_features *features, const struct rp_reading *text,
                      struct rp_part part)
{
    static const char *const sizes[] = {"1", "2", "3-4", "5-7", "8-12", "13-20", "21-"};
    static const size_t tops[] = {1, 2, 4, 7, 12, 20, SIZE_MAX};
    size_t size = 0, words = (size_t)(part.last - part.first);
    while (words > tops[size])
        size++;
    put_fact(features, sizes[size], part.first);
    if (part.question)
        put_fact(features, "question", part.first);
    if (part.first == 0)
        put_fact(features, "opens", part.first);
    if (part.last == text->words_n)
        put_fact(features, "ends", part.last - 1u);
    for (size_t at = part.first; at < part.last; at++) {
        if (rp_reading_is(text, at, "$"))
            put_fact(features, "money", at);
        if (text->words[at].kind == RP_WORD_NUMBER)
            put_fact(features, "number", at);
    }
}

static void put_marks(struct rp_features *features, const struct rp_reading *text,
                      const struct rp_hits *hits, struct rp_part part)
{
    size_t begin = text->words[part.first].begin, end = text->words[part.last - 1].end;
    memset(features->marks, 0, sizeof(features->marks));
    for (size_t i = 0; i < hits->count; i++) {
        const struct rp_hit *hit = &hits->hits[i];
        if (hit->begin >= begin && hit->begin < end)
            features->marks[hit->move + (hit->forbids ? RP_MOVES : 0)] = true;
    }
}

static void put_vector(struct rp_features *features, const struct rp_reading *text,
                       struct rp_part part)
{
    memset(features->vector, 0, sizeof(features->vector));
    for (size_t at = part.first; at < part.last; at++) {
        const struct rp_word *word = &text->words[at];
        if (!word->quoted)
            rp_vectors_add(features->vector, text->bytes + word->begin,
                           (size_t)(word->end - word->begin));
    }
}

void rp_features_read(struct rp_features *features, const struct rp_reading *text,
                      const struct rp_hits *hits, struct rp_part part)
{
    features->count = 0;
    memset(features->seen, 0, sizeof(features->seen));
    put_words(features, text, part, false);
    put_words(features, text, part, true);
    for (size_t at = part.first; at < part.last; at++)
        put_letters(features, text, at);
    put_facts(features, text, part);
    put_marks(features, text, hits, part);
    put_vector(features, text, part);
}

/* A long line is judged by groups of sentences: in a wall of text one move would drown. */
size_t rp_features_parts(const struct rp_reading *text, struct rp_part parts[RP_PARTS_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < text->clauses_n; i++) {
        struct rp_clause clause = text->clauses[i];
        bool fits = n > 0 && (clause.last - parts[n - 1].first <= PART_WORDS || n == RP_PARTS_MAX);
        if (!fits)
            parts[n++].first = clause.first;
        parts[n - 1].last = clause.last;
        parts[n - 1].question = clause.question;
    }
    return n;
}
