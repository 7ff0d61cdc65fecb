#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "rp_dialogue.h"
#include "rp_recognise.h"
#include "scenario.h"

/* Whole sessions as people would type them, in tests/scenarios/ID/NAME.txt: read by the
 * recogniser, answered by the customer, and ending as their first line says. */

enum { SEEDS = 5, LINE_BYTES_MAX = 4096, IDLE_MS = 6000, READ_MS = 4000, TYPE_MS = 90 };

static struct rp_scenario_shelf *shelf;
static struct rp_recogniser *recogniser;

struct session {
    const struct rp_scenario *scenario;
    struct rp_dialogue dialogue;
    struct rp_dialogue_out out;
    struct rp_utterance queue[RP_SPEAKER_QUEUE];
    size_t queued;
    int64_t now_ms;
    uint16_t line;
    enum rp_outcome outcome;
    bool ended;
};

static void take(struct session *s, struct rp_dialogue_event event)
{
    event.at_ms = s->now_ms;
    rp_dialogue_take(&s->dialogue, &s->scenario->script, &event, &s->out);
    if (s->out.replaces_plan)
        s->queued = 0;
    for (size_t i = 0; i < s->out.says_n; i++)
        s->queue[s->queued++] = s->out.says[i];
    if (s->out.outcome != RP_OUTCOME_NONE)
        s->outcome = s->out.outcome;
    s->ended |= s->out.ends;
}

static void hear_out(struct session *s)
{
    while (s->queued > 0) {
        struct rp_utterance said = s->queue[0];
        memmove(&s->queue[0], &s->queue[1], --s->queued * sizeof(s->queue[0]));
        s->now_ms += RP_SPEAKER_PAUSE_MS + said.words * RP_SPEAKER_WRITE_MS_PER_WORD;
        take(s, (struct rp_dialogue_event){.type = RP_DIALOGUE_PART_HEARD, .say = said.say});
    }
}

static void say(struct session *s, enum rp_dialogue_event_type type, const char *text)
{
    struct rp_understood understood;
    size_t length = strlen(text);
    s->now_ms += READ_MS + (int64_t)length * TYPE_MS;
    assert_int_equal(rp_recognise(recogniser, &s->scenario->words, text, length, &understood),
                     RP_OK);
    take(s, (struct rp_dialogue_event){.type = type, .line = ++s->line, .understood = &understood});
    hear_out(s);
}

/* What stands after `mark`, or NULL. */
static const char *after(const char *line, const char *mark)
{
    size_t length = strlen(mark);
    return strncmp(line, mark, length) == 0 ? line + length : NULL;
}

static void act(struct session *s, const char *line)
{
    const char *briefing = after(line, "[hand over] ");
    if (briefing) {
        say(s, RP_DIALOGUE_HAND_OVER, briefing);
    } else if (strcmp(line, "[silence]") == 0) {
        s->now_ms += IDLE_MS;
        take(s, (struct rp_dialogue_event){.type = RP_DIALOGUE_FLOOR_IDLE});
        hear_out(s);
    } else {
        say(s, RP_DIALOGUE_TURN, line);
    }
}

static const char *outcome_name(enum rp_outcome outcome)
{
    static const char *const names[RP_OUTCOMES] = {
        [RP_OUTCOME_NONE] = "none",
        [RP_OUTCOME_SATISFIED] = "satisfied",
        [RP_OUTCOME_GRUDGING] = "grudging",
        [RP_OUTCOME_MANAGER] = "manager",
        [RP_OUTCOME_WALK_OUT] = "walk_out",
        [RP_OUTCOME_UNRESOLVED] = "unresolved",
        [RP_OUTCOME_HANDED_OVER] = "handed_over",
        [RP_OUTCOME_ENDED_BY_POLICY] = "ended_by_policy",
        [RP_OUTCOME_SAFETY_MISS] = "safety_miss",
    };
    return names[outcome];
}

static const struct rp_scenario *scenario_of(const char *path)
{
    const char *id = path + strlen(HEAROUT_SOURCE "/tests/scenarios/");
    return rp_scenario_named(shelf, id, strcspn(id, "/"));
}

static void play(struct session *s, FILE *file, const char *path, uint64_t seed, char *wanted)
{
    char line[LINE_BYTES_MAX];
    *s = (struct session){.scenario = scenario_of(path)};
    if (s->scenario == NULL)
        fail_msg("%s: no scenario of that name", path);
    rp_dialogue_init(&s->dialogue, &s->scenario->script, seed, 3);
    take(s, (struct rp_dialogue_event){.type = RP_DIALOGUE_OPENING});
    hear_out(s);
    while (!s->ended && fgets(line, sizeof(line), file)) {
        line[strcspn(line, "\n")] = '\0';
        const char *ends = after(line, "# ends: ");
        if (ends)
            strcpy(wanted, ends);
        else if (*line && *line != '#')
            act(s, line);
    }
}

static void check(const char *path)
{
    static struct session session;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        char wanted[LINE_BYTES_MAX] = "";
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        play(&session, file, path, seed, wanted);
        fclose(file);
        if (!session.ended || strcmp(outcome_name(session.outcome), wanted) != 0)
            fail_msg("%s, seed %u: %s%s, wanted %s; anger %d, trust %d, grasped %d", path,
                     (unsigned)seed, outcome_name(session.outcome),
                     session.ended ? "" : " and goes on", wanted, session.dialogue.anger,
                     session.dialogue.trust, session.dialogue.grasped);
    }
}

static void sessions_end_as_they_say(void **unused)
{
    (void)unused;
    glob_t found;
    assert_int_equal(glob(HEAROUT_SOURCE "/tests/scenarios/*/*.txt", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        check(found.gl_pathv[i]);
    globfree(&found);
}

static int open_all(void **unused)
{
    (void)unused;
    struct rp_text complaints = {0};
    enum rp_err err = rp_scenario_shelf_open(&shelf, HEAROUT_SOURCE "/scenarios", &complaints);
    rp_text_clear(&complaints);
    return err == RP_OK && rp_recogniser_open(&recogniser) == RP_OK ? 0 : -1;
}

static int close_all(void **unused)
{
    (void)unused;
    rp_recogniser_close(recogniser);
    rp_scenario_shelf_close(shelf);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(sessions_end_as_they_say)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
