#include "marker.h"

#include <stdio.h>
#include <string.h>

enum { MARKERS_MAX = 4000, LETTERS = 26, HEAD = 2, LENGTH = 6 };

struct marker {
    const char *what;
    uint64_t may, said, must, seen;
};

static struct {
    struct marker list[MARKERS_MAX];
    unsigned count, kept, faults;
    uint64_t sightings;
} markers;

unsigned marker_new(const char *what, uint64_t may, uint64_t said)
{
    RP_CHECK(markers.count < MARKERS_MAX);
    markers.list[markers.count] = (struct marker){.what = what, .may = may, .said = said};
    return markers.count++;
}

/* ZQ and four letters, which stand for the number. */
static void spell(unsigned marker, char word[LENGTH + 1])
{
    memcpy(word, "ZQ", HEAD);
    for (int i = LENGTH - 1; i >= HEAD; i--) {
        word[i] = (char)('a' + marker % LETTERS);
        marker /= LETTERS;
    }
    word[LENGTH] = 0;
}

static bool read_word(const char *at, unsigned *marker)
{
    *marker = 0;
    for (int i = HEAD; i < LENGTH; i++) {
        if (at[i] < 'a' || at[i] > 'z')
            return false;
        *marker = *marker * LETTERS + (unsigned)(at[i] - 'a');
    }
    return *marker < markers.count;
}

const char *marker_in(unsigned marker, const char *text)
{
    static char texts[16][800];
    static unsigned next;
    char word[LENGTH + 1];
    char *out = texts[next++ % RP_COUNT(texts)];
    spell(marker, word);
    RP_CHECK((size_t)snprintf(out, sizeof(texts[0]), "%s%s%s", text, *text ? " " : "", word) <
             sizeof(texts[0]));
    return out;
}

void marker_may(unsigned marker, uint64_t may, uint64_t said)
{
    markers.list[marker].may |= may;
    markers.list[marker].said |= said;
}

void marker_must(unsigned marker, uint64_t guests)
{
    markers.list[marker].must |= guests;
}

void marker_keep(void)
{
    markers.kept = markers.count;
}

void marker_forget(void)
{
    markers.count = markers.kept;
    for (unsigned i = 0; i < markers.count; i++)
        markers.list[i] = (struct marker){.what = markers.list[i].what};
}

static void sight(unsigned marker, unsigned guest, const char *who, bool said)
{
    struct marker *one = &markers.list[marker];
    uint64_t bit = UINT64_C(1) << guest, may = one->may | (said ? one->said : 0);
    markers.sightings++;
    if (!(may & bit) && !(one->seen & bit)) {
        fprintf(stderr, "%s was sent %s\n", who, one->what);
        markers.faults++;
    }
    one->seen |= bit;
}

void marker_look(struct rp_str text, unsigned guest, const char *who, bool said)
{
    unsigned marker;
    for (uint32_t i = 0; i + LENGTH <= text.length; i++)
        if (text.at[i] == 'Z' && text.at[i + 1] == 'Q' && read_word(text.at + i, &marker))
            sight(marker, guest, who, said);
}

unsigned marker_faults(void)
{
    for (unsigned i = 0; i < markers.count; i++) {
        const struct marker *one = &markers.list[i];
        if ((one->must & one->seen) == one->must)
            continue;
        fprintf(stderr, "%s was never seen by some who must see it: %llx\n", one->what,
                (unsigned long long)(one->must & ~one->seen));
        markers.faults++;
    }
    unsigned faults = markers.faults;
    markers.faults = 0;
    return faults;
}

uint64_t marker_sightings(void)
{
    return markers.sightings;
}
