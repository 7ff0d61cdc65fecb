#define PCRE2_CODE_UNIT_WIDTH 8
#include "rp_lexicon.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum {
    PATTERN_BYTES_MAX = 32768,
    LITERALS_MAX = 1024,
    MATCH_LIMIT = 20000,
    DEPTH_LIMIT = 2000,
    HEAP_LIMIT_KIB = 2048,
};

static const struct {
    const char *name, *pattern;
} word_lists[] = {
#include "rp_lexicon_words.inc"
};

static const struct {
    uint8_t move;
    char sign;
    const char *literals, *pattern;
} entries[] = {
#include "rp_lexicon_table.inc"
};

struct rp_lexicon {
    pcre2_code *codes[RP_COUNT(entries)];
    pcre2_match_context *limits;
    bool prefilter;
};

static const char *word_list(const char *name, size_t length)
{
    for (size_t i = 0; i < RP_COUNT(word_lists); i++)
        if (strlen(word_lists[i].name) == length && memcmp(word_lists[i].name, name, length) == 0)
            return word_lists[i].pattern;
    RP_CHECK(false); /* a pattern names a word list that does not exist */
    return NULL;
}

struct writer {
    char bytes[PATTERN_BYTES_MAX];
    size_t n;
};

static void put(struct writer *writer, const char *bytes, size_t length)
{
    RP_CHECK(writer->n + length < sizeof(writer->bytes));
    memcpy(writer->bytes + writer->n, bytes, length);
    writer->n += length;
}

static void put_text(struct writer *writer, const char *text)
{
    put(writer, text, strlen(text));
}

/* Spells out word lists and gaps, and holds the pattern to whole words. */
static void spell_out(struct writer *writer, const char *pattern)
{
    writer->n = 0;
    put_text(writer, "(?<!\\S)(?:");
    for (const char *c = pattern; *c != '\0'; c++) {
        if (*c == '{' && c[1] >= 'a' && c[1] <= 'z') {
            size_t length = strcspn(c + 1, "}");
            put_text(writer, word_list(c + 1, length));
            c += length + 1;
        } else if (c[0] == '_' && c[1] == '_') {
            put_text(writer, "(?:\\S+ ){0,8}");
            c++;
        } else if (*c == '_') {
            put_text(writer, "(?:\\S+ ){0,3}");
        } else {
            put(writer, c, 1);
        }
    }
    put_text(writer, ")(?!\\S)");
}

static pcre2_code *compiled(const char *pattern)
{
    struct writer writer;
    spell_out(&writer, pattern);
    int error = 0;
    size_t where = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)writer.bytes, writer.n,
                                     PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_UTF, &error, &where, NULL);
    RP_CHECK(code != NULL || error == PCRE2_ERROR_NOMEMORY);
    if (code != NULL)
        (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); /* without it the same hits, slower */
    return code;
}

enum rp_err rp_lexicon_open(struct rp_lexicon **out)
{
    struct rp_lexicon *lexicon = calloc(1, sizeof(*lexicon));
    if (lexicon == NULL)
        return RP_ERR_STORAGE;
    lexicon->prefilter = true;
    lexicon->limits = pcre2_match_context_create(NULL);
    bool complete = lexicon->limits != NULL;
    for (size_t i = 0; complete && i < RP_COUNT(entries); i++) {
        lexicon->codes[i] = compiled(entries[i].pattern);
        complete = lexicon->codes[i] != NULL;
    }
    if (!complete) {
        rp_lexicon_close(lexicon);
        return RP_ERR_STORAGE;
    }
    pcre2_set_match_limit(lexicon->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(lexicon->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(lexicon->limits, HEAP_LIMIT_KIB);
    *out = lexicon;
    return RP_OK;
}

void rp_lexicon_close(struct rp_lexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    for (size_t i = 0; i < RP_COUNT(entries); i++)
        pcre2_code_free(lexicon->codes[i]);
    pcre2_match_context_free(lexicon->limits);
    free(lexicon);
}

static uint64_t hash_text(uint64_t hash, const char *text)
{
    do
        hash = (hash ^ (uint8_t)*text) * 1099511628211u;
    while (*text++ != '\0');
    return hash;
}

uint64_t rp_lexicon_hash(uint64_t hash)
{
    for (size_t i = 0; i < RP_COUNT(word_lists); i++)
        hash = hash_text(hash_text(hash, word_lists[i].name), word_lists[i].pattern);
    for (size_t i = 0; i < RP_COUNT(entries); i++) {
        hash = (hash ^ entries[i].move ^ (uint8_t)entries[i].sign) * 1099511628211u;
        hash = hash_text(hash_text(hash, entries[i].literals), entries[i].pattern);
    }
    return hash;
}

void rp_lexicon_set_prefilter(struct rp_lexicon *lexicon, bool on)
{
    lexicon->prefilter = on;
}

static bool holds(const char *bytes, size_t length, const char *literal, size_t literal_length)
{
    const char *end = bytes + length;
    for (const char *at = bytes; (size_t)(end - at) >= literal_length; at++) {
        at = memchr(at, literal[0], (size_t)(end - at) - literal_length + 1);
        if (at == NULL)
            return false;
        if (memcmp(at, literal, literal_length) == 0)
            return true;
    }
    return false;
}

static bool holds_any(const char *bytes, size_t length, const char *literals)
{
    while (*literals != '\0') {
        size_t n = strcspn(literals, " ");
        if (holds(bytes, length, literals, n))
            return true;
        literals += n + (literals[n] == ' ');
    }
    return false;
}

static bool forbidden(const struct rp_hits *hits, size_t from, uint8_t move)
{
    for (size_t i = from; i < hits->count; i++)
        if (hits->hits[i].forbids && hits->hits[i].move == move)
            return true;
    return false;
}

static void drop_forbidden(struct rp_hits *hits, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < hits->count; i++)
        if (hits->hits[i].forbids || !forbidden(hits, from, hits->hits[i].move))
            hits->hits[kept++] = hits->hits[i];
    hits->count = (uint16_t)kept;
}

void rp_lexicon_match(const struct rp_lexicon *lexicon, const struct rp_reading *text,
                      struct rp_clause clause, struct rp_hits *hits)
{
    size_t begin = text->words[clause.first].begin, from = hits->count;
    size_t length = text->words[clause.last - 1].end - begin;
    const char *bytes = text->bytes + begin;
    pcre2_match_data *match = pcre2_match_data_create(1, NULL);
    for (size_t i = 0; match != NULL && i < RP_COUNT(entries) && hits->count < RP_HITS_MAX; i++) {
        if (lexicon->prefilter && !holds_any(bytes, length, entries[i].literals))
            continue;
        if (pcre2_match(lexicon->codes[i], (PCRE2_SPTR)bytes, length, 0, 0, match,
                        lexicon->limits) < 0)
            continue;
        const size_t *at = pcre2_get_ovector_pointer(match);
        if (text->words[rp_reading_word_at(text, begin + at[0])].quoted)
            continue;
        hits->hits[hits->count++] =
            (struct rp_hit){entries[i].move, entries[i].sign == '-', (uint16_t)(begin + at[0]),
                            (uint16_t)(begin + at[1])};
    }
    pcre2_match_data_free(match);
    drop_forbidden(hits, from);
}
