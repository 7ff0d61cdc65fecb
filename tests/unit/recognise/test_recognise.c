#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <pthread.h>

#include "labelled.h"

static struct rp_recogniser *recogniser;

static int open_recogniser(void **unused)
{
    (void)unused;
    return rp_recogniser_open(&recogniser) == RP_OK ? 0 : 1;
}

static int close_recogniser(void **unused)
{
    (void)unused;
    rp_recogniser_close(recogniser);
    return 0;
}

static void read_line(const char *line, struct rp_understood *found)
{
    const struct rp_case_words words = {.first_name = "Dana", .last_name = "Reyes"};
    assert_int_equal(rp_recognise(recogniser, &words, line, strlen(line), found), RP_OK);
}

static const struct {
    const char *line;
    int uses;
} names[] = {
    {"Of course, Dana.", 1},
    {"Dana, I hear you, Dana.", 2},
    {"Thank you, Ms Reyes.", 1},
    {"dana pls wait", 1},
    {"Am I speaking with Dana Reyes?", 1},
    {"I spoke to Dana in dispatch.", 0},
    {"Our Dana will call you.", 0},
    {"The letter begins \"Dear Dana\" I believe.", 0},
    {"Danas are rare.", 0},
};

static void the_name_counts_when_it_is_said_to_the_customer(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(names); i++) {
        struct rp_understood found;
        print_message("%s\n", names[i].line);
        read_line(names[i].line, &found);
        assert_int_equal(found.name_uses, names[i].uses);
        assert_int_equal(rp_understood_move(&found, RP_MOVE_USE_NAME) != NULL, names[i].uses > 0);
    }
}

/* Plain cases of each kind; the figures are another test's. */
static const struct {
    const char *line;
    enum rp_move move;
    const char *quote; /* inside the evidence */
} plain[] = {
    {"Thank you for telling me.", RP_MOVE_THANK, "Thank"},
    {"Go on, I'm listening.", RP_MOVE_ENCOURAGE, "Go on"},
    {"I'm so sorry that we lost your bag.", RP_MOVE_APOLOGY_SPECIFIC, "sorry"},
    {"That must have been so frustrating.", RP_MOVE_EMPATHY, "frustrating"},
    {"What would you like us to do?", RP_MOVE_ASK_SOLUTION, "would you like"},
    {"I can refund fifty dollars to your card.", RP_MOVE_OFFER_SPECIFIC, "refund"},
    {"I'll call you tomorrow at ten.", RP_MOVE_FOLLOW_UP, "call you"},
    {"Shut up.", RP_MOVE_RUDE, "Shut up"},
    {"Is there anything else?", RP_MOVE_CHECK, "anything else"},
    {"Hello! Okay. I’m truly sorry — we lost your bag 😔.", RP_MOVE_APOLOGY_SPECIFIC, "sorry"},
};

static void a_move_is_credited_with_the_words_that_show_it(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(plain); i++) {
        struct rp_understood found;
        char quote[400] = "";
        print_message("%s\n", plain[i].line);
        read_line(plain[i].line, &found);
        const struct rp_move_found *move = rp_understood_move(&found, plain[i].move);
        assert_non_null(move);
        assert_true(move->confident);
        assert_true(move->span.end <= strlen(plain[i].line));
        memcpy(quote, plain[i].line + move->span.begin, (size_t)(move->span.end - move->span.begin));
        assert_non_null(strstr(quote, plain[i].quote));
    }
}

static void denials_and_quotations_accuse_nobody(void **unused)
{
    static const char *const lines[] = {
        "I'm not saying it's your fault.",
        "Nobody is blaming you.",
        "I would never tell you to calm down.",
        "The sign said \"no refunds\" and that was wrong of us.",
        "I don't want to put you on hold.",
        "I can't promise that.",
        "The part comes from Leeds.",
    };
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(lines); i++) {
        struct rp_understood found;
        print_message("%s\n", lines[i]);
        read_line(lines[i], &found);
        for (size_t m = 0; m < found.moves_n; m++)
            assert_false(found.moves[m].confident && rp_move_accuses(found.moves[m].move));
    }
}

static void a_line_is_counted(void **unused)
{
    struct rp_understood found;
    (void)unused;
    read_line("When? Where did it happen?", &found);
    assert_int_equal(found.questions, 2);
    assert_false(found.shouting);
    read_line("I SAID NO REFUNDS", &found);
    assert_true(found.shouting);
    read_line("no!!!", &found);
    assert_true(found.shouting);
    read_line("", &found);
    assert_int_equal(found.words + found.moves_n + found.quantities_n, 0);
    read_line("😡😡😡", &found);
    assert_int_equal(found.moves_n, 0);
}

static void bad_lines_are_refused(void **unused)
{
    static char line[4 * RP_LINE_POINTS_MAX];
    struct rp_understood found;
    (void)unused;
    assert_int_equal(rp_recognise(recogniser, NULL, "\xFE", 1, &found), RP_ERR_MALFORMED);
    memset(line, 'a', sizeof(line));
    assert_int_equal(rp_recognise(recogniser, NULL, line, sizeof(line), &found), RP_ERR_TOO_LARGE);
    for (size_t i = 0; i < RP_LINE_POINTS_MAX; i++)
        memcpy(line + 3 * i, "ﬃ", 3); /* unfolds to three letters */
    assert_int_equal(rp_recognise(recogniser, NULL, line, 3 * RP_LINE_POINTS_MAX, &found), RP_OK);
}

struct digest {
    uint64_t hash;
};

static void add_line(void *context, const struct labelled *line)
{
    struct digest *digest = context;
    struct rp_understood found;
    rp_recognise(recogniser, &line->words, line->utterance, strlen(line->utterance), &found);
    for (size_t i = 0; i < found.moves_n; i++) {
        const struct rp_move_found *move = &found.moves[i];
        uint64_t bits = (uint64_t)move->move << 40 | (uint64_t)(uint16_t)move->score << 24 |
                        (uint64_t)move->span.begin << 8 | move->confident;
        digest->hash = (digest->hash ^ bits ^ move->span.end) * 1099511628211u;
    }
}

static void *digest_voice(void *unused)
{
    struct digest *digest = calloc(1, sizeof(*digest));
    (void)unused;
    labelled_each("weary-veteran", add_line, digest);
    return digest;
}

static uint64_t taken(struct digest *digest)
{
    uint64_t hash = digest->hash;
    free(digest);
    return hash;
}

static void any_locale_and_thread_reads_the_same(void **unused)
{
    enum { THREADS = 3 };
    pthread_t threads[THREADS];
    uint64_t hash = taken(digest_voice(NULL));
    (void)unused;
    assert_int_not_equal(hash, 0);
    setlocale(LC_ALL, "tr_TR.UTF-8");
    assert_int_equal(taken(digest_voice(NULL)), hash);
    setlocale(LC_ALL, "C.UTF-8");
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, digest_voice, NULL), 0);
    for (size_t i = 0; i < THREADS; i++) {
        void *digest;
        pthread_join(threads[i], &digest);
        assert_int_equal(taken(digest), hash);
    }
}

static void the_recogniser_is_named_by_its_content(void **unused)
{
    struct rp_recogniser *other;
    (void)unused;
    assert_int_equal(rp_recogniser_open(&other), RP_OK);
    assert_string_equal(rp_recogniser_hash(other), rp_recogniser_hash(recogniser));
    assert_int_equal(strlen(rp_recogniser_hash(other)), 16);
    rp_recogniser_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_name_counts_when_it_is_said_to_the_customer),
        cmocka_unit_test(a_move_is_credited_with_the_words_that_show_it),
        cmocka_unit_test(denials_and_quotations_accuse_nobody),
        cmocka_unit_test(a_line_is_counted),
        cmocka_unit_test(bad_lines_are_refused),
        cmocka_unit_test(any_locale_and_thread_reads_the_same),
        cmocka_unit_test(the_recogniser_is_named_by_its_content),
    };
    return cmocka_run_group_tests(tests, open_recogniser, close_recogniser);
}
