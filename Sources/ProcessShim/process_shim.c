// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "process_shim.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>

static int send_to(posix_spawn_file_actions_t *actions, int source, int target) {
    return source < 0 ? posix_spawn_file_actions_addopen(actions, target, "/dev/null", O_WRONLY, 0)
                      : posix_spawn_file_actions_adddup2(actions, source, target);
}

int process_start(const char *path, char *const arguments[], char *const environment[], const char *folder, int output,
                  int errors, pid_t *process) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code) return code;
    code = posix_spawnattr_init(&attributes);
    if (code) {
        posix_spawn_file_actions_destroy(&actions);
        return code;
    }
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    sigdelset(&all, SIGKILL);
    sigdelset(&all, SIGSTOP);
    code = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    if (!code) code = send_to(&actions, output, 1);
    if (!code) code = send_to(&actions, errors, 2);
    if (!code && folder) code = posix_spawn_file_actions_addchdir_np(&actions, folder);
    if (!code) code = posix_spawnattr_setsigmask(&attributes, &none);
    if (!code) code = posix_spawnattr_setsigdefault(&attributes, &all);
    if (!code) code = posix_spawnattr_setpgroup(&attributes, 0);
    if (!code)
        code = posix_spawnattr_setflags(
            &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    if (!code) code = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}
