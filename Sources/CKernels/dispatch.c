// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include "levels.h"

static const ck_table *levels[3];
static int level_count = 0;
static _Atomic(const ck_table *) active = NULL;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find_levels(void) {
    levels[level_count++] = &scalar_table;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("x86-64-v3")) levels[level_count++] = &avx2_table;
    if (__builtin_cpu_supports("x86-64-v4")) levels[level_count++] = &avx512_table;
#elif defined(__aarch64__)
    levels[level_count++] = &neon_table;
#endif
    atomic_store(&active, levels[level_count - 1]);
}

int ck_level_count(void) {
    pthread_once(&once, find_levels);
    return level_count;
}

const ck_table *ck_level(int index) { return index >= 0 && index < ck_level_count() ? levels[index] : NULL; }

const ck_table *ck_active(void) {
    const ck_table *table = atomic_load_explicit(&active, memory_order_acquire);
    if (table) return table;
    pthread_once(&once, find_levels);
    return atomic_load(&active);
}

int ck_select(const char *name) {
    for (int i = 0; i < ck_level_count(); i++)
        if (strcmp(levels[i]->name, name) == 0) {
            atomic_store(&active, levels[i]);
            return 0;
        }
    return -1;
}

// Large pages spare the many small ones' translations; what the kernel makes of the advice changes no number.
#define LARGE_PAGE ((size_t)2 << 20)

void *ck_allocate(size_t bytes) {
    const size_t unit = bytes >= 2 * LARGE_PAGE ? LARGE_PAGE : 64;
    const size_t whole = (bytes / unit + (bytes % unit != 0 || bytes == 0)) * unit;
    void *memory = aligned_alloc(unit, whole);
    if (!memory) abort();
#ifdef MADV_HUGEPAGE
    if (unit == LARGE_PAGE) madvise(memory, whole, MADV_HUGEPAGE);
#endif
    return memory;
}

void ck_free(void *memory) { free(memory); }

// Scratch: one block a slot and thread, freed when the thread ends.
struct scratch {
    void *block[ck_slots];
    size_t size[ck_slots];
};
static pthread_key_t scratch_key;
static pthread_once_t scratch_once = PTHREAD_ONCE_INIT;
static _Thread_local struct scratch *scratch;

static void free_scratch(void *pointer) {
    struct scratch *s = pointer;
    for (int i = 0; i < ck_slots; i++) free(s->block[i]);
    free(s);
}
static void make_key(void) { pthread_key_create(&scratch_key, free_scratch); }

void *ck_scratch(enum ck_slot slot, size_t count) {
    if (!scratch) {
        pthread_once(&scratch_once, make_key);
        scratch = calloc(1, sizeof *scratch);
        if (!scratch) abort();
        pthread_setspecific(scratch_key, scratch);
    }
    const size_t bytes = (count * sizeof(float) + 63) / 64 * 64;
    if (scratch->size[slot] < bytes) {
        free(scratch->block[slot]);
        scratch->block[slot] = ck_allocate(bytes);
        scratch->size[slot] = bytes;
    }
    return scratch->block[slot];
}
