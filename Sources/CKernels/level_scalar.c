// SPDX-License-Identifier: Apache-2.0
// Whatever the compiler's baseline has; fused multiply-adds are made of plain arithmetic (vector.inc).
#include "levels.h"
#define LEVEL(x) scalar##_##x
#define LEVEL_NAME "scalar"
#define MR 2
#define NV 1
#include "body.inc"
