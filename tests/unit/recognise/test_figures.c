/* The weights that are checked in keep the figures measured on voices they never saw. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "labelled.h"

enum { MACRO_FLOOR = 795 }; /* thousandths */

struct figures {
    const struct rp_recogniser *recogniser;
    size_t both[RP_MOVES], found[RP_MOVES], labelled[RP_MOVES];
    size_t none, none_kept;
};

static uint32_t credited(const struct rp_understood *understood)
{
    uint32_t moves = 0;
    for (size_t i = 0; i < understood->moves_n; i++)
        if (understood->moves[i].confident)
            moves |= 1u << understood->moves[i].move;
    return moves;
}

static void count(void *context, const struct labelled *line)
{
    struct figures *figures = context;
    struct rp_understood understood;
    assert_int_equal(rp_recognise(figures->recogniser, &line->words, line->utterance,
                                  strlen(line->utterance), &understood),
                     RP_OK);
    uint32_t moves = credited(&understood);
    for (size_t m = 0; m < RP_MOVES; m++) {
        bool found = (moves & 1u << m) != 0, labelled = (line->moves & 1u << m) != 0;
        figures->both[m] += found && labelled;
        figures->found[m] += found;
        figures->labelled[m] += labelled;
    }
    figures->none += line->moves == 0;
    figures->none_kept += line->moves == 0 && moves == 0;
}

/* In thousandths. */
static size_t macro_f1(const struct figures *figures)
{
    size_t sum = 0;
    for (size_t m = 0; m < RP_MOVES; m++) {
        size_t all = figures->found[m] + figures->labelled[m];
        sum += all == 0 ? 0 : 2000 * figures->both[m] / all;
    }
    return sum / RP_MOVES;
}

static void held_back_voices_are_read_as_well_as_measured(void **unused)
{
    static struct figures figures;
    char voices[512] = "";
    struct rp_recogniser *recogniser;
    size_t accused = 0, rightly = 0, lines = 0;
    (void)unused;
    assert_int_equal(rp_recogniser_open(&recogniser), RP_OK);
    figures.recogniser = recogniser;
    FILE *file = fopen(HEAROUT_SOURCE "/scenarios/moves/held.txt", "r");
    assert_non_null(file);
    assert_non_null(fgets(voices, sizeof(voices), file));
    fclose(file);
    voices[strcspn(voices, "\n")] = '\0';
    for (char *rest = voices; *rest != '\0';)
        lines += labelled_each(cut(&rest, ','), count, &figures);
    for (size_t m = 0; m < RP_MOVES; m++)
        if (rp_move_accuses((enum rp_move)m)) {
            accused += figures.found[m];
            rightly += figures.both[m];
        }
    print_message(
        "%zu lines: macro-F1 0.%03zu, accusations %zu of %zu right, none kept %zu of %zu\n", lines,
        macro_f1(&figures), rightly, accused, figures.none_kept, figures.none);
    assert_true(lines > 400);
    assert_true(rightly * 100 >= accused * 90);
    assert_true(macro_f1(&figures) >= MACRO_FLOOR);
    assert_true(figures.none_kept * 100 >= figures.none * 80);
    rp_recogniser_close(recogniser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(held_back_voices_are_read_as_well_as_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
