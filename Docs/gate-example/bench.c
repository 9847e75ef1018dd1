// A program that times itself: `bench sort 9` sorts nine times and prints the fastest and the median as JSON.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { COUNT = 20000, WORK = 1 };
static uint32_t numbers[COUNT];

static void fill(void) {
    uint32_t state = 1;
    for (int i = 0; i < COUNT; i++) numbers[i] = state = state * 1664525u + 1013904223u;
}

static int rising(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort(void) { qsort(numbers, COUNT, sizeof numbers[0], rising); }

static void sum(void) {
    volatile uint64_t total = 0;
    for (int round = 0; round < 40; round++)
        for (int i = 0; i < COUNT; i++) total += numbers[i];
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    if (argc != 3 || atoi(argv[2]) < 1) return fprintf(stderr, "usage: bench sort|sum iterations\n"), 2;
    void (*work)(void) = strcmp(argv[1], "sort") == 0 ? sort : strcmp(argv[1], "sum") == 0 ? sum : NULL;
    if (!work) return fprintf(stderr, "unknown benchmark '%s'\n", argv[1]), 2;
    int iterations = atoi(argv[2]);
    double *times = malloc(iterations * sizeof *times);
    for (int i = 0; i < iterations; i++) {
        fill();
        double before = now();
        for (int repeat = 0; repeat < WORK; repeat++) work();
        times[i] = now() - before;
    }
    qsort(times, iterations, sizeof *times, by_value);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"min_ms\": %.6f, \"median_ms\": %.6f, \"peak_rss_mb\": %.3f, \"steps\": %d}\n", times[0],
           times[iterations / 2], usage.ru_maxrss / 1024.0, iterations);
    free(times);
    return 0;
}
