// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ckernels.h"
#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

// Memory of this thread for a kernel in progress: `slot` tells uses apart; at least `count` floats, grown when needed.
void *ck_scratch(int slot, size_t count);

extern const ck_table scalar_table;
#if defined(__x86_64__)
extern const ck_table avx2_table, avx512_table;
#endif
