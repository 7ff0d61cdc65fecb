/* train.c: labelled lines -> rp_weights.c.
 *
 * usage: train [--hold VOICE[,VOICE...]] [--out FILE] LINES.tsv...
 *
 * LINES    id, moves, utterance, hint (scenario|customer name|voice), as scenarios/moves/README.md
 *          says. A voice is the unit that is left out: lines of one writer resemble each other.
 * Method   one linear support vector machine a move over the features of rp_features.h (squared
 *          hinge, dual coordinate descent: Hsieh et al., ICML 2008). Fixed order, no randomness
 *          but a fixed shuffle: the same files give the same weights.
 * Figures  every voice is predicted, by the server's own integer scorer, with a model that never
 *          saw it; thresholds are chosen on those predictions. Voices under --hold take no part
 *          in either and are only scored.
 */
#include "rp_judge.h"
#include "rp_name.h"
#include "rp_score.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    VOICES_MAX = 96,
    FOLDS = 10,
    EPOCHS = 25,
    LINES_MAX = 20000,
    LINE_BYTES_MAX = 8192,
    STEP_MAX = 31, /* a weight is one letter of rp_weights.h */
};

/* How much a wrong line costs, and what a pattern and the vector weigh beside the n-grams. */
static const float COST = 1.0f, MARK = 0.15f, VECTOR = 1.0f;

/* An accusation must be right this often before it is credited; a hint, before it is shown. */
static const double CONFIDENT_PRECISION = 0.92, HINT_PRECISION = 0.6;

struct example {
    uint32_t moves;
    uint8_t voice;
    bool named;
    float length, squares; /* root of the count of buckets; of all features together */
    float vector[RP_VECTOR_SIZE];
    struct rp_features features; /* of the first part, which is nearly always the line */
    int32_t scores[RP_MOVES];    /* by the model that did not see its voice */
    struct rp_reading *text;     /* NULL when the line has one part */
    struct rp_hits hits;
};

/* The weights of one move. */
struct plane {
    float buckets[RP_BUCKETS], marks[RP_MARKS], vector[RP_VECTOR_SIZE], bias;
};

static struct example *examples[LINES_MAX];
static size_t examples_n;
static char voices[VOICES_MAX][40];
static size_t voices_n;
static bool held[VOICES_MAX];
static struct rp_lexicon *lexicon;
static struct plane planes[RP_MOVES];

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

static void measure(struct example *example)
{
    const struct rp_features *features = &example->features;
    double squares = 0;
    for (size_t i = 0; i < RP_VECTOR_SIZE; i++)
        squares += (double)features->vector[i] * features->vector[i];
    for (size_t i = 0; squares > 0 && i < RP_VECTOR_SIZE; i++)
        example->vector[i] = VECTOR * (float)(features->vector[i] / sqrt(squares));
    example->length = sqrtf((float)features->count);
    example->squares = 2.0f + (squares > 0 ? VECTOR * VECTOR : 0); /* buckets and bias: 1 each */
    for (size_t k = 0; k < RP_MARKS; k++)
        example->squares += features->marks[k] ? MARK * MARK : 0;
}

static void read_features(struct example *example, const struct rp_reading *text)
{
    struct rp_part parts[RP_PARTS_MAX];
    struct rp_span span;
    for (size_t i = 0; i < text->clauses_n; i++)
        rp_lexicon_match(lexicon, text, text->clauses[i], &example->hits);
    example->named = rp_name_uses(text, &span) > 0;
    if (rp_features_parts(text, parts) > 1) {
        example->text = must(malloc(sizeof(*text)));
        *example->text = *text;
        /* It is learned from as a whole, and read in parts. */
        parts[0].last = text->words_n;
    }
    rp_features_read(&example->features, text, &example->hits, parts[0]);
    measure(example);
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
    struct example *example = examples[examples_n++] = must(calloc(1, sizeof(*example)));
    struct rp_case_words words = named(name);
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

static float *weight_of(struct plane *plane, const struct rp_features *features, size_t i)
{
    return &plane->buckets[features->buckets[i]];
}

static float margin(struct plane *plane, const struct example *example)
{
    const struct rp_features *features = &example->features;
    float buckets = 0, sum = plane->bias;
    for (size_t i = 0; i < features->count; i++)
        buckets += *weight_of(plane, features, i);
    for (size_t i = 0; i < RP_VECTOR_SIZE; i++)
        sum += plane->vector[i] * example->vector[i];
    for (size_t k = 0; k < RP_MARKS; k++)
        sum += features->marks[k] ? MARK * plane->marks[k] : 0;
    return sum + buckets / example->length;
}

static void move_plane(struct plane *plane, const struct example *example, float step)
{
    const struct rp_features *features = &example->features;
    for (size_t i = 0; i < features->count; i++)
        *weight_of(plane, features, i) += step / example->length;
    for (size_t i = 0; i < RP_VECTOR_SIZE; i++)
        plane->vector[i] += step * example->vector[i];
    for (size_t k = 0; k < RP_MARKS; k++)
        plane->marks[k] += features->marks[k] ? step * MARK : 0;
    plane->bias += step;
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

static void learn_move(struct plane *plane, size_t move, size_t *order, size_t n)
{
    static float alphas[LINES_MAX];
    const float slack = 1.0f / (2.0f * COST);
    uint32_t state = 1;
    memset(alphas, 0, sizeof(alphas));
    memset(plane, 0, sizeof(*plane));
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(order, n, &state);
        for (size_t i = 0; i < n; i++) {
            const struct example *example = examples[order[i]];
            float *alpha = &alphas[order[i]], sign = example->moves & 1u << move ? 1.0f : -1.0f;
            float gradient = sign * margin(plane, example) - 1.0f + *alpha * slack;
            float next = fmaxf(*alpha - gradient / (example->squares + slack), 0);
            if (next != *alpha)
                move_plane(plane, example, (next - *alpha) * sign);
            *alpha = next;
        }
    }
}

static int32_t fixed(double value, double one)
{
    return (int32_t)lround(fmin(fmax(value * one, -1e9), 1e9));
}

static char letter(float steps)
{
    char c = (char)('_' + (int)fminf(fmaxf(steps, -STEP_MAX), STEP_MAX));
    return c == '\\' ? '#' : c == '?' ? '!' : c;
}

/* Rounds a move's plane to what the server holds. */
static void round_plane(struct rp_weights *weights, const struct plane *plane, size_t move)
{
    double squares = 0;
    size_t n = 0;
    for (size_t b = 0; b < RP_BUCKETS; b++) {
        squares += (double)plane->buckets[b] * plane->buckets[b];
        n += plane->buckets[b] != 0;
    }
    float unit = n == 0 ? 1.0f : (float)sqrt(squares / (double)n) * 6.0f / STEP_MAX;
    weights->bias[move] = fixed(plane->bias, 1024);
    weights->unit[move] = fixed(unit, 65536);
    for (size_t b = 0; b < RP_BUCKETS; b++)
        weights->rows[b][move] = letter(roundf(plane->buckets[b] / unit));
    for (size_t k = 0; k < RP_MARKS; k++)
        weights->marks[k][move] = fixed(plane->marks[k] * MARK, 1024);
    for (size_t i = 0; i < RP_VECTOR_SIZE; i++)
        weights->vector[i][move] = fixed(plane->vector[i] * VECTOR, 65536);
}

/* Learns from every line but those of voices that are left out. The name is told by rule. */
static void learn(struct rp_weights *weights, const bool left_out[VOICES_MAX])
{
    static size_t order[LINES_MAX];
    size_t n = 0;
    for (size_t i = 0; i < examples_n; i++)
        if (!left_out[examples[i]->voice])
            order[n++] = i;
    for (size_t m = 0; m < RP_MOVES; m++) {
        learn_move(&planes[m], m, order, n);
        round_plane(weights, &planes[m], m);
    }
}

static void predict(const struct rp_weights *weights, struct example *example)
{
    struct rp_scores scores;
    if (example->text == NULL)
        rp_score_part(weights, &example->features, scores.best);
    else
        rp_score(weights, &scores, example->text, &example->hits);
    rp_judge_doubt(scores.best);
    memcpy(example->scores, scores.best, sizeof(example->scores));
}

/* Scores each voice by a model that never saw it. */
static void cross_predict(struct rp_weights *weights)
{
    bool left_out[VOICES_MAX];
    for (size_t fold = 0; fold < FOLDS; fold++) {
        memcpy(left_out, held, sizeof(held));
        for (size_t v = fold; v < voices_n; v += FOLDS)
            left_out[v] = true;
        learn(weights, left_out);
        for (size_t i = 0; i < examples_n; i++)
            if (examples[i]->voice % FOLDS == fold && !held[examples[i]->voice])
                predict(weights, examples[i]);
    }
}

struct ranked {
    int32_t score;
    bool right;
};

static int by_score(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    return (left->score < right->score) - (left->score > right->score);
}

/* The threshold of best F1 among those that keep the precision; none keeps it: no credit. */
static int32_t threshold(const struct ranked *ranked, size_t n, size_t positives, double precision)
{
    size_t hits = 0;
    double best = 0;
    int32_t at = INT32_MAX / 2;
    for (size_t i = 0; i < n; i++) {
        hits += ranked[i].right;
        double p = (double)hits / (double)(i + 1);
        double f = 2.0 * (double)hits / (double)(i + 1 + positives);
        if (p < precision || f <= best || i + 1 == n)
            continue;
        best = f;
        at = ranked[i + 1].score + (ranked[i].score - ranked[i + 1].score + 1) / 2;
    }
    return at;
}

static void choose_thresholds(struct rp_weights *weights)
{
    static struct ranked ranked[LINES_MAX];
    for (size_t m = 0; m < RP_MOVES; m++) {
        size_t n = 0, positives = 0;
        for (size_t i = 0; i < examples_n; i++) {
            const struct example *example = examples[i];
            if (held[example->voice])
                continue;
            ranked[n] = (struct ranked){example->scores[m], (example->moves & 1u << m) != 0};
            positives += ranked[n++].right;
        }
        qsort(ranked, n, sizeof(ranked[0]), by_score);
        bool accuses = rp_move_accuses((enum rp_move)m);
        weights->found[m] = threshold(ranked, n, positives, accuses ? HINT_PRECISION : 0);
        weights->confident[m] =
            accuses ? threshold(ranked, n, positives, CONFIDENT_PRECISION) : weights->found[m];
    }
}

/* What the server credits. */
static uint32_t judged(const struct rp_weights *weights, const struct example *example)
{
    return rp_judge(example->scores, weights->confident) |
           (example->named ? 1u << RP_MOVE_USE_NAME : 0);
}

struct figures {
    size_t both[RP_MOVES], only_found[RP_MOVES], only_labelled[RP_MOVES];
    size_t none, none_kept, accused, accused_rightly;
};

static void count(struct figures *figures, const struct example *example, uint32_t found)
{
    for (size_t m = 0; m < RP_MOVES; m++) {
        bool labelled = (example->moves & 1u << m) != 0, credited = (found & 1u << m) != 0;
        bool accused = credited && rp_move_accuses((enum rp_move)m);
        figures->both[m] += labelled && credited;
        figures->only_found[m] += !labelled && credited;
        figures->only_labelled[m] += labelled && !credited;
        figures->accused += accused;
        figures->accused_rightly += accused && labelled;
    }
    figures->none += example->moves == 0;
    figures->none_kept += example->moves == 0 && found == 0;
}

static double f1(const struct figures *figures, size_t m)
{
    double both = (double)figures->both[m];
    double all = 2 * both + (double)(figures->only_found[m] + figures->only_labelled[m]);
    return all > 0 ? 2 * both / all : 0;
}

static double macro(const struct figures *figures)
{
    double sum = 0;
    size_t used = 0;
    for (size_t m = 0; m < RP_MOVES; m++) {
        used += figures->both[m] + figures->only_labelled[m] > 0;
        sum += f1(figures, m);
    }
    return used == 0 ? 0 : sum / (double)used;
}

static double share(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

static void report(const struct rp_weights *weights, const char *title, bool of_held)
{
    struct figures all = {0};
    static struct figures by_voice[VOICES_MAX];
    size_t lines = 0;
    memset(by_voice, 0, sizeof(by_voice));
    for (size_t i = 0; i < examples_n; i++) {
        const struct example *example = examples[i];
        if (held[example->voice] != of_held)
            continue;
        lines++;
        count(&all, example, judged(weights, example));
        count(&by_voice[example->voice], example, judged(weights, example));
    }
    if (lines == 0)
        return;
    printf("%s, %zu lines\n", title, lines);
    for (size_t m = 0; m < RP_MOVES; m++)
        printf("  %-20s%5zu  precision %.3f  recall %.3f  F1 %.3f\n", rp_move_name((enum rp_move)m),
               all.both[m] + all.only_labelled[m],
               share(all.both[m], all.both[m] + all.only_found[m]),
               share(all.both[m], all.both[m] + all.only_labelled[m]), f1(&all, m));
    printf("  macro-F1 %.3f  none-kept %.3f  precision of accusations %.3f\n", macro(&all),
           share(all.none_kept, all.none), share(all.accused_rightly, all.accused));
    for (size_t v = 0; v < voices_n; v++)
        if (held[v] == of_held)
            printf("  %-24s macro-F1 %.3f\n", voices[v], macro(&by_voice[v]));
}

static void write_numbers(FILE *file, const int32_t values[RP_MOVES])
{
    fprintf(file, "{");
    for (size_t m = 0; m < RP_MOVES; m++)
        fprintf(file, "%s%d", m == 0 ? "" : m % 13 == 0 ? ",\n        " : ", ", (int)values[m]);
    fprintf(file, "},\n");
}

static void write_table(FILE *file, const char *name, const int32_t (*rows)[RP_MOVES], size_t n)
{
    fprintf(file, "    .%s = {\n", name);
    for (size_t i = 0; i < n; i++)
        write_numbers(file, rows[i]);
    fprintf(file, "    },\n");
}

static void write_weights(const char *path, const struct rp_weights *weights)
{
    FILE *file = must(fopen(path, "w"));
    fprintf(file, "/* Written by train/run. Change the labelled lines or the trainer instead. */\n"
                  "#include \"rp_weights.h\"\n\nconst struct rp_weights rp_weights = {\n");
    fprintf(file, "    .bias = ");
    write_numbers(file, weights->bias);
    fprintf(file, "    .unit = ");
    write_numbers(file, weights->unit);
    fprintf(file, "    .found = ");
    write_numbers(file, weights->found);
    fprintf(file, "    .confident = ");
    write_numbers(file, weights->confident);
    write_table(file, "marks", weights->marks, RP_MARKS);
    write_table(file, "vector", weights->vector, RP_VECTOR_SIZE);
    fprintf(file, "    .rows = {\n");
    for (size_t b = 0; b < RP_BUCKETS; b++)
        if (strspn(weights->rows[b], "_") < RP_MOVES)
            fprintf(file, "        [%zu] = \"%.*s\",\n", b, RP_MOVES, weights->rows[b]);
    fprintf(file, "    },\n};\n");
    if (fclose(file) != 0)
        must(NULL);
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
    static struct rp_weights weights;
    const char *out = NULL;
    RP_CHECK(rp_lexicon_open(&lexicon) == RP_OK);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--hold") == 0 && i + 1 < argc)
            hold(argv[++i]);
        else if (strcmp(argv[i], "--out") == 0 && i + 1 < argc)
            out = argv[++i];
        else
            read_file(argv[i]);
    }
    cross_predict(&weights);
    choose_thresholds(&weights);
    report(&weights, "each voice by a model that never saw it", false);
    learn(&weights, held);
    for (size_t i = 0; i < examples_n; i++)
        predict(&weights, examples[i]);
    report(&weights, "held back from training and thresholds", true);
    if (out != NULL)
        write_weights(out, &weights);
    return 0;
}
