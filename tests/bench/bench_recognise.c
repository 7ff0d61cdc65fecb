/* How long reading a line takes: the labelled lines, lines of 600 characters made to be hard, and
 * the longest line. Prints only. usage: bench_recognise LINES.tsv... */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rp_recognise.h"

enum { LINES_MAX = 8000, ROUNDS = 3 };

static char *lines[LINES_MAX];
static size_t lines_n;
static double micros[LINES_MAX];

static double now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static void read_file(const char *path)
{
    static char line[16384];
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof(line), file) != NULL && lines_n < LINES_MAX) {
        strtok(line, "\t");
        strtok(NULL, "\t");
        char *utterance = strtok(NULL, "\t");
        if (utterance != NULL)
            lines[lines_n++] = strdup(utterance);
    }
    if (file != NULL)
        fclose(file);
}

/* The best of some rounds: what the line costs, not what else the machine does. */
static double time_line(const struct rp_recogniser *recogniser, const char *line, size_t length)
{
    const struct rp_case_words words = {.first_name = "Dana", .last_name = "Reyes"};
    struct rp_understood found;
    double best = 1e12;
    for (int i = 0; i < ROUNDS; i++) {
        double begin = now_us();
        rp_recognise(recogniser, &words, line, length, &found);
        double took = now_us() - begin;
        best = took < best ? took : best;
    }
    return best;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void time_filled(const struct rp_recogniser *recogniser, const char *piece, size_t length)
{
    char line[4001];
    size_t n = strlen(piece);
    for (size_t i = 0; i < length; i++)
        line[i] = piece[i % n];
    printf("%5zu of \"%.24s\": %8.0f us\n", length, piece, time_line(recogniser, line, length));
}

int main(int argc, char **argv)
{
    static const char *const hard[] = {
        "i will be able to just get you so very really a thing and then we can ",
        "sorry that the driver was not you should have not if you had read the ",
        "never say you are not to blame nobody told you to call my your own fault ",
        "a ", "I'm not going to say that we will refund 50 dollars to you by noon ", "?!?! "};
    struct rp_recogniser *recogniser;
    double sum = 0;
    double begin = now_us();
    if (rp_recogniser_open(&recogniser) != RP_OK)
        return 1;
    printf("opening: %.0f ms\n", (now_us() - begin) / 1e3);
    for (int i = 1; i < argc; i++)
        read_file(argv[i]);
    for (size_t i = 0; i < lines_n; i++) {
        micros[i] = time_line(recogniser, lines[i], strlen(lines[i]));
        sum += micros[i];
    }
    qsort(micros, lines_n, sizeof(micros[0]), by_size);
    if (lines_n > 0)
        printf("%zu lines: mean %.0f us, p99 %.0f us, worst %.0f us\n", lines_n,
               sum / (double)lines_n, micros[lines_n * 99 / 100], micros[lines_n - 1]);
    for (size_t i = 0; i < RP_COUNT(hard); i++)
        time_filled(recogniser, hard[i], 600);
    for (size_t i = 0; i < RP_COUNT(hard); i++)
        time_filled(recogniser, hard[i], 4000);
    rp_recogniser_close(recogniser);
    return 0;
}
