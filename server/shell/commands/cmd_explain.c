/* cmd_explain.c: says what the recogniser finds in lines, and where: for authors and scorers. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "options.h"
#include "rp_recognise.h"

enum {
    FIELDS_MAX = 4,
    LINE_BYTES_MAX = 20480, /* a line of 4,000 code points, its id and its hint */
    NAME_BYTES_MAX = 80,
};

/* One line to be read, as pieces of the input. */
struct task {
    const char *id, *utterance, *hint;
};

struct explain {
    struct rp_recogniser *recogniser;
    bool json;
    bool labelled; /* the header named a column of moves: it is skipped */
    bool failed;
};

static void complain(struct explain *explain, size_t line, const char *what)
{
    fprintf(stderr, "hearout explain: line %zu: %s\n", line, what);
    explain->failed = true;
}

static bool credited(const struct rp_move_found *found)
{
    return found->confident;
}

static void print_moves(const char *id, const struct rp_understood *understood)
{
    const char *separator = "\t";
    printf("%s", id);
    for (size_t i = 0; i < understood->moves_n; i++) {
        const struct rp_move_found *found = &understood->moves[i];
        if (!credited(found))
            continue;
        printf("%s%s", separator, rp_move_name((enum rp_move)found->move));
        separator = ",";
    }
    printf("%s\n", *separator == '\t' ? "\t-" : "");
}

static json_t *json_quote(const char *utterance, struct rp_span span)
{
    return json_stringn(utterance + span.begin, (size_t)(span.end - span.begin));
}

static json_t *json_move(const char *utterance, const struct rp_move_found *found)
{
    static const char *const reasons[RP_REASONS] = {"pattern", "words"};
    return json_pack("{s:s, s:b, s:f, s:s, s:i, s:i, s:o}", "move",
                     rp_move_name((enum rp_move)found->move), "credited", credited(found), "score",
                     found->score / 100.0, "reason", reasons[found->reason], "begin",
                     found->span.begin, "end", found->span.end, "evidence",
                     json_quote(utterance, found->span));
}

static json_t *json_quantity(const char *utterance, const struct rp_quantity *quantity)
{
    static const char *const kinds[RP_QUANTITY_KINDS] = {"number", "money", "percent",
                                                         "time",   "date",  "duration"};
    return json_pack("{s:s, s:I, s:i, s:i, s:o}", "kind", kinds[quantity->kind], "value",
                     (json_int_t)quantity->value, "begin", quantity->span.begin, "end",
                     quantity->span.end, "evidence", json_quote(utterance, quantity->span));
}

static void print_json(const struct task *task, const struct rp_understood *understood)
{
    json_t *moves = json_array(), *quantities = json_array();
    for (size_t i = 0; i < understood->moves_n; i++)
        json_array_append_new(moves, json_move(task->utterance, &understood->moves[i]));
    for (size_t i = 0; i < understood->quantities_n; i++)
        json_array_append_new(quantities,
                              json_quantity(task->utterance, &understood->quantities[i]));
    json_t *line =
        json_pack("{s:s, s:o, s:o}", "id", task->id, "moves", moves, "quantities", quantities);
    json_dumpf(line, stdout, JSON_COMPACT | JSON_REAL_PRECISION(6));
    putchar('\n');
    json_decref(line);
}

/* What the hint "scenario|customer name|..." lends: of the scenario, whose name may be unknown,
 * nothing is needed; of the name its parts, kept in `name`. */
static struct rp_case_words words_of(const char *hint, char name[NAME_BYTES_MAX])
{
    const char *bar = strchr(hint, '|');
    size_t length = bar == NULL ? 0 : strcspn(bar + 1, "|");
    length = (size_t)rp_min((int64_t)length, NAME_BYTES_MAX - 1);
    if (length > 0)
        memcpy(name, bar + 1, length);
    name[length] = '\0';
    struct rp_case_words words = {.first_name = name};
    char *space = strchr(name, ' ');
    if (space != NULL) {
        *space = '\0';
        words.last_name = space + 1;
    }
    return words;
}

static void explain_line(struct explain *explain, const struct task *task, size_t line)
{
    char name[NAME_BYTES_MAX];
    struct rp_case_words words = words_of(task->hint, name);
    struct rp_understood understood;
    enum rp_err err = rp_recognise(explain->recogniser, &words, task->utterance,
                                   strlen(task->utterance), &understood);
    if (err == RP_ERR_MALFORMED)
        complain(explain, line, "the utterance is not UTF-8");
    else if (err == RP_ERR_TOO_LARGE)
        complain(explain, line, "the utterance is too long, 4000 characters are allowed");
    else if (explain->json)
        print_json(task, &understood);
    else
        print_moves(task->id, &understood);
}

/* One line without its end. Longer than the buffer: false, and the rest is passed over. */
static bool read_line(FILE *in, char bytes[LINE_BYTES_MAX], size_t *length)
{
    size_t n = 0, read = 0;
    for (int c = getc(in); c != EOF && c != '\n'; c = getc(in), read++)
        if (n < LINE_BYTES_MAX - 1)
            bytes[n++] = (char)c;
    if (n > 0 && bytes[n - 1] == '\r')
        n--;
    bytes[n] = '\0';
    *length = n;
    return read < LINE_BYTES_MAX;
}

static size_t split(char *line, char *fields[FIELDS_MAX])
{
    size_t n = 0;
    while (n < FIELDS_MAX) {
        fields[n++] = line;
        line = strchr(line, '\t');
        if (line == NULL)
            break;
        *line++ = '\0';
    }
    return n;
}

static void explain_fields(struct explain *explain, char *line, size_t number)
{
    char *fields[FIELDS_MAX];
    size_t n = split(line, fields), utterance = explain->labelled ? 2 : 1;
    if (strcmp(fields[0], "id") == 0) {
        explain->labelled = n > 1 && strcmp(fields[1], "moves") == 0;
        return;
    }
    if (n <= utterance) {
        complain(explain, number,
                 explain->labelled ? "needs id, moves, utterance, hint by tabs"
                                   : "needs id, utterance, hint by tabs");
        return;
    }
    const struct task task = {fields[0], fields[utterance],
                              n > utterance + 1 ? fields[utterance + 1] : ""};
    explain_line(explain, &task, number);
}

static void explain_stream(struct explain *explain, FILE *in)
{
    static char line[LINE_BYTES_MAX];
    size_t length;
    for (size_t number = 1; !feof(in); number++) {
        if (!read_line(in, line, &length))
            complain(explain, number, "is too long, 4000 characters are allowed");
        else if (strlen(line) < length)
            complain(explain, number, "holds a zero byte");
        else if (length > 0)
            explain_fields(explain, line, number);
    }
    if (ferror(in)) {
        fprintf(stderr, "hearout explain: standard input cannot be read\n");
        explain->failed = true;
    }
}

int rp_cmd_explain(int argc, char **argv)
{
    struct explain explain = {.json = false};
    const struct rp_option options[] = {
        {"json", NULL, "one object a line: moves with score, evidence and reason; quantities", NULL,
         &explain.json},
    };
    const struct rp_command command = {
        "explain", "[UTTERANCE]",
        "say what lines do: id, utterance, scenario|customer name, by tabs, on standard input",
        options, RP_COUNT(options)};
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (operands > 1) {
        fprintf(stderr, "hearout explain: %s: one utterance is allowed; quote it\n", argv[1]);
        return RP_EXIT_USAGE;
    }
    if (rp_recogniser_open(&explain.recogniser) != RP_OK) {
        fprintf(stderr, "hearout explain: out of memory\n");
        return RP_EXIT_FAILED;
    }
    if (operands == 1)
        explain_line(&explain, &(struct task){"1", argv[0], ""}, 1);
    else
        explain_stream(&explain, stdin);
    rp_recogniser_close(explain.recogniser);
    bool written = fflush(stdout) == 0 && !ferror(stdout);
    return explain.failed || !written ? RP_EXIT_FAILED : RP_EXIT_DONE;
}
