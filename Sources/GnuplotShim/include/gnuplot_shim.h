// SPDX-License-Identifier: Apache-2.0
//
// gnuplot-iostream behind a C interface: a gnuplot process that reads commands and data from us.
#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct plot_session plot_session;

// Starts `program` (looked up on PATH) in `folder`, reading commands from us; what it prints goes to `log`.
// NULL when it cannot be started, with errno in *error.
plot_session *plot_begin(const char *program, const char *folder, const char *log, int *error);
// Sends commands; a newline is added. 0, or -1 when the process is gone.
int plot_send(plot_session *session, const char *commands);
// Ends the input and waits. The exit code, 128 + signal, or -1.
int plot_end(plot_session *session);

#ifdef __cplusplus
}
#endif
