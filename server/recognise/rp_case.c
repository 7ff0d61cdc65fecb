#include "rp_case.h"

#include <string.h>

#include "rp_quantity.h"

enum {
    FIGURES_MAX = 48,
    HALF_DAY = 720,  /* minutes */
    HOUR_MAX = 2400, /* 24, in hundredths */
    FACTS_OF_A_SUMMARY = 3,
    ENDING_STEM_MIN = 4, /* shorter words are other words with an ending: "for", "former" */
};

/* Words [first, last) of the line. */
struct part {
    size_t first, last;
};

struct figure {
    struct rp_quantity quantity;
    struct part at;
};

struct line {
    const struct rp_reading *text;
    struct figure figures[FIGURES_MAX];
    size_t figures_n;
    struct rp_reading literal; /* the one being looked for: each is read once a line */
    bool exact;                /* it has a hyphen: no quantity, no other ending */
    bool is_quantity;
    struct rp_quantity wanted; /* the literal as one quantity */
};

/* What each sentence of the line says of one group of literals. */
struct answers {
    bool hit[RP_READING_CLAUSES_MAX];
    bool wrong[RP_READING_CLAUSES_MAX]; /* a figure of the right kind and another size */
    bool any;
};

/* The same over all groups of a fact. */
struct tally {
    uint8_t hits[RP_READING_CLAUSES_MAX], wrong[RP_READING_CLAUSES_MAX];
    size_t told; /* groups that some sentence hits */
};

static void read_figures(struct line *line)
{
    const struct rp_reading *text = line->text;
    for (size_t i = 0; i < text->clauses_n; i++) {
        size_t end = text->clauses[i].last, behind;
        for (size_t at = text->clauses[i].first; at < end && line->figures_n < FIGURES_MAX;) {
            struct figure *figure = &line->figures[line->figures_n];
            if (rp_quantity_at(text, at, end, &figure->quantity, &behind)) {
                figure->at = (struct part){at, behind};
                line->figures_n++;
                at = behind;
            } else {
                at++;
            }
        }
    }
}

/* Whether one may stand for the other: a bare number for an amount, a share or an hour. */
static bool same_kind(const struct rp_quantity *said, const struct rp_quantity *wanted)
{
    if (said->kind == wanted->kind)
        return true;
    bool bare = said->kind == RP_QUANTITY_NUMBER || wanted->kind == RP_QUANTITY_NUMBER;
    const struct rp_quantity *number = said->kind == RP_QUANTITY_NUMBER ? said : wanted;
    const struct rp_quantity *other = number == said ? wanted : said;
    if (other->kind == RP_QUANTITY_TIME)
        return bare && number->value <= HOUR_MAX;
    return bare && (other->kind == RP_QUANTITY_MONEY || other->kind == RP_QUANTITY_PERCENT);
}

static int64_t as_clock(const struct rp_quantity *quantity)
{
    int64_t minutes =
        quantity->kind == RP_QUANTITY_NUMBER ? quantity->value * 60 / 100 : quantity->value;
    return minutes % HALF_DAY;
}

static bool same_size(const struct rp_quantity *said, const struct rp_quantity *wanted)
{
    bool clock = said->kind == RP_QUANTITY_TIME || wanted->kind == RP_QUANTITY_TIME;
    if (!clock)
        return said->value == wanted->value;
    return as_clock(said) == as_clock(wanted);
}

static bool inside(struct part inner, struct part outer)
{
    return inner.first >= outer.first && inner.last <= outer.last;
}

static bool says_quantity(const struct line *line, struct part part, bool *wrong)
{
    for (size_t i = 0; i < line->figures_n; i++) {
        const struct rp_quantity *said = &line->figures[i].quantity;
        if (!inside(line->figures[i].at, part) || !same_kind(said, &line->wanted))
            continue;
        if (same_size(said, &line->wanted))
            return true;
        *wrong = true;
    }
    return false;
}

static bool is_ending(const char *bytes, size_t length)
{
    static const char *const endings[] = {"", "s", "es", "'s", "d", "ed", "ing", "ly"};
    for (size_t i = 0; i < RP_COUNT(endings); i++)
        if (strlen(endings[i]) == length && memcmp(endings[i], bytes, length) == 0)
            return true;
    return false;
}

static bool same_word(const struct line *line, size_t at, size_t word)
{
    const struct rp_reading *text = line->text, *literal = &line->literal;
    const struct rp_word *said = &text->words[at], *wanted = &literal->words[word];
    if (said->kind != RP_WORD_PLAIN || wanted->kind != RP_WORD_PLAIN)
        return said->kind == wanted->kind && said->value == wanted->value;
    size_t said_n = (size_t)(said->end - said->begin);
    size_t wanted_n = (size_t)(wanted->end - wanted->begin);
    const char *bytes = text->bytes + said->begin;
    if (said_n < wanted_n || memcmp(bytes, literal->bytes + wanted->begin, wanted_n) != 0)
        return false;
    return said_n == wanted_n || (!line->exact && wanted_n >= ENDING_STEM_MIN &&
                                  is_ending(bytes + wanted_n, said_n - wanted_n));
}

static bool says_words(const struct line *line, struct part part)
{
    size_t n = line->literal.words_n;
    for (size_t at = part.first; n > 0 && at + n <= part.last; at++) {
        size_t same = 0;
        while (same < n && same_word(line, at + same, same))
            same++;
        if (same == n)
            return true;
    }
    return false;
}

/* False when the literal cannot be read: it is then never said. */
static bool read_literal(struct line *line, const char *literal)
{
    size_t behind;
    if (rp_reading_make(&line->literal, NULL, literal, strlen(literal)) != RP_OK)
        return false;
    size_t words = line->literal.words_n;
    line->exact = strchr(literal, '-') != NULL;
    line->is_quantity = !line->exact &&
                        rp_quantity_at(&line->literal, 0, words, &line->wanted, &behind) &&
                        behind == words;
    return words > 0;
}

static void ask(struct line *line, const struct rp_words *words, struct answers *answers)
{
    const struct rp_reading *text = line->text;
    memset(answers, 0, sizeof(*answers));
    for (size_t i = 0; i < words->count; i++) {
        if (!read_literal(line, words->words[i]))
            continue;
        for (size_t c = 0; c < text->clauses_n; c++) {
            struct part part = {text->clauses[c].first, text->clauses[c].last};
            bool hit = (line->is_quantity && says_quantity(line, part, &answers->wrong[c])) ||
                       says_words(line, part);
            answers->hit[c] = answers->hit[c] || hit;
            answers->any = answers->any || hit;
        }
    }
}

static void ask_groups(struct line *line, const struct rp_groups *groups, struct tally *tally)
{
    struct answers answers;
    memset(tally, 0, sizeof(*tally));
    for (size_t i = 0; i < groups->count; i++) {
        ask(line, &groups->groups[i], &answers);
        tally->told += answers.any;
        for (size_t c = 0; c < line->text->clauses_n; c++) {
            tally->hits[c] = (uint8_t)(tally->hits[c] + answers.hit[c]);
            tally->wrong[c] = (uint8_t)(tally->wrong[c] + (answers.wrong[c] && !answers.hit[c]));
        }
    }
}

static bool touches(const struct rp_reading *text, struct rp_clause clause,
                    const struct rp_understood *out, enum rp_move move)
{
    const struct rp_move_found *found = rp_understood_move(out, move);
    struct rp_span span = rp_reading_span(text, clause.first, clause.last);
    return found != NULL && found->span.begin < span.end && found->span.end > span.begin;
}

static bool says_one_of(const struct rp_reading *text, struct rp_clause clause,
                        const char *const *wanted, size_t count)
{
    for (size_t at = clause.first; at < clause.last; at++)
        for (size_t i = 0; i < count; i++)
            if (rp_reading_is(text, at, wanted[i]))
                return true;
    return false;
}

/* Many who type a question leave its mark out, and "tell me how" is one as well. */
static bool is_question(const struct rp_reading *text, struct rp_clause clause,
                        const struct rp_understood *out)
{
    static const char *const begin[] = {"what", "when", "where", "who", "whose",
                                        "why",  "how",  "which", "did", "do",
                                        "does", "is",   "are",   "was", "were"};
    struct rp_clause first = {clause.first, (uint16_t)(clause.first + 1), false};
    return clause.question || touches(text, clause, out, RP_MOVE_CLARIFY) ||
           touches(text, clause, out, RP_MOVE_ENCOURAGE) ||
           says_one_of(text, first, begin, RP_COUNT(begin));
}

/* Who asks what there is to be asked means no harm, whatever it sounds like. */
static void spare(const struct rp_reading *text, struct rp_clause clause, struct rp_understood *out)
{
    struct rp_span span = rp_reading_span(text, clause.first, clause.last);
    for (size_t i = 0; i < out->moves_n; i++) {
        struct rp_move_found *found = &out->moves[i];
        bool harms = found->move == RP_MOVE_RUDE || found->move == RP_MOVE_ARGUE;
        if (harms && found->span.begin < span.end && found->span.end > span.begin)
            found->confident = 0;
    }
}

/* A sentence that gives the story back may look like an offer: "you lost two hundred dollars". */
static bool only_offers(const struct rp_reading *text, struct rp_clause clause,
                        const struct rp_understood *out)
{
    return touches(text, clause, out, RP_MOVE_OFFER_SPECIFIC) &&
           !touches(text, clause, out, RP_MOVE_SUMMARY);
}

/* Sets the fact's bits; returns the share of its groups that an apology hits, in percent. */
static size_t read_fact(struct line *line, const struct rp_fact_words *fact, uint32_t bit,
                        struct rp_understood *out)
{
    const struct rp_reading *text = line->text;
    size_t groups = fact->match.count;
    struct answers cues;
    struct tally tally;
    size_t named = 0;
    ask(line, &fact->cues, &cues);
    ask_groups(line, &fact->match, &tally);
    if (groups > 0 && tally.told == groups)
        out->told |= bit;
    for (size_t c = 0; c < text->clauses_n; c++) {
        struct rp_clause clause = text->clauses[c];
        size_t hits = tally.hits[c], wrong = tally.wrong[c];
        bool asks = is_question(text, clause, out);
        if (asks && cues.hit[c]) {
            out->asked |= bit;
            spare(text, clause, out);
        }
        if (!asks && !only_offers(text, clause, out) && wrong > 0 && hits > 0 &&
            hits + wrong == groups)
            out->contradicted |= bit;
        if (hits > 0 && touches(text, clause, out, RP_MOVE_APOLOGY_SPECIFIC))
            named = (size_t)rp_max((int64_t)named, (int64_t)(hits * 100 / groups));
    }
    return named;
}

static void read_facts(struct line *line, const struct rp_case_words *words,
                       struct rp_understood *out)
{
    size_t named[RP_UNDERSTOOD_FACTS_MAX], most = 50;
    for (size_t f = 0; f < words->facts_n; f++) {
        named[f] = read_fact(line, &words->facts[f], 1u << f, out);
        most = (size_t)rp_max((int64_t)most, (int64_t)named[f]);
    }
    for (size_t f = 0; f < words->facts_n; f++)
        if (named[f] == most)
            out->apology_for |= 1u << f;
}

static unsigned count_bits(uint32_t set)
{
    unsigned count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

/* Keeps the order of the moves. */
static void add_move(struct rp_understood *out, enum rp_move move, struct rp_span span)
{
    size_t at = out->moves_n;
    if (at == RP_UNDERSTOOD_MOVES_MAX)
        return;
    for (; at > 0 && out->moves[at - 1].move > move; at--)
        out->moves[at] = out->moves[at - 1];
    out->moves[at] = (struct rp_move_found){
        .move = (uint8_t)move, .reason = RP_REASON_PATTERN, .confident = 1, .span = span};
    out->moves_n++;
}

/* "I will get the nurse", "a taxi will be here": somebody on this side does it. */
static bool promises(const struct rp_reading *text, struct rp_clause clause)
{
    static const char *const us[] = {"i", "we", "our", "let", "will", "here", "done"};
    static const char *const do_it[] = {"will", "can", "could", "would", "shall", "am",
                                        "have", "are", "let",   "is",    "should"};
    static const char *const not_it[] = {"not",    "no",     "never", "nothing",
                                         "cannot", "nobody", "sorry"};
    return says_one_of(text, clause, us, RP_COUNT(us)) &&
           says_one_of(text, clause, do_it, RP_COUNT(do_it)) &&
           !says_one_of(text, clause, not_it, RP_COUNT(not_it));
}

static bool found_any(const struct rp_understood *out, const enum rp_move *moves, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rp_understood_move(out, moves[i]))
            return true;
    return false;
}

/* Whoever tells most of the story back sums it up, also where the words alone do not show it. */
static void add_summary(const struct rp_reading *text, struct rp_understood *out)
{
    static const enum rp_move other[] = {
        RP_MOVE_SUMMARY,   RP_MOVE_APOLOGY_SPECIFIC,   RP_MOVE_OFFER_SPECIFIC,
        RP_MOVE_FOLLOW_UP, RP_MOVE_HANDOVER_ANNOUNCED, RP_MOVE_BLAME_CUSTOMER,
        RP_MOVE_ARGUE,     RP_MOVE_NEGATIVE_POLICY};
    if (count_bits(out->told) >= FACTS_OF_A_SUMMARY && !found_any(out, other, RP_COUNT(other)))
        add_move(out, RP_MOVE_SUMMARY, rp_reading_span(text, 0, text->words_n));
}

/* And whoever promises what helps offers it, however plainly: "I'll get the nurse." */
static void add_offer(const struct rp_reading *text, const bool *names_remedy,
                      struct rp_understood *out)
{
    static const enum rp_move other[] = {RP_MOVE_OFFER_SPECIFIC, RP_MOVE_NEGATIVE_POLICY,
                                         RP_MOVE_BLAME_CUSTOMER};
    static const char *const us[] = {"i", "we"}, *const will[] = {"will", "let"};
    bool sums_up = rp_understood_move(out, RP_MOVE_SUMMARY) && count_bits(out->told) > 1;
    if (sums_up || found_any(out, other, RP_COUNT(other)))
        return;
    for (size_t c = 0; c < text->clauses_n; c++) {
        struct rp_clause clause = text->clauses[c];
        bool asks =
            touches(text, clause, out, RP_MOVE_CLARIFY) ||
            touches(text, clause, out, RP_MOVE_APOLOGY_SPECIFIC) ||
            (clause.question && out->asked && !says_one_of(text, clause, us, RP_COUNT(us))) ||
            (touches(text, clause, out, RP_MOVE_EMPATHY) &&
             !says_one_of(text, clause, will, RP_COUNT(will)));
        if (names_remedy[c] && !asks && promises(text, clause)) {
            add_move(out, RP_MOVE_OFFER_SPECIFIC, rp_reading_span(text, clause.first, clause.last));
            return;
        }
    }
}

void rp_case_read(const struct rp_reading *text, const struct rp_case_words *words,
                  struct rp_understood *out)
{
    struct line line; /* large: only what is read is set */
    line.text = text;
    line.figures_n = 0;
    struct tally tally;
    read_figures(&line);
    read_facts(&line, words, out);
    bool names_remedy[RP_READING_CLAUSES_MAX] = {false};
    for (size_t r = 0; r < words->remedies_n; r++) {
        ask_groups(&line, &words->remedies[r], &tally);
        if (words->remedies[r].count == 0 || tally.told < words->remedies[r].count)
            continue;
        out->remedies |= 1u << r;
        for (size_t c = 0; c < text->clauses_n; c++)
            names_remedy[c] = names_remedy[c] || tally.hits[c] > 0;
    }
    add_summary(text, out);
    add_offer(text, names_remedy, out);
}
