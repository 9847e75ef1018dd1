// SPDX-License-Identifier: Apache-2.0
//
// Stands before the C library's allocator in the test program, counts, and hands on to it.
#include "allocation_counter.h"
#include <errno.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static _Thread_local size_t smallest = (size_t)-1;
static _Thread_local long count;

static void note(size_t bytes) {
    if (bytes >= smallest) count++;
}

void allocations_begin(size_t bytes) {
    count = 0;
    smallest = bytes;
}

long allocations_end(void) {
    smallest = (size_t)-1;
    return count;
}

void *malloc(size_t bytes) {
    note(bytes);
    return __libc_malloc(bytes);
}

void *calloc(size_t items, size_t bytes) {
    note(items * bytes);
    return __libc_calloc(items, bytes);
}

void *realloc(void *memory, size_t bytes) {
    note(bytes);
    return __libc_realloc(memory, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes) {
    note(bytes);
    return __libc_memalign(alignment, bytes);
}

int posix_memalign(void **memory, size_t alignment, size_t bytes) {
    note(bytes);
    *memory = __libc_memalign(alignment, bytes);
    return *memory ? 0 : ENOMEM;
}
