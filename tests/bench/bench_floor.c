/* How long the floor takes to decide. Prints figures; asserts nothing.
 *
 *     bench_floor CASE.json...     the case files, read, decided and printed as by the command
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "floor_report.h"

enum { SECONDS = 2, STEPS_KEPT = 1 << 20 };

/* Of this process: what else the machine does is not counted. */
static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* One act at a time, as in a live room. */

static int64_t taken_ns[STEPS_KEPT];
static size_t taken;

static void ignore(void *context, const struct rp_floor_effect *effect)
{
    (void)context, (void)effect;
}

static void time_steps(const struct rp_floor_case *c)
{
    const struct rp_floor_sink sink = {ignore, NULL};
    struct rp_floor floor;
    rp_floor_init(&floor, &c->config);
    for (size_t i = 0; i < c->count && taken < STEPS_KEPT; i++) {
        int64_t begin_ns = now_ns();
        rp_floor_step(&floor, &c->events[i], &sink);
        taken_ns[taken++] = now_ns() - begin_ns;
    }
    rp_floor_end(&floor, c->end_ms, &sink);
}

static int by_size(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static void print_steps(void)
{
    qsort(taken_ns, taken, sizeof(taken_ns[0]), by_size);
    printf("decide one act   %8zu acts   median %lld ns   p99 %lld ns   most %lld ns\n", taken,
           (long long)taken_ns[taken / 2], (long long)taken_ns[taken * 99 / 100],
           (long long)taken_ns[taken - 1]);
}

/* The way of the command: read the file, decide, print. */
static bool run_file(const char *path, FILE *out)
{
    struct rp_floor_case c;
    struct rp_text error = {0};
    if (rp_floor_case_read(&c, path, &error) != RP_OK) {
        fprintf(stderr, "bench_floor: %s\n", error.failed ? path : error.bytes);
        rp_text_clear(&error);
        return false;
    }
    json_t *report = rp_floor_report(&c);
    char *line = json_dumps(report, JSON_COMPACT);
    fputs(line, out);
    free(line);
    json_decref(report);
    rp_floor_case_clear(&c);
    return true;
}

static bool time_files(int count, char **paths)
{
    FILE *out = fopen("/dev/null", "w");
    int64_t begin_ns = now_ns(), until_ns = begin_ns + SECONDS * INT64_C(1000000000);
    long cases = 0;
    while (out && now_ns() < until_ns)
        for (int i = 0; i < count; i++, cases++)
            if (!run_file(paths[i], out))
                return false;
    printf("cases as by the command   %.0f a second on one core\n",
           (double)cases * 1e9 / (double)(now_ns() - begin_ns));
    return out && fclose(out) == 0;
}

int main(int argc, char **argv)
{
    struct rp_text error = {0};
    if (argc < 2 || !time_files(argc - 1, argv + 1))
        return EXIT_FAILURE;
    for (int round = 0; round < 200; round++) {
        struct rp_floor_case c;
        if (rp_floor_case_read(&c, argv[1 + round % (argc - 1)], &error) == RP_OK)
            time_steps(&c);
        rp_floor_case_clear(&c);
    }
    print_steps();
    printf("a room's floor   %zu bytes\n", sizeof(struct rp_floor));
    rp_text_clear(&error);
    return EXIT_SUCCESS;
}
