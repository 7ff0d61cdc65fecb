#include "rp_vectors.h"

#include <stdlib.h>
#include <string.h>

#include "rp_types.h"

enum { WORD_MAX = 16 };

/* In byte order. A letter is a number: '_' is 0, its neighbours in ASCII are 1 and -1 and so on;
 * '#' stands in for the backslash and '!' for the question mark, which C reads otherwise. */
static const struct vector {
    char word[WORD_MAX];
    char letters[RP_VECTOR_SIZE];
} vectors[] = {
#include "rp_vectors_table.inc"
};

struct key {
    const char *word;
    size_t length;
};

static int compare(const void *wanted, const void *entry)
{
    const struct key *key = wanted;
    const struct vector *vector = entry;
    int order = strncmp(key->word, vector->word, key->length);
    return order != 0 ? order : -(vector->word[key->length] != '\0');
}

static int32_t number(char letter)
{
    return (letter == '#' ? '\\' : letter == '!' ? '?' : letter) - '_';
}

void rp_vectors_add(int32_t sum[RP_VECTOR_SIZE], const char *word, size_t length)
{
    struct key key = {word, length};
    if (length >= WORD_MAX)
        return;
    const struct vector *found =
        bsearch(&key, vectors, RP_COUNT(vectors), sizeof(vectors[0]), compare);
    for (size_t i = 0; found != NULL && i < RP_VECTOR_SIZE; i++)
        sum[i] += number(found->letters[i]);
}
