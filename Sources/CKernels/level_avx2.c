// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__)
#include "levels.h"
#define LEVEL(x) avx2##_##x
#define LEVEL_NAME "avx2"
#define MR 6
#define FUSED
#define NV 1
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "body.inc"
#pragma clang attribute pop
#endif
