/* train.c: labelled lines -> rp_weights.c.
 *
 * usage: train [--hold VOICE[,VOICE...]] [--out FILE] [--predict FILE] LINES.tsv...
 *
 * LINES    id, moves, utterance, hint (scenario|customer name|voice), as scenarios/moves/README.md
 *          says. A voice is the unit that is left out: lines of one writer resemble each other.
 * Method   one logistic regression a move over the features of rp_features.h. A line is a bag of
 *          stretches and its score the best one's, so that a label of a long line is learned from
 *          the part that earned it. Adagrad, fixed order, no randomness but a fixed shuffle: the
 *          same files give the same weights.
 * Figures  every voice is predicted by a model that never saw it; thresholds are chosen on those
 *          predictions. Voices under --hold take no part in either and are only scored.
 */
#include "rp_features.h"
#include "rp_judge.h"
#include "rp_name.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    VOICES_MAX = 64,
    FOLDS = 10,
    EPOCHS = 14,
    LINES_MAX = 20000,
    LINE_BYTES_MAX = 8192,
    STEP_MAX = 31, /* a weight is one letter of rp_weights.h */
};

static const float RATE = 0.35f, MARK_RATE = 0.1f, SHRINK = 2e-5f, POSITIVE = 2.0f;

/* An accusation must be right this often before it is made, and before it moves state. */
static const double ACCUSE_PRECISION = 0.92, CONFIDENT_PRECISION = 0.96;

struct stretch {
    uint16_t *buckets;
    size_t count;
    bool marks[RP_MARKS];
};

struct example {
    char *id;
    uint32_t moves;
    uint8_t voice;
    bool named;
    size_t stretches_n;
    struct stretch *stretches;
    float scores[RP_MOVES]; /* by the model that did not see its voice */
};

struct model {
    float bias[RP_MOVES], bias_sum[RP_MOVES];
    float marks[RP_MARKS][RP_MOVES], marks_sum[RP_MARKS][RP_MOVES];
    float weights[RP_BUCKETS][RP_MOVES], sums[RP_BUCKETS][RP_MOVES];
};

static struct example examples[LINES_MAX];
static size_t examples_n;
static char voices[VOICES_MAX][40];
static size_t voices_n;
static bool held[VOICES_MAX];
static struct rp_lexicon *lexicon;

static void *must(void *memory)
{
    if (memory == NULL) {
        fprintf(stderr, "train: out of memory\n");
        exit(1);
    }
    return memory;
}

static uint8_t voice_of(const char *name)
{
    for (size_t i = 0; i < voices_n; i++)
        if (strcmp(voices[i], name) == 0)
            return (uint8_t)i;
    RP_CHECK(voices_n < VOICES_MAX);
    snprintf(voices[voices_n], sizeof(voices[0]), "%s", name);
    return (uint8_t)voices_n++;
}

static uint32_t moves_of(const char *list, const char *file, int line)
{
    uint32_t moves = 0;
    while (*list != '\0' && strcmp(list, "-") != 0) {
        size_t n = strcspn(list, ",");
        enum rp_move move = rp_move_named(list, n);
        if (move == RP_MOVES) {
            fprintf(stderr, "%s:%d: unknown move %.*s\n", file, line, (int)n, list);
            exit(2);
        }
        moves |= 1u << move;
        list += n + (list[n] == ',');
    }
    return moves;
}

static void read_features(struct example *example, const struct rp_reading *text)
{
    static struct rp_features features;
    struct rp_stretch stretches[RP_STRETCHES_MAX];
    struct rp_hits hits = {.count = 0};
    struct rp_span span;
    for (size_t i = 0; i < text->clauses_n; i++)
        rp_lexicon_match(lexicon, text, text->clauses[i], &hits);
    example->named = rp_name_uses(text, &span) > 0;
    example->stretches_n = rp_features_stretches(text, stretches);
    example->stretches = must(calloc(example->stretches_n + 1, sizeof(struct stretch)));
    for (size_t i = 0; i < example->stretches_n; i++) {
        struct stretch *stretch = &example->stretches[i];
        rp_features_read(&features, text, &hits, stretches[i]);
        stretch->count = features.count;
        stretch->buckets = must(malloc(features.count * sizeof(uint16_t) + 1));
        memcpy(stretch->buckets, features.buckets, features.count * sizeof(uint16_t));
        memcpy(stretch->marks, features.marks, sizeof(stretch->marks));
    }
}

/* Splits "Dana Reyes" in place. */
static struct rp_case_words named(char *name)
{
    struct rp_case_words words = {.first_name = name};
    char *space = strchr(name, ' ');
    if (space != NULL) {
        *space = '\0';
        words.last_name = space + 1;
    }
    return words;
}

static bool next_field(char **rest, char separator, char **field)
{
    *field = *rest;
    char *end = strchr(*rest, separator);
    if (end != NULL)
        *end = '\0';
    *rest = end == NULL ? *rest + strlen(*rest) : end + 1;
    return end != NULL;
}

static void read_line(char *line, const char *file, int number)
{
    static struct rp_reading text;
    char *id, *moves, *utterance, *scenario, *name;
    bool whole = next_field(&line, '\t', &id) && next_field(&line, '\t', &moves) &&
                 next_field(&line, '\t', &utterance) && next_field(&line, '|', &scenario) &&
                 next_field(&line, '|', &name);
    if (!whole || examples_n == LINES_MAX) {
        fprintf(stderr, "%s:%d: needs id, moves, utterance, scenario|name|voice\n", file, number);
        exit(2);
    }
    struct example *example = &examples[examples_n++];
    struct rp_case_words words = named(name);
    example->id = must(malloc(strlen(id) + 1));
    strcpy(example->id, id);
    example->moves = moves_of(moves, file, number);
    example->voice = voice_of(line);
    if (rp_reading_make(&text, &words, utterance, strlen(utterance)) != RP_OK) {
        fprintf(stderr, "%s:%d: no UTF-8, or too long\n", file, number);
        exit(2);
    }
    read_features(example, &text);
}

static void read_file(const char *path)
{
    char line[LINE_BYTES_MAX];
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    for (int number = 1; fgets(line, sizeof(line), file) != NULL; number++) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] != '\0' && strncmp(line, "id\t", 3) != 0)
            read_line(line, path, number);
    }
    fclose(file);
}

static void score_stretch(const struct model *model, const struct stretch *stretch,
                          float scores[RP_MOVES])
{
    float sums[RP_MOVES] = {0};
    for (size_t i = 0; i < stretch->count; i++)
        for (size_t m = 0; m < RP_MOVES; m++)
            sums[m] += model->weights[stretch->buckets[i]][m];
    float length = sqrtf((float)stretch->count);
    for (size_t m = 0; m < RP_MOVES; m++)
        scores[m] = model->bias[m] + sums[m] / length;
    for (size_t k = 0; k < RP_MARKS; k++)
        for (size_t m = 0; stretch->marks[k] && m < RP_MOVES; m++)
            scores[m] += model->marks[k][m];
}

static void score_line(const struct model *model, const struct example *example,
                       float best[RP_MOVES], size_t which[RP_MOVES])
{
    for (size_t m = 0; m < RP_MOVES; m++) {
        best[m] = -1e9f;
        which[m] = 0;
    }
    for (size_t i = 0; i < example->stretches_n; i++) {
        float scores[RP_MOVES];
        score_stretch(model, &example->stretches[i], scores);
        for (size_t m = 0; m < RP_MOVES; m++)
            if (scores[m] > best[m]) {
                best[m] = scores[m];
                which[m] = i;
            }
    }
}

static void step(float *weight, float *sum, float gradient, float rate)
{
    *sum += gradient * gradient;
    *weight -= rate * gradient / sqrtf(*sum + 1e-6f);
}

static void learn_stretch(struct model *model, const struct stretch *stretch,
                          const float gradients[RP_MOVES])
{
    float length = sqrtf((float)stretch->count);
    for (size_t i = 0; i < stretch->count; i++) {
        float *weights = model->weights[stretch->buckets[i]];
        float *sums = model->sums[stretch->buckets[i]];
        for (size_t m = 0; m < RP_MOVES; m++)
            if (gradients[m] != 0)
                step(&weights[m], &sums[m], gradients[m] / length + SHRINK * weights[m], RATE);
    }
    for (size_t m = 0; m < RP_MOVES; m++) {
        if (gradients[m] == 0)
            continue;
        step(&model->bias[m], &model->bias_sum[m], gradients[m], MARK_RATE);
        for (size_t k = 0; k < RP_MARKS; k++)
            if (stretch->marks[k])
                step(&model->marks[k][m], &model->marks_sum[k][m], gradients[m], MARK_RATE);
    }
}

static void learn_line(struct model *model, const struct example *example)
{
    float best[RP_MOVES];
    size_t which[RP_MOVES];
    score_line(model, example, best, which);
    for (size_t i = 0; i < example->stretches_n; i++) {
        float gradients[RP_MOVES] = {0};
        bool any = false;
        for (size_t m = 0; m < RP_MOVES; m++) {
            if (which[m] != i)
                continue;
            float wanted = (example->moves & 1u << m) != 0 ? 1.0f : 0.0f;
            float gradient = 1.0f / (1.0f + expf(-best[m])) - wanted;
            if (fabsf(gradient) < 0.01f)
                continue;
            gradients[m] = gradient * (wanted > 0 ? POSITIVE : 1.0f);
            any = true;
        }
        if (any)
            learn_stretch(model, &example->stretches[i], gradients);
    }
}

static void shuffle(size_t *order, size_t n, uint32_t *state)
{
    for (size_t i = n; i > 1; i--) {
        *state = *state * 1664525u + 1013904223u;
        size_t j = (*state >> 8) % i, kept = order[i - 1];
        order[i - 1] = order[j];
        order[j] = kept;
    }
}

/* Learns from every line but those of voices that are left out. */
static void learn(struct model *model, const bool left_out[VOICES_MAX])
{
    static size_t order[LINES_MAX];
    size_t n = 0;
    uint32_t state = 1;
    memset(model, 0, sizeof(*model));
    for (size_t m = 0; m < RP_MOVES; m++)
        model->bias[m] = -3.0f;
    for (size_t i = 0; i < examples_n; i++)
        if (!left_out[examples[i].voice])
            order[n++] = i;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(order, n, &state);
        for (size_t i = 0; i < n; i++)
            learn_line(model, &examples[order[i]]);
    }
}

/* Rounds the weights to what one letter holds; the server adds up the same. */
static void round_weights(struct model *model, float units[RP_MOVES])
{
    for (size_t m = 0; m < RP_MOVES; m++) {
        double squares = 0;
        size_t n = 0;
        for (size_t b = 0; b < RP_BUCKETS; b++)
            if (model->weights[b][m] != 0) {
                squares += (double)model->weights[b][m] * model->weights[b][m];
                n++;
            }
        float spread = n == 0 ? 1.0f : (float)sqrt(squares / (double)n);
        units[m] = spread * 5.0f / STEP_MAX;
        for (size_t b = 0; b < RP_BUCKETS; b++) {
            float steps = roundf(model->weights[b][m] / units[m]);
            model->weights[b][m] = units[m] * fminf(fmaxf(steps, -STEP_MAX), STEP_MAX);
        }
    }
}

static void predict(const struct model *model, size_t i)
{
    size_t which[RP_MOVES];
    score_line(model, &examples[i], examples[i].scores, which);
}

/* Scores each voice by a model that never saw it. */
static void cross_predict(struct model *model)
{
    float units[RP_MOVES];
    bool left_out[VOICES_MAX];
    memcpy(left_out, held, sizeof(held));
    learn(model, left_out);
    round_weights(model, units);
    for (size_t i = 0; i < examples_n; i++)
        if (held[examples[i].voice])
            predict(model, i);
    for (size_t fold = 0; fold < FOLDS; fold++) {
        memcpy(left_out, held, sizeof(held));
        for (size_t v = fold; v < voices_n; v += FOLDS)
            left_out[v] = true;
        learn(model, left_out);
        round_weights(model, units);
        for (size_t i = 0; i < examples_n; i++)
            if (examples[i].voice % FOLDS == fold && !held[examples[i].voice])
                predict(model, i);
    }
}

struct ranked {
    float score;
    bool right;
};

static int by_score(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    return (left->score < right->score) - (left->score > right->score);
}

/* The threshold of best F1 among those that keep the precision; none keeps it: no credit. */
static float threshold(const struct ranked *ranked, size_t n, size_t positives, double precision)
{
    size_t hits = 0;
    double best = 0;
    float at = 1e6f;
    for (size_t i = 0; i < n; i++) {
        hits += ranked[i].right;
        double p = (double)hits / (double)(i + 1);
        double f = 2.0 * (double)hits / (double)(i + 1 + positives);
        if (p < precision || f <= best || i + 1 == n)
            continue;
        best = f;
        at = (ranked[i].score + ranked[i + 1].score) / 2;
    }
    return at;
}

static void choose_thresholds(float found[RP_MOVES], float confident[RP_MOVES])
{
    static struct ranked ranked[LINES_MAX];
    for (size_t m = 0; m < RP_MOVES; m++) {
        size_t n = 0, positives = 0;
        for (size_t i = 0; i < examples_n; i++) {
            if (held[examples[i].voice])
                continue;
            ranked[n] = (struct ranked){examples[i].scores[m], (examples[i].moves & 1u << m) != 0};
            positives += ranked[n++].right;
        }
        qsort(ranked, n, sizeof(ranked[0]), by_score);
        bool accuses = rp_move_accuses((enum rp_move)m);
        found[m] = threshold(ranked, n, positives, accuses ? ACCUSE_PRECISION : 0);
        confident[m] = accuses ? threshold(ranked, n, positives, CONFIDENT_PRECISION) : found[m];
        if (confident[m] < found[m])
            confident[m] = found[m];
    }
}

static int32_t fixed(double value, double one)
{
    return (int32_t)lround(fmin(fmax(value * one, -1e9), 1e9));
}

static uint32_t judged(const struct example *example, const float found[RP_MOVES])
{
    int32_t scores[RP_MOVES], thresholds[RP_MOVES];
    for (size_t m = 0; m < RP_MOVES; m++) {
        scores[m] = fixed(example->scores[m], 1024);
        thresholds[m] = fixed(found[m], 1024);
    }
    return rp_judge(scores, thresholds) | (example->named ? 1u << RP_MOVE_USE_NAME : 0);
}

struct figures {
    size_t both[RP_MOVES], only_found[RP_MOVES], only_labelled[RP_MOVES];
    size_t none, none_kept;
};

static void count(struct figures *figures, const struct example *example, uint32_t found)
{
    for (size_t m = 0; m < RP_MOVES; m++) {
        bool labelled = (example->moves & 1u << m) != 0, credited = (found & 1u << m) != 0;
        figures->both[m] += labelled && credited;
        figures->only_found[m] += !labelled && credited;
        figures->only_labelled[m] += labelled && !credited;
    }
    figures->none += example->moves == 0;
    figures->none_kept += example->moves == 0 && found == 0;
}

static double macro(const struct figures *figures)
{
    double sum = 0;
    size_t used = 0;
    for (size_t m = 0; m < RP_MOVES; m++) {
        double both = (double)figures->both[m];
        double all = 2 * both + (double)(figures->only_found[m] + figures->only_labelled[m]);
        used += figures->both[m] + figures->only_labelled[m] > 0;
        sum += all > 0 ? 2 * both / all : 0;
    }
    return used == 0 ? 0 : sum / (double)used;
}

static double share(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

static void report(const char *title, bool of_held, const float found[RP_MOVES])
{
    struct figures all = {0};
    static struct figures by_voice[VOICES_MAX];
    size_t lines = 0;
    memset(by_voice, 0, sizeof(by_voice));
    for (size_t i = 0; i < examples_n; i++) {
        if (held[examples[i].voice] != of_held)
            continue;
        lines++;
        count(&all, &examples[i], judged(&examples[i], found));
        count(&by_voice[examples[i].voice], &examples[i], judged(&examples[i], found));
    }
    if (lines == 0)
        return;
    printf("%s, %zu lines\n", title, lines);
    for (size_t m = 0; m < RP_MOVES; m++)
        printf("  %-20s%5zu  precision %.3f  recall %.3f\n", rp_move_name((enum rp_move)m),
               all.both[m] + all.only_labelled[m],
               share(all.both[m], all.both[m] + all.only_found[m]),
               share(all.both[m], all.both[m] + all.only_labelled[m]));
    printf("  macro-F1 %.3f  none-kept %.3f\n", macro(&all), share(all.none_kept, all.none));
    for (size_t v = 0; v < voices_n; v++)
        if (held[v] == of_held)
            printf("  %-24s macro-F1 %.3f\n", voices[v], macro(&by_voice[v]));
}

static void write_numbers(FILE *file, const char *name, const float *values, double one)
{
    fprintf(file, "    .%s = {", name);
    for (size_t m = 0; m < RP_MOVES; m++)
        fprintf(file, "%s%d", m == 0 ? "" : m % 12 == 0 ? ",\n        " : ", ",
                (int)fixed(values[m], one));
    fprintf(file, "},\n");
}

static void write_row(FILE *file, const float *weights, const float units[RP_MOVES], size_t bucket)
{
    char row[RP_MOVES + 1] = "";
    bool any = false;
    for (size_t m = 0; m < RP_MOVES; m++) {
        int steps = (int)lroundf(weights[m] / units[m]);
        row[m] = '_' + steps == '\\' ? '#' : (char)('_' + steps);
        any = any || steps != 0;
    }
    if (any)
        fprintf(file, "    [%zu] = \"%s\",\n", bucket, row);
}

static void write_weights(const char *path, const struct model *model, const float units[RP_MOVES],
                          const float found[RP_MOVES], const float confident[RP_MOVES])
{
    FILE *file = must(fopen(path, "w"));
    fprintf(file, "/* Written by train/run. Change the labelled lines or the trainer instead. */\n"
                  "#include \"rp_weights.h\"\n\nconst struct rp_weights rp_weights = {\n");
    write_numbers(file, "bias", model->bias, 1024);
    /* The server divides by 64 times the root of the length and counts in 1024ths. */
    write_numbers(file, "unit", units, 1024.0 * 64.0);
    fprintf(file, "    .marks = {\n");
    for (size_t k = 0; k < RP_MARKS; k++) {
        fprintf(file, "        {");
        for (size_t m = 0; m < RP_MOVES; m++)
            fprintf(file, "%s%d", m == 0 ? "" : ", ", (int)fixed(model->marks[k][m], 1024));
        fprintf(file, "},\n");
    }
    fprintf(file, "    },\n");
    write_numbers(file, "found", found, 1024);
    write_numbers(file, "confident", confident, 1024);
    fprintf(file, "};\n\nconst char rp_weights_rows[RP_BUCKETS][RP_MOVES] = {\n");
    for (size_t b = 0; b < RP_BUCKETS; b++)
        write_row(file, model->weights[b], units, b);
    fprintf(file, "};\n");
    fclose(file);
}

static void write_predictions(const char *path, const float found[RP_MOVES])
{
    FILE *file = must(fopen(path, "w"));
    for (size_t i = 0; i < examples_n; i++) {
        uint32_t moves = judged(&examples[i], found);
        const char *separator = "";
        fprintf(file, "%s\t", examples[i].id);
        for (size_t m = 0; m < RP_MOVES; m++)
            if ((moves & 1u << m) != 0) {
                fprintf(file, "%s%s", separator, rp_move_name((enum rp_move)m));
                separator = ",";
            }
        fprintf(file, "%s\n", moves == 0 ? "-" : "");
    }
    fclose(file);
}

static void hold(char *names)
{
    char *name;
    while (*names != '\0') {
        next_field(&names, ',', &name);
        held[voice_of(name)] = true;
    }
}

int main(int argc, char **argv)
{
    const char *out = NULL, *predictions = NULL;
    float found[RP_MOVES], confident[RP_MOVES], units[RP_MOVES];
    struct model *model = must(malloc(sizeof(*model)));
    RP_CHECK(rp_lexicon_open(&lexicon) == RP_OK);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--hold") == 0 && i + 1 < argc)
            hold(argv[++i]);
        else if (strcmp(argv[i], "--out") == 0 && i + 1 < argc)
            out = argv[++i];
        else if (strcmp(argv[i], "--predict") == 0 && i + 1 < argc)
            predictions = argv[++i];
        else
            read_file(argv[i]);
    }
    cross_predict(model);
    choose_thresholds(found, confident);
    report("each voice by a model that never saw it", false, found);
    report("held back from training and thresholds", true, found);
    if (predictions != NULL)
        write_predictions(predictions, found);
    if (out != NULL) {
        learn(model, held);
        round_weights(model, units);
        write_weights(out, model, units, found, confident);
    }
    return 0;
}
