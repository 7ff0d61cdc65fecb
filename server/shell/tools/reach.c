#include "reach.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATH_BYTES_MAX = 1024, SEEDS = 4, HEAT_STEP = 2 };

static void play(struct rp_simulation *sim)
{
    for (sim->heat = 1; sim->heat <= 5; sim->heat = (uint8_t)(sim->heat + HEAT_STEP))
        for (sim->seed = 1; sim->seed <= SEEDS; sim->seed++)
            rp_simulate(sim);
}

static enum rp_err play_style(struct rp_simulation *sim, const char *style, const char *words,
                              struct rp_text *complaints)
{
    struct rp_played played = {0};
    enum rp_err err = rp_played_read(&played, style, words, complaints);
    sim->played = &played;
    if (err == RP_OK)
        play(sim);
    rp_played_clear(&played);
    return err;
}

enum rp_err rp_reach(const struct rp_scenario *scenario, const struct rp_recogniser *recogniser,
                     const char *folder, bool said[RP_SCRIPT_LINES_MAX], struct rp_text *complaints)
{
    char pattern[PATH_BYTES_MAX], words[PATH_BYTES_MAX];
    glob_t styles = {0};
    struct rp_simulation *sim = calloc(1, sizeof(*sim));
    enum rp_err err = sim ? RP_OK : RP_ERR_STORAGE;
    snprintf(pattern, sizeof(pattern), "%s/styles/*.txt", folder);
    snprintf(words, sizeof(words), "%s/styles/words/%s.txt", folder, scenario->id);
    if (err == RP_OK && glob(pattern, 0, NULL, &styles) != 0)
        err = RP_ERR_IO;
    if (err == RP_OK)
        *sim = (struct rp_simulation){.scenario = scenario, .recogniser = recogniser};
    for (size_t i = 0; i < styles.gl_pathc && err == RP_OK; i++)
        err = play_style(sim, styles.gl_pathv[i], words, complaints);
    for (size_t i = 0; i < RP_SCRIPT_LINES_MAX && err == RP_OK; i++)
        said[i] |= sim->said[i];
    globfree(&styles);
    free(sim);
    return err;
}
