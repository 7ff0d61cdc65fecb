#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_lexicon.h"

static struct rp_lexicon *lexicon;

static int open_lexicon(void **unused)
{
    (void)unused;
    return rp_lexicon_open(&lexicon) == RP_OK ? 0 : 1; /* every pattern compiles, or it traps */
}

static int close_lexicon(void **unused)
{
    (void)unused;
    rp_lexicon_close(lexicon);
    return 0;
}

static bool hits(const char *line, enum rp_move move, bool forbids)
{
    static struct rp_reading text;
    static struct rp_hits found;
    assert_int_equal(rp_reading_make(&text, NULL, line, strlen(line)), RP_OK);
    found.count = 0;
    for (size_t i = 0; i < text.clauses_n; i++)
        rp_lexicon_match(lexicon, &text, text.clauses[i], &found);
    for (size_t i = 0; i < found.count; i++)
        if (found.hits[i].move == move && found.hits[i].forbids == forbids)
            return true;
    return false;
}

static const struct {
    const char *line;
    enum rp_move move;
    bool speaks, forbids;
} rows[] = {
    {"Shut up.", RP_MOVE_RUDE, true, false},
    {"My sister told the man to shut up.", RP_MOVE_RUDE, false, true},
    {"He said \"shut up\" to you.", RP_MOVE_RUDE, false, false},
    {"You should have read it.", RP_MOVE_BLAME_CUSTOMER, true, false},
    {"I'm not saying you should have read it.", RP_MOVE_BLAME_CUSTOMER, false, true},
    {"I'm not saying it's you, but you should have read it.", RP_MOVE_BLAME_CUSTOMER, true, false},
    {"I guarantee it will never happen again.", RP_MOVE_OVERPROMISE, true, false},
    {"I can't guarantee it will never happen again.", RP_MOVE_OVERPROMISE, false, true},
    {"Nobody thinks you are lying. Calm down.", RP_MOVE_ARGUE, true, true},
};

static void a_pattern_speaks_unless_another_forbids_it_in_its_sentence(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        print_message("%s\n", rows[i].line);
        assert_int_equal(hits(rows[i].line, rows[i].move, false), rows[i].speaks);
        assert_int_equal(hits(rows[i].line, rows[i].move, true), rows[i].forbids);
    }
}

static void the_hash_names_the_patterns(void **unused)
{
    (void)unused;
    assert_true(rp_lexicon_hash(1) == rp_lexicon_hash(1));
    assert_true(rp_lexicon_hash(1) != rp_lexicon_hash(2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_speaks_unless_another_forbids_it_in_its_sentence),
        cmocka_unit_test(the_hash_names_the_patterns),
    };
    return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}
