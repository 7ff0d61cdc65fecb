#include "rp_quantity.h"

enum { HOUR = 60, HALF_DAY = 12 * HOUR, DAY = 24 * HOUR };

/* A place in a sentence: word `at`, and where the sentence ends. */
struct place {
    const struct rp_reading *text;
    size_t at, end;
};

struct word_value {
    const char *word;
    int32_t value;
};

static struct place moved(struct place place, size_t words)
{
    place.at += words;
    return place;
}

static bool is(struct place place, size_t ahead, const char *word)
{
    return place.at + ahead < place.end && rp_reading_is(place.text, place.at + ahead, word);
}

static bool is_any(struct place place, size_t ahead, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is(place, ahead, words[i]))
            return true;
    return false;
}

/* The value of a listed word, or -1. */
static int32_t listed(struct place place, size_t ahead, const struct word_value *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is(place, ahead, list[i].word))
            return list[i].value;
    return -1;
}

/* A number in hundredths, or -1. "One" has a value and is a word all the same. */
static int32_t number(struct place place, size_t ahead)
{
    if (place.at + ahead >= place.end)
        return -1;
    const struct rp_word *word = &place.text->words[place.at + ahead];
    return word->kind == RP_WORD_CLOCK ? -1 : word->value;
}

/* An amount, counted and joined: "two", "a", "half a", "two and a half"; words read, or 0. */
static size_t read_count(struct place place, int32_t *hundredths)
{
    size_t n = 1;
    *hundredths = number(place, 0);
    if (is(place, 0, "a") && is(place, 1, "couple")) {
        *hundredths = 200;
        return is(place, 2, "of") ? 3 : 2;
    }
    if (is(place, 0, "half") && (is(place, 1, "a") || is(place, 1, "an"))) {
        *hundredths = 50;
        return 2;
    }
    if (is(place, 0, "a") || is(place, 0, "an")) {
        *hundredths = number(place, 1) > 100 ? number(place, 1) : 100;
        n = number(place, 1) > 100 ? 2 : 1;
    }
    if (*hundredths < 0)
        return 0;
    if (is(place, n, "and") && is(place, n + 1, "a") && is(place, n + 2, "half")) {
        *hundredths += 50;
        n += 3;
    }
    return n;
}

/* "fifty cents" is 50 of the smallest unit, "five pounds" 500. */
static int32_t coin(struct place place, size_t ahead)
{
    static const struct word_value coins[] = {
        {"dollar", 100}, {"dollars", 100}, {"buck", 100}, {"bucks", 100}, {"usd", 100},
        {"pound", 100},  {"pounds", 100},  {"quid", 100}, {"gbp", 100},   {"euro", 100},
        {"euros", 100},  {"eur", 100},     {"$", 100},    {"cent", 1},    {"cents", 1},
        {"pence", 1},    {"p", 1},
    };
    return listed(place, ahead, coins, RP_COUNT(coins));
}

static size_t read_money(struct place place, int64_t *value)
{
    int32_t amount;
    if (is(place, 0, "$") && number(place, 1) >= 0) {
        *value = number(place, 1);
        return is(place, 2, "usd") || is(place, 2, "dollars") ? 3 : 2;
    }
    size_t n = read_count(place, &amount);
    int32_t unit = n == 0 ? -1 : coin(place, n);
    if (unit < 0)
        return 0;
    *value = (int64_t)amount * unit / 100;
    n++;
    /* "five pounds fifty", "five dollars and twenty cents" */
    size_t and = is(place, n, "and");
    int32_t rest = unit == 100 ? number(place, n + and) : -1;
    bool coins_follow = coin(place, n + and+1) == 1;
    if (rest < 0 || rest >= 100 * 100 || (and&&!coins_follow))
        return n;
    *value += rest / 100;
    return n + and+1 + coins_follow;
}

static size_t read_percent(struct place place, int64_t *value)
{
    *value = number(place, 0);
    if (*value < 0)
        return 0;
    if (is(place, 1, "percent"))
        return 2;
    return is(place, 1, "per") && is(place, 2, "cent") ? 3 : 0;
}

static size_t read_duration(struct place place, int64_t *value)
{
    static const struct word_value units[] = {
        {"second", 1},
        {"seconds", 1},
        {"sec", 1},
        {"secs", 1},
        {"minute", 60},
        {"minutes", 60},
        {"min", 60},
        {"hour", 3600},
        {"hours", 3600},
        {"hr", 3600},
        {"day", 86400},
        {"days", 86400},
        {"week", 7 * 86400},
        {"weeks", 7 * 86400},
        {"fortnight", 14 * 86400},
        {"month", 30 * 86400},
        {"months", 30 * 86400},
        {"year", 365 * 86400},
        {"years", 365 * 86400},
    };
    int32_t count;
    size_t n = read_count(place, &count);
    if (n == 0)
        return 0;
    n += is(place, n, "working") || is(place, n, "business") || is(place, n, "more");
    int32_t unit = listed(place, n, units, RP_COUNT(units));
    /* "a day" and "a second" are said of much; a number, or what is an hour, is meant. */
    bool bare = (is(place, 0, "a") || is(place, 0, "an") || is(place, 0, "one")) && n == 1;
    if (unit < 0 || (bare && (unit == 1 || unit == 86400 || unit == 365 * 86400)))
        return 0;
    *value = (int64_t)count * unit / 100;
    n++;
    if (is(place, n, "and") && is(place, n + 1, "a") && is(place, n + 2, "half")) {
        *value += unit / 2;
        n += 3;
    } else if (unit == 3600 && number(place, n) > 0 && number(place, n) < 60 * 100 &&
               (is(place, n + 1, "minutes") || is(place, n + 1, "min"))) {
        *value += (int64_t)number(place, n) * 60 / 100;
        n += 2;
    }
    return n;
}

/* "pm", "in the evening": moves an hour into its half of the day; words read. */
static size_t read_half(struct place place, int64_t *minutes)
{
    bool dated = is(place, 0, "in") && is(place, 1, "the");
    size_t ahead = dated ? 2 : 0;
    bool morning = dated ? is(place, 2, "morning") : is(place, 0, "am");
    bool later = dated ? is(place, 2, "afternoon") || is(place, 2, "evening")
                       : is(place, 0, "pm") || is(place, 0, "tonight");
    if (!morning && !later)
        return 0;
    if (*minutes <= HALF_DAY + HOUR - 1)
        *minutes = *minutes % HALF_DAY + (later ? HALF_DAY : 0);
    return is(place, 0, "tonight") ? 0 : ahead + 1;
}

/* An hour from 1 to 24 in whole numbers, in minutes, or -1. */
static int64_t hour(struct place place, size_t ahead)
{
    int32_t value = number(place, ahead);
    return value >= 100 && value <= 24 * 100 && value % 100 == 0 ? value / 100 * HOUR % DAY : -1;
}

static size_t read_past(struct place place, int64_t *minutes)
{
    static const struct word_value parts[] = {{"half", 30}, {"quarter", 15}};
    int32_t part = listed(place, 0, parts, RP_COUNT(parts));
    if (part < 0 && number(place, 0) > 0 && number(place, 0) < 30 * 100)
        part = number(place, 0) / 100;
    /* "ten to three" may be a span of hours; twenty, five and quarters are minutes. */
    bool to = is(place, 1, "to") && (part == 15 || part == 5 || part == 20 || part == 25);
    bool past = is(place, 1, "past") || is(place, 1, "after");
    size_t ahead = past || to ? 2 : is(place, 0, "half") ? 1 : 0;
    if (part < 0 || ahead == 0 || hour(place, ahead) < 0)
        return 0;
    *minutes = (hour(place, ahead) + (to ? -part : part) + DAY) % DAY;
    return ahead + 1;
}

static bool after_time_word(struct place place)
{
    static const char *const words[] = {"at", "by", "before", "until", "till", "til", "around"};
    struct place before = {place.text, place.at - 1, place.end};
    return place.at > 0 && is_any(before, 0, words, RP_COUNT(words));
}

/* Whether "by two" may end here, or the number counts what comes: "by two of us". */
static bool may_end(struct place place, size_t ahead)
{
    static const char *const words[] = {
        "today",     "tomorrow", "tonight", "on",       "this",   "and",     "to",
        "so",        "with",     "sharp",   "latest",   "at",     "in",      "but",
        "or",        "when",     "as",      "if",       "monday", "tuesday", "then",
        "wednesday", "thursday", "friday",  "saturday", "sunday", "?"};
    return place.at + ahead >= place.end || place.text->words[place.at + ahead - 1].comma_after ||
           is_any(place, ahead, words, RP_COUNT(words));
}

static size_t read_hour(struct place place, int64_t *minutes)
{
    if (place.text->words[place.at].kind == RP_WORD_CLOCK) {
        int32_t clock = place.text->words[place.at].value;
        *minutes = clock / 100 * HOUR + clock % 100;
        return 1 + is(place, 1, "o'clock");
    }
    int32_t value = number(place, 0);
    int64_t ignored = 0;
    /* "3.30 pm" is read as a number with a part. */
    if (value >= 100 && value < 24 * 100 && value % 100 < 60 &&
        read_half(moved(place, 1), &ignored)) {
        *minutes = value / 100 * HOUR + value % 100;
        return 1;
    }
    *minutes = hour(place, 0);
    if (*minutes < 0)
        return 0;
    if (is(place, 1, "o'clock"))
        return 2;
    return after_time_word(place) && may_end(place, 1) ? 1 : 0;
}

static size_t read_time(struct place place, int64_t *value)
{
    static const struct word_value names[] = {
        {"noon", HALF_DAY}, {"midday", HALF_DAY}, {"midnight", 0}};
    *value = listed(place, 0, names, RP_COUNT(names));
    if (*value >= 0)
        return 1;
    size_t n = read_past(place, value);
    if (n == 0)
        n = read_hour(place, value);
    return n == 0 ? 0 : n + read_half(moved(place, n), value);
}

static int32_t month(struct place place, size_t ahead)
{
    static const struct word_value months[] = {
        {"january", 1},   {"jan", 1},       {"february", 2},  {"feb", 2},      {"march", 3},
        {"april", 4},     {"may", 5},       {"june", 6},      {"july", 7},     {"august", 8},
        {"aug", 8},       {"september", 9}, {"sept", 9},      {"october", 10}, {"oct", 10},
        {"november", 11}, {"nov", 11},      {"december", 12}, {"dec", 12},
    };
    return listed(place, ahead, months, RP_COUNT(months));
}

/* The day of a month, "3", "3rd", "third", or -1; `*words` read. */
static int32_t day(struct place place, size_t ahead, size_t *words)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    static const struct word_value ordinals[] = {
        {"first", 1},    {"third", 3},      {"fourth", 4},     {"fifth", 5},      {"sixth", 6},
        {"seventh", 7},  {"eighth", 8},     {"ninth", 9},      {"tenth", 10},     {"eleventh", 11},
        {"twelfth", 12}, {"fifteenth", 15}, {"twentieth", 20}, {"thirtieth", 30},
    };
    int32_t value = number(place, ahead);
    *words = 1 + is_any(place, ahead + 1, endings, RP_COUNT(endings));
    if (value >= 100 && value <= 31 * 100 && value % 100 == 0)
        return value / 100;
    *words = 1;
    return listed(place, ahead, ordinals, RP_COUNT(ordinals));
}

static size_t read_date(struct place place, int64_t *value)
{
    static const struct word_value days[] = {
        {"monday", 2001},   {"tuesday", 2002},   {"tues", 2002},  {"wednesday", 2003},
        {"weds", 2003},     {"thursday", 2004},  {"thurs", 2004}, {"friday", 2005},
        {"saturday", 2006}, {"sunday", 2007},    {"today", 3000}, {"tonight", 3000},
        {"tomorrow", 3001}, {"yesterday", 2999},
    };
    size_t words = 0;
    *value = listed(place, 0, days, RP_COUNT(days));
    if (*value >= 0)
        return 1;
    /* "May 3rd"; the verb "may" has no day behind it */
    if (month(place, 0) > 0 && day(place, 1, &words) > 0) {
        *value = month(place, 0) * 100 + day(place, 1, &words);
        return 1 + words;
    }
    int32_t on = day(place, 0, &words);
    size_t of = words + is(place, words, "of");
    if (on > 0 && month(place, of) > 0) {
        *value = month(place, of) * 100 + on;
        return of + 1;
    }
    bool ending = on > 0 && words == 2;
    bool the = place.at > 0 && rp_reading_is(place.text, place.at - 1, "the");
    *value = on;
    return ending && the ? words : 0;
}

static size_t read_number(struct place place, int64_t *value)
{
    *value = place.text->words[place.at].value;
    return place.text->words[place.at].kind == RP_WORD_NUMBER && *value >= 0 ? 1 : 0;
}

bool rp_quantity_at(const struct rp_reading *text, size_t at, size_t end,
                    struct rp_quantity *quantity, size_t *behind)
{
    /* The first that can read on wins: what has a unit before what has none. */
    static const struct {
        enum rp_quantity_kind kind;
        size_t (*read)(struct place, int64_t *);
    } readers[] = {
        {RP_QUANTITY_MONEY, read_money}, {RP_QUANTITY_PERCENT, read_percent},
        {RP_QUANTITY_DATE, read_date},   {RP_QUANTITY_DURATION, read_duration},
        {RP_QUANTITY_TIME, read_time},   {RP_QUANTITY_NUMBER, read_number},
    };
    struct place place = {text, at, end};
    for (size_t i = 0; at < end && i < RP_COUNT(readers); i++) {
        int64_t value = -1;
        size_t words = readers[i].read(place, &value);
        if (words == 0)
            continue;
        *behind = at + words;
        *quantity = (struct rp_quantity){(uint8_t)readers[i].kind, value,
                                         rp_reading_span(text, at, at + words)};
        return true;
    }
    return false;
}

void rp_quantity_read(const struct rp_reading *text, struct rp_understood *out)
{
    for (size_t i = 0; i < text->clauses_n; i++) {
        size_t at = text->clauses[i].first, end = text->clauses[i].last, behind;
        while (at < end && out->quantities_n < RP_UNDERSTOOD_QUANTITIES_MAX) {
            struct rp_quantity quantity;
            if (rp_quantity_at(text, at, end, &quantity, &behind)) {
                out->quantities[out->quantities_n++] = quantity;
                at = behind;
            } else {
                at++;
            }
        }
    }
}
