#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "labelled.h"
#include "rp_lexicon.h"

struct pair {
    struct rp_lexicon *with, *without;
};

static void match(const struct rp_lexicon *lexicon, const struct rp_reading *text,
                  struct rp_hits *hits)
{
    hits->count = 0;
    for (size_t i = 0; i < text->clauses_n; i++)
        rp_lexicon_match(lexicon, text, text->clauses[i], hits);
}

static void same_hits(void *context, const struct labelled *line)
{
    static struct rp_reading text;
    static struct rp_hits with, without;
    const struct pair *pair = context;
    assert_int_equal(rp_reading_make(&text, &line->words, line->utterance, strlen(line->utterance)),
                     RP_OK);
    match(pair->with, &text, &with);
    match(pair->without, &text, &without);
    if (with.count != without.count)
        print_error("a pattern lacks a literal for: %s\n", line->utterance);
    assert_int_equal(with.count, without.count);
    for (size_t i = 0; i < with.count; i++) {
        assert_int_equal(with.hits[i].move, without.hits[i].move);
        assert_int_equal(with.hits[i].begin, without.hits[i].begin);
    }
}

static void asking_for_literals_first_changes_no_hit(void **unused)
{
    static const char *const voices[] = {"dev", "hostile", "multi", "traps", "us-callcentre",
                                         "formal-british", "passive-aggressive", "weary-veteran"};
    struct pair pair;
    (void)unused;
    assert_int_equal(rp_lexicon_open(&pair.with), RP_OK);
    assert_int_equal(rp_lexicon_open(&pair.without), RP_OK);
    rp_lexicon_set_prefilter(pair.without, false);
    for (size_t i = 0; i < RP_COUNT(voices); i++)
        assert_true(labelled_each(voices[i], same_hits, &pair) > 0);
    rp_lexicon_close(pair.with);
    rp_lexicon_close(pair.without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asking_for_literals_first_changes_no_hit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
