#include "rp_reading.h"

#include "rp_fold.h"
#include "rp_spelling.h"

#include <string.h>
#include <utf8proc.h>

enum {
    TYPED_MAX = 48, /* longer runs of letters are cut: no word is longer */
    NAME_BYTES_MAX = 40,
    VALUE_MAX = 1000000000 / 100, /* larger numbers are read as numbers without a value */
};

/* The line while it is being read: one folded code point at a time. */
struct reader {
    struct rp_reading *text;
    char first_name[NAME_BYTES_MAX], last_name[NAME_BYTES_MAX];
    char typed[TYPED_MAX];
    size_t typed_n;
    struct rp_span source; /* of the word being typed */
    size_t clause_first;
    bool question;
    bool dotted; /* the word has dots inside, as in "p.m" */
    char drawn;  /* the letter that is being drawn out, as in "sooo" */
    bool full;
    bool quoting;
    size_t quote_first; /* the first word behind the opening mark */
};

static bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

enum { POUND = 0xA3, EURO = 0x20AC };

static bool is_letter(int32_t c)
{
    bool sign = c == POUND || c == EURO;
    return (c >= 'a' && c <= 'z') || c == '*' || (c >= 0x80 && !sign);
}

bool rp_reading_is(const struct rp_reading *text, size_t at, const char *wanted)
{
    const struct rp_word *word = &text->words[at];
    size_t length = (size_t)(word->end - word->begin);
    return strlen(wanted) == length && memcmp(text->bytes + word->begin, wanted, length) == 0;
}

struct rp_span rp_reading_span(const struct rp_reading *text, size_t first, size_t last)
{
    RP_CHECK(first < last && last <= text->words_n);
    return (struct rp_span){text->words[first].source.begin, text->words[last - 1].source.end};
}

size_t rp_reading_word_at(const struct rp_reading *text, size_t offset)
{
    size_t low = 0, high = text->words_n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->words[middle].begin <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static struct rp_word *put_word(struct reader *reader, const char *word, size_t length)
{
    struct rp_reading *text = reader->text;
    if (text->words_n == RP_READING_WORDS_MAX ||
        text->bytes_n + length + 1 > RP_READING_BYTES_MAX) {
        reader->full = true;
        return NULL;
    }
    struct rp_word *put = &text->words[text->words_n++];
    *put = (struct rp_word){.begin = text->bytes_n, .source = reader->source, .value = -1};
    memcpy(text->bytes + text->bytes_n, word, length);
    text->bytes_n = (uint16_t)(text->bytes_n + length);
    put->end = text->bytes_n;
    text->bytes[text->bytes_n++] = ' ';
    return put;
}

static void drop_words(struct rp_reading *text, size_t keep)
{
    text->bytes_n = text->words[keep].begin;
    text->words_n = (uint16_t)keep;
}

static void put_number(struct reader *reader, int32_t value, enum rp_word_kind kind, bool spelled)
{
    struct rp_word *put = put_word(reader, "NUM", 3);
    if (put == NULL)
        return;
    put->value = value;
    put->kind = (uint8_t)kind;
    put->spelled = spelled;
}

/* What "before" and "now" make together in words, or -1: "forty" "two", "three" "hundred". */
static int32_t joined(int32_t before, int32_t now)
{
    if (now == 1000 * 100 && before < now)
        return before * 1000;
    if (now == 100 * 100 && before < now)
        return before * 100;
    if (before >= 100 * 100 && before % (100 * 100) == 0 && now < 100 * 100)
        return before + now;
    if (before >= 20 * 100 && before < 100 * 100 && before % 1000 == 0 && now < 10 * 100)
        return before + now;
    return -1;
}

/* A number in words continues the one before it, also over an "and". */
static void put_spelled_number(struct reader *reader, int32_t value)
{
    struct rp_reading *text = reader->text;
    size_t n = text->words_n;
    size_t back = n > reader->clause_first && rp_reading_is(text, n - 1, "and") ? 2 : 1;
    if (n < reader->clause_first + back) {
        put_number(reader, value, RP_WORD_NUMBER, true);
        return;
    }
    struct rp_word before = text->words[n - back];
    bool numeric = before.spelled || rp_reading_is(text, n - back, "one");
    bool open = numeric && !before.comma_after && before.value > 0 && before.value < VALUE_MAX;
    int32_t value_joined = open ? joined(before.value, value) : -1;
    if (value_joined < 0 || (back == 2 && before.value < 100 * 100)) {
        put_number(reader, value, RP_WORD_NUMBER, true);
        return;
    }
    drop_words(text, n - back);
    struct rp_span source = reader->source;
    reader->source.begin = before.source.begin;
    put_number(reader, value_joined, RP_WORD_NUMBER, true);
    reader->source = source;
}

static void put_plain(struct reader *reader, const char *word, size_t length)
{
    int32_t number = rp_spelling_number(word, length);
    if (number > 1) {
        put_spelled_number(reader, number * 100);
        return;
    }
    size_t n = reader->text->words_n;
    if (number == 1 && n > reader->clause_first && reader->text->words[n - 1].spelled &&
        joined(reader->text->words[n - 1].value, 100) > 0) {
        put_spelled_number(reader, 100);
        return;
    }
    struct rp_word *put = put_word(reader, word, length);
    if (put != NULL && number == 1)
        put->value = 100;
}

/* Reads "1,000", "42.99" or "10:30" from the start of what was typed; returns its length. */
static size_t put_digits(struct reader *reader)
{
    const char *typed = reader->typed;
    int64_t whole = 0, part = 0;
    int decimals = 0;
    bool clock = false;
    size_t i = 0;
    for (; i < reader->typed_n; i++) {
        char c = typed[i];
        if (is_digit(c) && decimals == 0)
            whole = rp_min(whole * 10 + (c - '0'), VALUE_MAX);
        else if (is_digit(c) && decimals++ <= 2)
            part = part * 10 + (c - '0');
        else if (c == '.' || c == ':')
            clock = clock || c == ':', decimals = rp_max(decimals, 1) > 1 ? 3 : 1;
        else if (!is_digit(c) && c != ',')
            break;
    }
    if (clock && whole < 24 && part < 60)
        put_number(reader, (int32_t)(whole * 100 + part), RP_WORD_CLOCK, false);
    else
        put_number(reader, (int32_t)(whole * 100 + (decimals == 2 ? part * 10 : part)),
                   RP_WORD_NUMBER, false);
    return i;
}

static void put_reading(struct reader *reader, const char *reading)
{
    while (*reading != '\0') {
        size_t length = strcspn(reading, " ");
        put_plain(reader, reading, length);
        reading += length + (reading[length] == ' ');
    }
}

static bool is_filler(const char *word, size_t length)
{
    static const char *const fillers[] = {"um", "umm", "er", "erm", "uhm"};
    for (size_t i = 0; i < RP_COUNT(fillers); i++)
        if (strlen(fillers[i]) == length && memcmp(fillers[i], word, length) == 0)
            return true;
    return false;
}

/* "ill call you" is "I will call you"; "she fell ill" is not. */
static bool is_unmarked_i_will(const struct reader *reader, const char *word, size_t length)
{
    static const char *const sick[] = {"fell", "taken", "was", "is", "am", "are", "feel", "got"};
    if (length != 3 || memcmp(word, "ill", 3) != 0)
        return false;
    const struct rp_reading *text = reader->text;
    for (size_t i = 0; i < RP_COUNT(sick) && text->words_n > reader->clause_first; i++)
        if (rp_reading_is(text, (size_t)text->words_n - 1, sick[i]))
            return false;
    return true;
}

static bool is_name(const char *name, const char *word, size_t length)
{
    return name[0] != '\0' && strlen(name) == length && memcmp(name, word, length) == 0;
}

static void put_letters(struct reader *reader, const char *word, size_t length)
{
    const char *reading = rp_spelling_of(word, length);
    if (is_name(reader->first_name, word, length) || is_name(reader->last_name, word, length)) {
        struct rp_word *put = put_word(reader, "NAME", 4);
        if (put != NULL)
            put->kind = RP_WORD_NAME;
    } else if (is_unmarked_i_will(reader, word, length)) {
        put_reading(reader, "i will");
    } else if (reading != NULL) {
        put_reading(reader, reading);
    } else if (!is_filler(word, length)) {
        put_plain(reader, word, length);
    }
}

/* Ends the word being typed, if there is one. */
static void end_word(struct reader *reader)
{
    size_t n = reader->typed_n;
    while (n > 0 && strchr("'.,:", reader->typed[n - 1]) != NULL)
        n--;
    reader->typed_n = n;
    const char *typed = reader->typed;
    if (n > 0 && is_digit(typed[0]) && rp_spelling_of(typed, n) == NULL) {
        size_t digits = put_digits(reader);
        typed += digits;
        n -= digits;
    }
    if (n > 0)
        put_letters(reader, typed, n);
    reader->typed_n = 0;
    reader->dotted = false;
    reader->drawn = '\0';
}

static void put_sign(struct reader *reader, const char *word, size_t begin, size_t end)
{
    end_word(reader);
    reader->source = (struct rp_span){(uint16_t)begin, (uint16_t)end};
    put_word(reader, word, strlen(word));
}

/* Where to cut a sentence that is longer than patterns may read. */
static size_t clause_end(const struct rp_reading *text, size_t first)
{
    size_t last = first;
    while (last < text->words_n &&
           text->words[last].end - text->words[first].begin <= RP_CLAUSE_BYTES_MAX)
        last++;
    return last;
}

static void end_clause(struct reader *reader)
{
    struct rp_reading *text = reader->text;
    end_word(reader);
    while (reader->clause_first < text->words_n) {
        if (text->clauses_n == RP_READING_CLAUSES_MAX) {
            reader->full = true;
            break;
        }
        size_t last = clause_end(text, reader->clause_first);
        text->clauses[text->clauses_n++] =
            (struct rp_clause){(uint16_t)reader->clause_first, (uint16_t)last, reader->question};
        reader->clause_first = last;
    }
    reader->clause_first = text->words_n;
    reader->question = false;
}

static bool is_title(const struct reader *reader)
{
    static const char *const titles[] = {"mr", "mrs", "ms", "dr", "st", "approx"};
    for (size_t i = 0; i < RP_COUNT(titles); i++)
        if (reader->typed_n == strlen(titles[i]) &&
            memcmp(titles[i], reader->typed, reader->typed_n) == 0)
            return true;
    return false;
}

static void add_letter(struct reader *reader, const char *bytes, size_t n, size_t begin, size_t end)
{
    if (reader->typed_n == 0)
        reader->source.begin = (uint16_t)begin;
    reader->source.end = (uint16_t)end;
    if (reader->typed_n + n > TYPED_MAX || (n == 1 && bytes[0] == reader->drawn))
        return;
    memcpy(reader->typed + reader->typed_n, bytes, n);
    reader->typed_n += n;
    reader->drawn = '\0';

    /* "sooo" is "so": three of a letter are one drawn out. */
    size_t t = reader->typed_n;
    bool letter = bytes[0] >= 'a' && bytes[0] <= 'z';
    if (t >= 3 && letter && reader->typed[t - 1] == reader->typed[t - 2] &&
        reader->typed[t - 2] == reader->typed[t - 3]) {
        reader->typed_n = t - 2;
        reader->drawn = bytes[0];
    }
}

static void read_dot(struct reader *reader, int32_t next, int32_t after)
{
    bool inside_number = reader->typed_n > 0 && reader->typed_n < TYPED_MAX &&
                         is_digit(reader->typed[0]) && is_digit(next);
    bool initial =
        (reader->typed_n == 1 || reader->dotted) && is_letter(next | 0x20) && next < 0x80;
    if (inside_number) {
        reader->typed[reader->typed_n++] = '.';
    } else if (initial) {
        reader->dotted = true;
    } else if (is_title(reader) || (reader->dotted && (is_letter(after) || is_digit(after)))) {
        end_word(reader);
    } else {
        end_clause(reader);
    }
}

static void read_comma(struct reader *reader, int32_t c, int32_t next)
{
    struct rp_reading *text = reader->text;
    if (reader->typed_n > 0 && is_digit(reader->typed[0]) && is_digit(next) &&
        reader->typed_n < TYPED_MAX) {
        reader->typed[reader->typed_n++] = (char)c;
        return;
    }
    end_word(reader);
    if (text->words_n > reader->clause_first)
        text->words[text->words_n - 1].comma_after = true;
}

/* A mark opens a quotation or closes it. Quoted words stay, so that facts are found in them; a line
 * that is all in quotes quotes nobody. */
static void read_quote(struct reader *reader)
{
    struct rp_reading *text = reader->text;
    end_word(reader);
    if (reader->quoting && reader->quote_first > 0)
        for (size_t i = reader->quote_first; i < text->words_n; i++)
            text->words[i].quoted = true;
    reader->quoting = !reader->quoting;
    reader->quote_first = text->words_n;
}

/* One folded code point; `next` is the sent one behind it, `after` the first that is no space. */
static void read_point(struct reader *reader, int32_t c, int32_t next, int32_t after, size_t begin,
                       size_t end)
{
    char bytes[4];
    if (is_digit(c) || is_letter(c) || (c == '\'' && reader->typed_n > 0)) {
        if (c >= 0x80 && utf8proc_category(c) > UTF8PROC_CATEGORY_NO)
            end_word(reader); /* a symbol, an emoji: no letter */
        else
            add_letter(reader, bytes, (size_t)utf8proc_encode_char(c, (uint8_t *)bytes), begin,
                       end);
        return;
    }
    switch (c) {
    case '.':
        read_dot(reader, next, after);
        break;
    case '?':
        end_word(reader);
        if (!reader->question)
            put_sign(reader, "?", begin, end);
        reader->question = true;
        if (next != '?' && next != '!')
            end_clause(reader);
        break;
    case '!':
        reader->text->exclamations++;
        if (next != '?')
            end_clause(reader);
        break;
    case ';':
    case '\n':
        end_clause(reader);
        break;
    case ',':
    case ':':
        read_comma(reader, c, next);
        break;
    case '"':
        read_quote(reader);
        break;
    case '$':
    case POUND:
    case EURO:
        put_sign(reader, "$", begin, end);
        break;
    case '%':
        put_sign(reader, "percent", begin, end);
        break;
    case '&':
        put_sign(reader, "and", begin, end);
        break;
    default:
        end_word(reader);
    }
}

/* A name is known by its last word: "de la Cruz" is called Mr Cruz as well. */
static void fold_name(char out[NAME_BYTES_MAX], const char *name)
{
    size_t n = 0, width, length = name == NULL ? 0 : strlen(name);
    int32_t points[RP_FOLDED_MAX];
    for (size_t at = 0; at < length; at += width) {
        int32_t c = rp_fold_point_at(name, length, at, &width);
        if (c < 0)
            break;
        size_t count = rp_fold(c, points);
        for (size_t i = 0; i < count; i++) {
            char bytes[4];
            size_t size = (size_t)utf8proc_encode_char(points[i], (uint8_t *)bytes);
            if (points[i] == ' ' && at + width < length)
                n = 0;
            else if (n + size < NAME_BYTES_MAX) {
                memcpy(out + n, bytes, size);
                n += size;
            }
        }
    }
    out[n] = '\0';
}

static void count_case(struct rp_reading *text, int32_t c)
{
    bool capital = c >= 'A' && c <= 'Z';
    text->capitals = (uint16_t)(text->capitals + capital);
    text->letters = (uint16_t)(text->letters + (capital || (c >= 'a' && c <= 'z')));
}

enum rp_err rp_reading_make(struct rp_reading *text, const struct rp_case_words *names,
                            const char *utf8, size_t length)
{
    enum rp_err err = rp_fold_check(utf8, length);
    if (err != RP_OK)
        return err;
    struct reader reader = {.text = text};
    text->bytes_n = text->words_n = text->clauses_n = 0;
    text->capitals = text->letters = text->exclamations = 0;
    if (names != NULL) {
        fold_name(reader.first_name, names->first_name);
        fold_name(reader.last_name, names->last_name);
    }
    size_t width;
    for (size_t at = 0; at < length && !reader.full; at += width) {
        int32_t points[RP_FOLDED_MAX];
        int32_t c = rp_fold_point_at(utf8, length, at, &width);
        int32_t after = rp_fold_next_visible(utf8, length, at + width);
        size_t ignored;
        int32_t next = rp_fold_point_at(utf8, length, at + width, &ignored);
        count_case(text, c);
        size_t count = rp_fold(c, points);
        for (size_t i = 0; i < count; i++)
            read_point(&reader, points[i], next, after, at, at + width);
    }
    end_clause(&reader);
    return RP_OK;
}
