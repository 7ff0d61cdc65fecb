#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "scenario.h"

#define SCENARIOS HEAROUT_SOURCE "/scenarios"
#define BAD HEAROUT_SOURCE "/tests/scenarios/bad"

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = calloc(1, 1 << 20);
    *length = fread(bytes, 1, (1 << 20) - 1, file);
    fclose(file);
    return bytes;
}

static int64_t cpu_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Refused fast, with that complaint among the others. */
static void refuse(const char *what, const char *bytes, size_t length, const char *complaint)
{
    struct rp_text complaints = {0};
    struct rp_scenario *scenario;
    int64_t before = cpu_ms();
    enum rp_err err = rp_scenario_parse(&scenario, "f", bytes, length, &complaints);
    int64_t took_ms = cpu_ms() - before;
    if (err != RP_ERR_MALFORMED || scenario != NULL)
        fail_msg("%s: not refused", what);
    if (complaints.length == 0 || strstr(complaints.bytes, complaint) == NULL)
        fail_msg("%s: wanted '%s' and got\n%s", what, complaint, complaints.bytes);
    if (took_ms > 100)
        fail_msg("%s: took %d ms", what, (int)took_ms);
    rp_text_clear(&complaints);
}

/* Each file says in its first line what is to be complained of. */
static void bad_files_are_refused_fast(void **unused)
{
    (void)unused;
    DIR *folder = opendir(BAD);
    unsigned count = 0;
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        char path[600], wants[300];
        size_t length;
        snprintf(path, sizeof(path), BAD "/%s", entry->d_name);
        char *bytes = read_file(path, &length);
        assert_memory_equal(bytes, "# wants: ", 9);
        snprintf(wants, sizeof(wants), "f:%.*s", (int)strcspn(bytes + 9, "\n"), bytes + 9);
        refuse(entry->d_name, bytes, length, wants);
        free(bytes);
        count++;
    }
    closedir(folder);
    assert_true(count > 30);
}

static void a_file_that_is_too_large_is_not_even_parsed(void **unused)
{
    (void)unused;
    size_t length = 256 * 1024 + 1;
    char *bytes = malloc(length);
    memset(bytes, '#', length);
    refuse("too large", bytes, length, "f:1:1: the file is larger than 262144 bytes");
    memset(bytes, '[', length);
    refuse("open lists", bytes, length - 1, "f:1:2001: more than 2000 brackets");
    for (size_t i = 1; i < length; i += 2)
        bytes[i] = '\n';
    refuse("lists on lines", bytes, length - 1, "f:2001:1: more than 2000 brackets");
    memset(bytes, 'x', length);
    refuse("one long line", bytes, length - 1, "f:1:4001: a line of more than 4000 characters");
    for (size_t i = 0; i < length; i++)
        bytes[i] = "- ? {\"&*!|>%@`'"[i * 7 % 16];
    refuse("odd signs", bytes, 3000, "f:1:");
    free(bytes);
}

static char *replaced(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    if (at == NULL)
        fail_msg("'%s' is not in the file", from);
    char *made = malloc(strlen(text) + strlen(to) + 1);
    size_t before = (size_t)(at - text);
    memcpy(made, text, before);
    strcpy(made + before, to);
    strcat(made, at + strlen(from));
    return made;
}

/* One fault put into the moving truck, and what is to be said of it. */
static const struct {
    const char *what, *from, *to, *complaint;
} faults[] = {
    {"unknown key", "start: {", "begin: {", "unknown key 'begin' of a scenario; allowed are "},
    {"missing key", "lang: en\n", "", "a scenario has no key 'lang'"},
    {"unknown language", "lang: en", "lang: xx", "'xx' is no language; allowed are en, de"},
    {"bad id", "id: moving-truck", "id: Moving Truck", "an id has 1 to 40 of a to z"},
    {"anger off the scale", "anger: 70, trust", "anger: 170, trust",
     "a whole number from 0 to 100 is wanted here"},
    {"currency", "currency: USD", "currency: dollars", "three capital letters, such as USD"},
    {"fact id twice", "- id: would_have", "- id: late", "duplicate fact id 'late'"},
    {"line id twice", "id: again-finish", "id: again-saying",
     "duplicate line id 'again-saying', given in line "},
    {"fact and line of one id", "id: again-finish", "id: late", "duplicate line id 'late'"},
    {"a story with a gap", "vent: 3", "vent: 4", "0 facts have vent 3; each number from 1 on"},
    {"a story with two thirds", "vent: 2", "vent: 3", "2 facts have vent 3; each number from 1 on"},
    {"no way to a fact", "by: [question, move]\n      after: [ask_solution]", "by: [move]",
     "nothing ever brings out the fact 'unsure_share'"},
    {"a fact both told and asked for", "    vent: 3\n", "    vent: 3\n    opens: {by: [silence]}\n",
     "has vent and opens; it can have one"},
    {"unknown move", "reveal_on: [ask_solution]", "reveal_on: [ask]",
     "'ask' is no move; allowed are greeting, use_name"},
    {"an ask nothing reveals", "reveal_on: [ask_solution]", "reveal_on: []",
     "0 moves; 1 to 26 are allowed"},
    {"no second wording of the ask", "    again:\n      - I told you. 50 dollars",
     "    more:\n      - I told you. 50 dollars", "unknown key 'more' of ask"},
    {"floor above ask", "floor: 2500", "floor: 6000", "floor <= ask amount <= loss must hold"},
    {"ask above loss", "loss: 10000", "loss: 4000", "floor <= ask amount <= loss must hold"},
    {"insult above floor", "insult_below: 1000", "insult_below: 2600",
     "insult_below is above floor"},
    {"nod below alone", "with_nod: 10000", "with_nod: 4000", "with_nod is below alone"},
    {"nothing can be agreed", "alone: 5000, with_nod: 10000", "alone: 1000, with_nod: 2000",
     "floor is above all authority"},
    {"unknown remedy", "full: [[money]]", "full: [[refund]]",
     "'refund' is no remedy; allowed are money and the ids under remedies"},
    {"empty set", "full: [[money]]", "full: [[]]", "0 remedies; 1 to 24 are allowed"},
    {"unknown target", "apology_targets: [window_unknown]", "apology_targets: [windows]",
     "'windows' is no fact"},
    {"unknown reaction", "  vague_assurance:\n", "  vague:\n", "unknown key 'vague' of lines"},
    {"a missing reaction",
     "  walk_out:\n    - {id: end-walk-out, say: \"Forget it. You'll read about this online.\"}\n",
     "", "0 lines of 'walk_out' fit low anger; at least 1 without abuse are wanted"},
    {"no catch-all for high anger", "{id: lost-high, anger: high", "{id: lost-high, anger: middle",
     "lines of 'not_understood' fit high anger"},
    {"only abuse", "{id: end-manager, say", "{id: end-manager, abuse: 1, say",
     "0 lines of 'manager' fit low anger"},
    {"unknown band", "anger: high, say: \"I am not done", "anger: hot, say: \"I am not done",
     "'hot' is no band of anger; allowed are low, middle, high"},
    {"a bubble too long", "say: \"Let me finish.\"",
     "say: \"a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a\"",
     "a bubble of 31 words; 1 to 30 are allowed: make it several"},
    {"an empty bubble", "say: \"Let me finish.\"", "say: \"\"",
     "a text of 0 characters; 1 to 400 are allowed"},
    {"a bubble of spaces", "say: \"Let me finish.\"", "say: \"  \"", "a bubble of 0 words"},
    {"a key fact nobody can tell", "    match:\n      - [\"1 pm\"", "    cues_:\n      - [\"1 pm\"",
     "the key fact 'late' has no match"},
    {"again longer than say", "again:\n      - Had I known",
     "again:\n      - Well.\n      - Had I known",
     "'again' of the fact 'would_have' has more bubbles than 'say'"},
    {"a briefing of too much", "briefing_facts_min: 3", "briefing_facts_min: 20",
     "a briefing wants 20 facts, and only 5 have a match"},
    {"a card's unknown part", "    who:\n", "    whom:\n",
     "unknown key 'whom' of the customer's card"},
    {"a card's fact that is none", "- tells: [deposit]", "- tells: [loss]", "'loss' is no fact"},
    {"a fact on no line of the card", "- tells: [deposit]", "- tells: [wish]",
     "0 lines of the customer's card tell 'deposit'; one is wanted"},
    {"a fact on two lines", "- tells: [deposit]", "- tells: [deposit, late]",
     "2 lines of the customer's card tell 'late'; one is wanted"},
    {"openings too short",
     "Had I known, I would have taken the first truck in the morning. I had that whole day "
     "planned. Do you people ever tell anybody about your window?",
     "Well?", "the opening lines have 55 words; allowed are 60 to 90"},
    {"a number as flag", "key: true", "key: 1", "true or false is wanted here"},
    {"a text as list", "cues: [told, window", "cues: told # [", "a list of words is wanted here"},
};

static void faults_are_named_with_what_is_allowed(void **unused)
{
    (void)unused;
    size_t length;
    char *truck = read_file(SCENARIOS "/moving-truck.yaml", &length);
    for (unsigned i = 0; i < RP_COUNT(faults); i++) {
        char *bad = replaced(truck, faults[i].from, faults[i].to);
        refuse(faults[i].what, bad, strlen(bad), faults[i].complaint);
        free(bad);
    }
    free(truck);
}

static void a_complaint_has_its_place(void **unused)
{
    (void)unused;
    static const char text[] = "format: 1\nid: x\ntitle: [a]\n";
    refuse("place", text, strlen(text), "f:3:8: a text is wanted here, not a list or a mapping\n");
}

/* Authors see all faults at once, and not more than they can read. */
static void every_fault_is_named_up_to_a_bound(void **unused)
{
    (void)unused;
    struct rp_text complaints = {0};
    struct rp_scenario *scenario;
    char many[4000] = "";
    for (unsigned i = 0; i < 70; i++)
        snprintf(many + strlen(many), sizeof(many) - strlen(many), "wrong%u: 1\n", i);
    assert_int_equal(rp_scenario_parse(&scenario, "f", many, strlen(many), &complaints),
                     RP_ERR_MALFORMED);
    unsigned lines = 0;
    for (size_t i = 0; i < complaints.length; i++)
        lines += complaints.bytes[i] == '\n';
    assert_in_range(lines, 20, 40);
    rp_text_clear(&complaints);
}

/* The shelf. */

static struct rp_scenario_shelf *open_shelf(void)
{
    struct rp_text complaints = {0};
    struct rp_scenario_shelf *shelf;
    if (rp_scenario_shelf_open(&shelf, SCENARIOS, &complaints) != RP_OK)
        fail_msg("%s", complaints.bytes);
    rp_text_clear(&complaints);
    return shelf;
}

static void the_shelf_finds_by_name_and_by_content(void **unused)
{
    (void)unused;
    struct rp_scenario_shelf *shelf = open_shelf();
    const struct rp_scenario *truck = rp_scenario_named(shelf, "moving-truckX", 12);
    assert_non_null(truck);
    assert_string_equal(truck->title, "The truck that came at three");
    assert_int_equal(strlen(truck->hash), 64);
    assert_ptr_equal(rp_scenario_hashed(shelf, truck->hash, 64), truck);
    assert_null(rp_scenario_named(shelf, "moving", 6));
    assert_null(rp_scenario_hashed(shelf, truck->hash, 63));
    assert_true(rp_scenario_shelf_count(shelf) >= 1);
    rp_scenario_shelf_close(shelf);
}

static void a_folder_or_file_that_is_not_there_is_named(void **unused)
{
    (void)unused;
    struct rp_text complaints = {0};
    struct rp_scenario_shelf *shelf;
    struct rp_scenario *scenario;
    assert_int_equal(rp_scenario_shelf_open(&shelf, "/nowhere", &complaints), RP_ERR_IO);
    assert_null(shelf);
    assert_int_equal(rp_scenario_load(&scenario, "/nowhere/x.yaml", &complaints), RP_ERR_IO);
    assert_non_null(strstr(complaints.bytes, "/nowhere/x.yaml:1:1: the file cannot be read"));
    rp_text_clear(&complaints);
}

static void the_moving_truck_keeps_its_facts(void **unused)
{
    (void)unused;
    struct rp_scenario_shelf *shelf = open_shelf();
    const struct rp_scenario *truck = rp_scenario_named(shelf, "moving-truck", 12);
    const struct rp_script *script = &truck->script;
    assert_int_equal(script->start_anger, 70);
    assert_int_equal(script->start_trust, 25);
    assert_int_equal(script->resolution.loss, 10000);
    assert_int_equal(script->resolution.ask, 5000);
    assert_int_equal(script->resolution.floor, 2500);
    assert_int_equal(script->resolution.alone, 5000);
    assert_int_equal(script->story_n, 3);
    assert_int_equal(script->heard_per_part, 20);
    assert_string_equal(truck->fact_ids[1], "window_unknown");
    assert_int_equal(script->apology_targets, 2); /* not the hour: that was inside the window */
    assert_string_equal(truck->words.first_name, "Dana");
    assert_string_equal(truck->words.last_name, "Reyes");
    assert_int_equal(truck->play_ms, 12 * 60000);
    rp_scenario_shelf_close(shelf);
}

/* Whatever the files say, the core may rely on its indices. */
static void every_script_is_whole(void **unused)
{
    (void)unused;
    struct rp_scenario_shelf *shelf = open_shelf();
    for (size_t n = 0; n < rp_scenario_shelf_count(shelf); n++) {
        const struct rp_scenario *scenario = rp_scenario_shelf_at(shelf, n);
        const struct rp_script *script = &scenario->script;
        assert_string_equal(scenario->says[0], "");
        for (unsigned i = 1; i < script->says_n; i++) {
            assert_in_range(script->says[i].line, 1, script->lines_n - 1u);
            assert_in_range(script->says[i].words, 1, RP_SCRIPT_BUBBLE_WORDS_MAX);
            assert_true(*scenario->says[i]);
        }
        for (unsigned i = 1; i < script->lines_n; i++) {
            const struct rp_script_line *line = &script->lines[i];
            assert_in_range(line->says, 1, RP_SCRIPT_BUBBLES_MAX);
            assert_true(line->say + line->says <= script->says_n);
            assert_int_equal(script->says[line->say].line, i);
            assert_true(line->bands);
            assert_true(*scenario->line_ids[i]);
        }
        for (unsigned i = 0; i < script->facts_n; i++)
            assert_int_equal(script->lines[script->facts[i].line].fact, i);
        for (unsigned seat = RP_SEAT_TRAINEE; seat <= RP_SEAT_OBSERVER; seat++)
            assert_true(scenario->cards[seat].sections_n > 0);
    }
    rp_scenario_shelf_close(shelf);
}

/* Editors are told the same names that the loader takes. */
static void the_schema_knows_every_reaction_and_move(void **unused)
{
    (void)unused;
    json_t *schema = json_load_file(SCENARIOS "/schema.json", JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(schema);
    json_t *lines = json_object_get(json_object_get(json_object_get(schema, "properties"), "lines"),
                                    "properties");
    assert_int_equal(json_object_size(lines), RP_REACTIONS);
    for (unsigned i = 0; i < RP_REACTIONS; i++)
        assert_non_null(json_object_get(lines, rp_reaction_name((enum rp_reaction)i)));
    json_t *moves = json_object_get(
        json_object_get(json_object_get(json_object_get(schema, "$defs"), "moves"), "items"),
        "enum");
    assert_int_equal(json_array_size(moves), RP_MOVES);
    for (unsigned i = 0; i < RP_MOVES; i++)
        assert_string_equal(json_string_value(json_array_get(moves, i)),
                            rp_move_name((enum rp_move)i));
    json_decref(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_files_are_refused_fast),
        cmocka_unit_test(a_file_that_is_too_large_is_not_even_parsed),
        cmocka_unit_test(faults_are_named_with_what_is_allowed),
        cmocka_unit_test(a_complaint_has_its_place),
        cmocka_unit_test(every_fault_is_named_up_to_a_bound),
        cmocka_unit_test(the_shelf_finds_by_name_and_by_content),
        cmocka_unit_test(a_folder_or_file_that_is_not_there_is_named),
        cmocka_unit_test(the_moving_truck_keeps_its_facts),
        cmocka_unit_test(every_script_is_whole),
        cmocka_unit_test(the_schema_knows_every_reaction_and_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
