/* Memory gives out once, at every request in turn of a short workshop: nothing ends, nobody is told
 * what is not kept, everybody comes back and plays on to the released marks, and what was taken is
 * given back (the sanitizers look on).
 *
 * Each point is a process of its own. A sample in every run; NO_MEMORY_EVERY=1 for all points,
 * NO_MEMORY_FROM for where to begin: with EVERY=2, FROM=1 and FROM=2 are two halves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app_private.h"
#include "support/play.h"
#include "support/scarce.h"
#include "support/short_play.h"

enum { SAMPLE = 12 };

static const char *const whose_names[SCARCE_WHOSE] = {"ours", "SQLite's"};
static const enum rp_pairing pairings[] = {RP_PAIRING_BOT, RP_PAIRING_PAIRS};

static int open_all(void **unused)
{
    (void)unused;
    scarce_setup();
    return play_stage_open(NULL);
}

/* One case: what is played, whose request fails, and which of them. */
struct point {
    enum rp_pairing pairing;
    enum scarce_whose whose;
    uint64_t nth; /* 0: none */
};

static void open_house(struct short_play *play, enum rp_pairing pairing)
{
    struct sim_options options = play_options(1);
    options.told = short_play_told;
    options.context = play;
    memset(play, 0, sizeof(*play));
    sim_open(&play->sim, &options);
    play->pairing = pairing;
}

/* The whole workshop with that point; how many requests there were. */
static uint64_t play_through(const struct point *point, unsigned *faults)
{
    static struct short_play play;
    open_house(&play, point->pairing);
    scarce_begin(point->whose, point->nth);
    short_play_run(&play);
    uint64_t asked = scarce_end();
    sim_restart(&play.sim);
    short_play_look(&play);
    sim_close(&play.sim);
    sim_clear(&play.sim);
    *faults = play.faults;
    return asked;
}

/* In a process of its own, whose words are kept. */
static int run_apart(const struct point *point, FILE *words)
{
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        unsigned faults = 0;
        dup2(fileno(words), STDOUT_FILENO);
        dup2(fileno(words), STDERR_FILENO);
        play_through(point, &faults);
        exit(faults > 0); /* with a look at what was not given back */
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void print_words(FILE *words)
{
    char line[400];
    rewind(words);
    for (int i = 0; i < 40 && fgets(line, sizeof(line), words) != NULL; i++)
        fprintf(stderr, "    %s", line);
}

static unsigned try_point(const struct point *point)
{
    FILE *words = tmpfile();
    assert_non_null(words);
    int status = run_apart(point, words);
    if (status != 0) {
        fprintf(stderr, "pairing %d, request %llu of %s fails: status %x\n", point->pairing,
                (unsigned long long)point->nth, whose_names[point->whose], (unsigned)status);
        print_words(words);
    }
    fclose(words);
    return status != 0;
}

static unsigned try_points(enum rp_pairing pairing, enum scarce_whose whose)
{
    struct point point = {pairing, whose, 0};
    unsigned faults = 0, tried = 0;
    uint64_t all = play_through(&point, &faults);
    assert_int_equal(faults, 0);
    uint64_t every = play_setting("NO_MEMORY_EVERY", all / SAMPLE + 1);
    point.nth = play_setting("NO_MEMORY_FROM", 1 + (uint64_t)time(NULL) % every);
    for (; point.nth <= all; point.nth += every, tried++)
        faults += try_point(&point);
    print_message("pairing %d: %u of %llu requests of %s\n", pairing, tried,
                  (unsigned long long)all, whose_names[whose]);
    return faults;
}

static void a_workshop_outlives_it(void **unused)
{
    unsigned faults = 0;
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(pairings); i++)
        for (int whose = 0; whose < SCARCE_WHOSE; whose++)
            faults += try_points(pairings[i], (enum scarce_whose)whose);
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_workshop_outlives_it),
    };
    return cmocka_run_group_tests(tests, open_all, play_stage_close);
}
