// SPDX-License-Identifier: Apache-2.0
#ifndef PROCESS_SHIM_H
#define PROCESS_SHIM_H

#include <sys/types.h>

// Starts `path` in a process group of its own, with no signal blocked or ignored, its input empty. `folder` is where it
// runs, or NULL. `output` and `errors` are descriptors that become its own 1 and 2; −1 is /dev/null. Returns 0 and sets
// `*process`, or an errno.
int process_start(const char *path, char *const arguments[], char *const environment[], const char *folder, int output,
                  int errors, pid_t *process);

#endif
