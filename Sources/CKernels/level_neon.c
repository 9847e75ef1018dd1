// SPDX-License-Identifier: Apache-2.0
#if defined(__aarch64__)
#include "levels.h"
#define LEVEL(x) neon##_##x
#define LEVEL_NAME "neon"
#define MR 6
#define FUSED
#define NV 1
#include "body.inc"
#endif
