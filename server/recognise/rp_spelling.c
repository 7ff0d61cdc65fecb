#include "rp_spelling.h"

#include "rp_types.h"

#include <stdlib.h>
#include <string.h>

struct spelling {
    const char *typed, *read;
};

/* In byte order: looked up by bsearch, and a test holds the order. */
static const struct spelling spellings[] = {
#include "rp_spelling_table.inc"
};

struct key {
    const char *word;
    size_t length;
};

static int compare(const void *wanted, const void *entry)
{
    const struct key *key = wanted;
    const struct spelling *spelling = entry;
    int order = strncmp(key->word, spelling->typed, key->length);
    return order != 0 ? order : -(spelling->typed[key->length] != '\0');
}

const char *rp_spelling_of(const char *word, size_t length)
{
    struct key key = {word, length};
    const struct spelling *found =
        bsearch(&key, spellings, RP_COUNT(spellings), sizeof(spellings[0]), compare);
    return found == NULL ? NULL : found->read;
}

static const struct {
    const char *word;
    int32_t value;
} numbers[] = {
    {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},        {"six", 6},
    {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},        {"eleven", 11},
    {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},    {"sixteen", 16},
    {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},     {"thirty", 30},
    {"forty", 40},     {"fourty", 40},   {"fifty", 50},    {"sixty", 60},      {"seventy", 70},
    {"eighty", 80},    {"ninety", 90},   {"hundred", 100}, {"thousand", 1000}, {"one", 1},
};

int32_t rp_spelling_number(const char *word, size_t length)
{
    for (size_t i = 0; i < RP_COUNT(numbers); i++)
        if (strlen(numbers[i].word) == length && memcmp(numbers[i].word, word, length) == 0)
            return numbers[i].value;
    return -1;
}
