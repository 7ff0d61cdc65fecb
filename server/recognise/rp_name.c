#include "rp_name.h"

static bool is_any(const struct rp_reading *text, size_t at, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (rp_reading_is(text, at, words[i]))
            return true;
    return false;
}

static bool is_title(const struct rp_reading *text, size_t at)
{
    static const char *const titles[] = {"mr", "mrs", "ms", "miss", "dr"};
    return is_any(text, at, titles, RP_COUNT(titles));
}

/* "I spoke to Dana", "our Dana", "ask Dana": a person of that name, unless a comma parts them. */
static bool spoken_of_before(const struct rp_reading *text, size_t at)
{
    static const char *const words[] = {"to",    "with",  "from", "for",   "by",   "of",   "my",
                                        "our",   "about", "ask",  "asked", "tell", "told", "called",
                                        "named", "like",  "get",  "via",   "is",   "and"};
    return !text->words[at].comma_after && is_any(text, at, words, RP_COUNT(words));
}

/* "Dana in dispatch", "Dana said": spoken of as well. */
static bool spoken_of_after(const struct rp_reading *text, size_t at)
{
    static const char *const words[] = {"in",   "from", "at",       "said", "says",  "will",
                                        "is",   "was",  "has",      "told", "had",   "who",
                                        "over", "and",  "speaking", "here", "works", "on"};
    return is_any(text, at, words, RP_COUNT(words));
}

/* "Am I speaking with Jon?", "is that Tom?" ask the customer. */
static bool asks_for(const struct rp_reading *text, size_t clause_first, size_t at)
{
    static const char *const ways[] = {"speaking", "talking", "that", "this"};
    return at >= clause_first + 2 &&
           (is_any(text, at - 2, ways, RP_COUNT(ways)) ||
            (is_any(text, at - 1, ways, RP_COUNT(ways)) && rp_reading_is(text, at - 2, "is")));
}

static bool said_to_customer(const struct rp_reading *text, struct rp_clause clause, size_t first,
                             size_t last)
{
    if (clause.question && asks_for(text, clause.first, first))
        return true;
    if (first > clause.first && spoken_of_before(text, first - 1))
        return false;
    bool pause = text->words[last - 1].comma_after;
    return last == clause.last || pause || !spoken_of_after(text, last);
}

uint8_t rp_name_uses(const struct rp_reading *text, struct rp_span *span)
{
    uint8_t uses = 0;
    for (size_t c = 0; c < text->clauses_n; c++) {
        struct rp_clause clause = text->clauses[c];
        for (size_t at = clause.first; at < clause.last; at++) {
            if (text->words[at].kind != RP_WORD_NAME || text->words[at].quoted)
                continue;
            size_t first = at > clause.first && is_title(text, at - 1) ? at - 1 : at;
            size_t last = at + 1;
            while (last < clause.last && text->words[last].kind == RP_WORD_NAME)
                last++;
            if (uses < UINT8_MAX && said_to_customer(text, clause, first, last) && uses++ == 0)
                *span = rp_reading_span(text, first, last);
            at = last - 1;
        }
    }
    return uses;
}
