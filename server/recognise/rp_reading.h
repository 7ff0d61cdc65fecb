/* rp_reading.h: a line as the recogniser reads it: plain words in lower case, one space apart.
 *
 * Folds    case, accents, width, curly quotes, contractions ("we'll" is "we will"), chat and
 *          common misspellings, drawn-out letters; numbers, in digits or words, are one token NUM
 *          with their value; the customer's name is NAME. Punctuation is no word: it ends a
 *          sentence, or stands as a flag on the word before it; only "?" is a word of its own.
 * Owner    the caller; plain data of fixed size. What does not fit is left unread: that takes a
 *          line of compatibility characters that unfold to several letters each.
 * Spans    every word knows the bytes of the sent line that it came from.
 * Errors   RP_ERR_MALFORMED, RP_ERR_TOO_LARGE as rp_recognise.h says.
 */
#pragma once

#include "rp_recognise.h"

enum {
    RP_READING_BYTES_MAX = 12288,
    RP_READING_WORDS_MAX = 2400,
    RP_READING_CLAUSES_MAX = 160,
};

enum rp_word_kind {
    RP_WORD_PLAIN = 0,
    RP_WORD_NUMBER, /* value in hundredths; the word "one" is plain and has a value too */
    RP_WORD_CLOCK,  /* "10:30": value is the hour * 100 + minutes */
    RP_WORD_NAME,
};

struct rp_word {
    uint16_t begin, end; /* in text->bytes */
    struct rp_span source;
    int32_t value; /* -1 when it has none */
    uint8_t kind;  /* enum rp_word_kind */
    bool spelled;  /* a number in words: the next word may belong to it */
    bool comma_after;
    bool quoted; /* between double quotes: words of somebody else */
};

/* Words [first, last) of one sentence, cut at RP_CLAUSE_BYTES_MAX. */
struct rp_clause {
    uint16_t first, last;
    bool question;
};

struct rp_reading {
    char bytes[RP_READING_BYTES_MAX];
    uint16_t bytes_n;
    uint16_t words_n;
    uint16_t clauses_n;
    uint16_t capitals, letters; /* of the line as sent */
    uint16_t exclamations;
    struct rp_word words[RP_READING_WORDS_MAX];
    struct rp_clause clauses[RP_READING_CLAUSES_MAX];
};

enum rp_err rp_reading_make(struct rp_reading *text, const struct rp_case_words *names,
                            const char *utf8, size_t length);

/* Whether word `at` of the text is exactly `wanted`. */
bool rp_reading_is(const struct rp_reading *text, size_t at, const char *wanted);

/* The source bytes that words [first, last) came from; at least one word. */
struct rp_span rp_reading_span(const struct rp_reading *text, size_t first, size_t last);

/* The word that byte `offset` of text->bytes belongs to (a space belongs to the word before). */
size_t rp_reading_word_at(const struct rp_reading *text, size_t offset);
