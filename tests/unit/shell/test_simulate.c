/* Scripted trainees over every scenario that there is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "simulate.h"

enum { INSERTIONS = 3 };

static struct rp_recogniser *recogniser;
static struct rp_scenario_shelf *shelf;

static int open_all(void **unused)
{
    (void)unused;
    struct rp_text complaints = {0};
    bool right = rp_recogniser_open(&recogniser) == RP_OK &&
                 rp_scenario_shelf_open(&shelf, HEAROUT_SOURCE "/scenarios", &complaints) == RP_OK;
    if (complaints.length > 0)
        print_error("%s", complaints.bytes);
    rp_text_clear(&complaints);
    return right ? 0 : -1;
}

static int close_all(void **unused)
{
    (void)unused;
    rp_scenario_shelf_close(shelf);
    rp_recogniser_close(recogniser);
    return 0;
}

static struct rp_simulation simulation(const struct rp_scenario *scenario,
                                       const struct rp_played *played, int64_t seed)
{
    return (struct rp_simulation){
        .scenario = scenario, .recogniser = recogniser, .played = played, .seed = seed, .heat = 3};
}

static const struct rp_scenario *scenario_of(const char *path)
{
    const char *end = strrchr(path, '/'), *begin = end;
    while (begin > path && begin[-1] != '/')
        begin--;
    return rp_scenario_named(shelf, begin, (size_t)(end - begin));
}

/* Every session under tests/scenarios/<id>/, read. */
static void each_session(void (*look)(const char *path, const struct rp_scenario *scenario,
                                      const struct rp_played *played))
{
    glob_t found;
    assert_int_equal(glob(HEAROUT_SOURCE "/tests/scenarios/*/*.txt", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct rp_text complaints = {0};
        struct rp_played played = {0};
        const struct rp_scenario *scenario = scenario_of(found.gl_pathv[i]);
        enum rp_err err = rp_played_read(&played, found.gl_pathv[i], NULL, &complaints);
        if (complaints.length > 0)
            print_error("%s", complaints.bytes);
        assert_int_equal(err, RP_OK);
        if (scenario)
            look(found.gl_pathv[i], scenario, &played);
        rp_played_clear(&played);
        rp_text_clear(&complaints);
    }
    globfree(&found);
}

static unsigned wrong_ends;

static void ends_as_it_says(const char *path, const struct rp_scenario *scenario,
                            const struct rp_played *played)
{
    for (int64_t seed = 1; seed <= 3; seed++) {
        struct rp_simulation sim = simulation(scenario, played, seed);
        assert_int_equal(rp_simulate(&sim), RP_OK);
        if (played->ends && strcmp(played->ends, rp_outcome_name(sim.outcome)) == 0)
            continue;
        print_error("%s: seed %d ends %s, wanted %s\n", path, (int)seed,
                    rp_outcome_name(sim.outcome), played->ends ? played->ends : "a first line");
        wrong_ends++;
    }
}

static void played_sessions_end_as_their_first_line_says(void **unused)
{
    (void)unused;
    wrong_ends = 0;
    each_session(ends_as_it_says);
    assert_int_equal(wrong_ends, 0);
}

static void is_the_same_twice(const char *path, const struct rp_scenario *scenario,
                              const struct rp_played *played)
{
    struct rp_text told[2] = {{0}, {0}};
    (void)path;
    for (size_t i = 0; i < 2; i++) {
        struct rp_simulation sim = simulation(scenario, played, 7);
        sim.transcript = &told[i];
        assert_int_equal(rp_simulate(&sim), RP_OK);
    }
    assert_int_equal(told[0].length, told[1].length);
    assert_memory_equal(told[0].bytes, told[1].bytes, told[0].length);
    rp_text_clear(&told[0]);
    rp_text_clear(&told[1]);
}

static void one_seed_gives_one_session_to_the_byte(void **unused)
{
    (void)unused;
    each_session(is_the_same_twice);
}

static void insert_rude(struct rp_played *to, const struct rp_played *from, size_t at)
{
    static const struct rp_played_act rude = {.text = "Shut up, you stupid idiot."};
    to->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        if (i == at)
            to->acts[to->count++] = rude;
        to->acts[to->count++] = from->acts[i];
    }
}

/* Compared at the end of what both lived through: who leaves in anger hears no more kind words. */
static uint8_t anger_when_over(const struct rp_simulation *sim)
{
    return sim->anger[sim->path_n - 1];
}

static void gets_no_calmer_by_rudeness(const char *path, const struct rp_scenario *scenario,
                                       const struct rp_played *played)
{
    struct rp_simulation plain = simulation(scenario, played, 11);
    assert_int_equal(rp_simulate(&plain), RP_OK);
    for (size_t i = 0; i < INSERTIONS; i++) {
        struct rp_played longer = {.ends = NULL};
        insert_rude(&longer, played, i * played->count / INSERTIONS);
        struct rp_simulation rude = simulation(scenario, &longer, 11);
        assert_int_equal(rp_simulate(&rude), RP_OK);
        bool left = rude.outcome == RP_OUTCOME_MANAGER || rude.outcome == RP_OUTCOME_WALK_OUT;
        if (!left && anger_when_over(&rude) < anger_when_over(&plain))
            print_error("%s: a rude line before row %zu calms him\n", path, i);
        assert_true(left || anger_when_over(&rude) >= anger_when_over(&plain));
    }
}

static void one_more_rude_line_never_calms_him(void **unused)
{
    (void)unused;
    each_session(gets_no_calmer_by_rudeness);
}

/* What the styles may come to, and how they end over all scenarios that have words for them. */
static void bad_styles_never_succeed(void **unused)
{
    (void)unused;
    static const char *const styles[] = {"money-first", "interrupter", "vague",
                                         "policy-wall", "rude",        "quiet"};
    for (size_t s = 0; s < RP_COUNT(styles); s++)
        for (size_t i = 0; i < rp_scenario_shelf_count(shelf); i++) {
            const struct rp_scenario *scenario = rp_scenario_shelf_at(shelf, i);
            char path[256], words[256];
            struct rp_text complaints = {0};
            struct rp_played played = {0};
            snprintf(path, sizeof(path), HEAROUT_SOURCE "/scenarios/styles/%s.txt", styles[s]);
            snprintf(words, sizeof(words), HEAROUT_SOURCE "/scenarios/styles/words/%s.txt",
                     scenario->id);
            assert_int_equal(rp_played_read(&played, path, words, &complaints), RP_OK);
            struct rp_simulation sim = simulation(scenario, &played, 5);
            assert_int_equal(rp_simulate(&sim), RP_OK);
            if (sim.outcome == RP_OUTCOME_SATISFIED || sim.outcome == RP_OUTCOME_GRUDGING)
                print_error("%s: %s succeeds\n", scenario->id, styles[s]);
            assert_true(sim.outcome != RP_OUTCOME_SATISFIED && sim.outcome != RP_OUTCOME_GRUDGING);
            rp_played_clear(&played);
        }
}

static void a_wrong_file_is_complained_of(void **unused)
{
    (void)unused;
    static const struct {
        const char *what, *rows, *wants;
    } rows[] = {
        {"marker", "!shout Hello\n", ":1: no such marker"},
        {"no words", "hello\n!cut\n", ":2: wants words"},
        {"words", "!close now\n", ":1: takes no words"},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        char path[] = "/tmp/hearout-played-XXXXXX";
        struct rp_text complaints = {0};
        struct rp_played played = {0};
        FILE *file = fdopen(mkstemp(path), "w");
        fputs(rows[i].rows, file);
        fclose(file);
        assert_int_equal(rp_played_read(&played, path, NULL, &complaints), RP_ERR_MALFORMED);
        assert_non_null(strstr(complaints.bytes, rows[i].wants));
        remove(path);
        rp_played_clear(&played);
        rp_text_clear(&complaints);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(played_sessions_end_as_their_first_line_says),
        cmocka_unit_test(one_seed_gives_one_session_to_the_byte),
        cmocka_unit_test(one_more_rude_line_never_calms_him),
        cmocka_unit_test(bad_styles_never_succeed),
        cmocka_unit_test(a_wrong_file_is_complained_of),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
