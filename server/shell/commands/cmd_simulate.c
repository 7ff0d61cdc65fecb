/* cmd_simulate.c: plays scripted trainees against a scenario and says what came of it. */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "options.h"
#include "simulate.h"

enum { PATH_BYTES_MAX = 1024, RUNS_MAX = 10000 };

struct job {
    const char *scenario, *trainee, *runs, *seed, *heat;
    bool transcript, json;

    struct rp_text complaints;
    struct rp_scenario *loaded;
    struct rp_recogniser *recogniser;
    struct rp_played played;
    struct rp_simulation sim;
    struct rp_text told;
    json_t *sessions;
    bool otherwise; /* a session ended in another way than its file claims */
};

static bool is_path(const char *name)
{
    return strchr(name, '/') != NULL || strchr(name, '.') != NULL;
}

/* A name stands for a file among the scenarios; a path for itself. */
static bool find(char path[PATH_BYTES_MAX], const char *under, const char *name, const char *end)
{
    char folder[PATH_BYTES_MAX / 2];
    if (is_path(name))
        return (size_t)snprintf(path, PATH_BYTES_MAX, "%s", name) < PATH_BYTES_MAX;
    if (rp_scenario_folder_find(folder, sizeof(folder)) != RP_OK)
        return false;
    return (size_t)snprintf(path, PATH_BYTES_MAX, "%s/%s%s%s", folder, under, name, end) <
           PATH_BYTES_MAX;
}

static bool load_scenario(struct job *job)
{
    char path[PATH_BYTES_MAX];
    return find(path, "", job->scenario, ".yaml") &&
           rp_scenario_load(&job->loaded, path, &job->complaints) == RP_OK;
}

static bool load_trainee(struct job *job)
{
    char path[PATH_BYTES_MAX], words[PATH_BYTES_MAX];
    bool style = !is_path(job->trainee);
    if (!find(path, "styles/", job->trainee, ".txt") ||
        !find(words, "styles/words/", job->loaded->id, ".txt"))
        return false;
    return rp_played_read(&job->played, path, style ? words : NULL, &job->complaints) == RP_OK;
}

static bool load(struct job *job)
{
    bool right =
        load_scenario(job) && load_trainee(job) && rp_recogniser_open(&job->recogniser) == RP_OK;
    if (!right)
        fprintf(stderr, "%s",
                job->complaints.length ? job->complaints.bytes
                                       : "hearout simulate: the scenarios cannot be found\n");
    return right;
}

static json_t *json_path(const uint8_t *values, size_t count)
{
    json_t *path = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(path, json_integer(values[i]));
    return path;
}

static json_t *json_facts(const struct job *job)
{
    json_t *facts = json_array();
    for (unsigned i = 0; i < job->loaded->script.facts_n; i++)
        if (job->sim.revealed >> i & 1)
            json_array_append_new(facts, json_string(job->loaded->fact_ids[i]));
    return facts;
}

static void keep_json(struct job *job)
{
    const struct rp_simulation *sim = &job->sim;
    json_array_append_new(
        job->sessions,
        json_pack("{s:I, s:s, s:I, s:o, s:o, s:i, s:i, s:i, s:o}", "seed", (json_int_t)sim->seed,
                  "outcome", rp_outcome_name(sim->outcome), "ends_ms", (json_int_t)sim->ends_ms,
                  "anger", json_path(sim->anger, sim->path_n), "trust",
                  json_path(sim->trust, sim->path_n), "understood", sim->grasped_now, "floor",
                  sim->floor_score, "cut_ins", sim->cut_ins, "facts", json_facts(job)));
}

static void print_path(const char *name, const uint8_t *values, size_t count)
{
    printf("  %-10s", name);
    for (size_t i = 0; i < count; i++)
        printf(" %u", values[i]);
    printf("\n");
}

static void print_session(const struct job *job)
{
    const struct rp_simulation *sim = &job->sim;
    const struct rp_script *script = &job->loaded->script;
    printf("seed %" PRId64 ": %s after %" PRId64 " s, floor %u, cut-ins %u\n", sim->seed,
           rp_outcome_name(sim->outcome), sim->ends_ms / 1000, sim->floor_score, sim->cut_ins);
    print_path("anger", sim->anger, sim->path_n);
    print_path("trust", sim->trust, sim->path_n);
    printf("  understood %u\n  facts     ", sim->grasped_now);
    for (unsigned i = 0; i < script->facts_n; i++)
        if (sim->revealed >> i & 1)
            printf(" %s", job->loaded->fact_ids[i]);
    printf("\n");
    if (job->told.bytes)
        printf("\n%s\n", job->told.bytes);
}

static bool play_once(struct job *job)
{
    rp_text_clear(&job->told);
    if (rp_simulate(&job->sim) != RP_OK) {
        fprintf(stderr, "hearout simulate: a line cannot be read: 4000 characters of UTF-8 are "
                        "allowed\n");
        return false;
    }
    if (job->json)
        keep_json(job);
    else
        print_session(job);
    const char *claimed = job->played.ends, *outcome = rp_outcome_name(job->sim.outcome);
    if (claimed && strcmp(claimed, outcome) != 0) {
        fprintf(stderr, "hearout simulate: %s: ends %s, its first line says %s\n", job->trainee,
                outcome, claimed);
        job->otherwise = true;
    }
    return true;
}

/* Which of the scenario's lines were said in all the sessions. */
static json_t *json_lines(const struct job *job, bool said)
{
    json_t *lines = json_array();
    for (unsigned i = 1; i < job->loaded->script.lines_n; i++)
        if (job->sim.said[i] == said)
            json_array_append_new(lines, json_string(job->loaded->line_ids[i]));
    return lines;
}

static void print_all_json(struct job *job)
{
    json_t *all = json_pack("{s:s, s:s, s:O, s:o, s:o}", "scenario", job->loaded->id, "trainee",
                            job->trainee, "sessions", job->sessions, "said", json_lines(job, true),
                            "never", json_lines(job, false));
    json_dumpf(all, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(all);
}

static void print_coverage(const struct job *job)
{
    const struct rp_script *script = &job->loaded->script;
    unsigned said = 0;
    for (unsigned i = 1; i < script->lines_n; i++)
        said += job->sim.said[i];
    printf("lines said: %u of %u\nnever:", said, script->lines_n - 1u);
    for (unsigned i = 1; i < script->lines_n; i++)
        if (!job->sim.said[i])
            printf(" %s", job->loaded->line_ids[i]);
    printf("\n");
}

static bool play_all(struct job *job)
{
    long runs = strtol(job->runs, NULL, 10);
    job->sim.scenario = job->loaded;
    job->sim.recogniser = job->recogniser;
    job->sim.played = &job->played;
    job->sim.seed = strtoll(job->seed, NULL, 10);
    job->sim.heat = (uint8_t)strtol(job->heat, NULL, 10);
    job->sim.transcript = job->transcript ? &job->told : NULL;
    job->sessions = json_array();
    for (long i = 0; i < runs; i++, job->sim.seed++)
        if (!play_once(job))
            return false;
    if (job->json)
        print_all_json(job);
    else
        print_coverage(job);
    return !job->otherwise;
}

static void clear(struct job *job)
{
    json_decref(job->sessions);
    rp_text_clear(&job->told);
    rp_text_clear(&job->complaints);
    rp_played_clear(&job->played);
    rp_recogniser_close(job->recogniser);
    rp_scenario_free(job->loaded);
}

/* A whole number within its bounds. */
static bool is_number(const char *name, const char *text, long long min, long long max)
{
    char *end;
    long long value = strtoll(text, &end, 10);
    if (*text && !*end && value >= min && value <= max)
        return true;
    fprintf(stderr, "hearout simulate: --%s %s: %lld to %lld are allowed\n", name, text, min, max);
    return false;
}

int rp_cmd_simulate(int argc, char **argv)
{
    static struct job job = {.trainee = "textbook", .runs = "1", .seed = "1", .heat = "3"};
    const struct rp_option options[] = {
        {"trainee", "FILE|STYLE", "a played session, or one of scenarios/styles", &job.trainee,
         NULL},
        {"runs", "N", "sessions, each with the next seed", &job.runs, NULL},
        {"seed", "S", "of the first session", &job.seed, NULL},
        {"heat", "1-5", "puzzled to abusive", &job.heat, NULL},
        {"transcript", NULL, "every line, and what it did to the customer", NULL, &job.transcript},
        {"json", NULL, "one object for all sessions", NULL, &job.json},
    };
    const struct rp_command command = {"simulate", "SCENARIO",
                                       "play a scripted trainee in virtual time", options,
                                       RP_COUNT(options)};
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (operands != 1) {
        fprintf(stderr, "hearout simulate: one scenario is wanted, a file or its name; see "
                        "hearout simulate --help\n");
        return RP_EXIT_USAGE;
    }
    if (!is_number("runs", job.runs, 1, RUNS_MAX) || !is_number("heat", job.heat, 1, 5) ||
        !is_number("seed", job.seed, 0, INT32_MAX))
        return RP_EXIT_USAGE;
    job.scenario = argv[0];
    bool done = load(&job) && play_all(&job);
    clear(&job);
    return done ? RP_EXIT_DONE : RP_EXIT_FAILED;
}
