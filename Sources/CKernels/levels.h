// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ckernels.h"
#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

// Memory of this thread for a kernel in progress: the slot tells uses apart; at least `count` floats, grown when needed.
enum ck_slot { IMAGE, WEIGHTS, TAPS, STATISTICS, SUMS, PANELS, ROWS, TRANSFORMED, MIXED, ck_slots };
void *ck_scratch(enum ck_slot slot, size_t count);

extern const ck_table scalar_table;
#if defined(__x86_64__)
extern const ck_table avx2_table, avx512_table;
#elif defined(__aarch64__)
extern const ck_table neon_table;
#endif
