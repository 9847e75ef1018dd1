// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__)
#include <immintrin.h>
#include "levels.h"
#define LEVEL(x) avx512##_##x
#define LEVEL_NAME "avx512"
#define MR 12
#define FUSED
#define NV 2
#define MASKED
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,no-prefer-256-bit"))), apply_to = function)
#include "body.inc"
#pragma clang attribute pop
#endif
