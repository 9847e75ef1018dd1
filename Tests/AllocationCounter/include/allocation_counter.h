// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stddef.h>

// Counts this thread's allocations of at least `smallest` bytes from now on.
void allocations_begin(size_t smallest);
// Ends counting; how many there were.
long allocations_end(void);
